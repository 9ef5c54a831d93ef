"""Addresses at which no mail can arrive: no letter goes there, the complaint is on record and a partner hears why."""

import pytest

from klachtmail.domain.people.nowhere import is_nowhere
from tests.letters_read import answer
from tests.world import ELS, JAN, OURS, World, mail

NOWHERE = """
    a@localhost jan@printer.local x@example.invalid a@192.168.1.4 root@web01.localdomain a@foo.test a@b a@x.home.arpa a@x.lan
""".split()
MEMBERS = {JAN, ELS, "piet@ront.nl"}
WHY = "De klager kreeg geen ontvangstbevestiging: op dit adres kan geen mail aankomen."


def outsiders(world):
    return {letter.to for letter in world.news()} - MEMBERS


@pytest.mark.parametrize("address", NOWHERE)
def test_a_complaint_from_nowhere_is_on_record_and_told_and_not_answered(address):
    world = World()
    world.receive(mail("De zaal was koud.", sender=f"Sanne de Boer <{address}>"))
    assert world.complaint().complainant.address == address
    told = world.news()
    assert {letter.to for letter in told} == {JAN, ELS}
    assert all(WHY in letter.text for letter in told)


@pytest.mark.parametrize(
    "address",
    """
        a@gmail.com a@school.amsterdam a@local.nl a@localhost.example.nl a@mail.test.nl a@x.example a@invalid.nl a@lan.frl
        a@xn--80adxhks.xn--p1ai a@arpa.nl a@4.nl a@x.co.uk a@homecorp.com a@x.museum
    """.split(),
)
def test_who_has_an_address_with_such_a_word_in_it_is_answered(address):
    assert not is_nowhere(address, ["ront.nl"])


@pytest.mark.parametrize(
    ("own", "address", "nowhere"),
    [
        ("ront.local", "jan@buur.local", False),
        ("ront.lan", "jan@buur.local", True),
        ("localhost", "a@localhost", False),
        ("mail.localhost", "a@localhost", False),
    ],
)
def test_a_firm_that_lives_in_such_a_network_writes_to_its_neighbours(own, address, nowhere):
    assert is_nowhere(address, [own]) == nowhere


def test_who_writes_from_nowhere_and_says_where_answers_go_is_answered_there_and_known_by_both():
    world = World()
    world.receive(mail("De zaal was koud.", sender="Sanne <sanne@kantoor.local>", Reply_To="sanne@kantoor.example"))
    assert outsiders(world) == {"sanne@kantoor.example"}
    assert "De mail kwam van sanne@kantoor.local" in world.last(JAN).text
    letter = world.last("sanne@kantoor.example")
    world.receive(answer(letter, "sanne@kantoor.local", "En de koffie ook."))
    assert world.complaint().messages[-1].kind == "follow_up"
    assert [each.number for each in world.store.current()] == ["K2026-0001"]


def test_two_mails_of_one_batch_from_the_two_addresses_of_one_person_are_of_one_person():
    world = World()
    asks = {"sender": "Sanne <sanne@kantoor.local>", "Reply_To": "sanne@kantoor.example"}
    world.deliver(mail("De zaal was koud.", subject="Zaal", **asks))
    world.deliver(mail("De koffie ook.", subject="Koffie", sender="Sanne <sanne@kantoor.local>"))
    world.poll()
    assert any("Samenvoegen" in label for letter in world.letters(JAN) for label in letter.buttons)


def test_who_gives_no_address_and_says_where_answers_go_is_answered_there():
    world = World()
    bare = mail("De zaal was koud.", sender=None, Reply_To="Sanne <sanne@kantoor.example>", headers={"From": "Sanne"})
    world.receive(bare)
    assert outsiders(world) == {"sanne@kantoor.example"}
    assert world.complaint().complainant.address == "sanne@kantoor.example"
    assert world.complaint().complainant.name == "Sanne"
    assert "De mail kwam van" not in world.last(JAN).text


def test_a_machine_at_nowhere_makes_us_write_to_nobody_whom_it_names():
    world = World()
    bulk = {"Return-Path": "<bounces+victim=x.example@em.example>"}
    world.receive(mail("Koop nu.", sender="a@web01.local", Reply_To="victim@x.example", headers=bulk))
    assert outsiders(world) == set()


def test_of_a_form_the_address_that_can_be_reached_is_the_clients():
    form = "form@ront.nl"
    world = World(intake={"sources": [form]})
    said = "Naam: Sanne de Boer\nE-mail: sanne@example.nl\nBericht: de zaal was koud"
    world.receive(mail(said, sender=form, Reply_To="www-data@web01.localdomain"))
    assert outsiders(world) == {"sanne@example.nl"}


@pytest.mark.parametrize(
    "sender", ["a@b@example.nl", "jan@ront.nl@evil.example", "Jan jan@ront.nl@evil.example", "@a@b.nl"]
)
def test_a_from_with_two_signs_is_nobodys_address(sender):
    world = World()
    world.receive(f"From: {sender}\r\n".encode() + mail("De zaal was koud.", sender="", to=OURS))
    assert world.complaint().complainant.address is None
    assert outsiders(world) == set()


@pytest.mark.parametrize(
    "name", "wordpress www-data apache mailman noreplies keine-antwort ikke-svar unmonitored".split()
)
def test_an_account_that_nobody_reads_is_not_answered(name):
    world = World()
    world.receive(mail("De zaal was koud.", sender=f"{name}@example.nl"))
    assert outsiders(world) == set()
    assert world.store.state.set_aside or list(world.store.current())


def test_a_partner_who_tries_to_confirm_it_hears_why_not():
    world = World()
    world.receive(mail("De zaal was koud.", sender="a@localhost"))
    world.news()
    world.reply(JAN, "bevestig")
    assert "op dit adres kan geen mail aankomen" in world.last(JAN).text
    assert "Klager invullen" in world.letters(JAN)[0].buttons
    world.reply(JAN, "klager: Sanne de Boer <sanne@example.nl>")
    assert "sanne@example.nl" in outsiders(world)
