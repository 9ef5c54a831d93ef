"""The firm's calendar: which days are working days, and which date it is there.

Working days are Monday to Friday, without Dutch public holidays and without the days on which the firm is closed
(`organisation.closed`). Two days on which Dutch usage differs from firm to firm are settled here: Good Friday is a
working day (no collective agreement is needed to work on it; a firm that closes adds it to `organisation.closed`),
and Liberation Day, 5 May, is a holiday only in lustrum years (2025, 2030, …), as most agreements have it.
"""

import datetime as dt
import importlib.util
import sys
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from klachtmail.domain.firm.firm import Organisation

ONE_DAY: Final = dt.timedelta(days=1)
WORKED_HOLIDAYS: Final = frozenset({"Good Friday"})  # the library lists it, firms work on it
_SATURDAY: Final = 5


@cache
def public_holidays(year: int) -> frozenset[dt.date]:
    """Return the Dutch public holidays of a year on which firms do not work."""
    dutch = _netherlands()(years=year, language="en_US")
    return frozenset(day for day, name in dutch.items() if name not in WORKED_HOLIDAYS)


def _netherlands() -> Any:
    """Return the library's Netherlands. Its package of countries reads all 250 of them, a fifth of a start: it stays unread."""
    package = "holidays.countries"
    spec = None if package in sys.modules else importlib.util.find_spec(package)
    if spec is not None:
        sys.modules[package] = importlib.util.module_from_spec(spec)
    try:
        from holidays.countries.netherlands import Netherlands
    finally:
        if spec is not None:
            del sys.modules[package]  # who wants another country gets the whole package
    return Netherlands


@dataclass(frozen=True)
class Calendar:
    """The calendar of one firm. Dates are dates in its time zone."""

    organisation: Organisation

    @cached_property
    def _known(self) -> dict[dt.date, bool]:
        return {}

    def local_date(self, at: dt.datetime) -> dt.date:
        """Return the date in the firm's time zone at this aware moment."""
        return at.astimezone(self.organisation.zone).date()

    def is_workday(self, day: dt.date) -> bool:
        """Return whether the firm works on this date."""
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = self._works_on(day)
        return known

    def _works_on(self, day: dt.date) -> bool:
        return day.weekday() < _SATURDAY and not self.is_closed(day)

    def is_closed(self, day: dt.date) -> bool:
        """Return whether it is a public holiday or a day on which the firm is closed; a weekend is neither."""
        closed = any(closure.start <= day <= closure.end for closure in self.organisation.closed)
        return closed or day in public_holidays(day.year)

    def add_workdays(self, day: dt.date, count: int) -> dt.date:
        """Return the working day that is `count` working days after this date (the date itself when it is 0)."""
        while count > 0:
            day += ONE_DAY
            count -= self.is_workday(day)
        return day

    def has_passed(self, start: dt.date, count: int, today: dt.date) -> bool:
        """Return whether today is at least `count` (≥ 1) working days after `start`, without counting any further."""
        day = start
        while day < today and count > 0:
            day += ONE_DAY
            count -= self.is_workday(day)
        return count <= 0

    def last_workday_on_or_before(self, day: dt.date) -> dt.date:
        """Return this date when the firm works on it, else the last working day before it."""
        while not self.is_workday(day):
            day -= ONE_DAY
        return day
