"""The partner meeting and who is away: commands that are about no complaint."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from klachtmail.domain.agenda.meetings import next_meeting
from klachtmail.domain.commands import FORM
from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.people import member_called
from klachtmail.domain.conduct.scene import Effect, InGeneral, Scene, refused
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.records.state import Absence


def absent(scene: Scene, command: Command) -> Effect:
    """'afwezig t/m 16 augustus, @els neemt waar'; 'weer terug' ends it."""
    others = tuple(a for a in scene.state.absences if a.member != scene.by and a.until >= scene.today)
    if command.on is None:
        return Effect(
            ok=True,
            text="Welkom terug: je krijgt je herinneringen weer zelf.",
            state=replace(scene.state, absences=others),
        )
    substitute = member_called(scene, command.alias) if command.alias else None
    if isinstance(substitute, Effect):
        return substitute
    if substitute == scene.actor:
        return refused("Je kunt niet voor jezelf waarnemen.")
    address = substitute.address.lower() if substitute else None
    absence = Absence(member=scene.by, until=command.on, substitute=address)
    instead = (
        f"{substitute.name} verdeelt intussen de klachten en"
        if scene.actor.role == "coordinator" and substitute
        else ""
    )
    who = (
        f"{instead or (substitute.name if substitute else '')} krijgt je herinneringen"
        if substitute
        else "de partners krijgen je herinneringen"
    )
    text = f"Afwezig tot en met {day(command.on)}; {who}."
    return Effect(ok=True, text=text, state=replace(scene.state, absences=(*others, absence)))


def meeting(scene: Scene, command: Command) -> Effect:
    """'overleg 12 oktober 9:00': the next meeting is then."""
    on, hour = command.on or scene.today, command.at or dt.time.fromisoformat(scene.firm.schedule.meeting.time)
    at = dt.datetime.combine(on, hour, scene.firm.organisation.zone)
    if at <= scene.now:
        return refused("Dat moment is al geweest.")
    scheduled = next_meeting(scene.now, scene.firm, scene.state).scheduled_on
    moved = {**scene.state.meeting.moved, scheduled.isoformat(): at}
    plan = replace(scene.state.meeting, moved=moved)
    return Effect(ok=True, text=f"Het overleg is {day(on)} om {hour:%H:%M}.", state=replace(scene.state, meeting=plan))


def meeting_off(scene: Scene, _command: Command) -> Effect:
    """'overleg vervalt'."""
    upcoming = next_meeting(scene.now, scene.firm, scene.state)
    plan = scene.state.meeting
    moved = {key: at for key, at in plan.moved.items() if key != upcoming.scheduled_on.isoformat()}
    plan = replace(plan, cancelled=(*plan.cancelled, upcoming.scheduled_on), moved=moved)
    text = f"Het overleg van {day(upcoming.at.date())} vervalt."
    return Effect(ok=True, text=text, state=replace(scene.state, meeting=plan))


def meeting_held(scene: Scene, _command: Command) -> Effect:
    """'overleg gehouden': the proof that the state of affairs was discussed."""
    plan = replace(scene.state.meeting, held_at=scene.now)
    return Effect(
        ok=True, text=f"Het overleg van {day(scene.today)} is vastgelegd.", state=replace(scene.state, meeting=plan)
    )


def oral(scene: Scene, _command: Command) -> Effect:
    """'mondeling': the form for an oral complaint."""
    letter = requests.to_member(letters.OralForm(form=FORM), scene.actor, None)
    return Effect(ok=True, text="Je krijgt het formulier.", letters=(letter,))


def help_wanted(scene: Scene, _command: Command) -> Effect:
    """'help': every command on one page."""
    letter = requests.to_member(letters.Help(rows=letters.help_page()), scene.actor, None)
    return Effect(ok=True, text="Je krijgt een overzicht van wat je kunt sturen.", letters=(letter,))


IN_GENERAL: Final[Mapping[Verb, InGeneral]] = {
    "absent": absent,
    "meeting": meeting,
    "meeting_off": meeting_off,
    "meeting_held": meeting_held,
    "oral": oral,
    "help": help_wanted,
}
