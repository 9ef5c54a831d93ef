"""Dates in the words of letters and transcripts, without the cost of a locale library for two forms."""

import datetime as dt
from typing import Final

_DAYS: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS: Final = tuple(
    """
    januari februari maart april mei juni juli augustus september oktober november december
""".split()
)


def day(on: dt.date) -> str:
    """Return 'maandag 7 december 2026'."""
    return f"{_DAYS[on.weekday()]} {on.day} {_MONTHS[on.month - 1]} {on.year}"


def short_day(on: dt.date) -> str:
    """Return '7 december'."""
    return f"{on.day} {_MONTHS[on.month - 1]}"


def brief_day(on: dt.date) -> str:
    """Return 'ma 7 dec', for subjects and tables."""
    month = {"maart": "mrt"}.get(_MONTHS[on.month - 1], _MONTHS[on.month - 1][:3])
    return f"{_DAYS[on.weekday()][:2]} {on.day} {month}"


def lasting(hours: float | None) -> str:
    """Return a duration in hours as 'binnen een uur', '5 uur' or '3 dagen'; 'nog niets gemeten' for None."""
    if hours is None:
        return "nog niets gemeten"
    if hours < 1:
        return "binnen een uur"
    return f"{hours:.0f} uur" if hours < 48 else f"{hours / 24:.0f} dagen"
