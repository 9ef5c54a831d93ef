"""What could not be handled: looked at, read again after a fix, made a complaint by hand, or marked as handled.

Nothing here parses a message before it is asked for: one that kills the process must not kill the list of its kind.
"""

import datetime as dt
import email.parser
import email.policy
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from klachtmail.domain.incoming.intake import open_complaint, party_of
from klachtmail.domain.incoming.message import Address, Incoming
from klachtmail.domain.outgoing import routing
from klachtmail.domain.records.letter import Enclosure
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.state import Seen
from klachtmail.mailbox.port import Fetched, MailboxError, Role, Waiting
from klachtmail.service.work.batch import Batch
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.office import Office
from klachtmail.store.errors import StoreStaleError
from klachtmail.store.port import Store

HEAD = 64 * 1024
UNREADABLE = "Dit bericht kon niet worden gelezen. Het zit als bijlage bij de mail aan de partners."


@dataclass(frozen=True, slots=True)
class SetApart:
    """A quarantined message; `sender` and `subject` as they stand in its header, undecoded."""

    seen: Seen
    size: int
    sender: str
    subject: str

    @property
    def received_at(self) -> dt.datetime:
        """When the mail server received it, from which the two weeks run."""
        return self.seen.received_at or self.seen.at

    @property
    def id(self) -> str:
        """What a command line calls it: the first digits of its SHA-256."""
        return self.seen.sha256[:10]


def set_apart(store: Store) -> Iterator[SetApart]:
    """Yield what lies in quarantine, oldest first."""
    waiting = [s for s in store.sightings() if s.kind == "quarantined" and s.folder != "processed"]
    for seen in sorted(waiting, key=lambda each: each.at):
        raw = store.mail(seen.sha256) or b""
        head = email.parser.BytesHeaderParser(policy=email.policy.compat32).parsebytes(raw[:HEAD])
        yield SetApart(seen, len(raw), str(head["From"] or ""), str(head["Subject"] or ""))


def find(store: Store, name: str) -> SetApart | None:
    """Return the one quarantined message whose SHA-256 begins so, or None."""
    found = [each for each in set_apart(store) if name and each.seen.sha256.startswith(name.lower())]
    return found[0] if len(found) == 1 else None


def retry(office: Office, item: SetApart) -> Outcome:
    """Read it again, after a fix, as if it had just come in; what still fails stays where it is (kind 'failed').

    Letters wait for the next round. Raises StoreError and OwnTroubleError.
    """
    with _still_there(office, item):
        desk = Desk(office, office.now())
        raw = office.store.mail(item.seen.sha256) or b""
        batch = Batch(office, desk)
        waiting = Waiting("inbox", 0, 0, len(raw))
        batch.add(Fetched(waiting, raw, item.received_at, truncated=item.seen.truncated))
        ((_, outcome),) = batch.decide(set(office.store.in_hand()))
        if outcome.kind == "failed":
            return outcome
        for key, seen in desk.work.changes.seen.items():  # it lies where it lay: this reading had no place of its own
            desk.work.changes.seen[key] = replace(seen, places=tuple(p for p in seen.places if p != waiting.place))
        desk.work.put_seen(replace(item.seen, kind="duplicates", folder=outcome.folder, number=outcome.number))
        desk.commit()
    _move(office, item, outcome.folder)
    return outcome


def make_complaint(office: Office, item: SetApart, *, name: str, address: str | None, subject: str) -> Complaint:
    """Open a complaint for it by hand, and give it to the partners; its text is only in the original.

    The client gets no letter before a partner says `bevestig`. Raises StoreError.
    """
    with _still_there(office, item):
        desk = Desk(office, office.now())
        mail = Incoming(
            sha256=item.seen.sha256,
            size=item.size,
            content_key=item.seen.key,
            received_at=item.received_at,
            sender=Address(name, (address or "").lower()),
            subject=subject,
            text=UNREADABLE,
            new_text=UNREADABLE,
        )
        complaint, state = open_complaint(
            desk.work.state, mail, office.firm, desk.now, party=party_of(mail.sender, office.firm)
        )
        whole = (Enclosure(sha256=item.seen.sha256, index=None),)
        letters = tuple(replace(letter, enclosures=whole) for letter in routing.routing(complaint, office.firm, mail))
        desk.take(Outcome("new", "processed", (complaint,), letters, state, complaint.number), {})
        desk.work.put_seen(replace(item.seen, kind="new", folder="processed", number=complaint.number))
        desk.commit()
    _move(office, item, "processed")
    return complaint


def mark_handled(office: Office, item: SetApart) -> None:
    """Note that a person has dealt with it. Raises StoreError."""
    with _still_there(office, item):
        desk = Desk(office, office.now())
        desk.work.put_seen(replace(item.seen, folder="processed"))
        desk.commit()
    _move(office, item, "processed")


@contextmanager
def _still_there(office: Office, item: SetApart) -> Iterator[None]:
    """Hold the work lock; StoreStaleError when somebody else has dealt with the message since it was looked up."""
    with office.store.work():
        if office.store.seen(item.seen.key) != item.seen:
            raise StoreStaleError("Somebody else has just dealt with this message; see `klachtmail quarantine list`")
        yield


def _move(office: Office, item: SetApart, role: Role) -> None:
    """Move it out of the quarantine folder too, when the mail server can be reached."""
    try:
        office.mailbox.connect()
        lying = office.mailbox.waiting("quarantine")
        for fetched in office.mailbox.fetch(lying, office.largest):
            if hashlib.sha256(fetched.raw).hexdigest() == item.seen.sha256:
                office.mailbox.file([fetched.waiting], role)
    except MailboxError:
        return  # the register counts; the folder is for people
