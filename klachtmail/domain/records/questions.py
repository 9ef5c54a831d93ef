"""How many complaints have the same facts: what a report asks of hundreds of thousands, without reading each of them.

The facts themselves, by name, are in `agenda.facts`; a database keeps them beside each record.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal

NEVER: Final = "9999-12"  # the month in which what is not closed was closed

Answer = Counter[tuple[Any, ...]]  # the values of the facts asked -> how many complaints have them


@dataclass(frozen=True, slots=True)
class Question:
    """Counts the complaints and remarks by these facts: those of which the month ('2026-11') of receipt (or of closing) is within.

    `since` is included, `until` is not; without `until` there is no end.
    """

    facts: tuple[str, ...]
    since: str
    until: str = ""
    by: Literal["month", "closed"] = "month"

    def covers(self, month: str) -> bool:
        """Return whether it counts what is of this month."""
        return self.since <= month and not (self.until and month >= self.until)


def before(questions: Iterable[Question]) -> dt.datetime:
    """Return a time before everything that these count, in whatever zone (aware)."""
    year, month = min(question.since for question in questions).split("-")
    return dt.datetime(int(year), int(month), 1, tzinfo=dt.UTC) - dt.timedelta(days=1)
