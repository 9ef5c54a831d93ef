"""The buttons that a transcript ends with: what is likely next."""

from klachtmail.domain import requests
from klachtmail.domain.firm import Firm, Member
from klachtmail.domain.letter import Button
from klachtmail.domain.model import Complaint


def next_buttons(complaint: Complaint, actor: Member, firm: Firm, *, dossier: bool = True) -> tuple[Button, ...]:
    """Return at most six buttons for the one who just gave a command (`dossier`: also one to read it)."""
    return tuple(b for b in _likely(complaint, actor, firm) if dossier or b != requests.DOSSIER)


def _likely(complaint: Complaint, actor: Member, firm: Firm) -> tuple[Button, ...]:
    if complaint.is_remark:
        return (requests.PROMOTE,) if complaint.merged_into is None else ()
    if not complaint.confirmed and complaint.is_open:
        return (requests.CONFIRM, requests.COMPLAINANT, requests.DOSSIER)
    if complaint.status in {"closed", "dismissed"}:
        return (requests.REOPEN, requests.DOSSIER)
    if complaint.status == "merged":
        return ()
    if complaint.handler != actor.address.lower():
        choose = (requests.TAKE, *requests.give_buttons(actor, complaint, firm))
        is_free = complaint.handler is None and actor.role == "partner"
        return (*(choose if is_free else ()), requests.DOSSIER)
    call = requests.call_button(complaint)
    if complaint.status == "answered":
        return (requests.AGREED, requests.DISAGREED, requests.CLOSE, requests.DOSSIER)
    if complaint.contacted_at is None:
        return (*call, requests.CALLED, requests.NO_ANSWER, requests.OUTCOME, requests.GIVE_BACK)
    found = () if complaint.cause else (Button(label="Oorzaak", line="oorzaak: "),)
    return (
        *found,
        requests.OUTCOME,
        Button(label="Voorstel", line="voorstel: "),
        requests.POSTPONE,
        requests.GIVE_BACK,
    )
