"""The second of two: another measure, member, complaint or poll. Each was right, and nothing would have told."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from klachtmail.service.nightly import nightly
from klachtmail.smtp.session import _why_unreachable
from klachtmail.store.disk import Disk
from klachtmail.store.journal import FileJournal
from tests.world import ELS, JAN, World, mail


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
