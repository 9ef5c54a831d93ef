"""Several people who complained in one conversation: each has his own number, and hears for himself."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from klachtmail.domain.commands import Oral
from klachtmail.domain.incoming.intake import open_complaint
from klachtmail.domain.records.events import Event
from klachtmail.domain.records.lifecycle import Refusal, advance
from klachtmail.domain.records.model import Complaint, Party
from klachtmail.domain.records.parties import co_complainants
from klachtmail.domain.records.state import State
from klachtmail.domain.records.steps import party_name

if TYPE_CHECKING:
    from klachtmail.domain.incoming.case import Case


def together(report: Oral) -> Oral:
    """Return a report as that of one: a remark is nobody's letter, and needs no more than their names."""
    names = " en ".join(filter(None, (report.name, *(person.name for person in report.also))))
    return replace(report, name=names or None, also=())


def with_others(
    case: "Case", complaint: Complaint, state: State, report: Oral
) -> tuple[Complaint, tuple[Complaint, ...], State]:
    """Return the complaint with whoever complained along, the records of their numbers, and the state that knows these."""
    by, joined = complaint.reporter or "", list[Complaint]()
    for person in report.also:
        own, state = open_complaint(
            state,
            case.mail,
            case.firm,
            case.now,
            party=Party(name=person.name or "", address=person.address, phone=person.phone),
            channel="oral",
            confirmed=complaint.confirmed,
            actor=by,
            text="",
            subject=complaint.subject,
            received_at=complaint.received_at,
            reporter=complaint.reporter,
        )
        merged = replace(own, merged_into=complaint.number, closed_at=case.now)
        joined.append(_after(merged, "merged", case.now, by, complaint.number))
        party = replace(
            own.complainant,
            role="co_complainant",
            number=own.number,
            subject=own.subject,
            language=own.language,
            channel="oral",
            received_at=own.received_at,
            due_on=own.due_on,
            original_due_on=own.original_due_on,
        )
        taken = replace(complaint, parties=(*complaint.parties, party))
        complaint = _after(taken, "absorbed", case.now, by, own.number)
    return complaint, tuple(joined), state


def _after(complaint: Complaint, event: Event, now: dt.datetime, by: str, number: str) -> Complaint:
    """Return a complaint that was just opened after this event, which the life cycle never refuses then."""
    after = advance(complaint, event, now, by, number)
    return complaint if isinstance(after, Refusal) else after


def who_else(complaint: Complaint) -> list[str]:
    """Return what members read of those who complained along."""
    people = (
        ", ".join(filter(None, (f"{party_name(p)} ({p.number})", p.phone, p.address)))
        for p in co_complainants(complaint)
    )
    said = "; ".join(people)
    return [f"Ook klager, met eigen brieven: {said}."] if said else []
