"""The copies of the register that are made every night, and how long a register is kept that a restore replaced."""

import datetime as dt
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Protocol

from klachtmail.store import frame
from klachtmail.store.disk import Disk, as_store_error, replace
from klachtmail.store.errors import StoreCorruptError
from klachtmail.store.schema import Tables, migrated
from klachtmail.store.storage import NAME as REGISTER

REPLACED: Final = ".replaced-"  # in the name of what a restore replaced
OF_A_DATABASE: Final = "replaced-"  # begins the name of such a copy
STAMP: Final = "%Y%m%dT%H%M%S"
NIGHTLY_KEPT: Final = 14  # copies (see also `orphans.KEPT`), and days for a register that a restore replaced


class Copied(Protocol):
    """What is copied: a store in a folder."""

    folder: Path
    disk: Disk

    @property
    def generation(self) -> int:
        """How often it was written; 0 when there is no register."""

    def work(self) -> AbstractContextManager[None]:
        """Keep others from committing."""


def nightly_copy(store: Copied, now: dt.datetime) -> Path | None:
    """Copy the register to `copies/register-<date of now>.json`, keep the last 14; None when there is no register.

    A register that a restore replaced goes after as many days.
    """
    if store.generation == 0:
        return None
    copies = store.folder / "copies"
    path = copies / f"register-{now:%Y-%m-%d}.json"
    with store.work(), as_store_error("copy the register"):
        content, _ = store.disk.read(store.folder / REGISTER)
        understood_register(content, store.folder / REGISTER)
        if not copies.is_dir():
            store.disk.make_folder(copies)
            store.disk.sync_folder(store.folder)
        replace(store.disk, path, [content])
        for old in sorted(copies.glob("register-*.json"))[:-NIGHTLY_KEPT]:
            store.disk.unlink(old)
        drop_replaced(store.folder, store.disk, now)
    return path


def drop_replaced(folder: Path, disk: Disk, now: dt.datetime) -> None:
    """Remove what a restore replaced, also in a database, after 14 days: whoever was forgotten since is still in it."""
    oldest = f"{now - dt.timedelta(days=NIGHTLY_KEPT):{STAMP}}"
    for pattern in (f"{REGISTER}{REPLACED}*", f"archive/*{REPLACED}*", f"copies/{OF_A_DATABASE}*"):
        for old in folder.glob(pattern):
            if old.name.rpartition("replaced-")[2] < oldest:
                with as_store_error("remove what a restore replaced"):
                    disk.unlink(old)


def understood_register(content: bytes, source: Path) -> tuple[int, Tables]:
    """Return generation and tables in the current layout. Raises StoreCorruptError."""
    try:
        schema, generation, rows = frame.read(content)
    except frame.DamagedError as error:
        raise StoreCorruptError(f"{source} is damaged: {error}; nothing was changed") from error
    return generation, migrated(frame.opened(rows), schema)
