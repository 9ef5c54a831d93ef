"""What is wrong with rows themselves: a document that is no record, columns that say something else, bytes of another hash."""

from collections.abc import Iterator
from typing import Any, Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from pydantic import ValidationError

from klachtmail.domain.record import of_json
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.state import Seen
from klachtmail.store.sql import facts, schema
from klachtmail.store.sql.link import Link
from klachtmail.store.sql.remembered_table import PAGE, Columns
from klachtmail.store.sql.tables import complaint_row, keys_of, letter_row, places_of, seen_row

_TABLES: Final[tuple[tuple[sa.Table, type[Any], Columns], ...]] = (
    (schema.complaints, Complaint, complaint_row),
    (schema.letters, Letter, letter_row),
    (schema.seen, Seen, seen_row),
)
_NOT_IN_THE_RECORD: Final = frozenset({"archived", "doc"})


def damage(link: Link) -> list[str]:
    """Return what is wrong, one sentence each."""
    return [trouble for table, kind, columns in _TABLES for trouble in _of_table(link, table, kind, columns)]


def _of_table(link: Link, table: sa.Table, kind: type[Any], columns: Columns) -> Iterator[str]:
    (name,) = table.primary_key
    last = ""
    while rows := link.rows(sa.select(table).where(name > last).order_by(name).limit(PAGE), long=True):
        names = [row._mapping[name.name] for row in rows]  # noqa: SLF001 - SQLAlchemy's public name
        found, counted = _found_by(link, table, names), _counted_by(link, table, names)
        for row in rows:
            key = row._mapping[name.name]  # noqa: SLF001
            trouble = _of_row(dict(row._mapping), kind, columns, found.get(key, set()))  # noqa: SLF001
            trouble = trouble or _of_facts(row, counted)
            if trouble:
                yield f"{table.name} {key}: {trouble}"
        last = rows[-1]._mapping[name.name]  # noqa: SLF001


def _found_by(link: Link, table: sa.Table, names: list[str]) -> dict[str, set[Any]]:
    """Return under which keys these rows are found."""
    found: dict[str, set[Any]] = {}
    if table is schema.complaints:
        index = schema.complaint_keys
        for row in link.rows(sa.select(index).where(link.dialect.among(index.c.number, names))):
            found.setdefault(row.number, set()).add((row.kind, row.key))
    if table is schema.seen:
        index = schema.places
        for row in link.rows(sa.select(index).where(link.dialect.among(index.c.key, names))):
            found.setdefault(row.key, set()).add(row.place)
    return found


def _counted_by(link: Link, table: sa.Table, names: list[str]) -> dict[str, Any] | None:
    """Return the facts of these complaints, with the zone that they are of; None for another table."""
    if table is not schema.complaints:
        return None
    rows = link.rows(sa.select(schema.facts).where(link.dialect.among(schema.facts.c.number, names)))
    return {"": ZoneInfo(facts.zone_name(link)), **{row.number: dict(row._mapping) for row in rows}}  # noqa: SLF001


def _of_facts(row: Any, counted: dict[str, Any] | None) -> str:
    if counted is None:
        return ""
    expected = facts.row(of_json(Complaint, row.doc), counted[""])
    return "" if counted.get(row.number) == expected else "its facts, which reports count, are not what the record says"


def _of_row(row: dict[str, Any], kind: type[Any], columns: Columns, found: set[Any]) -> str:
    try:
        record = of_json(kind, row["doc"])
    except (ValidationError, TypeError, ValueError) as error:
        return f"what is kept is no record ({type(error).__name__})"
    expected = columns(record, row["doc"])
    for name, value in expected.items():
        if name not in _NOT_IN_THE_RECORD and row[name] != value:
            return f"its column {name} is not what the record says"
    if isinstance(record, Complaint) and keys_of(row["doc"]) != found:
        return "it is not found under the addresses and msg-ids of the record"
    if isinstance(record, Seen) and places_of(record) != found:
        return "it is not found under the places of the record"
    return ""
