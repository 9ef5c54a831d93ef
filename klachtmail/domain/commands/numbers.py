"""Which complaint a line is about: 'K2026-0003 @jan', '14. Ik pak het op', '8 en 9 pak ik op', 'sluit K2026-0003'."""

# ruff: noqa: E501 (a pattern or a set of concepts is read as a whole)

import re
from dataclasses import dataclass, replace
from typing import Final

from klachtmail.domain.commands.situation import Situation
from klachtmail.domain.commands.tokens import LONGEST_READ, tokens_of
from klachtmail.domain.commands.words import fold

_MARK = re.compile(
    r"(?<![\w/.,@€-])(?:(?:klacht|dossier|zaak|nummer|nr\.?|no\.?|k|#)\s*)?[\[(]?(?P<number>[km]\d{4}-\d{4,9}|k\d{4,9}|\d{1,4})[\])]?(?![\w/%€]|-\w|[.,]\d)(?P<sign>[.:)]*)"
)
_AND = re.compile(r"\s*(?:(?:,|;|en|and|&|\+|plus|/)\s*)?")
_OPENS = re.compile(r"(?:^|[,.;\n]\s{0,20}|\b(?:en|and|maar)\s{1,20})(?:de\s{1,20})?[\s*•-]{0,20}$")
_UNIT = re.compile(
    r"\s*(?:x\b|keer|maal|dagen|dag|weken|week|uur|min\b|minuten|euro|%|procent|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan\b(?! )|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec|maand|jaar|personen|mensen|deelnemers|pm\b|am\b|cursisten|punten)"
)
_OWN_NUMBERS: Final = frozenset(
    "merge measure measure_done measure_worked promise promise_done group report quarter register sample".split()
)
_LOOSE: Final = frozenset({"DATE", "TIME", "AMOUNT", "SPAN", "TIMES"})


@dataclass(frozen=True, slots=True)
class Part:
    """What a line says about some complaints; without numbers it is about the one that was answered."""

    text: str
    numbers: tuple[str, ...] = ()
    typed: str = ""
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    numbers: tuple[str, ...]
    signed: bool
    full: bool


def parts(line: str, here: Situation) -> list[Part]:
    """Return the parts of a line, at least one; numbers are looked for where it begins."""
    if len(line) > LONGEST_READ:
        *before, last = parts(line[:LONGEST_READ], here)
        rest = line[LONGEST_READ:]
        return [*before, replace(last, text=last.text + rest, typed=last.typed + rest)]
    groups = _groups(line, here)
    if not groups:
        return [Part(line, (), line)]
    first = groups[0]
    if line[: first.start].strip(" \t*•-[("):
        return _behind(line, groups, here)
    made: list[Part] = []
    openers = [first, *(g for g in groups[1:] if _OPENS.search(fold(line[: g.start])) and line[g.end :].strip(" .,;!"))]
    for index, group in enumerate(openers):
        stop = openers[index + 1].start if index + 1 < len(openers) else len(line)
        text = re.sub(
            r"(?:[,;]|\b(?:en|and))\s*$", "", line[group.end : stop].strip(" \t:,;-)]").strip(), flags=re.IGNORECASE
        ).strip()
        made.append(Part(text, group.numbers, line[group.start : stop].strip()))
    return _checked(line, made, openers, here)


def _checked(line: str, made: list[Part], groups: list[_Found], here: Situation) -> list[Part]:
    """Return the parts when the numbers are complaints' for certain; '3 dagen later' and the third of a list are text."""
    from klachtmail.domain.commands.clauses import read_line
    from klachtmail.domain.commands.keyed import opening

    if any(group.full for group in groups):
        several = len(made) == 1 and len(made[0].numbers) > 1 and here.listed is None
        return [Part(each.text, each.numbers, each.typed, unclear=several) for each in made]
    if len(here.listed or ()) > 1:
        return made
    part = made[0]
    reads = opening(part.text, here.names) is not None or any(
        each.row is not None and each.is_done for each in read_line(part.text, here)
    )
    if len(made) > 1 or not reads:
        return [Part(line, (), line)]
    if here.listed is None and groups[0].signed:
        return [Part(part.text, (), line, unclear=True)]
    return made


def _behind(line: str, groups: list[_Found], here: Situation) -> list[Part]:
    """Return the part of numbers that stand behind or amidst what is said of them: 'sluit K2026-0003', 'mijne: 14, 15'."""
    from klachtmail.domain.commands.clauses import read_clause
    from klachtmail.domain.commands.keyed import opening

    if opening(line, here.names) is not None:
        return [Part(line, (), line)]
    as_it_is = read_clause(line, here, alone=True)
    if as_it_is.row is not None and as_it_is.row.verb in _OWN_NUMBERS:
        return [Part(line, (), line)]
    numbers = tuple(dict.fromkeys(number for group in groups for number in group.numbers))
    for filler in ("", "deze"):
        rest = line
        for index, group in enumerate(reversed(groups)):
            rest = f"{rest[: group.start]}{filler if index == len(groups) - 1 else ''}{rest[group.end :]}"
        if read_clause(" ".join(rest.split()).strip(" ,:;-"), here, alone=True).is_done:
            return [
                Part(
                    " ".join(rest.split()).strip(" ,:;-"),
                    numbers,
                    line,
                    unclear=len(numbers) > 1 and here.listed is None,
                )
            ]
        rest = re.sub(
            r"\b(?:voor|van|klacht|nummer|zaak|dossier) *$",
            "",
            " ".join(rest.split()).strip(" ,:;-"),
            flags=re.IGNORECASE,
        )
        rest = re.sub(r"\b(?:klacht|nummer|zaak|dossier) (?=deze)", "", rest)
        read_as = read_clause(rest, here, alone=True)
        if read_as.is_done:
            if len(numbers) > 1 and here.listed is None:
                return [Part(rest, (), line, unclear=True)]
            return [Part(rest, numbers, line)]
    return [Part(line, (), line)]


def _groups(line: str, here: Situation) -> list[_Found]:
    folded = fold(line)
    loose = None
    found: list[_Found] = []
    for match in _MARK.finditer(folded):
        number = _known(match["number"], here)
        if number is None:
            continue
        full = "-" in match["number"]
        if not full:
            if _UNIT.match(folded[match.end() :]):
                continue
            if loose is None:
                loose = [(t.start, t.end) for t in tokens_of(line, here.names) if t.means & _LOOSE]
            if any(start < match.end("number") and match.start("number") < end for start, end in loose):
                continue
        start = match.start()
        if folded[start : match.start("number")].strip() == "dossier" and not folded[match.end() :].strip(" .!?"):
            start = match.start("number")
        last = found[-1] if found else None
        if (
            last
            and _AND.fullmatch(folded[last.end : match.start()])
            and not (last.signed and not folded[last.end : match.start()].strip(" ,&"))
            and "\n" not in folded[last.end : match.start()]
        ):
            found[-1] = _Found(last.start, match.end(), (*last.numbers, number), bool(match["sign"]), last.full or full)
        else:
            found.append(_Found(start, match.end(), (number,), bool(match["sign"].strip(":")), full))
    return found


def _known(written: str, here: Situation) -> str | None:
    if "-" in written:
        return written.upper()
    counter = int(written.lstrip("k"))
    if here.listed is None:
        return written.lstrip("k")
    return here.counters.get(counter)
