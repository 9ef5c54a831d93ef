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

from tests.servers.certificates import Certificates
from tests.servers.mailhost import Mailhost
from tests.servers.ports import LOOPBACK, HeldPort, wait_until_open

PROGRAM = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")

# What Dovecot 2.3 says after the login, in the order of its own list.
CAPABILITIES = (
    "IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE SORT SORT=DISPLAY THREAD=REFERENCES THREAD=REFS THREAD=ORDEREDSUBJECT "
    "MULTIAPPEND URL-PARTIAL CATENATE UNSELECT CHILDREN NAMESPACE UIDPLUS LIST-EXTENDED I18NLEVEL=1 CONDSTORE QRESYNC "
    "ESEARCH ESORT SEARCHRES WITHIN CONTEXT=SEARCH LIST-STATUS BINARY MOVE SNIPPET=FUZZY PREVIEW=FUZZY PREVIEW STATUS=SIZE "
    "SAVEDATE LITERAL+ NOTIFY SPECIAL-USE"
)

# A session that idles for a second is put to rest; its keeper tells of news at once, where Dovecot itself waits half a second.
HIBERNATION = """imap_hibernate_timeout = 1s
service imap {
  unix_listener imap-master {
    mode = 0666
  }
}
service imap-hibernate {
  chroot =
  unix_listener imap-hibernate {
    mode = 0666
  }
}"""

CONFIGURATION = """
protocols = imap lmtp
listen = {host}
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/dovecot.log
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {login}
first_valid_uid = {uid}
last_valid_uid = {uid}
ssl = {ssl}
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = mdbox:{root}/mail/%u
mail_uid = {uid}
mail_gid = {gid}
mail_home = {root}/mail/%u
mail_fsync = never
mailbox_list_index = yes
submission_host = {host}:9
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}/mail/%u allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  prefix = {prefix}
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
  mailbox Junk {{
    auto = create
    special_use = \\Junk
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  process_min_avail = 1
  service_count = 0
  inet_listener imap {{
    port = {imap_port}
  }}
  inet_listener imaps {{
    port = {imaps_port}
  }}
}}
service lmtp {{
  process_min_avail = 1
  inet_listener lmtp {{
    port = {lmtp_port}
  }}
}}
{more}
"""


class Dovecot(Mailhost):
    """Dovecot with one password for every user.

    `without` takes capabilities away; `prefix` 'INBOX.' gives the namespace of Courier; `quota` is in kilobytes;
    with `certificates` there is STARTTLS on `imap_port` and TLS on `imaps_port`; `hibernating` puts idle sessions to rest;
    with `rights` one may only do with INBOX what `allow` says last; `vouching` tells other servers who logged in, on
    `auth_port`.
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
    ) -> None:
        self._without = set(without)
        self.prefix = prefix
        self._quota = quota
        self._certificates = certificates
        self._hibernating = hibernating
        self._rights = rights
        self._vouching = vouching
        self._process: subprocess.Popen | None = None
        self._held = [HeldPort() for _ in range(4)]  # also while it is stopped
        self.imap_port, self.lmtp_port, self.imaps_port, self.auth_port = (port.number for port in self._held)
        self._root: Path | None = None

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
        self._process = subprocess.Popen(
            [PROGRAM, "-F", "-c", self._root / "dovecot.conf"],
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
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
        """Return what Dovecot wrote to its log."""
        assert self._root
        log = self._root / "dovecot.log"
        return log.read_text(errors="replace") if log.exists() else ""

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
        command = ["doveadm", "-c", self._root / "dovecot.conf", "mailbox", "update", "-u", self.user]
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
        return CONFIGURATION.format(
            host=LOOPBACK,
            root=root,
            uid=uid,
            gid=gid,
            password=self.password,
            internal="dovecot" if as_root else own,
            group="dovecot" if as_root else grp.getgrgid(gid).gr_name,
            login="dovenull" if as_root else own,
            imap_port=self.imap_port,
            imaps_port=self.imaps_port if self._certificates else 0,
            lmtp_port=self.lmtp_port,
            prefix=self.prefix,
            separator="." if self.prefix else "/",
            ssl="yes" if self._certificates else "no",
            more="\n".join(self._more(root)),
        )

    def _more(self, root: Path) -> list[str]:
        lines = []
        if self._without:
            kept = " ".join(name for name in CAPABILITIES.split() if name not in self._without)
            lines.append(f"imap_capability = {kept}")
        if self._certificates:
            lines.append(f"ssl_cert = <{self._certificates.certificate}\nssl_key = <{self._certificates.key}")
        if self._hibernating:
            lines.append(HIBERNATION)
        if self._vouching:
            lines.append(f"service auth {{\n  inet_listener {{\n    port = {self.auth_port}\n  }}\n}}")
        if self._rights:
            lines.append("mail_plugins = acl\nprotocol imap {\n  mail_plugins = acl imap_acl\n}")
            lines.append(f"plugin {{\n  acl = vfile:{root}/rights:cache_secs=0\n}}")
        if self._quota:
            lines.append("mail_plugins = quota\nprotocol imap {\n  mail_plugins = quota imap_quota\n}")
            lines.append(
                f"plugin {{\n  quota = count:User quota\n  quota_vsizes = yes\n  quota_rule = *:storage={self._quota}K\n"
            )
            lines.append("  quota_grace = 0\n}")
        return lines


def may_not_skip() -> bool:
    """Tell whether every test has to run: in CI, and where somebody says so."""
    return bool(os.environ.get("CI") or os.environ.get("KLACHTMAIL_NO_SKIP"))


def _mail_user() -> tuple[int, int, str]:
    """Return uid, gid and name of the user that owns the mail: never root, which Dovecot refuses."""
    entry = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    return entry.pw_uid, entry.pw_gid, entry.pw_name
