"""A unit test starts no process and speaks to nobody: what does belongs in tests/crash, tests/contract or tests/system."""

import sys

import pytest

STARTS = {"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.exec", "os.system", "pty.spawn"}
SPEAKS = {"socket.connect", "socket.bind", "socket.getaddrinfo"}

_seen: list[str] = []
_watching = False


def _hook(event, arguments):
    if _watching and event in STARTS | SPEAKS and not (event in SPEAKS and isinstance(arguments[-1], str)):
        _seen.append(event)  # an address that is a path: a socket of this machine, as systemd has


sys.addaudithook(_hook)  # for good: an audit hook cannot be taken away


@pytest.fixture(autouse=True)
def _no_process_and_no_network():
    global _watching  # noqa: PLW0603  # the hook outlives every test
    _seen.clear()
    _watching = True
    yield
    _watching = False
    assert _seen == []
