"""What was kept for a commit that never came goes after a fortnight; what anything refers to stays."""

import os
from dataclasses import replace

import pytest

from klachtmail.domain.records.letter import Enclosure, LetterRequest
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import SetAside, State
from klachtmail.store.backup import restore
from klachtmail.store.copies import nightly_copy
from klachtmail.store.tiny import TinyStore
from tests.store_samples import DAY, NOW, complaint, letter, seen


@pytest.fixture
def store(tmp_path):
    store = TinyStore(tmp_path / "data")
    store.commit(Changes(state=State()))
    yield store
    store.close()


def kept(store, *, days):
    """Keep a mail and a letter as they are kept before a commit, so many days before NOW; return their hashes."""
    hashes = [*store.keep_mail([(b"From: anna@example.org", NOW)]), *store.keep_letters([b"Beste Anna"])]
    written_at = (NOW - days * DAY).timestamp()
    for path in store.folder.rglob("*.eml"):
        os.utime(path, (written_at, written_at))
    return hashes


@pytest.mark.parametrize(("days", "expected"), [(13, "whole"), (15, "erased"), (59, "erased")])
def test_what_was_kept_for_a_commit_that_never_came_goes_after_a_fortnight(store, days, expected):
    hashes = kept(store, days=days)
    store.tidy(NOW)
    assert {store.condition(sha256) for sha256 in hashes} == {expected}


def test_what_a_process_that_died_had_begun_to_write_goes_at_once_and_nothing_beside_it(store):
    hashes = kept(store, days=1)
    begun = [path.with_suffix(".4711.new") for path in store.folder.rglob("*.eml")]
    for path in begun:
        path.write_bytes(b"From: an")
    store.tidy(NOW)
    assert not [path for path in begun if path.exists()]
    assert {store.condition(sha256) for sha256 in hashes} == {"whole"}


def in_a_dossier(sha256):
    one = complaint()
    return Changes(complaints={one.number: replace(one, messages=(replace(one.messages[0], sha256=sha256),))})


def in_an_archived_dossier(sha256):
    one = complaint(at=NOW - 100 * DAY, status="closed")
    return Changes(complaints={one.number: replace(one, messages=(replace(one.messages[0], sha256=sha256),))})


def in_a_sighting(sha256):
    return Changes(seen={"k": replace(seen("k"), sha256=sha256)})


def in_an_archived_sighting(sha256):
    return Changes(seen={"k": replace(seen("k", at=NOW - 100 * DAY), sha256=sha256)})


def in_the_outbox(sha256):
    return Changes(letters={"l": letter("l", sha256=sha256)})


def enclosed(sha256):
    request = LetterRequest(kind="routing", to="jan@ront.nl", enclosures=(Enclosure(sha256=sha256),))
    return Changes(letters={"l": letter("l", state="held", request=request)})


def set_aside(sha256):
    aside = SetAside(
        id="b1", sha256=sha256, sender="anna@example.org", name="", subject="", received_at=NOW, why="spam"
    )
    return Changes(state=State(set_aside=(aside,)))


@pytest.mark.parametrize(
    "refers",
    [in_a_dossier, in_an_archived_dossier, in_a_sighting, in_an_archived_sighting, in_the_outbox, enclosed, set_aside],
)
def test_what_anything_refers_to_stays(store, refers):
    raw, stray = kept(store, days=15)
    store.commit(refers(raw))
    store.tidy(NOW)
    assert (store.condition(raw), store.condition(stray)) == ("whole", "erased")


def test_it_waits_for_a_register_that_a_restore_replaced_and_that_may_come_back(tmp_path):
    store = TinyStore(tmp_path / "data")
    store.commit(Changes(state=State()))
    copy = nightly_copy(store, NOW)
    hashes = kept(store, days=15)
    store.close()
    restore(tmp_path / "data", copy, NOW)
    again = TinyStore(tmp_path / "data")
    again.tidy(NOW)
    assert {again.condition(sha256) for sha256 in hashes} == {"whole"}
    nightly_copy(again, NOW + 15 * DAY)
    again.tidy(NOW + 15 * DAY)
    assert {again.condition(sha256) for sha256 in hashes} == {"erased"}
    again.close()


def test_what_a_process_that_died_had_half_written_goes_the_next_night(store):
    store.tidy(NOW)
    for name in ("copies/register-2026-03-01.json.new", "archive/2025.new", "archive/2025.json.new"):
        (store.folder / name).parent.mkdir(exist_ok=True)
        (store.folder / name).write_bytes(b"Anna")
    store.tidy(NOW)
    assert not list(store.folder.rglob("*.new"))
