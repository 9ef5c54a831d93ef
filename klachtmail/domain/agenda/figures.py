"""Counts and medians: how quickly complaints are dealt with ('snel wordt afgehandeld'), per year and per month.

They are made of the facts that the register counts (`agenda.facts`), so that no record is read. A year or month is that of the
receipt, in the firm's time zone, except where something is said to have been answered or closed.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import accumulate
from typing import Final, Protocol

from pydantic import Field

from klachtmail.domain.agenda.contents import MonthFigures, Tempo
from klachtmail.domain.agenda.facts import of_tags, overdue_of
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.record import of_json, record, to_json
from klachtmail.domain.records.deadlines import CONTACT_WORKDAYS
from klachtmail.domain.records.questions import NEVER, Answer, Question

MONTHS_SHOWN: Final = 12
EVERY_MONTH: Final = range(1, 13)
CAUSES: Final = ("class_cause", "cause", "paid", "promised", "tags")
_COUNTED: Final = ("month", "tags", "to_do", "first_due", "waits_until")
_STEPS: Final = ("received_on", "acknowledged_on", "contacted_on")
_CLASSES: Final = ("product", "aspect", "handler")
_PASSED: Final = ("to_acknowledgement", "to_contact", "to_outcome")
_IN_TIME: Final = ("on_time", "postponed_on_time", "late")
_GROUPS: Final = ("dismissed", "channels", "judgements", "satisfaction")
_SCORES: Final = {f"satisfaction.{name}": 0 for name in ("asked", "answered", "good", "fair", "poor")}
_NOT_SHOWN: Final = "treated"  # what was dealt with as a complaint: the months count those


class Counting(Protocol):
    """The register, of which figures are made."""

    def count(self, questions: Sequence[Question], zone: dt.tzinfo) -> list[Answer]:
        """Return how many complaints and remarks have the same facts, an answer for each question."""
        ...


class CountingPeople(Counting, Protocol):
    """One that also says how many people complained."""

    def people(self, since: str, until: str, zone: dt.tzinfo) -> int:
        """Return how many people complained, each once, in these months ('2026-11'), the last one not included."""
        ...


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
    erased: int = 0  # of which only the figures are left
    months: tuple[MonthFigures, ...] = ()

    @property
    def on_time_rate(self) -> float | None:
        """The part of what was due that was answered in the original term, 0 to 1, or None."""
        return self.on_time / self.due if self.due else None


def figures(
    records: CountingPeople, year: int, calendar: Calendar, today: dt.date, within: range = EVERY_MONTH
) -> Figures:
    """Return the figures of one year as they stand today.

    `within`: the months of receipt that count, those of a quarter or all of them.
    """
    return figures_and_causes(records, year, calendar, today, within)[0]


def figures_and_causes(
    records: CountingPeople, year: int, calendar: Calendar, today: dt.date, within: range = EVERY_MONTH
) -> tuple[Figures, Answer]:
    """Return the figures, and by CAUSES what they were counted from: what the largest cause cost follows from it."""
    since, until = period(year, within)
    zone, months = calendar.organisation.zone, [f"{year}-{month:02d}" for month in within]
    asked = [Question(each, since, until) for each in (_COUNTED, _STEPS, _CLASSES, CAUSES)]
    asked += [*_of_passed(since, until), _of_ended(months)]
    counted, steps, classes, causes, *passed, ended = records.count(asked, zone)
    by_month = _by_month(counted, today)
    whole = Counter(_SCORES)
    for counts in by_month.values():
        whole.update(counts)
    in_classes = {"product": _sums(classes, 0), "aspect": _sums(classes, 1), "cause": _sums(causes, 0)}
    found = {
        **_shown(whole),
        **_first_steps(steps, calendar),
        **_times(passed),
        "people": records.people(since, until, zone),
        "causes": _sums(causes, 1),
        "classes": {name: group for name, group in in_classes.items() if group},
        "load": {f"behandelaar {place}": count for place, count in enumerate(_sums(classes, 2).values(), 1)},
        "promises_cost": round(sum(paid * times for (_, _, paid, *_), times in causes.items()), 2),
        "months": [to_json(each) for each in _month_figures(months, by_month, ended)],
    }
    return of_json(Figures, {"year": year, **found}), causes


def period(year: int, within: range = EVERY_MONTH) -> tuple[str, str]:
    """Return the first of these months, and the one after the last of them."""
    after = year * 12 + within[-1]
    return f"{year}-{within[0]:02d}", f"{after // 12}-{after % 12 + 1:02d}"


def tempos(records: Counting, today: dt.date, calendar: Calendar) -> tuple[Tempo, Tempo]:
    """Return how fast it goes this year and went last year."""
    return pace(records, today, calendar)[0]


def pace(records: Counting, today: dt.date, calendar: Calendar) -> tuple[tuple[Tempo, Tempo], tuple[MonthFigures, ...]]:
    """Return how fast it goes this year and went last year, and the last twelve months."""
    months, years = months_until(today), (today.year, today.year - 1)
    asked = [Question(_COUNTED, period(years[1])[0], period(years[0])[1]), _of_ended(months)]
    for year in years:
        asked += _of_passed(*period(year))
    counted, ended, *passed = records.count(asked, calendar.organisation.zone)
    by_month = _by_month(counted, today)
    this, last = (_tempo(year, by_month, passed[3 * place : 3 * place + 3]) for place, year in enumerate(years))
    return (this, last), _month_figures(months, by_month, ended)


def standing_of(records: Counting, today: dt.date, zone: dt.tzinfo) -> dict[str, int]:
    """Return how many complaints are open now, overdue, and without a handler."""
    (answer,) = records.count([Question(("tags", "waits_until", "handler"), NEVER, by="closed")], zone)
    found = {"open": 0, "overdue": 0, "without_handler": 0}
    for (tags, waits_until, handler), times in answer.items():
        if "open" in (name for name, _ in of_tags(tags)):
            found["open"] += times
            found["overdue"] += times if waits_until is not None and waits_until < today else 0
            found["without_handler"] += times if handler is None else 0
    return found


def _of_passed(since: str, until: str) -> list[Question]:
    return [Question((each,), since, until) for each in _PASSED]


def _of_ended(months: Sequence[str]) -> Question:
    """Return the question when it was closed what was open at the first of these months, or came since."""
    return Question(("month", "closed"), months[0], by="closed")


def _by_month(answer: Answer, today: dt.date) -> dict[str, Counter[str]]:
    """Return what was counted, by month of receipt, as it stands today."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (month, tags, to_do, first_due, waits_until), times in answer.items():
        counts = found[month]
        for name, count in of_tags(tags):
            counts[name] += count * times
            counts["due"] += times if name in _IN_TIME else 0
        for name in overdue_of(to_do, today):
            counts[name] += times
        counts["due"] += times if first_due is not None and first_due < today else 0
        counts["overdue"] += times if waits_until is not None and waits_until < today else 0
    return found


