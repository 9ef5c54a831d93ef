"""Who may read a message that cannot be read: a look at its bytes, without the parser that failed on them."""

import binascii
import re
from typing import Final

from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.incoming.naming import name_words, words_said
from klachtmail.domain.records.numbers import numbers_in
from klachtmail.domain.records.port import Records
from klachtmail.domain.records.sight import is_about

LONGEST: Final = 2 * 1024 * 1024  # bytes that are looked at
MOST: Final = 50  # addresses, msg-ids and numbers
_BASE64: Final = re.compile(rb"(?:^[A-Za-z0-9+/]{60,76}\r?\n){1,}(?:^[A-Za-z0-9+/=]{1,76}\r?$)?", re.MULTILINE)
_LINE: Final = re.compile(rb"^((?:[A-Za-z0-9+/]{4}){3,}[A-Za-z0-9+/=]{0,4})\r?$", re.MULTILINE)  # base64 on one line
_SOFT: Final = re.compile(rb"=\r?\n")
_QUOTED: Final = re.compile(rb"=([0-9A-Fa-f]{2})")
_ADDRESS: Final = re.compile(r"[^\s<>@\"(),;:]{1,64}@[^\s<>@\"(),;:]{1,190}")


def may_read_unread(raw: bytes, records: Records, firm: Firm) -> Member:
    """Return the first partner who is not named in this message and whom none of its complaints is about.

    When nobody is left, the administrator: what is in it nobody has read.
    """
    text = words_in(raw)
    words = words_said(text)
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
    """Return the words of a message in its bytes, also those behind base64, quoted-printable and western charsets.

    Some stand there more than once: nothing that may name somebody is to be missed.
    """
    raw = raw[:LONGEST]
    shown = [raw, _QUOTED.sub(lambda found: bytes([int(found[1], 16)]), _SOFT.sub(b"", raw))]
    for block in _BASE64.findall(raw):  # a word may stand across the lines
        body = re.sub(rb"[\r\n=]", b"", block)
        shown.append(binascii.a2b_base64(body[: len(body) // 4 * 4]))
    for line in _LINE.findall(raw):
        body = line.rstrip(b"=")
        whole = len(body) // 4 * 4
        shown.append(binascii.a2b_base64(body[:whole] + (body[whole:] + b"==")[:4] * (len(body) - whole > 1)))
    return "\n".join(map(_decoded, shown))


def addresses_in(text: str) -> set[str]:
    """Return what has the form of an address, in lower case."""
    return {each.lower() for each in _ADDRESS.findall(text)}


def _decoded(content: bytes) -> str:
    """Return the text by UTF-8; with what is not, by Windows-1252 too."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return f"{content.decode('utf-8', 'ignore')}\n{content.decode('cp1252', 'replace')}"
