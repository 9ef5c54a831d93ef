"""Tokens for Gmail (Google Workspace), by google-auth: a service account that acts for the mailbox."""

import time
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import Any

from klachtmail.oauth.advice import google_error
from klachtmail.oauth.extra import library
from klachtmail.oauth.port import OAuthError, OAuthUnreachableError

SCOPES = ("https://mail.google.com/",)

_MARGIN = 300  # seconds
_TIMEOUT = 20.0  # seconds


class GoogleTokens:
    """Tokens by a service account with domain-wide delegation for the mailbox `subject` (RFC 7523).

    They are kept in memory alone: the key file can always make a new one, so that nothing needs to be on disk.
    """

    def __init__(
        self,
        service_account_file: Path,
        subject: str,
        *,
        scopes: tuple[str, ...] = (),
        token_endpoint: str | None = None,
        ca_file: Path | None = None,
    ) -> None:
        self._key = service_account_file
        self._subject = subject
        self._scopes = list(scopes or SCOPES)
        self._token_endpoint = token_endpoint
        self._ca_file = ca_file
        self._token = ""
        self._fresh_until = 0.0

    def access_token(self, force_refresh: bool = False) -> str:
        """Return the token at hand, or a new one."""
        if force_refresh or time.time() >= self._fresh_until:
            credentials = self._credentials()
            self._token, self._fresh_until = "", 0.0
            self._refresh(credentials)
            self._token = str(credentials.token)
            self._fresh_until = credentials.expiry.replace(tzinfo=UTC).timestamp() - _MARGIN
        return self._token

    def _credentials(self) -> Any:
        service_account = library("google.oauth2.service_account", "google")
        try:
            credentials = service_account.Credentials.from_service_account_file(
                str(self._key), scopes=self._scopes, subject=self._subject
            )
        except (OSError, ValueError):  # the library's text may hold parts of the key
            raise OAuthError(
                f"{self._key} is no key of a service account: download a new JSON key in the Google Cloud console."
            ) from None
        return credentials.with_token_uri(self._token_endpoint) if self._token_endpoint else credentials

    def _refresh(self, credentials: Any) -> None:
        exceptions = library("google.auth.exceptions", "google")
        transport, requests = library("google.auth.transport.requests", "google"), library("requests", "google")
        with requests.Session() as session:
            request = partial(transport.Request(session), timeout=_TIMEOUT, verify=str(self._ca_file or "") or None)
            try:
                credentials.refresh(request)
            except exceptions.RefreshError as error:
                raise google_error(error.args, self._subject) from None
            except exceptions.TransportError:
                raise OAuthUnreachableError("Google's token server cannot be reached.") from None
