"""One archive file: a JSON array of what was settled in a year, one record a line, written as a whole.

The first line has a checksum over all lines after it; then come the complaints by number, then the sightings.
"""

import hashlib
import heapq
import mmap
import os
import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import orjson

from klachtmail.store import archive_index
from klachtmail.store import index_keys as keys
from klachtmail.store.archive_index import Index, Place, Signature, signature
from klachtmail.store.disk import Disk, as_store_error, discard
from klachtmail.store.errors import StoreCorruptError
from klachtmail.store.schema import SCHEMA, Document, migrated

_HEAD: Final = re.compile(rb'\[\{"header":\{"schema":(\d{1,9}),"sha256":"([0-9a-f]{64})"\}\}\n', re.ASCII)
_END: Final = b"]\n"


def _head(checksum: str) -> bytes:
    return b'[{"header":{"schema":%d,"sha256":"%s"}}\n' % (SCHEMA, checksum.encode())


@dataclass(slots=True)
class _Writing:
    """The lines of a new archive file as they pass by: their checksum, and their entries for the index."""

    digest: "hashlib._Hash" = field(default_factory=lambda: hashlib.sha256(b"%d\n" % SCHEMA))
    entries: list[bytes] = field(default_factory=list)

    def chunks(self, lines: Iterable[Document]) -> Iterator[bytes]:
        """Yield the bytes of the file; the checksum in its first line is filled in afterwards."""
        offset = len(head := _head("0" * 64))
        yield head
        for line in lines:
            content = orjson.dumps(line)
            self.entries.extend(archive_index.entries(line, offset + 1, len(content)))
            chunk = b",%s\n" % content
            self.digest.update(chunk)
            offset += len(chunk)
            yield chunk
        self.digest.update(_END)
        yield _END


class Year:
    """An archive file that is open for lookups, with its index."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self.year = int(path.stem)
        self._path = path
        self._disk = disk
        with as_store_error(f"read {path}"):
            file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                self.signature: Signature = signature(os.fstat(file))
                self._map = mmap.mmap(file, 0, access=mmap.ACCESS_READ) if self.signature[2] else None
            finally:
                os.close(file)
        self._index: Index | None = None

    @property
    def index(self) -> Index:
        """The index, rebuilt when it is not of this file."""
        if self._index is None:
            path = self._path.with_suffix(".index")
            self._index = archive_index.opened(path, self.signature, self.year)
            if self._index is None:
                self.check()
                found = [e for line, at, size in self._lines() for e in archive_index.entries(line, at, size)]
                with as_store_error("write the index of an archive"):
                    archive_index.write(self._disk, path, found, self.signature)
                self._index = archive_index.opened(path, self.signature, self.year)
        if self._index is None:
            raise self._damaged("its index cannot be read back")
        return self._index

    def at(self, place: Place) -> Document:
        """Return the line at this place."""
        content = self._content[place.offset : place.offset + place.length]
        try:
            line: Document = orjson.loads(content)
        except orjson.JSONDecodeError as error:
            raise self._damaged("a line in it cannot be read") from error
        return self._current(line)

    def lines(self) -> Iterator[Document]:
        """Yield all lines, one at a time."""
        return (self._current(line) for line, _, _ in self._lines())

    def _lines(self) -> Iterator[tuple[Document, int, int]]:
        content = self._content
        start = content.find(b"\n") + 1
        while content[start : start + 1] == b",":
            end = content.find(b"\n", start)
            place = Place(start + 1, end - start - 1, 0)
            yield orjson.loads(content[place.offset : end]), place.offset, place.length
            start = end + 1

    def _current(self, line: Document) -> Document:
        schema = int(self._first()[1])
        if schema == SCHEMA or "complaint" not in line:
            return line
        return {"complaint": migrated({"complaints": {"1": line["complaint"]}}, schema)["complaints"]["1"]}

    def check(self) -> None:
        """Read the whole file; StoreCorruptError when a single bit is not as it was written."""
        head = self._first()
        digest = hashlib.sha256(b"%d\n" % int(head[1]))
        with memoryview(self._content) as view:
            digest.update(view[head.end() :])
        if digest.hexdigest() != head[2].decode():
            raise self._damaged("its checksum does not match")

    def _first(self) -> re.Match[bytes]:
        head = _HEAD.match(self._content)
        if head is None:
            raise self._damaged("its first line is not that of an archive")
        return head

    @property
    def _content(self) -> mmap.mmap:
        if self._map is None:
            raise self._damaged("it is empty")
        return self._map

    def _damaged(self, trouble: str) -> StoreCorruptError:
        return StoreCorruptError(f"The archive {self._path} is damaged: {trouble}; put it back from a backup")

    def close(self) -> None:
        """Let go of the files."""
        if self._map is not None:
            self._map.close()
        if self._index is not None:
            self._index.close()


def write(disk: Disk, path: Path, lines: Iterable[Document]) -> None:
    """Write an archive file and its index; after a crash the file is the old one or the new one."""
    fresh = path.with_suffix(".new")
    writing = _Writing()
    try:
        disk.write(fresh, writing.chunks(lines))
        disk.write_at(fresh, _head(writing.digest.hexdigest()), 0)
        disk.sync(fresh)
        disk.rename(fresh, path)
    except OSError:
        discard(disk, fresh)
        raise
    disk.sync_folder(path.parent)
    archive_index.write(disk, path.with_suffix(".index"), writing.entries, signature(path.lstat()))


def merged(
    old: Iterable[Document], complaints: dict[str, Document], seen: dict[str, Document], without: AbstractSet[str]
) -> Iterator[Document]:
    """Yield the lines of the new file: old and new complaints by number, then old and new sightings."""
    sightings = []

    def remaining() -> Iterator[Document]:
        for line in old:
            if "seen" in line:
                sightings.append(line)
            elif line["complaint"]["number"] not in complaints and line["complaint"]["number"] not in without:
                yield line

    coming = ({"complaint": complaints[number]} for number in sorted(complaints, key=keys.by_number))
    yield from heapq.merge(remaining(), coming, key=lambda line: keys.by_number(line["complaint"]["number"]))
    yield from (line for line in sightings if line["seen"]["key"] not in seen)
    yield from ({"seen": document} for document in seen.values())
