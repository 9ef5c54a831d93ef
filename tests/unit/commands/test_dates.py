"""Dates as people write them. Wednesday 18 November 2026 is today, unless a test says otherwise."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtmail.domain.commands import read_date
from klachtmail.domain.commands.dates import find_dates, find_times

TODAY = dt.date(2026, 11, 18)
DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]


def date_in(text, today=TODAY, *, past=False):
    (found,) = find_dates(text)
    return found.resolve(today, past=past)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 december", "2026-12-01"),
        ("1 dec.", "2026-12-01"),
        ("1-12", "2026-12-01"),
        ("1/12", "2026-12-01"),
        ("01-12-2026", "2026-12-01"),
        ("1-12-26", "2026-12-01"),
        ("1.12.2026", "2026-12-01"),
        ("2026-12-01", "2026-12-01"),
        ("dinsdag 1 december", "2026-12-01"),
        ("di 1 december 2026", "2026-12-01"),
        ("op 1 December a.s.", "2026-12-01"),
        ("t/m 1 december", "2026-12-01"),
        ("1 december 2027", "2027-12-01"),
        ("vandaag", "2026-11-18"),
        ("morgen", "2026-11-19"),
        ("overmorgen", "2026-11-20"),
        ("gisteren", "2026-11-17"),
        ("vrijdag", "2026-11-20"),
        ("woensdag", "2026-11-25"),
        ("aanstaande maandag", "2026-11-23"),
        ("volgende week maandag", "2026-11-23"),
        ("volgende week zondag", "2026-11-29"),
        ("maandag volgende week", "2026-11-23"),
        ("vorige week maandag", "2026-11-09"),
        ("over een week", "2026-11-25"),
        ("over 3 dagen", "2026-11-21"),
        ("over twee weken", "2026-12-02"),
        ("over een maand", "2026-12-18"),
        ("eind deze maand", "2026-11-30"),
        ("eind van de maand", "2026-11-30"),
        ("eind volgende maand", "2026-12-31"),
        ("eind januari", "2027-01-31"),
        ("eind deze week", "2026-11-20"),
        ("1 februari", "2027-02-01"),
        ("tomorrow", "2026-11-19"),
        ("friday", "2026-11-20"),
    ],
)
def test_a_date_is_read_as_people_write_it(text, expected):
    assert read_date(text, TODAY) == dt.date.fromisoformat(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31 februari",
        "32-1",
        "1-13",
        "volgende vrijdag",
        "maandag 1 december",
        "ooit",
        "9.30",
        "1 december of 2 december",
        "K2026-0003",
    ],
)
def test_what_is_no_single_date_is_none(text):
    assert read_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("29 februari", dt.date(2027, 11, 18), dt.date(2028, 2, 29)),
        ("29 februari", dt.date(2026, 11, 18), "bad_date"),
        ("29 februari", dt.date(2028, 6, 1), "past_date"),
        ("29-2-2028", TODAY, dt.date(2028, 2, 29)),
        ("29-2-2027", TODAY, "bad_date"),
        ("eind februari", dt.date(2028, 1, 5), dt.date(2028, 2, 29)),
        ("over een maand", dt.date(2027, 1, 31), dt.date(2027, 2, 28)),
        ("1 januari", dt.date(2026, 12, 31), dt.date(2027, 1, 1)),
        ("morgen", dt.date(2026, 12, 31), dt.date(2027, 1, 1)),
        ("vrijdag", dt.date(2026, 12, 31), dt.date(2027, 1, 1)),
        ("over 2 maanden", dt.date(2026, 12, 31), dt.date(2027, 2, 28)),
    ],
)
def test_leap_days_and_the_turn_of_the_year_are_kept(text, today, expected):
    assert date_in(text, today) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vrijdag", dt.date(2026, 11, 13)),
        ("afgelopen maandag", dt.date(2026, 11, 16)),
        ("13 november", dt.date(2026, 11, 13)),
        ("20 december", "future_date"),
        ("1 mei", dt.date(2026, 5, 1)),
        ("31 december", "future_date"),
        ("morgen", "future_date"),
        ("woensdag", "ambiguous"),
    ],
)
def test_what_was_done_was_done_most_recently(text, expected):
    assert date_in(text, past=True) == expected


def test_on_new_years_day_the_last_of_december_was_yesterday():
    assert date_in("31 december", dt.date(2027, 1, 1), past=True) == dt.date(2026, 12, 31)


@pytest.mark.parametrize("text", ["1 november", "18 november 2025", "gisteren", "1-10-2026"])
def test_a_date_just_behind_us_is_no_date_of_next_year(text):
    assert date_in(text) == "past_date"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:00", dt.time(9)),
        ("9.30 uur", dt.time(9, 30)),
        ("om 14 uur", dt.time(14)),
        ("9u", dt.time(9)),
        ("25:00", None),
        ("9:61", None),
    ],
)
def test_a_time_of_day_is_read(text, expected):
    ((_, _, at),) = find_times(text)
    assert at == expected


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.sampled_from(DAYS))
def test_a_weekday_is_the_next_one_or_the_last_one(today, name):
    (found,) = find_dates(name)
    ahead = found.resolve(today)
    assert isinstance(ahead, dt.date)
    assert DAYS[ahead.weekday()] == name
    assert 1 <= (ahead - today).days <= 7
    behind = found.resolve(today, past=True)
    if behind == "ambiguous":
        assert DAYS[today.weekday()] == name
    else:
        assert isinstance(behind, dt.date)
        assert DAYS[behind.weekday()] == name
        assert 1 <= (today - behind).days <= 6


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_a_date_written_in_full_is_itself(today, on):
    assert read_date(f"{on.day}-{on.month}-{on.year}", today) == on
    assert read_date(on.isoformat(), today) == on


@given(st.text(max_size=60), st.dates(dt.date(1, 2, 1), dt.date(9998, 1, 1)))
def test_no_text_makes_reading_a_date_fail(text, today):
    read_date(text, today)
    for each in find_dates(text):
        each.resolve(today, past=True)
