"""The evidence of one complaint: what happened, who decided, what was written, and that nobody changed it afterwards.

For an auditor of ISO 9001, ISO 10002 or CRKBO: members are named, as deciding is their job; outsiders are not.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.incoming.tokens import without
from klachtmail.domain.privacy.redaction import THIRD, Redactor, people
from klachtmail.domain.record import record
from klachtmail.domain.records.deadlines import is_on_time
from klachtmail.domain.records.model import Complaint, HistoryEntry, Message
from klachtmail.domain.records.parties import complainant_at
from klachtmail.domain.records.steps import member_name, missing_to_close
from klachtmail.parse import parse
from klachtmail.service.work.whole_texts import with_whole_texts
from klachtmail.store.port import Store
from klachtmail.store.seal import broken, heads

_DECISIONS: Final = frozenset(
    """
        assigned serious not_serious discussed judgement cause structural measure measure_judged answered postponed
        dismissed withdrawn merged closed reopened kept
    """.split()
)


@record
class Piece:
    """One message or letter of the dossier. `gone`: its bytes are no longer kept."""

    at: dt.datetime
    direction: str
    kind: str
    who: str
    subject: str
    text: str
    attachments: tuple[str, ...]
    sha256: str
    failed: bool
    gone: bool


@record
class Line:
    """One line of the history, with its seal; `decides`: somebody took a decision here."""

    at: dt.datetime
    who: str
    event: str
    detail: str
    seal: str
    decides: bool


@record
class Evidence:
    """What the file shows. `complaint` has the same redaction; `trouble` says what is wrong with the chain, or None."""

    organisation: str
    made_at: dt.datetime
    redacted: bool
    complaint: Complaint
    who: str
    handler: str | None
    measure_owners: tuple[str | None, ...]
    on_time: bool
    missing: tuple[str, ...]
    pieces: tuple[Piece, ...]
    lines: tuple[Line, ...]
    head: str
    trouble: str | None


def evidence(store: Store, firm: Firm, complaint: Complaint, now: dt.datetime, *, redacted: bool = True) -> Evidence:
    """Return the evidence of a complaint; `redacted`: who complained and who else took part is not in it."""
    hide = _Hide(store, firm, complaint, redacted=redacted)
    shown = hide.complaint()
    return Evidence(
        organisation=firm.organisation.name,
        made_at=now,
        redacted=redacted,
        complaint=shown,
        who="de klager" if redacted else complaint.complainant.name or complaint.complainant.address or "onbekend",
        handler=member_name(complaint.handler, firm),
        measure_owners=tuple(member_name(measure.owner, firm) for measure in complaint.measures),
        on_time=is_on_time(complaint, Calendar(firm.organisation)),
        missing=tuple(map(hide.text, missing_to_close(complaint, firm))) if complaint.erased_at is None else (),
        pieces=tuple(hide.piece(message) for message in complaint.messages),
        lines=tuple(hide.line(entry) for entry in complaint.history),
        head=heads(complaint),
        trouble=broken(complaint),
    )


class _Hide:
    """Shows a dossier, with or without its outsiders."""

    def __init__(self, store: Store, firm: Firm, complaint: Complaint, *, redacted: bool) -> None:
        self._store = store
        self._firm = firm
        self._complaint = with_whole_texts(complaint, store, firm)
        known = [address for member in firm.members for address in member.addresses]
        ours = [*known, firm.organisation.address, firm.organisation.phone or ""]
        self._names = frozenset(member.name for member in firm.members)
        self._redacted = redacted
        self._redact = Redactor([*people(complaint), *self._third_parties()], shown=ours)

    def _third_parties(self) -> Iterator[tuple[str, str]]:
        """Yield the names that stand in the headers of the messages: a dossier itself only has their addresses."""
        for message in self._complaint.messages:
            raw = self._store.mail(message.sha256) if message.direction == "in" else None
            if raw is None:
                continue
            mail = parse(raw, message.at)
            for person in (mail.sender, *mail.recipients, *mail.reply_to):
                if person.name and self._firm.member(person.address) is None and person.name not in self._names:
                    yield person.name, THIRD

    def text(self, text: str | None) -> str:
        return without(self._redact(text) if self._redacted else text or "")

    def _kept(self, text: str | None) -> str | None:
        return None if text is None else self.text(text)

    def complaint(self) -> Complaint:
        old = self._complaint
        if not self._redacted:
            return old
        appeal, dismissal = old.appeal, old.dismissal
        return replace(
            old,
            complainant=type(old.complainant)(),
            parties=tuple(
                type(p)(role=p.role, number=p.number, told_at=p.told_at, due_on=p.due_on) for p in old.parties
            ),
            others=(),
            measures=tuple(replace(measure, text=self.text(measure.text)) for measure in old.measures),
            appeal=replace(appeal, ruling=self.text(appeal.ruling) or None) if appeal else None,
            dismissal=replace(dismissal, reason=self.text(dismissal.reason)) if dismissal else None,
            subject=self.text(old.subject),
            text=self.text(old.text),
            requested_remedy=self._kept(old.requested_remedy),
            cause=self._kept(old.cause),
            elsewhere=self._kept(old.elsewhere),
            outcome=self._kept(old.outcome),
            proposal=self._kept(old.proposal),
            decision=self._kept(old.decision),
            withdrawn=self._kept(old.withdrawn),
            keep_reason=self._kept(old.keep_reason),
        )

    def piece(self, message: Message) -> Piece:
        return Piece(
            at=message.at,
            direction=message.direction,
            kind=message.kind,
            who=self._party(message),
            subject=self.text(message.subject),
            text=self.text(self._words(message)),
            attachments=tuple(self.text(name) for name in message.attachments),
            sha256=message.sha256,
            failed=message.failed,
            gone=self._store.condition(message.sha256) != "whole",
        )

    def _words(self, message: Message) -> str:
        """Return what a message says: as it was recorded, else as it was kept."""
        if message.text:
            return message.text
        own = self._complaint.original
        if own is not None and own.sha256 == message.sha256:
            return self._complaint.text
        kept = self._store.rendered(message.sha256) if message.direction == "out" else self._store.mail(message.sha256)
        return parse(kept, message.at).text if kept is not None else ""

    def _party(self, message: Message) -> str:
        address = (message.to if message.direction == "out" else message.sender) or ""
        if (name := self._member(address)) is not None:
            return name
        if not self._redacted:
            return address
        party = complainant_at(self._complaint, address.lower())
        if party is not None and party.role == "co_complainant":
            return f"mede-klager {party.number}"
        return "de klager" if party is not None or not address else "een derde"

    def _member(self, address: str) -> str | None:
        member = self._firm.member(address) or self._firm.auditor(address)
        return member.name if member else None

    def line(self, entry: HistoryEntry) -> Line:
        who = {"complainant": "de klager", "klachtmail": "klachtmail", "": "niet meer bewaard"}.get(entry.actor)
        who = who or self._member(entry.actor) or self.text(entry.actor)
        detail = self._member(entry.detail) or self.text(entry.detail)
        return Line(
            at=entry.at,
            who=who,
            event=entry.event,
            detail=detail,
            seal=entry.seal or "",
            decides=entry.event in _DECISIONS and entry.actor not in {"complainant", "klachtmail"},
        )
