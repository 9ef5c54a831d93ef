"""How quickly it goes: this year, last year, month by month."""

import datetime as dt
from dataclasses import replace

import pytest
from clock_examples import FIRM, at, complaint, date, taken

from klachtmail.domain.agenda.figures import figures, months_until, tempos
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.records.model import Appeal, Dismissal, Measure
from tests.on_record import OnRecord

CALENDAR = Calendar(FIRM.organisation)
VRAAG = Dismissal(kind="vraag", reason="vroeg de route")


def answered(number: str, received: str, hours: int, **fields):
    record = taken(number, received)
    told = record.received_at + dt.timedelta(hours=hours)
    return replace(
        record,
        **{"status": "closed", "answered_at": told, "closed_at": told, "acknowledged_at": record.received_at} | fields,
    )


YEAR = [
    answered("K2026-0001", "2026-01-05 09:00", 24, cause="drukte  op kantoor", structural=True, judgement="gegrond"),
    answered("K2026-0002", "2026-02-02 09:00", 48, cause="drukte op kantoor", structural=False, judgement="deels"),
    answered("K2026-0003", "2026-03-02 09:00", 24 * 20, appeal=Appeal(on=date("2026-04-01"))),
    complaint("K2026-0004", "2026-03-03 09:00", status="dismissed", dismissal=VRAAG),
    complaint("K2026-0005", "2026-03-03 10:00", status="merged", merged_into="K2026-0003"),
    complaint("K2026-0006", "2026-12-31 23:30"),
    complaint("K2027-0001", "2027-01-01 00:30"),
    complaint("M2026-0001", "2026-05-04 09:00"),
]


def test_a_year_is_counted_by_what_became_of_its_complaints():
    year = figures(OnRecord(YEAR), 2026, CALENDAR, date("2027-01-02"))
    counted = {
        name: getattr(year, name)
        for name in (
            "received",
            "remarks",
            "dismissed",
            "merged",
            "open",
            "answered",
            "on_time",
            "structural",
            "appeals",
        )
    }
    assert counted == {
        "received": 6,
        "remarks": 1,
        "dismissed": {"vraag": 1},
        "merged": 1,
        "open": 1,
        "answered": 3,
        "on_time": 2,
        "structural": 1,
        "appeals": 1,
    }
    assert year.causes == {"drukte op kantoor": 2}
    assert year.judgements == {"gegrond": 1, "deels": 1}
    assert year.on_time_rate == pytest.approx(2 / 3)


def test_medians_are_hours_from_receipt_and_never_negative():
    told_before = answered("K2026-0009", "2026-06-01 09:00", 30, contacted_at=at("2026-05-31 12:00"))
    year = figures(OnRecord([*YEAR, told_before]), 2026, CALENDAR, date("2027-01-02"))
    assert (year.to_acknowledgement, year.to_contact, year.to_outcome) == (0.0, 1.0, 39.0)
    assert figures(OnRecord([told_before]), 2026, CALENDAR, date("2027-01-02")).to_contact == 0.0


def test_a_year_without_complaints_has_no_medians_and_no_rate():
    year = figures(OnRecord([]), 2026, CALENDAR, date("2027-01-02"))
    assert (year.to_outcome, year.on_time_rate, year.received) == (None, None, 0)
    assert len(year.months) == 12


def test_a_night_in_which_the_clock_changes_is_as_long_as_it_really_was():
    spring = taken("K2026-0010", "2026-03-28 12:00", acknowledged_at=at("2026-03-29 12:00"))
    assert figures(OnRecord([spring]), 2026, CALENDAR, date("2027-01-02")).to_acknowledgement == 23.0


def test_measures_are_counted_with_whether_they_worked():
    measures = (
        Measure(text="a"),
        Measure(text="b", done_on=date("2026-02-01"), worked=True),
        Measure(text="c", done_on=date("2026-02-01"), worked=False),
    )
    year = figures(OnRecord([taken(measures=measures)]), 2026, CALENDAR, date("2027-01-02"))
    assert (year.measures, year.measures_done, year.measures_worked, year.measures_failed) == (3, 2, 1, 1)


def test_a_complaint_belongs_to_the_year_of_receipt_in_the_firms_zone():
    this, last = tempos(OnRecord(YEAR), date("2027-01-02"), CALENDAR)
    assert ((this.year, this.received), (last.year, last.received)) == ((2027, 1), (2026, 6))
    assert (last.dismissed, last.answered, last.on_time) == (1, 3, 2)


@pytest.mark.parametrize(
    ("days", "counts"),
    [(14, (1, 0, 0, 1)), (15, (0, 1, 0, 1)), (20, (0, 1, 0, 1)), (28, (0, 1, 0, 1)), (29, (0, 0, 1, 1))],
    ids=["on the first day", "a day later", "between", "on the later day", "after it"],
)
def test_an_extension_that_the_client_was_told_of_is_on_time_until_its_own_day_and_counted(days, counts):
    late = answered("K2026-0003", "2026-03-02 09:00", 24 * days, due_on=date("2026-03-30"))
    year = figures(OnRecord([late]), 2026, CALENDAR, date("2027-01-02"))
    assert (year.on_time, year.postponed_on_time, year.late, year.postponed) == counts


def test_what_is_late_and_still_open_counts_against_the_rate_and_what_was_withdrawn_does_not():
    waiting = taken("K2026-0020", "2026-11-02 09:00")  # due on 16 November
    fresh = taken("K2026-0021", "2026-11-20 09:00")
    gone = taken("K2026-0022", "2026-11-02 09:00", status="closed", withdrawn="opgelost")
    year = figures(
        OnRecord([answered("K2026-0001", "2026-01-05 09:00", 24), waiting, fresh, gone]),
        2026,
        CALENDAR,
        date("2026-11-23"),
    )
    assert (year.due, year.on_time, year.late, year.overdue) == (2, 1, 0, 1)
    assert year.on_time_rate == 0.5


def test_the_months_of_the_picture_end_with_this_one_also_across_new_year():
    months = months_until(date("2027-02-28"))
    assert (months[0], months[-1], len(months)) == ("2026-03", "2027-02", 12)


def test_each_month_shows_what_came_in_what_was_open_at_its_end_and_what_was_on_time():
    old = taken(
        "K2025-0001",
        "2025-11-03 09:00",
        status="closed",
        answered_at=at("2026-02-10 09:00"),
        closed_at=at("2026-02-10 09:00"),
    )
    done = replace(old, number="K2025-0002", answered_at=at("2025-11-10 09:00"), closed_at=at("2025-11-10 09:00"))
    months = {
        each.month: each for each in figures(OnRecord([old, done, *YEAR]), 2026, CALENDAR, date("2027-01-02")).months
    }
    shown = {month: (each.received, each.open, each.on_time, each.late) for month, each in months.items()}
    assert shown["2026-01"] == (1, 1, 1, 0)
    assert shown["2026-02"] == (1, 0, 1, 0), "what was received in 2025 counts there"
    assert shown["2026-03"] == (1, 0, 0, 1)
    assert shown["2026-12"] == (1, 1, 0, 0)
