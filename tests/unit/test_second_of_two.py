"""The second of two: another measure, member, complaint or poll. Each was right, and nothing would have told."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from klachtmail.domain.outgoing.letters import InternalPointer
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.service.nightly import nightly
from klachtmail.service.poll import poll
from klachtmail.service.privacy.forgetting import head
from klachtmail.service.privacy.person import forget_person
from klachtmail.service.work.desk import Desk
from klachtmail.smtp.session import _why_unreachable
from klachtmail.store.disk import Disk
from klachtmail.store.journal import FileJournal
from tests.letters_read import answer
from tests.world import ELS, JAN, PIET, World, mail


def held(world):
    return {(letter.to, letter.number) for letter in world.store.unsent() if letter.state == "held"}


@pytest.fixture
def busy():
    """One complaint was mailed to both partners; two more are held for both."""
    world = World(limits={"routing_hour": 1, "per_address_hour": None, "per_address_day": None, "outsiders_hour": None})
    for number in range(3):
        world.receive(mail(f"Klacht {number}", sender=f"klant{number}@example.org", subject=f"Iets anders {number}"))
    return world


def test_what_is_held_for_one_member_does_not_replace_what_is_held_for_another(busy):
    held_here = held(busy)
    listed = [x for who in (JAN, ELS) for x in busy.letters(who) if "K2026-0002" in x.text]
    assert held_here | {(x.to, "K2026-0002") for x in listed} >= {(JAN, "K2026-0002"), (ELS, "K2026-0002")}
    assert {(JAN, "K2026-0003"), (ELS, "K2026-0003")} <= held_here


def test_a_newer_letter_replaces_what_was_held_for_the_same_reader_at_an_earlier_poll():
    world = World(limits={"per_address_hour": 1, "per_address_day": None, "outsiders_hour": None, "routing_hour": None})
    for who in ("ans@ront.nl", "bob@ront.nl"):
        for subject in ("Koffie", "Thee", "Water"):  # the first goes at once
            data = InternalPointer(subject=subject)
            desk = Desk(world.office, world.now)
            desk.post([LetterRequest(kind=data.kind, to=who, data=data)])
            desk.commit()
    told = [(x.to, x.request.data.subject) for x in world.store.unsent() if x.state == "held"]
    assert told == [("ans@ront.nl", "Water"), ("bob@ront.nl", "Water")]


def test_what_is_held_of_one_kind_does_not_replace_what_is_held_of_another_about_the_same_complaint():
    world = World(limits={"routing_hour": 1, "per_address_hour": None, "per_address_day": None, "outsiders_hour": None})
    world.receive(mail("De trainer was te laat.", message_id="eerste@example.nl"))
    world.reply(JAN, "ik")
    for text in ("Wanneer hoor ik iets?", "Ik wacht nog."):
        world.receive(mail(text, In_Reply_To="<eerste@example.nl>"))
    lawyer = "Mr. T. Blom <blom@kantoor.example>"
    world.receive(mail("Ik treed op voor mevrouw De Boer.", sender=lawyer, In_Reply_To="<eerste@example.nl>"))
    waiting = {x.kind for x in world.store.unsent() if x.state == "held" and x.to == JAN}
    assert waiting == {"follow_up", "third_party"}


def test_a_member_who_leaves_while_letters_are_held_keeps_nobody_else_waiting(busy):
    busy.firm = busy.firm.but(partners=(busy.firm.partners[0],))
    busy.office = replace(busy.office, firm=busy.firm)
    busy.later(hours=2)
    busy.poll()
    assert "K2026-0003" in busy.last(JAN).text
    assert {to for to, _ in held(busy)} <= {ELS}


def test_the_first_night_erases_no_letter_to_a_member():
    world = World()
    world.receive(mail("De trainer was te laat."))
    letters = [x.sha256 for x in world.store.letters() if x.member and x.sha256]
    world.later(days=1)
    nightly(world.office)
    assert letters
    assert [world.store.condition(sha256) for sha256 in letters] == ["whole"] * len(letters)


def test_forgetting_who_had_a_say_in_the_complaint_of_another_leaves_his_letters_in_sent():
    world = World()
    world.receive(mail("De koffie was koud.", sender="Kees <kees@example.org>", message_id="kees@example.org"))
    world.receive(mail("Vond ik ook.", message_id="mee@example.nl", In_Reply_To="<kees@example.org>"))
    world.reply(JAN, "geen klacht: anders, koffie", to=world.letters(JAN)[0])
    world.press(JAN, "Verstuur", on=[x for x in world.letters(JAN) if "Verstuur" in x.buttons][-1])
    his = {x.message_id for x in world.letters("kees@example.org")}
    assert forget_person(world.office, "sanne@example.nl").reasons == []
    left = {head(one.raw).message_id for one in world.mailbox.kept["sent"].values()}
    assert len(his) == 2
    assert left == his, "and what members were told of her is gone"


def test_a_reminder_of_the_second_promise_or_statutory_term_names_the_second():
    world = World()
    world.receive(mail("De trainer was te laat."))
    routing = world.letters(JAN)[0]
    for line in ("ik", "toezegging: bloemen door els voor 1 december", "toezegging: taart door els voor 2 december"):
        world.reply(JAN, line, to=routing)
    world.later(days=8)
    world.sweep()
    world.news()
    world.later(days=1)
    world.sweep()
    told = next(x for x in world.news() if x.to == ELS and "toezegging 2 gereed" in x.html.replace("%20", " "))
    assert "taart" in told.text


def test_a_street_that_is_known_stays_when_only_the_address_is_corrected():
    world = World()
    world.receive(mail("De trainer was te laat."))
    world.reply(JAN, "ik")
    world.reply(JAN, "klager: Fatma Yilmaz, Dorpsstraat 1, 7311 AB Apeldoorn")
    assert "Dorpsstraat 1" in world.complaint().complainant.postal
    world.reply(JAN, "klager: Fatma Yilmaz <fatma@example.nl>")
    party = world.complaint().complainant
    assert party.address == "fatma@example.nl"
    assert "Dorpsstraat 1" in party.postal


@pytest.mark.parametrize("error", [OSError(errno.EHOSTUNREACH, "No route to host"), OSError(errno.ENETDOWN, "down")])
def test_any_trouble_of_the_network_is_a_sentence(error):
    assert "tried again by itself" in _why_unreachable("smtp.example.nl", error)


def test_a_note_of_the_journal_is_on_the_medium_before_a_letter_goes(tmp_path, monkeypatch):
    """The crash tests replace `Disk.sync_data` itself: here the real one is watched at its system call."""
    synced = []
    real = os.fdatasync
    monkeypatch.setattr(
        os, "fdatasync", lambda file: (synced.append(str(Path(f"/proc/self/fd/{file}").readlink())), real(file))
    )
    with FileJournal(tmp_path, disk=Disk()) as journal:
        before = len(synced)
        journal.trying("letter-1")
        assert synced[before:] == [str(tmp_path / "delivery.journal")]


def test_an_empty_report_of_an_oral_complaint_counts_as_one_and_lies_with_what_was_dealt_with():
    world = World()
    done = world.receive(mail("mondeling", sender=PIET, subject="mondeling"))
    assert dict(done.counts) == {"oral": 1}
    assert [len(world.mailbox.kept[role]) for role in ("processed", "automatic")] == [1, 0]
    assert "formulier" in world.last(PIET).subject.lower()


def test_a_letter_whose_bytes_are_missing_is_told_of_and_does_not_wait_for_ever():
    world = World()
    world.deliver(mail("De trainer was te laat."))
    poll(world.office)
    lost = next(x for x in world.store.unsent() if x.to == "sanne@example.nl")
    world.store._contents[lost.sha256] = None
    world.poll()
    assert [(x.to, x.state) for x in world.store.unsent()] == [("sanne@example.nl", "failed")]
    assert "heeft onze brief niet gekregen" in world.last(JAN).subject
    assert "the bytes of this letter are missing" in world.last(JAN).text


def test_the_morning_mail_names_the_second_client_when_he_is_the_one_who_waits():
    world = World()
    world.receive(mail("De zaal was koud."))
    world.receive(mail("De zaal was koud.", sender="Ton Visser <ton@example.nl>", message_id="ton@example.nl"))
    routing = world.letters(JAN)[0]
    for line in ("ik", "groep K2026-0002 zeker", "gebeld"):
        world.receive(answer(routing, JAN, line))
    world.receive(mail("En?", sender="Ton Visser <ton@example.nl>", In_Reply_To="<ton@example.nl>"))
    world.later(days=2)
    world.sweep()
    told = world.last(JAN)
    assert told.subject.startswith("Ton Visser wacht op een antwoord")
    assert "Ton Visser schreef op 23 november" in told.text
