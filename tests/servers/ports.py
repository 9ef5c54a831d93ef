"""Free ports, and waiting until a server listens."""

import contextlib
import socket
import subprocess
import time

LOOPBACK = "127.0.0.1"


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind((LOOPBACK, 0))
        return sock.getsockname()[1]


def wait_until_open(port: int, process: subprocess.Popen, seconds: float = 20.0) -> None:
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
