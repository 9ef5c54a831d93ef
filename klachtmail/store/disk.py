"""The world of files in one small object: every step that can fail, or after which a process can die, is a method.

A test hands in its own `Disk` to count the steps, to fail at one of them or to end the process there. Nothing
in the store touches a file for writing in any other way.
"""

import ctypes
import errno
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from klachtmail.store.errors import StoreBusyError, StoreError, StoreFullError

if TYPE_CHECKING:
    from filelock import FileLock

FILE_MODE = 0o600
FOLDER_MODE = 0o700
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})  # FAT says EPERM
_NO_WRITING = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class Disk:
    """The real disk. Files are private (0600), folders too (0700), and a symbolic link is never followed."""

    def read(self, path: Path) -> tuple[bytes, os.stat_result]:
        """Return the whole file and its stat, both of the same open file."""
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC
        with os.fdopen(os.open(path, flags), "rb", buffering=0) as file:
            return file.readall(), os.fstat(file.fileno())

    def make_folder(self, path: Path) -> None:
        """Make a folder for us alone; one that exists stays as it is."""
        path.mkdir(mode=FOLDER_MODE, exist_ok=True)

    def make_private(self, path: Path, mode: int) -> None:
        """Take from others what they may do with this file or folder."""
        path.chmod(mode)

    def write(self, path: Path, chunks: Iterable[bytes]) -> None:
        """Overwrite a file, without a sync."""
        _fill(os.open(path, _WRITING | os.O_TRUNC, FILE_MODE), chunks)

    def write_new(self, path: Path, chunks: Iterable[bytes]) -> None:
        """Write a file that is not there yet, for its owner alone whatever the umask, without a sync."""
        file = os.open(path, _WRITING | os.O_EXCL, FILE_MODE)
        os.fchmod(file, FILE_MODE)
        _fill(file, chunks)

    def write_at(self, path: Path, content: bytes, offset: int) -> None:
        """Overwrite a part of an existing file in place, without a sync."""
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC), "wb", buffering=0) as file:
            file.seek(offset)
            file.write(content)

    def overwrite(self, file: int, content: bytes, offset: int) -> None:
        """Overwrite a part of an open file, without a sync (the delivery journal)."""
        os.pwrite(file, content, offset)

    def sync_data(self, file: int) -> None:
        """Fdatasync the open file."""
        os.fdatasync(file)

    def sync(self, path: Path) -> None:
        """Fsync the file."""
        _synced(path, os.O_RDONLY)

    def sync_folder(self, path: Path) -> None:
        """Fsync the folder."""
        _synced(path, os.O_RDONLY | os.O_DIRECTORY)

    def sync_all(self, path: Path) -> bool:
        """syncfs; return False where the platform has none."""
        syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
        if syncfs is None:
            return False
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            if syncfs(file) != 0:
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(path))
        finally:
            os.close(file)
        return True

    def rename(self, source: Path, target: Path) -> None:
        """Give a file its final name, in place of what had that name."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name; where there is no such thing (FAT, some network folders) a durable copy."""
        try:
            target.hardlink_to(source)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            content, _ = self.read(source)
            self.write(target, [content])
            self.sync(target)

    def unlink(self, path: Path) -> None:
        """Remove a name, if it is there."""
        path.unlink(missing_ok=True)

    def lock(self, lock: "FileLock", wait: float) -> None:
        """Take a lock within so many seconds, or raise filelock's Timeout."""
        lock.acquire(timeout=wait, poll_interval=0.02)

    def unlock(self, lock: "FileLock") -> None:
        """Let go of a lock."""
        lock.release()


def _fill(file: int, chunks: Iterable[bytes]) -> None:
    """Write to an open file, and close it."""
    try:
        for chunk in chunks:
            rest = memoryview(chunk)
            while rest:
                rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def _synced(path: Path, flags: int) -> None:
    file = os.open(path, flags | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def replace(disk: Disk, path: Path, chunks: Iterable[bytes], *, lasting: bool = True) -> None:
    """Write a file so that after a crash at any instant its name has either the old content or the new one.

    One that is not `lasting` is only whole for other processes: a power cut may tear it.
    """
    fresh = path.with_name(path.name + ".new")
    try:
        disk.write(fresh, chunks)
        if lasting:
            disk.sync(fresh)
        disk.rename(fresh, path)
    except OSError:
        discard(disk, fresh)
        raise
    if lasting:
        disk.sync_folder(path.parent)


def give_out(disk: Disk, path: Path, chunks: Iterable[bytes]) -> None:
    """Do the same in a folder that others may write: nobody can have laid a file, a link or a pipe in our way.

    The name is new each time, and the file is ours alone before there is a byte in it.
    """
    fresh = path.with_name(f".{path.name[:200]}.{secrets.token_hex(8)}")
    try:
        disk.write_new(fresh, chunks)
        disk.sync(fresh)
        disk.rename(fresh, path)
    except OSError:
        discard(disk, fresh)
        raise
    disk.sync_folder(path.parent)


def discard(disk: Disk, path: Path) -> None:
    """Remove a half-written file; that this fails too must not hide the first failure."""
    try:
        disk.unlink(path)
    except OSError:
        return


@contextmanager
def as_store_error(doing: str) -> Iterator[None]:
    """Say an operating system's error as a StoreError of one sentence; `doing` is 'write the register'."""
    try:
        yield
    except OSError as error:
        raise _said(error, doing) from error


def _said(error: OSError, doing: str) -> StoreError:
    where = f" ({error.filename})" if error.filename else ""
    if error.errno in _NO_ROOM:
        return StoreFullError(f"Cannot {doing}: the disk is full{where}; make room, nothing was changed")
    if error.errno in _NO_WRITING:
        return StoreFullError(f"Cannot {doing}: it may not be written{where}; check the owner and the mount")
    if error.errno == errno.ELOOP:
        return StoreError(f"Cannot {doing}: a symbolic link stands in its place{where}; put the real file there")
    return StoreError(f"Cannot {doing}: {error.strerror or error}{where}")


class Locks:
    """The three locks of a data folder: `daemon` (for life), `work` (poll, flush, do), `register` (one commit)."""

    def __init__(self, folder: Path, disk: Disk, *, prefix: str = "") -> None:
        self._folder = folder
        self._disk = disk
        self._prefix = prefix  # where the folder is not ours alone
        self._work: FileLock | None = None

    @contextmanager
    def hold(self, name: str, wait: float, busy: str) -> Iterator[None]:
        """Hold a lock; StoreBusyError with the text `busy` when it is not ours within `wait` seconds."""
        with self._held(self._lock(name), wait, busy):
            yield

    @contextmanager
    def hold_work(self, wait: float, busy: str) -> Iterator[bool]:
        """Hold the work lock, again if this thread has it already; yields whether it was taken now."""
        self._work = self._work or self._lock("work")
        was_free = not self._work.is_locked
        with self._held(self._work, wait, busy):
            yield was_free

    @contextmanager
    def _held(self, lock: "FileLock", wait: float, busy: str) -> Iterator[None]:
        from filelock import Timeout  # a command that only reads must not pay for the import

        name = Path(lock.lock_file).name
        with as_store_error(f"take {name}"):
            try:
                self._disk.lock(lock, wait)
            except Timeout:
                raise StoreBusyError(busy) from None
        try:
            yield
        finally:
            with as_store_error(f"let go of {name}"):
                self._disk.unlock(lock)

    def _lock(self, name: str) -> "FileLock":
        from filelock import FileLock  # as above

        return FileLock(self._folder / f"{self._prefix}{name}.lock", mode=FILE_MODE)
