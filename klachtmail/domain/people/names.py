"""The name of a person as the person writes it, taken apart: how to address them, given names and surname.

'Mevr. C. Bos-van Rijn', 'JANSEN, drs. K.', 'dhr. en mevr. Kluit', 'iPhone van Sander', 'afd. P&O'. A name in a mail is its
sender's own text: what may be a sentence, an address or a link is no name, or we would greet a stranger with it.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal

from klachtmail.domain.people.directory import in_order
from klachtmail.domain.people.no_person import is_no_person, is_sentence

Addressed = Literal["m", "f", "couple", "family", "either", ""]

PARTICLES: Final = frozenset(
    """
        van de der den het 't ’t ten ter te in op aan bij 's ’s la le du des von zu zum zur vom el al d' di da do dos del della af av y e v.d. v.
    """.split()
)
_LONGEST: Final = 80
_MOST_WORDS: Final = 7
_TITLES: Final = MappingProxyType(
    {
        **dict.fromkeys("dhr heer meneer mijnheer mnr herr monsieur".split(), "m"),
        **dict.fromkeys("mevr mevrouw mw mvr mej mejuffrouw frau mme madame mlle mrs ms miss".split(), "f"),
        **dict.fromkeys("familie fam famille".split(), "family"),
        "heer/mevrouw": "either",
        "mx": "",
        "hr": "m",
        **dict.fromkeys(("sra", "srta", "señora", "signora"), "f"),
    }
)
# 'mr.' is a lawyer of either sex in Dutch, and a man in English.
_DEGREES: Final = frozenset("ing ir drs dr prof professor mr bc ds jhr jkvr dipl dipl-ing mag doctor".split())
_HIGHEST: Final = MappingProxyType({"prof": "prof", "professor": "prof", "dr": "dr", "doctor": "dr", "mr": "mr"})
_RANKS: Final = ("", "other", "mr", "dr", "prof")
_BEHIND: Final = frozenset("msc bsc ba mba phd llm llb bba beng meng mphil esq jr sr cpa cfa emba mpa rn".split())
_BEHIND_IN_CAPITALS: Final = frozenset("MA RA AA RB RE RI MD RC RT RM BC BS CISA CISSP PMP".split())
_INITIAL = re.compile(r"(?:[^\W\d_]{1,2}\.[’']?-?)+|[^\W\d_]")
_GLUED = re.compile(r"(?<![^\s.])((?:[A-Za-zÀ-ÿ]\.){1,12})(?=(?:van|de|den|der|von|ter|ten)\b|[A-ZÀ-Þ][^\W\d_])")
# 'vd Berg', 'v/d Berg', 'v.d.Berg': van der, van den or van de, which nobody else knows; written small it is no initials.
_SHORTENED = re.compile(r"(?<![^\s-])v[./]?\s?d[.\s]\s*(?=[^\W\d_])")
_SHORT_PARTICLES: Final = frozenset({"v.d.", "v."})
_DOTS: Final = "․。．｡۔܁܂ꓸ‧⸱"  # what looks like the dot of a link, and what some programs take for one
_NO_NAME = re.compile(rf"[@＠/\\<>\[\]{{}}=_*#0-9!?:;{_DOTS}]|https?:|www\.|\.\w{{2,}}|…|\.\.")
_SYMBOL = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d™®©°]+")
_NICKNAME = re.compile(r"[\"“”„«»][^\"“”„«»]{1,30}[\"“”„«»]")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{0,60})[)\]]?")
_CALLED = re.compile(r"[^\W\d_][\w'’-]{1,24}")
_VIA = re.compile(r"(?:^|\s)(?:via|namens|on behalf of|c/o|p/a|im auftrag)\s.*", re.IGNORECASE)
_PARTS = re.compile(r"\s{1,9}[-–—|·•/~]{1,9}\s{1,9}|\s{0,9}[|·•]\s{0,9}|\s@\s|\s{1,9}bij\s{1,9}(?=[A-Z])")
_DOUBLE = re.compile(
    r"(?<=[^\W\d_])\s*[-–]\s*(?=(?:van|de|den|der|ter|ten|von|'t|’t)(?:\s+(?:de|den|der|het|'t|’t))?\s+[^\W\d_][\w'’-]*$)"
)
_DEVICE: Final = r"(?:i ?phone|i ?pad|mac ?book|samsung|galaxy|huawei|pixel|xiaomi|nokia|oppo|telefoon|mobiel|gsm|phone|tablet|laptop|pc)"
_OF_DEVICE = re.compile(
    rf"(?:mijn |de |das |le )?{_DEVICE}(?: \w{{1,10}}){{0,2}} (?:van|von|de|of) (.+)|(.+?)(?:['’]s|s['’]?) {_DEVICE}(?: \w{{1,10}}){{0,2}}",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"(?:de )?(?:dhr|heer|mevr|mw|mevrouw|mr|mrs|ms)\.?\s*/\s*(?:dhr|heer|mevr|mw|mevrouw|mr|mrs|ms)\.?\s",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
_AND = re.compile(r"\s{1,9}(?:en|&|\+|and|und|et)\s{1,9}|\s{0,9}&\s{0,9}", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiouyáàâäéèêëíìîïóòôöúùûüøåæœ]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or two who write together. `address`: the title that the person uses; '' when that is not certain.

    `degree` is the highest of 'prof', 'dr' and 'mr', 'other' or ''; `surname` has its particles, as they are written. Two have
    '&' between them.
    """

    given: str = ""
    surname: str = ""
    address: Addressed = ""
    degree: str = ""
    married: bool = False

    @property
    def full(self) -> str:
        """The name without titles."""
        return f"{self.given} {self.surname}".strip()

    def __bool__(self) -> bool:
        return bool(self.surname)


