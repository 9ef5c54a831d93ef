"""An incoming message and the records -> what to do. Reads like the design's list: one short function per verdict."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from klachtmail.domain import requests
from klachtmail.domain.automatic import why_not_answered
from klachtmail.domain.commands import read_date
from klachtmail.domain.conduct import answer_mail, record_oral
from klachtmail.domain.firm import Member
from klachtmail.domain.incoming import Incoming
from klachtmail.domain.intake import MAX_OTHERS, message_of, open_complaint, party_of, source_party
from klachtmail.domain.letter import Button, LetterRequest
from klachtmail.domain.lifecycle import Event, noted
from klachtmail.domain.model import Complaint, SetAside, State
from klachtmail.domain.outcome import Outcome
from klachtmail.domain.triage import Case, Kind, Verdict, judge

REFUSAL_EVERY: Final = dt.timedelta(hours=1)
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
    return _admit(case, complaint, state)


def _from_source(case: Case, _verdict: Verdict) -> Outcome:
    complaint, state = open_complaint(
        case.records.state, case.mail, case.firm, case.now, party=source_party(case.mail, case.firm),
        channel="forwarded" if case.mail.forwarded else "written", detail=f"via {case.mail.sender.address}",
    )  # fmt: skip
    return _admit(case, complaint, state)


def _admit(case: Case, complaint: Complaint, state: State) -> Outcome:
    """Confirm it to the client, as far as the procedure and good manners allow, and give it to the partners."""
    others = _also_open(case, complaint)
    notices: list[str] = []
    letters: list[LetterRequest] = []
    if case.firm.procedure.acknowledge == "always":
        if why := requests.cannot_write(complaint, case.firm, case.mail):
            notices.append(f"De klager kreeg geen ontvangstbevestiging: {why}.")
        else:
            letters.append(requests.acknowledgement(complaint, [c.number for c in others]))
    letters += requests.routing(complaint, case.firm, case.mail, others=others, notices=notices)
    return Outcome("new", "processed", (complaint,), tuple(letters), state, complaint.number)


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
    buttons = (requests.REOPEN, requests.ANSWER) if ended else (requests.ANSWER, requests.CALLED, requests.OUTCOME)
    enclosed = requests.enclosures(case.mail)
    letters = requests.news("follow_up", kept, case.firm, data=data, buttons=buttons, enclosed=enclosed)
    return Outcome("follow_up", "processed", (kept,), letters, None, kept.number)


def _third_party(case: Case, verdict: Verdict) -> Outcome:
    """A colleague, a lawyer, the client from another address: shown to the handler, never answered by us."""
    complaint = _complaint(case, verdict)
    sender = case.mail.sender
    known = tuple(dict.fromkeys((*complaint.others, *((sender.address,) if sender.address else ()))))[:MAX_OTHERS]
    kept = _with_message(case, complaint, "third_party", "third_party", others=known)
    data = {"sender": sender.address, "name": sender.name, "text": _report(case.mail)}
    buttons = (
        Button(label="Dit is de klager", line=f"klager: {_one_line(sender.name)} <{sender.address}>"),
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
    lost = frozenset(bounce.original_ids) if bounce.permanent else frozenset()
    marked = tuple(m.but(failed=m.failed or m.message_id in lost) for m in complaint.messages)
    kept = _with_message(case, complaint.but(messages=marked), "bounce", "bounced")
    letters: tuple[LetterRequest, ...] = ()
    if bounce.permanent:
        sent = next((m for m in marked if m.message_id in lost), None)
        to = letter.to if letter else next(iter(bounce.recipients), complaint.complainant.address)
        kind = letter.kind if letter else sent.kind if sent else "letter"
        data = {"letter_kind": kind, "to": to, "reason": bounce.reason, "text": sent.text if sent else ""}
        letters = requests.news("task", kept, case.firm, data=data, buttons=(requests.CALLED, requests.NO_ANSWER))
    return Outcome("bounces", "automatic", (kept,), letters, None, kept.number)


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
    return state.but(set_aside=(*state.set_aside, entry))


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
        and (limited := _answer_once(state, f"impostor {owner.address.lower()}", case.now)) is not None
    ):
        state = limited
        data = {"sender": case.mail.sender.address, "text": _report(case.mail)}
        seen = complaint if complaint is None or owner.address.lower() not in complaint.about else None
        letters = (requests.to_member("verify_sender", owner, seen, data=data),)
    changed = (complaint,) if complaint is not None else ()
    return Outcome("commands", "processed", changed, letters, state, verdict.number)


def _fresh(case: Case, verdict: Verdict) -> Outcome:
    """A member without a valid token: nothing changes; a freshly signed mail lets him try again."""
    member = case.member
    if member is None:
        msg = "a fresh mail without its member"
        raise ValueError(msg)
    complaint = case.records.complaint(verdict.number) if verdict.number else None
    if complaint is not None and (member.address.lower() in complaint.about or not _may_see(member, complaint)):
        complaint = None
    state = _answer_once(case.records.state, f"fresh {member.address.lower()}", case.now)
    if state is None:
        return Outcome("commands", "processed", number=verdict.number)
    mine = [c for c in case.records.open_complaints() if _may_see(member, c) and member.address.lower() not in c.about]
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
    return Outcome("commands", "processed", (), (letter,), state, verdict.number)


def _may_see(member: Member, complaint: Complaint) -> bool:
    return member.role == "partner" or complaint.handler == member.address.lower()


def _answer_once(state: State, key: str, now: dt.datetime) -> State | None:
    """Return the state that remembers this answer, or None when one went within the hour: answers can loop too."""
    last = state.refused.get(key)
    if last is not None and dt.timedelta(0) <= now - last < REFUSAL_EVERY:
        return None
    recent = {k: at for k, at in state.refused.items() if now - at < dt.timedelta(days=400)}
    return state.but(refused={**recent, key: now})


def _correspondence(case: Case, verdict: Verdict) -> Outcome:
    """A member wrote to the client with us in Cc: kept; he says himself whether that was contact."""
    complaint = _complaint(case, verdict)
    member = case.member
    kept = _with_message(case, complaint, "correspondence", "corresponded", waiting_since=None)
    letters: tuple[LetterRequest, ...] = ()
    if member is not None and member.address.lower() not in complaint.about:
        data = {"text": _report(case.mail), "to": complaint.complainant.address or ""}
        contact = Button(label="Ja, dit was contact", line="contact vandaag: per e-mail", main=True)
        letters = (requests.to_member("correspondence", member, kept, data=data, buttons=(contact, requests.OUTCOME)),)
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


def _one_line(text: str) -> str:
    return " ".join(text.split())[:80]


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
