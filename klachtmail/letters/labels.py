"""Dutch names of what the records hold as codes: for members, who read Dutch."""

from collections.abc import Sequence
from typing import Final

from klachtmail.domain.agenda.contents import Tempo
from klachtmail.domain.firm.dutch_dates import lasting
from klachtmail.domain.records.letter import LETTERS
from klachtmail.domain.records.steps import STEPS

JUDGEMENTS: Final = {"gegrond": "gegrond", "deels": "deels gegrond", "ongegrond": "ongegrond"}

SCORES: Final = {"good": "goed", "fair": "wel gaan", "poor": "niet goed"}  # behind 'vond het'

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

_MESSAGES: Final = {
    "answer": "bericht",
    "complaint": "klacht",
    "follow_up": "nieuw bericht van de klager",
    "third_party": "bericht van een ander",
    "correspondence": "bericht aan de klager",
    "command": "opdracht",
    "automatic": "automatisch bericht",
    "bounce": "melding dat een brief niet aankwam",
    "reaction": "reactie met een emoji",
    "rating": "antwoord op de vraag hoe het ging",
}

_EVENTS: Final = {
    **STEPS,
    "serious": "ingrijpend",
    "not_serious": "niet ingrijpend",
    "structural": "structureel of niet vastgelegd",
    "elsewhere": "of het ook elders kan",
    "complainant": "klager vastgelegd",
    "about": "betreft een collega",
    "not_about": "betreft een collega niet",
    "hearing_asked": "om wederhoor gevraagd",
    "heard": "wederhoor ontvangen",
    "statutory": "AVG-termijn loopt",
    "statutory_done": "AVG-verzoek of -melding gedaan",
    "shown": "als bewijs gegeven",
    "noted": "notitie",
    "undone": "ongedaan gemaakt",
    "kept": "langer bewaard",
    "erased": "gewist",
    "automatic": "automatisch bericht",
    "reacted": "reactie met een emoji",
    "satisfaction_asked": "gevraagd hoe het ging",
    "no_survey": "wordt niet gevraagd hoe het ging",
    "rated": "gezegd hoe het ging",
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
    """Return what a letter of this kind is called in Dutch, or else a kind of message that came in."""
    return LETTERS[kind].dutch if kind in LETTERS else _MESSAGES.get(kind, "brief")


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
