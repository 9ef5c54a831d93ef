"""The index of one archive file: hashes of its keys, sorted, to be searched where they lie on disk.

An entry is 32 bytes: 16 of the key's hash, the place of the line in the archive, and for a complaint its number,
so that "which numbers had this address" reads no archive line. It can be rebuilt from the archive at any time.
"""

import bisect
import hashlib
import mmap
import os
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from klachtmail.domain.records.numbers import number_of
from klachtmail.store import index_keys as keys
from klachtmail.store.disk import Disk, replace
from klachtmail.store.schema import Document

_HEAD = struct.Struct(">8sqqqI28x")  # magic, the archive's inode, mtime and size, checksum of the entries
_ENTRY = struct.Struct(">16sQII")
_MAGIC = b"KMINDEX1"
_REMARK = 0x8000_0000
_HASH = 16

Signature = tuple[int, int, int]

_COMPLAINT: dict[str, Callable[[Document], Iterable[str]]] = {
    "number": lambda complaint: (complaint["number"],),
    "thread": keys.message_ids,
    "reference": keys.references,
    "address": keys.addresses,
}


class Place(NamedTuple):
    """Where a line stands in the archive, and the counter of its number (0 for a sighting)."""

    offset: int
    length: int
    counter: int


def signature(stat: os.stat_result) -> Signature:
    """Return what changes when an archive file is replaced."""
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def entries(line: Document, offset: int, length: int) -> Iterator[bytes]:
    """Yield the entries for one line of an archive."""
    if (complaint := line.get("complaint")) is not None:
        number = complaint["number"]
        counter = int(number[6:]) | (_REMARK if number.startswith("M") else 0)
        for index, found in _COMPLAINT.items():
            yield from (_ENTRY.pack(_hash(index, key), offset, length, counter) for key in {*found(complaint)})
    else:
        for key in {*keys.sightings(line["seen"])}:
            yield _ENTRY.pack(_hash("sighting", key), offset, length, 0)


def _hash(index: str, key: str) -> bytes:
    return hashlib.blake2b(f"{index}\0{key}".encode(), digest_size=_HASH).digest()


def write(disk: Disk, path: Path, found: list[bytes], archive: Signature) -> None:
    """Write an index for the archive file with this signature."""
    body = b"".join(sorted(found))
    replace(disk, path, [_HEAD.pack(_MAGIC, *archive, zlib.crc32(body)), body])


@dataclass(frozen=True, slots=True)
class Index:
    """An index that was opened and found whole."""

    _map: mmap.mmap
    _year: int

    def find(self, index: str, key: str) -> list[Place]:
        """Return the places of the lines under this key of an index."""
        wanted = _hash(index, key)
        count = (len(self._map) - _HEAD.size) // _ENTRY.size
        at = bisect.bisect_left(range(count), wanted, key=self._hash_at)
        found = []
        while at < count and self._hash_at(at) == wanted:
            found.append(Place(*_ENTRY.unpack_from(self._map, _HEAD.size + at * _ENTRY.size)[1:]))
            at += 1
        return found

    def _hash_at(self, at: int) -> bytes:
        start = _HEAD.size + at * _ENTRY.size
        return self._map[start : start + _HASH]

    def numbers(self, index: str, key: str) -> Iterator[str]:
        """Yield the numbers of the complaints under this key."""
        for place in self.find(index, key):
            yield number_of("M" if place.counter & _REMARK else "K", self._year, place.counter & ~_REMARK)

    def close(self) -> None:
        """Let go of the file."""
        self._map.close()


def opened(path: Path, archive: Signature, year: int) -> Index | None:
    """Return the index, or None when it is missing, damaged or not of this archive file."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        if os.fstat(file).st_size < _HEAD.size:
            return None
        mapped = mmap.mmap(file, 0, access=mmap.ACCESS_READ)
    finally:
        os.close(file)
    magic, inode, mtime, size, checksum = _HEAD.unpack_from(mapped)
    with memoryview(mapped) as view:
        whole = zlib.crc32(view[_HEAD.size :]) == checksum
    if whole and magic == _MAGIC and (inode, mtime, size) == archive:
        return Index(mapped, year)
    mapped.close()
    return None
