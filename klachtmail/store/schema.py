"""The versions of the register's layout, and how an older one becomes the current one."""

from collections.abc import Callable, Mapping
from typing import Any

from klachtmail.store.port import StoreError

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
Migration = Callable[[Tables], Tables]

SCHEMA = 1
MIGRATIONS: Mapping[int, Migration] = {}  # version -> the step that makes the next version of it


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
