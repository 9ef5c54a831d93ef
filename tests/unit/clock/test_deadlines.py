"""'Uiterlijk binnen twee weken na ontvangst klacht', in every kind of week."""

import datetime as dt
from dataclasses import replace

import pytest
from clock_examples import FIRM, at, complaint, date, firm_with, taken
from hypothesis import given
from hypothesis import strategies as st

from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import Procedure
from klachtmail.domain.records.deadlines import days_left, due_date, is_on_time, is_overdue, reached, reminder_dates

CALENDAR = Calendar(FIRM.organisation)


def milestones(received: str, calendar: Calendar = CALENDAR, **fields) -> dict[str, str]:
    return {each.event: each.on.isoformat() for each in reminder_dates(taken(received=received, **fields), calendar)}


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-23 09:00", "2026-12-07"),
        ("2026-11-23 00:00", "2026-12-07"),
        ("2026-11-23 23:59", "2026-12-07"),
        ("2026-03-20 12:00", "2026-04-03"),  # across the hour that vanishes on 29 March
        ("2026-10-20 12:00", "2026-11-03"),  # across the hour that doubles on 25 October
        ("2026-12-24 16:00", "2027-01-07"),
        ("2028-02-20 12:00", "2028-03-05"),  # leap year
        ("2027-02-20 12:00", "2027-03-06"),
        ("2026-04-13 10:00", "2026-04-27"),  # King's Day: two weeks are two weeks
    ],
)
def test_the_due_date_is_two_weeks_after_the_local_date_of_receipt(received, due):
    assert due_date(at(received), FIRM) == date(due)


def test_the_hour_of_dst_and_the_servers_time_zone_make_no_day_of_difference():
    last_summer_minute = dt.datetime(2026, 3, 28, 22, 59, tzinfo=dt.UTC)
    assert due_date(last_summer_minute, FIRM) == date("2026-04-11")
    assert due_date(last_summer_minute + dt.timedelta(minutes=1), FIRM) == date("2026-04-12")
    both = [dt.datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=FIRM.organisation.zone) for fold in (0, 1)]
    assert {due_date(moment, FIRM) for moment in both} == {date("2026-11-08")}


def test_a_firm_may_promise_another_number_of_days():
    assert due_date(at("2026-11-23 09:00"), firm_with(procedure=Procedure(answer_within_days=42))) == date("2027-01-04")


@given(st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2035, 1, 1), timezones=st.timezones()))  # noqa: DTZ001 - with zones
def test_between_receipt_and_due_date_lie_fourteen_dates_wherever_the_server_is(received):
    assert due_date(received, FIRM) - CALENDAR.local_date(received) == dt.timedelta(days=14)


def test_the_reminders_come_after_7_and_11_days_and_on_the_last_working_day():
    assert milestones("2026-11-03 09:00") == {
        "seven_days": "2026-11-10",
        "eleven_days": "2026-11-14",
        "last_day": "2026-11-17",
    }


def test_a_due_date_on_sunday_has_its_last_working_day_on_friday():
    assert milestones("2026-11-08 09:00")["last_day"] == "2026-11-20"


def test_a_due_date_on_easter_monday_has_its_last_working_day_before_easter():
    assert milestones("2026-03-23 09:00")["last_day"] == "2026-04-03"


def test_a_due_date_on_new_years_day_has_its_last_working_day_in_the_old_year():
    assert milestones("2026-12-18 09:00")["last_day"] == "2026-12-31"


def test_when_the_firm_closes_before_the_due_date_the_last_working_day_comes_before_what_it_overtakes():
    closed = Calendar(firm_with(closed=[("2026-11-09", "2026-11-20")]).organisation)
    assert milestones("2026-11-03 09:00", closed) == {"last_day": "2026-11-06"}


def test_a_postponement_moves_the_reminders_along():
    assert milestones("2026-11-03 09:00", due_on=date("2026-12-01")) == {
        "seven_days": "2026-11-24",
        "eleven_days": "2026-11-28",
        "last_day": "2026-12-01",
    }


@pytest.mark.parametrize(
    ("today", "event"),
    [
        ("2026-11-09", None),
        ("2026-11-10", "seven_days"),
        ("2026-11-13", "seven_days"),
        ("2026-11-16", "eleven_days"),
        ("2026-11-17", "last_day"),
    ],
)
def test_the_latest_milestone_is_the_one_that_counts(today, event):
    milestone = reached(reminder_dates(taken(received="2026-11-03 09:00"), CALENDAR), date(today))
    assert (milestone.event if milestone else None) == event


def test_a_complaint_is_overdue_from_the_day_after_the_due_date_until_the_outcome_is_told():
    waiting = taken(received="2026-11-03 09:00")
    assert not is_overdue(waiting, date("2026-11-17"))
    assert is_overdue(waiting, date("2026-11-18"))
    assert days_left(waiting, date("2026-11-18")) == -1
    assert not is_overdue(replace(waiting, answered_at=at("2026-11-19 10:00"), status="answered"), date("2026-11-20"))
    assert not is_overdue(replace(waiting, withdrawn="opgelost"), date("2026-11-20"))
    assert not is_overdue(complaint("M2026-0001", "2026-11-03 09:00"), date("2026-11-20"))


def test_an_outcome_just_before_midnight_of_the_due_date_is_on_time():
    waiting = taken(received="2026-11-03 09:00")
    assert is_on_time(replace(waiting, answered_at=at("2026-11-17 23:59")), CALENDAR)
    assert not is_on_time(replace(waiting, answered_at=at("2026-11-18 00:00")), CALENDAR)
    assert not is_on_time(waiting, CALENDAR)
