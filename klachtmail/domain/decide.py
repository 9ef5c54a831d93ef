"""An incoming message and the records -> what to do. Reads like the design's list: one short function per verdict."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from klachtmail.domain import requests
from klachtmail.domain.answering import why_not_answered
from klachtmail.domain.commands import read_date
from klachtmail.domain.conduct import answer_mail, record_oral
from klachtmail.domain.conduct.rights import may_see
from klachtmail.domain.firm import Member
from klachtmail.domain.incoming import Bounce, Incoming
from klachtmail.domain.intake import MAX_OTHERS, message_of, open_complaint, party_of, source_party
from klachtmail.domain.letter import Button, LetterRequest
from klachtmail.domain.lifecycle import Event, noted
from klachtmail.domain.model import Complaint, Message, SetAside, State, numbers_in
from klachtmail.domain.outcome import Outcome
from klachtmail.domain.refusals import answer_once
from klachtmail.domain.triage import Case, Kind, Verdict, judge

REPORT_CHARS: Final = 4000


def decide(case: Case) -> Outcome:
    """Return what happens with this mail. Pure: the same case always gives the same outcome."""
    verdict = judge(case)
    return _ACTIONS[verdict.kind](case, verdict)


def _number(verdict: Verdict) -> str:
    if verdict.number is None:
        msg = f"verdict {verdict.kind} without a complaint"
        raise ValueError(msg)
    return verdict.number


def _complaint(case: Case, verdict: Verdict) -> Complaint:
    complaint = case.records.complaint(_number(verdict))
    if complaint is None:
        msg = f"{verdict.number} is not on record"
        raise LookupError(msg)
    return complaint


def _duplicate(_case: Case, verdict: Verdict) -> Outcome:
    return Outcome("duplicates", "processed", number=verdict.number)


def _own(_case: Case, verdict: Verdict) -> Outcome:
    return Outcome("automatic", "automatic", number=verdict.number)


# ── complaints ──────────────────────────────────────────────────────────────────────────────────────────────────


def _new(case: Case, _verdict: Verdict) -> Outcome:
    mail, firm = case.mail, case.firm
    sender = mail.sender if mail.sender.address or not mail.reply_to else mail.reply_to[0]
    complaint, state = open_complaint(case.records.state, mail, firm, case.now, party=party_of(sender, mail.new_text))
    named = [number for number in numbers_in(mail.subject)[:3] if case.records.complaint(number) is not None]
    notices = [f"Het onderwerp noemt {number}, maar dit adres is daar niet bekend." for number in named]
    return _admit(case, complaint, state, notices)


def _from_source(case: Case, _verdict: Verdict) -> Outcome:
    """A web form names who wrote. Whoever stands in an inline forward is a guess that a member confirms."""
    mail = case.mail
    passed = mail.forwarded
    is_guess = passed is not None and not passed.certain and not mail.reply_to
    complaint, state = open_complaint(
        case.records.state, mail, case.firm, case.now, party=source_party(mail, case.firm),
        channel="forwarded" if passed else "written", confirmed=not is_guess, detail=f"via {mail.sender.address}",
        text=passed.text if passed else None, subject=(passed.subject or mail.subject) if passed else None,
    )  # fmt: skip
    return _admit(case, complaint, state)


def _admit(case: Case, complaint: Complaint, state: State, notices: Sequence[str] = ()) -> Outcome:
    others = _also_open(case, complaint)
    letters = requests.admission(complaint, case.firm, case.mail, others=others, notices=notices)
    return Outcome("new", "processed", (complaint,), letters, state, complaint.number)


def _also_open(case: Case, complaint: Complaint) -> list[Complaint]:
    address = complaint.complainant.address
    found = [case.records.complaint(n) for n in (case.records.numbers_for_address(address) if address else ())]
    return [c for c in found if c is not None and c.is_open and c.complainant.address == address]


def _follow_up(case: Case, verdict: Verdict) -> Outcome:
    """The client writes again: never a second complaint or acknowledgement."""
    complaint = _complaint(case, verdict)
    first_wait = complaint.waiting_since or case.mail.received_at
    kept = _with_message(
        case, complaint, "follow_up", "followed_up", waiting_since=first_wait if complaint.is_open else None
    )
    if kept.draft is not None:  # the client's news makes the shown draft out of date
        kept = kept.but(draft=kept.draft.but(version=kept.versions + 1), versions=kept.versions + 1)
    ended = not complaint.is_open
    data = {
        "text": _report(case.mail), "sender": case.mail.sender.name or case.mail.sender.address, "closed": ended,
        "attachments": [a.name for a in case.mail.attachments],
    }  # fmt: skip
    buttons = _answers(kept)
    enclosed = requests.enclosures(case.mail)
    letters = requests.news("follow_up", kept, case.firm, data=data, buttons=buttons, enclosed=enclosed)
    return Outcome("follow_up", "processed", (kept,), letters, None, kept.number)


def _answers(complaint: Complaint) -> tuple[Button, ...]:
    """Return what is likely when the client writes again: after the outcome he agrees, or not."""
    if not complaint.is_open:
        return (requests.REOPEN, requests.ANSWER)
    if complaint.status == "answered":
        return (requests.AGREED, requests.DISAGREED, requests.ANSWER, requests.CALLED.but(main=False))
    return (requests.ANSWER.but(main=True), requests.CALLED.but(main=False), requests.OUTCOME)


def _third_party(case: Case, verdict: Verdict) -> Outcome:
    """A colleague, a lawyer, the client from another address: shown to the handler, never answered by us."""
    complaint = _complaint(case, verdict)
    sender = case.mail.sender
    known = tuple(dict.fromkeys((*complaint.others, *((sender.address,) if sender.address else ()))))[:MAX_OTHERS]
    kept = _with_message(case, complaint, "third_party", "third_party", others=known)
    data = {"sender": sender.address, "name": sender.name, "text": _report(case.mail)}
    buttons = (
        Button(label="Dit is de klager", line=f"klager: {_as_name(sender.name)} <{sender.address}>"),
        requests.ANSWER, requests.DOSSIER,
    )  # fmt: skip
    enclosed = requests.enclosures(case.mail)
    letters = requests.news("third_party", kept, case.firm, data=data, buttons=buttons, enclosed=enclosed)
    return Outcome("third_party", "processed", (kept,), letters, None, kept.number)


def _with_message(case: Case, complaint: Complaint, kind: str, event: Event, **changes: object) -> Complaint:
    mail = case.mail
    changed = complaint.but(messages=(*complaint.messages, message_of(mail, kind)))
    return noted(changed, event, case.now, mail.sender.address or "unknown", mail.subject, **changes)


# ── machines ────────────────────────────────────────────────────────────────────────────────────────────────────


def _bounce(case: Case, verdict: Verdict) -> Outcome:
    """A delivery failure becomes a task for the handler; a delay is only noted."""
    bounce = case.mail.bounce
    complaint = case.records.complaint(verdict.number) if verdict.number else None
    if bounce is None or complaint is None:
        return Outcome("bounces", "automatic", number=verdict.number)
    letter = next((found for i in bounce.original_ids if (found := case.records.letter(i)) is not None), None)
    sent = _lost(complaint, bounce)
    is_lost = sent is not None and bounce.permanent
    marked = tuple(m.but(failed=True) if is_lost and m is sent else m for m in complaint.messages)
    kept = _with_message(case, complaint.but(messages=marked), "bounce", "bounced")
    to = letter.to if letter else sent.to if sent else next(iter(bounce.recipients), complaint.complainant.address)
    kind = letter.kind if letter else sent.kind if sent else "letter"
    if not bounce.permanent or kind in _TOLD_ELSEWHERE:
        return Outcome("bounces", "automatic", (kept,), (), None, kept.number)
    data = {"letter_kind": kind, "to": to, "reason": bounce.reason, "text": sent.text if sent else ""}
    told = requests.news("task", kept, case.firm, data=data, buttons=(requests.CALLED, requests.NO_ANSWER))
    reached = tuple(request for request in told if request.to != to)
    return Outcome("bounces", "automatic", (kept,), reached, None, kept.number)


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
        return Outcome("automatic", "automatic", state=_set_aside(case, "automatic"))
    kept = _with_message(case, complaint, "automatic", "automatic")
    return Outcome("automatic", "automatic", (kept,), number=kept.number)


def _member_is_away(case: Case, member: Member, verdict: Verdict) -> Outcome:
    """An out-of-office of the handler is told to the other partners: the two weeks run on."""
    complaint = case.records.complaint(verdict.number) if verdict.number else None
    if complaint is None or complaint.handler != member.address.lower() or _away_is_known(complaint, member, case):
        return Outcome("automatic", "automatic", number=verdict.number)
    said = _UNTIL.search(case.mail.new_text)
    until = read_date(said.group(1), case.today) if said else None
    kept = noted(complaint, "absent", case.now, member.address.lower(), said.group(1) if said else "")
    data = {
        "member_name": member.name, "until": until.isoformat() if until else None, "text": _report(case.mail),
        "subject": complaint.subject,
    }  # fmt: skip
    told = [p for p in requests.concerned(kept, case.firm.partners) if p != member]
    letters = tuple(
        requests.to_member(
            "absence", p, kept, data=data, buttons=(requests.TAKE, *requests.give_buttons(p, kept, case.firm))
        )
        for p in told
    )
    return Outcome("automatic", "automatic", (kept,), letters, None, kept.number)


def _away_is_known(complaint: Complaint, member: Member, case: Case) -> bool:
    recent = [h for h in complaint.history if h.event == "absent" and h.actor == member.address.lower()]
    return bool(recent) and case.now - recent[-1].at < dt.timedelta(days=3)


def _spam(case: Case, verdict: Verdict) -> Outcome:
    return Outcome("spam", "automatic", state=_set_aside(case, "spam"), number=verdict.number)


def _set_aside(case: Case, why: str) -> State:
    """Keep it for the next morning mail of one partner: nothing that a person may have written is silent."""
    mail, state = case.mail, case.records.state
    entry = SetAside.model_validate({
        "id": f"b{mail.content_key[:7]}", "sha256": mail.sha256, "sender": mail.sender.address, "name": mail.sender.name,
        "subject": mail.subject, "received_at": mail.received_at, "why": why,
    })  # fmt: skip
    others = tuple(each for each in state.set_aside if each.id != entry.id)
    return state.but(set_aside=(*others, entry))


# ── people of the firm ──────────────────────────────────────────────────────────────────────────────────────────


def _internal(case: Case, _verdict: Verdict) -> Outcome:
    """'Interne klachten kunnen … via de lijn worden opgepakt': a polite pointer, once, and no record."""
    address = case.mail.sender.address
    state = _set_aside(case, "internal")
    letters: tuple[LetterRequest, ...] = ()
    if f"pointer {address}" not in state.refused and not why_not_answered(address, case.firm, case.mail):
        data = {"subject": case.mail.subject}
        thread = (case.mail.message_id,) if case.mail.message_id else ()
        letters = (
            LetterRequest(kind="internal_pointer", to=address, name=case.mail.sender.name, thread=thread, data=data),
        )
        state = state.but(refused={**state.refused, f"pointer {address}": case.now})
    return Outcome("internal", "automatic", (), letters, state)


def _command(case: Case, _verdict: Verdict) -> Outcome:
    if case.member is None or case.token is None:
        msg = "a command without its member"
        raise ValueError(msg)
    return answer_mail(case, case.member, case.token)


def _impostor(case: Case, verdict: Verdict) -> Outcome:
    """A member's token from another address: nothing changes; the member is asked at his own address."""
    owner = case.token_member
    complaint = case.records.complaint(verdict.number) if verdict.number else None
    if complaint is not None:
        complaint = noted(
            complaint, "refused", case.now, case.mail.sender.address or "unknown", "token from another address"
        )
    state = _set_aside(case, "automatic") if case.member is None else case.records.state
    letters: tuple[LetterRequest, ...] = ()
    if (
        owner is not None
        and (limited := answer_once(state, f"impostor {owner.address.lower()}", case.now)) is not None
    ):
        state = limited
        data = {"sender": case.mail.sender.address, "text": _report(case.mail)}
        seen = complaint if complaint is not None and may_see(owner, complaint) else None
        letters = (requests.to_member("verify_sender", owner, seen, data=data),)
    changed = (complaint,) if complaint is not None else ()
    return Outcome("commands", "processed", changed, letters, state, verdict.number)


