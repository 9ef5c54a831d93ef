"""Counts and medians: how quickly complaints are dealt with ('snel wordt afgehandeld'), per year and per month.

Each tally takes complaints one by one, in any order, so that one pass over the register feeds them all. A year or month
is that of the receipt, in the firm's time zone, except where something is said to have been answered or closed.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from statistics import median
from typing import Final

from pydantic import Field

from klachtmail.domain.agenda.contents import MonthFigures, Tempo
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.record import of_json, record
from klachtmail.domain.records.deadlines import CONTACT_WORKDAYS, is_overdue, outcome_in_time
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.parties import complainants, was_postponed

MONTHS_SHOWN: Final = 12
EVERY_MONTH: Final = range(1, 13)
_HOUR: Final = dt.timedelta(hours=1)
_RULED = re.compile(r"\b(ongegrond|(?:deels|gedeeltelijk) gegrond|gegrond)\b")
_AS_JUDGED: Final = {
    "ongegrond": "ongegrond",
    "gegrond": "gegrond",
    "deels gegrond": "deels",
    "gedeeltelijk gegrond": "deels",
}


@record
class Figures:
    """One year of complaints. Medians are in hours, rounded to tenths; None when there was nothing to measure."""

    year: int
    received: int = 0  # complaints, dismissed and merged ones included
    remarks: int = 0
    dismissed: dict[str, int] = Field(default={})  # vraag, compliment, anders
    merged: int = 0
    withdrawn: int = 0
    open: int = 0
    answered: int = 0
    due: int = 0  # the outcome was told, or should have been: the original due date has passed
    on_time: int = 0  # in the original term
    postponed_on_time: int = 0  # after it, on or before the date that the client was told instead
    late: int = 0  # told after that date
    overdue: int = 0  # not told, and that date has passed
    postponed: int = 0
    accepted: int = 0
    declined: int = 0
    acknowledged: int = 0
    acknowledged_on_time: int = 0
    contacted: int = 0
    contacted_on_time: int = 0
    people: int = 0  # who complained, each once, also in what was merged
    to_acknowledgement: float | None = None
    to_contact: float | None = None
    to_outcome: float | None = None
    acknowledgement_p90: float | None = None
    contact_p90: float | None = None
    outcome_p90: float | None = None
    channels: dict[str, int] = Field(default={})  # written, oral, forwarded
    load: dict[str, int] = Field(default={})  # complaints per handler, without the name
    classes: dict[str, dict[str, int]] = Field(default={})  # product, aspect, cause: the firm's own words
    causes: dict[str, int] = Field(default={})
    judgements: dict[str, int] = Field(default={})  # gegrond, deels, ongegrond
    structural: int = 0
    measures: int = 0
    measures_done: int = 0
    measures_judged: int = 0
    measures_worked: int = 0
    measures_failed: int = 0
    measures_overdue: int = 0
    appeals: int = 0
    rulings: int = 0
    rulings_against: int = 0  # that say something else than our judgement did
    promises: int = 0
    promises_done: int = 0
    promises_kept: int = 0  # on or before their day; one without a day has no other
    promises_overdue: int = 0
    promises_cost: float = 0.0  # euros, of those done
    satisfaction: dict[str, int] = Field(default={})  # asked, answered; good, fair, poor of those
    months: tuple[MonthFigures, ...] = ()

    @property
    def on_time_rate(self) -> float | None:
        """The part of what was due that was answered in the original term, 0 to 1, or None."""
        return self.on_time / self.due if self.due else None

    @property
    def tempo(self) -> Tempo:
        """The part of it that the digest shows."""
        shared = {field.name for field in fields(Tempo)} - {"dismissed"}
        return Tempo(dismissed=sum(self.dismissed.values()), **{name: getattr(self, name) for name in shared})


def figures(
    complaints: Iterable[Complaint], year: int, calendar: Calendar, today: dt.date, within: range = EVERY_MONTH
) -> Figures:
    """Return the figures of one year as they stand today, over these complaints and remarks, in one pass.

    `within`: the months of receipt that count, those of a quarter or all of them.
    """
    tally = YearTally(year, calendar, today, within)
    months = MonthTally([f"{year}-{month:02d}" for month in within], calendar, today)
    for complaint in complaints:
        tally.add(complaint)
        months.add(complaint)
    return replace(tally.figures(), months=months.figures())


def start_of_last_year(now: dt.datetime) -> dt.datetime:
    """Return a time before everything that the figures of this year and the last one count (aware)."""
    return dt.datetime(now.year - 1, 1, 1, tzinfo=dt.UTC) - dt.timedelta(days=1)


def tempos(complaints: Iterable[Complaint], today: dt.date, calendar: Calendar) -> tuple[Tempo, Tempo]:
    """Return how fast it goes this year and went last year, in one pass."""
    this, last = (YearTally(year, calendar, today) for year in (today.year, today.year - 1))
    for complaint in complaints:
        this.add(complaint)
        last.add(complaint)
    return this.figures().tempo, last.figures().tempo


def _hours(start: dt.datetime, end: dt.datetime) -> float:
    # Python subtracts two times of one zone on the wall clock: on a DST day that is an hour off
    return (end.astimezone(dt.UTC) - start.astimezone(dt.UTC)) / _HOUR


class YearTally:
    """Collects the figures of one year."""

    def __init__(self, year: int, calendar: Calendar, today: dt.date, within: range = EVERY_MONTH) -> None:
        self._year = year
        self._within = within
        self._calendar = calendar
        self._today = today
        self._counts: Counter[str] = Counter()
        self._groups: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._hours: defaultdict[str, list[float]] = defaultdict(list)
        self._classes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._people: set[str] = set()
        self._load: Counter[str] = Counter()
        self._cost = 0.0
        self._satisfaction = Counter(asked=0, answered=0, good=0, fair=0, poor=0)

    def add(self, complaint: Complaint) -> None:
        """Count a complaint or remark, when it is of this year."""
        received_on = self._calendar.local_date(complaint.received_at)
        if received_on.year != self._year or received_on.month not in self._within:
            return
        self._add_measures(complaint)
        self._add_satisfaction(complaint)
        if complaint.is_remark:
            self._counts["remarks"] += 1
            return
        self._counts.update(("received", *(("open",) if complaint.is_open else ())))
        self._people.add(_who(complaint))
        if complaint.status == "merged":
            self._counts["merged"] += 1
        elif complaint.dismissal is not None:
            self._groups["dismissed"][complaint.dismissal.kind] += 1
        else:
            self._add_treatment(complaint)
            self._add_findings(complaint)

    def _add_treatment(self, complaint: Complaint) -> None:
        passed = {
            "acknowledgement": complaint.acknowledged_at,
            "contact": complaint.contacted_at,
            "outcome": complaint.answered_at,
        }
        for what, at in passed.items():
            if at is not None:
                # an oral complaint is reported after the talk: contact cannot come before receipt
                self._hours[what].append(max(_hours(complaint.received_at, at), 0.0))
        became = outcome_in_time(complaint, self._calendar, self._today)
        happened = {
            "answered": complaint.answered_at is not None,
            "due": became is not None,
            "overdue": is_overdue(complaint, self._today),
            "postponed": was_postponed(complaint),
            "withdrawn": complaint.withdrawn is not None,
            "accepted": complaint.accepted is True,
            "declined": complaint.accepted is False,
            **self._first_steps(complaint),
        }
        self._counts.update(what for what, did in happened.items() if did)
        self._counts.update(() if became in {None, "overdue"} else (str(became),))
        self._groups["channels"][complaint.channel] += 1
        if complaint.handler:
            self._load[complaint.handler] += 1

    def _first_steps(self, complaint: Complaint) -> dict[str, bool]:
        """Return whether receipt was confirmed within a working day, and somebody spoke to the client within two."""
        received_on = self._calendar.local_date(complaint.received_at)
        terms = {
            "acknowledged": (complaint.acknowledged_at, 1),
            "contacted": (complaint.contacted_at, CONTACT_WORKDAYS),
        }
        done = {what: at is not None for what, (at, _) in terms.items()}
        kept = {
            f"{what}_on_time": at is not None
            and self._calendar.local_date(at) <= self._calendar.add_workdays(received_on, days)
            for what, (at, days) in terms.items()
        }
        return done | kept

    def _add_findings(self, complaint: Complaint) -> None:
        if complaint.cause:
            self._groups["causes"][" ".join(complaint.cause.split())] += 1
        if complaint.judgement:
            self._groups["judgements"][complaint.judgement] += 1
        self._counts["structural"] += bool(complaint.structural)
        said = complaint.classification
        for name in ("product", "aspect", "cause"):
            if said is not None and (entry := getattr(said, name)):
                self._classes[name][entry] += 1
        if (appeal := complaint.appeal) is None:
            return
        ruled = judged_in(appeal.ruling or "")
        self._counts.update(("appeals", *(("rulings",) if appeal.ruling is not None else ())))
        self._counts["rulings_against"] += bool(ruled and complaint.judgement and ruled != complaint.judgement)

    def _add_measures(self, complaint: Complaint) -> None:
        for measure in complaint.measures:
            self._counts["measures"] += 1
            self._counts["measures_done"] += measure.done_on is not None
            self._counts["measures_judged"] += measure.worked is not None
            self._counts["measures_overdue"] += (
                measure.done_on is None and measure.due_on is not None and measure.due_on < self._today
            )
            self._counts["measures_worked"] += measure.worked is True
            self._counts["measures_failed"] += measure.worked is False
        self._counts["promises"] += len(complaint.promises)
        for promise in complaint.promises:
            done = promise.done_on
            self._counts["promises_done"] += done is not None
            self._counts["promises_kept"] += done is not None and done <= (promise.due_on or done)
            self._counts["promises_overdue"] += done is None and (promise.due_on or self._today) < self._today
            self._cost += (promise.amount or 0.0) if done else 0.0

    def _add_satisfaction(self, complaint: Complaint) -> None:
        """Count people: each of those who complained together was asked apart."""
        self._satisfaction["asked"] += sum(each.event == "satisfaction_asked" for each in complaint.history)
        for party in complainants(complaint):
            if party.satisfaction is not None:
                self._satisfaction.update(("answered", party.satisfaction.score))

    def figures(self) -> Figures:
        """Return what was counted so far; groups have the largest first."""
        groups = {name: dict(group.most_common()) for name, group in self._groups.items()}
        medians = {f"to_{name}": round(median(hours), 1) for name, hours in self._hours.items()}
        slow = {f"{name}_p90": round(percentile(hours, 90), 1) for name, hours in self._hours.items()}
        load = {f"behandelaar {place}": count for place, (_, count) in enumerate(self._load.most_common(), 1)}
        classes = {name: dict(group.most_common()) for name, group in self._classes.items()}
        counted = {
            **self._counts,
            "people": len(self._people),
            "promises_cost": round(self._cost, 2),
            "load": load,
            "classes": classes,
            "satisfaction": dict(self._satisfaction),
        }
        return of_json(Figures, {"year": self._year, **counted, **groups, **medians, **slow})


def percentile(values: Sequence[float], part: int) -> float:
    """Return the value that `part` percent of these do not exceed: the nearest rank, one of the values themselves."""
    ranked = sorted(values)
    return ranked[max(0, -(-len(ranked) * part // 100) - 1)]


def _who(complaint: Complaint) -> str:
    """Return who complained, by address, else by name; who is not known (or erased) is one person each time."""
    party = complaint.complainant
    return (party.address or party.name or complaint.number).casefold()


def judged_in(ruling: str) -> str | None:
    """Return what a ruling says of the complaint (gegrond, deels, ongegrond), or None when it does not say so."""
    found = {_AS_JUDGED[word] for word in _RULED.findall(ruling.casefold())}
    return found.pop() if len(found) == 1 else None


def months_until(today: dt.date, count: int = MONTHS_SHOWN) -> list[str]:
    """Return the last so many months up to and including today's, oldest first, as '2026-11'."""
    last = today.year * 12 + today.month - 1
    return [f"{month // 12}-{month % 12 + 1:02d}" for month in range(last - count + 1, last + 1)]


