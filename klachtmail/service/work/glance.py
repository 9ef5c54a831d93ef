"""Who may read a message that cannot be read: a look at its bytes, without the parser that failed of them."""

import binascii
import re
from typing import Final

from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.incoming.naming import name_words
from klachtmail.domain.records.model import numbers_in
from klachtmail.domain.records.port import Records
from klachtmail.domain.records.sight import is_about

LONGEST: Final = 2 * 1024 * 1024  # bytes that are looked at
MOST: Final = 50  # addresses, msg-ids and numbers
_BASE64: Final = re.compile(rb"(?:^[A-Za-z0-9+/]{60,76}\r?\n){1,}(?:^[A-Za-z0-9+/=]{1,76}\r?$)?", re.MULTILINE)
_SOFT: Final = re.compile(rb"=\r?\n")
_QUOTED: Final = re.compile(rb"=([0-9A-F]{2})")
_ADDRESS: Final = re.compile(r"[^\s<>@\"(),;:]{1,64}@[^\s<>@\"(),;:]{1,190}")


def may_read_unread(raw: bytes, records: Records, firm: Firm) -> Member:
    """Return the first partner who is not named in this message and whom none of its complaints is about.

    When nobody is left, the administrator: what is in it nobody has read.
    """
    text = words_in(raw)
    words = set(re.findall(r"\w+", text.casefold()))
    addresses = list(dict.fromkeys(each.lower() for each in _ADDRESS.findall(text)))[:MOST]
    numbers = (
        *numbers_in(text)[:MOST],
        *records.numbers_for_thread(addresses),  # a msg-id has the form of an address
        *(number for address in addresses for number in records.numbers_for_address(address)),
    )
    found = [c for number in dict.fromkeys(numbers) if (c := records.complaint(number)) is not None]
    able = (m for m in firm.partners if not words & name_words(m.name) and not any(is_about(c, m) for c in found))
    return next(able, firm.keeper)


def words_in(raw: bytes) -> str:
    """Return the words of a message, also those behind base64 and quoted-printable, as they are in its bytes."""
    raw = raw[:LONGEST]
    shown = [raw, _QUOTED.sub(lambda found: bytes([int(found[1], 16)]), _SOFT.sub(b"", raw))]
    for block in _BASE64.findall(raw):
        body = re.sub(rb"[\r\n=]", b"", block)
        shown.append(binascii.a2b_base64(body[: len(body) // 4 * 4]))
    return "\n".join(each.decode("utf-8", "ignore") for each in shown)
