"""The identity and the header of a letter: its token, its Message-ID and its fields."""

import datetime as dt
import email.utils
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.incoming import tokens
from klachtmail.domain.people.names import may_be_shown
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.letters import headers

_SUPPRESS: Final = "OOF, AutoReply, RN, NRN"  # never All: it also suppresses the bounces we need (MS-OXCMAIL)


def token(request: LetterRequest, firm: Firm, keys: Sequence[bytes], now: dt.datetime, nonce: bytes) -> str:
    """Return the token of a letter to a member; '' for anybody else, who must never carry one."""
    if request.member is None:
        return ""
    return tokens.mint(
        keys,
        scope=request.scope,
        member=request.member,
        number=request.number,
        version=request.version,
        today=now.astimezone(firm.organisation.zone).date(),
        nonce=nonce[:4],
    )


def message_id(request: LetterRequest, firm: Firm, signed: str, nonce: bytes) -> str:
    """Return the bare msg-id: the token at the firm's domain, or for an outsider the number and the nonce."""
    known = next((n for n in (request.party, request.number) if n and "@" not in n), "")  # a third party has no number
    local = signed or f"kl{known.replace('-', '')}.{nonce.hex()}"
    return tokens.message_id(local, headers.ascii_address(firm.organisation.address).rpartition("@")[2])


def _conversation(request: LetterRequest) -> str:
    """Return the msg-id that all mail to one member about one complaint refers to: programs show it as one thread.

    It is nobody's letter and holds no token.
    """
    reader = hashlib.sha256((request.member or "").encode()).hexdigest()[:8]
    return f"{(request.number or '').lower()}.{reader}@klachtmail.invalid"


def head(
    request: LetterRequest, firm: Firm, *, subject: str, language: str, own_id: str, signed: str, now: dt.datetime
) -> bytes:
    """Return the header fields of a letter, but for those of its body, each ending in CRLF.

    All ASCII, but for letters with marks before the @ of who gets it (RFC 6532).
    """
    organisation = firm.organisation
    local = now.astimezone(organisation.zone)
    about = (_conversation(request),) if request.member and request.number else ()
    thread = headers.references((*about, *request.thread), f"{signed}@klachtmail.invalid" if signed else None)
    fields = [
        ("From", headers.mailbox(organisation.mailbox_name, organisation.address)),
        (
            "To",
            headers.mailbox(
                request.name if request.member else request.name if may_be_shown(request.name) else "", request.to
            ),
        ),
        ("Subject", headers.subject(subject)),
        ("Date", _date(local, local.utcoffset())),
        ("Message-ID", f"<{own_id}>"),
        ("In-Reply-To", headers.threaded(headers.references(request.thread[-1:], None))),
        ("References", headers.threaded(thread)),
        ("Content-Language", language),
        *_automatic(request),
        ("MIME-Version", "1.0"),
    ]
    return "".join(f"{name}: {value}\r\n" for name, value in fields if value).encode()


@lru_cache(maxsize=4)  # the letters of one batch are of one moment
def _date(now: dt.datetime, _offset: dt.timedelta | None) -> str:  # times of two offsets can be equal
    return email.utils.format_datetime(now)


def _automatic(request: LetterRequest) -> list[tuple[str, str]]:
    """Return the fields that tell other programs not to answer (RFC 3834 §5); none on a person's letter."""
    if request.by_person:
        return []
    how = "auto-replied" if request.data.audience == "client" else "auto-generated"
    return [("Auto-Submitted", how), ("X-Auto-Response-Suppress", _SUPPRESS)]
