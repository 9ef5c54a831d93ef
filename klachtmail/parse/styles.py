"""What CSS says, as far as it decides whether a text is seen: the declarations of a style, and the style sheets of a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Final, Literal

How = Literal["wholly", "visibility", "size", "colour"]
Style = dict[str, str]

SHEETS_LIMIT: Final = 100_000  # characters of style sheets
_RAW_LIMIT: Final = 8_000  # characters of the attributes of a tag
_ATTRIBUTE = re.compile(r"(?<![^\s\"'/])([^\s=/\"'>]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"?+|'([^']*+)'?+|([^\s>]++)))?")
_ENTITY = re.compile(r"&#?\w++(?:;|(?![\w=]))")
_ZERO = re.compile(r"0*+(?:\.0*+)?(?:px|pt|em|rem|ex|%)?")
_NO_FONT = re.compile(r"(?:[a-z]++ )*0(?:px|pt|em|%)?[ /]")
_FAR_AWAY = re.compile(r"-(?:\d{4}|999)")
_BLOCKS: Final = ("block", "table", "list-item", "flex", "grid")
_KEYWORDS: Final = frozenset({"", "inherit", "initial", "unset", "revert", "revert-layer", "currentcolor"})
_COMMENT = re.compile(r"/\*(?:[^*]++|\*(?!/))*(?:\*/|\Z)|<!--|-->")
_BRACE = re.compile(r"([{}])")
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*+|\*)?[.#][\w-]++")
_CLASS_OR_ID = re.compile(r"[.#][\w-]++")
_SHEET_OR_COMMENT = re.compile(r"<!--|<style\b", re.IGNORECASE)
_SHEET_END = re.compile(r"</style", re.IGNORECASE)
_NOT_ON_A_DESK = re.compile(r"max-|print|speech|prefers|orientation|hover|\bnot\b|device-pixel|resolution")


def attributes(raw: str) -> dict[str, str]:
    """Return the attributes of a tag by their lower-case names; the first of a name counts, one without value is ''."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(raw[:_RAW_LIMIT]):
        value = double or single or bare
        found.setdefault(name.lower(), _ENTITY.sub(lambda match: unescape(match[0]), value) if "&" in value else value)
    return found


def marks_of(given: dict[str, str]) -> set[str]:
    """Return the classes and the id of an element with these attributes as selectors have them: '.class', '#id'."""
    marks = {f".{one}" for one in given.get("class", "").lower().split()}
    return marks | {f"#{given['id'].strip().lower()}"} if "id" in given else marks


def without_comments(sheet: str) -> str:
    """Return a style sheet without its comments."""
    return _COMMENT.sub("", sheet)


def declarations(style: str) -> Style:
    """Return what a style declares, in lower case: of a property the last one counts, or the last important one."""
    said: Style = {}
    for each in sorted(style.lower().split(";"), key=lambda one: "!" in one):
        name, _, value = each.partition(":")
        said[name.strip()] = value = " ".join(value.partition("!")[0].split())
        if name.strip() == "font":
            said["font-size"] = "0" if _NO_FONT.match(value) else value
    return said


def how_hidden(said: Style) -> How | None:
    """Return how these declarations make text invisible, or None."""
    if (
        said.get("display") == "none"
        or said.get("mso-hide") == "all"
        or _is_zero(said.get("opacity", ""))
        or _is_shut(said)
        or _is_away(said)
    ):
        return "wholly"
    if said.get("visibility") in {"hidden", "collapse"}:
        return "visibility"
    if _is_zero(said.get("font-size", "")):
        return "size"
    return "colour" if _is_unseen(said) else None


def gives(said: Style, how: How) -> bool:
    """Return whether these declarations give back what an element around has not."""
    if how == "wholly":
        return said.get("display", "none") != "none"
    if how == "visibility":
        return said.get("visibility") == "visible"
    if how == "size":
        size = said.get("font-size", "")
        return size not in _KEYWORDS and not _is_zero(size)
    return any(said[name] not in _KEYWORDS for name in said if name == "color" or name.startswith("background"))


def layout(said: Style) -> tuple[bool, bool | None]:
    """Return whether these declarations put text on lines of its own, and whether they keep line ends (None: as around)."""
    is_block = said.get("display", "").startswith(_BLOCKS)
    space = said.get("white-space", "")
    return is_block, None if space in _KEYWORDS else space.startswith(("pre", "break"))


def _is_zero(value: str) -> bool:
    return value[:1] in {"0", "."} and bool(_ZERO.fullmatch(value))


def _is_shut(said: Style) -> bool:
    return _is_zero(said.get("max-height", "")) and "hidden" in said.get("overflow", said.get("overflow-y", ""))


