"""Header fields of a letter: one line each, 7-bit, and nothing from a mail can add another.

The standard library's header registry encodes long msg-ids as words (`=?utf-8?q?…`), which breaks threads, and costs
more than the rest of the letter; hence these few functions.
"""

import binascii
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

SUBJECT_LENGTH: Final = 78  # characters that a person sees; RFC 5322 §2.1.1 asks no more of a line
_WORD_BYTES: Final = 42  # base64 of it with `=?utf-8?b?…?=` stays under the 75 characters of RFC 2047 §2
_THREAD_LENGTH: Final = 10
_MSG_ID_LENGTH: Final = 500  # a header line has at most 998 characters (RFC 5322 §2.1.1)

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")
_SPACES = re.compile(r"\s+")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+\Z")
_UNFIT = re.compile(r"[\x00-\x20<>,;:()\[\]\x7f]")
_MSG_ID = re.compile(r"[\x21-\x3b\x3d\x3f-\x7e]+\Z")


def one_line(text: str) -> str:
    """Return the text on one line: no control characters, direction marks or lone surrogates, single spaces."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", _UNPRINTABLE.sub(" ", text)).strip()


def shorten(text: str, length: int) -> str:
    """Return at most so many characters of a text, ending in '…' when something was cut off."""
    return text if len(text) <= length else text[: max(0, length - 1)].rstrip(" ,;:-–·") + "…"


def numbered(text: str, number: str | None) -> str:
    """Return a subject with the number last in brackets, cut before the number and not in it."""
    tail = f" [{number}]" if number else ""
    return shorten(one_line(text), SUBJECT_LENGTH - len(tail)) + tail


def encoded(text: str) -> str:
    """Return unstructured header text as ASCII: as it is, or as folded encoded words (RFC 2047 §5.1)."""
    if text.isascii():
        return text.replace("=?", "= ?")
    words, word = [], b""
    for character in text:
        piece = character.encode()
        if len(word) + len(piece) > _WORD_BYTES:
            words.append(word)
            word = b""
        word += piece
    return "\r\n ".join(
        f"=?utf-8?b?{binascii.b2a_base64(word, newline=False).decode()}?=" for word in (*words, word) if word
    )


def subject(text: str) -> str:
    """Return a numbered subject for its header; the ASCII words at its end, such as the number, stay readable."""
    head, space, tail = text.rpartition(" ")
    if text.isascii() or not tail.isascii():
        return encoded(text)
    return f"{encoded(head)}\r\n{space}{tail}"


@lru_cache(maxsize=256)  # that of the firm stands in every letter, and the members' are few
def mailbox(name: str, address: str) -> str:
    """Return `name <address>` for a header; the name quoted or encoded (RFC 5322 §3.4), the domain in ASCII.

    Letters with marks before the @ stay what they are (RFC 6532 §3.2): no other address reaches that mailbox.
    """
    shown = shorten(one_line(name), 60)
    local, _, domain = ascii_address(address).rpartition("@")
    marked = one_line(address).rpartition("@")[0]
    if not marked.isascii() and all(sign.isascii() or unicodedata.category(sign)[0] in "LMN" for sign in marked):
        local = _UNFIT.sub("?", marked)
    bare = f"{local}@{domain}" if local else domain
    if not shown or shown.lower() == bare.lower():
        return bare
    if not shown.isascii() or "=?" in shown:
        return f"{encoded(shown) if not shown.isascii() else _word(shown)} <{bare}>"
    quoted = shown if _ATOMS.match(shown) else '"' + shown.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{quoted} <{bare}>"


def _word(text: str) -> str:
    return f"=?utf-8?b?{binascii.b2a_base64(text.encode(), newline=False).decode()}?="


def ascii_address(address: str) -> str:
    """Return a bare address fit for a 7-bit header: the domain in IDNA, no spaces, brackets or line ends."""
    local, _, domain = one_line(address).rpartition("@")
    if not domain.isascii():
        try:
            domain = domain.encode("idna").decode()
        except UnicodeError:
            domain = "klachtmail.invalid"
    bare = f"{local}@{domain}" if local else domain
    return _UNFIT.sub("?", re.sub(r"[^\x21-\x7e]", "?", bare))


def references(thread: Sequence[str], own: str | None) -> list[str]:
    """Return the ids for References: the first and the last of the thread, then our own; unfit ids are left out."""
    fit = [one for one in dict.fromkeys(thread) if len(one) <= _MSG_ID_LENGTH and _MSG_ID.match(one)]
    kept = fit if len(fit) <= _THREAD_LENGTH else [fit[0], *fit[1 - _THREAD_LENGTH :]]
    return [*kept, own] if own else kept


def threaded(ids: Sequence[str]) -> str:
    """Return msg-ids in their brackets, one to a line: folded between them, never inside or encoded."""
    return "\r\n ".join(f"<{one}>" for one in ids)
