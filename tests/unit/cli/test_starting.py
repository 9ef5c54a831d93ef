"""What a start makes is not looked through for garbage, and what comes after it is."""

import gc

import pytest
from click.testing import CliRunner

from klachtmail.cli import cli
from klachtmail.cli.starting import begin, starting


@pytest.fixture(autouse=True)
def _as_before():
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_garbage_while_a_start_goes_on_and_what_it_made_never_is():
    begin()
    assert not gc.isenabled()
    with starting():
        made = [[]]
        assert not gc.isenabled()
    assert gc.isenabled()
    assert not any(one is made for one in gc.get_objects()), "frozen: no collection looks at it"


def test_a_start_that_fails_leaves_the_collector_on():
    begin()
    with pytest.raises(OSError, match="disk"), starting():
        raise OSError("disk")
    assert gc.isenabled()


@pytest.mark.parametrize("command", ["list", "status", "outbox"])
def test_a_command_that_has_begun_looks_for_garbage(config, command):
    begin()
    assert CliRunner().invoke(cli, ["--config", str(config), command]).exit_code == 0
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
