"""How a client found that we dealt with the complaint: the three answers, in each language that letters have."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from klachtmail.domain.records.model import Complaint, Party, Score

ANSWERS: Final[Mapping[str, Mapping[str, Score]]] = MappingProxyType(
    {
        "nl": {"Goed": "good", "Gaat wel": "fair", "Niet goed": "poor"},
        "en": {"Good": "good", "Fair": "fair", "Not good": "poor"},
        "de": {"Gut": "good", "Es geht": "fair", "Nicht gut": "poor"},
        "fr": {"Bien": "good", "Moyen": "fair", "Pas bien": "poor"},
    }
)


def answers(language: str) -> Mapping[str, Score]:
    """Return the three answers of a language ('en-GB'), of Dutch where letters have no such language."""
    return ANSWERS.get(language.partition("-")[0].lower(), ANSWERS["nl"])


def was_asked(complaint: Complaint, party: Party) -> bool:
    """Return whether this complainant was asked how it went: that is done once, also when the complaint was opened again."""
    return any(each.event == "satisfaction_asked" and each.detail == party.number for each in complaint.history)
