"""A backup of any kind into a store of any kind."""

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Literal

from klachtmail.store import logical
from klachtmail.store.backup import Restored, begin_anew, restore, set_apart
from klachtmail.store.copies import OF_A_DATABASE, STAMP
from klachtmail.store.disk import as_store_error
from klachtmail.store.errors import StoreBusyError, StoreError
from klachtmail.store.short_texts import counted, entries_added, shortened
from klachtmail.store.tiny import TinyStore
from klachtmail.store.transfer import Item, Movable


def restore_into(
    open_database: Callable[[], Movable] | None, data_dir: Path, source: Path, now: dt.datetime
) -> Restored:
    """Put this backup in place of what is there, and hold the outbox until the folders were compared.

    Into the database, or into the data folder where there is None; what is there in a folder may be damaged. What is
    replaced is kept under another name first. StoreError, and nothing changed, when the source is damaged or a daemon
    runs.
    """
    is_logical = logical.is_logical(source)
    if open_database is None and not is_logical:
        return restore(data_dir, source, now)
    added = _entries_to_add(logical.read(source)) if is_logical else 0  # all of it is read before anything changes
    target, aside = (open_database(), None) if open_database else _opened(data_dir, now)
    try:
        with _alone(target):
            kept = aside or _kept(target, data_dir, now)
            if is_logical:
                key = _fill(target, _shortened(logical.read(source), added), now)
            else:
                with _unpacked(source, now) as items:
                    key = _fill(target, items, now)
    finally:
        target.close()
    return Restored(source, kept, key)


def _opened(data_dir: Path, now: dt.datetime) -> tuple[TinyStore, Path | None]:
    """Return the store of this folder, and the name under which a register is kept that cannot be opened."""
    try:
        return TinyStore(data_dir, refuse_moved=False), None
    except StoreBusyError:
        raise
    except StoreError:
        kept = begin_anew(data_dir, now)
        return TinyStore(data_dir, refuse_moved=False), kept


def _entries_to_add(items: Iterator[Item]) -> int:
    """Return how many entries say that a text of an older klachtmail was cut."""
    rows = (item.value for item in items if item.table == "complaints" and not item.archived)
    return sum(entries_added(row, shortened(row)) for row in rows)


def _shortened(items: Iterator[Item], added: int) -> Iterator[Item]:
    """Yield these as this klachtmail keeps them."""
    for item in items:
        if item.table == "complaints":
            yield replace(item, value=shortened(item.value))
        elif item.table == "state" and added:
            yield replace(item, value={**item.value, "tally": counted(item.value.get("tally", {}), added)})
        else:
            yield item


@contextmanager
def _alone(target: Movable) -> Iterator[None]:
    with target.lead() as leads:
        if not leads:
            raise StoreBusyError("Stop the daemon on every machine first: one runs on this register")
        with target.work():
            yield


def _fill(target: Movable, items: Iterator[Item], now: dt.datetime) -> Literal["restored", "there"]:
    came: list[bool] = []

    def noted() -> Iterator[Item]:
        for item in items:
            if item.table == "keys":
                came.append(True)
            yield item

    target.fill(noted(), restored_at=now)
    return "restored" if came else "there"


def _kept(target: Movable, data_dir: Path, now: dt.datetime) -> Path | None:
    if target.is_empty():
        return None
    if isinstance(target, TinyStore):
        return set_apart(data_dir, target.disk, now)
    copies = data_dir / "copies"
    name = f"{OF_A_DATABASE}{now:{STAMP}}"
    while (kept := copies / f"{name}.jsonl.gz").exists():  # of another restore in this second
        name += "-again"
    with as_store_error("keep what is replaced"):
        copies.mkdir(mode=0o700, parents=True, exist_ok=True)
    logical.write(target.dump(), kept, with_key=True)
    return kept


@contextmanager
def _unpacked(source: Path, now: dt.datetime) -> Iterator[Iterator[Item]]:
    """Yield the items of a backup of a folder, by way of a folder."""
    with tempfile.TemporaryDirectory(prefix="klachtmail-") as folder:
        done = restore(Path(folder) / "data", source, now)
        store = TinyStore(Path(folder) / "data")
        try:
            yield (item for item in store.dump() if item.table != "keys" or done.key == "restored")
        finally:
            store.close()
