"""What every store keeps to: on disk, in memory, in SQLite and in PostgreSQL."""

import datetime as dt
import hashlib
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from klachtmail.domain.records.model import Draft, Measure, Party, Promise
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import State, Tally
from klachtmail.store.errors import StoreBusyError
from klachtmail.store.seal import broken, commitment, heads
from tests.store_samples import DAY, NOW, complaint, letter, seen
from tests.stores import KINDS, make_store


@pytest.fixture(params=KINDS)
def store(request, tmp_path, postgres):
    made = make_store(request.param, tmp_path, postgres)
    yield made
    made.close()


def keep(store, *complaints, **changes):
    store.commit(Changes(complaints={c.number: c for c in complaints}, **changes))


def archived(store, *complaints, **changes):
    """Commit closed complaints and move them to the archive, as the night does."""
    keep(store, *(replace(c, status="closed") for c in complaints), **changes)
    assert store.tidy(NOW + 61 * DAY) >= len(complaints)
    assert not list(store.current())


def test_a_new_store_is_empty(store):
    assert store.state == State()
    assert list(store.everything()) == []
    assert list(store.letters()) == []
    assert store.complaint("K2026-0001") is None
    assert store.seen("INBOX/1/1") is None
    assert store.letter("x") is None
    assert store.numbers_for_thread(["x@y"]) == ()
    assert store.numbers_for_address("a@b") == ()


def test_everything_of_one_commit_is_there_after_it(store):
    state = State(counters={"K2026": 1}, reminded={"x": NOW.date()})
    keep(store, complaint(), letters={"l1": letter()}, seen={"key-1": seen()}, state=state)

    assert store.complaint("K2026-0001").subject == "De cursus"
    assert store.letter("l1") == store.letter("l1@ront.nl") == letter(serial=1)
    assert store.seen("key-1") == store.seen("INBOX/1/key-1") == seen()
    assert replace(store.state, seal=None, papers_seal=None) == replace(state, tally=Tally(laid=1, entries=1, seen=1))


def test_a_record_reads_as_it_was_written_except_for_its_seals(store):
    written = complaint(
        handler="jan@ront.nl",
        measures=(Measure(text="Kachel", owner="els@ront.nl", due_on=NOW.date()),),
        others=("bram@example.org",),
        contacted_at=NOW,
    )
    keep(store, written)
    read = store.complaint("K2026-0001")
    unsealed = tuple(replace(entry, salt=None, seal=None, facts=None) for entry in read.history)
    assert replace(read, history=unsealed) == written


def test_a_later_commit_replaces_a_record_and_leaves_the_others(store):
    keep(store, complaint(1), complaint(2))
    keep(store, replace(store.complaint("K2026-0001"), subject="De syllabus"))
    assert [c.subject for c in store.current()] == ["De syllabus", "De cursus"]


def test_an_empty_commit_changes_nothing(store):
    store.commit(Changes())
    assert list(store.everything()) == []


def test_complaints_come_by_number_also_beyond_four_digits(store):
    keep(store, complaint(10000), complaint(2), complaint(9999), complaint(1, prefix="M"))
    assert [c.number for c in store.current()] == ["K2026-0002", "K2026-9999", "K2026-10000", "M2026-0001"]


def test_complaints_that_are_asked_for_together_come_in_that_order_without_those_that_are_not_there(store):
    archived(store, complaint(1))
    keep(store, complaint(2), complaint(3))
    asked = ["K2026-0003", "K2026-0001", "K2026-0009", "K2026-0002"]
    assert [c.number for c in store.numbered(asked)] == ["K2026-0003", "K2026-0001", "K2026-0002"]


def test_open_complaints_are_those_that_are_not_settled_and_no_remarks(store):
    states = ["new", "assigned", "answered", "closed", "dismissed", "merged"]
    keep(store, *(complaint(n, status=status) for n, status in enumerate(states, 1)), complaint(1, prefix="M"))
    assert [c.status for c in store.open_complaints()] == ["new", "assigned", "answered"]


