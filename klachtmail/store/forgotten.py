"""Who was forgotten: what a restore needs so that an older backup does not bring anybody back.

Kept beside the register, which a restore replaces. No address stands in it, but a salted hash of each: whoever has the
file can ask it about a known address, and read nothing in it.
"""

import datetime as dt
from pathlib import Path

import orjson

from klachtmail.domain.privacy.forgotten import Forgotten, Mark
from klachtmail.store.disk import Disk, as_store_error, replace
from klachtmail.store.errors import StoreError

NAME = "forgotten.json"


class ForgottenFile:
    """`forgotten.json`, mode 0600."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._path = folder / NAME
        self._disk = disk

    def read(self) -> Forgotten:
        """Return the marks; none when there is no file. StoreError when it is damaged."""
        with as_store_error("read who was forgotten"):
            try:
                content, _ = self._disk.read(self._path)
            except FileNotFoundError:
                return Forgotten()
        return understood(content, self._path)

    def put(self, forgotten: Forgotten) -> None:
        """Write these marks."""
        listed = [{"salt": mark.salt, "digest": mark.digest, "at": mark.at} for mark in forgotten.marks]
        with as_store_error("write who was forgotten"):
            replace(self._disk, self._path, [orjson.dumps(listed)])


def understood(content: bytes, path: Path) -> Forgotten:
    """Return the marks that a file holds; StoreError when it is none of ours."""
    try:
        listed = orjson.loads(content)
        marks = [Mark(each["salt"], each["digest"], dt.datetime.fromisoformat(each["at"])) for each in listed]
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{path} is damaged; put it back from a backup, or forget people again and remove it"
        ) from error
    return Forgotten(tuple(marks))
