"""Servers that the contract tests share: one of each kind for all tests, and a fresh mailbox on it for each test."""

import contextlib
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.servers.certificates import Certificates, make_certificates
from tests.servers.courier_imap import CourierImap
from tests.servers.cyrus import Cyrus
from tests.servers.dovecot import Dovecot
from tests.servers.mailhost import Mailhost
from tests.servers.pymap_server import Pymap

DOVECOTS: dict[str, dict[str, Any]] = {
    "dovecot": {},
    "dovecot without MOVE": {"without": ("MOVE",)},
    "dovecot without MOVE and UIDPLUS": {"without": ("MOVE", "UIDPLUS")},
    "dovecot with INBOX.": {"prefix": "INBOX."},
    "dovecot without IDLE": {"without": ("IDLE",)},
    "dovecot with quota": {"quota": 100},
}
OTHERS: dict[str, Callable[[], Mailhost]] = {
    "cyrus": Cyrus,
    "cyrus with INBOX.": lambda: Cyrus(inbox_above=True),
    "courier": CourierImap,
    "pymap": Pymap,
}
SERVERS = (*tuple(DOVECOTS)[:4], *OTHERS)

_users = (f"klachten{number}@ront.nl" for number in itertools.count(1))


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="session")
def dovecots() -> Iterator[Callable[[str], Dovecot]]:
    """Return the running Dovecot of a kind, started when it is first asked for."""
    running: dict[str, Dovecot] = {}
    with contextlib.ExitStack() as stack:

        def started(kind: str) -> Dovecot:
            if kind not in running:
                running[kind] = stack.enter_context(Dovecot.required(**DOVECOTS[kind]))
            return running[kind]

        yield started


@pytest.fixture(scope="session")
def others() -> Iterator[Callable[[str], Any]]:
    """Return the running server of another kind, started when it is first asked for."""
    running: dict[str, Mailhost] = {}
    with contextlib.ExitStack() as stack:

        def started(kind: str) -> Mailhost:
            if kind not in running:
                running[kind] = stack.enter_context(OTHERS[kind]())
            return running[kind]

        yield started


@pytest.fixture
def mailhost_of_kind(dovecots: Callable[[str], Dovecot], others: Callable[[str], Any]) -> Callable[[str], Mailhost]:
    """Return an empty mailbox on a server of this kind."""

    def empty(kind: str) -> Mailhost:
        return (others if kind in OTHERS else dovecots)(kind).for_user(next(_users))

    return empty
