"""What stands after a colon, and the parts of it: an owner and a date, a choice, a person with address and telephone."""

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from klachtmail.domain.commands.dates import Problem, find_dates
from klachtmail.domain.commands.words import fold
from klachtmail.domain.people.telephone import dialled

_OWNER = re.compile(
    r"(?:(?:^|[ ,(\[])(?:door|by|eigenaar|owner)[ :]+|(?P<bracket>[(\[]))(?P<owner>@?[\w.-]{1,40})[\s.,;)\]]*$"
)
_DUE_WORD = re.compile(
    r"(?:^|[ ,(\[])(?P<word>voor|vr|v|uiterlijk|per|by|before|gereed|klaar|op|due|tot)(?: (?:voor|op|uiterlijk))?[ :]*$"
)
_MAIL = re.compile(
    r"<?(?:mailto:)?(?P<address>[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})>?", re.ASCII
)
_CALLED = re.compile(r"\b(?:tel|telefoon|telnr|mobiel|mob|nummer|phone|t)\b[.:]? ?$", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:naam|name|adres|address|e-?mail|mail|mailadres|e-mailadres|postadres|tel|telefoon)\b ?[.:]? *", re.IGNORECASE
)
_OPEN_CHOICE = re.compile(
    r"(?:ja|nee|yes|no|gegrond|deels(?: gegrond)?|ongegrond|vraag|compliment|anders) ?(?:/|\?|(?:of|or)\b)"
)
_KIND = re.compile(r"(?:een |a )?(?P<kind>vraag|compliment|anders|question|other)\b[\s,.;:-]*")
_YES_NO = re.compile(r"(?P<choice>ja|nee|yes|no|neen)\b[\s,.;:-]*")
_JUDGED = re.compile(
    r"(?P<choice>gegrond|deels(?: (?:on)?gegrond)?|gedeeltelijk(?: gegrond)?|ongegrond"
    r"|(?:deels |on)?terecht|niet (?:gegrond|terecht)|upheld|founded|partly|unfounded|not upheld)\b[\s,.;:-]*"
)
_JUDGEMENT: Final = {
    "gegrond": "gegrond",
    "terecht": "gegrond",
    "upheld": "gegrond",
    "founded": "gegrond",
    "ongegrond": "ongegrond",
    "onterecht": "ongegrond",
    "niet gegrond": "ongegrond",
    "niet terecht": "ongegrond",
    "unfounded": "ongegrond",
    "not upheld": "ongegrond",
}
_KINDS: Final = {"question": "vraag", "other": "anders"}


@dataclass(frozen=True, slots=True)
class Promise:
    """A measure as it was typed: its text, its owner's alias and its due date (or what is wrong with that)."""

    text: str
    owner: str | None = None
    due: dt.date | Problem | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A complainant as typed; a part that was not there is None. `postal` is on lines: street, postcode and place."""

    name: str | None = None
    address: str | None = None
    phone: str | None = None
    postal: str | None = None


def read_promise(value: str, today: dt.date, aliases: Collection[str]) -> Promise:
    """Return the measure in a value; 'door jan' and 'voor 1 februari' count at its end only, in either order."""
    text, owner, due = value.rstrip(), None, None
    known = {fold(alias): alias for alias in aliases}
    for _ in range(2):
        start = max(0, len(text) - 80)
        tail = fold(text[start:].replace("\n", " "))
        match = _OWNER.search(tail) if owner is None else None
        is_named = match and (match["owner"].startswith("@") or match["owner"].rstrip(".") in known)
        # '(piet)' may be whom
        if match and is_named and (due or not match["bracket"] or match["owner"].startswith("@")):
            word = match["owner"].lstrip("@").rstrip(".")
            owner = known.get(word, word)
            text = text[: start + match.start()].rstrip(" ,(;[")
        elif due is None and (found := _due_at_end(tail, today)):
            due, at = found
            text = text[: start + at].rstrip(" ,(;[")
    return Promise(text, owner, due)


def _due_at_end(tail: str, today: dt.date) -> tuple[dt.date | Problem, int] | None:
    for each in find_dates(tail):
        if tail[each.end :].strip(" .,;)]"):
            continue
        word = _DUE_WORD.search(tail[: each.start])
        if word:
            return each.resolve(today), word.start()
        if tail[: each.start].rstrip().endswith((",", "(")):
            return each.resolve(today), each.start
    return None


def read_person(value: str) -> Person:
    """Return the person that a value describes: name, mail address, telephone and postal address, in any order."""
    rest, address, phone = value[:1000], None, None
    if mail := _MAIL.search(rest):
        address = mail["address"].lower().rstrip(".")
        rest = f"{rest[: mail.start()]},{rest[mail.end() :]}"
    if number := next(dialled(rest), None):
        start, end, _ = number
        phone = " ".join(rest[start:end].split())
        rest = f"{_CALLED.sub('', rest[:start])},{rest[end:]}"
    pieces = [_LABEL.sub("", piece.strip(" <>;\t\"'()-–")).strip() for piece in re.split(r"[,\n;]", rest)]
    pieces = [piece for piece in pieces if any(char.isalnum() for char in piece)]
    named = bool(pieces) and not any(char.isdigit() for char in pieces[0])
    name = pieces[0] if named else None
    postal = "\n".join(pieces[1:] if named else pieces)
    if not named and any(not re.search(r"\d", piece) for piece in pieces[:-1]):
        name = next(piece for piece in pieces[:-1] if not re.search(r"\d", piece))
        postal = "\n".join(piece for piece in pieces if piece != name)
    return Person(name, address, phone, postal or None)


def names_several(value: str) -> bool:
    """Return whether a choice was left open: 'gegrond/deels/ongegrond', 'ja of nee', 'ja?'."""
    return bool(_OPEN_CHOICE.match(fold(value[:80])))


def read_judgement(value: str) -> tuple[str, str | None] | None:
    """Return (gegrond, deels or ongegrond; the text behind it) or None when the value starts with neither."""
    match = _JUDGED.match(fold(value))
    if not match or names_several(value):
        return None
    return _JUDGEMENT.get(match["choice"], "deels"), value[match.end() :].strip() or None


def read_yes_no(value: str) -> tuple[str, str | None] | None:
    """Return (ja or nee; the text behind it) or None when the value starts with neither."""
    match = _YES_NO.match(fold(value))
    if not match or names_several(value):
        return None
    return "ja" if match["choice"] in {"ja", "yes"} else "nee", value[match.end() :].strip() or None


def read_kind(value: str) -> tuple[str, str | None]:
    """Return (vraag, compliment or anders; the reason behind it) of a dismissal; without a kind it is 'anders'."""
    match = _KIND.match(fold(value))
    if not match:
        return "anders", value.strip() or None
    return _KINDS.get(match["kind"], match["kind"]), value[match.end() :].strip() or None
