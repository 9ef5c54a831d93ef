"""The store on disk: a TinyDB register, an archive per year, and files beside them, in one private folder."""

import datetime as dt
import os
import secrets
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import orjson
from tinydb import TinyDB

from klachtmail.domain.incoming.signing import Key
from klachtmail.domain.privacy.forgotten import Forgotten
from klachtmail.store import orphans as strays
from klachtmail.store.archive import Archive
from klachtmail.store.content import Contents
from klachtmail.store.copies import REPLACED, nightly_copy
from klachtmail.store.disk import FILE_MODE, FOLDER_MODE, Disk, Locks, as_store_error, replace
from klachtmail.store.errors import StoreError
from klachtmail.store.forgotten import ForgottenFile
from klachtmail.store.journal import FileJournal
from klachtmail.store.live_tables import TinyTables
from klachtmail.store.port import Condition
from klachtmail.store.register import Register
from klachtmail.store.schema import Document
from klachtmail.store.secret import NAME as SECRET
from klachtmail.store.secret import SecretFile
from klachtmail.store.storage import MOVED, RegisterStorage
from klachtmail.store.storage import NAME as REGISTER

if TYPE_CHECKING:
    from klachtmail.store.transfer import Item

Tables = dict[str, Document]

IN_HAND = "in-hand.json"
HALF_WRITTEN = ("archive/????.new", "archive/????.json.new", "copies/*.new")  # by a process that died
WAIT = 10.0  # seconds that a command waits for its turn
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class TinyStore(Register):
    """Keeps the contract of `Store` in a data folder that several processes share.

    Opening reads the register and nothing else: StoreError (or a kind of it) says why that cannot be done.
    """

    def __init__(
        self, data_dir: Path, *, wait: float = WAIT, disk: Disk | None = None, refuse_moved: bool = True
    ) -> None:
        self.folder = data_dir
        self.disk = disk or Disk()
        self._wait = wait
        with as_store_error("use the data folder"):
            prepare(data_dir, self.disk)
        if refuse_moved and (data_dir / MOVED).exists():
            where = (data_dir / MOVED).read_text("utf-8", "replace").strip()
            raise StoreError(f"This register was moved; write in the configuration:  {where}")
        self._secret = SecretFile(data_dir, self.disk)
        if (data_dir / REGISTER).exists() and not (data_dir / SECRET).exists():
            raise StoreError(f"{data_dir / SECRET} is missing beside a register; put it back from a backup")
        self._locks = Locks(data_dir, self.disk)
        self._storage = RegisterStorage(data_dir, self.disk, self._locks, wait)
        self._db = TinyDB(storage=lambda: self._storage)
        self.archive = Archive(data_dir / "archive", self.disk)
        super().__init__(TinyTables(self._db), self.archive)
        self._mail = Contents(data_dir / "mail", self.disk, by_year=True)
        self._letters = Contents(data_dir / "letters", self.disk, by_year=False)

    @property
    def generation(self) -> int:
        """How many commits the register has seen, as it was read last."""
        return self._storage.generation

    def _change(self, stage: Callable[[], list[Callable[[], None]]]) -> None:
        self._secret.ensure()  # before the first register: a register without its key is refused
        before = self.generation
        try:
            with self._storage.transaction():
                follows = stage()
        except BaseException:
            self._read_back(before)
            raise
        for follow in follows:
            follow()

    def _read_back(self, before: int) -> None:
        """After a failure what is on disk counts: a step can fail after the rename, or say so after it succeeded."""
        with suppress(StoreError):  # the first failure is the one to tell
            if self._storage.reload() or self.generation != before:
                self._tables.rebuild()

    def refresh(self) -> None:
        """Read the register again when another process has written it since."""
        if self._storage.reload():
            self._tables.rebuild()
        self.archive.refresh()

    @contextmanager
    def work(self, wait: float | None = None) -> Iterator[None]:
        """Hold the work lock (poll, sweep, flush, do); refreshes; the same thread may take it again inside."""
        seconds = self._wait if wait is None else wait
        with self._locks.hold_work(seconds, f"Another klachtmail is at work for more than {seconds:g} s") as taken_now:
            if taken_now:
                self.refresh()
            yield

    @contextmanager
    def lead(self) -> Iterator[bool]:
        """Hold the daemon lock, for life; StoreBusyError at once when another daemon runs on this data folder."""
        with self._locks.hold("daemon", 0, f"A klachtmail is already running on this data folder ({self.folder})"):
            yield True

    @cached_property
    def journal(self) -> FileJournal:
        """The delivery journal of this folder."""
        return FileJournal(self.folder, disk=self.disk)

    def nightly_copy(self, now: dt.datetime) -> None:
        """Copy the register to `copies/`."""
        nightly_copy(self, now)

    def tidy(self, now: dt.datetime) -> int:
        """Move what has been settled for long to the archive, under the work lock; return how many left."""
        with self.work():
            self._sweep()
            left = super().tidy(now)
            self._erase_orphans(now)
            return left

    def _erase_orphans(self, now: dt.datetime) -> None:
        """Erase what was kept for nothing, unless a register that a restore replaced is there and may refer to it."""
        if not any(self.folder.glob(f"{REGISTER}{REPLACED}*")):
            since, until = strays.period(now)
            found = self._mail.written(since, until) | self._letters.written(since, until)
            self.erase(strays.without_references(self, found))

    def _sweep(self) -> None:
        """Remove what processes that died had begun to write: a copy has another name the next night, and would stay."""
        for contents in (self._mail, self._letters):
            contents.sweep()
        with as_store_error("remove half-written files"):
            for path in (found for pattern in HALF_WRITTEN for found in self.folder.glob(pattern)):
                self.disk.unlink(path)

    def keep_mail(self, raw: Iterable[tuple[bytes, dt.datetime]]) -> list[str]:
        """Keep raw messages durably (one sync for all) and return their SHA-256 in hex, in order."""
        return self._mail.keep((content, f"{received_at:%Y}") for content, received_at in raw)

    def mail(self, sha256: str) -> bytes | None:
        """Return a kept raw message, or None when it was never kept, has been erased or is damaged (see `verify`)."""
        return self._mail.get(sha256)

    def keep_letters(self, contents: Iterable[bytes]) -> list[str]:
        """Keep rendered letters durably (one sync for all) and return their SHA-256 in hex, in order."""
        return self._letters.keep((content, "") for content in contents)

    def rendered(self, sha256: str) -> bytes | None:
        """Return the bytes of a kept letter, or None."""
        return self._letters.get(sha256)

    def erase(self, sha256s: Iterable[str]) -> None:
        """Erase raw messages and letters for good; a mark remains, so that `condition` says 'erased'."""
        for sha256 in sha256s:
            self._mail.erase(sha256)
            self._letters.erase(sha256)

    def condition(self, sha256: str) -> Condition:
        """Tell how a kept message or letter is: reads it and compares its hash."""
        found = self._mail.condition(sha256)
        return self._letters.condition(sha256) if found == "missing" else found

    def damage(self) -> list[str]:
        """Read the whole archive; return what is wrong with its files, one sentence each."""
        return self.archive.damage()

    def note_in_hand(self, keys: Iterable[str]) -> None:
        """Note which messages (places) are about to be parsed; an empty iterable: all were dealt with.

        It lasts beyond the process, whose death it is about. After a power cut it may be gone or torn, which counts as gone.
        """
        path, places = self.folder / IN_HAND, list(keys)
        with as_store_error("note the messages in hand"):
            if places:
                replace(self.disk, path, [orjson.dumps(places)], lasting=False)
            elif path.exists():
                self.disk.unlink(path)  # one that comes back after a power cut only costs time

    def in_hand(self) -> tuple[str, ...]:
        """Return the places that were in hand when a process died, else ()."""
        try:
            content, _ = self.disk.read(self.folder / IN_HAND)
            return tuple(orjson.loads(content))
        except (FileNotFoundError, orjson.JSONDecodeError):
            return ()

    def secret(self, now: dt.datetime) -> tuple[Key, ...]:
        """Return the signing keys that count now, newest first; made at the first start."""
        return self._secret.keys(now)

    def rotate_secret(self, now: dt.datetime, *, revoke: bool = False) -> None:
        """Make a new signing key; older ones stay valid for 400 days after they were replaced, or not with `revoke`."""
        with self.work():
            self._secret.rotate(now, revoke=revoke)

    def note_forgotten(self, address: str, at: dt.datetime) -> None:
        """Note durably that this bare address was forgotten, where a restore does not take it away."""
        with self.work():
            file = ForgottenFile(self.folder, self.disk)
            file.put(file.read().with_one(address, at, secrets.token_hex(16)))

    def forgotten(self) -> Forgotten:
        """Return who was forgotten, as salted hashes."""
        return ForgottenFile(self.folder, self.disk).read()

    # ── as a whole ──────────────────────────────────────────────────────────────────────────────────────────────────

    def dump(self) -> Iterator["Item"]:
        """Yield everything that it holds."""
        from klachtmail.store import tiny_transfer  # few runs need it

        return tiny_transfer.dump(self)

    def fill(self, items: Iterable["Item"], *, restored_at: dt.datetime | None = None) -> None:
        """Take all of these in place of what is there."""
        from klachtmail.store import tiny_transfer  # as above

        with self.work():
            tiny_transfer.fill(self, items, restored_at)

    def is_empty(self) -> bool:
        """Return whether it holds nothing that could be lost."""
        return self.generation == 0 or (self.folder / MOVED).exists()

    def note_moved(self, to: str) -> None:
        """Note where the register is now: every later start says so and refuses."""
        with as_store_error("note where the register is now"):
            replace(self.disk, self.folder / MOVED, [to.encode()])

    @property
    def signing_keys(self) -> SecretFile:
        """The file of the signing keys."""
        self._secret.ensure()
        return self._secret

    def has_seen_here(self, key: str) -> bool:
        """Return whether a message that was dealt with is outside the archive."""
        return key in self._tables.seen

    def replace_register(self, complaints: Tables, letters: Tables, seen: Tables, state: Tables) -> None:
        """Write these raw rows in place of all that are there, in one step."""
        hot = self._tables
        tables = ((hot.complaints, complaints), (hot.letters, letters), (hot.seen, seen), (hot.kept_state, state))

        def stage() -> list[Callable[[], None]]:
            return [shelf.stage(rows, {*shelf} - {*rows}) for shelf, rows in tables]

        self._change(stage)

    def forget_register(self) -> None:
        """Begin with an empty register: its files were moved away."""
        self._storage.forget()
        self._tables.rebuild()
        self.archive.close()

    def close(self) -> None:
        """Let go of files and locks."""
        if "journal" in vars(self):
            self.journal.close()
        self.archive.close()
        self._db.close()


