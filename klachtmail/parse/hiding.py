"""What a page keeps from its reader: elements that their own style, an attribute or a style sheet hides.

What has no size or no colour can have children that have them again: programs that lay out mail (MJML) give each column
`font-size:0`, and each paragraph in it a size. So it matters how an element is hidden.

Of style sheets only what every reader sees the same counts: rules outside @media and the like, whose selector is one class or
one id, with or without the name of an element ('.preheader', 'td.spacer', '#top').
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, Literal

How = Literal["wholly", "size", "colour"]

_SHEETS_LIMIT: Final = 100_000  # characters of style sheets
_ATTRIBUTE = re.compile(r"(?<![^\s\"'/])([^\s=/\"'>]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_HIDING = re.compile(
    r"display\s*+:\s*+none|visibility\s*+:\s*+hidden|mso-hide\s*+:\s*+all|max-height\s*+:\s*+0(?:px)?\s*+(?:;|!|$)"
    r"|opacity\s*+:\s*+0\s*+(?:;|!|$)|(?:left|top|text-indent)\s*+:\s*+-\d{3}",
    re.IGNORECASE,
)
_SIZE = re.compile(r"(?<![a-z-])font-size\s*+:\s*+([^;!\s]++)", re.IGNORECASE)
_NO_SIZE = re.compile(r"0(?:\.0+)?(?:px|pt|em|rem|%)?", re.IGNORECASE)
_SHOWING = re.compile(r"(?<![a-z-])(?:display\s*+:\s*+(?!none)|visibility\s*+:\s*+visible)[a-z]", re.IGNORECASE)
_COLOURS = re.compile(r"(?<![a-z-])(background(?:-color)?|color)\s*+:\s*+([^;!\s]++)", re.IGNORECASE)
_COMMENT = re.compile(r"/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z)|<!--|-->")
_BRACE = re.compile(r"([{}])")
_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*+|\*)?[.#][\w-]++", re.IGNORECASE)


def attributes(raw: str) -> dict[str, str]:
    """Return the attributes of a tag by their lower-case names; the first of a name counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(raw[:8_000]):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


def selectors(page: str) -> frozenset[str]:
    """Return what the style sheets of a page hide, as 'tag.class', '.class', 'tag#id' and '#id' in lower case."""
    hidden: set[str] = set()
    for names, style in _rules(page):
        if _how(style) == "wholly":
            hidden |= names
        elif _SHOWING.search(style):
            hidden -= names
    return frozenset(hidden)


def hidden_by(name: str, raw: str, hidden: frozenset[str]) -> How | None:
    """Return how the element of this name and these attributes is hidden, or None; `hidden` are the page's selectors."""
    lowered = raw.lower()
    style = attributes(raw).get("style", "") if "style" in lowered else ""
    if 'hidden=""' in lowered or "hidden" in lowered.split() or lowered.rstrip("/ ").endswith(" hidden"):
        return "wholly"
    if hidden and ("class" in lowered or "id" in lowered) and not _SHOWING.search(style):
        given = attributes(lowered)
        marks = [f".{one}" for one in given.get("class", "").split()] + [f"#{given.get('id', '').strip()}"]
        if any(mark in hidden or name + mark in hidden for mark in marks):
            return "wholly"
    return _how(style) if style else None


def shows_again(name: str, raw: str, how: How) -> bool:
    """Tell whether an element is seen inside one that is hidden so."""
    if how == "wholly":
        return False
    style = attributes(raw).get("style", "")
    has_own = _SIZE.search(style) if how == "size" else "color" in _colours(style)
    return bool(has_own or name == "font") and _how(style) is None


def _how(style: str) -> How | None:
    """Return how these declarations make text invisible: also as text in the colour of its background."""
    if _HIDING.search(style):
        return "wholly"
    if (size := _SIZE.search(style)) and _NO_SIZE.fullmatch(size[1]):
        return "size"
    colours = _colours(style)
    return "colour" if colours.get("color") in {"transparent", colours.get("backg", "transparent")} else None


def _colours(style: str) -> dict[str, str]:
    return {what.lower()[:5]: colour.lower() for what, colour in _COLOURS.findall(style)}


def _rules(page: str) -> Iterator[tuple[set[str], str]]:
    """Yield the simple selectors and the declarations of each rule that always holds."""
    depth, at_rule, names = 0, False, set[str]()
    pieces = _BRACE.split(_COMMENT.sub("", "\n".join(_sheets(page))))  # what is before a brace, and the brace
    for head, brace in zip(pieces[::2], pieces[1::2], strict=False):
        if brace == "}":
            if depth == 1 and not at_rule:
                yield names, head
            depth = max(0, depth - 1)
            continue
        depth += 1
        if depth == 1:
            selector = head.rpartition(";")[2].strip().lower()  # after '@import …;'
            at_rule = selector.startswith("@")
            found = [one.strip() for one in selector.split(",")]
            names = {one.removeprefix("*") for one in found if _SELECTOR.fullmatch(one)}


def _sheets(page: str) -> Iterator[str]:
    """Yield the style sheets in a page, up to a limit of their size."""
    lowered, position, left = page.lower(), 0, _SHEETS_LIMIT
    while left > 0 and (start := lowered.find("<style", position)) >= 0:
        begin, position = lowered.find(">", start) + 1, lowered.find("</style", start)
        if not 0 < begin <= position:
            return
        yield page[begin : min(position, begin + left)]
        left -= position - begin
