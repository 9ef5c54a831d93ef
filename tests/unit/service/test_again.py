"""Who was forgotten and comes back with an older register is forgotten again; who wrote again since is not."""

import datetime as dt

import pytest

from klachtmail.domain.record import to_json
from klachtmail.service.restore.reapply_erasures import forget_again
from klachtmail.store.verify import verify
from tests.world import JAN, World, mail

HOUR = dt.timedelta(hours=1)
SANNE = "sanne@example.nl"


@pytest.fixture
def world():
    """A register as a restore brings it back: Sanne's complaint is open in it, and she said something in another."""
    told = World()
    told.receive(mail("De trainer was te laat.", message_id="een@example.nl"))
    told.receive(
        mail("De koffie was koud.", sender="kees@example.org", subject="Koffie", message_id="twee@example.org")
    )
    told.receive(mail("Ja, koud.", In_Reply_To="<twee@example.org>", subject="Re: Koffie"))
    told.reply(JAN, "ik")
    told.later(hours=2)
    return told


def test_nobody_is_forgotten_who_was_not(world):
    assert forget_again(world.office) == 0
    world.store.note_forgotten("een.ander@example.nl", world.now)
    assert forget_again(world.office) == 0
    assert world.complaint().complainant.address == SANNE


def test_who_was_forgotten_is_forgotten_again_also_where_it_was_open(world):
    world.store.note_forgotten(SANNE, world.now)
    assert forget_again(world.office) == 1
    assert (world.complaint().status, world.complaint().complainant.address) == ("closed", None)
    assert [entry.event for entry in world.complaint().history][-2:] == ["closed", "erased"]
    assert not any(SANNE in str(to_json(each)) for each in world.store.everything())
    assert world.complaint("K2026-0002").is_open, "that one is somebody else's"
    assert verify(world.store) == []
    assert forget_again(world.office) == 0


@pytest.mark.parametrize("behind", [dt.timedelta(0), HOUR, 5 * HOUR], ids=["right", "an_hour_behind", "far_behind"])
def test_who_wrote_since_is_not_forgotten_whatever_clock_the_mail_server_has(behind):
    told = World()
    told.store.note_forgotten(SANNE, told.now)
    told.later(seconds=1)
    told.deliver(mail("Een nieuwe klacht."), at=told.now - behind)
    told.poll()
    assert forget_again(told.office) == 0
    assert told.complaint().complainant.address == SANNE
