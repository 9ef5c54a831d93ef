"""What the daemon's clock asks for, and when."""

import datetime as dt

from klachtmail.daemon import Daemon
from klachtmail.service.pulse import Pulse
from tests.world import World


def test_the_nights_work_is_made_up_for_on_a_machine_that_is_off_at_night(tmp_path):
    daemon = Daemon(World().office, Pulse(tmp_path))
    jobs = {job.id: job.trigger for job in daemon._scheduler().get_jobs()}
    start = dt.datetime.now(dt.UTC)
    assert jobs["nightly"].get_next_fire_time(None, start) - start <= dt.timedelta(minutes=15)
