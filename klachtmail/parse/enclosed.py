"""The mails that a mail holds: attached by a program, saved as a file (.eml, .msg), or several of these in a ZIP."""

import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from klachtmail.domain.incoming.message import Address, Forwarded
from klachtmail.parse.address import addresses
from klachtmail.parse.body import name_of, read_body
from klachtmail.parse.fields import date, message_id
from klachtmail.parse.header import decoded
from klachtmail.parse.mime import Bounds, Part
from klachtmail.parse.outlook import read_msg
from klachtmail.parse.smime import read_message

MAILS_LIMIT: Final = 30  # that are read of one message
_DEPTH: Final = 3
_NEARLY_EMPTY: Final = 40  # letters of a mail that only carries others
_ZIP: Final = b"PK\x03\x04"
_ZIP_NAMES: Final = 200
_UNPACKED: Final = 25_000_000  # bytes of all mails in one ZIP
_MESSAGES: Final = frozenset({"message/rfc822", "message/global"})
_OUTLOOK: Final = (".msg", ".oft")


@dataclass(slots=True)
class Enclosed:
    """The mails that were found, in order, and the names of those that could not be read."""

    mails: list[Forwarded] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)


def enclosed_mails(parts: list[Part], received_at: dt.datetime) -> Enclosed:
    """Return the mails among the attached parts of a message."""
    found = Enclosed()
    for index, part in enumerate(parts):
        if len(found.mails) >= MAILS_LIMIT:
            break
        name = name_of(part, index)
        if part.content_type in _MESSAGES:
            found.mails += _mails(part.content(), received_at, _DEPTH)
        elif _may_hold(part, name):
            _read_file(name, part.content(), received_at, found)
    del found.mails[MAILS_LIMIT:]
    return found


def _may_hold(part: Part, name: str) -> bool:
    """Return whether a file may be or hold a mail, by its name and type: its content costs time to decode."""
    return (
        name.lower().endswith((".eml", ".zip", *_OUTLOOK))
        or "outlook" in part.content_type
        or "zip" in part.content_type
    )


def _read_file(name: str, content: bytes, received_at: dt.datetime, found: Enclosed) -> None:
    if content.startswith(_ZIP):
        for inner, unpacked in _unpacked(content):
            _read_file(inner, unpacked, received_at, found)
    elif name.lower().endswith(".eml"):
        found.mails += _mails(content, received_at, _DEPTH)
    elif name.lower().endswith(_OUTLOOK) or content.startswith(b"\xd0\xcf\x11\xe0"):
        mails = read_msg(content)
        found.mails += mails or []
        if mails is None:
            found.unreadable.append(name)


def _mails(content: bytes, received_at: dt.datetime, depth: int) -> Iterator[Forwarded]:
    """Yield a mail, or the mails that it passes on when it says nothing itself."""
    root = read_message(content, Bounds())
    body = read_body(root)
    inside = [part for part in body.attached if part.content_type in _MESSAGES] if depth else []
    if inside and len("".join(body.text.split())) < _NEARLY_EMPTY:
        for part in inside[:MAILS_LIMIT]:
            yield from _mails(part.content(), received_at, depth - 1)
        return
    yield Forwarded(
        next(iter(addresses(root.field("from"))), Address()),
        decoded(root.field("subject")),
        body.text,
        sent_at=date(root.field("date"), received_at),
        message_id=message_id(root.field("message-id")),
        certain=True,
    )


def _unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the mails in a ZIP by their names, never more than so many bytes; a broken or locked one holds none."""
    left = _UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist()[:_ZIP_NAMES]:
                if entry.filename.lower().endswith((".eml", *_OUTLOOK)) and left > 0:
                    with archive.open(entry) as file:
                        unpacked = file.read(left)
                    left -= len(unpacked)
                    yield entry.filename.rpartition("/")[2], unpacked
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError, zlib.error):
        return
