"""Runs a command and every process that comes of it; one that is left afterwards is named, ended, and a failure.

A process whose parent has died becomes a child of this one (prctl(2), PR_SET_CHILD_SUBREAPER), so that none gets away.
"""

import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36


def children() -> dict[int, str]:
    """Return the processes that are left, by id, with their command lines; those that have ended are buried."""
    left = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
            command = stat.with_name("cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if int(parent) == os.getpid():
            if state == "Z":
                os.waitpid(int(stat.parent.name), 0)
            else:
                left[int(stat.parent.name)] = command.strip()
    return left


ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
code = subprocess.call(sys.argv[1:])
for _ in range(20):  # the children of those that are ended come here too
    left = children()
    if not left:
        break
    for process, command in left.items():
        print(f"left behind: {process} {command}", file=sys.stderr)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    code = code or 1
sys.exit(code)
