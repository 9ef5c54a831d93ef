"""A firm's real road: the world → Postfix or Exim → LMTP → Dovecot → klachtmail → Postfix or Exim → the world, and back.

What comes back from an address that is unknown is the bounce that these programs write, and not one of our own making.
"""

import smtplib

import pytest

from tests.servers.certificates import make_certificates
from tests.servers.dovecot import Dovecot
from tests.servers.exchangers import Exim, Postfix
from tests.servers.smtp_server import SmtpServer
from tests.system.conftest import PASSWORD, USER, Project, firm
from tests.world import mail

CLIENT, UNKNOWN = "sanne@example.nl", "weg@example.nl"


@pytest.fixture(params=[Postfix, Exim], ids=["postfix", "exim"])
def road(request, tmp_path):
    """A firm on these servers, a function that sends it mail from outside, and what arrives outside."""
    folder = tmp_path / "certificates"
    folder.mkdir()
    certificates = make_certificates(folder)
    with (
        SmtpServer() as outside,
        Dovecot.required(certificates=certificates, vouching=True) as mailboxes,
        request.param(mailboxes, outside, certificates) as exchanger,
    ):
        login = {"security": "starttls", "username": USER, "password": PASSWORD, "ca_file": str(certificates.authority)}
        project = Project(
            tmp_path,
            firm(
                imap={"host": "localhost", "port": mailboxes.imap_port, **login},
                smtp={"host": "localhost", "port": exchanger.port, **login},
                partners=[{"name": "Jan", "address": "jan@example.org", "alias": "jan"}],
                employees=[],
            ),
        )

        def write(raw: bytes, sender: str) -> None:
            with smtplib.SMTP(exchanger.host, exchanger.mx_port, timeout=20) as client:
                client.sendmail(sender, [USER], raw)

        yield project, write, outside, mailboxes


def poll(project, mailboxes, messages):
    """Poll once when so many messages wait in INBOX; return what was done."""
    wait_until(lambda: len(mailboxes.folder()) >= messages)
    done = project.run("poll", "--json")
    assert done.code == 0, done.stderr
    return done.json


def wait_until(holds):
    """Return when it holds. These programs tell nobody of what they delivered: they are asked."""
    for _ in range(600):
        if holds():
            return
    pytest.fail("it never came")


def test_a_complaint_comes_in_and_its_letters_go_out(road):
    project, write, outside, mailboxes = road
    write(mail("De cursus was slecht.", sender=f"Sanne <{CLIENT}>"), CLIENT)
    assert poll(project, mailboxes, 1)["new"] == 1
    outside.wait_for(2)
    assert len(outside.letters_to(CLIENT)) == len(outside.letters_to("jan@example.org")) == 1
    assert project.run("outbox", "--json").json == []


def test_what_comes_back_is_a_bounce_of_the_letter_and_no_complaint(road):
    project, write, outside, mailboxes = road
    outside.refuse(UNKNOWN, "550 5.1.1 unknown user")
    write(mail("De cursus was slecht.", sender=f"Weg <{UNKNOWN}>"), UNKNOWN)
    assert poll(project, mailboxes, 1)["new"] == 1
    said = poll(project, mailboxes, 1)
    assert (said["fetched"], said["bounces"], said["new"]) == (1, 1, 0), said
    (complaint,) = project.run("list", "--json").json
    events = {each["event"] for each in project.run("show", complaint["number"], "--json").json["history"]}
    assert "bounced" in events, events
