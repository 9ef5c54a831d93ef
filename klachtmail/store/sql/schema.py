"""The tables, as the newest migration leaves them (a test compares the two)."""

import datetime as dt
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

VERSION: Final = 6  # of the tables: the number of migrations
_WIDTH: Final = "%Y-%m-%dT%H:%M:%S.%f+00:00"


class Moment(sa.types.TypeDecorator[dt.datetime]):
    """An aware time: timestamptz, and in SQLite text of one width in UTC, so that it sorts."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> sa.types.TypeEngine[Any]:
        """Choose the type of this database."""
        return dialect.type_descriptor(sa.String(32) if dialect.name == "sqlite" else sa.DateTime(timezone=True))

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> Any:
        """Write it down."""
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(dt.UTC).strftime(_WIDTH)

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Read it."""
        return dt.datetime.fromisoformat(value) if isinstance(value, str) else value


# A collation of the operating system changes with its next version, and every index on text with it: bytes do not.
Key = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
# Not jsonb: it rewrites numbers and refuses NUL, and what is read back must be what was sealed.
Doc = sa.JSON(none_as_null=True)
Bytes = sa.LargeBinary()

tables = sa.MetaData()

fence = sa.Table(
    "fence",
    tables,
    sa.Column("only", sa.Integer, primary_key=True),
    sa.Column("schema", sa.Integer, nullable=False),
    sa.Column("epoch", sa.BigInteger, nullable=False),
    sa.Column("generation", sa.BigInteger, nullable=False),
    sa.Column("holder", Key, nullable=False),
    sa.Column("host", Key, nullable=False),
    sa.Column("since", Moment, nullable=False),
    sa.Column("moving", sa.Boolean, nullable=False),
    sa.Column("moved_to", Key),
    sa.Column("zone", Key, nullable=False),  # of the facts
)
state = sa.Table("state", tables, sa.Column("name", Key, primary_key=True), sa.Column("value", Doc, nullable=False))

