"""Which members a complaint names: they may be who it is about, and do not decide what becomes of it."""

import re
from dataclasses import replace
from typing import Final

from klachtmail.domain.commands.authored_lines import body, greeting_length
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.records.model import Complaint, Party

_SPEAKS: Final = frozenset(
    {"contacted", "attempted", "message_sent", "answered", "party_told", "postponed", "corresponded"}
)


def with_named(complaint: Complaint, firm: Firm) -> Complaint:
    """Return the complaint with whom it names on record, until a partner says whom it is about."""
    known = {*complaint.about, *complaint.cleared}
    every = (member.address.lower() for member in named_members(complaint, firm))
    named = tuple(address for address in every if address not in known)
    return complaint if named == complaint.named else replace(complaint, named=named)


def named_later(complaint: Complaint, party: Party, text: str, firm: Firm) -> tuple[Member, ...]:
    """Return the members whom this complainant names only now, as a word of a later mail.

    Not who handles it, nor who wrote or spoke to a complainant: to name them is no more than to answer.
    """
    spoke = {complaint.handler, *(e.actor for e in complaint.history if e.event in _SPEAKS)}
    known = {*complaint.about, *complaint.cleared, *complaint.named, *spoke}
    return tuple(m for m in _named_in(text, party.name, firm) if m.address.lower() not in known)


def named_members(complaint: Complaint, firm: Firm) -> tuple[Member, ...]:
    """Return the members whose first name or surname stands in the subject or in what the client wrote, as a word."""
    return _named_in(complaint.text, complaint.complainant.name, firm, complaint.subject)


def _named_in(text: str, name: str, firm: Firm, subject: str = "") -> tuple[Member, ...]:
    """Return whom a text names. A greeting and a signature say nothing, and the client's own name is no member's."""
    own, written = name_words(name), f"{subject} {text}".casefold()
    likely = [m for m in firm.members if any(word in written for word in name_words(m.name) - own)]
    said = f"{subject} {_between_greetings(text)}" if likely else ""
    return tuple(m for m in likely if _is_named(m, said, own))


def _is_named(member: Member, said: str, own: frozenset[str]) -> bool:
    has_article = _ARTICLES & set(member.name.casefold().split())
    return bool(name_words(member.name) & words_said(said if has_article else _NOUN.sub(" ", said)) - own)


def _between_greetings(text: str) -> str:
    lines = body(text)
    return "\n".join([line[greeting_length(line) :] for line in lines[:1]] + lines[1:]) if lines else text


_WORD = re.compile(r"\w+")
# Of a date, as far as they are names: '5 jan' (Dutch, without a capital), '4 Jan 2027' and 'Jan 4, 2027'.
_MONTHS = "jan mar apr april may mei june juni july juli august augustus".split()
_SMALL, _ANY = "|".join(_MONTHS), "|".join(f"[{m[0].upper()}{m[0]}]{m[1:]}" for m in _MONTHS)
_MONTH = re.compile(
    rf"(?<!\w)\d{{1,2}}[ -](?:{_SMALL})(?!\w)"
    rf"|(?<!\w)\d{{1,2}}[ -](?:{_ANY})[ -]\d{{2,4}}(?!\w)"
    rf"|(?<!\w)(?:{_ANY}) (?:\d{{1,2}}, ?)?\d{{4}}(?!\w)"
)


# 'de bakker op de hoek' is not Els Bakker; 'de vries' in small letters may be Jan de Vries.
_ARTICLES = frozenset(["de", "het", "een", "'t"])
_NOUN = re.compile(
    r"\b(?:[Dd]e|[Hh]et|[Ee]en|[Dd]ie|[Dd]eze|[Oo]nze|[Mm]ijn|[Gg]een|the|an?|our|my)\s{1,3}(?=[a-z])\w+"
)


def words_said(text: str) -> set[str]:
    """Return the words of a text, casefolded, that may name somebody: no month of a date, which is Jan's name too."""
    return set(_WORD.findall(_MONTH.sub(" ", text).casefold()))


_PARTICLES = frozenset(["den", "der", "het", "van", "von", "ten", "ter", "aan", "bij"])


def name_words(name: str) -> frozenset[str]:
    """Return the words of a name that tell people apart; a name is written with a capital, so 'de' and 'van' are not."""
    return frozenset(word for word in re.findall(r"\w+", name.casefold()) if word not in _PARTICLES and len(word) > 2)
