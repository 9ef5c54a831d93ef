"""What the complainants were told, by letter, by post or in person: each of them apart."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.postponing import why_not_later
from klachtmail.domain.conduct.scene import (
    Effect,
    OnComplaint,
    Scene,
    complainant_key,
    named_party,
    on_day,
    refused,
    step,
)
from klachtmail.domain.conduct.second_reader import told_unread
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.outgoing import client_letters
from klachtmail.domain.records.letter import Button
from klachtmail.domain.records.model import ALL, Complaint, Draft, Later, Party
from klachtmail.domain.records.parties import addressee, changed, going_on, key_of, party_called, untold, with_next_day
from klachtmail.domain.records.steps import party_name


def complete(
    scene: Scene,
    complaint: Complaint,
    current: Draft,
    at: dt.datetime,
    text: str,
    people: Sequence[Party],
    posting: Sequence[Party] = (),
) -> Effect:
    """Record what the letter that these people got means for the complaint; `posting` still have to get it by post."""
    left = replace(current, posting=tuple(p.number for p in posting if p.number)) if posting else None
    done = replace(complaint, draft=left)
    for party in people:
        done = changed(done, key_of(complaint, party), lambda one: replace(one, waiting_since=None))
    if current.kind == "outcome":
        return tell(scene, done, people, at, text, current.kind)
    if current.kind == "postponement" and current.due_on is not None:
        later = _postponed(done, people, current.due_on, at)
        if current.posting:  # others had it by mail: this is the letter about it to somebody without
            return step(scene, later, "posted", text, people[0].number or "")
        text = f"{text} De nieuwe uiterste datum is {day(current.due_on)}."
        return step(scene, later, "postponed", text, current.kind)
    return step(scene, done, "message_sent", text, current.kind)


def _postponed(complaint: Complaint, people: Sequence[Party], due_on: dt.date, at: dt.datetime) -> Complaint:
    """Return the complaint with a later day for these people, as far as they still wait: who was told nothing has his old one."""
    waiting = {party.number for party in untold(complaint)}
    told = Later(at=at, due_on=due_on)
    for party in people:
        if party.number in waiting:
            key = key_of(complaint, party)
            complaint = changed(
                complaint, key, lambda one: replace(one, due_on=due_on, postponed=(*one.postponed, told))
            )
    return with_next_day(complaint)


def tell(
    scene: Scene, complaint: Complaint, people: Sequence[Party], at: dt.datetime, text: str, detail: str
) -> Effect:
    """Record that these complainants were told the outcome at this moment."""
    done, others = complaint, [party for party in people if party.number != complaint.number]
    for party in people:
        done = changed(done, party.number, lambda one: replace(one, told_at=one.told_at or at, waiting_since=None))
    first = len(others) < len(people) or complaint.complainant.withdrawn_at is not None
    if first and len(others) == len(people):  # who complained first withdrew: this is the outcome of the others
        done = replace(done, answered_at=done.answered_at or at)
    done = with_next_day(done)
    effect = step(scene, done, "answered" if first else "party_told", text, detail if first else others[0].number or "")
    for party in others[0 if first else 1 :] if effect.ok else ():
        effect = step(scene, effect.complaints[0], "party_told", text, party.number or "")
    return effect


def told(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'uitkomst gemeld': told by phone or in person instead of by letter."""
    if not (command.text or complaint.outcome):
        return refused("Wat heb je gemeld? Stuur “uitkomst gemeld: ” met de uitkomst in een paar woorden.")
    at = scene.moment(command.on)
    people = _whom(scene, complaint, command)
    if gone := [party_name(p) for p in people if p.withdrawn_at is not None]:
        lines = " of ".join(f"“{p.number} uitkomst gemeld”" for p in untold(complaint))
        return refused(f"{gone[0]} trok de klacht in. Wie hoorde de uitkomst? Stuur {lines}.")
    spoken = replace(complaint, outcome=complaint.outcome or command.text)
    for party in people:
        spoken = changed(spoken, party.number, partial(_spoken, at=at))
    effect = tell(scene, spoken, people, at, f"De uitkomst is gemeld{on_day(command.on, scene)}.", command.text or "")
    return told_unread(scene, complaint, _still_untold(effect)) if effect.ok else effect