def _is_away(said: Style) -> bool:
    """Return whether text stands far outside the page; a paragraph that hangs by ten centimetres does not."""
    is_placed = said.get("position", "static") != "static"
    places = ("left", "top", "text-indent") if is_placed else ("text-indent",)
    return any(_FAR_AWAY.match(said.get(place, "")) for place in places)


def _is_unseen(said: Style) -> bool:
    """Return whether text has no colour, or that of its background; a picture behind it makes it seen."""
    colour = said.get("color", "")
    if colour in _KEYWORDS or "background-image" in said or "text-shadow" in said:
        return False
    if colour == "transparent":
        return not any(name.endswith("background-clip") for name in said)
    return {said[name] for name in ("background", "background-color") if name in said} == {colour}


@dataclass(slots=True)
class Sheets:
    """What the style sheets of a page hide, and what they show again.

    Selectors are written 'tag.class', '.class', 'tag#id' and '#id', in lower case.
    """

    hidden: dict[str, How] = field(default_factory=dict)  # by rules that always hold and have a simple selector
    # The last words of every selector that may hold.
    given: dict[How, set[str]] = field(
        default_factory=lambda: {"wholly": set(), "visibility": set(), "size": set(), "colour": set()}
    )
    insisted: set[str] = field(default_factory=set)  # what is displayed whatever its own style says

    def hide(self, name: str, classes: set[str]) -> How | None:
        """Return how an element of this name and these marks ('.class', '#id') is hidden, or None."""
        for mark in classes:
            how = self.hidden.get(mark) or self.hidden.get(name + mark)
            if how and mark not in self.given[how]:
                return how
        return None


def read_sheets(page: str) -> Sheets:
    """Return what the style sheets in a page hide and show."""
    sheets = Sheets()
    for selectors, style, always in _rules(page):
        said = declarations(style)
        how = how_hidden(said)
        if always and how in {"wholly", "visibility"}:
            sheets.hidden.update((each, how) for each in selectors if _SIMPLE.fullmatch(each))
            continue
        for kind, shown in sheets.given.items():
            if gives(said, kind):
                _show(sheets, kind, shown, selectors, always=always)
        if gives(said, "wholly") and "!" in style:
            sheets.insisted |= {mark for each in selectors for mark in _last(each) if mark[0] in ".#"}
    return sheets


def _show(sheets: Sheets, kind: How, shown: set[str], selectors: list[str], *, always: bool) -> None:
    for each in selectors:
        if always and kind in {"wholly", "visibility"} and _SIMPLE.fullmatch(each):
            sheets.hidden.pop(each, None)  # the later of two equal selectors counts
            if each[0] in ".#":
                continue
        shown |= _last(each)


def _last(selector: str) -> set[str]:
    """Return the marks of the element that a selector is about, or its name; of states and neighbours nothing is known."""
    if any(sign in selector for sign in ":+~["):
        return set()
    last = selector.replace(">", " ").rpartition(" ")[2]
    return set(_CLASS_OR_ID.findall(last)) or {last}


def _rules(page: str) -> Iterator[tuple[list[str], str, bool]]:
    """Yield the selectors and declarations of each rule that can hold on a desk, and whether it always holds."""
    at_rules: list[str] = []  # the open ones
    selectors: list[str] | None = None
    pieces = _BRACE.split(without_comments("\n".join(sheets_of(page))))  # what is before a brace, and the brace
    for head, brace in zip(pieces[::2], pieces[1::2], strict=False):
        selector = " ".join(head.rpartition(";")[2].lower().split())  # after '@import …;'
        if brace == "{" and selector.startswith("@") and len(at_rules) < 3:
            at_rules.append(selector)
        elif brace == "{":
            selectors = [each.strip().removeprefix("*") or "*" for each in selector.split(",")]
        elif selectors is not None:
            if all(rule.startswith(("@media", "@supports")) and not _NOT_ON_A_DESK.search(rule) for rule in at_rules):
                yield selectors, head, not at_rules
            selectors = None
        elif at_rules:
            at_rules.pop()


def sheets_of(page: str) -> Iterator[str]:
    """Yield the style sheets in a page, up to a limit of their size; those in comments are for Outlook alone."""
    position, left = 0, SHEETS_LIMIT
    while left > 0 and (found := _SHEET_OR_COMMENT.search(page, position)):
        if found[0] == "<!--":
            position = page.find("-->", found.start()) + 3
            if position < 3:
                return
            continue
        begin, end = page.find(">", found.end()) + 1, _SHEET_END.search(page, found.end())
        if not end or not 0 < begin <= end.start():
            return
        media = attributes(page[found.end() : min(begin - 1, found.end() + _RAW_LIMIT)]).get("media", "all")
        sheet = page[begin : min(end.start(), begin + left)]
        yield sheet if media == "all" else f"@media {media}{{{sheet}}}"
        position = end.start()
        left -= position - begin
