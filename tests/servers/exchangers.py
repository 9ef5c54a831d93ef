"""Postfix and Exim as a firm has them: submission with TLS and a login, mail for the firm to its mailboxes by LMTP.

What is for others goes to `outside`, a server that the test holds; what that refuses comes back as these programs say it.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.servers.apart import Apart
from tests.servers.certificates import Certificates
from tests.servers.dovecot import Dovecot, may_not_skip
from tests.servers.mailhost import Mailhost
from tests.servers.ports import LOOPBACK, HeldPort, wait_until_open
from tests.servers.smtp_server import SmtpServer

MAIN = """
compatibility_level = 3.6
queue_directory = {root}/spool
data_directory = {root}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = {root}/log
maillog_file_prefixes = {root}
inet_interfaces = {host}
inet_protocols = ipv4
myhostname = mail.ront.nl
mydestination =
mynetworks = 127.0.0.9/32
alias_maps =
alias_database =
local_recipient_maps =
virtual_mailbox_domains = ront.nl, afwezig.nl
virtual_transport = lmtp:inet:{host}:{lmtp_port}
default_transport = smtp:[{host}]:{outside}
smtp_dns_support_level = disabled
smtp_host_lookup = native
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:{host}:{auth_port}
smtpd_delay_reject = yes
"""
SERVICES = """
{mx_port} inet n - n - - smtpd -o smtpd_milters={milters}
{port} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt -o smtpd_sasl_auth_enable=yes -o smtpd_client_restrictions=permit_sasl_authenticated,reject
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""

EXIM = """
exim_user = nobody
exim_group = nogroup
never_users =
spool_directory = {root}/spool
log_file_path = {root}/spool/%s.log
primary_hostname = mail.ront.nl
daemon_smtp_ports = {port} : {mx_port}
local_interfaces = {host}
tls_advertise_hosts = *
tls_certificate = {certificate}
tls_privatekey = {key}
acl_smtp_rcpt = who
host_lookup =
rfc1413_hosts =
queue_only = false
smtp_accept_max = 100
begin acl
who:
  accept authenticated = *
  accept domains = ront.nl : afwezig.nl
  deny message = relay not permitted
begin routers
away:
  driver = accept
  domains = afwezig.nl
  senders = ! :
  condition = ${{if def:h_Auto-Submitted: {{no}}{{yes}}}}
  transport = away
gone:
  driver = redirect
  domains = afwezig.nl
  data = :blackhole:
ours:
  driver = manualroute
  domains = ront.nl
  route_list = * {host}
  self = send
  transport = mailboxes
theirs:
  driver = manualroute
  route_list = * {host}
  self = send
  transport = outside
begin transports
away:
  driver = autoreply
  to = $sender_address
  from = $local_part@$domain
  subject = Ik ben er niet
  text = Ik ben met vakantie en lees uw bericht over twee weken.\\n
mailboxes:
  driver = smtp
  protocol = lmtp
  port = {lmtp_port}
  allow_localhost
outside:
  driver = smtp
  port = {outside}
  allow_localhost
begin retry
* * F,1h,1m
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${{if eq{{$auth3}}{{{password}}}}}
  server_set_id = $auth2
  server_advertise_condition = ${{if def:tls_in_cipher}}
"""


class Exchanger:
    """`port` takes letters of who logs in (STARTTLS), `mx_port` takes the world's mail for ront.nl.

    `milter` is the port of a filter (Postfix only) that sees the world's mail first.
    """

    name = ""
    host = LOOPBACK

    def __init__(
        self,
        mailboxes: Dovecot,
        outside: SmtpServer,
        certificates: Certificates,
        mx: HeldPort | None = None,
        milter: int | None = None,
    ) -> None:
        self._held = [HeldPort(), mx or HeldPort()]
        self.port, self.mx_port = (port.number for port in self._held)
        self._facts = {
            "host": LOOPBACK,
            "port": self.port,
            "mx_port": self.mx_port,
            "lmtp_port": mailboxes.lmtp_port,
            "auth_port": mailboxes.auth_port,
            "outside": outside.port,
            "certificate": certificates.certificate,
            "key": certificates.key,
            "password": Mailhost.password,
            "milters": f"inet:{LOOPBACK}:{milter}" if milter else "",
        }

    def __enter__(self):
        try:
            self._start()
            for port in (self.port, self.mx_port):
                wait_until_open(port, self._process)
        except (pytest.skip.Exception, pytest.fail.Exception):  # it is not here: there is nothing to stop
            for port in self._held:
                port.release()
            raise
        except BaseException as error:
            said = self.said()
            self.__exit__()
            raise RuntimeError(f"{self.name} does not start: {said}") from error
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()
        for port in self._held:
            port.release()

    _process: subprocess.Popen

    def _start(self) -> None:
        raise NotImplementedError

    def _stop(self) -> None:
        raise NotImplementedError

    def said(self) -> str:
        """Return what the program wrote."""
        raise NotImplementedError


class Postfix(Exchanger):
    """Postfix, installed, with folders of its own; Dovecot tells it who logged in."""

    name = "postfix"

    def _start(self) -> None:
        if shutil.which("postfix", path="/usr/sbin") is None or os.geteuid() != 0:
            advice = "Postfix is not here: run deploy/test-servers.sh as root"
            (pytest.fail if may_not_skip() else pytest.skip)(advice)
        self._root = Path(tempfile.mkdtemp(prefix="postfix-"))
        self._root.chmod(0o755)
        for name in ("etc", "spool", "data"):
            (self._root / name).mkdir(mode=0o755)
        shutil.chown(self._root / "data", "postfix")
        (self._root / "etc/main.cf").write_text(MAIN.format(root=self._root, **self._facts))
        (self._root / "etc/master.cf").write_text(SERVICES.format(**self._facts))
        with (self._root / "said").open("ab") as said:
            self._process = subprocess.Popen(
                ["/usr/sbin/postfix", "-c", self._root / "etc", "start-fg"],
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )

    def _stop(self) -> None:
        if not hasattr(self, "_root"):
            return
        subprocess.run(
            ["/usr/sbin/postfix", "-c", self._root / "etc", "abort"], capture_output=True, timeout=30, check=False
        )
        os.killpg(self._process.pid, signal.SIGKILL) if self._process.poll() is None else None
        self._process.wait(20)
        shutil.rmtree(self._root)

    def said(self) -> str:
        return "\n".join(path.read_text() for path in (self._root / "said", self._root / "log") if path.exists())


class Exim(Exchanger):
    """Exim, from its unpacked package."""

    name = "exim"

    def _start(self) -> None:
        self._apart = Apart("exim")
        root = self._apart.root
        (root / "spool").mkdir()
        owner = pwd.getpwnam("nobody")
        for key in ("certificate", "key"):  # Exim reads them as its own user
            self._facts[key] = shutil.copy(self._facts[key], root / key)
            os.chown(root / key, owner.pw_uid, owner.pw_gid)
        os.chown(root / "spool", owner.pw_uid, owner.pw_gid)
        (root / "exim.conf").write_text(EXIM.format(root=root, **self._facts))
        self._process = self._apart.start("/usr/sbin/exim4", "-C", root / "exim.conf", "-bdf", "-q1m")

    def _stop(self) -> None:
        if hasattr(self, "_apart"):
            self._apart.stop()

    def said(self) -> str:
        return self._apart.said()
