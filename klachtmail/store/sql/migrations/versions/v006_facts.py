"""The facts that reports count, in a narrow row beside each complaint, and an index for the newest."""

import sqlalchemy as sa
from alembic import op

revision = "006"
down_revision = "005"
_ZONE = "Europe/Amsterdam"


def upgrade() -> None:
    """Make the table; whoever upgrades enters what is on record (`derived.fill`)."""
    key = sa.Text(collation="C") if op.get_bind().dialect.name == "postgresql" else sa.Text()
    op.add_column("fence", sa.Column("zone", key, nullable=False, server_default=_ZONE))
    op.create_table(
        "facts",
        sa.Column("number", key, primary_key=True),
        *(sa.Column(name, key, nullable=False) for name in ("month", "closed", "tags", "to_do")),
        *(sa.Column(name, sa.Date) for name in ("first_due", "waits_until")),
        sa.Column("received_on", sa.Date, nullable=False),
        *(sa.Column(name, sa.Date) for name in ("acknowledged_on", "contacted_on")),
        *(sa.Column(name, sa.Integer) for name in ("to_acknowledgement", "to_contact", "to_outcome")),
        *(sa.Column(name, key) for name in ("handler", "product", "aspect", "class_cause", "cause")),
        *(sa.Column(name, sa.Double, nullable=False) for name in ("paid", "promised")),
        sa.Column("who", sa.BigInteger),
        sa.Column("names", key, nullable=False),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in ("unfinished", "told_of")),
    )
    op.create_index("facts_month", "facts", ["month", "number"])
    op.create_index("facts_closed", "facts", ["closed"])
    _index("facts_unfinished", ["number"], "unfinished", "unfinished = 1")
    _index("facts_told_of", ["month", "number"], "told_of", "told_of = 1")
    _index("facts_waits", ["waits_until", "number"], "waits_until IS NOT NULL", "waits_until IS NOT NULL")
    op.drop_index("complaints_ended", "complaints")
    _index("complaints_ended", ["ended_at", "number"], "erased_at IS NULL", "erased_at IS NULL", "complaints")
    after = "touched_at > erased_at"
    _index("complaints_after", ["touched_at", "number"], after, after, "complaints")
    op.drop_index("complaints_received", "complaints")
    op.create_index("complaints_received", "complaints", ["received_at", "number"])


def _index(name: str, columns: list[str], where: str, lite: str, table: str = "facts") -> None:
    op.create_index(name, table, columns, postgresql_where=sa.text(where), sqlite_where=sa.text(lite))
