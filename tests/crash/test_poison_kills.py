"""A message that kills the process, three times, with no chance to clean up."""

import os

from klachtmail.service import quarantine
from klachtmail.service.poll import poll
from klachtmail.service.work import batch
from klachtmail.store.tiny import TinyStore
from klachtmail.store.verify import verify
from tests.crash.recorder import Firm, to_the_end
from tests.crash.store.faulty_disk import in_a_process
from tests.letters_read import read
from tests.world import JAN, MONDAY, firm, mail

POISON = mail("gif", sender="p@example.nl", subject="Gif")


def test_a_message_that_kills_the_process_is_set_apart_after_three_deaths_and_the_others_go_on(tmp_path, monkeypatch):
    real = batch.decide

    def deadly(case):
        if case.mail.subject == "Gif":
            os._exit(9)
        return real(case)

    monkeypatch.setattr(batch, "decide", deadly)
    world = Firm(firm(), tmp_path / "data", MONDAY)
    for raw in (POISON, mail("een", sender="a@example.nl"), mail("twee", sender="b@example.nl")):
        world.mailbox.add(raw, at=world.now)
    assert [in_a_process(lambda: world.run(poll)) for _ in range(3)] == [9, 9, 9]
    store = TinyStore(world.folder)
    assert sorted(c.complainant.address for c in store.everything()) == ["a@example.nl", "b@example.nl"]
    store.close()

    to_the_end(world)  # the fourth start lives
    set_apart = world.run(lambda office: [each.sender for each in quarantine.set_apart(office.store)])
    assert set_apart == ["p@example.nl"]
    assert (len(world.mailbox.kept["inbox"]), len(world.mailbox.kept["quarantine"])) == (0, 1)
    assert [
        p.get_filename()
        for x in world.courier.sent
        if x.recipient == JAN
        for p in read(x.content).message.iter_attachments()
    ] == ["bericht.eml"]
    assert world.run(lambda office: verify(office.store)) == []
