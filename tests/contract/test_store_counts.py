"""What every store counts and finds without reading all of it: the same on each, and the same as counted from the records."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from klachtmail.domain.agenda.facts import FACTS, count
from klachtmail.domain.privacy.erasure import erased
from klachtmail.domain.records.model import Appeal, HistoryEntry, Measure, Promise
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.questions import Question
from tests.on_record import OnRecord
from tests.store_samples import DAY, NOW, complaint, seen
from tests.stores import KINDS, make_store


@pytest.fixture(params=KINDS)
def store(request, tmp_path, postgres):
    made = make_store(request.param, tmp_path, postgres)
    yield made
    made.close()


def keep(store, *complaints):
    store.commit(Changes(complaints={c.number: c for c in complaints}))


def archived(store, *complaints):
    """Commit closed complaints and move them to the archive, as the night does."""
    keep(store, *(replace(c, status="closed") for c in complaints))
    assert store.tidy(NOW + 61 * DAY) >= len(complaints)


def test_what_is_settled_since_long_is_not_looked_at_by_a_meeting(store):
    ended = HistoryEntry(at=NOW, actor="jan@ront.nl", event="closed")
    old, long_ago = (complaint(n, at=NOW - 700 * DAY) for n in (1, 2))
    archived(store, replace(old, history=(*old.history, ended)), long_ago, complaint(3))
    keep(store, complaint(4, at=NOW - 800 * DAY))
    assert [c.number for c in store.unsettled(NOW - DAY)] == ["K2023-0004", "K2024-0001", "K2026-0003"]
    assert [c.number for c in store.unsettled(NOW + DAY)] == ["K2023-0004"]
    assert len(list(store.unsettled(NOW - 900 * DAY))) == 4


def test_what_was_closed_lately_is_looked_at_whether_it_is_in_the_archive_or_not(store):
    settled = [replace(complaint(n, at=NOW - n * DAY), status="closed") for n in (1, 2, 3)]
    archived(store, settled[0])
    keep(store, *settled[1:], complaint(1, prefix="M"))
    assert [c.number for c in store.unsettled(NOW - 2 * DAY)] == ["K2026-0001", "K2026-0002", "M2026-0001"]


@pytest.mark.parametrize(
    "waits",
    [
        {"appeal": Appeal(on=NOW.date())},
        {"measures": (Measure(text="Kachel", done_on=NOW.date()),)},
        {"promises": (Promise(text="Bloemen"),)},
    ],
    ids=["a ruling", "whether a measure worked", "a promise"],
)
def test_what_is_closed_and_waits_is_looked_at_however_long_ago(store, waits):
    closed = [replace(complaint(n, at=NOW - 700 * DAY), status="closed") for n in (1, 2, 3)]
    keep(store, replace(closed[0], **waits), replace(closed[1], **waits, status="merged"), closed[2])
    store.tidy(NOW)
    assert [c.number for c in store.unsettled(NOW)] == ["K2024-0001"]


def test_the_newest_of_a_time_come_oldest_first(store):
    archived(store, *(complaint(n, at=NOW - n * DAY) for n in (1, 2, 3, 4)))
    keep(store, complaint(9, at=NOW))
    assert [c.number for c in store.last_received(NOW - 3 * DAY, 9)] == [
        "K2026-0003", "K2026-0002", "K2026-0001", "K2026-0009"]  # fmt: skip
    assert [c.number for c in store.last_received(NOW - 9 * DAY, 2)] == ["K2026-0001", "K2026-0009"]
    assert [c.number for c in store.last_received(NOW - 9 * DAY, 2, NOW)] == ["K2026-0002", "K2026-0001"]
    assert list(store.last_received(NOW + DAY, 2)) == []


AMSTERDAM, HONOLULU = ZoneInfo("Europe/Amsterdam"), ZoneInfo("Pacific/Honolulu")


def any_register():
    """Return six hundred complaints to which anything may have happened."""
    from tests.unit.reporting.test_figures_recomputed import RECORDS

    return [replace(each, cause="Sanne kwam \0 te laat" if n % 3 else None) for n, each in enumerate(RECORDS)]


@pytest.fixture
def filled(store):
    """A store with all of these, of which the settled ones are in the archive, and what it was filled with."""
    records = any_register()
    keep(store, *records)
    assert store.tidy(NOW + 400 * DAY) > 100
    return store, {each.number: each for each in records}


def questions():
    """Return one question for each fact, and some for many together."""
    each = [Question((name,), "2025-03", "2026-10") for name in sorted(FACTS)]
    return [
        *each,
        Question((), "2024-01"),
        Question(("month", "closed"), "2026-02", by="closed"),
        Question(("who", "tags"), "2026-01"),
    ]


@pytest.mark.parametrize("zone", [AMSTERDAM, HONOLULU], ids=str)
def test_every_store_counts_the_same(filled, zone):
    store, records = filled
    expected = count(records.values(), questions(), zone)
    assert store.count(questions(), zone) == expected
    plain = OnRecord(records.values())
    for since, until in (("2024-01", "2027-01"), ("2026-03", "2026-04"), ("2031-01", "2032-01")):
        assert store.people(since, until, zone) == plain.people(since, until, zone)
        names = [set(each.names(since, until, zone)) for each in (store, plain)]
        assert names[0] == names[1]
        told = [sorted(c.number for c in each.told_of(since, until, zone)) for each in (store, plain)]
        assert told[0] == told[1]


def test_what_is_not_written_yet_counts_in_place_of_what_is(filled):
    store, records = filled
    first = next(iter(records.values()))
    changed = {first.number: replace(first, handler="another@ront.nl"), "K2026-9999": complaint(9999)}
    expected = count({**records, **changed}.values(), questions()[:3], AMSTERDAM)
    assert store.count(questions()[:3], AMSTERDAM, changed) == expected


def test_what_was_erased_or_changed_counts_as_it_is_now(filled):
    store, records = filled
    going = [each for each in records.values() if not each.is_open][:50]
    for each in going:
        records[each.number] = erased(each, NOW)
    keep(store, *(records[each.number] for each in going))
    assert store.count([Question(("tags", "handler"), "2024-01")], AMSTERDAM) == count(
        records.values(), [Question(("tags", "handler"), "2024-01")], AMSTERDAM
    )


# What retention asks


def test_what_may_be_erased_is_found_without_what_was_erased_before(store):
    ended, kept, gone, after = (replace(complaint(n, at=NOW - 900 * DAY), status="closed") for n in (1, 2, 3, 4))
    late = HistoryEntry(at=NOW - 100 * DAY, actor="jan@ront.nl", event="noted")
    keep(
        store,
        ended,
        replace(kept, keep_reason="een procedure"),
        replace(gone, erased_at=NOW - 100 * DAY),
        replace(after, erased_at=NOW - 200 * DAY, history=(*after.history, late)),
        complaint(5, at=NOW - 900 * DAY),
        replace(complaint(6), status="closed", closed_at=NOW),
    )
    store.tidy(NOW)
    found = {each.number for each in store.past_keeping(NOW - 700 * DAY)}
    assert found == {ended.number, kept.number, after.number}


def test_loose_mail_is_found_by_its_age(store):
    old, young, owned = (
        seen("old", at=NOW - 9 * DAY),
        seen("young"),
        seen("owned", at=NOW - 9 * DAY, number="K2026-0001"),
    )
    kept, gone = store.keep_mail([(b"kept", NOW - 9 * DAY), (b"gone", NOW - 9 * DAY)])
    every = {
        "old": replace(old, sha256=kept, number=None),
        "gone": replace(old, key="gone", places=(), sha256=gone, number=None),
    }
    store.commit(Changes(seen={**every, "young": replace(young, number=None), "owned": owned}))
    store.erase([gone])
    found = {each.key for each in store.loose(NOW - DAY)}
    assert "old" in found
    assert found <= {"old", "gone"}
