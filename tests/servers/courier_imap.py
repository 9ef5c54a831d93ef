"""Courier IMAP, from Debian's package: what older hosting providers run. IMAP on a free loopback port, mail in Maildirs.

It has neither MOVE, LMTP, SPECIAL-USE nor MULTIAPPEND, and every folder lies below INBOX.
"""

import copy
import itertools
import os
import pwd
import socketserver
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from tests.servers.apart import Apart
from tests.servers.mailhost import Mailhost
from tests.servers.ports import LOOPBACK, HeldPort, wait_until_open

SETTINGS = {
    "IMAP_CAPABILITY": "IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=ORDEREDSUBJECT THREAD=REFERENCES SORT QUOTA IDLE",
    "IMAP_KEYWORDS": "1",
    "IMAP_ACL": "1",
    "IMAP_IDLE_TIMEOUT": "1",  # it looks so often, in seconds, where the program for telling of changed files is missing
    "IMAP_USELOCKS": "1",
    "IMAP_TRASHFOLDERNAME": "Trash",
    "MAILDIRPATH": "Maildir",
}
# It asks who somebody is at a name of its own: a link there leads to ours.
START = """mkdir -p /run/courier/authdaemon && ln -s "$1/who" /run/courier/authdaemon/socket && cd / && shift && exec "$@" """


class Accounts(socketserver.ThreadingUnixStreamServer):
    """The other side of authdaemond's socket: one password for every user, who is there from the first login on."""

    daemon_threads = True

    def __init__(self, path: Path, password: str, mail: Path) -> None:
        self.password = password
        self.mail = mail
        self.owner = pwd.getpwnam("nobody")
        super().__init__(str(path), _Question)
        path.chmod(0o777)

    def maildir(self, user: str) -> Path:
        """Return the user's Maildir, made when it is not there yet."""
        made = self.mail / user / "Maildir"
        folders = [made / box / part for box in ("", ".Sent", ".Junk") for part in ("tmp", "new", "cur")]
        for folder in [made.parent, made, *(each.parent for each in folders), *folders]:
            folder.mkdir(mode=0o700, exist_ok=True)
            os.chown(folder, self.owner.pw_uid, self.owner.pw_gid)
        return made


class _Question(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        """After facts about the connection, read `AUTH length`, then service, kind, user and password, a line each; answer with who that is."""
        length = next(line.split()[1] for line in self.rfile if line.startswith(b"AUTH "))
        _, kind, user, password, *_ = [*self.rfile.read(int(length)).decode().split("\n"), "", "", ""]
        server = self.server
        if kind != "login" or password != server.password:
            self.wfile.write(b"FAIL\n")
            return
        server.maildir(user)
        who = {"UID": server.owner.pw_uid, "GID": server.owner.pw_gid, "HOME": server.mail / user, "ADDRESS": user}
        self.wfile.write("".join(f"{name}={value}\n" for name, value in who.items()).encode() + b".\n")


class CourierImap(Mailhost):
    """Courier with one password for every user; every address has a mailbox of its own."""

    name = "courier"
    prefix = "INBOX."

    def __init__(self) -> None:
        self._apart = Apart("courier")
        self._held = HeldPort()
        self.imap_port = self._held.number
        self._accounts: Accounts | None = None
        self._numbers = itertools.count()

    def for_user(self, user: str) -> Self:
        """Return the running server as another user sees it."""
        other = copy.copy(self)
        other.user = user
        return other

    def start(self) -> None:
        root = self._apart.root
        mail = root / "mail"
        mail.mkdir()
        self._accounts = Accounts(root / "who", self.password, mail)
        os.chown(mail, self._accounts.owner.pw_uid, self._accounts.owner.pw_gid)
        threading.Thread(target=self._accounts.serve_forever, daemon=True).start()
        settings = [f"{name}={value}" for name, value in SETTINGS.items()]
        tcpd = ["/usr/sbin/couriertcpd", f"-address={LOOPBACK}", "-maxprocs=40", "-maxperip=40", "-nodnslookup"]
        imapd = [str(self.imap_port), "/usr/lib/courier/courier/imaplogin", "/usr/bin/imapd", "Maildir"]
        try:
            process = self._apart.start("sh", "-c", START, "sh", root, "env", *settings, *tcpd, *imapd)
            wait_until_open(self.imap_port, process)
            with self.imap():
                pass
        except BaseException as error:
            said = self._apart.said()
            self.stop()
            raise RuntimeError(f"Courier does not start: {said}") from error

    def stop(self) -> None:
        if self._accounts is not None:
            self._accounts.shutdown()
            self._accounts.server_close()
            self._accounts = None
        self._apart.stop()
        self._held.release()

    def append_many(self, raws: Iterable[bytes], folder: str = "INBOX") -> None:
        """Store many messages at once: as files, since it answers each APPEND after a twenty-fifth of a second."""
        assert folder == "INBOX"
        for raw in raws:
            self._store(self.user, raw)

    def deliver(self, raw: bytes, rcpt: str | None = None, sender: str = "klant@example.nl") -> None:
        """Deliver as its own delivery agent does."""
        to = rcpt or self.user
        self._store(to, f"Return-Path: <{sender}>\r\nDelivered-To: {to}\r\n".encode() + raw)

    def _store(self, user: str, raw: bytes) -> None:
        """Write a message whole before it stands in `new`; it is numbered by the order of names."""
        assert self._accounts is not None
        maildir, owner = self._accounts.maildir(user), self._accounts.owner
        name = f"{int(time.time())}.M{next(self._numbers):06}P{os.getpid()}.mail.ront.nl"
        written = maildir / "tmp" / name
        written.write_bytes(raw.replace(b"\r\n", b"\n"))
        os.chown(written, owner.pw_uid, owner.pw_gid)
        written.rename(maildir / "new" / name)
