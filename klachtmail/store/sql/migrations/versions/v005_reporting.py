"""Columns of what came since in the views for reporting tools, and a view of the clocks of privacy law."""

from alembic import op

from klachtmail.store.sql.reporting import statements

revision = "005"
down_revision = "004"


def upgrade() -> None:
    """Replace the views; who may read them still may."""
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        schema = bind.exec_driver_sql("SELECT current_schema()").scalar_one()
        for statement in statements(str(schema)):
            bind.exec_driver_sql(statement)
