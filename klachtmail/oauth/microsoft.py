"""Tokens for Exchange Online (Microsoft 365), by msal: an app with a secret or certificate, or a person who signed in."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from klachtmail.oauth.advice import microsoft_error
from klachtmail.oauth.cache import TokenCache
from klachtmail.oauth.extra import library
from klachtmail.oauth.port import OAuthError, OAuthUnreachableError

APP_SCOPES = ("https://outlook.office365.com/.default",)
PERSON_SCOPES = ("https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send")

_PRIVATE_KEY = re.compile(r"-----BEGIN (?:RSA )?PRIVATE KEY-----[^-]+-----END (?:RSA )?PRIVATE KEY-----")
_CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----")
_MARGIN = 300  # seconds: a token that ends sooner is refreshed before it is used; msal has the same
_TIMEOUT = 20.0  # seconds
_ENDPOINT = "/oauth2/v2.0/token"


class MicrosoftTokens:
    """Tokens by client credentials when there is a secret or certificate, else by device code (sign in once, then refresh).

    `client_certificate` is a PEM file with the private key and the certificate that Entra knows.

    `token_endpoint` ('https://login.microsoftonline.com/TENANT/oauth2/v2.0/token') is another cloud's. `ca_file`: the
    certificates to trust for it.
    """

    def __init__(
        self,
        tenant: str,
        client_id: str,
        cache: TokenCache,
        *,
        client_secret: str | None = None,
        client_certificate: Path | None = None,
        scopes: tuple[str, ...] = (),
        token_endpoint: str | None = None,
        ca_file: Path | None = None,
    ) -> None:
        self._authority = (token_endpoint or f"https://login.microsoftonline.com/{tenant}").removesuffix(_ENDPOINT)
        self._client_id = client_id
        self._secret = client_secret
        self._certificate = client_certificate
        self._is_app = bool(client_secret or client_certificate)
        self._scopes = list(scopes or (APP_SCOPES if self._is_app else PERSON_SCOPES))
        self._cache = cache
        self._ca_file = ca_file
        self._token = ""
        self._fresh_until = 0.0

    def __repr__(self) -> str:
        return f"MicrosoftTokens({self._authority!r}, {self._client_id!r})"

    def access_token(self, force_refresh: bool = False) -> str:
        """Return the token at hand, or the one of the cache, or a new one."""
        if force_refresh or time.time() >= self._fresh_until:
            with self._app() as app:
                if force_refresh:
                    self._forget(app.token_cache)
                self._keep(self._as_app(app) if self._is_app else self._as_person(app))
        return self._token

    def sign_in(self, show: Callable[[str], None]) -> None:
        """Sign in by device code (RFC 8628); the refresh token is then in the cache."""
        with self._app() as app:
            flow = app.initiate_device_flow(scopes=self._scopes)
            if "user_code" not in flow:
                raise microsoft_error(flow)
            show(f"Open {flow['verification_uri']} in a browser, and enter the code {flow['user_code']}.")
            self._keep(app.acquire_token_by_device_flow(flow))

    def _forget(self, cache: Any) -> None:
        """Drop the access tokens that the mail server refused, so that they are not given again after a failure."""
        mine = {"client_id": self._client_id}
        for token in list(cache.search(cache.CredentialType.ACCESS_TOKEN, query=mine)):
            cache.remove_at(token)

    def _as_app(self, app: Any) -> dict[str, Any]:
        result: dict[str, Any] = app.acquire_token_for_client(scopes=self._scopes)
        return result

    def _as_person(self, app: Any) -> dict[str, Any]:
        result: dict[str, Any] | None = None
        if accounts := app.get_accounts():
            result = app.acquire_token_silent_with_error(self._scopes, accounts[0])
        if result is None:
            raise OAuthError("Nobody has signed in to Microsoft 365 for this mailbox yet: run 'klachtmail login'.")
        return result

    def _keep(self, result: dict[str, Any]) -> None:
        if "access_token" not in result:
            self._token, self._fresh_until = "", 0.0
            raise microsoft_error(result)
        self._token = str(result["access_token"])
        self._fresh_until = time.time() + int(result.get("expires_in", 0)) - _MARGIN

    @contextmanager
    def _app(self) -> Iterator[Any]:
        """Give an msal application on the cache file; what it learnt is written back, also when a token was refused."""
        msal, requests = library("msal", "microsoft"), library("requests", "microsoft")
        exceptions = library("msal.exceptions", "microsoft")
        state = msal.SerializableTokenCache()
        with requests.Session() as session:
            # For each request: what a session has of `verify` goes after the environment's REQUESTS_CA_BUNDLE.
            session.request = partial(session.request, timeout=_TIMEOUT, verify=str(self._ca_file or "") or None)
            try:
                with suppress(ValueError):  # a damaged cache is no worse than none
                    state.deserialize(self._cache.read() or None)
                yield self._application(msal, session, state)
            except (requests.RequestException, exceptions.MsalError) as error:
                what = type(error).__name__
                raise OAuthUnreachableError(f"{self._authority} cannot be reached ({what}).") from None
            finally:
                if state.has_state_changed:
                    self._cache.write(state.serialize())

    def _key_and_certificate(self) -> dict[str, str]:
        """Return what msal signs its requests with (RFC 7523 §2.2)."""
        path = self._certificate
        try:
            text = Path(str(path)).read_text("ascii")
        except (OSError, UnicodeDecodeError) as error:
            raise OAuthError(
                f"{path} cannot be read ({type(error).__name__}): see oauth2.client_certificate_file."
            ) from None
        key, certificate = _PRIVATE_KEY.search(text), _CERTIFICATE.search(text)
        if key is None or certificate is None:
            raise OAuthError(f"{path} must hold a private key without a password and its certificate, both in PEM.")
        return {"private_key": key[0], "public_certificate": certificate[0]}

    def _application(self, msal: Any, session: Any, state: Any) -> Any:
        kind = msal.ConfidentialClientApplication if self._is_app else msal.PublicClientApplication
        credential = self._key_and_certificate() if self._certificate else self._secret
        try:
            return kind(
                self._client_id,
                client_credential=credential,
                authority=self._authority,
                instance_discovery=False,  # our authority is in the configuration: nobody else needs to vouch for it
                token_cache=state,
                http_client=session,
            )
        except ValueError:  # msal's answer to a discovery that fails with 4xx
            raise OAuthError(f"Microsoft does not know {self._authority}: check oauth2.tenant.") from None
