"""Who is complained about does not decide: whom it is about, whom it only names, and what that member says about it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.people import member_called, without_handler
from klachtmail.domain.conduct.scene import Effect, OnComplaint, Scene, refused, step
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint, Hearing
from klachtmail.domain.records.sight import concerned


def about(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'betreft @jan': no mail, dossier or commands of it for Jan any more."""
    member = member_called(scene, command.alias)
    if isinstance(member, Effect):
        return member
    address = member.address.lower()
    if address in complaint.about:
        return Effect(ok=True, text=f"Dat de klacht over {member.name} gaat, was al bekend.")
    left = [p for p in concerned(complaint, scene.firm.partners) if p != member]
    if not left:
        return refused("Dan blijft er geen partner over die de klacht mag zien.")
    named = tuple(one for one in complaint.named if one != address)
    taken = replace(complaint, about=(*complaint.about, address), named=named)
    after = noted(taken, "about", scene.now, scene.by, address)
    text = f"{member.name} krijgt geen mail meer over deze klacht."
    if after.handler != address:
        return Effect(ok=True, text=text, complaints=(after,))
    effect = step(
        scene,
        replace(after, handler=None, assigned_at=None),
        "returned",
        f"{text} Er is nu geen behandelaar meer.",
        address,
    )
    if not effect.ok:  # it is over: who handled it stays on record
        return Effect(ok=True, text=text, complaints=(after,))
    data = letters.Returned(reason=f"De klacht gaat over {member.name}, die hem behandelde. Wie neemt hem over?")
    return effect.writes(*without_handler(scene, effect.complaints[0], data))


def not_about(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'betreft niet @jan': Jan is named, and it is about somebody else. Another member must say so."""
    member = member_called(scene, command.alias)
    if isinstance(member, Effect):
        return member
    if member == scene.actor and scene.scope is not None:
        return refused("Dat zegt een andere partner. Ben je de enige, dan doet de beheerder het.")
    address = member.address.lower()
    if address in complaint.about:
        return refused(f"Dat de klacht over {member.name} gaat, staat al vast.")
    if address in complaint.cleared:
        return Effect(ok=True, text=f"Dat de klacht niet over {member.name} gaat, was al bekend.")
    after = replace(
        complaint, named=tuple(one for one in complaint.named if one != address), cleared=(*complaint.cleared, address)
    )
    return step(scene, after, "not_about", f"De klacht gaat niet over {member.name}.", address)


def hear(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'vraag @jan: …': the other side of it. Jan sees the question, and nothing of the dossier."""
    member = member_called(scene, command.alias)
    if isinstance(member, Effect):
        return member
    if member == scene.actor:
        return refused("Jezelf hoef je niets te vragen. Schrijf het op met “notitie: …”.")
    address, question = member.address.lower(), command.text or ""
    asked = Hearing(member=address, asked_at=scene.now, question=question)
    after = replace(complaint, hearings=(*complaint.hearings, asked))
    text = f"{member.name} krijgt je vraag. Het antwoord komt als wederhoor in het dossier."
    effect = step(scene, after, "hearing_asked", text, address)
    data = letters.Hearing(by=scene.actor.name, question=question)
    return effect.writes(requests.to_member(data, member, None, number=complaint.number))


def is_hearing(complaint: Complaint, member: Member, answered_kind: str | None) -> bool:
    """Return whether a mail is the answer to that question: it is below it, or its writer may say nothing else."""
    is_asked = any(h.member == member.address.lower() and h.answered_at is None for h in complaint.hearings)
    return is_asked and (answered_kind == "hearing" or member.address.lower() in complaint.about)


def heard(scene: Scene, complaint: Complaint, mail: Incoming, text: str) -> Effect:
    """File what a member answered as the other side of it, and show it to the handler."""
    open_ones = [i for i, h in enumerate(complaint.hearings) if h.member == scene.by and h.answered_at is None]
    hearings = tuple(
        replace(h, answered_at=mail.received_at, text=text) if i == open_ones[-1] else h
        for i, h in enumerate(complaint.hearings)
    )
    effect = step(
        scene,
        replace(complaint, hearings=hearings),
        "heard",
        "Dank je. Je antwoord staat als wederhoor in het dossier.",
    )
    after = effect.complaints[0]
    told = [m for m in requests.responsible(after, scene.firm) if m != scene.actor]
    data = letters.Heard(who=scene.actor.name, text=text)
    return effect.writes(*(requests.to_member(data, m, after) for m in told))


ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {"about": about, "not_about": not_about, "hear": hear}
