"""Dutch names of what the records hold as codes: for members, who read Dutch."""

from collections.abc import Sequence
from typing import Final

from klachtmail.domain.digest import Tempo

JUDGEMENTS: Final = {"gegrond": "gegrond", "deels": "deels gegrond", "ongegrond": "ongegrond"}

_STATUS: Final = {
    "new": "nieuw", "assigned": "in behandeling", "answered": "beantwoord", "closed": "gesloten",
    "dismissed": "geen klacht", "merged": "samengevoegd",
}  # fmt: skip

_ACTORS: Final = {"klachtmail": "klachtmail", "complainant": "de klager", "": "niemand"}

_LETTERS: Final = {
    "acknowledgement": "ontvangstbevestiging", "message": "bericht", "answer": "bericht", "outcome": "uitkomstbrief",
    "postponement": "brief over uitstel", "no_complaint": "brief dat het geen klacht is", "apology": "excuusbrief",
    "routing": "melding van een nieuwe klacht", "digest": "agenda klachten", "morning": "ochtendbericht",
    "internal_pointer": "verwijzing naar de lijn", "transcript": "antwoord op opdrachten", "assigned": "toewijzing",
}  # fmt: skip

_EVENTS: Final = {
    "received": "klacht ontvangen", "acknowledged": "ontvangst bevestigd", "assigned": "behandelaar aangewezen",
    "taken": "opgepakt", "returned": "teruggegeven", "serious": "ingrijpend genoemd", "not_serious": "niet ingrijpend",
    "discussed": "besproken", "contacted": "contact met de klager", "contact": "contact met de klager",
    "attempt": "geen gehoor", "no_answer": "geen gehoor", "remedy": "wens vastgelegd", "judgement": "oordeel",
    "judged": "oordeel", "cause": "oorzaak", "structural": "structureel", "measure": "maatregel",
    "measure_added": "maatregel", "measure_done": "maatregel gereed", "measure_worked": "werking van de maatregel",
    "outcome": "uitkomst", "proposal": "voorstel", "drafted": "concept gemaakt", "sent": "brief verstuurd",
    "answered": "uitkomst verstuurd", "told": "uitkomst gemeld", "postponed": "uitgesteld", "accepted": "klager akkoord",
    "declined": "klager niet akkoord", "appealed": "in beroep", "appeal": "in beroep", "ruling": "uitspraak",
    "withdrawn": "ingetrokken", "dismissed": "geen klacht", "closed": "gesloten", "reopened": "heropend",
    "merged": "samengevoegd", "follow_up": "nieuw bericht van de klager", "third_party": "bericht van een ander",
    "correspondence": "mail aan de klager", "noted": "notitie", "note": "notitie", "undone": "ongedaan gemaakt",
    "confirmed": "bevestigd als klacht", "bounced": "brief kwam niet aan", "posted": "per post verstuurd",
    "complainant": "klager vastgelegd", "about": "betreft een collega", "automatic": "automatisch bericht",
    "reminded": "herinnering", "unconfirmed": "nog niet bevestigd", "remark": "melding vastgelegd",
}  # fmt: skip

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
        ("Op tijd beantwoord", [f"{one.on_time} van {one.answered}" for one in years]),
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


def actor(name: str) -> str:
    """Return who did something, when it was no member."""
    return _ACTORS.get(name, name)


def hours(value: float | None) -> str:
    """Return a duration in hours as 'binnen een uur', '5 uur' or '3 dagen'; '–' when nothing was measured."""
    if value is None:
        return "–"
    if value < 1:
        return "binnen een uur"
    return f"{value:.0f} uur" if value < 48 else f"{value / 24:.0f} dagen"  # noqa: PLR2004 (two days)
