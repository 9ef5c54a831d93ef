"""A member's whole text: which of its lines are commands, where each value ends, and which complaint each is about."""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from klachtmail.domain.commands.authored_lines import MOST_LINES, body, is_closing_courtesy
from klachtmail.domain.commands.client import naming
from klachtmail.domain.commands.colon_values import finish
from klachtmail.domain.commands.command import Line, Remark, Unclear
from klachtmail.domain.commands.contradictions import without_contradictions
from klachtmail.domain.commands.forms import Context
from klachtmail.domain.commands.line import ONE_PER_LINE, Opening, read_line, strength
from klachtmail.domain.commands.table import LETTER_TEXTS
from klachtmail.domain.commands.words import LONGEST_COMMAND, fold

_FULL = re.compile(r"[\s*•-]{0,4}[\[(]?(?P<number>[KM]\d{4}-\d{4,9})[\])]?(?P<after>[\s:,.;)-]*)", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*+(?:(?:en|and|,|&|\+)\s*+)?[\[(]?[KM]\d{4}-\d{4,9}", re.IGNORECASE)
_COUNTER = re.compile(r"\s*#?(?P<number>\d{1,4})(?P<after>[:.)]? +|: *)(?=\S)")
_JOINS = re.compile(r"(?:als|tenzij|mits|indien|zodra|wanneer|of|maar|want|omdat|behalve|en|if|unless|but|or) ")
_DANGLES = re.compile(r"(?:,|\b(?:en|of|dan|als|dat|om|niet|geen|te|de|het|een|met|voor|ik|and|or|if|not))$")
_WRAPPED: Final = 60  # a line that long may have been broken by the mail program


_TO_A_NAME = re.compile(
    r"(?:(?P<before>(?:.{1,14} )?(?:voor|aan|toewijzen|betreft|assign|to) )@?|\s*@)(?P<name>[^\W\d_][^@:\d]{1,60}?)[\s.!]*",
    re.IGNORECASE,
)
_PROPOSES = re.compile(r"(?<=[.!?]) (?=voorstel: )", re.IGNORECASE)  # behind the outcome, on the same line
_OUTCOME = re.compile(r"\s{0,4}(?:[KM]\d{4}-\d{4,9}|#?\d{1,4})?[\s:.)]{0,4}(?:de )?uitkomst ?:", re.IGNORECASE)
_NOBODY: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(slots=True)
class _Reading:
    """Where the reading is: the lines still to read, and what was understood so far."""

    context: Context
    lines: list[str]
    at: int = 0
    scope: str | None = None
    found: list[Line] = field(default_factory=list)

    def near(self, number: str | None) -> Context:
        """Return the context of a line about this complaint: of another one the complainant's name is not known."""
        return self.context if number is None else replace(self.context, client=None)

    def next_line(self) -> str:
        """Take the next line, together with those that a mail program or the author broke off it."""
        parts = [self.lines[self.at]]
        self.at += 1
        while (
            self.at < len(self.lines)
            and _goes_on(parts[-1], self.lines[self.at], self.context)
            and sum(map(len, parts)) + len(parts) + len(self.lines[self.at]) <= LONGEST_COMMAND
        ):
            parts.append(self.lines[self.at])
            self.at += 1
        return "\n".join(parts)


def read(
    text: str,
    today: dt.date,
    *,
    aliases: Collection[str] = (),
    draft: bool = False,
    names: Mapping[str, str] = _NOBODY,
    client: str = "",
) -> tuple[Line, ...]:
    """Return what each line of a member's text means, in order; never raises, and loses nothing that was written.

    `text` is what the author wrote, without what he quotes; `aliases` are the members' (and their other
    names), `draft` tells that the mail answered shows a draft: there a bare 'akkoord' could also mean 'send it';
    `names` are the aliases by the members' full names ('voor Els Bakker'); `client` is the name of the complainant of the
    complaint that was answered.
    """
    known = {fold(name): alias for name, alias in names.items()}
    lines = [part for line in body(text, aliases) for part in _parted(_with_alias(line, known))]
    reading = _Reading(Context(today, tuple(aliases), draft, naming(client, aliases)), lines[:MOST_LINES])
    while reading.at < len(reading.lines):
        line = reading.lines[reading.at]
        if not line.strip():
            reading.scope = None
            reading.at += 1
        elif is_closing_courtesy(line):
            reading.at += 1
        else:
            _read_next(reading)
    if rest := "\n".join(lines[MOST_LINES:]).strip():
        reading.found.append(Remark(rest))
    return without_contradictions(reading.found)


def _parted(line: str) -> list[str]:
    """Return the line, an outcome apart from the proposal behind it."""
    return _PROPOSES.split(line) if _OUTCOME.match(line) else [line]


def _with_alias(line: str, names: Mapping[str, str]) -> str:
    """Return the line with the alias for a full name, when that is all it hands the complaint to or is about."""
    to = _TO_A_NAME.fullmatch(line)
    alias = names.get(fold(to["name"])) if to else None
    return f"{to['before'] or ''}@{alias}" if to and alias else line


def _read_next(reading: _Reading) -> None:
    line = reading.next_line()
    full = _FULL.match(line)
    if full:
        _read_scoped(reading, line, full)
        return
    counter = _COUNTER.match(line)
    if counter and _read_counted(reading, line, counter):
        return
    _add(reading, read_line(line, reading.near(reading.scope)), reading.scope)


def _read_scoped(reading: _Reading, line: str, full: re.Match[str]) -> None:
    number, rest = full["number"].upper(), line[full.end() :]
    reading.scope = None
    if not rest.strip():
        reading.scope = number
        reading.found.extend([] if _has_more(reading) else [Remark(line.strip(), number)])
    elif _SEVERAL.match(rest):
        reading.found.append(Unclear(line.strip(), "ambiguous", None, ONE_PER_LINE))
    else:
        _add(reading, read_line(rest, reading.near(number)), number)


def _read_counted(reading: _Reading, line: str, counter: re.Match[str]) -> bool:
    """Read '3 @jan'; '3. @jan' may be the third line of a list, and '3 dagen later' is text."""
    rest = line[counter.end() :]
    read_as = read_line(rest, reading.near(counter["number"]))
    if isinstance(read_as, Remark):
        return False
    if isinstance(read_as, Unclear) and not isinstance(read_line(line, reading.context), Remark):
        return False  # '2 keer gebeld, geen gehoor' is doubtful as it stands
    if counter["after"].strip() in {".", ")"}:
        verb = read_as.match.spec.verb if isinstance(read_as, Opening) else read_as.verb
        reading.found.append(Unclear(line.strip(), "ambiguous", verb, rest.strip()[:80]))
    else:
        _add(reading, read_as, counter["number"])
    reading.scope = None
    return True


def _has_more(reading: _Reading) -> bool:
    return reading.at < len(reading.lines) and bool(reading.lines[reading.at].strip())


def _add(reading: _Reading, read_as: Opening | Line, number: str | None) -> None:
    asked: list[Line] = []
    if isinstance(read_as, Opening):
        opening = read_as
        value, asked = _whole_value(reading, opening)
        read_as = finish(opening.match, opening.line, value, reading.context)
        if isinstance(read_as, Unclear) and value:
            further = value.removeprefix(opening.value.strip()).strip()
            read_as = replace(read_as, line=f"{read_as.line}\n{further}".strip())
    own = read_as.number or number
    reading.found += [replace(read_as, number=own), *(replace(each, number=number) for each in asked)]


def _whole_value(reading: _Reading, opening: Opening) -> tuple[str, list[Line]]:
    """Return the value with the lines that it runs on over, and what to ask about those that look like commands."""
    lines, asked = [opening.value], list[Line]()
    in_letter = opening.match.spec.verb in LETTER_TEXTS
    while opening.match.spec.runs_on and reading.at < len(reading.lines):
        line = reading.lines[reading.at]
        if _begins_with_number(line, reading.context):
            break
        match = strength(line, reading.context) if line.strip() else None
        if match:
            certain = match.kind == "exact" and not (in_letter and match.spec.heads_text)
            if certain:
                break
            asked.append(Unclear(line.strip(), "ambiguous", match.spec.verb, match.spec.hint))
        lines.append(line)
        reading.at += 1
    return "\n".join(lines).strip(), asked


def _begins_with_number(line: str, context: Context) -> bool:
    counter = _COUNTER.match(line)
    return bool(_FULL.match(line) or (counter and strength(line[counter.end() :], context)))


def _goes_on(line: str, following: str, context: Context) -> bool:
    """Tell whether the next line is the rest of this one: 'ik pak het op' / 'als Jan het niet doet' is one condition."""
    start = following.strip()
    if not start or not line.strip() or not start[0].islower() or line.rstrip().endswith((".", "!", "?", ":")):
        return False
    if _JOINS.match(fold(start)):
        return ":" not in start[:40]
    command, was_full = strength(_without_number(line), context), len(line) >= _WRAPPED
    if command is not None and command.spec.verb == "send":  # no second look: 'stuur' / 'mij eerst het dossier'
        return strength(start, context) is None
    if command is not None:  # a sentence goes on in the next line, the value of a key does so by itself
        return was_full and command.spec.tail and ":" not in line[:40] and strength(start, context) is None
    if ":" in start[:40] and strength(start, context) is not None:
        return False
    return was_full or bool(_DANGLES.search(fold(line[-20:].rstrip())))


def _without_number(line: str) -> str:
    """Return the line without the number at its start: in 'K2026-0003 ik' the command is whole."""
    prefix = _FULL.match(line) or _COUNTER.match(line)
    return line[prefix.end() :] if prefix else line
