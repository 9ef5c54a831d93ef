"""TinyDB's storage for the register: every row in memory, one atomic file write for all tables of a commit."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from klachtmail.store import frame
from klachtmail.store.disk import Disk, Locks, as_store_error, discard
from klachtmail.store.errors import StoreCorruptError, StoreStaleError
from klachtmail.store.schema import SCHEMA, migrated

NAME = "register.json"
MOVED = "moved-to"  # the note in a folder whose register is elsewhere now
COPIES = 3
_Signature = tuple[int, int, int]
_Pending = dict[str, dict[str, Any]]  # table -> id -> row, or a document that TinyDB has put there


class RegisterStorage(Storage):
    """Keeps the tables of `register.json`; writes outside `transaction` are refused.

    A document is held as the bytes of its row and opened when TinyDB hands it out: as values it would take three times
    the memory. TinyDB replaces whole tables and never changes a document in place, so a shallow copy is enough to roll
    back.
    """

    def __init__(self, folder: Path, disk: Disk, locks: Locks, wait: float) -> None:
        self._folder = folder
        self._path = folder / NAME
        self._disk = disk
        self._locks = locks
        self._wait = wait
        self._rows: frame.Rows = {}
        self._pending: _Pending | None = None
        self._generation = 0
        self._signature: _Signature | None = None
        self.reload()

    @property
    def generation(self) -> int:
        """How many commits this register has seen; 0 before the first."""
        return self._generation

    def forget(self) -> None:
        """Begin empty: the register's files were moved away."""
        self._rows, self._generation, self._signature = {}, 0, None

    def read(self) -> "_Pending":
        """Return the tables; inside a transaction as they will be."""
        return dict(self._rows) if self._pending is None else self._pending

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Take what TinyDB made of the tables; it reaches the disk at the end of the transaction."""
        if self._pending is None:
            raise RuntimeError("The register is only written inside a transaction")
        self._pending = dict(data)  # type: ignore[arg-type]  # TinyDB promises less than it hands over

    def reload(self) -> bool:
        """Read the file when it is not the one that was read last; tell whether it was read."""
        with as_store_error("read the register"):
            try:
                if _signature(self._path.lstat()) == self._signature:
                    return False
                content, stat = self._disk.read(self._path)
            except FileNotFoundError:
                return self._start_empty()
        try:
            schema, self._generation, rows = frame.read(content)
        except frame.DamagedError as error:
            raise StoreCorruptError(_advice(self._folder, self._disk, f"is damaged: {error}")) from error
        self._rows = rows if schema == SCHEMA else frame.closed(migrated(frame.opened(rows), schema))
        self._signature = _signature(stat)
        return True

    def _start_empty(self) -> bool:
        if self._signature is not None or candidates(self._folder):
            raise StoreCorruptError(_advice(self._folder, self._disk, "is gone"))
        return False

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Collect what TinyDB writes and put it on disk in one step; on any failure everything is as it was."""
        self._pending = dict(self._rows)
        try:
            yield
            with self._locks.hold("register", self._wait, "Another klachtmail is writing the register; try again"):
                self._refuse_stale()
                with as_store_error("write the register"):
                    self._put(frame.closed(self._pending), self._generation + 1)
        finally:
            self._pending = None

    def _refuse_stale(self) -> None:
        """Never overwrite another's commit: the file must still be the one that these changes were decided on."""
        with as_store_error("read the register"):
            try:
                current = _signature(self._path.lstat())
            except FileNotFoundError:
                current = None
        if current != self._signature:
            raise StoreStaleError("Another klachtmail has written the register in the meantime; nothing was changed")

    def _put(self, rows: frame.Rows, generation: int) -> None:
        fresh = self._path.with_name(f"{NAME}.new")
        try:
            writing = frame.Writing(rows, generation)
            self._disk.write(fresh, writing.chunks())
            self._disk.write_at(fresh, writing.head, 0)
            self._disk.sync(fresh)
            self._keep_copies()
            signature = _signature(fresh.lstat())
            self._disk.rename(fresh, self._path)
        except OSError:
            discard(self._disk, fresh)
            raise
        # From here on the new register is what a start would read, even if the next step fails.
        self._rows, self._generation, self._signature = rows, generation, signature
        self._disk.sync_folder(self._folder)

    def _keep_copies(self) -> None:
        """Move the last good copies one place on and link the register, which was checked when read, as the first."""
        if self._signature is None:
            return
        names = [self._path.with_name(f"{NAME}.{place}") for place in range(1, COPIES + 1)]
        self._disk.unlink(names[-1])
        for older, newer in zip(reversed(names), list(reversed(names))[1:], strict=False):
            if newer.exists():
                self._disk.rename(newer, older)
        self._disk.link(self._path, names[0])


def _signature(stat: os.stat_result) -> _Signature:
    # The copies hold on to the last inodes, so that a new file has another number.
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def candidates(folder: Path) -> list[Path]:
    """Return the copies of the register, the latest first: those of the last commits, then the nightly ones."""
    recent = [path for place in range(1, COPIES + 1) if (path := folder / f"{NAME}.{place}").is_file()]
    nightly = (folder / "copies").glob("register-*.json") if (folder / "copies").is_dir() else ()
    return recent + sorted((p for p in nightly if re.fullmatch(r"register-[\d-]{10}\.json", p.name)), reverse=True)


def is_good(path: Path, disk: Disk) -> bool:
    """Return whether this copy of the register is exactly as it was written."""
    try:
        frame.read(disk.read(path)[0])
    except (OSError, frame.DamagedError):
        return False
    return True


def _advice(folder: Path, disk: Disk, trouble: str) -> str:
    good = next((path for path in candidates(folder) if is_good(path, disk)), None)
    way = f"{good} is good: `klachtmail restore {good}`" if good else "no copy is good: restore a backup"
    return f"The register {folder / NAME} {trouble}; it was not touched; {way}"
