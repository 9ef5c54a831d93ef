"""What the mail server says of a sender: who it is (RFC 8601) and whether it is spam."""

from typing import Final

from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.incoming.authentication_results import Result, read_results
from klachtmail.domain.incoming.message import Incoming

_STRICT: Final = frozenset({"reject", "quarantine"})
_SIGNED_BY: Final = {
    "dmarc": ("header.from",),
    "dkim": ("header.d", "header.i"),
    "spf": ("smtp.mailfrom", "smtp.mfrom"),
}


def _trusted_results(mail: Incoming, firm: Firm) -> tuple[Result, ...]:
    """Return the results of the topmost field when our own server wrote it (RFC 8601 §5), else none."""
    identity, results = read_results(mail.header("authentication-results"))
    trusted = (firm.security.trusted_authserv_id or "").lower()
    return results if trusted and identity == trusted else ()


def _exchange_results(mail: Incoming) -> tuple[Result, ...]:
    """Return the results of the topmost field when Exchange may have written it: it names no server."""
    identity, results = read_results(mail.header("authentication-results"))
    return () if identity else results


def _is_aligned(result: Result, domain: str, firm: Firm) -> bool:
    """Return whether a result is about this domain, a name under it, or the firm's domain above it (RFC 7489 §3.1)."""
    above = {own.lower() for own in firm.organisation.domains if domain.endswith(f".{own.lower()}")}
    host = next((result.domains[name] for name in _SIGNED_BY[result.method] if name in result.domains), "")
    return host == domain or host.endswith(f".{domain}") or host in above


def _pass(results: tuple[Result, ...], domain: str, firm: Firm) -> bool:
    """Return whether DMARC passed, or an aligned DKIM or SPF did and DMARC did not fail."""
    if not domain:
        return False
    known = [result for result in results if result.method in _SIGNED_BY]
    if any(result.method == "dmarc" and result.verdict == "fail" for result in known):
        return False
    return any(result.verdict == "pass" and _is_aligned(result, domain, firm) for result in known)


def _is_internal(mail: Incoming) -> bool:
    """Return whether Exchange marks it as written inside the tenant.

    Exchange strips X-MS-Exchange-Organization-* from what comes from outside; a second value is nobody's of ours.
    """
    marks = mail.headers.get("x-ms-exchange-organization-authas", ())
    return [mark.strip().lower() for mark in marks] == ["internal"]


def is_authenticated(mail: Incoming, firm: Firm) -> bool:
    """Return whether the From address may be believed, as far as the configuration asks the server."""
    domain = mail.sender.address.rpartition("@")[2]
    if not mail.sole_author:
        return False  # with two, nobody can tell whom the server looked at, and who it was (RFC 5322 §3.6 allows one)
    match firm.security.authentication:
        case "none":
            return True
        case "rfc8601":
            return _pass(_trusted_results(mail, firm), domain, firm)
        case "microsoft365":
            return _is_internal(mail) or _pass(_exchange_results(mail), domain, firm)


_SCL_SPAM: Final = 5  # Exchange: spam confidence level


def spam_verdict(mail: Incoming, firm: Firm) -> str:
    """Return the header in which the mail server calls this spam, or ''."""
    if mail.header("x-spam-flag").strip().lower().startswith("yes"):
        return "X-Spam-Flag"
    if mail.header("x-spam-status").strip().lower().startswith("yes"):
        return "X-Spam-Status"
    level = mail.header("x-ms-exchange-organization-scl").strip()
    if level.isdecimal() and int(level) >= _SCL_SPAM:
        return "X-MS-Exchange-Organization-SCL"
    own, _, wanted = (firm.security.spam_header or "").partition(":")
    if own and own.strip().lower() in mail.headers:
        value = mail.header(own.strip()).strip().lower()
        if value == wanted.strip().lower() or (not wanted and value not in {"no", "false", "0"}):
            return own.strip()
    results = _trusted_results(mail, firm)
    failed = any(r.method == "dmarc" and r.verdict == "fail" and r.policy in _STRICT for r in results)
    return "Authentication-Results" if failed else ""
