"""The law's own terms inside a complaint: a month for a request for access, 72 hours for a data leak."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.scene import Effect, OnComplaint, Scene, refused, step
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.privacy.erasure import months_before
from klachtmail.domain.records.letter import Button
from klachtmail.domain.records.model import Complaint, Statutory
from klachtmail.domain.records.sight import concerned

_LEAK: Final = dt.timedelta(hours=72)  # GDPR art. 33(1), from when the firm knew of it


def statutory(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'avg: inzage', 'avg: datalek': the second clock starts at receipt of what says so; 'avg: datalek gereed' stops it."""
    running = [one for one in complaint.statutory if one.done_at is None]
    match command.choice or "":
        case "inzage" | "datalek" as kind:
            if any(one.kind == kind for one in running):
                return Effect(ok=True, text="Die termijn liep al.")
            return _begun(scene, complaint, kind)
        case said:
            return _done(scene, complaint, [one for one in running if said == "gereed" or said.startswith(one.kind)])


def _done(scene: Scene, complaint: Complaint, over: Sequence[Statutory]) -> Effect:
    """Stop one clock; which of two, nobody guesses: the law has a term for each."""
    kinds = list(dict.fromkeys(one.kind for one in over))
    if not kinds:
        return refused("Zo’n AVG-termijn loopt hier niet. Stuur “avg: inzage” of “avg: datalek” om er een te beginnen.")
    if len(kinds) > 1:
        lines = [f"avg: {kind} gereed" for kind in kinds]
        buttons = (Button(label=line.removeprefix("avg: ").capitalize(), line=line) for line in lines)
        return refused(f"Welke is gereed? Stuur {' of '.join(f'“{line}”' for line in lines)}.", *buttons)
    done = tuple(replace(one, done_at=one.done_at or scene.now) if one in over else one for one in complaint.statutory)
    text = f"Vastgelegd: {kinds[0]} gereed."
    return step(scene, replace(complaint, statutory=done), "statutory_done", text, kinds[0])


def _known_since(scene: Scene, complaint: Complaint) -> dt.datetime:
    """Return when the firm knew: at receipt of the later mail that the answered one showed, else of the complaint."""
    later = (
        m.at for m in reversed(complaint.messages) if m.direction == "in" and m.kind in {"follow_up", "third_party"}
    )
    shown = (at for at in later if scene.shown_at is not None and at <= scene.shown_at)
    return next(shown, complaint.received_at)


def _begun(scene: Scene, complaint: Complaint, kind: Literal["inzage", "datalek"]) -> Effect:
    since = _known_since(scene, complaint)
    zone = scene.firm.organisation.zone
    due_at = (since + _LEAK if kind == "datalek" else months_before(since, -1)).astimezone(zone)
    begun = replace(complaint, statutory=(*complaint.statutory, Statutory(kind=kind, since=since, due_at=due_at)))
    late = " Die dag is voorbij: doe het vandaag nog, en zeg erbij waarom het later is." if due_at < scene.now else ""
    until = f"{day(due_at.date())} om {due_at:%H:%M}" if kind == "datalek" else day(due_at.date())
    what = "meld het datalek bij de Autoriteit Persoonsgegevens" if kind == "datalek" else "geef inzage"
    effect = step(
        scene,
        begun,
        "statutory",
        f"AVG: {what} uiterlijk {until}. Meld het daarna met “avg: {kind} gereed”.{late}",
        kind,
    )
    if not effect.ok or kind == "inzage":
        return effect
    told = [m for m in concerned(complaint, scene.firm.partners) if m != scene.actor]
    data = letters.Leak(by=scene.actor.name, due_at=due_at)
    return effect.writes(*(requests.to_member(data, m, effect.complaints[0]) for m in told))


ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {"statutory": statutory}
