"""Who was forgotten: what a restore needs so that an older backup does not bring anybody back.

Kept beside the register, which a restore replaces. No address stands in it, but a salted hash of each: whoever has the
file can ask it about an address that he knows, and read nothing in it.
"""

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import orjson

from klachtmail.store.disk import Disk, plainly, replace
from klachtmail.store.port import StoreError

NAME = "forgotten.json"


@dataclass(frozen=True, slots=True)
class Mark:
    """One person, forgotten `at` an aware time."""

    salt: str
    digest: str
    at: dt.datetime

    @classmethod
    def of(cls, address: str, at: dt.datetime) -> Self:
        """Return a mark for a bare address."""
        salt = secrets.token_hex(16)
        return cls(salt, _digest(salt, address), at)

    def fits(self, address: str) -> bool:
        """Tell whether this is the mark of this bare address."""
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

    def with_one(self, address: str, at: dt.datetime) -> "Forgotten":
        """Return the marks with one for this address, in place of an older one."""
        others = tuple(mark for mark in self.marks if not mark.fits(address))
        return Forgotten((*others, Mark.of(address, at)))

    def with_all(self, others: Iterable[Mark]) -> "Forgotten":
        """Return the marks of both."""
        return Forgotten(tuple(dict.fromkeys((*self.marks, *others))))


class ForgottenFile:
    """`forgotten.json`, mode 0600."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._path = folder / NAME
        self._disk = disk

    def read(self) -> Forgotten:
        """Return the marks; none when there is no file. StoreError when it is damaged."""
        with plainly("read who was forgotten"):
            try:
                content, _ = self._disk.read(self._path)
            except FileNotFoundError:
                return Forgotten()
        return understood(content, self._path)

    def put(self, forgotten: Forgotten) -> None:
        """Write these marks."""
        listed = [{"salt": mark.salt, "digest": mark.digest, "at": mark.at} for mark in forgotten.marks]
        with plainly("write who was forgotten"):
            replace(self._disk, self._path, [orjson.dumps(listed)])


def understood(content: bytes, path: Path) -> Forgotten:
    """Return the marks that a file holds; StoreError when it is none of ours."""
    try:
        listed = orjson.loads(content)
        marks = [Mark(each["salt"], each["digest"], dt.datetime.fromisoformat(each["at"])) for each in listed]
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{path} is damaged; put it back from a backup, or forget people again and remove it"
        ) from error
    return Forgotten(tuple(marks))
