"""What differs between PostgreSQL and SQLite: how to connect, what to set, how to ask for many keys, how to lock."""

import contextlib
import os
import socket
import sqlite3
import time
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import orjson
import sqlalchemy as sa
from filelock import FileLock, Timeout
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL

from klachtmail import with_extra
from klachtmail.store.errors import StoreError
from klachtmail.store.sql.address import file_of

if TYPE_CHECKING:
    from klachtmail.store.sql.link import Link

_POOLED: Final = "A pooler stands before the database; let database name PostgreSQL itself"
_DURABLE: Final = ("fsync", "full_page_writes")
_CLOCKS: Final = 5.0  # seconds by which the clocks may differ
OLDEST: Final = 14  # of PostgreSQL: before it there is no idle_session_timeout


def json_text(value: Any) -> str:
    """Return a document as JSON."""
    return orjson.dumps(value).decode()


def json_values(text: Any) -> Any:
    """Return what stands in a document. SQLite keeps one that is only a number as that number."""
    return orjson.loads(text) if isinstance(text, str | bytes) else text


def lock_key(link: "Link") -> int:
    """Return the number under which this schema's locks stand: that of its own table, so that no two share one."""
    row = link.first("SELECT 'fence'::regclass::oid::bigint")
    oid = int(row[0]) if row else 0
    return oid - (1 << 32) if oid >= 1 << 31 else oid


class DatabaseDialect(Protocol):
    """A kind of database."""

    begin: str
    begin_reading: str
    can_be_lost: bool
    has_full_text: bool
    has_grouping_sets: bool

    def open(self) -> Any:
        """Return a new connection of the driver, without transactions of its own."""
        ...

    def check(self, link: "Link", raw: Any) -> None:
        """Refuse a server that does not do what we rely on; `raw` is the driver's connection."""
        ...

    def cut(self, raw: Any) -> None:
        """End a connection from another thread, so that whatever waits on it fails."""
        ...

    def without_limit(self, link: "Link") -> None:
        """Let statements take long."""
        ...

    def with_limit(self, link: "Link") -> None:
        """Limit them again."""
        ...

    def among(self, column: sa.ColumnElement[Any], values: Collection[Any]) -> sa.ColumnElement[bool]:
        """Return the condition that a text column has one of these values, however many."""
        ...

    def insert(self, table: sa.Table) -> Any:
        """Return this database's INSERT, which knows ON CONFLICT."""
        ...

    def upsert(self, table: sa.Table) -> Any:
        """Return the statement that puts rows in place of those with their primary key."""
        ...

    def advice(self, link: "Link") -> list[str]:
        """Return what an administrator should know of this server, one sentence each."""
        ...

    def alone(self, link: "Link") -> None:
        """Wait until nobody else makes tables, until the transaction ends."""
        ...

    def has_tables(self, link: "Link") -> bool:
        """Return whether the register's tables are there."""
        ...

    def make_schema(self, link: "Link") -> None:
        """Make the place where the tables go."""
        ...

    def nobody_leads(self, link: "Link") -> bool:
        """Return whether no daemon is at work; if so none can begin until the transaction ends."""
        ...


def of(url: URL, schema: str, lease: float) -> DatabaseDialect:
    """Return the dialect of this address."""
    return SQLite(file_of(url)) if url.drivername == "sqlite" else PostgreSQL(url, schema, lease)


