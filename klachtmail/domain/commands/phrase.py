"""A line made ready for the table's patterns: courtesies and fillers gone, dates, times and members replaced by marks."""

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from klachtmail.domain.commands.authored_lines import greeting_length
from klachtmail.domain.commands.dates import Expression, find_dates, find_times
from klachtmail.domain.commands.words import LONGEST_COMMAND, fold, on_one_line

_EDGE: Final = " \t.,;!…*_`\"'•·-–—()[]:)👍🙂😊🙏\ufe0f<>|«»“”‘’"
_YES = re.compile(
    r"(?:(?:ok|oke|okay|ja|jawel|prima|sorry|oeps|yes)[,.!; ]+"
    r"|(?:ziet er goed uit|is goed|goed|top|jep|yep|duidelijk|helder|excuus|dank je wel|dank je|dankjewel|dank|bedankt|thanks|helemaal goed|jazeker|zeker"
    r"|natuurlijk|uiteraard|fijn|mooi)[,.!;] ?)"
)
_SIGNED = re.compile(
    r"(?<![\s,.!;-])[\s,.!;-]++"
    r"(?:(?:met )?(?:vriendelijke |hartelijke )?(?:groet|groeten|groetjes|mvg|gr|grt|grtz)(?:[ ,.]+(?!niet\b|of\b|als\b|maar\b)[^\W\d]++){0,3}"
    r"|(?:alvast |heel )?(?:bedankt|dank|dankjewel|dank je wel|thanks|thx)(?: alvast)?(?:[ ,.]+(?!niet\b|of\b|als\b|maar\b|voor\b)[^\W\d]++)?)[\s.!]*+$"
)
_FILLER = re.compile(
    r"\b(?:aub|svp|ajb|alsjeblieft|alstublieft|please|graag|even|eventjes|hoor|dus|nu|wel|gewoon|direct|meteen|zelf|toch|alvast|snel|zsm)\b"
)
_GO_AHEAD = re.compile(r"\b(zet|geef|stuur|laat|doe|verstuur|sluit|deze|het|dit|hem|dan) maar\b")  # not 'but'
_DOTTED = re.compile(r"\ba\.u\.b\.?|\bs\.v\.p\.?|\bz\.s\.m\.?")
_AT = re.compile(r"(?<!\S)@ (?=\w)")  # a telephone puts a space behind the sign
_LAST = re.compile(r"(?: (?:maar|dan))+$")
_MARKS = re.compile(r"[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]|[,;!\"()*`…|:]|\.(?!\w)| -+ ")
_WORD = re.compile(r"(?<![\w.@<])@?[^\W_][\w.'-]*")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`plain` is what patterns match, with marks for what it names.

    `<d0>` stands for `dates[0]`, `<t0>` for `times[0]` (None: no such time), `<k>` for the complainant.
    """

    plain: str
    dates: tuple[Expression, ...] = ()
    times: tuple[dt.time | None, ...] = ()
    asks: bool = False
    typed: dict[str, str] = field(default_factory=dict)


def strip_courtesy(line: str) -> str:
    """Return the line without bullet, quotes, greeting, 'ok' in front and 'groet Jan' or 'dank' behind."""
    text = on_one_line(line).strip(_EDGE)
    text = text[greeting_length(text) :]
    for _ in range(3):
        match = _YES.match(fold(text))
        text = text[match.end() :] if match else text
    signed = _SIGNED.search(fold(text))
    return (text[: signed.start()] if signed else text).strip(_EDGE)


def phrase(line: str, aliases: Collection[str], client: re.Pattern[str] | None = None) -> Phrase:
    """Return the phrase of a line of at most LONGEST_COMMAND characters (of a longer one: a phrase that is nothing)."""
    text = on_one_line(line)
    if len(text) > LONGEST_COMMAND:
        return Phrase("")
    folded = fold(text)
    times = list(find_times(folded))
    dates = [
        each for each in find_dates(folded) if not any(each.start < end and start < each.end for start, end, _ in times)
    ]
    marks = [(each.start, each.end, f"<d{n}>") for n, each in enumerate(dates)]
    marks += [(start, end, f"<t{n}>") for n, (start, end, _) in enumerate(times)]
    marked = _AT.sub("@", _replace(folded, marks))
    marked, typed = _mark_members(client.sub("<k>", marked) if client else marked, text, aliases)
    return Phrase(_tidy(marked), tuple(dates), tuple(time for *_, time in times), "?" in text, typed)


def _replace(folded: str, marks: list[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for start, end, mark in sorted(marks):
        parts += [folded[at:start], mark]
        at = end
    return "".join([*parts, folded[at:]])


def _mark_members(marked: str, text: str, aliases: Collection[str]) -> tuple[str, dict[str, str]]:
    """Return the text with '%' before known aliases that have no '@', and how each word after a sign was typed."""
    known = {fold(alias): alias for alias in aliases}
    typed = {fold(word): word for word in (match.group().lstrip("@").rstrip(".'") for match in _WORD.finditer(text))}
    typed |= {word: known[word] for word in typed if word in known}

    def mark(match: re.Match[str]) -> str:
        word = match.group().rstrip(".'-")
        return f"%{match.group()}" if word in known else match.group()

    return _WORD.sub(mark, marked), typed


def _tidy(marked: str) -> str:
    text = _MARKS.sub(" ", _FILLER.sub(" ", _GO_AHEAD.sub(r"\1", _DOTTED.sub(" ", marked.replace("?", " ")))))
    text = " ".join(text.split()).strip(" -'\"")
    return _LAST.sub("", text)
