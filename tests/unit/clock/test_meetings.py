"""When the partners meet, and when the digest for it goes out."""

import datetime as dt
from dataclasses import replace

import pytest
from clock_examples import ZONE, at, date, firm_with
from hypothesis import given
from hypothesis import strategies as st

from klachtmail.domain.agenda.meetings import digest_due, digest_time, meeting_after, missed_digest, next_meeting
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import DigestTime, Meeting, Schedule
from klachtmail.domain.records.state import MeetingPlan, State

MONDAYS = firm_with()  # meets on Monday 10:00, digest on Monday 8:00
NOTHING = State()


def meeting(day: str, time: str, weeks: int = 1, digest: tuple[str, str] = ("monday", "08:00")):
    return firm_with(
        schedule=Schedule(
            meeting=Meeting(day=day, time=time, every_weeks=weeks), digest=DigestTime(day=digest[0], time=digest[1])
        )
    )


def plan(moved: dict[str, str] | None = None, cancelled: tuple[str, ...] = (), **fields) -> State:
    moves = {key: at(value) for key, value in (moved or {}).items()}
    return State(meeting=MeetingPlan(moved=moves, cancelled=tuple(map(date, cancelled))), **fields)


def sent(state: State, now: str, firm=MONDAYS) -> State:
    """The state after the digest that is due now was made."""
    due = digest_due(at(now), firm, state)
    assert due is not None
    return replace(state, digest_at=at(now), digest_for=due)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-22 12:00", "2026-11-23 10:00"),
        ("2026-11-23 09:59", "2026-11-23 10:00"),
        ("2026-11-23 10:00", "2026-11-30 10:00"),
        ("2026-12-28 10:01", "2027-01-04 10:00"),
        ("2026-03-27 12:00", "2026-03-30 10:00"),  # the night of the vanished hour lies between
        ("2026-10-24 12:00", "2026-10-26 10:00"),
    ],
)
def test_the_next_meeting_is_at_the_same_hour_of_the_clock_every_week(now, expected):
    assert meeting_after(at(now), MONDAYS, NOTHING) == at(expected)


def test_the_time_of_a_meeting_is_given_in_the_firms_zone_whatever_zone_now_is_in():
    upcoming = meeting_after(dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC), MONDAYS, NOTHING)
    assert (upcoming.tzinfo, upcoming.hour) == (ZONE, 10)


