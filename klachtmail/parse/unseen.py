"""What may be hidden in a page by ways that programs also use for what is seen: shown to people, but never a command.

When in doubt `hiding` shows a text, as a complaint that was taken for hidden is lost; here, in doubt, it is not carried out.
"""

import re
from collections.abc import Iterator
from typing import Final

from klachtmail.parse.colours import ANY, alike, colours_in
from klachtmail.parse.styles import SHEETS_LIMIT, Style, attributes, declarations, marks_of, sheets_of, without_comments

_CLOSED: Final = frozenset("noscript datalist object audio video canvas math dialog details rp".split())
_HINTS: Final = ("style", "font", "width", "color", "hidden", "hide", "popover")  # nearly every page has the first
_ELEMENT = re.compile(
    r"<(?:noscript|datalist|object|audio|video|canvas|math|dialog|details|template|select|svg|textarea|rp)\b"
)
_ALT = re.compile(r"\balt\b")
_TINY = re.compile(r"(?:0*+|[01])(?:\.\d++)?(?:px|pt|em|rem|%)?")
_FAINT = re.compile(r"0?(?:\.[01]\d*+)?%?|\d%")
_FAR = re.compile(r"-\d{3}|-\d{2}(?:em|rem|vw|vh)|[1-9]\d{3}")
_PLACES: Final = (
    "left",
    "right",
    "top",
    "bottom",
    "text-indent",
    "margin",
    "margin-left",
    "margin-top",
    "margin-right",
)
_SIZES: Final = ("height", "max-height", "width", "max-width")
_SHIFTED = re.compile(r"scale[xy3d]{0,2}\(\s*+0|translate\w{0,3}\([^()]{0,40}-\d{3}|rotate[xy]\(\s*+90")
_NO_ALPHA = re.compile(r"(?:rgba|hsla)\([^()]{0,40}[,/]\s*+0?\.?0*+%?\s*+\)|#[0-9a-f]{3}0|#[0-9a-f]{6}00|transparent")
_MAY_MATTER = re.compile(r"style|class|id\s*=|color|popover|open", re.IGNORECASE)
_BRACE = re.compile(r"([{}])")
_NOT_ON_A_SCREEN = re.compile(r"\b(?:print|speech)\b")
_NESTED: Final = 20  # rules in rules
_COLOURS: Final = 8  # that are remembered of what is behind the text; with more of them any colour may be one of them
_INSIDE_BRACKETS = re.compile(r"\([^()]*+\)|\[[^\[\]]*+\]")
_STATE = re.compile(r"::?[\w-]++")
_MARK = re.compile(r"[.#][^.#]++")
_ESCAPES_MEAN_NOTHING: Final = ("font", "mso-", "content", "src")  # where names of fonts have them


def may_hide(page: str) -> bool:
    """Tell quickly whether anything in a page may be hidden."""
    small = page.lower()
    return any(hint in small for hint in _HINTS) or bool(
        _ELEMENT.search(small) or ("alt" in small and _ALT.search(small))
    )


class Doubts:
    """What may be unseen in one page, as its tags come by. Colours are compared with all that stand behind a text so far."""

    def __init__(self, page: str) -> None:
        sheets = [*sheets_of(page)]
        self._behind: set[str] = set()
        # The last marks of selectors ('.class', '#id'), else their elements, '*' for all.
        self._hidden: set[str] = set()
        self._coloured: dict[str, set[str]] = {}  # by the same marks
        if sum(map(len, sheets)) >= SHEETS_LIMIT or "data:text/css" in page.lower():
            self._hidden.add("*")  # there is more than is read
        for sheet in sheets:
            for selectors, style in (*_rules(sheet), *_rules(without_comments(sheet))):
                self._take(selectors, declarations(style))

    def _take(self, selectors: list[str], said: Style) -> None:
        """Remember a rule, whenever it holds and wherever its element must stand."""
        self._remember_behind(said)
        colour, hides = said.get("color", ""), _may_be_unseen(said)
        for mark in {_key(each) for each in selectors} if hides or colour else ():
            if hides or len(self._coloured.setdefault(mark, set())) >= _COLOURS:
                self._hidden.add(mark)
            else:
                self._coloured[mark].add(colour)

    def _remember_behind(self, said: Style) -> None:
        for name in ("background", "background-color"):
            if name in said:
                self._behind.update(colours_in(said[name]) if len(self._behind) < _COLOURS else (ANY,))

    def about(self, name: str, raw: str) -> bool:
        """Return whether an element of this name and these attributes may be unseen for its reader."""
        given = attributes(raw) if _MAY_MATTER.search(raw) else {}
        if name in _CLOSED and (name != "details" or "open" not in given):
            return True
        marks = {*marks_of(given), name, "*"}
        if "popover" in given or marks & self._hidden:
            return True
        said = declarations(given["style"]) if "style" in given else {}
        if "bgcolor" in given:
            said.setdefault("background-color", given["bgcolor"].strip().lower())
        self._remember_behind(said)
        if not self._behind:
            return _may_be_unseen(said)
        colours = {said[each] for each in ("color", "-webkit-text-fill-color") if each in said}
        colours |= {given["color"].strip().lower()} if name == "font" and "color" in given else set()
        colours.update(*(self._coloured.get(mark, ()) for mark in marks))
        return _may_be_unseen(said) or any(alike(colour, self._behind) for colour in colours)


