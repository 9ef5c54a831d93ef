"""What the author wrote, told apart from what the mail program quoted.

Rule one: what may be the author's is the author's. A line counts as quoted only when it carries a quote mark, or
stands below a heading that mail programs write and people do not, or in a letter that we sent ourselves. The library
mail-parser-reply was measured first: see `docs/parsing.md`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from klachtmail.parse.headings import (
    attribution_end,
    block_end,
    heading_within,
    is_bare_label,
    is_groupwise,
    is_rule,
    is_separator,
    may_begin,
    opened,
)
from klachtmail.parse.sent import SentText, Stretch, best, without_links

HEADINGS_LIMIT: Final = 5_000  # lines in which headings are looked for; quote marks are seen everywhere
_COPIES: Final = 3  # of one letter in one mail
_ABOVE: Final = 10  # lines with words above our letter in which a heading is looked for
_BOX: Final = frozenset(" |+->=_")
_MARKS = re.compile(r"^[ >]*>[ ]?")
_FRAME = re.compile(  # what stands in every letter to a member, and what people never type
    r"[ >]*(?:[✓✗✎] |antwoord met één van deze regels:|.{0,60}één regel is één opdracht"
    r"|nog \d{1,3} dag(?:en)? \(tot |jij behandelt de klacht van )",
    re.IGNORECASE,
)
_TIME = re.compile(r"\d{4}|\d{1,2}[:.h]\d{2}")
_LINKED = re.compile(r"<[^<>\n]{1,300}>")
_LABELLED = re.compile(r"[\W_]{0,8}[^\W\d_][^:\n]{0,24}:[*_]{0,2}(?:\s|$)")


def split(text: str, letters: Iterable[Sequence[SentText]] = ()) -> tuple[str, str]:
    r"""Return (new text, quoted text) of a plain text with \n line ends. Signatures stay in the new text.

    Text between quoted lines (answers in between) and below them is new. Below a heading without quote marks
    everything is quoted, as nothing there can be told apart; but for `letters`, each in the forms in which programs show
    it: they were sent by us, and what stands in none of them is the author's.
    """
    lines = list(_parted(opened_lines(text)))
    marks = quoted_lines(lines)
    ours: set[int] = set()
    for letter in letters:
        lines, marks, found = _without_letter(lines, marks, letter, ours)
        ours |= found
    new = "\n".join(line for line, quoted in zip(lines, marks, strict=True) if not quoted)
    old = "\n".join(line for line, quoted in zip(lines, marks, strict=True) if quoted)
    return new.strip("\n").rstrip(), old.strip("\n").rstrip()


def opened_lines(text: str) -> list[str]:
    """Return the lines of a text, a run-on heading as the lines that it is."""
    return [line for each in text.split("\n") for line in opened(each)]


def _parted(lines: list[str]) -> Iterator[str]:
    """Yield the lines, with an attribution on a line of its own: what the author wrote before it is not quoted."""
    for number, line in enumerate(lines):
        at = 0
        if number < HEADINGS_LIMIT and line.rstrip().endswith(":"):
            below = next((each for each in lines[number + 1 : number + 4] if each.strip()), "")
            at = heading_within(line, marked_below=is_marked(below))
        if at:
            yield line[:at].rstrip()
        yield line[at:]


def quoted_lines(lines: list[str]) -> list[bool]:
    """Tell of each line whether it is quoted."""
    marks = [is_marked(line) for line in lines]
    index = 0
    while index < min(len(lines), HEADINGS_LIMIT):
        heading = None if marks[index] and not is_groupwise(lines[index]) else heading_at(lines, index)
        if heading is None:
            index += 1
            continue
        end, is_exact = heading
        following = _next_filled(lines, end)
        if following < len(lines) and is_marked(lines[following]) and (is_exact or not _heads_itself(lines, following)):
            marks[index:following] = [True] * (following - index)
            index = following
        elif is_exact:
            marks[index:] = [True] * (len(lines) - index)
            break
        else:
            index += 1
    _take_blanks(lines, marks)
    return marks


def _heads_itself(lines: list[str], index: int) -> bool:
    """Return whether a marked quotation begins with its own heading (iPhone): then the line above it is the author's."""
    heading = attribution_end([line.lstrip("> ") for line in lines[index : index + 4]], 0)
    return heading is not None and heading[1]


def is_marked(line: str) -> bool:
    """Return whether a line carries a quote mark; '>From ' alone is the escape of old mailboxes (mbox)."""
    return line[:20].lstrip(" ")[:1] == ">" and not line.startswith(">From ")


def heading_at(lines: list[str], index: int) -> tuple[int, bool] | None:
    """Return the index after a heading that starts at this line, and whether it is exact, or None."""
    line = lines[index]
    if not may_begin(line):
        return None
    if is_groupwise(line):
        return index + 1, True
    if is_separator(line):
        after = _next_filled(lines, index + 1)
        end = block_end(lines, after) if after < len(lines) else None
        return end or index + 1, True
    if is_rule(line):
        after = _next_filled(lines, index + 1)
        end = block_end(lines, after) if after < len(lines) else None
        return (end, True) if end else None
    end = block_end(lines, index)
    return (end, True) if end else attribution_end(lines, index)


