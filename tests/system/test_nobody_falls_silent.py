"""The installed program on Dovecot: our own address, our own letters as commands, and a marked copy that comes first."""

import pytest

from tests.letters_read import answer, read
from tests.reply_formats import answered
from tests.world import mail

JAN, ELS, OURS = "jan@ront.nl", "els@ront.nl", "klachten@ront.nl"
FORWARDED = f"""Zie onder.

Van: RONT Klachten <{OURS}>
Verzonden: maandag 16 november 2026 10:12
Aan: Lot <lot@klant.example>
Onderwerp: Uw bericht

Tekst.
"""


@pytest.fixture
def mailhost(dovecot):
    """Return Dovecot alone: what is tried here does not depend on the server."""
    return dovecot


def to(smtp_server, address):
    return [read(x.content, address) for x in smtp_server.letters if address in x.recipients]


def begun(project, mailhost):
    mailhost.deliver(mail("De trainer was te laat."))
    assert project.run("poll").code == 0


def only(project):
    (complaint,) = project.run("list", "--all", "--json").json
    return complaint


def test_a_forward_of_our_letter_leaves_the_members_commands_alive(project, mailhost, smtp_server):
    begun(project, mailhost)
    mailhost.deliver(mail(FORWARDED, sender=JAN, subject="FW: Uw bericht"))
    assert project.run("poll", "--json").json["fetched"] == 1
    assert only(project)["complainant"]["address"] == "sanne@example.nl"
    mailhost.deliver(answer(to(smtp_server, ELS)[0], ELS, "ik pak het op"))
    project.run("poll")
    assert only(project)["handler"] == ELS


@pytest.mark.parametrize("program", ["Outlook de", "Outlook fr", "Tuta", "GroupWise", "no heading", "HTML unmarked"])
def test_an_empty_answer_does_nothing_again(project, mailhost, smtp_server, program):
    begun(project, mailhost)
    mailhost.deliver(answer(to(smtp_server, JAN)[0], JAN, "ik\ngeen gehoor"))
    project.run("poll")
    transcript = to(smtp_server, JAN)[-1]
    assert "✓ geen gehoor" in transcript.text
    before = only(project)
    mailhost.deliver(answered(transcript, JAN, "", program))
    assert project.run("poll", "--json").json["commands"] == 1
    after = only(project)
    assert [h["event"] for h in after["history"]] == [h["event"] for h in before["history"]]
    assert after["contacted_at"] is None
    mailhost.deliver(answered(transcript, JAN, "ingrijpend", program, "inside"))
    project.run("poll")
    assert only(project)["serious"] is True


def test_a_copy_through_a_list_does_not_make_the_mail_a_duplicate(project, mailhost, smtp_server):
    plain = mail("De trainer was te laat.", message_id="een@example.nl", Date="Mon, 23 Nov 2026 08:00:00 +0100")
    mailhost.deliver(b"List-Id: <iedereen.ront.nl>\r\n" + plain)
    assert project.run("poll", "--json").json["automatic"] == 1
    mailhost.deliver(plain)
    assert project.run("poll", "--json").json["new"] == 1
    assert len(to(smtp_server, "sanne@example.nl")) == 1


def test_a_conversation_that_began_elsewhere_is_one_complaint_and_others_in_it_are_offered_to_merge(
    project, mailhost, smtp_server
):
    """In one batch: an answer of ours to the first mail, the first mail, a third of the client, one of his colleague."""
    began = {"References": "<begin@klant.example> <van-jan@ront.nl>"}
    mailhost.deliver(
        mail("Ik bel u.", sender=JAN, to="sanne@example.nl", Cc=OURS, In_Reply_To="<tweede@klant.example>")
    )
    mailhost.deliver(mail("Er gebeurt niets.", message_id="tweede@klant.example", **began))
    mailhost.deliver(mail("En de factuur klopt niet.", subject="Re: factuur", **began))
    mailhost.deliver(mail("Wij ook.", sender="inkoop@klant.example", **began))
    report = project.run("poll", "--json").json
    assert [report[kind] for kind in ("new", "follow_up", "correspondence")] == [2, 1, 1]
    shown = project.run("show", "K2026-0001", "--json").json
    assert [m["kind"] for m in shown["messages"] if m["direction"] == "in"] == [
        "complaint",
        "correspondence",
        "follow_up",
    ]
    offered = [x for x in to(smtp_server, ELS) if "Samenvoegen met K2026-0001" in x.buttons]
    assert ["K2026-0002" in x.subject for x in offered] == [True]
    assert not any("K2026-0001" in x.subject + x.text for x in to(smtp_server, "inkoop@klant.example"))
    assert project.run("verify").code == 0
