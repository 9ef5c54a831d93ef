"""Eight processes give fifty commands each on one data folder: all of them are on record."""

from klachtmail.service.act import act
from klachtmail.service.flush import flush
from klachtmail.service.poll import poll
from klachtmail.store.tiny import TinyStore
from klachtmail.store.verify import verify
from tests.crash.recorder import Firm
from tests.crash.store.faulty_disk import ended, started
from tests.world import JAN, MONDAY, firm, mail

PROCESSES, COMMANDS = 8, 50


def test_eight_processes_of_fifty_commands_each_lose_nothing(tmp_path):
    world = Firm(firm(), tmp_path / "data", MONDAY)
    world.mailbox.add(mail("klacht"), at=world.now)
    world.run(lambda office: (poll(office), flush(office)))

    def commands(process):
        def work(office):
            office.store._wait = 100.0  # all eight at once for a long time: more than a person waits
            for n in range(COMMANDS):
                (result,) = act(office, office.firm.member(JAN), "K2026-0001", [f"notitie: {process}-{n}"])
                assert result.ok, result

        world.run(work)

    children = [started(lambda p=process: commands(p)) for process in range(PROCESSES)]
    assert [ended(child) for child in children] == [0] * PROCESSES
    store = TinyStore(world.folder)
    notes = [h.detail for h in store.complaint("K2026-0001").history if h.event == "noted"]
    assert sorted(notes) == sorted(f"{p}-{n}" for p in range(PROCESSES) for n in range(COMMANDS))
    assert verify(store) == []
    store.close()
