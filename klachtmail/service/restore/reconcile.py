"""After a restore: what the copy does not know is read again from the folders, and what Sent has is not sent again.

0. Who was forgotten since the copy was made is forgotten again.
1. Sent tells which letters went out since the copy was made, and which numbers were given out.
2. Messages in the processed, automatic and quarantine folders that the copy does not know are read again, in the order of
   their receipt. A complaint whose acknowledgement is in Sent gets the number that its client was told.
3. The clock's letters of today are made again.
4. A letter that Sent has, to the same person with the same subject, counts as sent, under the Message-ID that it had.
5. Numbers go on above the highest that was ever given out; those that came back to nothing are void.

Each step is committed and can be done again: a crash anywhere is followed by the same reconciliation once more.
"""

import dataclasses
import datetime as dt
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from klachtmail.domain.firm.firm import Limits
from klachtmail.domain.outgoing import letters
from klachtmail.domain.records.numbers import number_of
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.state import State
from klachtmail.mailbox.port import Fetched, Role, Waiting
from klachtmail.parse import parse
from klachtmail.service.outbox.admission import write_held
from klachtmail.service.outbox.sent_folder import SentFolder, read_sent
from klachtmail.service.restore.reapply_erasures import forget_again
from klachtmail.service.sweep import sweep
from klachtmail.service.watch.alarm import to_administrator
from klachtmail.service.work.batch import TRIES, Batch
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.office import Office

log = logging.getLogger(__name__)