NOBODY: Final = Name()


@lru_cache(maxsize=1024)
def read_name(text: str) -> Name:
    """Return the person in the name that somebody uses, or a false Name when it may be anything else."""
    whole = _SYMBOL.sub(" ", " ".join(text.split())).strip(" \"'‘’“”„,;*~_-").removeprefix(".")
    whole = _FULL_STOP.sub("", whole)
    if not whole or len(text) > 2 * _LONGEST:
        return NOBODY
    if device := _OF_DEVICE.fullmatch(whole):
        whole = (device[1] or device[2]).strip()
    whole = _SHORTENED.sub("v.d. ", whole)
    whole = _DOUBLE.sub("-", _VIA.sub("", _NICKNAME.sub(" ", _GLUED.sub(r"\1 ", whole))))
    whole = _EITHER.sub("heer/mevrouw ", whole)
    return next((name for part in _PARTS.split(whole) if (name := _person(part))), NOBODY)


def may_be_shown(text: str) -> bool:
    """Return whether what somebody is called, a firm included, has nothing in it that is a link, an address or a sentence."""
    words = text.split()
    return len(words) < _MOST_WORDS and not _NO_NAME.search(" ".join(w for w in words if not _INITIAL.fullmatch(w)))


def _person(text: str) -> Name:
    text, called = _without_brackets(text)
    text = text.strip(" ,;-'\"‘’")
    if not text or len(text) > _LONGEST:
        return NOBODY
    ordered = in_order(text)
    each_part = text.split(",") if ordered == text else [ordered]  # 'Karin Smit, HR-adviseur'
    return next((name for part in each_part if (name := _people(part, called))), NOBODY)


def _people(text: str, called: str) -> Name:
    pair = _AND.split(text)
    if len(pair) == 2 and all(each.strip() for each in pair):
        return _couple(pair[0].split(), pair[1].split())
    return _one(text.split(), called) if len(pair) == 1 else NOBODY


