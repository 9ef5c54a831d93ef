"""Alembic's entry: the connection is klachtmail's own, and so is the transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
