"""`digest --html FILE`: a file that is carried about and printed, so nothing in it commands anything."""

import dataclasses
import os
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from klachtmail.cli import cli
from klachtmail.domain import tokens
from klachtmail.store import TinyStore
from tests.world import World, mail

EXAMPLE = Path(__file__).parents[3] / "config.example.yaml"


@pytest.fixture
def config(tmp_path):
    """A configuration whose register holds a message that was set aside, for which a digest has a button."""
    world = World()
    store = TinyStore(tmp_path / "data")
    world.office = dataclasses.replace(world.office, store=store)
    world.receive(mail("een vraag", sender="stagiair@ront.nl"))
    store.close()
    source = yaml.safe_load(EXAMPLE.read_text())
    for section in ("imap", "smtp"):
        source[section] = {key: value for key, value in source[section].items() if key in {"host", "port", "username"}}
        source[section]["password"] = "x"
    path = tmp_path / "config.yaml"
    path.write_text(yaml.safe_dump({**source, "data_dir": str(tmp_path / "data")}))
    return path


def test_the_agenda_as_a_file_is_for_its_owner_and_holds_no_button(config, tmp_path):
    before = os.umask(0o022)
    try:
        done = CliRunner().invoke(cli, ["--config", str(config), "digest", "--html", str(tmp_path / "agenda.html")])
    finally:
        os.umask(before)
    assert done.exit_code == 0, done.output
    page = tmp_path / "agenda.html"
    assert page.stat().st_mode & 0o777 == 0o600
    html = page.read_text()
    assert "stagiair@ront.nl" in html
    assert not tokens.TOKEN.search(html)
    assert "mailto:" not in html
