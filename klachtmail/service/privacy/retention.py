"""Retention: what nobody needs any more is forgotten by itself (GDPR art. 5(1)(e); `retention.months` in the configuration).

1. Complaints and remarks that ended longer ago become anonymous rows; their mail and letters are erased everywhere.
2. Mail of that age that belongs to no complaint is erased: automatic mail, spam, members' general commands.
3. Our copies of that age in Sent go too, unless they belong to a dossier that is kept.

Letters to members go sooner: when the outbox forgets them, as what they tell stands in the dossiers.
"""

import datetime as dt
import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, TypeVar

from klachtmail.domain.privacy.erasure import erased, may_go, months_before
from klachtmail.domain.records.model import Complaint
from klachtmail.mailbox.port import Fetched, Waiting
from klachtmail.parse import head
from klachtmail.service.privacy.forgetting import Traces, forget, traces_of
from klachtmail.service.work.office import Office
from klachtmail.service.work.steps import Steps, whole
from klachtmail.store.archivable import LETTER_DAYS
from klachtmail.store.port import Store

log = logging.getLogger(__name__)

# An old register is cleared in slices, one a night (a big mail provider takes 0.1 s to search)
SLICE: Final = 60.0  # seconds for each of the steps
A_NIGHT: Final = 500  # complaints or messages
TOGETHER: Final = 5  # in one hold of the work lock, for which a command line waits ten seconds
_HEADER: Final = 64 * 1024  # bytes of a copy in Sent that are worth a look
T = TypeVar("T")


@dataclass(slots=True)
class RetentionReport:
    """How many complaints, loose messages and copies in Sent were erased."""

    complaints: int = 0
    messages: int = 0
    copies: int = 0


def retain(office: Office, *, seconds: float = SLICE) -> RetentionReport:
    """Do the same without a pause."""
    return whole(retaining(office, seconds=seconds))


def retaining(office: Office, *, seconds: float = SLICE) -> Steps[RetentionReport]:
    """Forget what the period has ended for, for so many seconds a step. Raises MailboxError or StoreError.

    What was not reached, or not done because the mail server could not be reached, is found again the next night.
    """
    before = months_before(office.now(), office.firm.retention.months)
    report = RetentionReport()
    report.complaints = yield from _anonymise(office, before, seconds)
    report.messages = yield from _forget_loose_mail(office, before, seconds)
    report.copies = yield from _forget_copies(office, before)
    log.info(
        "retention: erased %d complaints, %d loose messages, %d copies in Sent",
        report.complaints,
        report.messages,
        report.copies,
    )
    return report


def _some(items: Sequence[T], seconds: float) -> Iterator[Sequence[T]]:
    """Yield a few at a time, until the time is over; the first few always, so that every night brings it further."""
    until = time.monotonic() + seconds
    for start in range(0, len(items), TOGETHER):
        if start and time.monotonic() > until:
            return
        yield items[start : start + TOGETHER]


def _anonymise(office: Office, before: dt.datetime, seconds: float) -> Steps[int]:
    office.store.refresh()
    due = (c.number for c in office.store.past_keeping(before) if is_due(office.store, c, before))
    count = 0
    for numbers in _some(list(islice(due, A_NIGHT)), seconds):
        yield
        with office.store.work():  # somebody may have reopened one since it was listed
            found = [c for number in numbers if (c := office.store.complaint(number)) is not None]
            going = [c for c in found if is_due(office.store, c, before)]
            if going:
                forget(office, traces_of(office.store, going), [erased(c, office.now()) for c in going])
            count += len(going)
    return count


def is_due(store: Store, complaint: Complaint, before: dt.datetime) -> bool:
    """Return whether a complaint goes: its own period has ended, and that of the one that it was merged into."""
    if not may_go(complaint, before):
        return False
    into = store.complaint(complaint.merged_into) if complaint.merged_into else None
    return into is None or into.erased_at is not None or may_go(into, before)


def _forget_loose_mail(office: Office, before: dt.datetime, seconds: float) -> Steps[int]:
    store = office.store
    loose = list(islice((s for s in store.loose(before) if store.condition(s.sha256) == "whole"), A_NIGHT))
    count = 0
    for some in _some(loose, seconds):
        yield
        traces = Traces()
        for seen in some:
            traces.add_seen(seen)
        with store.work():
            forget(office, traces)
        count += len(some)
    with store.work():
        state = store.state
        kept = tuple(aside for aside in state.set_aside if aside.received_at >= before)
        if kept != state.set_aside:
            forget(office, Traces(), state=replace(state, set_aside=kept))
    return count


def forget_letters(office: Office) -> int:
    """Erase the letters to members that the outbox is about to forget; return how many. Before the store is tidied."""
    before = office.now() - dt.timedelta(days=LETTER_DAYS)
    with office.store.work():
        sent = (x for x in office.store.letters() if x.state == "sent" and x.member and x.sha256)
        going = [x.sha256 for x in sent if x.sha256 and (x.sent_at or x.created_at) < before]
        office.store.erase(going)
    return len(going)


def _forget_copies(office: Office, before: dt.datetime) -> Steps[int]:
    """Look at the copies in Sent from before that day; the server's own day, so at most one day later."""
    office.mailbox.connect()
    recent = {waiting.uid for waiting in office.mailbox.waiting("sent", before.date())}
    old = [waiting for waiting in office.mailbox.waiting("sent") if waiting.uid not in recent]
    going: list[Waiting] = []
    for fetched in office.mailbox.fetch(old, _HEADER):
        yield
        if _is_spare(office.store, fetched):
            going.append(fetched.waiting)
    office.mailbox.remove(going)
    return len(going)


def _is_spare(store: Store, fetched: Fetched) -> bool:
    """Return whether a copy is an automatic letter of ours that belongs to no dossier that is kept."""
    letter = head(fetched.raw)
    if not letter.header("auto-submitted"):
        return False
    numbers = store.numbers_for_thread((letter.message_id,)) if letter.message_id else ()
    return all((c := store.complaint(number)) is None or c.erased_at is not None for number in numbers)
