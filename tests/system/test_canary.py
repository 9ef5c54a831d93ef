"""Secrets and people's words: searched for in everything that the program writes."""

import contextlib
import re
import time
from pathlib import Path

import pytest

from tests.system.conftest import PASSWORD, project_on

CANARY = "kanarie-Zq8xW3vT"
WORDS = ("kanariewoord", "Kanarievogel", "kanarieonderwerp", "kanarie@example.nl")
MAIL = b"""From: Kanarievogel de Boer <kanarie@example.nl>\r
To: klachten@ront.nl\r
Subject: kanarieonderwerp\r
Message-ID: <kanarie-1@example.nl>\r
\r
De trainer was kanariewoord te laat.\r
"""


def written(project, *results):
    """Return all that the program wrote: to the terminal, and into its folder but for the mail that it keeps."""
    found = "\n".join(text for result in results for text in (result.stdout, result.stderr))
    for path in project.folder.rglob("*"):
        if path.is_file() and path != project.config and path.name != "password":
            found += path.read_bytes().decode("latin-1")
    return found


def deny(text, secret):
    """Assert that a text holds no secret, also not as bytes, in quotes or half of it."""
    for form in (secret, secret[:-2], secret.encode("utf-16-le").decode("latin-1"), secret.encode().hex()):
        assert form not in text


@pytest.fixture(params=["environment", "password_file", "credential"])
def guarded(request, tmp_path, dovecot, smtp_server):
    """A project whose password is a canary, from each of the places where a password may come from; and the environment."""
    project = project_on(tmp_path, dovecot, smtp_server)
    environment = {}
    if request.param == "environment":
        login, environment = {"password": "${KANARIE}"}, {"KANARIE": CANARY}
    else:
        (tmp_path / "password").write_text(f"{CANARY}\n")
        (tmp_path / "password").chmod(0o600)
        folder = str(tmp_path) if request.param == "password_file" else "${CREDENTIALS_DIRECTORY}"
        environment = {"CREDENTIALS_DIRECTORY": str(tmp_path)}
        login = {"password": None, "password_file": f"{folder}/password"}
    for section in ("imap", "smtp"):
        settings = {k: v for k, v in project.settings[section].items() if k != "password"}
        project.settings[section] = {**settings, **{k: v for k, v in login.items() if v is not None}}
    project.write()
    return project, environment


def test_a_password_that_is_refused_is_shown_nowhere(guarded):
    project, environment = guarded
    commands = [
        ("check",),
        ("check", "--json"),
        ("poll",),
        ("--debug", "poll"),
        ("--debug", "check"),
        ("--log-format", "json", "--debug", "poll"),
        ("status", "--json"),
        ("list", "--json"),
        ("outbox", "--json"),
        ("sweep",),
        ("--debug", "sweep"),
    ]
    results = [project.run(*command, **environment) for command in commands]
    assert results[2].code == 3
    assert "refuses" in results[2].stderr
    with project.daemon(**environment) as running:
        wait_for(lambda: "refuses" in running.log())
        shown = list_of_processes()
    deny(written(project, *results) + shown, CANARY)


def test_a_password_that_works_is_shown_nowhere(guarded, dovecot, smtp_server):
    project, environment = guarded
    settings = {name: PASSWORD for name in environment if environment[name] == CANARY}
    if not settings:
        (project.folder / "password").write_text(PASSWORD)
    environment = {**environment, **settings}
    dovecot.deliver(MAIL)
    results = [
        project.run(*command, **environment)
        for command in (("--debug", "poll"), ("--debug", "check"), ("status", "--json"), ("verify",))
    ]
    assert results[0].code == 0, results[0].stderr
    everything = "\n".join(r.stdout + r.stderr for r in results)
    assert not re.search(rf"\b{PASSWORD}\b", everything)


@pytest.mark.parametrize(
    "mistake",
    [
        "imap: {host: localhost, password: KANARIE",
        "imap: {host: localhost, pasword: KANARIE}",
        "imap: {host: localhost, port: KANARIE}",
        "imap: {host: localhost, password: !KANARIE}",
        "imap: {host: localhost, password: *KANARIE}",
        "smtp: {host: localhost, password: [KANARIE]}",
        'imap:\n  password: "KANARIE\\q"',
        "imap:\n\tpassword: KANARIE",
        "imap: {host: localhost, oauth2: {provider: microsoft, client_secret: KANARIE}}",
        "imap: {host: localhost, oauth2: {provider: microsoft, client_secret: [KANARIE]}}",
    ],
)
def test_a_mistake_in_the_file_does_not_repeat_the_password(tmp_path, mistake):
    config = tmp_path / "config.yaml"
    config.write_text(mistake.replace("KANARIE", CANARY) + "\n")
    for options in ([], ["--debug"]):
        result = run_alone(tmp_path, *options, "check")
        assert result.code in {1, 2}
        if "port:" not in mistake:  # there it is no secret, and the wrong value is shown
            deny(result.stdout + result.stderr, CANARY)


def test_logs_carry_no_mail_text_and_no_names(tmp_path, dovecot, smtp_server):
    project = project_on(tmp_path, dovecot, smtp_server)
    broken = MAIL.replace(b"kanarie-1", b"kanarie-2").replace(b"Content", b"x") + b"\xff\xfe\x00" * 50
    dovecot.deliver(MAIL)
    results = [project.run("--debug", "poll"), project.run("--debug", "--log-format", "json", "poll")]
    dovecot.deliver(broken)
    smtp_server.refuse("kanarie@example.nl", "550 5.1.1 Kanarievogel woont hier niet")
    with project.daemon(KLACHTMAIL_DEBUG="1") as running:
        wait_for(lambda: len(project.run("list", "--all", "--json").json) == 2)
    logs = running.log() + "".join(result.stderr for result in results)
    for word in WORDS:
        assert word not in logs


def wait_for(condition, seconds=60):
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)


def list_of_processes():
    """Return the command lines of all processes, as any user of the machine sees them."""
    lines = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it has ended
            lines.append((folder / "cmdline").read_bytes().decode("latin-1"))
    return "\n".join(lines)


def run_alone(folder, *arguments):
    """Run the program in a folder with only a configuration."""
    from tests.system.conftest import Project

    project = Project.__new__(Project)
    project.folder, project.config = folder, folder / "config.yaml"
    return project.run(*arguments)
