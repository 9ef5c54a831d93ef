"""Host names as administrators write them: each works everywhere in the same way, or gets one sentence (see bad/)."""

import pytest

from klachtmail.config import load
from klachtmail.config.rules import host, token_url
from klachtmail.domain.firm.servers import at, is_loopback
from klachtmail.mailbox.port import MailboxError
from klachtmail.mailbox.session import Account
from klachtmail.smtp.session import Relay, UnavailableError, open_session

CONFIG = """\
organisation: {{name: RONT, address: klachten@ront.nl, domains: [ront.nl]}}
imap: {{host: '{host}', username: klachten@ront.nl, password: secret}}
smtp: {{host: '{host}'}}
partners:
  - {{name: Jan de Vries, address: jan@ront.nl, alias: jan}}
administrator: beheer@ront.nl
"""
HOME = ["localhost", "LOCALHOST", "localhost.", "127.0.0.1", "127.8.0.1", "::1", "[::1]", " ::1 ", "::ffff:127.0.0.1"]
ELSEWHERE = ["imap.example.nl", "localhost.example.nl", "localhost.evil", "10.0.0.1", "::", "fe80::1", "", "."]


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("imap.example.nl.", "imap.example.nl"),  # no certificate is for a name with a final dot
        (" imap.example.nl ", "imap.example.nl"),
        ("imap.example.nl\u00a0", "imap.example.nl"),
        ("\u200bimap.example.nl", "imap.example.nl"),
        ("[::1]", "::1"),
        ("[2001:db8::1]", "2001:db8::1"),
        ("xn--mnchen-3ya.de", "xn--mnchen-3ya.de"),
        ("mail_server", "mail_server"),  # what containers call each other
        ("mail", "mail"),
        ("fe80::1%eth0", "fe80::1%eth0"),
    ],
)
def test_a_host_works_however_it_is_written(tmp_path, written, used):
    path = tmp_path / "config.yaml"
    path.write_text(CONFIG.format(host=written), "utf-8")
    config = load(path, {})
    assert (config.imap.host, config.smtp.host) == (used, used)


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("imap.x.nl:993", "write imap.x.nl here, and the port as 'port: 993'."),
        ("imap.x.nl 993", "write imap.x.nl here, and the port as 'port: 993'."),
        ("imap.x.nl:imaps", "write imap.x.nl here."),
        ("imaps://imap.x.nl", "write imap.x.nl here."),
        ("ssl://imap.x.nl:993/", "write imap.x.nl here, and the port as 'port: 993'."),
        ("<imap.x.nl>", "write imap.x.nl here."),
        ('"imap.x.nl"', "write imap.x.nl here."),
        ("imap.x.nl;", "write imap.x.nl here."),
        ("imap。x。nl", "write imap.x.nl here."),
        ("imap,x,nl", "write imap.example.nl, without '://', port or spaces."),
        ("a..b", "write imap.example.nl, without '://', port or spaces."),
        ("2130706433", "write imap.example.nl, without '://', port or spaces."),
        ("", "write imap.example.nl, without '://', port or spaces."),
        ("[", "write imap.example.nl, without '://', port or spaces."),
        ("://", "write imap.example.nl, without '://', port or spaces."),
        ("ü" * 300, "write imap.example.nl, without '://', port or spaces."),
    ],
)
def test_what_is_no_bare_host_name_gets_one_sentence_with_what_to_write(written, advice):
    assert host(written).endswith(advice)


@pytest.mark.parametrize("name", HOME)
def test_this_machine_is_this_machine_for_everybody_who_asks(name):
    assert is_loopback(name)
    Account(name, 143, "none", "jan", lambda: "secret").refuse_plain()
    Relay(name, 25, "none", "jan", lambda: "secret").refuse_plain()


@pytest.mark.parametrize("name", ELSEWHERE)
def test_another_machine_gets_no_password_in_plain_text(name):
    assert not is_loopback(name)
    with pytest.raises(MailboxError, match="unencrypted"):
        Account(name, 143, "none", "jan", lambda: "secret").refuse_plain()
    with pytest.raises(UnavailableError, match="unencrypted"):
        open_session(Relay(name, 25, "none", "jan", lambda: "secret"))


@pytest.mark.parametrize("name", ELSEWHERE)
def test_who_writes_that_plain_text_is_allowed_there_gets_it(name):
    Account(name, 143, "none", "jan", lambda: "secret", allow_plain=True).refuse_plain()
    Relay(name, 25, "none", "jan", lambda: "secret", allow_plain=True).refuse_plain()


@pytest.mark.parametrize(
    "endpoint",
    ["http://127.0.0.1:1/token", "http://[::1]:1/token", "HTTP://LOCALHOST/token", "https://x.example/token"],
)
def test_a_token_endpoint_may_be_on_this_machine(endpoint):
    assert token_url(endpoint) is None


@pytest.mark.parametrize(
    "endpoint", ["http://localhost:1@evil.example/token", "http://[::1/token", "http://x.example", ""]
)
def test_a_client_secret_goes_nowhere_else_in_plain_text(endpoint):
    assert "must begin with https://" in token_url(endpoint)


def test_a_server_is_shown_with_its_port_so_that_they_can_be_told_apart():
    assert [at("imap.example.nl", 993), at("::1", 993)] == ["imap.example.nl:993", "[::1]:993"]
