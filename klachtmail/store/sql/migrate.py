"""The tables are made and brought up to date by klachtmail itself, in one transaction; Alembic knows the steps."""

from pathlib import Path
from typing import Final

import sqlalchemy as sa

from klachtmail import with_extra
from klachtmail.store.errors import StoreBusyError, StoreError
from klachtmail.store.sql import derived
from klachtmail.store.sql.link import Link
from klachtmail.store.sql.schema import VERSION, fence

_MIGRATIONS: Final = Path(__file__).parent / "migrations"


def prepare(link: Link) -> None:
    """Make the schema and its tables at the first start, or bring them up to date."""
    if found_version(link) == VERSION:
        return
    with link.long(), link.transaction():
        link.dialect.alone(link)  # two machines that start at once
        version = found_version(link)
        if version is not None and version > VERSION:
            raise StoreError(
                f"The register was changed by a newer klachtmail (tables {version}, this one knows {VERSION}); upgrade"
            )
        if version is not None and version < VERSION and not link.dialect.nobody_leads(link):
            raise StoreBusyError(
                "The tables are of an older klachtmail that still runs; stop it on every machine first"
            )
        if version != VERSION:
            upgrade(link)


def found_version(link: Link) -> int | None:
    """Return the version of the tables, None when there are none."""
    if not link.dialect.has_tables(link):
        return None
    row = link.first(sa.select(fence.c.schema))
    return int(row[0]) if row else None


def upgrade(link: Link) -> None:
    """Take every step that was not taken, in the transaction that is open."""
    try:
        from alembic import command
        from alembic.config import Config
    except ImportError as error:
        raise StoreError(f"A database needs more: {with_extra('postgresql')} (or [sqlite])") from error
    config = Config(attributes={"connection": link.connection, "dialect": link.dialect})
    config.set_main_option("script_location", str(_MIGRATIONS))
    link.dialect.make_schema(link)
    command.upgrade(config, "head")
    derived.fill(link)
    link.run(sa.update(fence).values(schema=VERSION))
