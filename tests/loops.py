"""The daemon's loop in a thread of the test."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator

from klachtmail.daemon import Daemon


@contextlib.contextmanager
def looping(daemon: Daemon) -> Iterator[threading.Thread]:
    """Run the loop while the block lasts; give its thread."""
    thread = threading.Thread(target=daemon._loop)
    thread.start()
    try:
        yield thread
    finally:
        daemon._stop.set()
        daemon._ask("nothing")
        thread.join(30)
        assert not thread.is_alive()


def until(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait until this is so; AssertionError when it does not come in time."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.002)
