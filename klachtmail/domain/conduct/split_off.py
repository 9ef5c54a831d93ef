"""A complaint in an old thread: one message of a dossier becomes a complaint of its own."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.scene import Effect, OnComplaint, Scene, refused, step
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.incoming.intake import open_complaint, party_of
from klachtmail.domain.outgoing import routing
from klachtmail.domain.records.model import Complaint, Message
from klachtmail.domain.records.numbers import numbers_in
from klachtmail.domain.records.parties import changed, complainant_at, key_of

_FROM_OUTSIDE = frozenset({"follow_up", "third_party"})


def split_off(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'nieuw': the message that was shown gets a number, an acknowledgement and two weeks from its receipt."""
    message = _shown(scene, complaint, (command.target or "").lower())
    if message is None:
        return refused("Er is geen later bericht in dit dossier waarvan een nieuwe klacht kan worden gemaakt.")
    mail = scene.reread(message.sha256)
    if mail is None:
        return refused("Dat bericht is niet meer bewaard.")
    ids = (message.message_id,) if message.message_id else ()
    if others := [n for n in scene.records.numbers_for_thread(ids) if n != complaint.number]:
        return refused(f"Dat bericht is al klacht {others[0]}.")
    known = complainant_at(complaint, mail.sender.address)
    party = party_of(mail.sender, scene.firm, mail.new_text)
    fresh, state = open_complaint(
        scene.state,
        mail,
        scene.firm,
        scene.now,
        party=replace(party, name=party.name or (known.name if known else "")),
        actor=scene.by,
        received_at=message.at,
        subject="" if numbers_in(mail.subject) else mail.subject,  # that of a letter of ours says nothing of it
        text=mail.new_text or mail.text,
        detail=f"uit {complaint.number}",
    )
    kept = complaint
    if known is not None:
        kept = changed(complaint, key_of(complaint, known), lambda one: replace(one, waiting_since=None))
    text = f"Dit bericht is nu klacht {fresh.number}, te beantwoorden vóór {day(fresh.due_on)}."
    effect = step(scene, kept, "noted", text, f"een bericht ging verder als {fresh.number}")
    letters = routing.admission(fresh, scene.firm, mail, vouched=True, duty=scene.duty)
    return Effect(ok=True, text=text, complaints=(*effect.complaints, fresh), letters=letters, state=state)


def _shown(scene: Scene, complaint: Complaint, target: str) -> Message | None:
    """Return the message that a button names, or else the newest, of whom the answered mail was about."""
    found = [m for m in reversed(complaint.messages) if m.direction == "in" and m.kind in _FROM_OUTSIDE]
    if target:
        return next((m for m in found if m.sha256.startswith(target.removeprefix("b"))), None)
    party = next((p for p in complaint.parties if scene.party in {p.number, p.address}), None) if scene.party else None
    mine = [m for m in found if party is None or m.sender == party.address]
    return next(iter(mine), None)


ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {"split_off": split_off}
