"""init: the questions, the file that comes of them, and what a program without a configuration says."""

import datetime as dt
import json
import os
import re
import stat
import subprocess
import sys

import pytest
from click.testing import CliRunner

from klachtmail.cli import cli
from klachtmail.config import load
from tests.servers.ports import HeldPort
from tests.system.conftest import PASSWORD, USER

PROGRAM = [sys.executable, "-m", "klachtmail"]


def answers(imap_port=993, smtp_port=465, *, password=PASSWORD, members=None):
    """What somebody types, one answer a line."""
    people = members or [
        "Jan de Vries",
        "jan@ront.nl",
        "",
        "Els Bakker",
        "els@ront.nl",
        "",
        "",
        "Piet Jansen",
        "piet@ront.nl",
        "",
        "",
    ]
    return (
        "\n".join(
            [
                "RONT",
                USER,
                "055 123 45 67",
                "https://ront.example/privacy",
                "",
                "127.0.0.1",
                "none",
                str(imap_port),
                "",
                password,
                "",
                "none",
                str(smtp_port),
                "",
                "",
                *people,
                "beheer@ront.nl",
            ]
        )
        + "\n"
    )


def init(path, typed, *options):
    return CliRunner().invoke(cli, ["--config", str(path), "init", *options], input=typed)


def test_the_answers_become_a_configuration_with_comments(tmp_path):
    path = tmp_path / "config.yaml"
    ended = init(path, answers(), "--no-test")
    assert ended.exit_code == 0, ended.output
    config = load(path, {})
    assert config.firm.organisation.address == USER
    assert [member.alias for member in config.firm.members] == ["jan", "els", "piet"]
    assert config.firm.administrator == "beheer@ront.nl"
    assert (config.imap.port, config.smtp.port) == (993, 465)
    assert config.smtp.password.get_secret_value() == PASSWORD
    assert PASSWORD not in path.read_text()
    assert "# whose word on a sender is taken" in path.read_text()


def test_the_file_and_the_password_are_for_their_owner_alone(tmp_path):
    old = os.umask(0)
    try:
        assert init(tmp_path / "config.yaml", answers(), "--no-test").exit_code == 0
    finally:
        os.umask(old)
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {
        "config.yaml": 0o600,
        "imap-password": 0o600,
    }


def test_a_wrong_answer_is_asked_again(tmp_path):
    typed = answers().replace(USER, f"klachten\n{USER}", 1)
    ended = init(tmp_path / "config.yaml", typed, "--no-test")
    assert ended.exit_code == 0, ended.output
    assert "'klachten' is no mail address; write name@domain.nl." in ended.output


def test_an_alias_is_given_once(tmp_path):
    people = ["Jan de Vries", "jan@ront.nl", "", "Jan Jansen", "janjansen@ront.nl", "jan", "janj", "", ""]
    ended = init(tmp_path / "config.yaml", answers(members=people), "--no-test")
    assert ended.exit_code == 0, ended.output
    assert "'jan' is somebody else's." in ended.output
    assert [member.alias for member in load(tmp_path / "config.yaml", {}).firm.partners] == ["jan", "janj"]


def test_an_address_is_one_persons_and_not_the_mailboxs(tmp_path):
    """By the address of a mail it is known who commands: a file with one twice would not load."""
    people = [
        "Jan",
        "jan@ront.nl",
        "",
        "Els",
        USER,
        "JAN@ront.nl",
        "els@ront.nl",
        "",
        "",
        "Piet",
        "els@ront.nl",
        "piet@ront.nl",
        "",
        "",
    ]
    typed = answers(members=people).replace("\nbeheer@", f"\n{USER}\nbeheer@")
    ended = init(tmp_path / "config.yaml", typed, "--no-test")
    assert ended.exit_code == 0, ended.output
    assert ended.output.count("is taken: the mailbox's, or somebody else's.") == 4
    firm = load(tmp_path / "config.yaml", {}).firm
    assert [member.address for member in firm.members] == ["jan@ront.nl", "els@ront.nl", "piet@ront.nl"]
    assert firm.administrator == "beheer@ront.nl"


def test_a_choice_may_be_typed_in_capitals_and_a_server_with_its_port(tmp_path):
    typed = answers().replace("127.0.0.1\nnone", "imaps://127.0.0.1:993\n[127.0.0.1]\nNone", 1)
    ended = init(tmp_path / "config.yaml", typed, "--no-test")
    assert ended.exit_code == 0, ended.output
    assert "write 127.0.0.1 here, and the port as 'port: 993'." in ended.output
    imap = load(tmp_path / "config.yaml", {}).imap
    assert (imap.host, imap.security) == ("127.0.0.1", "none")


