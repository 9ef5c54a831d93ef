"""A letter that did not arrive told nobody anything: its day does not hold, its question waits, nobody is left with the task."""

import datetime as dt
from dataclasses import replace

import pytest

from klachtmail.domain.agenda.figures import figures
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.records.lifecycle import advance
from klachtmail.domain.records.not_received import not_received
from klachtmail.domain.records.parties import changed
from klachtmail.domain.records.port import Changes
from klachtmail.smtp.port import Rejected, Sent
from tests.letters_read import answer
from tests.several import FOUND, complains, each, leaves, says, sends, three
from tests.unit.test_an_outcome_that_came_back import LAWYER, comes_back
from tests.world import ELS, JAN, World

OLD, NEW = dt.date(2026, 12, 7), dt.date(2026, 12, 21)
LATER = "uitstel 21 december: de zaalverhuurder antwoordt pas dan"
NEXT_WEEK = "uitstel 28 december: hij heeft griep"


def alone(*lines):
    """Return a world with one complaint, that Jan handles, and these lines of his."""
    world = World()
    complains(world, "kees@example.nl")
    each(world, "ik", *lines)
    return world


def asks(world):
    """Have Kees answer his acknowledgement."""
    world.receive(answer(world.last("kees@example.nl"), "kees@example.nl", "Wanneer hoor ik iets?"))


def how_it_counts(world, today):
    """Return as what the report counts the only complaint."""
    counted = figures(world.store, 2026, Calendar(world.firm.organisation), today)
    return [name for name in ("on_time", "postponed_on_time", "late", "overdue") if getattr(counted, name)]


def test_of_a_postponement_the_old_day_stands_and_the_handler_hears_it():
    world = alone(LATER)
    task = comes_back(world, sends(world)["kees@example.nl"])[JAN]
    assert "21 december 2026" in task.text
    assert "Uiterste datum: maandag 7 december" in task.text
    assert (world.complaint().due_on, world.complaint().original_due_on) == (OLD, OLD)
    world.now = world.now.replace(month=12, day=8)
    world.sweep()
    assert "Dat is niet gelukt" in world.last(JAN).text
    each(world, "gebeld", "uitkomst gemeld: excuses")
    assert how_it_counts(world, dt.date(2026, 12, 9)) == ["late"]


def test_told_by_telephone_it_holds():
    world = alone(LATER)
    world.press(JAN, "Uitstel verteld", comes_back(world, sends(world)["kees@example.nl"])[JAN])
    assert world.complaint().due_on == NEW
    assert world.complaint().contacted_at
    world.now = world.now.replace(month=12, day=9)
    says(world, "uitkomst gemeld: excuses")
    assert how_it_counts(world, dt.date(2026, 12, 9)) == ["postponed_on_time"]


def test_of_several_it_is_about_him_alone():
    world = three()
    each(world, "groep 2 3 zeker", LATER)
    task = comes_back(world, sends(world)["kees@example.nl"])[JAN]
    assert [party.due_on for party in world.complaint().parties] == [OLD, NEW]
    assert world.complaint().due_on == OLD
    world.press(JAN, "Uitstel verteld", task)
    assert [party.due_on for party in world.complaint().parties] == [NEW, NEW]
    assert world.complaint().due_on == NEW


def test_the_day_before_it_stands_that_was_told_and_a_second_report_takes_nothing_more():
    world = alone(LATER)
    sends(world)
    world.later(hours=1)
    says(world, NEXT_WEEK)
    letter = sends(world)["kees@example.nl"]
    assert comes_back(world, letter)
    assert world.complaint().due_on == NEW
    assert not comes_back(world, letter, status="5.2.2")
    assert world.complaint().due_on == NEW


def test_so_it_is_when_the_server_refuses_it_at_once():
    world = alone(LATER)
    unknown = Rejected("550 5.1.1 user unknown")
    world.courier.answer = lambda letter: unknown if letter.recipient == "kees@example.nl" else Sent()
    sends(world)
    assert world.complaint().due_on == OLD
    assert "Uitstel verteld" in world.last(JAN).buttons


def test_what_came_back_from_a_representative_is_about_whom_he_stands_for():
    world = three()
    each(world, "groep 2 zeker", f"K2026-0002 gemachtigde: mr. A. Recht <{LAWYER}>", LATER)
    comes_back(world, sends(world)[LAWYER])
    assert world.complaint().parties[0].due_on == OLD
    assert world.complaint().complainant.due_on == NEW


def test_a_postponement_that_was_not_heard_is_none_of_those_that_a_scheme_allows():
    world = World(procedure={"postpone": {"times": 1, "days": 28}})
    complains(world, "kees@example.nl")
    each(world, "ik", LATER)
    comes_back(world, sends(world)["kees@example.nl"])
    assert says(world, LATER).subject.startswith("Concept")
    says(world, "uitstel gemeld 21 december: aan de telefoon")
    assert world.complaint().due_on == NEW
    assert "1 keer" in says(world, "uitstel gemeld 28 december: hij heeft griep").text
    says(world, "uitstel gemeld 28 december: met instemming van meneer")
    assert world.complaint().due_on == dt.date(2026, 12, 28)


