"""A register, an archive, a key or a message that is not as it was written: found, told, and never overwritten."""

import contextlib
import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from tinydb import TinyDB, where

from klachtmail.domain.records.abridged import KEPT_BYTES
from klachtmail.domain.records.model import HistoryEntry
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import State, Tally
from klachtmail.store import archive_year, frame, schema, storage
from klachtmail.store.copies import nightly_copy
from klachtmail.store.errors import StoreCorruptError, StoreError
from klachtmail.store.tiny import TinyStore
from klachtmail.store.verify import verify
from tests.crash.store.faulty_disk import FaultyDisk
from tests.store_samples import DAY, NOW, complaint, letter, seen


@pytest.fixture
def folder(tmp_path):
    """A data folder with three commits, a night's copy and an archive."""
    store = TinyStore(tmp_path / "data")
    store.commit(Changes(complaints={"K2025-0001": complaint(1, at=NOW - 300 * DAY, status="closed")}))
    store.tidy(NOW)
    store.commit(Changes(complaints={"K2026-0001": complaint(1)}, seen={"key-1": seen()}))
    nightly_copy(store, NOW)
    store.commit(Changes(complaints={"K2026-0002": complaint(2)}))
    store.close()
    return tmp_path / "data"


def is_refused(folder, content):
    (folder / "register.json").write_bytes(content)
    with pytest.raises(StoreCorruptError) as refused:
        TinyStore(folder)
    assert (folder / "register.json").read_bytes() == content
    return str(refused.value)


