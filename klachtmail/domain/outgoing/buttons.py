"""The buttons of letters: what is pressed is what could be typed."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.records.letter import Button
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.sight import concerned

TAKE = Button(label="Ik pak het op", line="ik pak het op", main=True)
SERIOUS = Button(label="Ingrijpend", line="ingrijpend")
NO_COMPLAINT = Button(label="Geen klacht", line="geen klacht: anders, ")
CONFIRM = Button(label="Bevestig", line="bevestig", main=True)
CALLED = Button(label="Gebeld", line="gebeld", main=True)
NO_ANSWER = Button(label="Geen gehoor", line="geen gehoor")
OUTCOME = Button(label="Uitkomst schrijven", line="uitkomst: ")
ANSWER = Button(label="Antwoorden", line="antwoord: ")
POSTPONE = Button(label="Uitstel", line="uitstel ")
SEND = Button(label="Verstuur", line="verstuur", main=True)
READY = Button(label="Vraag om een leesbare mail", line="verstuur")
GIVE_BACK = Button(label="Geef terug", line="geef terug")
CLOSE = Button(label="Sluit", line="sluit")
REOPEN = Button(label="Heropen", line="heropen")
POSTED = Button(label="Gepost", line="gepost", main=True)
AGREED = Button(label="Klager akkoord", line="klager akkoord", main=True)
SETTLED = Button(label="Akkoord, en sluit", line="klager akkoord, sluit")
DISAGREED = Button(label="Niet akkoord", line="klager niet akkoord")
PROMOTE = Button(label="Maak er een klacht van", line="klacht")
COMPLAINANT = Button(label="Klager invullen", line="klager: ")
UNDO = Button(label="Ongedaan maken", line="ongedaan")
DOSSIER = Button(label="Dossier", line="dossier")
GIVE = Button(label="Geef aan …", line="@")
WAS_CONTACT = Button(label="Ja, dit was contact", line="contact vandaag: per e-mail", main=True)
WAS_OUTCOME = Button(label="Dit was de uitkomst", line="uitkomst gemeld: ")
REPORTED = Button(label="Gemeld, of niet nodig", line="avg: datalek gereed", main=True)
HIMSELF = Button(label="Schrijf weer aan de klager zelf", line="gemachtigde: geen")
AGENDA = Button(label="Agenda met knoppen", line="agenda")
FORM = Button(
    label="Mondelinge klacht",  # which is the subject of the mail that it opens
    line="Klager: \nTelefoon: \nE-mail: \nBetreft: \nOntvangen: \nErnst: klein/substantieel/herhaald\nOpgelost: ja/nee\nToelichting: ",
    main=True,
    is_form=True,
)
ORAL = Button(label="Mondelinge klacht melden", line="mondeling")


_ROUTES: Final = re.compile(
    r"(?:[KM]\d{4}-\d+ )?"
    r"(?:@|bevestig|klager: |ingrijpend|samenvoegen |groep |nieuw |klacht|dossier|status|geef terug|mondeling|notitie: "
    r"|ongedaan|agenda|maatregel \d+ (?:gereed|werkt)|toezegging \d+ gereed)"
)


def usable(given: Iterable[Button], member: Member | None, *, coordinates: bool = False) -> tuple[Button, ...]:
    """Return the buttons without those that decide, when they are for the coordinator or the substitute."""
    routes = member is not None and (member.role == "coordinator" or (coordinates and member.role == "employee"))
    if not routes:
        return tuple(given)
    return tuple(button for button in given if button.tel or _ROUTES.match(button.line))


def numbered(button: Button, number: str, about: str = "") -> Button:
    """Return the button for a mail about several complaints; `about` is whom it concerns, for who only hears its name."""
    return button if button.tel else replace(button, line=f"{number} {button.line}", number=number, about=about)


def for_party(button: Button, key: str | None) -> Button:
    """Return the button for this party of a complaint: a number stands before the line, an address in it."""
    if key is None or button.tel:
        return button
    if "@" not in key:
        return replace(button, line=f"{key} {button.line}")
    return replace(button, line=f"antwoord aan {key}: ") if button.line == ANSWER.line else button


def split_off(sha256: str) -> Button:
    """Return the button that makes the message with this SHA-256 a complaint of its own."""
    return Button(label="Nieuwe klacht", line=f"nieuw b{sha256[:12]}")


def call_button(complaint: Complaint) -> tuple[Button, ...]:
    """Return a button that dials the complainant, when the number is known."""
    phone = complaint.complainant.phone
    return (Button(label=f"Bel {phone}", line="", tel=phone),) if phone else ()


def give_buttons(member: Member, complaint: Complaint, firm: Firm) -> tuple[Button, ...]:
    """Return a button for each other member in a small firm, or one to fill in the alias."""
    others = [m for m in concerned(complaint, firm.members) if m != member and m.role != "coordinator"]
    if 0 < len(others) <= 2:
        return tuple(Button(label=f"Geef aan {m.name.split()[0]}", line=f"@{m.alias}") for m in others)
    return (GIVE,) if others else ()
