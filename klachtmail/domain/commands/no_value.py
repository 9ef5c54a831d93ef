"""Values that say nothing: no, not yet, unknown, a question, or the word of an example."""

from typing import Final

from klachtmail.domain.commands.lexicon import LANGUAGES, one_of
from klachtmail.domain.commands.words import fold

_NO_VALUE: Final = frozenset().union(*(language.NO_VALUE for language in LANGUAGES))
EXAMPLES: Final = frozenset().union(*(language.EXAMPLES for language in LANGUAGES))
REFUSES = one_of(*(language.REFUSES for language in LANGUAGES))
_UNKNOWN = one_of(*(language.UNKNOWN for language in LANGUAGES))
_DEFERS = one_of(*(language.DEFERS for language in LANGUAGES))
SHORT: Final = 14  # words: in a longer value it is about something in it


def defers(value: str) -> bool:
    """Return whether a short value only speaks of finding it out: 'dat zoeken we uit', 'joost mag het weten'."""
    said = fold(" ".join(value.split()))
    return len(said.split()) <= SHORT and bool(_UNKNOWN.search(said) or _DEFERS.match(said))


def says_nothing(value: str, *, letter: bool = False) -> bool:
    """Return whether a value is none: it says no, not yet or unknown, asks, or is the word of an example."""
    said = fold(" ".join(value.split())).strip(" -*_=>")
    words = [word.strip(".,;:!()\"'") for word in said.split()]
    words = [word for word in words if word]
    return (
        not any(char.isalnum() for char in said)
        or all(word in _NO_VALUE for word in words)
        or (len(words) == 1 and words[0] in EXAMPLES)
        or bool(REFUSES.match(said))
        or (not letter and defers(value))
        or said.rstrip(" \"'").endswith("?")
    )
