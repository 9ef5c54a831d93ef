"""`sudo -u klachtmail klachtmail …` in a folder that the service's account may not enter: the home of who typed it."""

import os
import subprocess

import pytest

from tests.system.conftest import SCRIPT, Project, firm

SOMEBODY = 65_534
SERVER = {"host": "127.0.0.1", "security": "none", "username": "x", "password": "x"}
# Root without the right to pass by permissions is a user like another, and can still run what lies in root's home.
LIKE_ANOTHER = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


@pytest.fixture
def closed(tmp_path):
    """Somebody else's folder of mode 0700, with a configuration in it."""
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder to somebody else")
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    (home / "config.yaml").write_text("not for you")
    os.chown(home, SOMEBODY, SOMEBODY)
    return home


@pytest.fixture
def run(closed):
    """Return a function that runs klachtmail in that folder, as somebody who may not enter it."""

    def run(*words):
        return subprocess.run(
            [*LIKE_ANOTHER, SCRIPT, *words],
            cwd=closed,
            capture_output=True,
            text=True,
            input="",
            timeout=100,
            check=False,
        )

    return run


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "etc"
    folder.mkdir()
    return Project(folder, firm(data_dir=str(folder / "data"), imap=SERVER, smtp=SERVER))


@pytest.mark.parametrize("command", ["list", "check", "status", "poll", "preview"])
def test_what_cannot_be_seen_is_not_there(run, command):
    done = run(command)
    assert done.returncode == 2
    assert "There is no configuration: neither ./config.yaml, nor" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_configuration_of_somebody_else_says_who_may_read_it(run, closed):
    done = run("--config", str(closed / "config.yaml"), "list")
    assert done.returncode == 2
    assert "(Permission denied); run this as the user of the service, 'sudo -u klachtmail klachtmail …'" in done.stderr


def test_a_folder_for_data_where_one_may_not_look_is_told(run, closed, project):
    project.write(data_dir=str(closed / "data"))
    done = run("--config", str(project.config), "check", "--json")
    assert done.returncode == 1, done.stderr
    assert f"{closed / 'data'} cannot be made in {closed}" in done.stdout


@pytest.mark.parametrize(
    ("words", "file"),
    [(["preview"], "letters.html"), (["demo", "--quiet"], "demo-mail"), (["export", "--out", "x"], "x")],
)
def test_a_relative_name_says_where_it_would_go(run, closed, project, words, file):
    done = run("--config", str(project.config), *words)
    assert done.returncode == 2
    assert f"{closed / file} " in done.stderr
    assert "Permission denied" in done.stderr


def test_what_was_written_is_named_whole(project):
    assert project.run("preview", "--out", "x.html").stdout == f"written: {project.folder / 'x.html'}\n"
