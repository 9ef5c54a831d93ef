"""What is kept of a person, for a partner who asks by mail: without what is about that partner."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from klachtmail.domain.firm.firm import Member
from klachtmail.domain.outgoing import letters
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.parties import complainants
from klachtmail.domain.records.sight import is_about, may_see_aside
from klachtmail.letters.documents import Documents
from klachtmail.service.work.office import Office
from klachtmail.service.work.person import Person, find, in_the_way
from klachtmail.service.work.person_file import Packed, packed

File = tuple[str, str, bytes]
_DUTCH: Final = {
    "open": "{} staat nog open.",
    "kept": "{} wordt langer bewaard: {}",
    "waiting": "Er wacht nog een brief over {} op verzending.",
}


def shown(office: Office, asked: letters.Person, reader: Member | None) -> tuple[letters.Person, list[File]]:
    """Return the letter with what is found, and the zip to give; without what is about its reader."""
    whole = found(office, asked.address, asked.names)
    person = _seen_by(office, whole, reader)
    if asked.erase and concerns(whole, reader):
        return replace(asked, not_by_you=True), []
    filled = replace(
        asked,
        own=tuple(each.number for each in (*person.own, *person.shared)),
        elsewhere=tuple(each.number for each in person.elsewhere),
        messages=sum(1 for _ in person.messages()),
        loose=len(person.loose) + len(person.set_aside),
        stays=(*person.named_in, *person.alike.complaints),
        addressed=tuple(_addressed(office, asked, reader)),
        alike=len(person.alike.loose),
        obstacles=tuple(dutch(person)) if asked.erase else (),
    )
    if asked.erase or filled.nothing:
        return filled, []
    made = _zip(office, person)
    return replace(filled, left_out=made.left_out), [("inzage.zip", "application/zip", made.content)]


def _addressed(office: Office, asked: letters.Person, reader: Member | None) -> Iterator[str]:
    """Yield the complaints of who has the name that was asked for, and an address: by the name alone these are not found."""
    wanted = {name.casefold() for name in asked.names} if not asked.address else set()
    for each in office.store.everything() if wanted else ():
        named = any(party.address and party.name.casefold() in wanted for party in complainants(each))
        if named and not is_about(each, reader):
            yield each.number


def found(office: Office, address: str, names: tuple[str, ...]) -> Person:
    """Return what there is under an address, or without one under a name."""
    return find(office.store, address or names[0], names)


def dutch(person: Person) -> Iterable[str]:
    """Yield why the person cannot be forgotten now, in Dutch."""
    return (_DUTCH[what].format(name, more) for what, name, more in in_the_way(person))


def concerns(person: Person, reader: Member | None) -> bool:
    """Return whether one of the complaints is about the reader."""
    return any(is_about(each, reader) for each in (*person.own, *person.beside))


def _seen_by(office: Office, person: Person, reader: Member | None) -> Person:
    """Return the person without the complaints that are about the reader."""

    def allowed(found: Iterable[Complaint]) -> tuple[Complaint, ...]:
        return tuple(each for each in found if not is_about(each, reader))

    def listed(numbers: Iterable[str]) -> tuple[str, ...]:
        known = ((number, office.store.complaint(number)) for number in numbers)
        return tuple(number for number, each in known if each is not None and not is_about(each, reader))

    aside = tuple(each for each in person.set_aside if may_see_aside(reader, each, office.store))
    hidden = {each.sha256 for each in person.set_aside if each not in aside}
    return replace(
        person,
        set_aside=aside,
        loose=tuple(each for each in person.loose if each.sha256 not in hidden),
        letters=tuple(each for each in person.letters if each.number is None or listed([each.number])),
        own=allowed(person.own),
        shared=allowed(person.shared),
        elsewhere=allowed(person.elsewhere),
        named_in=listed(person.named_in),
        alike=replace(person.alike, complaints=listed(person.alike.complaints)),
    )


def _zip(office: Office, person: Person) -> Packed:
    """Return everything, as far as a mail may carry it."""
    documents = Documents(office.firm.organisation.zone, office.writer.own_templates)
    return packed(documents, office.firm, office.store, person, office.now(), by_mail=True)
