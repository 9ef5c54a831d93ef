"""What a year teaches beside its figures: what went better and worse than the year before, and what its largest cause cost."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from klachtmail.domain.agenda.facts import of_tags
from klachtmail.domain.agenda.figures import Figures
from klachtmail.domain.record import record
from klachtmail.domain.records.questions import Answer

ENOUGH: Final = 5  # of what a rate is measured over, in both years: with fewer it is chance
_POINTS: Final = 0.05  # by which a rate must differ
_PART: Final = 0.1  # by which a time must differ, and three of a sort at least
_FEW: Final = 3


@record
class LargestCause:
    """The cause of most complaints: how many, what was paid or is promised because of it (euros), and what was done about it."""

    name: str
    count: int
    of: int  # complaints with a known cause
    paid: float
    promised: float  # and not yet paid
    measures: int
    measures_done: int


@record
class Change:
    """Something that differs from the year before, in Dutch; `better` is for whom the firm works."""

    text: str
    better: bool


@dataclass(frozen=True, slots=True)
class _Rate:
    what: str
    part: str
    whole: str


_RATES: Final = (
    _Rate("op tijd beantwoord", "on_time", "due"),
    _Rate("ontvangst bevestigd binnen één werkdag", "acknowledged_on_time", "acknowledged"),
    _Rate("contact binnen twee werkdagen", "contacted_on_time", "contacted"),
    _Rate("maatregelen die werkten", "measures_worked", "measures_judged"),
    _Rate("klanten akkoord", "accepted", "answered"),
)
_TIMES: Final = (("tot het eerste contact (mediaan)", "to_contact"), ("tot de uitkomst (mediaan)", "to_outcome"))


def changes(this: Figures, before: Figures) -> tuple[Change, ...]:
    """Return what differs enough to be no chance; nothing beside a year in which nothing came in."""
    return tuple(_changes(this, before)) if before.received else ()


def _changes(this: Figures, before: Figures) -> Iterator[Change]:
    for one in _RATES:
        yield from _of_rate(one.what, _parts(this, one), _parts(before, one))
    scores = [(each.satisfaction.get("good", 0), each.satisfaction.get("answered", 0)) for each in (this, before)]
    yield from _of_rate("klanten die de behandeling goed vonden", *scores)
    for what, name in _TIMES:
        now, then = getattr(this, name), getattr(before, name)
        if now and then and abs(now - then) > _PART * then:
            yield Change(text=f"{what}: {_days(then)} werd {_days(now)}", better=now < then)
    if this.overdue >= _FEW:
        yield Change(text=f"{this.overdue} klachten zijn te laat en nog niet beantwoord", better=False)
    for name in ("cause", "aspect", "product"):
        yield from _of_class(this.classes.get(name, {}), before.classes.get(name, {}))


def _parts(figures: Figures, one: _Rate) -> tuple[int, int]:
    return getattr(figures, one.part), getattr(figures, one.whole)


def _of_rate(what: str, this: tuple[int, int], before: tuple[int, int]) -> Iterator[Change]:
    if min(this[1], before[1]) < ENOUGH:
        return
    now, then = this[0] / this[1], before[0] / before[1]
    if abs(now - then) >= _POINTS:
        yield Change(text=f"{what}: {then:.0%} werd {now:.0%}", better=now > then)


def _of_class(this: dict[str, int], before: dict[str, int]) -> Iterator[Change]:
    """Yield the sort that rose most, and the one that fell most."""
    moved = sorted((this.get(name, 0) - before.get(name, 0), name) for name in {*this, *before})
    for change, name in dict.fromkeys([*moved[:1], *moved[-1:]]):
        if abs(change) >= _FEW:
            text = f"klachten over “{name}”: {before.get(name, 0)} werd {this.get(name, 0)}"
            yield Change(text=text, better=change < 0)


def _days(hours: float) -> str:
    return f"{hours / 24:.1f} dagen".replace(".", ",")


def largest_cause(causes: Answer, redact: Callable[[str], str]) -> LargestCause | None:
    """Return the cause of most of these, by the firm's own list, where it has none by the words; None when none is known.

    `causes` counts complaints by the facts `figures.CAUSES`; `redact` takes members out of what is no word of the list.
    """
    groups: defaultdict[str, Answer] = defaultdict(Counter)
    for values, times in causes.items():
        if values[0] is not None:
            groups[values[0]][values] += times
    if not groups:
        for values, times in causes.items():
            if values[1] is not None:
                groups[redact(values[1])][values] += times
    if not groups:
        return None
    name, found = max(groups.items(), key=lambda each: (each[1].total(), each[0]))
    tags: Counter[str] = Counter()
    for (*_, counted), times in found.items():
        for tag, count in of_tags(counted):
            tags[tag] += count * times
    return LargestCause(
        name=name,
        count=found.total(),
        of=sum(each.total() for each in groups.values()),
        paid=round(sum(paid * times for (_, _, paid, *_), times in found.items()), 2),
        promised=round(sum(promised * times for (_, _, _, promised, _), times in found.items()), 2),
        measures=tags["measures"],
        measures_done=tags["measures_done"],
    )
