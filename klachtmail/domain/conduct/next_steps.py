"""The buttons that a transcript ends with: what is likely next."""

from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.outgoing.buttons import (
    AGREED,
    CALLED,
    CLOSE,
    COMPLAINANT,
    CONFIRM,
    DISAGREED,
    DOSSIER,
    GIVE_BACK,
    NO_ANSWER,
    OUTCOME,
    POSTPONE,
    PROMOTE,
    REOPEN,
    TAKE,
    call_button,
    give_buttons,
)
from klachtmail.domain.records.classification import likeliest
from klachtmail.domain.records.letter import Button
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.parties import untold


def next_buttons(complaint: Complaint, actor: Member, firm: Firm, *, dossier: bool = True) -> tuple[Button, ...]:
    """Return at most six buttons for the one who just gave a command (`dossier`: also one to read it)."""
    return tuple(b for b in _likely(complaint, actor, firm) if dossier or b != DOSSIER)


def _likely(complaint: Complaint, actor: Member, firm: Firm) -> tuple[Button, ...]:
    if complaint.status == "merged":
        return (DOSSIER,)  # of the one in which it goes on
    if complaint.is_remark:
        return (PROMOTE,)
    if not complaint.is_open:
        return (REOPEN, DOSSIER)
    if not complaint.confirmed:
        return (CONFIRM, COMPLAINANT, DOSSIER)
    if complaint.handler == actor.address.lower():
        return (*_of_the_handler(complaint), *_classes(complaint, firm))
    choose = (TAKE, *give_buttons(actor, complaint, firm))
    is_free = complaint.handler is None and actor.role == "partner"
    return (*(choose if is_free else ()), DOSSIER)


def _classes(complaint: Complaint, firm: Firm) -> tuple[Button, ...]:
    if complaint.contacted_at is None:
        return ()
    return tuple(Button(label=f"Soort: {entry}", line=f"soort: {entry}") for entry in likeliest(complaint, firm))


def _of_the_handler(complaint: Complaint) -> tuple[Button, ...]:
    if complaint.status == "answered" and untold(complaint):
        return (OUTCOME, POSTPONE, AGREED, DISAGREED, DOSSIER)
    if complaint.status == "answered":
        asked = (AGREED, DISAGREED) if complaint.accepted is None else ()
        return (*asked, CLOSE, DOSSIER)
    if complaint.contacted_at is None:
        call = call_button(complaint)
        return (*call, CALLED, NO_ANSWER, OUTCOME, GIVE_BACK)
    found = () if complaint.cause else (Button(label="Oorzaak", line="oorzaak: "),)
    proposal = Button(label="Voorstel", line="voorstel: ")
    return (*found, OUTCOME, proposal, POSTPONE, GIVE_BACK)
