"""What must hold of every `Incoming`, whatever the bytes were."""

import re
from collections.abc import Iterator

from klachtmail.domain.incoming.message import Address, Incoming
from klachtmail.parse import enclosures

_NEVER_IN_TEXT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\u200b\ufeff]")
_NEVER_IN_LINE = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]"
)
_ADDRESS = re.compile(r"[\w!#$%&'*+/=?^`{|}~.\u0300-\u036f-]+@[a-z0-9_-]+(\.[a-z0-9_-]+)*")
_ID = re.compile(r"[^\s<>]+")


def complaints(raw: bytes, message: Incoming) -> Iterator[str]:
    """Yield what is wrong with a parsed message, in words; nothing when all is well."""
    for text in _texts(message):
        if _NEVER_IN_TEXT.search(text):
            yield f"unclean text {_NEVER_IN_TEXT.search(text)!r}"
    for line in _lines(message):
        if _NEVER_IN_LINE.search(line):
            yield f"unclean line {line[:80]!r}"
    for address in _addresses(message):
        if address and not _ADDRESS.fullmatch(address):
            yield f"no address: {address!r}"
    for each in (message.message_id, *message.in_reply_to, *message.references):
        if each is not None and not _ID.fullmatch(each):
            yield f"no bare msg-id: {each!r}"
    for time in (message.date, message.forwarded.sent_at if message.forwarded else None):
        if time is not None and time.tzinfo is None:
            yield f"naive time {time}"
    yield from _enclosures(raw, message)


def _texts(message: Incoming) -> Iterator[str]:
    yield from (message.text, message.new_text, message.quoted_text)
    if message.forwarded:
        yield message.forwarded.text


def _lines(message: Incoming) -> Iterator[str]:
    yield from (message.subject, message.content_type, *message.notices, *message.headers)
    for people in ((message.sender,), message.to, message.cc, message.reply_to):
        yield from (person.name for person in people)
    for values in message.headers.values():
        yield from values
    for attachment in message.attachments:
        yield from (attachment.name, attachment.content_type)
    if message.bounce:
        yield from (message.bounce.reason, *message.bounce.original_ids)
    if message.forwarded:
        yield from (message.forwarded.subject, message.forwarded.sender.name, message.forwarded.message_id or "")


def _addresses(message: Incoming) -> Iterator[str]:
    people: list[Address] = [message.sender, *message.to, *message.cc, *message.reply_to]
    if message.forwarded:
        people.append(message.forwarded.sender)
    yield from (person.address for person in people)
    yield message.return_path or ""
    if message.bounce:
        yield from message.bounce.recipients


def _enclosures(raw: bytes, message: Incoming) -> Iterator[str]:
    files = enclosures(raw, range(len(message.attachments) + 1))
    listed = {each.index: (each.name, each.content_type, each.size) for each in message.attachments}
    found = {index: (name, kind, len(content)) for index, (name, kind, content) in files.items()}
    if found != listed:
        yield f"attachments are not as listed: {sorted(set(found.items()) ^ set(listed.items()))[:2]}"
