"""Mail that other programs make, through the installed program on Dovecot: read whole, each complaint on record."""

import pytest

from tests.letters_read import read
from tests.servers.smtp_server import SmtpServer
from tests.system.conftest import PASSWORD, USER, project_on
from tests.unit.parse.test_enclosed_mails import as_files, outlook
from tests.unit.parse.test_stubs import COMPLAINT, MAIL, STUBS
from tests.unit.test_mail_in_mail import AN, KEES, LOT, TEXTS, holding
from tests.world import mail


@pytest.fixture
def project(tmp_path, dovecot, smtp_server):
    return project_on(tmp_path, dovecot, smtp_server)


def poll(project):
    ended = project.run("poll", "--json")
    assert ended.code == 0, ended.stderr
    return ended.json


@pytest.mark.parametrize("sender", ["jan@ront.nl", "forms@ront.nl"], ids=["by a member", "by an intake source"])
def test_each_complaint_in_one_mail_is_on_record(project, dovecot, smtp_server, sender):
    project.write(intake={"sources": ["forms@ront.nl"]})
    dovecot.deliver(holding(KEES, LOT, AN, sender=sender))
    assert poll(project)["fetched"] == 1
    assert poll(project)["fetched"] == 0, "it was filed"
    numbers = sorted(each["number"] for each in project.run("list", "--json").json)
    for number, word in zip(numbers, TEXTS.values(), strict=True):
        shown = project.run("show", number, "--json").json
        assert shown["text"].startswith(word)
        assert shown["confirmed"] == (sender != "jan@ront.nl")
        assert [word in text for text in texts(smtp_server, "els@ront.nl")].count(True) == 1
    assert project.run("verify").code == 0


def test_a_file_of_outlook_that_cannot_be_read_is_said_so(project, dovecot, smtp_server):
    files = as_files(("klacht.msg", outlook(1)[:700]))
    dovecot.deliver(
        b"From: Kees <kees@een.example>\r\nTo: klachten@ront.nl\r\nSubject: Klacht\r\nMessage-ID: <m@een.example>\r\n"
        + files
    )
    assert poll(project)["new"] == 1
    assert any("klacht.msg kon niet worden gelezen" in text for text in texts(smtp_server, "els@ront.nl"))


@pytest.mark.parametrize("stub", ["a picture", "a telephone", "255 characters", "a long disclaimer"])
def test_the_richer_part_of_a_complaint_is_read(project, dovecot, stub):
    head = "From: Sanne <sanne@example.nl>\nTo: klachten@ront.nl\nMessage-ID: <s@example.nl>\n"
    dovecot.deliver((head + MAIL.format(STUBS[stub], f"<p>{COMPLAINT}</p>")).encode())
    assert poll(project)["new"] == 1
    assert COMPLAINT in project.run("show", project.run("list", "--json").json[0]["number"], "--json").json["text"]


def test_the_richer_part_of_a_command_and_of_a_further_mail_is_read(project, dovecot, smtp_server):
    dovecot.deliver(mail("De zaal was koud.", message_id="eerste@example.nl"))
    poll(project)
    routed = read(smtp_server.letters_to("jan@ront.nl")[0].content, "jan@ront.nl")
    thread = f"In-Reply-To: {routed.message['Message-ID']}\nFrom: jan@ront.nl\nTo: klachten@ront.nl\nMessage-ID: <j@ront.nl>\n"
    dovecot.deliver((thread + MAIL.format("[image: logo]", "<p>ik pak het op</p>")).encode())
    further = (
        "In-Reply-To: <eerste@example.nl>\nFrom: sanne@example.nl\nTo: klachten@ront.nl\nMessage-ID: <v@example.nl>\n"
    )
    dovecot.deliver((further + MAIL.format("Verzonden vanaf mijn iPhone", "<p>En de koffie was op.</p>")).encode())
    assert poll(project)["commands"] == 1
    shown = project.run("list", "--json").json[0]
    assert shown["handler"] == "jan@ront.nl"
    assert any("En de koffie was op." in text for text in texts(smtp_server, "jan@ront.nl"))


def texts(server, to):
    return [read(letter.content, to).text for letter in server.letters_to(to)]


UMLAUT = "From: =?utf-8?q?J=C3=BCrgen?= <jürgen@client.example>\r\nTo: klachten@ront.nl\r\nSubject: Klacht\r\nMessage-ID: <u@client.example>\r\n\r\nHet ging mis.\r\n"


@pytest.mark.parametrize("is_offered", [True, False], ids=["with SMTPUTF8", "without SMTPUTF8"])
def test_an_address_with_an_umlaut_is_shown_and_written_to_where_the_server_can(tmp_path, dovecot, is_offered):
    with SmtpServer(login=(USER, PASSWORD), smtputf8=is_offered) as server:
        project = project_on(tmp_path, dovecot, server)
        with dovecot.imap() as imap:
            imap.append("INBOX", None, None, UMLAUT.encode())
        assert poll(project)["new"] == 1
        number = project.run("list", "--json").json[0]["number"]
        assert project.run("show", number, "--json").json["complainant"]["address"] == "jürgen@client.example"
        written = server.letters_to("jürgen@client.example")
        assert len(written) == is_offered
        if not is_offered:
            poll(project)
            assert any("jürgen@client.example" in text for text in texts(server, "els@ront.nl"))
