"""Raw messages and rendered letters, each in a file that has the name of its content's SHA-256.

Damage shows by itself, the same content is kept once, and a reference in the register can never mean another text.
"""

import datetime as dt
import errno
import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

from klachtmail.store.disk import Disk, as_store_error, discard
from klachtmail.store.port import Condition

_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAIL, _ERASED, _FRESH = ".eml", ".erased", ".new"


class Contents:
    """Files under `root`; with `by_year` in subfolders of it."""

    def __init__(self, root: Path, disk: Disk, *, by_year: bool) -> None:
        self._root = root
        self._disk = disk
        self._by_year = by_year

    def keep(self, items: Iterable[tuple[bytes, str]]) -> list[str]:
        """Keep each content in its subfolder ('' for none), durably when this returns; return the hashes in order."""
        with as_store_error("keep a message"):
            fresh: dict[Path, Path] = {}
            hashes: list[str] = []
            folders: dict[str, Path] = {}
            try:
                for content, subfolder in items:
                    if subfolder not in folders:
                        folders[subfolder] = self._folder(subfolder)
                    hashes.append(hashlib.sha256(content).hexdigest())
                    self._write(content, folders[subfolder], hashes[-1], fresh)
                self._settle(fresh)
            except OSError:
                for path in fresh.values():
                    discard(self._disk, path)
                raise
        return hashes

    def _folder(self, subfolder: str) -> Path:
        folder = self._root / subfolder
        if folder.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(folder))
        if not folder.is_dir():
            for path in (self._root, folder):
                self._disk.make_folder(path)
                self._disk.sync_folder(path.parent)
        return folder

    def _write(self, content: bytes, folder: Path, sha256: str, fresh: dict[Path, Path]) -> None:
        path = folder / (sha256 + _MAIL)
        if path in fresh:
            return
        if self.get(sha256) is not None and (there := self._find(sha256, _MAIL)):
            self._disk.sync_folder(there.parent)  # a process may have died between its rename and its sync
            return
        fresh[path] = folder / f"{sha256}.{os.getpid()}{_FRESH}"
        self._disk.write(fresh[path], [content])

    def _settle(self, fresh: dict[Path, Path]) -> None:
        """Sync all, then name all: a name never stands for a content that a power cut can take away."""
        if not fresh:
            return
        if len(fresh) == 1 or not self._disk.sync_all(self._root):
            for path in fresh.values():
                self._disk.sync(path)
        for path, temporary in fresh.items():
            self._disk.rename(temporary, path)
            erased = str(path).removesuffix(_MAIL) + _ERASED
            if os.path.exists(erased):  # noqa: PTH110  # asked for every message: a Path costs four times as much
                self._disk.unlink(Path(erased))
        for folder in {path.parent for path in fresh}:
            self._disk.sync_folder(folder)

    def get(self, sha256: str) -> bytes | None:
        """Return a content that is whole, or None."""
        path = self._find(sha256, _MAIL)
        if path is None:
            return None
        with as_store_error("read a message"):
            content, _ = self._disk.read(path)
        return content if hashlib.sha256(content).hexdigest() == sha256 else None

    def condition(self, sha256: str) -> Condition:
        """Tell how a content is."""
        if self._find(sha256, _MAIL) is not None:
            return "damaged" if self.get(sha256) is None else "whole"
        return "missing" if self._find(sha256, _ERASED) is None else "erased"

    def erase(self, sha256: str) -> None:
        """Erase a content and leave an empty file as a mark; the mark first, so that a crash can be made good."""
        path = self._find(sha256, _MAIL)
        if path is None:
            return
        with as_store_error("erase a message"):
            self._disk.write(path.with_suffix(_ERASED), ())
            self._disk.unlink(path)
            self._disk.sync_folder(path.parent)

    def written(self, since: dt.datetime, until: dt.datetime) -> set[str]:
        """Return the hashes of what was written in this period."""
        first, last = since.timestamp(), until.timestamp()
        with as_store_error("list what is kept"):
            return {
                entry.name.removesuffix(_MAIL)
                for folder in (self._root, *self._subfolders())
                if folder.is_dir()
                for entry in os.scandir(folder)
                if entry.name.endswith(_MAIL) and first <= entry.stat(follow_symlinks=False).st_mtime < last
            }

    def sweep(self) -> None:
        """Remove what a process that died had begun to write. Only under the work lock."""
        with as_store_error("remove half-written messages"):
            for folder in (self._root, *self._subfolders()):
                for path in folder.glob(f"*{_FRESH}"):
                    self._disk.unlink(path)

    def _find(self, sha256: str, suffix: str) -> Path | None:
        if not _SHA256.fullmatch(sha256):  # never a path that leaves the folder
            return None
        paths = (f"{folder}/{sha256}{suffix}" for folder in (self._root, *self._subfolders()))
        return next((Path(path) for path in paths if os.path.isfile(path)), None)  # noqa: PTH113  # as above

    def _subfolders(self) -> list[Path]:
        if not (self._by_year and self._root.is_dir()):
            return []
        return [Path(entry.path) for entry in os.scandir(self._root) if entry.is_dir(follow_symlinks=False)]
