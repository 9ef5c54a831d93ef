"""Letters of one batch go out while the next one is read and decided on: all once, whatever goes wrong on either side."""

from collections import Counter

import pytest

from klachtmail.service import poll as polling
from klachtmail.service.desk import Desk
from klachtmail.service.flush import flush
from klachtmail.service.poll import poll
from klachtmail.smtp.port import Paused, Rejected, Sent
from klachtmail.store.port import StoreFullError
from tests.world import ELS, JAN, World, mail


@pytest.fixture
def world(monkeypatch):
    """Return a firm that deals with two messages at a time, and has seven."""
    monkeypatch.setattr(polling, "BATCH", 2)
    made = World()
    made.deliver(*(mail(f"klacht {n}", sender=f"klant{n}@example.nl") for n in range(7)))
    return made


def recipients(world):
    return Counter(e.recipient for e in world.courier.sent)


def all_once(world):
    return Counter({JAN: 7, ELS: 7, **{f"klant{n}@example.nl": 1 for n in range(7)}})


def test_letters_go_while_the_next_messages_are_dealt_with_and_each_goes_once(world):
    report = poll(world.office)
    assert report.sending.sent == len(world.courier.sent) >= 3  # one at least for each batch after the first
    flush(world.office, report=report.sending)
    assert recipients(world) == all_once(world)
    assert report.sending.sent == 21
    assert report.as_json()["sent"] == 21
    assert all(letter.state == "sent" and letter.attempts == 1 for letter in world.store.letters())
    assert world.office.journal.taken() == ()


def test_messages_of_the_batch_that_is_decided_on_send_nothing_before_they_are_on_record(world):
    seen = []
    deliver = world.courier.deliver

    def watched(sender, recipient, content, before_end=lambda: None):
        letter = next(x for x in world.store.letters() if x.to == recipient and x.state == "waiting")
        seen.append(world.store.complaint(letter.number))
        return deliver(sender, recipient, content, before_end)

    world.courier.deliver = watched
    world.poll()
    assert len(seen) == 21
    assert all(seen)


def test_a_server_that_wants_nothing_now_stops_no_message_and_is_asked_once(world):
    world.courier.answer = lambda _: Paused("454 4.7.0 login")
    report = poll(world.office)
    assert report.counts["new"] == 7
    assert len(world.courier.tried) == 1
    assert report.sending.paused == "454 4.7.0 login"
    assert flush(world.office, report=report.sending).queued == 21
    assert len(world.courier.tried) == 1
    world.courier.answer = lambda _: Sent()
    flush(world.office)
    assert recipients(world) == all_once(world)


def test_a_letter_that_is_refused_meanwhile_becomes_a_task(world):
    world.courier.answer = lambda e: Rejected("550 5.1.1 nobody") if e.recipient == "klant0@example.nl" else Sent()
    world.poll()
    assert [x.number for x in world.store.letters() if x.kind == "task" and x.to == JAN] == ["K2026-0001"]
    assert recipients(world)["klant1@example.nl"] == 1


def test_a_mistake_of_ours_while_handing_over_is_raised_and_loses_nothing(world):
    deliver, calls = world.courier.deliver, []

    def broken(*args):
        calls.append(args)
        if len(calls) == 2:
            raise RuntimeError("a mistake of ours")
        return deliver(*args)

    world.courier.deliver = broken
    with pytest.raises(RuntimeError, match="a mistake of ours"):
        world.poll()
    world.courier.deliver = deliver
    world.poll()
    assert recipients(world) == all_once(world)


def test_a_disk_that_takes_no_note_stops_the_round_and_no_letter_goes_twice(world, monkeypatch):
    notes = []

    def full(_content):
        notes.append(_content)
        if len(notes) == 3:
            raise StoreFullError("Cannot write the delivery journal: the disk is full")

    monkeypatch.setattr(world.office.journal, "_write", full)
    with pytest.raises(StoreFullError):
        world.poll()
    before = recipients(world)
    world.poll()
    assert recipients(world) == all_once(world)
    assert before


def test_what_went_while_a_batch_could_not_be_committed_does_not_go_again(world, monkeypatch):
    commits, commit = [], Desk.commit

    def full(desk):
        commits.append(desk)
        if len(commits) == 2:
            raise StoreFullError("Cannot write the register: the disk is full")
        commit(desk)

    monkeypatch.setattr(Desk, "commit", full)
    with pytest.raises(StoreFullError):
        poll(world.office)
    assert world.office.journal.taken()  # they went, and only the journal knows
    world.poll()
    assert recipients(world) == all_once(world)
