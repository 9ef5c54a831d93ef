"""Handing letters over to the server, one after the other; what it answered is taken in afterwards."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from klachtmail.domain.records.letter import Letter
from klachtmail.service.work.office import Office
from klachtmail.smtp.port import Answer, Doubtful, Paused, Sent
from klachtmail.store.port import Journal, Store


@dataclass(frozen=True, slots=True)
class Tried:
    """A letter that the server was offered; `content` is None when its bytes are missing, and then nobody was asked."""

    letter: Letter
    at: dt.datetime
    answer: Answer | None
    content: bytes | None


def hand_over(office: Office, letters: Sequence[Letter], stop: Callable[[Sequence[Tried]], bool]) -> list[Tried]:
    """Hand over these letters, until the server wants none now or `stop`, which is shown those that were tried, says so.

    Each is in the journal before the server can take it, so that after a crash one at most is in doubt.
    """
    tried: list[Tried] = []
    notes, contents = _Notes(office.journal), _Contents(office.store, letters)
    try:
        for place in range(len(letters)):
            tried.append(_try(office, contents, place, notes))
            if isinstance(tried[-1].answer, Paused) or stop(tried):
                break
    finally:
        notes.end()  # also after a mistake of ours: what was taken must not be in doubt because of the next one
    return tried


def _try(office: Office, contents: "_Contents", place: int, notes: "_Notes") -> Tried:
    letter, content = contents.letters[place], contents.take(place)
    if content is None:
        return Tried(letter, office.now(), None, None)
    before_end = partial(_meanwhile, notes, contents, place)
    answer = office.courier.deliver(office.firm.organisation.address, letter.to, content, before_end)
    notes.answered(letter.id, answer)
    return Tried(letter, office.now(), answer, content)


class _Contents:
    """The bytes of the letters, by their place; one is read ahead."""

    def __init__(self, store: Store, letters: Sequence[Letter]) -> None:
        self._store = store
        self.letters = letters
        self._ahead: dict[int, bytes | None] = {}
        store.expect(letters=[letter.sha256 for letter in letters if letter.sha256])

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
