"""A message from its bytes: every step of reading, in order."""

import datetime as dt
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from klachtmail.domain.commands.authored_lines import is_closing
from klachtmail.domain.incoming.message import Address, Forwarded, Incoming
from klachtmail.languages.every import either
from klachtmail.parse import body as bodies
from klachtmail.parse import fields, forward, quoting
from klachtmail.parse.address import ADDRESS_LIMIT, addresses, names_one
from klachtmail.parse.bounce import bounce
from klachtmail.parse.clean import one_line
from klachtmail.parse.enclosed import Enclosed, enclosed_mails
from klachtmail.parse.header import VALUE_LIMIT, decoded, eight_bit
from klachtmail.parse.language import language
from klachtmail.parse.mime import Bounds, Part
from klachtmail.parse.reaction import reaction
from klachtmail.parse.sent import SentText
from klachtmail.parse.smime import is_cms, read_message

LONG_AGO: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
TOO_LARGE: Final = "Het bericht is te groot om helemaal te lezen"
TOO_COMPLEX: Final = "Het bericht is te ingewikkeld om helemaal te lezen"
UNREADABLE: Final = "Het bericht kon niet worden gelezen"
ENCRYPTED_PGP: Final = "Versleuteld bericht (PGP)"
ENCRYPTED_SMIME: Final = "Versleuteld bericht (S/MIME)"
UNREADABLE_MAIL: Final = (
    "De mail in de bijlage {} kon niet worden gelezen; vraag de afzender om die gewoon door te sturen"
)
TWO_SENDERS: Final = "Het bericht noemt meer dan één afzender"
TWO_TEXTS: Final = "Als opgemaakte mail (HTML) zegt dit bericht iets anders dan als platte tekst (verschil: {})"
_SHOWN, _LONGEST_SHOWN = 8, 20  # words, and letters of each
TOO_MANY_RECIPIENTS: Final = "Het bericht heeft zo veel geadresseerden dat niet alle zijn gelezen"
_REPLY = re.compile(rf"\s*+{either('replied')}\s?(?:\[\d+\])?\s?:", re.IGNORECASE)
# An encoded word in it is a sender's trick (RFC 8601 §2.2).
_NEVER_ENCODED: Final = frozenset({"authentication-results"})
_PGP: Final = "-----BEGIN PGP "
_ARMOUR = re.compile(r"-----BEGIN PGP MESSAGE-----.*+", re.DOTALL)
_NEARLY_EMPTY: Final = 300  # letters: gateways put a sentence or two above what they encrypt
_HeaderMap = Mapping[str, tuple[str, ...]]


def parse(raw: bytes, received_at: dt.datetime, *, truncated: bool = False) -> Incoming:
    """Return what a message says, for any bytes at all: never raises, at most 2 s and 150 MB for 25 MB.

    `received_at` is the mail server's time of receipt (aware). `truncated` says that `raw` is only the beginning.
    """
    try:
        return _understood(raw, received_at, truncated=truncated)
    except Exception:  # noqa: BLE001 - the last resort that the promise above rests on; the fuzzing counts it as a failure
        return _unread(raw, received_at, truncated=truncated)


