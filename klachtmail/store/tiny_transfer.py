"""A data folder read as a whole, and filled. The register is written last: before it the folder holds nothing that counts."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from klachtmail.domain.privacy.forgotten import Mark
from klachtmail.domain.record import of_json
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.state import Seen
from klachtmail.store.archivable import Archivable
from klachtmail.store.disk import as_store_error, replace
from klachtmail.store.forgotten import ForgottenFile
from klachtmail.store.indexed_table import raw
from klachtmail.store.live_tables import ONLY
from klachtmail.store.storage import MOVED
from klachtmail.store.transfer import Item

if TYPE_CHECKING:
    from klachtmail.store.tiny import TinyStore

_TOGETHER: Final = 100  # contents that one sync keeps
_KEPT: Final = re.compile(r"([0-9a-f]{64})\.(eml|erased)")
_LEFT: Final = (
    "register.json*",
    "archive",
    "copies",
    "secret.key",
    "forgotten.json",
    "delivery.journal",
    "in-hand.json",
)


def dump(store: "TinyStore") -> Iterator[Item]:
    """Yield everything."""
    here = {complaint.number for complaint in store.current()}
    for complaint in store.everything():
        yield Item("complaints", complaint.number, raw(complaint), complaint.number not in here)
    for letter in store.letters():
        yield Item("letters", letter.id, raw(letter))
    for seen in store.sightings():
        yield Item("seen", seen.key, raw(seen), not store.has_seen_here(seen.key))
    yield Item("state", "state", raw(store.state))
    listed = [[key.hex(), at.astimezone(dt.UTC).isoformat() if at else None] for key, at in store.signing_keys.read()]
    yield Item("keys", "keys", listed)
    for mark in store.forgotten().marks:
        yield Item("forgotten", mark.digest, [mark.salt, mark.digest, mark.at.astimezone(dt.UTC).isoformat()])
    yield from _contents(store.folder)


def _contents(folder: Path) -> Iterator[Item]:
    found: set[str] = set()
    for kind, place in (("mail", folder / "mail"), ("letter", folder / "letters")):
        # the mark of what was erased after the content itself: a crash may have left both
        for path in sorted(place.rglob("*.*"), key=lambda path: path.suffix == ".erased"):
            match = _KEPT.fullmatch(path.name)
            if match and match[1] not in found:
                found.add(match[1])
                at = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).isoformat()
                content = path.read_bytes() if match[2] == "eml" else None
                yield Item("content", match[1], {"kind": kind, "at": at}, content=content)


def fill(store: "TinyStore", items: Iterable[Item], restored_at: dt.datetime | None) -> None:
    """Set apart what a register left here that moved away, then take all of these; the register last."""
    if restored_at is None:
        _set_apart(store)
    tables: dict[str, dict[str, Any]] = defaultdict(dict)
    past = Archivable({}, {}, frozenset())
    contents: list[Item] = []
    for item in items:
        match item.table:
            case "complaints" if item.archived:
                past.complaints[item.key] = of_json(Complaint, item.value)
            case "seen" if item.archived:
                past.seen[item.key] = of_json(Seen, item.value)
            case "content":
                contents.append(item)
                if len(contents) == _TOGETHER:
                    _keep(store, contents)
                    contents = []
            case "keys":
                read = [(bytes.fromhex(key), dt.datetime.fromisoformat(at) if at else None) for key, at in item.value]
                store.signing_keys.put(read)
            case "forgotten":
                marks = ForgottenFile(store.folder, store.disk)
                salt, digest, at = item.value
                marks.put(marks.read().with_all([Mark(salt, digest, dt.datetime.fromisoformat(at))]))
            case _:
                tables[item.table][item.key] = item.value
    _keep(store, contents)
    if past.complaints or past.seen:
        store.archive.put(past, frozenset())
    state = {**tables["state"].get("state", {}), **({"restored_at": restored_at.isoformat()} if restored_at else {})}
    store.replace_register(
        tables["complaints"], tables["letters"], tables["seen"], {ONLY: {"name": ONLY, "state": state}}
    )
    store.disk.unlink(store.folder / MOVED)


def _keep(store: "TinyStore", contents: Iterable[Item]) -> None:
    whole = [item for item in contents if item.content is not None and store.condition(item.key) != "erased"]
    mail = [item for item in whole if item.value["kind"] == "mail"]
    store.keep_mail((item.content or b"", dt.datetime.fromisoformat(item.value["at"])) for item in mail)
    store.keep_letters(item.content or b"" for item in whole if item.value["kind"] == "letter")
    for item in contents:
        if item.content is None:
            _mark_erased(store, item)


def _mark_erased(store: "TinyStore", item: Item) -> None:
    if store.condition(item.key) == "missing":
        year = item.value["at"][:4]
        folder = store.folder / "mail" / year if item.value["kind"] == "mail" else store.folder / "letters"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with as_store_error("note what was erased"):
            replace(store.disk, folder / f"{item.key}.erased", [])
    else:
        store.erase([item.key])


def _set_apart(store: "TinyStore") -> None:
    """Move what an older register left into a folder of its own; mail and letters stay: they have the same names."""
    left = [path for pattern in _LEFT for path in store.folder.glob(pattern)]
    if not left or not (store.folder / MOVED).exists():
        return
    apart = store.folder / f"moved-{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%S}"
    with as_store_error("set the old register apart"):
        store.disk.make_folder(apart)
        for path in left:
            store.disk.rename(path, apart / path.name)
        store.disk.sync_folder(store.folder)
    store.forget_register()
