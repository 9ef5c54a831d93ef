"""The installed program on mailboxes that are not Dovecot's: Cyrus, and Courier, where all folders lie below INBOX."""

import pytest

from tests.letters_read import answer, read
from tests.servers.courier_imap import CourierImap
from tests.servers.cyrus import Cyrus
from tests.world import mail

CLIENT = "sanne@example.nl"


@pytest.fixture(params=[Cyrus, CourierImap], ids=["cyrus", "courier"])
def mailhost(request):
    with request.param() as host:
        yield host


def test_check_finds_everything_well(project):
    done = project.run("check", "--json")
    assert done.code == 0, done.stdout + done.stderr


def test_a_complaint_gets_a_handler_and_each_mail_its_folder(project, mailhost, smtp_server):
    mailhost.deliver(mail("De cursus was slecht.", sender=f"Sanne <{CLIENT}>"), sender=CLIENT)
    assert project.run("poll", "--json").json["new"] == 1
    (routing,) = smtp_server.letters_to("jan@ront.nl")
    mailhost.deliver(answer(read(routing.content, "jan@ront.nl"), "Jan de Vries <jan@ront.nl>", "Ik pak het op"))
    assert project.run("poll", "--json").json["commands"] == 1
    (complaint,) = project.run("list", "--json").json
    assert complaint["handler"] == "jan@ront.nl"
    assert len(mailhost.folder()) == 0
    assert len(mailhost.folder(f"{mailhost.prefix}Verwerkt")) == 2
    assert len(mailhost.folder(f"{mailhost.prefix}Sent")) == len(smtp_server.letters)
    assert project.run("verify").code == 0


def test_the_daemon_sees_a_complaint_as_it_comes_and_says_in_its_log_what_it_sent(project, mailhost, smtp_server):
    project.write(schedule={"poll_seconds": 3600})
    with project.daemon() as daemon:
        mailhost.deliver(mail("De cursus was slecht.", sender=f"Sanne <{CLIENT}>"), sender=CLIENT)
        smtp_server.wait_for(3)
    assert len(smtp_server.letters_to(CLIENT)) == 1
    assert "polled: 1 fetched (1 new)\n" in daemon.log()
    assert "sent: 3 letters, 0 refused, 0 waiting\n" in daemon.log()
