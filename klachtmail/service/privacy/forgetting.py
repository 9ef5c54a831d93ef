"""Forgetting: from the mailbox's folders, from disk and from the register, in that order.

The register goes last because it knows where everything is: after a crash in between, the same is found and done again.
Of a message that became no complaint it does not know who wrote it; those bytes go after all that may quote them.
"""

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import Seen, State
from klachtmail.mailbox.port import Mailbox, Role, Waiting
from klachtmail.parse import head
from klachtmail.service.work.office import Office
from klachtmail.store.port import Store

log = logging.getLogger(__name__)

_HEADER: Final = 64 * 1024  # bytes of a message whose header is looked at
ROLES: Final[tuple[Role, ...]] = ("inbox", "processed", "automatic", "quarantine", "sent", "junk")


@dataclass(slots=True)
class Traces:
    """Where something is found: kept bytes by SHA-256, bare msg-ids, sightings, letters.

    `telling`: those of the bytes that alone tell whose they are. Of `numbers` every copy in Sent goes, by its subject; of
    `beside` only those that are not in the dossier itself.
    """

    contents: set[str] = field(default_factory=set)
    telling: set[str] = field(default_factory=set)
    message_ids: set[str] = field(default_factory=set)
    seen: dict[str, Seen] = field(default_factory=dict)
    letters: dict[str, Letter] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)
    beside: dict[str, Complaint] = field(default_factory=dict)

    def add_seen(self, seen: Seen) -> None:
        """Follow a message that was dealt with, without its number afterwards."""
        self.contents.add(seen.sha256)
        self.seen[seen.key] = replace(seen, number=None)

    def add_letter(self, letter: Letter) -> None:
        """Follow a letter of the outbox."""
        self.letters[letter.id] = letter
        self.contents |= {letter.sha256} if letter.sha256 else set()
        self.message_ids |= {letter.message_id} if letter.message_id else set()

    def add_messages(self, complaint: Complaint) -> None:
        """Follow all messages of a dossier."""
        self.contents |= {message.sha256 for message in complaint.messages if message.sha256}
        self.message_ids |= {message.message_id for message in complaint.messages if message.message_id}


def traces_of(store: Store, complaints: Iterable[Complaint]) -> Traces:
    """Return where these complaints are found, also in members' commands and in letters to members about them."""
    traces = Traces()
    for complaint in complaints:
        traces.numbers.add(complaint.number)
        traces.add_messages(complaint)
    for seen in store.sightings():
        if seen.number in traces.numbers or seen.sha256 in traces.contents:
            traces.add_seen(seen)
    for letter in store.letters():
        if letter.number in traces.numbers:
            traces.add_letter(letter)
    return traces


def forget(office: Office, traces: Traces, after: Sequence[Complaint] = (), state: State | None = None) -> bool:
    """Erase what these traces lead to, and commit the complaints as they are `after`. Under the work lock.

    False when the mail server could only mark its copies as deleted. Raises MailboxError before anything is erased from
    the register, or StoreError; doing it again does the rest.
    """
    gone = clear_folders(office, traces)
    office.store.erase([*sorted(traces.contents - traces.telling), *sorted(traces.telling)])
    changes = Changes(
        complaints={complaint.number: complaint for complaint in after},
        dropped_letters=set(traces.letters),
        forgets=True,
        seen={key: seen for key, seen in traces.seen.items() if seen != office.store.seen(key)},
        state=state,
    )
    if changes:
        office.store.commit(changes)
    return gone


def clear_folders(office: Office, traces: Traces) -> bool:
    """Delete these messages from every folder of the mailbox; False when the server can only mark them."""
    message_ids, unnamed = _names(office.store, traces)
    if not (message_ids or unnamed or traces.numbers or traces.beside):
        return True
    office.mailbox.connect()
    gone = True
    for role in ROLES:
        found = {w.uid: w for one in sorted(message_ids) for w in office.mailbox.find(role, message_id=one)}
        if role == "sent":
            found.update((w.uid, w) for w in _about(office.mailbox, traces))
        if unnamed:
            found.update((w.uid, w) for w in _alike(office.mailbox, role, unnamed, office.largest))
        if not office.mailbox.remove(list(found.values())):
            gone = False
            log.warning("the mail server cannot delete by UID: %d messages are only marked as deleted", len(found))
    return gone


def _about(mailbox: Mailbox, traces: Traces) -> Iterator[Waiting]:
    """Yield the copies in Sent of letters about these complaints."""
    for number in sorted(traces.numbers):
        yield from mailbox.find("sent", subject=f"{number}]")
    for number, complaint in sorted(traces.beside.items()):
        dossier = {message.message_id for message in complaint.messages if message.direction == "out"}
        for fetched in mailbox.fetch(mailbox.find("sent", subject=f"{number}]"), _HEADER):
            if head(fetched.raw).message_id not in dossier:
                yield fetched.waiting


def _names(store: Store, traces: Traces) -> tuple[set[str], dict[str, int]]:
    """Return the msg-ids to ask the server for, and hash and size of what has none that can be asked for."""
    message_ids = set(traces.message_ids)
    unnamed: dict[str, int] = {}
    for sha256 in traces.contents:
        raw = store.mail(sha256)
        if raw is None:
            continue
        found = head(raw).message_id
        if found and found.isascii() and found.isprintable():
            message_ids.add(found)
        else:
            unnamed[sha256] = len(raw)
    return message_ids, unnamed


def _alike(mailbox: Mailbox, role: Role, wanted: dict[str, int], largest: int) -> Iterator[Waiting]:
    """Yield the messages of a folder that are byte for byte one of these: only those of the same size are looked at."""
    candidates = [waiting for waiting in mailbox.waiting(role) if waiting.size in wanted.values()]
    for fetched in mailbox.fetch(candidates, largest):
        if hashlib.sha256(fetched.raw).hexdigest() in wanted:
            yield fetched.waiting
