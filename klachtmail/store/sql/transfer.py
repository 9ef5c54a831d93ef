"""A database read as a whole, and filled."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, Final

import sqlalchemy as sa

from klachtmail.domain.privacy.forgotten import Mark
from klachtmail.domain.record import of_json
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.state import Seen, State
from klachtmail.store.indexed_table import raw
from klachtmail.store.sql import facts, full_text, keys, schema
from klachtmail.store.sql.link import Link
from klachtmail.store.sql.remembered_table import PAGE, RememberedTable, safe_key
from klachtmail.store.sql.tables import SqlTables, keys_of, places_of
from klachtmail.store.transfer import Item

_BYTES: Final = 8 << 20  # of contents in one statement
_EMPTIED: Final = (
    *(schema.complaints, schema.complaint_keys, schema.facts, schema.letters, schema.seen, schema.places, schema.state),
    *(schema.content, schema.journal, schema.in_hand, schema.signing_keys, schema.forgotten),
)


def dump(link: Link, tables: SqlTables) -> Iterator[Item]:
    """Yield everything, a page at a time."""
    series = schema.complaints.c.series
    yield from _documents(tables.complaints, "complaints", series, schema.complaints.c.counter)
    yield from _documents(tables.letters, "letters", schema.letters.c.serial, schema.letters.c.id)
    yield from _documents(tables.seen, "seen", schema.seen.c.at, schema.seen.c.key)
    yield Item("state", "state", raw(tables.state))
    listed = [[key.hex(), at.astimezone(dt.UTC).isoformat() if at else None] for key, at in keys.read_keys(link)]
    yield Item("keys", "keys", listed)
    for mark in keys.read_forgotten(link).marks:
        yield Item("forgotten", mark.digest, [mark.salt, mark.digest, mark.at.astimezone(dt.UTC).isoformat()])
    yield from _contents(link)


def _documents(shelf: RememberedTable[Any], table: Any, *order: sa.ColumnElement[Any]) -> Iterator[Item]:
    names = {"complaints": "number", "letters": "id", "seen": "key"}
    for record, archived in shelf.pages_with_place(None, *order):
        yield Item(table, getattr(record, names[table]), raw(record), archived)


def _contents(link: Link) -> Iterator[Item]:
    table, last = schema.content, ""
    while rows := link.rows(
        sa.select(table).where(table.c.sha256 > last).order_by(table.c.sha256).limit(20), long=True
    ):
        for row in rows:
            content = None if row.bytes is None else bytes(row.bytes)
            yield Item("content", row.sha256, {"kind": row.kind, "at": row.kept_at.isoformat()}, content=content)
        last = rows[-1].sha256


def fill(link: Link, tables: SqlTables, items: Iterable[Item], restored_at: dt.datetime | None) -> None:
    """Empty the tables and take these, a chunk in each transaction; the fence says so until it is done."""
    erased = {row[0] for row in link.rows(sa.select(schema.content.c.sha256).where(schema.content.c.bytes.is_(None)))}
    marks = keys.read_forgotten(link).marks if restored_at else ()
    signing = keys.read_keys(link)
    with link.long():
        with link.transaction():
            link.run(sa.update(schema.fence).values(moving=True))
            for table in _EMPTIED:
                link.run(sa.delete(table), long=True)
            full_text.clear(link)
        for table, same in groupby(items, key=lambda item: item.table):
            for chunk in _chunks(same):
                with link.transaction():
                    _TAKE[table](link, tables, chunk)
        with link.transaction():
            _finish(link, tables, restored_at, erased if restored_at else set(), marks, signing)
    tables.forget()


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += len(item.content or b"")
        if len(chunk) == PAGE or size > _BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _finish(
    link: Link,
    tables: SqlTables,
    restored_at: dt.datetime | None,
    erased: set[str],
    marks: Iterable[Mark],
    signing: keys.Kept,
) -> None:
    if not keys.read_keys(link):
        keys.put_keys(link, signing or keys.first_key())
    if erased:
        link.run(
            sa.update(schema.content).where(link.dialect.among(schema.content.c.sha256, erased)).values(bytes=None)
        )
    if marks:
        keys.put_forgotten(link, keys.read_forgotten(link).with_all(marks).marks)
    if restored_at is not None:
        upsert = link.dialect.upsert(schema.state)
        link.run(upsert, {"name": "restored_at", "value": restored_at.isoformat()})
    link.run(sa.update(schema.fence).values(moving=False, moved_to=None, generation=schema.fence.c.generation + 1))
    tables.forget()


def _take_complaints(link: Link, tables: SqlTables, chunk: list[Item]) -> None:
    _put(link, tables.complaints, chunk)
    complaints = [of_json(Complaint, item.value) for item in chunk]
    full_text.put(link, complaints)
    facts.put(link, complaints, tables.zone)
    rows = [
        {"kind": kind, "key": key, "number": item.key} for item in chunk for kind, key in sorted(keys_of(item.value))
    ]
    if rows:
        link.run(sa.insert(schema.complaint_keys), rows)


def _take_letters(link: Link, tables: SqlTables, chunk: list[Item]) -> None:
    _put(link, tables.letters, chunk)


def _take_seen(link: Link, tables: SqlTables, chunk: list[Item]) -> None:
    _put(link, tables.seen, chunk)
    rows = [
        {"place": place, "key": safe_key(item.key)}
        for item in chunk
        for place in sorted(places_of(of_json(Seen, item.value)))
    ]
    if rows:
        link.run(sa.insert(schema.places), rows)


def _put(link: Link, shelf: RememberedTable[Any], chunk: list[Item]) -> None:
    link.run(sa.insert(shelf.table), [{**shelf.row(item.value), **_place(shelf, item)} for item in chunk])


def _place(shelf: RememberedTable[Any], item: Item) -> dict[str, bool]:
    return {"archived": item.archived} if "archived" in shelf.table.c else {}


def _take_state(link: Link, _tables: SqlTables, chunk: list[Item]) -> None:
    for item in chunk:
        of_json(State, item.value)
        rows = [{"name": name, "value": value} for name, value in item.value.items()]
        if rows:
            link.run(sa.insert(schema.state), rows)


def _take_keys(link: Link, _tables: SqlTables, chunk: list[Item]) -> None:
    for item in chunk:
        read = [(bytes.fromhex(key), dt.datetime.fromisoformat(at) if at else None) for key, at in item.value]
        keys.put_keys(link, read)


def _take_forgotten(link: Link, _tables: SqlTables, chunk: list[Item]) -> None:
    marks = [Mark(salt, digest, dt.datetime.fromisoformat(at)) for salt, digest, at in (item.value for item in chunk)]
    keys.put_forgotten(link, keys.read_forgotten(link).with_all(marks).marks)


def _take_contents(link: Link, _tables: SqlTables, chunk: list[Item]) -> None:
    rows = [
        {
            "sha256": item.key,
            "kind": item.value["kind"],
            "kept_at": dt.datetime.fromisoformat(item.value["at"]),
            "bytes": item.content,
        }
        for item in chunk
    ]
    link.run(link.dialect.upsert(schema.content), rows, long=True)


_TAKE: Final[dict[str, Callable[[Link, SqlTables, list[Item]], None]]] = {
    "complaints": _take_complaints,
    "letters": _take_letters,
    "seen": _take_seen,
    "state": _take_state,
    "keys": _take_keys,
    "forgotten": _take_forgotten,
    "content": _take_contents,
}
