"""One person: everything that is kept about them, to give (GDPR art. 15) or to forget (art. 17)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from klachtmail.domain.privacy.erasure import is_of, mentions, took_part
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint, Message
from klachtmail.domain.records.parties import complainant_at, complainants, known_to
from klachtmail.domain.records.state import Seen, SetAside
from klachtmail.parse import head
from klachtmail.service.work.by_name import Names, known_names
from klachtmail.service.work.glance import words_in
from klachtmail.store.port import Store

_SHOWN = 5  # days that are named of what may be about another


@dataclass(frozen=True, slots=True)
class Alike:
    """What holds a name or telephone number that the dossiers know, but not the address: it may be about another."""

    names: tuple[str, ...] = ()
    loose: tuple[Seen, ...] = ()
    complaints: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.loose or self.complaints)

    def stays(self) -> Iterator[str]:
        """Yield why it stays: one sentence each."""
        said = " or ".join(f"“{name}”" for name in self.names)
        if self.complaints:
            listed = ", ".join(self.complaints)
            yield f"{listed} stays: it is the dossier of somebody else, and holds {said}."
        if self.loose:
            days = ", ".join(dict.fromkeys(f"{seen.at:%Y-%m-%d}" for seen in self.loose[:_SHOWN]))
            yield (
                f"{len(self.loose)} messages (of {days}) stay: they hold {said} and not the address, and may be about "
                "another of that name. With --name they count as this person's."
            )


@dataclass(frozen=True, slots=True)
class Person:
    """What is kept about a bare address in lower case.

    `own`: complaints and remarks as the only complainant. `shared`: those with co-complainants, or as one of them; they stay
    for the others. `elsewhere`: those of others, in which the person took part; only the messages from and to the person are theirs.
    `loose`: messages that became no complaint, from the person or with the address in them. `telling`: letters to members
    that name the person ('Was jij dit?'). `remembered`: keys of answers that are given only once.
    """

    address: str
    own: tuple[Complaint, ...] = ()
    shared: tuple[Complaint, ...] = ()
    elsewhere: tuple[Complaint, ...] = ()
    loose: tuple[Seen, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    letters: tuple[Letter, ...] = ()
    telling: tuple[Letter, ...] = ()
    remembered: tuple[str, ...] = ()
    named_in: tuple[str, ...] = ()  # complaints of others whose words hold the address or a given name: these stay
    names: tuple[str, ...] = ()  # names and telephone numbers that count as the person's too
    alike: Alike = Alike()

    def __bool__(self) -> bool:
        kept = (self.own, self.beside, self.loose, self.set_aside, self.letters, self.telling, self.remembered)
        return any(kept) or bool(self.named_in or self.alike)

    @property
    def stays(self) -> list[str]:
        """What stays when the person is forgotten, with the reason: one sentence each."""
        others = [
            f"{number} stays: it is the dossier of somebody else, who named this person." for number in self.named_in
        ]
        return others + list(self.alike.stays())

    @property
    def beside(self) -> tuple[Complaint, ...]:
        """The complaints of others, that stay when the person is forgotten."""
        return (*self.shared, *self.elsewhere)

    def complaints(self) -> Iterator[Complaint]:
        """Yield the complaints of the person, shared ones without the other people in them."""
        yield from self.own
        for complaint in self.shared:
            party = complainant_at(complaint, self.address)
            yield known_to(complaint, party.number if party else None)

    def messages(self) -> Iterator[tuple[str, Message]]:
        """Yield (number, message) for every message of the person."""
        yield from ((complaint.number, message) for complaint in self.own for message in complaint.messages)
        for complaint in self.beside:
            yield from ((complaint.number, m) for m in complaint.messages if is_of(m, self.address))


def find(store: Store, address: str, names: Iterable[str] = ()) -> Person:
    """Return everything about this address. It reads every complaint, and all mail that became none.

    `names`: names and telephone numbers that are the person's beyond doubt; what holds one of them counts as well.
    """
    address = address.strip().lower()
    given = Names(names)
    own, shared, elsewhere, others = _sorted(store, address, given)
    known = Names(name for name in known_names((*own, *shared, *elsewhere), address) if name not in given.said)
    loose, alike = [], []
    for seen in (each for each in store.sightings() if each.number is None):
        raw = store.mail(seen.sha256)
        if _tells(raw, address) or given.in_mail(raw):
            loose.append(seen)
        elif known.in_mail(raw):
            alike.append(seen)
    letters = tuple(store.letters())
    named = [number for number, text in others.items() if mentions(text, address) or given.in_text(text)]
    resembling = [number for number, text in others.items() if number not in named and known.in_text(text)]
    return Person(
        address,
        tuple(own),
        tuple(shared),
        tuple(elsewhere),
        tuple(loose),
        _aside(store, address, given, {seen.sha256 for seen in loose}),
        tuple(letter for letter in letters if letter.to.lower() == address),
        tuple(letter for letter in letters if letter.to.lower() != address and _tells_of(letter, address, given)),
        tuple(key for key in store.state.refused if key.lower().rpartition(" ")[2] == address),
        tuple(named),
        given.said,
        Alike(known.said, tuple(alike), tuple(resembling)),
    )


def _sorted(
    store: Store, address: str, given: Names
) -> tuple[list[Complaint], list[Complaint], list[Complaint], dict[str, str]]:
    """Return complaints: the person's own, those shared with others, those they took part in; and the words of the rest."""
    numbers = store.numbers_for_address(address)
    own: list[Complaint] = []
    shared: list[Complaint] = []
    elsewhere: list[Complaint] = []
    rest: dict[str, str] = {}
    for complaint in store.everything():
        if complaint_of_nobody_else(complaint, given):
            own.append(complaint)
        elif complaint.number not in numbers and not took_part(complaint, address):
            if complaint.erased_at is None:
                rest[complaint.number] = "\n".join(_texts(complaint))
        elif complainant_at(complaint, address) is None:
            elsewhere.append(complaint)
        elif any(p.name or p.address for p in complainants(complaint) if p.address != address):
            shared.append(complaint)
        else:
            own.append(complaint)
    return own, shared, elsewhere, rest


