"""The contents of the digest: the agenda for the partner meeting, made in one pass over the register.

procedure: 'In elk partneroverleg komt de stand van zaken betreffende lopende klachten aan de orde.' When it is due is
in `meetings`; where a complaint stands, in `steps`; both are offered here as well, for those who need all of it.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from klachtmail.domain.agenda.clock import JUDGED_AFTER
from klachtmail.domain.agenda.contents import Agenda, MeasureRow
from klachtmail.domain.agenda.figures import pace
from klachtmail.domain.agenda.meetings import digest_due, meeting_after
from klachtmail.domain.agenda.patterns import MOST_READ, PatternTally
from klachtmail.domain.agenda.rows import (
    ASIDE_SHOWN,
    Copy,
    is_undelivered,
    must_be_discussed,
    reasons,
    set_aside_row,
    undelivered_row,
)
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.records.duty import on_duty
from klachtmail.domain.records.model import Complaint, Measure, Promise, ended_at
from klachtmail.domain.records.port import Records
from klachtmail.domain.records.sight import is_about, may_see_aside
from klachtmail.domain.records.steps import last_step, missing_to_close, next_step

__all__ = ["build", "build_each", "digest_due", "last_step", "meeting_after", "missing_to_close", "next_step"]

WEEK: Final = dt.timedelta(weeks=1)
YEAR: Final = dt.timedelta(days=365)


def build(records: Records, firm: Firm, now: dt.datetime, *, reader: Member | None) -> Agenda:
    """Return the digest for the first meeting after now, as this partner may see it.

    A complaint about the reader is shown by its number only; `reader` None (the command line) sees everything.
    What is new or ended is counted from the last digest, or from a week ago when there was none.
    """
    return build_each(records, firm, now, (reader,))[0]


def build_each(records: Records, firm: Firm, now: dt.datetime, readers: Sequence[Member | None]) -> list[Agenda]:
    """Return the digest of each reader, in their order, with one look at the register for all of them.

    What is settled is counted and not read, but for the newest complaints, in which patterns are looked for.
    """
    collected = _Collected(records, firm, now)
    return [collected.agenda(reader) for reader in readers]


class _Collected:
    """What one pass over the register collects, for whichever reader."""

    def __init__(self, records: Records, firm: Firm, now: dt.datetime) -> None:
        self._firm = firm
        self._now = now
        self._records = records
        self._state = records.state
        last = records.state.digest_at
        # One of the future was made by a clock that was wrong.
        self._since = last if last and last <= now else now - WEEK
        self._letters = [letter for letter in records.unsent() if is_undelivered(letter, now)]
        self._calendar = Calendar(firm.organisation)
        self._today = self._calendar.local_date(now)
        self._tempo, self._months = pace(records, self._today, self._calendar)
        self._patterns = PatternTally()
        self._about: list[Complaint] = []
        self._open: list[Complaint] = []
        self._to_decide: list[Complaint] = []
        self._fresh: list[Complaint] = []
        self._ended: list[Complaint] = []
        self._measures: list[tuple[Complaint, int, Measure]] = []
        self._promises: list[tuple[Complaint, int, Promise]] = []
        for complaint in records.unsettled(self._since):
            self._add(complaint)
        for complaint in records.last_received(now - YEAR, MOST_READ):
            self._patterns.add(complaint)
            self._note_about(complaint)
        for complaint in records.numbered([each.number for each in self._letters if each.number]):
            self._note_about(complaint)

    def _note_about(self, complaint: Complaint) -> None:
        if complaint.about:
            self._about.append(complaint)

    def _add(self, complaint: Complaint) -> None:
        """Take one complaint or remark into account, wherever it belongs."""
        self._note_about(complaint)
        wanted = (
            (complaint.is_open, self._open),
            (bool(reasons(complaint, self._today)), self._to_decide),
            (recorded_at(complaint) >= self._since, self._fresh),
            (self._has_ended(complaint), self._ended),
        )
        for belongs, section in wanted:
            if belongs:
                section.append(complaint)
        if complaint.measures and complaint.status != "merged":
            self._add_measures(complaint)
        if complaint.status != "merged":
            numbered = enumerate(complaint.promises, start=1)
            self._promises += [(complaint, index, promise) for index, promise in numbered if promise.done_on is None]

    def _has_ended(self, complaint: Complaint) -> bool:
        return not complaint.is_open and not complaint.is_remark and ended_at(complaint) >= self._since

    def _add_measures(self, complaint: Complaint) -> None:
        for index, measure in enumerate(complaint.measures, start=1):
            if measure.done_on is None or self._is_news(measure.done_on, measure):
                self._measures.append((complaint, index, measure))

    def _is_news(self, done_on: dt.date, measure: Measure) -> bool:
        """Return whether it was done since the last digest, or long ago and nobody said whether it worked."""
        is_new = done_on >= self._calendar.local_date(self._since)
        return measure.worked is None and (is_new or done_on + JUDGED_AFTER <= self._today)

    def agenda(self, reader: Member | None) -> Agenda:
        """Return what was collected, oldest first; what is serious comes first of what is to be decided."""
        concealed = {complaint.number for complaint in self._about if is_about(complaint, reader)}
        copy = Copy(self._firm, self._calendar, self._today, concealed, reader)
        measures = [copy.measure_row(*measure) for measure in self._measures]
        since = min(self._since, self._now - WEEK)
        recent = (each for each in self._state.set_aside if each.received_at >= since)
        aside = [each for each in recent if may_see_aside(reader, each, self._records)]
        duty = on_duty(self._firm, self._state.absences, self._today)
        return Agenda(
            made_at=self._now,
            duty=duty.name if duty else "",
            meeting_at=meeting_after(self._now, self._firm, self._state),
            decide=tuple(copy.row(each) for each in sorted(self._to_decide, key=_urgency)),
            open=tuple(copy.row(each) for each in sorted(self._open, key=_age)),
            measures=tuple(sorted(measures, key=lambda row: (row.state == "done", row.due_on or dt.date.max))),
            general=tuple(
                copy.general_row(index, each)
                for index, each in enumerate(self._state.measures, start=1)
                if not each.is_dropped and (each.done_on is None or self._is_news(each.done_on, each))
            ),
            promises=tuple(sorted((copy.promise_row(*each) for each in self._promises), key=_by_day)),
            fresh=tuple(copy.fresh_row(each) for each in self._fresh),
            ended=tuple(copy.ended_row(each) for each in self._ended),
            patterns=self._patterns.patterns(without=concealed),
            patterns_of=self._patterns.bounded_to,
            undelivered=tuple(undelivered_row(each) for each in self._letters if each.number not in concealed),
            aside=tuple(set_aside_row(each) for each in aside[:ASIDE_SHOWN]),
            aside_more=len(aside[ASIDE_SHOWN:]) + self._state.aside_more,
            months=self._months,
            tempo=self._tempo,
            seals=_seals(chain(self._open, self._to_decide, self._fresh, self._ended)),
        )


def _age(complaint: Complaint) -> tuple[dt.datetime, str]:
    return complaint.received_at, complaint.number


def _by_day(row: MeasureRow) -> dt.date:
    return row.due_on or dt.date.max


def _urgency(complaint: Complaint) -> tuple[bool, dt.datetime, str]:
    return not must_be_discussed(complaint), *_age(complaint)


def recorded_at(complaint: Complaint) -> dt.datetime:
    """Return when the complaint came to our knowledge: what was set aside at first was received earlier."""
    first = complaint.history[0].at if complaint.history else complaint.received_at
    return max(complaint.received_at, first)


def _seals(complaints: Iterable[Complaint]) -> dict[str, str]:
    """Return the head of each history's hash chain: on paper in the meeting, nobody can rewrite it afterwards."""
    heads = ((complaint.number, complaint.history[-1].seal) for complaint in complaints if complaint.history)
    return {number: seal for number, seal in heads if seal}
