"""A full disk, a backup and a restore with the installed program."""

import json
import os
import shutil
import subprocess

import pytest

from tests.letters_read import read
from tests.system.conftest import SECONDS, project_on
from tests.world import mail

pytestmark = pytest.mark.timeout(600)  # many runs of the program, on a machine that may be busy


@pytest.fixture
def project(tmp_path, dovecot, smtp_server):
    return project_on(tmp_path, dovecot, smtp_server)


def complaint(n):
    return mail(f"Dit is klacht {n}.", sender=f"k{n}@example.nl", subject=f"Zaak {n}", message_id=f"z{n}@example.nl")


def with_a_full_disk(project, *arguments):
    """Run a command that can write no file beyond a few kilobytes: EFBIG, which says the same as ENOSPC."""
    command = ["bash", "-c", 'ulimit -f 4; exec "$@"', "--", *project.command(*arguments)]
    return subprocess.run(
        command,
        cwd=project.folder,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def told(smtp_server):
    """Return the beginnings of the subjects of what the administrator got."""
    return [read(letter.content).subject.partition(":")[0] for letter in smtp_server.letters_to("beheer@ront.nl")]


def test_with_a_full_disk_mail_stays_in_inbox_and_afterwards_all_goes_on(project, dovecot, smtp_server):
    dovecot.deliver(complaint(1))
    assert project.run("poll").code == 0
    dovecot.deliver(complaint(2))
    for _ in range(4):
        full = with_a_full_disk(project, "poll")
        assert full.returncode == 4, full.stderr
        assert "the disk is full" in full.stderr
        assert len(dovecot.folder()) == 1
    assert project.run("poll", "--json").json["new"] == 1
    assert len(smtp_server.letters) == 6 + 2
    assert told(smtp_server) == ["klachtmail werkt niet goed", "klachtmail werkt weer"]
    assert project.run("verify").code == 0


def on_a_disk_of(size, project, *arguments):
    """Run a command whose data folder is a disk of its own, of this size."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    mounted = 'mount -t tmpfs -o "mode=700,$1" disk "$2"; shift 2; exec "$@"'
    alone = ["unshare", "--mount", "sh", "-euc", mounted, "sh", size, project.data, *project.command(*arguments)]
    return subprocess.run(alone, cwd=project.folder, capture_output=True, text=True, timeout=SECONDS, check=False)


@pytest.mark.parametrize(
    ("size", "status", "said"),
    [
        ("size=600k", "critical", "is full: make room"),
        ("size=50m,nr_inodes=1", "critical", "is full: make room"),
        ("size=50m", "warning", "is nearly full, 50 MiB are left: make room"),
        ("size=200m", "warning", "nothing has run on this data folder yet"),
    ],
)
def test_status_and_check_look_for_room_themselves(project, size, status, said):
    """On a disk that was full from the start no round can note that it failed."""
    project.data.mkdir(mode=0o700)
    found = json.loads(on_a_disk_of(size, project, "status", "--json").stdout)
    assert found["status"] == status
    assert said in found["why"][-1]
    checks = json.loads(on_a_disk_of(size, project, "check", "--json").stdout)["checks"]
    folder = next(each for each in checks if each["what"] == "data folder")
    assert (folder["state"] == "ok") == ("nothing has run" in said)
    assert folder["state"] != "failed" or status == "critical"


def on_a_read_only_disk(project, *arguments):
    """Run a command that can change nothing in the data folder; root needs to give up its power over modes for that."""
    powerless = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    folders = [project.data, *(path for path in project.data.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o500)
    try:
        return subprocess.run(
            [*powerless, *project.command(*arguments)],
            cwd=project.folder,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    finally:
        for folder in folders:
            folder.chmod(0o700)


def test_on_a_read_only_disk_mail_stays_in_inbox_and_afterwards_all_goes_on(project, dovecot, smtp_server):
    dovecot.deliver(complaint(1))
    assert project.run("poll").code == 0
    register = (project.data / "register.json").read_bytes()
    dovecot.deliver(complaint(2))
    for _ in range(4):
        refused = on_a_read_only_disk(project, "poll")
        assert refused.returncode == 4, refused.stderr
        assert "may not be written" in refused.stderr
        assert "check the owner and the mount" in refused.stderr
        assert "Traceback" not in refused.stderr
        assert len(dovecot.folder()) == 1
    assert (project.data / "register.json").read_bytes() == register
    assert "Zaak 1" in on_a_read_only_disk(project, "list").stdout
    assert project.run("poll", "--json").json["new"] == 1
    assert len(smtp_server.letters) == 6 + 2
    assert told(smtp_server) == ["klachtmail werkt niet goed", "klachtmail werkt weer"]
    assert project.run("verify").code == 0


def test_a_backup_with_the_key_brings_everything_back(project, dovecot, smtp_server):
    dovecot.deliver(complaint(1))
    assert project.run("poll").code == 0
    made = project.run("backup", "copy.tar.gz")
    assert made.code == 0, made.stderr
    assert "WITH the signing keys" in made.stdout
    dovecot.deliver(complaint(2))
    assert project.run("poll").code == 0
    before = {r["number"]: r["subject"] for r in project.run("list", "--json").json}
    shutil.rmtree(project.data)
    restored = project.run("restore", "copy.tar.gz", "--yes")
    assert restored.code == 0, restored.stderr
    status = project.run("status")
    assert "held since a restore" in status.stdout
    done = project.run("restore", "--reconcile")
    assert done.code == 0, done.stderr
    assert "1 messages read again" in done.stdout
    assert {r["number"]: r["subject"] for r in project.run("list", "--json").json} == before
    assert project.run("poll").code == 0
    told = [read(x.content).subject for x in smtp_server.letters[6:]]
    assert told == ["De kopie van klachtmail is teruggezet"]
    assert project.run("verify").code == 0
    assert project.run("restore", "--reconcile").code == 2


def test_a_backup_without_the_key_says_so(project, dovecot):
    dovecot.deliver(complaint(1))
    assert project.run("poll").code == 0
    assert "WITHOUT the signing keys" in project.run("backup", "copy.tar.gz", "--without-key").stdout
    shutil.rmtree(project.data)
    assert "new ones were made" in project.run("restore", "copy.tar.gz", "--yes").stdout


def test_restore_wants_a_file_or_reconcile_and_asks_first(project, tmp_path):
    assert project.run("restore").code == 2
    (tmp_path / "x").write_bytes(b"no register")
    asked = project.run("restore", str(tmp_path / "x"))
    assert asked.code == 130
    assert project.run("restore", str(tmp_path / "x"), "--yes").code == 4


def test_quarantine_says_when_it_is_empty_and_what_it_does_not_have(project):
    assert "Nothing is in quarantine" in project.run("quarantine", "list").stdout
    assert project.run("quarantine", "list", "--json").json == []
    for command in (("show", "abc"), ("retry", "abc"), ("accept", "abc", "--handled")):
        assert project.run("quarantine", *command).code == 2