def _without_brackets(text: str) -> tuple[str, str]:
    """Return (the text without what stands in brackets, the name in them by which somebody is called, or '').

    'E.M. (Lisa) Schouten' and 'S. de Boer (Sanne)'; what else stands behind a name is a firm or a place.
    """
    found = _BRACKETS.search(text)
    if found is None:
        return text, ""
    before, after = text[: found.start()].strip(), text[found.end() :].strip()
    inside = found[1].strip(" \"'")
    letters = [word[0].casefold() for word in before.split() if _INITIAL.fullmatch(word)]
    is_name = (
        _CALLED.fullmatch(inside) is not None and bool(letters) and (bool(after) or inside[:1].casefold() == letters[0])
    )
    return f"{before} {_BRACKETS.sub('', after)}".strip(), inside if is_name and not is_no_person([inside]) else ""


def _couple(first: list[str], second: list[str]) -> Name:
    """Return two who write together: with one surname, or one each."""
    one, two = _titled(first), _titled(second)
    if not one.words and (one.address or one.degree) and (two.address or two.degree):
        name = _named(two.words, "")
        return replace(name, address="couple") if name else NOBODY
    mine, theirs = _named(one.words, ""), _named(two.words, "")
    apart = (one.address or two.address) and not mine.given and not theirs.given  # 'mevrouw Smit en de heer Kok'
    if not (mine and theirs) or apart:
        return NOBODY
    if not mine.given and theirs.given:
        return Name(f"{mine.surname} & {theirs.given}", theirs.surname)
    return Name("", f"{mine.full} & {theirs.full}")


def _one(words: list[str], called: str) -> Name:
    titled = _titled(words)
    name = _named(titled.words, called)
    if not name:
        return NOBODY
    return replace(name, address=titled.address, degree=titled.degree, married=titled.is_married)


@dataclass(frozen=True, slots=True)
class _Titled:
    words: list[str]
    address: Addressed = ""
    degree: str = ""
    is_married: bool = False


def _titled(words: list[str]) -> _Titled:
    """Return the words of a name without the titles before it and behind it, and what those say."""
    address: Addressed = ""
    degree, is_married = "", False
    while words:
        parts = [part for part in words[0].casefold().split(".") if part]
        if (
            words[0].casefold() in {"de", "den"}
            and len(words) > 1
            and words[1].casefold().rstrip(".") in {"heer", "heer/mevrouw", "familie"}
        ):
            words = words[1:]
        elif len(parts) == 1 and parts[0] in _TITLES and words[0] != "HR":
            address = _TITLES[parts[0]] or address  # type: ignore[assignment]
            is_married = is_married or parts[0] == "mrs"
            words = words[1:]
        elif parts and all(part in _DEGREES for part in parts):
            degree = max(degree, *(_HIGHEST.get(part, "other") for part in parts), key=_RANKS.index)
            words = words[1:]
        else:
            break
    return _Titled(_without_letters_behind(words), address, degree, is_married)


def _without_letters_behind(words: list[str]) -> list[str]:
    shouted = all(word.isupper() for word in words)
    while len(words) > 1:
        last = words[-1].replace(".", "")
        is_degree = last.casefold() in _BEHIND or (last in _BEHIND_IN_CAPITALS and not shouted)
        if not is_degree and not (last.casefold() in _DEGREES and last.islower()):
            break
        words = words[:-1]
    return words


def _named(words: list[str], called: str) -> Name:
    """Return the name in these words, without titles; false when they are no person's."""
    text = " ".join(words)
    plain = " ".join(word for word in words if not _INITIAL.fullmatch(word))  # without 'v.d.', whose dots are no link's
    if (
        not plain
        or len(words) > _MOST_WORDS
        or _NO_NAME.search(plain)
        or is_no_person(words)
        or is_sentence(plain.split())
    ):
        return NOBODY
    if _is_written_small(words) or (
        len(words) == 1 and (len(text) < 2 or (text.isupper() and text.isascii() and not _VOWEL.search(text)))
    ):
        return NOBODY
    words = _cased(_turned(words))
    start = _surname_at(words)
    surname = " ".join(words[start:])
    if _INITIAL.fullmatch(surname) or surname.casefold() in PARTICLES:
        return NOBODY
    given = called if called and all(_INITIAL.fullmatch(word) for word in words[:start]) else " ".join(words[:start])
    return Name(given, surname)


