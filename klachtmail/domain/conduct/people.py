"""Who handles it, whom it is about, who complained (procedure: 'Zij handelen de klacht zelf af of geven …')."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from klachtmail.domain.agenda.earlier import before, earlier, lines
from klachtmail.domain.commands import nearest
from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.rights import coordinates
from klachtmail.domain.conduct.scene import Effect, OnComplaint, Scene, complainant_key, refused, step
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.outgoing import letters, may_answer, requests, routing
from klachtmail.domain.outgoing.buttons import TAKE, give_buttons
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint, Party
from klachtmail.domain.records.parties import addressee, changed, co_complainants, known_to, party_called
from klachtmail.domain.records.sight import concerned, is_about
from klachtmail.domain.records.steps import party_name


def take(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'ik pak het op'. Two at once: the first wins, the second is told who."""
    if not complaint.is_open:
        return hand_to(scene, complaint, scene.actor)  # which the life cycle refuses, with the reason
    if complaint.handler == scene.by:
        return Effect(ok=True, text="Je was al de behandelaar.")
    if complaint.handler is not None and scene.firm.member(complaint.handler) is not None and not command.over:
        name = scene.name(complaint.handler)
        return refused(f"{name} heeft deze klacht al. Overnemen? Stuur dan “@{scene.actor.alias}”.")
    return hand_to(scene, complaint, scene.actor)


