"""The signing keys, in a file of their own that a backup can leave out: one key a line, the newest first."""

import datetime as dt
import os
from pathlib import Path

import orjson

from klachtmail.domain.incoming.signing import VALID_DAYS, Key
from klachtmail.store.disk import Disk, as_store_error, replace
from klachtmail.store.errors import StoreError

NAME = "secret.key"
VALID = dt.timedelta(days=VALID_DAYS)  # as long as a token: a letter of a year ago can still be answered
_KEY_BYTES = 32


class SecretFile:
    """`secret.key`: JSON lines `{"key": hex, "replaced_at": null or a time}`, mode 0600."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._path = folder / NAME
        self._disk = disk

    def ensure(self) -> None:
        """Make the first key when there is no file yet."""
        if not self._path.exists():
            self.put([(os.urandom(_KEY_BYTES), None)])

    def keys(self, now: dt.datetime) -> tuple[Key, ...]:
        """Return the keys that count now, newest first; the first is made here when there is no file yet."""
        self.ensure()
        return valid(self.read(), now)

    def rotate(self, now: dt.datetime, *, revoke: bool = False) -> None:
        """Make a new key; drop those that were replaced more than 400 days ago, or all with `revoke`."""
        self.ensure()
        self.put(rotated(self.read(), now, revoke=revoke))

    def read(self) -> list[tuple[bytes, dt.datetime | None]]:
        """Return all of them, newest first, also those that count no more."""
        with as_store_error("read the signing keys"):
            content, _ = self._disk.read(self._path)
        return keys_in(content, self._path)

    def put(self, keys: list[tuple[bytes, dt.datetime | None]]) -> None:
        """Write these keys, newest first."""
        lines = [orjson.dumps({"key": key.hex(), "replaced_at": replaced}) + b"\n" for key, replaced in keys]
        with as_store_error("write the signing keys"):
            replace(self._disk, self._path, lines)


def keys_in(content: bytes, path: Path) -> list[tuple[bytes, dt.datetime | None]]:
    """Return the keys that a file holds; StoreError when it is none of ours."""
    try:
        lines = [orjson.loads(line) for line in content.splitlines()]
        keys = [(bytes.fromhex(line["key"]), _time(line["replaced_at"])) for line in lines]
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path} is damaged; put it back from a backup") from error
    if not keys:
        raise StoreError(f"{path} is empty; put it back from a backup")
    return keys


def valid(keys: list[tuple[bytes, dt.datetime | None]], now: dt.datetime) -> tuple[Key, ...]:
    """Return the key in use, and those that were replaced at most 400 days ago.

    By the clock and not only at the next rotation, which may come years later or never.
    """
    return tuple(Key(key, at) for key, at in keys if at is None or now - at <= VALID)


def rotated(
    keys: list[tuple[bytes, dt.datetime | None]], now: dt.datetime, *, revoke: bool
) -> list[tuple[bytes, dt.datetime | None]]:
    """Return the keys with a new one before those that still count."""
    old = [] if revoke else [(key, replaced or now) for key, replaced in keys]
    return [(os.urandom(_KEY_BYTES), None), *((key, at) for key, at in old if now - at <= VALID)]


def _time(text: str | None) -> dt.datetime | None:
    return None if text is None else dt.datetime.fromisoformat(text)
