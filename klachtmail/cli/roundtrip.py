"""`check --send`: a message to ourselves, and what the mail servers did to it on its way."""

import datetime as dt
import email
import email.policy
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from typing import Final

from klachtmail.cli.build import courier, mailbox
from klachtmail.cli.examine import Finding
from klachtmail.config import Config
from klachtmail.domain.incoming import tokens
from klachtmail.letters import headers
from klachtmail.mailbox.imap import ImapMailbox
from klachtmail.mailbox.port import Mailbox, MailboxError, Role, Waiting
from klachtmail.smtp.port import Sent

_ROLES: Final[tuple[Role, ...]] = ("inbox", "junk", "automatic")  # a running daemon files it before we see it
_SLICE: Final = 2.0  # seconds between two looks
_LARGEST: Final = 1024 * 1024


@dataclass(frozen=True)
class Probe:
    """The message that goes round; `nonce` stands in its subject, by which it is known again whatever is rewritten."""

    nonce: str
    message_id: str
    reference: str
    content: bytes


def round_trip(config: Config, now: dt.datetime, seconds: float) -> Iterator[Finding]:
    """Mail ourselves, wait at most so long for it, and yield how it came back. Files it; never makes a complaint."""
    probe = _probe(config, now)
    box = mailbox(config)
    try:
        box.connect()
        before = {w.place for role in _ROLES for w in box.waiting(role)}
        yield (sent := _send(config, probe))
        if sent.state == "failed":
            return
        found = _await(box, probe, before, time.monotonic() + seconds)
        if found is None:
            cure = "look in the Sent and Junk folders, and whether mail to this address reaches this mailbox"
            yield Finding("coming back", "failed", f"it did not come within {seconds:.0f} seconds", cure)
            return
        told, role, message = found
        if told is not None and ("IDLE" in box.capabilities() or "IMAP4REV2" in box.capabilities()):
            yield _news(config, told=told)
        yield from _judge(config, probe, role, message)
    except MailboxError as error:
        yield Finding("coming back", "failed", str(error))
    finally:
        box.close()


def _probe(config: Config, now: dt.datetime) -> Probe:
    """Return a message with the same identity as a letter to a member, signed with a key that opens nothing."""
    own = headers.ascii_address(config.firm.organisation.address)
    signed = tokens.mint(
        [secrets.token_bytes(32)],
        scope="member",
        member=own,
        number=None,
        version=0,
        today=now.date(),
        nonce=secrets.token_bytes(4),
    )
    message_id = tokens.message_id(signed, own.rpartition("@")[2])
    reference, nonce = f"{signed}@klachtmail.invalid", secrets.token_hex(6)
    fields = (
        ("From", headers.mailbox(config.firm.organisation.name, own)),
        ("To", own),
        ("Subject", f"klachtmail check {nonce}"),
        ("Date", format_datetime(now)),
        ("Message-ID", f"<{message_id}>"),
        ("References", f"<{reference}>"),
        ("Auto-Submitted", "auto-generated"),
        ("MIME-Version", "1.0"),
        ("Content-Type", 'text/plain; charset="utf-8"'),
    )
    head = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return Probe(nonce, message_id, reference, f"{head}\r\nSent by `klachtmail check --send`.\r\n".encode("ascii"))


def _send(config: Config, probe: Probe) -> Finding:
    own = config.firm.organisation.address
    sender = courier(config)
    answer = sender.deliver(own, own, probe.content)
    sender.close()
    if isinstance(answer, Sent):
        return Finding("sending", "ok", f"the server sends as {own}")
    cure = f"let {config.smtp.username or 'this machine'} send as {own}"
    return Finding("sending", "failed", answer.reason, cure)


def _news(config: Config, *, told: bool) -> Finding:
    if told:
        return Finding("new mail", "ok", "IDLE: new mail is seen at once")
    seconds = config.firm.schedule.poll_seconds
    cure = "make schedule.poll_seconds smaller when that is too slow"
    return Finding("new mail", "warning", f"IDLE did not tell of it: new mail is seen every {seconds} seconds", cure)


def _await(
    box: ImapMailbox, probe: Probe, before: set[str], deadline: float
) -> tuple[bool | None, Role, EmailMessage] | None:
    """Return whether IDLE told of it (None: it was there before), where it came and what it looks like, and file it.

    None when it does not come in time.
    """
    told: bool | None = None
    while True:
        for role in _ROLES:
            fresh = [w for w in box.waiting(role) if w.place not in before]
            for fetched in box.fetch(fresh, _LARGEST):
                message = email.message_from_bytes(fetched.raw, policy=email.policy.default)
                if probe.nonce in str(message["Subject"]):
                    _put_away(box, fetched.waiting)
                    return told, role, message
            before |= {w.place for w in fresh}
        if time.monotonic() >= deadline:
            return None
        told = box.idle(min(_SLICE, max(0.0, deadline - time.monotonic())))
        if not told:
            time.sleep(min(0.2, max(0.0, deadline - time.monotonic())))  # where there is no IDLE, or it says too little


def _put_away(box: Mailbox, waiting: Waiting) -> None:
    if waiting.role != "automatic":
        box.file([waiting], "automatic")


def _judge(config: Config, probe: Probe, role: Role, message: EmailMessage) -> Iterator[Finding]:
    if role == "junk":
        cure = "clients' servers will think so too: check SPF, DKIM and DMARC of the domain"
        yield Finding("coming back", "warning", "it came, but in the Junk folder", cure)
    else:
        yield Finding("coming back", "ok", "it came, and was filed as automatic mail")
    yield _identity(probe, message)
    sender = parseaddr(str(message["From"]))[1].lower()
    if sender != config.firm.organisation.address.lower():
        cure = f"let {config.smtp.username} send as {config.firm.organisation.address}"
        yield Finding("sender", "failed", f"the server made it come from {sender}", cure)
    yield _verdicts(config, message)


def _identity(probe: Probe, message: EmailMessage) -> Finding:
    kept = probe.message_id in str(message["Message-ID"]), probe.reference in str(message["References"])
    match kept:
        case True, True:
            return Finding("token", "ok", "it survives in Message-ID and References")
        case False, True:
            return Finding("token", "ok", "the server rewrites Message-ID; it survives in References")
        case True, False:
            return Finding("token", "warning", "the server drops References; it survives in Message-ID")
    cure = "members must answer with the buttons, which carry the token in the subject"
    return Finding("token", "failed", "the server rewrites Message-ID and References", cure)


def _verdicts(config: Config, message: EmailMessage) -> Finding:
    """Show the server's own word on the sender, and what that asks of `security`."""
    what, security = "Authentication-Results", config.firm.security
    found = [" ".join(str(value).split()) for value in message.get_all(what, [])]
    names = [value.partition(";")[0].split(" ")[0] for value in found]
    if security.authentication == "rfc8601" and security.trusted_authserv_id not in names:
        cure = f"security.trusted_authserv_id must be one of: {', '.join(names)}" if names else "set it to none"
        return Finding(what, "warning", f"none of {security.trusted_authserv_id} in this mail", cure)
    if not found:
        return Finding(what, "ok", "none: the server does not say whether a sender is real")
    if security.authentication == "none":
        cure = f"it can be used: security.authentication: rfc8601, trusted_authserv_id: {names[0]}"
        return Finding(what, "ok", found[0], cure)
    return Finding(what, "ok", found[0])
