"""How a letter begins: by the name and title that its reader uses, in the letter's language.

What nobody wrote is not guessed: without 'mevrouw' or 'heer' the full name stands there, which nobody minds, and without a
name that is certainly a person's 'heer of mevrouw'. Academic titles are left out, as is the custom in Dutch.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from klachtmail.domain.people.names import Name, read_name

_DUTCH: Final = MappingProxyType(
    {"m": "heer", "f": "mevrouw", "couple": "heer en mevrouw", "family": "familie", "either": "heer of mevrouw"}
)
_DEGREES: Final = MappingProxyType({"prof": "Professor", "dr": "Dr", "mr": "Mr"})
_ENGLISH: Final = MappingProxyType({"m": "Mr", "f": "Ms", "couple": "Mr and Mrs"})


def salutation(name: str, language: str) -> str:
    """Return the first line of a letter to somebody of this name."""
    known = read_name(name)
    words = _SALUTATIONS.get(language, _dutch)(known) if known else _UNKNOWN.get(language, _UNKNOWN["nl"])
    return f"{words},"


def capital(surname: str) -> str:
    """Return a surname as it stands without a first name: 'De Boer', but ''t Hart'."""
    return surname if surname[:1] in "'’" else surname[:1].upper() + surname[1:]


def _dutch(name: Name) -> str:
    surname = capital(name.surname)
    address = _DUTCH.get(name.address, "")
    if not address and name.degree:
        address = "professor" if name.degree == "prof" else "" if name.given else _DUTCH["either"]
    return f"Geachte {address} {surname}" if address else f"Geachte {_both(name, 'en')}"


def _english(name: Name) -> str:
    if name.address == "family":
        return f"Dear {name.surname} family"
    title = "Mrs" if name.married and name.address == "f" else _ENGLISH.get(name.address, "")
    title = _DEGREES.get(name.degree, title) if name.degree != "mr" or not name.address else title
    if not title and (name.address == "either" or _is_bare(name)):
        return _UNKNOWN["en"]
    return f"Dear {title} {name.surname}" if title else f"Dear {_both(name, 'and')}"


def _is_bare(name: Name) -> bool:
    """Return whether only a degree stands before the surname, and no title can: 'Guten Tag Müller' is rude."""
    return bool(name.degree and not name.given)


def _both(name: Name, conjunction: str) -> str:
    """Return the full name; of two, with 'and' between them."""
    full = name.full if name.given else capital(name.surname)
    return full.replace(" & ", f" {conjunction} ")


def _german(name: Name) -> str:
    if name.address in {"m", "f"}:
        return f"{_GERMAN[name.address]} {name.surname}"
    if name.address == "family":
        return f"Guten Tag Familie {name.surname}"
    return _UNKNOWN["de"] if name.address or _is_bare(name) else f"Guten Tag {_both(name, 'und')}"


def _french(name: Name) -> str:
    """In French no name stands behind the title."""
    titles = {"m": "Monsieur", "f": "Madame"}
    if name.address in titles:
        return titles[name.address]
    if name.full.startswith("M. "):  # 'M. Dupont', which is an initial elsewhere
        return titles["m"]
    return _UNKNOWN["fr"] if name.address or _is_bare(name) else f"Bonjour {_both(name, 'et')}"


_GERMAN: Final = MappingProxyType({"m": "Sehr geehrter Herr", "f": "Sehr geehrte Frau"})
_SALUTATIONS: Final[Mapping[str, Callable[[Name], str]]] = MappingProxyType(
    {"nl": _dutch, "en": _english, "de": _german, "fr": _french}
)
_UNKNOWN: Final = MappingProxyType(
    {
        "nl": "Geachte heer of mevrouw",
        "en": "Dear Sir or Madam",
        "de": "Sehr geehrte Damen und Herren",
        "fr": "Madame, Monsieur",
    }
)
