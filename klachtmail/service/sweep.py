"""sweep: what the clock asks for. What is due is derived from the records, never from 'the job fired'."""

import datetime as dt
from dataclasses import dataclass, replace

from klachtmail.domain.agenda.build import build_each
from klachtmail.domain.agenda.letters import Digest
from klachtmail.domain.agenda.meetings import digest_due, missed_digest
from klachtmail.domain.agenda.reminders import morning_requests
from klachtmail.domain.agenda.reports import reports_due
from klachtmail.domain.agenda.satisfaction import satisfaction_requests
from klachtmail.domain.outgoing import requests
from klachtmail.domain.records.outcome import Outcome
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.office import Office


@dataclass(frozen=True, slots=True)
class SweepReport:
    """How many morning mails, digests, questions to clients how it went, and reports were laid in the outbox."""

    morning: int = 0
    digests: int = 0
    asked: int = 0
    reports: int = 0


def sweep(office: Office, *, after_restore: bool = False) -> SweepReport:
    """Lay the morning mails and the digest that are due now in the outbox; each goes once, also across restarts.

    A restored register does not know what went out since its copy: nothing is due before it is reconciled, which
    itself says `after_restore`.
    """
    with office.store.work():
        if office.store.state.restored_at is not None and not after_restore:
            return SweepReport()
        morning = _morning(office)
        digests = _digest(office)
        asked = _satisfaction(office)
        reports = _reports(office)
    return SweepReport(morning, digests, asked, reports)


def _morning(office: Office) -> int:
    desk = Desk(office, office.now())
    due = morning_requests(desk.work, office.firm, desk.now)
    if not due.requests:
        return 0
    desk.take(Outcome("automatic", "processed", due.complaints, due.requests, due.state), {})
    desk.commit()
    return len(due.requests)


def _satisfaction(office: Office) -> int:
    desk = Desk(office, office.now())
    due = satisfaction_requests(desk.work, office.firm, desk.now)
    if due is None:
        return 0
    desk.take(Outcome("automatic", "processed", due.complaints, due.requests, due.state), {})
    desk.commit()
    return len(due.requests)


def _reports(office: Office) -> int:
    desk = Desk(office, office.now())
    due = reports_due(desk.work, office.firm, desk.now)
    if due is None:
        return 0
    first, letters = due
    state = replace(desk.work.state, reported_for=first)
    desk.take(Outcome("automatic", "processed", letters=letters, state=state), {})
    desk.commit()
    return len(letters)


def _digest(office: Office) -> int:
    desk = Desk(office, office.now())
    state = desk.work.state
    if (missed := missed_digest(desk.now, office.firm, state)) is not None:
        state = replace(state, digest_for=missed)
        desk.work.put_state(state)
    meeting = digest_due(desk.now, office.firm, state)
    if meeting is None:
        desk.commit()
        return 0
    return _mail_digest(desk, office, meeting_at=meeting)


def digest_now(office: Office) -> int:
    """Mail the digest now, whether it is due or not (`klachtmail digest --send`)."""
    with office.store.work():
        return _mail_digest(Desk(office, office.now()), office, meeting_at=None)


def _mail_digest(desk: Desk, office: Office, *, meeting_at: dt.datetime | None) -> int:
    letters = []
    agendas = build_each(desk.work, office.firm, desk.now, office.firm.overseers)
    for reader, agenda in zip(office.firm.overseers, agendas, strict=True):
        letters.append(requests.to_member(Digest(agenda=agenda), reader, None, listed=agenda.numbers))
    state = replace(desk.work.state, digest_at=desk.now)
    if meeting_at is not None:
        state = replace(state, digest_for=meeting_at)
    desk.take(Outcome("automatic", "processed", letters=tuple(letters), state=state), {})
    desk.commit()
    return len(letters)