def _is_written_small(words: list[str]) -> bool:
    """Return whether more of these are written small than in a name, of which some people write all of it so."""
    telling = [word for word in words if word.casefold() not in PARTICLES and not _INITIAL.fullmatch(word)]
    small = [word for word in telling if word.islower()]
    return len(small) > (3 if small == telling else 1)


def _turned(words: list[str]) -> list[str]:
    """Return the words with initials that stand behind the surname, or particles ('Boer S. de'), before it."""
    if (
        len(words) == 2
        and len(words[0]) > 2
        and "." not in words[0]
        and words[0].isupper()
        and not words[1].isupper()
        and words[1].istitle()
    ):
        return [words[1], words[0]]
    end = len(words)
    while end > 1 and (words[end - 1].casefold() in PARTICLES):
        end -= 1
    particles, words = words[end:], words[:end]
    if particles:
        at = next((at for at in range(1, len(words)) if all(_INITIAL.fullmatch(w) for w in words[at:])), 0)
        return [*words[at:], *particles, *words[:at]] if at else [*words[:-1], *particles, words[-1]]
    if len(words) > 1 and "." in words[-1] and _INITIAL.fullmatch(words[-1]) and not _INITIAL.fullmatch(words[0]):
        return [words[-1], *words[:-1]]
    return words


def _surname_at(words: list[str]) -> int:
    """Return where the surname begins. Behind initials all is surname; else from the first particle on, or the last word."""
    initials = next(
        (at for at, word in enumerate(words) if word in _SHORT_PARTICLES or not _INITIAL.fullmatch(word)), 0
    )
    if initials:
        return initials
    return next((at for at, word in enumerate(words) if _begins(word)), len(words) - 1)


def _begins(word: str) -> bool:
    """Return whether a surname begins with this word: 'van', or 'Bos-van'."""
    return word.casefold() in PARTICLES or ("-" in word and word.rpartition("-")[2].casefold() in PARTICLES)


def _cased(words: list[str]) -> list[str]:
    """Return the words with capitals as a name has them, where the sender used only capitals or none."""
    letters = "".join(words)
    shouted = letters.isupper() and len(letters) > 3
    whispered = letters.islower()
    return [_written(word, all_alike=shouted or whispered, first=index == 0) for index, word in enumerate(words)]


def _written(word: str, *, all_alike: bool, first: bool) -> str:
    if word.islower() and not all_alike and not first and word.casefold() not in PARTICLES:
        return "-".join(_capital(part) for part in word.split("-"))  # 'Kim jansen'
    if _INITIAL.fullmatch(word) and word not in _SHORT_PARTICLES:
        return word.upper() if all_alike and len(word.split(".", maxsplit=1)[0]) == 1 else word
    if word.casefold() in PARTICLES and (all_alike or (not first and word.isupper() and len(word) > 1)):
        return word.lower()
    if all_alike or (len(word) > 3 and word.isupper()):
        return "-".join(_capital(part) for part in word.split("-"))
    return word


def _capital(part: str) -> str:
    """Return a part of a name with its capitals: 'O'Neill', 'IJsbrand', and no capital for a particle ('Bos-van')."""
    low = part.lower()
    if low in PARTICLES:
        return low
    if low.startswith("ij"):
        return f"IJ{low[2:]}"
    head, sign, tail = low.partition("'") if "'" in low else low.partition("’")
    if sign and len(head) == 1 and tail:
        return f"{head.upper()}{sign}{tail.capitalize()}"
    return low.capitalize()
