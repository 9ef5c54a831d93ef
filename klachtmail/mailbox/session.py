"""A logged-in IMAP connection: imap-tools' mailbox over our bounded client, and the login by password or token."""

import contextlib
import imaplib
import re
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from imap_tools import BaseMailBox
from imap_tools.errors import MailboxLoginError as LoginRefusedError
from imap_tools.idle import IdleManager

from klachtmail.domain.firm.servers import at, is_loopback
from klachtmail.mailbox.port import MailboxError, MailboxLoginError, Step, unheeded
from klachtmail.mailbox.trouble import answer, detail, is_about_the_password, refusal
from klachtmail.mailbox.wire import CHUNK, BoundedIMAP4, BoundedIMAP4overTLS

Security = Literal["tls", "starttls", "none"]

_NEWS = re.compile(rb"\* \d+ EXISTS", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Account:
    """Where and as whom to log in. `credential` returns the password, or an OAuth access token with `token`.

    `renewed` returns another token, for when the server refuses that one (revoked, or its clock is ahead).
    """

    host: str
    port: int
    security: Security
    username: str
    credential: Callable[[], str] = field(repr=False)
    cafile: Path | None = None
    timeout: float = 30.0
    allow_plain: bool = False
    token: bool = False
    renewed: Callable[[], str] | None = field(default=None, repr=False)
    step: Step = field(default=unheeded, repr=False)

    @property
    def server(self) -> str:
        """'host:port', for messages."""
        return at(self.host, self.port)

    def tls(self) -> ssl.SSLContext:
        """Return a context that verifies certificate and host name, with TLS 1.2 or newer."""
        context = ssl.create_default_context(cafile=self.cafile)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        return context

    def refuse_plain(self) -> None:
        """Raise MailboxError when a password would travel unencrypted beyond this machine."""
        if self.security == "none" and not self.allow_plain and not is_loopback(self.host):
            raise MailboxError(
                f"The mail server {self.server} would get the password unencrypted: "
                "set imap.security to tls or starttls."
            )


class PatientIdle(IdleManager):
    """imap-tools' IDLE without two of its gaps: news before the '+', and news that came in one packet with it."""

    def start(self) -> None:
        """Send IDLE and wait for the go-ahead; what the server says before it is noted as usual."""
        client: BoundedIMAP4 = self.mailbox.client
        client.untagged_responses.pop("EXISTS", None)  # that of the SELECT
        client.step("before IDLE")
        tag = client._command("IDLE")  # noqa: SLF001  # as imap-tools does: imaplib has no IDLE before 3.14
        self._idle_tag = tag
        while client._get_response() is not None:  # noqa: SLF001
            if client.tagged_commands[tag]:
                raise imaplib.IMAP4.abort(f"IDLE refused: {client.tagged_commands[tag]}")
        client.step("after IDLE")

    def stop(self) -> None:
        """Send DONE and wait for the end of IDLE."""
        client: BoundedIMAP4 = self.mailbox.client
        client.step("before DONE")
        super().stop()  # type: ignore[no-untyped-call]
        client.step("after DONE")

    def news(self, seconds: float, wake: int) -> bool:
        """Wait for a new message; False when none came in time or `wake` was written to."""
        client: BoundedIMAP4 = self.mailbox.client
        if "EXISTS" in client.untagged_responses:  # it came between the SELECT and the go-ahead
            return True
        deadline = time.monotonic() + seconds
        while client.is_readable(deadline - time.monotonic(), wake):
            if _NEWS.match(client._get_line()):  # noqa: SLF001
                return True
        return False


class Session(BaseMailBox):
    """imap-tools' mailbox over a BoundedIMAP4. Raises what imaplib, ssl and socket raise."""

    idle_manager_class = PatientIdle
    client: BoundedIMAP4
    idle: PatientIdle

    def __init__(self, account: Account) -> None:
        self.account = account
        self.capabilities: frozenset[str] = frozenset()
        super().__init__()
        self._woken, self._wake = socket.socketpair()
        self._woken.setblocking(False)

    def _get_mailbox_client(self) -> BoundedIMAP4:
        account = self.account
        if account.security == "tls":
            return BoundedIMAP4overTLS(
                account.host, account.port, ssl_context=account.tls(), timeout=account.timeout, step=account.step
            )
        client = BoundedIMAP4(account.host, account.port, account.timeout, step=account.step)
        if account.security == "starttls":
            try:
                client.starttls(account.tls())
            except BaseException:
                with contextlib.suppress(OSError):
                    client.shutdown()
                raise
        return client

    def log_in(self) -> None:
        """Authenticate with what the account offers, or raise MailboxLoginError with the server's own words."""
        account = self.account
        try:
            self._authenticate(self._secret(account.credential))
        except MailboxLoginError:
            if not account.token or account.renewed is None:
                raise
            self._authenticate(self._secret(account.renewed))

    def _authenticate(self, secret: str) -> None:
        account = self.account
        try:
            if account.token:
                self.xoauth2(account.username, secret, initial_folder=None)
            elif _fits_in_a_quoted_string(account.username + secret):
                self.login(account.username, secret, initial_folder=None)
            else:
                self.login_utf8(account.username, secret, initial_folder=None)
        except imaplib.IMAP4.abort:
            raise
        except LoginRefusedError as error:
            raise self._refused(answer(error.command_result)) from error
        except imaplib.IMAP4.error as error:
            raise self._refused(detail(error)) from error

    def _secret(self, credential: Callable[[], str]) -> str:
        try:
            return credential()
        except Exception as error:  # whatever a provider of tokens raises: without one there is no mailbox
            raise MailboxLoginError(f"There is no password or token for {self.account.server}: {error}") from error

    def _refused(self, said: str) -> MailboxError:
        if not is_about_the_password(said):
            return MailboxError(
                f"The mail server {self.account.server} cannot log us in now ({said}): it is tried again by itself."
            )
        what, where = "the user name or password", "imap.username and imap.password"
        if self.account.token:
            what, where = "the access token", "imap.username, imap.oauth2 and what the provider lets the app do"
        return MailboxLoginError(
            f"The mail server {self.account.server} refuses {what} of {self.account.username} ({said}): check {where}."
        )

    def ask_capabilities(self) -> None:
        """Ask CAPABILITY: what the server said before the login or in passing does not count."""
        self.client.untagged_responses.pop("CAPABILITY", None)
        data = self.must(self.client.capability())
        self.capabilities = frozenset(b" ".join(data).decode("ascii", "replace").upper().split())

    def has(self, capability: str) -> bool:
        """Return whether the server can do this; IMAP4rev2 includes what we ask for (RFC 9051 appendix E)."""
        return not self.capabilities.isdisjoint({capability, "IMAP4REV2"})

    def must(self, result: tuple[str, list[Any]]) -> list[Any]:
        """Return the data of a command's (status, data), or raise what its NO means."""
        if result[0] != "OK":
            raise refusal(self.account.server, answer(result))
        return result[1]

    def by_uid(self, verb: str, *words: Any, allowance: int = CHUNK) -> tuple[str, list[Any]]:
        """Send a UID command; return its status and FETCH data, with at most `allowance` bytes of literals."""
        self.client.untagged_responses.pop("FETCH", None)  # flags that changed during earlier commands
        self.client.allowance = allowance
        try:
            status, data = self.client.uid(verb, *words)
        finally:
            self.client.allowance = CHUNK
        return status, data

    def number(self, code: str) -> int:
        """Return the number of a response code of the last SELECT (UIDVALIDITY, UIDNEXT), 0 when it was not given."""
        data = self.client.response(code)[1]
        return int(data[-1]) if data and data[-1] else 0

    def uidnext(self, exists: int) -> int:
        """Return UIDNEXT of the last SELECT, 0 when unknown; Courier never tells it: then what follows the last of its messages."""
        if (told := self.number("UIDNEXT")) or not exists:
            return told
        last = self.must(self.client.fetch(str(exists), "(UID)"))  # its SEARCH does not know `UID *`
        found = (re.search(rb"UID (\d+)", line) for line in last if isinstance(line, bytes))
        return max((int(uid[1]) + 1 for uid in found if uid), default=0)

    def wait_for_news(self, seconds: float) -> bool:
        """IDLE (RFC 2177) in the selected folder; True when a message came, False after the time or a `wake`."""
        with self.idle:
            news = self.idle.news(seconds, self._woken.fileno())
        with contextlib.suppress(BlockingIOError):
            self._woken.recv(CHUNK)
        return news

    def wake(self) -> None:
        """End `wait_for_news` from another thread."""
        with contextlib.suppress(OSError):
            self._wake.send(b".")

    def shut(self) -> None:
        """Close the sockets without a word; never raises."""
        self._woken.close()
        self._wake.close()
        with contextlib.suppress(OSError):
            self.client.shutdown()


def _fits_in_a_quoted_string(text: str) -> bool:
    """Return whether LOGIN can carry it: imaplib checks neither line breaks nor letters outside ASCII (RFC 3501 §4.3)."""
    return text.isascii() and text.isprintable()
