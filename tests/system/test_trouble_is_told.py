"""Trouble that nobody would hear of: the installed program against Dovecot and a real SMTP server."""

import datetime as dt
import email
import email.policy
import shutil
import subprocess

import pytest

from tests.letters_read import read
from tests.servers.dovecot import Dovecot
from tests.system.conftest import SECONDS, project_on, with_clock_at
from tests.unit.service.test_undelivered import report
from tests.world import mail

PARTNERS = {"jan@ront.nl", "els@ront.nl"}
CLIENT = "sanne@example.nl"


@pytest.fixture
def project(tmp_path, dovecot, smtp_server):
    return project_on(tmp_path, dovecot, smtp_server)


def letters(smtp_server, to):
    return [read(each.content, to) for each in smtp_server.letters_to(to)]


def outbox(project):
    return project.run("outbox", "--json").json


def test_a_member_whose_address_is_refused_is_told_to_the_other_partner(project, dovecot, smtp_server):
    smtp_server.refuse("jan@ront.nl")
    dovecot.deliver(mail("De trainer kwam niet."))
    assert project.run("poll").code == 0
    assert project.run("poll").code == 0
    told = [each for each in letters(smtp_server, "els@ront.nl") if "kreeg onze mail niet" in each.subject]
    assert len(told) == 1
    assert "Jan de Vries" in told[0].subject
    assert "klager heeft deze brief" not in told[0].text
    assert project.run("status").code == 1, "somebody has to look"


def test_a_report_that_a_member_did_not_get_our_mail_is_told_to_the_other_partner(project, dovecot, smtp_server):
    dovecot.deliver(mail("De trainer kwam niet."))
    assert project.run("poll").code == 0
    dovecot.deliver(report(letters(smtp_server, "jan@ront.nl")[-1], "jan@ront.nl"), sender="")
    assert project.run("poll", "--json").json["bounces"] == 1
    (told,) = [each for each in letters(smtp_server, "els@ront.nl") if "kreeg onze mail niet" in each.subject]
    assert not {"Gebeld", "Geen gehoor"} & set(told.buttons)
    assert [(each["to"], each["state"]) for each in outbox(project)] == [("jan@ront.nl", "failed")]


@pytest.mark.parametrize(
    "said",
    [
        "554 5.7.1 Recipient address rejected: Access denied",
        "550 relay not permitted",
        "550 Invalid recipient",
        "554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org",
        "451 4.3.0 Temporary lookup failure",
    ],
)
def test_a_server_that_refuses_everybody_pauses_the_outbox_and_is_told(project, dovecot, smtp_server, said):
    smtp_server.answer("rcpt", said)
    dovecot.deliver(mail("De trainer kwam niet."))
    for _ in range(3):
        polled = project.run("poll")
        assert polled.code == 3
        assert "Nothing is lost." in polled.stderr
    status = project.run("status", "--json")
    assert status.code == 1
    assert status.json["status"] == "critical"
    assert status.json["failed"] == 0
    smtp_server.heal()
    assert project.run("poll").code == 0
    assert {*PARTNERS, CLIENT} <= {to for each in smtp_server.letters for to in each.recipients}
    assert letters(smtp_server, "beheer@ront.nl")
    assert project.run("status", "--json").json["status"] == "ok"


def test_a_server_that_relays_for_nobody_is_told_to_the_administrator_and_members_hear_all(
    project, dovecot, smtp_server
):
    clients = [f"klant{n}@firma{n}.example" for n in range(3)]
    for client in clients:
        for address in (client, f"postmaster@{client.partition('@')[2]}"):
            smtp_server.refuse(address, "550 relay not permitted")
    for client in clients:
        dovecot.deliver(mail("De trainer kwam niet.", sender=client))
    for _ in range(4):
        assert project.run("poll").code == 3
    assert len(letters(smtp_server, "jan@ront.nl")) == 3
    assert len(letters(smtp_server, "beheer@ront.nl")) == 1, "once, by the way that still works"
    assert {each["state"] for each in outbox(project)} == {"waiting"}
    assert {each["attempts"] for each in outbox(project)} == {0}
    smtp_server.heal()
    assert project.run("poll").code == 0
    assert all(letters(smtp_server, client) for client in clients)


