"""Mail that was genuine once and comes again, days later: with its own msg-id, or another one on the same signed words."""

import pytest

from klachtmail.service.sweep import sweep
from tests.attacks.ground import FIRST, JAN, PIET, SANNE, SECOND, Ground, mail, unharmed
from tests.letters_read import press
from tests.world import World

DATE = {"Date": "Mon, 23 Nov 2026 09:05:00 +0100"}


def dated(raw, date=DATE["Date"]):
    return f"Date: {date}\r\n".encode() + raw


def renamed(raw, number=1):
    """Return the mail under another msg-id, as who replays it can make it."""
    lines = raw.split(b"\r\n")
    return b"\r\n".join(
        b"Message-ID: <replayed.%d@evil.example>" % number if line.lower().startswith(b"message-id:") else line
        for line in lines
    )


def same(raw, _number=1):
    return raw


@pytest.mark.parametrize("again", [same, renamed])
@pytest.mark.parametrize("days", [0, 3, 40])
def test_a_complaint_that_comes_again_is_no_second_one_and_confirms_nothing(again, days):
    world = World()
    raw = dated(mail("De trainer was te laat."))
    world.receive(raw)
    world.news()
    world.later(days=days)
    world.receive(*(again(raw, n) for n in range(5)))
    assert [each.number for each in world.store.current()] == ["K2026-0001"]
    assert world.news() == []


@pytest.mark.parametrize("again", [same, renamed])
def test_a_complaint_that_comes_again_after_it_was_closed_opens_nothing(again):
    world = World()
    raw = dated(mail("De trainer was te laat."))
    world.receive(raw)
    world.reply(JAN, "geen klacht: vraag, wil een kopie")
    before = world.complaint()
    world.later(days=30)
    world.news()
    world.receive(again(raw))
    assert world.complaint() == before
    assert world.news() == []


COMMANDS = {
    "general": "overleg vervalt",
    "on a complaint": "geen klacht: anders, onzin",
    "assigning": "@els",
    "note": "Ik bel haar morgen.",
    "search": "zoek zaal",
}


@pytest.mark.parametrize("again", [same, renamed])
@pytest.mark.parametrize("said", COMMANDS)
def test_a_members_mail_that_comes_again_days_later_does_nothing_and_is_not_answered(again, said):
    ground = Ground()
    raw = dated(ground.answered(ground.routed, JAN, COMMANDS[said]))
    ground.receive(raw)
    ground.reply(JAN, "heropen" if said == "on a complaint" else "@piet")
    ground.later(days=9)
    sweep(ground.office)
    ground.news()
    before, meeting = ground.snapshot(), ground.store.state.meeting
    ground.receive(again(raw))
    unharmed(before, ground.snapshot())
    assert ground.store.state.meeting == meeting
    assert ground.outsiders() == set()
    assert ground.news() == []


def test_a_button_that_is_pressed_twice_by_a_person_is_two_mails():
    ground = Ground()
    raw = press(ground.routed_second, "Ik pak het op", JAN)
    ground.receive(dated(raw))
    ground.receive(ground.answered(ground.routed_second, JAN, "geef terug"))
    ground.receive(dated(renamed(raw), "Mon, 23 Nov 2026 09:06:00 +0100"))
    assert ground.complaint(SECOND).handler == JAN


def test_two_forms_of_one_second_are_two_complaints():
    form = "form@ront.nl"
    world = World(intake={"sources": [form]})
    raw = dated(mail("E-mail: sanne@example.nl\nBericht: koud", sender=form))
    world.receive(raw, renamed(raw))
    assert len(list(world.store.current())) == 2


def test_the_same_words_of_another_moment_are_another_mail():
    world = World()
    world.receive(dated(mail("De zaal was koud.", message_id="a@x")))
    world.receive(dated(mail("De zaal was koud.", message_id="b@x"), "Tue, 24 Nov 2026 09:05:00 +0100"))
    assert len(list(world.store.current())) == 2


def test_a_replayed_mail_of_the_client_makes_no_draft_out_of_date():
    ground = Ground()
    raw = dated(mail("Hebt u al nieuws?", In_Reply_To="<eerste@example.nl>"))
    ground.receive(raw)
    ground.reply(PIET, "uitkomst: de trainer stond in de file")
    version = ground.complaint(FIRST).versions
    ground.later(days=2)
    ground.receive(renamed(raw), raw)
    assert ground.complaint(FIRST).versions == version
    assert SANNE not in {letter.to for letter in ground.news()}
