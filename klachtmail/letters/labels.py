"""Dutch names of what the records hold as codes: for members, who read Dutch."""

from collections.abc import Sequence
from typing import Final

from klachtmail.domain.agenda.contents import Tempo
from klachtmail.domain.firm.dutch_dates import lasting
from klachtmail.domain.records.steps import STEPS

JUDGEMENTS: Final = {"gegrond": "gegrond", "deels": "deels gegrond", "ongegrond": "ongegrond"}

_STATUS: Final = {
    "new": "nieuw",
    "assigned": "in behandeling",
    "answered": "beantwoord",
    "closed": "gesloten",
    "dismissed": "geen klacht",
    "merged": "samengevoegd",
}

_ROLES: Final = {
    "complainant": "klager",
    "co_complainant": "mede-klager",
    "representative": "gemachtigde",
    "third_party": "derde",
}

_ACTORS: Final = {"klachtmail": "klachtmail", "complainant": "de klager", "": "niemand"}

_LETTERS: Final = {
    "acknowledgement": "ontvangstbevestiging",
    "message": "bericht",
    "answer": "bericht",
    "outcome": "uitkomstbrief",
    "postponement": "brief over uitstel",
    "no_complaint": "brief dat het geen klacht is",
    "apology": "excuusbrief",
    "internal_pointer": "verwijzing naar de lijn",
    "letter": "brief",
    # to members
    "absence": "melding van een afwezige behandelaar",
    "agenda": "agenda klachten",
    "alarm": "storingsmelding",
    "alarm_over": "melding dat de storing voorbij is",
    "assigned": "toewijzing",
    "closed": "melding dat een klacht is gesloten",
    "correspondence": "vraag over een mail aan de klager",
    "digest": "agenda klachten",
    "dossier": "dossier",
    "draft": "conceptbrief",
    "filtered": "melding van een tegengehouden mail",
    "follow_up": "nieuw bericht van de klager",
    "fresh": "nieuwe mail om op te antwoorden",
    "help": "uitleg van de opdrachten",
    "merged": "melding van samengevoegde klachten",
    "morning": "ochtendbericht",
    "oral_form": "formulier voor een mondelinge klacht",
    "oral_missing": "vraag over een mondelinge klacht",
    "print": "brief om te printen",
    "quarantine": "melding van een onleesbaar bericht",
    "refused": "melding van een geweigerde opdracht",
    "remark": "bevestiging van een melding",
    "reopened": "melding dat een klacht weer open is",
    "returned": "melding dat een klacht is teruggegeven",
    "routing": "melding van een nieuwe klacht",
    "routing_list": "lijst van nieuwe klachten",
    "search": "zoekresultaat",
    "status": "stand van zaken",
    "taken": "melding wie de behandelaar is",
    "task": "taak om de klager te bereiken",
    "third_party": "bericht van een ander over een klacht",
    "transcript": "antwoord op opdrachten",
    "unconfirmed": "melding van een nog niet bevestigde klacht",
    "unreachable": "melding dat een collega niet bereikt is",
    "verify_sender": "vraag of een mail echt was",
}

_EVENTS: Final = {
    **STEPS,
    "serious": "ingrijpend",
    "not_serious": "niet ingrijpend",
    "structural": "structureel of niet vastgelegd",
    "complainant": "klager vastgelegd",
    "about": "betreft een collega",
    "noted": "notitie",
    "undone": "ongedaan gemaakt",
    "kept": "langer bewaard",
    "erased": "gewist",
    "automatic": "automatisch bericht",
    "reacted": "reactie met een emoji",
    "delayed": "bezorging vertraagd",
    "absent": "afwezig",
    "absorbed": "andere klacht erbij gekomen",
    "refused": "geweigerd",
}

_WHY: Final = {"automatic": "lijkt automatisch", "spam": "lijkt ongewenst", "internal": "komt van een collega"}


def why(reason: str) -> str:
    """Return why a message was set aside, in Dutch."""
    return _WHY.get(reason, reason)


def tempo_rows(years: Sequence[Tempo]) -> list[tuple[str, list[str]]]:
    """Return the figures of some years as rows: a name, and a value for each year."""
    return [
        ("Klachten ontvangen", [str(one.received) for one in years]),
        ("Meldingen", [str(one.remarks) for one in years]),
        ("Geen klacht", [str(one.dismissed) for one in years]),
        ("Op tijd beantwoord", [f"{one.on_time} van {one.due}" for one in years]),
        ("Tot bevestiging (mediaan)", [hours(one.to_acknowledgement) for one in years]),
        ("Tot contact (mediaan)", [hours(one.to_contact) for one in years]),
        ("Tot uitkomst (mediaan)", [hours(one.to_outcome) for one in years]),
    ]


def event(name: str) -> str:
    """Return what a history entry's event is called; an unknown one with spaces for its underscores."""
    return _EVENTS.get(name, name.replace("_", " "))


def letter_kind(kind: str) -> str:
    """Return what a letter of this kind is called in Dutch."""
    return _LETTERS.get(kind, kind.replace("_", " "))


def status(name: str) -> str:
    """Return a complaint's status in Dutch."""
    return _STATUS.get(name, name)


def role(name: str) -> str:
    """Return what takes part in a complaint as this."""
    return _ROLES[name]


def actor(name: str) -> str:
    """Return who did something, when it was no member."""
    return _ACTORS.get(name, name)


def hours(value: float | None) -> str:
    """Return a duration in hours as 'binnen een uur', '5 uur' or '3 dagen'; '–' when nothing was measured."""
    return "–" if value is None else lasting(value)
