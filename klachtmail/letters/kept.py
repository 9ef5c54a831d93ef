"""What is made of templates, kept for the next process: making it takes half a second, most of what a start costs.

What lies there is run as code. So each file is signed with a key that only we have, and one that somebody else wrote, that was
changed, or that was moved to another name is as good as none: it is made again. The folder itself is private too.
"""

import hashlib
import hmac
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol, Self

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_SIGNATURE: Final = hashlib.sha256().digest_size


class Keeps(Protocol):
    """A place for contents by name."""

    def get(self, name: str, /) -> bytes | None:
        """Return what we kept under this name, or None."""

    def put(self, name: str, content: bytes, /) -> None:
        """Keep this."""


class Remembered:
    """Contents for this process only: languages, and firms beside each other, share what was made once."""

    def __init__(self) -> None:
        self._contents: dict[str, bytes] = {}
        self.get = self._contents.get
        self.put = self._contents.__setitem__


class Kept:
    """Signed contents by name, in one private folder."""

    def __init__(self, folder: Path, key: bytes) -> None:
        """Use this folder; it must be there."""
        self._folder = folder
        self._key = hashlib.sha256(b"klachtmail.kept." + key).digest()

    @classmethod
    def inside(cls, folder: Path, key: bytes, kind: str) -> Self | None:
        """Return what is kept in the subfolder `kind`, which is made when it is missing; None when that cannot be."""
        place = folder / kind
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            place.mkdir(mode=0o700, exist_ok=True)
            for private in (folder, place):
                if private.stat().st_mode & 0o077:  # made by an older version, or under a generous umask
                    private.chmod(0o700)
        except OSError:
            return None  # a read-only disk is told elsewhere
        return cls(place, key)

    def get(self, name: str) -> bytes | None:
        """Return what we kept under this name, or None."""
        signed = b""
        with suppress(OSError):
            signed = _read(self._folder / name)
        content = signed[_SIGNATURE:]
        return content if hmac.compare_digest(signed[:_SIGNATURE], self._signature(name, content)) else None

    def put(self, name: str, content: bytes) -> None:
        """Keep this for the next process; without it that process only starts more slowly."""
        fresh = self._folder / f"{name}.{os.getpid()}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
        with suppress(OSError):  # a full disk is told elsewhere
            with os.fdopen(os.open(fresh, flags, 0o600), "wb") as file:
                file.write(self._signature(name, content) + content)
            fresh.replace(self._folder / name)

    def _signature(self, name: str, content: bytes) -> bytes:
        return hmac.digest(self._key, name.encode() + b"\0" + content, "sha256")


def _read(path: Path) -> bytes:
    """Return the bytes of a real file, b'' of anything else: a pipe would keep us waiting for ever."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
        return file.read() if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else b""


class SignedBytecode(BytecodeCache):
    """Jinja's compiled templates, signed: unmarshalled and run only when we compiled them ourselves."""

    def __init__(self, kept: Keeps) -> None:
        self._kept = kept

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what was kept of it."""
        content = self._kept.get(f"{bucket.key}.cache")
        if content is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in a bucket."""
        self._kept.put(f"{bucket.key}.cache", bucket.bytecode_to_string())
