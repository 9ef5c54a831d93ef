"""The main job, on real servers: from a client's mail to a handler and the agenda."""

from pathlib import Path

from tests.letters_read import answer, press, read

COMPLAINT = b"""From: Sanne de Boer <sanne@example.nl>\r
To: klachten@ront.nl\r
Subject: Training vastgoedrekenen\r
Message-ID: <eerste@example.nl>\r
Date: Mon, 23 Nov 2026 09:12:00 +0100\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary="x"\r
\r
--x\r
Content-Type: text/plain; charset=utf-8\r
Content-Transfer-Encoding: 8bit\r
\r
Goedemorgen,\r
\r
De trainer was een uur te laat en het lesmateriaal ontbrak. Ik ben hier niet\r
tevreden over. U kunt mij bellen op 06-12345678.\r
\r
Sanne de Boer\r
\r
--x\r
Content-Type: application/pdf; name="programma.pdf"\r
Content-Disposition: attachment; filename="programma.pdf"\r
Content-Transfer-Encoding: base64\r
\r
JVBERi0xLjQK\r
--x--\r
"""


def letters(smtp_server):
    return [read(x.content, x.recipients[0]) for x in smtp_server.letters]


def to(smtp_server, address):
    return [x for x in letters(smtp_server) if x.to == address]


def test_a_mail_becomes_a_complaint_with_a_handler_and_stands_on_the_agenda(project, mailhost, smtp_server):
    mailhost.deliver(COMPLAINT)
    first = project.run("poll", "--json")
    assert first.code == 0, first.stderr
    assert first.json["fetched"] == first.json["new"] == 1
    assert (first.json["sent"], first.json["queued"]) == (3, 0)

    acknowledgement = to(smtp_server, "sanne@example.nl")[0]
    assert acknowledgement.subject.endswith(f"[{first_number(project)}]")
    listed = project.run("list", "--json").json
    assert [c["number"] for c in listed] == [first_number(project)]
    complaint = listed[0]
    assert complaint["status"] == "new"
    assert complaint["complainant"]["address"] == "sanne@example.nl"
    assert complaint["acknowledged_at"] is not None
    assert acknowledgement.message["Auto-Submitted"] == "auto-replied"
    assert "Sanne de Boer" in acknowledgement.text
    assert "<eerste@example.nl>" in acknowledgement.message["References"]
    assert acknowledgement.message["In-Reply-To"] == "<eerste@example.nl>"

    routing = to(smtp_server, "jan@ront.nl")[0]
    assert "sanne@example.nl" not in str(routing.message["To"]) + str(routing.message["Cc"]) + str(
        routing.message["Reply-To"]
    )
    assert "De trainer was een uur te laat" in routing.text
    assert [part.get_filename() for part in routing.message.iter_attachments()] == ["programma.pdf"]
    assert any("pak het op" in label for label in routing.buttons)

    mailhost.deliver(answer(routing, "Jan de Vries <jan@ront.nl>", "Ik pak het op\n\nGroet, Jan"))
    second = project.run("poll", "--json")
    assert second.code == 0, second.stderr
    assert second.json["commands"] == 1
    shown = project.run("show", complaint["number"], "--json").json
    assert (shown["status"], shown["handler"]) == ("assigned", "jan@ront.nl")
    assert "nu de behandelaar" in to(smtp_server, "jan@ront.nl")[-1].text
    assert "Jan" in to(smtp_server, "els@ront.nl")[-1].text
    assert len(to(smtp_server, "els@ront.nl")) == 2

    digest = project.run("digest", "--send")
    assert digest.code == 0, digest.stderr
    agenda = to(smtp_server, "els@ront.nl")[-1]
    assert complaint["number"] in agenda.text
    assert "Jan de Vries" in agenda.text


def first_number(project):
    return project.run("list", "--json").json[0]["number"]


def test_a_button_gives_the_complaint_to_who_presses_it(project, mailhost, smtp_server):
    mailhost.deliver(COMPLAINT)
    assert project.run("poll").code == 0
    routing = to(smtp_server, "els@ront.nl")[0]
    label = next(label for label in routing.buttons if "pak het op" in label)
    mailhost.deliver(press(routing, label, "els@ront.nl"))
    done = project.run("poll", "--json")
    assert done.json["commands"] == 1, done.stderr
    assert project.run("list", "--json").json[0]["handler"] == "els@ront.nl"


def test_a_stranger_with_the_number_changes_nothing(project, mailhost, smtp_server):
    mailhost.deliver(COMPLAINT)
    assert project.run("poll").code == 0
    routing = to(smtp_server, "jan@ront.nl")[0]
    mailhost.deliver(answer(routing, "Boef <boef@example.org>", "geen klacht: anders, onzin"))
    assert project.run("poll", "--json").json["commands"] == 1
    assert project.run("list", "--json").json[0]["status"] == "new"
    assert not to(smtp_server, "boef@example.org")
    assert "boef@example.org" in to(smtp_server, "jan@ront.nl")[-1].text


def test_a_second_poll_does_nothing(project, mailhost, smtp_server):
    mailhost.deliver(COMPLAINT)
    assert project.run("poll", "--json").json["fetched"] == 1
    again = project.run("poll", "--json").json
    assert (again["fetched"], again["sent"]) == (0, 0)
    assert mailhost.folder() == []
    assert len(mailhost.folder("Verwerkt")) == 1
    assert Path(project.data / "register.json").stat().st_mode & 0o777 == 0o600
