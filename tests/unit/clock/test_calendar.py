"""Working days of a Dutch firm, and which date it is there."""

import datetime as dt

import pytest
from babel.dates import format_date
from clock_examples import FIRM, ZONE, at, date, firm_with
from hypothesis import given
from hypothesis import strategies as st

from klachtmail.domain.firm.calendar import Calendar, public_holidays
from klachtmail.domain.firm.dutch_dates import brief_day, day, short_day

THE_DAYS = [dt.date(2026, 1, 1) + dt.timedelta(days=each) for each in range(365)]
CALENDAR = Calendar(FIRM.organisation)
CLOSED = Calendar(firm_with(closed=[("2026-07-27", "2026-08-07")]).organisation)
DATES = st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31))


def workdays_between(calendar, start, end):
    """Return how many working days lie after `start`, up to and including `end`."""
    return sum(calendar.is_workday(start + dt.timedelta(days=step)) for step in range(1, (end - start).days + 1))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2027-01-01", "New Year"),
        ("2026-04-06", "Easter Monday"),
        ("2025-04-21", "Easter Monday"),
        ("2026-04-27", "King's Day"),
        ("2026-05-14", "Ascension Day"),
        ("2026-05-25", "Whit Monday"),
        ("2025-12-25", "Christmas"),
        ("2025-12-26", "Second Christmas Day"),
        ("2025-05-05", "Liberation Day, lustrum"),
    ],
)
def test_the_firm_does_not_work_on_public_holidays(day, name):
    assert date(day).weekday() < 5, name
    assert not CALENDAR.is_workday(date(day))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-05-05", "Liberation Day is a day off every fifth year"),
        ("2026-04-03", "Good Friday: firms work, unless they say they are closed"),
        ("2026-12-24", "Christmas Eve"),
        ("2028-02-29", "leap day, a Tuesday"),
        ("2025-04-28", "King's Day of 2025 was moved to Saturday the 26th"),
    ],
)
def test_the_firm_works_on_days_that_are_no_holiday(day, why):
    assert CALENDAR.is_workday(date(day)), why


def test_a_firm_that_closes_on_good_friday_says_so_in_its_config():
    closed = Calendar(firm_with(closed=[("2026-04-03", "2026-04-03")]).organisation)
    assert not closed.is_workday(date("2026-04-03"))


def test_both_ends_of_a_closure_are_days_off_and_the_days_around_it_are_not():
    worked = [day for day in ("2026-07-24", "2026-07-27", "2026-08-07", "2026-08-10") if CLOSED.is_workday(date(day))]
    assert worked == ["2026-07-24", "2026-08-10"]


def test_the_working_day_after_christmas_friday_is_monday():
    assert CALENDAR.add_workdays(date("2026-12-24"), 1) == date("2026-12-28")


def test_the_second_working_day_after_new_years_eve_skips_new_year_and_the_weekend():
    assert CALENDAR.add_workdays(date("2026-12-31"), 2) == date("2027-01-05")


def test_the_last_working_day_before_easter_monday_is_good_friday():
    assert CALENDAR.last_workday_on_or_before(date("2026-04-06")) == date("2026-04-03")


def test_a_due_date_in_the_holidays_has_its_last_working_day_before_them():
    assert CLOSED.last_workday_on_or_before(date("2026-08-05")) == date("2026-07-24")


def test_leap_day_counts_as_a_working_day_between_two_others():
    assert workdays_between(CALENDAR, date("2028-02-28"), date("2028-03-01")) == 2


@given(DATES, st.integers(1, 15))
def test_as_many_working_days_lie_between_as_were_added(day, count):
    later = CLOSED.add_workdays(day, count)
    assert CLOSED.is_workday(later)
    assert workdays_between(CLOSED, day, later) == count


@given(DATES, DATES, st.integers(1, 15))
def test_working_days_have_passed_exactly_when_that_many_lie_between(start, today, count):
    assert CLOSED.has_passed(start, count, today) == (workdays_between(CLOSED, start, today) >= count)


@given(DATES)
def test_no_working_day_lies_between_a_date_and_its_last_working_day(day):
    last = CLOSED.last_workday_on_or_before(day)
    assert CLOSED.is_workday(last)
    assert workdays_between(CLOSED, last, day) == 0


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (dt.datetime(2026, 11, 22, 22, 59, tzinfo=dt.UTC), "2026-11-22"),
        (dt.datetime(2026, 11, 22, 23, 0, tzinfo=dt.UTC), "2026-11-23"),
        (dt.datetime(2026, 7, 1, 22, 0, tzinfo=dt.UTC), "2026-07-02"),
        (dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC), "2027-01-01"),
        (dt.datetime(2026, 10, 25, 0, 30, tzinfo=ZONE, fold=1), "2026-10-25"),
    ],
)
def test_a_date_is_the_date_in_the_firms_time_zone(moment, expected):
    assert CALENDAR.local_date(moment) == date(expected)


def test_the_holidays_of_a_year_are_those_of_that_year_only():
    assert {day.year for day in public_holidays(2028)} == {2028}
    assert CALENDAR.is_workday(CALENDAR.local_date(at("2028-02-29 12:00")))


@pytest.mark.parametrize(("written", "form"), [(day, "EEEE d MMMM y"), (short_day, "d MMMM"), (brief_day, "EEE d MMM")])
def test_every_day_of_a_year_is_written_as_the_dutch_do(written, form):
    for on in THE_DAYS:
        assert written(on) == format_date(on, form, "nl").replace(".", "")
