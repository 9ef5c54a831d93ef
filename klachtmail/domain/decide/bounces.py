"""What a delivery report says: of which letter (`rule`, one of triage's), and what happens then (`bounced`).

Who hears of it, and in which words: `outgoing/undelivered.py`, also for a letter that a server refused at once.
"""

from dataclasses import replace

from klachtmail.domain.decide.dossier import set_aside, with_message
from klachtmail.domain.decide.verdicts import Bounced
from klachtmail.domain.incoming.case import Case
from klachtmail.domain.incoming.message import Bounce
from klachtmail.domain.outgoing.once_an_hour import DAY, answer_once
from klachtmail.domain.outgoing.undelivered import FailedLetter, taken_back, undelivered, whose
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint, Message
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.parties import complainant_at, key_of


def rule(case: Case) -> Bounced | None:
    """Return which letter of ours a report of its delivery is about, and which complaint; None for any other mail."""
    bounce = case.mail.bounce
    if bounce is None:
        return None
    letter = next((found for i in bounce.original_ids if (found := case.records.letter(i)) is not None), None)
    number = letter.number if letter else next(iter(case.records.numbers_for_thread(bounce.original_ids)), None)
    if number is None and letter is None and not bounce.original_ids:  # all that came back is the address
        number = next((n for to in bounce.recipients for n in reversed(case.records.numbers_for_address(to))), None)
    inside = letter is not None and letter.member is not None
    find = case.records.complaint if inside else case.standing
    return Bounced(bounce, letter, find(number) if number else case.in_thread)


def bounced(case: Case, found: Bounced) -> Outcome:
    """Tell a delivery failure to somebody who can be reached (`undelivered`), once; a delay is only noted."""
    bounce, letter, complaint = found.report, found.letter, found.complaint
    if complaint is None and letter is None:
        return _of_nothing_known(case, bounce)
    if letter is not None and letter.member is not None:
        return _of_a_member(case, bounce, letter, complaint)
    if complaint is None:
        return Outcome("bounces", "automatic", state=set_aside(case, "automatic"))
    return _of_a_client(case, bounce, letter, complaint)


def _of_a_client(case: Case, bounce: Bounce, letter: Letter | None, complaint: Complaint) -> Outcome:
    sent = _letter_that_failed(complaint, bounce)
    is_certain = letter is not None or (sent is not None and sent.message_id in bounce.original_ids)
    is_known = _is_told(complaint, sent, is_certain=is_certain)
    is_lost = sent is not None and bounce.permanent and is_certain
    marked = tuple(replace(m, failed=True) if is_lost and m is sent else m for m in complaint.messages)
    kept = _with_report(case, replace(complaint, messages=marked), bounce)
    if not bounce.permanent or is_known:
        return Outcome("bounces", "automatic", (kept,), (), None, kept.number)
    to = letter.to if letter else sent.to if sent else None
    found = complainant_at(complaint, to)
    about = FailedLetter(
        kind=letter.kind if letter else sent.kind if sent else "letter",
        to=to or next(iter(bounce.recipients), None) or complaint.complainant.address or "",
        member=None,
        reason=bounce.reason,
        text=sent.text if sent else "",
        doubtful=not is_certain,
        party=whose(complaint, letter) if letter else key_of(complaint, found) if found else None,
    )
    if is_lost and sent is not None:
        kept, about = taken_back(kept, about, letter.created_at if letter else sent.at, case.now)
    told = undelivered(about, kept, case.firm)
    return Outcome("bounces", "automatic", (kept,), told, None, kept.number, _came_back(letter, bounce))


def _of_a_member(case: Case, bounce: Bounce, letter: Letter, complaint: Complaint | None) -> Outcome:
    """A member did not get our mail: tell the other partners, once for each letter."""
    kept = (_with_report(case, complaint, bounce),) if complaint else ()
    number = complaint.number if complaint else None
    if not bounce.permanent or letter.state == "failed":
        return Outcome("bounces", "automatic", kept, (), None, number)
    told = undelivered(FailedLetter.of(letter, bounce.reason), kept[0] if kept else None, case.firm)
    return Outcome("bounces", "automatic", kept, told, None, number, _came_back(letter, bounce))


def _of_nothing_known(case: Case, bounce: Bounce) -> Outcome:
    """A report that names no letter of ours: one about a member is told as doubtful, once a day; the others wait."""
    aside = set_aside(case, "automatic")
    named = (case.firm.member(to) for to in (bounce.recipients if bounce.permanent else ()))
    member = next((m for m in named if m is not None), None)
    state = answer_once(aside, f"unreachable {member.address.lower()}", case.now, DAY) if member else None
    if member is None or state is None:
        return Outcome("bounces", "automatic", state=aside)
    address = member.address.lower()
    about = FailedLetter("letter", address, address, bounce.reason, doubtful=True)
    return Outcome("bounces", "automatic", letters=undelivered(about, None, case.firm), state=state)


def _with_report(case: Case, complaint: Complaint, bounce: Bounce) -> Complaint:
    return with_message(case, complaint, "bounce", "bounced" if bounce.permanent else "delayed")


def _came_back(letter: Letter | None, bounce: Bounce) -> Letter | None:
    return replace(letter, state="failed", reason=bounce.reason[:300]) if letter and letter.state == "sent" else None


def _is_told(complaint: Complaint, sent: Message | None, *, is_certain: bool) -> bool:
    """Return whether it is known already that this letter came back.

    A report that names no letter of ours can be anybody's, who knows the address: it is told once after each letter, and
    marks nothing.
    """
    if sent is None or is_certain:
        return sent is not None and sent.failed
    return any(entry.event == "bounced" and entry.at >= sent.at for entry in complaint.history)


def _letter_that_failed(complaint: Complaint, bounce: Bounce) -> Message | None:
    """Return the letter that came back: by its msg-id, or else the last one to that address."""
    sent = [m for m in complaint.messages if m.direction == "out"]
    by_id = next((m for m in sent if m.message_id in bounce.original_ids), None)
    if by_id is not None or bounce.original_ids:
        return by_id
    return next((m for m in reversed(sent) if m.to in bounce.recipients), None)
