"""One table of records: asked in batches, and remembered until somebody else commits."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Generic, TypeVar, cast

import sqlalchemy as sa

from klachtmail.domain.record import of_json
from klachtmail.store.indexed_table import raw
from klachtmail.store.schema import Document
from klachtmail.store.sql.link import Link

REMEMBERED: Final = 4000  # documents; a complaint takes ten thousand bytes
PAGE: Final = 500  # rows in one answer, where all are asked for
_LONGEST: Final = 500  # bytes of a key: an entry of an index has 2,700 at most

R = TypeVar("R")
Columns = Callable[[Any, Document], dict[str, Any]]


def safe_key(text: str) -> str:
    """Return what stands in an index for this text; a hash for one that is too long or that the database refuses."""
    written = text.encode("utf-8", "surrogatepass")
    if len(written) <= _LONGEST and "\0" not in text and text.isprintable():
        return text
    return f"sha256:{hashlib.sha256(written).hexdigest()}"


class RememberedTable(Generic[R]):
    """Records of one kind. What was read, also that something is not there, is remembered until `forget`."""

    def __init__(self, link: Link, table: sa.Table, kind: type[R], columns: Columns) -> None:
        self._link = link
        self.table = table
        self._name = next(iter(table.primary_key))
        self._kind = kind
        self._columns = columns
        self._upsert = link.dialect.upsert(table)
        self.forget()

    def forget(self) -> None:
        """Believe nothing that was read."""
        self._known: dict[str, tuple[Document | R, bool] | None] = {}

    # ── to read ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def expect(self, names: Iterable[str]) -> None:
        """Read these with one question, also to know which are not there."""
        unknown = [name for name in dict.fromkeys(names) if name not in self._known]
        if not unknown:
            return
        if len(self._known) + len(unknown) > REMEMBERED:
            self.forget()
        asked = {safe_key(name): name for name in unknown}
        rows = self._link.rows(self._select().where(self._link.dialect.among(self._name, asked)))
        # Only now: a question that failed says of nothing that it is not there.
        self._known.update(dict.fromkeys(unknown))
        self._known.update({asked[row[0]]: (row[1], bool(row[2])) for row in rows})

    def _select(self) -> sa.Select[Any]:
        archived = self.table.c.archived if "archived" in self.table.c else sa.false()
        return sa.select(self._name, self.table.c.doc, archived)

    def _get(self, name: str) -> tuple[R, bool] | None:
        if name not in self._known:
            self.expect([name])
        found = self._known.get(name)
        if found is None:
            return None
        document, archived = found
        if isinstance(document, self._kind):
            return document, archived
        record = of_json(self._kind, cast("Document", document))
        self._known[name] = record, archived
        return record, archived

    def anywhere(self, name: str) -> R | None:
        """Return a record, also an archived one, or None."""
        found = self._get(name)
        return found[0] if found else None

    def get(self, name: str) -> R | None:
        """Return a record outside the archive, or None."""
        found = self._get(name)
        return found[0] if found and not found[1] else None

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str):
            return False
        self.expect([name])
        found = self._known.get(name)
        return found is not None and not found[1]

    def find(self, index: str, key: str) -> tuple[str, ...]:
        """Return the names of the records under this key of an index; there are none here but those of `keys`."""
        raise NotImplementedError

    def each(self, names: Sequence[str]) -> Iterator[R]:
        """Yield these, in this order, a page at a time; archived ones too."""
        for start in range(0, len(names), PAGE):
            page = names[start : start + PAGE]
            self.expect(page)
            yield from (found for name in page if (found := self.anywhere(name)) is not None)

    def pages(self, where: sa.ColumnElement[bool] | None, *order: sa.ColumnElement[Any]) -> Iterator[R]:
        """Yield all records with this condition in the order of these columns (unique together), a page at a time."""
        return (record for record, _ in self.pages_with_place(where, *order))

    def pages_with_place(
        self, where: sa.ColumnElement[bool] | None, *order: sa.ColumnElement[Any]
    ) -> Iterator[tuple[R, bool]]:
        """Yield the same, each with whether it is archived."""
        last: tuple[Any, ...] | None = None
        while True:
            asked = self._select().add_columns(*order).order_by(*order).limit(PAGE)
            if where is not None:
                asked = asked.where(where)
            if last is not None:
                asked = asked.where(
                    sa.tuple_(*order) > sa.tuple_(*(sa.literal(v, c.type) for v, c in zip(last, order, strict=True)))
                )
            rows = self._link.rows(asked)
            for row in rows:
                known = self._known.get(row[0])
                record = known[0] if known and isinstance(known[0], self._kind) else of_json(self._kind, row[1])
                yield record, bool(row[2])
            if len(rows) < PAGE:
                return
            last = tuple(rows[-1][3:])

    def row(self, document: Document) -> dict[str, Any]:
        """Return the columns for a document that another store wrote."""
        return self._columns(of_json(self._kind, document), document)

    # ── to write ────────────────────────────────────────────────────────────────────────────────────────────────────

    def put(self, records: Mapping[str, R]) -> Callable[[], None]:
        """Write these; return the step after which they count as read."""
        documents = {name: raw(record) for name, record in records.items()}
        if documents:
            self._link.run(
                self._upsert, [self._columns(records[name], document) for name, document in documents.items()]
            )

        def follow() -> None:
            self._known.update({name: (document, False) for name, document in documents.items()})

        return follow

    def drop(self, names: Collection[str]) -> Callable[[], None]:
        """Delete these; return the step after which that counts."""
        if names:
            self._link.run(sa.delete(self.table).where(self._link.dialect.among(self._name, sorted(names))))
        return lambda: self._known.update(dict.fromkeys(names))

    def archive(self, names: Collection[str]) -> Callable[[], None]:
        """Take these out of the daily register; return the step after which that counts."""
        if names:
            among = self._link.dialect.among(self._name, sorted(names))
            self._link.run(sa.update(self.table).where(among).values(archived=True), long=True)

        def follow() -> None:
            for name in names:
                self._known.pop(name, None)

        return follow
