"""What single header fields say: when, in which thread, returned to whom."""

import datetime as dt
import re
from email.utils import parsedate_tz
from typing import Final

from klachtmail.parse.address import bare_address
from klachtmail.parse.header import decoded

THREAD_LIMIT: Final = 100  # msg-ids of one field: the newest are the last ones
_ID_LIMIT: Final = 500
_OLDEST: Final = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
_AHEAD: Final = dt.timedelta(days=7)  # how wrong a sender's clock may be
_BRACKETED = re.compile(r"<([^<>]++)>")
_NOT_IN_ID = re.compile(r"[\s<>]+")
_BARE_ID = re.compile(r"(?<![^\s<>\"(),;:@])[^\s<>\"(),;:@]++@[^\s<>\"(),;]++")
_DAY_LIMIT: Final = 24 * 3600


def message_ids(value: str) -> tuple[str, ...]:
    """Return the bare msg-ids of a raw field, in its order, each once: also folded, encoded or without brackets."""
    if not value:
        return ()
    text = decoded(value)
    found = _BRACKETED.findall(text) or [token for token in _BARE_ID.findall(text) if " " not in token]
    ids = ("".join(each.split())[:_ID_LIMIT] for each in found[-THREAD_LIMIT:])
    return tuple(dict.fromkeys(each for each in ids if each))


def message_id(value: str) -> str | None:
    """Return the bare Message-ID of a raw field, or None; one without '@' is still an id."""
    ids = message_ids(value)
    if ids:
        return ids[0]
    text = "".join(_NOT_IN_ID.split(decoded(value)))
    return text[:_ID_LIMIT] or None


def date(value: str, received_at: dt.datetime) -> dt.datetime | None:
    """Return the aware time that a raw Date field claims, or None when it is missing, unreadable or absurd."""
    text = decoded(value)[:100]
    try:
        parsed = parsedate_tz(text)
        if parsed is None:
            return None
        offset = parsed[9] or 0
        zone = dt.timezone(dt.timedelta(seconds=offset if abs(offset) < _DAY_LIMIT else 0))
        claimed = dt.datetime(*parsed[:6], tzinfo=zone)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return claimed if _OLDEST <= claimed.astimezone(dt.UTC) <= received_at + _AHEAD else None


def return_path(values: tuple[str, ...]) -> str | None:
    """Return the bare envelope sender; '' for the null path '<>', None when the field is absent or unreadable."""
    if not values:
        return None
    text = values[0].strip()
    return bare_address(text) or ("" if text in {"<>", "< >"} else None)