def head(raw: bytes) -> Incoming:
    """Return a message as it is understood from its header alone; never raises. When it was received is not asked."""
    return parse(raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n", LONG_AGO)


def sent_texts(raw: bytes) -> tuple[SentText, ...]:
    """Return a letter of ours in the forms in which programs show it: its text, and its HTML with and without what it hides."""
    root = read_message(raw, Bounds())
    sender = _sender(root)
    names = (sender.address, sender.name, decoded(root.field("subject")))
    return tuple(SentText(text, names) for text in dict.fromkeys(bodies.every_text(root)) if text.strip())


def told_apart(message: Incoming, letters: Iterable[Sequence[SentText]]) -> Incoming:
    """Return the message with what stands in these letters of ours counted as quoted, whatever the marks around it."""
    known = tuple(filter(None, letters))
    if not known:
        return message
    apart, quoted_text = quoting.split(message.text, known)
    new_text = _closed(apart, message.new_text)
    said = language(new_text or message.text, message.subject)
    return replace(
        message, new_text=new_text, quoted_text=quoted_text, language=said or "nl", language_is_told=said is not None
    )


def _closed(new_text: str, before: str) -> str:
    """Return the author's text with its closing, when a letter of ours has the same: else the signature is text.

    Only where nothing of ours stood above it (`before`: the text without our letters being known): below a letter of ours its
    closing is ours, and what follows may be a command.
    """
    lines, kept = [[each.rstrip() for each in text.split("\n")] for text in (before, new_text)]
    at = next((number for number, line in enumerate(lines) if is_closing(line)), None)
    if at is None or lines[at] in kept:
        return new_text
    above, below = ([line for line in part if line] for part in (lines[:at], lines[at + 1 :]))
    written = [line for line in kept if line]
    if not above or written[: len(above)] != above or not set(written[len(above) :]) <= set(below):
        return new_text
    return "\n".join([*lines[: at + 1], "", *written[len(above) :]]).rstrip()


def above_frame(message: Incoming, labels: Collection[str]) -> Incoming:
    """Return an answer to a letter of ours that is kept no longer, without what stands below the first sign of such a letter."""
    new_text, quoted_text = quoting.above_frame(message.new_text, labels)
    return replace(message, new_text=new_text, quoted_text="\n".join(filter(None, (quoted_text, message.quoted_text))))


def enclosures(raw: bytes, indexes: Collection[int]) -> dict[int, tuple[str, str, bytes]]:
    """Return name, content type and decoded content of the attachments with these indexes in `Incoming`, by index.

    All at once: reading the message again for each of three hundred took 20 s.
    """
    try:
        parts = bodies.attached(read_message(raw, Bounds()))
        wanted = [(number, part) for number, part in enumerate(parts) if number in indexes]
        return {i: (bodies.name_of(part, i), part.content_type[:100], part.content()) for i, part in wanted}
    except Exception:  # noqa: BLE001 - as above
        return {}


def _unread(raw: bytes, received_at: dt.datetime, *, truncated: bool) -> Incoming:
    """Return the little that is known of a message that nothing could be read from."""
    digest = hashlib.sha256(raw).hexdigest()
    return Incoming(
        digest,
        len(raw),
        digest,
        received_at,
        Address(),
        subject="(onleesbaar bericht)",
        truncated=truncated,
        notices=(UNREADABLE,),
    )


def _understood(raw: bytes, received_at: dt.datetime, *, truncated: bool) -> Incoming:
    bounds = Bounds()
    root = read_message(raw, bounds)
    body = bodies.read_body(root)
    message = Incoming(
        sha256=hashlib.sha256(raw).hexdigest(),
        size=len(raw),
        content_key="",
        received_at=received_at,
        sender=_sender(root),
        sole_author=[names_one(value) for value in root.all("from")] == [True],
        subject=decoded(root.field("subject")),
        text=body.text,
        date=fields.date(root.field("date"), received_at),
        message_id=fields.message_id(root.field("message-id")),
        in_reply_to=fields.message_ids(root.field("in-reply-to")),
        references=fields.message_ids(root.field("references")),
        reply_to=_usable(root, "reply-to"),
        to=addresses(", ".join(root.all("to"))),
        cc=addresses(", ".join(root.all("cc"))),
        content_type=root.content_type[:100],
        calendar_method=_calendar_method(root),
        headers=_headers(root),
        attachments=tuple(bodies.describe(part, index) for index, part in enumerate(body.attached)),
        html_only=body.html_only,
        unseen=frozenset(body.unseen),
        truncated=truncated,
    )
    return _judged(message, root, body, bounds)


def _judged(message: Incoming, root: Part, body: bodies.Body, bounds: Bounds) -> Incoming:
    """Return the message with what follows from its fields and text: what is new in it, and what kind it is."""
    return_path = fields.return_path(message.headers.get("return-path", ()))
    new_text, quoted_text = quoting.split(message.text)
    failure = bounce(root, message.sender, message.subject, message.text, null_path=return_path == "")
    held = Enclosed() if failure else enclosed_mails(body.attached, message.received_at)
    passed_on = None if failure else _forwarded(message, held.mails, new_text)
    if not new_text.strip() and not _answers(message):
        new_text, quoted_text = message.text, ""  # what looks quoted is a form, or was pasted
    thumb = "" if failure or body.attached else reaction(root, new_text)
    said = language(new_text or message.text, message.subject)
    return replace(
        message,
        reaction=thumb,
        content_key=_content_key(message),
        sent_key=_sent_key(message),
        return_path=return_path,
        new_text=new_text,
        quoted_text=quoted_text,
        bounce=failure,
        forwarded=passed_on,
        mails=tuple(held.mails),
        pasted=forward.several(passed_on, message.received_at.tzinfo) if passed_on and not held.mails else (),
        encrypted=_is_closed(root, body),
        language=said or "nl",
        language_is_told=said is not None,
        notices=(*_notices(message, root, body, bounds), *(UNREADABLE_MAIL.format(name) for name in held.unreadable)),
    )


def _answers(message: Incoming) -> bool:
    """Return whether the message says that it answers or forwards another."""
    by_subject = _REPLY.match(message.subject) or forward.FORWARD_SUBJECT.match(message.subject)
    return bool(message.thread or by_subject)


def _headers(root: Part) -> _HeaderMap:
    found: dict[str, tuple[str, ...]] = {}
    for name, value in root.fields:
        plain = one_line(eight_bit(value)) if name in _NEVER_ENCODED else decoded(value)
        found[name] = (*found.get(name, ()), plain)
    return MappingProxyType(found)


def _usable(root: Part, name: str) -> tuple[Address, ...]:
    return tuple(each for each in addresses(root.field(name)) if each.address)


def _sender(root: Part) -> Address:
    """Return who wrote it: the first From with a usable address, else Reply-To, else Sender."""
    claimed = addresses(root.field("from"))
    usable = next((each for each in claimed if each.address), None)
    others = () if usable else (*_usable(root, "reply-to"), *_usable(root, "sender"))
    found = usable or next(iter(others), None)
    if found is None:
        return next(iter(claimed), Address())
    return found if found.name else Address(next((each.name for each in claimed if each.name), ""), found.address)


def _forwarded(message: Incoming, mails: list[Forwarded], new_text: str) -> Forwarded | None:
    """Return what it passes on: the first mail that it holds, else what is pasted into its text."""
    return mails[0] if mails else forward.inline(message.subject, message.text, new_text, message.received_at.tzinfo)


def _calendar_method(root: Part) -> str:
    """Return what a calendar part does, as a program says in its type; the files that people enclose say nothing there."""
    parts = (part for part in bodies.leaves(root) if part.content_type == "text/calendar")
    methods = (
        one_line(part.parameters.get("method", ""), 40).lower() for part in parts if part.disposition[0] != "attachment"
    )
    return next(filter(None, methods), "")


def _content_key(message: Incoming) -> str:
    """Return the same key for the same message, however it came: by To and by alias, with other transport headers.

    A message without Message-ID and Date is told apart by its receipt: two equal forms are two complaints.
    """
    when = message.date if message.date or message.message_id else message.received_at
    return _digest(message, message.message_id or "", when)


def _sent_key(message: Incoming) -> str:
    """Return the key of what a DKIM signature covers: who sends a stolen mail again can give it another msg-id only."""
    return f"sent:{_digest(message, '', message.date)}" if message.date and message.sender.address else ""


def _digest(message: Incoming, name: str, when: dt.datetime | None) -> str:
    said = (
        name,
        message.sender.address,
        when.astimezone(dt.UTC).isoformat() if when else "",
        message.subject,
        " ".join(message.text.split()),
    )
    digest = hashlib.sha256()
    for each in (*said, *(attachment.sha256 for attachment in message.attachments)):
        digest.update(each.encode() + b"\0")
    return digest.hexdigest()


def _notices(message: Incoming, root: Part, body: bodies.Body, bounds: Bounds) -> Iterator[str]:
    """Yield what a person must know about how the message was read, each once."""
    if message.truncated or body.was_cut:
        yield TOO_LARGE
    if bounds.was_cut:
        yield TOO_COMPLEX
    if body.differing:
        yield TWO_TEXTS.format(", ".join(word[:_LONGEST_SHOWN] for word in body.differing[:_SHOWN]))
    if len(message.headers.get("from", ())) > 1:
        yield TWO_SENDERS
    if max(len(message.to), len(message.cc)) >= ADDRESS_LIMIT or _is_cut(root, "to") or _is_cut(root, "cc"):
        yield TOO_MANY_RECIPIENTS
    yield from dict.fromkeys(_kinds(root, body))


def _is_cut(root: Part, name: str) -> bool:
    return any(len(value) >= VALUE_LIMIT for value in root.all(name))


def _is_closed(root: Part, body: bodies.Body) -> bool:
    """Return whether the message itself is encrypted: a part of it is, and beside it stands next to nothing."""
    said = _ARMOUR.sub("", body.text)
    is_short = len("".join(said.split())) < _NEARLY_EMPTY
    return is_short and not {ENCRYPTED_PGP, ENCRYPTED_SMIME}.isdisjoint(_kinds(root, body))


def _kinds(root: Part, body: bodies.Body) -> Iterator[str]:
    if root.content_type == "multipart/encrypted" or f"{_PGP}MESSAGE" in body.text:
        yield ENCRYPTED_PGP
    elif f"{_PGP}SIGNED" in body.text:
        yield "Ondertekend bericht (PGP)"
    if any(map(is_cms, bodies.inner(root))):
        yield "Ondertekend bericht (S/MIME)"
    for part in (root, *body.attached):  # an invitation may be all there is
        yield from _kind_of(part, bodies.file_name(part))


def _kind_of(part: Part, name: str) -> Iterator[str]:
    match part.content_type:
        case "application/ms-tnef" | "application/vnd.ms-tnef":
            yield f"Bijlage {name or 'winmail.dat'} (alleen leesbaar met Outlook)"
        case _ if is_cms(part):
            if not part.children:
                yield ENCRYPTED_SMIME
        case "application/pkcs7-signature" | "application/x-pkcs7-signature":
            yield "Ondertekend bericht (S/MIME)"
        case "application/pgp-encrypted":  # Exchange makes multipart/mixed of multipart/encrypted
            yield ENCRYPTED_PGP
        case "application/pgp-signature":
            yield "Ondertekend bericht (PGP)"
        case "text/calendar" | "application/ics":
            yield "Agenda-uitnodiging"
        case _ if name.lower() == "winmail.dat":
            yield f"Bijlage {name} (alleen leesbaar met Outlook)"
