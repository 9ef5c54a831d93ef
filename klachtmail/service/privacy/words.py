"""All words of a message that may name somebody, in its bytes: more than `words_in`, as here nothing may be missed."""

import binascii
import re
from typing import Final

from klachtmail.service.work.glance import LONGEST, words_in

_LINE: Final = re.compile(rb"^((?:[A-Za-z0-9+/]{4}){3,}[A-Za-z0-9+/=]{0,4})\r?$", re.MULTILINE)  # base64 on one line
_QUOTED: Final = re.compile(rb"=([0-9A-Fa-f]{2})")
_SOFT: Final = re.compile(rb"=\r?\n")
_ADDRESS: Final = re.compile(r"[^\s<>@\"(),;:]{1,64}@[^\s<>@\"(),;:]{1,190}")


def every_word(raw: bytes) -> str:
    """Return the words of a message, also those behind base64 of one line, small hexadecimal digits and western charsets."""
    raw = raw[:LONGEST]
    shown = [raw, _QUOTED.sub(lambda found: bytes([int(found[1], 16)]), _SOFT.sub(b"", raw))]
    for line in _LINE.findall(raw):
        body = line.rstrip(b"=")
        whole = len(body) // 4 * 4
        shown.append(binascii.a2b_base64(body[:whole] + (body[whole:] + b"==")[:4] * (len(body) - whole > 1)))
    return "\n".join((words_in(raw), *map(_decoded, shown)))


def addresses_in(text: str) -> set[str]:
    """Return what has the form of an address, in lower case."""
    return {each.lower() for each in _ADDRESS.findall(text)}


def _decoded(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
