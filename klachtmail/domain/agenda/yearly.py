"""The year report: one year of complaints beside the one before, without anybody's name.

ISO 10002 §8.2 asks what was received, how it was dealt with and what was learnt. Causes, reasons and measures are free
text of members: who is known to be in a dossier is replaced in it by a role ('[klager]').
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, Protocol

from klachtmail.domain.agenda.contents import Pattern
from klachtmail.domain.agenda.facts import of_names
from klachtmail.domain.agenda.figures import EVERY_MONTH, CountingPeople, Figures, figures, figures_and_causes, period
from klachtmail.domain.agenda.lessons import Change, LargestCause, changes, largest_cause
from klachtmail.domain.agenda.patterns import MOST_READ, PatternTally
from klachtmail.domain.agenda.waves import READ
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.privacy.erasure import wordless
from klachtmail.domain.privacy.redaction import Redactor, members, name_words, people
from klachtmail.domain.record import record
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.state import State

NOTHING: Final = State()
NOT_KEPT: Final = "niet meer bewaard"


@record
class Dismissed:
    """Something that a partner decided was no complaint, and why."""

    number: str
    kind: str
    reason: str


@record
class Appealed:
    """A complaint that went to the independent third party; `ruling` is None while there is none."""

    number: str
    on: dt.date
    ruling: str | None


@record
class MeasureTaken:
    """A corrective measure of a complaint of this year."""

    number: str
    text: str
    due_on: dt.date | None
    done_on: dt.date | None
    worked: bool | None


@record
class Elsewhere:
    """Where else the fault of a complaint of this year could happen."""

    number: str
    where: str


@record
class YearReport:
    """What the partners and an auditor read. `erased`: complaints of which only the figures are left."""

    organisation: str
    year: int
    made_on: dt.date
    answer_within_days: int
    this: Figures
    before: Figures
    dismissals: tuple[Dismissed, ...] = ()
    appeals: tuple[Appealed, ...] = ()
    measures: tuple[MeasureTaken, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    patterns_of: int = 0  # in how many of the newest they were looked for; 0: in all of them
    general: tuple[MeasureTaken, ...] = ()  # measures that belong to no complaint, made or done in this year or open
    reviews: tuple[str, ...] = ()  # what the partners decided about the year
    elsewhere: tuple[Elsewhere, ...] = ()
    changes: tuple[Change, ...] = ()
    largest: LargestCause | None = None
    repeated_complainants: int = 0
    appeal_body: str | None = None
    erased: int = 0
    quarter: int = 0  # 1 to 4 when it is of one quarter, beside the same one a year before

    @property
    def name(self) -> str:
        """What it is of: '2026', or 'kwartaal 3 van 2026'."""
        return self._named(self.year)

    @property
    def name_before(self) -> str:
        """What stands beside it."""
        return self._named(self.year - 1)

    def _named(self, year: int) -> str:
        return f"kwartaal {self.quarter} van {year}" if self.quarter else f"{year}"

    @property
    def runs_on(self) -> bool:
        """Whether the period had not ended when it was made."""
        year, quarter = quarter_of(self.made_on)
        return (self.year, self.quarter or quarter) >= (year, quarter)


class Reported(CountingPeople, Protocol):
    """The register, as far as a report asks it. Months are written as '2026-11'; the last one is not included."""

    def told_of(self, since: str, until: str, zone: dt.tzinfo) -> Iterator[Complaint]:
        """Yield what came in these months and a report has a line about."""
        ...

    def names(self, since: str, until: str, zone: dt.tzinfo) -> Iterator[str]:
        """Yield who took part in each complaint of these months."""
        ...

    def last_received(self, since: dt.datetime, most: int, until: dt.datetime | None = None) -> Iterator[Complaint]:
        """Yield the newest of that time."""
        ...


def months_of(quarter: int) -> range:
    """Return the months of a quarter, or of the whole year."""
    return range(quarter * 3 - 2, quarter * 3 + 1) if quarter else EVERY_MONTH


def quarter_of(day: dt.date) -> tuple[int, int]:
    """Return the year and the quarter (1 to 4) of a date."""
    return day.year, (day.month + 2) // 3


def quarter_before(year: int, quarter: int) -> tuple[int, int]:
    """Return the quarter that ended when this one began."""
    return (year, quarter - 1) if quarter > 1 else (year - 1, 4)


def year_report(
    records: Reported, firm: Firm, year: int, now: dt.datetime, quarter: int = 0, state: State = NOTHING
) -> YearReport:
    """Return the report of a year of receipt (or of one quarter of it), in the firm's time zone, as it stands now.

    Of the `state` come the measures that belong to no complaint, and what the yearly review decided.
    """
    calendar, zone = Calendar(firm.organisation), firm.organisation.zone
    today, within = calendar.local_date(now), months_of(quarter)
    since, until = period(year, within)
    redact = _of_everybody(records, firm, state, year)
    of_members = Redactor(members(firm))
    own = [anonymous(complaint, firm) for complaint in records.told_of(since, until, zone)]
    begin, end = (dt.datetime.fromisoformat(f"{month}-01").replace(tzinfo=zone) for month in (since, until))
    tally = _patterns(anonymous(each, firm) for each in records.last_received(begin, MOST_READ, end))
    patterns = tally.patterns()
    counted, causes = figures_and_causes(records, year, calendar, today, within)
    this = _nameless(counted, of_members)
    before = _nameless(figures(records, year - 1, calendar, today, within), of_members)
    return YearReport(
        organisation=firm.organisation.name,
        year=year,
        quarter=quarter,
        made_on=today,
        answer_within_days=firm.procedure.answer_within_days,
        this=this,
        before=before,
        general=tuple(_general(state, redact, year)),
        reviews=tuple(redact(each.text) for each in state.reviews if each.year == year),
        elsewhere=tuple(Elsewhere(number=each.number, where=each.elsewhere) for each in own if each.elsewhere),
        changes=changes(this, before),
        largest=largest_cause(causes, of_members),
        dismissals=tuple(_dismissals(own)),
        appeals=tuple(_appeals(own)),
        measures=tuple(_measures(own)),
        patterns=tuple(_of_nobody(pattern) for pattern in patterns if pattern.kind != "klager"),
        patterns_of=tally.bounded_to,
        repeated_complainants=sum(pattern.kind == "klager" for pattern in patterns),
        appeal_body=firm.organisation.appeal.name if firm.organisation.appeal else None,
        erased=this.erased,
    )


def _nameless(found: Figures, redact: Redactor) -> Figures:
    """Return the figures with the causes without members; whoever took part was taken out where they were counted."""
    causes: Counter[str] = Counter()
    for cause, count in found.causes.items():
        causes[redact(cause)] += count
    return replace(found, causes=dict(causes.most_common()))


def anonymous(complaint: Complaint, firm: Firm) -> Complaint:
    """Return a complaint whose free text names nobody; the complainant stays, to see who came more often, and the handler, to count."""
    redact = Redactor([*people(complaint), *members(firm)])
    appeal, dismissal = complaint.appeal, complaint.dismissal
    return replace(
        complaint,
        subject=redact(complaint.subject),
        cause=redact(complaint.cause) if complaint.cause else None,
        elsewhere=redact(complaint.elsewhere) if complaint.elsewhere else complaint.elsewhere,
        measures=tuple(replace(measure, text=redact(measure.text), owner=None) for measure in complaint.measures),
        appeal=replace(appeal, ruling=redact(appeal.ruling)) if appeal and appeal.ruling else appeal,
        dismissal=replace(dismissal, reason=redact(dismissal.reason)) if dismissal else None,
        text=redact(complaint.text[:READ]),
        satisfaction=wordless(complaint.satisfaction),
        parties=tuple(replace(party, satisfaction=wordless(party.satisfaction)) for party in complaint.parties),
        messages=(),
        history=tuple(each.tombstone() for each in complaint.history if each.event == "satisfaction_asked"),
        others=(),
        undo=None,
    )


def _patterns(complaints: Iterable[Complaint]) -> PatternTally:
    tally = PatternTally()
    for complaint in complaints:
        tally.add(
            replace(
                complaint,
                subject=_without_marks(complaint.subject),
                cause=_without_marks(complaint.cause or ""),
                text=_without_marks(complaint.text),
            )
        )
    return tally


def _of_nobody(pattern: Pattern) -> Pattern:
    return replace(pattern, who="") if pattern.kind == "organisatie" else pattern


def _without_marks(text: str) -> str:
    """Take out '[klager]' and the like: that they come back in every complaint says nothing."""
    return " ".join(part.rpartition("]")[2] for part in text.split("["))


def _dismissals(complaints: Iterable[Complaint]) -> Iterable[Dismissed]:
    for complaint in complaints:
        if complaint.dismissal is not None and not complaint.is_remark:
            reason = complaint.dismissal.reason or NOT_KEPT
            yield Dismissed(number=complaint.number, kind=complaint.dismissal.kind, reason=reason)


def _appeals(complaints: Iterable[Complaint]) -> Iterable[Appealed]:
    for complaint in complaints:
        if (appeal := complaint.appeal) is not None:
            ruling = NOT_KEPT if appeal.ruling == "" else appeal.ruling
            yield Appealed(number=complaint.number, on=appeal.on, ruling=ruling)


def _of_everybody(records: Reported, firm: Firm, state: State, year: int) -> Redactor:
    """Return what takes out whoever is known of these years: what belongs to no complaint may name any client.

    Only names of which a word stands in these texts are learnt: there may be a hundred thousand others.
    """
    texts = [*(each.text for each in state.measures), *(each.text for each in state.reviews)]
    if not texts:
        return Redactor(())
    (since, _), (_, until) = period(year - 1), period(year)
    words = name_words(" ".join(texts))
    found = (named for names in records.names(since, until, firm.organisation.zone) for named in of_names(names))
    known = dict.fromkeys(named for named in found if not words.isdisjoint(name_words(named[0])))
    return Redactor([*known, *members(firm)])


def _general(state: State, redact: Redactor, year: int) -> Iterable[MeasureTaken]:
    """Yield the general measures, but for those that were done in a year before."""
    for one in state.measures:
        if not one.is_dropped and (one.done_on is None or one.done_on.year >= year):
            text, on = redact(one.text), one.done_on
            yield MeasureTaken(number="", text=text, due_on=one.due_on, done_on=on, worked=one.worked)


def _measures(complaints: Iterable[Complaint]) -> Iterable[MeasureTaken]:
    for complaint in complaints:
        for measure in complaint.measures if complaint.status != "merged" else ():
            yield MeasureTaken(
                number=complaint.number,
                text=measure.text or NOT_KEPT,
                due_on=measure.due_on,
                done_on=measure.done_on,
                worked=measure.worked,
            )
