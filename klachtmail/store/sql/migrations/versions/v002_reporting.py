"""Views for reporting tools, in a schema of their own."""

from alembic import op

from klachtmail.store.sql.reporting import statements

revision = "002"
down_revision = "001"


def upgrade() -> None:
    """Make the views, where there are schemas."""
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        schema = bind.exec_driver_sql("SELECT current_schema()").scalar_one()
        for statement in statements(str(schema)):
            bind.exec_driver_sql(statement)
