"""Cyrus IMAP, from Debian's package: what universities and some providers run. IMAP and LMTP on free loopback ports."""

import copy
import os
import pwd
import smtplib
import socketserver
import struct
import threading
from pathlib import Path
from typing import Self

from tests.servers.apart import Apart
from tests.servers.mailhost import Mailhost
from tests.servers.ports import LOOPBACK, HeldPort, wait_until_open

SETTINGS = """
configdirectory: {root}/config
defaultpartition: default
partition-default: {root}/mail
proc_path: {root}/config/proc
mboxname_lockpath: {root}/config/lock
cyrus_user: nobody
cyrus_group: nogroup
allowplaintext: yes
sasl_mech_list: PLAIN LOGIN
sasl_pwcheck_method: saslauthd
sasl_saslauthd_path: {root}/mux
virtdomains: userid
defaultdomain: example.org
autocreate_quota: 0
autocreate_post: yes
autocreate_inbox_folders: Sent|Junk
xlist-sent: Sent
xlist-junk: Junk
specialusealways: 1
altnamespace: {altnamespace}
unixhierarchysep: {altnamespace}
duplicatesuppression: no
munge8bit: no
skiplist_unsafe: 1
imapidlepoll: 1
syslog_prefix: cyrus-test
"""
SERVICES = """
START {{ recover cmd="ctl_cyrusdb -C {root}/imapd.conf -r" }}
SERVICES {{
  imap cmd="imapd -C {root}/imapd.conf" listen="{host}:{imap_port}" prefork=1
  lmtp cmd="lmtpd -a -C {root}/imapd.conf" listen="{host}:{lmtp_port}" prefork=1
}}
EVENTS {{ }}
"""


class Passwords(socketserver.ThreadingUnixStreamServer):
    """The other side of saslauthd's socket: one password for every user."""

    daemon_threads = True

    def __init__(self, path: Path, password: str) -> None:
        self.password = password.encode()
        super().__init__(str(path), _Question)
        path.chmod(0o777)


class _Question(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        """Read user, password, service and realm, each behind its length; answer in the same way."""
        words = [self.rfile.read(struct.unpack("!H", self.rfile.read(2))[0]) for _ in range(4)]
        answer = b"OK" if words[1] == self.server.password else b"NO"
        self.wfile.write(struct.pack("!H", len(answer)) + answer)


class Cyrus(Mailhost):
    """Cyrus with one password for every user; every address has a mailbox of its own from its first login on.

    With `inbox_above` the folders lie below INBOX, with dots between, as Cyrus did by default before 3.0.
    """

    name = "cyrus"

    def __init__(self, inbox_above: bool = False) -> None:
        self._apart = Apart("cyrus")
        self.prefix = "INBOX." if inbox_above else ""
        self._held = [HeldPort() for _ in range(2)]
        self.imap_port, self.lmtp_port = (port.number for port in self._held)
        self._passwords: Passwords | None = None

    def for_user(self, user: str) -> Self:
        """Return the running server as another user sees it, with an empty mailbox made."""
        other = copy.copy(self)
        other.user = user
        with other.imap():
            pass
        return other

    def start(self) -> None:
        root = self._apart.root
        owner = pwd.getpwnam("nobody")
        for name in ("config", "mail"):
            (root / name).mkdir()
            os.chown(root / name, owner.pw_uid, owner.pw_gid)
        spoken = {"root": root, "host": LOOPBACK, "imap_port": self.imap_port, "lmtp_port": self.lmtp_port}
        spoken["altnamespace"] = "no" if self.prefix else "yes"
        (root / "imapd.conf").write_text(SETTINGS.format(**spoken).lstrip())
        (root / "cyrus.conf").write_text(SERVICES.format(**spoken))
        self._passwords = Passwords(root / "mux", self.password)
        threading.Thread(target=self._passwords.serve_forever, daemon=True).start()
        try:
            process = self._apart.start(
                "/usr/sbin/cyrmaster", "-C", root / "imapd.conf", "-M", root / "cyrus.conf", "-p", root / "config/pid"
            )
            wait_until_open(self.imap_port, process)
            wait_until_open(self.lmtp_port, process)
            with self.imap():
                pass
        except BaseException as error:
            said = self._apart.said()
            self.stop()
            raise RuntimeError(f"Cyrus does not start: {said}") from error

    def stop(self) -> None:
        if self._passwords is not None:
            self._passwords.shutdown()
            self._passwords.server_close()
            self._passwords = None
        self._apart.stop()
        for port in self._held:
            port.release()

    def deliver(self, raw: bytes, rcpt: str | None = None, sender: str = "klant@example.nl") -> None:
        """Deliver by LMTP."""
        with smtplib.LMTP(self.host, self.lmtp_port, "[127.0.0.1]", timeout=20) as lmtp:
            lmtp.sendmail(sender, [rcpt or self.user], raw)