def _fresh(case: Case, verdict: Verdict) -> Outcome:
    """A member without a valid token: nothing changes; a freshly signed mail lets him try again."""
    member = case.member
    if member is None:
        msg = "a fresh mail without its member"
        raise ValueError(msg)
    by = member.address.lower()
    named = case.records.complaint(verdict.number) if verdict.number else None
    shown = () if named is None else (noted(named, "refused", case.now, by, "without a token"),)
    complaint = named if named is not None and may_see(member, named) else None
    state = answer_once(case.records.state, f"fresh {by}", case.now)
    if state is None:
        return Outcome("commands", "processed", shown, number=verdict.number)
    mine = [c for c in case.records.open_complaints() if may_see(member, c)]
    data = {
        "reason": "", "subject": case.mail.subject,
        "open": [{"number": c.number, "name": c.complainant.name, "subject": c.subject} for c in mine[:20]],
    }  # fmt: skip
    buttons = (
        (requests.TAKE, requests.DOSSIER)
        if complaint
        else (Button(label="Mondelinge klacht melden", line="mondeling"),)
    )
    letter = requests.to_member("fresh", member, complaint, data=data, buttons=buttons)
    return Outcome("commands", "processed", shown, (letter,), state, verdict.number)


def _correspondence(case: Case, verdict: Verdict) -> Outcome:
    """A member wrote to the client with us in Cc: kept; he says himself whether that was contact."""
    complaint = _complaint(case, verdict)
    member = case.member
    answered = None if case.is_vouched_for else complaint.waiting_since  # anybody can write a From and a Cc
    kept = _with_message(case, complaint, "correspondence", "corresponded", waiting_since=answered)
    letters: tuple[LetterRequest, ...] = ()
    if member is not None and member.address.lower() not in complaint.about:
        data = {"text": _report(case.mail), "to": complaint.complainant.address or ""}
        contact = Button(label="Ja, dit was contact", line="contact vandaag: per e-mail", main=True)
        told = Button(label="Dit was de uitkomst", line="uitkomst gemeld: ")
        letters = (requests.to_member("correspondence", member, kept, data=data, buttons=(contact, told)),)
    return Outcome("correspondence", "processed", (kept,), letters, None, kept.number)


