"""The delivery journal: one line for each step of a letter, synced before the next step.

The file is filled with zeros beforehand and overwritten in place, so that a sync is one write of data and none
of file system bookkeeping. A line that a power cut tore has a zero in it and is not believed.
"""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from klachtmail.store.disk import Disk, as_store_error, replace

NAME = "delivery.journal"
ROOM = 64 * 1024
_LINE = re.compile(r"(trying|accepted|refused) ([!-~]+)")


def line_of(step: str, letter_id: str) -> str:
    """Return the line for a step of a letter; ValueError when it could not be read back."""
    line = f"{step} {letter_id}"
    if not _LINE.fullmatch(line):
        raise ValueError(f"Not a line of the delivery journal: {line!r}")
    return line


class _Notes:
    """The lines, understood: what was tried, taken and refused since the journal was last cleared."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._tried: dict[str, None] = {}
        self._taken: dict[str, None] = {}
        for line in lines:
            self.add(line)

    def add(self, line: str) -> None:
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"Not a line of the delivery journal: {line!r}")
        step, letter_id = match.groups()
        if step == "trying":
            self._tried[letter_id] = None
            return
        self._tried.pop(letter_id, None)
        if step == "accepted":
            self._taken[letter_id] = None

    def doubtful(self) -> tuple[str, ...]:
        return tuple(self._tried)

    def taken(self) -> tuple[str, ...]:
        return tuple(self._taken)


class MemoryJournal:
    """The journal for as long as the process lives; `_write` is where the real one makes it last."""

    def __init__(self) -> None:
        self._notes = _Notes()

    def trying(self, letter_id: str) -> None:
        """Note that this letter is about to be handed over."""
        self._note(f"trying {letter_id}")

    def accepted(self, letter_id: str) -> None:
        """Note that the server took responsibility for it."""
        self._note(f"accepted {letter_id}")

    def refused(self, letter_id: str) -> None:
        """Note that the server did not take it, so that it is not doubtful."""
        self._note(f"refused {letter_id}")

    def accepted_then_trying(self, done: str, following: str) -> None:
        """Note both with one sync."""
        self._note(f"accepted {done}", f"trying {following}")

    def doubtful(self) -> tuple[str, ...]:
        """Return letters that were tried and neither accepted nor refused."""
        return self._notes.doubtful()

    def taken(self) -> tuple[str, ...]:
        """Return letters that were accepted since the journal was last cleared."""
        return self._notes.taken()

    def refresh(self) -> None:
        """Do nothing: no other process can write here."""

    def clear(self) -> None:
        """Forget everything."""
        self._notes = _Notes()

    def close(self) -> None:
        """Let go of the file, if there is one."""

    def _note(self, *lines: str) -> None:
        _Notes(lines)  # refuses what could not be read back, before it is written
        self._write("".join(f"{line}\n" for line in lines).encode())
        for line in lines:
            self._notes.add(line)

    def _write(self, content: bytes) -> None:
        """Keep nothing: the notes are in memory."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class FileJournal(MemoryJournal):
    """The journal in `delivery.journal` of the data folder. One process at a time: the one that flushes.

    Each reads it again when its turn comes (`refresh`): the one before it may have died halfway.
    """

    def __init__(self, data_dir: Path, *, disk: Disk | None = None) -> None:
        super().__init__()
        self._path = data_dir / NAME
        self._disk = disk or Disk()
        self._file: int | None = None
        self._room = 0
        self.refresh()

    def refresh(self) -> None:
        """Read again what a process that died left behind. Only under the work lock."""
        self.close()  # a restore may have put another file in its place
        with as_store_error("read the delivery journal"):
            content = self._disk.read(self._path)[0] if self._path.exists() else b""
        whole = content.partition(b"\0")[0].rpartition(b"\n")[0]
        self._notes = _Notes(_believed(whole))
        self._end = len(whole) + 1 if whole else 0
        self._torn = len(content.rstrip(b"\0")) - self._end

    def _write(self, content: bytes) -> None:
        with as_store_error("write the delivery journal"):
            file = self._opened(len(content))
            self._put(file, content, self._end)
            self._end += len(content)

    def _put(self, file: int, content: bytes, offset: int) -> None:
        self._disk.overwrite(file, content, offset)
        self._disk.sync_data(file)

    def _opened(self, coming: int) -> int:
        if self._file is None:
            if not self._path.exists():
                replace(self._disk, self._path, [bytes(ROOM)])
            self._file = os.open(self._path, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
            self._room = os.fstat(self._file).st_size
            if self._torn > 0:
                self._put(self._file, bytes(self._torn), self._end)
        if self._end + coming > self._room:
            self._put(self._file, bytes(ROOM), self._room)
            self._room += ROOM
        return self._file

    def clear(self) -> None:
        """Forget everything, durably."""
        super().clear()
        if self._end:
            with as_store_error("clear the delivery journal"):
                self._put(self._opened(0), bytes(self._end), 0)
        self._end = 0

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _believed(whole: bytes) -> Iterator[str]:
    """Yield the lines that can be read; a damaged one says nothing about the others."""
    return (line for line in whole.decode("ascii", "replace").split("\n") if _LINE.fullmatch(line))