def assign(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'@jan'. Handing it to somebody whom it names is done with a warning; to whom it is about, not at all."""
    member = member_called(scene, command.alias)
    if isinstance(member, Effect):
        return member
    if is_about(complaint, member):
        return refused(f"Deze klacht gaat over {member.name}; kies iemand anders.")
    if member.role == "coordinator":
        return refused(f"{member.name} coördineert en behandelt zelf geen klachten; kies iemand anders.")
    if complaint.handler == member.address.lower():
        return _reminded(scene, complaint, member)
    return hand_to(scene, complaint, member)


def _reminded(scene: Scene, complaint: Complaint, handler: Member) -> Effect:
    """Say who has it already; from the coordinator it is a reminder, with the whole dossier."""
    text = f"{handler.name} was al de behandelaar"
    if scene.actor.role == "partner" or not coordinates(scene):
        return Effect(ok=True, text=f"{text}.")
    effect = step(scene, complaint, "noted", f"{text} en krijgt een herinnering.", f"herinnering aan {handler.address}")
    asked = f"Een herinnering van {scene.actor.name}: hoe staat het hiermee?"
    return effect.writes(requests.assigned(complaint, handler, scene.actor, asked))


def member_called(scene: Scene, alias: str | None) -> Member | Effect:
    """Return the member with this alias, or the answer that there is none, with the nearest."""
    member = scene.firm.by_alias(alias) if alias else None
    if member is not None:
        return member
    aliases = [m.alias for m in scene.firm.members]
    known = ", ".join(f"@{a}" for a in aliases)
    guess = nearest(alias, aliases) if alias else None
    hint = f"Bedoelde je @{guess}?" if guess else f"Kies uit {known}."
    return refused(f"Ik ken geen “@{alias or ''}”. {hint}")


def owner_called(scene: Scene, alias: str | None, otherwise: str) -> str | Effect:
    """Return the address of whom a command makes the owner ('door @jan'), or `otherwise` when it names nobody; or a refusal."""
    if not alias:
        return otherwise
    member = member_called(scene, alias)
    return member if isinstance(member, Effect) else member.address.lower()


def hand_to(scene: Scene, complaint: Complaint, member: Member) -> Effect:
    """Make this member the handler and tell those who must know, except whom it is about."""
    own = member == scene.actor
    warning = ""
    if member.address.lower() in complaint.named:
        warning = f"Let op: {member.name} wordt in de klacht genoemd. Gaat de klacht over {member.name}? Stuur “betreft @{member.alias}”."
    text = "Je bent nu de behandelaar." if own else f"{member.name} is nu de behandelaar."
    effect = step(
        scene,
        replace(complaint, handler=member.address.lower(), assigned_at=scene.now),
        "assigned",
        f"{text} {warning}".strip(),
        member.address.lower(),
    )
    if not effect.ok:
        return effect
    after = effect.complaints[0]
    previous = scene.firm.member(complaint.handler)
    told = [*requests.taken(after, scene.firm, scene.actor, member)]
    if not own:
        known = lines(earlier(scene.records, after, before(scene.records, after)), member, scene.today)
        told.append(requests.assigned(after, member, scene.actor, " ".join(filter(None, (warning, *known)))))
    if previous is not None and previous.role == "employee" and previous not in (scene.actor, member):
        data = letters.Taken(handler_name=member.name, by=scene.actor.name)
        told.append(requests.to_member(data, previous, after, buttons=()))
    return effect.writes(*told)


def handler_changed(scene: Scene, before: Complaint, after: Complaint) -> tuple[LetterRequest, ...]:
    """Return who must hear that another, or nobody, handles it now because a command was undone."""
    now, previous = scene.firm.member(after.handler), scene.firm.member(before.handler)
    told = [p for p in concerned(after, scene.firm.overseers) if p not in (scene.actor, now)]
    if previous is not None and previous.role == "employee" and previous != scene.actor:
        told += concerned(after, (previous,))
    if now is None:
        back = letters.Returned(by=scene.actor.name, reason="De opdracht is ongedaan gemaakt.")
        return tuple(requests.to_member(back, m, after, buttons=(TAKE,) if m.oversees else ()) for m in told)
    data = letters.Taken(handler_name=now.name, by=scene.actor.name)
    return tuple(requests.to_member(data, m, after, buttons=()) for m in told)


def give_back(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'geef terug': no handler again; the partners are told at once, for the two weeks run on."""
    if complaint.handler is None:
        return refused("Deze klacht heeft geen behandelaar.")
    effect = step(
        scene,
        replace(complaint, handler=None, assigned_at=None),
        "returned",
        "Je geeft de klacht terug. De partners weten het.",
        command.text or "",
    )
    if not effect.ok:
        return effect
    after = effect.complaints[0]
    data = letters.Returned(by=scene.actor.name, reason=command.text or "")
    return effect.writes(*without_handler(scene, after, data))


def without_handler(scene: Scene, complaint: Complaint, data: letters.Returned) -> tuple[LetterRequest, ...]:
    """Return the letter to the other partners that somebody must take it."""
    told = [p for p in concerned(complaint, scene.firm.overseers) if p != scene.actor]
    return tuple(
        requests.to_member(data, p, complaint, buttons=(TAKE, *give_buttons(p, complaint, scene.firm))) for p in told
    )


def complainant(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'klager: …': who really complained. This also confirms a complaint that was reported or forwarded."""
    key = complainant_key(scene, complaint)
    if key is not None:
        return _co_complainant(scene, complaint, command, key)
    old = complaint.complainant
    address = command.address.lower() if command.address else old.address
    if address and not scene.firm.is_outside(address):
        return refused(f"{address} is een adres van de firma zelf.")
    party = _described(command, old)
    others = tuple(
        x
        for x in (*complaint.others, *((old.address,) if old.address != address and old.address else ()))
        if x != address
    )
    shown = " ".join(filter(None, (party.name, f"<{party.address}>" if party.address else "(zonder e-mail)")))
    parties = tuple(p for p in complaint.parties if p.role != "third_party" or p.address != address)
    changed_to = replace(complaint, complainant=party, others=others, parties=parties)
    after = noted(changed_to, "complainant", scene.now, scene.by, shown)
    effect = Effect(ok=True, text=f"De klager is {shown}.", complaints=(after,))
    if complaint.confirmed or not complaint.is_open:
        return _reached_at_last(scene, complaint, effect, None)
    return confirm(scene, after, effect)


def _reached_at_last(scene: Scene, before: Complaint, effect: Effect, key: str | None) -> Effect:
    """Add the acknowledgement that nobody could get because no letter reached this address, now that one does."""
    after = effect.complaints[0]
    was, party = party_called(before, key), party_called(after, key)
    if was is None or party is None or not party.address or party.acknowledged_at is not None:
        return effect
    if not may_answer.cannot_write(known_to(before, key), scene.firm):
        return effect  # it went, waits, or was withheld for what the mail looked like
    wanted = after.is_open and scene.firm.procedure.acknowledge == "always"
    if not wanted or may_answer.cannot_write(known_to(after, key), scene.firm):
        return effect
    text = f"{effect.text} De ontvangstbevestiging gaat naar {addressee(after, party).address}."
    return replace(effect, text=text).writes(requests.acknowledgement(after, key=key))


def _described(command: Command, old: Party) -> Party:
    """Return somebody as a member describes them; what is not said stays."""
    return replace(
        old,
        name=command.name or old.name,
        address=command.address.lower() if command.address else old.address,
        phone=command.phone or old.phone,
        postal=command.postal or old.postal,
    )


def _co_complainant(scene: Scene, complaint: Complaint, command: Command, key: str) -> Effect:
    """Put right who a co-complainant is."""
    address = command.address.lower() if command.address else None
    if address and not scene.firm.is_outside(address):
        return refused(f"{address} is een adres van de firma zelf.")
    after = changed(complaint, key, lambda party: _described(command, party))
    text = f"{key} is van {command.name or address or 'dezelfde klager'}."
    effect = step(scene, after, "complainant", text, " ".join(filter(None, (key, command.name, address))))
    return _reached_at_last(scene, complaint, effect, key)


def representative(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'gemachtigde: …': letters go there from now on; the complainant stays who complained. 'gemachtigde: geen' ends it."""
    key = complainant_key(scene, complaint)
    address = command.address.lower() if command.address else None
    whose = party_called(complaint, key) or complaint.complainant
    acted = [p for p in complaint.parties if p.role == "representative" and p.stands_for == key]
    if command.choice == "nee" or (acted and address == whose.address):
        return _acts_no_longer(scene, complaint, acted, whose)
    if address is None:
        return refused("Naar welk adres? Stuur “gemachtigde: naam <adres>”.")
    if not scene.firm.is_outside(address):
        return refused(f"{address} is een adres van de firma zelf.")
    acts = Party(name=command.name or "", address=address, phone=command.phone, role="representative", stands_for=key)
    others = tuple(p for p in complaint.parties if not _is_replaced(p, address, key))
    after = replace(complaint, parties=(*others, acts), others=tuple(x for x in complaint.others if x != address))
    text = f"Brieven gaan voortaan naar {acts.name or address} <{address}>."
    if whose.address == address:  # who wrote first was taken for who complained
        after = changed(after, key, _nobody_yet)
        text = f"{text} Namens wie treedt hij op? Stuur “{f'{key} ' if key else ''}klager: ” met de naam."
    return step(scene, after, "complainant", text, f"gemachtigde {acts.name} <{address}>")


def _acts_no_longer(scene: Scene, complaint: Complaint, acted: Sequence[Party], whose: Party) -> Effect:
    """Let letters go to the complainant again; who acted stays known as a third party."""
    if not acted:
        return refused("Er is hier geen gemachtigde; brieven gaan naar de klager zelf.")
    others = tuple(p for p in complaint.parties if p not in acted)
    third = tuple(replace(p, role="third_party", stands_for=None) for p in acted)
    after = replace(complaint, parties=(*others, *(p for p in third if p.address not in {o.address for o in others})))
    where = f" <{whose.address}>" if whose.address else ". Er is geen adres bekend: stuur “klager: naam <adres>”"
    text = f"Brieven gaan weer naar {party_name(whose)} zelf{where}."
    return step(scene, after, "complainant", text, f"zonder gemachtigde {acted[-1].name} <{acted[-1].address}>")


def _is_replaced(party: Party, address: str, key: str | None) -> bool:
    """Return whether a new representative replaces this party: who stood for the same complainant, or was a third party.

    Somebody who complained too, or stands for another, stays that.
    """
    if party.role == "representative":
        return party.stands_for == key
    return party.role == "third_party" and party.address == address


def _nobody_yet(party: Party) -> Party:
    return replace(party, name="", address=None, phone=None, postal=None, organisation=None, reply_to=None)


def lapsed_acknowledgement(scene: Scene, complaint: Complaint) -> tuple[LetterRequest, ...]:
    """Return the acknowledgement that was dropped while it waited, for a complaint that is open after all."""
    has_lapsed = any((h.actor, h.detail) == ("klachtmail", requests.LAPSED) for h in complaint.history)
    if not has_lapsed or complaint.acknowledged_at is not None or may_answer.cannot_write(complaint, scene.firm):
        return ()
    return (requests.acknowledgement(complaint),)


def confirm(scene: Scene, complaint: Complaint, before: Effect, *, asked: bool = False) -> Effect:
    """Make a proposed complaint a confirmed one and send the acknowledgement, if the firm does or `asked`."""
    effect = step(
        scene, replace(complaint, confirmed=True), "confirmed", f"{before.text} De klacht is bevestigd.".strip()
    )
    if not effect.ok or not (asked or scene.firm.procedure.acknowledge == "always"):
        return effect
    after = effect.complaints[0]
    effect = effect.writes(*_to_others(scene, after))
    if after.complainant.withdrawn_at is not None:
        return effect
    if after.complainant.address is None:
        return effect.writes(requests.to_member(letters.Print(letter=letters.Acknowledgement()), scene.actor, after))
    if why := may_answer.cannot_write(after, scene.firm):
        return replace(effect, text=f"{effect.text} Geen ontvangstbevestiging: {why}.")
    text = f"{effect.text} De ontvangstbevestiging gaat naar {after.complainant.address}."
    return replace(effect, text=text).writes(requests.acknowledgement(after))


def _to_others(scene: Scene, complaint: Complaint) -> Iterator[LetterRequest]:
    """Yield the acknowledgements of those who complained along, to mail or to print."""
    yield from routing.acknowledgements_of_others(complaint, scene.firm)
    for party in co_complainants(complaint):
        if party.withdrawn_at is None and addressee(complaint, party).address is None:
            yield requests.to_party(letters.Acknowledgement(), complaint, party, scene.actor)


ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {
    "take": take,
    "assign": assign,
    "give_back": give_back,
    "representative": representative,
    "complainant": complainant,
}
