"""The port to the records: reading is `Records`, writing is one atomic commit."""

import datetime as dt
from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Protocol

from klachtmail.domain.records import Changes, Records


class StoreError(Exception):
    """The register cannot be read, written or locked; the text is one sentence that says what to do."""


class StoreBusyError(StoreError):
    """Somebody else holds the lock for longer than the deadline."""


class StoreCorruptError(StoreError):
    """The register is damaged; it was not touched. The text says which copy is good."""


class StoreFullError(StoreError):
    """The disk is full or read-only; nothing was changed."""


class Store(Records, Protocol):
    """The register, the raw messages and the rendered letters."""

    def commit(self, changes: Changes) -> None:
        """Write all of these changes in one atomic, fsynced step, or raise StoreError and change nothing."""
        ...

    def refresh(self) -> None:
        """Read the register again when another process has written it since."""
        ...

    def work(self, wait: float = 10.0) -> AbstractContextManager[None]:
        """Hold the work lock (poll, sweep, flush, do): waits so many seconds, refreshes, StoreBusyError after that."""
        ...

    def keep_mail(self, raw: Iterable[tuple[bytes, dt.datetime]]) -> list[str]:
        """Keep raw messages durably (one sync for all) and return their SHA-256 in hex, in order."""
        ...

    def mail(self, sha256: str) -> bytes | None:
        """Return a kept raw message, or None when it was never kept or has been erased."""
        ...

    def keep_letters(self, contents: Iterable[bytes]) -> list[str]:
        """Keep rendered letters durably (one sync for all) and return their SHA-256 in hex, in order."""
        ...

    def rendered(self, sha256: str) -> bytes | None:
        """Return the bytes of a kept letter, or None."""
        ...

    def note_in_hand(self, keys: Iterable[str]) -> None:
        """Note durably which messages (places) are about to be parsed; an empty iterable: all were dealt with."""
        ...

    def in_hand(self) -> tuple[str, ...]:
        """Return the places that were in hand when a process died, else ()."""
        ...

    def secret(self) -> tuple[bytes, ...]:
        """Return the signing keys, newest first; made at the first start."""
        ...

    def close(self) -> None:
        """Let go of files and locks."""
        ...


class Journal(Protocol):
    """The delivery journal: which letters were handed to the SMTP server."""

    def trying(self, letter_id: str) -> None:
        """Note durably that this letter is about to be handed over."""
        ...

    def accepted(self, letter_id: str) -> None:
        """Note durably that the server took responsibility for it."""
        ...

    def doubtful(self) -> tuple[str, ...]:
        """Return letters that were tried and not accepted or refused by the last run (at most one after a crash)."""
        ...

    def taken(self) -> tuple[str, ...]:
        """Return letters that were accepted since the journal was last cleared."""
        ...

    def clear(self) -> None:
        """Forget everything: the register knows it now."""
        ...
