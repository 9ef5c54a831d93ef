"""Messages that Outlook saved as a file (.msg, MS-OXMSG), read with python-oxmsg."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from klachtmail.domain.incoming.message import Address, Forwarded
from klachtmail.parse import clean
from klachtmail.parse.address import addresses
from klachtmail.parse.fields import message_id
from klachtmail.parse.header import decoded
from klachtmail.parse.html import to_text

if TYPE_CHECKING:
    from oxmsg import Message
    from oxmsg.storage import Storage

_SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of every file in the format of OLE
_LIMIT: Final = 25_000_000  # bytes
_TEXT_LIMIT: Final = 500_000  # characters
_DEPTH: Final = 3
# Properties (MS-OXPROPS) that the library has no name or no order of preference for.
_SENT_BY, _SENT_FOR, _ADDRESS, _NAME, _FOR_NAME = 0x5D01, 0x5D02, 0x0C1F, 0x0C1A, 0x0042
_SUBMITTED, _DELIVERED, _MESSAGE_ID = 0x0039, 0x0E06, 0x1035
_EMBEDDED: Final = "__substg1.0_3701000D"
_EMBEDDED_HEADER: Final = 24  # bytes before the properties of a message in a message (MS-OXMSG §2.4.1.2)


def read_msg(content: bytes) -> list[Forwarded] | None:
    """Return the message in a file, or those in it when it says nothing itself; None when it cannot be read."""
    if not content.startswith(_SIGNATURE) or len(content) > _LIMIT:
        return None
    from oxmsg import Message

    try:
        return list(_read(Message.load(content), _DEPTH)) or None
    except Exception:  # noqa: BLE001 - whatever the library trips over in hostile bytes: it cannot be read
        return None


def _read(message: "Message", depth: int) -> Iterator[Forwarded]:
    from oxmsg import Message
    from oxmsg.properties import Properties

    text = _text(message)
    if text.strip():
        yield _forwarded(message, text)
        return
    for attachment in message.attachments if depth else ():
        own: Storage = attachment._storage  # type: ignore[assignment]  # noqa: SLF001 - there is no public way to it
        for storage in own.storages:
            if storage.name == _EMBEDDED:
                inner = Message(storage)
                inner.__dict__["_properties"] = Properties(storage, properties_header_offset=_EMBEDDED_HEADER)
                yield from _read(inner, depth - 1)


def _text(message: "Message") -> str:
    """Return the plain text, or that of the page, when there is no other."""
    plain = clean.lines((message.body or "")[:_TEXT_LIMIT])
    return plain if plain.strip() else clean.lines(to_text(message.html_body or ""))[:_TEXT_LIMIT]


def _forwarded(message: "Message", text: str) -> Forwarded:
    fields, said = message.message_headers, message.properties
    written = next((value for name, value in fields.items() if name.lower() == "from"), "")
    sender = next((each for each in addresses(written) if each.address), None)
    if sender is None:
        routes = (said.str_prop_value(each) or "" for each in (_SENT_FOR, _SENT_BY, _ADDRESS))
        address = next((found.address for route in routes for found in addresses(f"<{route}>") if found.address), "")
        sender = Address(
            clean.one_line(said.str_prop_value(_FOR_NAME) or said.str_prop_value(_NAME) or "", 200), address
        )
    return Forwarded(
        sender,
        clean.one_line(message.subject),
        text.strip("\n"),
        sent_at=_time(message),
        message_id=message_id(said.str_prop_value(_MESSAGE_ID) or decoded(fields.get("Message-ID", ""))),
        certain=True,
    )


def _time(message: "Message") -> dt.datetime | None:
    said = message.properties
    return said.date_prop_value(_SUBMITTED) or said.date_prop_value(_DELIVERED)
