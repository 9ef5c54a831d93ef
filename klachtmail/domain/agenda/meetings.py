"""When the partners meet, and when the digest for that meeting is due.

Every computation is done on the wall clock of the firm: a meeting at 10:00 is at 10:00 on both sides of a DST day.
Fortnightly (and rarer) meetings are counted in whole weeks from Monday 1 January 2024, so that a year of 53 weeks
does not shift them.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final

from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import WEEKDAYS, Firm
from klachtmail.domain.records.state import State

_FIRST_WEEK: Final = dt.date(2024, 1, 1)
_WEEK: Final = dt.timedelta(weeks=1)
_DAY: Final = dt.timedelta(days=1)
_WRONG = dt.timedelta(days=2)  # a clock that is set back by less makes no second digest


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One meeting: the date on which the schedule has it (the key of `state.meeting`), and when it really is."""

    scheduled_on: dt.date
    at: dt.datetime


def meeting_after(now: dt.datetime, firm: Firm, state: State) -> dt.datetime:
    """Return the (aware, local) time of the first meeting after now, moved and cancelled ones taken into account."""
    return next_meeting(now, firm, state).at


def next_meeting(now: dt.datetime, firm: Firm, state: State) -> Occurrence:
    """Return the first meeting after now."""
    regular = next(each for each in _regular(now, firm, state, step=1) if each.at > now)
    return min((regular, *(each for each in _moved(firm, state) if each.at > now)), key=lambda each: each.at)


def previous_meeting(now: dt.datetime, firm: Firm, state: State) -> Occurrence:
    """Return the last meeting before now (or at this very moment)."""
    regular = next(each for each in _regular(now, firm, state, step=-1) if each.at <= now)
    return max((regular, *(each for each in _moved(firm, state) if each.at <= now)), key=lambda each: each.at)


def digest_time(meeting: Occurrence, firm: Firm) -> dt.datetime:
    """Return when the digest for this meeting is due: as long before it as the schedule has it, on the wall clock."""
    schedule = firm.schedule
    regular = dt.datetime.combine(meeting.scheduled_on, dt.time.fromisoformat(schedule.meeting.time))
    days = (WEEKDAYS.index(schedule.meeting.day) - WEEKDAYS.index(schedule.digest.day)) % 7
    digest_on = meeting.scheduled_on - dt.timedelta(days=days)
    digest = dt.datetime.combine(digest_on, dt.time.fromisoformat(schedule.digest.time))
    if digest >= regular:
        digest -= _WEEK
    held = meeting.at.astimezone(firm.organisation.zone).replace(tzinfo=None)
    return _on_open_day(held - (regular - digest), held, firm).replace(tzinfo=firm.organisation.zone)


def _on_open_day(at: dt.datetime, held: dt.datetime, firm: Firm) -> dt.datetime:
    """Return the same hour on the first day after it that the firm is open, or before it when the meeting is first."""
    calendar, later = Calendar(firm.organisation), at
    while calendar.is_closed(later.date()):
        later += _DAY
    if later < held:
        return later
    while calendar.is_closed(at.date()):
        at -= _DAY
    return at


def digest_due(now: dt.datetime, firm: Firm, state: State) -> dt.datetime | None:
    """Return the time of the meeting for which a digest must be made now, or None.

    One that was missed while the machine was off is due when it is back, as long as the meeting is still to come.
    A meeting has had its digest when one was made since the meeting before it, even if it was moved afterwards.
    The caller keeps `state.digest_at = now` and `state.digest_for = ` the returned time, in the commit of the letters.
    """
    meeting = next_meeting(now, firm, state)
    if Calendar(firm.organisation).is_closed(now.astimezone(firm.organisation.zone).date()):
        return None
    if now < digest_time(meeting, firm) or _has_digest(state, previous_meeting(now, firm, state), now):
        return None
    return meeting.at


def missed_digest(now: dt.datetime, firm: Firm, state: State) -> dt.datetime | None:
    """Return the time of the last meeting when it went by without a digest, or None. Nothing is missed at first.

    The caller notes it and keeps `state.digest_for = ` the returned time: then it is not missed a second time.
    """
    meeting = previous_meeting(now, firm, state)
    if state.digest_for is None or state.digest_for >= meeting.at:
        return None
    before = previous_meeting(meeting.at - dt.timedelta(microseconds=1), firm, state)
    return None if _has_digest(state, before, now) else meeting.at


def _has_digest(state: State, previous: Occurrence, now: dt.datetime) -> bool:
    """Return whether a digest was made since this meeting, for a later one.

    One of the day after tomorrow or later was made by a clock that was wrong: it must not keep back all until then.
    """
    if state.digest_at is None or state.digest_for is None or state.digest_at - now > _WRONG:
        return False
    return state.digest_at >= previous.at and state.digest_for > previous.at


def _regular(now: dt.datetime, firm: Firm, state: State, *, step: int) -> Iterator[Occurrence]:
    """Yield the meetings as they are scheduled, from around now on, forward (1) or backward (-1).

    Left out are those that were moved or cancelled, and those on a day on which the firm is closed.
    """
    schedule, calendar = firm.schedule.meeting, Calendar(firm.organisation)
    at = dt.time.fromisoformat(schedule.time)
    first = _FIRST_WEEK + dt.timedelta(days=WEEKDAYS.index(schedule.day))
    stride = _WEEK * schedule.every_weeks
    nearest = (now.astimezone(firm.organisation.zone).date() - first) // stride
    for steps in count(nearest, step):
        day = first + steps * stride
        changed = day.isoformat() in state.meeting.moved or day in state.meeting.cancelled
        if not changed and not calendar.is_closed(day):
            yield Occurrence(day, dt.datetime.combine(day, at, tzinfo=firm.organisation.zone))


def _moved(firm: Firm, state: State) -> Iterator[Occurrence]:
    for key, at in state.meeting.moved.items():
        scheduled_on = dt.date.fromisoformat(key)
        if scheduled_on not in state.meeting.cancelled:
            yield Occurrence(scheduled_on, at.astimezone(firm.organisation.zone))
