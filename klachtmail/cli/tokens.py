"""OAuth2 tokens for a login, as the configuration describes them."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from klachtmail.mailbox.port import MailboxError, MailboxLoginError
from klachtmail.oauth import OAuthError, OAuthUnreachableError, Tokens, provide

if TYPE_CHECKING:
    from klachtmail.config import Config
    from klachtmail.config.schema import Login

SOON: Final = 90.0  # seconds: who asks again so soon was most likely refused with the token at hand


def tokens_of(config: "Config", login: "Login") -> Tokens:
    """Return the tokens of a login that has `oauth2`; what must be kept between runs is kept in the data folder."""
    if login.oauth2 is None:
        raise ValueError("this login has a password")
    return provide(login.oauth2, login.username or "", config.data_dir)


def token_source(config: "Config", login: "Login") -> Callable[[], str]:
    """Return a function that gives the access token of a login, for a mailbox or a courier to log in with.

    It raises MailboxError, as those ports promise: MailboxLoginError when it takes a person to get a token. Asked again
    at once, it has the provider make a new one: a token can be revoked long before it expires.
    """
    tokens = tokens_of(config, login)
    asked_at = float("-inf")

    def token() -> str:
        nonlocal asked_at
        again, asked_at = time.monotonic() - asked_at < SOON, time.monotonic()
        try:
            return tokens.access_token(force_refresh=again)
        except OAuthUnreachableError as error:
            raise MailboxError(str(error)) from error
        except OAuthError as error:
            raise MailboxLoginError(str(error)) from error

    return token
