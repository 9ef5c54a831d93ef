"""Ways to spoil a message: each takes the bytes and a source of chance, and returns other bytes."""

import random
import re
from collections.abc import Callable

LIMIT = 400_000  # bytes: longer messages are cut, so that many can be tried
_WORDS = [
    b"=?utf-8?q?",
    b"=?utf-8?B?4oKs",
    b"?=",
    b"\r",
    b"\n",
    b"\r\n\r\n",
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"--",
    b"<",
    b">",
    b'"',
    b"(",
    b"\\",
    b";",
    b"Content-Type: multipart/mixed; boundary=x\r\n",
    b"Content-Type: message/rfc822\r\n",
    b"charset=utf-7",
    b"charset=",
    b"Content-Transfer-Encoding: base64\r\n",
    b"filename*0*=",
    b"From: \r\n",
    b"Date: 99 Foo 99999\r\n",
    b"<!--",
    b"<div hidden>",
    b"<blockquote>",
    b"> ",
    b"Van: ",
    b"-----Oorspronkelijk bericht-----\n",
    b"Op 1-1-2020 om 12:00 schreef ",
    b":\n",
    b"\xe2\x80\xae",
    "\u200b".encode(),
    b"km" + b"A" * 24 + b"." + b"b" * 16,
    b"=\n",
    b"=E9",
    b"\x1b$B",
    b"&#55296;",
    b"&#0;",
    b"begin 644 x\n",
]
_CHARSET = re.compile(rb'charset="?[\w-]+"?', re.IGNORECASE)
_CHARSETS = [
    b"utf-16",
    b"iso-2022-jp",
    b"x-unknown",
    b"''",
    b"punycode",
    b"gb2312",
    b"utf-7",
    b"idna",
    b"us-ascii",
    b"base64",
]
Mutation = Callable[[bytes, random.Random], bytes]


def flip_bytes(raw: bytes, chance: random.Random) -> bytes:
    """Return the message with a few bytes changed."""
    out = bytearray(raw)
    for _ in range(chance.randint(1, 20)):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def insert_words(raw: bytes, chance: random.Random) -> bytes:
    """Return the message with pieces of syntax where they do not belong."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(min(len(raw), chance.choice((500, 5_000, LIMIT))) + 1)
        raw = raw[:at] + chance.choice(_WORDS) * chance.choice((1, 1, 1, 2, 50)) + raw[at:]
    return raw


def cut_out(raw: bytes, chance: random.Random) -> bytes:
    """Return the message without a slice."""
    start, end = sorted(chance.randrange(len(raw) + 1) for _ in range(2))
    return raw[:start] + raw[end:]


def cut_off(raw: bytes, chance: random.Random) -> bytes:
    """Return the beginning of the message."""
    return raw[: chance.randrange(len(raw) + 1)]


def repeat_slice(raw: bytes, chance: random.Random) -> bytes:
    """Return the message with a slice of it repeated."""
    start = chance.randrange(len(raw))
    piece = raw[start : start + chance.randint(1, 300)]
    return raw[:start] + piece * chance.choice((2, 5, 100)) + raw[start:]


def swap_lines(raw: bytes, chance: random.Random) -> bytes:
    """Return the message with its lines in another order."""
    lines = raw.split(b"\n")
    for _ in range(chance.randint(1, 10)):
        first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


def other_line_ends(raw: bytes, chance: random.Random) -> bytes:
    """Return the message with other line ends, or with none."""
    return raw.replace(b"\r\n", b"\n").replace(
        b"\n", chance.choice((b"\r", b"\r\r\n", b"\n\r", b"\x0b", b"\r\n", b" "))
    )


def lie_about_charset(raw: bytes, chance: random.Random) -> bytes:
    """Return the message with other charset labels."""
    return _CHARSET.sub(lambda _: b"charset=" + chance.choice(_CHARSETS), raw)


def wrap(raw: bytes, chance: random.Random) -> bytes:
    """Return a message with this one nested in it, a few or very many levels deep."""
    for level in range(chance.choice((1, 3, 30))):
        kind = chance.choice((b"message/rfc822", b"multipart/mixed; boundary=b%d" % level))
        raw = b"Content-Type: " + kind + b"\r\n\r\n--b%d\r\n" % level + raw
    return raw


MUTATIONS: tuple[Mutation, ...] = (
    flip_bytes,
    insert_words,
    cut_out,
    cut_off,
    repeat_slice,
    swap_lines,
    other_line_ends,
    lie_about_charset,
    wrap,
)


def spoiled(raw: bytes, chance: random.Random) -> bytes:
    """Return the message after one to three mutations."""
    raw = raw[:LIMIT]
    for _ in range(chance.randint(1, 3)):
        raw = chance.choice(MUTATIONS)(raw or b"\n", chance)
    return raw[: 2 * LIMIT]
