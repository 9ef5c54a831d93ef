"""What `status` says: about the outbox in words that fit the number, and about a folder where nothing is."""

import datetime as dt

import pytest

from klachtmail.service.watch.health import health
from klachtmail.smtp.port import Rejected, Sent
from tests.world import World, mail


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 letter could not be delivered"), (2, "2 letters could not be delivered")]
)
def test_letters_that_failed_are_counted_in_words_that_fit(count, said):
    world = World()
    world.courier.answer = lambda letter: Rejected("550 no") if letter.recipient.startswith("weg") else Sent()
    for number in range(count):
        world.receive(mail("Slecht.", sender=f"weg{number}@example.nl", subject=f"Klacht {'ab'[number]}"))
    assert said in health(world.store, world.firm, {}, world.now).why[0]


def test_a_folder_that_was_emptied_is_not_well():
    """The service ran, and then nothing of it is there any more: neither its pulse nor a complaint."""
    found = health(World().store, World().firm, {}, World().now)
    assert found.status == "warning"
    assert "nothing has run on this data folder yet, or it was emptied: is it the right one?" in found.why


def test_a_service_that_ran_and_got_no_complaint_yet_is_well():
    world = World()
    pulse = dict.fromkeys(("at", "daemon_at", "well_at"), world.now.isoformat())
    assert health(world.store, world.firm, pulse, world.now).status == "ok"


@pytest.mark.parametrize(("by_a_daemon", "status"), [(True, "critical"), (False, "warning")])
def test_a_last_round_that_is_still_to_come_tells_of_a_clock_that_was_set_back(by_a_daemon, status):
    world = World()
    ahead = (world.now + dt.timedelta(days=400)).isoformat()
    pulse = {"at": ahead, "well_at": ahead, "daemon_at": ahead if by_a_daemon else None}
    found = health(world.store, world.firm, pulse, world.now)
    assert found.status == status
    assert found.why == [
        f"the clock was set back, and no round has gone since: the last is of {ahead}, which is still to come"
    ]
