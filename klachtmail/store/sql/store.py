"""The store in a SQL database: the commit of every store, over tables that several machines share."""

import datetime as dt
import re
import secrets
import socket
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from klachtmail.domain.incoming.signing import Key
from klachtmail.domain.privacy.forgotten import Forgotten
from klachtmail.domain.records.port import Changes
from klachtmail.store import orphans
from klachtmail.store.archivable import LETTER_DAYS, QUIET_DAYS, is_archivable
from klachtmail.store.errors import StoreError
from klachtmail.store.live_tables import Leaving
from klachtmail.store.port import Condition, Machine, Role
from klachtmail.store.secret import rotated, valid
from klachtmail.store.sql import derived, keys, machines, schema, transfer
from klachtmail.store.sql.address import understood
from klachtmail.store.sql.content import Contents
from klachtmail.store.sql.damage import damage
from klachtmail.store.sql.journal import SqlJournal
from klachtmail.store.sql.lease import Lease
from klachtmail.store.sql.link import Link
from klachtmail.store.sql.migrate import prepare
from klachtmail.store.sql.reading import SqlReading
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


class SqlStore(SqlReading):
    """Keeps the contract of `Store`. Every change is made in a turn, behind the fence."""

    def __init__(
        self, link: Link, *, wait: float = WAIT, machine: str = "", firm: str = "", refuse: bool = True
    ) -> None:
        self._refuse = refuse
        self._machine = machine or socket.gethostname()
        self._firm = firm
        self._wait = wait
        tables = SqlTables(link)
        link.forget = tables.forget
        self.lease = Lease(link, tables.forget)
        tables.zone_name = lambda: self.lease.zone
        super().__init__(link, tables, Contents(link, self.lease))
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
            self._follow_zone()
        return count

    def _follow_zone(self) -> None:
        """Write the facts in the zone in which somebody counted."""
        if self.wanted_zone is None:
            return
        with self.link.long(), self.lease.change():
            self.link.run(sa.update(schema.fence).values(zone=str(self.wanted_zone)))
            derived.fill(self.link)
        self.wanted_zone = None
        self.tables.forget()

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
