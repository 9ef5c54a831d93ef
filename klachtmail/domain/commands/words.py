"""Words as people type them on a phone: capitals, accents and curly quotes don't matter, and lengths never change."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

LONGEST_COMMAND: Final = 300  # a longer line is text, never a command: every pattern below sees at most this much

_QUOTES = {"’": "'", "‘": "'", "´": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "<": " ", ">": " "}


@lru_cache(maxsize=4096)
def _fold_one(char: str) -> str:
    if char.isspace():
        return " "
    base = unicodedata.normalize("NFD", char)[0].lower()
    return _QUOTES.get(char, base if len(base) == 1 else char)


def fold(text: str) -> str:
    """Return the text in lower case without accents, character for character: an index in one is one in the other."""
    return text.lower() if text.isascii() and "<" not in text and ">" not in text else "".join(map(_fold_one, text))


def on_one_line(text: str) -> str:
    """Return the text with every run of white space as one space."""
    return " ".join(text.split())


def nearest(alias: str, aliases: Iterable[str]) -> str | None:
    """Return the alias that this one was most probably meant to be, as it stands in `aliases`, or None."""
    known = {fold(each): each for each in aliases}
    close = get_close_matches(fold(alias.lstrip("@")), known, n=1, cutoff=0.6)
    return known[close[0]] if close else None
