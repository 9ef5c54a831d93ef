"""Handing over: whatever goes wrong in the middle, each letter goes, and goes once."""

from collections import Counter

import pytest

from klachtmail.service.flush import flush
from klachtmail.service.poll import poll
from klachtmail.service.work.desk import Desk
from klachtmail.store.errors import StoreFullError
from tests.world import ELS, JAN, World, mail


@pytest.fixture
def world():
    """Return a firm with three complaints on record and nine letters that wait."""
    made = World()
    made.deliver(*(mail(f"klacht {n}", sender=f"klant{n}@example.nl") for n in range(3)))
    poll(made.office)
    return made


ALL_ONCE = Counter({JAN: 3, ELS: 3, **{f"klant{n}@example.nl": 1 for n in range(3)}})


def recipients(world):
    return Counter(e.recipient for e in world.courier.sent)


def test_a_mistake_of_ours_puts_no_letter_in_doubt_that_went_before(world):
    deliver, calls = world.courier.deliver, []

    def broken(*args):
        calls.append(args)
        if len(calls) == 3:
            raise RuntimeError("a mistake of ours")
        return deliver(*args)

    world.courier.deliver = broken
    with pytest.raises(RuntimeError, match="a mistake of ours"):
        flush(world.office)
    assert world.office.journal.doubtful() == ()
    flush(world.office)
    assert recipients(world) == ALL_ONCE


def test_a_disk_that_takes_no_note_stops_the_sending_and_no_letter_goes_twice(world, monkeypatch):
    notes = []

    def full(content):
        notes.append(content)
        if len(notes) == 3:
            raise StoreFullError("Cannot write the delivery journal: the disk is full")

    monkeypatch.setattr(world.office.journal, "_write", full)
    with pytest.raises(StoreFullError):
        flush(world.office)
    assert world.courier.sent
    flush(world.office)
    assert recipients(world) == ALL_ONCE


def test_what_went_and_could_not_be_committed_does_not_go_again(world, monkeypatch):
    def full(_desk):
        raise StoreFullError("Cannot write the register: the disk is full")

    monkeypatch.setattr(Desk, "commit", full)
    with pytest.raises(StoreFullError):
        flush(world.office)
    assert len(world.office.journal.taken()) == 9  # they went, and only the journal knows
    monkeypatch.undo()
    flush(world.office)
    assert recipients(world) == ALL_ONCE
    assert all(letter.state == "sent" and letter.attempts == 1 for letter in world.store.letters())
