"""Every language in one pattern: mail comes from all of them. A row is found by its file, `<code>.py`, and named nowhere else."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Final

import klachtmail.languages
from klachtmail.languages.language import Language

_CODE: Final = 2  # letters of a language's code, and of the name of its file


def _row(code: str) -> Language:
    module = import_module(f"{klachtmail.languages.__name__}.{code}")
    return next(value for value in vars(module).values() if isinstance(value, Language))


EVERY: Final[tuple[Language, ...]] = tuple(
    _row(each.name) for each in iter_modules(klachtmail.languages.__path__) if len(each.name) == _CODE
)


def words(slot: str) -> tuple[str, ...]:
    """Return what all languages have in this slot, each once."""
    return tuple(dict.fromkeys(word for language in EVERY for word in getattr(language, slot)))


def either(*slots: str) -> str:
    """Return the source of a pattern that matches what any language has in one of these slots, the longest first."""
    every = dict.fromkeys(word for slot in slots for word in words(slot))
    return f"(?:{'|'.join(sorted(every, key=len, reverse=True))})"
