"""Who may command, and who may see: the whole of it, in the order in which it is asked.

1. **The mail.** It carries a token that we made (`incoming/tokens.py`) and that is still valid; it comes from the member for whom
   that was made, as the mail server confirms; and no complainant is among its readers: `commander`.
2. **How far the token reaches.** That of a mail about one complaint: that complaint. Of the agenda or the morning mail: every
   complaint. Of any other mail: what is about no complaint. `out_of_reach`.
3. **The complaint's barrier.** Nobody sees or commands a complaint about them; who is only named in it judges and
   ends nothing (`impartial`), until a colleague says that it is not about that member: `why_not`.
4. **The command's row** (`who` and the rights beside it, in `commands/table`), against what the sender is of this complaint: partner,
   handler or substitute, who reported it, who owes the measure. A coordinator hands complaints out, merges them, and decides nothing.

On the command line (`scope` None) the first two are not asked: its user can read the register.
"""

from typing import TYPE_CHECKING

from klachtmail.domain.conduct.scene import Scene
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.incoming.authentication import is_authenticated
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.sight import is_about, may_see_aside
from klachtmail.domain.records.state import SetAside

# Triage asks `commander` of each mail; the grammar of commands takes longer to load than most mail takes.
if TYPE_CHECKING:
    from klachtmail.domain.commands.command import Command
    from klachtmail.domain.commands.row import Row
    from klachtmail.domain.incoming.case import Case

NAMED = "Jij wordt in deze klacht genoemd, dus dit doet een ander. Of een andere partner antwoordt eerst"
NOT_YOURS = "Deze klacht is niet van jou."
ONLY_PARTNERS = "Dat kan alleen een partner."
DECIDES_NOTHING = "Dat beslist de behandelaar of een partner. Wat je schreef, staat als notitie in het dossier."


def commander(case: "Case") -> Member | None:
    """Return the member whose commands this mail gives, or None: then nothing in it is carried out."""
    owner = case.token_member
    if owner is None or owner != case.member or case.complainant_reads is not None:
        return None
    return owner if is_authenticated(case.mail, case.firm) else None


def is_signed_by_auditor(case: "Case") -> bool:
    """Return whether an auditor, who may only ask for papers, answers our own mail from the right address."""
    return case.auditor is not None and case.token_auditor == case.auditor and is_authenticated(case.mail, case.firm)


def out_of_reach(scene: Scene, number: str) -> str | None:
    """Return in Dutch why the token of the answered mail does not reach this complaint, or None when it does."""
    if scene.scope in {"complaint", "draft"} and number != scene.number:
        return (
            f"Deze mail gaat over {scene.number}. Antwoord voor {number} op een mail over die klacht, of op de agenda."
        )
    if scene.scope == "member":
        return "Antwoord op een mail over die klacht, of stuur “status” voor de lijst."
    return None


def why_not_in_general(scene: Scene, row: "Row") -> str | None:
    """Return in Dutch why the sender may not give a command that is about no complaint, or None.

    Whose a measure is that he says something of, the command itself looks at.
    """
    is_open_to = scene.actor.role == "partner" or (row.coordinates and scene.actor.oversees) or row.of_owner
    return ONLY_PARTNERS if row.who == "partner" and not is_open_to else None


def why_not_set_aside(scene: Scene, entry: SetAside | None) -> str | None:
    """Return in Dutch why the sender may not make a complaint of a message that was set aside, or None."""
    if not (scene.actor.oversees or coordinates(scene)):
        return ONLY_PARTNERS
    if scene.scope not in {None, "digest", "member"}:
        return "Antwoord hiervoor op het ochtendbericht."
    if entry is None or not may_see_aside(scene.actor, entry, scene.records):
        return "Dat bericht staat niet (meer) apart."
    return None


def why_not(scene: Scene, complaint: Complaint, command: "Command", row: "Row") -> str | None:
    """Return in Dutch why the sender may not give this command, of this row, on this complaint, or None."""
    if is_about(complaint, scene.actor):
        return NOT_YOURS
    if _only_coordinates(scene, complaint, command, row):
        return DECIDES_NOTHING
    if is_barred(scene, complaint) and (row.impartial or _tells_by_post(complaint, row)):
        return because_named(scene)
    if (
        scene.actor.oversees
        or _is_allowed(scene, complaint, command, row)
        or (coordinates(scene) and _is_routing(complaint, row))
    ):
        return None
    if row.who == "partner":
        return ONLY_PARTNERS
    return f"{NOT_YOURS} Alleen de behandelaar of een partner kan dit."


def _only_coordinates(scene: Scene, complaint: Complaint, command: "Command", row: "Row") -> bool:
    """Return whether a coordinator gave a command that decides something: it is kept as a note and not carried out."""
    if scene.actor.role != "coordinator":
        return False
    return not (_is_routing(complaint, row) or _is_of_owner(scene, complaint, command, row))


def coordinates(scene: Scene) -> bool:
    """Return whether the sender is the coordinator, or a substitute while the coordinator is away."""
    coordinator = scene.firm.coordinator
    return coordinator is not None and scene.actor in {coordinator, scene.duty}


def may_see(member: Member, complaint: Complaint) -> bool:
    """Return whether this member may read it: partners and coordinator all, employees their own, nobody one about them."""
    if is_about(complaint, member):
        return False
    return member.oversees or member.address.lower() in {complaint.handler, complaint.reporter}


def may_read(scene: Scene, complaint: Complaint) -> bool:
    """Return the same for the sender of commands; who stands in for the handler ('@els neemt waar') may read it too."""
    if may_see(scene.actor, complaint):
        return True
    return not is_about(complaint, scene.actor) and (_stands_in(scene, complaint) or coordinates(scene))


def may_read_answer(scene: Scene, complaint: Complaint) -> bool:
    """Return the same after the commands: who has just given the complaint away reads what came of it."""
    just_gave_it = complaint.undo is not None and complaint.undo.by == scene.by and not is_about(complaint, scene.actor)
    return just_gave_it or may_read(scene, complaint)


def is_barred(scene: Scene, complaint: Complaint) -> bool:
    """Return whether the complaint may be about the sender: until a colleague denies that, the sender ends and judges nothing."""
    return scene.by in complaint.named and scene.scope is not None


def because_named(scene: Scene) -> str:
    """Return in Dutch why who is named may not do this, and what takes that away."""
    return f"{NAMED} “betreft niet @{scene.actor.alias}” of “betreft @{scene.actor.alias}”."


def _is_routing(complaint: Complaint, row: "Row") -> bool:
    reopens = row.verb == "complaint" and complaint.status == "dismissed"
    return row.coordinates and not reopens


def _tells_by_post(complaint: Complaint, row: "Row") -> bool:
    return row.verb == "posted" and complaint.draft is not None and complaint.draft.kind == "outcome"


def _is_allowed(scene: Scene, complaint: Complaint, command: "Command", row: "Row") -> bool:
    if row.verb == "undo":  # also who just gave it back
        return complaint.undo is not None and complaint.undo.by == scene.by
    if _is_of_owner(scene, complaint, command, row):
        return True
    if complaint.reporter == scene.by and (row.to_read or (row.of_reporter and not _has_begun(complaint))):
        return True
    return row.who != "partner" and (complaint.handler == scene.by or _stands_in(scene, complaint))


def _is_of_owner(scene: Scene, complaint: Complaint, command: "Command", row: "Row") -> bool:
    """Return whether it is about a measure or promise that is the sender's own, and a command that its owner may give."""
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