def test_a_full_mailbox_is_told_by_smtp_once_and_its_copies_are_made_up_for(tmp_path, smtp_server):
    with Dovecot.required(quota=300) as dovecot:
        project = project_on(tmp_path, dovecot, smtp_server)
        dovecot.deliver(mail("De trainer kwam niet."))
        ballast = b"Subject: groot\r\n\r\n" + (b"y" * 70 + b"\r\n") * 500
        for _ in range(7):
            dovecot.append(ballast, "Junk")
        project.write(imap={"folders": {"junk": "Leeg"}})  # what fills it is not our mail
        fill(dovecot)
        for _ in range(4):
            assert project.run("poll").code == 3
        status = project.run("status", "--json")
        assert status.json["status"] == "critical"
        assert "full" in " ".join(status.json["why"])
        assert [len(letters(smtp_server, to)) for to in ("beheer@ront.nl", CLIENT)] == [1, 1]
        checked = project.run("check", "--json").json["checks"]
        assert any(each["state"] == "failed" and "full" in each["text"] for each in checked)
        dovecot.remove_folder("Junk")
        assert project.run("poll").code == 0
        names = {
            str(email.message_from_bytes(raw, policy=email.policy.default)["Message-ID"])
            for raw in dovecot.folder("Sent")
        }
        assert {each.message["Message-ID"] for each in letters(smtp_server, CLIENT)} <= names
        assert len(names) == len(smtp_server.letters)


def fill(dovecot):
    """Take what room is left, in ever smaller pieces."""
    for size in (20_000, 5_000, 1_000, 300):
        with dovecot.imap() as client:
            while client.append("Junk", "", None, b"Subject: x\r\n\r\n" + b"z" * size)[0] == "OK":
                pass


def test_an_inbox_that_can_only_be_read_is_read_and_told(tmp_path, smtp_server):
    with Dovecot.required(rights=True) as dovecot:
        project = project_on(tmp_path, dovecot, smtp_server)
        dovecot.deliver(mail("De trainer kwam niet."))
        dovecot.allow("lr")
        for _ in range(4):
            polled = project.run("poll")
            assert polled.code == 3
            assert "can only be read" in polled.stderr
        assert [each["complainant"]["address"] for each in project.run("list", "--json").json] == [CLIENT]
        assert project.run("status", "--json").json["status"] == "critical"
        assert [len(letters(smtp_server, to)) for to in ("beheer@ront.nl", CLIENT)] == [1, 1]
        checked = project.run("check", "--json").json["checks"]
        assert any(each["state"] == "failed" and "INBOX can only be read" in each["text"] for each in checked)
        dovecot.allow("lrwstipekxa")
        assert project.run("poll").code == 0
        assert dovecot.folder("INBOX") == []
        assert len(dovecot.folder("Verwerkt")) == 1


def test_a_clock_that_was_set_back_is_told_by_status_until_a_round_has_gone(project):
    ahead = dt.datetime.now(dt.UTC) + dt.timedelta(days=400)
    early = subprocess.run([*with_clock_at(ahead), *project.command("poll")], timeout=SECONDS, check=False)
    assert early.returncode == 0
    found = project.run("status", "--json")
    assert (found.code, found.json["status"]) == (1, "warning")
    assert any("the clock was set back" in reason for reason in found.json["why"])
    assert project.run("poll").code == 0
    assert project.run("status").code == 0


def test_an_empty_register_on_a_mailbox_that_was_worked_in_is_told_once(project, dovecot, smtp_server):
    """Another data folder, or one that was emptied: numbers would be given twice, and nobody would know."""
    dovecot.deliver(mail("De trainer kwam niet."))
    assert project.run("poll").code == 0
    assert "there was one before" not in project.run("check").stdout
    assert not smtp_server.letters_to("beheer@ront.nl")
    shutil.rmtree(project.folder / "data")
    shown = " ".join(project.run("check").stdout.split())
    assert "it is empty, and Verwerkt holds 1 message: there was one before" in shown
    for _ in range(2):
        assert project.run("poll").code == 0
    (told,) = letters(smtp_server, "beheer@ront.nl")
    assert told.subject == "Het register is leeg, en de mailbox niet"
    assert "Zet de dienst stil en zet de back-up terug." in told.text


def test_a_new_mailbox_is_no_reason_to_tell_anybody(project, dovecot, smtp_server):
    assert project.run("poll").code == 0
    dovecot.deliver(mail("De trainer kwam niet."))
    for _ in range(2):
        assert project.run("poll").code == 0
    assert not smtp_server.letters_to("beheer@ront.nl")


def test_the_daemon_tells_of_an_empty_register_too(project, dovecot, smtp_server):
    dovecot.deliver(mail("De trainer kwam niet."))
    assert project.run("poll").code == 0
    shutil.rmtree(project.folder / "data")
    before = len(smtp_server.letters)
    with project.daemon():
        smtp_server.wait_for(before + 1)
    (told,) = letters(smtp_server, "beheer@ront.nl")
    assert told.subject == "Het register is leeg, en de mailbox niet"
