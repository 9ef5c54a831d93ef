"""A private Dovecot: IMAP and LMTP on free loopback ports, own configuration and folders, for root and for others."""

import contextlib
import copy
import grp
import os
import pwd
import shutil
import signal
import smtplib
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Self

import pytest

from tests.servers import dovecot_settings as settings
from tests.servers.certificates import Certificates
from tests.servers.mailhost import Mailhost
from tests.servers.ports import LOOPBACK, HeldPort, wait_until_open

# Another Dovecot than the installed one: a command beside which there is doveadm.
PROGRAM = os.environ.get("KLACHTMAIL_DOVECOT") or shutil.which(
    "dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin"
)


def is_new() -> bool:
    """Return whether it is 2.4 or later, whose settings are others."""
    said = subprocess.run([str(PROGRAM), "--version"], capture_output=True, text=True, timeout=20, check=True).stdout
    return tuple(int(number) for number in said.split(".")[:2]) >= (2, 4)


class Dovecot(Mailhost):
    """Dovecot with one password for every user.

    `without` takes capabilities away; `prefix` 'INBOX.' gives the namespace of Courier; `quota` is in kilobytes;
    with `certificates` there is STARTTLS on `imap_port` and TLS on `imaps_port`; `hibernating` puts idle sessions to rest;
    with `rights` one may only do with INBOX what `allow` says last; `vouching` tells other servers who logged in, on
    `auth_port`; `away` is a Sieve script (RFC 5230) that every mailbox has, and the port of the server that takes its answers.
    """

    name = "dovecot"

    def __init__(
        self,
        without: tuple[str, ...] = (),
        prefix: str = "",
        quota: int | None = None,
        certificates: Certificates | None = None,
        hibernating: bool = False,
        rights: bool = False,
        vouching: bool = False,
        away: tuple[str, int] | None = None,
    ) -> None:
        self._without = set(without)
        self.prefix = prefix
        self._quota = quota
        self._certificates = certificates
        self._hibernating = hibernating
        self._rights = rights
        self._vouching = vouching
        self._away = away
        self._process: subprocess.Popen | None = None
        self._held = [HeldPort() for _ in range(4)]  # also while it is stopped
        self.imap_port, self.lmtp_port, self.imaps_port, self.auth_port = (port.number for port in self._held)
        self._root: Path | None = None
        self._new = is_new()

    def for_user(self, user: str) -> Self:
        """Return the running server as another user sees it: every address has a mailbox of its own."""
        other = copy.copy(self)
        other.user = user
        return other

    @classmethod
    def required(cls, **options: Any) -> Self:
        """Return a Dovecot to start. Where there is none the test is skipped, or fails when nothing may be skipped."""
        if PROGRAM is None:
            advice = "Dovecot is not installed: apt-get install dovecot-imapd dovecot-lmtpd"
            (pytest.fail if may_not_skip() else pytest.skip)(advice)
        return cls(**options)

    def start(self) -> None:
        """Start, also again after `stop(keep=True)`: on the same ports, with the same mail."""
        if self._root is None:
            self._root = self._make_root()
        assert PROGRAM
        with (self._root / "complaints").open("ab") as complaints:
            self._process = subprocess.Popen(
                [PROGRAM, "-F", "-c", self._root / "dovecot.conf"],
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
            )
        try:
            wait_until_open(self.imap_port, self._process)
            wait_until_open(self.lmtp_port, self._process)
        except (RuntimeError, TimeoutError) as error:
            said = self.log()
            self.stop()
            raise RuntimeError(f"Dovecot does not start: {said}") from error
        except BaseException:  # a test that is ended while it waits leaves no process either
            self.stop()
            raise

    def stop(self, keep: bool = False) -> None:
        """End all of its processes; unless `keep`, its mail is gone too."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):  # politely only when its files are needed again
                os.killpg(self._process.pid, signal.SIGTERM if keep else signal.SIGKILL)
            self._process.wait(20)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process = None
        if keep:
            return
        for port in self._held:
            port.release()
        if self._root is not None:
            shutil.rmtree(self._root)
            self._root = None

    def allow(self, rights: str) -> None:
        """Let everybody do this with INBOX (RFC 4314): 'lr' to read, 'lrwstipekxa' for everything."""
        assert self._root
        (self._root / "rights").write_text(f"INBOX owner {rights}\n")

    def log(self) -> str:
        """Return what Dovecot wrote to stderr, such as settings that it does not know, and to its log."""
        assert self._root
        said = (self._root / name for name in ("complaints", "dovecot.log"))
        return "".join(path.read_text(errors="replace") for path in said if path.exists())

    def deliver(self, raw: bytes, rcpt: str | None = None, sender: str = "klant@example.nl") -> None:
        """Deliver by LMTP."""
        with smtplib.LMTP(self.host, self.lmtp_port, "[127.0.0.1]", timeout=20) as lmtp:
            lmtp.sendmail(sender, [rcpt or self.user], raw)

    def deliver_many(self, raws: list[bytes], rcpt: str | None = None, sender: str = "klant@example.nl") -> None:
        """Deliver by LMTP over one connection."""
        with smtplib.LMTP(self.host, self.lmtp_port, "[127.0.0.1]", timeout=60) as lmtp:
            for raw in raws:
                lmtp.sendmail(sender, [rcpt or self.user], raw)

    def renumber(self, folder: str = "INBOX") -> None:
        """Give a folder a new UIDVALIDITY, as a restored or rebuilt server does."""
        assert self._root
        command = [
            Path(str(PROGRAM)).with_name("doveadm") if "KLACHTMAIL_DOVECOT" in os.environ else "doveadm",
            "-c",
            self._root / "dovecot.conf",
            "mailbox",
            "update",
            "-u",
            self.user,
        ]
        subprocess.run([*command, "--uid-validity", "1999999999", folder], check=True, timeout=30)

    def _make_root(self) -> Path:
        """Make the folder; short, because the names of Unix sockets are at most 107 bytes."""
        root = Path(tempfile.mkdtemp(prefix="dovecot-"))
        root.chmod(0o755)
        uid, gid, _ = _mail_user()
        (root / "mail").mkdir()
        os.chown(root / "mail", uid, gid)
        (root / "dovecot.conf").write_text(self._configuration(root))
        (root / "rights").touch()
        return root

    def _configuration(self, root: Path) -> str:
        uid, gid, own = _mail_user()
        as_root = os.geteuid() == 0
        facts = {
            "host": LOOPBACK,
            "root": root,
            "uid": uid,
            "gid": gid,
            "password": self.password,
            "internal": "dovecot" if as_root else own,
            "group": "dovecot" if as_root else grp.getgrgid(gid).gr_name,
            "login": "dovenull" if as_root else own,
            "imap_port": self.imap_port,
            "imaps_port": self.imaps_port if self._certificates else 0,
            "lmtp_port": self.lmtp_port,
            "prefix": self.prefix,
            "separator": "." if self.prefix else "/",
            "ssl": "yes" if self._certificates else "no",
        }
        return settings.configuration(self._new, facts, self._more(root))

    def _more(self, root: Path) -> list[str]:
        lines = []
        if self._without:
            lines.append(settings.capabilities(self._without))
        if self._certificates:
            lines.append(settings.certificates(self._new, self._certificates.certificate, self._certificates.key))
        if self._hibernating:
            lines.append(settings.HIBERNATION)
        if self._vouching:
            lines.append(f"service auth {{\n  inet_listener vouching {{\n    port = {self.auth_port}\n  }}\n}}")
        if self._away:
            script, port = self._away
            (root / "away.sieve").write_text(script)
            lines.append(settings.vacation(self._new, root / "away.sieve", port))
        if self._rights:
            lines.append(settings.rights(self._new, root / "rights"))
        if self._quota:
            lines.append(settings.quota(self._new, self._quota))
        return lines


def may_not_skip() -> bool:
    """Return whether every test has to run: in CI, and where somebody says so."""
    return bool(os.environ.get("CI") or os.environ.get("KLACHTMAIL_NO_SKIP"))


def _mail_user() -> tuple[int, int, str]:
    """Return uid, gid and name of the user that owns the mail: never root, which Dovecot refuses."""
    entry = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    return entry.pw_uid, entry.pw_gid, entry.pw_name
