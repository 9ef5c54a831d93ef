"""Several processes on one data folder, and a disk that is full."""

import ctypes
import errno
import os
import re
import resource
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import State
from klachtmail.store.errors import StoreBusyError, StoreFullError, StoreStaleError
from klachtmail.store.tiny import TinyStore
from klachtmail.store.verify import verify
from tests.crash.store.faulty_disk import FaultyDisk, ended, in_a_process, started
from tests.store_samples import DAY, NOW, complaint

PROCESSES, COMMITS = 8, 50


@pytest.fixture
def two(tmp_path):
    first, second = TinyStore(tmp_path / "data", wait=0.05), TinyStore(tmp_path / "data", wait=0.05)
    yield first, second
    first.close()
    second.close()


def add_one(store):
    """Take the next number and commit a complaint under it, as every command does."""
    with store.work(60):
        counter = store.state.counters.get("K2026", 0) + 1
        new = replace(complaint(counter), messages=())
        store.commit(Changes(complaints={new.number: new}, state=State(counters={"K2026": counter})))


def test_eight_processes_with_fifty_commits_each_lose_nothing(tmp_path):
    folder = tmp_path / "data"

    def work():
        store = TinyStore(folder)
        for _ in range(COMMITS):
            add_one(store)

    TinyStore(folder).close()
    assert [ended(child) for child in [started(work) for _ in range(PROCESSES)]] == [0] * PROCESSES
    store = TinyStore(folder)
    assert store.state.counters == {"K2026": PROCESSES * COMMITS}
    assert len(list(store.current())) == PROCESSES * COMMITS == store.generation
    assert verify(store) == []
    store.close()


def test_a_commit_on_old_records_is_refused_and_overwrites_nothing(two):
    first, second = two
    first.commit(Changes(complaints={"K2026-0001": complaint(1)}))
    with pytest.raises(StoreStaleError):
        second.commit(Changes(complaints={"K2026-0002": complaint(2)}))
    with second.work():
        second.commit(Changes(complaints={"K2026-0002": complaint(2)}))
    first.refresh()
    assert [c.number for c in first.current()] == ["K2026-0001", "K2026-0002"]


def test_what_another_process_archived_is_found_after_a_refresh(two):
    first, second = two
    for counter, year in ((1, 300), (2, 0), (3, 0)):
        with first.work():
            old = complaint(counter, at=NOW - year * DAY, status="closed")
            first.commit(Changes(complaints={old.number: old}))
            first.tidy(NOW + 90 * DAY)
        second.refresh()
        assert list(second.current()) == []
        assert second.complaint(old.number) == first.complaint(old.number)
    assert len(list(second.everything())) == 3


def test_who_waits_too_long_for_the_work_lock_is_told(two):
    first, second = two
    with first.work(), pytest.raises(StoreBusyError, match=r"more than 0.05 s"), second.work():
        pass
    with second.work():
        pass


def test_a_second_daemon_on_the_same_folder_is_told_at_once(two):
    first, second = two
    with first.lead(), pytest.raises(StoreBusyError, match="already running"), second.lead():
        pass


def test_another_thread_does_not_share_the_work_lock(two):
    first, _ = two
    answers = []

    def other():
        try:
            with first.work():
                answers.append("worked")
        except StoreBusyError:
            answers.append("busy")

    with first.work():
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert answers == ["busy"]


