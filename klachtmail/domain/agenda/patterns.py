"""What repeats within a year: the same training or project, the same cause, the same complainant.

procedure: 'om herhaling van klachten te voorkomen'. Subjects and causes are free text, so two of them are alike when
they share a word that says something ('omgevingswet'), and not one that half of all complaints have.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final, Literal

from klachtmail.domain.agenda.contents import Pattern
from klachtmail.domain.agenda.waves import Waves
from klachtmail.domain.agenda.words import significant_words
from klachtmail.domain.records.model import Complaint

MOST_READ: Final = 1000  # the newest in which patterns are looked for: each is read and compared with all others
SHOWN: Final = 10  # of each kind: the meeting reads it on paper
NUMBERS_SHOWN: Final = 12
_COMMON_FROM: Final = 20  # with fewer complaints, a word that half of them share is the news
Kind = Literal["onderwerp", "oorzaak", "klager"]


class PatternTally:
    """Collects what complaints have in common. Dismissed and merged ones don't count; remarks do ('herhaald')."""

    def __init__(self) -> None:
        self._read = 0
        self._complaints = 0
        self._words: dict[Kind, defaultdict[str, list[str]]] = {
            "onderwerp": defaultdict(list),
            "oorzaak": defaultdict(list),
        }
        self._people: defaultdict[str, list[str]] = defaultdict(list)
        self._names: dict[str, str] = {}
        self._waves = Waves()

    def add(self, complaint: Complaint) -> None:
        """Take one complaint or remark into account (the caller chooses the period)."""
        self._read += 1
        if complaint.status in {"dismissed", "merged"}:
            return
        self._complaints += 1
        self._waves.add(complaint)
        texts: tuple[tuple[Kind, str], ...] = (("onderwerp", complaint.subject), ("oorzaak", complaint.cause or ""))
        for kind, text in texts:
            for word in significant_words(text):
                self._words[kind][word].append(complaint.number)
        party = complaint.complainant
        if person := (party.address or party.name).casefold().strip():
            self._people[person].append(complaint.number)
            self._names[person] = party.name or person

    @property
    def bounded_to(self) -> int:
        """In how many of the newest they were looked for, when there may be more; 0 when those were all."""
        return self._read if self._read >= MOST_READ else 0

    def patterns(self, without: AbstractSet[str] = frozenset()) -> tuple[Pattern, ...]:
        """Return many people about one thing; then what occurs twice or more: subjects, causes, complainants. The largest first.

        `without` are numbers that the reader may see nothing of.
        """
        people = ((self._names[person], numbers) for person, numbers in self._people.items())
        waves = self._waves.found(without)
        known = [members for members, _ in waves]
        return (
            *(wave for _, wave in waves),
            *_most_frequent("onderwerp", self._shared_words("onderwerp", without), known),
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


def _most_frequent(
    kind: Kind, found: Iterable[tuple[str, list[str]]], known: Iterable[frozenset[str]] = ()
) -> Iterator[Pattern]:
    """Yield the most frequent first; a group that lies wholly in one that was already shown says nothing new."""
    repeated = sorted((each for each in found if len(each[1]) > 1), key=lambda each: (-len(each[1]), each[0]))
    shown, count = [*known], 0
    for what, numbers in repeated:
        if count == SHOWN:
            return
        members = frozenset(numbers)
        if not any(members <= other for other in shown):
            shown.append(members)
            count += 1
            yield Pattern(kind=kind, what=what, numbers=tuple(sorted(numbers)[-NUMBERS_SHOWN:]), count=len(numbers))
