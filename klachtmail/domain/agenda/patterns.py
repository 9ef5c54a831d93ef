"""What repeats within a year: the same training or project, the same cause, the same complainant.

procedure: 'om herhaling van klachten te voorkomen'. Subjects and causes are free text, so two of them are alike when
they share a word that says something ('omgevingswet'), and not one that half of all complaints have.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final, Literal

from klachtmail.domain.agenda.contents import Pattern
from klachtmail.domain.records.model import Complaint

SHOWN: Final = 10  # of each kind: the meeting reads it on paper
NUMBERS_SHOWN: Final = 12
_COMMON_FROM: Final = 20  # with fewer complaints, a word that half of them share is the news
_SHORTEST: Final = 4
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY: Final = frozenset(
    _WORD.findall("""
    aangaande aanmelding about advies adviestraject algemeen alle alles altijd antw beantwoord bericht
    betreffende betreft bezwaar bijeenkomst complaint course cursus cursussen daar daarom deze docent door
    doorgestuurd echt eens email ervaring evaluatie feedback forward gedaan geen gehad geweest goed graag
    hebben heeft heel helaas hele help hierbij hoger iets ingediend inzake jullie kennis klaagt klacht
    klachten kunnen maar mail meer melding mijn mogelijk naar namens niet niets nieuw nieuwe nodig nogmaals
    omdat onder ontevreden ontevredenheid onvrede onze opleiding opleidingen over personeel probleem problem
    problemen project reactie regarding rond slecht slechte sorry staat system teleurgesteld teleurstellend
    teleurstelling tijdens training trainingen traject tweede uitleg urgent vanaf vandaag veel verder verkeerd
    verkeerde verzoek volgens voor vraag vragen waar waarom wanneer want waren weer wegens welke werd werken
    willen with wordt your zaak zeer zich zijn zoals zonder
    januari februari maart april juni juli augustus september oktober november december maandag dinsdag
    woensdag donderdag vrijdag zaterdag zondag
""")
)

Kind = Literal["onderwerp", "oorzaak", "klager"]


def significant_words(text: str) -> frozenset[str]:
    """Return the words of a text that tell complaints apart: lower case, no accents, no figures, no filler."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    words = _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))
    return frozenset(word for word in words if len(word) >= _SHORTEST and word not in _EMPTY)


class PatternTally:
    """Collects what complaints have in common. Dismissed and merged ones don't count; remarks do ('herhaald')."""

    def __init__(self) -> None:
        self._complaints = 0
        self._words: dict[Kind, defaultdict[str, list[str]]] = {
            "onderwerp": defaultdict(list),
            "oorzaak": defaultdict(list),
        }
        self._people: defaultdict[str, list[str]] = defaultdict(list)
        self._names: dict[str, str] = {}

    def add(self, complaint: Complaint) -> None:
        """Take one complaint or remark into account (the caller chooses the period)."""
        if complaint.status in {"dismissed", "merged"}:
            return
        self._complaints += 1
        texts: tuple[tuple[Kind, str], ...] = (("onderwerp", complaint.subject), ("oorzaak", complaint.cause or ""))
        for kind, text in texts:
            for word in significant_words(text):
                self._words[kind][word].append(complaint.number)
        party = complaint.complainant
        if person := (party.address or party.name).casefold().strip():
            self._people[person].append(complaint.number)
            self._names[person] = party.name or person

    def patterns(self, without: AbstractSet[str] = frozenset()) -> tuple[Pattern, ...]:
        """Return what occurs at least twice: subjects, causes, then complainants, the most frequent first.

        `without` are numbers that the reader may see nothing of.
        """
        people = ((self._names[person], numbers) for person, numbers in self._people.items())
        return (
            *_most_frequent("onderwerp", self._shared_words("onderwerp", without)),
            *_most_frequent("oorzaak", self._shared_words("oorzaak", without)),
            *_most_frequent("klager", ((who, _allowed(numbers, without)) for who, numbers in people)),
        )

    def _shared_words(self, kind: Kind, without: AbstractSet[str]) -> Iterator[tuple[str, list[str]]]:
        """Yield words with the numbers that share them; words of the very same complaints together."""
        groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        common = self._complaints / 2 if self._complaints >= _COMMON_FROM else self._complaints
        for word, numbers in self._words[kind].items():
            if 1 < len(numbers) <= common:
                groups[tuple(_allowed(numbers, without))].append(word)
        yield from ((" ".join(sorted(words)), list(numbers)) for numbers, words in groups.items())


def _allowed(numbers: list[str], without: AbstractSet[str]) -> list[str]:
    return [number for number in numbers if number not in without] if without else numbers


def _most_frequent(kind: Kind, found: Iterable[tuple[str, list[str]]]) -> Iterator[Pattern]:
    """Yield the most frequent first; a group that lies wholly in one that was already shown says nothing new."""
    repeated = sorted((each for each in found if len(each[1]) > 1), key=lambda each: (-len(each[1]), each[0]))
    shown: list[frozenset[str]] = []
    for what, numbers in repeated:
        if len(shown) == SHOWN:
            return
        members = frozenset(numbers)
        if not any(members <= other for other in shown):
            shown.append(members)
            yield Pattern(kind=kind, what=what, numbers=tuple(sorted(numbers)[-NUMBERS_SHOWN:]), count=len(numbers))
