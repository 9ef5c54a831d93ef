"""The versions of the register's layout, and how an older one becomes the current one."""

from collections.abc import Callable, Mapping
from typing import Any

from klachtmail.store.errors import StoreError
from klachtmail.store.short_texts import with_short_texts

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
Migration = Callable[[Tables], Tables]

SCHEMA = 3


def _with_a_tally(tables: Tables) -> Tables:
    """Schema 2 counts what the register holds and numbers its letters: begin with what is there."""
    letters = sorted(tables.get("letters", {}).items(), key=lambda row: row[1]["created_at"])
    entries = sum(len(row.get("history", ())) for row in tables.get("complaints", {}).values())
    tally = {"laid": len(letters), "entries": entries, "seen": len(tables.get("seen", {}))}
    kept = {"name": "state", "state": {}, **tables.get("state", {}).get("1", {})}
    numbered = {key: {**row, "serial": serial} for serial, (key, row) in enumerate(letters, 1)}
    return {**tables, "letters": numbered, "state": {"1": {**kept, "state": {**kept["state"], "tally": tally}}}}


MIGRATIONS: Mapping[int, Migration] = {
    1: _with_a_tally,
    2: with_short_texts,
}  # version -> the step that makes the next version of it


def migrated(
    tables: Tables, schema: int, *, steps: Mapping[int, Migration] = MIGRATIONS, current: int = SCHEMA
) -> Tables:
    """Return the tables in the current layout; StoreError when they were written by a newer klachtmail."""
    if schema > current:
        raise StoreError(
            f"The register was written by a newer klachtmail (schema {schema}, this one knows {current}); upgrade"
        )
    for version in range(schema, current):
        tables = steps[version](tables)
    return tables