def _oral(case: Case, _verdict: Verdict) -> Outcome:
    if case.member is None:
        msg = "an oral complaint without its reporter"
        raise ValueError(msg)
    return record_oral(case, case.member, confirmed=False)


def _forwarded(case: Case, _verdict: Verdict) -> Outcome:
    """A member passes on a complaint: nothing goes to the client before a member confirms who that is."""
    mail, member, passed = case.mail, case.member, case.mail.forwarded
    if member is None or passed is None:
        msg = "a forward without its member or message"
        raise ValueError(msg)
    complaint, state = open_complaint(
        case.records.state, mail, case.firm, case.now, party=party_of(passed.sender, passed.text), channel="forwarded",
        confirmed=False, actor=member.address.lower(), text=passed.text, subject=passed.subject or mail.subject,
        reporter=member.address.lower(),
    )  # fmt: skip
    guess = {"name": passed.sender.name, "address": passed.sender.address}
    note = mail.new_text if passed.certain else ""
    letters = requests.unconfirmed(complaint, case.firm, mail, member, guess=guess, note=note)
    return Outcome("oral", "processed", (complaint,), letters, state, complaint.number)


def _report(mail: Incoming) -> str:
    return (mail.new_text or mail.text)[:REPORT_CHARS]


def _as_name(text: str) -> str:
    """Return what can stand as a name in a command: no second address, telephone number or street."""
    return " ".join(re.sub(r"[^\w .'’-]|\d", " ", text).split())[:80]


_ACTIONS: Final[Mapping[Kind, Callable[[Case, Verdict], Outcome]]] = MappingProxyType(
    {
        "duplicate": _duplicate,
        "own": _own,
        "bounce": _bounce,
        "intake": _from_source,
        "automatic": _automatic,
        "spam": _spam,
        "command": _command,
        "impostor": _impostor,
        "correspondence": _correspondence,
        "oral": _oral,
        "forwarded": _forwarded,
        "fresh": _fresh,
        "follow_up": _follow_up,
        "third_party": _third_party,
        "internal": _internal,
        "complaint": _new,
    }
)
