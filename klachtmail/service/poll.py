"""poll: fetch, decide, commit, file. In that order, so that a message only leaves INBOX when it is on record.

1. List INBOX (all of it: a person who reads the mailbox must not hide a complaint) and the Junk folder.
2. What was seen before is only filed. The rest is fetched, in batches.
3. Keep the raw bytes; decide on each message; render its letters. One that fails does not stop the others.
4. One commit for the batch; then one move per folder. A folder that takes nothing (quota) does not stop the rest.
"""

import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from klachtmail.domain import requests
from klachtmail.domain.decide import decide
from klachtmail.domain.incoming import Incoming
from klachtmail.domain.letter import Enclosure
from klachtmail.domain.model import Seen
from klachtmail.domain.outcome import POLL_KINDS, Folder, Outcome
from klachtmail.domain.triage import Case
from klachtmail.letters.writer import TemplateError
from klachtmail.mailbox.port import Fetched, MailboxError, Role, Waiting
from klachtmail.parse import parse
from klachtmail.service.control import control_sample
from klachtmail.service.desk import Desk
from klachtmail.service.office import MEGABYTE, Office
from klachtmail.store.port import StoreError

log = logging.getLogger(__name__)

BATCH: Final = 100
BATCH_BYTES: Final = 8 * MEGABYTE
TRIES: Final = 3


class OwnTroubleError(Exception):
    """Not a message but we are at fault (template, code): the mail stays in INBOX and the administrator is told."""


@dataclass(slots=True)
class PollReport:
    """What one round did. `counts` has every kind of the contract; they add up to `fetched`.

    `trouble`: why messages that were dealt with could not be moved out of INBOX, '' when they were.
    """

    counts: Counter[str] = field(default_factory=Counter)
    filed: int = 0
    sent: int = 0
    queued: int = 0
    trouble: str = ""

    @property
    def fetched(self) -> int:
        """How many messages were downloaded and judged."""
        return sum(self.counts.values())

    def as_json(self) -> dict[str, int]:
        """Return the published form."""
        kinds: dict[str, int] = {kind: self.counts[kind] for kind in POLL_KINDS}
        return {"fetched": self.fetched, **kinds, "sent": self.sent, "queued": self.queued}


def poll(office: Office, *, stop: Callable[[], bool] = lambda: False) -> PollReport:
    """Deal with every message that waits. Raises MailboxError, StoreError or OwnTroubleError; nothing is lost then.

    `stop` is asked between messages' batches, so that a daemon can end in time.
    """
    report = PollReport()
    office.mailbox.connect()
    office.store.refresh()
    if office.store.state.restored_at is not None:
        reconcile(office)
    here: set[str] = set()
    for role in ("inbox", "junk"):
        here |= _poll_folder(office, role, report, stop)
    _forget_gone_suspects(office, here)
    return report


def _poll_folder(office: Office, role: Role, report: PollReport, stop: Callable[[], bool]) -> set[str]:
    """Deal with one folder; return the places of what it held."""
    waiting = office.mailbox.waiting(role, office.since)
    known = {w.place: seen for w in waiting if (seen := office.store.seen(w.place)) is not None}
    _file(office, [(w, known[w.place].folder) for w in waiting if w.place in known], report)
    fresh = [w for w in waiting if w.place not in known]
    suspects = set(office.store.in_hand())
    for batch in _batches(fresh, office.largest, suspects):
        if stop():
            break
        _deal_with(office, batch, report)
    return {w.place for w in waiting}


def _forget_gone_suspects(office: Office, here: set[str]) -> None:
    """Somebody may have taken away what was in hand when a process died."""
    suspects = office.store.in_hand()
    if not here.issuperset(suspects):
        with office.store.work():
            office.store.note_in_hand(place for place in suspects if place in here)


def _batches(waiting: Sequence[Waiting], largest: int, suspects: set[str]) -> Iterator[list[Waiting]]:
    """Yield batches bounded in number and bytes; what was in hand when a process died goes alone, and last."""
    batch: list[Waiting] = []
    weight = 0
    for item in waiting:
        if item.place in suspects:
            continue
        size = min(item.size, largest)
        if batch and (len(batch) == BATCH or weight + size > BATCH_BYTES):
            yield batch
            batch, weight = [], 0
        batch.append(item)
        weight += size
    if batch:
        yield batch
    yield from ([item] for item in waiting if item.place in suspects)


def _deal_with(office: Office, batch: Sequence[Waiting], report: PollReport) -> None:
    with office.store.work():
        suspects = set(office.store.in_hand())
        batch = [w for w in batch if office.store.seen(w.place) is None]  # another process may have been here
        if len(batch) == 1 and batch[0].place in suspects:
            _count_a_death(Desk(office, office.now()), batch[0])
        desk = Desk(office, office.now())
        letters = _Batch(office, desk)
        for fetched in office.mailbox.fetch(batch, office.largest):
            letters.add(fetched)
        done = letters.decide(suspects)
        desk.commit()
    report.counts.update(outcome.kind for _, outcome in done)
    _file(office, [(f.waiting, o.folder) for f, o in done if o.kind != "failed"], report)


def _count_a_death(desk: Desk, suspect: Waiting) -> None:
    """A message that was in hand when the process died is counted before it is touched again."""
    _count(desk, suspect.place)
    desk.commit()


def _count(desk: Desk, key: str) -> int:
    state = desk.work.state
    tries = state.failures.get(key, 0) + 1
    desk.work.put_state(state.but(failures={**state.failures, key: tries}))
    return tries


