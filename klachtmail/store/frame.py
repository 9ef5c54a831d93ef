"""The bytes of the register and of an archive: one first line with a checksum over all the rest.

Any flipped bit and any cut shows: the first line has exactly one spelling, and its checksum also covers its own
numbers. Both files are plain JSON, so that an auditor or an administrator can read them without klachtmail.
"""

import hashlib
import re
from collections.abc import Iterable

import orjson

from klachtmail.store.schema import SCHEMA, Document, Tables

TABLES = ("complaints", "letters", "seen", "state")
HEAD = re.compile(
    rb'\{"header":\{"1":\{"schema":(\d{1,9}),"generation":(\d{1,18}),"sha256":"([0-9a-f]{64})"\}\},\n', re.ASCII
)


class DamagedError(ValueError):
    """These bytes are not what was written; the text says what is wrong."""


class Writer:
    """Makes the bytes of a register, and remembers the line of each document: most do not change in a commit."""

    def __init__(self) -> None:
        self._lines: dict[str, dict[str, tuple[Document, bytes]]] = {}

    def written(self, tables: Tables, generation: int) -> list[bytes]:
        """Return the register as the chunks of a file: the header table, then the others, one document a line."""
        body = []
        for place, name in enumerate(TABLES):
            lines = self._lines[name] = self._table(self._lines.get(name, {}), tables.get(name, {}))
            opening = b'%s"%s":{\n' % (b",\n" if place else b"", name.encode())
            body += [opening, b",\n".join(line for _, line in lines.values()), b"}"]
        body.append(b"}\n")
        return [_head(SCHEMA, generation, _checksum(SCHEMA, generation, body)), *body]

    def _table(
        self, known: dict[str, tuple[Document, bytes]], documents: dict[str, Document]
    ) -> dict[str, tuple[Document, bytes]]:
        """Return the lines of a table. A document is never changed in place, so the same object has the same line."""
        return {
            key: kept
            if (kept := known.get(key)) is not None and kept[0] is document
            else (document, b'"%s":%s' % (key.encode(), orjson.dumps(document)))
            for key, document in documents.items()
        }


def _head(schema: int, generation: int, checksum: str) -> bytes:
    return b'{"header":{"1":{"schema":%d,"generation":%d,"sha256":"%s"}},\n' % (schema, generation, checksum.encode())


def _checksum(schema: int, generation: int, body: Iterable[bytes | memoryview]) -> str:
    digest = hashlib.sha256(b"%d %d\n" % (schema, generation))
    for chunk in body:
        digest.update(chunk)
    return digest.hexdigest()


def read(content: bytes) -> tuple[int, int, Tables]:
    """Return schema, generation and tables of a register's bytes; DamagedError when a single bit is not as written."""
    head = HEAD.match(content)
    if head is None:
        raise DamagedError("its first line is not that of a register")
    schema, generation = int(head[1]), int(head[2])
    if _checksum(schema, generation, [memoryview(content)[head.end() :]]) != head[3].decode():
        raise DamagedError("its checksum does not match")
    tables: Tables = orjson.loads(content)
    del tables["header"]
    return schema, generation, tables
