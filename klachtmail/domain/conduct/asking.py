"""Questions that are answered by mail: 'status', 'dossier', 'agenda', 'zoek', 'wie heeft deze?'."""

from klachtmail.domain import requests
from klachtmail.domain.agenda import build
from klachtmail.domain.command import Command
from klachtmail.domain.conduct.scene import Effect, Scene, refused
from klachtmail.domain.firm import Member
from klachtmail.domain.model import Complaint
from klachtmail.domain.steps import next_step
from klachtmail.domain.wording import day

HITS = 30


def may_see(member: Member, complaint: Complaint) -> bool:
    """Tell whether this member may read this complaint: partners all, employees their own, nobody one about himself."""
    if member.address.lower() in complaint.about:
        return False
    return member.role == "partner" or member.address.lower() in {complaint.handler, complaint.reporter}


def who(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'wie heeft deze?'."""
    if complaint.handler is None:
        return Effect(ok=True, text="Niemand heeft deze klacht nog.")
    return Effect(ok=True, text=f"{scene.name(complaint.handler)} heeft deze klacht.")


def dossier(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'dossier': everything about one complaint."""
    buttons = (requests.CALLED, requests.OUTCOME) if complaint.handler == scene.by else (requests.TAKE,)
    letter = requests.to_member("dossier", scene.actor, complaint, buttons=buttons)
    return Effect(ok=True, text="Je krijgt het dossier.", letters=(letter,))


def status(scene: Scene, _command: Command) -> Effect:
    """'status': what is open, and what is next."""
    lines = [
        f"{c.number} · {c.complainant.name or c.complainant.address or 'onbekend'} · {c.subject} · vóór {day(c.due_on)} · "
        f"{scene.name(c.handler)} · {next_step(c)}"
        for c in scene.records.open_complaints()
        if may_see(scene.actor, c)
    ]
    told = f"Er staan {len(lines)} klachten open." if len(lines) != 1 else "Er staat één klacht open."
    letter = requests.to_member("status", scene.actor, None, scope="digest", data={"text": lines or [told]})
    return Effect(ok=True, text=f"{told} Je krijgt de lijst.", letters=(letter,))


def agenda(scene: Scene, _command: Command) -> Effect:
    """'agenda': the digest as it is now."""
    made = build(scene.records, scene.firm, scene.now, reader=scene.actor)
    letter = requests.to_member(
        "agenda", scene.actor, None, scope="digest", listed=made.numbers, data=made.model_dump(mode="json")
    )
    return Effect(ok=True, text="Je krijgt de agenda zoals die nu is.", letters=(letter,))


def search(scene: Scene, command: Command) -> Effect:
    """'zoek …': by number, name, address, subject or text; also in closed complaints."""
    query = (command.text or "").strip()
    if len(query) < 2:  # noqa: PLR2004
        return refused("Waar zoek je naar? Stuur “zoek ” met een naam, adres, nummer of woord.")
    words = query.casefold().split()
    hits = [c for c in scene.records.everything() if may_see(scene.actor, c) and _matches(c, words)]
    rows = [
        {"number": c.number, "name": c.complainant.name, "subject": c.subject, "status": c.status} for c in hits[-HITS:]
    ]
    letter = requests.to_member("search", scene.actor, None, scope="digest", data={"query": query, "hits": rows})
    return Effect(ok=True, text=f"{len(hits)} gevonden voor “{query}”; je krijgt de lijst.", letters=(letter,))


def _matches(complaint: Complaint, words: list[str]) -> bool:
    party = complaint.complainant
    text = "\n".join((complaint.number, party.name, party.address or "", complaint.subject, complaint.text)).casefold()
    return all(word in text for word in words)
