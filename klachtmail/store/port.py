"""The port to the records: reading is `Records`, writing is one atomic commit."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from klachtmail.domain.incoming.signing import Key
from klachtmail.domain.privacy.forgotten import Forgotten
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.port import Changes, Records
from klachtmail.domain.records.state import Seen

Role = Literal["active", "standby"]
Condition = Literal["whole", "erased", "missing", "damaged"]


@dataclass(frozen=True, slots=True)
class Machine:
    """One of several machines on one register. `pulse` is what its daemon last noted."""

    host: str
    version: str
    configuration: str
    role: Role
    seen_at: dt.datetime
    here: bool
    pulse: Mapping[str, Any]


class Store(Records, Protocol):
    """The register, the raw messages and the rendered letters."""

    def commit(self, changes: Changes) -> None:
        """Write all of these changes in one atomic, fsynced step, or raise StoreError and change nothing.

        New history entries are sealed here. ValueError (a mistake of ours) when a complaint's past was rewritten.
        """
        ...

    def letters(self) -> Iterator[Letter]:
        """Yield the letters of the outbox, oldest first: held, waiting, failed, and sent in the last 30 days."""
        ...

    def refresh(self) -> None:
        """Read the register again when another process has written it since."""
        ...

    def work(self, wait: float = 10.0) -> AbstractContextManager[None]:
        """Hold the work lock (poll, sweep, flush, do): waits so many seconds, refreshes, StoreBusyError after that."""
        ...

    def lead(self) -> AbstractContextManager[bool]:
        """Hold the lead, for life; yields False while another machine leads.

        StoreBusyError at once where there can be no other machine: another daemon runs on this data folder.
        """
        ...

    def leader(self) -> str | None:
        """Return the machine at work, or None where there is only one."""
        ...

    def note_machine(self, role: Role, pulse: Mapping[str, Any], now: dt.datetime) -> None:
        """Note for the other machines what this one does, and how its last rounds went."""
        ...

    def reading(self) -> AbstractContextManager[None]:
        """See one moment of the register in here, whatever another process commits meanwhile. Nothing is written."""
        ...

    def advice(self) -> list[str]:
        """Return what an administrator should know of where the register is kept, one sentence each."""
        ...

    def machines(self) -> tuple[Machine, ...]:
        """Return the machines that said something lately; none where there can be only one."""
        ...

    def expect(
        self,
        *,
        places: Collection[str] = (),
        message_ids: Collection[str] = (),
        addresses: Collection[str] = (),
        letters: Collection[str] = (),
        numbers: Collection[str] = (),
    ) -> None:
        """Read ahead what a batch is going to ask for: places, msg-ids, addresses, hashes of letters, numbers."""
        ...

    def overdue(self, today: dt.date) -> Iterator[Complaint]:
        """Yield those whose due date has passed while somebody waits for the outcome, by number, without reading the others."""
        ...

    def past_keeping(self, before: dt.datetime) -> Iterator[Complaint]:
        """Yield what ended before this moment and was not erased, or to which something happened since it was erased."""
        ...

    def loose(self, before: dt.datetime) -> Iterator[Seen]:
        """Yield the messages before this moment that belong to no complaint; what was erased may be left out."""
        ...

    def received(self, since: dt.datetime, until: dt.datetime) -> Iterator[Complaint]:
        """Yield every complaint and remark received from `since` up to and without `until`, one at a time."""
        ...

    def people(self, since: str, until: str, zone: dt.tzinfo) -> int:
        """Return how many people complained, each once, in these months of receipt ('2026-11'), the last not included."""
        ...

    def names(self, since: str, until: str, zone: dt.tzinfo) -> Iterator[str]:
        """Yield who took part in each complaint and remark of these months, as `agenda.facts.of_names` reads it."""
        ...

    def told_of(self, since: str, until: str, zone: dt.tzinfo) -> Iterator[Complaint]:
        """Yield what came in these months and a report has a line about, or that is about a member."""
        ...

    def sightings(self) -> Iterator[Seen]:
        """Yield every message that was dealt with, those of the archive first."""
        ...

    def sightings_here(self) -> int:
        """Return how many of them are outside the archive."""
        ...

    @property
    def journal(self) -> "Journal":
        """The delivery journal, kept where the register is."""
        ...

    def nightly_copy(self, now: dt.datetime) -> object:
        """Make the copy of the night, where the store makes copies itself."""
        ...

    def tidy(self, now: dt.datetime) -> int:
        """Move what has been settled for long to the archive, forget old sent letters; return how many left."""
        ...

    def keep_mail(self, raw: Iterable[tuple[bytes, dt.datetime]]) -> list[str]:
        """Keep raw messages durably (one sync for all) and return their SHA-256 in hex, in order."""
        ...

    def mail(self, sha256: str) -> bytes | None:
        """Return a kept raw message, or None when it was never kept, has been erased or is damaged (see `verify`)."""
        ...

    def keep_letters(self, contents: Iterable[bytes]) -> list[str]:
        """Keep rendered letters durably (one sync for all) and return their SHA-256 in hex, in order."""
        ...

    def rendered(self, sha256: str) -> bytes | None:
        """Return the bytes of a kept letter, or None."""
        ...

    def erase(self, sha256s: Iterable[str]) -> None:
        """Erase raw messages and letters for good; a mark remains, so that `condition` says 'erased'."""
        ...

    def condition(self, sha256: str) -> Condition:
        """Tell how a kept message or letter is: reads it and compares its hash."""
        ...

    def damage(self) -> list[str]:
        """Read the whole archive; return what is wrong with its files, one sentence each."""
        ...

    def note_in_hand(self, keys: Iterable[str]) -> None:
        """Note for the next process which messages (places) are about to be parsed; an empty iterable: all were dealt with."""
        ...

    def in_hand(self) -> tuple[str, ...]:
        """Return the places that were in hand when a process died, else ()."""
        ...

    def secret(self, now: dt.datetime) -> tuple[Key, ...]:
        """Return the signing keys that count now, newest first; made at the first start.

        Those are the key in use and those that were replaced at most 400 days ago.
        """
        ...

    def rotate_secret(self, now: dt.datetime, *, revoke: bool = False) -> None:
        """Make a new signing key; older ones stay valid for 400 days after they were replaced, or not with `revoke`."""
        ...

    def note_forgotten(self, address: str, at: dt.datetime) -> None:
        """Note durably that this bare address was forgotten, where a restore does not take it away."""
        ...

    def forgotten(self) -> Forgotten:
        """Return who was forgotten, as salted hashes."""
        ...

    def close(self) -> None:
        """Let go of files and locks."""
        ...


class Journal(Protocol):
    """The delivery journal: which letters were handed to the SMTP server. Every note is durable when it returns."""

    def trying(self, letter_id: str) -> None:
        """Note that this letter is about to be handed over."""
        ...

    def accepted(self, letter_id: str) -> None:
        """Note that the server took responsibility for it."""
        ...

    def refused(self, letter_id: str) -> None:
        """Note that the server did not take it, so that it is not doubtful."""
        ...

    def accepted_then_trying(self, done: str, following: str) -> None:
        """Note both with one sync: the first letter was accepted, the following is about to be handed over."""
        ...

    def doubtful(self) -> tuple[str, ...]:
        """Return letters that were tried and neither accepted nor refused (at most one after a crash).

        A crash while clearing may leave one that the register already calls sent: ask the register first.
        """
        ...

    def taken(self) -> tuple[str, ...]:
        """Return letters that were accepted since the journal was last cleared."""
        ...

    def refresh(self) -> None:
        """Read again what a process that died left behind. Only under the work lock."""
        ...

    def clear(self) -> None:
        """Forget everything: the register knows it now."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
