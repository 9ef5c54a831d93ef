"""Several people in one report of what was said: a couple, a class. Each is read with his own number or mail address.

Two names with one telephone are one household: then the name is kept as it was written.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from klachtmail.domain.commands.slots import ADDRESS
from klachtmail.domain.commands.values import Person
from klachtmail.domain.people.telephone import dialled

_LOOKED_AT: Final = 2_000  # characters
_MOST: Final = 30  # people: a class
_TITLE: Final = r"(?:[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Mm]evr\.?|[Mm]w\.?|[Dd]hr\.?|[Dd]e heer)\s"
_WORD: Final = r"[A-Z\u00c0-\u00de][\w'’-]{1,40}"
_PARTICLE: Final = r"(?:v\.?d\.?|van|de|der|den|ten|ter|el|van de|van den|van der)\s"
_NAME: Final = rf"(?:{_TITLE})?(?:[A-Z]\.\s?){{0,5}}{_WORD}(?:\s(?:{_PARTICLE})?{_WORD}){{0,3}}"
_HOW: Final = r"(?:tel(?:efoon)?\.?|mobiel|e-?mail|mail|op)?"
_NAMED: Final = re.compile(rf"(?P<name>{_NAME})[\s,:(<\[–-]{{0,8}}{_HOW}[\s:]{{0,4}}$")
_HIS: Final = r"(?:(?:haar|zijn|hun|de) )?(?:man|vrouw|partner|echtgeno\w+|dochter|zoon|zus|broer|moeder|vader|collega'?s?|buurvrouw|buurman)"
_BESIDE: Final = re.compile(
    rf"[\s,;)>\]/&+]*(?:(?:en|ook|and|also|samen met|alsmede)[\s,]+)*(?:{_HIS}\s+)?", re.IGNORECASE
)
_OF_THE_SAME: Final = re.compile(
    rf"[\s,;()<>/–-]{{0,8}}(?:en|of|and|or)?[\s,;()<>]{{0,8}}{_HOW}[\s:]{{0,4}}", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"\n|;|\s(?:en|and|&|\+)\s", re.IGNORECASE)


def people_in(names: str, phones: str, addresses: str, text: str) -> tuple[Person, ...]:
    """Return the people of a report, when they are several that can each be reached; else nothing.

    `names`, `phones` and `addresses` are what stands under those labels; `text` says it only when no name does.
    """
    return tuple(_each_with_his_own(names or text)) or tuple(_in_order(names, phones, addresses))


def _each_with_his_own(text: str) -> list[Person]:
    """Return those whose number or address stands behind their name, as long as only 'en', 'haar man' or the like is between."""
    begin, cursor, found = text[:_LOOKED_AT], 0, list[Person]()
    for start, end, phone, address in _contacts(begin):
        before = begin[cursor:start]
        named = _NAMED.search(before)
        if named is not None and (not found or _BESIDE.fullmatch(before[: named.start()])):
            found.append(Person(" ".join(named["name"].split()), address, phone))
        elif found and _OF_THE_SAME.fullmatch(before):
            last = found[-1]
            found[-1] = Person(last.name, last.address or address, last.phone or phone)
        elif found:
            break
        cursor = end
    return found if len({person.name for person in found}) == len(found) and 1 < len(found) <= _MOST else []


def _contacts(text: str) -> list[tuple[int, int, str | None, str | None]]:
    """Return where the telephone numbers and mail addresses of a text stand, in order."""
    mails = [(m.start(), m.end(), None, m.group().lower().rstrip(".")) for m in ADDRESS.finditer(text)]
    calls = [(start, end, whole(text[start:end]), None) for start, end, _ in dialled(text)]
    return sorted((*mails, *calls), key=lambda each: each[0])


def whole(number: str) -> str:
    """Return a number as it was written, without a bracket that opens before it."""
    return " ".join(number.split()) if number.count("(") == number.count(")") else " ".join(number.strip("( )").split())


def _in_order(names: str, phones: str, addresses: str) -> Iterator[Person]:
    """Yield those of a form that lists as many numbers, or addresses, as names."""
    said = [name.strip(" ,.") for name in _BETWEEN.split(names[:_LOOKED_AT]) if name.strip(" ,.")]
    calls = [phone for *_, phone, _ in _contacts(phones) if phone]
    mails = [address for *_, address in _contacts(addresses) if address]
    if not 1 < len(said) <= _MOST or len(said) not in {len(calls), len(mails)}:
        return
    if any(re.search(r"\d", name) for name in said):
        return
    family = said[-1].partition(" ")[2]
    for name, phone, address in zip_longest(said, calls[: len(said)], mails[: len(said)]):
        yield Person(f"{name} {family}".strip() if " " not in name else name, address, phone)