def _shown(counts: Counter[str]) -> dict[str, object]:
    """Return the counts by the name of their figure; groups have the largest first."""
    groups: dict[str, Counter[str]] = {name: Counter() for name in _GROUPS}
    for name, count in counts.items():
        group, _, kind = name.partition(".")
        if kind:
            groups[group][kind] = count
    plain = {name: count for name, count in counts.items() if "." not in name and name != _NOT_SHOWN}
    ordered = {name: _largest_first(group) for name, group in groups.items()}
    return {**plain, **ordered, "satisfaction": dict(groups["satisfaction"])}


def _largest_first(group: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(group.items(), key=lambda each: (-each[1], each[0])))


def _sums(answer: Answer, place: int) -> dict[str, int]:
    """Return how many have each value of the fact at this place, the largest first; none is not counted."""
    group: Counter[str] = Counter()
    for values, times in answer.items():
        if values[place] is not None:
            group[values[place]] += times
    return _largest_first(group)


def _first_steps(answer: Answer, calendar: Calendar) -> dict[str, int]:
    """Return how many were confirmed within a working day, and spoken to within two."""
    counts = {"acknowledged_on_time": 0, "contacted_on_time": 0}
    for (received, acknowledged, contacted), times in answer.items():
        for name, on, days in (
            ("acknowledged_on_time", acknowledged, 1),
            ("contacted_on_time", contacted, CONTACT_WORKDAYS),
        ):
            if on is not None and on <= calendar.add_workdays(received, days):
                counts[name] += times
    return counts


