"""The name of a person, out of the ways in which directories write it: surname first, Notes, X.400."""

import re
from typing import Final

from klachtmail.domain.people.no_person import is_no_person

_SURNAME_FIRST = re.compile(
    r"([^\W\d_][\w'’.-]{0,40}(?: [\w'’.-]{1,40}){0,3}), ?([^\W\d_][\w'’.-]{0,40}(?: [\w'’.-]{1,40}){0,4})( \([^()]{1,60}\))?"
)
_NO_FIRST_NAME: Final = frozenset(
    "jr sr bv nv vof ltd inc llc gmbh phd msc bsc ma ba mba mr ir ing drs dr rn ra".split()
)
_DISTINGUISHED = re.compile(r"(?:^|[/;,])\s*+(CN|G|I|S)=([^/;,=]{1,64})", re.IGNORECASE)
_PLACE = re.compile(r"(?:^|[/;,])\s*+(?:CN|G|I|S|O|OU\d?|C|A|P|PRMD|ADMD|DC)=[^/;,=]", re.IGNORECASE)
_NOTES = re.compile(r"([^\W\d_][^/@=]{0,60} [^/@=]{1,60})(?:/[^/@=]{1,60}){2,5}(?:@[^@/\s]{1,60})?")


def in_order(name: str) -> str:
    """Return 'Sanne de Boer' for 'Boer, Sanne de' and 'DE BOER, Sanne'; anything else as it is."""
    found = _SURNAME_FIRST.fullmatch(name)
    if found is None or is_no_person(found[2].split()):  # 'Karin Smit, HR-adviseur'
        return name
    if all(word.lower().replace(".", "") in _NO_FIRST_NAME for word in found[2].split()):  # 'Jan Bakker, RA'
        return name
    if {word.lower() for word in found[1].split()} & {word.lower() for word in found[2].split()}:
        return name  # 'Stefan van Rooij, Rooij Bouw': nobody has a surname for a first name
    return f"{found[2]} {found[1]}{found[3] or ''}"


def is_of_a_directory(text: str) -> bool:
    """Return whether a whole field is a person's place in a directory, of X.400 or Notes: no address for other servers."""
    return len(_PLACE.findall(text)) > 1 or bool(_NOTES.fullmatch(text))


def person_of(name: str) -> str:
    """Return the person in a name of a directory: 'CN=Sanne de Boer/O=Klant', 'Sanne de Boer/Sales/Klant', '/G=Sanne/S=Boer/'."""
    if "=" in name:
        given: dict[str, str] = {}
        for key, value in _DISTINGUISHED.findall(name):
            given[key.upper()] = value.strip()  # of an Exchange name the last CN is the person's
        spoken = (given.get("G") or given.get("I"), given.get("S")) if "S" in given else (given.get("CN"),)
        return " ".join(part for part in spoken if part) or name
    found = _NOTES.fullmatch(name)
    return found[1] if found else in_order(name)
