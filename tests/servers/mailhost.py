"""A mail server for one account: what Dovecot and pymap have in common, so that the same tests run on both."""

import contextlib
import imaplib
import re
import socket
import time
from collections.abc import Iterable, Iterator
from typing import Self

from imap_tools.imap_utf7 import utf7_decode, utf7_encode

from tests.servers.ports import LOOPBACK

USER = "klachten@ront.nl"
PASSWORD = "geheim"


class Mailhost:
    """An account with IMAP on `imap_port`; `name` is what the test's id shows. `prefix` comes before made folders."""

    name = ""
    host = LOOPBACK
    user = USER
    password = PASSWORD
    prefix = ""
    imap_port: int

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        raise NotImplementedError

    def stop(self) -> None:
        raise NotImplementedError

    def deliver(self, raw: bytes, rcpt: str | None = None, sender: str = "klant@example.nl") -> None:
        """Put a message into INBOX the way the outside world does: with Return-Path and Received on top."""
        raise NotImplementedError

    @contextlib.contextmanager
    def imap(self, seconds: int = 20) -> Iterator[imaplib.IMAP4]:
        """Another mail program, logged in, without a folder selected; it waits so long for an answer."""
        client = imaplib.IMAP4(self.host, self.imap_port, seconds)
        client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            client.login(self.user, self.password)
            yield client
        finally:
            with contextlib.suppress(imaplib.IMAP4.error, OSError):
                client.logout()

    @contextlib.contextmanager
    def selected(self, folder: str = "INBOX") -> Iterator[imaplib.IMAP4]:
        """Another mail program with this folder open."""
        with self.imap() as client:
            status, data = client.select(encoded(folder))
            assert status == "OK", data
            yield client

    def append(self, raw: bytes, folder: str = "INBOX", flags: str = "", at: float | None = None) -> None:
        """Store a message as it is, with the server's time of receipt `at` (seconds since 1970; now)."""
        with self.imap() as client:
            status, data = client.append(encoded(folder), flags, imaplib.Time2Internaldate(at or time.time()), raw)
            assert status == "OK", data

    def append_many(self, raws: Iterable[bytes], folder: str = "INBOX") -> None:
        """Store many messages at once (MULTIAPPEND, RFC 3502)."""
        literals = b"".join(b" {%d+}\r\n%s" % (len(raw), raw) for raw in raws)
        with self.imap(100) as client:
            tag = client._new_tag()
            client.send(tag + b" APPEND " + encoded(folder).encode() + literals + b"\r\n")
            status, data = client._command_complete("APPEND", tag)
            assert status == "OK", data

    def folder(self, name: str = "INBOX") -> list[bytes]:
        """Return the messages of a folder, without touching their flags; [] when there is no such folder."""
        with self.imap() as client:
            status, count = client.select(encoded(name), readonly=True)
            if status != "OK" or count == [b"0"]:
                return []
            _, data = client.fetch("1:*", "(BODY.PEEK[])")
            return [item[1] for item in data if isinstance(item, tuple)]

    def flags(self, name: str = "INBOX") -> list[set[str]]:
        r"""Return the flags of each message of a folder, without \Recent."""
        with self.imap() as client:
            _, count = client.select(encoded(name), readonly=True)
            if count == [b"0"]:
                return []
            _, data = client.fetch("1:*", "(FLAGS)")
            found = [re.search(rb"FLAGS \(([^)]*)\)", line) for line in data if isinstance(line, bytes)]
            return [set(match[1].decode().split()) - {"\\Recent"} for match in found if match]

    def folders(self) -> set[str]:
        """Return the names of all folders."""
        with self.imap() as client:
            _, data = client.list()
            names = (re.search(rb'\) (?:"[^"]*"|NIL) "?(.*?)"?$', line) for line in data if isinstance(line, bytes))
            return {utf7_decode(name[1]) for name in names if name}

    def remove_folder(self, name: str) -> None:
        """Delete a folder with all that is in it."""
        with self.imap() as client:
            status, data = client.delete(encoded(name))
            assert status == "OK", data


def encoded(folder: str) -> str:
    """Return the folder's name as the protocol has it."""
    return '"' + utf7_encode(folder).decode("ascii") + '"'
