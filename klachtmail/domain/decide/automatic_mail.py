"""What is done with mail that no person wrote to us: our own, automatic answers, spam. Reports of delivery are in `bounces`."""

import datetime as dt
import re
from typing import Final

from klachtmail.domain.decide.dossier import report, set_aside, with_message
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.incoming import auto_phrases as words
from klachtmail.domain.incoming.case import Case
from klachtmail.domain.outgoing import requests
from klachtmail.domain.outgoing.buttons import TAKE, give_buttons
from klachtmail.domain.outgoing.letters import Absence
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.numbers import numbers_in_subject
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.sight import concerned


def own(complaint: Complaint | None) -> Outcome:
    """A letter of ours came back: it is only filed."""
    return Outcome("automatic", "automatic", number=complaint.number if complaint else None)


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
        complaint = next(
            (c for n in numbers_in_subject(case.mail.subject)[:1] if (c := case.records.complaint(n))), None
        )
    if complaint is None and not _looks_away(case):  # what a member passes on with a machine's mark
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
    asked = tuple(requests.to_member(data, p, kept, buttons=(TAKE, *give_buttons(p, kept, case.firm))) for p in told)
    return Outcome("automatic", "automatic", (kept,), asked, None, kept.number)


def _looks_away(case: Case) -> bool:
    """Return whether it is an answer of a mail program, of which there may be one to every letter of ours."""
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
