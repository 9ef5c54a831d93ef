"""A short run of the torture; `make torture` kills two hundred times."""

from random import SystemRandom

import pytest

from tests.torture import torture
from tests.torture_machines import torture_machines

pytestmark = pytest.mark.timeout(600)  # many runs of the program, on a machine that may be busy


def test_two_machines_survive_kills_of_the_one_at_work():
    seed = SystemRandom().randrange(2**32)
    figures = torture_machines(5, seed)
    assert figures.kills == 5
    assert figures.clean, f"seed {seed}: {figures}"


def test_the_program_survives_kills_at_random_moments():
    seed = SystemRandom().randrange(2**32)
    figures = torture(8, seed)
    assert figures.kills == 8
    assert figures.clean, f"seed {seed}: {figures}"
