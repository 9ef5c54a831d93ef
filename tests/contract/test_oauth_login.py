"""XOAUTH2 for real: Dovecot, and an SMTP server, ask the provider about each token that we log in with."""

import contextlib
from functools import partial

import pytest

from klachtmail.mailbox.imap import ImapMailbox
from klachtmail.mailbox.port import MailboxError, MailboxLoginError
from klachtmail.oauth import OAuthError
from klachtmail.oauth.cache import TokenCache
from klachtmail.oauth.microsoft import MicrosoftTokens
from klachtmail.smtp.courier import SmtpCourier
from klachtmail.smtp.port import Paused, Sent
from klachtmail.smtp.session import Relay
from tests.servers.certificates import make_certificates
from tests.servers.oauth_server import CLIENT, SECRET, TENANT, OAuthDovecot, OAuthSmtpServer, Provider, serve
from tests.servers.proxy import Proxy

FOLDERS = {"inbox": "INBOX", "processed": "Verwerkt", "automatic": "Automatisch", "quarantine": "Quarantaine"}
LETTER = ("klachten@ront.nl", "klant@example.nl", b"Subject: uw klacht\r\n\r\nDag\r\n")
SCOPE = "https://outlook.office365.com/.default"


@pytest.fixture(scope="module")
def provider():
    return Provider()


@pytest.fixture(scope="module")
def dovecot(provider):
    with (
        serve(provider) as introspection,
        OAuthDovecot.required(provider_url=introspection.url, scope=SCOPE) as dovecot,
    ):
        yield dovecot


@pytest.fixture
def tokens(provider, dovecot, tmp_path):
    provider.granted_scope = None
    certificates = make_certificates(tmp_path)
    with serve(provider, certificates) as server:
        yield MicrosoftTokens(
            TENANT,
            CLIENT,
            TokenCache(tmp_path / "data" / "oauth-microsoft.json"),
            client_secret=SECRET,
            token_endpoint=server.token_endpoint,
            ca_file=server.ca_file,
        )


@pytest.fixture
def mailbox(dovecot, tokens):
    mailbox = ImapMailbox(
        dovecot.host, dovecot.imap_port, "none", dovecot.user, tokens.access_token, FOLDERS, token=True
    )
    yield mailbox
    mailbox.close()


@pytest.fixture
def smtp_server(provider):
    with OAuthSmtpServer(provider) as server:
        yield server


@pytest.fixture
def courier(smtp_server, provider, tokens):
    relay = Relay(smtp_server.host, smtp_server.port, "none", provider.user, tokens.access_token, token=True)
    courier = SmtpCourier(relay)
    yield courier
    courier.close()


def test_a_token_sends_a_letter(courier, smtp_server):
    assert courier.deliver(*LETTER) == Sent()
    assert len(smtp_server.letters) == 1


def test_a_token_that_the_sending_server_refuses_pauses_the_outbox_until_it_is_replaced(
    courier, smtp_server, tokens, provider
):
    tokens.access_token()
    provider.revoke()
    assert isinstance(courier.deliver(*LETTER), Paused)
    tokens.access_token(force_refresh=True)
    assert courier.deliver(*LETTER) == Sent()


ENDED = [
    "530 5.7.57 Client not authenticated to send mail",
    "535 5.7.3 Authentication unsuccessful",
    "451 4.7.0 Token has expired",
    "421 4.7.0 Session invalidated, AccessTokenExpired",
]


@pytest.fixture(params=ENDED, ids=lambda reply: reply[:3])
def strict(request, provider):
    """A sending server that lets no connection outlive its token."""
    with OAuthSmtpServer(provider, SCOPE, ended=request.param) as server:
        yield server


def couriers(server, tokens, provider):
    renewed = partial(tokens.access_token, force_refresh=True)
    relay = Relay(
        server.host, server.port, "none", provider.user, tokens.access_token, token=True, renewed=renewed, timeout=10
    )
    return contextlib.closing(SmtpCourier(relay))


def test_a_token_that_ends_while_letters_are_sent_is_renewed_and_no_letter_waits(strict, tokens, provider):
    with couriers(strict, tokens, provider) as courier:
        assert courier.deliver(*LETTER) == Sent()
        provider.expire()
        assert courier.deliver(*LETTER) == Sent()
        assert courier.deliver(*LETTER) == Sent()
    assert len(strict.letters) == 3
    assert strict.refusals == 2, "in mid-session, and at the login with the token that we believed in"


def test_consent_that_is_revoked_while_letters_are_sent_tells_the_administrator(strict, tokens, provider):
    with couriers(strict, tokens, provider) as courier:
        assert courier.deliver(*LETTER) == Sent()
        provider.expire()
        provider.refuse("invalid_grant", 65001)
        answer = courier.deliver(*LETTER)
        assert isinstance(answer, Paused)
        assert "grant consent in Entra" in answer.reason
        assert courier.deliver(*LETTER) == Sent(), "once it is given again nobody has to restart anything"
    assert len(strict.letters) == 2


