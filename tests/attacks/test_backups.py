"""Backups that somebody made to do harm, or that were damaged before they were packed: refused before anything changes."""

import gzip
import io
import tarfile

import pytest

from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import State
from klachtmail.store import TinyStore, logical
from klachtmail.store.backup import backup, restore
from klachtmail.store.errors import StoreCorruptError
from klachtmail.store.restoring import restore_into
from klachtmail.store.sql import open_target
from tests.store_samples import DAY, NOW, complaint

MEGABYTE = 1 << 20


@pytest.fixture
def store(tmp_path):
    """A store with an archived complaint and somebody who was forgotten."""
    made = TinyStore(tmp_path / "data")
    made.commit(Changes(complaints={"K2025-0001": complaint(1, at=NOW - 300 * DAY, status="closed")}))
    made.tidy(NOW)
    made.commit(Changes(state=State(counters={"K2025": 1})))
    made.secret(NOW)
    made.note_forgotten("anna@example.org", NOW)
    made.keep_mail([(b"From: a@example.org\r\n\r\nx", NOW)])
    yield made
    made.close()


def repacked(source, target, change):
    """Pack a backup anew, with other bytes where `change` gives some; its checksums are right."""
    with tarfile.open(source) as old, gzip.open(target, "wb") as packed, tarfile.open(fileobj=packed, mode="w|") as new:
        for member in old:
            content = change(member.name, old.extractfile(member).read())
            member.size = len(content)
            new.addfile(member, io.BytesIO(content))
    return target


def everything(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["archive/2025.json", "forgotten.json", "secret.key", "register.json"])
@pytest.mark.parametrize(
    "damage", [lambda c: c[:-3], lambda c: c[: len(c) // 2] + b"\xff" + c[len(c) // 2 + 1 :], lambda _: b""]
)
def test_a_file_that_was_damaged_before_it_was_packed_is_found_before_anything_is_put_in_place(
    store, tmp_path, name, damage
):
    backup(store, tmp_path / "all.tar.gz", with_key=True)
    with tarfile.open(tmp_path / "all.tar.gz") as packed:
        assert name in packed.getnames()
    bad = repacked(tmp_path / "all.tar.gz", tmp_path / "bad.tar.gz", lambda n, c: damage(c) if n == name else c)
    other = TinyStore(tmp_path / "other")
    other.commit(Changes(state=State(counters={"K2026": 7})))
    other.secret(NOW)
    other.close()
    before = everything(tmp_path / "other")
    with pytest.raises(StoreCorruptError, match="nothing was changed"):
        restore(tmp_path / "other", bad, NOW)
    assert everything(tmp_path / "other") == before


def bomb(path, name, size, kind=tarfile.REGTYPE):
    """Pack one file of zeros: a thousandth of its size."""
    with gzip.open(path, "wb") as packed:
        member = tarfile.TarInfo(name)
        member.size, member.type = size, kind
        packed.write(member.tobuf())
        for _ in range(size // MEGABYTE):
            packed.write(b"\0" * MEGABYTE)
        packed.write(b"\0" * 1024)
    return path


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("register.json", tarfile.REGTYPE),
        (f"mail/2026/{'0' * 64}.eml", tarfile.REGTYPE),
        ("nobody knows this", tarfile.REGTYPE),
        ("header", tarfile.XHDTYPE),
        ("long name", tarfile.GNUTYPE_LONGNAME),
    ],
)
def test_a_bomb_is_not_unpacked(tmp_path, name, kind, limited_memory):
    evil = bomb(tmp_path / "bomb.tar.gz", name, 400 * MEGABYTE, kind)
    assert evil.stat().st_size < MEGABYTE
    with limited_memory(200 * MEGABYTE), pytest.raises(StoreCorruptError, match="far more than a backup of its size"):
        restore(tmp_path / "new", evil, NOW)
    assert not (tmp_path / "new").exists()


def test_what_lies_behind_a_backup_counts_too(store, tmp_path):
    backup(store, tmp_path / "all.tar.gz", with_key=True)
    with (tmp_path / "all.tar.gz").open("ab") as file:
        file.write(gzip.compress(b"\0" * 100 * MEGABYTE))
    with pytest.raises(StoreCorruptError):
        restore(tmp_path / "new", tmp_path / "all.tar.gz", NOW)
    assert not (tmp_path / "new").exists()


@pytest.fixture
def limited_memory():
    """Fail when this block takes more memory than so many bytes."""
    import contextlib
    import tracemalloc

    @contextlib.contextmanager
    def limited(most):
        tracemalloc.start()
        try:
            yield
            assert tracemalloc.get_traced_memory()[1] < most
        finally:
            tracemalloc.stop()

    return limited


def test_a_bomb_in_the_form_of_every_store_is_not_unpacked(tmp_path, limited_memory):
    evil = tmp_path / "bomb.jsonl.gz"
    with gzip.open(evil, "wb") as packed:
        packed.write(b'{"format":"klachtmail-register-1"}\n["content","x",{"kind":"mail"},false,"')
        for _ in range(400):
            packed.write(b"A" * MEGABYTE)
        packed.write(b'"]\n')
    assert logical.is_logical(evil)
    into = f"sqlite:///{tmp_path}/new.db"
    with limited_memory(200 * MEGABYTE), pytest.raises(StoreCorruptError, match="far more than a backup of its size"):
        restore_into(lambda: open_target(into), tmp_path / "data", evil, NOW)
    assert open_target(into).is_empty()


@pytest.mark.parametrize("into", ["a folder", "a database"])
def test_a_flood_of_mail_that_packs_to_nothing_cannot_make_a_backup_that_is_refused(store, tmp_path, into):
    for number in range(40):
        store.keep_mail([(b"From: a@example.org\r\n\r\n%d " % number + b"a" * MEGABYTE, NOW)])
    if into == "a folder":
        backup(store, tmp_path / "all.tar.gz", with_key=True)
        assert restore(tmp_path / "new", tmp_path / "all.tar.gz", NOW).key == "restored"
        return
    logical.write(store.dump(), tmp_path / "all.jsonl.gz", with_key=True)
    assert sum(item.table == "content" for item in logical.read(tmp_path / "all.jsonl.gz")) == 41
