"""A message from its bytes: every step of reading, in order."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from klachtmail.domain.incoming import Address, Attachment, Forwarded, Incoming
from klachtmail.parse import body as bodies
from klachtmail.parse import fields, forward, quoting
from klachtmail.parse.address import ADDRESS_LIMIT, addresses
from klachtmail.parse.bounce import bounce
from klachtmail.parse.header import decoded
from klachtmail.parse.language import language
from klachtmail.parse.mime import Bounds, Part, normalised, read_tree

TOO_LARGE: Final = "Het bericht is te groot om helemaal te lezen"
TOO_COMPLEX: Final = "Het bericht is te ingewikkeld om helemaal te lezen"
UNREADABLE: Final = "Het bericht kon niet worden gelezen"
TWO_SENDERS: Final = "Het bericht noemt meer dan één afzender"
TOO_MANY_RECIPIENTS: Final = "Het bericht heeft zo veel geadresseerden dat niet alle zijn gelezen"
_REPLY = re.compile(r"\s*(?:re|antw|aw|sv|antwoord|réf|ref)\s?(?:\[\d+\])?\s?:", re.IGNORECASE)
_PGP: Final = "-----BEGIN PGP "
_HeaderMap = Mapping[str, tuple[str, ...]]


def parse(raw: bytes, received_at: dt.datetime, *, truncated: bool = False) -> Incoming:
    """Return what a message says, for any bytes at all: never raises, at most 2 s and 150 MB for 25 MB.

    `received_at` is the mail server's time of receipt (aware). `truncated` says that `raw` is only the beginning.
    """
    try:
        return _understood(raw, received_at, truncated=truncated)
    except Exception:  # noqa: BLE001 - the last resort that the promise above rests on; the fuzzing counts it as a failure
        return _unread(raw, received_at, truncated=truncated)


def enclosure(raw: bytes, index: int) -> tuple[str, str, bytes] | None:
    """Return name, content type and decoded content of the attachment with this index in `Incoming`, or None."""
    try:
        root = read_tree(normalised(raw), Bounds())
        found = next((part for number, part in enumerate(bodies.attached(root)) if number == index), None)
        return (bodies.name_of(found, index), found.content_type[:100], found.content()) if found else None
    except Exception:  # noqa: BLE001 - as above
        return None


def _unread(raw: bytes, received_at: dt.datetime, *, truncated: bool) -> Incoming:
    """Return the little that is known of a message that nothing could be read from."""
    digest = hashlib.sha256(raw).hexdigest()
    return Incoming(
        digest,
        len(raw),
        digest,
        received_at,
        Address(),
        "(onleesbaar bericht)",
        truncated=truncated,
        notices=(UNREADABLE,),
    )


def _understood(raw: bytes, received_at: dt.datetime, *, truncated: bool) -> Incoming:
    bounds = Bounds()
    root = read_tree(normalised(raw), bounds)
    headers = _headers(root)
    body = bodies.read_body(root)
    attachments = tuple(bodies.describe(part, index) for index, part in enumerate(body.attached))
    senders = addresses(root.field("from"))
    reply_to = tuple(each for each in addresses(root.field("reply-to")) if each.address)
    sender = _sender(senders, reply_to, root)
    subject = decoded(root.field("subject"))
    date = fields.date(root.field("date"), received_at)
    message_id = fields.message_id(root.field("message-id"))
    return_path = fields.return_path(headers.get("return-path", ()))
    to, cc = (addresses(", ".join(root.all(name))) for name in ("to", "cc"))
    failure = bounce(root, sender, subject, body.text, null_path=return_path == "")
    new_text, quoted_text = quoting.split(body.text)
    in_reply_to = fields.message_ids(root.field("in-reply-to"))
    references = fields.message_ids(root.field("references"))
    passed_on = None if failure else _forwarded(body.attached, subject, body.text, new_text, received_at)
    if not new_text.strip() and not (in_reply_to or references or passed_on or _REPLY.match(subject)):
        new_text, quoted_text = body.text, ""  # it answers nothing: what looks quoted is a form, or a pasted text
    return Incoming(
        sha256=hashlib.sha256(raw).hexdigest(),
        size=len(raw),
        content_key=_content_key(message_id, sender, date, subject, body.text, attachments, received_at),
        received_at=received_at,
        sender=sender,
        subject=subject,
        text=body.text,
        new_text=new_text,
        quoted_text=quoted_text,
        date=date,
        message_id=message_id,
        in_reply_to=in_reply_to,
        references=references,
        reply_to=reply_to,
        to=to,
        cc=cc,
        return_path=return_path,
        content_type=root.content_type[:100],
        headers=headers,
        attachments=attachments,
        bounce=failure,
        forwarded=passed_on,
        language=language(new_text or body.text),
        html_only=body.html_only,
        truncated=truncated,
        notices=tuple(_notices(root, headers, body, bounds, to, cc, truncated=truncated)),
    )


def _headers(root: Part) -> _HeaderMap:
    found: dict[str, tuple[str, ...]] = {}
    for name, value in root.fields:
        found[name] = (*found.get(name, ()), decoded(value))
    return MappingProxyType(found)


def _sender(senders: tuple[Address, ...], reply_to: tuple[Address, ...], root: Part) -> Address:
    """Return who wrote it: the first From with a usable address, else Reply-To, else Sender."""
    for candidates in (senders, reply_to, addresses(root.field("sender"))):
        usable = next((each for each in candidates if each.address), None)
        if usable:
            name = usable.name or next((each.name for each in senders if each.name), "")
            return Address(name, usable.address)
    return next(iter(senders), Address())


def _forwarded(
    attached: list[Part], subject: str, text: str, new_text: str, received_at: dt.datetime
) -> Forwarded | None:
    message = next((part for part in attached if part.content_type in {"message/rfc822", "message/global"}), None)
    if message is not None:
        return forward.attached_message(message, received_at)
    return forward.inline(subject, text, new_text, received_at.tzinfo)


def _content_key(
    message_id: str | None,
    sender: Address,
    date: dt.datetime | None,
    subject: str,
    text: str,
    attachments: tuple[Attachment, ...],
    received_at: dt.datetime,
) -> str:
    """Return the same key for the same message, however it came: by To and by alias, with other transport headers.

    A message without Message-ID and Date is told apart by its receipt: two equal forms are two complaints.
    """
    when = date.astimezone(dt.UTC).isoformat() if date else ""
    if not message_id and not date:
        when = received_at.astimezone(dt.UTC).isoformat()
    said = (message_id or "", sender.address, when, subject, " ".join(text.split()))
    digest = hashlib.sha256()
    for each in (*said, *(attachment.sha256 for attachment in attachments)):
        digest.update(each.encode() + b"\0")
    return digest.hexdigest()


def _notices(
    root: Part,
    headers: _HeaderMap,
    body: bodies.Body,
    bounds: Bounds,
    to: tuple[Address, ...],
    cc: tuple[Address, ...],
    *,
    truncated: bool,
) -> Iterator[str]:
    """Yield what a person must know about how the message was read, each once."""
    if truncated or body.was_cut:
        yield TOO_LARGE
    if bounds.was_cut:
        yield TOO_COMPLEX
    if len(headers.get("from", ())) > 1:
        yield TWO_SENDERS
    if max(len(to), len(cc)) >= ADDRESS_LIMIT:
        yield TOO_MANY_RECIPIENTS
    yield from dict.fromkeys(_kinds(root, body))


def _kinds(root: Part, body: bodies.Body) -> Iterator[str]:
    if root.content_type == "multipart/encrypted" or f"{_PGP}MESSAGE" in body.text:
        yield "Versleuteld bericht (PGP)"
    elif f"{_PGP}SIGNED" in body.text:
        yield "Ondertekend bericht (PGP)"
    for part in body.attached:
        name = bodies.file_name(part)
        match part.content_type:
            case "application/ms-tnef" | "application/vnd.ms-tnef":
                yield f"Bijlage {name or 'winmail.dat'} (alleen leesbaar met Outlook)"
            case "application/pkcs7-mime" | "application/x-pkcs7-mime":
                signed = part.parameters.get("smime-type", "").lower() == "signed-data"
                yield "Ondertekend bericht (S/MIME)" if signed else "Versleuteld bericht (S/MIME)"
            case "application/pkcs7-signature" | "application/x-pkcs7-signature":
                yield "Ondertekend bericht (S/MIME)"
            case "application/pgp-signature":
                yield "Ondertekend bericht (PGP)"
            case "text/calendar" | "application/ics":
                yield "Agenda-uitnodiging"
            case _ if name.lower() == "winmail.dat":
                yield f"Bijlage {name} (alleen leesbaar met Outlook)"
