"""What a backup unpacks to, for as long as that is in proportion to its size; and how a backup of ours always is."""

import gzip
import io
import os
from pathlib import Path
from typing import Final

from klachtmail.store.errors import StoreCorruptError

CHUNK: Final = 1 << 20
# Mail and JSON become some ten times smaller, and text that repeats itself some fifty times; a bomb a thousand times.
MOST_TIMES: Final = 60
AND_ROOM: Final = 16 * CHUNK
_OUR_TIMES: Final = 50  # at most, in what we pack ourselves


def filling(unpacked: int, packed: int) -> bytes:
    """Return what to add to a backup of this size, that it can be restored: none, but for a flood of mail like 'aaaa…'."""
    return os.urandom(max(0, unpacked // _OUR_TIMES - packed)) if unpacked > AND_ROOM // 2 else b""


class Bounded(io.RawIOBase):
    """An unpacked backup; StoreCorruptError when it is far more than a backup of its size holds."""

    def __init__(self, packed: gzip.GzipFile, source: Path) -> None:
        self._packed = packed
        self._source = source
        self._left = source.stat().st_size * MOST_TIMES + AND_ROOM

    def readable(self) -> bool:
        """Return True: it is read, from the beginning to the end."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Read as gzip does, a chunk at most."""
        content = self._packed.read(size if 0 <= size <= CHUNK else CHUNK)
        self._left -= len(content)
        if self._left < 0:
            raise StoreCorruptError(
                f"{self._source} unpacks to far more than a backup of its size; nothing was changed"
            )
        return content

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        """Fill a buffer, for who reads by lines."""
        content = self.read(len(buffer))
        buffer[: len(content)] = content
        return len(content)