def told_later(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'uitstel gemeld 21 december': the later day was told by phone or in person instead of by letter."""
    people = _whom(scene, complaint, command)
    waiting = [party for party in people if party.number in {p.number for p in untold(complaint)}]
    if not waiting:
        return refused("De uitkomst is al gemeld; uitstel is niet meer nodig.")
    if command.on is None:
        return refused("Welke dag heb je genoemd? Stuur bijvoorbeeld “uitstel gemeld 21 december: aan de telefoon”.")
    if why := why_not_later(scene, complaint, waiting, command.on, command.text or ""):
        return refused(why)
    after = _postponed(complaint, waiting, command.on, scene.now)
    for party in waiting:
        after = changed(after, key_of(after, party), partial(_spoken, at=scene.now))
    names = " en ".join(party_name(party) for party in waiting)
    text = f"{names}: het wordt uiterlijk {day(command.on)}. Dat is gemeld zonder brief."
    return step(scene, after, "postponed", text, command.text or "")


def _whom(scene: Scene, complaint: Complaint, command: Command) -> tuple[Party, ...]:
    """Return who was told: everybody, who is named before the line or wrote the answered mail, else the first."""
    found = party_called(complaint, complainant_key(scene, complaint))
    return going_on(complaint) if command.choice == ALL or found is None else (found,)


def _spoken(party: Party, at: dt.datetime) -> Party:
    return replace(party, contacted_at=min(at, party.contacted_at or at), waiting_since=None)


def _still_untold(effect: Effect) -> Effect:
    """Return the effect without the draft that is not needed any more, or with who still has to hear the outcome."""
    after = effect.complaints[0]
    waiting = [f"{party_name(p)} (“{p.number} uitkomst gemeld”)" for p in untold(after)]
    if not waiting:
        return replace(effect, complaints=(replace(after, draft=None), *effect.complaints[1:]))
    return replace(effect, text=f"{effect.text} Nog niet gehoord: {', '.join(waiting)}.")


def posted(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'gepost': the printed letter was sent. Of several each is posted for itself, or all with 'gepost aan allen'."""
    at = scene.moment(command.on)
    text = f"Gepost{on_day(command.on, scene)}."
    if complaint.draft is None:
        key = complainant_key(scene, complaint)
        received = changed(complaint, key, lambda one: replace(one, acknowledged_at=one.acknowledged_at or at))
        return step(scene, received, "posted", text, key or "")
    people = client_letters.recipients(complaint, scene.today)
    by_post = [p for p in people if addressee(complaint, p).address is None] or [*people]
    chosen = by_post if command.choice == ALL else _whose(scene, complaint, by_post)
    if not chosen:
        return _whose_was_it(by_post)
    left = [party for party in by_post if party not in chosen]
    if left:
        text = f"{text} Nog te posten: {', '.join(f'{party_name(p)} (“{p.number} gepost”)' for p in left)}."
    effect = complete(scene, complaint, complaint.draft, at, text, chosen, posting=left)
    return told_unread(scene, complaint, effect) if complaint.draft.kind == "outcome" else effect


def _whose(scene: Scene, complaint: Complaint, by_post: Sequence[Party]) -> list[Party]:
    """Return whose letter was posted: who is named, whose letter was answered, else the only one; or nobody."""
    said = named_party(scene, complaint)
    if said is not None:
        return [party for party in by_post if party.number == said]
    return [*by_post] if len(by_post) == 1 else []


def _whose_was_it(by_post: Sequence[Party]) -> Effect:
    lines = [(party_name(p), f"{p.number} gepost") for p in by_post]
    asked = f"Wiens brief is gepost? Stuur {' of '.join(f'“{line}”' for _, line in lines)}, of “gepost aan allen”."
    buttons = (Button(label=f"Gepost: {name}", line=line) for name, line in lines)
    return refused(asked, *buttons, Button(label="Alles gepost", line="gepost aan allen"))


ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {"told": told, "told_later": told_later, "posted": posted}
