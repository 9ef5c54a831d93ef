"""The wheel is all that an administrator gets: its templates and its example of a configuration are in it."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    made = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(made, cwd=ROOT, check=True, capture_output=True, timeout=100)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel):
    """Return a function that runs klachtmail as the wheel has it, with the libraries of this environment."""
    place = wheel.parent / "site"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place)

    def run(*words, cwd, config=place / "klachtmail" / "config.example.yaml"):
        passwords = {"KLACHTMAIL_IMAP_PASSWORD": "x", "KLACHTMAIL_SMTP_PASSWORD": "x"}
        environment = os.environ | passwords | {"PYTHONPATH": str(place)}
        return subprocess.run(
            [sys.executable, "-P", "-m", "klachtmail", "--config", config, *words],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )

    return run


def test_it_has_every_template_and_the_example(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = {f"klachtmail/{path.relative_to(ROOT)}" for path in (ROOT / "templates").rglob("*.*") if path.is_file()}
    assert {*ours, "klachtmail/config.example.yaml", "klachtmail/py.typed"} - names == set()


def test_nothing_of_the_tests_is_in_it(wheel):
    roots = {name.split("/")[0].split("-")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert roots == {"klachtmail"}


def test_it_shows_its_letters(installed, tmp_path):
    done = installed("preview", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "acknowledgement" in {letter["letter"] for letter in json.loads(done.stdout)}


def test_it_shows_its_help_and_its_demo(installed, tmp_path):
    assert "klachtmail init" in installed("--help", cwd=tmp_path).stdout
    done = installed("demo", "--quiet", "--out", "mail", cwd=tmp_path)
    assert done.returncode == 0, done.stderr + done.stdout
    assert (tmp_path / "mail" / "index.html").exists()
