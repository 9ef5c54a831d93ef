"""Sending over one kept SMTP connection, stage by stage.

smtplib's own `sendmail` does not tell at which stage a letter failed, and that is what decides whose fault it is.
"""

import contextlib
import re
import smtplib
import time
from collections.abc import Callable, Iterator

from klachtmail.smtp.answers import Stage, classified, wants_login
from klachtmail.smtp.port import Answer, Doubtful, Paused, Rejected, Retry, Sent, nothing
from klachtmail.smtp.session import END, Relay, Submission, UnavailableError, open_session

STALE = 10.0  # seconds after which a connection is asked whether it still lives
YES, GO_ON = 2, 3  # the first digit of an answer (RFC 5321 §4.2.1)
SYNTAX = -1  # smtplib's code for an answer that is none

# RFC 5321 §4.5.3.2.6 asks for ten minutes after the end of DATA, because giving up there makes doubles. A daemon that
# must notice dead servers within two minutes takes four times its usual patience.
FINAL_PATIENCE = 4

Refusal = tuple[Stage, int, bytes]

_ADDRESS = re.compile(r"[^\s<>@\x00-\x1f\x7f]+@[^\s<>@\x00-\x1f\x7f]+")


class SmtpCourier:
    """Hands letters to a submission server. See `Courier` for what the methods promise."""

    def __init__(self, relay: Relay) -> None:
        self._relay = relay
        self._session: Submission | None = None
        self._used_at = 0.0
        self._pipes = True

    def connect(self) -> Paused | None:
        """Log in now instead of at the first letter; return what is wrong, or None."""
        try:
            self._connected()
        except UnavailableError as error:
            return error.answer
        return None

    def deliver(
        self, envelope_from: str, recipient: str, content: bytes, before_end: Callable[[], None] = nothing
    ) -> Answer:
        """Deliver one letter to one bare address; see `Courier.deliver`."""
        if not (_ADDRESS.fullmatch(recipient) and (not envelope_from or _ADDRESS.fullmatch(envelope_from))):
            return Rejected(f"{recipient!r} is not an address that a letter can be sent to")
        was_kept = self._is_alive()
        answer = self._attempt(envelope_from, recipient, content, before_end)
        if was_kept and self._session is None and isinstance(answer, Paused | Retry):
            return self._attempt(envelope_from, recipient, content, before_end)  # a kept connection may end at any time
        return answer

    def takes(self, envelope_from: str, recipient: str) -> bool | None:
        """Ask about one bare address with MAIL, RCPT and RSET; see `Courier.takes`."""
        try:
            session = self._connected()
            commands = tuple(_commands(session, envelope_from, recipient, b""))[:2]
            answers = [session.docmd(command)[0] for _, command in commands]
            session.rset()
        except (UnavailableError, UnicodeError, smtplib.SMTPException, OSError):
            self._drop()
            return None
        self._used_at = time.monotonic()
        return answers[-1] // 100 == YES if answers[0] // 100 == YES else None

    def close(self) -> None:
        """Say QUIT and let go; never raises."""
        if self._session is not None:
            with contextlib.suppress(smtplib.SMTPException, OSError):
                self._session.quit()
        self._drop()

    def _connected(self) -> Submission:
        if self._session is None:
            self._session = open_session(self._relay)
            self._used_at = time.monotonic()
        return self._session

    def _is_alive(self) -> bool:
        """Return whether there is a connection to go on with; one that rested is asked first."""
        if self._session is not None and time.monotonic() - self._used_at > STALE:
            try:
                if self._session.noop()[0] // 100 != YES:
                    self._drop()
            except (smtplib.SMTPException, OSError):
                self._drop()
        return self._session is not None

    def _drop(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def _attempt(self, envelope_from: str, recipient: str, content: bytes, before_end: Callable[[], None]) -> Answer:
        try:
            session = self._connected()
        except UnavailableError as error:
            return error.answer
        payload = _transparent(content)
        if (largest := _largest(session)) and len(payload) > largest:
            return Rejected(f"the letter has {len(payload)} bytes, the sending server takes {largest}", too_large=True)
        try:
            commands = tuple(_commands(session, envelope_from, recipient, content))
        except UnicodeError as error:
            return Rejected(f"the sending server cannot reach the address {recipient}: {error}")
        return self._converse(session, commands, payload, before_end)

    def _converse(
        self,
        session: Submission,
        commands: tuple[tuple[Stage, str], ...],
        payload: bytes,
        before_end: Callable[[], None],
    ) -> Answer:
        """Go through MAIL, RCPT, DATA and the content; a break before the final dot leaves no doubt: it did not go."""
        try:
            if refusal := self._offered(session, commands):
                return self._refused(session, *refusal)
            session.write(payload)
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            self._pipes = session.said != "MAIL"  # broken off without an answer to any: at which of them is to be known
            reason = f"the sending server broke off at {session.said}: {error}"
            return Retry(reason) if self._pipes else Paused(reason)
        try:
            before_end()
        except BaseException:
            self._drop()  # in the middle of DATA nothing else takes a letter back
            raise
        return self._end(session)

    def _offered(self, session: Submission, commands: tuple[tuple[Stage, str], ...]) -> Refusal | None:
        """Say MAIL, RCPT and DATA, in one piece where the server takes that (RFC 2920); return what was refused first."""
        if not (self._pipes and session.has_extn("pipelining")):
            answers = ((stage, *session.docmd(command)) for stage, command in commands)
            return next((answer for answer in answers if not _is_welcome(*answer)), None)
        refusal: Refusal | None = None
        try:
            for (stage, _), (code, text) in zip(commands, session.say_all([c for _, c in commands]), strict=True):
                if not _is_welcome(stage, code, text):
                    refusal = refusal or (stage, code, text)
        except (smtplib.SMTPException, OSError):
            if refusal is None:
                raise
            self._drop()
        if refusal and code // 100 == GO_ON:  # it waits for a letter that would go to nobody
            self._drop()
        return refusal

    def _end(self, session: Submission) -> Answer:
        """Send the final dot and wait for the answer; without one nobody knows."""
        try:
            session.write(END)
            session.wait_at_most(FINAL_PATIENCE * self._relay.timeout)
            code, text = session.getreply()
            session.wait_at_most(self._relay.timeout)
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            return Doubtful(f"the sending server broke off after the letter: {error}")
        self._used_at = time.monotonic()
        self._pipes = True
        if code == SYNTAX:
            self._drop()
            said = text.decode("utf-8", "replace")
            return Doubtful(f"the sending server answered something that is no answer: {said!r}")
        if code // 100 == YES:
            return Sent()
        return self._refused(session, "content", code, text)

    def _refused(self, session: Submission, stage: Stage, code: int, text: bytes) -> Answer:
        """Classify a refusal, and make the connection ready for the next letter, or give it up."""
        if code in {SYNTAX, 421} or wants_login(code, text):  # else a token that ended would pause the outbox for ever
            self._drop()
        elif stage != "content":
            try:
                session.rset()
            except (smtplib.SMTPException, OSError):
                self._drop()
        return classified(stage, code, text)


def _is_welcome(stage: Stage, code: int, _text: bytes) -> bool:
    return code // 100 == (GO_ON if stage == "data" else YES)


def _commands(session: Submission, envelope_from: str, recipient: str, content: bytes) -> Iterator[tuple[Stage, str]]:
    """Yield what to say at which stage; UnicodeError when an address needs SMTPUTF8 (RFC 6531) and it is not there."""
    sender, receiver = _wire_address(envelope_from), _wire_address(recipient)
    options = []
    if session.has_extn("size"):
        options.append(f"SIZE={len(content)}")
    if session.has_extn("8bitmime") and not content.isascii():
        options.append("BODY=8BITMIME")
    if not (sender + receiver).isascii():
        if not session.has_extn("smtputf8"):
            raise UnicodeError("it does not offer SMTPUTF8")
        session.command_encoding = "utf-8"
        options.append("SMTPUTF8")
    yield "mail", " ".join((f"MAIL FROM:<{sender}>", *options))
    yield "rcpt", f"RCPT TO:<{receiver}>"
    yield "data", "DATA"


def _wire_address(address: str) -> str:
    """Return the address with its domain as A-labels (RFC 5890), so that only a local part can need SMTPUTF8."""
    local, at, domain = address.rpartition("@")
    return local + at + (domain if domain.isascii() else domain.encode("idna").decode("ascii"))


def _largest(session: Submission) -> int:
    """Return the SIZE (RFC 1870) that the server takes in bytes, 0 when it says nothing."""
    size = session.esmtp_features.get("size", "")
    return int(size) if size.isdecimal() else 0


def _transparent(content: bytes) -> bytes:
    """Return the content as it goes over the wire: CRLF only, and a dot more where a line begins with one."""
    if content.count(b"\n") != content.count(b"\r\n") or content.count(b"\r") != content.count(b"\r\n"):
        content = re.sub(rb"\r\n|\r|\n", b"\r\n", content)  # a bare LF before a dot would end the letter (smuggling)
    stuffed = content.replace(b"\r\n.", b"\r\n..")
    return (b"." if stuffed.startswith(b".") else b"") + stuffed + (b"" if stuffed.endswith(b"\r\n") else b"\r\n")
