"""Taking people out of free text, so that a report or a dossier can be shown to who does not need to know them.

Names are known from the records; addresses, telephone and account numbers by their form. A name is found whole in any
writing, and its parts where they are written with a capital: 'de boer' in 'een boer' stays, 'mevrouw De Boer' does not.
Free text can say who somebody is without a name: what is made with this is read before it leaves the firm.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Final

from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.people.telephone import dialled, full
from klachtmail.domain.records.model import Complaint

COMPLAINANT: Final = "[klager]"
ORGANISATION: Final = "[organisatie]"
NAME: Final = "[naam]"
THIRD: Final = "[derde]"
MEMBER: Final = "[medewerker]"
MAIL: Final = "[e-mailadres]"
PHONE: Final = "[telefoonnummer]"
PLACE: Final = "[adres]"

_LONGEST: Final = 120  # characters of a name; what is longer is no name, and its parts still count
_SHORTEST: Final = 2
_NO_NAMES: Final = frozenset(
    """
        van von de den der het ten ter te op aan in bij la le el al dhr mevr mw mevrouw meneer heer mr mrs ms drs dr
        ir ing prof bv nv info mail contact office admin administratie secretariaat sales post klant hr receptie
        algemeen no reply noreply onbekende klager stichting gemeente vereniging
    """.split()
)
_ADDRESS: Final = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_LINK: Final = re.compile(r"\bhttps?://[^\s<>\"]{1,2000}", re.IGNORECASE)
_ACCOUNT: Final = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{4} ?\d{4} ?\d{4} ?\d{2}\b")
_POSTCODE: Final = re.compile(r"\b[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b")
_WORD: Final = re.compile(r"[^\W\d_]+")
_TWICE: Final = re.compile(r"(\[[a-z-]+\])(?:[\s,]+\1)+")


class Redactor:
    """Replaces people by what they are. `named` are (name, mark) pairs, the first one of equal names counts.

    Addresses (bare) and telephone numbers in `shown` stay as they are; any other is taken out.
    """

    def __init__(self, named: Iterable[tuple[str, str]], shown: Iterable[str] = ()) -> None:
        self._shown = frozenset(one.lower() for one in shown)
        self._wholes: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        for name, mark in named:
            self._learn(" ".join(name.split())[:_LONGEST], mark)
        self._whole = _any_of(self._wholes, re.IGNORECASE)
        self._part = _any_of(self._parts, re.NOFLAG)

    def _learn(self, name: str, mark: str) -> None:
        words = _telling(name)
        if not words:
            return
        if mark == ORGANISATION or len(name.split()) > 1:
            self._wholes.setdefault(name.casefold(), mark)
        for word in words if mark != ORGANISATION else ():  # 'Training BV' must not take 'training' along
            for written in {word[0].upper() + word[1:], word.capitalize(), word.upper()}:
                self._parts.setdefault(written, mark)

    def __call__(self, text: str | None) -> str:
        """Return the text without the people in it; '' for None."""
        text = _ADDRESS.sub(self._address, text or "")
        for pattern, mark in ((_LINK, "[link]"), (_ACCOUNT, "[rekening]"), (_POSTCODE, PLACE)):
            text = pattern.sub(mark, text)
        text = self._without_numbers(text)
        if self._whole is not None:
            text = self._whole.sub(lambda found: self._wholes.get(_plain(found[1]).casefold(), NAME), text)
        if self._part is not None:
            text = self._part.sub(lambda found: self._parts[found[1]], text)
        return _TWICE.sub(r"\1", text)

    def _without_numbers(self, text: str) -> str:
        for start, end, number in reversed([*dialled(text)]):
            if number not in self._shown_numbers:
                text = f"{text[:start]}{PHONE}{text[end:]}"
        return text

    @cached_property
    def _shown_numbers(self) -> frozenset[str]:
        return frozenset(full(one) for one in self._shown if "@" not in one)

    def _address(self, found: re.Match[str]) -> str:
        return found.group() if found.group().lower() in self._shown else MAIL


@lru_cache(maxsize=1000)  # each dossier has the same members
def _telling(name: str) -> tuple[str, ...]:
    """Return the words of a name that say who it is."""
    return tuple(word for word in _WORD.findall(name) if len(word) >= _SHORTEST and word.lower() not in _NO_NAMES)


def name_words(text: str) -> frozenset[str]:
    """Return the words of a text or a name, in small letters: a name is found only where one of its words stands."""
    return frozenset(_WORD.findall(text.casefold()))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _any_of(names: Iterable[str], flags: re.RegexFlag) -> re.Pattern[str] | None:
    """Return a pattern for any of these names as a whole word, also in the genitive; the longest first."""
    ordered = sorted(names, key=len, reverse=True)
    written = "|".join(r"\s+".join(map(re.escape, name.split())) for name in ordered)
    return re.compile(rf"(?<![\w\[])({written})(?:['’]?s)?(?!\w)", flags) if ordered else None


def people(complaint: Complaint) -> Iterator[tuple[str, str]]:
    """Yield the outsiders of a dossier as (name, mark): the complainant first, then who else took part."""
    party = complaint.complainant
    known = ((party.name, COMPLAINANT), (party.organisation, ORGANISATION), (party.postal, PLACE))
    yield from ((name, mark) for name, mark in known if name)
    if party.address and not party.name:
        yield local_name(party.address), COMPLAINANT
    for other in complaint.parties:
        mark = COMPLAINANT if other.role == "co_complainant" else THIRD
        told = ((other.name, mark), (other.organisation, ORGANISATION), (other.postal, PLACE))
        yield from ((name, shown) for name, shown in told if name)
    senders = (m.sender for m in complaint.messages if m.direction == "in" and "@" in m.sender)
    for address in dict.fromkeys((*complaint.others, *senders)):
        if address != party.address:
            yield local_name(address), THIRD


def local_name(address: str) -> str:
    """Return what may be a name in an address: 'sanne de boer' for sanne.de_boer@example.nl."""
    return " ".join(_WORD.findall(address.rpartition("@")[0]))


def members(firm: Firm) -> Iterator[tuple[str, str]]:
    """Yield the members of the firm as (name, mark)."""
    return ((member.name, MEMBER) for member in firm.members)
