"""The register: complaints, letters, what was seen, contents, journal, keys."""

import secrets
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    bind = op.get_bind()
    postgres = bind.dialect.name == "postgresql"
    key = sa.Text(collation="C") if postgres else sa.Text()
    moment = sa.DateTime(timezone=True) if postgres else sa.String(32)
    _make_records(key, moment)
    _make_the_rest(key, moment)
    if postgres:
        _tune()
    now = sa.text("CURRENT_TIMESTAMP") if postgres else sa.literal("1970-01-01T00:00:00.000000+00:00")
    fence = sa.table("fence", *map(sa.column, "only schema epoch generation holder host since moving".split()))
    bind.execute(
        sa.insert(fence).values(only=1, schema=1, epoch=0, generation=0, holder="", host="", since=now, moving=False)
    )
    keys = sa.table("signing_keys", sa.column("turn"), sa.column("key", sa.LargeBinary()))
    bind.execute(sa.insert(keys).values(turn=0, key=secrets.token_bytes(32)))


def _make_records(key: sa.Text, moment: sa.types.TypeEngine[Any]) -> None:
    op.create_table(
        "complaints",
        sa.Column("number", key, primary_key=True),
        sa.Column("series", key, nullable=False),
        sa.Column("counter", sa.Integer, nullable=False),
        sa.Column("status", key, nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.Column("archived", sa.Boolean, nullable=False),
        sa.Column("handler", key),
        sa.Column("received_at", moment, nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("answered_at", moment),
        sa.Column("touched_at", moment, nullable=False),
        sa.Column("ended_at", moment),
        sa.Column("erased_at", moment),
        sa.Column("entries", sa.Integer, nullable=False),
        sa.Column("doc", sa.JSON, nullable=False),
    )
    _index("complaints", "series", ["series", "counter"], unique=True)
    _index("complaints", "open", ["series", "counter"], "open")
    _index("complaints", "current", ["touched_at"], "NOT archived")
    _index("complaints", "past", ["touched_at", "number"], "archived")
    _index("complaints", "received", ["received_at"])
    _index("complaints", "ended", ["ended_at"])
    op.create_table(
        "complaint_keys",
        sa.Column("kind", key, primary_key=True),
        sa.Column("key", key, primary_key=True),
        sa.Column("number", key, primary_key=True),
    )
    _index("complaint_keys", "number", ["number"])
    op.create_table(
        "letters",
        sa.Column("id", key, primary_key=True),
        sa.Column("serial", sa.BigInteger, nullable=False),
        sa.Column("state", key, nullable=False),
        sa.Column("number", key),
        sa.Column("recipient", key, nullable=False),
        sa.Column("message_id", key),
        sa.Column("sha256", key),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("sent_at", moment),
        sa.Column("doc", sa.JSON, nullable=False),
    )
    _index("letters", "serial", ["serial"])
    _index("letters", "unsent", ["serial"], "state <> 'sent'")
    for name in ("message_id", "number", "recipient", "sha256"):
        _index("letters", name, [name])
    _index("letters", "created", ["created_at"])
    op.create_table(
        "seen",
        sa.Column("key", key, primary_key=True),
        sa.Column("at", moment, nullable=False),
        sa.Column("kind", key, nullable=False),
        sa.Column("number", key),
        sa.Column("sha256", key, nullable=False),
        sa.Column("archived", sa.Boolean, nullable=False),
        sa.Column("doc", sa.JSON, nullable=False),
    )
    _index("seen", "number", ["number"])
    _index("seen", "sha256", ["sha256"])
    _index("seen", "current", ["at"], "NOT archived")
    _index("seen", "loose", ["at"], "number IS NULL")
    op.create_table("places", sa.Column("place", key, primary_key=True), sa.Column("key", key, primary_key=True))
    _index("places", "key", ["key"])
    op.create_table("state", sa.Column("name", key, primary_key=True), sa.Column("value", sa.JSON, nullable=False))


def _make_the_rest(key: sa.Text, moment: sa.types.TypeEngine[Any]) -> None:
    op.create_table(
        "fence",
        sa.Column("only", sa.Integer, primary_key=True),
        sa.Column("schema", sa.Integer, nullable=False),
        sa.Column("epoch", sa.BigInteger, nullable=False),
        sa.Column("generation", sa.BigInteger, nullable=False),
        sa.Column("holder", key, nullable=False),
        sa.Column("host", key, nullable=False),
        sa.Column("since", moment, nullable=False),
        sa.Column("moving", sa.Boolean, nullable=False),
        sa.Column("moved_to", key),
    )
    op.create_table(
        "content",
        sa.Column("sha256", key, primary_key=True),
        sa.Column("kind", key, nullable=False),
        sa.Column("kept_at", moment, nullable=False),
        sa.Column("bytes", sa.LargeBinary),
    )
    _index("content", "kept", ["kept_at"])
    op.create_table(
        "journal",
        sa.Column("letter", key, primary_key=True),
        sa.Column("step", key, nullable=False),
        sa.Column("epoch", sa.BigInteger, nullable=False),
        sa.Column("at", moment, nullable=False),
    )
    op.create_table("in_hand", sa.Column("place", key, primary_key=True), sa.Column("turn", sa.Integer, nullable=False))
    op.create_table(
        "signing_keys",
        sa.Column("turn", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("key", sa.LargeBinary, nullable=False),
        sa.Column("replaced_at", moment),
    )
    op.create_table(
        "forgotten",
        sa.Column("salt", key, primary_key=True),
        sa.Column("digest", key, primary_key=True),
        sa.Column("at", moment, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
    )
    op.create_table(
        "machines",
        sa.Column("machine", key, primary_key=True),
        sa.Column("host", key, nullable=False),
        sa.Column("version", key, nullable=False),
        sa.Column("configuration", key, nullable=False),
        sa.Column("role", key, nullable=False),
        sa.Column("seen_at", moment, nullable=False),
        sa.Column("pulse", sa.JSON),
    )


def _index(table: str, name: str, columns: list[str], where: str | None = None, *, unique: bool = False) -> None:
    lite = {"open": "open = 1", "archived": "archived = 1", "NOT archived": "archived = 0"}.get(where or "", where)
    op.create_index(
        f"{table}_{name}", table, columns, unique=unique, postgresql_where=_text(where), sqlite_where=_text(lite)
    )


def _text(where: str | None) -> sa.TextClause | None:
    return sa.text(where) if where else None


def _tune() -> None:
    """Small tables that change all the time keep room for it, and large values are not packed twice."""
    op.execute(
        "ALTER TABLE fence SET (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500)"
    )
    for name in ("journal", "in_hand", "state"):
        op.execute(f"ALTER TABLE {name} SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500)")
    op.execute("ALTER TABLE content ALTER COLUMN bytes SET STORAGE EXTERNAL")
    for name in ("complaints", "letters", "seen"):
        op.execute(
            "DO $$ BEGIN "
            f"ALTER TABLE {name} ALTER COLUMN doc SET COMPRESSION lz4; "
            "EXCEPTION WHEN feature_not_supported THEN NULL; END $$"
        )
