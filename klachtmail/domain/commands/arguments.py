"""The arguments that a sentence or a key names: a date on the right side of today, a measure's owner and due date."""

import datetime as dt
from typing import Final, Literal

from klachtmail.domain.commands.command import Command, Unclear
from klachtmail.domain.commands.dates import Problem
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.situation import Situation
from klachtmail.domain.commands.token import Token, date_of
from klachtmail.domain.commands.values import Promise, read_promise
from klachtmail.domain.commands.words import fold
from klachtmail.domain.records.model import ALL

TO_ALL: Final = frozenset({"allen", "iedereen", "klagers", "klanten", "everybody"})
_WHY: Final[dict[Problem, Literal["bad_date", "past_date", "ambiguous"]]] = {
    "bad_date": "bad_date",
    "future_date": "bad_date",
    "past_date": "past_date",
    "ambiguous": "ambiguous",
}


def day_in(row: Row, tokens: tuple[Token, ...], here: Situation) -> dt.date | Problem | None:
    """Return the one day that these tokens name, on the side of today that the command wants; None: they name none."""
    dates = [each for token in tokens if (each := date_of(token)) is not None]
    if not dates or row.date == "none":
        return None
    if len(dates) > 1 and row.date == "past":  # 'vanochtend gesproken, hoor het vrijdag'
        dates = [each for each in dates if isinstance(each.resolve(here.today, past=True), dt.date)]
    if len(dates) != 1:
        return "ambiguous"
    on = dates[0].resolve(here.today, past=row.date == "past")
    return "past_date" if on == here.today and row.verb in {"postpone", "told_later"} else on


def dated(row: Row, line: str, text: str | None, tokens: tuple[Token, ...], here: Situation) -> Command | Unclear:
    """Return the command with the day that the tokens name, or what is wrong with that day."""
    on = day_in(row, tokens, here)
    if isinstance(on, str):
        return Unclear(line, _WHY[on], row.verb, row.hint if row.hint.endswith(" ") else "")
    everybody = row.verb in {"told", "told_later"} and any(token.text.split()[-1] in TO_ALL for token in tokens)
    return Command(row.verb, line, text=text, on=on, choice=ALL if everybody else None)


def measure_parts(value: str, here: Situation) -> Promise:
    """Return the measure that a value promises: its text, its owner and its due date."""
    found = read_promise(value, here.today, list(here.names.members))
    owner = here.names.members.get(fold(found.owner)) if found.owner else None
    return Promise(found.text, owner or found.owner, found.due)
