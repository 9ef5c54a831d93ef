"""Access tokens for mail servers that take no passwords. The providers' libraries are imported when first needed."""

from klachtmail.oauth.memory import StaticTokens
from klachtmail.oauth.port import OAuthError, OAuthUnreachableError, SignsIn, Tokens
from klachtmail.oauth.provide import provide

__all__ = ["OAuthError", "OAuthUnreachableError", "SignsIn", "StaticTokens", "Tokens", "provide"]
