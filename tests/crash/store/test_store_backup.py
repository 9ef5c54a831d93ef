"""Backups, nightly copies, and the way back."""

import errno
import gzip
import io
import os
import stat
import tarfile
from dataclasses import replace

import pytest

from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import State
from klachtmail.store import FileJournal
from klachtmail.store.backup import backup, restore
from klachtmail.store.copies import nightly_copy
from klachtmail.store.disk import Disk, Locks
from klachtmail.store.errors import StoreBusyError, StoreCorruptError, StoreError
from klachtmail.store.tiny import TinyStore
from klachtmail.store.verify import verify
from tests.store_samples import DAY, NOW, complaint, letter, seen

RAW = b"From: anna@example.org\r\n\r\nHet lokaal was koud."


@pytest.fixture
def store(tmp_path):
    """A store with an archived complaint, one in the register, their mail and a letter."""
    made = TinyStore(tmp_path / "data")
    hashes = made.keep_mail([(RAW, NOW), (RAW + b"!", NOW - 300 * DAY)])
    (rendered,) = made.keep_letters([b"Message-ID: <l1@ront.nl>\r\n\r\nBeste Anna"])
    old, new = complaint(1, at=NOW - 300 * DAY, status="closed"), complaint(1)
    made.commit(Changes(complaints={old.number: replace(old, messages=(replace(old.messages[0], sha256=hashes[1]),))}))
    made.tidy(NOW)
    made.commit(
        Changes(
            complaints={new.number: replace(new, messages=(replace(new.messages[0], sha256=hashes[0]),))},
            seen={"key-1": replace(seen(kind="new", number=new.number), sha256=hashes[0])},
            letters={"l1": letter(sha256=rendered)},
            state=State(counters={"K2025": 1, "K2026": 1}),
        )
    )
    yield made
    made.close()


def opened(folder):
    store = TinyStore(folder)
    found = {c.number: store.mail(c.messages[0].sha256) for c in store.everything()}
    answer = (found, store.state.restored_at, store.secret(NOW), verify(store))
    store.close()
    return answer


def test_a_backup_with_the_key_brings_everything_back(store, tmp_path):
    backup(store, tmp_path / "all.tar.gz", with_key=True)
    done = restore(tmp_path / "new", tmp_path / "all.tar.gz", NOW)
    assert (done.key, done.kept) == ("restored", None)
    mails = {"K2025-0001": RAW + b"!", "K2026-0001": RAW}
    assert opened(tmp_path / "new") == (mails, NOW, store.secret(NOW), [])


def test_a_backup_is_private_one_file_and_without_the_key_unless_asked(store, tmp_path):
    path = tmp_path / "all.tar.gz"
    backup(store, path, with_key=False)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with tarfile.open(path) as tar:
        names = tar.getnames()
    assert "secret.key" not in names
    assert names[-1] == "register.json"
    done = restore(tmp_path / "new", path, NOW)
    assert done.key == "new"
    assert opened(tmp_path / "new")[2] != store.secret(NOW)


def test_a_copy_of_the_register_is_restored_beside_the_mail_that_is_still_there(store, tmp_path):
    copy = nightly_copy(store, NOW)
    store.commit(Changes(complaints={"K2026-0002": complaint(2)}))
    store.close()
    (store.folder / "register.json").write_bytes(b"damaged")
    done = restore(store.folder, copy, NOW)
    assert done.key == "there"
    assert done.kept.read_bytes() == b"damaged"
    mails, restored_at, _, problems = opened(store.folder)
    assert (set(mails), restored_at, problems) == ({"K2025-0001", "K2026-0001"}, NOW, [])


def test_an_open_store_notices_a_restore(store, tmp_path):
    copy = nightly_copy(store, NOW)
    store.commit(Changes(complaints={"K2026-0002": complaint(2)}))
    restore(store.folder, copy, NOW)
    store.refresh()
    assert store.complaint("K2026-0002") is None
    assert store.state.restored_at == NOW


