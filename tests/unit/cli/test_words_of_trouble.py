"""What `check` and the exit say of trouble: whole sentences, the cure apart, 'nothing is lost' once."""

import pytest

from klachtmail.cli.errors import explain, sending_stopped
from klachtmail.cli.examine import _trouble
from klachtmail.mailbox.port import MailboxError

TLS = (
    "The sending server mail.example:465 does not speak TLS 1.2 or newer there: check smtp.port and smtp.security "
    "([SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1006))."
)


def test_a_tls_error_is_shown_whole():
    found = _trouble("SMTP login", TLS)
    assert found.text == "The sending server mail.example:465 does not speak TLS 1.2 or newer there"
    assert found.cure.startswith("check smtp.port and smtp.security ([SSL: WRONG_VERSION_NUMBER] wrong version")
    assert found.cure.endswith("(_ssl.c:1006))")


def test_a_colon_in_the_servers_words_is_no_cure():
    found = _trouble("IMAP login", "The mail server mail.example:143 refuses a command (NO [X] a: b): check it.")
    assert (found.text, found.cure) == ("The mail server mail.example:143 refuses a command (NO [X] a: b)", "check it")


@pytest.mark.parametrize(
    "said",
    [
        explain(MailboxError("It broke off: it is tried again by itself; nothing is lost."))[0],
        explain(MailboxError("It refuses connections: check imap.host."))[0],
        str(sending_stopped("550 5.7.1 no")),
        str(sending_stopped("It broke off; nothing is lost.")),
    ],
)
def test_that_nothing_is_lost_is_said_once(said):
    assert said.lower().count("nothing is lost") == 1
