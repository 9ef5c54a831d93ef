"""Some of several were told: who still waits keeps his day, can get a later one, and gets the outcome alone."""

import pytest

from klachtmail.domain.agenda.figures import figures
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.records.parties import was_postponed
from tests.several import FOUND, PEOPLE, complains, each, says, sends, three
from tests.world import ELS, JAN

TOLD = "K2026-0001 uitkomst gemeld: excuses"


@pytest.fixture
def world():
    """Three people wrote on 23, 25 and 27 November, and only the first was told the outcome."""
    begun = three(days=2)
    each(begun, "gebeld", "groep 2 3 zeker", FOUND, TOLD)
    return begun


def overdue(world):
    return figures(world.store, 2026, Calendar(world.firm.organisation), world.now.date()).overdue


def on(world, month, day, hour=9):
    world.now = world.now.replace(year=2026, month=month, day=day, hour=hour)


def test_who_still_waits_can_get_a_later_day(world):
    on(world, 12, 4)
    says(world, "uitstel 21 december: wij wachten op de zaal")
    sent = sends(world)
    assert set(sent) == {"kees@example.nl", "fatma@example.nl"}
    assert "21 december 2026" in sent["kees@example.nl"].text
    assert world.complaint().due_on.isoformat() == "2026-12-21"


@pytest.mark.parametrize(
    ("day", "late"),
    [(8, ["sanne@example.nl"]), (10, ["sanne@example.nl", "kees@example.nl"]), (14, [*PEOPLE])],
    ids=["one", "two", "all"],
)
def test_only_those_whose_own_day_has_passed_get_an_apology(day, late):
    world = three(days=2)
    each(world, "gebeld", "groep 2 3 zeker")
    on(world, 12, day)
    world.sweep()
    says(world, "K2026-0001 verstuur", below=world.last(JAN))
    assert set(sends(world)) == set(late)


def test_nobody_is_late_before_the_first_of_them_is(world):
    on(world, 12, 8)  # the day after that of who was told
    world.sweep()
    assert "te laat" not in world.last(JAN).text
    assert "Dat is niet gelukt" not in world.last(JAN).text
    on(world, 12, 10)
    world.sweep()
    assert "Wij beloofden het op woensdag 9 december 2026. Dat is niet gelukt." in world.last(JAN).text


def test_the_outcome_goes_to_who_waits_and_the_draft_says_who_knows_it_already(world):
    drafted = says(world, "uitkomst: De verwarming was stuk.")
    assert "Hoorde de uitkomst al en krijgt deze brief niet: Sanne de Boer (K2026-0001)" in drafted.text
    assert set(sends(world)) == {"kees@example.nl", "fatma@example.nl"}
    assert says(world, "sluit").subject.startswith("Concept")


def test_the_outcome_goes_to_all_when_somebody_says_so(world):
    says(world, "uitkomst aan allen: De verwarming was stuk.")
    says(world, "voorstel: U krijgt een nieuwe dag.")
    assert set(sends(world)) == set(PEOPLE)


def test_an_outcome_that_is_told_again_does_not_make_the_first_one_late(world):
    first = world.complaint().answered_at
    on(world, 12, 30)
    says(world, "uitkomst aan allen: De verwarming was stuk.")
    sends(world)
    assert world.complaint().answered_at == first


def test_the_one_who_is_told_last_is_news_to_the_other_partner_too(world):
    on(world, 12, 8)  # more than a week after the first
    world.sweep()
    says(world, "uitkomst: De verwarming was stuk.")
    sends(world)
    complains(world, "kees@example.nl", "De lunch was koud.", subject="Lunch")  # which she is asked about tomorrow
    on(world, 12, 9)
    world.sweep()
    assert "hoorde de uitkomst" in world.last(ELS).text
    assert "Jan de Vries vertelde het. Oordeel: gegrond." in world.last(ELS).text


def test_buttons_after_the_first_was_told_are_of_who_waits(world):
    buttons = says(world, "notitie: de rest volgt").buttons
    assert {"Uitkomst schrijven", "Uitstel"} <= set(buttons)
    assert "Sluit" not in buttons


def test_who_withdrew_leaves_the_day_to_the_others():
    world = three(days=2)
    each(world, "gebeld", "groep 2 3 zeker", "K2026-0001 ingetrokken: opgelost")
    assert world.complaint().due_on.isoformat() == "2026-12-09"
    says(world, "K2026-0001 heropen")
    assert world.complaint().due_on.isoformat() == "2026-12-07"


def test_the_figures_count_nobody_late_whose_day_has_not_come(world):
    on(world, 12, 8)
    assert overdue(world) == 0
    assert not was_postponed(world.complaint())
    on(world, 12, 10)
    assert overdue(world) == 1