class MonthTally:
    """Collects, for consecutive months ('2026-11'), what came in, what became of it, what was open at the end."""

    def __init__(self, months: list[str], calendar: Calendar, today: dt.date) -> None:
        self._months = months
        self._calendar = calendar
        self._today = today
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._open_before = 0

    def add(self, complaint: Complaint) -> None:
        """Count a complaint; remarks, dismissed and merged ones are none."""
        if complaint.is_remark or complaint.status in {"dismissed", "merged"}:
            return
        received, ended = self._month(complaint.received_at), self._month(complaint.closed_at)
        became = outcome_in_time(complaint, self._calendar, self._today)
        self._counts[received].update(("received", *(() if became is None else ("due",))))
        self._counts[received].update(() if became in {None, "overdue"} else (str(became),))
        self._counts[received]["overdue"] += is_overdue(complaint, self._today)
        self._counts[ended]["ended"] += 1
        self._open_before += (received < self._months[0]) - (bool(ended) and ended < self._months[0])

    def _month(self, at: dt.datetime | None) -> str:
        return self._calendar.local_date(at).isoformat()[:7] if at else ""

    def figures(self) -> tuple[MonthFigures, ...]:
        """Return a row for each month, in order."""
        rows = []
        still_open = self._open_before
        for month in self._months:
            counts = self._counts[month]
            still_open += counts["received"] - counts["ended"]
            done = {
                what: counts[what] for what in ("received", "due", "on_time", "postponed_on_time", "late", "overdue")
            }
            rows.append(MonthFigures(month=month, open=still_open, **done))
        return tuple(rows)
