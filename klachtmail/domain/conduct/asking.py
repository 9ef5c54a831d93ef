"""Questions that are answered by mail: 'status', 'dossier', 'agenda', 'zoek', 'wie heeft deze?'."""

from collections.abc import Callable, Mapping
from typing import Final

from klachtmail.domain.agenda.build import build
from klachtmail.domain.agenda.contents import Tempo
from klachtmail.domain.agenda.figures import tempos
from klachtmail.domain.agenda.letters import AgendaNow
from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.next_steps import next_buttons
from klachtmail.domain.conduct.people import member_called
from klachtmail.domain.conduct.rights import may_read
from klachtmail.domain.conduct.scene import Effect, InGeneral, OnComplaint, Scene, refused
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.dutch_dates import day, lasting
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.records.deadlines import awaits_outcome
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.steps import complainant_name, last_step, next_step

HITS = 30
MOST_FOUND = 100  # that are looked at: a word that more have is not looked for any further


def who(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'wie heeft deze?'."""
    if complaint.handler is None:
        return Effect(ok=True, text="Niemand heeft deze klacht nog.")
    return Effect(ok=True, text=f"{scene.name(complaint.handler)} heeft deze klacht.")


def dossier(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'dossier': everything about one complaint."""
    buttons = next_buttons(complaint, scene.actor, scene.firm, dossier=False)
    letter = requests.to_member(letters.Dossier(), scene.actor, complaint, buttons=buttons)
    return Effect(ok=True, text="Je krijgt het dossier.", letters=(letter,))


def status(scene: Scene, _command: Command) -> Effect:
    """'status': what is open, what is next, and how fast it goes ('snel wordt afgehandeld'), this year and last."""
    lines = [_line(scene, c) for c in scene.records.open_complaints() if may_read(scene, c)]
    told = f"Er staan {len(lines)} klachten open." if len(lines) != 1 else "Er staat één klacht open."
    listed = tuple(line.partition(" ")[0] for line in lines)
    pace = _pace(scene) if scene.actor.role == "partner" else []
    text = [told, *lines, *pace]
    letter = requests.to_member(letters.Standing(text=tuple(text)), scene.actor, None, listed=listed)
    here = scene.records.complaint(scene.number) if scene.number else None
    this = f"{_standing(scene, here)} " if here is not None and may_read(scene, here) else ""
    return Effect(ok=True, text=f"{this}{told} Je krijgt de lijst.", letters=(letter,))


def mine(scene: Scene, _command: Command) -> Effect:
    """'mijn klachten': what the sender handles."""
    return _handled_by(scene, scene.actor, "Je behandelt")


def open_of(scene: Scene, command: Command) -> Effect:
    """'open @piet': what a colleague handles, as far as the sender may see it."""
    member = member_called(scene, command.alias)
    if isinstance(member, Effect):
        return member
    return _handled_by(scene, member, f"{member.name} behandelt")


def _handled_by(scene: Scene, member: Member, who: str) -> Effect:
    found = [c for c in scene.records.open_complaints() if c.handler == member.address.lower() and may_read(scene, c)]
    lines = [_line(scene, each) for each in found]
    many = "één open klacht" if len(lines) == 1 else f"{len(lines) or 'geen'} open klachten"
    told = f"{who} {many}."
    listed = tuple(each.number for each in found)
    letter = requests.to_member(letters.Standing(text=(told, *lines), of=member.name), scene.actor, None, listed=listed)
    return Effect(ok=True, text=f"{told} Je krijgt de lijst.", letters=(letter,))


def _line(scene: Scene, complaint: Complaint) -> str:
    known = (complaint.number, complainant_name(complaint), complaint.subject, _until(complaint))
    return " · ".join((*known, scene.name(complaint.handler), next_step(complaint)))


def _until(complaint: Complaint) -> str:
    return f"vóór {day(complaint.due_on)}" if awaits_outcome(complaint) else "de klager weet de uitkomst"


def _standing(scene: Scene, complaint: Complaint) -> str:
    """Return how the complaint stands that the answered mail is about: who has it, what was done and what is next."""
    steps = f"Laatste stap: {last_step(complaint, scene.firm)}."
    if not complaint.is_open:
        return f"{complaint.number} is niet meer open. {steps}"
    until = "" if complaint.answered_at else f", uiterlijk {day(complaint.due_on)}"
    return f"{complaint.number}: behandelaar {scene.name(complaint.handler)}{until}. {steps} Hierna: {next_step(complaint)}."


def _pace(scene: Scene) -> list[str]:
    """Return the medians of the current and the previous year."""
    this, last = tempos(scene.records, scene.today, Calendar(scene.firm.organisation))
    return [
        f"{what} (mediaan): {lasting(pick(this))} in {this.year}, {lasting(pick(last))} in {last.year}"
        for what, pick in _MEDIANS
    ]


_MEDIANS: Final[tuple[tuple[str, Callable[[Tempo], float | None]], ...]] = (
    ("Tot de ontvangstbevestiging", lambda tempo: tempo.to_acknowledgement),
    ("Tot het contact", lambda tempo: tempo.to_contact),
    ("Tot de uitkomst", lambda tempo: tempo.to_outcome),
)


def agenda(scene: Scene, _command: Command) -> Effect:
    """'agenda': the digest as it is now."""
    made = build(scene.records, scene.firm, scene.now, reader=scene.actor)
    letter = requests.to_member(AgendaNow(agenda=made), scene.actor, None, listed=made.numbers)
    return Effect(ok=True, text="Je krijgt de agenda zoals die nu is.", letters=(letter,))


def search(scene: Scene, command: Command) -> Effect:
    """'zoek …': by number, name, address, subject or text; also in closed complaints."""
    query = (command.text or "").strip()
    if len(query) < 2:
        return refused("Zoeken gaat met minstens twee tekens: stuur “zoek ” met een naam, adres, nummer of woord.")
    words = query.casefold().split()
    found = list(scene.records.matching(words, MOST_FOUND))
    hits = [c for c in found if may_read(scene, c)]
    rows = [letters.Hit(number=c.number, name=c.complainant.name, subject=c.subject, status=c.status) for c in hits]
    shown = tuple(reversed(rows[:HITS]))
    is_more = len(found) >= MOST_FOUND
    many = f"{MOST_FOUND} of meer" if is_more else str(len(hits))
    letter = requests.to_member(letters.Search(query=query, hits=shown, many=many, more=is_more), scene.actor, None)
    return Effect(ok=True, text=f"{many} gevonden voor “{query}”; je krijgt de lijst.", letters=(letter,))


ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {"who": who, "dossier": dossier}


IN_GENERAL: Final[Mapping[Verb, InGeneral]] = {
    "status": status,
    "mine": mine,
    "open_of": open_of,
    "agenda": agenda,
    "search": search,
}
