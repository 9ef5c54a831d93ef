"""Where a folder's name, the locale, the rights or the network are not as at home."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.system.conftest import SCRIPT, SECONDS
from tests.system.test_another_user import LIKE_ANOTHER

ROOT = Path(__file__).parents[2]
PACKAGE = ["Makefile", "pyproject.toml", "README.md", "LICENSE", "config.example.yaml", "klachtmail", "templates"]
BARE = {"PATH": os.environ["PATH"], "LC_ALL": "C"}  # no HOME, no TZ


@pytest.fixture
def tree(tmp_path):
    """The source in a folder with a space, an umlaut and a quote in its name."""
    folder = tmp_path / "Map mét ümlaut & spatie's"
    for name in PACKAGE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        folder.mkdir(exist_ok=True)
        copy(ROOT / name, folder / name)
    (folder / "requirements").mkdir()
    (folder / "requirements/demo.lock").touch()  # what it needs is in the environment that runs the tests
    return folder


def environment(folder):
    """Make a virtual environment at once: with what runs the tests, and nothing to fetch."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    purelib = sysconfig.get_path("purelib", vars={"base": str(folder)})
    Path(purelib, "all.pth").write_text(sysconfig.get_path("purelib"))
    (folder / ".python").touch()
    return folder


def make(tree, *words, like=()):
    return subprocess.run(
        [*like, "make", *words], cwd=tree, env=BARE, capture_output=True, text=True, umask=0o077, check=False
    )


def test_it_installs_below_any_name_in_any_locale(tree):
    environment(tree / ".venv")
    done = make(tree, "demo", "DEMO=--help")
    assert done.returncode == 0, done.stderr
    assert "Play a story" in done.stdout


def test_it_installs_where_the_source_may_not_be_written(tree, tmp_path):
    apart = environment(tmp_path / "apart")
    for cache in tree.rglob("__pycache__"):
        shutil.rmtree(cache)
    for path in [tree, *tree.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    done = make(tree, "demo", f"VENV={apart}", "DEMO=--help", like=LIKE_ANOTHER if os.geteuid() == 0 else ())
    assert done.returncode == 0, done.stderr
    assert not done.stderr


def test_what_is_said_to_be_missing_is_what_is_missing(tree):
    (tree / ".venv").touch()
    done = make(tree, "install")
    assert done.returncode == 2
    assert "python3-venv" not in done.stderr + done.stdout


# For a namespace of the network of its own: with ::1, without 127.0.0.1.
IPV6_ONLY = """
import fcntl, os, socket, struct, sys
UP, IS_UP, ADDRESS = 0x8914, 0x49, 0x8916
with socket.socket(type=socket.SOCK_DGRAM) as one:
    fcntl.ioctl(one, UP, struct.pack("16sH14x", b"lo", IS_UP))
    fcntl.ioctl(one, ADDRESS, struct.pack("16sH14x", b"lo", socket.AF_INET))
os.execv(sys.argv[1], sys.argv[1:])
"""


def test_a_machine_that_speaks_ipv6_only_plays_the_demo(tmp_path):
    if os.geteuid() != 0:
        pytest.skip("only root can make a network of its own")
    alone = ["unshare", "--net", sys.executable, "-c", IPV6_ONLY]
    done = subprocess.run(
        [*alone, SCRIPT, "demo", "--json"], cwd=tmp_path, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "host: ::1" in (tmp_path / "demo-mail/config.yaml").read_text()
