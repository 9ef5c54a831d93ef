"""A logged-in SMTP submission connection (RFC 5321, RFC 6409), or the reason why there is none."""

import base64
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from klachtmail.domain.firm.servers import at, is_loopback
from klachtmail.smtp.port import Paused, Step, unheeded

Security = Literal["tls", "starttls", "none"]

CHUNK = 64 * 1024
END = b".\r\n"  # of a letter (RFC 5321 §4.1.1.4)
NO_CODE = -1  # smtplib's for a line that does not begin with a number
VERBS = frozenset({"EHLO", "HELO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "RSET", "NOOP", "QUIT"})
HELO = "[127.0.0.1]"  # RFC 5321 §4.1.3; asking the resolver for our own name can take half a minute


@dataclass(frozen=True, slots=True)
class Relay:
    """Where and as whom to send; without a username nobody logs in.

    `credential` returns the password, or an OAuth access token with `token`; `renewed` another token, for when the
    server refuses that one.
    """

    host: str
    port: int
    security: Security
    username: str | None
    credential: Callable[[], str] | None = field(repr=False)
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

    def refuse_plain(self) -> None:
        """Raise UnavailableError when a password would travel unencrypted beyond this machine."""
        if self.security == "none" and not self.allow_plain and not is_loopback(self.host):
            raise UnavailableError(
                f"The sending server {self.server} would get the password unencrypted: "
                "set smtp.security to tls or starttls."
            )


class UnavailableError(Exception):
    """There is no connection to send over; `answer` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.answer = Paused(reason)


class Submission(smtplib.SMTP):
    """smtplib's client without Nagle's delay, and without one timeout for all bytes of a large letter.

    `step` hears of each command, of the content of a letter and of its end before it is said, and of its answer. `said` is
    what was said last, or whose answer is awaited.
    """

    def __init__(self, *arguments: Any, step: Step = unheeded, **options: Any) -> None:
        self.step = step
        self.said = "connect"
        super().__init__(*arguments, **options)

    def putcmd(self, cmd: str, args: str = "") -> None:
        """Say a command; what answers a challenge of AUTH is never named."""
        verb = cmd.partition(" ")[0].upper()
        self._say(verb if verb in VERBS else "answer")
        super().putcmd(cmd, args)

    def say_all(self, commands: Sequence[str]) -> Iterator[tuple[int, bytes]]:
        """Say these commands in one piece (RFC 2920), and return their answers, each read when it is asked for.

        All of them are to be read: what is left would be taken for the answer to the next command.
        """
        verbs = [command.partition(" ")[0] for command in commands]
        for verb in verbs:
            self._say(verb)
        self.said = verbs[0]
        self.send("".join(f"{command}\r\n" for command in commands))
        return map(self._answer_to, verbs)

    def _answer_to(self, verb: str) -> tuple[int, bytes]:
        self.said = verb
        return self.getreply()

    def getreply(self) -> tuple[int, bytes]:
        """Return the answer to what was said last."""
        reply = super().getreply()
        self.step(f"after {self.said}")
        return reply

    def _say(self, what: str) -> None:
        self.said = what
        self.step(f"before {what}")

    def _get_socket(self, host: str, port: int, timeout: float) -> Any:  # the hook that smtplib's own SMTP_SSL uses
        self._say("connect")
        sock = super()._get_socket(host, port, timeout)  # type: ignore[misc]  # typeshed does not know it
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return sock

    def write(self, content: bytes) -> None:
        """Send raw bytes in pieces, each with the timeout for itself; raises OSError."""
        if self.sock is None:
            raise smtplib.SMTPServerDisconnected("not connected")
        self._say("end" if content == END else "content")
        view = memoryview(content)
        for start in range(0, len(view), CHUNK):
            self.sock.sendall(view[start : start + CHUNK])

        if content != END:  # that has an answer
            self.step("after content")

    def wait_at_most(self, seconds: float) -> None:
        """Set how long to wait for an answer."""
        if self.sock is not None:
            self.sock.settimeout(seconds)


class SubmissionOverTLS(Submission, smtplib.SMTP_SSL):
    """The same with TLS from the first byte."""


def open_session(relay: Relay) -> Submission:
    """Connect, encrypt and log in, or raise UnavailableError with one sentence that says what to do."""
    relay.refuse_plain()
    try:
        session = _connect(relay)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise UnavailableError(_why_unreachable(relay.server, error)) from error
    try:
        _log_in(session, relay)
    except BaseException:
        session.close()
        raise
    return session


def _connect(relay: Relay) -> Submission:
    if relay.security == "tls":
        over_tls = SubmissionOverTLS(
            relay.host, relay.port, HELO, timeout=relay.timeout, context=_tls(relay), step=relay.step
        )
        return _greeted(over_tls)
    session = _greeted(Submission(relay.host, relay.port, HELO, timeout=relay.timeout, step=relay.step))
    if relay.security == "none":
        return session
    try:
        session.starttls(context=_tls(relay))
    except BaseException:
        session.close()
        raise
    return _greeted(session)


def _greeted(session: Submission) -> Submission:
    try:
        session.ehlo_or_helo_if_needed()
    except BaseException:
        session.close()
        raise
    return session


def _tls(relay: Relay) -> ssl.SSLContext:
    """Return a context that verifies certificate and host name, with TLS 1.2 or newer."""
    context = ssl.create_default_context(cafile=relay.cafile)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _log_in(session: Submission, relay: Relay) -> None:
    if not relay.username or relay.credential is None:
        return
    try:
        _try_login(session, relay, relay.username, relay.credential)
    except smtplib.SMTPResponseException as error:
        where = "smtp.oauth2 and what the provider lets the app do" if relay.token else "smtp.password"
        raise UnavailableError(
            f"The sending server {relay.server} refuses the login of {relay.username} ({_said(error)}): "
            f"check smtp.username and {where}."
        ) from error
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise UnavailableError(_why_unreachable(relay.server, error)) from error


def _try_login(session: Submission, relay: Relay, username: str, credential: Callable[[], str]) -> None:
    """Log in, a second time with a new token when the server refuses the first one."""
    try:
        _authenticate(session, username, _secret(credential), relay.token)
    except smtplib.SMTPAuthenticationError:
        if not relay.token or relay.renewed is None:
            raise
        _authenticate(session, username, _secret(relay.renewed), relay.token)


def _secret(credential: Callable[[], str]) -> str:
    try:
        return credential()
    except Exception as error:  # whatever a provider of tokens raises: without one nothing can be sent
        raise UnavailableError(f"There is no password or token for the sending server: {error}") from error


def _authenticate(session: Submission, username: str, secret: str, token: bool) -> None:
    if token:
        bearer = f"user={username}\1auth=Bearer {secret}\1\1"
        session.auth("XOAUTH2", lambda challenge=None: bearer if challenge is None else "")  # "" ends a refusal
    elif (username + secret).isascii():
        session.login(username, secret)
    else:  # smtplib's login knows ASCII only; RFC 4616 §2 says UTF-8
        plain = base64.b64encode(f"\0{username}\0{secret}".encode()).decode("ascii")
        code, text = session.docmd("AUTH", f"PLAIN {plain}")
        if code not in {235, 503}:
            raise smtplib.SMTPAuthenticationError(code, text)


def _why_unreachable(server: str, error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException) and error.smtp_code == NO_CODE:
        return f"The sending server {server} is no SMTP server there ({_said(error)}): check smtp.host and smtp.port."
    if isinstance(error, smtplib.SMTPResponseException):
        return f"The sending server {server} does not want us now ({_said(error)}): it is tried again by itself."
    behind = error.__context__ if isinstance(error, smtplib.SMTPServerDisconnected) else None  # hides a timeout
    cause = behind if isinstance(behind, OSError) else error
    advice = next(text for kind, text in ADVICE if isinstance(cause, kind))
    return f"The sending server {server} {advice} ({str(cause) or type(cause).__name__})."


def _said(error: smtplib.SMTPResponseException) -> str:
    text = error.smtp_error if isinstance(error.smtp_error, str) else error.smtp_error.decode("utf-8", "replace")
    return " ".join(f"{'' if error.smtp_code == NO_CODE else error.smtp_code} {text}".split())


ADVICE: tuple[tuple[type[Exception], str], ...] = (
    (
        ssl.SSLCertVerificationError,
        "shows a certificate that is not trusted: check smtp.host, or name your own authority in smtp.ca_file",
    ),
    (ssl.SSLError, "does not speak TLS 1.2 or newer there: check smtp.port and smtp.security"),
    (socket.gaierror, "is not known: check smtp.host"),
    (ConnectionRefusedError, "refuses connections: check smtp.host and smtp.port, and whether it runs"),
    (TimeoutError, "does not answer: check smtp.host and the network"),
    (smtplib.SMTPServerDisconnected, "broke off: it is tried again by itself"),
    (smtplib.SMTPException, "lacks what is configured: check smtp.port, smtp.security and smtp.username"),
    (Exception, "broke off: it is tried again by itself"),
)
