"""The rows of the digest, as one reader may see them: a complaint about the reader shows its number and dates only."""

import datetime as dt
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

from klachtmail.domain.agenda.contents import Aside, EndedRow, MeasureRow, Row, Undelivered
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.outgoing import buttons
from klachtmail.domain.records.deadlines import awaits_outcome, awaits_ruling, days_left, is_overdue
from klachtmail.domain.records.letter import Button, Letter
from klachtmail.domain.records.model import Complaint, Measure, Promise
from klachtmail.domain.records.state import SetAside
from klachtmail.domain.records.steps import complainant_name, last_step, member_name, next_step

STUCK_AFTER: Final = dt.timedelta(days=1)  # a letter that waits longer is shown
_CAME: Final = {"written": "schriftelijk", "oral": "mondeling", "forwarded": "doorgestuurd"}


@dataclass(frozen=True, slots=True)
class Copy:
    """One reader's copy of the agenda; `concealed` are the numbers of the complaints about that reader."""

    firm: Firm
    calendar: Calendar
    today: dt.date
    concealed: AbstractSet[str]
    reader: Member | None = None

    def row(self, complaint: Complaint) -> Row:
        """Return how an open complaint is listed."""
        hidden = Row(
            number=complaint.number,
            name="",
            subject="",
            received_on=self.calendar.local_date(complaint.received_at),
            due_on=complaint.due_on,
            days_left=days_left(complaint, self.today),
            hidden=True,
        )
        if complaint.number in self.concealed:
            return hidden
        name = complainant_name(complaint)
        return replace(
            hidden,
            name=name,
            subject=complaint.subject,
            handler=member_name(complaint.handler, self.firm),
            last_step=last_step(complaint, self.firm),
            next_step=next_step(complaint),
            serious=complaint.serious,
            confirmed=complaint.confirmed,
            answered=not awaits_outcome(complaint),
            reasons=reasons(complaint, self.today),
            hidden=False,
            buttons=tuple(buttons.numbered(one, complaint.number, name) for one in self._decisions(complaint)),
        )

    def _decisions(self, complaint: Complaint) -> tuple[Button, ...]:
        return buttons.usable(decisions(complaint, self.today), self.reader)

    def measure_row(self, complaint: Complaint, index: int, measure: Measure) -> MeasureRow:
        """Return how a corrective measure is listed; `index` counts from 1."""
        return self._measure_row(complaint.number, index, measure, hidden=complaint.number in self.concealed)

    def general_row(self, index: int, measure: Measure) -> MeasureRow:
        """Return how a measure that belongs to no complaint is listed."""
        return replace(self._measure_row("", index, measure, hidden=False), what="algemene maatregel")

    def _measure_row(self, number: str, index: int, measure: Measure, *, hidden: bool) -> MeasureRow:
        is_late = measure.due_on is not None and measure.due_on < self.today
        return MeasureRow(
            number=number,
            index=index,
            text="" if hidden else measure.text,
            owner=None if hidden else member_name(measure.owner, self.firm),
            due_on=measure.due_on,
            done_on=measure.done_on,
            worked=measure.worked,
            state="done" if measure.done_on else "late" if is_late else "open",
            hidden=hidden,
        )

    def promise_row(self, complaint: Complaint, index: int, promise: Promise) -> MeasureRow:
        """Return how a promise that is still open is listed; `index` counts from 1."""
        measure = Measure(text=promise.text, owner=promise.owner, due_on=promise.due_on, done_on=promise.done_on)
        return replace(self.measure_row(complaint, index, measure), what="toezegging")

    def fresh_row(self, complaint: Complaint) -> EndedRow:
        """Return how a complaint or remark is listed that came in since the last digest."""
        return self._ended(complaint, "melding" if complaint.is_remark else _CAME[complaint.channel])

    def ended_row(self, complaint: Complaint) -> EndedRow:
        """Return how a complaint is listed that is not open any more, with the reason."""
        if complaint.status == "merged":
            return self._ended(complaint, f"samengevoegd met {complaint.merged_into}")
        if complaint.dismissal is not None:
            return self._ended(complaint, f"geen klacht: {complaint.dismissal.kind}", complaint.dismissal.reason)
        if complaint.withdrawn is not None:
            return self._ended(complaint, "ingetrokken", complaint.withdrawn)
        return self._ended(complaint, "gesloten", complaint.judgement or "")

    def _ended(self, complaint: Complaint, what: str, reason: str = "") -> EndedRow:
        if complaint.number in self.concealed:
            return EndedRow(number=complaint.number, name="", subject="", what="", hidden=True)
        name = complainant_name(complaint)
        return EndedRow(number=complaint.number, name=name, subject=complaint.subject, what=what, reason=reason)


ASIDE_SHOWN: Final = 100  # more than a person reads in one mail; the others come the next working day


def set_aside_row(message: SetAside) -> Aside:
    """Return how a message that became no complaint is listed, with the button that makes it one."""
    return Aside(
        id=message.id,
        sender=message.sender,
        name=message.name,
        subject=message.subject,
        received_at=message.received_at,
        why=message.why,
        opening=message.opening,
        button=Button(label="Klacht", line=f"klacht {message.id}"),
    )


def undelivered_row(letter: Letter) -> Undelivered:
    """Return how a letter is listed that did not arrive or is held back."""
    return Undelivered(number=letter.number, kind=letter.kind, to=letter.to, reason=letter.reason)


def is_undelivered(letter: Letter, now: dt.datetime) -> bool:
    """Return whether the meeting must know of a letter: refused, held back by a limit, or tried for a day."""
    if letter.state == "waiting":
        return letter.attempts > 0 and letter.created_at <= now - STUCK_AFTER
    return letter.state in {"failed", "held"}


def reasons(complaint: Complaint, today: dt.date) -> tuple[str, ...]:
    """Return in Dutch why the meeting has to decide something about it, or nothing."""
    each = (
        (must_be_discussed(complaint), "ingrijpend"),
        (complaint.is_open and not complaint.confirmed, "niet bevestigd"),
        (complaint.is_open and complaint.handler is None, "geen behandelaar"),
        (is_overdue(complaint, today), "te laat"),
        (awaits_ruling(complaint), "beroep"),
    )
    return tuple(reason for applies, reason in each if applies)


def decisions(complaint: Complaint, today: dt.date) -> tuple[Button, ...]:
    """Return the buttons with which the meeting decides about it, for each reason its own; at most one is the main one."""
    nobody = complaint.is_open and complaint.handler is None
    unconfirmed = complaint.is_open and not complaint.confirmed
    each = (
        (must_be_discussed(complaint), (Button(label="Besproken", line="besproken: ", main=True),)),
        (unconfirmed, (buttons.CONFIRM, buttons.NO_COMPLAINT)),
        (nobody, (buttons.TAKE, buttons.GIVE)),
        (is_overdue(complaint, today), (buttons.POSTPONE, buttons.OUTCOME)),
        (awaits_ruling(complaint), (Button(label="Uitspraak", line="uitspraak: "),)),
    )
    found = [button for applies, given in each if applies for button in given]
    return tuple(replace(one, main=one.main and at == 0) for at, one in enumerate(found))


def must_be_discussed(complaint: Complaint) -> bool:
    """Return whether it waits for the meeting: 'in ingrijpende gevallen wordt de zaak in het partneroverleg besproken'."""
    return complaint.is_open and complaint.serious and complaint.decision is None
