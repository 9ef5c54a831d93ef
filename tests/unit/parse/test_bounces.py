"""Delivery failures in the forms that Dutch mail servers send, and mail that only talks about one."""

import datetime as dt

import pytest

from klachtmail.parse import parse

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
TOKEN = "km" + "A" * 24 + "." + "b" * 16
REPORT = """From: MAILER-DAEMON@mx.ront.nl
Subject: {subject}
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b

Uw bericht kon niet worden bezorgd.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.ront.nl

Final-Recipient: rfc822; anna@voorbeeld.nl
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 onbekend

--b
Content-Type: {returned}

From: klachten@ront.nl
Message-ID: <{token}@ront.nl>
Subject: Uw klacht
--b--
"""


def read(text):
    return parse(text.encode(), NOW)


@pytest.mark.parametrize("returned", ["message/rfc822", "text/rfc822-headers"])
def test_a_report_by_the_standard_names_recipient_letter_and_reason(returned):
    bounce = read(REPORT.format(subject="x", action="failed", status="5.1.1", returned=returned, token=TOKEN)).bounce
    assert bounce is not None
    assert (bounce.recipients, bounce.permanent, bounce.reason) == (
        ("anna@voorbeeld.nl",),
        True,
        "5.1.1 smtp; 550 onbekend",
    )
    assert bounce.original_ids == (f"{TOKEN}@ront.nl",)


@pytest.mark.parametrize("action", ["delayed", "relayed", "delivered", "Delayed (wordt nog geprobeerd)"])
def test_a_report_of_delay_or_success_is_not_permanent(action):
    bounce = read(
        REPORT.format(subject="x", action=action, status="4.0.0", returned="text/rfc822-headers", token=TOKEN)
    ).bounce
    assert bounce is not None
    assert not bounce.permanent


@pytest.mark.parametrize(
    ("sender", "subject"),
    [
        (
            "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@ront.nl>",
            "Niet te bezorgen: Uw klacht [K2026-0001]",
        ),
        ("postmaster@ront.nl", "Onbestelbaar: Uw klacht [K2026-0001]"),
        ("Mail Delivery Subsystem <mailer-daemon@googlemail.com>", "Delivery Status Notification (Failure)"),
        ("MAILER-DAEMON@mx.ziggo.nl (Mail Delivery System)", "Undelivered Mail Returned to Sender"),
        ("postmaster@kpnmail.nl", "Undeliverable: Uw klacht"),
        ("Mail Delivery System <Mailer-Daemon@x.nl>", "Mail delivery failed: returning message to sender"),
    ],
)
def test_a_bounce_in_plain_words_is_recognised(sender, subject):
    text = f"Het bericht kon niet worden bezorgd aan anna@voorbeeld.nl: 550 5.1.1 onbekend.\n\nMessage-ID: <{TOKEN}@ront.nl>"
    bounce = read(f"From: {sender}\nSubject: {subject}\n\n{text}").bounce
    assert bounce is not None
    assert bounce.recipients == ("anna@voorbeeld.nl",)
    assert (bounce.permanent, bounce.original_ids) == (True, (f"{TOKEN}@ront.nl",))


@pytest.mark.parametrize(
    ("sender", "path"),
    [
        ("Mailer-Daemon@gw.x.nl", ""),
        ("MDaemon at x.nl <MDaemon@x.nl>", ""),
        ("Postbezorging <mailer-daemon@x.nl>", ""),
        ("postmaster@x.nl", "Return-Path: <>\n"),
    ],
)
@pytest.mark.parametrize(
    "subject",
    ["Message status - undeliverable", "Échec de distribution du mail", "Niet-afleverbare mail", "Permanent Failure"],
)
def test_a_mail_server_that_names_a_status_reports_a_failure_whatever_its_words(sender, path, subject):
    bounce = read(f"{path}From: {sender}\nSubject: {subject}\n\nanna@voorbeeld.nl: 550 5.1.1 unknown").bounce
    assert bounce is not None
    assert (bounce.recipients, bounce.permanent) == (("anna@voorbeeld.nl",), True)


def test_a_mail_server_that_names_no_status_reports_no_failure():
    for text in (
        "Uw bericht aan anna@voorbeeld.nl staat in quarantaine.",
        "De server 5.1.1.2 draait weer.",
        "Remis plus tard: 4.4.1 anna@voorbeeld.nl",
    ):
        assert read(f"Return-Path: <>\nFrom: postmaster@x.nl\nSubject: Bericht vastgehouden\n\n{text}").bounce is None


def test_a_gateway_that_brings_a_fax_reports_no_failure():
    fax = "Return-Path: <>\nFrom: fax-gateway@ront.nl\nSubject: Fax van 0551234567\n\n512 kB, 550 dpi, 0551234567@fax.ront.nl"
    assert read(fax).bounce is None


def test_what_barracuda_blocked_will_not_come():
    text = "Your message to: anna@voorbeeld.nl\nwas blocked by our Spam Firewall. The email has NOT BEEN DELIVERED:\n"
    bounce = read(
        f"From: postmaster@x.nl\nSubject: **Message you sent blocked by our bulk email filter**\n\n{text}"
    ).bounce
    assert bounce is not None
    assert bounce.permanent


def test_a_bare_token_in_the_text_tells_which_letter_it_was():
    bounce = read(f"From: postmaster@x.nl\nSubject: Onbestelbaar: x\n\nanna@x.nl\n{TOKEN}").bounce
    assert bounce is not None
    assert bounce.original_ids == (TOKEN,)


@pytest.mark.parametrize(
    ("sender", "subject"),
    [
        ("anna@voorbeeld.nl", "Klacht: mijn mail was niet te bezorgen"),
        ("anna@voorbeeld.nl", "FW: Onbestelbaar: uw factuur"),
        ("anna@voorbeeld.nl", "Re: Undeliverable: uw factuur"),
        ("postmaster@klant.nl", "Klacht over de cursus"),
    ],
)
def test_a_person_who_writes_about_a_bounce_is_no_bounce(sender, subject):
    assert read(f"From: {sender}\nSubject: {subject}\n\nUw mail kwam terug, en ik ben ontevreden.").bounce is None


def test_a_feedback_report_and_a_read_receipt_are_no_bounce():
    for kind in ("feedback-report", "disposition-notification"):
        message = read(
            f"From: postmaster@x.nl\nSubject: Undeliverable\nContent-Type: multipart/report; report-type={kind}; boundary=b\n\n--b\n\nx"
        )
        assert message.bounce is None
        assert kind in message.header("content-type")


def test_an_out_of_office_with_a_null_return_path_is_no_bounce():
    away = "Return-Path: <>\nFrom: anna@x.nl\nSubject: Automatisch antwoord: {}\nAuto-Submitted: auto-generated\n\n{}"
    text = "Ik ben er niet.\nThe following addresses had permanent fatal errors\n<collega@x.nl>\n"
    assert read(away.format("Undeliverable: uw klacht", text)).bounce is None


@pytest.mark.parametrize(
    "text",
    [
        "Your message to <sanne@example.nl> was relayed: 250 2.0.0 OK in 512 ms",
        "Delivery to <sanne@example.nl> is delayed; last answer 421 4.7.0 try later, after 500 s. It will be retried.",
        "Your quarantine has 512 messages.",
    ],
)
def test_a_number_in_a_notice_is_no_refusal(text):
    message = read(f"From: MAILER-DAEMON@mx.example.nl\nSubject: Notice\n\n{text}")
    assert message.bounce is None or not message.bounce.permanent