class PostgreSQL:
    """PostgreSQL, by psycopg 3."""

    begin = "BEGIN"
    begin_reading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    can_be_lost = True
    has_full_text = True
    has_grouping_sets = True

    def __init__(self, url: URL, schema: str, lease: float) -> None:
        self._url = url
        self._schema = schema
        milliseconds = round(lease * 1000)
        self._settings: Mapping[str, str] = {
            "search_path": schema,
            "application_name": f"klachtmail:{os.getpid()}",
            "TimeZone": "UTC",
            "synchronous_commit": "on",
            "idle_session_timeout": str(milliseconds),
            "idle_in_transaction_session_timeout": str(milliseconds),
            "statement_timeout": str(milliseconds * 5 // 9),
            "lock_timeout": str(milliseconds // 3),
            "client_connection_check_interval": str(milliseconds // 3),
            "work_mem": "32MB",  # of this one connection: what a report counts is not sorted on the disk
            "tcp_keepalives_idle": "3",
            "tcp_keepalives_interval": "2",
            "tcp_keepalives_count": "3",
            "tcp_user_timeout": str(milliseconds),  # also for an answer that nobody reads on
        }

    def open(self) -> Any:
        """Connect to whichever host can be written to."""
        try:
            import psycopg
            from psycopg.types.json import set_json_loads
        except ImportError as error:
            raise StoreError(f"PostgreSQL needs its driver: {with_extra('postgresql')}") from error
        arguments = self._url.get_dialect()().create_connect_args(self._url)[1]
        options = " ".join(f"-c {name}={value}" for name, value in self._settings.items())
        defaults = {"connect_timeout": 3, "target_session_attrs": "read-write", "tcp_user_timeout": 9000}
        try:
            opened = psycopg.connect(**{**defaults, **arguments}, options=options, autocommit=True)
        except psycopg.OperationalError as error:
            if "startup parameter" in str(error):  # what a pooler says
                raise StoreError(_POOLED) from error
            raise
        set_json_loads(json_values, opened)  # the driver reads a document with its own else, three times as slow
        return opened

    def check(self, link: "Link", raw: Any) -> None:
        """Refuse a pooler: it can be told to drop settings, and keeps locks of whoever died.

        Settings can be given to the role as well, so that they say nothing. But a pooler deals out process numbers of its
        own; what only forwards bytes passes on the server's.
        """
        asked = link.first("SELECT pg_backend_pid()")
        if asked is None or asked[0] != raw.info.backend_pid:
            raise StoreError(_POOLED)
        version = link.first("SELECT current_setting('server_version_num')::int, current_setting('server_encoding')")
        if version is None or version[0] < OLDEST * 10000:
            raise StoreError(
                f"The database is PostgreSQL {version[0] // 10000 if version else '?'}; it must be {OLDEST} or newer"
            )
        if version[1] != "UTF8":
            raise StoreError(f"The database is encoded in {version[1]}; make one with ENCODING 'UTF8'")
        found = link.rows(
            "SELECT name, setting FROM pg_settings WHERE name IN ('idle_session_timeout', 'synchronous_commit')"
        )
        told = {name: self._settings[name] for name in ("idle_session_timeout", "synchronous_commit")}
        if {row[0]: row[1] for row in found} != told:
            raise StoreError(_POOLED)

    def cut(self, raw: Any) -> None:
        """Shut the socket down."""
        with contextlib.suppress(Exception), socket.socket(fileno=os.dup(raw.fileno())) as wire:
            wire.shutdown(socket.SHUT_RDWR)

    def without_limit(self, link: "Link") -> None:
        """Let statements take long."""
        link.run("SET statement_timeout = 0")

    def with_limit(self, link: "Link") -> None:
        """Limit them again."""
        link.run(f"SET statement_timeout = {self._settings['statement_timeout']}")

    def among(self, column: sa.ColumnElement[Any], values: Collection[Any]) -> sa.ColumnElement[bool]:
        """Ask with one array."""
        return column == sa.any_(sa.literal(list(values), postgresql.ARRAY(sa.Text())))

    def insert(self, table: sa.Table) -> Any:
        """INSERT."""
        return postgresql.insert(table)

    def upsert(self, table: sa.Table) -> Any:
        """INSERT … ON CONFLICT."""
        return _upsert(self.insert(table), table)

    def advice(self, link: "Link") -> list[str]:
        """Return what makes a commit less durable than it should be, and whether the clocks agree."""
        asked = "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_standby_names')"
        found = {row[0]: row[1] for row in link.rows(asked)}
        wrong = [
            f"{name} is off: a power cut may lose or damage the register" for name in _DURABLE if found[name] == "off"
        ]
        several = len(self._url.query.get("host", ())) > 1 and not isinstance(self._url.query.get("host"), str)
        if several and not found["synchronous_standby_names"]:
            wrong.append("synchronous_standby_names is empty: a failover may forget the last seconds")
        there = link.rows("SELECT extract(epoch FROM clock_timestamp())::float8")[0][0]
        if abs(there - time.time()) > _CLOCKS:
            wrong.append(f"its clock differs by {abs(there - time.time()):.0f} s from this machine's")
        return wrong

    def alone(self, link: "Link") -> None:
        """Wait for the lock of this schema's name: there is no table yet whose number could serve."""
        link.run(
            f"SELECT set_config('lock_timeout', '60000', true), pg_advisory_xact_lock(hashtext('klachtmail {self._schema}'), 9)"
        )

    def has_tables(self, link: "Link") -> bool:
        """Ask for the fence in this schema alone."""
        row = link.first(f"SELECT to_regclass('{self._schema}.fence') IS NOT NULL")
        return bool(row and row[0])

    def make_schema(self, link: "Link") -> None:
        """Make the schema, if its owner did not."""
        row = link.first(f"SELECT to_regnamespace('{self._schema}') IS NULL")
        if row and row[0]:
            link.run(f"CREATE SCHEMA {self._schema}")

    def nobody_leads(self, link: "Link") -> bool:
        """Try the lock of the lead."""
        row = link.first(f"SELECT pg_try_advisory_xact_lock({lock_key(link)}, 1)")
        return bool(row and row[0])


class SQLite:
    """SQLite in one file on a local disk."""

    begin = "BEGIN IMMEDIATE"  # the driver's own BEGIN lets two read before both write, and loses one of them
    begin_reading = "BEGIN"
    can_be_lost = False
    has_full_text = False
    has_grouping_sets = False

    def __init__(self, path: Path) -> None:
        self._path = path

    def open(self) -> Any:
        """Open the file, which only its owner may read."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))
        except OSError as error:
            raise StoreError(f"Cannot open {self._path}: {error.strerror}; check the owner and the mount") from error
        raw = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        for pragma in (
            "busy_timeout = 5000",
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "secure_delete = ON",
        ):
            raw.execute(f"PRAGMA {pragma}")
        return raw

    def check(self, link: "Link", raw: Any) -> None:
        """Nothing to ask."""

    def cut(self, raw: Any) -> None:
        """Nothing to cut."""

    def without_limit(self, link: "Link") -> None:
        """No limit."""

    def with_limit(self, link: "Link") -> None:
        """No limit."""

    def among(self, column: sa.ColumnElement[Any], values: Collection[Any]) -> sa.ColumnElement[bool]:
        """Ask with one JSON array: the number of parameters is limited."""
        listed = sa.func.json_each(json_text(list(values))).table_valued("value")
        return column.in_(sa.select(listed.c.value))

    def insert(self, table: sa.Table) -> Any:
        """INSERT."""
        return sqlite.insert(table)

    def upsert(self, table: sa.Table) -> Any:
        """INSERT … ON CONFLICT."""
        return _upsert(self.insert(table), table)

    def advice(self, link: "Link") -> list[str]:  # noqa: ARG002 - as the other asks it
        """Return nothing: all is set by us."""
        return []

    def alone(self, link: "Link") -> None:
        """BEGIN IMMEDIATE waited already."""

    def has_tables(self, link: "Link") -> bool:
        """Ask for the fence."""
        return bool(link.rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'fence'"))

    def make_schema(self, link: "Link") -> None:
        """The file is there."""

    def nobody_leads(self, link: "Link") -> bool:  # noqa: ARG002 - as the other asks it
        """Look at the lock of the lead."""
        lock = FileLock(self._path.with_name(f"{self._path.name}.daemon.lock"), mode=0o600)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return False
        lock.release()
        return True


def _upsert(insert: Any, table: sa.Table) -> Any:
    names = [c.name for c in table.columns if not c.primary_key]
    changed = {name: insert.excluded[name] for name in names}
    return insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=changed)
