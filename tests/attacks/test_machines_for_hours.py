"""Two programs that answer each other for days, of which one does not say that it is one: every pair comes to an end.

The other one answers each letter of ours, whatever it is and after any time, with other words each time.
"""

import datetime as dt
from collections import Counter

import pytest

from klachtmail.domain.outgoing import requests
from klachtmail.domain.outgoing.once_an_hour import MOST_A_DAY, MOST_DIFFERENT
from klachtmail.service.flush import flush
from klachtmail.service.work.desk import Desk
from tests.attacks.ground import JAN, PIET, SANNE
from tests.letters_read import answer, made_of, read
from tests.world import World, mail

ANNA, BEHEER, COORDINATOR = "anna@audit.example", "beheer@it.example", "wil@ront.nl"
IN_LETTERS = str.maketrans("0123456789", "ghijklmnop")  # numbers make no difference between two mails


def words(*seed):
    """Return four words, other ones for each seed."""
    letters = made_of(*map(str, seed)).translate(IN_LETTERS)
    return " ".join(letters[at : at + 4] for at in range(0, 16, 4))


def in_thread(letter, who, said):
    return answer(letter, who, f"Dank voor uw bericht. {said}.")


def anew(_letter, who, said):
    return mail(
        f"Dank voor uw bericht. {said}.",
        sender=who,
        subject=f"Bericht {said[:13]}",
        message_id=f"{said[-13:].replace(' ', '.')}@x.example",
    )


def asking(letter, who, said):
    return answer(letter, who, f"Kunt u dat nog eens uitleggen, {said}?")


def after_days(robot, style, *, every, days=2):
    """Return a world after days in which each letter to one of `robot` was answered, and how many he got on each day."""
    world = World(
        limits={},
        auditors=[{"name": "Anna Audit", "address": ANNA}],
        administrator=BEHEER,
        employees=[
            {"name": "Piet Jansen", "address": PIET, "alias": "piet", "role": "employee"},
            {"name": "Wil Bos", "address": COORDINATOR, "alias": "wil", "role": "coordinator"},
        ],
        duty={"coordinator": COORDINATOR},
    )
    began, told, sent = world.now, Counter(), 0
    world.receive(mail("De trainer was te laat."), mail("jaarverslag 2026", sender=ANNA, subject="Rapport"))
    desk = Desk(world.office, world.now)
    desk.post([requests.to_administrator(world.firm, "Schijf", "De schijf is vol.", "Maak ruimte.")])
    desk.commit()
    flush(world.office)
    world.reply(JAN, "@piet")
    while world.now - began < dt.timedelta(days=days):
        fresh, sent = world.courier.sent[sent:], len(world.courier.sent)
        for each in fresh:
            told[each.recipient, (world.now - began).days] += 1
        world.later(minutes=every)
        world.receive(
            *(style(read(x.content, x.recipient), robot, words(x.content)) for x in fresh if x.recipient == robot)
        )
        world.sweep()
    return world, told


MOST = {SANNE: 6, BEHEER: 4, ANNA: 12, JAN: MOST_A_DAY + 10, PIET: MOST_A_DAY + 10, COORDINATOR: MOST_A_DAY + 10}


@pytest.mark.parametrize("robot", MOST)
@pytest.mark.parametrize("style", [in_thread, anew, asking], ids=lambda style: style.__name__)
def test_a_machine_that_answers_everything_with_other_words_gets_few_letters_a_day(robot, style):
    world, told = after_days(robot, style, every=12)
    assert max(told[robot, day] for day in range(2)) <= MOST[robot]
    others = {each for each, _ in told} - {robot}
    assert max(told[each, day] for each in others for day in range(2)) <= 20, "nor do the others hear of each"
    assert len(list(world.store.current())) <= 8


def test_a_machine_that_answers_after_hours_outside_the_thread_is_confirmed_a_few_times_and_no_more():
    world, told = after_days(SANNE, anew, every=150, days=4)
    assert sum(told[SANNE, day] for day in range(4)) <= 7
    notice = "dit adres schrijft na elke ontvangstbevestiging opnieuw"
    assert any(notice in letter.text for letter in world.letters(JAN)), "a partner hears why and may confirm it"


def test_of_a_person_who_writes_much_that_is_no_command_nothing_is_lost():
    """His notes are in the dossier, without a transcript of each, and the morning mail says of what nothing was done."""
    world = World()
    world.receive(mail("De trainer was te laat."))
    world.reply(JAN, "ik")
    letter, before = world.last(JAN), len(world.letters(JAN))
    for n in range(15):
        world.later(minutes=2)
        world.receive(answer(letter, JAN, f"De trainer zei mij {words(n)}."))
    assert len(world.letters(JAN)) - before == MOST_DIFFERENT
    assert len([m for m in world.complaint().messages if m.kind == "command"]) == 15 + 1
    assert len({e.detail for e in world.complaint().history if e.event == "noted"}) >= 15
    world.later(days=1)
    world.sweep()
    assert "deed niets" in world.last(JAN).text or "niet uitgevoerd" in world.last(JAN).text


def test_who_looks_after_the_machine_and_answers_an_alarm_has_no_complaint_and_is_listed():
    world, told = after_days(BEHEER, in_thread, every=30, days=1)
    assert told[BEHEER, 0] == 1
    assert [each.sender for each in world.store.state.set_aside] == [BEHEER]
    assert "K2026-0002" not in {each.number for each in world.store.current()}
