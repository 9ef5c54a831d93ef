"""From a line to the row of the table that it matches, and from that row to a command with its arguments."""

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from klachtmail.domain.commands.command import Command, Unclear, Verb
from klachtmail.domain.commands.dates import Problem
from klachtmail.domain.commands.phrase import Phrase, phrase
from klachtmail.domain.commands.table import TABLE, Spec
from klachtmail.domain.commands.values import names_several, read_kind
from klachtmail.domain.records.model import ALL

Kind = Literal["exact", "loose"]
_MARK = re.compile(r"<d(\d)>")
_WHY: Final[dict[Problem, Literal["bad_date", "past_date", "ambiguous"]]] = {
    "bad_date": "bad_date",
    "future_date": "bad_date",
    "past_date": "past_date",
    "ambiguous": "ambiguous",
}
DATED: Final[frozenset[Verb]] = frozenset(
    {
        "measure",
        "promise_done",
        "contact",
        "no_answer",
        "told",
        "postpone",
        "appeal",
        "posted",
        "meeting",
        "meeting_off",
        "meeting_held",
    }
)


@dataclass(frozen=True, slots=True)
class Context:
    """What reading a line needs to know: the day, the members' aliases, and whether the mail showed a draft.

    `client` matches what the complainant is called (`client.naming`).
    """

    today: dt.date
    aliases: Collection[str] = ()
    draft: bool = False
    client: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A row of the table that a whole line (or what stands before its colon) is a form of."""

    spec: Spec
    kind: Kind
    phrase: Phrase
    groups: dict[str, str]


@cache
def _compiled() -> tuple[tuple[Spec, Kind, re.Pattern[str]], ...]:
    rows: list[tuple[Spec, Kind, re.Pattern[str]]] = []
    for spec in TABLE:
        rows += [(spec, "exact", re.compile(pattern)) for pattern in spec.exact]
        rows += [(spec, "loose", re.compile(pattern)) for pattern in spec.loose]
    return tuple(sorted(rows, key=lambda row: row[1]))


@cache
def _compiled_keys() -> tuple[tuple[Spec, re.Pattern[str]], ...]:
    return tuple((spec, re.compile(pattern)) for spec in TABLE for pattern in spec.keys)


@cache
def _compiled_cues() -> tuple[tuple[Spec, re.Pattern[str]], ...]:
    return tuple((spec, re.compile(spec.cue)) for spec in TABLE if spec.cue)


def match_line(line: str, context: Context) -> Match | None:
    """Return the first row of which this line is a form (exact forms before loose ones), or None."""
    ready = phrase(line, context.aliases, context.client)
    if not ready.plain:
        return None
    for spec, kind, pattern in _compiled():
        if found := pattern.fullmatch(ready.plain):
            return Match(spec, kind, ready, {name: value for name, value in found.groupdict().items() if value})
    return None


def match_key(key: str, context: Context) -> Match | None:
    """Return the row whose value may stand behind this key and a colon, or None."""
    ready = phrase(key, context.aliases, context.client)
    for spec, pattern in _compiled_keys():
        if found := pattern.fullmatch(ready.plain):
            return Match(spec, "exact", ready, {name: value for name, value in found.groupdict().items() if value})
    return None


def cue_in(plain: str) -> tuple[Spec, re.Match[str]] | None:
    """Return the first row that this (ready) line seems to be about, and where it shows."""
    for spec, pattern in _compiled_cues():
        if found := pattern.search(plain):
            return spec, found
    return None


def unclear(
    match: Match,
    line: str,
    why: Literal["negation", "condition", "question", "ambiguous", "bad_date", "past_date", "missing_value"],
    hint: str | None = None,
) -> Unclear:
    """Return that this line does nothing, and what to type instead."""
    if hint is None:
        hint = hint_for(match.spec, match.groups.get("alias"))
    return Unclear(line, why, match.spec.verb, hint)


def hint_for(spec: Spec, alias: str | None) -> str:
    """Return what to type; whom to hand it to is the member whom the line names, and not the one of the example."""
    return f"@{alias}" if alias and spec.hint.startswith("@") else spec.hint


def build(match: Match, line: str, text: str | None, context: Context) -> Command | Unclear:
    """Return the command of a match; `text` is the free text behind it, if any."""
    on: dt.date | None = None
    if match.spec.verb in DATED and match.phrase.dates:
        resolved = _date_of(match, context)
        if not isinstance(resolved, dt.date):
            return unclear(match, line, _WHY[resolved])
        on = resolved
    if match.spec.verb == "meeting":
        return _meeting(match, line, on)
    if match.spec.verb == "absent":
        return _absence(match, line, context)
    if match.spec.verb == "no_complaint" and "choice" not in match.groups:
        return _dismissal(match, line, text)
    if match.spec.verb == "postpone" and not text:
        return unclear(match, line, "missing_value")
    return Command(
        match.spec.verb,
        line,
        on=on,
        text=text,
        choice=_choice(match),
        target=_target(match),
        alias=_alias(match),
        address=match.groups.get("address"),
        index=int(match.groups["index"]) if "index" in match.groups else None,
    )


def _date_of(match: Match, context: Context, index: int = 0) -> dt.date | Problem:
    if len(match.phrase.dates) != 1 and match.spec.verb != "absent":
        return "ambiguous"
    on = match.phrase.dates[index].resolve(context.today, past=match.spec.past)
    return "past_date" if on == context.today and match.spec.verb == "postpone" else on


def _meeting(match: Match, line: str, on: dt.date | None) -> Command | Unclear:
    at = match.phrase.times[0] if match.phrase.times else None
    if on is None:
        return unclear(match, line, "missing_value")
    if match.phrase.times and at is None:
        return unclear(match, line, "bad_date")
    return Command("meeting", line, on=on, at=at)


def _dismissal(match: Match, line: str, text: str | None) -> Command | Unclear:
    if not text or names_several(text):
        return unclear(match, line, "ambiguous" if text else "missing_value")
    kind, reason = read_kind(text)
    return Command("no_complaint", line, choice=kind, text=reason)


def _absence(match: Match, line: str, context: Context) -> Command | Unclear:
    """Return the absence up to and including a day; 'tot maandag' is back on Monday, and it must have begun."""
    if "back" in match.groups:
        return Command("absent", line, text="terug")
    marks = [int(index) for index in _MARK.findall(match.phrase.plain)]
    until = _date_of(match, context, marks[-1])
    if not isinstance(until, dt.date):
        return unclear(match, line, _WHY[until])
    if "range" in match.groups:
        start = match.phrase.dates[marks[0]].resolve(context.today)
        if start == "bad_date" or (isinstance(start, dt.date) and start > context.today):
            return unclear(match, line, "bad_date" if start == "bad_date" else "ambiguous")
    word = match.groups.get("until")
    if word in {"tot", "until"}:
        until -= dt.timedelta(days=1)
    if until < context.today:
        return unclear(match, line, "past_date")
    if word is None and until != context.today:
        return unclear(match, line, "ambiguous")
    return Command("absent", line, on=until, alias=_alias(match))


def _alias(match: Match) -> str | None:
    word = match.groups.get("alias", "").rstrip(".'-")
    return match.phrase.typed.get(word, word) or None


def _target(match: Match) -> str | None:
    target = match.groups.get("target")
    return target.lstrip("#").upper() if target else None


def _choice(match: Match) -> str | None:
    """Return a choice in the register's words."""
    choice = match.groups.get("choice") or match.groups.get("choice2")
    if choice is None:
        return None
    if match.spec.verb in {"answer", "told"}:
        return ALL
    if match.spec.verb == "measure_worked":
        return "werkt niet" if "niet" in choice or "not" in choice else "werkt"
    if match.spec.verb == "structural":
        return "nee" if choice in {"nee", "no", "niet"} else "ja"
    if match.spec.verb == "judgement":
        return "deels" if choice.startswith(("deels", "gedeeltelijk")) else choice.replace("terecht", "gegrond")
    return choice
