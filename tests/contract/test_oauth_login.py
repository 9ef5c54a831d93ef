"""XOAUTH2 for real: Dovecot asks the provider about each token that we log in with."""

import pytest

from klachtmail.mailbox.imap import ImapMailbox
from klachtmail.mailbox.port import MailboxLoginError
from klachtmail.oauth import OAuthError
from klachtmail.oauth.cache import TokenCache
from klachtmail.oauth.microsoft import MicrosoftTokens
from tests.servers.certificates import make_certificates
from tests.servers.oauth_server import CLIENT, SECRET, TENANT, OAuthDovecot, Provider, serve

FOLDERS = {"inbox": "INBOX", "processed": "Verwerkt", "automatic": "Automatisch", "quarantine": "Quarantaine"}
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