LOOKBACK: Final = dt.timedelta(days=7)  # mail may have waited in INBOX before the copy was made, and been read after
FILED: Final[tuple[Role, ...]] = ("processed", "automatic", "quarantine")
UNLIMITED: Final = Limits.model_validate(dict.fromkeys(Limits.model_fields))


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What a reconciliation did: messages read again, letters found in Sent, numbers that are void, people forgotten again."""

    read: int = 0
    found: int = 0
    void: tuple[str, ...] = ()
    forgotten: int = 0


@dataclass(frozen=True, slots=True)
class _Unknown:
    waiting: Waiting
    sha256: str
    received_at: dt.datetime
    truncated: bool


def reconcile(office: Office) -> Reconciled:
    """Bring a restored register up to date and release the outbox. Raises MailboxError, StoreError, OwnTroubleError.

    Does nothing when no restore waits for it.
    """
    with office.store.work():
        state = office.store.state
        if state.restored_at is None:
            return Reconciled()
        office.mailbox.connect()
        since = _since(office)
        again = forget_again(office)
        sent = read_sent(office, since)
        unknown = sorted(_unknown(office, since), key=lambda each: each.received_at)
        free = dataclasses.replace(office, firm=office.firm.but(limits=UNLIMITED))
        for each in unknown:
            _read_again(free, each, sent)
        _render_held(free)
        sweep(free, after_restore=True)
        found = _count_as_sent(office, sent)
        return _release(office, sent, Reconciled(len(unknown), found, forgotten=again))


def _since(office: Office) -> dt.date | None:
    """Return the day from which the copy may lack something; None when it is empty: from the beginning."""
    seen = (sighting.at for sighting in office.store.sightings())
    last = max((*seen, *(letter.created_at for letter in office.store.letters())), default=None)
    if last is None:
        return office.since
    day = (last - LOOKBACK).date()
    return max(day, office.since) if office.since else day


def _unknown(office: Office, since: dt.date | None) -> Iterable[_Unknown]:
    """Yield the filed messages that the copy does not know, neither by content nor by their very bytes."""
    known = {sighting.sha256 for sighting in office.store.sightings()}
    for role in FILED:
        for fetched in office.mailbox.fetch(office.mailbox.waiting(role, since), office.largest):
            mail = parse(fetched.raw, fetched.received_at, truncated=fetched.truncated)
            places = (fetched.waiting.place, mail.content_key)
            if mail.sha256 not in known and all(office.store.seen(key) is None for key in places):
                (sha256,) = office.store.keep_mail([(fetched.raw, fetched.received_at)])
                yield _Unknown(fetched.waiting, sha256, fetched.received_at, fetched.truncated)


def _read_again(office: Office, each: _Unknown, sent: SentFolder) -> None:
    raw = office.store.mail(each.sha256) or b""
    fetched = Fetched(each.waiting, raw, each.received_at, each.truncated)
    number = sent.number_for(parse(raw, each.received_at).message_id)
    outcome = Outcome("failed", "processed")
    for _ in range(TRIES):  # what fails is set apart at once: this folder is not polled again
        desk = Desk(office, office.now())
        before = desk.work.state
        if number and office.store.complaint(number) is None:
            desk.work.put_state(_counting_from(before, number))
        batch = Batch(office, desk)
        batch.add(fetched)
        ((_, outcome),) = batch.decide(set())
        desk.work.put_state(_not_below(desk.work.state, before))
        desk.commit()
        if outcome.kind != "failed":
            break
    if outcome.kind not in {"failed", "duplicates"} and outcome.folder != each.waiting.role:
        office.mailbox.file([each.waiting], outcome.folder)


def _counting_from(state: State, number: str) -> State:
    """Return the state in which this is the next number: the one that the client was told."""
    return replace(state, counters={**state.counters, number[:5]: int(number[6:]) - 1})


def _not_below(state: State, before: State) -> State:
    counters = {**before.counters, **state.counters}
    return replace(state, counters={k: max(n, before.counters.get(k, 0)) for k, n in counters.items()})


def _render_held(office: Office) -> None:
    """Render what a limit held back in the copy: it may have gone since, and only its subject can tell."""
    desk = Desk(office, office.now())
    for letter in [x for x in office.store.unsent() if x.state == "held"]:
        write_held(office, desk, letter)
    desk.commit()


def _count_as_sent(office: Office, sent: SentFolder) -> int:
    """Mark the letters that Sent has; return how many."""
    desk = Desk(office, office.now())
    found = 0
    for letter in [x for x in office.store.unsent() if x.state in {"waiting", "failed"}]:
        copy = sent.take(letter)
        if copy is None:
            continue
        found += 1
        desk.work.put_letter(
            replace(
                letter,
                state="sent",
                sent_at=copy.at,
                reason="found in Sent",
                message_id=copy.message_id,
                sha256=copy.sha256,
            )
        )
        if letter.number and (complaint := desk.work.complaint(letter.number)) is not None:
            messages = tuple(
                replace(m, message_id=copy.message_id, sha256=copy.sha256) if m.message_id == letter.message_id else m
                for m in complaint.messages
            )
            if messages != complaint.messages:
                desk.work.put(replace(complaint, messages=messages))
    desk.commit()
    return found


def _release(office: Office, sent: SentFolder, done: Reconciled) -> Reconciled:
    """Note which numbers are void, tell the administrator, and let letters go again: one commit."""
    desk = Desk(office, office.now())
    state = _not_below(desk.work.state, State(counters=sent.highest))
    missing = _missing(office, state)
    state = replace(state, void=tuple(sorted({*state.void, *missing})), restored_at=None)
    desk.work.put_state(state)
    told = [
        f"{done.read} {'bericht' if done.read == 1 else 'berichten'} opnieuw gelezen van na de kopie.",
        f"{done.found} {'brief stond' if done.found == 1 else 'brieven stonden'} al in de map met verzonden berichten: niet nog eens verzonden.",
        *(
            [
                f"{done.forgotten} {'persoon' if done.forgotten == 1 else 'personen'}, sinds de kopie vergeten: opnieuw vergeten."
            ]
            if done.forgotten
            else []
        ),
        *(f"Nummer {number} vervalt: het hoort bij geen bericht dat er nog is." for number in missing),
    ]
    data = letters.Alarm(
        title="De kopie van klachtmail is teruggezet",
        problem="De mappen zijn vergeleken met de kopie.",
        items=tuple(told),
    )
    desk.post([to_administrator(office, data)])
    desk.commit()
    log.warning(
        "reconciled after a restore: %d messages read again, %d letters found in Sent, void: %s",
        done.read,
        done.found,
        ", ".join(missing) or "none",
    )
    return dataclasses.replace(done, void=missing)


def _missing(office: Office, state: State) -> tuple[str, ...]:
    """Return the numbers that were given out and are nowhere, and are not void yet."""
    there = {c.number for c in office.store.everything()} | set(state.void)
    given: Sequence[str] = [
        number_of(series[0], int(series[1:]), n)
        for series, highest in sorted(state.counters.items())
        for n in range(1, highest + 1)
    ]
    return tuple(number for number in given if number not in there)
