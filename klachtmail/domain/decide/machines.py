"""Mail that no person wrote to us: our own, delivery failures, automatic answers, spam."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from klachtmail.domain.decide.dossier import report, set_aside, with_message
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.incoming import auto_phrases as words
from klachtmail.domain.incoming.message import Bounce
from klachtmail.domain.incoming.triage import Case, Kind, Verdict
from klachtmail.domain.outgoing import requests
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint, Message, numbers_in
from klachtmail.domain.records.outcome import Outcome


def _duplicate(_case: Case, verdict: Verdict) -> Outcome:
    return Outcome("duplicates", "processed", number=verdict.number)


def _own(_case: Case, verdict: Verdict) -> Outcome:
    return Outcome("automatic", "automatic", number=verdict.number)


def _bounce(case: Case, verdict: Verdict) -> Outcome:
    """A delivery failure becomes a task for the handler; a delay is only noted."""
    bounce = case.mail.bounce
    complaint = case.records.complaint(verdict.number) if verdict.number else None
    letter = next((found for i in (bounce.original_ids if bounce else ()) if (found := case.records.letter(i))), None)
    if bounce is None or (complaint is None and letter is None):
        return Outcome("bounces", "automatic", state=set_aside(case, "automatic"))
    if complaint is None:
        return _unreachable_member(case, bounce, letter)
    sent = _lost(complaint, bounce)
    is_certain = letter is not None or (sent is not None and sent.message_id in bounce.original_ids)
    is_lost = sent is not None and bounce.permanent and is_certain
    marked = tuple(replace(m, failed=True) if is_lost and m is sent else m for m in complaint.messages)
    kept = with_message(case, replace(complaint, messages=marked), "bounce", "bounced")
    to = letter.to if letter else sent.to if sent else next(iter(bounce.recipients), complaint.complainant.address)
    kind = letter.kind if letter else sent.kind if sent else "letter"
    if not bounce.permanent or kind in _TOLD_ELSEWHERE or _is_told(complaint, sent, is_certain=is_certain):
        return Outcome("bounces", "automatic", (kept,), (), None, kept.number)
    data = {
        "letter_kind": kind,
        "to": to,
        "reason": bounce.reason,
        "text": sent.text if sent else "",
        "doubtful": not is_certain,
    }
    told = requests.news("task", kept, case.firm, data=data, buttons=(requests.CALLED, requests.NO_ANSWER))
    reached = tuple(request for request in told if request.to != to)
    return Outcome("bounces", "automatic", (kept,), reached, None, kept.number)


def _is_told(complaint: Complaint, sent: Message | None, *, is_certain: bool) -> bool:
    """Tell whether it is known already that this letter came back.

    A report that names no letter of ours can be anybody's, who knows the address: it is told once after each letter, and
    marks nothing.
    """
    if sent is None or is_certain:
        return sent is not None and sent.failed
    return any(entry.event == "bounced" and entry.at >= sent.at for entry in complaint.history)


def _unreachable_member(case: Case, bounce: Bounce, letter: Letter | None) -> Outcome:
    """A morning mail or digest that came back: the other partners hear that he is not reached."""
    if letter is None or not bounce.permanent or letter.kind in _TOLD_ELSEWHERE:
        return Outcome("bounces", "automatic")
    data = {"letter_kind": letter.kind, "to": letter.to, "reason": bounce.reason, "text": ""}
    told = (m for m in case.firm.partners if m.address.lower() != letter.to)
    return Outcome("bounces", "automatic", letters=tuple(requests.to_member("task", m, None, data=data) for m in told))


_TOLD_ELSEWHERE: Final = frozenset({"task", "alarm", "alarm_over"})  # a task about a task would never end


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


def _automatic(case: Case, verdict: Verdict) -> Outcome:
    if (member := case.member) is not None:
        return _member_is_away(case, member, verdict)
    complaint = case.records.complaint(verdict.number) if verdict.number else None
    if complaint is None:
        return Outcome("automatic", "automatic", state=set_aside(case, "automatic"))
    kept = with_message(case, complaint, "automatic", "automatic")
    return Outcome("automatic", "automatic", (kept,), number=kept.number)


def _member_is_away(case: Case, member: Member, verdict: Verdict) -> Outcome:
    """An out-of-office of the handler is told to the other partners: the two weeks run on."""
    number = verdict.number or next(iter(numbers_in(case.mail.subject)), None)
    complaint = case.records.complaint(number) if number else None
    if complaint is None and not _looks_away(case):  # what he passes on with a machine's mark
        return Outcome("automatic", "automatic", state=set_aside(case, "automatic"))
    if complaint is None or complaint.handler != member.address.lower() or _away_is_known(complaint, member, case):
        return Outcome("automatic", "automatic", number=number if complaint else None)
    if not case.is_vouched_for:  # anybody can write a From and a number: a partner reads it tomorrow
        return Outcome("automatic", "automatic", state=set_aside(case, "automatic"), number=number)
    said = _UNTIL.search(case.mail.new_text)
    from klachtmail.domain.commands import read_date

    until = read_date(said.group(1), case.today) if said else None
    kept = noted(complaint, "absent", case.now, member.address.lower(), said.group(1) if said else "")
    data = {
        "member_name": member.name,
        "until": until.isoformat() if until else None,
        "text": report(case.mail),
        "subject": complaint.subject,
    }
    told = [p for p in requests.concerned(kept, case.firm.partners) if p != member]
    letters = tuple(
        requests.to_member(
            "absence", p, kept, data=data, buttons=(requests.TAKE, *requests.give_buttons(p, kept, case.firm))
        )
        for p in told
    )
    return Outcome("automatic", "automatic", (kept,), letters, None, kept.number)


def _looks_away(case: Case) -> bool:
    """Tell whether it is an answer of his mail program, of which there may be one to every letter of ours."""
    mail = case.mail
    is_answer = mail.header("auto-submitted").strip().lower().startswith("auto-replied") or bool(mail.thread)
    in_words = words.AUTO_ANSWER.match(mail.subject) or words.ABSENCE.match(mail.subject)
    return mail.forwarded is None and (is_answer or bool(in_words))


def _away_is_known(complaint: Complaint, member: Member, case: Case) -> bool:
    recent = [h for h in complaint.history if h.event == "absent" and h.actor == member.address.lower()]
    return bool(recent) and case.now - recent[-1].at < dt.timedelta(days=3)


def _spam(case: Case, verdict: Verdict) -> Outcome:
    return Outcome("spam", "automatic", state=set_aside(case, "spam"), number=verdict.number)


ACTIONS: Final[Mapping[Kind, Callable[[Case, Verdict], Outcome]]] = MappingProxyType(
    {"duplicate": _duplicate, "own": _own, "bounce": _bounce, "automatic": _automatic, "spam": _spam}
)