def _times(answers: Iterable[Answer]) -> dict[str, float | None]:
    """Return the medians and what nine of ten did not exceed, in hours."""
    found: dict[str, float | None] = {}
    for name, answer in zip(_PASSED, answers, strict=True):
        passed = sorted((minutes, times) for (minutes,), times in answer.items() if minutes is not None)
        short = name.removeprefix("to_")
        found |= {name: _hours(_middle(passed)), f"{short}_p90": _hours(percentile(passed, 90))}
    return found


def _hours(minutes: float | None) -> float | None:
    return None if minutes is None else round(minutes / 60, 1)


Passed = Sequence[tuple[int, int]]  # minutes, the shortest first, and how many took so long


def _middle(passed: Passed) -> float | None:
    total = sum(times for _, times in passed)
    return (_ranked(passed, (total - 1) // 2) + _ranked(passed, total // 2)) / 2 if total else None


def percentile(passed: Passed, part: int) -> float | None:
    """Return the time that `part` percent of these do not exceed: the nearest rank, one of the times themselves."""
    total = sum(times for _, times in passed)
    return _ranked(passed, -(-total * part // 100) - 1) if total else None


def _ranked(passed: Passed, rank: int) -> int:
    reached = accumulate(times for _, times in passed)
    return next(minutes for (minutes, _), upto in zip(passed, reached, strict=True) if upto > rank)


def _tempo(year: int, by_month: Mapping[str, Counter[str]], passed: Iterable[Answer]) -> Tempo:
    counts: Counter[str] = Counter()
    for month, each in by_month.items():
        counts.update(each if month.startswith(f"{year}-") else {})
    known = {
        **counts,
        **_times(passed),
        "dismissed": sum(n for name, n in counts.items() if name.startswith("dismissed.")),
    }
    return of_json(Tempo, {"year": year, **{f.name: known[f.name] for f in fields(Tempo) if f.name in known}})


def months_until(today: dt.date, count: int = MONTHS_SHOWN) -> list[str]:
    """Return the last so many months up to and including today's, oldest first, as '2026-11'."""
    last = today.year * 12 + today.month - 1
    return [f"{month // 12}-{month % 12 + 1:02d}" for month in range(last - count + 1, last + 1)]


def _month_figures(
    months: Sequence[str], by_month: Mapping[str, Counter[str]], ended: Answer
) -> tuple[MonthFigures, ...]:
    """Return a row for each of these months, which follow each other: what came in, what became of it, what was open at its end."""
    still_open = sum(times for (month, _), times in ended.items() if month < months[0])
    closed: Counter[str] = Counter()
    for (_, month), times in ended.items():
        closed[month] += times
    return tuple(_rows(months, by_month, closed, still_open))


def _rows(
    months: Sequence[str], by_month: Mapping[str, Counter[str]], closed: Counter[str], still_open: int
) -> Iterator[MonthFigures]:
    for month in months:
        counts = by_month.get(month, Counter())
        still_open += counts["treated"] - closed[month]
        done = {what: counts[what] for what in ("due", *_IN_TIME, "overdue")}
        yield MonthFigures(month=month, open=still_open, received=counts["treated"], **done)
