"""Who leads, whose turn it is, and the fence that stops whoever still believes to lead.

Lead and turn are locks of the connection: with it they go. The fence is one row: each turn that follows one of somebody
else raises its epoch, and every change begins with it, in its own transaction. A connection is known by a random name:
after a failover that lost commits, an epoch may be given out twice.
"""

import contextlib
import datetime as dt
import secrets
import socket
import time
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Final, Protocol

import sqlalchemy as sa

from klachtmail.store.disk import Disk, Locks
from klachtmail.store.errors import StoreBusyError, StoreError, StoreLostError, StoreStaleError
from klachtmail.store.sql.address import file_of
from klachtmail.store.sql.dialects import lock_key
from klachtmail.store.sql.link import Link
from klachtmail.store.sql.schema import VERSION, fence

SLICE: Final = 3.0  # seconds that one statement waits in the queue for a turn
_LEAD, _WORK, _MIGRATE = 1, 2, 9
# The server's own timers do not run while it waits for the rest of what a client began to say: a machine that is stopped
# in the middle of that would keep its locks for ever. So would one that reads an answer no further, over a socket of the
# file system: over TCP `tcp_user_timeout` ends it, which knows a slow network from a dead one.
_END_THE_SILENT: Final = sa.text(
    "SELECT pg_terminate_backend(a.pid) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid "
    "WHERE l.locktype = 'advisory' AND l.classid = 'fence'::regclass::oid AND l.granted AND a.state = 'active' "
    "AND (a.wait_event = 'ClientRead' OR (a.wait_event = 'ClientWrite' AND a.client_addr IS NULL)) "
    "AND a.state_change < clock_timestamp() - make_interval(secs => :lease)"
)
LOST: Final = "Another klachtmail took over; nothing was changed"


class LockSet(Protocol):
    """The locks of a database."""

    def lead(self) -> contextlib.AbstractContextManager[bool]:
        """Hold the lead, or yield False at once."""
        ...

    def turn(self, wait: float) -> contextlib.AbstractContextManager[None]:
        """Hold the turn; StoreBusyError when it does not come within so many seconds."""
        ...


class AdvisoryLocks:
    """Of PostgreSQL, under the number of this schema's own table: two firms can never share one."""

    def __init__(self, link: Link) -> None:
        self._link = link

    @cached_property
    def _key(self) -> int:
        return lock_key(self._link)

    @contextlib.contextmanager
    def lead(self) -> Iterator[bool]:
        """Hold the lead, or yield False at once."""
        key = self._key
        row = self._link.first(f"SELECT pg_try_advisory_lock({key}, {_LEAD})")
        if not (row and row[0]):
            self._end_the_silent()
        try:
            yield bool(row and row[0])
        finally:
            if row and row[0]:
                self._let_go(key, _LEAD)

    @contextlib.contextmanager
    def turn(self, wait: float) -> Iterator[None]:
        """Wait in the queue of the lock, in slices: whoever asks again and again is overtaken for ever."""
        key, until = self._key, time.monotonic() + wait
        row = self._link.first(f"SELECT pg_try_advisory_lock({key}, {_WORK})")
        got = bool(row and row[0])
        while not got:
            rest = until - time.monotonic()
            if rest <= 0:
                raise StoreBusyError(f"Another klachtmail is at work for more than {wait:g} s")
            got = self._queue(key, min(rest, SLICE, self._link.terms.beat))
        try:
            yield
        finally:
            self._let_go(key, _WORK)

    def _queue(self, key: int, seconds: float) -> bool:
        milliseconds = max(1, round(seconds * 1000))
        try:
            self._link.run(
                f"SELECT set_config('lock_timeout', '{milliseconds}', false), pg_advisory_lock({key}, {_WORK})"
            )
        except StoreBusyError:
            self._end_the_silent()
            return False
        return True

    def _end_the_silent(self) -> None:
        self._link.run(_END_THE_SILENT, {"lease": self._link.terms.lease})

    def _let_go(self, key: int, which: int) -> None:
        with contextlib.suppress(StoreLostError):  # with the connection the lock went
            if not self._link.lost:
                self._link.run(f"SELECT pg_advisory_unlock({key}, {which})")


