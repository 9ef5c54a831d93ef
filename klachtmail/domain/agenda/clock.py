"""The clock: which reminders a complaint gives on a day. The table of the design, one rule for each line of it.

A rule says for whom its reminder is and since when it counts as given: `unless_since` today repeats it every day, six
days ago every week, and the date of a milestone (the second day, the fourth, then each week) once. So nothing depends on a job having run on the right day.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.records.abridged import abridged
from klachtmail.domain.records.deadlines import (
    CONTACT_WORKDAYS,
    awaits_outcome,
    is_overdue,
    milestones,
    reached,
    reminder_dates,
)
from klachtmail.domain.records.model import Complaint, Promise, Statutory
from klachtmail.domain.records.parties import complainants, longest_waiting
from klachtmail.domain.records.steps import last_step_at

ClockEvent = Literal[
    "unconfirmed",
    "handler_gone",
    "no_handler",
    "contact",
    "answer",
    "seven_days",
    "eleven_days",
    "last_day",
    "overdue",
    "measure_due",
    "measure_judged",
    "promise_due",
    "outcome_sent",
    "postponed_again",
    "not_moving",
    "statutory_due",
    "to_read",
]
Audience = Literal["handler", "partners", "other_partners", "owner", "duty", "escalation", "reader"]

ONCE: Final = frozenset({"seven_days", "eleven_days", "last_day"})
_IN_COMPANY: Final = frozenset({"outcome_sent"})  # stands in the agenda too
_TOLD_ONCE: Final = ONCE | {"outcome_sent", "postponed_again"}
_CLOSES: Final = dt.time(17)
ANSWER_WORKDAYS: Final = 2  # within which a client who wrote again hears something
READ_WORKDAYS: Final = 1  # within which a second reader reads
JUDGED_AFTER: Final = dt.timedelta(days=90)
_AGAIN: Final = 2  # working days after the first time
_UNTAKEN: Final = frozenset({"received", "returned", "handler_left", "reopened", "confirmed"})
WEEKLY: Final = dt.timedelta(days=6)
_A_WEEK: Final = dt.timedelta(days=7)
MONTHLY: Final = dt.timedelta(days=27)


@dataclass(frozen=True, slots=True)
class Reminder:
    """Somebody must be reminded of something, unless that happened on or after `unless_since`.

    `measure` (or promise, by the event) counts from 1.
    """

    event: ClockEvent
    complaint: Complaint
    audience: Audience
    unless_since: dt.date
    measure: int | None = None

    @property
    def lasts(self) -> bool:
        """Return whether it is still so as long as the rule gives it; what is told once is no news in another's company."""
        return self.event not in _TOLD_ONCE

    @property
    def is_worth_a_mail(self) -> bool:
        """Return whether it makes a morning mail; what presses nobody waits for one that goes anyway, or the agenda."""
        return self.event not in _IN_COMPANY

    @property
    def key(self) -> str:
        """The event and number as the key of a sent reminder has them: 'contact|K2026-0003'."""
        event = self.event if self.measure is None else f"{self.event}.{self.measure}"
        return f"{event}|{self.complaint.number}"


