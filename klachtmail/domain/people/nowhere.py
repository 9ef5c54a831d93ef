"""Addresses at which no mail can arrive, whoever sends it: their domain is in no DNS that the world sees."""

from collections.abc import Iterable
from typing import Final

# RFC 6761 and its registry, RFC 6762 appendix G, what ICANN keeps from being given out, and what machines call themselves.
# 'example' is not among them: it stands for real domains in what is written about mail, also here.
_NOWHERE: Final = frozenset(
    "invalid localhost localdomain local test onion alt arpa internal intranet private corp home lan".split()
)


def is_nowhere(address: str, domains: Iterable[str]) -> bool:
    """Return whether nothing that is sent to this bare address arrives. `domains` are the firm's own.

    A domain without a dot, an IP address without brackets (RFC 3696 §2: no top-level domain is a number), a name for use
    within one network. A firm whose own domain is such a name lives in that network, and its mail server knows the others.
    """
    domain = address.rpartition("@")[2].lower()
    top = domain.rpartition(".")[2]
    if "." in domain and top not in _NOWHERE and not top.isdecimal():
        return False
    return all(own.lower().rpartition(".")[2] != top for own in domains)
