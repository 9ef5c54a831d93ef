"""A whole register as a stream of items, from any store into any other: for moving, backup and restore.

Nothing is sealed, numbered or counted again on the way: what was written arrives as it was.
"""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Protocol

import orjson

from klachtmail.store.errors import StoreBusyError, StoreError
from klachtmail.store.port import Store

Table = Literal["complaints", "letters", "seen", "state", "keys", "forgotten", "content"]
_BITS: Final = 256


@dataclass(frozen=True, slots=True)
class Item:
    """One record, one content, or all signing keys. `content` is None for what was erased."""

    table: Table
    key: str
    value: Any
    archived: bool = False
    content: bytes | None = None

    def digest(self) -> int:
        """Return a number that stands for all of it, but for the time at which a content was kept."""
        value = self.value["kind"] if self.table == "content" else self.value
        said = orjson.dumps([self.table, self.key, value, self.archived], option=orjson.OPT_SORT_KEYS)
        whole = b"erased" if self.content is None else hashlib.sha256(self.content).digest()
        return int.from_bytes(hashlib.sha256(said + whole).digest(), "big")


@dataclass(slots=True)
class Sum:
    """Counts and sums of digests by table: the same for the same items in any order, whatever their number."""

    counts: Counter[str] = field(default_factory=Counter)
    digests: Counter[str] = field(default_factory=Counter)

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield these, and take each in."""
        for item in items:
            self.counts[item.table] += 1
            self.digests[item.table] = (self.digests[item.table] + item.digest()) % (1 << _BITS)
            yield item

    def differs(self, other: "Sum") -> list[str]:
        """Return the tables in which they are not the same."""
        tables = sorted({*self.counts, *other.counts})
        return [t for t in tables if (self.counts[t], self.digests[t]) != (other.counts[t], other.digests[t])]


class Movable(Store, Protocol):
    """A store that can be read as a whole and be filled."""

    def dump(self) -> Iterator[Item]:
        """Yield everything that it holds; complaints, letters and sightings oldest first."""
        ...

    def fill(self, items: Iterable[Item], *, restored_at: dt.datetime | None = None) -> None:
        """Take all of these in place of what is there; until that is done it is refused by every start.

        Of what was erased here nothing comes back, and who was forgotten here stays so. `restored_at` is noted.
        """
        ...

    def is_empty(self) -> bool:
        """Return whether it holds nothing that could be lost: it is new, was left by a move, or is half full."""
        ...

    def note_moved(self, to: str) -> None:
        """Note where the register is now: every later start says so and refuses."""
        ...


def move(source: Movable, target: Movable, to: str) -> dict[str, int]:
    """Move everything and return how many of each were moved; the source stays as it was, with a note of `to`.

    StoreError, and the source goes on as it was, when anything is not the same in the end.
    """
    from klachtmail.store.verify import verify  # it is long, and only few runs need it

    with ExitStack() as held:
        for store in (source, target):
            if not held.enter_context(store.lead()):
                raise StoreBusyError("A klachtmail runs on this register: stop it on every machine first")
        for store in (source, target):
            held.enter_context(store.work())
        _archivable(source)
        if not target.is_empty():
            raise StoreError("There is a register at the new place already: nothing was changed")
        given, found = Sum(), Sum()
        target.fill(given.over(source.dump()))
        for _ in found.over(target.dump()):
            pass
        if wrong := given.differs(found):
            raise StoreError(f"What arrived is not what was sent ({', '.join(wrong)}); the old register counts")
        if problems := verify(target):
            raise StoreError(f"What arrived is not whole: {problems[0]}; the old register counts")
        source.note_moved(to)
    return dict(given.counts)


def _archivable(source: Store) -> None:
    source.journal.refresh()
    if source.journal.doubtful() or source.journal.taken() or source.in_hand():
        raise StoreError("A round was cut off before its end: run `klachtmail poll` once, then move")