@given(st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2035, 1, 1), timezones=st.just(dt.UTC)), st.integers(1, 6))  # noqa: DTZ001 - with zones
def test_meetings_every_so_many_weeks_keep_that_distance_across_years_of_53_weeks(now, weeks):
    firm = meeting("thursday", "15:00", weeks)
    first = meeting_after(now, firm, NOTHING)
    second = meeting_after(first, firm, NOTHING)
    step, calendar = dt.timedelta(weeks=weeks), Calendar(firm.organisation)
    skipped = [first.date() + step * n for n in range(1, (second.date() - first.date()) // step)]
    assert now < first
    assert (second.date() - first.date()) % step == dt.timedelta()
    assert all(calendar.is_closed(day) for day in skipped)


def test_no_meeting_is_held_and_no_agenda_sent_on_a_day_on_which_the_firm_is_closed():
    christmas = firm_with(closed=[("2026-12-28", "2026-12-31")])
    assert meeting_after(at("2026-12-21 12:00"), christmas, NOTHING) == at("2027-01-04 10:00")
    assert digest_due(at("2026-12-28 08:00"), christmas, NOTHING) is None
    assert digest_due(at("2027-01-04 08:00"), christmas, NOTHING) == at("2027-01-04 10:00")
    assert meeting_after(at("2026-04-03 12:00"), MONDAYS, NOTHING) == at("2026-04-13 10:00")  # 6 April: Easter Monday


def test_an_agenda_for_after_a_closed_day_comes_on_the_next_open_day_or_else_before_it():
    tuesdays = meeting("tuesday", "10:00")  # its digest is due on Monday
    easter = next_meeting(at("2026-04-04 12:00"), tuesdays, NOTHING)
    assert digest_time(easter, tuesdays) == at("2026-04-07 08:00")
    early = meeting("tuesday", "07:00")
    assert digest_time(next_meeting(at("2026-04-02 12:00"), early, NOTHING), early) == at("2026-04-04 08:00")


def test_who_moves_a_meeting_to_a_closed_day_means_it():
    state = plan({"2026-12-21": "2026-12-24 10:00"})
    closed = firm_with(closed=[("2026-12-24", "2026-12-31")])
    assert meeting_after(at("2026-12-21 12:00"), closed, state) == at("2026-12-24 10:00")


def test_a_moved_meeting_takes_the_place_of_the_scheduled_one():
    state = plan({"2026-11-23": "2026-11-25 09:00"})
    assert meeting_after(at("2026-11-22 12:00"), MONDAYS, state) == at("2026-11-25 09:00")
    assert next_meeting(at("2026-11-24 12:00"), MONDAYS, state).scheduled_on == date("2026-11-23")
    assert meeting_after(at("2026-11-25 09:00"), MONDAYS, state) == at("2026-11-30 10:00")


def test_a_cancelled_meeting_is_skipped_also_after_it_was_moved():
    state = plan({"2026-11-23": "2026-11-25 09:00"}, ("2026-11-23", "2026-11-30"))
    assert meeting_after(at("2026-11-22 12:00"), MONDAYS, state) == at("2026-12-07 10:00")


@pytest.mark.parametrize(
    ("firm", "expected"),
    [
        (MONDAYS, "2026-11-23 08:00"),
        (meeting("monday", "10:00", digest=("friday", "16:00")), "2026-11-20 16:00"),
        (meeting("monday", "10:00", digest=("monday", "12:00")), "2026-11-16 12:00"),
        (meeting("monday", "10:00", digest=("monday", "10:00")), "2026-11-16 10:00"),
    ],
)
def test_the_digest_goes_out_at_its_time_before_the_meeting(firm, expected):
    assert digest_time(next_meeting(at("2026-11-23 09:00"), firm, NOTHING), firm) == at(expected)


def test_a_moved_meeting_moves_its_digest_by_the_same_distance():
    state = plan({"2026-11-23": "2026-11-25 14:30"})
    assert digest_due(at("2026-11-23 08:00"), MONDAYS, state) is None
    assert digest_due(at("2026-11-25 12:29"), MONDAYS, state) is None
    assert digest_due(at("2026-11-25 12:30"), MONDAYS, state) == at("2026-11-25 14:30")


@pytest.mark.parametrize("monday", ["2026-03-30", "2026-10-26"])
def test_the_digest_of_friday_before_a_dst_sunday_goes_out_at_its_hour_on_the_clock(monday):
    firm = meeting("monday", "10:00", digest=("friday", "16:00"))
    friday = date(monday) - dt.timedelta(days=3)
    assert digest_due(at(f"{friday} 15:59"), firm, NOTHING) is None
    assert digest_due(at(f"{friday} 16:00"), firm, NOTHING) == at(f"{monday} 10:00")


def test_a_meeting_on_a_dst_sunday_has_its_digest_two_hours_of_the_clock_before_it():
    firm = meeting("sunday", "10:00", digest=("sunday", "08:00"))
    assert digest_due(at("2026-03-29 07:59"), firm, NOTHING) is None
    assert digest_due(at("2026-03-29 08:00"), firm, NOTHING) == at("2026-03-29 10:00")


def test_a_digest_is_made_once_for_a_meeting():
    state = sent(NOTHING, "2026-11-23 08:00")
    assert digest_due(at("2026-11-23 08:01"), MONDAYS, state) is None
    assert digest_due(at("2026-11-23 07:59"), MONDAYS, state) is None
    assert digest_due(at("2026-11-29 23:59"), MONDAYS, state) is None
    assert digest_due(at("2026-11-30 08:00"), MONDAYS, state) == at("2026-11-30 10:00")


def test_a_digest_that_was_missed_is_sent_when_the_machine_is_back_before_the_meeting():
    assert digest_due(at("2026-11-23 09:55"), MONDAYS, sent(NOTHING, "2026-11-16 08:00")) == at("2026-11-23 10:00")


def test_a_digest_that_was_missed_altogether_is_only_noted():
    state = sent(NOTHING, "2026-11-16 08:00")
    back = at("2026-11-23 10:05")
    assert digest_due(back, MONDAYS, state) is None
    missed = missed_digest(back, MONDAYS, state)
    assert missed == at("2026-11-23 10:00")
    noted = replace(state, digest_for=missed)
    assert missed_digest(back, MONDAYS, noted) is None
    assert digest_due(at("2026-11-30 08:00"), MONDAYS, noted) == at("2026-11-30 10:00")


def test_nothing_is_missed_at_the_first_start_nor_after_a_digest_that_was_sent():
    assert missed_digest(at("2026-11-23 12:00"), MONDAYS, NOTHING) is None
    assert missed_digest(at("2026-11-23 12:00"), MONDAYS, sent(NOTHING, "2026-11-23 08:00")) is None


def test_after_two_weeks_of_sleep_one_digest_is_sent_for_the_meeting_to_come():
    state = sent(NOTHING, "2026-11-09 08:00")
    now = "2026-11-23 08:30"
    state = sent(state, now)
    assert state.digest_for == at("2026-11-23 10:00")
    assert digest_due(at("2026-11-23 08:31"), MONDAYS, state) is None


def test_a_meeting_that_is_moved_twice_after_its_digest_gets_no_second_one():
    state = sent(NOTHING, "2026-11-23 08:00")
    for later in ("2026-11-24 10:00", "2026-11-26 09:00"):
        state = replace(state, meeting=MeetingPlan(moved={"2026-11-23": at(later)}))
        assert digest_due(at(later) - dt.timedelta(minutes=30), MONDAYS, state) is None
    assert digest_due(at("2026-11-30 08:00"), MONDAYS, state) == at("2026-11-30 10:00")


def test_a_meeting_that_was_brought_forward_after_its_digest_does_not_cost_the_next_one_its_digest():
    firm = meeting("monday", "10:00", digest=("friday", "16:00"))
    state = sent(NOTHING, "2026-11-27 16:00", firm)
    state = replace(state, meeting=MeetingPlan(moved={"2026-11-30": at("2026-11-28 10:00")}))
    assert digest_due(at("2026-12-04 16:00"), firm, state) == at("2026-12-07 10:00")


def test_a_digest_that_a_person_asked_for_in_between_does_not_replace_the_one_for_the_meeting():
    state = replace(sent(NOTHING, "2026-11-16 08:00"), digest_at=at("2026-11-18 12:00"))
    assert digest_due(at("2026-11-23 08:00"), MONDAYS, state) == at("2026-11-23 10:00")


@given(
    st.lists(st.integers(1, 3 * 24 * 60), min_size=5, max_size=60),
    st.sampled_from([MONDAYS, meeting("monday", "10:00", digest=("friday", "16:00")), meeting("friday", "09:00", 2)]),
)
def test_however_irregularly_the_machine_wakes_no_meeting_gets_two_digests(naps, firm):
    now, state, meetings = at("2026-09-28 00:00").astimezone(dt.UTC), NOTHING, []
    for minutes in naps:
        now += dt.timedelta(minutes=minutes)
        if (due := digest_due(now, firm, state)) is not None:
            assert due > now
            meetings.append(due)
            state = replace(state, digest_at=now, digest_for=due)
    assert len(set(meetings)) == len(meetings)
