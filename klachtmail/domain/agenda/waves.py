"""Many people about one thing: of one organisation ('twaalf mensen van één organisatie over één cursus'), or within a few days.

People are counted, also those whose complaint goes on in another. What they share is a product of the firm's own list, a word of
the subject, or a thing that the text names; a verb is no thing.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final, Literal

from klachtmail.domain.agenda.contents import Pattern
from klachtmail.domain.agenda.spelling import joined, one_organisation, one_spelling
from klachtmail.domain.agenda.words import organisation_of, significant_words
from klachtmail.domain.firm.dutch_dates import short_day
from klachtmail.domain.records.model import Complaint, Party
from klachtmail.domain.records.parties import co_complainants

MANY: Final = 3  # people
WITHIN: Final = dt.timedelta(days=2)
READ: Final = 600  # characters of a text: a complaint names what it is about where it begins
_SHOWN: Final = 5  # of each kind
_NUMBERS: Final = 12
_NEARLY_ALL: Final = 0.9
_MANY_VOICES: Final = 20
_WORDS: Final = 3  # that say what they share
_THING: Final = re.compile(
    r"\b(?:de|het|een|deze|dit|onze|ons|uw|jullie|mijn|cursus|training|opleiding|workshop|module|the|our|your) "
    r"([a-zà-ÿ]{4,30})(?=[.,;:!?\n]| (?:was|is|waren|zijn|werd|van|voor|in|op|met|en|die|dat|te|niet)\b|\Z)",
    re.IGNORECASE,
)


Found = tuple[frozenset[str], Pattern]


@dataclass(frozen=True, slots=True)
class _Voice:
    """One person in one complaint: under which number, of which organisation, when, and what it is about."""

    number: str
    complaint: str
    person: str
    organisation: str
    day: dt.date
    things: frozenset[str]
    pairs: frozenset[str] = frozenset()  # two words each, that may be one thing


@dataclass(frozen=True, slots=True)
class _Wave:
    """People who share something; `who` is their organisation, or the day on which it began."""

    what: tuple[str, ...]
    who: str
    numbers: tuple[str, ...]
    people: int


class Waves:
    """Collects who complained about what."""

    def __init__(self) -> None:
        self._voices: list[_Voice] = []

    def add(self, complaint: Complaint) -> None:
        """Take a complaint into account, with everybody who complained in it."""
        text = complaint.text[:READ]
        shared = significant_words(complaint.subject) | _things(text)
        if complaint.classification is not None and complaint.classification.product:
            shared |= {complaint.classification.product}
        first = _voice(complaint.complainant, complaint, complaint.number, complaint.received_at, shared)
        first = replace(first, pairs=joined(f"{complaint.subject}\n{text}"))
        self._voices.append(first)
        for party in co_complainants(complaint):
            own, at = party.number or complaint.number, party.received_at or complaint.received_at
            voice = _voice(party, complaint, own, at, shared | significant_words(party.subject))
            self._voices.append(replace(voice, pairs=first.pairs | joined(party.subject)))

    def found(self, without: AbstractSet[str] = frozenset()) -> list[Found]:
        """Return the waves, the largest first, each with all its numbers; `without` are complaints that nothing may be seen of."""
        allowed = [voice for voice in self._voices if voice.complaint not in without]
        voices = _without_empty_words(_spelled_alike(allowed))
        groups: defaultdict[str, list[_Voice]] = defaultdict(list)
        for voice in voices:
            groups[voice.organisation].append(voice)
        firms = [wave for name, group in groups.items() if name for wave in _shared(name, group)]
        found = [*_largest("organisatie", firms, ())]
        return [*found, *_largest("dag", _of_days(voices), [members for members, _ in found])]


def _voice(party: Party, complaint: Complaint, number: str, at: dt.datetime, things: frozenset[str]) -> _Voice:
    person = (party.address or party.name or number).casefold()
    return _Voice(number, complaint.number, person, organisation_of(party), at.date(), things)


def _spelled_alike(voices: list[_Voice]) -> list[_Voice]:
    """Return them with one spelling of each thing and of each organisation."""
    known = one_spelling(thing for voice in voices for thing in voice.things)
    called = one_organisation(voice.organisation for voice in voices)
    return [
        replace(
            voice,
            organisation=called.get(voice.organisation, ""),
            things=frozenset(known[thing] for thing in (*voice.things, *(voice.pairs & known.keys()))),
            pairs=frozenset(),
        )
        for voice in voices
    ]


def _without_empty_words(voices: list[_Voice]) -> list[_Voice]:
    """Return them without what nearly all of many share: the name of the firm says nothing."""
    counted = Counter(thing for voice in voices for thing in voice.things)
    most = _NEARLY_ALL * len(voices) if len(voices) >= _MANY_VOICES else len(voices)
    empty = frozenset(thing for thing, count in counted.items() if count > most)
    return [replace(voice, things=voice.things - empty) for voice in voices] if empty else voices


def _things(text: str) -> frozenset[str]:
    """Return the things that a text names: a word behind an article, where what is said of it begins."""
    return frozenset(word for match in _THING.findall(text) for word in significant_words(match))


def _shared(who: str, voices: Iterable[_Voice]) -> Iterator[_Wave]:
    """Yield what three people and more of a group share; things that the very same people share together."""
    by_thing: defaultdict[str, list[_Voice]] = defaultdict(list)
    for voice in voices:
        for thing in voice.things:
            by_thing[thing].append(voice)
    together: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for thing, those in by_thing.items():
        together[tuple(sorted({each.number for each in those}))].append(thing)
    for numbers, what in together.items():
        people = len({each.person for each in by_thing[what[0]]})
        if people >= MANY:
            yield _Wave(tuple(sorted(what)[:_WORDS]), who, numbers, people)


def _of_days(voices: Iterable[_Voice]) -> Iterator[_Wave]:
    """Yield what people share who wrote within three days, from whatever organisation."""
    ordered = sorted(voices, key=lambda each: each.day)
    begin = 0
    for place, voice in enumerate(ordered):
        while voice.day - ordered[begin].day > WITHIN:
            begin += 1
        is_last = place + 1 == len(ordered) or ordered[place + 1].day - ordered[begin].day > WITHIN
        if is_last and place - begin + 1 >= MANY:
            yield from _shared(short_day(ordered[begin].day), ordered[begin : place + 1])


def _largest(
    kind: Literal["organisatie", "dag"], waves: Iterable[_Wave], known: Iterable[frozenset[str]]
) -> Iterator[Found]:
    """Yield the largest; one that lies wholly in another says nothing new."""
    shown, count = [*known], 0
    for wave in sorted(waves, key=lambda each: (-each.people, each.what)):
        members = frozenset(wave.numbers)
        if any(members <= other for other in shown):
            continue
        if count == _SHOWN:
            return
        count += 1
        shown.append(members)
        what = " ".join(wave.what)
        yield (
            members,
            Pattern(kind=kind, what=what, numbers=wave.numbers[-_NUMBERS:], count=wave.people, who=wave.who),
        )
