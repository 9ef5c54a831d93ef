"""`digest --html FILE`: a file that is carried about and printed, so nothing in it commands anything."""

import os

from click.testing import CliRunner

from klachtmail.cli import cli
from klachtmail.domain.incoming import tokens


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
