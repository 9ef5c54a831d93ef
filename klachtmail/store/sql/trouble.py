"""What a database says went wrong, as one sentence and as the kind of StoreError that tells what to do."""

import contextlib
import re
import sqlite3
from collections.abc import Callable, Iterator
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import URL

from klachtmail.store.errors import (
    StoreAwayError,
    StoreBusyError,
    StoreCorruptError,
    StoreError,
    StoreFullError,
    StoreLostError,
    StoreStaleError,
)
from klachtmail.store.sql.address import shown

_PASSING: Final = re.compile(
    r"starting up|shutting down|too many|recovery|read-only|hot standby|could not|refused|timeout|timed out|reset|"
    r"closed the connection|not (?:yet )?accept|remaining connection",
    re.IGNORECASE,
)
_STATES: Final[dict[str, tuple[type[StoreError], str]]] = {
    "53100": (StoreFullError, "the disk of the database is full; make room, nothing was changed"),
    "53200": (StoreAwayError, "the database has no memory left; nothing was changed"),
    "25006": (StoreFullError, "the database is read-only; nothing was changed"),
    "42501": (StoreFullError, "this database role may not do that; see the administrator's guide for its rights"),
    "55P03": (StoreBusyError, "Another klachtmail is at work for too long"),
    "57014": (StoreBusyError, "the database took too long; nothing was changed"),
    "40001": (StoreStaleError, "another klachtmail changed the register meanwhile"),
    "40P01": (StoreStaleError, "another klachtmail changed the register meanwhile"),
}
_LOST: Final = "The connection to the database was lost; another machine may be at work now"
_ENDED: Final = ("57P", "08", "25P03")  # shut down, connection, idle in transaction


@contextlib.contextmanager
def as_store_error(on_loss: Callable[[], None]) -> Iterator[None]:
    """Say what a database says as a StoreError; `on_loss` is called when the connection is gone."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        said = _said(error)
        if isinstance(said, StoreLostError):
            on_loss()
        raise said from error
    except sa.exc.PendingRollbackError as error:  # SQLAlchemy gave the connection up, and would make another
        on_loss()
        raise StoreLostError(_LOST) from error
    except sa.exc.SQLAlchemyError as error:
        raise StoreError(f"The database cannot do that: {_line(error)}") from error


def _said(error: sa.exc.DBAPIError) -> StoreError:
    original = error.orig
    state = getattr(original, "sqlstate", None) or ""
    if error.connection_invalidated or state.startswith(_ENDED):
        return StoreLostError(_LOST)
    if state in _STATES:
        kind, text = _STATES[state]
        return kind(text)
    if isinstance(original, sqlite3.Error):
        return _of_sqlite(original)
    return StoreError(f"The database refuses this: {_line(original or error)}")


def _of_sqlite(error: sqlite3.Error) -> StoreError:
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    text = _line(error)
    if code in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
        return StoreFullError(f"Cannot write the register: {text}; make room, nothing was changed")
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN}:
        return StoreFullError(f"Cannot write the register: {text}; check the owner and the mount")
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return StoreCorruptError(f"The register is damaged: {text}; put it back from a backup")
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StoreBusyError("Another program holds the register for too long")
    return StoreError(f"The register cannot do that: {text}")


@contextlib.contextmanager
def not_connected(url: URL) -> Iterator[None]:
    """Say why there is no connection."""
    try:
        yield
    except StoreError:
        raise
    except sa.exc.DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise _of_sqlite(error.orig) from error
        text = _line(error.orig or error)
        if "no password supplied" in text:
            raise StoreError(
                f"The database {shown(url)} wants a password, and there is none: ~/.pgpass (0600), or ?passfile= of the address"
            ) from error
        if "FATAL" in text and not _PASSING.search(text):
            raise StoreError(f"The database {shown(url)} lets nobody in: {text}") from error
        raise StoreAwayError(f"The database {shown(url)} cannot be reached: {text}") from error


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300].rstrip(".")
