"""A backup that fits every store: gzip, one JSON line an item, contents in base64, and a last line with counts and sums."""

import base64
import binascii
import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import orjson

from klachtmail.store.bounded import CHUNK, Bounded, filling
from klachtmail.store.disk import Disk, as_store_error, give_out
from klachtmail.store.errors import StoreCorruptError
from klachtmail.store.transfer import Item, Sum

FORMAT: Final = "klachtmail-register-1"
_DRAIN: Final = 1 << 20


def write(items: Iterable[Item], target: Path, *, with_key: bool) -> None:
    """Write all of these (mode 0600); without the signing keys unless they are asked for."""
    wanted = (item for item in items if with_key or item.table != "keys")
    with as_store_error(f"write the backup {target}"):
        give_out(Disk(), target, _packed(wanted))


def _packed(items: Iterable[Item]) -> Iterator[bytes]:
    total, sink, gone = Sum(), io.BytesIO(), 0
    with gzip.GzipFile(fileobj=sink, mode="wb", mtime=0, compresslevel=6) as packed:
        packed.write(orjson.dumps({"format": FORMAT}) + b"\n")
        for item in total.over(items):
            content = base64.b64encode(item.content).decode() if item.content is not None else None
            packed.write(orjson.dumps([item.table, item.key, item.value, item.archived, content]) + b"\n")
            if sink.tell() > _DRAIN:
                gone += sink.tell()
                yield _drained(sink)
        packed.write(orjson.dumps({"end": _said(total)}) + b"\n")
        packed.write(filling(packed.tell(), gone))
    yield _drained(sink)


def _drained(sink: io.BytesIO) -> bytes:
    content = sink.getvalue()
    sink.seek(0)
    sink.truncate()
    return content


def _said(total: Sum) -> dict[str, list[str]]:
    return {table: [str(count), f"{total.digests[table]:064x}"] for table, count in sorted(total.counts.items())}


def is_logical(source: Path) -> bool:
    """Return whether this file is such a backup."""
    try:
        with gzip.open(source) as packed:
            return FORMAT.encode() in packed.read(80)
    except (OSError, EOFError, zlib.error):
        return False


def read(source: Path) -> Iterator[Item]:
    """Yield the items; StoreCorruptError at the latest at the end, when it is not as it was written, or unpacks without end."""
    total = Sum()
    end: object = None
    try:
        with as_store_error(f"read {source}"), gzip.open(source) as packed:
            lines = io.BufferedReader(Bounded(packed, source), CHUNK)
            next(lines)
            for line in lines:
                values = orjson.loads(line)
                if isinstance(values, dict):
                    end = values["end"]
                    break
                table, key, value, archived, content = values
                raw = base64.b64decode(content, validate=True) if content is not None else None
                yield from total.over([Item(table, key, value, archived, raw)])
    except (EOFError, zlib.error, gzip.BadGzipFile, ValueError, KeyError, StopIteration, binascii.Error) as error:
        raise StoreCorruptError(f"The backup {source} is damaged: {error}") from error
    if end != _said(total):
        raise StoreCorruptError(f"The backup {source} is damaged, or only the first part of one")
