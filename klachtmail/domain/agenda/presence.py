"""Who reads what: the handler, the partners or a measure's owner, with substitutes for those who are away."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from klachtmail.domain.agenda.clock import Reminder, handler_of
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.records.duty import on_duty
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.sight import is_about
from klachtmail.domain.records.state import Absence


@dataclass(frozen=True, slots=True)
class Recipient:
    """A member who gets a reminder, and the member whom it is for: the same one, or somebody who is away `until`."""

    reader: Member
    meant_for: Member
    until: dt.date | None = None


class Presence:
    """Who is there on a date. `afwezig t/m 16 augustus, @els neemt waar`: until and including that date."""

    def __init__(self, firm: Firm, absences: tuple[Absence, ...], today: dt.date) -> None:
        self._firm = firm
        self._today = today
        self._away: Final = {
            member.address: absence
            for absence in absences
            if absence.until >= today and (member := firm.member(absence.member)) is not None
        }

    def until(self, member: Member) -> dt.date | None:
        """Return the last day of this member's absence, or None."""
        absence = self._away.get(member.address)
        return absence.until if absence else None

    def stand_in(self, member: Member) -> Member | None:
        """Return this member, or the substitute while away; None when nobody was named."""
        asked: set[str] = set()
        reader: Member | None = member
        while reader is not None and (absence := self._away.get(reader.address)) is not None:
            if reader.address in asked:
                return None
            asked.add(reader.address)
            reader = self._firm.member(absence.substitute)
        return reader

    def _recipient(self, reader: Member, meant_for: Member) -> Recipient:
        return Recipient(reader, meant_for, None if reader == meant_for else self.until(meant_for))

    def partners(self) -> tuple[Member, ...]:
        """Return the partners who are there; all of them when none is, for a complaint must not go unread."""
        return tuple(each for each in self._firm.partners if self.until(each) is None) or self._firm.partners

    def watchers(self) -> tuple[Member, ...]:
        """Return who looks at what nobody asked for: who is on duty, then the partners who are there."""
        first = on_duty(self._firm, self._away.values(), self._today)
        return (*((first,) if first else ()), *(each for each in self.partners() if each != first))

    def recipients(self, reminder: Reminder) -> Iterator[Recipient]:
        """Yield who must get a reminder. Members the complaint is about never do, not even as a substitute."""
        complaint = reminder.complaint
        if reminder.audience == "partners":
            yield from self._all_partners(complaint)
            return
        if reminder.audience == "other_partners":
            yield from (one for one in self._all_partners(complaint) if one.reader.address.lower() != complaint.handler)
            return
        if reminder.audience == "escalation":
            yield from self._escalated(complaint)
            return
        if reminder.audience == "duty":
            yield from self._on_duty(complaint)
            return
        if reminder.audience == "reader":
            yield from self._second_reader(complaint)
            return
        person = self._person(reminder)
        if person is None and reminder.audience == "handler":
            return  # that there is no handler is a reminder of its own
        reader = self.stand_in(person) if person is not None and not is_about(complaint, person) else None
        if person is not None and reader is not None and not is_about(complaint, reader):
            yield self._recipient(reader, person)
        else:
            yield from self._all_partners(complaint)

    def owner(self, address: str | None) -> Iterator[Recipient]:
        """Yield whom to ask about what belongs to no complaint: its owner or who is there in his place, else the partners."""
        member = self._firm.member(address)
        reader = self.stand_in(member) if member is not None else None
        if member is not None and reader is not None:
            yield self._recipient(reader, member)
        else:
            yield from (Recipient(each, each) for each in self.partners())

    def _second_reader(self, complaint: Complaint) -> Iterator[Recipient]:
        """Yield the partner who was asked to read the outcome; after leaving or while away, the other partners who did not write it."""
        draft = complaint.draft
        member = self._firm.member(draft.reading.by) if draft is not None and draft.reading is not None else None
        if member in self._firm.partners and member and self.until(member) is None and not is_about(complaint, member):
            yield Recipient(member, member)
            return
        writer = draft.by if draft is not None else ""
        yield from (one for one in self._all_partners(complaint) if one.reader.address.lower() != writer)

    def _escalated(self, complaint: Complaint) -> Iterator[Recipient]:
        """Yield whom the firm named, or when it is about that member, or nobody stands in, the partners."""
        if self._firm.escalation.to is None:
            yield from self._on_duty(complaint)
            return
        member = self._firm.member(self._firm.escalation.to)
        reader = self.stand_in(member) if member is not None else None
        if member is None or reader is None or is_about(complaint, member) or is_about(complaint, reader):
            yield from self._all_partners(complaint)
        else:
            yield self._recipient(reader, member)

    def _on_duty(self, complaint: Complaint) -> Iterator[Recipient]:
        """Yield who is on duty; when nobody is, or it is about that member, the partners."""
        member = on_duty(self._firm, self._away.values(), self._today)
        if member is None or is_about(complaint, member):
            yield from self._all_partners(complaint)
        else:
            coordinator = self._firm.coordinator
            yield self._recipient(member, coordinator if coordinator and self.until(coordinator) else member)

    def _person(self, reminder: Reminder) -> Member | None:
        if reminder.measure is not None and reminder.audience == "owner":
            of_promise = reminder.event == "promise_due"
            owned = reminder.complaint.promises if of_promise else reminder.complaint.measures
            owner = self._firm.member(owned[reminder.measure - 1].owner)
            if owner is not None:
                return owner
        return handler_of(reminder.complaint, self._firm)

    def _all_partners(self, complaint: Complaint) -> Iterator[Recipient]:
        """Yield the partners who are there and may see it; when none is there, their substitutes, else all the same."""
        concerned = [each for each in self._firm.partners if not is_about(complaint, each)]
        present = [Recipient(each, each) for each in concerned if self.until(each) is None]
        substitutes = ((self.stand_in(each), each) for each in concerned)
        instead = [
            self._recipient(reader, each) for reader, each in substitutes if reader and not is_about(complaint, reader)
        ]
        yield from present or instead or [Recipient(each, each) for each in concerned]
