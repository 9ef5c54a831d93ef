"""Limits and the Junk folder, through the installed program."""

import pytest

from tests.system.conftest import project_on
from tests.world import mail

SANNE = "sanne@example.nl"


@pytest.fixture
def project(tmp_path, dovecot, smtp_server):
    return project_on(tmp_path, dovecot, smtp_server)


def test_held_letters_stand_in_the_outbox_with_the_limit_that_holds_them(project, dovecot, smtp_server):
    project.write(limits={"per_address_hour": 2, "routing_hour": 3})
    for number in range(5):
        dovecot.deliver(mail(f"Klacht {'x' * number}", subject=f"Klacht {number}"))
    ended = project.run("poll", "--json")
    assert ended.code == 0, ended.stderr
    assert ended.json["new"] == 5
    assert len(smtp_server.letters_to(SANNE)) == 2
    assert len(smtp_server.letters_to("jan@ront.nl")) == 4, "three complaints, and a list of the others"
    waiting = project.run("outbox", "--json").json
    held = [letter for letter in waiting if letter["state"] == "held"]
    assert {letter["to"] for letter in held} == {SANNE}
    assert all("per_address_hour" in letter["reason"] for letter in held)
    assert SANNE in project.run("digest").stdout


def test_the_junk_folder_is_read_once_and_left_as_it_is(project, dovecot, smtp_server):
    with dovecot.imap() as imap:
        imap.append("Junk", None, None, mail("IK WIL MIJN GELD TERUG!!!", subject="GELD"))
    first = project.run("poll", "--json").json
    assert (first["fetched"], first["spam"], first["sent"]) == (1, 1, 0)
    assert len(dovecot.folder("Junk")) == 1
    assert project.run("poll", "--json").json["fetched"] == 0
    assert project.run("list", "--json").json == []
