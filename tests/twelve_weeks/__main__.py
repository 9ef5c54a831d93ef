"""`python -m tests.twelve_weeks` plays the twelve weeks and writes docs/twelve-weeks.md; `--check` only compares."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from tests.twelve_weeks.play import AWAY, FIRST_DAY, LEAVES, MOVED, WEEKS, Got, Play

PAGE: Final = Path(__file__).parents[2] / "docs" / "twelve-weeks.md"
SEED: Final = 1
SEEDS: Final = (1, 2, 3, 4, 5)
PARTNERS: Final = ("jan", "els", "karin")
PEOPLE: Final = {"jan": "Jan, partner", "els": "Els, partner", "karin": "Karin, partner"} | {
    "piet": "Piet, employee (leaves)",
    "sonja": "Sonja, employee",
    "mees": "Mees, employee",
}
KINDS: Final = {
    "routing": "new complaint",
    "taken": "who has it",
    "assigned": "it is yours",
    "transcript": "answer to the own mail",
    "draft": "answer with a draft",
    "follow_up": "the client wrote",
    "morning": "morning mail",
    "digest": "agenda",
}
_HEAD: Final = """# Twelve weeks of a small firm

How much mail does klachtmail send to whom, and what for? `make twelve-weeks` plays it and writes this page: three partners
and three employees, {cases} complaints in twelve weeks from {first}, on a clock turned by hand, with real decisions and
letters and the in-memory twins of mailbox and server. It is the same for the same seed ({seed}).

{courses}.

Partners give the complaints to employees. {away} is away for two weeks and Karin stands in, one meeting is moved ({moved}),
Piet leaves the firm on {leaves}, an eighth of the complaints is for the meeting, and a quarter of the outcomes has a
corrective measure that Karin sees to. People answer from their newest mail, mostly within hours, sometimes after days. It is
a play: what it shows is where mail comes from, not how much your firm will get.
"""


def page() -> str:
    """Return the page."""
    given, alone = played(SEED, given=1), played(SEED, given=1 / 3)
    quiet = played(SEED, given=1, procedure={"who_has_it": "agenda"})
    others = [played(seed, given=1) for seed in SEEDS if seed != SEED]
    courses = Counter(case.course for case in given.numbers.values())
    parts = [
        _HEAD.format(
            cases=len(given.numbers),
            first=f"{FIRST_DAY:%-d %B %Y}",
            seed=SEED,
            courses=", ".join(f"{course}: {count}" for course, count in courses.most_common()).capitalize(),
            away=AWAY[0].capitalize(),
            moved=MOVED[1].removeprefix("overleg "),
            leaves=f"{LEAVES[1]:%-d %B}",
        ),
        "## By kind\n",
        *table(["who", *KINDS.values(), "else", "all"], by_kind(given.got)),
        "\n## By week\n",
        *table(["who", *(str(week) for week in range(1, WEEKS + 1)), "all"], by_week(given.got)),
        "\n## For one complaint\n",
        "Mails about one complaint alone, from receipt to closing: median and most. A letter more to the client (a new date, an\nanswer) is two mails more to who writes it: the draft, and that it went.\n",
        *table(["how it goes", "complaints", "to the handler", "to each other partner"], _by_course(given)),
        "\n## Other firms\n",
        "The same complaints; mails to each member in twelve weeks.\n",
        *table(["firm", *PEOPLE.values()], _firms(given, alone, quiet)),
    ]
    totals = sorted(Counter(each.to for each in play.got)[alias] for play in (given, *others) for alias in PARTNERS)
    middle = totals[len(totals) // 2]
    spread = f"\nOver the seeds {SEEDS[0]} to {SEEDS[-1]} a partner gets {totals[0]} to {totals[-1]} mails, half of them at most {middle}."
    return "\n".join([*parts, spread, _END])


def played(seed: int, *, given: float, **sections: object) -> Play:
    """Return a play that is over."""
    play = Play(seed, given=given, **sections)
    play.run()
    return play


_END: Final = """
What a partner cannot be spared: the complaint itself, at once, and who has it, so that two do not do one thing. With an
agenda a week that is two mails a complaint and twelve, or one and twelve where the agenda says who has it; the rest is the partner's
own work, and what presses.

Before (the code of 28 November 2026, the same plays) a partner got 137 to 202 mails, half of them at most 156; 41 to 56 of
them were morning mails. What went: the second mail beside each draft; a morning mail
on days on which nothing presses more; one because a colleague told an outcome, which now goes with the next or stands in the
agenda; one that says again what the agenda said; the question who takes what came in the evening, before anybody was at
work; and the mail between “akkoord” and “sluit”, which are one button when nothing is missing.
"""


def by_kind(got: Iterable[Got]) -> Iterator[list[object]]:
    counts: Mapping[str, Counter[str]] = {alias: Counter() for alias in PEOPLE}
    for each in got:
        counts[each.to][each.kind if each.kind in KINDS else "else"] += 1
    for alias, name in PEOPLE.items():
        yield [name, *(counts[alias][kind] for kind in (*KINDS, "else")), counts[alias].total()]


def by_week(got: Iterable[Got]) -> Iterator[list[object]]:
    counts: Mapping[str, Counter[int]] = {alias: Counter() for alias in PEOPLE}
    for each in got:
        counts[each.to][(each.at.date() - FIRST_DAY).days // 7] += 1
    for alias, name in PEOPLE.items():
        yield [name, *(counts[alias][week] for week in range(WEEKS)), counts[alias].total()]


def per_complaint(play: Play) -> Iterator[tuple[str, int, list[int]]]:
    """Yield of each complaint that is over: how it went, and how many mails its handler got and each other partner.

    The handler is who got most of it: one of them left.
    """
    for number, case in play.numbers.items():
        if not play.world.complaint(number).is_open:
            counts = Counter(each.to for each in play.got if each.number == number)
            handler, most = counts.most_common(1)[0]
            yield case.course, most, [counts[alias] for alias in PARTNERS if alias not in (handler, case.taker)]


def _by_course(play: Play) -> Iterator[list[object]]:
    of = list(per_complaint(play))
    for course in dict.fromkeys(course for course, _, _ in of):
        handlers = sorted(handler for one, handler, _ in of if one == course)
        others = sorted(count for one, _, each in of if one == course for count in each)
        yield [course, len(handlers), _middle_and_most(handlers), _middle_and_most(others)]


def _middle_and_most(counts: list[int]) -> str:
    return f"{counts[len(counts) // 2]}, {counts[-1]}" if counts else "–"


def _firms(given: Play, alone: Play, quiet: Play) -> Iterator[list[object]]:
    named = {
        "employees handle them": given,
        "the same, and `procedure.who_has_it: agenda`": quiet,
        "partners handle two of three themselves": alone,
    }
    for name, play in named.items():
        counts = Counter(each.to for each in play.got)
        yield [name, *(counts[alias] for alias in PEOPLE)]


def table(head: list[str], rows: Iterable[list[object]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|---|{'---:|' * (len(head) - 1)}"
    for row in rows:
        yield f"| {' | '.join(str(cell) for cell in row)} |"


if __name__ == "__main__":
    written = page()
    if "--check" in sys.argv[1:]:
        sys.exit(0 if PAGE.read_text(encoding="utf-8") == written else f"{PAGE.name} is not what the play gives")
    PAGE.write_text(written, encoding="utf-8")
    print(f"{PAGE.name} written")
