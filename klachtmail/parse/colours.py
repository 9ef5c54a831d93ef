"""Colours as pages write them, as far as it decides whether a text is told from what is behind it."""

import re
from collections.abc import Collection, Iterator
from typing import Final

_NEAR: Final = 40  # of 255, in each of red, green and blue
ANY: Final = "?"  # a colour of which we do not know which it is
_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|var)\([^()]{0,80}|[a-z]++"
)
_NUMBERS = re.compile(r"rgba?\(\s*+(\d{1,3})(?:\.\d++)?[\s,]++(\d{1,3})(?:\.\d++)?[\s,]++(\d{1,3})\b")
_NAMED: Final = {  # those that text or what is behind it often has, and those that are nearly white
    "white": "ffffff",
    "window": "ffffff",
    "snow": "fffafa",
    "ivory": "fffff0",
    "ghostwhite": "f8f8ff",
    "whitesmoke": "f5f5f5",
    "azure": "f0ffff",
    "mintcream": "f5fffa",
    "floralwhite": "fffaf0",
    "aliceblue": "f0f8ff",
    "honeydew": "f0fff0",
    "seashell": "fff5ee",
    "lavenderblush": "fff0f5",
    "black": "000000",
    "windowtext": "000000",
    "gray": "808080",
    "grey": "808080",
    "silver": "c0c0c0",
    "lightgray": "d3d3d3",
    "lightgrey": "d3d3d3",
    "gainsboro": "dcdcdc",
    "linen": "faf0e6",
    "oldlace": "fdf5e6",
    "red": "ff0000",
    "green": "008000",
    "blue": "0000ff",
    "navy": "000080",
    "maroon": "800000",
    "yellow": "ffff00",
    "lime": "00ff00",
    "aqua": "00ffff",
    "cyan": "00ffff",
    "fuchsia": "ff00ff",
    "magenta": "ff00ff",
    "purple": "800080",
    "teal": "008080",
    "olive": "808000",
    "orange": "ffa500",
}


def colours_in(value: str) -> Iterator[str]:
    """Yield the colours in a value of CSS, in lower case: six hexadecimal digits each, or `?` for one that is not known."""
    for word in _COLOUR.findall(value[:400]):
        if (plain := _plain(word)) is not None:
            yield plain


def alike(colour: str, behind: Collection[str]) -> bool:
    """Return whether a text of this colour may not be told from one of these colours behind it."""
    return any(ANY in (one, other) or _is_near(one, other) for one in colours_in(colour) for other in behind)


def _plain(word: str) -> str | None:
    if found := _NUMBERS.match(word):
        return "".join(f"{min(int(each), 255):02x}" for each in found.groups())
    if word[0] == "#":
        digits = "".join(2 * each for each in word[1:4]) if len(word) < 6 else word[1:7]
        return digits if len(digits) == 6 else ANY
    return ANY if "(" in word else _NAMED.get(word)


def _is_near(one: str, other: str) -> bool:
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= _NEAR for at in (0, 2, 4))
