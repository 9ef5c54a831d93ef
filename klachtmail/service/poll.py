"""poll: fetch, decide, commit, file. In that order, so that a message only leaves INBOX when it is on record.

1. List INBOX (all of it: a person who reads the mailbox must not hide a complaint) and the Junk folder.
2. What was seen before is only filed. The rest is fetched, in batches.
3. Keep the raw bytes; decide on each message; render its letters. One that fails does not stop the others.
4. One commit for the batch; then one move per folder. A folder that takes nothing (quota) does not stop the rest.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from klachtmail.domain.incoming.answers_last import answers_last
from klachtmail.domain.records.outcome import POLL_KINDS
from klachtmail.mailbox.port import Fetched, MailboxError, Role, Waiting
from klachtmail.parse import head
from klachtmail.service.outbox.delivery_result import FlushReport
from klachtmail.service.work.batch import Batch, count, folder_of
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.office import MEGABYTE, Office

Tell = Callable[[int, int | None], None]  # so many are done, of so many

BATCH: Final = 100
BATCH_BYTES: Final = 8 * MEGABYTE
_HEAD: Final = 64 * 1024  # bytes in which a header is looked for
_ANSWERS: Final = re.compile(rb"^(?:in-reply-to|references):", re.IGNORECASE | re.MULTILINE)


@dataclass(slots=True)
class PollReport:
    """What one round did. `counts` has every kind of the contract; they add up to `fetched`.

    `sending`: what went out afterwards in the same round. `trouble`: why messages could not be read, or not be
    moved out of INBOX when they were dealt with, '' when all could.
    """

    counts: Counter[str] = field(default_factory=Counter)
    filed: int = 0
    sending: FlushReport = field(default_factory=FlushReport)
    trouble: str = ""

    @property
    def fetched(self) -> int:
        """How many messages were downloaded and judged."""
        return sum(self.counts.values())

    def as_text(self) -> str:
        """Return what came in, such as '2 fetched (1 new, 1 commands)'."""
        counts = ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in self.counts.items() if count)
        return f"{self.fetched} fetched{f' ({counts})' if counts else ''}"

    def as_json(self) -> dict[str, int]:
        """Return the published form."""
        kinds: dict[str, int] = {kind: self.counts[kind] for kind in POLL_KINDS}
        return {"fetched": self.fetched, **kinds, "sent": self.sending.sent, "queued": self.sending.queued}


def poll(
    office: Office, *, stop: Callable[[], bool] = lambda: False, tell: Tell = lambda _done, _total: None
) -> PollReport:
    """Deal with every message that waits. Raises MailboxError, StoreError or OwnTroubleError; nothing is lost then.

    `stop` is asked between messages' batches, so that a daemon can end in time; `tell` hears after each how many of the
    messages of the folder are done.
    """
    report = PollReport()
    office.mailbox.connect()
    office.store.refresh()
    here: set[str] = set()
    for role in ("inbox", "junk"):
        here |= _poll_folder(office, role, report, stop, tell)
    _forget_gone_suspects(office, here)
    if office.store.state.to_forget:
        # Only now: it is asked once a year, and takes time to load.
        from klachtmail.service.privacy.by_mail import forget_asked

        forget_asked(office)
    return report


def _poll_folder(office: Office, role: Role, report: PollReport, stop: Callable[[], bool], tell: Tell) -> set[str]:
    """Deal with one folder; return the places of what it held."""
    waiting = office.mailbox.waiting(role, office.since)
    office.store.expect(places=[w.place for w in waiting])
    known = {w.place: seen for w in waiting if (seen := office.store.seen(w.place)) is not None}
    _file(office, [(w, known[w.place].folder) for w in waiting if w.place in known], report)
    fresh = [w for w in waiting if w.place not in known]
    deaths = office.store.state.failures
    suspects = {place: deaths.get(place, 0) for place in office.store.in_hand()}
    done = 0
    ungiven: set[str] = set()
    for batch in _batches(fresh, office.largest, suspects):
        if stop():
            break
        ungiven |= _deal_with(office, batch, report)
        tell(done := done + len(batch), len(fresh))
    if ungiven:
        report.trouble = report.trouble or _why_ungiven(office, role, ungiven)
    return {w.place for w in waiting}


def _why_ungiven(office: Office, role: Role, places: set[str]) -> str:
    """Say which listed messages the server did not give; '' when somebody took them away meanwhile.

    They stay where they are, and nobody would know: only a person with another program can look at them.
    """
    there = [waiting for waiting in office.mailbox.waiting(role, office.since) if waiting.place in places]
    if not there:
        return ""
    return (
        f"The mail server does not give {len(there)} of the messages in {role} (UID {there[0].uid}): "
        "open them in a mail program, and forward or move them; they are tried again at each poll."
    )


def _forget_gone_suspects(office: Office, here: set[str]) -> None:
    """Somebody may have taken away what was in hand when a process died."""
    if not here.issuperset(office.store.in_hand()):
        with office.store.work():
            office.store.note_in_hand([place for place in office.store.in_hand() if place in here])


def _batches(waiting: Sequence[Waiting], largest: int, suspects: Mapping[str, int]) -> Iterator[list[Waiting]]:
    """Yield batches bounded in number and bytes; what was in hand when a process died goes alone, and last.

    `suspects` are the places of those with the deaths that were counted: the likeliest culprit is the very last.
    """
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
    alone = [item for item in waiting if item.place in suspects]
    yield from ([item] for item in sorted(alone, key=lambda item: suspects[item.place]))


def _deal_with(office: Office, listed: Sequence[Waiting], report: PollReport) -> set[str]:
    """Read, decide, commit, file; return the places of those that the server did not give."""
    with office.store.work():
        office.store.expect(places=[w.place for w in listed])
        fresh = [w for w in listed if office.store.seen(w.place) is None]  # another process may have been here
        suspects = set(office.store.in_hand())
        if len(fresh) == 1 and fresh[0].place in suspects:
            _count_a_death(office, fresh[0])
        desk = Desk(office, office.now())
        batch = Batch(office, desk)
        for fetched in _answers_last(list(office.mailbox.fetch(fresh, office.largest))):
            batch.add(fetched)
        done = batch.decide(suspects)
        desk.commit()
    report.counts.update(outcome.kind for _, outcome in done)
    _file(office, [(f.waiting, o.folder) for f, o in done if o.kind != "failed"], report)
    return {w.place for w in fresh} - {f.waiting.place for f, _ in done}


def _answers_last(fetched: list[Fetched]) -> list[Fetched]:
    """Return the messages, each behind those that it answers: a reply-all may overtake the first mail."""
    if len(fetched) == 1 or not any(_ANSWERS.search(each.raw[:_HEAD]) for each in fetched):
        return fetched
    return [fetched[place] for place in answers_last([head(each.raw) for each in fetched])]


def _count_a_death(office: Office, suspect: Waiting) -> None:
    """A message that was in hand when the process died is counted before it is touched again."""
    desk = Desk(office, office.now())
    count(desk, suspect.place)
    desk.commit()


def _file(office: Office, items: Sequence[tuple[Waiting, str | None]], report: PollReport) -> None:
    """Move messages to their folders: one command per folder. Junk stays where it is.

    What cannot be moved now is known, and is moved by a later poll; it must not keep new mail waiting.
    """
    folders: dict[str, list[Waiting]] = defaultdict(list)
    for waiting, folder in items:
        if folder is not None and waiting.role == "inbox":
            folders[folder].append(waiting)
    for folder, waiting_there in folders.items():
        try:
            office.mailbox.file(waiting_there, folder_of(folder))
        except MailboxError as error:
            report.trouble = str(error)
        else:
            report.filed += len(waiting_there)
