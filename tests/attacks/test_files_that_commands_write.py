"""Files that commands write, in folders where others write as well; and who else can change what klachtmail reads."""

import os
import stat

import pytest

from klachtmail.cli.errors import CommandError
from klachtmail.cli.examine import others_may_write, who_may_write
from klachtmail.cli.files import write
from klachtmail.store import TinyStore
from klachtmail.store.backup import backup
from klachtmail.store.disk import Disk, give_out
from tests.attacks.ground import World

SECRET = "wat hierin staat, leest niemand anders"


def plant(path, how):
    """Lay something of another's in the way, under the name that a temporary file had."""
    if how == "file":
        path.write_text("van een ander")
        path.chmod(0o666)
    elif how == "pipe":
        os.mkfifo(path)
    elif how == "link":
        path.symlink_to(path.with_name("elders"))
    else:
        path.mkdir()


WAYS = ("file", "pipe", "link", "folder")


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.timeout(30)
def test_what_lies_beside_an_export_is_neither_written_to_nor_waited_for(how, tmp_path):
    planted = tmp_path / "export.zip.new"
    plant(planted, how)
    before = planted.lstat()
    write(tmp_path / "export.zip", SECRET)
    written = (tmp_path / "export.zip").stat()
    assert stat.S_IMODE(written.st_mode) == 0o600
    assert (written.st_uid, written.st_nlink) == (os.geteuid(), 1)
    assert planted.lstat() == before
    assert sorted(x.name for x in tmp_path.iterdir()) == ["export.zip", "export.zip.new"]


@pytest.mark.parametrize("how", ["file", "pipe", "link"])
@pytest.mark.timeout(30)
def test_what_has_the_name_of_an_export_is_replaced_and_not_filled(how, tmp_path):
    target = tmp_path / "export.zip"
    plant(target, how)
    held = target.open("rb") if how == "file" else None
    write(target, SECRET)
    assert target.read_text() == SECRET
    assert not target.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert not (tmp_path / "elders").exists()
    if held:
        with held:
            assert SECRET.encode() not in held.read(), "who had the old file open reads nothing of it"


@pytest.mark.parametrize("umask", [0, 0o777])
def test_whatever_the_umask_the_file_is_for_its_owner_and_for_him_alone(umask, tmp_path):
    old = os.umask(umask)
    try:
        write(tmp_path / "export.zip", SECRET)
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "export.zip").stat().st_mode) == 0o600


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.timeout(30)
def test_a_backup_with_the_signing_key_is_written_past_what_lies_there(how, tmp_path):
    world = World()
    store = TinyStore(tmp_path / "data")
    with store.lead():
        store.secret(world.now)
        from klachtmail.domain.records.port import Changes
        from klachtmail.domain.records.state import State

        store.commit(Changes(state=State(counters={"K2026": 1})))
    plant(tmp_path / "backup.tar.gz.new", how)
    backup(store, tmp_path / "backup.tar.gz", with_key=True)
    store.close()
    assert stat.S_IMODE((tmp_path / "backup.tar.gz").stat().st_mode) == 0o600


def test_a_temporary_name_cannot_be_guessed_and_is_never_one_that_is_there(tmp_path):
    names = []

    class Watched(Disk):
        def write_new(self, path, chunks):
            names.append(path.name)
            super().write_new(path, chunks)

    for _ in range(50):
        give_out(Watched(), tmp_path / "x", [b"x"])
    assert len(set(names)) == 50
    with pytest.raises(FileExistsError):
        Disk().write_new(tmp_path / "x", [b"y"])


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        write(tmp_path / "there is none" / "x", SECRET)


@pytest.mark.parametrize("what", ["config", "config_folder", "template_dir", "template", "above_data"])
def test_check_warns_of_what_others_may_change(what, tmp_path):
    root = tmp_path / "own"
    paths = {
        "config": root / "etc" / "config.yaml",
        "config_folder": root / "etc",
        "template_dir": root / "templates",
        "template": root / "templates" / "nl" / "closing.md",
        "above_data": root / "var",
    }
    for folder in ("etc", "templates/nl", "var/data"):
        (root / folder).mkdir(parents=True)
    for name in ("config", "template"):
        paths[name].write_text("x")

    class Config:
        path, template_dir, data_dir = paths["config"], paths["template_dir"], root / "var" / "data"

    def warned():
        return [each for each in who_may_write(Config) if str(root) in each.text]

    assert warned() == []
    paths[what].chmod(0o777)
    (found,) = warned()
    assert found.state == "warning"
    assert str(paths[what]) in found.text


def test_a_sticky_folder_and_a_group_of_ones_own_are_no_ground_for_a_warning(tmp_path):
    (tmp_path / "sticky").mkdir()
    (tmp_path / "sticky").chmod(0o1777)
    (tmp_path / "grouped").mkdir(mode=0o775)
    (tmp_path / "grouped").chmod(0o775)
    assert others_may_write(tmp_path / "sticky") == ""
    assert others_may_write(tmp_path / "grouped") == ""
    if os.geteuid() == 0:
        os.chown(tmp_path / "grouped", 0, 12345)
        assert "group" in others_may_write(tmp_path / "grouped")
        os.chown(tmp_path / "grouped", 12345, 0)
        assert "another user" in others_may_write(tmp_path / "grouped")
