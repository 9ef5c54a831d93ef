"""Raw messages and rendered letters, under their SHA-256."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any, Final

import sqlalchemy as sa

from klachtmail.store.port import Condition
from klachtmail.store.sql.lease import Lease
from klachtmail.store.sql.link import Link
from klachtmail.store.sql.schema import content

_TOGETHER: Final = 4 << 20  # bytes in one transaction
_LARGE: Final = 1 << 20  # bytes above which a statement may take its time


class Contents:
    """Kept, read, erased. What is erased leaves an empty row as its mark."""

    def __init__(self, link: Link, lease: Lease) -> None:
        self._link = link
        self._lease = lease
        self._upsert = link.dialect.upsert(content)
        self._ahead: dict[str, bytes | None] = {}

    def keep(self, contents: Iterable[bytes], kind: str) -> list[str]:
        """Keep these ('mail' or 'letter') durably and return their SHA-256 in hex, in order. Under a turn."""
        hashes: list[str] = []
        batch: dict[str, bytes] = {}
        size = 0
        for raw in contents:
            sha256 = hashlib.sha256(raw).hexdigest()
            hashes.append(sha256)
            batch[sha256] = raw
            size += len(raw)
            if size > _TOGETHER:
                self._write(batch, kind)
                batch, size = {}, 0
        self._write(batch, kind)
        return hashes

    def _write(self, batch: dict[str, bytes], kind: str) -> None:
        if not batch:
            return
        now = dt.datetime.now(dt.UTC)
        with self._lease.note():
            there = sa.select(content.c.sha256).where(self._among(batch), content.c.bytes.is_not(None))
            known = {row[0] for row in self._link.rows(there)}  # or else all bytes travel once more
            rows: list[dict[str, Any]] = [
                {"sha256": sha256, "kind": kind, "kept_at": now, "bytes": raw}
                for sha256, raw in batch.items()
                if sha256 not in known
            ]
            is_large = any(len(row["bytes"]) > _LARGE for row in rows)
            with self._link.long() if is_large else nullcontext():
                if rows:
                    self._link.run(self._upsert, rows, long=is_large)

    def _among(self, hashes: Iterable[str]) -> sa.ColumnElement[bool]:
        return self._link.dialect.among(content.c.sha256, sorted(hashes))

    def get(self, sha256: str) -> bytes | None:
        """Return what is kept and whole, or None."""
        if sha256 in self._ahead:
            return self._ahead.pop(sha256)
        row = self._link.first(sa.select(content.c.bytes).where(content.c.sha256 == sha256))
        return _whole(sha256, row[0] if row else None)

    def expect(self, hashes: Iterable[str]) -> None:
        """Read these at once, but for large ones; each is handed out once."""
        small = sa.func.length(content.c.bytes) <= _LARGE // 4
        asked = sa.select(content.c.sha256, content.c.bytes).where(self._among(set(hashes)), small)
        rows = self._link.rows(asked, long=True)
        self._ahead = {row[0]: _whole(row[0], row[1]) for row in rows}

    def erase(self, hashes: Iterable[str]) -> None:
        """Erase these for good; a mark remains. Under a turn."""
        wanted = set(hashes)
        self._ahead = {}
        if wanted:
            with self._lease.note():
                self._link.run(sa.update(content).where(self._among(wanted)).values(bytes=None))

    def condition(self, sha256: str) -> Condition:
        """Tell how one is: reads it and compares its hash."""
        row = self._link.first(sa.select(content.c.bytes).where(content.c.sha256 == sha256))
        if row is None:
            return "missing"
        if row[0] is None:
            return "erased"
        return "damaged" if _whole(sha256, row[0]) is None else "whole"

    def written(self, since: dt.datetime, until: dt.datetime) -> set[str]:
        """Return what was kept in this time and is not erased."""
        between = sa.and_(content.c.kept_at >= since, content.c.kept_at < until, content.c.bytes.is_not(None))
        return {row[0] for row in self._link.rows(sa.select(content.c.sha256).where(between))}


def _whole(sha256: str, raw: bytes | None) -> bytes | None:
    return bytes(raw) if raw is not None and hashlib.sha256(raw).hexdigest() == sha256 else None