def test_an_erased_message_does_not_come_back_and_its_mark_goes_along(store, tmp_path):
    backup(store, tmp_path / "before.tar.gz", with_key=True)
    (sha256,) = {m.sha256 for c in store.current() for m in c.messages}
    store.erase([sha256])
    restore(store.folder, tmp_path / "before.tar.gz", NOW)
    assert store.condition(sha256) == "erased"
    store.refresh()
    backup(store, tmp_path / "after.tar.gz", with_key=True)
    restore(tmp_path / "new", tmp_path / "after.tar.gz", NOW)
    again = TinyStore(tmp_path / "new")
    assert again.condition(sha256) == "erased"
    again.close()


def test_an_erased_letter_does_not_come_back_and_its_mark_goes_along(store, tmp_path):
    backup(store, tmp_path / "before.tar.gz", with_key=True)
    (sha256,) = {x.sha256 for x in store.letters()}
    store.erase([sha256])
    restore(store.folder, tmp_path / "before.tar.gz", NOW)
    store.refresh()
    assert store.condition(sha256) == "erased"
    backup(store, tmp_path / "after.tar.gz", with_key=True)
    restore(tmp_path / "new", tmp_path / "after.tar.gz", NOW)
    again = TinyStore(tmp_path / "new")
    assert again.condition(sha256) == "erased"
    again.close()


def test_whatever_unpacks_a_backup_makes_files_for_their_owner_alone(store, tmp_path):
    backup(store, tmp_path / "all.tar.gz", with_key=True)
    with tarfile.open(tmp_path / "all.tar.gz") as packed:
        modes = {member.name: oct(member.mode) for member in packed}
    assert {"register.json", "secret.key"} <= set(modes)
    assert set(modes.values()) == {"0o600"}


def test_a_backup_that_was_cut_or_changed_is_refused_before_anything_is_touched(store, tmp_path):
    whole = tmp_path / "all.tar.gz"
    backup(store, whole, with_key=True)
    content = whole.read_bytes()
    for length in range(2, len(content), 97):
        (tmp_path / "cut").write_bytes(content[:length])
        with pytest.raises(StoreCorruptError):
            restore(tmp_path / "new", tmp_path / "cut", NOW)
        assert not (tmp_path / "new").exists()
    for place in range(2, len(content), 101):
        flipped = bytearray(content)
        flipped[place] ^= 4
        (tmp_path / "cut").write_bytes(flipped)
        try:
            restore(tmp_path / f"new{place}", tmp_path / "cut", NOW)
        except StoreError:
            continue
        assert opened(tmp_path / f"new{place}")[3] == []


def test_a_damaged_copy_is_refused_and_what_is_there_stays(store, tmp_path):
    (tmp_path / "copy.json").write_bytes((store.folder / "register.json").read_bytes()[:-3])
    before = (store.folder / "register.json").read_bytes()
    with pytest.raises(StoreCorruptError, match="checksum"):
        restore(store.folder, tmp_path / "copy.json", NOW)
    assert (store.folder / "register.json").read_bytes() == before


