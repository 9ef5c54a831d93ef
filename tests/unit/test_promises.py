"""What was promised to a complainant happens: owner, day and amount are asked for, and it stays open until it is done."""

import datetime as dt
import itertools

import pytest

from klachtmail.domain.conduct.promises import amount_in
from klachtmail.domain.records.contract import complaint_json
from tests.letters_read import answer
from tests.several import FOUND as TREATED
from tests.several import each, leaves, says, three
from tests.world import ELS, JAN, PIET, World, mail

MAILS = itertools.count()

FOUND = "ik\noorzaak: planning\nstructureel: nee\nvoorstel: U krijgt 450 euro terug.\nuitkomst gemeld: excuses"


@pytest.fixture
def world():
    begun = World()
    begun.receive(mail("De trainer was te laat.", message_id="eerste@example.nl"))
    say(begun, FOUND)
    return begun


def say(world, text, member=JAN):
    """Have a member answer the mail that brought the complaint: one line, one mail."""
    letter = next(x for x in world.letters(member) if "K2026-0001]" in x.subject)
    for line in text.splitlines():
        world.receive(answer(letter, member, line, subject=f"Re: {letter.subject} ({next(MAILS)})"))


def test_a_promise_has_an_owner_a_day_and_an_amount(world):
    say(world, "toezegging: 450 euro terug door piet voor 1 december")
    (shown,) = complaint_json(world.complaint())["promises"]
    assert shown == {"text": "450 euro terug", "owner": PIET, "due_on": "2026-12-01", "amount": 450.0, "done_on": None}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("450 euro terug", 450.0),
        ("€ 1.250,50 terug", 1250.5),
        ("€450,- terug", 450.0),
        ("1.250 euro", 1250.0),
        ("€ 99.95 retour", 99.95),
        ("EUR 1,250.50", 1250.5),
        ("1 250 euro en excuses", 1250.0),
        ("2 keer 45,5 euro", 45.5),
        ("de helft (€ 212,50) van €425", 212.5),
        ("kamer 12, 450 EUR", 450.0),
        ("de cursus op 3 maart opnieuw", None),
    ],
)
def test_amounts_are_read_as_they_are_written(text, amount):
    assert amount_in(text) == amount


def test_it_is_asked_for_when_the_client_agrees(world):
    say(world, "klant akkoord")
    transcript = world.last(JAN)
    assert "toezegging" in transcript.text
    assert transcript.buttons["Toezegging"][2] == "toezegging: U krijgt 450 euro terug"
    world.press(JAN, "Toezegging", transcript)
    assert world.complaint().promises[0].amount == 450.0


def test_the_complaint_closes_and_the_promise_stays_open_until_its_owner_says_so(world):
    say(world, "toezegging: 450 euro terug door piet voor 1 december\nklant akkoord\nsluit")
    assert world.complaint().status == "closed"
    world.now = world.now.replace(month=12, day=1, hour=9)
    world.sweep()
    morning = world.last(PIET)
    assert "450 euro terug" in morning.text
    world.press(PIET, "Nagekomen", morning)
    assert str(world.complaint().promises[0].done_on) == "2026-12-01"
    world.later(days=7)
    world.news()
    world.sweep()
    assert not any("450 euro" in x.text for x in world.news())


def test_after_a_week_the_partners_hear_it_and_it_is_on_the_agenda(world):
    say(world, "toezegging: 450 euro terug door piet voor 1 december\nklant akkoord\nsluit")
    world.now = world.now.replace(month=12, day=8, hour=9)
    world.sweep()
    assert "450 euro terug" in world.last(ELS).text
    say(world, "agenda")
    assert any("Toezeggingen die nog open staan" in x.text for x in world.letters(JAN))


def test_a_ruling_is_a_promise_too(world):
    say(world, "beroep\nuitspraak: RONT betaalt € 200 terug")
    (promise,) = world.complaint().promises
    assert (promise.amount, promise.owner) == (200.0, JAN)
    assert str(promise.due_on) == "2026-12-07"


def test_a_ruling_that_finds_nothing_is_none(world):
    say(world, "beroep\nuitspraak: de klacht is ongegrond")
    assert world.complaint().promises == ()


def test_a_promise_without_a_day_is_asked_for_a_week_later_also_when_the_complaint_is_closed():
    world = three()
    each(world, TREATED, "uitkomst gemeld: excuses", "toezegging: 450 euro terug door piet", "sluit")
    assert world.complaint().status == "closed"
    world.later(days=6)
    world.sweep()
    assert not any("450 euro" in x.text for x in world.letters(PIET))
    world.later(days=1)
    world.sweep()
    asked = world.last(PIET)
    assert "450 euro terug" in asked.text
    assert "“toezegging: 450 euro terug voor 1 februari”" in asked.text
    says(world, "toezegging: 450 euro terug voor 1 februari")
    (promise,) = world.complaint().promises
    assert promise.due_on == dt.date(2027, 2, 1)
    world.later(days=7)
    world.news()
    world.sweep()
    assert not any("450 euro" in x.text for x in world.news() if x.to == PIET)


