"""Handing letters over to the server, one after the other; what it answered is taken in afterwards, by whoever asked.

A `Handover` touches the courier, the journal and the files of letters, and nothing else: it can go on in a thread of its
own while the next messages are read and decided on. Only under the work lock, so that no other process has the same letters.
"""

import datetime as dt
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Final, Self

from klachtmail.domain.letter import Letter
from klachtmail.service.office import Office
from klachtmail.smtp.port import Answer, Doubtful, Paused, Sent
from klachtmail.store.port import Journal, Store

# Each answer of the server is waited for without Python's lock; with its usual 5 ms until another thread gives that
# back, a letter would take 25 ms while messages are decided on.
YIELD_AFTER: Final = 0.001  # seconds

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Tried:
    """A letter that the server was offered; `content` is None when its bytes are missing, and then nobody was asked."""

    letter: Letter
    at: dt.datetime
    answer: Answer | None
    content: bytes | None


class Handover:
    """Letters on their way: `run` them, or go on with something else inside a `with` and then `finish`."""

    def __init__(self, office: Office, letters: Sequence[Letter], stop: Stop = lambda: False) -> None:
        self._office = office
        self._letters = letters
        self._stop = stop
        self._enough = threading.Event()
        self._thread: threading.Thread | None = None
        self._error: BaseException | None = None
        self._tried: list[Tried] = []

    def run(self) -> list[Tried]:
        """Hand over all, until the server wants nothing more or `stop` says so; return those that were tried."""
        notes, contents = _Notes(self._office.journal), _Contents(self._office.store, self._letters)
        try:
            for place, letter in enumerate(self._letters):
                answer = self._try(letter, contents, place, notes)
                if isinstance(answer, Paused) or self._enough.is_set() or self._stop():
                    break
        finally:
            notes.end()  # also after a mistake of ours: what was taken must not be in doubt because of the next one
        return self._tried

    def _try(self, letter: Letter, contents: "_Contents", place: int, notes: "_Notes") -> Answer | None:
        answer, content = None, contents.take(place)
        if content is not None:
            before_end = partial(_meanwhile, notes, contents, place)
            answer = self._office.courier.deliver(
                self._office.firm.organisation.address, letter.to, content, before_end
            )
            notes.answered(letter.id, answer)
        self._tried.append(Tried(letter, self._office.now(), answer, content))
        return answer

    def __enter__(self) -> Self:
        if self._letters:
            sys.setswitchinterval(YIELD_AFTER)
            self._thread = threading.Thread(target=self._run_aside, name="handover", daemon=True)
            self._thread.start()
        return self

    def _run_aside(self) -> None:
        try:
            self.run()
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            self._error = error

    def finish(self) -> list[Tried]:
        """Wait for the letter in hand; return those that were tried, or raise what went wrong."""
        self._enough.set()
        if self._thread is not None:
            self._thread.join()
        if self._error is not None:
            raise self._error
        return self._tried

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._enough.set()
        if self._thread is not None:
            self._thread.join()  # what was answered and not taken in stands in the journal


class _Contents:
    """The bytes of the letters, by their place; one is read ahead."""

    def __init__(self, store: Store, letters: Sequence[Letter]) -> None:
        self._store = store
        self.letters = letters
        self._ahead: dict[int, bytes | None] = {}

    def take(self, place: int) -> bytes | None:
        """Return the bytes of this letter, None when they are missing or damaged."""
        self.look_ahead(place)
        return self._ahead.pop(place)

    def look_ahead(self, place: int) -> None:
        """Read a letter before its turn."""
        if place < len(self.letters) and place not in self._ahead:
            sha256 = self.letters[place].sha256
            self._ahead[place] = self._store.rendered(sha256) if sha256 else None


def _meanwhile(notes: "_Notes", contents: _Contents, place: int) -> None:
    """Do while the server reads a letter what must be done before its end, and what the next one needs."""
    notes.trying(contents.letters[place].id)
    contents.look_ahead(place + 1)


class _Notes:
    """What the journal is told of one turn, with one sync a letter."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._accepted: str | None = None
        self._tried: str | None = None

    def trying(self, letter_id: str) -> None:
        """Note a letter that the server can take from now on, and with it that the one before it was taken."""
        if self._accepted is None:
            self._journal.trying(letter_id)
        else:
            self._journal.accepted_then_trying(self._accepted, letter_id)
        self._accepted, self._tried = None, letter_id

    def answered(self, letter_id: str, answer: Answer) -> None:
        """Note what is no longer in doubt; a letter that was taken with the next one, or at the end."""
        if isinstance(answer, Sent):
            self._accepted = letter_id
        elif self._tried == letter_id and not isinstance(answer, Doubtful):
            self._journal.refused(letter_id)

    def end(self) -> None:
        """Note the last one."""
        if self._accepted is not None:
            self._journal.accepted(self._accepted)
