"""Tokens: a short signature that says which member a letter was made for, about what, and until when.

A token stands in the local part of our Message-IDs, in a References entry of our own, and in the subject of
a button's mail. It is a legal dot-atom (RFC 5322 §3.2.3). Compact, because a Message-ID of ours has at most
72 characters and mail programs fold and encode longer ones.
"""

import base64
import datetime as dt
import hashlib
import re
import struct
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from itsdangerous import BadSignature, Signer
from itsdangerous.signer import HMACAlgorithm

from klachtmail.domain.incoming.signing import VALID_DAYS, counts_until
from klachtmail.domain.records.letter import Scope
from klachtmail.domain.records.numbers import number_of

MESSAGE_ID_LENGTH: Final = 72  # with its angle brackets
TOKEN = re.compile(r"(?<![A-Za-z0-9_-])km[A-Za-z0-9_-]{24}\.[A-Za-z0-9_-]{16}(?![A-Za-z0-9_-])")

_SCOPES: tuple[Scope, ...] = ("complaint", "draft", "digest", "member")
_LAYOUT = struct.Struct(">B4sHIBH4s")  # scope and prefix, member, year, counter, version, expiry day, nonce
_EPOCH = dt.date(2020, 1, 1)


class _Short(HMACAlgorithm):
    """HMAC-SHA-256 cut to 96 bits (RFC 2104 §5 allows half and more than 80 bits)."""

    def __init__(self) -> None:
        super().__init__(hashlib.sha256)

    def get_signature(self, key: bytes, value: bytes) -> bytes:
        return super().get_signature(key, value)[:12]


@dataclass(frozen=True, slots=True)
class Token:
    """What a valid signature vouches for. `member` is a fingerprint: compare it with `fingerprint(address)`."""

    scope: Scope
    member: bytes
    number: str | None
    version: int
    expires_on: dt.date
    nonce: bytes


def fingerprint(address: str) -> bytes:
    """Return the four bytes that stand for a member's (main, bare) address in a token."""
    return hashlib.sha256(address.lower().encode()).digest()[:4]


def _signer(key: bytes) -> Signer:
    return Signer(key, salt=b"klachtmail.token", sep=".", algorithm=_Short())


def mint(
    keys: Sequence[bytes], *, scope: Scope, member: str, number: str | None, version: int, today: dt.date, nonce: bytes
) -> str:
    """Return a token (43 characters). `keys` are newest first; `nonce` is 4 bytes that make it unlike any other."""
    remark = number is not None and number.startswith("M")
    year, counter = (int(number[1:5]), int(number[6:])) if number else (0, 0)
    flags = _SCOPES.index(scope) | (0x80 if remark else 0)
    expiry = (today - _EPOCH).days + VALID_DAYS
    # One byte is too few for the versions of a draft: an old one must never fit again. The rest stands in its nonce.
    nonce = nonce[:2] + (version >> 8 & 0xFFFF).to_bytes(2, "big") if scope == "draft" else nonce
    packed = _LAYOUT.pack(flags, fingerprint(member), year, counter, version % 256, expiry, nonce)
    return "km" + _signer(keys[0]).sign(base64.urlsafe_b64encode(packed)).decode()


def read(keys: Sequence[bytes], text: str, today: dt.date) -> Token | None:
    """Return what the first valid, unexpired token in this text vouches for, or None."""
    for match in TOKEN.finditer(text):
        opened = _opened(keys, match.group()[2:])
        if opened is None:
            continue
        packed, last_day = opened
        flags, member, year, counter, version, expiry, nonce = _LAYOUT.unpack(packed)
        expires_on = _EPOCH + dt.timedelta(days=expiry)
        if not today <= expires_on <= last_day:
            continue
        number = number_of("M" if flags & 0x80 else "K", year, counter) if year else None
        scope = _SCOPES[flags & 0x03]
        version += int.from_bytes(nonce[2:], "big") << 8 if scope == "draft" else 0
        return Token(scope, member, number, version, expires_on, nonce)
    return None


def _opened(keys: Sequence[bytes], signed: str) -> tuple[bytes, dt.date] | None:
    """Return what one of the keys signed, with the last day on which a token of that key may end; else None."""
    for key in keys:
        with suppress(BadSignature):
            return base64.urlsafe_b64decode(_signer(key).unsign(signed)), counts_until(key)
    return None


def without(text: str) -> str:
    """Return a text in which no token stands: what is shown to others, or kept on paper, commands nothing."""
    return TOKEN.sub("[…]", text) if "km" in text else text


def find(keys: Sequence[bytes], today: dt.date, subject: str, thread: Iterable[str]) -> Token | None:
    """Return the token that a message carries: in its subject (a button), else the nearest in its thread headers."""
    return next(
        (token for text in (subject, *thread) if "km" in text and (token := read(keys, text, today)) is not None), None
    )


def message_id(local: str, domain: str) -> str:
    """Return the bare msg-id `local@domain`, with only the last labels of a domain that would make it too long."""
    room = MESSAGE_ID_LENGTH - 2 - len(local) - 1
    host = domain
    while len(host) > room and "." in host:
        host = host.partition(".")[2]
    return f"{local}@{host if len(host) <= room else 'klachtmail.invalid'}"