def test_what_is_there_is_not_replaced_without_asking(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_text("mine: true\n")
    ended = init(path, "n\n")
    assert path.read_text() == "mine: true\n"
    assert "was left as it is" in str(ended.exception)
    assert init(path, "y\n" + answers(), "--no-test").exit_code == 0
    assert load(path, {}).firm.organisation.name == "RONT"


def test_the_servers_are_tried_at_once(tmp_path, mailhost, smtp_server):
    ended = init(tmp_path / "config.yaml", answers(mailhost.imap_port, smtp_server.port), "--test")
    assert ended.exit_code == 0, ended.output
    assert "✓  IMAP login" in ended.output
    assert "✓  SMTP login" in ended.output


def test_servers_that_do_not_answer_leave_the_file_there(tmp_path):
    with HeldPort() as imap, HeldPort() as smtp:
        ended = init(tmp_path / "config.yaml", answers(imap.number, smtp.number), "--test")
    assert ended.exit_code == 1
    assert "✗  IMAP login" in ended.output
    assert (tmp_path / "config.yaml").exists()


def test_without_a_password_it_names_the_variable(tmp_path, monkeypatch):
    for name in ("KLACHTMAIL_IMAP_PASSWORD", "KLACHTMAIL_SMTP_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    ended = init(tmp_path / "config.yaml", answers(password=""))
    assert ended.exit_code == 0, ended.output
    assert "Before it runs, set KLACHTMAIL_IMAP_PASSWORD.\n" in ended.output


def typed(road, *login):
    """What somebody types who takes a road other than passwords: its answers, then one partner."""
    organisation = ["RONT", USER, "", ""]
    people = ["Jan de Vries", "jan@ront.nl", "", "", "", ""]
    return "\n".join([*organisation, road, *login, *people]) + "\n"


SECRET = "Zx8~geheim"
ROADS = {
    "a certificate": ["microsoft", "contoso.example", "id-1", "certificate", "", "2027-11-01", ""],
    "a secret": ["microsoft", "contoso.example", "id-1", "", SECRET, "1 november", "2027-11-01", ""],
    "a secret in a variable": ["microsoft", "contoso.example", "id-1", "secret", "${FROM_THE_SAFE}", "", ""],
    "a person": ["microsoft", "contoso.example", "id-1", "person", ""],
    "google": ["google", "", ""],
    "no login to send": ["", "", "tls", "", "", "pw", "localhost", "none", "", "-"],
    "variables": ["password", "", "", "", "", "${FROM_THE_SAFE}", "", "", "", "", ""],
}


@pytest.mark.parametrize("road", ROADS)
def test_every_road_ends_in_a_configuration_that_check_likes(tmp_path, road, monkeypatch):
    """`check` says no word against the configuration itself: what it cannot do is reach servers that are not there."""
    monkeypatch.setenv("FROM_THE_SAFE", SECRET)
    for name in ("client.pem", "google-key.json"):
        (tmp_path / name).write_text("{}")
        (tmp_path / name).chmod(0o600)
    path = tmp_path / "config.yaml"
    ended = init(path, typed(*ROADS[road]), "--no-test")
    assert ended.exit_code == 0, ended.output
    assert "Before it runs" not in ended.output
    assert SECRET not in path.read_text()
    monkeypatch.setattr("klachtmail.cli.examine.imap_server", lambda config: iter(()))
    monkeypatch.setattr("klachtmail.cli.examine.smtp_server", lambda config: iter(()))
    checked = CliRunner().invoke(cli, ["--config", str(path), "check", "--json"])
    findings = json.loads(checked.stdout)["checks"]
    warnings = [each["text"] for each in findings if each["state"] != "ok"]
    assert [text for text in warnings if re.search(r"imap|smtp|oauth2|secret|readable|login", text)] == []
    assert [each for each in findings if each["state"] == "failed"] == []


def test_microsoft_365_gets_its_servers_and_its_secret_a_file_of_its_own(tmp_path):
    path = tmp_path / "config.yaml"
    init(path, typed(*ROADS["a secret"]), "--no-test")
    config = load(path, {})
    assert (config.imap.host, config.imap.port, config.imap.sent) == ("outlook.office365.com", 993, "server")
    assert (config.smtp.host, config.smtp.port, config.smtp.security) == ("smtp.office365.com", 587, "starttls")
    assert config.imap.oauth2 == config.smtp.oauth2
    assert config.imap.oauth2.client_secret.get_secret_value() == SECRET
    assert config.secret_ends == dt.date(2027, 11, 1)
    assert config.firm.security.authentication == "microsoft365"
    assert stat.S_IMODE((tmp_path / "client-secret").stat().st_mode) == 0o600


def test_google_is_trusted_for_what_it_says_of_senders(tmp_path):
    path = tmp_path / "config.yaml"
    ended = init(path, typed(*ROADS["google"]), "--test")
    assert f"Before it runs, make {tmp_path / 'google-key.json'}, which" in ended.output
    (tmp_path / "google-key.json").write_text("{}")
    config = load(path, {})
    assert (config.imap.host, config.smtp.host) == ("imap.gmail.com", "smtp.gmail.com")
    assert config.firm.security.trusted_authserv_id == "mx.google.com"


def test_who_signs_in_once_is_told_to(tmp_path):
    path = tmp_path / "config.yaml"
    ended = init(path, typed(*ROADS["a person"]), "--test")
    assert ended.exit_code == 0, ended.output
    assert f"Next: klachtmail --config {path} login, then" in ended.output
    assert load(path, {}).smtp.oauth2.flow == "device_code"


def test_a_server_that_wants_no_login_gets_none(tmp_path):
    path = tmp_path / "config.yaml"
    init(path, typed(*ROADS["no login to send"]), "--no-test")
    config = load(path, {})
    assert (config.smtp.username, config.smtp.password) == (None, None)
    assert config.imap.password.get_secret_value() == "pw"


def test_an_answer_that_the_file_would_take_for_a_variable_is_asked_again(tmp_path):
    path = tmp_path / "config.yaml"
    ended = init(path, "RONT ${HOME}\n" + answers(), "--no-test")
    assert ended.exit_code == 0, ended.output
    assert "stands for a variable" in ended.output
    assert load(path, {}).firm.organisation.name == "RONT"


@pytest.mark.parametrize(
    "command", [["list"], ["poll"], ["run"], ["check"], ["status"], ["preview"], ["login"], ["digest"]]
)
def test_without_a_configuration_every_command_says_what_to_do(tmp_path, command):
    environment = {name: value for name, value in os.environ.items() if name != "KLACHTMAIL_CONFIG"}
    ended = subprocess.run(
        [*PROGRAM, *command], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert "write one with 'klachtmail init'" in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_login_says_when_nobody_has_to_sign_in(tmp_path):
    path = tmp_path / "config.yaml"
    assert init(path, answers(), "--no-test").exit_code == 0
    ended = subprocess.run(
        [*PROGRAM, "--config", str(path), "login"], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 2
    assert "Nobody has to sign in" in ended.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_be_taught_to_complete(shell):
    script = subprocess.run(
        [*PROGRAM, "completion", shell], capture_output=True, text=True, timeout=60, check=True
    ).stdout
    assert f"_KLACHTMAIL_COMPLETE={shell}_complete" in script
    asked = {**os.environ, "_KLACHTMAIL_COMPLETE": "bash_complete", "COMP_WORDS": "klachtmail di", "COMP_CWORD": "1"}
    found = subprocess.run([*PROGRAM], env=asked, capture_output=True, text=True, timeout=60, check=False)
    assert found.stdout == "plain,digest\n"


def test_preview_shows_every_letter_or_one(tmp_path):
    path = tmp_path / "config.yaml"
    assert init(path, answers(), "--no-test").exit_code == 0

    def preview(*options):
        return subprocess.run(
            [*PROGRAM, "--config", str(path), "preview", *options],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    assert preview().returncode == 0
    every = (tmp_path / "letters.html").read_text(encoding="utf-8")
    assert "acknowledgement" in every
    assert "digest" in every
    assert preview("--letter", "outcome", "--out", "one.html").returncode == 0
    one = (tmp_path / "one.html").read_text(encoding="utf-8")
    assert "outcome-nl" in one
    assert "digest-nl" not in one
    wrong = preview("--letter", "nothing")
    assert wrong.returncode == 2
    assert "choose one of: absence" in wrong.stderr
