"""Ports that nobody else gets while we hold them, and waiting until a server listens."""

import contextlib
import socket
import subprocess
import time
from typing import Self

LOOPBACK = "127.0.0.1"


class HeldPort:
    """A port on loopback that is bound from now until `release`: no second holder and no other program gets its number.

    Connections to it are refused until a server listens. Ours may (SO_REUSEADDR on both sides, and nobody listens yet).
    """

    def __init__(self) -> None:
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind((LOOPBACK, 0))
        self.number: int = self._socket.getsockname()[1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        """Give it back; a second time does nothing."""
        self._socket.close()


def wait_until_open(port: int, process: subprocess.Popen, seconds: float = 60.0) -> None:
    """Return when something listens there; RuntimeError when the process has ended, TimeoutError after the time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection((LOOPBACK, port), 1.0):
            return
        if process.poll() is not None:
            raise RuntimeError(f"{process.args} ended with {process.returncode}")
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.01)  # sleeps, but not longer than the process lives
    raise TimeoutError(f"{process.args} does not listen on port {port}")
