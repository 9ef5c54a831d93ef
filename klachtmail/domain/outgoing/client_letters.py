"""The letter that a draft will become, to whom it goes, and how it is shown before."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.dutch_dates import short_day
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.outgoing import letters
from klachtmail.domain.outgoing.buttons import ANSWER, SEND, for_party
from klachtmail.domain.outgoing.requests import to_member
from klachtmail.domain.records.deadlines import CONTACT_WORKDAYS
from klachtmail.domain.records.letter import Button, LetterData, LetterRequest
from klachtmail.domain.records.model import ALL, Complaint, Draft, DraftKind, Party
from klachtmail.domain.records.parties import addressee, going_on, key_of, known_to, party_called, untold
from klachtmail.domain.records.steps import party_name


def draft(
    complaint: Complaint, current: Draft, firm: Firm, reader: Member, today: dt.date, warnings: Sequence[str] = ()
) -> LetterRequest:
    """Return the draft, shown exactly as the client will get it; its token is bound to this version."""
    to = recipients(complaint, today)
    shown = key_of(complaint, to[0]) if to else None
    data = letters.Draft(
        letter=client_letter(complaint, current, firm, today, shown),
        version=complaint.versions,
        warnings=tuple(warnings),
        to=tuple(letters.Receiver(name=_called(complaint, p), number=p.number or "") for p in to),
    )
    again = Button(label="Wijzigen", line=_written_with(current))
    return to_member(
        data,
        reader,
        complaint,
        version=complaint.versions,
        party=shown,
        buttons=(SEND, for_party(again, current.to) if current.to not in {None, ALL} else again),
        signed_by=current.by,
    )


def _called(complaint: Complaint, party: Party) -> str:
    """Return who gets a letter, and for whom, of who acts for another."""
    reader = addressee(complaint, party)
    return party_name(party) if reader == party else f"{party_name(reader)} namens {party_name(party)}"


def _written_with(draft: Draft) -> str:
    """Return the command that edits this draft; any other verb would replace it with a different letter."""
    if draft.kind == "postponement" and draft.due_on is not None:
        return f"uitstel {short_day(draft.due_on)}: "
    if draft.to == ALL:
        return "antwoord aan allen: "
    return "uitkomst: " if draft.kind == "outcome" else ANSWER.line


def recipients(complaint: Complaint, today: dt.date) -> tuple[Party, ...]:
    """Return who gets the letter that the complaint's draft will become, each with a separate letter."""
    draft, everyone = complaint.draft, going_on(complaint)
    if draft is not None and draft.posting:
        return tuple(party for party in everyone if party.number in draft.posting)
    if draft is None or draft.to == ALL or (draft.kind in {"closed", "no_complaint"} and draft.to is None):
        return everyone
    if draft.to is not None:
        return tuple(party for party in (party_called(complaint, draft.to),) if party is not None)
    if draft.kind == "outcome":  # who knows it already gets it again only when everybody does
        return untold(complaint) or everyone
    return _who_waits(complaint, draft.kind, today) or everyone[:1]


def _who_waits(complaint: Complaint, kind: DraftKind, today: dt.date) -> tuple[Party, ...]:
    """Return who gets a postponement, and who an apology: those whose own day has passed."""
    waiting = untold(complaint) if kind in {"postponement", "apology"} else ()
    late = tuple(party for party in waiting if (party.due_on or complaint.due_on) < today)
    return late or waiting if kind == "apology" else waiting


def client_letter(
    complaint: Complaint, draft: Draft, firm: Firm, today: dt.date, party: str | None = None
) -> LetterData:
    """Return the letter that a draft will become for this party."""
    return _BECOMES[draft.kind](complaint, draft, firm, today, party)


def _outcome(_complaint: Complaint, _draft: Draft, firm: Firm, today: dt.date, _party: str | None) -> LetterData:
    return letters.Outcome(answer_by=today + dt.timedelta(days=firm.procedure.answer_within_days))


def _postponement(complaint: Complaint, draft: Draft, _firm: Firm, today: dt.date, party: str | None) -> LetterData:
    due_on = known_to(complaint, party).due_on
    return letters.Postponement(reason=draft.text or "", due_on=draft.due_on or due_on, late=due_on < today)


def _apology(_complaint: Complaint, _draft: Draft, firm: Firm, today: dt.date, _party: str | None) -> LetterData:
    return letters.Apology(contact_by=Calendar(firm.organisation).add_workdays(today, CONTACT_WORKDAYS))


def _closed(complaint: Complaint, _draft: Draft, _firm: Firm, _today: dt.date, party: str | None) -> LetterData:
    return closed(complaint, party_called(complaint, party) or complaint.complainant)


_BECOMES: Final[Mapping[DraftKind, Callable[[Complaint, Draft, Firm, dt.date, str | None], LetterData]]] = {
    "answer": lambda _, draft, *__: letters.Message(text=draft.text or ""),
    "outcome": _outcome,
    "postponement": _postponement,
    "no_complaint": lambda _, draft, *__: letters.NoComplaint(text=draft.text or ""),
    "apology": _apology,
    "withdrawn": lambda *_: letters.Withdrawn(),
    "closed": _closed,
}


def closed(complaint: Complaint, party: Party, *, withdrawn: bool = False) -> letters.Closed:
    """Return what this party reads about the end: what was promised goes on."""
    key = key_of(complaint, party)
    owed = [promise for promise in complaint.promises if promise.to == key and promise.done_on is None]
    days = [promise.due_on for promise in owed if promise.due_on is not None]
    by = max(days) if days and len(days) == len(owed) else None
    return letters.Closed(withdrawn=withdrawn, agreed=party.accepted is True, promised=bool(owed), promised_by=by)
