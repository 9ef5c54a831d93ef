"""What holds for every test, wherever and whenever it runs.

The examples that Hypothesis tries are the same in every run, however slow the machine is. New ones are searched for with
`pytest --hypothesis-profile=search`, and by `make fuzz`.
"""

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.servers.postgres import Postgres

settings.register_profile(
    "reproducible", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", settings.get_profile("reproducible"), derandomize=False)
settings.load_profile("reproducible")

FOR_TESTS = {"KLACHTMAIL_NO_SKIP", "KLACHTMAIL_CORPORA", "KLACHTMAIL_ARTIFACTS", "KLACHTMAIL_DOVECOT"}


# Folders that tests make by hand are as private as the program wants them, also where a group's umask is the usual one.
os.umask(0o022)

MEMORY = Path("/dev/shm")  # noqa: S108 - nothing is shared there: every folder gets a name of its own
ROOM = 4 << 30


def folders_in_memory() -> None:
    """Make the folders of tests in memory where there is room: on a disk most of a run is waiting for fsync.

    The calls are made all the same: tests/system/test_system_calls.py sees them. Whoever sets TMPDIR gets what he says.
    """
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK | os.X_OK):
        return
    found = os.statvfs(MEMORY)
    if found.f_bavail * found.f_frsize >= ROOM and not found.f_flag & os.ST_NOEXEC:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # it may have been asked for before


def pytest_configure():
    """Forget what the shell tells the program and its libraries: a configuration, a proxy before loopback, systemd."""
    folders_in_memory()
    for name in list(os.environ):
        ours = name.startswith("KLACHTMAIL_") and name not in FOR_TESTS
        if ours or name.lower().endswith("_proxy") or name == "NOTIFY_SOCKET":
            del os.environ[name]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], Postgres]]:
    """Return the running PostgreSQL, started when it is first asked for: one for all tests of a process."""
    running: list[Postgres] = []
    with contextlib.ExitStack() as stack:

        def started() -> Postgres:
            if not running:
                running.append(stack.enter_context(Postgres.required()))
            return running[0]

        yield started
