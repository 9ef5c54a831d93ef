"""One store of each kind, for the tests of what they have in common."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from klachtmail.store.memory import MemoryStore
from klachtmail.store.tiny import TinyStore
from tests.servers.postgres import Postgres

KINDS = ("tiny", "memory", "sqlite", "postgresql")


def make_store(kind: str, folder: Path, postgres: Callable[[], Postgres]):
    """Return a new, empty store; the first one on PostgreSQL starts it."""
    if kind == "memory":
        return MemoryStore()
    if kind == "tiny":
        return TinyStore(folder / "data")
    from klachtmail.store.sql import open_sql

    if kind == "sqlite":
        return open_sql(f"sqlite:///{folder}/register.db", wait=5.0)
    return open_sql(postgres().address("postgres"), postgres().schema(), wait=5.0)


@contextlib.contextmanager
def tampering(store) -> Iterator[None]:
    """Change rows behind the back of the commits, as somebody with an editor or with psql does."""
    if isinstance(store, TinyStore):
        with store._storage.transaction():
            yield
    elif isinstance(store, MemoryStore):
        yield
    else:
        store.tables.forget()
        with store.link.transaction():
            yield
        store.tables.forget()


def tamper(store, table: str, puts=None, drops=()) -> None:
    """Put these raw rows into a table of the register, and take those out."""
    if isinstance(store, TinyStore | MemoryStore):
        with tampering(store):
            follow = getattr(store._tables, table).stage(puts or {}, set(drops))
        follow()
        return
    from klachtmail.domain.record import of_json

    shelf = getattr(store.tables, table)
    with tampering(store):
        shelf.drop(set(drops))
        shelf.put({name: of_json(shelf._kind, document) for name, document in (puts or {}).items()})