def test_a_register_cut_at_any_byte_is_refused_and_left_alone(folder):
    whole = (folder / "register.json").read_bytes()
    for length in range(len(whole)):
        with pytest.raises(frame.DamagedError):
            frame.read(whole[:length])
    for length in (0, 1, 60, len(whole) // 2, len(whole) - 1):
        assert "klachtmail restore" in is_refused(folder, whole[:length])


def test_a_register_that_another_program_wrote_is_refused_though_its_checksum_is_right(folder):
    whole = (folder / "register.json").read_bytes()
    head = frame.HEAD.match(whole)
    body = whole[head.end() :].replace(b'"complaints":{', b'"klachten":{')
    checksum = frame._checksum(int(head[1]), int(head[2]), [body]).encode()
    said = is_refused(folder, head[0].replace(head[3], checksum) + body)
    assert "its lines are not those of a register" in said


def test_any_flipped_bit_of_a_register_is_found(folder):
    whole = bytearray((folder / "register.json").read_bytes())
    for place in range(len(whole)):
        for bit in range(8):
            whole[place] ^= 1 << bit
            with pytest.raises(frame.DamagedError):
                frame.read(bytes(whole))
            whole[place] ^= 1 << bit
    assert frame.read(bytes(whole))


def test_a_commit_goes_through_the_whole_register_once(folder, monkeypatch):
    passes, body = [], frame._body
    monkeypatch.setattr(frame, "_body", lambda rows: passes.append(rows) or body(rows))
    with contextlib.closing(TinyStore(folder)) as store:
        store.commit(Changes(state=State(counters={"K2026": 7})))
        assert len(passes) == 1
    content = (folder / "register.json").read_bytes()
    _, generation, rows = frame.read(content)
    assert content == b"".join(frame.written(rows, generation))


def test_the_refusal_names_the_latest_copy_that_is_good(folder):
    content = (folder / "register.json").read_bytes()[:-5]
    assert "register.json.1 is good" in is_refused(folder, content)
    (folder / "register.json.1").write_bytes(b"{}")
    assert "register.json.2 is good" in is_refused(folder, content)
    for place in (2, 3):
        (folder / f"register.json.{place}").unlink()
    night = folder / "copies" / "register-2026-03-02.json"
    for name in ("register-2026-02-27.json", "register-2026-03-01.json"):
        (night.parent / name).write_bytes(night.read_bytes())
    (night.parent / "register-2026-03-03.json").symlink_to(night)
    assert f"{night} is good" in is_refused(folder, content), "not the one that cannot be opened"
    night.unlink()
    assert f"{folder}/copies/register-2026-03-01.json is good" in is_refused(folder, content)
    for path in night.parent.iterdir():
        path.unlink()
    assert "restore a backup" in is_refused(folder, content)


def test_a_register_that_is_gone_while_its_copies_are_there_is_refused(folder):
    (folder / "register.json").unlink()
    with pytest.raises(StoreCorruptError, match="is gone"):
        TinyStore(folder)


def test_a_register_that_vanishes_under_an_open_store_is_not_made_anew(folder):
    store = TinyStore(folder)
    (folder / "register.json").unlink()
    with pytest.raises(StoreError):
        store.commit(Changes(complaints={"K2026-0003": complaint(3)}))
    with pytest.raises(StoreCorruptError):
        store.refresh()
    assert not (folder / "register.json").exists()


def test_the_three_last_registers_are_kept_and_no_other(folder):
    generations = [frame.read((folder / f"register.json{end}").read_bytes())[1] for end in ("", ".1", ".2", ".3")]
    assert generations == [4, 3, 2, 1]
    with contextlib.closing(TinyStore(folder)) as store:
        store.commit(Changes(complaints={"K2026-0003": complaint(3)}))
    there = sorted(path.name for path in folder.glob("register.json*"))
    assert there == ["register.json", "register.json.1", "register.json.2", "register.json.3"], "who was forgotten goes"


def test_plain_tinydb_and_any_json_reader_can_open_the_register(folder):
    with TinyDB(folder / "register.json", access_mode="r") as db:
        assert db.tables() >= {"header", "complaints", "seen"}
        assert db.table("header").all()[0]["schema"] == schema.SCHEMA
        assert db.table("complaints").get(where("number") == "K2026-0002")["subject"] == "De cursus"
    assert (folder / "register.json").read_text().splitlines()[0].startswith('{"header":{"1":{"schema":3,')


def test_a_newer_schema_is_refused_and_an_older_one_is_migrated_step_by_step(folder, monkeypatch):
    monkeypatch.setattr(frame, "SCHEMA", schema.SCHEMA + 1)
    rows = frame.read((folder / "register.json").read_bytes())[2]
    newer = b"".join(frame.written(rows, 9))
    monkeypatch.undo()
    (folder / "register.json").write_bytes(newer)
    with pytest.raises(StoreError, match="newer klachtmail"):
        TinyStore(folder)
    assert (folder / "register.json").read_bytes() == newer

    steps = {1: lambda tables: {**tables, "a": {}}, 2: lambda tables: {**tables, "b": dict(tables["a"])}}
    assert schema.migrated({}, 1, steps=steps, current=3) == {"a": {}, "b": {}}
    assert schema.migrated({}, 3, steps=steps, current=3) == {}


def test_an_archive_of_an_older_klachtmail_is_read_as_this_one_keeps_it(folder, monkeypatch):
    told = "De trainer was te laat en de zaal was koud. " * 7_000
    long = complaint(2, at=NOW - 300 * DAY, status="closed", text=told)
    monkeypatch.setattr(archive_year, "SCHEMA", 2)
    with contextlib.closing(TinyStore(folder)) as store:
        long = replace(long, messages=(replace(long.messages[0], text=told),))
        store.commit(Changes(complaints={long.number: long}, seen={"old": seen("old", at=long.received_at)}))
        store.tidy(NOW)
        assert store.complaint(long.number).text == told
    monkeypatch.undo()
    with contextlib.closing(TinyStore(folder)) as store:
        read = store.complaint(long.number)
        assert len(read.messages[0].text.encode()) <= KEPT_BYTES
        assert [each.number for each in store.everything()][:2] == ["K2025-0001", long.number]
        assert store.seen("old").at == long.received_at


def test_a_missing_or_damaged_key_beside_a_register_stops_the_start(folder):
    key = (folder / "secret.key").read_bytes()
    for content in (b"", b"{", b'{"key": "zz"}'):
        (folder / "secret.key").write_bytes(content)
        with pytest.raises(StoreError, match=r"secret\.key"):
            TinyStore(folder).secret(NOW)
    (folder / "secret.key").unlink()
    with pytest.raises(StoreError, match=r"secret.key is missing"):
        TinyStore(folder)
    (folder / "secret.key").write_bytes(key)
    assert TinyStore(folder).secret(NOW)


def test_an_archive_with_any_flipped_bit_is_found_by_verify(folder):
    path = folder / "archive" / "2025.json"
    whole = bytearray(path.read_bytes())
    for place in range(len(whole)):
        whole[place] ^= 1 << (place % 8)
        path.write_bytes(whole)
        store = TinyStore(folder)
        assert [problem.where for problem in verify(store)] == ["archive"]
        store.close()
        whole[place] ^= 1 << (place % 8)


def test_a_damaged_archive_is_never_merged_into_a_new_one(folder):
    path = folder / "archive" / "2025.json"
    before = path.stat()
    damaged = path.read_bytes().replace(b"koud", b"warm")
    path.write_bytes(damaged)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))  # as a medium that decays: nobody wrote it
    store = TinyStore(folder)
    store.commit(Changes(complaints={"K2025-0002": complaint(2, at=NOW - 300 * DAY, status="closed")}))
    with pytest.raises(StoreCorruptError, match=r"2025.json is damaged"):
        store.tidy(NOW)
    assert path.read_bytes() == damaged
    assert [c.number for c in store.current()] == ["K2025-0002", "K2026-0001", "K2026-0002"]
    store.close()