def test_a_token_with_the_wrong_scope_is_refused_by_the_sending_server(strict, tokens, provider):
    provider.granted_scope = "https://graph.microsoft.com/.default"
    with couriers(strict, tokens, provider) as courier:
        answer = courier.deliver(*LETTER)
        assert isinstance(answer, Paused)
        assert "smtp.oauth2 and what the provider lets the app do" in answer.reason
    assert not strict.letters


@pytest.fixture
def person(provider, tmp_path):
    """Somebody who signed in once."""
    provider.granted_scope = None
    with serve(provider, make_certificates(tmp_path)) as server:
        yield signed_in(server, tmp_path)


def signed_in(server, folder):
    cache = TokenCache(folder / "data" / "oauth-microsoft.json")
    tokens = MicrosoftTokens(TENANT, CLIENT, cache, token_endpoint=server.token_endpoint, ca_file=server.ca_file)
    tokens.sign_in(lambda _text: None)
    return tokens


@pytest.mark.parametrize("rotate", [True, False], ids=["a_new_refresh_token", "no_new_refresh_token"])
def test_a_person_who_signed_in_once_sends_on_for_as_long_as_the_refresh_tokens_last(rotate, person, provider):
    provider.rotate, begun = rotate, len(provider.requests)
    first = provider.refresh_tokens[-1]
    try:
        with OAuthSmtpServer(provider, ended=ENDED[0]) as server, couriers(server, person, provider) as courier:
            for _ in range(3):
                assert courier.deliver(*LETTER) == Sent()
                provider.expire()
                provider.refresh_tokens[:] = provider.refresh_tokens[-1:]  # of before: worth nothing any more
    finally:
        provider.rotate = False
    used = [form["refresh_token"] for form in provider.requests[begun:] if form["grant_type"] == "refresh_token"]
    assert len(used) == 2
    assert (used[-1] != first) == rotate


def test_consent_of_a_person_that_is_revoked_while_letters_are_sent_asks_to_sign_in(person, provider):
    with OAuthSmtpServer(provider, ended=ENDED[0]) as server, couriers(server, person, provider) as courier:
        assert courier.deliver(*LETTER) == Sent()
        provider.expire()
        provider.refuse("invalid_grant", 50173)
        answer = courier.deliver(*LETTER)
    assert isinstance(answer, Paused)
    assert "klachtmail login" in answer.reason


def test_a_token_that_ended_in_mid_session_is_renewed_by_the_mailbox_itself(dovecot, tokens, provider):
    with Proxy(dovecot.imap_port) as proxy:
        renewed = partial(tokens.access_token, force_refresh=True)
        mailbox = ImapMailbox(
            "127.0.0.1", proxy.port, "none", dovecot.user, tokens.access_token, FOLDERS, token=True, renewed=renewed
        )
        with contextlib.closing(mailbox):
            mailbox.connect()
            provider.expire()
            asked = len(provider.requests)
            proxy.cut_all()  # as Exchange does: BYE Session invalidated - AccessTokenExpired
            with pytest.raises(MailboxError):
                mailbox.waiting("inbox")
            mailbox.connect()
            assert mailbox.folders()["inbox"] == "INBOX"
            assert len(provider.requests) == asked + 1


def test_revoked_consent_reaches_the_administrator_through_the_courier(courier, provider):
    provider.refuse("invalid_grant", 65001)
    answer = courier.deliver(*LETTER)
    assert isinstance(answer, Paused)
    assert "grant consent in Entra" in answer.reason


def test_a_token_logs_in_and_reads_the_mail(mailbox, dovecot):
    dovecot.deliver(b"From: klant@example.nl\r\nSubject: klacht\r\n\r\nIk ben niet tevreden.\r\n")
    mailbox.connect()
    assert len(mailbox.waiting("inbox")) == 1


def test_a_token_that_ended_in_mid_session_is_replaced_after_one_refusal(mailbox, tokens, provider):
    mailbox.connect()
    mailbox.close()
    provider.revoke()
    with pytest.raises(MailboxLoginError):
        mailbox.connect()
    tokens.access_token(force_refresh=True)
    mailbox.connect()
    assert mailbox.folders()["inbox"] == "INBOX"


def test_a_token_with_the_wrong_scope_is_refused_by_the_mail_server(mailbox, provider):
    provider.granted_scope = "https://graph.microsoft.com/.default"
    with pytest.raises(MailboxLoginError):
        mailbox.connect()


def test_a_token_of_somebody_else_is_refused_by_the_mail_server(mailbox, provider, monkeypatch):
    monkeypatch.setattr(provider, "user", "iemand@ront.nl")
    with pytest.raises(MailboxLoginError):
        mailbox.connect()


def test_revoked_consent_reaches_the_administrator_through_the_mailbox(mailbox, provider):
    provider.refuse("invalid_grant", 65001)
    with pytest.raises((OAuthError, MailboxLoginError), match="grant consent in Entra"):
        mailbox.connect()
