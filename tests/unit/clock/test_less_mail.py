"""One mail for one thing: what no morning mail is made for, because nobody could act, another mail said it, or it presses nobody."""

import datetime as dt
from dataclasses import replace

import pytest
from clock_examples import ELS, Register, at, complaint, date, days, events, taken

from klachtmail.domain.records.model import HistoryEntry
from klachtmail.domain.records.state import State
from tests.world import CLIENT, World, answer, mail
from tests.world import ELS as ELSE
from tests.world import JAN as HANDLER

AGENDA = {"meeting": {"day": "monday", "time": "10:00"}, "digest": {"day": "monday", "time": "08:00"}}
FOUND = "ik\nwens: geld terug\noorzaak: dubbele boeking\nstructureel: nee\noordeel: gegrond\nuitkomst: Het ging mis.\nvoorstel: U krijgt korting."


@pytest.mark.parametrize(
    ("received", "asked_on"),
    [
        ("2026-11-04 16:59", "2026-11-05"),
        ("2026-11-04 17:00", "2026-11-06"),
        ("2026-11-06 21:00", "2026-11-10"),  # Friday evening: on Monday nobody has been at work yet
        ("2026-11-07 10:00", "2026-11-10"),  # Saturday
    ],
)
def test_what_came_after_office_hours_is_asked_about_after_a_day_at_work(received, asked_on):
    register = Register(complaint(received=received, due_on=date("2027-02-01")))
    asked = [day for day in days("2026-11-04", "2026-11-11") if events(register, day)]
    assert asked[0] == asked_on


def test_an_outcome_that_a_colleague_told_makes_no_morning_mail_and_goes_with_the_next():
    at_three = at("2026-11-10 15:00")
    told = taken(received="2026-11-02 09:00", by=ELS, status="answered", answered_at=at_three, outcome="Excuses")
    heard = replace(told.complainant, told_at=at_three)
    entry = HistoryEntry(at=at_three, actor=ELS.address, event="answered")
    register = Register(replace(told, complainant=heard, history=(*told.history, entry)))
    assert events(register, "2026-11-11") == {}
    register.change(complaint("K2026-0002", received="2026-11-11 10:00"))
    assert events(register, "2026-11-12") == {"jan": ["no_handler", "outcome_sent"], "els": ["no_handler"]}
    assert events(register, "2026-11-13") == {}


def test_what_the_agenda_said_the_morning_mail_does_not_say_again_to_who_reads_along():
    late = taken(received="2026-11-02 09:00", by=ELS, due_on=date("2026-11-13"), original_due_on=date("2026-11-13"))
    register = Register(late, state=State(digest_at=at("2026-11-16 08:00"), digest_for=at("2026-11-16 10:00")))
    assert events(register, "2026-11-16") == {"els": ["overdue"]}
    assert events(register, "2026-11-17") == {"els": ["overdue"], "jan": ["overdue"]}


def test_what_came_after_the_agenda_was_made_is_still_told():
    state = State(digest_at=at("2026-11-02 08:00"), digest_for=at("2026-11-02 10:00"))
    register = Register(complaint(received="2026-11-02 09:00"), state=state)
    assert events(register, "2026-11-03") == {"jan": ["no_handler"], "els": ["no_handler"]}


def test_the_agenda_lists_what_it_spares_the_morning_mail():
    world = World(dt.datetime.fromisoformat("2026-11-30T07:00+01:00"), schedule=AGENDA)
    world.receive(mail("De zaal was koud."))
    world.reply(HANDLER, FOUND)
    world.press(HANDLER, "Verstuur")
    world.later(days=7, hours=1)
    world.sweep()
    world.later(minutes=30)
    world.sweep()
    assert "Sanne de Boer" in next(x for x in world.letters(ELSE) if x.subject.startswith("Agenda")).text
    assert not [x for x in world.letters(ELSE) if x.text.startswith("Goedemorgen")]


def test_where_the_firm_wants_it_so_the_agenda_says_who_has_it():
    told = World(procedure={"who_has_it": "agenda"})
    told.receive(mail("De zaal was koud."))
    told.news()
    told.reply(HANDLER, "ik pak het op")
    assert [x.to for x in told.news()] == [HANDLER]
    told.reply(ELSE, "ik pak het op")
    assert "Jan de Vries heeft deze klacht al" in told.last(ELSE).text


def test_who_agrees_is_closed_in_one_press_when_nothing_is_missing():
    world = World()
    world.receive(mail("De zaal was koud."))
    world.reply(HANDLER, FOUND)
    world.press(HANDLER, "Verstuur")
    world.receive(answer(world.last("sanne@example.nl"), CLIENT, "Dat is goed."))
    world.news()
    world.press(HANDLER, "Akkoord, en sluit")
    assert (world.complaint().accepted, world.complaint().status) == (True, "closed")
    assert [x.to for x in world.news()] == [HANDLER]


def test_while_something_is_missing_closing_is_not_offered_with_it():
    world = World()
    world.receive(mail("De zaal was koud."))
    world.reply(HANDLER, FOUND.replace("structureel: nee\n", ""))
    world.press(HANDLER, "Verstuur")
    world.receive(answer(world.last("sanne@example.nl"), CLIENT, "Dat is goed."))
    assert "Klager akkoord" in world.last(HANDLER).buttons
    assert "Akkoord, en sluit" not in world.last(HANDLER).buttons
