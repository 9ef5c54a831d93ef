"""One table of TinyDB with its indexes: documents stay rows until somebody asks for one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final, Generic, TypeVar

import orjson
from tinydb.table import Document as TinyDocument
from tinydb.table import Table

from klachtmail.domain.record import of_json, to_json
from klachtmail.store.index_keys import Postings
from klachtmail.store.schema import Document

CACHED: Final = 2000  # validated records; a complaint takes ten thousand bytes

R = TypeVar("R")
Keys = Callable[[Document], Iterable[str]]


def raw(record: object) -> Document:
    """Return a record as JSON values, without what is as it always is (a register of thousands stays small)."""
    return to_json(record, without_defaults=True)


class Opened(TinyDocument):
    """TinyDB's document, made from a row of the register or, in a store without a disk, from its values."""

    def __init__(self, value: Mapping[str, Any] | bytes, doc_id: int) -> None:
        super().__init__(orjson.loads(value) if isinstance(value, bytes) else value, doc_id)


class IndexedTable(Generic[R]):
    """Records of one kind under their name (the field `name`), and under the keys of its indexes.

    A record is validated when it is first asked for, also one that this process wrote: what is read back is
    what a restart would read.
    """

    def __init__(self, table: Table, kind: type[R], name: str, indexes: Mapping[str, Keys] | None = None) -> None:
        table.document_class = Opened
        self._table = table
        self._kind = kind
        self._name = name
        self._keys = indexes or {}
        self.rebuild()

    def rebuild(self) -> None:
        """Rebuild the indexes, after the table was read from disk."""
        self._cache: dict[str, R] = {}
        self._ids: dict[str, int] = {}
        self._postings = {index: Postings() for index in self._keys}
        for document in self._table:
            self._ids[document[self._name]] = document.doc_id
            self._index(document[self._name], document)

    def _index(self, name: str, document: Document) -> None:
        for index, keys in self._keys.items():
            self._postings[index].add(name, keys(document))

    def __contains__(self, name: object) -> bool:
        return name in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(self._ids))

    def find(self, index: str, key: str) -> tuple[str, ...]:
        """Return the names of the records under this key of an index."""
        return self._postings[index].of(key)

    def document(self, name: str) -> Document | None:
        """Return a raw document, not to be changed, or None."""
        doc_id = self._ids.get(name)
        found = None if doc_id is None else self._table.get(doc_id=doc_id)
        return found if isinstance(found, TinyDocument) else None

    def get(self, name: str) -> R | None:
        """Return a record, or None."""
        if name not in self._cache:
            document = self.document(name)
            if document is None:
                return None
            if len(self._cache) >= CACHED:
                self._cache.clear()
            self._cache[name] = of_json(self._kind, document)
        return self._cache[name]

    def keys(self, index: str) -> tuple[str, ...]:
        """Return the keys of an index."""
        return self._postings[index].keys()

    def in_order(self, names: Iterable[str]) -> Iterator[R]:
        """Yield these records one at a time, in the order in which they were first put here."""
        ids = self._ids
        there = sorted(names, key=lambda name: ids[name])
        return (found for name in there if (found := self.get(name)) is not None)

    def stage(self, puts: Mapping[str, Document], drops: AbstractSet[str] = frozenset()) -> Callable[[], None]:
        """Change the table; return the step that makes the indexes follow once the change is on disk."""
        old = {name: found for name in {*puts, *drops} if (found := self.document(name)) is not None}
        following = max(self._ids.values(), default=0) + 1
        ids = {name: self._ids.get(name, following + place) for place, name in enumerate(puts)}
        if old:
            self._table.remove(doc_ids=[self._ids[name] for name in old])
        if puts:
            self._table.insert_multiple(Opened(document, ids[name]) for name, document in puts.items())

        def follow() -> None:
            for name, document in old.items():
                self._forget(name, document)
            for name, document in puts.items():
                self._ids[name] = ids[name]
                self._index(name, document)

        return follow

    def _forget(self, name: str, document: Document) -> None:
        del self._ids[name]
        self._cache.pop(name, None)
        for index, keys in self._keys.items():
            self._postings[index].drop(name, keys(document))
