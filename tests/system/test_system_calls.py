"""What the real disk does, as the kernel saw it: the crash tests replace `Disk`, so nothing there would tell of a sync left out."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.servers.dovecot import may_not_skip
from tests.system.conftest import SECONDS, project_on
from tests.world import mail

CALLS = "write,pwrite64,fsync,fdatasync,syncfs,rename,renameat,renameat2,unlink,sendto"
STEP = re.compile(r"^\d+ +(\w+)\((.*)\) += (?!-)\d+")
FILE = re.compile(r"<([^<>]*)>")


@pytest.fixture
def project(tmp_path, dovecot, smtp_server):
    made = project_on(tmp_path, dovecot, smtp_server)
    dovecot.deliver(mail("De trainer was te laat.", message_id="eerste@example.nl"))
    return made


def recorded(project):
    """Return the calls of one poll in their order: name, file (or both names of a rename), and what was sent."""
    if not (strace := shutil.which("strace")):
        (pytest.fail if may_not_skip() else pytest.skip)("no strace")
    log = project.folder / "calls"
    command = [strace, "-f", "-y", "-s", "64", "-e", f"trace={CALLS}", "-o", str(log), *project.command("poll")]
    done = subprocess.run(command, cwd=project.folder, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stderr
    return [step for line in log.read_text(errors="replace").splitlines() if (step := understood(line, project))]


def understood(line, project):
    match = STEP.match(line)
    if match is None:
        return None
    call, arguments = match.groups()
    if call == "sendto":
        return ("send", arguments.partition('"')[2].partition('"')[0].replace("\\r\\n", ""))
    if call.startswith("rename"):
        names = [Path(name) for name in re.findall(r'"([^"]*)"', arguments)]
        return ("rename", *(name.name for name in names), names[-1].parent.name)
    found = FILE.search(arguments)
    name = found[1] if found else ""
    if not name.startswith(str(project.data)):
        return None
    return ({"pwrite64": "write"}.get(call, call), "data" if name == str(project.data) else Path(name).name)


def place(calls, *wanted, after=-1):
    """Return where this call stands first behind that place."""
    return next(n for n, call in enumerate(calls) if n > after and call[: len(wanted)] == wanted)


def before(calls, *steps):
    """Assert that each step comes behind the one before it."""
    at = -1
    for step in steps:
        at = place(calls, *step, after=at)
    return at


def test_a_letter_goes_out_when_the_register_and_the_journal_are_on_the_medium(project):
    calls = recorded(project)
    first = next(n for n, call in enumerate(calls) if call[0] == "send" and call[1].lower().startswith("mail from"))
    asked = calls[:first]
    before(
        asked,
        ("write", "register.json.new"),
        ("fsync", "register.json.new"),
        ("rename", "register.json.new", "register.json"),
        ("fsync", "data"),
    )
    end = place(calls, "send", ".", after=first)
    before(calls[first:end], ("write", "delivery.journal"), ("fdatasync", "delivery.journal"))


def test_mail_and_letters_are_on_the_medium_before_the_register_that_refers_to_them(project):
    calls = recorded(project)
    named = place(calls, "rename", "register.json.new", "register.json")
    kept = [n for n, call in enumerate(calls[:named]) if call[0] == "rename" and call[2].endswith(".eml")]
    assert len(kept) == 4, "the mail, its acknowledgement and a letter to each of two partners"
    for n in kept:
        fresh, name, folder = calls[n][1:]
        written = place(calls, "write", fresh)
        synced = next(
            m for m, call in enumerate(calls) if m > written and (call == ("fsync", fresh) or call[0] == "syncfs")
        )
        assert written < synced < n, name
        assert ("fsync", folder) in calls[n:named], name
