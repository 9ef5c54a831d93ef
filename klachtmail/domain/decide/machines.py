"""Mail that no person wrote to us: our own, delivery failures, automatic answers, spam."""

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from klachtmail.domain.decide.dossier import report, set_aside, with_message
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.incoming import auto_phrases as words
from klachtmail.domain.incoming.case import Case
from klachtmail.domain.incoming.message import Bounce
from klachtmail.domain.outgoing import requests
from klachtmail.domain.outgoing.letters import Absence
from klachtmail.domain.outgoing.once_an_hour import DAY, answer_once
from klachtmail.domain.outgoing.undelivered import Lost, lost, never_heard, undelivered
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint, Message, numbers_in
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.parties import complainant_at, key_of
from klachtmail.domain.records.sight import concerned


def own(complaint: Complaint | None) -> Outcome:
    """A letter of ours came back: it is only filed."""
    return Outcome("automatic", "automatic", number=complaint.number if complaint else None)


def bounced(case: Case, bounce: Bounce, letter: Letter | None, complaint: Complaint | None) -> Outcome:
    """A delivery failure is told to somebody who can be reached, once; a delay is only noted."""
    if complaint is None and letter is None:
        return _of_nothing_known(case, bounce)
    if letter is not None and letter.member is not None:
        return _of_a_member(case, bounce, letter, complaint)
    if complaint is None:
        return Outcome("bounces", "automatic", state=set_aside(case, "automatic"))
    return _of_a_client(case, bounce, letter, complaint)


def _of_a_client(case: Case, bounce: Bounce, letter: Letter | None, complaint: Complaint) -> Outcome:
    sent = _lost(complaint, bounce)
    is_certain = letter is not None or (sent is not None and sent.message_id in bounce.original_ids)
    is_lost = sent is not None and bounce.permanent and is_certain
    marked = tuple(replace(m, failed=True) if is_lost and m is sent else m for m in complaint.messages)
    kept = replace(complaint, messages=marked)
    to = letter.to if letter else sent.to if sent else None
    if letter is not None:
        party = letter.party
    else:
        found = complainant_at(complaint, to)
        party = key_of(complaint, found) if found is not None else None
    if is_lost and sent is not None and sent.kind == "outcome":
        kept = never_heard(kept, party, letter.created_at if letter else sent.at)
    kept = _with_report(case, kept, bounce)
    if not bounce.permanent or _is_told(complaint, sent, is_certain=is_certain):
        return Outcome("bounces", "automatic", (kept,), (), None, kept.number)
    about = Lost(
        kind=letter.kind if letter else sent.kind if sent else "letter",
        to=to or next(iter(bounce.recipients), None) or complaint.complainant.address or "",
        member=None,
        reason=bounce.reason,
        text=sent.text if sent else "",
        doubtful=not is_certain,
        party=party,
    )
    told = undelivered(about, kept, case.firm)
    return Outcome("bounces", "automatic", (kept,), told, None, kept.number, _came_back(letter, bounce))


def _of_a_member(case: Case, bounce: Bounce, letter: Letter, complaint: Complaint | None) -> Outcome:
    """A member did not get our mail: tell the other partners, once for each letter."""
    kept = (_with_report(case, complaint, bounce),) if complaint else ()
    number = complaint.number if complaint else None
    if not bounce.permanent or letter.state == "failed":
        return Outcome("bounces", "automatic", kept, (), None, number)
    told = undelivered(lost(letter, bounce.reason), kept[0] if kept else None, case.firm)
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
    about = Lost("letter", address, address, bounce.reason, doubtful=True)
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


def _lost(complaint: Complaint, bounce: Bounce) -> Message | None:
    """Return the letter that came back: by its msg-id, or else the last one to that address."""
    sent = [m for m in complaint.messages if m.direction == "out"]
    by_id = next((m for m in sent if m.message_id in bounce.original_ids), None)
    if by_id is not None or bounce.original_ids:
        return by_id
    return next((m for m in reversed(sent) if m.to in bounce.recipients), None)


_UNTIL: Final = re.compile(
    r"\b(?:t/m|tot en met|tot|until|through|terug op|weer (?:aanwezig|bereikbaar) (?:op|vanaf))\s+([^.,;\n]{3,40})",
    re.IGNORECASE,
)


def automatic(case: Case, complaint: Complaint | None) -> Outcome:
    """What a machine wrote goes into its dossier, or is listed in the morning; nobody answers it."""
    if (member := case.member) is not None:
        return _member_is_away(case, member, complaint)
    if complaint is None:
        return Outcome("automatic", "automatic", state=set_aside(case, "automatic"))
    kept = with_message(case, complaint, "automatic", "automatic")
    return Outcome("automatic", "automatic", (kept,), number=kept.number)


def _member_is_away(case: Case, member: Member, complaint: Complaint | None) -> Outcome:
    """An out-of-office of the handler is told to the other partners: the two weeks run on."""
    if complaint is None:
        complaint = next((c for n in numbers_in(case.mail.subject)[:1] if (c := case.records.complaint(n))), None)
    if complaint is None and not _looks_away(case):  # what he passes on with a machine's mark
        return Outcome("automatic", "automatic", state=set_aside(case, "automatic"))
    if complaint is None or complaint.handler != member.address.lower() or _away_is_known(complaint, member, case):
        return Outcome("automatic", "automatic", number=complaint.number if complaint else None)
    if not case.is_vouched_for:  # anybody can write a From and a number: a partner reads it tomorrow
        return Outcome("automatic", "automatic", state=set_aside(case, "automatic"), number=complaint.number)
    said = _UNTIL.search(case.mail.new_text)
    from klachtmail.domain.commands import read_date

    until = read_date(said.group(1), case.today) if said else None
    kept = noted(complaint, "absent", case.now, member.address.lower(), said.group(1) if said else "")
    data = Absence(member_name=member.name, until=until, text=report(case.mail))
    told = [p for p in concerned(kept, case.firm.overseers) if p != member]
    asked = tuple(
        requests.to_member(data, p, kept, buttons=(requests.TAKE, *requests.give_buttons(p, kept, case.firm)))
        for p in told
    )
    return Outcome("automatic", "automatic", (kept,), asked, None, kept.number)


def _looks_away(case: Case) -> bool:
    """Return whether it is an answer of his mail program, of which there may be one to every letter of ours."""
    mail = case.mail
    is_answer = mail.header("auto-submitted").strip().lower().startswith("auto-replied") or bool(mail.thread)
    in_words = words.AUTO_ANSWER.match(mail.subject) or words.ABSENCE.match(mail.subject)
    return mail.forwarded is None and (is_answer or bool(in_words))


def _away_is_known(complaint: Complaint, member: Member, case: Case) -> bool:
    recent = [h for h in complaint.history if h.event == "absent" and h.actor == member.address.lower()]
    return bool(recent) and case.now - recent[-1].at < dt.timedelta(days=3)


def spam(case: Case, complaint: Complaint | None) -> Outcome:
    """Nobody answers it; the next morning mail lists it."""
    number = complaint.number if complaint else None
    return Outcome("spam", "automatic", state=set_aside(case, "spam"), number=number)
