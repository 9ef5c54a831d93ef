"""The store in a SQL database: the commit of every store, over tables that several machines share."""

import datetime as dt
import re
import secrets
import socket
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from klachtmail.domain.incoming.signing import Key
from klachtmail.domain.privacy.forgotten import Forgotten
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.searching import newest
from klachtmail.domain.records.state import Seen
from klachtmail.store import orphans
from klachtmail.store.archivable import LETTER_DAYS, QUIET_DAYS, is_archivable
from klachtmail.store.errors import StoreError
from klachtmail.store.live_tables import Leaving
from klachtmail.store.port import Condition, Machine, Role
from klachtmail.store.register import Committing
from klachtmail.store.secret import rotated, valid
from klachtmail.store.sql import full_text, keys, machines, schema, transfer
from klachtmail.store.sql.address import understood
from klachtmail.store.sql.content import Contents
from klachtmail.store.sql.damage import damage
from klachtmail.store.sql.journal import SqlJournal
from klachtmail.store.sql.lease import Lease
from klachtmail.store.sql.link import Link
from klachtmail.store.sql.migrate import prepare
from klachtmail.store.sql.tables import SqlTables
from klachtmail.store.transfer import Item

WAIT: Final = 10.0  # seconds that a command waits for its turn
_RECORDS: Final = (schema.complaints, schema.letters, schema.seen)
_SCHEMA: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}")


def open_sql(
    address: str,
    name: str = "klachtmail",
    *,
    wait: float = WAIT,
    beside: Path | None = None,
    machine: str = "",
    firm: str = "",
) -> "SqlStore":
    """Return the store at this address; makes its tables at the first start.

    A file stands `beside` the configuration. `machine` is the name under which this one is known to the others, `firm`
    the digest of its configuration.
    """
    return SqlStore(_link(address, name, beside), wait=wait, machine=machine, firm=firm)


def open_target(address: str, name: str = "klachtmail", *, beside: Path | None = None) -> "SqlStore":
    """Return the store at this address for a move or a restore: also one that was left, or is half full."""
    return SqlStore(_link(address, name, beside), refuse=False)


def _link(address: str, name: str, beside: Path | None) -> Link:
    if not _SCHEMA.fullmatch(name):
        raise StoreError(f"schema {name!r} is no name for one; write small letters, digits and _")
    url = understood(address)
    if url.drivername == "sqlite" and beside is not None:
        url = url.set(database=str(beside / (url.database or "")))
    return Link(url, name)


