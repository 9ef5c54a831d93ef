"""The buttons that a transcript ends with: what is likely next."""

from klachtmail.domain import requests
from klachtmail.domain.firm import Firm, Member
from klachtmail.domain.letter import Button
from klachtmail.domain.model import Complaint


def next_buttons(complaint: Complaint, actor: Member, firm: Firm) -> tuple[Button, ...]:
    """Return at most six buttons for the one who just gave a command."""
    if complaint.status in {"closed", "dismissed"}:
        return (requests.REOPEN, requests.DOSSIER)
    if complaint.status == "merged":
        return ()
    if complaint.handler != actor.address.lower():
        take = (requests.TAKE,) if complaint.handler is None else ()
        return (
            *take,
            *(requests.give_buttons(actor, complaint, firm) if not complaint.handler else ()),
            requests.DOSSIER,
        )
    call = requests.call_button(complaint)
    if complaint.status == "answered":
        agreed = Button(label="Klager akkoord", line="klager akkoord", main=True)
        return (agreed, Button(label="Niet akkoord", line="niet akkoord"), requests.CLOSE, requests.DOSSIER)
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
