import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtmail.mailbox.responses import (
    LONGEST_SET,
    FetchResponse,
    Section,
    by_uid,
    fetch_responses,
    internaldate,
    uid_sets,
)


def expanded(sets):
    """Read IMAP sets the way a server does."""
    for part in ",".join(sets).split(","):
        first, _, last = part.partition(":")
        yield from range(int(first), int(last or first) + 1)


@given(st.sets(st.integers(1, 300), min_size=1))
def test_uid_sets_name_exactly_these_messages(uids):
    assert list(expanded(uid_sets(uids))) == sorted(uids)


def test_consecutive_uids_become_one_range_and_no_uids_no_set():
    assert list(uid_sets([5, 3, 4, 9, 3])) == ["3:5,9"]
    assert list(uid_sets([])) == []


def test_a_long_set_is_divided_into_lines_that_servers_take():
    uids = range(1_000_000_000, 1_000_010_000, 2)
    sets = list(uid_sets(uids))
    assert len(sets) > 1
    assert max(map(len, sets)) <= LONGEST_SET
    assert list(expanded(sets)) == list(uids)


def test_a_date_of_receipt_keeps_its_zone():
    zone = dt.timezone(dt.timedelta(hours=-8))
    assert internaldate(b" 7-Feb-1994 22:43:04 -0800") == dt.datetime(1994, 2, 7, 22, 43, 4, tzinfo=zone)
    assert internaldate(b"07-Feb-1994 22:43:04 -0000").tzinfo is not None


def test_what_is_no_date_is_none():
    assert internaldate(b"99-Foo-0000 99:99:99 +9999") is None
    assert internaldate(b"\xff") is None


def test_a_response_has_all_that_was_asked_for():
    data = [(b'1 (UID 5 INTERNALDATE " 2-Mar-2026 09:30:00 +0100" FLAGS (\\Seen $X) BODY[] {3}', b"abc"), b")"]
    (response,) = fetch_responses(data)
    assert (response.uid, response.flags, response.sections["BODY[]"].content) == (5, ("\\Seen", "$X"), b"abc")
    assert response.received_at == dt.datetime(2026, 3, 2, 8, 30, tzinfo=dt.UTC)
    assert not response.sections["BODY[]"].cut


def test_a_section_shorter_than_announced_was_cut():
    (response,) = fetch_responses([(b"1 (UID 5 BODY[] {300}", b"abc"), b")"])
    assert response.sections["BODY[]"].cut


def test_a_short_section_may_come_as_a_quoted_string_and_a_missing_one_as_nil():
    first, second = fetch_responses([rb'1 (UID 5 BODY[] "a \"b\" \\ c")', b"2 (UID 6 BODY[] NIL)"])
    assert first.sections["BODY[]"].content == b'a "b" \\ c'
    assert second.sections == {}


def test_a_response_without_a_uid_and_no_response_at_all_are_left_out():
    assert list(fetch_responses([b"1 (FLAGS (\\Seen))", None])) == []


@pytest.mark.parametrize("turned", [False, True], ids=["flags last", "flags first"])
def test_flags_that_somebody_changes_meanwhile_take_nothing_from_the_message(turned):
    when = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
    text = Section(b"Subject: Zaal")
    message = FetchResponse(7, 1200, (), when, {"BODY[]": text})
    flags = FetchResponse(7, 0, ("\\Seen",), None, {})
    found = by_uid([flags, message] if turned else [message, flags])
    assert found == {7: FetchResponse(7, 1200, ("\\Seen",), when, {"BODY[]": text})}
