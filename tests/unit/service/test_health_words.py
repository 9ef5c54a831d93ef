"""What `status` says about the outbox, in words that fit the number."""

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
