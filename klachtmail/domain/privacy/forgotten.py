"""Who was forgotten, without saying who: a salted hash of each address."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Mark:
    """One person, forgotten `at` an aware time."""

    salt: str
    digest: str
    at: dt.datetime

    @classmethod
    def of(cls, address: str, at: dt.datetime, salt: str) -> Self:
        """Return a mark for a bare address."""
        return cls(salt, _digest(salt, address), at)

    def fits(self, address: str) -> bool:
        """Return whether this is the mark of this bare address."""
        return _digest(self.salt, address) == self.digest


def _digest(salt: str, address: str) -> str:
    return hashlib.sha256(f"{salt}{address.strip().lower()}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Forgotten:
    """All marks; true when there are any."""

    marks: tuple[Mark, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.marks)

    def at(self, address: str) -> dt.datetime | None:
        """Return when this bare address was forgotten last, or None."""
        return max((mark.at for mark in self.marks if mark.fits(address)), default=None)

    def with_one(self, address: str, at: dt.datetime, salt: str) -> "Forgotten":
        """Return the marks with one for this address, in place of an older one."""
        others = tuple(mark for mark in self.marks if not mark.fits(address))
        return Forgotten((*others, Mark.of(address, at, salt)))

    def with_all(self, others: Iterable[Mark]) -> "Forgotten":
        """Return the marks of both."""
        return Forgotten(tuple(dict.fromkeys((*self.marks, *others))))
