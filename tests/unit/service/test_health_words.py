"""What `status` says: about the outbox in words that fit the number, and about a folder where nothing is."""

import datetime as dt
import os
from dataclasses import replace
from types import SimpleNamespace

import pytest

from klachtmail.domain.records.port import Changes
from klachtmail.service.watch import room
from klachtmail.service.watch.health import Health, health
from klachtmail.smtp.port import Rejected, Retry, Sent
from klachtmail.store.port import Machine
from tests.world import MONDAY, NO_LIMITS, World, mail


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


def all_well(world):
    return dict.fromkeys(("at", "daemon_at", "well_at"), world.now.isoformat())


def told(world):
    """Return what `status` says of this firm, in which a round has just gone well, in its published form."""
    found = health(world.store, world.firm, all_well(world), world.now).as_json()
    return found["status"], found["why"]


@pytest.mark.parametrize(("senders", "said"), [(1, "limits hold back 1 letter"), (2, "limits hold back 2 letters")])
def test_letters_that_a_limit_holds_back_are_counted(senders, said):
    world = World(limits={**NO_LIMITS, "outsiders_hour": 0})
    for number in range(senders):
        world.receive(mail("Slecht.", sender=f"k{number}@example.nl"))
    assert told(world) == ("warning", [f"{said}: see `klachtmail outbox`"])


@pytest.mark.parametrize(("minutes", "well"), [(60, True), (61, False)])
def test_a_letter_that_waits_for_more_than_an_hour_is_told_with_the_servers_reason(minutes, well):
    world = World()
    world.courier.answer = lambda letter: Sent() if letter.recipient.endswith("@ront.nl") else Retry("451 greylisted")
    world.receive(mail("Slecht."))
    world.later(minutes=minutes)
    assert told(world) == (
        ("ok", []) if well else ("warning", ["1 letter unsent for more than an hour: 451 greylisted"])
    )


def test_a_letter_that_nobody_tried_for_an_hour_asks_whether_the_daemon_runs():
    world = World()
    world.courier.answer = lambda _letter: Retry("")
    world.receive(mail("Slecht."))
    world.later(minutes=61)
    assert told(world) == ("warning", ["3 letters unsent for more than an hour: is the daemon running?"])


def test_while_a_restore_holds_the_outbox_nothing_is_well():
    world = World()
    world.store.commit(Changes(state=replace(world.store.state, restored_at=world.now)))
    assert told(world) == ("critical", ["the outbox is held since a restore: run `klachtmail restore --reconcile`"])


def machine(host, role="standby", *, minutes=0, **fields):
    known = {"version": "1.0", "configuration": "one", "here": host == "a", "pulse": {}}
    return Machine(host=host, role=role, seen_at=MONDAY - dt.timedelta(minutes=minutes), **(known | fields))


@pytest.mark.parametrize(
    ("machines", "told_of"),
    [
        ([machine("a", "active"), machine("b")], ("ok", [])),
        ([machine("a", "active", minutes=15)], ("ok", [])),
        (
            [machine("a", "active", minutes=16), machine("b")],
            ("critical", ["no machine is at work: a was, until 2026-11-23T08:44:00+01:00"]),
        ),
        (
            [machine("a", "active"), machine("b", configuration="two")],
            ("warning", ["the machines have different configurations: copy config.yaml of one to the others"]),
        ),
        (
            [machine("a", "active"), machine("b", version="1.1")],
            ("warning", ["the machines run different versions of klachtmail"]),
        ),
        ([machine("a", "active"), machine("b", version="0.9", configuration="two", minutes=16)], ("ok", [])),
    ],
    ids=["well", "busy", "nobody works", "configurations", "versions", "one that is gone"],
)
def test_machines_that_differ_and_one_that_is_silent_are_told(machines, told_of):
    world = World()
    world.store.machines = lambda: tuple(machines)
    assert told(world) == told_of


def test_the_machine_at_work_is_named_and_this_one_stands_by():
    world = World()
    world.store.machines = lambda: (machine("a"), machine("b", "active"))
    found = health(world.store, world.firm, all_well(world), world.now).as_json()
    assert (found["role"], found["active_on"]) == ("standby", "b")


@pytest.mark.parametrize(
    ("free", "files", "level", "said"),
    [
        (100, (10, 10), "ok", []),
        (99, (10, 10), "warning", ["the disk of {} is nearly full, 99 MiB are left: make room"]),
        (0, (10, 10), "critical", ["the disk of {} is full: make room"]),
        (500, (10, 0), "critical", ["the disk of {} is full: make room"]),
        (500, (0, 0), "ok", []),
    ],
    ids=["enough", "little", "none", "no more files", "a disk that counts no files"],
)
def test_a_disk_that_fills_up_is_told_before_it_is_full(monkeypatch, tmp_path, free, files, level, said):
    disk = SimpleNamespace(f_bavail=free, f_frsize=room.MIB, f_files=files[0], f_favail=files[1])
    monkeypatch.setattr(os, "statvfs", lambda _folder: disk)
    found = Health()
    room.warn(found, tmp_path / "data")
    assert (found.status, found.why) == (level, [each.format(tmp_path / "data") for each in said])
