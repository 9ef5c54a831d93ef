"""Who may see and do what: partners everything, employees what a handler does on the complaints that are theirs.

The coordinator sees all of them, gives them to others and merges them, and decides nothing.

Nobody sees or commands a complaint that is about himself.
"""

from klachtmail.domain.commands.command import Command
from klachtmail.domain.commands.table import BY_VERB
from klachtmail.domain.conduct.scene import Scene
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.sight import is_about

NAMED = "Jij wordt in deze klacht genoemd, dus dit doet een ander. Of een andere partner antwoordt eerst"
NOT_YOURS = "Deze klacht is niet van jou."
ONLY_PARTNERS = "Dat kan alleen een partner."
DECIDES_NOTHING = "Dat beslist de behandelaar of een partner. Wat je schreef, staat als notitie in het dossier."


def may_see(member: Member, complaint: Complaint) -> bool:
    """Return whether this member may read it: partners and coordinator all, employees their own, nobody one about himself."""
    if is_about(complaint, member):
        return False
    return member.oversees or member.address.lower() in {complaint.handler, complaint.reporter}


def may_read(scene: Scene, complaint: Complaint) -> bool:
    """Return the same for the sender of commands; who stands in for the handler ('@els neemt waar') may read it too."""
    if may_see(scene.actor, complaint):
        return True
    return not is_about(complaint, scene.actor) and (_stands_in(scene, complaint) or coordinates(scene))


def why_not(scene: Scene, complaint: Complaint, command: Command) -> str | None:
    """Return in Dutch why the sender may not give this command on this complaint, or None when he may.

    Of what a coordinator may not give, `only_coordinates` was asked first: it is kept as a note.
    """
    if is_about(complaint, scene.actor):
        return NOT_YOURS
    if is_barred(scene, complaint) and (BY_VERB[command.verb].impartial or _tells_by_post(complaint, command)):
        return because_named(scene)
    if scene.actor.oversees or _is_allowed(scene, complaint, command) or _routes_instead(scene, complaint, command):
        return None
    if BY_VERB[command.verb].who == "partner":
        return ONLY_PARTNERS
    return f"{NOT_YOURS} Alleen de behandelaar of een partner kan dit."


def only_coordinates(scene: Scene, complaint: Complaint, command: Command) -> bool:
    """Return whether a coordinator gave a command that decides something: it is kept as a note and not carried out."""
    if scene.actor.role != "coordinator" or is_about(complaint, scene.actor):
        return False
    return not (_is_routing(complaint, command) or _is_of_owner(scene, complaint, command))


def coordinates(scene: Scene) -> bool:
    """Return whether the sender is the coordinator, or takes his place while he is away."""
    coordinator = scene.firm.coordinator
    return coordinator is not None and scene.actor in {coordinator, scene.duty}


def _routes_instead(scene: Scene, complaint: Complaint, command: Command) -> bool:
    return coordinates(scene) and _is_routing(complaint, command)


def _is_routing(complaint: Complaint, command: Command) -> bool:
    reopens = command.verb == "complaint" and complaint.status == "dismissed"
    return BY_VERB[command.verb].coordinates and not reopens


def is_barred(scene: Scene, complaint: Complaint) -> bool:
    """Return whether the complaint may be about the sender: until another says that it is not, he ends and judges nothing."""
    return scene.by in complaint.named and scene.scope is not None


def because_named(scene: Scene) -> str:
    """Return in Dutch why who is named may not do this, and what takes that away."""
    return f"{NAMED} “betreft niet @{scene.actor.alias}” of “betreft @{scene.actor.alias}”."


def _tells_by_post(complaint: Complaint, command: Command) -> bool:
    return command.verb == "posted" and complaint.draft is not None and complaint.draft.kind == "outcome"


def _is_allowed(scene: Scene, complaint: Complaint, command: Command) -> bool:
    row = BY_VERB[command.verb]
    if row.verb == "undo":  # also who just gave it back
        return complaint.undo is not None and complaint.undo.by == scene.by
    if _is_of_owner(scene, complaint, command):
        return True
    if complaint.reporter == scene.by and (row.to_read or (row.of_reporter and not _has_begun(complaint))):
        return True
    return row.who != "partner" and (complaint.handler == scene.by or _stands_in(scene, complaint))


def _is_of_owner(scene: Scene, complaint: Complaint, command: Command) -> bool:
    """Return whether it is about a measure or promise that is the sender's own, and a command that its owner may give."""
    row = BY_VERB[command.verb]
    owned = complaint.promises if row.verb == "promise_done" else complaint.measures
    return row.of_owner and _owns(scene, [one.owner for one in owned], command.index)


def _has_begun(complaint: Complaint) -> bool:
    """Return whether it is handled as a complaint; until then the member who reported it knows best who complained."""
    return complaint.confirmed and not complaint.is_remark


def _owns(scene: Scene, owners: list[str | None], index: int | None) -> bool:
    chosen = owners if index is None else owners[index - 1 : index] if index > 0 else []
    return bool(chosen) and all(owner == scene.by for owner in chosen)


def _stands_in(scene: Scene, complaint: Complaint) -> bool:
    return complaint.handler is not None and any(
        absence.member == complaint.handler and absence.substitute == scene.by and absence.until >= scene.today
        for absence in scene.state.absences
    )
