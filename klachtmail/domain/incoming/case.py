"""One mail with the records, the firm and the time: all that may be asked to judge it."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.incoming import tokens
from klachtmail.domain.incoming.authentication import is_authenticated
from klachtmail.domain.incoming.intake import referred_to
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.records.duty import on_duty
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.numbers import numbers_in, numbers_in_subject
from klachtmail.domain.records.parties import complainant_at, everybody
from klachtmail.domain.records.port import Records

_NAMES_WITHIN: Final = 4_000  # characters of the text in which a number is looked for
_MOST_NAMED: Final = 5
_MOST_MERGES: Final = 10  # one after another; more would be a circle


@dataclass(frozen=True)
class Case:
    """One mail with all that may be asked to judge it."""

    mail: Incoming
    records: Records
    firm: Firm
    keys: Sequence[bytes]
    now: dt.datetime
    in_junk: bool = False
    reread: Callable[[str], Incoming | None] = lambda _sha256: None  # a kept message, by its SHA-256

    @cached_property
    def today(self) -> dt.date:
        """The date in the firm's time zone."""
        return self.now.astimezone(self.firm.organisation.zone).date()

    @cached_property
    def duty(self) -> Member | None:
        """Who is on duty today."""
        return on_duty(self.firm, self.records.state.absences, self.today)

    @cached_property
    def member(self) -> Member | None:
        """The member that the From address belongs to (which a forger can write too)."""
        return self.firm.member(self.mail.sender.address)

    @cached_property
    def token(self) -> tokens.Token | None:
        """The valid token that the mail carries."""
        return tokens.find(self.keys, self.today, self.mail.subject, self.mail.thread)

    @cached_property
    def token_member(self) -> Member | None:
        """The member for whom that token was made."""
        if self.token is None:
            return None
        return next((m for m in self.firm.members if tokens.fingerprint(m.address) == self.token.member), None)

    @cached_property
    def auditor(self) -> Member | None:
        """The auditor that the From address belongs to."""
        return self.firm.auditor(self.mail.sender.address)

    @cached_property
    def token_auditor(self) -> Member | None:
        """The auditor for whom the token was made."""
        if self.token is None:
            return None
        auditors = (self.firm.auditor(each.address) for each in self.firm.auditors)
        return next((each for each in auditors if each and tokens.fingerprint(each.address) == self.token.member), None)

    @cached_property
    def is_vouched_for(self) -> bool:
        """Return whether the member's own token, or the mail server, says who wrote this."""
        if self.member is None or not is_authenticated(self.mail, self.firm):
            return False
        return self.firm.security.authentication != "none" or self.token_member == self.member

    @property
    def may_be_replayed(self) -> bool:
        """Return whether the same words of the same moment are the same mail, whatever its msg-id.

        Reports of one second differ in the letter that came back, and a form may be filled in twice in a second.
        """
        return (
            bool(self.mail.sent_key) and self.mail.bounce is None and not self.firm.is_source(self.mail.sender.address)
        )

    @cached_property
    def in_thread(self) -> Complaint | None:
        """The complaint whose messages this one answers, followed through a merge."""
        found = self.records.numbers_for_thread(self.mail.thread)
        if not found and self.token is not None and self.token.number:
            found = (self.token.number,)
        return self.standing(found[0]) if found else None

    @cached_property
    def in_same_conversation(self) -> tuple[Complaint, ...]:
        """The open complaints whose messages refer to this one or to what it refers to: a bare hint, which a stranger can write."""
        own = (self.mail.message_id,) if self.mail.message_id else ()
        found = self.records.numbers_referring_to((*own, *referred_to(self.mail)))
        standing = {c.number: c for number in found[:_MOST_NAMED] if (c := self.standing(number)) is not None}
        return tuple(complaint for complaint in standing.values() if complaint.is_open)

    @cached_property
    def by_number(self) -> Complaint | None:
        """The complaint that the mail names, followed through a merge, if the sender takes part in it."""
        for complaint in self.named:
            if self.knows_sender(complaint):
                return self.standing(complaint.number)
        return None

    @cached_property
    def named(self) -> tuple[Complaint, ...]:
        """The complaints whose numbers stand in the subject, then in the author's text."""
        written = dict.fromkeys(
            (*numbers_in_subject(self.mail.subject), *numbers_in(self.mail.new_text[:_NAMES_WITHIN]))
        )
        found = (self.records.complaint(number) for number in tuple(written)[:_MOST_NAMED])
        return tuple(complaint for complaint in found if complaint is not None)

    @cached_property
    def complainant_reads(self) -> Complaint | None:
        """The open complaint of which somebody outside is among the recipients of a member's mail."""
        outside = [a.address for a in self.mail.recipients if self.firm.is_outside(a.address)]
        if self.in_thread is not None and not self.outsiders(self.in_thread).isdisjoint(outside):
            return self.in_thread
        for address in outside:
            for number in reversed(self.records.numbers_for_address(address)):
                complaint = self.records.complaint(number)
                if complaint is not None and complaint.is_open and complainant_at(complaint, address):
                    return complaint
        return None

    def outsiders(self, complaint: Complaint) -> frozenset[str]:
        """Return the addresses of everybody who takes part in the complaint, without ours.

        A register may hold a record that was made before our own addresses were told apart.
        """
        known = (party.address for party in everybody(complaint))
        return frozenset(address for address in known if address and self.firm.is_outside(address))

    def knows_sender(self, complaint: Complaint) -> bool:
        """Return whether somebody outside who takes part in this complaint wrote the mail."""
        return self.mail.sender.address in self.outsiders(complaint)

    def standing(self, number: str) -> Complaint | None:
        """Return the complaint with this number, or the one that it was merged into; None when it is not on record."""
        complaint = self.records.complaint(number)
        for _ in range(_MOST_MERGES):
            if complaint is None or complaint.merged_into is None:
                return complaint
            complaint = self.records.complaint(complaint.merged_into)
        return None