@pytest.mark.parametrize("content", [None, b"", b"KMINDEX1", b"x" * 4096])
def test_an_index_that_is_missing_or_damaged_is_made_anew(folder, content):
    index = folder / "archive" / "2025.index"
    good = index.read_bytes()
    index.unlink()
    if content is not None:
        index.write_bytes(content)
    store = TinyStore(folder)
    assert store.complaint("K2025-0001").number == "K2025-0001"
    assert store.complaint("K2025-0002") is None
    assert index.read_bytes() == good
    store.close()


def test_an_index_of_another_archive_file_is_not_used(folder):
    path = folder / "archive" / "2025.json"
    store = TinyStore(folder)
    store.commit(Changes(complaints={"K2025-0002": complaint(2, at=NOW - 300 * DAY, status="closed")}))
    old = (folder / "archive" / "2025.index").read_bytes()
    store.tidy(NOW)
    (folder / "archive" / "2025.index").write_bytes(old)
    store.close()
    store = TinyStore(folder)
    assert store.complaint("K2025-0002")
    assert len(json.loads(path.read_bytes())) == 3
    store.close()


def test_the_archive_is_plain_json_with_a_record_on_each_line(folder):
    lines = (folder / "archive" / "2025.json").read_text().splitlines()
    header, record = json.loads("\n".join(lines))
    assert set(header["header"]) == {"schema", "sha256"}
    assert json.loads(lines[1].removeprefix(",")) == record
    assert record["complaint"]["number"] == "K2025-0001"


def test_a_damaged_message_reads_as_none_and_is_found_and_made_good_when_it_comes_again(folder):
    store = TinyStore(folder)
    (sha256,) = store.keep_mail([(b"From: a", NOW)])
    path = folder / "mail" / "2026" / f"{sha256}.eml"
    path.write_bytes(b"From: b")
    assert store.mail(sha256) is None
    assert store.condition(sha256) == "damaged"
    path.unlink()
    assert store.condition(sha256) == "missing"
    path.write_bytes(b"")
    store.keep_mail([(b"From: a", NOW)])
    assert store.mail(sha256) == b"From: a"
    store.close()


def test_a_name_that_is_no_hash_finds_nothing(folder):
    store = TinyStore(folder)
    (folder / "letters").mkdir()
    (folder / "letters" / "x.eml").write_bytes(b"x")
    assert store.mail("../secret") is None
    assert store.rendered("x") is None
    store.close()


# Who may look, and who may write


def modes(folder):
    return {str(p.relative_to(folder)): stat.S_IMODE(p.stat().st_mode) for p in folder.rglob("*")}


def test_the_data_folder_is_for_its_owner_alone(folder):
    store = TinyStore(folder)
    store.keep_mail([(b"From: a", NOW)])
    store.keep_letters([b"Beste"])
    store.note_in_hand(["INBOX/1/1"])
    store.rotate_secret(NOW)
    store.close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    found = modes(folder)
    assert {"secret.key", "register.json", "work.lock", "mail/2026", "in-hand.json"} <= set(found)
    for name, mode in found.items():
        assert mode == (0o700 if (folder / name).is_dir() else 0o600), name


@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_folder_that_others_can_write_to_is_refused(folder, mode):
    folder.chmod(mode)
    with pytest.raises(StoreError, match="chmod 700"):
        TinyStore(folder)


@pytest.mark.parametrize("name", ["register.json", "secret.key", "archive", "mail", "cache"])
@pytest.mark.parametrize("others", [0o020, 0o002, 0o022])
def test_what_others_can_write_in_the_data_folder_is_refused(folder, name, others):
    path = folder / name
    if not path.exists():
        path.mkdir()
    private = 0o700 if path.is_dir() else 0o600
    path.chmod(private | others)
    with pytest.raises(StoreError, match=rf"Others can write to .*{name}; run: chmod {private:o} "):
        TinyStore(folder)
    path.chmod(private)
    TinyStore(folder).close()


def test_what_others_can_read_is_made_private_again(folder):
    folder.chmod(0o755)
    (folder / "secret.key").chmod(0o644)
    TinyStore(folder).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "secret.key").stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["register.json", "secret.key", "archive", "mail", "letters", "copies"])
def test_a_link_in_the_data_folder_is_refused(folder, tmp_path, name):
    path = folder / name
    if path.exists():
        path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreError, match="symbolic link"):
        TinyStore(folder)


def test_a_data_folder_that_is_itself_a_link_is_refused(folder, tmp_path):
    (tmp_path / "link").symlink_to(folder)
    with pytest.raises(StoreError, match="symbolic link"):
        TinyStore(tmp_path / "link")


