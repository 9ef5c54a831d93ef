"""What the daemon's clock asks for, and when."""

import dataclasses
import datetime as dt
import threading
from pathlib import Path

import pytest

from klachtmail.daemon import Daemon, give_back_memory
from klachtmail.mailbox.port import MailboxError
from klachtmail.service.watch.pulse import Pulse
from tests.loops import looping, until
from tests.world import World, mail


def test_the_nights_work_is_made_up_for_on_a_machine_that_is_off_at_night(tmp_path):
    daemon = Daemon(World().office, Pulse(tmp_path))
    jobs = {job.id: job.trigger for job in daemon._scheduler().get_jobs()}
    start = dt.datetime.now(dt.UTC)
    assert jobs["nightly"].get_next_fire_time(None, start) - start <= dt.timedelta(minutes=15)


class Silent:
    """A mailbox in which nothing comes, on a clock of its own."""

    def __init__(self, *, has_idle):
        self.time, self.asked, self._has_idle = 1000.0, [], has_idle

    def idle(self, seconds):
        self.asked.append(seconds)
        self.time += seconds if self._has_idle else 0.0
        return False


@pytest.mark.parametrize(("has_idle", "asked"), [(True, [60.0] * 10), (False, [60.0] * 2)])
def test_a_connection_is_tried_every_minute_however_seldom_the_mailbox_is_read(tmp_path, monkeypatch, has_idle, asked):
    world, mailbox = World(), Silent(has_idle=has_idle)
    daemon = Daemon(dataclasses.replace(world.office, mailbox=mailbox), Pulse(tmp_path))
    monkeypatch.setattr("klachtmail.daemon.time.monotonic", lambda: mailbox.time)
    waited = []
    monkeypatch.setattr(daemon._called, "wait", waited.append)
    daemon._idle(600.0)
    assert mailbox.asked == asked
    assert waited == [0.0 if has_idle else 600.0]


def test_after_trouble_it_waits_longer_each_time_up_to_five_minutes_and_never_equally_long(tmp_path, monkeypatch):
    daemon = Daemon(World().office, Pulse(tmp_path))
    waited = []
    monkeypatch.setattr(daemon._called, "wait", waited.append)
    for failures in (1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 5000):  # 5000: a mailbox that is full over a long holiday
        daemon._failures = failures
        daemon._wait("the mailbox is full")
    longest = [min(2.0**n, 300.0) for n in (*range(1, 9), 9, 9, 9)]
    assert all(most / 2 <= seconds <= most for seconds, most in zip(waited, longest, strict=True))
    assert len(set(waited)) == len(waited)


def test_what_the_clock_asks_for_is_done_by_the_loop_whose_connection_is_in_idle(tmp_path):
    world, users = World(), set()
    world.receive(mail("een"), mail("twee", sender="p@example.nl"))
    fetch = world.mailbox.fetch
    world.mailbox.fetch = lambda *given: users.add(threading.current_thread()) or fetch(*given)
    daemon = Daemon(world.office, Pulse(tmp_path))
    with looping(daemon) as loop:
        daemon._ask("nightly")
        until(lambda: world.store.state.nightly_on == world.now.date())
        assert users == {loop}
        world.deliver(mail("drie", sender="q@example.nl"))  # and the loop is in IDLE as before
        until(lambda: len(list(world.store.current())) == 3)


def test_between_the_steps_of_a_night_new_mail_is_dealt_with(tmp_path, monkeypatch):
    monkeypatch.setattr("klachtmail.daemon.NIGHT_SLICE", 0.0)
    world, steps = World(), []
    world.receive(*(mail("Het ging mis.", sender=f"klant{number}@example.nl") for number in range(5)))
    daemon = Daemon(world.office, Pulse(tmp_path))
    monkeypatch.setattr(daemon, "_poll", lambda: steps.append("round") or "")
    go_on = daemon._nightly
    monkeypatch.setattr(daemon, "_nightly", lambda: steps.append("night") or go_on())
    monkeypatch.setattr(daemon, "_wait", lambda _problem: daemon._stop.set())
    monkeypatch.setattr("klachtmail.daemon.give_back_memory", lambda: steps.append("trimmed"))
    daemon._ask("nightly")
    daemon._loop()
    assert world.store.state.nightly_on == world.now.date()
    assert steps.pop() == "trimmed"
    assert steps.count("night") > 5
    assert steps == ["round", "night"] * steps.count("night")


def test_a_night_that_fails_is_told_and_begins_anew_when_the_clock_asks_again(tmp_path, monkeypatch):
    world = World()
    daemon = Daemon(world.office, Pulse(tmp_path))
    monkeypatch.setattr(daemon, "_wait", lambda _problem: daemon._stop.set())
    world.mailbox.fail["fetch"] = world.mailbox.fail["waiting"] = MailboxError("down")
    monkeypatch.setattr(daemon, "_poll", lambda: "")
    daemon._ask("nightly")
    daemon._loop()
    assert daemon._jobs == {"nightly": "down"}
    world.mailbox.fail.clear()
    daemon._stop.clear()
    daemon._ask("nightly")
    daemon._loop()
    assert daemon._jobs == {}
    assert world.store.state.nightly_on == world.now.date()


def test_memory_that_nobody_uses_is_given_back():
    blocks = [
        bytes(1000) for _ in range(100_000)
    ]  # small, so that they come from the heap and not each from the system
    kept = blocks[::1000]
    blocks.clear()
    before = resident()
    give_back_memory()
    assert resident() < before - 10_000
    assert len(kept) == 100


def resident():
    """Return the pages of this process that are in memory (proc(5))."""
    return int(Path("/proc/self/statm").read_text().split()[1])