class SqlStore(Committing):
    """Keeps the contract of `Store`. Every change is made in a turn, behind the fence."""

    def __init__(
        self, link: Link, *, wait: float = WAIT, machine: str = "", firm: str = "", refuse: bool = True
    ) -> None:
        self.link = link
        self._refuse = refuse
        self._machine = machine or socket.gethostname()
        self._firm = firm
        self._wait = wait
        self.tables = SqlTables(link)
        link.forget = self.tables.forget
        super().__init__(self.tables)
        self.lease = Lease(link, self.tables.forget)
        self.contents = Contents(link, self.lease)
        self.journal = SqlJournal(link, self.lease, wait)
        self.connect()

    def connect(self) -> None:
        """Connect, for the first time or after a loss, and make or update the tables."""
        self.link.connect()
        self.lease.renew()
        prepare(self.link)
        row = self.lease.look()
        if self._refuse:
            _refuse_moved(row)

    # ── whose turn ──────────────────────────────────────────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """Believe what was read only if nobody else committed since."""
        self.lease.look()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one moment of the register, whatever a daemon commits meanwhile."""
        self.tables.forget()
        with self.link.long(), self.link.transaction(write=False):
            yield
        self.tables.forget()

    def work(self, wait: float | None = None) -> AbstractContextManager[None]:
        """Hold the turn (poll, sweep, flush, do); the same connection may take it again inside."""
        return self.lease.turn(self._wait if wait is None else wait)

    @contextmanager
    def lead(self) -> Iterator[bool]:
        """Hold the lead, for life; yields False while another machine leads. Connects again when that was lost."""
        if self.link.lost:
            self.connect()
        with self.lease.lead() as leads:
            yield leads

    def leader(self) -> str | None:
        """Return the machine that worked last, or None."""
        return self.lease.look().host or None

    def note_machine(self, role: Role, pulse: Mapping[str, Any], now: dt.datetime) -> None:
        """Note for the other machines what this one does, and how its last rounds went."""
        machines.note(self.link, self._machine, self._firm, role, pulse, now)

    def machines(self) -> tuple[Machine, ...]:
        """Return the machines that said something lately, the last one first."""
        return machines.listed(self.link, self._machine)

    def advice(self) -> list[str]:
        """Return what an administrator should know of the database, one sentence each."""
        return self.link.dialect.advice(self.link)

    # ── to read ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def complaint(self, number: str) -> Complaint | None:
        """Return this complaint or remark, also from the archive, or None."""
        return self.tables.complaints.anywhere(number)

    def numbered(self, numbers: Sequence[str]) -> Iterator[Complaint]:
        """Yield those of these that are on record, also in the archive, in this order."""
        return self.tables.complaints.each(numbers)

    def open_complaints(self) -> Iterator[Complaint]:
        """Yield the complaints that are not closed, dismissed or merged, by number."""
        table = schema.complaints
        return self.tables.complaints.pages(table.c.open, table.c.series, table.c.counter)

    def current(self) -> Iterator[Complaint]:
        """Yield every complaint and remark outside the archive, by number."""
        return self._by_series(archived=False, by=lambda series: series)

    def everything(self) -> Iterator[Complaint]:
        """Yield every complaint and remark, those of the archive first, by number within each."""
        yield from self._by_series(archived=True, by=lambda series: series[1:] + series[0])
        yield from self.current()

    def lately(self, since: dt.datetime) -> Iterator[Complaint]:
        """Yield those outside the archive, and of the archive those to which something happened at this time or later.

        The archive comes first, as in `everything`; what is settled for years is not read.
        """
        table = schema.complaints
        past = sa.and_(table.c.archived, table.c.touched_at >= since)
        yield from self.tables.complaints.pages(past, table.c.touched_at, table.c.number)
        yield from self.current()

    def matching(self, words: Sequence[str], most: int) -> Iterator[Complaint]:
        """Yield the newest in which each of these words stands, newest first: by full text where the database has it."""
        if not self.link.dialect.has_full_text:
            return newest(self.everything(), words, most)
        return self.tables.complaints.each(full_text.numbers(self.link, words, most))

    def due_before(self, day: dt.date) -> Iterator[Complaint]:
        """Yield the open complaints whose due date is before this day, by number."""
        table = schema.complaints
        late = sa.and_(table.c.open, table.c.due_on < day)
        return self.tables.complaints.pages(late, table.c.series, table.c.counter)

    def received(self, since: dt.datetime, until: dt.datetime) -> Iterator[Complaint]:
        """Yield those received from `since` up to and without `until`, as they came."""
        table = schema.complaints
        within = sa.and_(table.c.received_at >= since, table.c.received_at < until)
        return self.tables.complaints.pages(within, table.c.received_at, table.c.number)

    def _by_series(self, *, archived: bool, by: Callable[[str], str]) -> Iterator[Complaint]:
        table = schema.complaints
        there = table.c.archived if archived else sa.not_(table.c.archived)
        found = self.link.rows(sa.select(table.c.series).where(there).distinct(), long=True)
        for series in sorted((row[0] for row in found), key=by):
            yield from self.tables.complaints.pages(sa.and_(there, table.c.series == series), table.c.counter)

    def numbers_for_thread(self, message_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers whose messages carry one of these msg-ids, in the order of the msg-ids, each once."""
        return self._under("thread", list(message_ids))

    def numbers_referring_to(self, message_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers with a received message that refers to one of these msg-ids, in their order, each once."""
        return self._under("reference", list(message_ids))

    def _under(self, kind: str, listed: Collection[str]) -> tuple[str, ...]:
        self.tables.expect_keys([(kind, each) for each in listed])
        return tuple(dict.fromkeys(number for each in listed for number in self.tables.numbers(kind, each)))

    def numbers_for_address(self, address: str) -> tuple[str, ...]:
        """Return the numbers whose complainant or other correspondents have this address, oldest first."""
        return self.tables.numbers("address", address.lower())

    def seen(self, key: str) -> Seen | None:
        """Return what became of the message with this content key or place, or None."""
        return self.tables.sighting(key)

    def sightings(self) -> Iterator[Seen]:
        """Yield every message that was dealt with, those of the archive first."""
        table = schema.seen
        for archived in (table.c.archived, sa.not_(table.c.archived)):
            yield from self.tables.seen.pages(archived, table.c.at, table.c.key)

    def sightings_here(self) -> int:
        """Return how many of them are outside the archive."""
        count = sa.select(sa.func.count()).select_from(schema.seen).where(sa.not_(schema.seen.c.archived))
        return int(self.link.rows(count, long=True)[0][0])

    def letter(self, key: str) -> Letter | None:
        """Return the letter with this id or bare msg-id, while the outbox still has it, or None."""
        return self.tables.letter(key)

    def letters(self) -> Iterator[Letter]:
        """Yield the letters of the outbox, oldest first: held, waiting, failed, and sent in the last 30 days."""
        return self.tables.letters.pages(None, schema.letters.c.serial, schema.letters.c.id)

    def recent_letters(self, since: dt.datetime) -> Iterator[Letter]:
        """Yield those made at this time or later, oldest first."""
        table = schema.letters
        return self.tables.letters.pages(table.c.created_at >= since, table.c.serial, table.c.id)

    def unsent(self) -> Iterator[Letter]:
        """Yield the letters that are held, waiting or failed, oldest first."""
        table = schema.letters
        return self.tables.letters.pages(table.c.state != sa.literal_column("'sent'"), table.c.serial, table.c.id)

    def expect(
        self,
        *,
        places: Collection[str] = (),
        message_ids: Collection[str] = (),
        addresses: Collection[str] = (),
        letters: Collection[str] = (),
        numbers: Collection[str] = (),
    ) -> None:
        """Read ahead what a batch is going to ask for, with a few questions for all of it."""
        threads = [(kind, each) for kind in ("thread", "reference") for each in message_ids]
        wanted = [*threads, *(("address", each.lower()) for each in addresses)]
        if places:
            self.tables.expect_sightings(places)
        if wanted:
            self.tables.expect_keys(wanted)
        found = (number for kind, key in wanted for number in self.tables.numbers(kind, key))
        self.tables.complaints.expect((*found, *numbers))
        if message_ids:
            self.tables.expect_letters(message_ids)
        if letters:
            self.contents.expect(letters)

    # ── to change ───────────────────────────────────────────────────────────────────────────────────────────────────

    def commit(self, changes: Changes) -> None:
        """Write all of these changes in one transaction, or raise StoreError and change nothing.

        New history entries are sealed here. ValueError (a mistake of ours) when a complaint's past was rewritten.
        """
        if not changes:
            return
        with self.lease.turn(self._wait, known=self.lease.generation):
            self.tables.complaints.expect(changes.complaints)
            self.tables.letters.expect({*changes.letters, *changes.dropped_letters})
            self.tables.seen.expect(changes.seen)
            super().commit(changes)

    def _change(self, stage: Callable[[], list[Callable[[], None]]]) -> None:
        with self.lease.turn(self._wait):
            with self.lease.change():
                follows = stage()
            for follow in follows:
                follow()

    def tidy(self, now: dt.datetime) -> int:
        """Archive what has been settled for long, forget old sent letters, erase strays; return how many left."""
        with self.work():
            quiet = now - dt.timedelta(days=QUIET_DAYS)
            leaving = Leaving(self._archivable(quiet), self._old_letters(now), self._old_sightings(quiet))
            count = len(leaving.complaints) + len(leaving.letters) + len(leaving.seen)
            if count:
                self.tables.complaints.expect(leaving.complaints)
                self.tables.letters.expect(leaving.letters)
                self.tables.seen.expect(leaving.seen)
                with self.link.long():
                    self._archive(leaving)
            self._erase_orphans(now)
        return count

    def _old_letters(self, now: dt.datetime) -> set[str]:
        table = schema.letters
        at = sa.func.coalesce(table.c.sent_at, table.c.created_at)
        old = sa.and_(table.c.state == "sent", at < now - dt.timedelta(days=LETTER_DAYS))
        return {row[0] for row in self.link.rows(sa.select(table.c.id).where(old), long=True)}

    def _archivable(self, quiet: dt.datetime) -> set[str]:
        """Return the complaints that ask nothing more; one with a letter still in the outbox stays."""
        table, letters = schema.complaints, schema.letters
        candidates = self.tables.complaints.pages(
            sa.and_(sa.not_(table.c.archived), sa.not_(table.c.open), table.c.touched_at < quiet),
            table.c.series,
            table.c.counter,
        )
        settled = {complaint.number for complaint in candidates if is_archivable(complaint, quiet)}
        at = sa.func.coalesce(letters.c.sent_at, letters.c.created_at)
        stays = sa.or_(letters.c.state != "sent", at >= quiet + dt.timedelta(days=QUIET_DAYS - LETTER_DAYS))
        outbox = self.link.rows(sa.select(letters.c.number).where(stays, letters.c.number.is_not(None)), long=True)
        return settled - {row[0] for row in outbox}

    def _old_sightings(self, quiet: dt.datetime) -> set[str]:
        table = schema.seen
        old = sa.and_(sa.not_(table.c.archived), table.c.at < quiet)
        return {row[0] for row in self.link.rows(sa.select(table.c.key).where(old), long=True)}

    def _erase_orphans(self, now: dt.datetime) -> None:
        if found := self.contents.written(*orphans.period(now)):
            self.erase(orphans.without_references(self, found))

    def nightly_copy(self, now: dt.datetime) -> None:
        """Do nothing: the database has copies of its own (the administrator's guide)."""

    # ── contents, keys, notes ───────────────────────────────────────────────────────────────────────────────────────

    def keep_mail(self, raw: Iterable[tuple[bytes, dt.datetime]]) -> list[str]:
        """Keep raw messages durably and return their SHA-256 in hex, in order."""
        with self.work():
            return self.contents.keep((content for content, _ in raw), "mail")

    def keep_letters(self, contents: Iterable[bytes]) -> list[str]:
        """Keep rendered letters durably and return their SHA-256 in hex, in order."""
        with self.work():
            return self.contents.keep(contents, "letter")

    def mail(self, sha256: str) -> bytes | None:
        """Return a kept raw message, or None when it was never kept, has been erased or is damaged (see `verify`)."""
        return self.contents.get(sha256)

    rendered = mail

    def erase(self, sha256s: Iterable[str]) -> None:
        """Erase raw messages and letters for good; a mark remains, so that `condition` says 'erased'."""
        with self.work():
            self.contents.erase(sha256s)

    def condition(self, sha256: str) -> Condition:
        """Tell how a kept message or letter is: reads it and compares its hash."""
        return self.contents.condition(sha256)

    def damage(self) -> list[str]:
        """Return what is wrong with the rows themselves, one sentence each."""
        return damage(self.link)

    def note_in_hand(self, keys_: Iterable[str]) -> None:
        """Note durably which messages (places) are about to be parsed; an empty iterable: all were dealt with."""
        self._note(lambda: keys.put_in_hand(self.link, keys_))

    def in_hand(self) -> tuple[str, ...]:
        """Return the places that were in hand when a process died, else ()."""
        return keys.read_in_hand(self.link)

    def secret(self, now: dt.datetime) -> tuple[Key, ...]:
        """Return the signing keys that count now, newest first."""
        return valid(keys.read_keys(self.link), now)

    def rotate_secret(self, now: dt.datetime, *, revoke: bool = False) -> None:
        """Make a new signing key; older ones stay valid for 400 days after they were replaced, or not with `revoke`."""
        self._note(lambda: keys.put_keys(self.link, rotated(keys.read_keys(self.link), now, revoke=revoke)))

    def note_forgotten(self, address: str, at: dt.datetime) -> None:
        """Note durably that this bare address was forgotten, where a restore does not take it away."""

        def write() -> None:
            marks = keys.read_forgotten(self.link).with_one(address, at, secrets.token_hex(16)).marks
            keys.put_forgotten(self.link, marks)

        self._note(write)

    def forgotten(self) -> Forgotten:
        """Return who was forgotten, as salted hashes."""
        return keys.read_forgotten(self.link)

    def _note(self, write: Callable[[], None]) -> None:
        with self.work(), self.lease.note():
            write()

    # ── as a whole ──────────────────────────────────────────────────────────────────────────────────────────────────

    def dump(self) -> Iterator[Item]:
        """Yield everything that it holds."""
        return transfer.dump(self.link, self.tables)

    def fill(self, items: Iterable[Item], *, restored_at: dt.datetime | None = None) -> None:
        """Take all of these in place of what is there."""
        with self.work():
            transfer.fill(self.link, self.tables, items, restored_at)
            self.lease.look()

    def is_empty(self) -> bool:
        """Return whether it holds nothing that could be lost."""
        row = self.lease.look()
        first = (self.link.first(sa.select(sa.literal(1)).select_from(table).limit(1)) for table in _RECORDS)
        return bool(row.moved_to or row.moving) or not any(first)

    def note_moved(self, to: str) -> None:
        """Note where the register is now: every later start says so and refuses."""
        with self.work(), self.lease.note():
            self.link.run(sa.update(schema.fence).values(moved_to=to))

    def close(self) -> None:
        """Let go of the connection, and with it of the locks."""
        self.link.close()


def _refuse_moved(row: Any) -> None:
    if row.moved_to:
        raise StoreError(f"This register was moved; write in the configuration:  {row.moved_to}")
    if row.moving:
        raise StoreError("A register is being moved here, or was not to its end; run `klachtmail move-register` again")
