"""The one connection of this process. It holds the locks, so it is never replaced behind anybody's back.

The server ends a connection whose owner says nothing for LEASE seconds, whatever stopped it: a beat tells it that this
process lives. A second thread cuts the connection when the server itself says nothing, so that whatever waits fails.
"""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection
from sqlalchemy.pool import NullPool

from klachtmail.store.errors import StoreLostError
from klachtmail.store.sql import dialects
from klachtmail.store.sql.trouble import as_store_error, not_connected

LEASE: Final = 9.0  # seconds without a word after which the server ends a connection
COUNTING: Final = 60.0  # seconds for what counts or lists: a million take one; whoever hangs in it is noticed
_BOOT: Final = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
_HOUR: Final = 3600.0
Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]


def running() -> float:
    """Return seconds on a clock that also runs while the machine sleeps and nobody can set."""
    return time.clock_gettime(_BOOT)


@dataclass(frozen=True, slots=True)
class Terms:
    """How long, in seconds, each side waits for the other; each is shorter than the one before it."""

    lease: float = LEASE

    @property
    def give_up(self) -> float:
        """After so long without an answer the connection is thought lost."""
        return self.lease * 2 / 3

    @property
    def statement(self) -> float:
        """So long a statement may take; those that say that they are long may take more."""
        return self.lease * 5 / 9

    @property
    def beat(self) -> float:
        """So often the server hears of us."""
        return self.lease / 3


class Link:
    """A connection with explicit transactions. Every error is a StoreError; once lost, it stays so until `connect`."""

    def __init__(self, url: URL, schema: str) -> None:
        url, self.terms = _terms(url)
        self.url = url
        self.schema = schema
        self.dialect = dialects.of(url, schema, self.terms.lease)
        self._connection: Connection | None = None
        self._raw: Any = None
        self._speaking = threading.RLock()
        self._asked_at: float | None = None
        self._allowed = self.terms.give_up
        self._answered_at = running()
        self._over = threading.Event()
        self._unlimited = False
        self.forget: Callable[[], None] = lambda: None  # what was read over a connection that is lost

    # ── to have it and to lose it ───────────────────────────────────────────────────────────────────────────────────

    def connect(self) -> None:
        """Connect, for the first time or after a loss; StoreAwayError when the server is away."""
        self.close()
        opened: list[Any] = []

        def once() -> Any:
            if opened:  # a pool that quietly connects again would go on without the locks
                raise StoreLostError("The connection to the database was lost")
            opened.append(self.dialect.open())
            self._raw = opened[0]
            self._watched()  # from now on: what SQLAlchemy asks first may be answered by nobody
            return opened[0]

        engine = sa.create_engine(
            self.url,
            creator=once,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            json_serializer=dialects.json_text,
            json_deserializer=dialects.json_values,
        )
        try:
            with not_connected(self.url):
                self._connection = engine.connect()
            self._answered_at, self._asked_at = running(), None
            if self.dialect.can_be_lost:
                self._start("beat", self._beat)
            self.dialect.check(self, opened[0])
        except BaseException:
            self.close()
            raise

    def _watched(self) -> None:
        self._over = threading.Event()
        self._allowed, self._asked_at = self.terms.give_up, running()
        if self.dialect.can_be_lost:
            self._start("watch", self._watch)

    def _start(self, name: str, work: Callable[[threading.Event], None]) -> None:
        threading.Thread(target=work, args=(self._over,), name=f"database {name}", daemon=True).start()

    def close(self) -> None:
        """Close the connection; its locks go."""
        self._over.set()
        self._asked_at = None
        connection, self._connection = self._connection, None
        raw, self._raw = self._raw, None
        if connection is not None:
            with contextlib.suppress(Exception):
                connection.invalidate()
                connection.close()
        if raw is not None:
            with contextlib.suppress(Exception):
                raw.close()

    @property
    def lost(self) -> bool:
        """Return whether there is no connection any more."""
        return self._connection is None

    # ── to ask ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def rows(
        self, statement: sa.Executable | str, parameters: Parameters | None = None, *, long: bool | float = False
    ) -> Sequence[Any]:
        """Return all rows of a statement. `long`: it may take an hour, or so many seconds."""
        return list(self._ask(statement, parameters, lambda result: result.all(), long=long))

    def first(self, statement: sa.Executable | str, parameters: Parameters | None = None) -> Any:
        """Return the first row, or None."""
        return self._ask(statement, parameters, lambda result: result.first())

    def run(self, statement: sa.Executable | str, parameters: Parameters | None = None, *, long: bool = False) -> int:
        """Do this and return how many rows it changed."""
        return int(self._ask(statement, parameters, lambda result: result.rowcount, long=long))

    def _ask(self, statement: Any, parameters: Any, take: Callable[[Any], Any], *, long: bool | float = False) -> Any:
        with self._speaking, as_store_error(self._on_loss):
            if self._connection is None:
                raise StoreLostError("The connection to the database was lost; another machine may be at work now")
            self._allowed = _HOUR if long is True else long or self.terms.give_up
            self._asked_at = running()
            try:
                if isinstance(statement, str):
                    return take(self._connection.exec_driver_sql(statement, parameters))
                return take(self._connection.execute(statement, parameters))
            finally:
                self._answered_at, self._asked_at = running(), None

    def _on_loss(self) -> None:
        self.close()
        self.forget()

    @contextlib.contextmanager
    def transaction(self, *, write: bool = True) -> Iterator[None]:
        """Do all of this or nothing. One that only reads sees one moment."""
        self.run(self.dialect.begin if write else self.dialect.begin_reading)
        try:
            yield
        except BaseException:
            self._roll_back()
            raise
        try:
            self.run("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        with contextlib.suppress(Exception):
            if not self.lost:
                self.run("ROLLBACK")

    @contextlib.contextmanager
    def long(self) -> Iterator[None]:
        """Let the statements in here take as long as they need."""
        if self._unlimited:  # inside itself
            yield
            return
        self.dialect.without_limit(self)
        self._unlimited = True
        try:
            yield
        finally:
            self._unlimited = False
            if not self.lost:
                self.dialect.with_limit(self)

    @property
    def connection(self) -> Connection:
        """The connection itself, for migrations."""
        if self._connection is None:
            raise StoreLostError("The connection to the database was lost")
        return self._connection

    def heard_within(self, since: float) -> bool:
        """Return whether so little time went by since then (of `running`) that nobody can have taken over."""
        return running() - since < self.terms.give_up

    # ── to be heard, and to notice that nobody answers ──────────────────────────────────────────────────────────────

    def _beat(self, over: threading.Event) -> None:
        while not over.wait(self.terms.beat / 3):
            if running() - self._answered_at < self.terms.beat or not self._speaking.acquire(blocking=False):
                continue
            try:
                if not over.is_set():
                    self._allowed, self._asked_at = self.terms.give_up, running()
                    self._raw.execute("SELECT 1")
            except Exception:  # noqa: BLE001, S110 - whoever asks next is told
                pass
            finally:
                self._answered_at, self._asked_at = running(), None
                self._speaking.release()

    def _watch(self, over: threading.Event) -> None:
        while not over.wait(self.terms.beat / 6):
            asked = self._asked_at
            if asked is not None and running() - asked > self._allowed:
                self.dialect.cut(self._raw)


def _terms(url: URL) -> tuple[URL, Terms]:
    lease = url.query.get("lease")
    return url.difference_update_query(["lease"]), Terms(float(str(lease))) if lease else Terms()
