"""One reminder of the morning mail, as it is told to one reader: the words that all of its pieces share."""

import datetime as dt
from dataclasses import dataclass

from klachtmail.domain.agenda.clock import Day, Reminder, handler_of
from klachtmail.domain.agenda.presence import Recipient
from klachtmail.domain.firm.dutch_dates import short_day
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.records.deadlines import awaits_outcome, days_left
from klachtmail.domain.records.model import Complaint, Measure, Promise, Statutory
from klachtmail.domain.records.parties import longest_waiting
from klachtmail.domain.records.steps import complainant_name, last_step, missing_to_close


@dataclass(frozen=True, slots=True)
class View:
    """One reminder, as it is told to one reader."""

    reminder: Reminder
    recipient: Recipient
    day: Day

    @property
    def complaint(self) -> Complaint:
        """Return the complaint that it is about."""
        return self.reminder.complaint

    @property
    def name(self) -> str:
        """Return what members call the complainant."""
        return complainant_name(self.complaint)

    @property
    def handler(self) -> Member | None:
        """Return the handler, while still a member of the firm."""
        return handler_of(self.complaint, self.day.firm)

    @property
    def is_handler(self) -> bool:
        """Return whether the reader handles it, or stands in for who does."""
        return self.handler is not None and self.handler in (self.recipient.reader, self.recipient.meant_for)

    @property
    def reads_dossier(self) -> bool:
        """Return whether the reader may know more than the own measure or promise."""
        return self.is_handler or self.recipient.reader.oversees or self.reminder.audience == "duty"

    @property
    def measure(self) -> Measure:
        """Return the corrective measure that it is about."""
        return self.complaint.measures[(self.reminder.measure or 1) - 1]

    @property
    def promise(self) -> Promise:
        """Return the promise that it is about."""
        return self.complaint.promises[(self.reminder.measure or 1) - 1]

    @property
    def statutory(self) -> Statutory:
        """Return the request or leak that it is about."""
        return self.complaint.statutory[(self.reminder.measure or 1) - 1]

    @property
    def days_left(self) -> int:
        """Return how many days are left until the due date; negative when it has passed."""
        return days_left(self.complaint, self.day.today)

    @property
    def needed(self) -> str:
        """What is missing and what was done last, as letters.md has it."""
        missing = ", ".join(missing_to_close(self.complaint, self.day.firm))
        return f"Nog nodig: {missing}. Laatste stap: {last_step(self.complaint, self.day.firm)}."

    @property
    def waits(self) -> str:
        """Who waits for whom, as a sentence; '' when nobody does."""
        if awaits_outcome(self.complaint) or longest_waiting(self.complaint) is not None:
            return f"De klager wacht op {self.awaited}."
        if self.complaint.is_open and self.complaint.withdrawn is None and self.complaint.accepted is None:
            return "Wij wachten op de klager."
        return ""

    @property
    def awaited(self) -> str:
        """For whom a client waits: 'jou', the handler's name, or 'ons' when nobody handles it."""
        if self.handler is None:
            return "ons: niemand heeft dit"
        return self.form("jou", "u") if self.handler == self.recipient.reader else self.handler.name

    def form(self, familiar: str, polite: str) -> str:
        """Return the word by which members are addressed."""
        return familiar if self.day.firm.organisation.members_are == "je" else polite

    def on(self, at: dt.datetime) -> str:
        """Return the date of this moment in the firm's zone: '7 december'."""
        return short_day(self.day.calendar.local_date(at))
