"""Tokens that need no provider: the twin for tests."""

from collections.abc import Iterable

from klachtmail.oauth.port import OAuthError


class StaticTokens:
    """Gives the first of these tokens; each forced refresh goes on to the next, and after the last is OAuthError."""

    def __init__(self, tokens: Iterable[str]) -> None:
        self._tokens = list(tokens)

    def access_token(self, force_refresh: bool = False) -> str:
        """Return the token at hand, or the next one."""
        if force_refresh and self._tokens:
            del self._tokens[0]
        if not self._tokens:
            raise OAuthError("There are no more tokens: sign in again with 'klachtmail login'.")
        return self._tokens[0]
