"""One spelling for what people write in several: of the thing that they complain about, and of their organisation."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from klachtmail.domain.agenda.words import plain

_LONG: Final = 8  # letters: a slip of a shorter word is another word
_COURSES: Final = re.compile(
    r"(?<=\w{7})(?:cursus(?:sen)?|training(?:en)?|opleiding(?:en)?|modules?|workshops?|lessen|les|dag(?:en)?)$"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_LEGAL: Final = frozenset("bv nv vof cv bvba ltd inc gmbh stichting vereniging de het van en te der the of and".split())


def one_spelling(words: Iterable[str]) -> dict[str, str]:
    """Return by word the spelling that most write: one letter away, or with what kind of course it is behind it."""
    counted = Counter(words)
    found: dict[str, str] = {}
    near: dict[str, str] = {}
    for word in sorted(counted, key=lambda each: (-counted[each], each)):
        bare = _COURSES.sub("", word)
        same = next((found[each] for each in (word, bare) if each in found), None)
        same = same or next((near[each] for each in _near(bare) if each in near), bare)
        found[word] = same
        found.setdefault(bare, same)
        if same == bare:
            near |= {each: near.get(each, bare) for each in _near(bare)}
    return found


def _near(word: str) -> Iterator[str]:
    """Yield what words one letter apart have in common: themselves, and each with a letter left out."""
    if len(word) >= _LONG:
        yield word
        yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def joined(text: str) -> frozenset[str]:
    """Return each two words of a text as the one that they may be: 'omgevings recht', 'omgevings-recht'."""
    words = _WORD.findall(plain(text))
    pairs = (a + b for a, b in pairwise(words))
    return frozenset(pair for pair in pairs if len(pair) >= _LONG)


def one_organisation(names: Iterable[str]) -> Mapping[str, str]:
    """Return by organisation (a mail domain, or a name as somebody wrote it) what it is called here.

    A department's domain is its firm's, a name is that of the domain that says the same, and names may differ by a letter.
    """
    every = sorted({*names} - {""})
    domains = [each for each in every if "." in each and " " not in each]
    found = {each: next((d for d in domains if each.endswith(f".{d}")), each) for each in domains}
    known = {_letters(each.rpartition(".")[0].rpartition(".")[2]): found[each] for each in domains}
    others = [each for each in every if each not in found]
    spelled = one_spelling(_letters(each) for each in others)
    for each in others:
        key = spelled[_letters(each)]
        found[each] = known.setdefault(key, each)
    return found


def _letters(name: str) -> str:
    """Return the letters of a name, without what says only what kind of firm it is."""
    return "".join(word for word in _WORD.findall(plain(name).replace(".", "")) if word not in _LEGAL)
