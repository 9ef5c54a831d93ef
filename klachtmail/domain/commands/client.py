"""How members call the complainant: by surname with 'mevrouw', an initial or a first name before it.

Everybody chooses a name. One that has a word of the grammar in it ('Niet') is no name here: whoever is called so
must not change what members say.
"""

import re
from collections.abc import Collection
from functools import cache
from typing import Final

from klachtmail.domain.commands.lexicon import keys, written
from klachtmail.domain.commands.words import fold

_SHORTEST: Final = 3  # letters of a surname
_LONGEST: Final = 8  # words of a name
_NAME = re.compile(r"[^\W\d_](?:[.'-]?[^\W\d_])*\.?")
_PARTICLES: Final = frozenset(
    """
        van von de der den des ten ter te het 't la le el al di da du dos op in aan bij
    """.split()
)
_TITLE: Final = (
    r"(?:mevrouw|mevr\.?|mw\.?|mej\.?|meneer|mijnheer|dhr\.?|(?:de )?heer|(?:de )?familie|fam\.?|mrs?\.?|ms\.?|dr\.?)"
)
_INITIALS: Final = r"(?:[^\W\d_]\. ?)"
# 'mevrouw nauwelijks gesproken' is no contact with somebody of that name.
_COMMON: Final = frozenset(
    """
        niemand nauwelijks amper bijna nergens nimmer tevergeefs vergeefs ooit zelden haast
    """.split()
)


def naming(name: str, aliases: Collection[str]) -> re.Pattern[str] | None:
    """Return a pattern for what this complainant is called in a folded text, or None without a usable name."""
    last, comma, first = fold(name).partition(",")
    words = f"{first} {last}".split() if comma else last.split()
    if not 0 < len(words) <= _LONGEST or not all(_NAME.fullmatch(word) for word in words):
        return None
    *before, surname = words
    if len(surname) < _SHORTEST or surname in _PARTICLES or _means_something(surname, aliases):
        return None
    given = [word for word in before if word not in _PARTICLES and not _means_something(word, ())]
    small = "".join(rf"(?:{re.escape(word)} )?" for word in before if word in _PARTICLES)
    first = "|".join(rf"{re.escape(word)} " for word in given)
    called = (
        rf"(?:{_TITLE} {_INITIALS}*|{_INITIALS}+{f'|(?={first})' if first else ''}){f'(?:{first})*' if first else ''}"
    )
    alone = "|".join(re.escape(word) for word in given if len(word) > _SHORTEST and not _means_something(word, aliases))
    full = rf"{called}{small}{re.escape(surname)}"
    return re.compile(rf"(?<![\w@%.'-])(?:{full}{f'|(?:{alone})' if alone else ''})(?![\w@'-]|\.\w)")


def _means_something(word: str, aliases: Collection[str]) -> bool:
    """Return whether a part of this name is a member's alias or a word of the grammar, the small words of names apart."""
    return word not in _PARTICLES and not vocabulary().union(_COMMON, map(fold, aliases)).isdisjoint(
        re.split(r"[.'-]", word)
    )


@cache
def vocabulary() -> frozenset[str]:
    """Return every word that means something in a mail, or stands before a value."""
    return written() | {word for forms in keys().values() for form in forms for word in form.split()}
