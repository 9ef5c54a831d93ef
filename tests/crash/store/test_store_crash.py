"""Ending the process at every step: afterwards the register reads as before or as after, never else."""

import errno
import itertools
import shutil
from dataclasses import replace

import pytest

from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import State
from klachtmail.store.backup import backup, restore
from klachtmail.store.copies import nightly_copy
from klachtmail.store.disk import Disk
from klachtmail.store.errors import StoreError, StoreFullError
from klachtmail.store.journal import FileJournal
from klachtmail.store.tiny import TinyStore
from klachtmail.store.verify import verify
from tests.crash.store.faulty_disk import FaultyDisk, PowerCut, in_a_process
from tests.store_samples import DAY, NOW, complaint, letter, seen

LATER = NOW + 61 * DAY
RAW = b"From: anna@example.org\r\n\r\nHet lokaal was koud."


def registered(store, counter, **fields):
    """Keep the mail and commit one complaint, as a poll does."""
    (sha256,) = store.keep_mail([(RAW + b"%d" % counter, NOW)])
    new = complaint(counter, **fields)
    new = replace(new, messages=(replace(new.messages[0], sha256=sha256),))
    (rendered,) = store.keep_letters([b"Message-ID: <l%d@ront.nl>\r\n\r\nBeste Anna" % counter])
    store.commit(
        Changes(
            complaints={new.number: new},
            letters={f"l{counter}": letter(f"l{counter}", sha256=rendered, state="sent", sent_at=NOW)},
            seen={f"k{counter}": replace(seen(f"k{counter}", kind="new", number=new.number), sha256=sha256)},
            state=State(counters={"K2026": counter}),
        )
    )


def snapshot(folder):
    """Everything that the register says, read by a new process' eyes, and what verify finds."""
    store = TinyStore(folder)
    try:
        found = {
            "complaints": {c.number: (c.status, c.subject, len(c.history)) for c in store.everything()},
            "seen": {s.key: s.places for s in store.sightings()},
            "by place": {c.number: store.numbers_for_address(c.complainant.address) for c in store.everything()},
            "mail": {c.number: store.mail(c.messages[0].sha256) for c in store.everything()},
            "letters": [one.id for one in store.letters()],
            "state": store.state,
        }
        return found, [
            problem for problem in verify(store) if not (problem.where.startswith("l") and "missing" in problem.what)
        ]
    finally:
        store.close()


def prepared(folder):
    store = TinyStore(folder)
    registered(store, 1, status="closed")
    registered(store, 2, status="closed")
    store.tidy(LATER)
    registered(store, 3, status="closed")
    registered(store, 4)
    store.close()


def first_commit(folder, disk):
    registered(TinyStore(folder, disk=disk), 1)


def next_commit(folder, disk):
    registered(TinyStore(folder, disk=disk), 5)


def tidy(folder, disk):
    TinyStore(folder, disk=disk).tidy(LATER)


def copy(folder, disk):
    nightly_copy(TinyStore(folder, disk=disk), NOW)


def rotate(folder, disk):
    TinyStore(folder, disk=disk).rotate_secret(NOW)


CASES = {"next commit": next_commit, "tidy": tidy, "nightly copy": copy, "rotate the key": rotate}


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("template") / "data"
    prepared(folder)
    return folder


class FoldersNoted(Disk):
    """Notes which folders are made and synced, in order."""

    def __init__(self):
        self.calls = []

    def make_folder(self, path):
        self.calls.append(("made", path))
        super().make_folder(path)

    def sync_folder(self, path):
        self.calls.append(("synced", path))
        super().sync_folder(path)


def test_a_folder_that_is_made_is_on_the_medium_before_anything_is_put_in_it(tmp_path):
    disk = FoldersNoted()
    store = TinyStore(tmp_path / "data", disk=disk)
    registered(store, 1, status="closed")
    nightly_copy(store, NOW)
    store.tidy(LATER)
    store.close()
    made = {path.relative_to(tmp_path).as_posix() for call, path in disk.calls if call == "made"}
    assert made == {"data", "data/archive", "data/copies", "data/mail", "data/mail/2026", "data/letters"}
    following = [(path, after) for (call, path), after in itertools.pairwise(disk.calls) if call == "made"]
    assert following == [(path, ("synced", path.parent)) for path, _ in following]