class FileLocks:
    """Beside the file of a SQLite database."""

    def __init__(self, link: Link) -> None:
        path = file_of(link.url)
        self._locks = Locks(path.parent, Disk(), prefix=f"{path.name}.")

    @contextlib.contextmanager
    def lead(self) -> Iterator[bool]:
        """Hold the lead, or yield False at once."""
        with contextlib.ExitStack() as held:
            try:
                held.enter_context(self._locks.hold("daemon", 0, "led by another"))
            except StoreBusyError:
                yield False
            else:
                yield True

    @contextlib.contextmanager
    def turn(self, wait: float) -> Iterator[None]:
        """Hold the lock on turns."""
        with self._locks.hold_work(wait, f"Another klachtmail is at work for more than {wait:g} s"):
            yield


class Lease:
    """The right to change the register, for a turn."""

    def __init__(self, link: Link, on_news: Callable[[], None]) -> None:
        self._link = link
        self._on_news = on_news  # somebody else committed: what was read does not count any more
        self._locks: LockSet = AdvisoryLocks(link) if link.dialect.can_be_lost else FileLocks(link)
        self._depth = 0
        self._me = secrets.token_hex(8)
        self.epoch = 0
        self.generation = -1
        self.zone = ""  # of the facts

    def renew(self) -> None:
        """Start again on a new connection, under a new name."""
        self._depth, self._me = 0, secrets.token_hex(8)
        self.forget()

    def forget(self) -> None:
        """Believe nothing that was read."""
        self.generation = -1
        self._on_news()

    def lead(self) -> contextlib.AbstractContextManager[bool]:
        """Hold the lead for life; yields False while another leads."""
        return self._locks.lead()

    @contextlib.contextmanager
    def turn(self, wait: float, *, known: int | None = None) -> Iterator[None]:
        """Hold the turn, again inside itself; StoreStaleError when another committed since generation `known`."""
        if self._depth:
            self._depth += 1
            try:
                yield
            finally:
                self._depth = max(0, self._depth - 1)
            return
        with self._locks.turn(wait):
            self._depth = 1
            try:
                self._take()
                if known is not None and known not in {-1, self.generation}:
                    raise StoreStaleError("Another klachtmail changed the register meanwhile; nothing was written")
                yield
            finally:
                self._depth = 0

    def _take(self) -> None:
        row = self.look()
        if row.holder != self._me:
            mine = {"holder": self._me, "host": socket.gethostname(), "since": dt.datetime.now(dt.UTC)}
            self._link.run(sa.update(fence).values(epoch=fence.c.epoch + 1, **mine))
            row = self.look()
        self.epoch = row.epoch

    def look(self) -> Any:
        """Return the fence; forget what was read when another committed since."""
        row = self._link.first(sa.select(fence))
        if row is None:
            raise StoreError("The register is half made: its table `fence` is empty; put it back from a backup")
        if row.schema > VERSION:
            raise StoreError(
                f"The register was changed by a newer klachtmail (tables {row.schema}, this one knows {VERSION}); upgrade"
            )
        if row.generation != self.generation:
            if self.generation >= 0:
                self._on_news()
            self.generation = row.generation
        self.zone = row.zone
        return row

    @contextlib.contextmanager
    def change(self) -> Iterator[None]:
        """One transaction that changes the records: nothing at all when somebody took over or committed meanwhile."""
        ours = sa.and_(fence.c.epoch == self.epoch, fence.c.holder == self._me, fence.c.generation == self.generation)
        try:
            with self._link.transaction():
                self._pass(self._link.run(sa.update(fence).where(ours).values(generation=fence.c.generation + 1)))
                yield
        except BaseException:
            self.forget()  # the answer to COMMIT may have been lost: only the database knows
            raise
        self.generation += 1

    @contextlib.contextmanager
    def note(self) -> Iterator[None]:
        """One transaction beside the records (contents, notes, keys): nothing when somebody took over."""
        with self._link.transaction():
            held = sa.select(fence.c.epoch).where(self.is_ours())
            self._pass(self._link.first(held.with_for_update(read=True)))
            yield

    def _pass(self, found: object) -> None:
        """Go on only when the fence had our row."""
        if not found:
            raise StoreLostError(LOST)

    def is_ours(self) -> sa.ColumnElement[bool]:
        """The condition that nobody took over."""
        return sa.and_(fence.c.epoch == self.epoch, fence.c.holder == self._me)
