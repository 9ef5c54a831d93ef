"""The facts of a complaint that figures count, each by its name. They follow from the record and the firm's time zone alone.

A store answers a `Question` with how many complaints share them; a database keeps them in a narrow row beside each record, so that
no report reads the records. What depends on the day of asking ('overdue') is left open here, as the day on which it begins.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final

from klachtmail.domain.privacy.redaction import Redactor, people
from klachtmail.domain.records.deadlines import (
    awaits_outcome,
    awaits_ruling,
    first_day_untold,
    promises_an_outcome,
    told_in_time,
)
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.parties import complainants, was_postponed
from klachtmail.domain.records.questions import NEVER, Answer, Question

_MINUTE: Final = dt.timedelta(minutes=1)
_RULED: Final = re.compile(r"\b(ongegrond|(?:deels|gedeeltelijk) gegrond|gegrond)\b")
_AS_JUDGED: Final = {
    "ongegrond": "ongegrond",
    "gegrond": "gegrond",
    "deels gegrond": "deels",
    "gedeeltelijk gegrond": "deels",
}


class Case:
    """One complaint or remark, of which facts are asked by name."""

    def __init__(self, complaint: Complaint, zone: dt.tzinfo) -> None:
        self.complaint = complaint
        self._zone = zone
        self._known: dict[str, Any] = {}

    def fact(self, name: str) -> Any:
        """Return this fact."""
        if name not in self._known:
            self._known[name] = FACTS[name](self)
        return self._known[name]

    @cached_property
    def is_treated(self) -> bool:
        """Whether it was dealt with as a complaint: no remark, not merged and not dismissed."""
        one = self.complaint
        return not (one.is_remark or one.status in {"merged", "dismissed"} or one.dismissal is not None)

    def day(self, at: dt.datetime | None) -> dt.date | None:
        """Return the date there."""
        return at.astimezone(self._zone).date() if at is not None else None

    def month(self, at: dt.datetime) -> str:
        """Return the month there, as '2026-11'."""
        return at.astimezone(self._zone).isoformat()[:7]

    def minutes(self, at: dt.datetime | None) -> int | None:
        """Return how long it took, in whole minutes. An oral complaint is reported after the talk: never below nothing."""
        if at is None or not self.is_treated:
            return None
        # Python subtracts two times of one zone on the wall clock: on a DST day that is an hour off
        return max((at.astimezone(dt.UTC) - self.complaint.received_at.astimezone(dt.UTC)) // _MINUTE, 0)

    @property
    def became(self) -> str | None:
        """What became of the promise of an outcome, once everybody was told."""
        if not promises_an_outcome(self.complaint) or first_day_untold(self.complaint) is not None:
            return None
        return told_in_time(self.complaint, self._zone)


def _tags(case: Case) -> str:
    """Return what is counted of it, as 'open channels.written measures=2': few complaints of a month differ in all of that."""
    counted = Counter(dict.fromkeys(_what(case), 1))
    counted.update(_of_promises(case.complaint))
    counted.update(_of_measures(case.complaint))
    counted.update(_of_satisfaction(case.complaint))
    return " ".join(name if count == 1 else f"{name}={count}" for name, count in sorted(counted.items()) if count)


def of_tags(tags: str) -> Iterator[tuple[str, int]]:
    """Yield what was counted, and how many times."""
    for tag in tags.split():
        name, _, count = tag.partition("=")
        yield name, int(count or 1)


def _what(case: Case) -> Iterator[str]:
    one = case.complaint
    if one.erased_at is not None:
        yield "erased"
    if one.is_remark:
        yield "remarks"
        return
    yield "received"
    if one.is_open:
        yield "open"
    if one.status == "merged":
        yield "merged"
    elif one.dismissal is not None:
        yield f"dismissed.{one.dismissal.kind}"
    elif case.is_treated:
        yield from _treatment(case)


def _treatment(case: Case) -> Iterator[str]:
    one, appeal = case.complaint, case.complaint.appeal
    happened = {
        "treated": True,
        "answered": one.answered_at is not None,
        "postponed": was_postponed(one),
        "withdrawn": one.withdrawn is not None,
        "accepted": one.accepted is True,
        "declined": one.accepted is False,
        "acknowledged": one.acknowledged_at is not None,
        "contacted": one.contacted_at is not None,
        "structural": one.structural is True,
        "appeals": appeal is not None,
        "rulings": appeal is not None and appeal.ruling is not None,
    }
    yield from (what for what, did in happened.items() if did)
    yield f"channels.{one.channel}"
    if (became := case.became) is not None:
        yield became
    if one.judgement:
        yield f"judgements.{one.judgement}"
        ruled = judged_in(appeal.ruling or "") if appeal is not None else None
        if ruled and ruled != one.judgement:
            yield "rulings_against"


def judged_in(ruling: str) -> str | None:
    """Return what a ruling says of the complaint (gegrond, deels, ongegrond), or None when it does not say so."""
    found = {_AS_JUDGED[word] for word in _RULED.findall(ruling.casefold())}
    return found.pop() if len(found) == 1 else None


def _of_measures(complaint: Complaint) -> Iterator[str]:
    for measure in complaint.measures:
        yield "measures"
        if measure.done_on is not None:
            yield "measures_done"
        if measure.worked is not None:
            yield "measures_judged"
            yield "measures_worked" if measure.worked else "measures_failed"


def _of_promises(complaint: Complaint) -> Iterator[str]:
    for promise in complaint.promises:
        yield "promises"
        if promise.done_on is not None:
            yield "promises_done"
            if promise.done_on <= (promise.due_on or promise.done_on):
                yield "promises_kept"


def _of_satisfaction(complaint: Complaint) -> Iterator[str]:
    """Yield of people: each of those who complained together was asked apart."""
    yield from ("satisfaction.asked" for each in complaint.history if each.event == "satisfaction_asked")
    for party in complainants(complaint):
        if party.satisfaction is not None:
            yield from ("satisfaction.answered", f"satisfaction.{party.satisfaction.score}")


def _to_do(case: Case) -> str:
    """Return until when each measure and promise may take that is not done, as 'measures_overdue:2026-11-30'."""
    one = case.complaint
    measures = (f"measures_overdue:{m.due_on}" for m in one.measures if m.done_on is None and m.due_on is not None)
    promises = (f"promises_overdue:{p.due_on}" for p in one.promises if p.done_on is None and p.due_on is not None)
    return " ".join(sorted((*measures, *promises)))


def overdue_of(to_do: str, today: dt.date) -> Iterator[str]:
    """Yield what of that is overdue on this day."""
    for each in to_do.split():
        name, _, due_on = each.partition(":")
        if due_on < today.isoformat():
            yield name


def _closed(case: Case) -> str:
    """Return the month of closing, or NEVER; '' of what was not dealt with as a complaint."""
    at = case.complaint.closed_at
    return "" if not case.is_treated else NEVER if at is None else case.month(at)


def _class(case: Case, name: str) -> str | None:
    said = case.complaint.classification
    return (getattr(said, name) or None) if said is not None and case.is_treated else None


def _cause(case: Case) -> str | None:
    """Return the cause without the people of this dossier; members are taken out by who asks."""
    if not case.complaint.cause or not case.is_treated:
        return None
    return _on_a_line(Redactor(people(case.complaint))(case.complaint.cause)) or None


def _on_a_line(text: str) -> str:
    """Return it as every store can keep it."""
    return " ".join(text.replace("\0", " ").split())


def _who(case: Case) -> int | None:
    """Return who complained, as a number: by address, else by name; who is not known (or erased) is one person each time."""
    if case.complaint.is_remark:
        return None
    party = case.complaint.complainant
    known = (party.address or party.name or case.complaint.number).casefold()
    return int.from_bytes(blake2b(known.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)


def is_unfinished(one: Complaint) -> bool:
    """Return whether the meeting still has something to do with what is closed: a ruling, a measure, a promise."""
    measures = any(measure.done_on is None or measure.worked is None for measure in one.measures)
    waits = measures or any(promise.done_on is None for promise in one.promises) or awaits_ruling(one)
    return waits and one.status != "merged" and not one.is_open


def is_told_of(one: Complaint) -> bool:
    """Return whether a report has a line about it, or it is about a member, who may not see all of that."""
    lines = (one.dismissal is not None, one.appeal is not None, bool(one.measures), bool(one.elsewhere))
    return any(lines) or bool(one.about)


def _names(case: Case) -> str:
    """Return who took part, a line for each: 'mark name'."""
    return "\n".join(f"{mark} {_on_a_line(name)}" for name, mark in people(case.complaint))


def of_names(names: str) -> Iterator[tuple[str, str]]:
    """Yield the names, each with its mark."""
    for line in names.splitlines():
        mark, _, name = line.partition(" ")
        yield name, mark


def _amount(case: Case, *, done: bool) -> float:
    promises = case.complaint.promises
    return round(sum(p.amount or 0.0 for p in promises if (p.done_on is not None) is done), 2)


FACTS: Final[Mapping[str, Callable[[Case], Any]]] = {
    "month": lambda case: case.month(case.complaint.received_at),
    "closed": _closed,
    "tags": _tags,
    "to_do": _to_do,
    "first_due": lambda case: (
        first_day_untold(case.complaint) if case.is_treated and promises_an_outcome(case.complaint) else None
    ),
    "waits_until": lambda case: case.complaint.due_on if awaits_outcome(case.complaint) else None,
    "received_on": lambda case: case.day(case.complaint.received_at),
    "acknowledged_on": lambda case: case.day(case.complaint.acknowledged_at) if case.is_treated else None,
    "contacted_on": lambda case: case.day(case.complaint.contacted_at) if case.is_treated else None,
    "to_acknowledgement": lambda case: case.minutes(case.complaint.acknowledged_at),
    "to_contact": lambda case: case.minutes(case.complaint.contacted_at),
    "to_outcome": lambda case: case.minutes(case.complaint.answered_at),
    "handler": lambda case: (case.complaint.handler or None) if case.is_treated else None,
    "product": lambda case: _class(case, "product"),
    "aspect": lambda case: _class(case, "aspect"),
    "class_cause": lambda case: _class(case, "cause"),
    "cause": _cause,
    "paid": lambda case: _amount(case, done=True),
    "promised": lambda case: _amount(case, done=False),
    "who": _who,
    "names": _names,
    "unfinished": lambda case: is_unfinished(case.complaint),
    "told_of": lambda case: is_told_of(case.complaint),
}


def facts_of(complaint: Complaint, zone: dt.tzinfo) -> dict[str, Any]:
    """Return all of them."""
    case = Case(complaint, zone)
    return {name: case.fact(name) for name in FACTS}


def count(complaints: Iterable[Complaint], questions: Sequence[Question], zone: dt.tzinfo) -> list[Answer]:
    """Return the answers, in one pass over all of these."""
    answers: list[Answer] = [Counter() for _ in questions]
    for complaint in complaints:
        case = Case(complaint, zone)
        for question, answer in zip(questions, answers, strict=True):
            if question.covers(case.fact(question.by)):
                answer[tuple(case.fact(name) for name in question.facts)] += 1
    return answers


def told_of(complaints: Iterable[Complaint], question: Question, zone: dt.tzinfo) -> Iterator[Complaint]:
    """Yield those that the question covers and a report tells of."""
    return (each for each in complaints if is_told_of(each) and question.covers(Case(each, zone).fact(question.by)))