@pytest.mark.parametrize("line", [LATER, "antwoord: Wij bellen u morgen.", "uitkomst: De zaal was stuk."])
def test_the_question_that_it_answered_waits_again(line):
    world = alone()
    world.later(hours=1)
    asks(world)
    world.later(hours=1)
    asked = world.complaint().waiting_since
    each(world, FOUND, line)
    letter = sends(world)["kees@example.nl"]
    assert asked
    assert world.complaint().waiting_since is None
    comes_back(world, letter)
    assert world.complaint().waiting_since == asked


def test_who_was_called_since_does_not_wait():
    world = alone()
    world.later(hours=1)
    asks(world)
    world.later(hours=1)
    says(world, "antwoord: Wij bellen u morgen.")
    letter = sends(world)["kees@example.nl"]
    world.later(hours=1)
    says(world, "gebeld")
    comes_back(world, letter)
    assert world.complaint().waiting_since is None


def test_nobody_was_acknowledged_by_a_letter_that_came_back():
    world = alone()
    first = world.last("kees@example.nl")
    world.later(hours=1)
    each(world, "klager: Kees Klant <kees.klant@example.nl>", "bevestig")
    second = world.last("kees.klant@example.nl")
    at = world.now
    comes_back(world, first)
    assert world.complaint().acknowledged_at == at
    comes_back(world, second)
    assert world.complaint().acknowledged_at is None


def test_an_outcome_that_comes_back_after_closing_opens_it_again():
    world = three()
    each(world, "groep 2 zeker", "gebeld", FOUND, "uitkomst: De verwarming was stuk.")
    letter = sends(world)["kees@example.nl"]
    says(world, "sluit")
    closing = sends(world)
    leaves(world, partners=[{"name": "Els Bakker", "address": ELS, "alias": "els"}])  # its handler left meanwhile
    task = comes_back(world, letter)[ELS]
    assert "staat daarom weer open" in task.text
    assert world.complaint().status == "answered"
    assert "de uitkomst vertellen aan Kees Klant" in says(world, "sluit", member=ELS, below=task).text
    world.press(ELS, "Uitkomst verteld", task)
    says(world, "sluit", member=ELS, below=task)
    assert world.complaint().status == "closed"
    assert not comes_back(world, letter)  # a second report of the same letter
    assert world.complaint().status == "closed"
    assert "kees@example.nl" in closing


def test_an_outcome_from_before_he_was_merged_is_asked_for_where_it_goes_on():
    world = three()
    each(world, "ik", FOUND, "uitkomst: De verwarming was stuk.", number="K2026-0002")
    letter = sends(world)["kees@example.nl"]
    says(world, "groep 2 zeker")
    assert world.complaint().parties[0].told_at
    task = comes_back(world, letter)[JAN]
    assert "Bel of schrijf Kees Klant" in task.text
    assert world.complaint().parties[0].told_at is None
    world.press(JAN, "Uitkomst verteld", task)
    assert world.complaint().parties[0].told_at


@pytest.mark.parametrize("key", [None, "K2026-0099"], ids=["of him", "of nobody"])
@pytest.mark.parametrize("hours", [-200, 1], ids=["before", "after he was told"])
def test_a_letter_of_another_moment_takes_nothing_back(hours, key):
    world = alone("gebeld", FOUND, LATER)
    sends(world)
    says(world, "uitkomst gemeld: excuses")
    before = replace(world.complaint(), waiting_since=world.now)
    another = world.now + dt.timedelta(hours=hours)
    for kind in ("outcome", "postponement", "acknowledgement", "message"):
        assert not_received(before, kind, key, another, world.now) == before


def test_a_closing_letter_that_comes_back_is_a_task_and_stands_on_the_agenda():
    world = alone("gebeld", FOUND, "uitkomst gemeld: excuses", "sluit")
    task = comes_back(world, sends(world)["kees@example.nl"])[JAN]
    assert "slotbrief aan kees@example.nl kwam niet aan" in task.text
    assert world.complaint().status == "closed"
    says(world, "agenda")
    agenda = next(x for x in reversed(world.letters(JAN)) if "kees@example.nl" in x.text and "Agenda" in x.subject)
    assert "slotbrief aan kees@example.nl" in agenda.text.lower()


def test_who_gets_it_by_post_has_the_later_day_once_it_was_posted():
    world = three()
    says(world, "groep 2 3 zeker")
    for number in ("K2026-0002", "K2026-0003"):
        bare = without_mail(world.complaint(), number)
        world.store.commit(Changes(complaints={bare.number: bare}))
    says(world, LATER)
    sends(world)
    assert [party.due_on for party in world.complaint().parties] == [OLD, OLD]
    world.press(JAN, "Gepost", next(x for x in world.letters(JAN) if x.subject.startswith("Om te printen")))
    assert [party.due_on for party in world.complaint().parties] == [NEW, OLD]
    assert (world.complaint().due_on, world.complaint().complainant.due_on) == (OLD, NEW)


def without_mail(complaint, number):
    """Return the complaint in which this complainant can only be written to by post."""
    bare = changed(complaint, number, lambda party: replace(party, address=None, postal="Dorpsstraat 1, Apeldoorn"))
    return advance(bare, "complainant", complaint.received_at, JAN)