def test_numbers_for_a_thread_follow_the_order_of_the_msg_ids_each_once(store):
    keep(store, complaint(1), complaint(2))
    ids = ["k2026-0002@mail.example.org", "unknown@x", "k2026-0001@mail.example.org", "k2026-0002@mail.example.org"]
    assert store.numbers_for_thread(ids) == ("K2026-0002", "K2026-0001")


def referring(counter, *names):
    first = complaint(counter)
    return replace(first, messages=(replace(first.messages[0], refers_to=names),))


def test_what_a_message_refers_to_is_found_apart_from_what_it_is(store):
    keep(store, referring(1, "begin@x", "jan@x"), referring(2, "begin@x"))
    assert store.numbers_referring_to(["jan@x", "begin@x", "unknown@x"]) == ("K2026-0001", "K2026-0002")
    assert store.numbers_for_thread(["begin@x"]) == store.numbers_referring_to(["k2026-0001@mail.example.org"]) == ()


def test_what_an_archived_message_refers_to_is_found_until_it_is_changed(store):
    archived(store, referring(1, "begin@x"))
    assert store.numbers_referring_to(["begin@x"]) == ("K2026-0001",)
    keep(store, replace(referring(1, "other@x"), status="assigned"))
    assert (store.numbers_referring_to(["begin@x"]), store.numbers_referring_to(["other@x"])) == ((), ("K2026-0001",))


def test_numbers_for_an_address_are_those_of_complainants_and_others_oldest_first(store):
    keep(store, complaint(2, address="anna@example.org"))
    keep(store, complaint(1, others=("Anna@example.org",)), complaint(3))
    assert store.numbers_for_address("ANNA@example.org") == ("K2026-0001", "K2026-0002")


def test_everybody_who_takes_part_is_found_by_his_address_the_oldest_complaint_first(store):
    joined = Party(name="Bram", address="Anna@Example.org", role="co_complainant")
    last_year = complaint(9, at=NOW - 300 * DAY, parties=(joined,))
    keep(
        store,
        complaint(1, address="ANNA@example.org"),
        last_year,
        complaint(2, prefix="M", others=("aNNa@example.org",)),
    )
    assert store.numbers_for_address("anna@example.org") == ("K2025-0009", "K2026-0001", "M2026-0002")


def test_an_address_that_a_complaint_no_longer_has_does_not_find_it(store):
    keep(store, complaint(1))
    old = store.complaint("K2026-0001")
    keep(store, replace(old, complainant=replace(old.complainant, address="new@example.org")))
    assert store.numbers_for_address("anna1@example.org") == ()
    assert store.numbers_for_address("new@example.org") == ("K2026-0001",)


def test_letters_come_as_they_were_laid_down_and_unsent_ones_without_the_sent(store):
    letters = [letter("b", state="sent"), letter("a", at=NOW + DAY), letter("c", at=NOW + 2 * DAY, state="failed")]
    keep(store, letters={one.id: one for one in letters})
    keep(store, letters={"b": replace(letters[0], reason="250 accepted")})
    assert [one.id for one in store.letters()] == ["b", "a", "c"]
    assert [one.id for one in store.unsent()] == ["a", "c"]