def test_an_archive_without_a_register_is_no_backup(tmp_path):
    other = tmp_path / "photos.tar.gz"
    with tarfile.open(other, "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("strand.jpg"))
    with pytest.raises(StoreCorruptError, match="has no register in it: it is no backup"):
        restore(tmp_path / "new", other, NOW)
    assert not (tmp_path / "new").exists()


def test_a_source_that_is_not_there_is_told(tmp_path):
    with pytest.raises(StoreError, match="nowhere"):
        restore(tmp_path / "new", tmp_path / "nowhere", NOW)


def test_nothing_in_a_backup_can_be_written_outside_the_data_folder(store, tmp_path):
    evil = io.BytesIO()
    with tarfile.open(fileobj=evil, mode="w") as tar:
        for name in ("../evil", f"{tmp_path}/evil", "mail/2026/../../evil.eml", "archive/2026.json/evil"):
            member = tarfile.TarInfo(name)
            member.size = 4
            tar.addfile(member, io.BytesIO(b"evil"))
        link = tarfile.TarInfo(f"mail/2026/{'0' * 64}.eml")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
        tar.add(store.folder / "register.json", "register.json")
    (tmp_path / "evil.tar.gz").write_bytes(gzip.compress(evil.getvalue()))
    restore(tmp_path / "new", tmp_path / "evil.tar.gz", NOW)
    assert {path.name for path in (tmp_path / "new").rglob("*")} <= {
        "register.json",
        "secret.key",
        "daemon.lock",
        "work.lock",
        "register.lock",
    }
    assert not (tmp_path / "evil").exists()


def test_no_restore_while_a_daemon_runs(store, tmp_path):
    backup(store, tmp_path / "all.tar.gz", with_key=True)
    with store.lead(), pytest.raises(StoreBusyError, match="Stop the daemon"):
        restore(store.folder, tmp_path / "all.tar.gz", NOW)


@pytest.mark.parametrize("lock", ["daemon", "work", "register"])
def test_a_restore_waits_for_whoever_is_at_work_and_changes_nothing_meanwhile(store, tmp_path, monkeypatch, lock):
    monkeypatch.setattr("klachtmail.store.backup.WAIT", 0.1)
    backup(store, tmp_path / "all.tar.gz", with_key=True)
    before = (store.folder / "register.json").read_bytes()
    with Locks(store.folder, Disk()).hold(lock, 0, "x"), pytest.raises(StoreBusyError):
        restore(store.folder, tmp_path / "all.tar.gz", NOW)
    assert (store.folder / "register.json").read_bytes() == before


def test_there_is_nothing_to_back_up_before_the_first_commit(tmp_path):
    store = TinyStore(tmp_path / "data")
    with pytest.raises(StoreError, match="nothing to back up"):
        backup(store, tmp_path / "all.tar.gz", with_key=True)
    assert nightly_copy(store, NOW) is None
    store.close()


def test_fourteen_nightly_copies_are_kept(store):
    for day in range(20):
        nightly_copy(store, NOW + day * DAY)
    names = sorted(path.name for path in (store.folder / "copies").iterdir())
    assert (len(names), names[0], names[-1]) == (14, "register-2026-03-08.json", "register-2026-03-21.json")


def test_a_register_that_a_restore_replaced_goes_after_fourteen_days(store, tmp_path):
    backup(store, tmp_path / "all.tar.gz", with_key=True)
    kept = restore(store.folder, tmp_path / "all.tar.gz", NOW).kept
    again = TinyStore(store.folder)
    for day in range(15):
        assert kept.exists()
        nightly_copy(again, NOW + day * DAY)
    nightly_copy(again, NOW + 15 * DAY)
    assert not kept.exists()
    assert (store.folder / "register.json").exists()
    again.close()


def test_a_damaged_register_is_not_copied(store):
    path = store.folder / "register.json"
    stat_before = path.stat()
    content = bytearray(path.read_bytes())
    content[-20] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(stat_before.st_atime_ns, stat_before.st_mtime_ns))
    with pytest.raises(StoreCorruptError):
        nightly_copy(store, NOW)
    assert not (store.folder / "copies").exists()


def test_the_journal_survives_what_is_torn_and_grows_beyond_its_room(tmp_path):
    with FileJournal(tmp_path) as journal:
        for place in range(1800):
            journal.trying(f"letter-{place}")
            journal.accepted(f"letter-{place}")
        journal.trying("last")
    path = tmp_path / "delivery.journal"
    content = path.read_bytes()
    path.write_bytes(content.replace(b"trying last\n", b"trying la\0\0\0"))
    with FileJournal(tmp_path) as journal:
        assert (journal.doubtful(), len(journal.taken())) == ((), 1800)
        journal.trying("x")
    with FileJournal(tmp_path) as journal:
        assert journal.doubtful() == ("x",)
        journal.clear()
    with FileJournal(tmp_path) as journal:
        assert (journal.doubtful(), journal.taken()) == ((), ())


def test_what_lies_behind_a_torn_line_of_the_journal_never_counts_again(tmp_path):
    line = b"refused l1\n"
    torn = b"trying l1\n" + bytes(len(line)) + b"trying old\n"
    (tmp_path / "delivery.journal").write_bytes(torn + bytes(1000))
    with FileJournal(tmp_path) as journal:
        assert journal.doubtful() == ("l1",)
        journal.refused("l1")
    with FileJournal(tmp_path) as journal:
        assert journal.doubtful() == ()


