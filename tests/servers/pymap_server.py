"""pymap with its in-memory backend, for machines without Dovecot: IMAP only, so mail is delivered by APPEND."""

import copy
import subprocess
import sys
from email.utils import formatdate
from pathlib import Path
from typing import Self

from tests.servers.mailhost import PASSWORD, Mailhost
from tests.servers.ports import LOOPBACK, HeldPort, wait_until_open


class Pymap(Mailhost):
    """pymap in a process of its own; what it holds is gone when it stops."""

    name = "pymap"

    def __init__(self, password: str = PASSWORD) -> None:
        self.password = password
        self._held = HeldPort()
        self.imap_port = self._held.number
        self._process: subprocess.Popen | None = None

    def for_user(self, user: str) -> Self:
        """Return the running server as another user sees it: every address has a mailbox of its own."""
        other = copy.copy(self)
        other.user = user
        return other

    def start(self) -> None:
        command = [
            sys.executable,
            str(Path(__file__).with_name("pymap_main.py")),
            "--no-service",
            "managesieve",
            "--no-service",
            "admin",
            "--host",
            LOOPBACK,
            "--port",
            str(self.imap_port),
            "--no-tls",
            "dict",
            "--demo-user",
            self.user,
            "--demo-password",
            self.password,
        ]
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            wait_until_open(self.imap_port, self._process)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        self._held.release()

    def deliver(self, raw: bytes, rcpt: str | None = None, sender: str = "klant@example.nl") -> None:
        """Append, with the header fields on top that a delivery by LMTP adds."""
        rcpt = rcpt or self.user
        self.append(
            f"Return-Path: <{sender}>\r\nDelivered-To: {rcpt}\r\nReceived: from [{LOOPBACK}] by localhost with LMTP\r\n"
            f"\tfor <{rcpt}>; {formatdate()}\r\n".encode()
            + raw
        )
