"""Signs that somebody writes for another: a lawyer, a parent, an employer, a union."""

import re
from typing import Final

from klachtmail.domain.phrase import Phrase

_SIGNS: Final = Phrase(
    "namens, cliënt, client, gemachtigde, volmacht, behartig, advoca, rechtsbijstand, vakbond, cnv, fnv, on behalf of, solicitor"
    ", vader van, moeder van, ouder van, ouders van, voogd van, werkgever van, bewindvoerder van, mentor van"
    ", mijn zoon, mijn dochter, mijn kind, mijn moeder, mijn vader, mijn werknem",
    r"(?:namens|mijn cli[eë]nt(?:e|en)?|onze cli[eë]nt(?:e|en)?|gemachtigde|volmacht|behartig|advoca(?:at|te|ten|tuur)"
    r"|rechtsbijstand|vakbond|cnv|fnv|on behalf of|my client|our client|solicitors?"
    r"|(?:vader|moeder|ouders?|voogd|werkgever|bewindvoerder|mentor) van|mijn (?:zoon|dochter|kind|moeder|vader|werknem(?:er|ster)))\b",
)


_STOPS: Final = re.compile(
    r"\b(?:niet (?:meer|langer)|geen)\b[^.\n]{0,50}\b(?:namens|gemachtigde?|optre\w*|vertegenwoordig\w*|bij\s?sta\w*|cli[eë]nte?|advocaat)\b"
    r"|\b(?:trek|leg)\w*\b[^.\n]{0,50}\b(?:terug|neer)\b|\bno longer\b[^.\n]{0,40}\b(?:act|represent)",
    re.IGNORECASE,
)


def stops_acting(text: str) -> bool:
    """Return whether who acted for somebody may say that this is over; a member decides."""
    return bool(_STOPS.search(text[:20_000]))


def acts_for_another(text: str) -> bool:
    """Return whether a text may be written on behalf of somebody else; a member decides."""
    return bool(_SIGNS.search(text[:20_000].lower()))
