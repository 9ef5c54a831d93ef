"""Who filled in a web form: labels and values, in the layouts in which forms are mailed.

'E-mail: kees@x.nl', a label above its value, and HTML tables, of which the cells come with '|' between them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, Literal

from klachtmail.domain.incoming.automatic import reads_no_answers

Kind = Literal["address", "sender", "name", "first", "middle", "last", "phone", "other"]

_LINES: Final = 2_000
_LABEL_LIMIT: Final = 60
_TOP: Final = 3  # filled lines in which 'Van:' is the form's: further down somebody quotes a mail
_YOUR: Final = r"(?:(?:uw|je|jouw|your|ihre?|votre)[ -])?"
_WHOSE: Final = r"(?: (?:van (?:de |het )?)?(?:klager|contactpersoon|afzender|cursist|deelnemer))?"
_LABELS: Final[tuple[tuple[Kind, str], ...]] = (
    ("address", rf"(?:contact |adresse )?(?:e-?)?mail(?:[ -]?(?:adres|address|adresse))?{_WHOSE}"),
    ("sender", "van|from|afzender|sender"),
    (
        "name",
        rf"(?:volledige |full |real)?(?:naam|name|nom){_WHOSE}|contactpersoon|voor(?:naam|-) en achternaam|ingevuld door",
    ),
    ("first", r"(?:voornaam|first[ -]?name|vorname|pr[ée]nom)"),
    ("middle", "tussenvoegsels?"),
    ("last", r"(?:achternaam|last[ -]?name|nachname|familienaam|nom de famille)"),
    ("phone", r"tel(?:efoon)?(?:[ -]?nummer)?\.?|mobiel(?: nummer)?|phone(?: number)?"),
    (
        "other",
        "(?:bericht|message)(?:inhoud)?|onderwerp|subject|betreft|opmerking(?:en)?|vraag|klacht|toelichting|datum|bedrijf|organisatie",
    ),
)
_KINDS: Final = tuple((kind, re.compile(f"{_YOUR}(?:{pattern})")) for kind, pattern in _LABELS)
_PARTS: Final[tuple[Kind, ...]] = ("first", "middle", "last")
_MARKS: Final = " \t*_|:"  # emphasis, the edges of a table, what ends a label
_BULLETS: Final = _MARKS + "-–•·"  # before a label in a list
_SIGN = re.compile(r"[:=]")
_REQUIRED = re.compile(r"(?:(?<!\s)\s++)?\([^()]{1,40}\)$")  # '(verplicht)'
_CELLS = re.compile(r"\s*\|\s*|\s{3,}")
_RULE = re.compile(r"(?=[\s|:+-]*?-{3})[\s|:+-]*+")  # '|---|---|'
_ADDRESS = re.compile(r"(?<![\w.%+&'/=-])\w[\w.%+&'/=-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_NAME = re.compile(r"[^\W\d_]")
_PHONE = re.compile(r"\+?[\d() .-]{8,20}")


@dataclass(frozen=True, slots=True)
class Form:
    """What a form says of who filled it in; addresses are bare, in lower case, the likeliest first."""

    name: str = ""
    addresses: tuple[str, ...] = ()
    phone: str = ""


def read_form(text: str) -> Form:
    """Return what the labels in a text say, each field '' or empty when none does."""
    found: dict[Kind, list[str]] = {}
    for kind, value in _fields(text):
        if usable := _read(kind, value):
            found.setdefault(kind, []).append(usable)
    labelled, senders = found.get("address", []), found.get("sender", [])
    addresses = tuple(dict.fromkeys(address for value in (*labelled, *senders) for address in _addresses(value)))
    by_sender = _name(senders[0]) if senders and not labelled else ""
    parts = (value for kind in _PARTS for value in found.get(kind, ())[:1])
    name = next(iter(found.get("name", ())), " ".join(parts)) or by_sender
    return Form(name, addresses, next(iter(found.get("phone", ())), ""))


def lone_address(text: str, *, is_ours: Callable[[str], bool]) -> str:
    """Return the only bare address in a text that is not ours and that somebody reads, or '': a guess."""
    found = {address for address in _addresses(text) if not is_ours(address) and not reads_no_answers(address)}
    return found.pop() if len(found) == 1 else ""


def _addresses(text: str) -> list[str]:
    return [found.lower() for found in _ADDRESS.findall(text)]


def _read(kind: Kind, value: str) -> str:
    """Return the value as far as it is of this kind, or ''."""
    match kind:
        case "address" | "sender":
            return value if _ADDRESS.search(value) else ""
        case "name" | "first" | "middle" | "last":
            return _name(value)
        case "phone":
            return value if _PHONE.fullmatch(value) else ""
        case "other":
            return ""


def _name(value: str) -> str:
    name = _ADDRESS.split(value, maxsplit=1)[0].split("<")[0].removesuffix("mailto:").strip(" \t*_|:\"'(,")
    return name[:120] if _NAME.search(name) else ""


def _fields(text: str) -> Iterator[tuple[Kind, str]]:
    """Yield each label with its value: beside it, below it, or in the same column of the next row."""
    lines = [line.strip() for line in text.split("\n", _LINES)[:_LINES]]
    filled = [line for line in lines if line and not _RULE.fullmatch(line)]
    for index, (line, below) in enumerate(zip_longest(filled, filled[1:], fillvalue="")):
        yield from (field for field in _fields_of(line, below) if field[0] != "sender" or index < _TOP)


def _fields_of(line: str, below: str) -> Iterator[tuple[Kind, str]]:
    sign = _SIGN.search(line)
    value = line[sign.end() :].strip(_MARKS) if sign else ""
    if sign and value and (kind := _kind(line[: sign.start()])):
        yield kind, value
        return
    cells = _cells(line)
    kinds = [_kind(cell) for cell in cells]
    is_heading = all(kinds) or sum(map(bool, kinds)) > 1
    if kinds[0] and len(cells) > 1 and not is_heading:
        yield kinds[0], cells[1].strip(_MARKS)
    elif is_heading and not _begins_with_label(below):
        values = [below] if len(cells) == 1 else _cells(below)
        yield from ((kind, value.strip(_MARKS)) for kind, value in zip(kinds, values, strict=False) if kind)


def _cells(line: str) -> list[str]:
    return _CELLS.split(line[:2_000].strip("| \t"))[:20]


def _begins_with_label(line: str) -> bool:
    return bool(_kind(_SIGN.split(line, maxsplit=1)[0]) or _kind(_cells(line)[0]))


def _kind(label: str) -> Kind | None:
    """Return what a label asks for, whatever marks stand around it."""
    if len(label) > _LABEL_LIMIT:
        return None
    plain = _REQUIRED.sub("", " ".join(label.lower().strip(_BULLETS).split())).strip(_MARKS)
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(plain)), None)
