"""A backup, read: bounded, and looked at as a whole before anything of it is put in place."""

import gzip
import re
import tarfile
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from klachtmail.store.archive_year import Year
from klachtmail.store.bounded import Bounded
from klachtmail.store.disk import Disk
from klachtmail.store.errors import StoreCorruptError, StoreError
from klachtmail.store.forgotten import NAME as FORGOTTEN
from klachtmail.store.forgotten import understood
from klachtmail.store.secret import NAME as SECRET
from klachtmail.store.secret import keys_in
from klachtmail.store.storage import NAME as REGISTER

MAIL: Final = re.compile(r"mail/(\d{4})/([0-9a-f]{64})\.eml")
LETTER: Final = re.compile(r"letters/()([0-9a-f]{64})\.eml")
ARCHIVE: Final = re.compile(r"archive/\d{4}\.json")
ERASED: Final = re.compile(r"(?:mail/\d{4}|letters)/[0-9a-f]{64}\.erased")

_BROKEN: Final = (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile)


def members(source: Path, wanted: Callable[[str], object]) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the wanted files of a backup. Links, folders and devices are passed over."""
    try:
        with gzip.open(source) as packed:
            bounded = Bounded(packed, source)
            with tarfile.open(fileobj=bounded, mode="r|") as tar:
                for member in tar:
                    if member.isreg() and wanted(member.name) and (file := tar.extractfile(member)) is not None:
                        yield member.name, file.read()
            while bounded.read():
                pass  # to the end, where the checksum over everything stands
    except _BROKEN as error:
        raise StoreCorruptError(f"The backup {source} is damaged: {error}; nothing was changed") from error


def register_in(source: Path) -> bytes:
    """Return the register of a backup that is whole; StoreCorruptError before anything is put in place.

    A checksum over all of it says that it is as it was packed, and not that it was packed from whole files. A message that
    was damaged then is none the worse for it: `verify` tells of it, and the rest is worth having.
    """
    found, register = False, b""
    with tempfile.TemporaryDirectory(prefix="klachtmail-") as folder:
        for name, content in members(source, lambda _: True):
            if name == REGISTER:
                found, register = True, content
            elif trouble := _trouble(name, content, Path(folder), source):
                raise StoreCorruptError(f"{name} in the backup {source} is damaged: {trouble}; nothing was changed")
    if not found:
        raise StoreCorruptError(f"{source} has no register in it: it is no backup, or only the first part of one")
    return register


def _trouble(name: str, content: bytes, folder: Path, source: Path) -> str:
    """Return what is wrong with a file of a backup, '' when nothing is, or when it is none of ours."""
    try:
        if ARCHIVE.fullmatch(name):
            _check_year(content, folder / Path(name).name)
        elif name == FORGOTTEN:
            understood(content, source)
        elif name == SECRET:
            keys_in(content, source)
    except StoreError as error:
        return str(error)
    return "a mark is empty" if ERASED.fullmatch(name) and content else ""


def _check_year(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    year = Year(path, Disk())
    try:
        year.check()
    finally:
        year.close()
        path.unlink()
