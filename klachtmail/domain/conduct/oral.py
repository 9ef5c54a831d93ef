"""What was said and not written: 'ook een mondelinge uiting van ontevredenheid kan een klacht zijn'."""

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from klachtmail.domain.commands import FORM, Oral, read_oral
from klachtmail.domain.conduct.oral_several import together, who_else, with_others
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.incoming.intake import message_of, next_number, open_complaint, outside
from klachtmail.domain.incoming.naming import with_named
from klachtmail.domain.outgoing import letters, requests, routing
from klachtmail.domain.outgoing.buttons import PROMOTE
from klachtmail.domain.record import of_json, to_json
from klachtmail.domain.records.abridged import abridged
from klachtmail.domain.records.deadlines import due_date
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint, Party
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.state import State

if TYPE_CHECKING:
    from klachtmail.domain.incoming.case import Case

_SERIOUS = re.compile(r"\bingrijpende?\b", re.IGNORECASE)
_NOT_SERIOUS = re.compile(r"\bniet (?:erg |zo |heel )?ingrijpend\b", re.IGNORECASE)
_YEAR = dt.timedelta(days=365)


def record_oral(case: "Case", member: Member, *, confirmed: bool) -> Outcome:
    """Return the record of an oral complaint: a remark when small and solved, else a complaint of its reporter.

    `confirmed`: the report carries the member's token, so that it is certain who wrote it.
    """
    report = read_oral(case.mail.subject, case.mail.new_text, case.today)
    if report.is_empty:
        form = requests.to_member(letters.OralForm(form=FORM), member, None)
        return Outcome("oral", "processed", (), (form,))
    if report.is_small:
        return _remark(case, member, together(report))
    recorded = _oral_complaint(case, member, report, confirmed=confirmed)
    return _and_ask(recorded, member, report) if report.missing else recorded


def complete_oral(case: "Case", member: Member, number: str | None, text: str) -> Outcome | None:
    """Return what the answer to 'Bijna klaar' added to an oral complaint, or None when this is no such answer."""
    complaint = case.records.complaint(number) if number else None
    address = member.address.lower()
    if complaint is None or complaint.channel != "oral" or address != complaint.reporter or address in complaint.about:
        return None
    report = read_oral("", text, case.today)
    says = (report.severity, report.solved, report.received_on, report.subject)
    if all(value is None for value in says) or (report.subject or "").startswith("@") or not complaint.is_open:
        return None
    completed = _completed(case, complaint, report)
    if report.is_small:
        return _turned_into_remark(case, member, completed, report)
    told = " ".join((f"Aangevuld: {completed.number} staat nu volledig vast.", *_not_his(case, report)))
    return Outcome("commands", "processed", (completed,), (_receipt(member, completed, told),), None, completed.number)


def _completed(case: "Case", complaint: Complaint, report: Oral) -> Complaint:
    old, said = complaint.complainant, outside(_party(report), case.firm)
    party = of_json(Party, {**to_json(old), **{k: v for k, v in to_json(said).items() if v}})
    completed = replace(
        complaint,
        complainant=party,
        subject=report.subject or complaint.subject,
        text=abridged("\n".join(filter(None, (complaint.text, report.text)))),
        messages=(*complaint.messages, message_of(case.mail, "command")),
    )
    if report.received_on is not None and report.received_on < case.today:
        received_at = _noon(report.received_on, case)
        due_on = due_date(received_at, case.firm)

        def heard(party: Party) -> Party:
            return replace(party, received_at=received_at, due_on=due_on, original_due_on=due_on)

        parties = tuple(heard(p) if p.role == "co_complainant" else p for p in completed.parties)
        completed = replace(completed, received_at=received_at, due_on=due_on, original_due_on=due_on, parties=parties)
    completed = with_named(completed, case.firm)
    return noted(completed, "noted", case.now, complaint.reporter or "", "aangevuld")


def _turned_into_remark(case: "Case", member: Member, complaint: Complaint, report: Oral) -> Outcome:
    """A complaint that turns out small and solved goes on as a remark; its number is never used again."""
    number, state = next_number(case.records.state, "M", complaint.received_at.year)
    remark = replace(complaint, number=number, status="closed", handler=None, closed_at=case.now)
    remark = noted(remark, "noted", case.now, member.address.lower(), _solution(report))
    old = replace(complaint, status="merged", merged_into=number, closed_at=case.now)
    sent = _remark_letters(case, member, remark, without=old.number)
    return Outcome("commands", "processed", (remark, old), sent, state, number)


def _and_ask(recorded: Outcome, member: Member, report: Oral) -> Outcome:
    """It is on record at once; what is missing is asked, for a report by phone must not wait for a form."""
    have = {"Klager": report.name, "Betreft": report.subject, "Ernst": report.severity}
    known = tuple((label, value) for label, value in have.items() if value)
    data = letters.OralMissing(missing=tuple(report.missing), have=known)
    asked = requests.to_member(data, member, recorded.complaints[0])
    return replace(recorded, letters=(*recorded.letters, asked))


def _party(report: Oral) -> Party:
    return Party(name=report.name or "", address=report.address, phone=report.phone, postal=report.postal)


def _not_his(case: "Case", report: Oral) -> list[str]:
    """Return what to say of an address of ours that was given as the client's."""
    is_ours = report.address is not None and not case.firm.is_outside(report.address)
    return [f"{report.address} is een adres van de firma zelf; stuur het adres van de klager."] if is_ours else []


