"""A disk that remembers what a power cut leaves: at every step the data folder as it would be found afterwards."""

import functools
import itertools
from pathlib import Path

from klachtmail.store.disk import Disk
from tests.crash.store.faulty_disk import STEPS


class Hasty(Disk):
    """The real disk without its syncs: no power goes while a test runs, and a busy machine takes long over them."""

    def sync_data(self, file):
        pass

    def sync(self, path):
        pass

    def sync_folder(self, path):
        pass

    def sync_all(self, _path):
        return True


class Platter(Hasty):
    """The real disk, with a model of what is on the medium. `point(name)` is called before and after each step.

    A file has an identity that renames and links keep. Its content is on the medium after a sync of the file; its name
    after a sync of the folder. `syncfs` does both for all.
    """

    def __init__(self, root, point):
        self._root = root
        self._point = point
        self._new = itertools.count()
        self._ids = {path: next(self._new) for path in root.rglob("*") if path.is_file()} if root.exists() else {}
        self._content = {one: path.read_bytes() for path, one in self._ids.items()}
        self._unsynced = set()
        self._names = dict(self._ids)
        for name in STEPS:
            setattr(self, name, functools.partial(self._step, name, getattr(self, name)))

    def _step(self, name, real, *arguments):
        self._point(f"before {name}")
        result = real(*arguments)
        getattr(self, f"_after_{name}", lambda *_: None)(*arguments)
        self._point(f"after {name}")
        return result

    def _after_write(self, path, _chunks):
        self._ids.setdefault(path, next(self._new))
        self._unsynced.add(self._ids[path])

    def _after_write_at(self, path, *_):
        self._unsynced.add(self._ids[path])

    def _after_overwrite(self, file, *_):
        self._unsynced.add(self._ids[Path(f"/proc/self/fd/{file}").readlink()])

    def _after_sync_data(self, file):
        self._after_sync(Path(f"/proc/self/fd/{file}").readlink())

    def _after_sync(self, path):
        self._content[self._ids[path]] = path.read_bytes()
        self._unsynced.discard(self._ids[path])

    def _after_sync_folder(self, folder):
        self._names = {path: one for path, one in self._names.items() if path.parent != folder}
        self._names |= {path: one for path, one in self._ids.items() if path.parent == folder}

    def _after_sync_all(self, _folder):
        for path in self._ids:
            self._after_sync(path)
        self._names = dict(self._ids)

    def _after_rename(self, source, target):
        self._ids[target] = self._ids.pop(source)

    def _after_link(self, source, target):
        self._ids[target] = self._ids[source]

    def _after_unlink(self, path):
        self._ids.pop(path, None)

    def found(self):
        """Return the data folder (relative path -> bytes) as it is found after each kind of death."""
        now = {path: path.read_bytes() for path in self._ids}
        torn = {path: self._torn(one, now[path]) for path, one in self._ids.items()}
        lost = {path: self._content.get(one, b"") for path, one in self._names.items()}
        kinds = {"process killed": now, "power cut, contents torn": torn, "power cut, all unsynced lost": lost}
        return {
            kind: {path.relative_to(self._root): data for path, data in files.items()} for kind, files in kinds.items()
        }

    def _torn(self, one, data):
        if one not in self._unsynced:
            return data
        kept = self._content.get(one)
        if kept is None or len(kept) != len(data):
            return data[: len(data) // 2]
        half = len(data) // 2  # overwritten in place: the new beginning, the old end
        return data[:half] + kept[half:]