def test_a_lock_is_free_when_its_holder_was_killed(tmp_path):
    folder = tmp_path / "data"
    store = TinyStore(folder, wait=0.05)

    def die():
        with TinyStore(folder).work():
            os._exit(9)

    assert in_a_process(die) == 9
    with store.work():
        pass
    store.close()


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES])
def test_a_disk_that_takes_no_more_is_told_and_nothing_is_changed(tmp_path, error):
    failing = []

    def fault(step, name):
        if name in failing:
            raise OSError(error, os.strerror(error), "register.json.new")

    store = TinyStore(tmp_path / "data", disk=FaultyDisk(fault))
    store.commit(Changes(complaints={"K2026-0001": complaint(1)}))
    changed = complaint(1, subject="x")
    before = (tmp_path / "data" / "register.json").read_bytes()
    for step, write in (
        ("before sync", lambda: store.commit(Changes(complaints={c.number: c for c in (changed, complaint(2))}))),
        ("before sync", lambda: store.keep_mail([(b"From: a", NOW)])),
        ("before write", lambda: store.note_in_hand(["INBOX/1/1"])),
        ("before sync", lambda: store.rotate_secret(NOW)),
    ):
        failing[:] = [step]
        with pytest.raises(StoreFullError):
            write()
    failing.clear()
    assert [c.subject for c in store.current()] == ["De cursus"]
    assert store.numbers_for_address("anna2@example.org") == ()
    assert (tmp_path / "data" / "register.json").read_bytes() == before
    store.commit(Changes(complaints={"K2026-0002": complaint(2)}))
    assert len(list(store.current())) == 2
    store.close()


@pytest.fixture
def small_limit():
    """The kernel lets this process write no file of more than 2 kB: a real refusal, without root."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda limited: resource.setrlimit(resource.RLIMIT_FSIZE, (2000 if limited else soft, hard))
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_write_that_the_kernel_cuts_off_changes_nothing(tmp_path, small_limit):
    store = TinyStore(tmp_path / "data")
    store.commit(Changes(complaints={"K2026-0001": complaint(1)}))
    before = (tmp_path / "data" / "register.json").read_bytes()
    small_limit(True)
    with pytest.raises(StoreFullError, match="disk is full"):
        store.keep_mail([(b"From: b", NOW), (b"x" * 5000, NOW)])
    with pytest.raises(StoreFullError, match="disk is full"):
        store.commit(Changes(complaints={"K2026-0002": complaint(2, text="x" * 5000)}))
    small_limit(False)
    assert [c.number for c in store.current()] == ["K2026-0001"]
    assert (tmp_path / "data" / "register.json").read_bytes() == before
    assert not list((tmp_path / "data").rglob("*.new"))
    store.close()


def may_mount():
    """Return whether this process has CAP_SYS_ADMIN (capabilities(7)): a container's root often has not."""
    status = Path("/proc/self/status")
    found = re.search(r"CapEff:\s*([0-9a-f]+)", status.read_text()) if status.exists() else None
    return bool(found and int(found[1], 16) >> 21 & 1)


if may_mount():

    @pytest.fixture
    def small_disk(tmp_path):
        """A file system of 256 kB."""
        libc = ctypes.CDLL(None, use_errno=True)
        mount = tmp_path / "small"
        mount.mkdir()
        assert libc.mount(b"none", bytes(mount), b"tmpfs", 0, b"size=256k,mode=700") == 0
        yield mount
        assert libc.umount2(bytes(mount), 2) == 0

    def test_a_really_full_disk_changes_nothing_and_recovers(small_disk):
        store = TinyStore(small_disk / "data")
        store.commit(Changes(complaints={"K2026-0001": complaint(1)}))
        with pytest.raises(StoreFullError, match="disk is full"):
            store.keep_mail([(b"x" * 500_000, NOW)])
        filler = small_disk / "filler"
        with pytest.raises(OSError, match="space"):
            filler.write_bytes(b"x" * 500_000)
        with pytest.raises(StoreFullError, match="disk is full"):
            store.commit(Changes(complaints={"K2026-0002": complaint(2)}))
        assert [c.number for c in store.current()] == ["K2026-0001"]
        filler.unlink()
        store.commit(Changes(complaints={"K2026-0002": complaint(2)}))
        store.close()
        again = TinyStore(small_disk / "data")
        assert [c.number for c in again.current()] == ["K2026-0001", "K2026-0002"]
        again.close()
