"""Plain text that is only there for form's sake: 'view in browser', the logo's name, a disclaimer, the first 255 characters."""

import re
from collections import Counter
from typing import Final

from klachtmail.parse import quoting

_NOT_SAID = re.compile(r"<[^<>\s]{1,2000}>|https?://\S+|\[[^\[\]\n]{0,200}\]")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d{2,}")
_TELLING: Final = frozenset("niet geen nooit wel not no never nicht kein keine pas jamais".split())
_BY_CHANCE: Final = 4  # words: the name of a picture, what stands for a sign
_LONGEST: Final = 200_000  # characters
_SHORT: Final = 60  # words
_SHARE: Final = 0.3  # of the author's words in the richer text


def says_more(rich: str, plain: str) -> bool:
    """Return whether the author's words in the richer text are missing in the plain one, or go on where it breaks off.

    What is the author's is told from what is quoted, or an answer of one line above a long quotation would not count.
    """
    said, there = _words(quoting.split(rich)[0]), _words(plain)
    if said == there:  # mostly the one was made of the other
        return False
    if _breaks_off(there, said):
        return True
    missing = Counter(said) - Counter(there)
    # 'Nee.', above the telephone's name.
    is_begun_elsewhere = len(there) < _SHORT and said[:1] != [] and said[0] in missing
    return is_begun_elsewhere or missing.total() > _SHARE * len(said)


def differing(rich: str, plain: str) -> list[str]:
    """Return the words in which the two differ, when that may change what is said: [] for a word or two by chance.

    Programs make the one of the other, and then there are none. 'Niet' and a number change it by themselves.
    """
    words, others = (_words(text[:_LONGEST]) for text in (rich, plain))
    if words == others:
        return []
    said, there = Counter(words), Counter(others)
    missing, telling = said - there, [word for word in there - said if _is_telling(word)]
    is_other = telling or missing.total() > _BY_CHANCE or any(map(_is_telling, missing))
    return [*telling, *missing] if is_other else []


def _is_telling(word: str) -> bool:
    return word in _TELLING or _NUMBER.fullmatch(word) is not None


def _breaks_off(there: list[str], said: list[str]) -> bool:
    """Return whether the one is the beginning of the other, cut off between two words or within one."""
    last = len(there) - 1
    return 0 <= last < len(said) - 1 and said[:last] == there[:last] and said[last].startswith(there[last])


def _words(text: str) -> list[str]:
    return _WORD.findall(_NOT_SAID.sub(" ", text).lower())
