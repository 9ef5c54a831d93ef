"""A command whose value stands behind a colon, possibly over many lines: `uitkomst: …`, `klager: …`."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from klachtmail.domain.commands import values
from klachtmail.domain.commands.command import Command, Unclear, Verb
from klachtmail.domain.commands.dates import find_dates
from klachtmail.domain.commands.forms import Context, Match, build, match_line, unclear
from klachtmail.domain.commands.phrase import phrase
from klachtmail.domain.commands.words import fold

_NOT_REACHED = re.compile(
    r"\b(?:geen gehoor|voicemail|niet (?:opgenomen|bereikt|bereikbaar|te bereiken|thuis)|in gesprek|geprobeerd|poging|neemt niet op|nam niet op|no answer)\b"
)
_NOBODY = re.compile(r"\b(?:geen|niet|onbekend|weet|anoniem|idee)\b|\?")
_Reader = Callable[[Match, str, str, Context], Command | Unclear]


def finish(match: Match, line: str, value: str, context: Context) -> Command | Unclear:
    """Return the command of a key and its whole value; `line` is the first line, as it was typed."""
    if not value:
        return unclear(match, line, "missing_value")
    return _READERS.get(match.spec.verb, _text)(match, line, value, context)


def _text(match: Match, line: str, value: str, context: Context) -> Command | Unclear:
    return build(match, line, value, context)


def _contact(match: Match, line: str, value: str, context: Context) -> Command | Unclear:
    if _NOT_REACHED.search(fold(value)):
        return unclear(match, line, "ambiguous", "contact: tekst, of: geen gehoor")
    person = values.read_person(value)
    if person.phone or person.address:  # somebody's contact details
        return unclear(match, line, "ambiguous", "notitie: …, of: contact: wat er gezegd is")
    return build(match, line, value, context)


def _member(match: Match, line: str, value: str, context: Context) -> Command | Unclear:
    word = value.strip(" .@")
    known = fold(word) in {fold(alias) for alias in context.aliases}
    single = re.fullmatch(r"[\w.-]{1,40}", word) is not None
    if not single or (match.spec.verb == "about" and not known and "@" not in value):
        return unclear(match, line, "ambiguous")
    return Command(match.spec.verb, line, alias=word)


def _judgement(match: Match, line: str, value: str, _context: Context) -> Command | Unclear:
    judged = values.read_judgement(value)
    if judged is None:
        return unclear(match, line, "missing_value", "oordeel: gegrond, deels of ongegrond")
    return Command("judgement", line, choice=judged[0], text=judged[1])


def _structural(match: Match, line: str, value: str, _context: Context) -> Command | Unclear:
    said = values.read_yes_no(value)
    if said is None:
        return unclear(match, line, "missing_value", "structureel: ja of nee")
    return Command("structural", line, choice=said[0], text=said[1])


def _measure(match: Match, line: str, value: str, context: Context) -> Command | Unclear:
    promise = values.read_promise(value, context.today, context.aliases)
    if isinstance(promise.due, str):
        return unclear(match, line, "past_date" if promise.due == "past_date" else "bad_date")
    if not promise.text:
        return unclear(match, line, "missing_value")
    internal = "internal" in match.groups
    return Command(match.spec.verb, line, text=promise.text, alias=promise.owner, on=promise.due, internal=internal)


def _complainant(match: Match, line: str, value: str, _context: Context) -> Command | Unclear:
    person = values.read_person(value)
    if not (person.address or person.phone) and _NOBODY.search(fold(value)):
        return unclear(match, line, "ambiguous")
    if not (person.name or person.address or person.phone or person.postal):
        return unclear(match, line, "missing_value")
    return Command(
        "complainant", line, name=person.name, address=person.address, phone=person.phone, postal=person.postal
    )


def _postpone(match: Match, line: str, value: str, context: Context) -> Command | Unclear:
    """Return the postponement; without a date before the colon the value must begin with one."""
    if match.phrase.dates:
        return build(match, line, value, context)
    first = next(find_dates(value[:80]), None)
    if first is None or fold(value[: first.start]).strip() not in {"", "tot", "naar", "t/m", "tot en met"}:
        return unclear(match, line, "missing_value")
    reason = value[first.end :].strip(" ,.:;-\n")
    return build(replace(match, phrase=phrase(value[: first.end], ())), line, reason, context)


def _meeting(match: Match, line: str, value: str, context: Context) -> Command | Unclear:
    found = match_line(f"overleg {value}", context)
    if found is None or found.spec.verb not in {"meeting", "meeting_off", "meeting_held"}:
        return unclear(match, line, "ambiguous")
    return build(found, line, None, context)


def _merge(match: Match, line: str, value: str, context: Context) -> Command | Unclear:
    word = "groep" if match.spec.verb == "group" else "samenvoegen"
    found = match_line(f"{word} {value}", context)
    return build(found, line, None, context) if found else unclear(match, line, "missing_value")


_READERS: Final[dict[Verb, _Reader]] = {
    "contact": _contact,
    "assign": _member,
    "about": _member,
    "judgement": _judgement,
    "structural": _structural,
    "measure": _measure,
    "promise": _measure,
    "complainant": _complainant,
    "postpone": _postpone,
    "meeting": _meeting,
    "merge": _merge,
    "group": _merge,
}
