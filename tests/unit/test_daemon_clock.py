"""What the daemon's clock asks for, and when."""

import dataclasses
import datetime as dt

import pytest

from klachtmail.daemon import Daemon
from klachtmail.service.watch.pulse import Pulse
from tests.world import World


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


@pytest.mark.parametrize(("has_idle", "asked"), [(True, [60.0] * 10), (False, [60.0])])
def test_a_connection_is_tried_every_minute_however_seldom_the_mailbox_is_read(tmp_path, monkeypatch, has_idle, asked):
    world, mailbox = World(), Silent(has_idle=has_idle)
    daemon = Daemon(dataclasses.replace(world.office, mailbox=mailbox), Pulse(tmp_path))
    monkeypatch.setattr("klachtmail.daemon.time.monotonic", lambda: mailbox.time)
    waited = []
    monkeypatch.setattr(daemon._stop, "wait", waited.append)
    daemon._idle(600.0)
    assert mailbox.asked == asked
    assert waited == [0.0 if has_idle else 600.0]


def test_after_trouble_it_waits_longer_each_time_up_to_five_minutes_and_never_equally_long(tmp_path, monkeypatch):
    daemon = Daemon(World().office, Pulse(tmp_path))
    waited = []
    monkeypatch.setattr(daemon._stop, "wait", waited.append)
    for failures in (1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 5000):  # 5000: a mailbox that is full over a long holiday
        daemon._failures = failures
        daemon._wait("the mailbox is full")
    longest = [min(2.0**n, 300.0) for n in (*range(1, 9), 9, 9, 9)]
    assert all(most / 2 <= seconds <= most for seconds, most in zip(waited, longest, strict=True))
    assert len(set(waited)) == len(waited)
