"""Full text where the database has it, and an index by due date."""

import sqlalchemy as sa
from alembic import op

from klachtmail.store.sql import full_text

revision = "003"
down_revision = "002"


def upgrade() -> None:
    """Make them; whoever upgrades enters what is on record (`full_text.fill`)."""
    op.create_index(
        "complaints_due",
        "complaints",
        ["due_on", "number"],
        postgresql_where=sa.text("open"),
        sqlite_where=sa.text("open = 1"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(full_text.TABLE)
        op.execute(full_text.INDEX)
