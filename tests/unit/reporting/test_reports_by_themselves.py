"""The year report and the quarter's sheet come by themselves: on the first working day, once, whoever was off."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.unit.reporting.test_papers_by_mail import files, text_of
from tests.world import ELS, JAN, PIET, ZONE, World, mail


def on(*day, hour=9):
    return dt.datetime(*day, hour, tzinfo=ZONE)


def firm_of(day, **sections):
    world = World(now=on(*day), **sections)
    world.receive(mail("De trainer was te laat.\n\nSanne de Boer"))
    world.reply(JAN, "betreft @els")
    return world


def come(world, *day, hour=9):
    """Turn the clock to this day; return the reports that came."""
    world.now = on(*day, hour=hour)
    world.news()
    report = world.sweep()
    found = [each for each in world.news() if each.subject.startswith(("Jaarverslag", "Kwartaal"))]
    assert report.reports == len(found)
    return found


def test_on_the_first_working_day_of_a_quarter_each_partner_gets_the_sheet():
    world = firm_of((2026, 8, 3))
    assert come(world, 2026, 9, 30) == []
    assert come(world, 2026, 10, 1, hour=8) == []
    found = come(world, 2026, 10, 1)
    assert [(each.to, each.subject) for each in found] == [(JAN, "Kwartaal 3 van 2026"), (ELS, "Kwartaal 3 van 2026")]
    assert list(files(found[0])) == ["kwartaal-2026-3.html", "kwartaal-2026-3.csv", "kwartaal-2026-3.json"]
    assert "Klachten ontvangen;2026;1" in text_of(files(found[0])["kwartaal-2026-3.csv"])
    assert PIET not in {each.to for each in found}


def test_the_year_report_comes_with_the_sheet_of_its_last_quarter():
    world = firm_of((2026, 11, 23))
    assert come(world, 2027, 1, 1) == []  # a holiday
    found = come(world, 2027, 1, 4)
    assert {each.subject for each in found} == {"Jaarverslag 2026"}
    assert list(files(found[0])) == [
        *("jaarverslag-2026.html", "jaarverslag-2026.csv", "jaarverslag-2026.json"),
        *("kwartaal-2026-4.html", "kwartaal-2026-4.csv", "kwartaal-2026-4.json"),
    ]


def test_it_comes_once_also_after_a_restart_and_on_the_machine_that_takes_over():
    world = firm_of((2026, 8, 3))
    assert len(come(world, 2026, 10, 1)) == 2
    world.office = replace(world.office)  # another process on the same register
    assert come(world, 2026, 10, 1, hour=12) == []
    assert come(world, 2026, 10, 2) == []


def test_a_machine_that_was_off_sends_it_when_it_is_back_but_not_after_weeks():
    assert len(come(firm_of((2026, 8, 3)), 2026, 10, 9)) == 2
    assert come(firm_of((2026, 8, 3)), 2026, 11, 2) == []


@pytest.mark.parametrize(
    ("reports", "october", "january"),
    [
        ([], [], []),
        (["year"], [], ["Jaarverslag 2026"]),
        (["quarter"], ["Kwartaal 3 van 2026"], ["Kwartaal 4 van 2026"]),
    ],
)
def test_the_firm_chooses_which_it_wants(reports, october, january):
    world = firm_of((2026, 8, 3), schedule={"reports": reports})
    assert [each.subject for each in come(world, 2026, 10, 1)] == october * 2
    assert [each.subject for each in come(world, 2027, 1, 4)] == january * 2


def test_a_firm_that_began_today_gets_no_report_about_nothing():
    world = World(now=on(2026, 10, 1))
    assert come(world, 2026, 10, 1) == []
    world.receive(mail("De trainer was te laat."))
    assert come(world, 2026, 10, 1, hour=10) == []


def test_nobody_reads_in_it_what_is_about_himself():
    world = firm_of((2026, 8, 3))
    world.reply(JAN, "maatregel: vooraf bellen", next(x for x in world.letters(JAN) if "0001]" in x.subject))
    jan, els = come(world, 2026, 10, 1)
    assert "K2026-0001" in text_of(files(jan)["kwartaal-2026-3.html"])
    assert "K2026-0001" not in text_of(files(els)["kwartaal-2026-3.html"])