def prepare(folder: Path, disk: Disk) -> None:
    """Make the data folder, or refuse one that others can change or that leads elsewhere.

    What others can read is made private again: that is soon done by a copy or a `chmod -R`. What they can write may
    have been changed already, so a person must look.
    """
    if folder.is_symlink():
        raise StoreError(f"The data folder {folder} is a symbolic link; name the real folder in data_dir")
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        disk.make_folder(folder)
        disk.sync_folder(folder.parent)
    if not folder.is_dir():
        raise StoreError(f"The data folder {folder} is not a folder")
    if (owner := folder.stat().st_uid) != os.geteuid():  # files of another (root's, by sudo) would stop the daemon
        raise StoreError(
            f"The data folder {folder} belongs to another user; run klachtmail as the user with id {owner}"
        )
    _refuse_writable(folder, "the data folder ")
    for path in folder.iterdir():
        if path.is_symlink():
            raise StoreError(f"{path} is a symbolic link; the data folder may only hold real files and folders")
        if path.is_dir() or path.name in {SECRET, REGISTER}:
            _refuse_writable(path)
    for path, mode in ((folder, FOLDER_MODE), (folder / SECRET, FILE_MODE)):
        if path.exists() and path.stat().st_mode & _OTHERS:
            disk.make_private(path, mode)


def _refuse_writable(path: Path, what: str = "") -> None:
    mode = path.stat().st_mode
    if mode & (stat.S_IWGRP | stat.S_IWOTH):
        private = FOLDER_MODE if stat.S_ISDIR(mode) else FILE_MODE
        raise StoreError(f"Others can write to {what}{path}; run: chmod {private:o} {path}")
