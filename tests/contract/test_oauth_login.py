"""XOAUTH2 for real: Dovecot, and an SMTP server, ask the provider about each token that we log in with."""

import pytest

from klachtmail.mailbox.imap import ImapMailbox
from klachtmail.mailbox.port import MailboxLoginError
from klachtmail.oauth import OAuthError
from klachtmail.oauth.cache import TokenCache
from klachtmail.oauth.microsoft import MicrosoftTokens
from klachtmail.smtp.courier import SmtpCourier
from klachtmail.smtp.port import Paused, Sent
from klachtmail.smtp.session import Relay
from tests.servers.certificates import make_certificates
from tests.servers.oauth_server import CLIENT, SECRET, TENANT, OAuthDovecot, OAuthSmtpServer, Provider, serve

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