class _Batch:
    """The messages of one batch, decided one by one on the same desk."""

    def __init__(self, office: Office, desk: Desk) -> None:
        self._office = office
        self._desk = desk
        self._fetched: list[Fetched] = []
        self._raw: dict[str, bytes] = {}

    def add(self, fetched: Fetched) -> None:
        self._fetched.append(fetched)

    def decide(self, suspects: set[str]) -> list[tuple[Fetched, Outcome]]:
        """Keep the bytes, then decide on each.

        While that lasts the messages are noted as in hand, beside the other `suspects`: only a process that dies here,
        and not one that loses its server or its disk, leaves the note behind.
        """
        store, places = self._office.store, {f.waiting.place for f in self._fetched}
        kept = store.keep_mail((f.raw, f.received_at) for f in self._fetched)
        self._raw = {sha256: f.raw for sha256, f in zip(kept, self._fetched, strict=True)}
        store.note_in_hand(sorted(suspects | places))
        try:
            return self._decide_each(kept)
        finally:
            store.note_in_hand(sorted(suspects - places))

    def _decide_each(self, kept: Sequence[str]) -> list[tuple[Fetched, Outcome]]:
        """Decide on each; failures are counted only when others (or a control) succeed."""
        done: list[tuple[Fetched, Outcome]] = []
        failed: list[tuple[Fetched, str, Exception]] = []
        for sha256, fetched in zip(kept, self._fetched, strict=True):
            try:
                done.append((fetched, self._one(fetched, sha256)))
            except (TemplateError, StoreError) as trouble:
                raise OwnTroubleError(str(trouble)) from trouble
            except Exception as error:
                log.warning(
                    "message %s failed: %s", sha256[:12], type(error).__name__, exc_info=log.isEnabledFor(logging.DEBUG)
                )
                failed.append((fetched, sha256, error))
        if failed and not done:
            control_sample(self._office, self._desk.now, failed[0][2])
        return [*done, *(self._failed(*failure) for failure in failed)]

    def _one(self, fetched: Fetched, sha256: str) -> Outcome:
        office, desk = self._office, self._desk
        if desk.work.state.failures.get(fetched.waiting.place, 0) >= TRIES:
            return self._quarantine(fetched, sha256, "het programma stopte er telkens op")
        received_at = fetched.received_at.astimezone(office.firm.organisation.zone)
        mail = parse(fetched.raw, received_at, truncated=fetched.truncated)
        case = Case(
            mail, desk.work, office.firm, office.keys, desk.now,
            in_junk=fetched.waiting.role == "junk", reread=self._reread,
        )  # fmt: skip
        outcome = decide(case)
        desk.take(outcome, self._raw)
        if outcome.kind == "duplicates" and (first := desk.work.seen(mail.content_key)) is not None:
            desk.work.put_seen(first.but(places=(*first.places, fetched.waiting.place)))
            return Outcome("duplicates", _folder(first.folder), number=first.number)
        folder = outcome.folder if fetched.waiting.role == "inbox" else None
        desk.work.put_seen(self._seen(fetched, sha256, mail.content_key, outcome, folder))
        return outcome

    def _seen(self, fetched: Fetched, sha256: str, key: str, outcome: Outcome, folder: str | None) -> Seen:
        return Seen(
            key=key, places=(fetched.waiting.place,), kind=outcome.kind, folder=folder, sha256=sha256,
            at=self._desk.now, number=outcome.number,
        )  # fmt: skip

    def _reread(self, sha256: str) -> Incoming | None:
        raw = self._raw.get(sha256) or self._office.store.mail(sha256)
        if raw is None:
            return None
        return parse(raw, self._desk.now)

    def _failed(self, fetched: Fetched, sha256: str, error: Exception) -> tuple[Fetched, Outcome]:
        tries = _count(self._desk, fetched.waiting.place)
        if tries < TRIES:
            return fetched, Outcome("failed", "processed")
        return fetched, self._quarantine(fetched, sha256, type(error).__name__)

    def _quarantine(self, fetched: Fetched, sha256: str, reason: str) -> Outcome:
        """Set it apart after the third time; a partner gets the original with the reason."""
        firm = self._office.firm
        data = {"reason": reason, "sender": "", "subject": ""}
        whole = (Enclosure(sha256=sha256, index=None),)
        letter = requests.to_member("quarantine", firm.partners[0], None, data=data, enclosures=whole)
        outcome = Outcome("quarantined", "quarantine", letters=(letter,))
        self._desk.take(outcome, self._raw)
        folder = "quarantine" if fetched.waiting.role == "inbox" else None
        self._desk.work.put_seen(self._seen(fetched, sha256, sha256, outcome, folder))
        return outcome


def _file(office: Office, items: Sequence[tuple[Waiting, str | None]], report: PollReport) -> None:
    """Move messages to their folders: one command per folder. Junk stays where it is.

    What cannot be moved now is known and is moved by a later poll; it must not keep new mail waiting.
    """
    folders: dict[str, list[Waiting]] = defaultdict(list)
    for waiting, folder in items:
        if folder is not None and waiting.role == "inbox":
            folders[folder].append(waiting)
    for folder, waiting_there in folders.items():
        try:
            office.mailbox.file(waiting_there, _folder(folder))
        except MailboxError as error:
            report.trouble = str(error)
        else:
            report.filed += len(waiting_there)


def _folder(name: str | None) -> Folder:
    """Return the folder of a record that was kept (a duplicate of what lies in Junk goes to the processed mail)."""
    return "automatic" if name == "automatic" else "quarantine" if name == "quarantine" else "processed"
