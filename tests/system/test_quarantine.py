"""What could not be handled, from the third failure to the last command, with the installed program."""

import subprocess
import sys

import pytest

from tests.letters_read import read
from tests.system.conftest import SECONDS, project_on
from tests.world import mail


@pytest.fixture
def project(tmp_path, dovecot, smtp_server):
    return project_on(tmp_path, dovecot, smtp_server)


def with_a_mistake_in_it(project, *arguments):
    command = project.command(*arguments)
    return subprocess.run(
        [sys.executable, "-m", "tests.system.poisoned", *command[command.index("--config") :]],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def set_apart(project, dovecot):
    """Three messages in quarantine, by their sender."""
    for name in ("sanne", "kees", "reclame"):
        dovecot.deliver(
            mail(f"Van {name}.", sender=f"{name}@example.nl", subject="Gif", message_id=f"{name}@example.nl")
        )
    for n in range(3):
        dovecot.deliver(
            mail("Gewoon.", sender=f"g{n}@example.nl", subject=f"Gewoon {n}", message_id=f"g{n}@example.nl")
        )
        done = with_a_mistake_in_it(project, "poll", "--json")
        assert done.returncode == 0, done.stderr
    assert len(dovecot.folder("Quarantaine")) == 3
    return {item["from"].partition("@")[0]: item["id"] for item in project.run("quarantine", "list", "--json").json}


def test_after_a_fix_each_is_read_again_made_a_complaint_or_marked(project, dovecot, smtp_server, set_apart):
    told = [letter for x in smtp_server.letters if "bericht.eml" in str((letter := read(x.content)).message)]
    assert len(told) == 3
    assert "Van sanne." in project.run("quarantine", "show", set_apart["sanne"]).stdout

    again = project.run("quarantine", "retry", set_apart["sanne"], "--json").json
    assert again["kind"] == "new"
    by_hand = ("quarantine", "accept", set_apart["kees"], "--from", "Kees Vos <kees@example.nl>", "--subject", "Zaal")
    accepted = project.run(*by_hand, "--json").json
    assert project.run("quarantine", "accept", set_apart["reclame"], "--handled").code == 0
    assert "Nothing is in quarantine" in project.run("quarantine", "list").stdout

    records = {x["number"]: x["complainant"]["address"] for x in project.run("list", "--json").json}
    assert (records[again["number"]], records[accepted["number"]]) == ("sanne@example.nl", "kees@example.nl")
    assert len(records) == 5
    assert (len(dovecot.folder("Quarantaine")), len(dovecot.folder("Verwerkt"))) == (0, 6)

    before = len(smtp_server.letters)
    assert project.run("poll").code == 0
    assert sorted({x.recipients[0] for x in smtp_server.letters[before:]}) == [
        "els@ront.nl",
        "jan@ront.nl",
        "sanne@example.nl",
    ]
    assert project.run("verify").code == 0


def test_what_still_fails_stays_in_quarantine(project, dovecot, set_apart):
    refused = with_a_mistake_in_it(project, "quarantine", "retry", set_apart["sanne"])
    assert refused.returncode == 1
    assert "still cannot be handled" in refused.stdout
    assert len(project.run("quarantine", "list", "--json").json) == 3
    assert len(dovecot.folder("Quarantaine")) == 3
    assert project.run("verify").code == 0
