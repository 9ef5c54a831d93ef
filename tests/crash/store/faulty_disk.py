"""A disk that counts its steps, and fails, ends the process or loses what was not synced at one of them."""

import functools
import os

from klachtmail.store.disk import Disk

STEPS = tuple(
    """
    make_folder write write_at overwrite sync_data sync sync_folder sync_all rename link unlink lock unlock
""".split()
)


class FaultyDisk(Disk):
    """`fault(step, name)` is called before and after each step: `step` counts both, from 0."""

    def __init__(self, fault=lambda step, name: None):
        self.taken = []
        self._fault = fault
        for name in STEPS:
            setattr(self, name, functools.partial(self._step, name, getattr(self, name)))

    def _step(self, name, real, *arguments):
        self._point(f"before {name}")
        result = real(*arguments)
        self._point(f"after {name}")
        return result

    def _point(self, name):
        self.taken.append(name)
        self._fault(len(self.taken) - 1, name)


class PowerCut(FaultyDisk):
    """Ends the process at a step, and tears every file that was written and not synced by then, renamed or not."""

    def __init__(self, at):
        self._unsynced = {}
        self._overwritten = []
        super().__init__(lambda step, name: self._cut() if step == at else None)

    def _step(self, name, real, *arguments):
        result = super()._step(name, real, *arguments)
        if name in {"write", "write_at"}:
            self._unsynced[arguments[0].stat().st_ino] = arguments[0]
        elif name == "overwrite":
            self._overwritten.append(arguments)
        elif name == "sync_data":
            self._overwritten.clear()
        elif name == "sync":
            self._unsynced.pop(arguments[0].stat().st_ino, None)
        elif name == "sync_all":
            self._unsynced.clear()
        elif name == "rename" and arguments[1].stat().st_ino in self._unsynced:
            self._unsynced[arguments[1].stat().st_ino] = arguments[1]
        return result

    def _cut(self):
        for path in self._unsynced.values():
            if path.exists():
                os.truncate(path, path.stat().st_size // 2)
        for file, content, offset in self._overwritten:
            os.pwrite(file, bytes(len(content) // 2 + 1), offset + len(content) // 2)
        os._exit(9)


def started(work):
    """Run this in a process of its own; return its id. It ends with 0, or 1 after an exception."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001  # whatever it is, this copy of pytest must not go on
            os._exit(1)
        os._exit(0)
    return child


def ended(child):
    """Return the exit code of a process when it has ended."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def in_a_process(work):
    """Run this in a process of its own; return its exit code."""
    return ended(started(work))