@dataclass(frozen=True, slots=True)
class Day:
    """What a rule may know beside the complaint: the firm, its calendar and today's date there."""

    firm: Firm
    calendar: Calendar
    today: dt.date

    def is_past(self, at: dt.datetime, workdays: int) -> bool:
        """Return whether so many working days have gone by since this moment."""
        return self.calendar.has_passed(self.calendar.local_date(at), workdays, self.today)

    def told_since(self, begun_on: dt.date, workdays: int) -> dt.date | None:
        """Return the latest day of reminding about something that has waited since this day, or None while there was none.

        These are the day so many working days later, the second working day after that, and then each week: on the
        days between nothing is new, and a mail that says so is one that is no longer read.
        """
        first = self.calendar.add_workdays(begun_on, workdays)
        if first > self.today:
            return None
        second = self.calendar.add_workdays(first, _AGAIN)
        return first if second > self.today else second + _A_WEEK * ((self.today - second) // _A_WEEK)

    def waited_since(self, at: dt.datetime, workdays: int) -> dt.date | None:
        """Return the same of somebody who waits since this moment, whatever the hour: that is when the waiting began."""
        return self.told_since(self.calendar.local_date(at), workdays)


Rule = Callable[[Complaint, Day], Iterator[Reminder]]


def handler_of(complaint: Complaint, firm: Firm) -> Member | None:
    """Return the handler, while still a member of the firm."""
    return firm.member(complaint.handler)


def _unconfirmed(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    if not complaint.confirmed:
        yield from _nobodys("unconfirmed", complaint, complaint.received_at, day)


def _nobodys(event: ClockEvent, complaint: Complaint, waits_since: dt.datetime, day: Day) -> Iterator[Reminder]:
    """Ask who is on duty, and from the second time on all partners; without anybody on duty they are asked each time."""
    begun_on = _office_day(waits_since, day)
    since = day.told_since(begun_on, 1)
    if since is None:
        return
    yield Reminder(event, complaint, "duty", since)
    if since != day.calendar.add_workdays(begun_on, 1):
        yield Reminder(event, complaint, "partners", since)


def _office_day(at: dt.datetime, day: Day) -> dt.date:
    """Return the day from which a working day is counted for what came at this moment: after office hours, the next.

    Else at half past eight everybody is told that nobody has what came in the evening, before anybody could.
    """
    local = at.astimezone(day.firm.organisation.zone)
    is_seen = day.calendar.is_workday(local.date()) and local.time() < _CLOSES
    return local.date() if is_seen else day.calendar.add_workdays(local.date(), 1)


def _handler_gone(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    if complaint.handler is not None and handler_of(complaint, day.firm) is None:
        yield Reminder("handler_gone", complaint, "partners", day.today)


def _no_handler(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    """Leave out an unconfirmed one: it has its own reminder, and two about the same mail are one too many."""
    if complaint.handler is not None or not complaint.confirmed:
        return
    yield from _nobodys("no_handler", complaint, _untaken_since(complaint), day)


def _untaken_since(complaint: Complaint) -> dt.datetime:
    return next((entry.at for entry in reversed(complaint.history) if entry.event in _UNTAKEN), complaint.received_at)


def _contact(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    """'Eén van de partners regelt dat er zo snel mogelijk contact opgenomen wordt met de klant'."""
    is_awaited = complaint.answered_at is None and complaint.contacted_at is None and awaits_outcome(complaint)
    if is_awaited and (since := day.waited_since(complaint.received_at, CONTACT_WORKDAYS)):
        yield Reminder("contact", complaint, "handler", since)


def _answer(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    party = longest_waiting(complaint)
    if party is None or party.waiting_since is None:
        return
    if since := day.waited_since(party.waiting_since, ANSWER_WORKDAYS):
        yield Reminder("answer", complaint, "handler", since)


def _due(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    """'Uiterlijk binnen twee weken na ontvangst klacht': 7 and 11 days, last working day; partners from the second.

    Of another term these are half of it and four fifths, or what the firm wrote in `procedure.reminders`.
    """
    if not awaits_outcome(complaint) or is_overdue(complaint, day.today):
        return
    milestone = reached(reminder_dates(complaint, day.calendar, day.firm.procedure.reminders), day.today)
    if milestone is None:
        return
    yield Reminder(milestone.event, complaint, "handler", milestone.on)
    if milestone.event != "seven_days":
        yield Reminder(milestone.event, complaint, "partners", milestone.on)


def _overdue(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    """Daily for the handler; for the partners daily for three working days, and then weekly."""
    if is_overdue(complaint, day.today):
        yield Reminder("overdue", complaint, "handler", day.today)
        is_old = day.calendar.has_passed(complaint.due_on, 4, day.today)
        yield Reminder("overdue", complaint, "partners", day.today - WEEKLY if is_old else day.today)


def _measures(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    """Ask whether a measure is done (weekly), and 90 days later whether it worked (monthly)."""
    for index, measure in enumerate(complaint.measures, start=1):
        if measure.done_on is None:
            if measure.due_on is not None and measure.due_on <= day.today:
                yield Reminder("measure_due", complaint, "owner", day.today - WEEKLY, index)
        elif measure.worked is None and measure.done_on + JUDGED_AFTER <= day.today:
            yield Reminder("measure_judged", complaint, "owner", day.today - MONTHLY, index)


def _promises(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    """Ask the owner weekly whether a promise was kept, and the partners too when a week has gone by.

    Of one without a day that is a week after it was made: it must not be the one that nobody is reminded of.
    """
    for index, promise in enumerate(complaint.promises, start=1):
        due_on = promise.due_on or _said_on(complaint, promise, day) + _A_WEEK
        if promise.done_on is not None or due_on > day.today:
            continue
        since = day.today - WEEKLY
        yield Reminder("promise_due", complaint, "owner", since, index)
        if due_on + _A_WEEK <= day.today:
            yield Reminder("promise_due", complaint, "partners", since, index)


def _said_on(complaint: Complaint, promise: Promise, day: Day) -> dt.date:
    said = abridged(promise.text)
    made = (e.at for e in reversed(complaint.history) if (e.event, e.detail) == ("promised", said))
    return day.calendar.local_date(next(made, complaint.received_at))


def _told(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    """Tell the other partners once, in their next mail, what a client was told: an outcome, a second postponement."""
    told = [entry.at for entry in complaint.history if entry.event in {"answered", "party_told"}]
    heard = any(party.told_at is not None for party in complainants(complaint))
    if heard and told and (on := day.calendar.local_date(told[-1])) + _A_WEEK > day.today:
        yield Reminder("outcome_sent", complaint, "other_partners", on)
    if complaint.is_open:
        postponed = [entry.at for entry in complaint.history if entry.event == "postponed"]
        if len(postponed) > 1 and (on := day.calendar.local_date(postponed[-1])) + _A_WEEK > day.today:
            yield Reminder("postponed_again", complaint, "other_partners", on)


def _to_read(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    """Ask the second reader for an outcome that still waits, a working day later, then as for an answer."""
    reading = complaint.draft.reading if complaint.draft else None
    if reading is not None and reading.read_at is None and (since := day.waited_since(reading.asked_at, READ_WORKDAYS)):
        yield Reminder("to_read", complaint, "reader", since)


def _not_moving(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    """Tell who is named for that, weekly, that it has neither handler, contact nor outcome after so many working days."""
    after = day.firm.escalation.after_days
    waits = complaint.handler is None or complaint.contacted_at is None or awaits_outcome(complaint)
    if after is None or not waits or complaint.withdrawn is not None or not day.is_past(last_step_at(complaint), after):
        return
    yield Reminder("not_moving", complaint, "escalation", day.today - WEEKLY)


def _statutory(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    """A data leak every working day for handler and partners; a request for access as any term, and daily when it is late."""
    for index, one in enumerate(complaint.statutory, start=1):
        since = _since_when(one, day) if one.done_at is None else None
        if since is not None:
            yield Reminder("statutory_due", complaint, "handler", since, index)
            yield Reminder("statutory_due", complaint, "partners", since, index)


def _since_when(one: Statutory, day: Day) -> dt.date | None:
    """Return since when this second clock counts as reminded of, None while nothing of its term has come."""
    begun_on, due_on = day.calendar.local_date(one.since), day.calendar.local_date(one.due_at)
    if one.kind == "datalek" or due_on < day.today:
        return day.today
    last = reached(milestones(begun_on, due_on, day.calendar, day.firm.procedure.reminders), day.today)
    return last.on if last is not None else None


OPEN_RULES: Final[tuple[Rule, ...]] = (
    _overdue,
    _due,
    _handler_gone,
    _no_handler,
    _unconfirmed,
    _contact,
    _answer,
    _to_read,
    _not_moving,
)


def reminders(complaint: Complaint, day: Day) -> Iterator[Reminder]:
    """Yield what a complaint gives reason to remind of today, the most pressing first.

    Remarks and complaints that are closed only remind of their measures and promises; merged ones of nothing.
    """
    if complaint.is_open:
        for rule in OPEN_RULES:
            yield from rule(complaint, day)
    if complaint.status != "merged":
        yield from _statutory(complaint, day)
        yield from _measures(complaint, day)
        yield from _promises(complaint, day)
        yield from _told(complaint, day)
