"""The register in memory: what is asked for daily, over one TinyDB with the tables of the register."""

import datetime as dt
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from tinydb import TinyDB

import klachtmail.domain.outgoing.letters  # noqa: F401 (every kind of letter enters itself: requests are read back)
from klachtmail.domain.record import record
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import Seen, State
from klachtmail.store import index_keys as keys
from klachtmail.store.indexed_table import IndexedTable, raw
from klachtmail.store.schema import Document

ONLY = "state"


@record
class _Kept:
    """The one document of the table `state`."""

    name: str = ONLY
    state: State = State()


@dataclass(frozen=True, slots=True)
class Leaving:
    """What goes out of the register: to the archive, or for good."""

    complaints: AbstractSet[str] = frozenset()
    letters: AbstractSet[str] = frozenset()
    seen: AbstractSet[str] = field(default=frozenset())


R_co = TypeVar("R_co", covariant=True)


class Rows(Protocol[R_co]):
    """Records of one kind, under their names and under the keys of their indexes."""

    def __contains__(self, name: object) -> bool:
        """Return whether there is one of this name."""
        ...

    def get(self, name: str) -> R_co | None:
        """Return a record, or None."""
        ...

    def find(self, index: str, key: str) -> tuple[str, ...]:
        """Return the names of the records under this key of an index."""
        ...


class LiveTables(Protocol):
    """What a commit asks of the register, and where it puts its changes."""

    @property
    def complaints(self) -> Rows[Complaint]:
        """Those outside the archive."""
        ...

    @property
    def letters(self) -> Rows[Letter]:
        """The outbox."""
        ...

    @property
    def seen(self) -> Rows[Seen]:
        """What was dealt with, outside the archive."""
        ...

    @property
    def state(self) -> State:
        """What is remembered beside the complaints."""
        ...

    def stage(self, changes: Changes, leaving: Leaving) -> list[Callable[[], None]]:
        """Change the tables; return the steps that make the indexes follow once the change is kept."""
        ...


class TinyTables:
    """The four tables and their indexes."""

    def __init__(self, db: TinyDB) -> None:
        # The query cache would hold on to old documents and costs a look at every one of them.
        self.complaints = IndexedTable(
            db.table("complaints", cache_size=0),
            Complaint,
            "number",
            {
                "thread": keys.message_ids,
                "reference": keys.references,
                "address": keys.addresses,
                "open": keys.openness,
            },
        )
        self.letters = IndexedTable(
            db.table("letters", cache_size=0),
            Letter,
            "id",
            {"message_id": keys.message_id, "unsent": keys.departure, "day": keys.day},
        )
        self.seen = IndexedTable(db.table("seen", cache_size=0), Seen, "key", {"sighting": keys.sightings})
        self.kept_state = IndexedTable(db.table("state", cache_size=0), _Kept, "name")

    def rebuild(self) -> None:
        """Rebuild all indexes."""
        for shelf in (self.complaints, self.letters, self.seen, self.kept_state):
            shelf.rebuild()

    @property
    def state(self) -> State:
        """What is remembered beside the complaints."""
        kept = self.kept_state.get(ONLY)
        return kept.state if kept else State()

    def numbers(self, *, only_open: bool = False) -> list[str]:
        """Return the numbers in the register, in order."""
        found = self.complaints.find("open", keys.OPEN) if only_open else self.complaints
        return sorted(found, key=keys.by_number)

    def unsent(self) -> Iterator[Letter]:
        """Yield the letters that are held, waiting or failed, oldest first."""
        return self.letters.in_order(self.letters.find("unsent", keys.UNSENT))

    def since(self, moment: dt.datetime) -> Iterator[Letter]:
        """Yield the letters made at this time or later, oldest first."""
        first = (moment - dt.timedelta(days=1)).date().isoformat()  # days are compared without time zones
        days = sorted(day for day in self.letters.keys("day") if day >= first)
        found = self.letters.in_order(name for day in days for name in self.letters.find("day", day))
        return (letter for letter in found if letter.created_at >= moment)

    def stage(self, changes: Changes, leaving: Leaving) -> list[Callable[[], None]]:
        """Change the tables; return the steps that make the indexes follow once the change is on disk."""
        state = {} if changes.state is None else {ONLY: {"name": ONLY, "state": raw(changes.state)}}
        return [
            self.complaints.stage(_raws(changes.complaints), leaving.complaints),
            self.letters.stage(
                _raws(changes.letters), (changes.dropped_letters | leaving.letters) - {*changes.letters}
            ),
            self.seen.stage(_raws(changes.seen), leaving.seen),
            self.kept_state.stage(state),
        ]


def _raws(records: dict[str, Complaint] | dict[str, Letter] | dict[str, Seen]) -> dict[str, Document]:
    return {name: raw(record) for name, record in records.items()}