def complaint_of_nobody_else(complaint: Complaint, given: Names) -> bool:
    """Return whether an oral complaint, of whom no address is known, is that of one of these names."""
    first, *more = complainants(complaint)
    return bool(first.name) and not (first.address or more) and given.in_text(f"{first.name}\n{first.phone or ''}")


def _aside(store: Store, address: str, given: Names, loose: set[str]) -> tuple[SetAside, ...]:
    """Return the rows of what was set aside that tell of the person: their own, and those of mail that names them."""
    rows = ((row, f"{row.sender} {row.name} {row.subject} {row.opening}") for row in store.state.set_aside)
    return tuple(row for row, text in rows if row.sha256 in loose or mentions(text, address) or given.in_text(text))


def _texts(complaint: Complaint) -> Iterator[str]:
    """Yield what people wrote in a complaint."""
    yield from (complaint.subject, complaint.text, complaint.outcome or "", complaint.proposal or "")
    for message in complaint.messages:
        yield from (message.subject, message.text, message.to or "")
    yield from (entry.detail for entry in complaint.history)


def _tells_of(letter: Letter, address: str, given: Names) -> bool:
    says = f"{letter.subject}\n{letter.request.data if letter.request else ''}"
    return mentions(says, address) or (letter.number is None and given.in_text(says))


def _tells(raw: bytes | None, address: str) -> bool:
    """Return whether a message is this person's, or has their address in it: reports, robots, colleagues."""
    return raw is not None and (mentions(words_in(raw), address) or head(raw).sender.address == address)


def why_not_forgotten(person: Person) -> list[str]:
    """Return why the person cannot be forgotten now, one sentence each; [] when nothing is in the way."""
    return [_ENGLISH[what].format(name, more) for what, name, more in in_the_way(person)]


Obstacle = tuple[Literal["open", "kept", "waiting"], str, str]  # what, of which complaint, the reason
_ENGLISH: Final = {
    "open": "{} is still open.",
    "kept": "{} is kept longer: {}",
    "waiting": "A letter about {} still waits in the outbox.",
}


def in_the_way(person: Person) -> Iterator[Obstacle]:
    """Yield what keeps the person from being forgotten now."""
    for complaint in (*person.own, *person.beside):
        if complaint.is_open:
            yield "open", complaint.number, ""
        elif complaint.keep_reason is not None:
            yield "kept", complaint.number, complaint.keep_reason
    unsent = (letter for letter in (*person.letters, *person.telling) if letter.state in {"held", "waiting"})
    yield from (("waiting", name, "") for name in sorted({letter.number or letter.kind for letter in unsent}))
