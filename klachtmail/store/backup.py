"""Everything in one file, and back.

A backup holds the register, the archive, every kept message and letter, and the signing keys only when they are
asked for: whoever has those can give commands in a member's name.
"""

import datetime as dt
import gzip
import io
import re
import tarfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from klachtmail.store import frame
from klachtmail.store.bounded import filling
from klachtmail.store.content import Contents
from klachtmail.store.copies import REPLACED, STAMP, understood_register
from klachtmail.store.disk import FOLDER_MODE, Disk, Locks, as_store_error, discard, give_out, replace
from klachtmail.store.errors import StoreError
from klachtmail.store.forgotten import NAME as FORGOTTEN
from klachtmail.store.forgotten import ForgottenFile, understood
from klachtmail.store.live_tables import ONLY
from klachtmail.store.packed import ARCHIVE, ERASED, LETTER, MAIL, members, register_in
from klachtmail.store.schema import Tables
from klachtmail.store.secret import NAME as SECRET
from klachtmail.store.secret import SecretFile
from klachtmail.store.storage import NAME as REGISTER
from klachtmail.store.tiny import IN_HAND, WAIT, TinyStore, prepare

_CONTENTS: Final = ("mail/*/*.eml", "mail/*/*.erased", "letters/*.eml", "letters/*.erased", "archive/????.json")


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did. `key`: the signing keys came from the backup, were there, or had to be made.

    With new keys nobody can answer letters of before: members get fresh mail when they try.
    """

    source: Path
    kept: Path | None  # the register that was replaced, under its new name
    key: Literal["restored", "there", "new"]


# ── out ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def backup(store: TinyStore, target: Path, *, with_key: bool) -> None:
    """Write a .tar.gz (mode 0600) with everything, as it is at one moment: nobody commits meanwhile."""
    with store.work(), as_store_error(f"write the backup {target}"):
        if store.generation == 0:
            raise StoreError(f"There is no register in {store.folder} yet: nothing to back up")
        give_out(store.disk, target, _packed(store.folder, store.disk, with_key=with_key))


def _packed(folder: Path, disk: Disk, *, with_key: bool) -> Iterator[bytes]:
    sink, gone = io.BytesIO(), 0
    names = [SECRET] if with_key else []
    names += [FORGOTTEN] if (folder / FORGOTTEN).exists() else []
    names += [str(path.relative_to(folder)) for pattern in _CONTENTS for path in sorted(folder.glob(pattern))]
    with gzip.GzipFile(fileobj=sink, mode="wb", mtime=0) as packed:
        with tarfile.open(fileobj=packed, mode="w|") as tar:
            for name in [*names, REGISTER]:  # the register last, as it is written
                content, stat = disk.read(folder / name)
                member = tarfile.TarInfo(name)
                member.size, member.mode, member.mtime = len(content), 0o600, int(stat.st_mtime)
                tar.addfile(member, io.BytesIO(content))
                gone += sink.tell()
                yield _drained(sink)
        packed.write(filling(packed.tell(), gone))
    yield _drained(sink)


def _drained(sink: io.BytesIO) -> bytes:
    content = sink.getvalue()
    sink.seek(0)
    sink.truncate()
    return content


# ── back ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def restore(data_dir: Path, source: Path, now: dt.datetime, *, disk: Disk | None = None) -> Restored:
    """Put a backup or a copy of the register in place; the register that was there stays under another name.

    Sets `state.restored_at`: letters wait until the folders and Sent were compared. StoreError, and nothing changed,
    when the source is damaged or a daemon runs.
    """
    disk = disk or Disk()
    with as_store_error(f"read {source}"), source.open("rb") as file:
        is_backup = file.read(2) == b"\x1f\x8b"
    content = register_in(source) if is_backup else source.read_bytes()
    generation, tables = understood_register(content, source)
    with as_store_error("use the data folder"):
        prepare(data_dir, disk)
    with _alone(data_dir, disk), as_store_error("restore"):
        if is_backup:
            _unpack(source, data_dir, disk, now)
        key = _key(source if is_backup else None, data_dir, disk)
        kept = set_apart(data_dir, disk, now)
        discard(disk, data_dir / IN_HAND)
        _mark(tables, now)
        replace(disk, data_dir / REGISTER, frame.written(frame.closed(tables), generation + 1))
    return Restored(source, kept, key)


def _alone(data_dir: Path, disk: Disk) -> ExitStack:
    """Return the three locks, held: no daemon runs, nobody works, nobody commits."""
    locks = Locks(data_dir, disk)
    with ExitStack() as held:
        held.enter_context(locks.hold("daemon", 0, "Stop the daemon first: it runs on this data folder"))
        held.enter_context(locks.hold("work", WAIT, "Another klachtmail is at work on this data folder"))
        held.enter_context(locks.hold("register", WAIT, "Another klachtmail is writing the register"))
        return held.pop_all()


def _unpack(source: Path, data_dir: Path, disk: Disk, now: dt.datetime) -> None:
    for folder, pattern in (("mail", MAIL), ("letters", LETTER)):
        contents = Contents(data_dir / folder, disk, by_year=folder == "mail")
        contents.keep(_not_erased(contents, pattern, members(source, pattern.fullmatch)))
    marks = ForgottenFile(data_dir, disk)
    for _, content in members(source, FORGOTTEN.__eq__):  # those of both: who was forgotten since stays so
        marks.put(marks.read().with_all(understood(content, source).marks))
    for name, content in members(source, lambda name: ARCHIVE.fullmatch(name) or ERASED.fullmatch(name)):
        path = data_dir / name
        path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        if path.exists() and disk.read(path)[0] != content:
            _keep_aside(path, disk, now)
        replace(disk, path, [content])


def _not_erased(
    contents: Contents, pattern: re.Pattern[str], members: Iterable[tuple[str, bytes]]
) -> Iterator[tuple[bytes, str]]:
    """Yield what to keep: a message that was erased after the backup was made must not come back."""
    for name, content in members:
        match = pattern.fullmatch(name)
        if match and contents.condition(match[2]) != "erased":
            yield content, match[1]


def _key(source: Path | None, data_dir: Path, disk: Disk) -> Literal["restored", "there", "new"]:
    path = data_dir / SECRET
    found = [content for _, content in members(source, SECRET.__eq__)] if source else []
    if found:
        replace(disk, path, found[:1])
        return "restored"
    if path.exists():
        return "there"
    SecretFile(data_dir, disk).ensure()
    return "new"


def begin_anew(data_dir: Path, now: dt.datetime, *, disk: Disk | None = None) -> Path | None:
    """Put an empty register, marked as restored, in place of one that cannot be opened; return where that is kept.

    StoreError, and nothing changed, when a daemon runs.
    """
    disk = disk or Disk()
    tables: Tables = {}
    _mark(tables, now)
    with _alone(data_dir, disk), as_store_error("restore"):
        _key(None, data_dir, disk)
        kept = set_apart(data_dir, disk, now)
        replace(disk, data_dir / REGISTER, frame.written(frame.closed(tables), 0))
    return kept


def set_apart(data_dir: Path, disk: Disk, now: dt.datetime) -> Path | None:
    """Give the register another name beside its own; None when there is none."""
    register = data_dir / REGISTER
    return _keep_aside(register, disk, now) if register.exists() else None


def _keep_aside(path: Path, disk: Disk, now: dt.datetime) -> Path:
    """Give a register or an archive that a restore replaces another name: it may be the wrong backup."""
    kept = path.with_name(f"{path.name}{REPLACED}{now:{STAMP}}")
    while kept.exists():  # of another restore in this second, or of this one before it was cut off
        kept = kept.with_name(f"{kept.name}-again")
    disk.link(path, kept)
    return kept


def _mark(tables: Tables, now: dt.datetime) -> None:
    kept = tables.setdefault("state", {}).setdefault("1", {"name": ONLY, "state": {}})
    kept["state"] = {**kept["state"], "restored_at": now.isoformat()}
