"""`rotate-key`: what an answer to an older letter still does, with the installed program."""

import pytest

from tests.letters_read import answer, read
from tests.system.conftest import project_on
from tests.world import mail


@pytest.fixture
def project(tmp_path, dovecot, smtp_server):
    return project_on(tmp_path, dovecot, smtp_server)


def letters_to(smtp_server, address):
    return [found for x in smtp_server.letters if (found := read(x.content, x.recipients[0])).to == address]


@pytest.fixture
def routing(project, dovecot, smtp_server):
    dovecot.deliver(mail("De trainer was te laat.", sender="k@example.nl", subject="Zaak", message_id="z@example.nl"))
    assert project.run("poll").code == 0
    return letters_to(smtp_server, "jan@ront.nl")[0]


def handler(project):
    return project.run("list", "--json").json[0]["handler"]


def test_a_new_key_keeps_old_letters_valid_and_a_revoked_one_does_not(project, dovecot, smtp_server, routing):
    assert "400 days" in project.run("rotate-key").stdout
    dovecot.deliver(answer(routing, "jan@ront.nl", "Ik pak het op"))
    assert project.run("poll", "--json").json["commands"] == 1
    assert handler(project) == "jan@ront.nl"

    assert project.run("rotate-key", "--revoke", "--yes").code == 0
    dovecot.deliver(answer(routing, "jan@ront.nl", "geef terug"))
    assert project.run("poll", "--json").json["commands"] == 1
    assert handler(project) == "jan@ront.nl"
    fresh = letters_to(smtp_server, "jan@ront.nl")[-1]
    dovecot.deliver(answer(fresh, "jan@ront.nl", "geef terug"))
    assert project.run("poll", "--json").json["commands"] == 1
    assert handler(project) is None
    assert project.run("verify").code == 0


def test_a_revoked_key_is_asked_about_first_and_a_daemon_that_runs_is_in_the_way(
    project, dovecot, smtp_server, routing
):
    before = (project.data / "secret.key").read_bytes()
    assert project.run("rotate-key", "--revoke").code == 130
    dovecot.deliver(mail("En niemand belde.", sender="l@example.nl", subject="Zaak", message_id="y@example.nl"))
    with project.daemon():
        smtp_server.wait_for(6)
        refused = project.run("rotate-key")
    assert refused.code == 4
    assert "already running" in refused.stderr
    assert (project.data / "secret.key").read_bytes() == before
