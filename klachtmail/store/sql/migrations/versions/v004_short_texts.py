"""The texts of messages are cut at 20 kB: the whole stands in the message itself."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from klachtmail.domain.records.abridged import KEPT_BYTES
from klachtmail.store.short_texts import counted, entries_added, shortened

revision = "004"
down_revision = "003"
_PAGE = 100

complaints = sa.table(
    "complaints",
    sa.column("number", sa.Text),
    sa.column("archived", sa.Boolean),
    sa.column("entries", sa.Integer),
    sa.column("doc", sa.JSON(none_as_null=True)),
)
state = sa.table("state", sa.column("name", sa.Text), sa.column("value", sa.JSON(none_as_null=True)))
fence = sa.table("fence", sa.column("generation", sa.BigInteger))


def upgrade() -> None:
    """Cut them, a page at a time, and count the entries that say so."""
    bind, last, added = op.get_bind(), "", 0
    is_long = sa.func.length(sa.cast(complaints.c.doc, sa.Text)) > KEPT_BYTES
    asked = sa.select(complaints).where(is_long).order_by(complaints.c.number).limit(_PAGE)
    while rows := bind.execute(asked.where(complaints.c.number > last)).all():
        added += sum(_cut(bind, row) for row in rows)
        last = rows[-1].number
    if added:
        tally = bind.execute(sa.select(state.c.value).where(state.c.name == "tally")).scalar()
        bind.execute(sa.update(state).where(state.c.name == "tally").values(value=counted(tally or {}, added)))
    bind.execute(sa.update(fence).values(generation=fence.c.generation + 1))


def _cut(bind: sa.Connection, row: Any) -> int:
    """Cut one; return how many entries outside the archive it has more."""
    document = shortened(row.doc)
    if document is row.doc:
        return 0
    added = entries_added(row.doc, document)
    values = {"doc": document, "entries": row.entries + added}
    bind.execute(sa.update(complaints).where(complaints.c.number == row.number).values(values))
    return 0 if row.archived else added
