"""The credential that logs in with OAuth2: what it gives, and how it fails."""

from types import SimpleNamespace

import pytest

from klachtmail.cli import tokens
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
    [(OAuthError("Sign in again."), MailboxLoginError), (OAuthUnreachableError("Later."), MailboxError)],
)
def test_a_provider_that_fails_is_trouble_with_the_mailbox(source_of, failure, told):
    with pytest.raises(told, match=str(failure)) as raised:
        source_of(Failing(failure))[0]()
    assert type(raised.value) is told
