"""What a provider's refusal means, and what the administrator must do. Both are tables; the first that fits counts."""

from collections.abc import Mapping
from typing import Any

from klachtmail.oauth.port import OAuthError, OAuthUnreachableError

_LOGIN = "run 'klachtmail login' to sign in again"
_CONSENT = "let an administrator grant consent in Entra (App registrations > API permissions)"
_SCOPE = "leave out oauth2.scope, or check it"
_ENTRA_SECRETS = "Entra (App registrations > Certificates & secrets)"
_DELEGATION = "the Admin console (Security > API controls > Domain-wide delegation)"

Advice = tuple[str, str, str]

# Microsoft's AADSTS number or the error of RFC 6749 §5.2: what is wrong, what to do.
_MICROSOFT: tuple[Advice, ...] = (
    ("7000215", "The client secret is wrong", f"copy its value, not its ID, from {_ENTRA_SECRETS}"),
    ("7000222", "The client secret has expired", f"make a new one in {_ENTRA_SECRETS}"),
    ("7000218", "The app is not a public client", "allow public client flows in Entra (the app's Authentication page)"),
    (
        "700027",
        "The certificate is not known, or has ended",
        f"upload client_certificate_file's certificate in {_ENTRA_SECRETS}",
    ),
    ("700016", "The app is not known in this tenant", "check oauth2.client_id and oauth2.tenant"),
    ("90002", "The tenant is not known", "check oauth2.tenant"),
    ("65001", "Consent was not given, or is revoked", _CONSENT),
    ("70011", "The scope is wrong", _SCOPE),
    ("1002012", "The scope is wrong", "with a client secret it must end in /.default; leave out oauth2.scope"),
    ("invalid_scope", "The scope is wrong", _SCOPE),
    ("invalid_client", "The app is refused", "check oauth2.client_id and the client secret"),
    ("unauthorized_client", "The app may not do this", _CONSENT),
    ("expired_token", "The code was not entered in time", _LOGIN),
    ("authorization_declined", "Signing in was declined", _LOGIN),
    ("access_denied", "Signing in was declined", _LOGIN),
    ("invalid_grant", "The sign-in has ended (consent revoked, password changed or too long ago)", _LOGIN),
    ("consent_required", "Consent was not given, or is revoked", _CONSENT),
    ("interaction_required", "Microsoft wants a person to confirm the sign-in", _LOGIN),
    ("login_required", "Microsoft wants a person to sign in", _LOGIN),
)
_GOOGLE: tuple[Advice, ...] = (
    (
        "unauthorized_client",
        "The service account may not use this mailbox",
        f"add its client ID with the scope https://mail.google.com/ in {_DELEGATION}",
    ),
    ("access_denied", "The service account may not use this mailbox", f"check {_DELEGATION}"),
    ("invalid_scope", "The scope is wrong", _SCOPE),
    (
        "invalid_grant",
        "The mailbox or the key is not accepted",
        "check oauth2.subject, the key and this machine's clock",
    ),
    ("disabled_client", "The service account is disabled", "enable it in the Google Cloud console"),
    ("invalid_client", "The service account does not exist", "make a new key in the Google Cloud console"),
)
_TROUBLE = frozenset({"temporarily_unavailable", "server_error", "service_unavailable", "internal_failure"})
_LONGEST = 160


def microsoft_error(result: Mapping[str, Any]) -> OAuthError:
    """Return the error for an answer of msal without a token."""
    error = str(result.get("error", ""))
    if error in _TROUBLE:
        return OAuthUnreachableError(f"Microsoft has trouble now ({error}).")
    signs = [*map(str, result.get("error_codes") or ()), error]
    return _refusal("Microsoft 365", signs, str(result.get("error_description", "")), _MICROSOFT)


def google_error(arguments: tuple[Any, ...], subject: str) -> OAuthError:
    """Return the error for the arguments of google-auth's RefreshError: (text, answer), or a text alone."""
    answer = arguments[1] if len(arguments) > 1 and isinstance(arguments[1], Mapping) else {}
    error = str(answer.get("error", ""))
    if not error or error in _TROUBLE:
        return OAuthUnreachableError(f"Google has trouble now ({error or 'no answer'}).")
    return _refusal(f"Google ({subject})", [error], str(answer.get("error_description", "")), _GOOGLE)


def _refusal(who: str, signs: list[str], said: str, table: tuple[Advice, ...]) -> OAuthError:
    fits = ((wrong, advice) for sign, wrong, advice in table if sign in signs)
    wrong, advice = next(fits, ("There is no token", f"look up {signs[-1]!r} in the provider's documentation"))
    first_line = " ".join(said.partition("\n")[0].split())[:_LONGEST]
    return OAuthError(f"{who}: {wrong}; {advice}." + (f" It said: {first_line}" if first_line else ""))