def test_a_copy_from_before_a_complaint_came_back_from_the_archive_still_finds_it_there(store):
    copy = nightly_copy(store, NOW)
    old = store.complaint("K2025-0001")
    store.commit(Changes(complaints={old.number: replace(old, status="assigned")}))
    store.tidy(NOW + DAY)
    store.close()
    restore(store.folder, copy, NOW + DAY)
    again = TinyStore(store.folder)
    assert again.complaint("K2025-0001").status == "closed"
    assert verify(again) == []
    again.close()


def test_two_restores_in_one_second_keep_both_registers(store, tmp_path):
    backup(store, tmp_path / "all.tar.gz", with_key=True)
    store.commit(Changes(complaints={"K2026-0001": replace(store.complaint("K2026-0001"), subject="Later")}))
    first = restore(store.folder, tmp_path / "all.tar.gz", NOW)
    second = restore(store.folder, tmp_path / "all.tar.gz", NOW)
    assert first.kept != second.kept
    assert b"Later" in first.kept.read_bytes()
    again = TinyStore(store.folder)
    nightly_copy(again, NOW + 15 * DAY)
    assert not first.kept.exists()
    assert not second.kept.exists()
    again.close()


def test_where_a_file_can_have_one_name_only_copies_are_made(tmp_path, monkeypatch):
    def refused(*_):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("pathlib.Path.hardlink_to", refused)
    made = TinyStore(tmp_path / "data")
    for counter in (1, 2, 3):
        made.commit(
            Changes(complaints={f"K2026-000{counter}": complaint(counter)}, state=State(counters={"K2026": counter}))
        )
    made.close()
    kept = restore(made.folder, made.folder / "register.json.2", NOW).kept
    assert b"K2026-0003" in kept.read_bytes()
    again = TinyStore(made.folder)
    assert [c.number for c in again.everything()] == ["K2026-0001"]
    again.close()


def test_an_archive_that_a_restore_replaces_is_kept_for_fourteen_days(store, tmp_path):
    backup(store, tmp_path / "old.tar.gz", with_key=True)
    store.commit(Changes(complaints={"K2025-0002": complaint(2, at=NOW - 200 * DAY, status="closed")}))
    store.tidy(NOW)
    newer = (store.folder / "archive" / "2025.json").read_bytes()
    restore(store.folder, tmp_path / "old.tar.gz", NOW)
    (kept,) = (store.folder / "archive").glob("*.replaced-*")
    assert kept.read_bytes() == newer
    again = TinyStore(store.folder)
    assert [c.number for c in again.everything()] == ["K2025-0001", "K2026-0001"]
    nightly_copy(again, NOW + 14 * DAY)
    assert kept.exists()
    nightly_copy(again, NOW + 15 * DAY)
    assert not kept.exists()
    again.close()


def test_who_was_forgotten_stays_so_through_a_restore_of_either_backup(store, tmp_path):
    store.note_forgotten("eerst@example.org", NOW)
    backup(store, tmp_path / "all.tar.gz", with_key=True)
    store.note_forgotten("later@example.org", NOW)
    store.close()
    restore(tmp_path / "data", tmp_path / "all.tar.gz", NOW)
    restore(tmp_path / "new", tmp_path / "all.tar.gz", NOW)
    known = [
        bool(TinyStore(tmp_path / place).forgotten().at(f"{who}@example.org"))
        for place in ("data", "new")
        for who in ("eerst", "later")
    ]
    assert known == [True, True, True, False]
    assert (tmp_path / "new" / "forgotten.json").stat().st_mode & 0o777 == 0o600
    assert b"example" not in (tmp_path / "data" / "forgotten.json").read_bytes()


@pytest.mark.parametrize("content", [b"", b'[{"salt": 1}]', b"[1]", b"\xff"])
def test_a_damaged_list_of_who_was_forgotten_stops_and_says_so(store, content):
    (store.folder / "forgotten.json").write_bytes(content)
    with pytest.raises(StoreError, match="forgotten"):
        store.forgotten()
