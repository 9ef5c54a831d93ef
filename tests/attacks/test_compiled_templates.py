"""Compiled templates are run, so what lies among them is believed only when we wrote it."""

import marshal
import os
import pickle
import shutil

import pytest
from jinja2.bccache import bc_magic

from klachtmail.letters.kept import Kept
from klachtmail.letters.writer import Writer
from tests.world import World

# Each letter needs some ten templates of its own and the base that all share: a few stand for all.
FEW = ("acknowledgement", "routing")


def check(folder):
    """Render a few letters with the templates that are kept here, as a next process would; return what goes wrong."""
    world = World()
    return Writer(world.firm, world.office.keys, None, folder).check(FEW)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a folder with what a process left behind."""
    folder = tmp_path_factory.mktemp("made") / "cache"
    assert check(folder) == []
    return folder


@pytest.fixture
def cache(made, tmp_path):
    """Return a copy of that folder, to do evil in."""
    return shutil.copytree(made, tmp_path / "cache")


def test_compiled_templates_are_for_their_owner_alone_because_they_are_run(tmp_path):
    """Also under a generous umask, and in a folder that an older version made."""
    cache = tmp_path / "cache"
    cache.mkdir()
    cache.chmod(0o755)
    before = os.umask(0o022)
    try:
        check(cache)
    finally:
        os.umask(before)
    assert any(path.suffix == ".cache" for path in cache.rglob("*"))
    assert any(path.suffix == ".source" for path in cache.rglob("*"))
    assert not [path for path in (cache, *cache.rglob("*")) if path.stat().st_mode & 0o077]


def planted_unsigned(path, magic, checksum, code):
    path.write_bytes(magic + checksum + code)


def planted_behind_our_signature(path, magic, checksum, code):
    path.write_bytes(path.read_bytes()[:32] + magic + checksum + code)


def planted_under_the_key_of_another(path, magic, checksum, code):
    Kept(path.parent, b"een andere sleutel").put(path.name, magic + checksum + code)


@pytest.mark.parametrize("plant", [planted_unsigned, planted_behind_our_signature, planted_under_the_key_of_another])
def test_a_compiled_template_that_somebody_planted_is_never_run(plant, cache, tmp_path):
    """As good an attack as can be: Jinja's magic, the right checksum of our own template, and code of theirs."""
    marker = tmp_path / "owned"
    code = marshal.dumps(compile(f"open({str(marker)!r}, 'w')", "x", "exec"))
    compiled = list(cache.rglob("*.cache"))
    assert compiled
    for path in compiled:
        kept = path.read_bytes()
        checksum = pickle.dumps(pickle.loads(kept[kept.index(bc_magic) + len(bc_magic) :]), 2)  # noqa: S301 - our own
        plant(path, bc_magic, checksum, code)
    assert check(cache) == []
    assert not marker.exists()
    assert code not in b"".join(path.read_bytes() for path in compiled), "and what was planted is replaced"


def test_a_translation_of_a_template_that_somebody_planted_is_not_believed(cache):
    clean = {path: path.read_bytes() for path in cache.rglob("*.source")}
    assert clean
    for path, content in clean.items():
        path.write_bytes(content + b"{{ cycler.__init__.__globals__ }} Betaal op rekening NL00EVIL")
    for path in cache.rglob("*.cache"):
        path.unlink()
    assert check(cache) == []
    assert {path: path.read_bytes() for path in cache.rglob("*.source")} == clean


def test_a_pipe_or_link_among_the_compiled_templates_keeps_nobody_waiting(cache, tmp_path):
    victim = tmp_path / "slachtoffer"
    victim.write_text("van een ander")
    for count, path in enumerate(sorted(cache.rglob("*.*"))):
        path.unlink()
        os.mkfifo(path) if count % 2 else path.symlink_to(victim)
    assert check(cache) == []
    assert victim.read_text() == "van een ander"
