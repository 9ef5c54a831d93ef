"""Signs that somebody writes for another: a lawyer, a parent, an employer, a union."""

import re
from typing import Final

_SIGNS: Final = re.compile(
    r"\b(?:namens|mijn cli[eë]nt(?:e|en)?|onze cli[eë]nt(?:e|en)?|gemachtigde|volmacht|behartig|advoca(?:at|te|ten|tuur)"
    r"|rechtsbijstand|vakbond|cnv|fnv|on behalf of|my client|our client|solicitors?"
    r"|(?:vader|moeder|ouders?|voogd|werkgever|bewindvoerder|mentor) van|mijn (?:zoon|dochter|kind|moeder|vader|werknem(?:er|ster)))\b",
    re.IGNORECASE,
)


def acts_for_another(text: str) -> bool:
    """Return whether a text may be written on behalf of somebody else; a member decides."""
    return bool(_SIGNS.search(text[:20_000]))
