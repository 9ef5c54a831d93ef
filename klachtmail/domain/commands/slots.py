"""What in a text is no word: references, addresses, telephone numbers, amounts, times and dates."""

# ruff: noqa: E501 (a pattern is read as a whole)

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from klachtmail.domain.commands.dates import Expression, find_dates, find_times
from klachtmail.domain.commands.lexicon import Concepts
from klachtmail.domain.commands.token import Names
from klachtmail.domain.people.telephone import dialled

_ASIDE = re.compile(r"\bb(?=[0-9a-f]*\d)[0-9a-f]{7,12}\b")
ADDRESS: Final = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_REFERENCE = re.compile(r"\b[km]\d{4}-\d{4,9}\b")
_TIMES = re.compile(
    r"\b(?:\d{1,2} ?(?:x|keer|maal|times)|twee ?keer|drie ?keer|vier ?keer|vijf ?keer|meerdere (?:keren|malen)|een paar keer|een keer|verschillende keren"
    r"|diverse keren|paar keer|enkele keren|(?:voor )?de (?:\d{1,2}(?:e|de|ste)|eerste|tweede|derde|vierde|vijfde|zoveelste|laatste) (?:keer|maal|poging)|(?:tweede|derde|vierde|vijfde|zoveelste) (?:keer|maal)|tweemaal|driemaal|twice|three times|several times|(?:1e|eerste|2e|tweede|3e|derde|laatste) (?=poging|keer)(?:keer)?)(?!\w)"
)
_AMOUNT = re.compile(
    r"(?:€ ?\d[\d.,]*-?|\b\d[\d.,]* ?(?:euro|eur|%|procent)(?!\w)|\b(?:half|een half|anderhalf)? ?\d* ?(?:min|minuten)(?!\w))"
)
_SPAN = re.compile(
    r"\b(?:(?P<count>\d{1,2}|een|twee|drie|vier|vijf|zes|a|one|two|three) (?P<unit>dag|dagen|week|weken|weekje|weekjes|maand|maanden|days?|weeks?|months?))(?!\w)"
)
_DAY = re.compile(r"\b(?:de )(?P<day>\d{1,2})(?:e|ste|de)?(?!\w|[-/.:]\d)")
_VAGUE = re.compile(
    r"\b(?:half|medio|begin|eind|einde|rond|mid) (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|de week|deze week|volgende week|volgend jaar|de maand|deze maand|volgende maand)(?!\w)|\b(?:deze|volgende|komende|vorige) (?:week|maand)(?!\w)|\bvolgend jaar\b|\bdeze dagen\b"
    r"|\b(?:next|this|last) (?:week|month)(?!\w)|\bin het nieuwe jaar\b|\bna de (?:feestdagen|vakantie|kerst)\b"
)
_BARE_TIME = re.compile(r"(?<![\w.,/-])0[789][0-5]\d(?![\w/-]|[.,]\d)")  # 'gebeld 0915'
_SPOKEN_TIME = re.compile(
    r"\b(?!(?:om|rond|tegen) een (?!uur|gebeld|gesproken|gemaild|heb|ben|was|nog|net|met|bij|mevrouw|meneer|klant)\w)"  # 'om een incident'
    r"(?:om|rond|tegen) (?:half |kwart (?:over|voor) |(?:vijf|tien) (?:over|voor) )?(?:half )?(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)(?: uur)?(?!\w)(?! (?:en|dag|dagen|week|weken|uur))"
)
_IN_FIGURES: Final = ((_ASIDE, "ASIDE"), (ADDRESS, "ADDRESS"))
_COUNTED: Final = ((_TIMES, "TIMES"), (_AMOUNT, "AMOUNT"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A value and where it stands; `means` is the concept that it is for a frame."""

    start: int
    end: int
    means: Concepts
    value: object = None


def slots(folded: str, names: Names) -> Iterator[Piece]:
    """Yield the values in a text that are no words, none of them overlapping."""
    taken: list[Piece] = []

    def free(start: int, end: int) -> bool:
        return not any(each.start < end and start < each.end for each in taken)

    for piece in _values(folded, names):
        if free(piece.start, piece.end):
            taken.append(piece)  # noqa: PERF401 (each is asked about those before it)
    yield from taken


def _values(folded: str, names: Names) -> Iterator[Piece]:
    for match in _REFERENCE.finditer(folded):
        yield Piece(*match.span(), frozenset({"REF"}), match.group().upper())
    for pattern, concept in _IN_FIGURES:
        for match in pattern.finditer(folded):
            yield Piece(*match.span(), frozenset({concept}), match.group())
    for start, end, _ in dialled(folded):
        yield Piece(start, end, frozenset({"TELEPHONE"}), folded[start:end])
    for match in names.client.finditer(folded) if names.client else ():
        yield Piece(*match.span(), frozenset({"CLIENT"}))
    for pattern, concept in _COUNTED:
        for match in pattern.finditer(folded):
            yield Piece(*match.span(), frozenset({concept}))
    yield from _days_and_hours(folded)


def _days_and_hours(folded: str) -> Iterator[Piece]:
    for start, end, at in find_times(folded):
        yield Piece(start, end, frozenset({"TIME"}), at or "bad")
    for match in _BARE_TIME.finditer(folded):
        yield Piece(*match.span(), frozenset({"TIME"}), "spoken")
    for match in _SPOKEN_TIME.finditer(folded):
        yield Piece(*match.span(), frozenset({"TIME"}), "spoken")
    for each in find_dates(folded):
        yield Piece(each.start, each.end, frozenset({"DATE"}), each)
    for match in _VAGUE.finditer(folded):
        yield Piece(*match.span(), frozenset({"VAGUE-DATE"}))
    for match in _SPAN.finditer(folded):
        yield Piece(*match.span(), frozenset({"SPAN"}), (match["count"], match["unit"]))
    for match in _DAY.finditer(folded):
        yield Piece(*match.span(), frozenset({"DATE"}), Expression(*match.span(), {"alone": match["day"]}))
