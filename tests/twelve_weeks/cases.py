"""The thirty-nine complaints of the twelve weeks: when they come, about what, who takes them, and how each goes."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

COURSES: Final = ("Vastgoedrekenen", "Leiderschap", "Projectbeheer", "Excel voor planners", "Verduurzaming")
ABOUT: Final = (
    "Klacht over de training",
    "Vraag over de factuur",
    "Certificaat",
    "Lesmateriaal",
    "De zaal bij",
    "Advies",
)
TROUBLES: Final = (
    "De trainer kwam drie kwartier te laat.",
    "Het lesmateriaal was verouderd.",
    "De factuur klopt niet met de offerte.",
    "Ik kreeg mijn certificaat nog steeds niet.",
    "De zaal was veel te koud.",
    "Het advies kwam twee weken later dan beloofd.",
)
FIRST: Final = ("Sanne", "Kees", "Fatma", "Ton", "Marijke", "Youssef", "Ingrid", "Wim", "Lotte", "Hans")
LAST: Final = ("Smit", "Visser", "Meijer", "Yilmaz", "Dekker", "Kuipers", "Postma", "Willems", "Hendriks", "Brouwer")
# How they go, and how many of each. The proportions are of a firm of advice and training: most are solved in a week.
COURSES_OF: Final = {
    "solved": 18,
    "nobody home at first": 3,
    "client writes again": 4,
    "no answer from the client": 3,
    "postponed": 2,
    "overdue": 1,
    "nobody takes it": 2,
    "no complaint": 2,
    "withdrawn": 1,
    "by telephone": 2,
    "appeal": 1,
}


@dataclass(frozen=True, slots=True)
class Case:
    """One complaint: from the first mail to how it goes on. `taker` and `handler` are aliases; a `serious` one is for the meeting."""

    at: dt.datetime
    name: str
    address: str
    subject: str
    text: str
    course: str
    taker: str
    handler: str
    serious: bool


def cases(seed: int, days: Sequence[dt.date], zone: dt.tzinfo, given: float) -> Iterator[Case]:
    """Yield the complaints by the moment at which they come, spread over these days; `given`: so many go to an employee."""
    random_ = random.Random(seed)  # noqa: S311  # the same play each time
    courses = [course for course, count in COURSES_OF.items() for _ in range(count)]
    random_.shuffle(courses)
    names = [f"{first} {last}" for first in FIRST for last in LAST]
    random_.shuffle(names)
    moments = sorted(
        dt.datetime.combine(random_.choice(days), dt.time(random_.randint(7, 21), random_.randint(0, 59)), zone)
        for _ in courses
    )
    for at, course, name in zip(moments, courses, names, strict=False):
        taker = random_.choices(("jan", "els", "karin"), (5, 4, 3))[0]
        is_given = random_.random() < given
        yield Case(
            at=at,
            name=name,
            address=f"{name.lower().replace(' ', '.')}@example.nl",
            subject=f"{random_.choice(ABOUT)} {random_.choice(COURSES)}",
            text=f"{random_.choice(TROUBLES)} Kunt u hier iets aan doen?\n\n{name}\n06-{random_.randint(10000000, 99999999)}",
            course=course,
            taker=taker,
            handler=random_.choice(("piet", "sonja", "mees")) if is_given else taker,
            serious=random_.random() < 1 / 8,
        )
