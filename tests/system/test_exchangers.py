"""A firm's real road: the world → Postfix or Exim → LMTP → Dovecot → klachtmail → Postfix or Exim → the world, and back.

What comes back is what these programs write, and not of our own making: Postfix's and Exim's bounces, Exim's autoreply, and
behind Postfix the vacation of Dovecot's Sieve.
"""

import contextlib
import smtplib

import pytest

from tests.letters_read import answer, read
from tests.servers.certificates import make_certificates
from tests.servers.dovecot import Dovecot
from tests.servers.exchangers import Exim, Postfix
from tests.servers.opendkim import OpenDkim
from tests.servers.ports import HeldPort
from tests.servers.rspamd import Rspamd
from tests.servers.smtp_server import SmtpServer
from tests.system.conftest import PASSWORD, USER, Project, firm
from tests.world import mail

CLIENT, UNKNOWN, AWAY = "sanne@example.nl", "weg@example.nl", "kees@afwezig.nl"
VACATION = """
require ["vacation", "envelope"];
if envelope :domain "to" "afwezig.nl" { vacation :days 1 "Ik ben met vakantie en lees uw bericht over twee weken."; }
"""


@contextlib.contextmanager
def laid(kind, tmp_path, **settings):
    """Yield a firm on these servers, a function that sends it mail from outside, what arrives outside, and the mailboxes."""
    milter = settings.pop("milter", None)
    folder = tmp_path / "certificates"
    folder.mkdir()
    certificates = make_certificates(folder)
    with (
        HeldPort() as mx,
        SmtpServer() as outside,
        Dovecot.required(certificates=certificates, vouching=True, away=(VACATION, mx.number)) as mailboxes,
        kind(mailboxes, outside, certificates, mx, milter) as exchanger,
    ):
        login = {"security": "starttls", "username": USER, "password": PASSWORD, "ca_file": str(certificates.authority)}
        project = Project(
            tmp_path,
            firm(
                imap={"host": "localhost", "port": mailboxes.imap_port, **login},
                smtp={"host": "localhost", "port": exchanger.port, **login},
                partners=[{"name": "Jan", "address": "jan@example.org", "alias": "jan"}],
                employees=[],
                **settings,
            ),
        )

        def write(raw: bytes, sender: str) -> None:
            with smtplib.SMTP(exchanger.host, exchanger.mx_port, timeout=20) as client:
                client.sendmail(sender, [USER], raw)

        yield project, write, outside, mailboxes


@pytest.fixture(params=[Postfix, Exim], ids=["postfix", "exim"])
def road(request, tmp_path):
    with laid(request.param, tmp_path) as found:
        yield found


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


def test_the_answer_of_a_vacation_is_noted_and_no_complaint(road):
    """RFC 3834: what answers by itself does not answer our acknowledgement, which says that it did so too."""
    project, write, _, mailboxes = road
    write(mail("De cursus was slecht.", sender=f"Kees <{AWAY}>"), AWAY)
    assert poll(project, mailboxes, 1)["new"] == 1
    (complaint,) = project.run("list", "--json").json
    for line in ("antwoord: Wij bellen u morgen.", "verstuur"):
        done = project.run("do", complaint["number"], line, "--as", "jan@example.org")
        assert done.code == 0, done.stdout + done.stderr
    assert project.run("poll").code == 0  # what was written is sent
    assert project.run("outbox", "--json").json == []
    said = poll(project, mailboxes, 1)
    assert (said["fetched"], said["automatic"], said["new"]) == (1, 1, 0), said
    assert len(project.run("list", "--json").json) == 1


@pytest.mark.parametrize("filter_", [OpenDkim, Rspamd])
@pytest.mark.parametrize("is_signed", [True, False])
def test_behind_postfix_and_a_filter_a_partner_is_who_his_domain_signs_for(tmp_path, is_signed, filter_):
    """The word of the firm's own server is in the Authentication-Results that the filter writes."""
    security = {"authentication": "rfc8601", "trusted_authserv_id": "mail.ront.nl"}
    with (
        filter_("example.org") as dkim,
        laid(Postfix, tmp_path, milter=dkim.port, security=security) as (project, write, outside, mailboxes),
    ):
        write(mail("De cursus was slecht.", sender=f"Sanne <{CLIENT}>"), CLIENT)
        assert poll(project, mailboxes, 1)["new"] == 1
        outside.wait_for(2)
        (routing,) = outside.letters_to("jan@example.org")
        reply = answer(read(routing.content, "jan@example.org"), "Jan <jan@example.org>", "Ik pak het op")
        write(dkim.signed(reply) if is_signed else reply, "jan@example.org")
        assert poll(project, mailboxes, 1)["fetched"] == 1
        (complaint,) = project.run("list", "--json").json
        assert complaint["handler"] == ("jan@example.org" if is_signed else None)
