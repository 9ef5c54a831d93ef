"""Mail of people of the firm: commands, reports, correspondence, and what is no business of ours."""

from dataclasses import replace
from typing import Final

from klachtmail.domain.conduct.rights import may_see
from klachtmail.domain.decide.dossier import beside, report, report_whole, set_aside, with_message
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.incoming.auto_phrases import COMPLAINT_WITHIN
from klachtmail.domain.incoming.case import Case
from klachtmail.domain.incoming.intake import open_complaint, party_of
from klachtmail.domain.incoming.message import Forwarded
from klachtmail.domain.incoming.passed_on import passed_on as all_passed_on
from klachtmail.domain.outgoing import letters, requests, routing
from klachtmail.domain.outgoing.buttons import ORAL
from klachtmail.domain.outgoing.may_answer import why_not_answered
from klachtmail.domain.outgoing.once_an_hour import ONCE, answer_each, answer_once
from klachtmail.domain.records.letter import Button, LetterRequest
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.sight import is_about
from klachtmail.domain.records.state import State

_ONE_LINE: Final = 100  # characters of what a button may say again
_SAID: Final = 2_000  # characters of a mail in which a complaint is looked for


def complained_within(case: Case) -> Outcome:
    """'Interne klachten kunnen … via de lijn worden opgepakt': a polite pointer, once, and no record."""
    address = case.mail.sender.address
    state = set_aside(case, "internal")
    sent: tuple[LetterRequest, ...] = ()
    once = answer_once(state, f"pointer {address}", case.now, ONCE)
    if once is not None and not why_not_answered(address, case.firm, case.mail):
        data = letters.InternalPointer(subject=case.mail.subject)
        thread = (case.mail.message_id,) if case.mail.message_id else ()
        sent = (LetterRequest(kind=data.kind, to=address, name=case.mail.sender.name, thread=thread, data=data),)
        state = once
    return Outcome("internal", "automatic", (), sent, state)


def impostor_wrote(case: Case, owner: Member, complaint: Complaint | None) -> Outcome:
    """A member's token from another address: nothing changes; the member is asked at the address that we know.

    A colleague who pressed a button that was passed on is told, and gets a mail that can be answered.
    """
    if case.member is not None and case.member != owner:
        return wrote_unsigned(case, case.member, complaint, with_token_of=owner)
    if complaint is not None:
        complaint = noted(
            complaint, "refused", case.now, case.mail.sender.address or "unknown", "token from another address"
        )
    state = set_aside(case, "automatic") if case.member is None else case.records.state
    sent: tuple[LetterRequest, ...] = ()
    if (limited := answer_once(state, f"impostor {owner.address.lower()}", case.now)) is not None:
        state = limited
        seen = complaint if complaint is not None and may_see(owner, complaint) else None
        hidden = complaint is not None and seen is None  # what a stranger writes about it is as closed to that member
        sender = case.mail.sender.address or ""
        own = sender.lower() in owner.addresses  # the right one, but the mail server does not vouch for it
        data = letters.VerifySender(sender=sender, own=own, text="" if hidden else report(case.mail))
        sent = (requests.to_member(data, owner, seen, buttons=_again(data)),)
    changed = (complaint,) if complaint is not None else ()
    return Outcome("commands", "processed", changed, sent, state, complaint.number if complaint else None)


def _again(asked: letters.VerifySender) -> tuple[Button, ...]:
    """Return the button that says the same line from the member's own address, as the mail shows it."""
    said = asked.text.strip()
    is_a_line = said and "\n" not in said and len(said) <= _ONE_LINE
    return (Button(label="Ja, dat was ik", line=said),) if is_a_line and not asked.own else ()


def wrote_unsigned(
    case: Case, member: Member, named: Complaint | None, *, with_token_of: Member | None = None
) -> Outcome:
    """A member without a valid token, or with another's: nothing changes; a freshly signed mail makes another try possible."""
    by = member.address.lower()
    number = named.number if named is not None else None
    why = "token from another address" if with_token_of else "without a token"
    shown = () if named is None else (noted(named, "refused", case.now, by, why),)
    complaint = named if named is not None and may_see(member, named) else None
    said = f"{case.mail.subject}\n{case.mail.text}"
    state = answer_each(case.records.state, f"fresh {by}", said, case.now)
    if state is None:
        return Outcome("commands", "processed", shown, (), set_aside(case, "internal"), number)
    # Perhaps a client's: the morning mail has a button for it.
    if named is None and COMPLAINT_WITHIN.search(said[:_SAID]):
        state = set_aside(case, "internal", state)
    mine = [c for c in case.records.open_complaints() if may_see(member, c)]
    listed = (letters.Listed(number=c.number, name=c.complainant.name, subject=c.subject) for c in mine[:20])
    data = letters.Fresh(
        reason=next((notice for notice in case.mail.notices if notice.startswith("De mail in de bijlage")), ""),
        owner=with_token_of.name if with_token_of else "",
        subject=case.mail.subject,
        open=tuple(listed),
    )
    letter = requests.to_member(data, member, complaint, buttons=data.buttons if complaint else (ORAL,))
    return Outcome("commands", "processed", shown, (letter,), state, number)


def corresponded(case: Case, complaint: Complaint) -> Outcome:
    """A member wrote to the client with us in Cc: kept; the member says whether that was contact."""
    member = case.member
    answered = None if case.is_vouched_for else complaint.waiting_since  # anybody can write a From and a Cc
    kept = with_message(case, replace(complaint, waiting_since=answered), "correspondence", "corresponded")
    sent: tuple[LetterRequest, ...] = ()
    if member is not None and not is_about(complaint, member):
        data = letters.Correspondence(text=report_whole(case), to=complaint.complainant.address or "")
        sent = (requests.to_member(data, member, kept),)
    return Outcome("correspondence", "processed", (kept,), sent, None, kept.number)


def passed_on(case: Case, member: Member, first: Forwarded) -> Outcome:
    """A member passes on complaints: nothing goes to a client before a member confirms who that is."""
    outcome = Outcome("oral", "processed", state=case.records.state)
    for passed in all_passed_on(case.mail, case.firm) or (first,):
        outcome = beside(outcome, _one_passed_on(case, member, outcome.state, passed))
    return outcome


def _one_passed_on(case: Case, member: Member, state: State | None, passed: Forwarded) -> Outcome:
    mail = case.mail
    complaint, state = open_complaint(
        state or case.records.state,
        mail,
        case.firm,
        case.now,
        party=party_of(passed.sender, case.firm, passed.text),
        channel="forwarded",
        confirmed=False,
        actor=member.address.lower(),
        text=passed.text,
        subject=passed.subject or mail.subject,
        reporter=member.address.lower(),
    )
    guess = letters.Guess(name=complaint.complainant.name, address=complaint.complainant.address or "")
    note = mail.new_text if passed.certain else ""
    asked = routing.unconfirmed(complaint, case.firm, mail, member, guess=guess, note=note, duty=case.duty)
    return Outcome("oral", "processed", (complaint,), asked, state, complaint.number)
