"""A complaint about a member is closed to that member, in everything that goes by mail."""

from dataclasses import replace

import pytest

from klachtmail.service.flush import flush
from klachtmail.service.sweep import digest_now
from tests.letters_read import answer
from tests.world import ELS, JAN, PIET, World, mail

SECRETS = ("vastgoedrekenen", "onbeschoft", "Sanne", "sanne@example.nl")


@pytest.fixture
def world():
    """Jan handles a complaint about Els; she got it before anybody knew that it was about her."""
    told = World()
    told.receive(mail("Zij was onbeschoft tegen mij.", message_id="eerste@example.nl"))
    told.routing = told.last(ELS)
    told.reply(JAN, "betreft @els\nik")
    told.news()
    return told


def told(world, member=ELS):
    """Return what a member was told since, without what he wrote himself."""
    return [f"{x.subject}\n{x.text}\n{x.html}" for x in world.news() if x.to == member]


@pytest.mark.parametrize(
    "line",
    [
        "dossier",
        "status",
        "wie",
        "zoek sanne",
        "zoek onbeschoft",
        "zoek vastgoedrekenen",
        "notitie: hoi",
        "ik",
        "betreft niemand",
        "sluit",
        "kwartaal",
        "mijn klachten",
        "open @jan",
        "inzage sanne@example.nl",
        "inzage: Sanne de Boer",
        "vergeet sanne@example.nl",
        "jaarverslag",
        "register",
        "steekproef 5",
        "bewijs K2026-0001",
        "agenda",
        "bewaar langer: proces",
        "groep K2026-0001",
        "vraag @jan: wie zei dat?",
        "gemachtigde: X <x@y.example>",
    ],
)
def test_no_command_tells_her_anything(world, line):
    before = world.complaint()
    world.receive(answer(world.routing, ELS, line))
    letters = told(world)
    asked = line.lower().split()  # what she asks for is repeated to her
    secret = [word for word in (*SECRETS, "tegen mij") if word.lower() not in asked]
    assert not [word for word in secret for text in letters if word in text]
    assert replace(world.complaint(), history=(), messages=()) == replace(before, history=(), messages=())


def test_her_digest_shows_the_number_only_and_his_shows_all(world):
    digest_now(world.office)
    flush(world.office)
    news = world.news()
    hers = next(x for x in news if x.to == ELS and x.subject.startswith("Agenda"))
    his = next(x for x in news if x.to == JAN and x.subject.startswith("Agenda"))
    assert "K2026-0001" in hers.text
    assert not [word for word in SECRETS for text in (hers.text, hers.html) if word in text]
    assert "vastgoedrekenen" in his.text


def test_her_answer_to_the_digest_tells_her_nothing(world):
    digest_now(world.office)
    flush(world.office)
    hers = next(x for x in world.news() if x.to == ELS and x.subject.startswith("Agenda"))
    world.receive(answer(hers, ELS, "K2026-0001 dossier\nK2026-0001 status\nzoek sanne"))
    assert not [word for word in SECRETS[1:2] for text in told(world) if word in text]


def test_her_morning_mail_does_not_remind_her_of_it(world):
    world.later(days=9)
    world.sweep()
    assert not [word for word in SECRETS for text in told(world) if word in text]


def test_a_new_message_of_the_client_does_not_reach_her(world):
    world.receive(mail("En nog iets: onbeschoft.", In_Reply_To="<eerste@example.nl>", message_id="tweede@example.nl"))
    assert not told(world)
    assert world.complaint().messages[-1].kind == "follow_up"


def test_an_employee_about_whom_it_is_cannot_be_given_it(world):
    world.reply(JAN, "betreft @piet", to=next(x for x in world.letters(JAN) if "K2026-0001" in x.subject))
    world.reply(JAN, "@piet", to=next(x for x in world.letters(JAN) if "K2026-0001" in x.subject))
    assert world.complaint().handler == JAN
    assert not [text for text in told(world, PIET) if "onbeschoft" in text]


def test_the_clients_next_mail_does_not_tell_her_that_it_is_there(world):
    world.receive(mail("De factuur klopt ook niet.", subject="Factuur", message_id="derde@example.nl"))
    news = world.news()
    hers = next(x for x in news if x.to == ELS)
    his = next(x for x in news if x.to == JAN)
    assert "K2026-0001 open" in his.text
    assert "Samenvoegen met K2026-0001" in his.buttons
    assert not [word for word in ("K2026-0001", "vastgoedrekenen") for text in (hers.text, hers.html) if word in text]
    assert not [label for label in hers.buttons if "Samenvoegen" in label]


def test_a_stranger_with_her_old_letter_brings_her_no_text(world):
    world.receive(answer(world.routing, "getuige@example.org", "Ik was erbij: onbeschoft."))
    news = world.news()
    assert [x.to for x in news] == [ELS]
    assert "Was jij dit" in news[0].subject
    assert not [word for word in (*SECRETS, "erbij") for text in (news[0].text, news[0].html) if word in text]


def test_a_member_who_may_see_it_is_shown_what_the_stranger_wrote(world):
    routing = next(x for x in world.letters(JAN) if "K2026-0001" in x.subject)
    world.receive(answer(routing, "getuige@example.org", "ik sluit dit"))
    assert ["ik sluit dit" in text for text in told(world, JAN)] == [True]
