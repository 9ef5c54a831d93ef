"""A measure of no single complaint does not wait for the meeting: its owner is asked on its day, and later whether it worked."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.unit.reporting.test_papers_by_mail import say
from tests.world import ELS, JAN, PIET, World, firm, mail

DUE, WORKED = "Is de algemene maatregel gereed?", "Heeft de algemene maatregel geholpen?"


def agreed(by="door els", **sections):
    """Return a firm that agreed on 23 November to call all rooms before 1 December, and has no complaint open."""
    world = World(**sections)
    world.receive(mail("De zaal was koud. Sanne de Boer", subject="Klacht"))
    say(world, f"algemene maatregel: alle zalen nabellen {by} voor 1 december")
    say(world, "geen klacht: vraag, over de zaal")
    return world


def mornings(world, *days):
    """Return who read what about a general measure in the morning mails of these days from today, in order."""
    found, begun = [], world.now
    for day in days:
        world.now = (begun + dt.timedelta(days=day)).replace(hour=9)
        world.news()
        world.sweep()
        asked = [x for x in world.news() if "algemene maatregel" in x.text and "Goedemorgen" in x.text]
        found += [(day, x.to, DUE if DUE in x.text else WORKED if WORKED in x.text else "") for x in asked]
    return found


def test_its_owner_is_asked_on_its_day_and_then_weekly_and_nobody_else():
    assert mornings(agreed(), *range(1, 23)) == [(8, ELS, DUE), (15, ELS, DUE), (22, ELS, DUE)]


def test_ninety_days_after_it_was_done_he_is_asked_whether_it_worked_monthly_and_until_he_says_so():
    world = agreed()
    assert mornings(world, 8) == [(8, ELS, DUE)]
    world.press(ELS, "Gereed")
    assert world.store.state.measures[0].done_on == world.now.date()
    begun = world.now
    assert mornings(world, 7, 30, 87, 90, 100, 119) == [(90, ELS, WORKED), (119, ELS, WORKED)]
    world.press(ELS, "Werkt niet")
    assert world.store.state.measures[0].worked is False
    world.now = begun
    assert mornings(world, 150, 200) == []


def test_who_is_away_has_a_substitute_and_who_left_leaves_it_to_the_partners():
    world = agreed()
    say(world, "afwezig t/m 16 december, @jan neemt waar", member=ELS)
    assert mornings(world, 8) == [(8, JAN, DUE)]
    assert "Deze is van Els Bakker, die afwezig is tot en met" in world.last(JAN).text
    gone = agreed("door piet")
    gone.office = replace(gone.office, firm=firm(employees=[]))
    assert mornings(gone, 8) == [(8, JAN, DUE), (8, ELS, DUE)]


def test_an_employee_says_that_his_own_is_done_and_nothing_about_another():
    world = agreed("door piet")
    say(world, "algemene maatregel: iets anders door els voor 1 december")
    assert mornings(world, 8) == [(8, ELS, DUE), (8, PIET, DUE)]
    mine = world.last(PIET)
    world.press(PIET, "Gereed", mine)
    first, second = world.store.state.measures
    assert (first.done_on, second.done_on) == (world.now.date(), None)
    for line in (
        "algemene maatregel: 2 gereed",
        "algemene maatregel: 1 vervalt",
        "algemene maatregel: de docenten inwerken",
    ):
        world.reply(PIET, line, mine)
        assert "alleen een partner" in world.last(PIET).text
    assert world.store.state.measures == (first, second)


@pytest.mark.parametrize("line", ["algemene maatregel: 1 vervalt", "algemene maatregel: 1 gereed"])
def test_of_what_is_done_or_dropped_nobody_is_reminded(line):
    world = agreed()
    say(world, line)
    assert mornings(world, *range(1, 16)) == []


def test_an_older_button_never_means_another_measure_when_one_was_dropped():
    world = agreed()
    say(world, "algemene maatregel: docenten inwerken door els voor 1 december")
    assert mornings(world, 8) == [(8, ELS, DUE)]
    letter = world.last(ELS)
    say(world, "algemene maatregel: 1 vervalt")
    agenda = say(world, "agenda").text
    assert "nabellen" not in agenda.partition("Algemene maatregelen")[2].partition("##")[0]
    world.reply(ELS, "algemene maatregel: 2 gereed", letter)
    assert [each.done_on for each in world.store.state.measures if each.text] == [world.now.date()]
    world.reply(ELS, "algemene maatregel: 1 gereed", letter)
    assert "2. docenten inwerken" in world.last(ELS).text


def test_it_stands_in_a_morning_mail_that_goes_anyway_behind_what_presses_more():
    world = agreed()
    world.receive(mail("De rekening is fout.", sender="kees@example.nl", subject="Rekening"))
    world.reply(JAN, "@els", next(x for x in reversed(world.letters(JAN)) if "0002]" in x.subject))
    assert mornings(world, 8) == [(8, ELS, DUE)]
    text = world.last(ELS).text
    assert text.index("K2026-0002") < text.index(DUE)