def _rules(sheet: str) -> Iterator[tuple[list[str], str]]:
    """Yield the selectors and declarations of each rule, also of those in other rules."""
    around: list[list[str] | None] = []  # the selectors of what is open; None: it does not hold on a screen
    pieces = _BRACE.split(sheet.lower())
    for head, brace in zip(pieces[::2], pieces[1::2], strict=False):
        said, _, selector = head.rpartition(";")
        if brace == "}":
            if around and (selectors := around.pop()):
                yield selectors, head
        elif len(around) < _NESTED:
            outer = around[-1] if around else []
            if outer and said:
                yield outer, said
            selector = selector.strip()
            if not selector.startswith("@"):
                around.append(None if outer is None else selector.split(","))
            else:
                around.append(None if outer is None or _NOT_ON_A_SCREEN.search(selector) else outer)


def _key(selector: str) -> str:
    """Return what an element must have for this selector to be about it, as far as it is certain; '*' when nothing is."""
    bare = _STATE.sub("", _INSIDE_BRACKETS.sub("", _INSIDE_BRACKETS.sub("", selector.strip())))
    words = re.split(r"[\s>+~|&]++", bare)
    if "\\" in bare or "(" in bare:
        return "*"
    marks = _MARK.findall(words[-1])
    return marks[-1] if marks else words[-1] or "*"


def _may_be_unseen(said: Style) -> bool:
    return (
        _is_off(said)
        or _is_faint(said)
        or _is_small(said)
        or _is_elsewhere(said)
        or _is_of_one_colour(said)
        or _is_beyond_us(said)
    )


def _is_off(said: Style) -> bool:
    return (
        said.get("display") == "none"
        or said.get("visibility") in {"hidden", "collapse"}
        or said.get("mso-hide") == "all"
    )


def _is_beyond_us(said: Style) -> bool:
    """Return whether a style says something in a way that is not read here: by escapes, comments or variables."""
    return any(
        "/*" in name
        or "/*" in value
        or "var(" in value
        or "env(" in value
        or ("\\" in name + value and not name.startswith(_ESCAPES_MEAN_NOTHING))
        for name, value in said.items()
    )


def _is_faint(said: Style) -> bool:
    return (
        bool(_FAINT.fullmatch(said.get("opacity", "1")))
        or "opacity(0" in said.get("filter", "").replace(" ", "")
        or said.get("content-visibility") == "hidden"
        or any("mask" in name and value not in {"none", ""} for name, value in said.items())
    )


def _is_small(said: Style) -> bool:
    if any(_TINY.fullmatch(size) for size in said.get("font-size", "x").replace("/", " ").split()):
        return True
    if _TINY.fullmatch(said.get("zoom", "x")) and said["zoom"] not in {"1", "1.0"}:
        return True
    is_cut = "hidden" in said.get("overflow", "") or "clip" in said.get("overflow", "")
    return is_cut and any(_TINY.fullmatch(said.get(size, "x")) for size in _SIZES)


def _is_elsewhere(said: Style) -> bool:
    if any(_FAR.match(value) for place in _PLACES for value in said.get(place, "").split()):
        return True
    return "clip" in said or "clip-path" in said or bool(_SHIFTED.search(said.get("transform", "")))


def _is_of_one_colour(said: Style) -> bool:
    colours = [said[name] for name in ("color", "-webkit-text-fill-color") if name in said]
    behind = {each for name in ("background", "background-color") for each in colours_in(said.get(name, ""))}
    return any(_NO_ALPHA.fullmatch(colour) or (behind and alike(colour, behind)) for colour in colours)