def test_each_who_agrees_is_asked_for_what_was_promised_to_him():
    world = three()
    each(
        world,
        "groep 2 3 zeker",
        TREATED,
        "uitkomst gemeld aan allen: excuses",
        "toezegging: 450 euro terug voor 1 februari",
    )
    assert "Wat zegden jullie toe" not in says(world, "klager akkoord").text
    asked = says(world, "K2026-0002 klager akkoord")
    assert "Wat zegden jullie toe" in asked.text
    line = asked.buttons["Toezegging"][2]
    says(world, f"{line} door piet voor 1 februari")
    assert [p.to for p in world.complaint().promises] == [None, "K2026-0002"]


def test_a_ruling_about_one_of_several_is_a_promise_to_him():
    world = three()
    each(world, "groep 2 zeker", TREATED, "uitkomst gemeld aan allen: excuses", "beroep")
    says(world, "K2026-0002 uitspraak: RONT betaalt € 450 terug")
    (promise,) = world.complaint().promises
    assert (promise.to, promise.amount) == ("K2026-0002", 450.0)


def test_what_the_client_says_was_not_kept_is_open_again():
    world = three()
    each(world, "groep 2 zeker", TREATED, "K2026-0002 toezegging: 450 euro terug door piet voor 1 december")
    each(
        world,
        "toezegging: nieuwe dag voor 4 december",
        "uitkomst gemeld aan allen: excuses",
        "toezegging 1 gereed",
        "sluit",
    )
    world.now = world.now.replace(month=12, day=3)
    world.news()
    world.receive(answer(world.last("kees@example.nl"), "kees@example.nl", "Ik zie geen geld!"))
    told = world.last(JAN)
    assert "Toegezegd: 450 euro terug. Nagekomen op maandag 23 november 2026." in told.text
    assert "nieuwe dag" not in told.text
    world.press(JAN, "Toezegging 1 niet nagekomen", told)
    assert [promise.done_on for promise in world.complaint().promises] == [None, None]
    world.sweep()
    assert "450 euro terug" in world.last(PIET).text
    world.press(PIET, "Nagekomen")
    assert str(world.complaint().promises[0].done_on) == "2026-12-03"


def test_of_an_owner_who_left_it_is_asked_who_does_it_now():
    world = three()
    each(world, TREATED, "uitkomst gemeld: excuses", "toezegging: 450 euro terug door piet voor 1 december", "sluit")
    leaves(world, employees=[])
    world.now = world.now.replace(month=12, day=1)
    world.sweep()
    asked = "Wie dat zou doen, werkt hier niet meer: “toezegging: 450 euro terug door @alias” geeft het aan een ander."
    assert asked in world.last(JAN).text
    each(world, "toezegging: 450 euro terug door @els")
    (promise,) = world.complaint().promises
    assert (promise.owner, str(promise.due_on), promise.amount) == (ELS, "2026-12-01", 450.0)


@pytest.mark.parametrize(
    ("agreed", "line"),
    [
        ("maatregel: bellen door piet voor 30 november", "maatregel 1 gereed"),
        ("toezegging: bellen door piet voor 30 november", "toezegging 1 gereed"),
    ],
)
def test_whose_task_it_is_says_that_it_is_done_in_a_complaint_that_another_handles(world, agreed, line):
    say(world, agreed)
    world.later(days=9)
    world.sweep()
    world.reply(PIET, f"K2026-0001 {line}", world.last(PIET))
    complaint = world.complaint()
    (done,) = (*complaint.measures, *complaint.promises)
    assert done.done_on == dt.date(2026, 12, 2)


def test_whose_task_it_is_says_whether_it_helped_and_nothing_of_the_tasks_of_others(world):
    say(world, "maatregel: bellen door piet voor 30 november\nmaatregel: schrijven door els voor 30 november")
    world.later(days=9)
    world.sweep()
    reminder = world.last(PIET)
    for line in ("maatregel 1 gereed", "maatregel 2 gereed", "maatregel 1 werkt"):
        world.reply(PIET, f"K2026-0001 {line}", reminder)
    his, another = world.complaint().measures
    assert (his.done_on, his.worked) == (dt.date(2026, 12, 2), True)
    assert another.done_on is None