complaints = sa.Table(
    "complaints",
    tables,
    sa.Column("number", Key, primary_key=True),
    sa.Column("series", Key, nullable=False),
    sa.Column("counter", sa.Integer, nullable=False),
    sa.Column("status", Key, nullable=False),
    sa.Column("open", sa.Boolean, nullable=False),
    sa.Column("archived", sa.Boolean, nullable=False),
    sa.Column("handler", Key),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("due_on", sa.Date, nullable=False),
    sa.Column("answered_at", Moment),
    sa.Column("touched_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
    sa.Column("erased_at", Moment),
    sa.Column("entries", sa.Integer, nullable=False),
    sa.Column("doc", Doc, nullable=False),
)


def _where(postgresql: str, sqlite: str = "") -> dict[str, Any]:
    """Return the condition of a partial index, as each compiles that of a query: spelled otherwise it is not used."""
    return {"postgresql_where": sa.text(postgresql), "sqlite_where": sa.text(sqlite or postgresql)}


_is_open = _where("open", "open = 1")
_is_past = _where("archived", "archived = 1")
_is_current = _where("NOT archived", "archived = 0")
_is_kept = _where("erased_at IS NULL")
_is_after = _where("touched_at > erased_at")
sa.Index("complaints_series", complaints.c.series, complaints.c.counter, unique=True)
sa.Index("complaints_open", complaints.c.series, complaints.c.counter, **_is_open)
sa.Index("complaints_due", complaints.c.due_on, complaints.c.number, **_is_open)
sa.Index("complaints_current", complaints.c.touched_at, **_is_current)
sa.Index("complaints_past", complaints.c.touched_at, complaints.c.number, **_is_past)
sa.Index("complaints_received", complaints.c.received_at, complaints.c.number)
sa.Index("complaints_ended", complaints.c.ended_at, complaints.c.number, **_is_kept)
sa.Index("complaints_after", complaints.c.touched_at, complaints.c.number, **_is_after)

facts = sa.Table(
    "facts",
    tables,
    sa.Column("number", Key, primary_key=True),
    sa.Column("month", Key, nullable=False),
    sa.Column("closed", Key, nullable=False),
    sa.Column("tags", Key, nullable=False),
    sa.Column("to_do", Key, nullable=False),
    sa.Column("first_due", sa.Date),
    sa.Column("waits_until", sa.Date),
    sa.Column("received_on", sa.Date, nullable=False),
    sa.Column("acknowledged_on", sa.Date),
    sa.Column("contacted_on", sa.Date),
    sa.Column("to_acknowledgement", sa.Integer),
    sa.Column("to_contact", sa.Integer),
    sa.Column("to_outcome", sa.Integer),
    sa.Column("handler", Key),
    sa.Column("product", Key),
    sa.Column("aspect", Key),
    sa.Column("class_cause", Key),
    sa.Column("cause", Key),
    sa.Column("paid", sa.Double, nullable=False),
    sa.Column("promised", sa.Double, nullable=False),
    sa.Column("who", sa.BigInteger),
    sa.Column("names", Key, nullable=False),
    sa.Column("unfinished", sa.Boolean, nullable=False),
    sa.Column("told_of", sa.Boolean, nullable=False),
)
_is_unfinished = _where("unfinished", "unfinished = 1")
_is_told_of = _where("told_of", "told_of = 1")
_waits = _where("waits_until IS NOT NULL")
sa.Index("facts_month", facts.c.month, facts.c.number)
sa.Index("facts_closed", facts.c.closed)
sa.Index("facts_unfinished", facts.c.number, **_is_unfinished)
sa.Index("facts_told_of", facts.c.month, facts.c.number, **_is_told_of)
sa.Index("facts_waits", facts.c.waits_until, facts.c.number, **_waits)

complaint_keys = sa.Table(
    "complaint_keys",
    tables,
    sa.Column("kind", Key, primary_key=True),
    sa.Column("key", Key, primary_key=True),
    sa.Column("number", Key, primary_key=True),
)
sa.Index("complaint_keys_number", complaint_keys.c.number)

letters = sa.Table(
    "letters",
    tables,
    sa.Column("id", Key, primary_key=True),
    sa.Column("serial", sa.BigInteger, nullable=False),
    sa.Column("state", Key, nullable=False),
    sa.Column("number", Key),
    sa.Column("recipient", Key, nullable=False),
    sa.Column("message_id", Key),
    sa.Column("sha256", Key),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("sent_at", Moment),
    sa.Column("doc", Doc, nullable=False),
)
_is_unsent = _where("state <> 'sent'")
sa.Index("letters_serial", letters.c.serial)
sa.Index("letters_unsent", letters.c.serial, **_is_unsent)
sa.Index("letters_message_id", letters.c.message_id)
sa.Index("letters_created", letters.c.created_at)
sa.Index("letters_number", letters.c.number)
sa.Index("letters_recipient", letters.c.recipient)
sa.Index("letters_sha256", letters.c.sha256)

seen = sa.Table(
    "seen",
    tables,
    sa.Column("key", Key, primary_key=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("kind", Key, nullable=False),
    sa.Column("number", Key),
    sa.Column("sha256", Key, nullable=False),
    sa.Column("archived", sa.Boolean, nullable=False),
    sa.Column("doc", Doc, nullable=False),
)
sa.Index("seen_number", seen.c.number)
sa.Index("seen_sha256", seen.c.sha256)
sa.Index("seen_current", seen.c.at, **_is_current)
_is_loose = _where("number IS NULL")
sa.Index("seen_loose", seen.c.at, **_is_loose)

places = sa.Table("places", tables, sa.Column("place", Key, primary_key=True), sa.Column("key", Key, primary_key=True))
sa.Index("places_key", places.c.key)

content = sa.Table(
    "content",
    tables,
    sa.Column("sha256", Key, primary_key=True),
    sa.Column("kind", Key, nullable=False),  # mail, or letter
    sa.Column("kept_at", Moment, nullable=False),
    sa.Column("bytes", Bytes),  # none: erased, and this is the mark that remains
)
sa.Index("content_kept", content.c.kept_at)

journal = sa.Table(
    "journal",
    tables,
    sa.Column("letter", Key, primary_key=True),
    sa.Column("step", Key, nullable=False),
    sa.Column("epoch", sa.BigInteger, nullable=False),
    sa.Column("at", Moment, nullable=False),
)
in_hand = sa.Table(
    "in_hand", tables, sa.Column("place", Key, primary_key=True), sa.Column("turn", sa.Integer, nullable=False)
)
signing_keys = sa.Table(
    "signing_keys",
    tables,
    sa.Column("turn", sa.Integer, primary_key=True),
    sa.Column("key", Bytes, nullable=False),
    sa.Column("replaced_at", Moment),
)
forgotten = sa.Table(
    "forgotten",
    tables,
    sa.Column("salt", Key, primary_key=True),
    sa.Column("digest", Key, primary_key=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("turn", sa.Integer, nullable=False),
)
machines = sa.Table(
    "machines",
    tables,
    sa.Column("machine", Key, primary_key=True),
    sa.Column("host", Key, nullable=False),
    sa.Column("version", Key, nullable=False),
    sa.Column("configuration", Key, nullable=False),
    sa.Column("role", Key, nullable=False),
    sa.Column("seen_at", Moment, nullable=False),
    sa.Column("pulse", Doc),
)