def _noon(on: dt.date, case: "Case") -> dt.datetime:
    return dt.datetime.combine(on, dt.time(12), case.firm.organisation.zone)


def _solution(report: Oral) -> str:
    return f"Opgelost: {report.solution}" if report.solution else "Opgelost"


# ── remarks ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _remark(case: "Case", member: Member, report: Oral) -> Outcome:
    """'niet als het probleem met een directe, kleine actie kan worden opgelost': recorded and counted."""
    record, _ = _begin(case, member, report, confirmed=True)
    number, state = next_number(case.records.state, "M", record.received_at.year)
    remark = noted(
        replace(record, number=number, status="closed", closed_at=case.now),
        "noted",
        case.now,
        member.address.lower(),
        _solution(report),
    )
    return Outcome("oral", "processed", (remark,), _remark_letters(case, member, remark), state, number)


def _remark_letters(case: "Case", member: Member, remark: Complaint, without: str = "") -> tuple[LetterRequest, ...]:
    """Return the receipt for the reporter; a repeated problem is pointed out to the partners too, with one button."""
    repeated = [number for number in _repeated(case, remark) if number != without]
    button = replace(PROMOTE, main=bool(repeated))
    told = {m.address: m for m in ((member, *case.firm.partners) if repeated else (member,))}.values()
    data = letters.Remark(repeated=tuple(repeated))
    return tuple(requests.to_member(data, m, remark, buttons=(button,)) for m in told)


def _repeated(case: "Case", remark: Complaint) -> list[str]:
    """Return the remarks and complaints of the past year with the same complainant or subject: 'herhaald'."""
    name, address = remark.complainant.name.casefold(), remark.complainant.address
    subject = " ".join(remark.subject.casefold().split())
    return [
        c.number
        for c in case.records.current()
        if case.now - c.received_at < _YEAR
        and c.status != "merged"
        and (
            (address and c.complainant.address == address)
            or (name and c.complainant.name.casefold() == name)
            or (subject and " ".join(c.subject.casefold().split()) == subject)
        )
    ]


# ── complaints ──────────────────────────────────────────────────────────────────────────────────────────────────


def _begin(case: "Case", member: Member, report: Oral, *, confirmed: bool) -> tuple[Complaint, State]:
    received_at = case.mail.received_at
    if report.received_on is not None and report.received_on < case.today:
        received_at = _noon(report.received_on, case)
    return open_complaint(
        case.records.state,
        case.mail,
        case.firm,
        case.now,
        party=_party(report),
        channel="oral",
        confirmed=confirmed,
        actor=member.address.lower(),
        text=report.text or "",
        subject=report.subject or case.mail.subject,
        received_at=received_at,
        reporter=member.address.lower(),
    )


def _is_serious(report: Oral) -> bool:
    return bool(_SERIOUS.search(report.text)) and not _NOT_SERIOUS.search(report.text)


def _oral_complaint(case: "Case", member: Member, report: Oral, *, confirmed: bool) -> Outcome:
    """'De medewerker die de klacht ontvangt, handelt deze zo mogelijk zelfstandig af'; of a serious one the partners
    discuss 'wie de klacht zal afhandelen'.
    """  # noqa: D205 (one sentence)
    complaint, state = _begin(case, member, report, confirmed=confirmed)
    complaint, joined, state = with_others(case, complaint, state, report)
    address = member.address.lower()
    if _is_serious(report):
        complaint = replace(noted(complaint, "noted", case.now, address, "gemeld als ingrijpend"), serious=True)
        notices = [f"{member.name} noemt deze klacht ingrijpend: overleg wie hem afhandelt.", *_not_his(case, report)]
    elif member.role == "coordinator":  # who handles nothing
        notices = [f"{member.name} hoorde deze klacht.", *_not_his(case, report)]
    else:
        complaint = replace(
            noted(complaint, "noted", case.now, address, "behandelt zelf wat hij hoorde"),
            status="assigned",
            handler=address,
            assigned_at=case.now,
        )
        notices = [f"{member.name} hoorde deze klacht en handelt hem zelf af.", *_not_his(case, report)]
    notices += who_else(complaint)
    sent = _letters(case, member, complaint, notices, " ".join((*_not_his(case, report), *who_else(complaint))))
    return Outcome("oral", "processed", (complaint, *joined), sent, state, complaint.number)


def _letters(
    case: "Case", member: Member, complaint: Complaint, notices: list[str], warning: str
) -> tuple[LetterRequest, ...]:
    if not complaint.confirmed:
        guess = letters.Guess(name=complaint.complainant.name, address=complaint.complainant.address or "")
        return routing.unconfirmed(
            complaint, case.firm, case.mail, member, guess=guess, notices=notices, duty=case.duty
        )
    routed = routing.admission(complaint, case.firm, case.mail, notices=notices, duty=case.duty)
    if member.role == "coordinator":
        return routed
    others = tuple(letter for letter in routed if letter.member != member.address.lower())
    if complaint.handler is None:
        return (
            *others,
            _receipt(
                member, complaint, f"Vastgelegd als ingrijpend; de partners kiezen wie hem afhandelt. {warning}".strip()
            ),
        )
    return (*others, requests.assigned(complaint, member, None, warning))


def _receipt(member: Member, complaint: Complaint, told: str) -> LetterRequest:
    row = letters.TranscriptLine(line="Mondelinge klacht", text=told, number=complaint.number)
    return requests.to_member(letters.Transcript(lines=(row,)), member, complaint, buttons=())
