"""OAuth2 tokens for a login, as the configuration describes them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from klachtmail.mailbox.port import MailboxError, MailboxLoginError
from klachtmail.oauth import OAuthError, OAuthUnreachableError, Tokens, provide

if TYPE_CHECKING:
    from klachtmail.config import Config
    from klachtmail.config.schema import Login


def tokens_of(config: "Config", login: "Login") -> Tokens:
    """Return the tokens of a login that has `oauth2`; what must be kept between runs is kept in the data folder."""
    if login.oauth2 is None:
        raise ValueError("this login has a password")
    return provide(login.oauth2, login.username or "", config.data_dir)


def token_source(config: "Config", login: "Login") -> tuple[Callable[[], str], Callable[[], str]]:
    """Return two functions: the access token to log in with, and a new one after the mail server refused that.

    Both raise MailboxError, as the ports promise: MailboxLoginError when it takes a person to get a token.
    """
    tokens = tokens_of(config, login)

    def token(*, force_refresh: bool = False) -> str:
        try:
            return tokens.access_token(force_refresh=force_refresh)
        except OAuthUnreachableError as error:
            raise MailboxError(f"{error} It is tried again by itself.") from error
        except OAuthError as error:
            raise MailboxLoginError(str(error)) from error

    return token, partial(token, force_refresh=True)
