"""What IMAP servers say, as values: FETCH responses, dates, and UID sets the other way (RFC 3501 §7, §9)."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from itertools import pairwise

LONGEST_SET = 8000  # characters; RFC 2683 §3.2.1.5 warns of servers that take no longer command lines

_UID = re.compile(rb"\bUID (\d+)", re.IGNORECASE)
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d+)", re.IGNORECASE)
_DATE = re.compile(rb'\bINTERNALDATE "([^"]+)"', re.IGNORECASE)
_FLAGS = re.compile(rb"\bFLAGS \(([^)]*)\)", re.IGNORECASE)
_QUOTA = re.compile(rb"[( ](?:STORAGE|MESSAGE) (\d+) (\d+)", re.IGNORECASE)
_QUOTED = re.compile(rb'(\bBODY\[[A-Z]*\](?:<0>)?) "((?:[^"\\]|\\.)*)"', re.IGNORECASE)
_LITERAL = re.compile(rb"(\bBODY\[[A-Z]*\](?:<0>)?) \{(\d+)\}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """The bytes of a BODY[...] section. `cut`: the server had more than we wanted to keep."""

    content: bytes
    cut: bool = False


@dataclass(frozen=True, slots=True)
class FetchResponse:
    """One `* n FETCH (...)`. What the server left out is 0, (), None or missing from `sections`."""

    uid: int
    size: int
    flags: tuple[str, ...]
    received_at: dt.datetime | None
    sections: dict[str, Section]


def fetch_responses(data: Sequence[object]) -> Iterator[FetchResponse]:
    """Read imaplib's data of a FETCH; responses without UID (flags that changed meanwhile) are left out.

    imaplib hands out a tuple (line up to the literal, literal) per literal and then the rest of the line, so that a
    response may have its UID before or behind the literal.
    """
    lines: list[bytes] = []
    sections: dict[str, Section] = {}
    for item in data:
        if isinstance(item, tuple):
            lines.append(item[0])
            sections.update(_literal(*item))
        elif isinstance(item, bytes):
            line = b" ".join((*lines, item))
            if found := _UID.search(line):
                yield _response(int(found[1]), line, sections)
            lines, sections = [], {}


def by_uid(responses: Iterable[FetchResponse]) -> dict[int, FetchResponse]:
    """Return one response for each UID: flags that somebody changes meanwhile come as one more (RFC 9051 §6.4.9)."""
    found: dict[int, FetchResponse] = {}
    for new in responses:
        old = found.get(new.uid, new)
        found[new.uid] = FetchResponse(
            new.uid,
            new.size or old.size,
            new.flags or old.flags,
            new.received_at or old.received_at,
            {**old.sections, **new.sections},
        )
    return found


def _literal(line: bytes, content: bytes) -> dict[str, Section]:
    found = _LITERAL.search(line)
    return {_name(found[1]): Section(content, cut=len(content) < int(found[2]))} if found else {}


def _response(uid: int, line: bytes, sections: dict[str, Section]) -> FetchResponse:
    for name, quoted in _QUOTED.findall(line):  # short sections may come as a quoted string
        sections[_name(name)] = Section(re.sub(rb"\\(.)", rb"\1", quoted))
    size, flags, date = _SIZE.search(line), _FLAGS.search(line), _DATE.search(line)
    return FetchResponse(
        uid=uid,
        size=int(size[1]) if size else 0,
        flags=tuple(flags[1].decode("ascii", "replace").split()) if flags else (),
        received_at=internaldate(date[1]) if date else None,
        sections=sections,
    )


def _name(section: bytes) -> str:
    return section.decode("ascii").upper().removesuffix("<0>")


def internaldate(text: bytes) -> dt.datetime | None:
    """Return an INTERNALDATE (' 7-Feb-1994 22:43:04 -0800') as an aware datetime, None when it is none."""
    try:
        date = parsedate_to_datetime(text.decode("ascii"))
    except (ValueError, IndexError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=dt.UTC)


def fullness(data: Iterable[object]) -> float:
    """Return how full the fullest quota is of imaplib's data of a GETQUOTAROOT (RFC 2087 §5.1): 1.0 is full."""
    lines = (line for lines in data if isinstance(lines, list) for line in lines if isinstance(line, bytes))
    counts = ((int(used), int(most)) for line in lines for used, most in _QUOTA.findall(line))
    return max((used / most for used, most in counts if most), default=0.0)


def uid_sets(uids: Iterable[int]) -> Iterator[str]:
    """Write UIDs as one or more IMAP sets ('3:7,9'), each at most LONGEST_SET characters long."""
    parts: list[str] = []
    length = 0
    for part in _ranges(sorted(set(uids))):
        if parts and length + len(part) >= LONGEST_SET:
            yield ",".join(parts)
            parts, length = [], 0
        parts.append(part)
        length += len(part) + 1
    if parts:
        yield ",".join(parts)


def _ranges(uids: Sequence[int]) -> Iterator[str]:
    if not uids:
        return
    first = uids[0]
    for uid, following in (*pairwise(uids), (uids[-1], None)):
        if following != uid + 1:
            yield str(first) if first == uid else f"{first}:{uid}"
            first = following or 0
