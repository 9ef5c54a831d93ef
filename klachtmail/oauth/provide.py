"""The tokens that the administrator configured."""

from pathlib import Path

from klachtmail.oauth.cache import TokenCache
from klachtmail.oauth.google import GoogleTokens
from klachtmail.oauth.microsoft import MicrosoftTokens
from klachtmail.oauth.port import Settings, Tokens

CACHE = "oauth-microsoft.json"


def provide(settings: Settings, username: str, folder: Path) -> Tokens:
    """Return the tokens for the mailbox `username` by these settings; what must be kept is kept in `folder`."""
    if settings.provider == "google":
        return GoogleTokens(
            Path(str(settings.service_account_file)),
            settings.subject or username,
            scopes=settings.scope,
            token_endpoint=settings.token_endpoint,
        )
    secret = settings.client_secret.get_secret_value() if settings.client_secret else None
    certificate = settings.client_certificate_file
    return MicrosoftTokens(
        settings.tenant or "",
        settings.client_id or "",
        TokenCache(folder / CACHE),
        client_secret=secret if settings.flow == "client_credentials" else None,
        client_certificate=Path(str(certificate)) if certificate and settings.flow == "client_credentials" else None,
        scopes=settings.scope,
        token_endpoint=settings.token_endpoint,
    )
