"""The name of a mail server: as people write it, as a connection wants it, and whether it is this machine."""

import ipaddress
import re
import unicodedata
from dataclasses import dataclass

_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"  # _ : no host name of RFC 952, and what containers call each other
_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*", re.IGNORECASE)
_WRITTEN = re.compile(
    r"""
    (?: (?:imap|smtp|submission|http)s? :(?://)? | (?:ssl|tls|starttls) :(?://)? )?
    (?: [^\s@/]* @ )?
    (?P<name> \[[^\]]*\] | [^\s:/,;\[\]]+ )
    (?: (?: \s*:\s* | \s+ ) (?: (?P<port> [0-9]{1,5} ) | [a-z]+ ) )?
    (?: [;,] | /.* )?
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Written:
    """The host in something longer, and the port when that stands in it."""

    host: str
    port: str | None


def plain(text: str) -> str:
    """Return a name without what means nothing: spaces around it, an IPv6 address's brackets, the final dot of DNS.

    With that dot no certificate would be this host's: they are compared letter by letter.
    """
    shown = "".join(character for character in text if unicodedata.category(character) != "Cf").strip()
    if shown.startswith("[") and shown.endswith("]") and _is_ip(shown[1:-1]):
        return shown[1:-1]
    return shown.removesuffix(".")


def is_host(text: str) -> bool:
    """Return whether this is a host name or an IP address. A name that ends in a number is an address misspelled: 127.1."""
    return _is_ip(text) or bool(_NAME.fullmatch(text) and not text.rpartition(".")[2].isdigit())


def written_in(text: str) -> Written | None:
    """Return the host in an address of a mail program, or in letters that are not ASCII; None when there is none."""
    found = _WRITTEN.fullmatch(plain(text).strip("\"'<>"))
    host = plain(found["name"]) if found else ""
    host = in_ascii(host) or host
    return Written(host, found["port"]) if found and is_host(host) else None


def in_ascii(domain: str) -> str | None:
    """Return the name that DNS and certificates have for a domain with an umlaut (RFC 5890), None when there is none."""
    try:
        return domain.encode("idna").decode()
    except UnicodeError:
        return None


def is_loopback(host: str) -> bool:
    """Return whether a host can only mean this machine."""
    host = plain(host)
    if not _is_ip(host):
        return host.lower() == "localhost"
    address = ipaddress.ip_address(host)
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback


def at(host: str, port: int) -> str:
    """Return 'host:port' for people to read."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _is_ip(text: str) -> bool:
    try:
        return bool(ipaddress.ip_address(text))
    except ValueError:
        return False
