"""The year report and the quarter's sheet come by themselves, on the first working day after what they are of."""

import datetime as dt
from typing import Final

from klachtmail.domain.agenda.yearly import quarter_before, quarter_of
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.outgoing.letters import Papers
from klachtmail.domain.outgoing.requests import to_member
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.domain.records.port import Records
from klachtmail.domain.records.questions import Question

LATEST: Final = dt.timedelta(days=21)  # after the first day: of a quarter long ago nobody waits for the sheet


def reports_due(records: Records, firm: Firm, now: dt.datetime) -> tuple[dt.date, tuple[LetterRequest, ...]] | None:
    """Return the first day of this quarter, to remember, and what is mailed to the partners; None when nothing is new.

    A firm without a complaint in the two years that are compared gets nothing.
    """
    calendar, local = Calendar(firm.organisation), now.astimezone(firm.organisation.zone)
    year, quarter = quarter_of(local.date())
    first = dt.date(year, quarter * 3 - 2, 1)
    on = calendar.add_workdays(first - dt.timedelta(days=1), 1)
    begins = dt.datetime.combine(on, dt.time.fromisoformat(firm.schedule.reminders), firm.organisation.zone)
    if records.state.reported_for == first or local < begins:
        return None
    data = _papers(firm, *quarter_before(year, quarter))
    is_late = local.date() > first + LATEST
    if data is None or is_late or not _has_come(records, calendar, data.year, first):
        return first, ()
    return first, tuple(to_member(data, partner, None) for partner in firm.partners)


def _papers(firm: Firm, year: int, quarter: int) -> Papers | None:
    wanted, ends_year = firm.schedule.reports, quarter == 4
    if ends_year and "year" in wanted:
        return Papers(what="report", year=year, quarter=quarter if "quarter" in wanted else 0, unasked=True)
    return Papers(what="quarter", year=year, quarter=quarter, unasked=True) if "quarter" in wanted else None


def _has_come(records: Records, calendar: Calendar, year: int, until: dt.date) -> bool:
    """Return whether anything was received in the two years that end on this day."""
    (found,) = records.count([Question((), f"{year - 1}-01", f"{until:%Y-%m}")], calendar.organisation.zone)
    return bool(found)
