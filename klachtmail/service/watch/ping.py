"""Told from outside: a monitor that hears of every good round, and so of silence (the convention of healthchecks)."""

import logging
import urllib.error
import urllib.request
from typing import Final

from klachtmail.service.watch.cause import cause

log = logging.getLogger(__name__)

PATIENCE: Final = 5.0  # seconds for an answer: a monitor must not hold up the mail


class Ping:
    """Fetches the address after a good round, `/start` at the start and `/fail` with the reason. Never raises.

    The address is a secret and stands in no log; the reason holds no names: it leaves the firm.
    """

    def __init__(self, url: str | None) -> None:
        self._url = url.rstrip("/") if url else None
        self._failed: str | None = None

    def start(self) -> None:
        """Say that work begins."""
        self._fetch("/start", "")

    def well(self) -> None:
        """Say that a round went well."""
        self._failed = None
        self._fetch("", "")

    def failed(self, problem: str) -> None:
        """Say what is wrong: at once, and again only when it is something else."""
        reason = nameless(problem)
        if reason != self._failed:
            self._failed = reason
            self._fetch("/fail", reason)

    def _fetch(self, path: str, reason: str) -> None:
        if self._url is None:
            return
        request = urllib.request.Request(f"{self._url}{path}", data=reason.encode(), method="POST")  # noqa: S310 - checked: http(s)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE):  # noqa: S310
                pass
        except (urllib.error.URLError, OSError, ValueError) as error:
            log.warning("the monitor cannot be told: %s", type(error).__name__)


def nameless(problem: str) -> str:
    """Return a reason of which nothing was said by somebody else: only what kind of trouble it is."""
    found = cause(problem)
    return found.reason if found else "a round failed; klachtmail status tells why"