def test_a_link_that_is_laid_later_is_not_followed(folder, tmp_path):
    store = TinyStore(folder)
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (folder / "register.json.new").symlink_to(victim)
    with pytest.raises(StoreError, match="symbolic link"):
        store.commit(Changes(complaints={"K2026-0003": complaint(3)}))
    assert victim.read_bytes() == b"precious"
    store.close()


def test_a_year_of_mail_that_is_a_link_is_refused(folder, tmp_path):
    store = TinyStore(folder)
    (folder / "mail").mkdir()
    (folder / "mail" / "2026").symlink_to(tmp_path)
    with pytest.raises(StoreError, match="symbolic link"):
        store.keep_mail([(b"From: a", NOW)])
    assert not list(tmp_path.glob("*.eml"))
    store.close()


def test_a_folder_of_another_user_is_refused(folder):
    if os.geteuid() == 0:
        os.chown(folder, 1, -1)
    else:
        folder = Path("/usr")  # root's, and only looked at
    with pytest.raises(StoreError, match="belongs to another user; run klachtmail as the user with id"):
        TinyStore(folder)


@pytest.mark.parametrize("torn", [b"", b"[", b'["INBOX/1', bytes(20)])
def test_a_note_of_what_is_in_hand_that_cannot_be_read_is_passed_over(folder, torn):
    store = TinyStore(folder)
    (folder / "in-hand.json").write_bytes(torn)
    assert store.in_hand() == ()
    store.close()


def test_a_note_of_what_is_in_hand_waits_for_no_disk(folder):
    disk = FaultyDisk()
    with contextlib.closing(TinyStore(folder, disk=disk)) as store:
        disk.taken.clear()
        store.note_in_hand(["INBOX/1/1"])
        assert [name for name in disk.taken if name.startswith("before")] == ["before write", "before rename"]
        assert store.in_hand() == ("INBOX/1/1",)


def test_what_was_erased_from_an_archived_complaint_leaves_the_archive_the_next_night(folder):
    store = TinyStore(folder)
    old = store.complaint("K2025-0001")
    store.commit(Changes(complaints={old.number: replace(old, text="", messages=(), erased_at=NOW)}))
    store.tidy(NOW)
    assert b"koud" not in (folder / "archive" / "2025.json").read_bytes()
    store.commit(Changes(complaints={"K2026-0003": complaint(3)}))
    store.tidy(NOW + 90 * DAY)
    assert store.complaint("K2025-0001").erased_at == NOW
    store.close()


def test_what_was_erased_of_one_of_several_people_leaves_the_archive_too(folder):
    store = TinyStore(folder)
    old = store.complaint("K2025-0001")
    erasure = HistoryEntry(at=NOW, actor="klachtmail", event="erased")
    store.commit(Changes(complaints={old.number: replace(old, text="", history=(*old.history, erasure))}))
    store.tidy(NOW)
    assert b"koud" not in (folder / "archive" / "2025.json").read_bytes()
    store.close()


def test_a_data_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(StoreError, match="not a folder"):
        TinyStore(tmp_path / "data")


def test_what_is_written_stays_small(folder):
    """Values that are as they always are cost no bytes: 2,000 open complaints are read at every start."""
    document = orjson.loads((folder / "register.json").read_bytes())["complaints"]
    assert all("draft" not in found and "measures" not in found for found in document.values())


def test_the_names_of_the_copies_are_those_that_are_looked_for(folder):
    names = [path.name for path in storage.candidates(folder)]
    assert names == ["register.json.1", "register.json.2", "register.json.3", "register-2026-03-02.json"]


def test_a_register_from_before_letters_were_counted_is_opened_and_counted(folder, monkeypatch):
    with contextlib.closing(TinyStore(folder)) as store:
        store.commit(Changes(letters={name: letter(name, number="K2026-0001") for name in ("l1", "l2")}))
    tables = frame.opened(frame.read((folder / "register.json").read_bytes())[2])
    for row in tables["letters"].values():
        del row["serial"]
    del tables["state"]
    monkeypatch.setattr(frame, "SCHEMA", 1)
    (folder / "register.json").write_bytes(b"".join(frame.written(frame.closed(tables), 9)))
    monkeypatch.undo()
    with contextlib.closing(TinyStore(folder)) as store:
        assert store.state.tally == Tally(laid=2, entries=2, seen=1)
        assert [one.serial for one in store.letters()] == [1, 2]
        store.commit(Changes(letters={"late": letter("late")}))
        assert store.letter("late").serial == 3
        assert [problem for problem in verify(store) if "were" in problem.what or "laid" in problem.what] == []
