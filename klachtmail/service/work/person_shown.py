"""What is kept of a person, for a partner who asks by mail: without what is about that partner."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from klachtmail.domain.firm.firm import Member
from klachtmail.domain.outgoing import letters
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.sight import is_about
from klachtmail.letters.documents import Documents
from klachtmail.service.work.office import Office
from klachtmail.service.work.person import Person, find, in_the_way

File = tuple[str, str, bytes]
_DUTCH: Final = {
    "open": "{} staat nog open.",
    "kept": "{} wordt langer bewaard: {}",
    "waiting": "Er wacht nog een brief over {} op verzending.",
}


def shown(office: Office, asked: letters.Person, reader: Member | None) -> tuple[letters.Person, list[File]]:
    """Return the letter with what is found, and the page to give; without what is about its reader."""
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
        alike=len(person.alike.loose),
        obstacles=tuple(dutch(person)) if asked.erase else (),
    )
    return filled, [] if asked.erase or filled.nothing else [_page(office, person)]


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

    return replace(
        person,
        own=allowed(person.own),
        shared=allowed(person.shared),
        elsewhere=allowed(person.elsewhere),
        named_in=listed(person.named_in),
        alike=replace(person.alike, complaints=listed(person.alike.complaints)),
    )


def _page(office: Office, person: Person) -> File:
    """Return everything in words; the mails themselves stay here: what a stranger sent goes on by no letter."""
    firm = office.firm
    rows = [
        {
            "at": message.at,
            "what": "Mail" if message.direction == "in" else "Brief",
            "subject": message.subject,
            "number": number,
        }
        for number, message in person.messages()
    ]
    values = {
        "organisation": firm.organisation.name,
        "address": person.address,
        "made_at": office.now(),
        "own": [*person.complaints()],
        "elsewhere": [each.number for each in person.elsewhere],
        "files": sorted(rows, key=lambda row: str(row["at"])),
        "mailed": True,
    }
    page = Documents(firm.organisation.zone, office.writer.own_templates).render("person", values)
    return "inzage.html", "text/html", page.encode()
