"""What was promised to a complainant: a complaint may close, a promise stays open until it is done."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.people import owner_called
from klachtmail.domain.conduct.scene import Effect, OnComplaint, Scene, complainant_key, step, which
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.outgoing.buttons import for_party
from klachtmail.domain.records.letter import Button
from klachtmail.domain.records.model import Complaint, Promise

# '1.250,50', '1250.50', '1 250', '450,-': thousands in threes, cents behind the last point or comma.
_FIGURES: Final = r"\d{1,3}(?:[.,'\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,2})?(?!\d)"
_AMOUNT: Final = re.compile(
    rf"(?:€|\beuro?\b|\beur\b)\s?(?P<after>{_FIGURES})|(?<![\d.,])(?P<before>{_FIGURES})(?:,-)?\s?(?:€|euro?\b)",
    re.IGNORECASE,
)
_CENTS: Final = re.compile(r"[.,](\d{1,2})$")
_SHORT: Final = 100  # characters of a proposal that fit in a button
_REJECTED: Final = re.compile(
    r"\b(?:ongegrond|niet gegrond|afgewezen|niet[- ]ontvankelijk|unfounded|dismissed)\b", re.IGNORECASE
)
_RULED: Final = timedelta(days=14)  # CRKBO: what was ruled is carried out quickly


def promise(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'toezegging: 450 euro terug door sonja voor 1 oktober'."""
    owner, said = owner_called(scene, command.alias, complaint.handler or scene.by), command.text or ""
    if isinstance(owner, Effect):
        return owner
    made = Promise(
        text=said, owner=owner, due_on=command.on, amount=amount_in(said), to=complainant_key(scene, complaint)
    )
    return add(scene, complaint, made)


def add(scene: Scene, complaint: Complaint, made: Promise) -> Effect:
    """Put a promise on record; said again, with its date or owner, it is the same one."""
    same = [i for i, p in enumerate(complaint.promises) if (p.text.casefold(), p.to) == (made.text.casefold(), made.to)]
    at = same[0] if same else len(complaint.promises)
    if same:
        kept = complaint.promises[at]
        made = replace(kept, due_on=made.due_on or kept.due_on, owner=made.owner or kept.owner)
    promises = (*complaint.promises[:at], made, *complaint.promises[at + 1 :])
    asked = f". Noem ook een dag: “toezegging: {made.text} voor 1 februari”"
    until = f", uiterlijk {day(made.due_on)}" if made.due_on else asked
    text = f"Toezegging {at + 1} vastgelegd: {scene.name(made.owner)}{until}. Zij blijft open tot “toezegging {at + 1} gereed”."
    return step(scene, replace(complaint, promises=promises), "promised", text.replace(".. ", ". "), made.text)


def promise_done(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'toezegging 1 gereed': what was promised happened."""
    on = command.on or scene.today
    still = [i for i, p in enumerate(complaint.promises, 1) if p.done_on is None]
    index = command.index or (still[0] if len(still) == 1 else 0)
    if not 1 <= index <= len(complaint.promises):
        return which("toezegging", enumerate((p.text for p in complaint.promises), 1))
    if command.choice == "niet":
        return _still_open(scene, complaint, index)
    promises = tuple(replace(p, done_on=on) if i == index else p for i, p in enumerate(complaint.promises, 1))
    text = f"Toezegging {index} is nagekomen."
    return step(
        scene, replace(complaint, promises=promises), "promise_done", text, f"{index} {promises[index - 1].text}"
    )


def _still_open(scene: Scene, complaint: Complaint, index: int) -> Effect:
    """Take back that a promise was kept: its owner is reminded again."""
    one = complaint.promises[index - 1]
    promises = tuple(replace(p, done_on=None) if i == index else p for i, p in enumerate(complaint.promises, 1))
    text = f"Toezegging {index} staat open: {one.text.rstrip('.')}. {scene.name(one.owner)} wordt eraan herinnerd."
    return step(scene, replace(complaint, promises=promises), "promised", text, one.text)


def amount_in(text: str) -> float | None:
    """Return the first amount in euros of a text ('450 euro', '€ 1.250,50', 'EUR 99.95'), or None."""
    found = _AMOUNT.search(text)
    if found is None:
        return None
    figures = found["after"] or found["before"]
    cents = _CENTS.search(figures)
    whole = re.sub(r"\D", "", figures[: cents.start()] if cents else figures)
    return float(f"{whole}.{cents[1]}" if cents else whole)


def asked_for(scene: Scene, complaint: Complaint, effect: Effect) -> Effect:
    """Ask what was promised, now that this complainant agrees and nobody wrote it down."""
    key = complainant_key(scene, complaint)
    if not effect.ok or any(each.to == key for each in complaint.promises):
        return effect
    proposal = " ".join((complaint.proposal or "").split())
    line = f"toezegging: {proposal.rstrip('.')}" if 0 < len(proposal) <= _SHORT else "toezegging: "
    text = f"{effect.text} Wat zegden jullie toe, wie doet het en wanneer? Stuur “{f'{key} ' if key else ''}toezegging: … door @alias voor (datum)”."
    return replace(effect, text=text, buttons=(*effect.buttons, for_party(Button(label="Toezegging", line=line), key)))


def from_ruling(scene: Scene, complaint: Complaint, effect: Effect, ruling: str) -> Effect:
    """What the independent third party rules must be carried out too, unless it found nothing."""
    if not effect.ok or _REJECTED.search(ruling):
        return effect
    made = Promise(
        text=f"uitspraak uitvoeren: {ruling}",
        owner=complaint.handler or scene.by,
        due_on=scene.today + _RULED,
        amount=amount_in(ruling),
        to=complainant_key(scene, complaint),
    )
    added = add(scene, effect.complaints[0], made)
    return replace(added, text=f"{effect.text} {added.text}") if added.ok else effect


ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {"promise": promise, "promise_done": promise_done}
