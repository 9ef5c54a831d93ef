"""The credential that logs in with OAuth2: what it gives, and how it fails."""

from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from klachtmail.cli import setup, tokens
from klachtmail.mailbox.port import MailboxError, MailboxLoginError
from klachtmail.oauth import OAuthError, OAuthUnreachableError, StaticTokens

LOGIN = SimpleNamespace(oauth2=SimpleNamespace(), username="klachten@ront.nl")


@pytest.fixture
def source_of(monkeypatch, tmp_path):
    """A token source whose provider gives these tokens."""

    def make(given):
        monkeypatch.setattr(tokens, "provide", lambda _settings, _username, _folder: given)
        return tokens.token_source(SimpleNamespace(data_dir=tmp_path), LOGIN)

    return make


class Failing:
    def __init__(self, error):
        self._error = error

    def access_token(self, force_refresh=False):
        raise self._error


def test_a_login_gets_the_token_at_hand_and_another_after_a_refusal(source_of):
    token, renewed = source_of(StaticTokens(["old", "new"]))
    assert [token(), token(), renewed()] == ["old", "old", "new"]


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (OAuthError("Sign in again."), MailboxLoginError("Sign in again.")),
        (OAuthUnreachableError("It is away."), MailboxError("It is away. It is tried again by itself.")),
    ],
)
def test_a_provider_that_fails_is_trouble_with_the_mailbox(source_of, failure, told):
    with pytest.raises(MailboxError) as raised:
        source_of(Failing(failure))[0]()
    assert (type(raised.value), str(raised.value)) == (type(told), str(told))


def test_who_signs_in_while_the_provider_is_away_reads_that_nothing_tries_again(monkeypatch):
    away = SimpleNamespace(sign_in=raising(OAuthUnreachableError("It is away.")))
    monkeypatch.setattr(tokens, "provide", lambda _settings, _username, _folder: away)
    login = SimpleNamespace(oauth2=SimpleNamespace(flow="device_code"), username="klachten@ront.nl")
    config = SimpleNamespace(imap=login, smtp=login, data_dir=None)
    said = CliRunner().invoke(setup.login, obj=SimpleNamespace(configuration=lambda: config)).exception
    assert (str(said), said.code) == ("It is away. Nobody is signed in: run it again in a while.", 3)


def raising(error):
    def sign_in(_say):
        raise error

    return sign_in
