"""What the mail server says of a sender: who he is (RFC 8601) and whether he sends spam."""

import re
from typing import Final

from klachtmail.domain.firm import Firm
from klachtmail.domain.incoming import Incoming

_RESULT: Final = re.compile(r"\b(dmarc|dkim|spf)\s*=\s*(\w+)([^;]*)", re.IGNORECASE)
_PROPERTY: Final = re.compile(
    r"\b(?:header\.(?:d|i|from)|smtp\.(?:mailfrom|mfrom))\s*=\s*\"?([^\s;\"]+)", re.IGNORECASE
)


def _trusted_results(mail: Incoming, firm: Firm) -> str:
    """Return the topmost Authentication-Results when our own server wrote it (RFC 8601 §5), else ''."""
    topmost = mail.header("authentication-results")
    identity, _, results = topmost.partition(";")
    trusted = firm.security.trusted_authserv_id
    if not trusted or identity.split(" ")[0].strip().lower() != trusted.lower():
        return ""
    return results


def _aligned(rest: str, domain: str) -> bool:
    hosts = [value.rpartition("@")[2].lower().lstrip(".") for value in _PROPERTY.findall(rest)]
    return any(
        host == domain or ("." in host and domain.endswith(f".{host}")) or host.endswith(f".{domain}") for host in hosts
    )


def _passes(results: str, domain: str) -> bool:
    for method, verdict, rest in _RESULT.findall(results):
        if verdict.lower() == "pass" and (method.lower() == "dmarc" or _aligned(rest, domain)):
            return True
    return False


def _microsoft(mail: Incoming, domain: str) -> bool:
    """Exchange Online writes no authserv-id; mail inside the tenant is marked Internal instead.

    The header is only believed at the top of the message's own organisation headers: Exchange strips
    X-MS-Exchange-Organization-* from what comes from outside.
    """
    if mail.header("x-ms-exchange-organization-authas").strip().lower() == "internal":
        return True
    return _passes(mail.header("authentication-results"), domain)


def is_authenticated(mail: Incoming, firm: Firm) -> bool:
    """Tell whether the From address may be believed, as far as the configuration asks the server."""
    domain = mail.sender.address.rpartition("@")[2]
    match firm.security.authentication:
        case "none":
            return True
        case "rfc8601":
            return _passes(_trusted_results(mail, firm), domain)
        case "microsoft365":
            return _microsoft(mail, domain)


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
    results = [
        (method.lower(), verdict.lower(), rest)
        for method, verdict, rest in _RESULT.findall(_trusted_results(mail, firm))
    ]
    failed = any(
        m == "dmarc" and v == "fail" and re.search(r"reject|quarantine", rest, re.IGNORECASE) for m, v, rest in results
    )
    return "Authentication-Results" if failed else ""
