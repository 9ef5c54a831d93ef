"""Whether a later day may be given: it is later, and within the firm's scheme or with the consent of the client."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from klachtmail.domain.conduct.scene import Scene
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.records.model import Complaint, Party
from klachtmail.domain.records.parties import was_postponed

_CONSENTS: Final = (
    r"instemming|toestemming|ingestemd|stemt?\b[^.;\n]{0,20}\bin|vindt? (?:dat|het|dit) goed|akkoord|agree[sd]?|consent"
)
_CONSENT: Final = re.compile(rf"\b(?:{_CONSENTS})\b", re.IGNORECASE)
_NO_CONSENT: Final = re.compile(
    rf"\b(?:zonder|geen|niet|nooit|weiger\w*|without|no|not|never)\b[^.;\n]{{0,40}}\b(?:{_CONSENTS})\b"
    rf"|\b(?:{_CONSENTS})\b[^.;\n]{{0,30}}\b(?:niet|geen|geweigerd|ontbreekt|gevraagd|not|refused)\b",
    re.IGNORECASE,
)


def why_not_later(scene: Scene, complaint: Complaint, people: Sequence[Party], on: dt.date, reason: str) -> str:
    """Return in Dutch why these people, who wait, may not be given this later day, or ''."""
    promised = max(party.due_on or complaint.due_on for party in people)
    if on <= promised:
        return f"De klager hoort het al uiterlijk {day(promised)}. Kies een dag daarna."
    return _beyond_the_scheme(scene, complaint, people, on, promised, reason)


def _beyond_the_scheme(
    scene: Scene, complaint: Complaint, people: Sequence[Party], on: dt.date, promised: dt.date, reason: str
) -> str:
    """Return why the firm's scheme does not allow it, or ''; with the client's consent it always does."""
    rule = scene.firm.procedure.postpone
    asks = "Vindt de klager het goed? Zet dat in de reden: “met instemming van de klager”."
    if _CONSENT.search(reason) and not _NO_CONSENT.search(reason):
        return ""
    if rule.times is not None and _given(complaint, people) >= rule.times:
        return f"Uitstel mag hier {rule.times} keer, en dat is al gegeven. {asks}"
    if rule.days is not None and (on - promised).days > rule.days:
        return f"Uitstel mag hier hoogstens {rule.days} dagen duren: tot {day(promised + dt.timedelta(days=rule.days))}. {asks}"
    return ""


def _given(complaint: Complaint, people: Sequence[Party]) -> int:
    """Return how often they were given a later day; of a register from before those were kept, how often anybody was."""
    told = max(len(party.postponed) for party in people)
    if told or not was_postponed(complaint):
        return told
    return sum(entry.event == "postponed" for entry in complaint.history)