def _next_filled(lines: Sequence[str], index: int) -> int:
    while index < len(lines) and not lines[index].strip():
        index += 1
    return index


def _take_blanks(lines: list[str], marks: list[bool]) -> None:
    """Count blank lines between two quoted lines as quoted."""
    last = -1
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        if marks[index]:
            if last >= 0 and marks[last]:
                marks[last:index] = [True] * (index - last)
            last = index
        else:
            last = index


# ── letters that we sent ────────────────────────────────────────────────────────────────────────────────────────


def _without_letter(
    lines: list[str], marks: list[bool], letter: Sequence[SentText], ours: Collection[int]
) -> tuple[list[str], list[bool], set[int]]:
    """Return the lines, which are quoted now that we know this letter of ours, and the numbers of its own lines.

    `ours` stand in another letter, and are not looked at: two letters begin and end alike, and what stands between in the
    one would be what the author typed into the other.
    """
    left = without_links("\n".join(lines)).split("\n")
    left = ["" if number in ours else line for number, line in enumerate(left)]
    found: set[int] = set()
    for _ in range(_COPIES):
        if (stretch := best(left, letter)) is None:
            break
        heading = _heading_above(lines, stretch.first, letter[0].names)
        lines, marks = _marked(lines, marks, stretch, heading)
        left[heading : stretch.last + 1] = [""] * (stretch.last + 1 - heading)
        found |= set(range(heading, stretch.last + 1)) - stretch.typed
    return lines, marks, found


def _marked(lines: list[str], marks: list[bool], stretch: Stretch, heading: int) -> tuple[list[str], list[bool]]:
    """Return the lines and marks with our letter quoted and what was typed into it not; below its end all starts again."""
    end = stretch.last + 1
    inside = [number not in stretch.typed for number in range(stretch.first, end)]
    typed = [_MARKS.sub("", line, count=1) if n in stretch.typed else line for n, line in enumerate(lines[:end])]
    above = [*marks[:heading], *[True] * (stretch.first - heading)]
    rest = lines[end:]
    if stretch.is_whole:
        rest = _out_of_quotation(rest, _depth(lines[stretch.last]))
    below = quoted_lines(rest) if stretch.is_whole else marks[end:]
    return [*typed, *rest], [*above, *inside, *below]


def _depth(line: str) -> int:
    found = _MARKS.match(line)
    return found[0].count(">") if found else 0


def _out_of_quotation(lines: list[str], depth: int) -> list[str]:
    """Return the lines below our letter's end without the marks that they share with it: typed at the end of its quotation."""
    end = next((n for n, line in enumerate(lines) if line.strip() and _depth(line) != depth), len(lines))
    return [*(_MARKS.sub("", line, count=1) for line in lines[:end]), *lines[end:]] if depth else lines


def _heading_above(lines: Sequence[str], first: int, names: Sequence[str]) -> int:
    """Return where the heading of a quotation of ours begins: lines that name us, in whatever language, and their labels."""
    begin, seen = first, 0
    for index in range(first - 1, -1, -1):
        line = lines[index]
        if not any(map(str.isalpha, line)):  # blank, a date in figures, the lines of a box
            if is_rule(line) and begin == _next_filled(lines, index + 1):
                begin = index
            continue
        seen += 1
        names_us = _names_us(line, names)
        if seen > _ABOVE or not (names_us or is_separator(line) or _LABELLED.match(line) or _in_column(lines, index)):
            break
        if names_us:
            begin = index
    while 0 < begin < first and _is_of_box(lines[begin - 1]):
        begin -= 1
    return begin


def _is_of_box(line: str) -> bool:
    return is_bare_label(line) or (bool(line.strip()) and _BOX.issuperset(line))


def _in_column(lines: Sequence[str], index: int) -> bool:
    """Return whether a line is a label of a heading that stands alone, or the value below one."""
    above = next((line for line in reversed(lines[:index]) if any(map(str.isalpha, line))), "")
    return is_bare_label(lines[index]) or is_bare_label(above)


def _names_us(line: str, names: Sequence[str]) -> bool:
    """Return whether a line has our name or the subject, or our bare address and a time ('klager: … <ons adres>' has none)."""
    said = line.casefold()
    address, *others = (name.casefold() for name in names)
    return any(name and name in said for name in others) or (address in said and bool(_TIME.search(said)))


def above_frame(text: str, labels: Collection[str]) -> tuple[str, str]:
    """Return a text above and from the first sign of a letter of ours: a done line, a sentence of its frame, two buttons."""
    lines = text.split("\n")
    filled = [(number, line) for number, line in enumerate(without_links(text).split("\n")) if line.strip()]
    for place, (number, line) in enumerate(filled):
        is_row = all(_LINKED.sub("", each).strip(" >") in labels for _, each in filled[place : place + 2])
        if _FRAME.match(line) or (is_row and place + 1 < len(filled)):
            return "\n".join(lines[:number]).strip("\n").rstrip(), "\n".join(lines[number:])
    return text, ""
