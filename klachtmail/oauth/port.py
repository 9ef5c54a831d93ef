"""The port to a provider of access tokens: what logs in at a mail server instead of a password (XOAUTH2)."""

from collections.abc import Callable
from typing import Literal, Protocol


class OAuthError(Exception):
    """There is no token, and it takes a person to change that. One sentence that says what to do; never a secret."""


class OAuthUnreachableError(OAuthError):
    """The provider cannot be reached or is in trouble; later it may work by itself."""


class Tokens(Protocol):
    """Gives the access token of one mailbox."""

    def access_token(self, force_refresh: bool = False) -> str:
        """Return a token that is valid for at least five minutes more, or raise OAuthError.

        `force_refresh` asks the provider even when the token at hand should do: after the mail server refused it.
        """
        ...


class SignsIn(Tokens, Protocol):
    """Tokens that a person must sign in for, once."""

    def sign_in(self, show: Callable[[str], None]) -> None:
        """Call `show` with what the person must do in a browser, and wait until it is done, or raise OAuthError."""
        ...


class Secret(Protocol):
    """A text that does not show itself."""

    def get_secret_value(self) -> str:
        """Return the text."""
        ...


class Settings(Protocol):
    """What the administrator wrote under `oauth2:`."""

    @property
    def provider(self) -> Literal["microsoft", "google"]:
        """Whose tokens."""
        ...

    @property
    def flow(self) -> Literal["client_credentials", "device_code"]:
        """How Microsoft is asked."""
        ...

    @property
    def tenant(self) -> str | None:
        """Microsoft's name of the organisation: a GUID or a domain."""
        ...

    @property
    def client_id(self) -> str | None:
        """The app (Microsoft)."""
        ...

    @property
    def client_secret(self) -> Secret | None:
        """The app's secret (Microsoft)."""
        ...

    @property
    def client_certificate_file(self) -> object | None:
        """The path of the app's key and certificate in one PEM file, instead of a secret (Microsoft)."""
        ...

    @property
    def service_account_file(self) -> object | None:
        """The path of the key (Google)."""
        ...

    @property
    def subject(self) -> str | None:
        """The mailbox that the service account acts for (Google); None is the user name."""
        ...

    @property
    def scope(self) -> tuple[str, ...]:
        """What to ask for; () is the provider's usual."""
        ...

    @property
    def token_endpoint(self) -> str | None:
        """Where to ask; None is the provider's own."""
        ...
