import pytest

from klachtmail.smtp.answers import RULES, classified
from klachtmail.smtp.port import Paused, Rejected, Retry

# Refusals as servers word them.
PAUSING = [
    ("login", 454, "4.7.0 Temporary authentication failure"),
    ("mail", 530, "5.7.0 Must issue a STARTTLS command first"),
    ("mail", 553, "sorry, that domain isn't in my list of allowed senders"),
    ("rcpt", 530, "5.7.1 Authentication required"),
    ("data", 550, "5.4.5 Daily user sending limit exceeded. For more information on Gmail"),
    ("content", 554, "5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException"),
    ("content", 554, "5.2.252 SendAsDenied; klachten@ront.nl not allowed to send as info@ront.nl"),
    ("content", 550, "5.7.60 SMTP; Client does not have permissions to send as this sender"),
    ("content", 550, "5.1.8 Access denied, bad outbound sender AS(42003)"),
    ("content", 550, "5.7.705 Access denied, tenant has exceeded threshold"),
    ("content", 550, "Message rejected: your account exceeded 500 emails per hour"),
]
REJECTING = [
    ("rcpt", 550, "5.1.1 The email account that you tried to reach does not exist"),
    ("rcpt", 552, "5.2.2 The recipient's inbox is out of storage space, over quota"),
    ("rcpt", 552, "Mailbox full"),
    ("rcpt", 550, "5.7.1 Recipient address rejected: user does not want mail"),
    ("rcpt", 554, "5.7.1 <klant@example.nl>: Relay access denied"),
    ("rcpt", 553, "5.7.1 <klachten@ront.nl>: Sender address rejected: not owned by user info@ront.nl"),
    ("rcpt", 550, "5.7.1 Unable to relay for klant@example.nl"),
    ("content", 554, "5.7.1 Message contains a virus"),
    ("content", 550, "5.7.26 Your email has been blocked"),
    ("content", 552, "5.2.2 The recipient's inbox is out of storage space"),
    ("data", 554, "no valid recipients"),
]
RETRYING = [
    ("rcpt", 450, "4.2.0 Greylisted, see http://postgrey.schweikert.ch/help/example.nl.html"),
    ("rcpt", 452, "4.2.2 The recipient's inbox is out of storage space"),
    ("rcpt", 451, "4.7.1 Please try again later"),
    ("rcpt", 450, "4.7.1 Error: too many messages, please try again later"),
    ("rcpt", 450, "4.2.1 The user you are trying to contact is over a rate limit"),
    ("content", 452, "4.3.1 Insufficient system storage"),
    ("content", 421, "4.3.2 Service not available"),
    ("content", 421, "4.7.0 Too many messages over this connection, closing"),
    ("rcpt", 421, "4.7.0 Try again later, closing connection"),
    ("data", 421, "4.4.5 Daily limit of this recipient; closing"),
    ("data", -1, ""),
]


@pytest.mark.parametrize(("stage", "code", "text"), PAUSING)
def test_trouble_of_the_sender_pauses_everything(stage, code, text):
    assert classified(stage, code, text.encode()) == Paused(f"{code} {text}")


@pytest.mark.parametrize(("stage", "code", "text"), REJECTING)
def test_trouble_of_the_recipient_or_the_content_ends_this_letter(stage, code, text):
    assert classified(stage, code, text) == Rejected(f"{code} {text}", for_content=stage == "content")


@pytest.mark.parametrize(("stage", "code", "text"), RETRYING)
def test_trouble_of_the_moment_is_tried_again(stage, code, text):
    assert classified(stage, code, text) == Retry(f"{code} {text}".strip())


@pytest.mark.parametrize(
    ("stage", "code", "text"),
    [
        ("mail", 552, "5.3.4 Message size exceeds fixed limit"),
        ("content", 552, "5.2.3 Message exceeds local size limit"),
        ("content", 552, "Message size exceeds fixed maximum message size"),
        ("rcpt", 552, "5.3.4 Message size exceeds fixed limit"),
    ],
)
def test_a_letter_that_is_too_large_may_go_without_its_attachments(stage, code, text):
    assert classified(stage, code, text) == Rejected(f"{code} {text}", too_large=True)


def test_a_reason_is_one_short_line_whatever_the_server_said():
    answer = classified("rcpt", 550, b"5.1.1 no\n5.1.1 \xff\r\nno " + b"x" * 1000)
    assert isinstance(answer, Rejected)
    assert "\n" not in answer.reason
    assert len(answer.reason) <= 300


def test_every_stage_has_a_rule_that_takes_whatever_is_left():
    for stage in ("login", "mail", "rcpt", "data", "content"):
        assert any(stage in rule.stages and not rule.pattern for rule in RULES)
