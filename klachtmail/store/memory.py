"""The store without a disk: the twin that tests use. It keeps the same contract with the same indexes."""

import datetime as dt
import hashlib
import secrets
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager

from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from klachtmail.domain.incoming.signing import Key
from klachtmail.domain.privacy.forgotten import Forgotten
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import Seen
from klachtmail.store.archivable import Archivable
from klachtmail.store.errors import StoreBusyError
from klachtmail.store.indexed_table import raw
from klachtmail.store.journal import MemoryJournal
from klachtmail.store.live_tables import Leaving, TinyTables
from klachtmail.store.port import Condition
from klachtmail.store.register import Register
from klachtmail.store.schema import Document
from klachtmail.store.secret import rotated, valid


class MemoryArchive:
    """The archive in memory: one more register, into which complaints go that leave the first."""

    def __init__(self) -> None:
        self._tables = TinyTables(TinyDB(storage=MemoryStorage))

    def complaint(self, number: str) -> Complaint | None:
        """Return an archived complaint, or None."""
        return self._tables.complaints.get(number)

    def numbers(self, index: str, key: str) -> tuple[str, ...]:
        """Return the archived numbers under this key of an index."""
        return self._tables.complaints.find(index, key)

    def seen(self, sighting: str) -> Seen | None:
        """Return the archived sighting with this content key or place, or None."""
        return next((self._tables.seen.get(key) for key in self._tables.seen.find("sighting", sighting)), None)

    def complaints(self, where: Callable[[Document], bool] | None = None) -> Iterator[Complaint]:
        """Yield the archived complaints, all or those of which the document says so, by year and number."""
        numbers = sorted(self._tables.numbers(), key=lambda number: number[1:5])
        every = (found for number in numbers if (found := self._tables.complaints.get(number)) is not None)
        return (each for each in every if where is None or where(raw(each)))

    def sightings(self) -> Iterator[Seen]:
        """Yield all archived sightings."""
        return (found for key in self._tables.seen if (found := self._tables.seen.get(key)) is not None)

    def put(self, going: Archivable, thawed: AbstractSet[str]) -> None:
        """Archive these, and forget the numbers that are back in the register."""
        changes = Changes(complaints=going.complaints, seen=going.seen)
        for follow in self._tables.stage(changes, Leaving(complaints=thawed)):
            follow()


class MemoryStore(Register):
    """Keeps the contract of `Store` for as long as the process lives."""

    def __init__(self) -> None:
        super().__init__(TinyTables(TinyDB(storage=MemoryStorage)), MemoryArchive())
        self._contents: dict[str, bytes | None] = {}
        self._in_hand: tuple[str, ...] = ()
        self._keys: list[tuple[bytes, dt.datetime | None]] = [(secrets.token_bytes(32), None)]
        self._daemon = False
        self._forgotten = Forgotten()
        self.journal = MemoryJournal()

    def nightly_copy(self, now: dt.datetime) -> None:
        """Do nothing: there is no disk."""

    def refresh(self) -> None:
        """Do nothing: no other process can write here."""

    @contextmanager
    def work(self, wait: float = 10.0) -> Iterator[None]:  # noqa: ARG002  # nobody to wait for
        """Do nothing: nobody else works here."""
        yield

    @contextmanager
    def lead(self) -> Iterator[bool]:
        """Hold the daemon lock; StoreBusyError when it is held."""
        if self._daemon:
            raise StoreBusyError("A klachtmail is already running on this data folder")
        self._daemon = True
        try:
            yield True
        finally:
            self._daemon = False

    def keep_mail(self, raw: Iterable[tuple[bytes, dt.datetime]]) -> list[str]:
        """Keep raw messages and return their SHA-256 in hex, in order."""
        return self.keep_letters(content for content, _ in raw)

    def keep_letters(self, contents: Iterable[bytes]) -> list[str]:
        """Keep rendered letters and return their SHA-256 in hex, in order."""
        hashes = [(hashlib.sha256(content).hexdigest(), content) for content in contents]
        self._contents.update(hashes)
        return [sha256 for sha256, _ in hashes]

    def mail(self, sha256: str) -> bytes | None:
        """Return a kept raw message, or None."""
        return self._contents.get(sha256)

    rendered = mail

    def erase(self, sha256s: Iterable[str]) -> None:
        """Erase raw messages and letters."""
        self._contents.update((sha256, None) for sha256 in sha256s if sha256 in self._contents)

    def condition(self, sha256: str) -> Condition:
        """Tell how a kept message or letter is."""
        if sha256 not in self._contents:
            return "missing"
        return "erased" if self._contents[sha256] is None else "whole"

    def damage(self) -> list[str]:
        """Return nothing: no file, no damage."""
        return []

    def note_in_hand(self, keys: Iterable[str]) -> None:
        """Note which messages are about to be parsed."""
        self._in_hand = tuple(keys)

    def in_hand(self) -> tuple[str, ...]:
        """Return the places that are in hand."""
        return self._in_hand

    def secret(self, now: dt.datetime) -> tuple[Key, ...]:
        """Return the signing keys that count now, newest first."""
        return valid(self._keys, now)

    def rotate_secret(self, now: dt.datetime, *, revoke: bool = False) -> None:
        """Make a new signing key; older ones stay valid for 400 days after they were replaced, or not with `revoke`."""
        self._keys = rotated(self._keys, now, revoke=revoke)

    def note_forgotten(self, address: str, at: dt.datetime) -> None:
        """Note that this bare address was forgotten."""
        self._forgotten = self._forgotten.with_one(address, at, secrets.token_hex(16))

    def forgotten(self) -> Forgotten:
        """Return who was forgotten, as salted hashes."""
        return self._forgotten

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""
