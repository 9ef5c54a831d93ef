"""What may leave the register: nobody has to do anything with it, and nobody touched it for two months."""

import datetime as dt
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.parties import longest_waiting
from klachtmail.domain.records.state import Seen

LETTER_DAYS = 30
QUIET_DAYS = 60


@dataclass(frozen=True, slots=True)
class Archivable:
    """Complaints and sightings for the archive, and ids of sent letters to forget."""

    complaints: dict[str, Complaint]
    seen: dict[str, Seen]
    letters: AbstractSet[str]

    def __len__(self) -> int:
        return len(self.complaints) + len(self.seen) + len(self.letters)


def archivable(
    complaints: Iterable[Complaint], seen: Iterable[Seen], letters: Iterable[Letter], now: dt.datetime
) -> Archivable:
    """Return what may leave the register now; a complaint with a letter still in the outbox stays."""
    outbox = list(letters)
    forgotten = {letter.id for letter in outbox if _is_forgotten(letter, now - dt.timedelta(days=LETTER_DAYS))}
    in_outbox = {letter.number for letter in outbox if letter.id not in forgotten}
    quiet = now - dt.timedelta(days=QUIET_DAYS)
    return Archivable(
        {c.number: c for c in complaints if c.number not in in_outbox and is_archivable(c, quiet)},
        {sighting.key: sighting for sighting in seen if sighting.at < quiet},
        forgotten,
    )


def _is_forgotten(letter: Letter, before: dt.datetime) -> bool:
    return letter.state == "sent" and (letter.sent_at or letter.created_at) < before


def is_archivable(complaint: Complaint, before: dt.datetime) -> bool:
    """Return whether a complaint is closed (or a remark), was last touched before this moment and asks nothing more.

    A measure keeps it here until somebody said whether it worked: the reminders of 90 days look only in the register.
    A closing letter lies ready for who wants to send it; nobody has to.
    """
    draft = complaint.draft is not None and complaint.draft.kind != "closed"
    waits = draft or longest_waiting(complaint) or any(m.worked is None for m in complaint.measures)
    waits = waits or any(p.done_on is None for p in complaint.promises)
    return not (complaint.is_open or waits) and touched_at(complaint) < before


def was_erased(complaint: Complaint) -> bool:
    """Return whether somebody was forgotten in this complaint: nothing older than that may stay anywhere."""
    return complaint.erased_at is not None or any(entry.event == "erased" for entry in complaint.history)


def touched_at(complaint: Complaint) -> dt.datetime:
    """Return when something last happened to a complaint (aware)."""
    times = [entry.at for entry in complaint.history] + [message.at for message in complaint.messages]
    return max([complaint.received_at, complaint.closed_at or complaint.received_at, *times])
