"""Every language in one pattern: mail comes from all of them."""

from typing import Final

from klachtmail.languages.ar import AR
from klachtmail.languages.cs import CS
from klachtmail.languages.da import DA
from klachtmail.languages.de import DE
from klachtmail.languages.el import EL
from klachtmail.languages.en import EN
from klachtmail.languages.es import ES
from klachtmail.languages.et import ET
from klachtmail.languages.eu import EU
from klachtmail.languages.fi import FI
from klachtmail.languages.fr import FR
from klachtmail.languages.he import HE
from klachtmail.languages.hr import HR
from klachtmail.languages.hu import HU
from klachtmail.languages.id import ID
from klachtmail.languages.it import IT
from klachtmail.languages.language import Language
from klachtmail.languages.nl import NL
from klachtmail.languages.no import NO
from klachtmail.languages.pl import PL
from klachtmail.languages.pt import PT
from klachtmail.languages.ro import RO
from klachtmail.languages.ru import RU
from klachtmail.languages.sv import SV
from klachtmail.languages.th import TH
from klachtmail.languages.tr import TR
from klachtmail.languages.uk import UK
from klachtmail.languages.vi import VI
from klachtmail.languages.zh import ZH

EVERY: Final[tuple[Language, ...]] = (
    NL,
    EN,
    DE,
    FR,
    ES,
    IT,
    PT,
    SV,
    DA,
    NO,
    FI,
    PL,
    CS,
    HU,
    RO,
    HR,
    TR,
    RU,
    UK,
    EL,
    ET,
    ZH,
    ID,
    VI,
    TH,
    AR,
    HE,
    EU,
)


def words(slot: str) -> tuple[str, ...]:
    """Return what all languages have in this slot, each once."""
    return tuple(dict.fromkeys(word for language in EVERY for word in getattr(language, slot)))


def either(*slots: str) -> str:
    """Return the source of a pattern that matches what any language has in one of these slots, the longest first."""
    every = dict.fromkeys(word for slot in slots for word in words(slot))
    return f"(?:{'|'.join(sorted(every, key=len, reverse=True))})"
