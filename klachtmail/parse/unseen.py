"""What may be hidden in a page by ways that programs also use for what is seen: shown to people, but never a command.

When in doubt `hiding` shows a text, as a complaint that was taken for hidden is lost; here, in doubt, it is not carried out.
"""

import re
from typing import Final

from klachtmail.parse.styles import Style, attributes, declarations

_CLOSED: Final = frozenset("noscript datalist object audio video canvas math dialog details".split())
_HINT = re.compile(
    r"hidden|hide|display|visib|opacity|font|height|width|position|indent|margin|transform|clip|color|fill|filter"
    r"|<(?:noscript|datalist|object|audio|video|canvas|math|dialog|details|template|select|svg|textarea)\b",
    re.IGNORECASE,
)
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
_RGB = re.compile(r"rgba?\(\s*+(\d{1,3})[\s,]++(\d{1,3})[\s,]++(\d{1,3})[^()]{0,20}\)")
_NAMED: Final = {"white": "#ffffff", "black": "#000000"}


def may_hide(page: str) -> bool:
    """Tell quickly whether anything in a page may be hidden."""
    return bool(_HINT.search(page))


def is_doubtful(name: str, raw: str) -> bool:
    """Return whether an element may be unseen for its reader."""
    if name in _CLOSED:
        return name != "details" or "open" not in attributes(raw)
    if "style" not in raw.lower():
        return False
    said = declarations(attributes(raw).get("style", ""))
    return _is_faint(said) or _is_small(said) or _is_elsewhere(said) or _is_of_one_colour(said)


def _is_faint(said: Style) -> bool:
    return (
        bool(_FAINT.fullmatch(said.get("opacity", "1")))
        or "opacity(0" in said.get("filter", "").replace(" ", "")
        or said.get("content-visibility") == "hidden"
    )


def _is_small(said: Style) -> bool:
    if _TINY.fullmatch(said.get("font-size", "x")):
        return True
    is_cut = "hidden" in said.get("overflow", "") or "clip" in said.get("overflow", "")
    return is_cut and any(_TINY.fullmatch(said.get(size, "x")) for size in _SIZES)


def _is_elsewhere(said: Style) -> bool:
    if any(_FAR.match(value) for place in _PLACES for value in said.get(place, "").split()):
        return True
    return "clip" in said or "clip-path" in said or bool(_SHIFTED.search(said.get("transform", "")))


def _is_of_one_colour(said: Style) -> bool:
    colours = [said[name] for name in ("color", "-webkit-text-fill-color") if name in said]
    behind = {_plain(said[name]) for name in ("background", "background-color") if name in said}
    return any(_NO_ALPHA.fullmatch(colour) or _plain(colour) in behind for colour in colours)


def _plain(colour: str) -> str:
    """Return a colour as '#rrggbb', where it is one."""
    if found := _RGB.fullmatch(colour):
        return "#" + "".join(f"{min(int(each), 255):02x}" for each in found.groups())
    if re.fullmatch(r"#[0-9a-f]{3}", colour):
        return "#" + "".join(2 * each for each in colour[1:])
    return _NAMED.get(colour, colour)
