"""When a complaint must be answered, and on which days somebody is reminded of that.

Procedure: 'uiterlijk binnen twee weken na ontvangst klacht de klant informeren over de uitkomsten'.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import Firm, Procedure
from klachtmail.domain.records.model import Complaint, Party
from klachtmail.domain.records.parties import going_on, untold

MilestoneEvent = Literal["seven_days", "eleven_days", "last_day"]

InTime = Literal["on_time", "postponed_on_time", "late"]
CONTACT_WORKDAYS: Final = 2  # within which somebody calls the client (`agenda.clock` reminds the handler of it)

# At half and at four fifths of the term: of two weeks these are the seventh and the eleventh day.
USUAL: Final = Procedure().reminders


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day on which the due date comes nearer; its reminder is given once, on that day or the next working day."""

    event: MilestoneEvent
    on: dt.date


def due_date(received_at: dt.datetime, firm: Firm) -> dt.date:
    """Return the date on which the complainant must have the outcome, in the firm's time zone.

    `received_at` is the (aware) moment at which the mail server received the message. Day 0 is the local date of it,
    so that what comes in at 23:59 and at 00:01 differs by a day. A weekend or holiday does not move the date:
    two weeks are two weeks. procedure: 'uiterlijk binnen twee weken na ontvangst'.
    """
    received_on = Calendar(firm.organisation).local_date(received_at)
    return received_on + dt.timedelta(days=firm.procedure.answer_within_days)


def contact_by(complaint: Complaint, calendar: Calendar) -> dt.date:
    """Return the day by which somebody contacts the complainant in person, as the clock reminds of it."""
    return calendar.add_workdays(calendar.local_date(complaint.received_at), CONTACT_WORKDAYS)


def days_left(complaint: Complaint, today: dt.date) -> int:
    """Return how many days are left until the due date; negative when it has passed."""
    return (complaint.due_on - today).days


def awaits_outcome(complaint: Complaint) -> bool:
    """Return whether somebody who complained still has to be told the outcome."""
    return complaint.is_open and complaint.withdrawn is None and bool(untold(complaint))


def awaits_ruling(complaint: Complaint) -> bool:
    """Return whether the independent third party has yet to rule, also when we closed the complaint ourselves."""
    return complaint.appeal is not None and complaint.appeal.ruling is None and complaint.status != "merged"


def is_overdue(complaint: Complaint, today: dt.date) -> bool:
    """Return whether the due date has passed while the complainant still waits for the outcome."""
    return awaits_outcome(complaint) and complaint.due_on < today


def is_on_time(complaint: Complaint, calendar: Calendar) -> bool:
    """Return whether every complainant was told the outcome by the due date, or by the later one that was agreed."""
    return all(
        party.told_at is not None and calendar.local_date(party.told_at) <= (party.due_on or complaint.due_on)
        for party in going_on(complaint)
    )


def promises_an_outcome(complaint: Complaint) -> bool:
    """Return whether it counts for the on-time rate, once the outcome was told or its original due date has passed."""
    out = complaint.withdrawn is not None or complaint.is_remark
    return not (out or complaint.status in {"dismissed", "merged"})


def first_day_untold(complaint: Complaint) -> dt.date | None:
    """Return the first original due date of those who were not told the outcome, None when everybody was."""
    days = (party.original_due_on or complaint.original_due_on for party in untold(complaint))
    return min(days, default=None)


def told_in_time(complaint: Complaint, zone: dt.tzinfo) -> InTime:
    """Return when the outcome was told, by dates of that zone. Of several complainants who were told the worst counts.

    'on_time': in the original term; 'postponed_on_time': on or before the day that the client was told instead;
    'late': after it.
    """
    told = (_told_in_time(party, complaint, zone) for party in going_on(complaint) if party.told_at is not None)
    return max(told, key=_WORSE.index, default="on_time")


_WORSE: Final[tuple[InTime, ...]] = ("on_time", "postponed_on_time", "late")


def _told_in_time(party: Party, complaint: Complaint, zone: dt.tzinfo) -> InTime:
    told_on = party.told_at.astimezone(zone).date() if party.told_at else dt.date.max
    if told_on <= (party.original_due_on or complaint.original_due_on):
        return "on_time"
    return "postponed_on_time" if told_on <= (party.due_on or complaint.due_on) else "late"


def reminder_dates(complaint: Complaint, calendar: Calendar, parts: Sequence[float] = USUAL) -> tuple[Milestone, ...]:
    """Return the milestones before the due date: these parts of the term, and its last working day.

    A postponement moves all of them along. What would come after the last working day is left out.
    """
    postponed = complaint.due_on - complaint.original_due_on
    return milestones(calendar.local_date(complaint.received_at) + postponed, complaint.due_on, calendar, parts)


def milestones(
    begun_on: dt.date, due_on: dt.date, calendar: Calendar, parts: Sequence[float] = USUAL
) -> tuple[Milestone, ...]:
    """Return the milestones of any term that began on a day and ends on another; the first part is for the handler alone."""
    last = Milestone("last_day", calendar.last_workday_on_or_before(due_on))
    days = (begun_on + dt.timedelta(days=int((due_on - begun_on).days * part)) for part in sorted(parts))
    dates = (Milestone("eleven_days" if index else "seven_days", on) for index, on in enumerate(days))
    return (*(milestone for milestone in dates if milestone.on < last.on), last)


def reached(dates: Sequence[Milestone], today: dt.date) -> Milestone | None:
    """Return the latest milestone that has come, or None; one that a sleeping machine skipped is not made up for."""
    return next((each for each in reversed(dates) if each.on <= today), None)
