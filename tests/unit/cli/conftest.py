"""A configuration file and a register for commands that are run inside this process."""

import dataclasses
import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from klachtmail.store import TinyStore
from tests.world import World, mail

EXAMPLE = Path(__file__).parents[3] / "config.example.yaml"


@pytest.fixture
def config(tmp_path, monkeypatch):
    """A configuration whose register holds a message that was set aside, for which a digest has a button.

    It came an hour ago: a command that asks for the time (`clock`) hears that of its register, not that of today.
    """
    world = World()
    now = world.now + dt.timedelta(hours=1)
    stopped = SimpleNamespace(UTC=dt.UTC, datetime=SimpleNamespace(now=now.astimezone))
    monkeypatch.setattr("klachtmail.cli.build.dt", stopped)
    store = TinyStore(tmp_path / "data")
    world.office = dataclasses.replace(world.office, store=store)
    world.receive(mail("een vraag", sender="stagiair@ront.nl"))
    world.receive(mail("De zaal was koud.\n\nSanne de Boer\n06-12345678"))
    store.close()
    source = yaml.safe_load(EXAMPLE.read_text())
    for section in ("imap", "smtp"):
        source[section] = {key: value for key, value in source[section].items() if key in {"host", "port", "username"}}
        source[section]["password"] = "x"
    path = tmp_path / "config.yaml"
    path.write_text(yaml.safe_dump({**source, "data_dir": str(tmp_path / "data")}))
    return path
