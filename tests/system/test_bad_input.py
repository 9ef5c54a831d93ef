"""What goes wrong outside the program: one clear sentence, the exit code of the contract, and nothing lost."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.letters_read import read
from tests.servers.dovecot import Dovecot
from tests.servers.ports import HeldPort
from tests.system.conftest import project_on

COMPLAINT = (
    b"From: Sanne de Boer <sanne@example.nl>\r\nTo: klachten@ront.nl\r\nSubject: Training\r\nMessage-ID: <een@example.nl>\r\n"
    b"\r\nDe trainer was een uur te laat. Ik ben niet tevreden.\r\n"
)


def says_one_sentence(result, code, *words):
    assert result.code == code, result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == 1, result.stderr
    for word in words:
        assert word in result.stderr
    return True


def test_every_mistake_in_the_configuration_is_told_at_once(project):
    project.write(imap={"port": 99999, "colour": "red"}, organisation={"timezone": "Europe/Nowhere"}, partners=[])
    wrong = project.run("poll")
    assert wrong.code == 2
    assert "Traceback" not in wrong.stderr
    lines = wrong.stderr.splitlines()
    for key in ("imap.port", "imap.colour", "organisation.timezone", "partners"):
        assert any(f": {key}: " in line for line in lines), wrong.stderr
    assert all(line.startswith(f"{project.config}:") for line in lines)
    assert not project.data.exists()


def test_a_configuration_that_is_not_there_is_named(project):
    project.config.unlink()
    assert says_one_sentence(project.run("poll"), 2, str(project.config), "klachtmail init")


def test_a_mailbox_that_cannot_be_reached_loses_nothing(project, mailhost, smtp_server):
    mailhost.deliver(COMPLAINT)
    right = project.settings["imap"]["port"]
    with HeldPort() as closed:
        project.write(imap={"port": closed.number})
        assert says_one_sentence(project.run("poll"), 3, "refuses connections", "imap.port", "Nothing is lost.")
    project.write(imap={"port": right})
    assert project.run("poll", "--json").json["new"] == 1


def test_a_server_that_does_not_send_keeps_the_letters_and_they_go_at_the_next_poll(project, mailhost, smtp_server):
    mailhost.deliver(COMPLAINT)
    right = project.settings["smtp"]["port"]
    with HeldPort() as closed:
        project.write(smtp={"port": closed.number})
        failed = project.run("poll", "--json")
    assert says_one_sentence(failed, 3, "smtp.port", "Nothing is lost.")
    assert (failed.json["new"], failed.json["sent"], failed.json["queued"]) == (1, 0, 3)
    assert len(project.run("outbox", "--json").json) == 3
    assert mailhost.folder() == []
    project.write(smtp={"port": right})
    healed = project.run("poll", "--json")
    assert (healed.code, healed.json["fetched"], healed.json["sent"], healed.json["queued"]) == (0, 0, 3, 0)
    assert {x.recipients[0] for x in smtp_server.letters} == {"sanne@example.nl", "jan@ront.nl", "els@ront.nl"}


@pytest.mark.parametrize("section", ["imap", "smtp"])
def test_a_wrong_password_is_told_and_never_shown(project, mailhost, section):
    mailhost.deliver(COMPLAINT)
    project.write(**{section: {"password": "helemaal-verkeerd"}})
    failed = project.run("poll")
    assert says_one_sentence(failed, 3, "klachten@ront.nl", f"{section}.password", "Nothing is lost.")
    assert "helemaal-verkeerd" not in failed.stdout + failed.stderr
    project.write(**{section: {"password": "geheim"}})
    assert project.run("poll").code == 0
    assert len(project.run("list", "--json").json) == 1


def test_a_missing_folder_is_made(project, mailhost):
    assert "Verwerkt" not in mailhost.folders()
    mailhost.deliver(COMPLAINT)
    assert project.run("poll").code == 0
    assert {"Verwerkt", "Automatisch", "Quarantaine"} <= mailhost.folders()
    assert len(mailhost.folder("Verwerkt")) == 1


@pytest.mark.parametrize("without", [("MOVE",), ("MOVE", "UIDPLUS")])
def test_without_move_nothing_of_others_is_removed(tmp_path, smtp_server, without):
    with Dovecot.required(without=without) as plain:
        project = project_on(tmp_path, plain, smtp_server)
        plain.append(b"From: a@example.nl\r\nSubject: van een ander\r\n\r\nweg ermee\r\n", flags="\\Deleted")
        plain.deliver(COMPLAINT)
        assert project.run("poll", "--json").json["new"] == 2
        assert len(plain.folder("Verwerkt")) == 2
        assert project.run("poll", "--json").json["fetched"] == 0
        assert len(plain.folder("Verwerkt")) == 2
        assert len(project.run("list", "--json").json) == 2
        assert len(plain.folder()) == (0 if "UIDPLUS" not in without else 2)


def test_a_data_folder_that_cannot_be_written_is_told_and_the_mail_stays(project, mailhost, smtp_server):
    mailhost.deliver(COMPLAINT)
    project.data.touch()  # in the way of the folder; for root, whom no permission stops, too
    failed = project.run("poll")
    assert says_one_sentence(failed, 4, str(project.data))
    assert len(mailhost.folder()) == 1
    assert smtp_server.letters == []
    project.data.unlink()
    assert project.run("poll").code == 0
    assert len(project.run("list", "--json").json) == 1


def test_a_read_only_data_folder_is_told_and_the_mail_stays(project, mailhost, smtp_server):
    """A process without root's powers, which permissions do stop."""
    mailhost.deliver(COMPLAINT)
    assert project.run("list").code == 0
    project.data.chmod(0o500)
    try:
        failed = run_without_powers(project, "poll")
        assert failed.returncode == 4, failed.stderr
        assert len(failed.stderr.splitlines()) == 1, failed.stderr
        assert str(project.data) in failed.stderr
        assert len(mailhost.folder()) == 1
    finally:
        project.data.chmod(0o700)
    assert project.run("poll").code == 0
    assert read(smtp_server.letters[0].content).subject


def run_without_powers(project, *arguments):
    """Run the program as who it is; as root, without the power to write where it may not (capabilities(7))."""
    command = project.command(*arguments)
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("setpriv (util-linux) is needed to run as root without root's powers")
        drop = "-dac_override,-dac_read_search,-fowner"
        command = [setpriv, "--bounding-set", drop, "--inh-caps", drop, *command]
    return subprocess.run(
        command, cwd=project.folder, capture_output=True, text=True, timeout=120, check=False, stdin=subprocess.DEVNULL
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "K2026-0999"], "There is no complaint K2026-0999"),
        (["do", "K2026-0999", "ik", "--as", "jan@ront.nl"], "There is no complaint K2026-0999"),
        (["do", "K2026-0001", "ik", "--as", "boef@example.org"], "is not a member"),
        (["preview", "--letter", "nothing"], "There is no letter"),
    ],
)
def test_wrong_use_is_told(project, arguments, words):
    assert says_one_sentence(project.run(*arguments), 2, words)


def test_an_exit_code_reaches_the_shell(project):
    """click hands the code of `Exit` back instead of raising it when it is not the one who ends the process."""
    project.write(imap={"password": "fout"})
    ended = subprocess.run(
        [sys.executable, "-m", "klachtmail", "--config", str(project.config), "check"],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