@pytest.mark.parametrize("case", CASES)
def test_after_a_crash_at_any_step_all_is_as_before_or_as_after(case, template, tmp_path):
    work = CASES[case]
    before, problems = snapshot(template)
    assert problems == []
    counted = FaultyDisk()
    work(shutil.copytree(template, tmp_path / "after"), counted)
    after, problems = snapshot(tmp_path / "after")
    assert problems == []

    seen_states = set()
    for step, name in enumerate(counted.taken):
        folder = shutil.copytree(template, tmp_path / str(step))
        assert in_a_process(lambda: work(folder, PowerCut(step))) == 9, name  # run at once
        found, problems = snapshot(folder)
        assert problems == [], name
        assert found in (before, after), name
        seen_states.add("after" if found == after else "before")
        work(folder, FaultyDisk())
        again, problems = snapshot(folder)
        assert (again, problems) == (after, []), name
    assert seen_states <= {"before", "after"}


def test_a_crash_at_any_step_of_the_very_first_commit_leaves_a_folder_that_can_be_used(tmp_path):
    counted = FaultyDisk()
    first_commit(tmp_path / "whole", counted)
    for step, name in enumerate(counted.taken):
        folder = tmp_path / str(step)
        assert in_a_process(lambda: first_commit(folder, PowerCut(step))) == 9, name  # run at once
        found, problems = snapshot(folder)
        assert problems == [], name
        assert set(found["complaints"]) in (set(), {"K2026-0001"}), name
        if not found["complaints"]:
            first_commit(folder, FaultyDisk())
        assert set(snapshot(folder)[0]["complaints"]) == {"K2026-0001"}, name


def test_a_crash_at_any_step_of_a_restore_leaves_what_was_there_or_what_was_restored(template, tmp_path):
    source = tmp_path / "backup.tar.gz"
    store = TinyStore(template)
    backup(store, source, with_key=True)
    store.close()
    counted = FaultyDisk()
    restore(tmp_path / "whole", source, NOW, disk=counted)
    restored, problems = snapshot(tmp_path / "whole")
    assert problems == []
    for step, name in enumerate(counted.taken):
        folder = tmp_path / str(step)
        assert in_a_process(lambda: restore(folder, source, NOW, disk=PowerCut(step))) == 9, name  # run at once
        restore(folder, source, NOW)
        assert snapshot(folder) == (restored, []), name


JOURNEY = (
    (lambda journal: journal.trying("a"), (("a",), ())),
    (lambda journal: journal.accepted_then_trying("a", "b"), (("b",), ("a",))),
    (lambda journal: journal.refused("b"), ((), ("a",))),
    (lambda journal: journal.clear(), ((), ())),
    (lambda journal: journal.trying("c"), (("c",), ())),
)


def test_after_a_power_cut_at_any_step_the_journal_knows_all_that_it_said_was_noted(tmp_path):
    def work(folder, disk):
        with FileJournal(folder, disk=disk) as journal, (folder / "progress").open("wb", buffering=0) as progress:
            for step, _ in JOURNEY:
                step(journal)
                progress.write(b".")

    counted = FaultyDisk()
    (tmp_path / "whole").mkdir()
    work(tmp_path / "whole", counted)
    expected = [((), ()), *(known for _, known in JOURNEY)]
    for step, name in enumerate(counted.taken):
        folder = tmp_path / str(step)
        folder.mkdir()
        assert in_a_process(lambda: work(folder, PowerCut(step))) == 9, name  # run at once
        done = (folder / "progress").stat().st_size
        with FileJournal(folder) as journal:
            known = (journal.doubtful(), journal.taken())
        torn = {((), ("a",))} if done == 1 else set()  # of two notes in one write the first may be all that is left
        assert known in {expected[done], expected[min(done + 1, len(JOURNEY))], *torn}, (step, name)


def test_every_failing_step_of_a_commit_is_told_and_changes_nothing_or_all(template, tmp_path):
    """The disk says no instead of the process ending: the store in memory must say what is on disk."""
    before, _ = snapshot(template)
    counted = FaultyDisk()
    next_commit(shutil.copytree(template, tmp_path / "after"), counted)
    after, _ = snapshot(tmp_path / "after")
    for step, errno_ in itertools.product(range(len(counted.taken)), (errno.ENOSPC, errno.EIO)):
        folder = shutil.copytree(template, tmp_path / f"{step}-{errno_}")
        store = TinyStore(folder, disk=FaultyDisk(failing(step, errno_)))
        with pytest.raises(StoreFullError if errno_ == errno.ENOSPC else StoreError):
            registered(store, 5)
        in_memory = {c.number for c in store.everything()}
        store.close()
        found, problems = snapshot(folder)
        assert problems == []
        assert found in (before, after)
        assert in_memory == set(found["complaints"]), counted.taken[step]
        assert not list(folder.glob("*.new"))


def failing(at, errno_):
    def fault(step, name):
        if step == at:
            raise OSError(errno_, "injected", name)

    return fault