def test_letters_are_found_by_the_time_at_which_they_were_made_also_around_midnight(store):
    midnight = dt.datetime(2026, 10, 25, 0, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
    made = {f"{minutes}": midnight + dt.timedelta(minutes=minutes) for minutes in (-1500, -61, -1, 0, 1, 300)}
    keep(store, letters={name: letter(name, at=at) for name, at in made.items()})
    assert [one.id for one in store.recent_letters(midnight)] == ["0", "1", "300"]
    assert [one.id for one in store.recent_letters(midnight.astimezone(dt.UTC))] == ["0", "1", "300"]
    assert [one.id for one in store.recent_letters(midnight - dt.timedelta(hours=24))] == ["-61", "-1", "0", "1", "300"]


def test_a_dropped_letter_is_gone_and_its_msg_id_too(store):
    keep(store, letters={"l1": letter("l1"), "l2": letter("l2")})
    store.commit(Changes(dropped_letters={"l1"}))
    assert store.letter("l1") is None
    assert store.letter("l1@ront.nl") is None
    assert [one.id for one in store.letters()] == ["l2"]


def test_a_message_seen_at_a_second_place_is_found_at_both(store):
    keep(store, seen={"key-1": seen()})
    keep(store, seen={"key-1": replace(seen(), places=("INBOX/1/1", "INBOX/2/9"))})
    assert store.seen("INBOX/2/9").key == store.seen("INBOX/1/1").key == "key-1"
    assert len(list(store.sightings())) == 1


def test_mail_and_letters_are_kept_under_their_hash_in_order_and_once(store):
    raws = [(b"From: a\r\n\r\n1", NOW), (b"From: b\r\n\r\n2", NOW - 300 * DAY), (b"From: a\r\n\r\n1", NOW)]
    hashes = store.keep_mail(iter(raws))
    assert hashes == [hashlib.sha256(raw).hexdigest() for raw, _ in raws]
    assert [store.mail(sha256) for sha256 in hashes] == [raw for raw, _ in raws]
    (kept,) = store.keep_letters([b"Beste Anna"])
    assert store.rendered(kept) == b"Beste Anna"
    assert store.mail("f" * 64) is None
    assert store.rendered("f" * 64) is None


def test_keeping_nothing_is_allowed(store):
    assert store.keep_mail([]) == []
    assert store.keep_letters([]) == []


def test_an_erased_message_is_gone_leaves_a_mark_and_may_come_again(store):
    (sha256,) = store.keep_mail([(b"secret", NOW)])
    assert store.condition(sha256) == "whole"
    store.erase([sha256, "f" * 64])
    assert store.mail(sha256) is None
    assert (store.condition(sha256), store.condition("f" * 64)) == ("erased", "missing")
    assert store.keep_mail([(b"secret", NOW)]) == [sha256]
    assert store.condition(sha256) == "whole"


def test_what_was_read_ahead_and_is_erased_then_is_not_handed_out(store):
    (kept,) = store.keep_letters([b"Beste Anna"])
    store.expect(letters=[kept])
    store.erase([kept])
    assert store.rendered(kept) is None


def test_what_is_remembered_no_more_is_gone_also_for_who_reads_it_later(store):
    keep(store, state=State(restored_at=NOW, reminded={"x": NOW.date()}, counters={"K2026": 1}))
    keep(store, state=replace(store.state, restored_at=None, reminded={}))
    if hasattr(store, "link"):
        store.tables.forget()
    assert (store.state.restored_at, store.state.reminded, store.state.counters) == (None, {}, {"K2026": 1})


def test_what_is_in_hand_is_remembered_until_it_is_dealt_with(store):
    assert store.in_hand() == ()
    store.note_in_hand(["INBOX/1/1", "INBOX/1/2"])
    assert store.in_hand() == ("INBOX/1/1", "INBOX/1/2")
    store.note_in_hand([])
    assert store.in_hand() == ()


def test_the_secret_stays_and_a_new_one_comes_first_while_the_old_is_valid_for_400_days(store):
    (first,) = store.secret(NOW)
    assert store.secret(NOW + 4000 * DAY) == (first,)
    store.rotate_secret(NOW)
    second, also_first = store.secret(NOW + 400 * DAY)
    assert also_first == first
    assert store.secret(NOW + 401 * DAY) == (second,)  # by the clock, not by the next rotation
    store.rotate_secret(NOW + 401 * DAY)
    assert store.secret(NOW + 401 * DAY)[1:] == (second,)


def test_a_replaced_key_says_until_when_what_it_signed_may_count(store):
    store.rotate_secret(NOW)
    current, replaced = store.secret(NOW)
    assert current.counts_until == dt.date.max
    assert replaced.counts_until == NOW.date() + 401 * DAY  # a day more: the firm's day may be a day ahead of UTC's


def test_a_key_that_may_have_been_stolen_is_revoked_with_all_before_it(store):
    old = store.secret(NOW)
    store.rotate_secret(NOW, revoke=True)
    assert len(store.secret(NOW)) == 1
    assert not set(store.secret(NOW)) & set(old)


def test_who_leads_holds_the_lead_until_the_end(store):
    with store.lead() as leads:
        assert leads
    with store.lead() as leads:
        assert leads


@pytest.mark.parametrize("store", ["tiny", "memory"], indirect=True)
def test_a_second_daemon_on_a_folder_is_refused(store):
    with store.lead(), pytest.raises(StoreBusyError, match="already running"), store.lead():
        pass


def test_the_work_lock_may_be_taken_again_inside(store):
    with store.work(), store.work():
        keep(store, complaint())
    assert store.complaint("K2026-0001")


# The archive


def test_a_settled_complaint_leaves_the_register_and_is_still_found_in_every_way(store):
    archived(store, complaint(1), complaint(2, address="anna1@example.org"), seen={"key-1": seen(number="K2026-0001")})
    assert store.complaint("K2026-0001").status == "closed"
    assert store.numbers_for_thread(["k2026-0002@mail.example.org"]) == ("K2026-0002",)
    assert store.numbers_for_address("Anna1@example.org") == ("K2026-0001", "K2026-0002")
    assert store.seen("key-1") == store.seen("INBOX/1/key-1") == seen(number="K2026-0001")
    assert [c.number for c in store.everything()] == ["K2026-0001", "K2026-0002"]
    assert [s.key for s in store.sightings()] == ["key-1"]


def test_an_archived_remark_is_found_as_itself_and_not_as_the_complaint_of_its_counter(store):
    address = "anna1@example.org"
    archived(store, complaint(1), complaint(2), complaint(1, prefix="M", address=address))
    assert store.numbers_for_address(address) == ("K2026-0001", "M2026-0001")
    assert store.numbers_for_thread(["m2026-0001@mail.example.org"]) == ("M2026-0001",)


def test_everything_comes_once_the_archive_first_by_year_and_number(store):
    last_year = NOW - 300 * DAY
    both = complaint(7, at=last_year), complaint(2, prefix="M", at=last_year)
    archived(store, complaint(10000), complaint(1, prefix="M"), complaint(9999), *both)
    keep(store, complaint(3))
    expected = ["K2025-0007", "M2025-0002", "K2026-9999", "K2026-10000", "M2026-0001", "K2026-0003"]
    assert [c.number for c in store.everything()] == expected


def test_what_is_looked_for_is_found_wherever_it_stands_and_the_newest_comes_first(store):
    archived(store, replace(complaint(1), subject="Lunch bij de training", text="Er was geen vegetarische maaltijd."))
    second = replace(complaint(2, at=NOW + DAY), subject="Factuur", text="Twee keer betaald voor de training.")
    keep(
        store,
        replace(second, complainant=replace(second.complainant, name="Aylin Yilmaz", address="a.yilmaz@zorg.example")),
    )

    def found(*words):
        return [each.number for each in store.matching(words, 10)]

    assert found("training") == ["K2026-0002", "K2026-0001"]
    assert [each.number for each in store.matching(["training"], 1)] == ["K2026-0002"]
    assert found("training", "vegetarisch") == ["K2026-0001"]
    for word in ("yilmaz", "ayli", "a.yilmaz@zorg.example", "zorg.example", "k2026-0002", "factuur", "betaald"):
        assert found(word) == ["K2026-0002"], word
    for word in ("omgevingswet", "o'brien", "a\\b", "'", "%", "\0", "omgevingswet' | 'lunch", ":*", "yilmaz&lunch"):
        assert found(word) == [], word


def test_what_was_erased_is_not_found(store):
    keep(store, replace(complaint(1), text="Mijn rug deed pijn."))
    keep(store, replace(store.complaint("K2026-0001"), text="", erased_at=NOW))
    assert list(store.matching(["rug"], 10)) == []


def test_those_due_before_a_day_are_the_open_ones_by_number(store):
    late, later, over = complaint(10000), complaint(9999), replace(complaint(3), status="closed")
    keep(store, *(replace(c, due_on=dt.date(2026, 11, 20)) for c in (late, later, over)))
    keep(store, replace(complaint(4), due_on=dt.date(2026, 11, 21)))
    assert [c.number for c in store.overdue(dt.date(2026, 11, 21))] == ["K2026-9999", "K2026-10000"]


def test_what_was_received_within_a_time_comes_from_register_and_archive(store):
    archived(store, complaint(1, at=NOW - 700 * DAY), complaint(2))
    keep(store, complaint(3, at=NOW + DAY), complaint(4, at=NOW + 2 * DAY), complaint(5, prefix="M"))
    within = {c.number for c in store.received(NOW, NOW + 2 * DAY)}
    assert within == {"K2026-0002", "K2026-0003", "M2026-0005"}


def test_a_reply_to_an_archived_complaint_thaws_it_and_its_old_addresses_do_not_linger(store):
    archived(store, complaint(1))
    old = store.complaint("K2026-0001")
    keep(store, replace(old, status="assigned", complainant=replace(old.complainant, address="new@example.org")))
    assert [c.status for c in store.everything()] == ["assigned"]
    assert store.complaint("K2026-0001").status == "assigned"
    assert store.numbers_for_address("anna1@example.org") == ()
    assert store.numbers_for_thread(["k2026-0001@mail.example.org"]) == ("K2026-0001",)


def test_a_thawed_complaint_goes_back_in_its_new_form(store):
    archived(store, complaint(1), complaint(2))
    keep(store, replace(store.complaint("K2026-0001"), status="assigned"))
    assert store.tidy(NOW + 62 * DAY) == 0
    keep(store, replace(store.complaint("K2026-0001"), status="closed", outcome="Excuses"))
    assert store.tidy(NOW + 62 * DAY) == 1
    assert [(c.number, c.outcome) for c in store.everything()] == [("K2026-0001", "Excuses"), ("K2026-0002", None)]


def test_tidy_twice_does_nothing_more(store):
    archived(store, complaint(1))
    assert store.tidy(NOW + 61 * DAY) == 0
    assert len(list(store.everything())) == 1


@pytest.mark.parametrize(
    "kept",
    [
        complaint(status="new"),
        complaint(status="closed", measures=(Measure(text="Kachel", done_on=NOW.date()),)),
        complaint(status="closed", waiting_since=NOW),
        complaint(status="closed", at=NOW + 5 * DAY),
        complaint(status="closed", promises=(Promise(text="Bloemen"),)),
        complaint(status="closed", draft=Draft(kind="outcome", version=1, by="jan@ront.nl", at=NOW)),
        complaint(status="closed", closed_at=NOW + 5 * DAY),
        replace(complaint(status="closed"), messages=(replace(complaint().messages[0], at=NOW + 5 * DAY),)),
    ],
    ids=[
        *("open", "measure not judged", "client waits", "touched lately", "promise", "draft", "closed lately"),
        "message lately",
    ],
)
def test_a_complaint_that_still_asks_something_stays(store, kept):
    keep(store, kept)
    store.tidy(NOW + 61 * DAY)
    assert [c.number for c in store.current()] == [kept.number]


def test_a_closing_letter_that_nobody_sends_keeps_no_complaint_here(store):
    archived(store, complaint(draft=Draft(kind="closed", version=1, by="jan@ront.nl", at=NOW)))


def test_a_complaint_with_a_letter_in_the_outbox_stays(store):
    keep(store, complaint(status="closed"), letters={"l1": letter(number="K2026-0001", state="failed")})
    assert store.tidy(NOW + 61 * DAY) == 0
    assert len(list(store.current())) == 1


def test_a_complaint_stays_as_long_as_a_letter_about_it_and_goes_with_the_last(store):
    numbers = [complaint(n, status="closed").number for n in (1, 2)]
    keep(
        store,
        *(complaint(n, status="closed") for n in (1, 2)),
        letters={
            "l1": letter("l1", number=numbers[0], state="sent", sent_at=NOW + 40 * DAY),
            "l2": letter("l2", number=numbers[1], state="sent", sent_at=NOW + 20 * DAY),
        },
    )
    store.tidy(NOW + 61 * DAY)
    assert [c.number for c in store.current()] == numbers[:1]
    store.tidy(NOW + 71 * DAY)
    assert list(store.current()) == []


def test_sent_letters_leave_after_thirty_days_and_others_never(store):
    letters = [letter("a", state="sent", sent_at=NOW), letter("b", state="failed"), letter("c", state="held")]
    keep(store, letters={one.id: one for one in letters})
    store.tidy(NOW + 29 * DAY)
    assert len(list(store.letters())) == 3
    store.tidy(NOW + 31 * DAY)
    assert [one.id for one in store.letters()] == ["b", "c"]


def test_the_thirty_days_of_a_letter_begin_when_it_was_sent(store):
    late = letter("late", at=NOW - 40 * DAY, state="sent", sent_at=NOW)
    early = letter("early", at=NOW - 40 * DAY, state="sent", sent_at=NOW - 31 * DAY)
    untold = letter("untold", at=NOW - 31 * DAY, state="sent", sent_at=None)
    keep(store, letters={one.id: one for one in (late, early, untold)})
    store.tidy(NOW)
    assert [one.id for one in store.letters()] == ["late"]


# The history


def test_new_history_is_sealed_and_holds(store):
    keep(store, complaint())
    first = store.complaint("K2026-0001")
    entry = replace(first.history[0], event="assigned", detail="jan", salt=None, seal=None)
    keep(store, replace(first, history=(*first.history, entry)))
    second = store.complaint("K2026-0001")
    assert second.history[0] == first.history[0]
    assert heads(second) not in {"", heads(first)}
    assert broken(second) is None


@pytest.mark.parametrize("change", [{"detail": "anders"}, {"actor": "x@y"}, {"at": NOW + dt.timedelta(seconds=1)}])
def test_a_changed_past_is_refused_and_changes_nothing(store, change):
    keep(store, complaint())
    stored = store.complaint("K2026-0001")
    with pytest.raises(ValueError, match="K2026-0001"):
        keep(store, replace(stored, history=(replace(stored.history[0], **change),)))
    with pytest.raises(ValueError, match="shorter"):
        keep(store, replace(stored, history=()))
    assert store.complaint("K2026-0001") == stored


def test_a_changed_past_shows_in_the_chain(store):
    keep(store, complaint())
    stored = store.complaint("K2026-0001")
    assert "received" in broken(replace(stored, history=(replace(stored.history[0], detail="anders"),)))


def test_an_entry_that_was_taken_out_or_moved_shows_in_the_chain(store):
    entries = tuple(replace(complaint().history[0], event=event) for event in ("received", "assigned", "contacted"))
    keep(store, complaint(history=entries))
    first, second, third = store.complaint("K2026-0001").history
    assert broken(complaint(history=(first, second, third))) is None
    for changed in ((second, third), (first, third), (second, first, third)):
        assert broken(complaint(history=changed))


def test_an_erased_entry_leaves_a_tombstone_that_the_chain_accepts(store):
    keep(store, complaint())
    stored = store.complaint("K2026-0001")
    following = replace(stored.history[0], event="erased", salt=None, seal=None)
    keep(store, replace(stored, history=(replace(stored.history[0], detail="", salt=None), following)))
    erased = store.complaint("K2026-0001")
    assert (erased.history[0].detail, erased.history[0].salt) == ("", None)
    assert erased.history[0].seal == stored.history[0].seal
    assert broken(erased) is None
    assert erased.history[0].commitment


def test_a_complaint_that_was_read_before_it_was_sealed_may_be_committed_again(store):
    unsealed = complaint()
    keep(store, unsealed)
    keep(store, replace(unsealed, waiting_since=NOW))
    assert store.complaint("K2026-0001").waiting_since == NOW
    assert broken(store.complaint("K2026-0001")) is None


FORGED = [{"event": "closed"}, {"at": NOW + dt.timedelta(days=30)}, {"actor": "x@y"}, {"actor": ""}, {"detail": "x"}]


@pytest.mark.parametrize("change", FORGED)
def test_an_entry_without_salt_is_not_believed_whatever_it_says(store, change):
    keep(store, complaint())
    stored = store.complaint("K2026-0001")
    entry = stored.history[0]
    blank = replace(entry, salt=None, commitment=commitment(entry), detail="")
    forged = replace(blank, **change)
    erasure = replace(entry, event="erased", detail="", salt=None, seal=None)
    assert broken(replace(stored, history=(forged,)))
    with pytest.raises(ValueError, match="K2026-0001"):
        keep(store, replace(stored, history=(forged, erasure)))
    keep(store, replace(stored, history=(blank, erasure)))
    erased = store.complaint("K2026-0001")
    assert broken(erased) is None
    assert broken(replace(erased, history=(replace(erased.history[0], **change), *erased.history[1:])))


def test_an_entry_without_salt_is_only_accepted_before_an_erasure(store):
    entries = tuple(replace(complaint().history[0], event=event) for event in ("received", "assigned"))
    keep(store, complaint(history=entries))
    stored = store.complaint("K2026-0001")
    first, second = stored.history
    blank = replace(first, salt=None, commitment=commitment(first), detail="")
    assert "received" in broken(replace(stored, history=(blank, second)))
    with pytest.raises(ValueError, match="K2026-0001"):
        keep(store, replace(stored, history=(blank, second)))
    keep(store, replace(stored, history=(*stored.history, replace(first, event="erased", salt=None, seal=None))))
    kept = store.complaint("K2026-0001")
    with pytest.raises(ValueError, match="K2026-0001"):  # an erasure of long ago is no reason for a new one
        keep(store, replace(kept, history=(replace(kept.history[0], salt=None, detail=""), *kept.history[1:])))


def test_event_time_and_order_are_public_and_chained_also_after_an_erasure(store):
    keep(store, complaint())
    stored = store.complaint("K2026-0001")
    for change in ({"event": "closed"}, {"at": NOW + dt.timedelta(seconds=1)}, {"actor": "x@y"}, {"salt": "00"}):
        assert broken(replace(stored, history=(replace(stored.history[0], **change),)))


def test_who_was_forgotten_is_known_by_the_address_alone_and_by_its_last_time(store):
    assert not store.forgotten()
    store.note_forgotten("Anna@example.org", NOW)
    store.note_forgotten("bram@example.org", NOW)
    store.note_forgotten("anna@example.org", NOW + dt.timedelta(days=2))
    known = store.forgotten()
    assert known.at("ANNA@example.org") == NOW + dt.timedelta(days=2)
    assert known.at("bram@example.org") == NOW
    assert known.at("nna@example.org") is None
    assert len(known.marks) == 2
    assert len({mark.salt for mark in known.marks}) == 2
    assert "anna" not in repr(known).lower()
