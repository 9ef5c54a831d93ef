"""What a decision may ask of the records, and the changes that it asks for."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Protocol

from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.questions import Answer, Question
from klachtmail.domain.records.state import Seen, State

NOTHING: Final[Mapping[str, Complaint]] = MappingProxyType({})


class Records(Protocol):
    """The register, to read. Addresses and msg-ids are bare; addresses in lower case."""

    @property
    def state(self) -> State:
        """What is remembered beside the complaints."""
        ...

    def complaint(self, number: str) -> Complaint | None:
        """Return this complaint or remark, also from the archive, or None."""
        ...

    def numbered(self, numbers: Sequence[str]) -> Iterator[Complaint]:
        """Yield those of these that are on record, also in the archive, in this order; asked in one question."""
        ...

    def open_complaints(self) -> Iterator[Complaint]:
        """Yield the complaints that are not closed, dismissed or merged, by number."""
        ...

    def current(self) -> Iterator[Complaint]:
        """Yield every complaint and remark outside the archive, by number."""
        ...

    def everything(self) -> Iterator[Complaint]:
        """Yield every complaint and remark, those of the archive first, by number within each."""
        ...

    def unsettled(self, since: dt.datetime) -> Iterator[Complaint]:
        """Yield what a meeting looks at, by number, each once, without reading the others.

        That is what is open, what is closed and waits for a ruling, a measure or a promise, and that to which something happened
        at this time or later.
        """
        ...

    def last_received(self, since: dt.datetime, most: int, until: dt.datetime | None = None) -> Iterator[Complaint]:
        """Yield the newest `most` complaints and remarks received from `since` up to and without `until`, oldest first."""
        ...

    def count(
        self, questions: Sequence[Question], zone: dt.tzinfo, instead: Mapping[str, Complaint] = NOTHING
    ) -> list[Answer]:
        """Return how many complaints and remarks have the same facts, an answer for each question; none is read for it.

        `instead`: by number, what stands in the place of a record, or beside them, and is not written yet.
        """
        ...

    def matching(self, words: Sequence[str], most: int) -> Iterator[Complaint]:
        """Yield the newest `most` complaints and remarks in which each of these words (casefolded) stands, newest first.

        Where: `searching.searched`. A database finds the beginnings of words and their Dutch stems, the others any part
        of a word.
        """
        ...

    def numbers_for_thread(self, message_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers whose messages carry one of these msg-ids, in the order of the msg-ids, each once."""
        ...

    def numbers_referring_to(self, message_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers with a received message that refers to one of these msg-ids, in their order, each once."""
        ...

    def numbers_for_address(self, address: str) -> tuple[str, ...]:
        """Return the numbers whose complainant or other correspondents have this address, oldest first."""
        ...

    def seen(self, key: str) -> Seen | None:
        """Return what became of the message with this content key or place, or None."""
        ...

    def letter(self, key: str) -> Letter | None:
        """Return the letter with this id or bare msg-id, while the outbox still has it, or None."""
        ...

    def unsent(self) -> Iterator[Letter]:
        """Yield the letters that are held, waiting or failed, oldest first."""
        ...

    def recent_letters(self, since: dt.datetime) -> Iterator[Letter]:
        """Yield those made at this time (aware) or later, oldest first, without reading all others."""
        ...


@dataclass(slots=True)
class Changes:
    """What one commit writes, all or nothing. Keys are number, content key and letter id."""

    complaints: dict[str, Complaint] = field(default_factory=dict)
    letters: dict[str, Letter] = field(default_factory=dict)
    dropped_letters: set[str] = field(default_factory=set)
    seen: dict[str, Seen] = field(default_factory=dict)
    state: State | None = None
    forgets: bool = False  # dropped letters may be such as still have to go: whoever they are about is forgotten

    def __bool__(self) -> bool:
        return bool(self.complaints or self.letters or self.dropped_letters or self.seen or self.state)


Index = Mapping[str, tuple[str, ...]]
