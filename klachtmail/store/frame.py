"""The bytes of the register and of an archive: one first line with a checksum over all the rest.

Any flipped bit and any cut shows: the first line has exactly one spelling, and its checksum also covers its own
numbers. Both files are plain JSON, so that an auditor or an administrator can read them without klachtmail.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

import orjson

from klachtmail.store.schema import SCHEMA, Document, Tables

Rows = dict[str, dict[str, bytes]]  # table -> id -> the document as it stands in its line

TABLES = ("complaints", "letters", "seen", "state")
TOGETHER = 100  # documents in a chunk
HEAD = re.compile(
    rb'\{"header":\{"1":\{"schema":(\d{1,9}),"generation":(\d{1,18}),"sha256":"([0-9a-f]{64})"\}\},\n', re.ASCII
)


class DamagedError(ValueError):
    """These bytes are not what was written; the text says what is wrong."""


def written(rows: Rows, generation: int) -> Iterator[bytes]:
    """Yield the register as the chunks of a file: the header table, then the others, one document a line."""
    yield _head(SCHEMA, generation, _checksum(SCHEMA, generation, _body(rows)))
    yield from _body(rows)


@dataclass(slots=True)
class Writing:
    """The bytes of a register as they pass by, once; `head` has their checksum when the last one passed."""

    rows: Rows
    generation: int
    _digest: "hashlib._Hash" = field(init=False)

    def chunks(self) -> Iterator[bytes]:
        """Yield the same chunks as `written`, but for the checksum in the first line, in whose place zeros stand."""
        self._digest = _digest(SCHEMA, self.generation)
        yield _head(SCHEMA, self.generation, "0" * 64)
        for chunk in _body(self.rows):
            self._digest.update(chunk)
            yield chunk

    @property
    def head(self) -> bytes:
        """Return the first line, as long as the one that stands in its place."""
        return _head(SCHEMA, self.generation, self._digest.hexdigest())


def _body(rows: Rows) -> Iterator[bytes]:
    """Yield what stands below the first line, never all of it at once: a register can be larger than the program."""
    for place, name in enumerate(TABLES):
        yield b'%s"%s":{\n' % (b",\n" if place else b"", name.encode())
        documents, separator = iter(rows.get(name, {}).items()), b""
        while some := [b'"%s":%s' % (key.encode(), line) for key, line in islice(documents, TOGETHER)]:
            yield separator + b",\n".join(some)
            separator = b",\n"
        yield b"}"
    yield b"}\n"


def _head(schema: int, generation: int, checksum: str) -> bytes:
    return b'{"header":{"1":{"schema":%d,"generation":%d,"sha256":"%s"}},\n' % (schema, generation, checksum.encode())


def _checksum(schema: int, generation: int, body: Iterable[bytes | memoryview]) -> str:
    digest = _digest(schema, generation)
    for chunk in body:
        digest.update(chunk)
    return digest.hexdigest()


def _digest(schema: int, generation: int) -> "hashlib._Hash":
    return hashlib.sha256(b"%d %d\n" % (schema, generation))


def read(content: bytes) -> tuple[int, int, Rows]:
    """Return schema, generation and rows of a register's bytes; DamagedError when a single bit is not as written."""
    head = HEAD.match(content)
    if head is None:
        raise DamagedError("its first line is not that of a register")
    schema, generation = int(head[1]), int(head[2])
    if _checksum(schema, generation, [memoryview(content)[head.end() :]]) != head[3].decode():
        raise DamagedError("its checksum does not match")
    try:
        return schema, generation, _rows(content, head.end())
    except ValueError as error:
        raise DamagedError("its lines are not those of a register") from error


def _rows(content: bytes, start: int) -> Rows:
    """Return the tables from here on. No document has a line break in it, so only an end of a table looks like one."""
    found: Rows = {}
    for name, following in zip(TABLES, (*TABLES[1:], ""), strict=True):
        start = content.index(b'"%s":{\n' % name.encode(), start) + len(name) + 5
        end = content.index(b'},\n"%s":{\n' % following.encode() if following else b"}}\n", start)
        found[name] = dict(_documents(content, start, end))
        start = end
    return found


def _documents(content: bytes, start: int, end: int) -> Iterator[tuple[str, bytes]]:
    """Yield key and document of each line of a table."""
    while start < end:
        stop = content.find(b",\n", start, end)
        stop = end if stop == -1 else stop
        colon = content.index(b":", start, stop)
        yield content[start + 1 : colon - 1].decode(), content[colon + 1 : stop]
        start = stop + 2


def opened(rows: Rows) -> Tables:
    """Return the documents of all rows."""
    return {name: {key: orjson.loads(line) for key, line in lines.items()} for name, lines in rows.items()}


def closed(tables: Mapping[str, Mapping[str, Document | bytes]]) -> Rows:
    """Return the rows of these documents, some of which may be rows already."""
    return {
        name: {key: document if isinstance(document, bytes) else _row(document) for key, document in documents.items()}
        for name, documents in tables.items()
    }


def _row(document: Document) -> bytes:
    """Return the bytes of a document. A copy: what orjson hands out holds on to several times the memory it needs."""
    return bytes(memoryview(orjson.dumps(document)))
