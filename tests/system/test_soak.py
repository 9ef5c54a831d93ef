"""A short soak; `make soak` goes on for half an hour."""

from random import SystemRandom

import pytest

from tests.soak import soak

pytestmark = pytest.mark.timeout(900)  # on a machine that may be busy


def test_while_servers_restart_and_refuse_nothing_is_lost_and_nothing_leaks():
    seed = SystemRandom().randrange(2**32)
    figures = soak(2, seed, most=80)
    assert figures.messages >= 80
    assert figures.restarts + figures.smtp_troubles > 0
    assert figures.clean, f"seed {seed}: {figures}"
