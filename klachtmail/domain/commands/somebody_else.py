"""Whether somebody else than the complainant was spoken with, or a colleague is asked, by what stands beside it."""

from typing import Final

from klachtmail.domain.commands.said import Said
from klachtmail.domain.commands.table import BY_VERB

HANDLES: Final = frozenset({"TAKE", "TAKE-3", "JOB", "PICK", "BUSY", "SHOULDER"})
_PRONOUNS: Final = frozenset("hem haar 'm m die ze hij zij him her".split())
_WHOM: Final = frozenset({"TO-MEMBER", "TO-OTHER", "WITH-MEMBER", "WITH-OTHER"})


def is_another(other: Said, part: Said) -> bool:
    """Return whether it was somebody else ('gebeld. kreeg zijn vrouw'), or the writer who cannot be reached."""
    clause = other.clause
    if clause is None or part.keyed or part.clause is None or abs(other.place - part.place) > 1:
        return False
    means = [token.means for token in clause.tokens]
    if part.row is BY_VERB["contact"] and other.place >= part.place and means and means[0] & _WHOM:
        return clause.text.lower().startswith("naar ")  # 'gebeld dat ik heb! naar Piet, naar Els'
    if other.is_done:
        return False
    reached = any("THIRD" in each for each in means) and any(
        each & {"CONTACT", "GOT", "REACH", "PICK-UP"} for each in means
    )
    absent = len(means) > 1 and "I" in means[0] and "BE" in means[1]
    return reached if part.row is BY_VERB["contact"] else absent and other.place == part.place


def is_of_a_colleague(other: Said, part: Said) -> bool:
    """Return whether who was spoken with may be the colleague of the same sentence: 'Piet doet het, heb hem gesproken'."""
    named = other.row is BY_VERB["assign"] and other.is_done and other.place == part.place and part.clause is not None
    tokens = part.clause.tokens if named and part.clause else ()
    whom = [t.text.split()[-1] for t in tokens if t.means & {"CLIENT", "WITH-CLIENT"}]
    return bool(whom) and all(each in _PRONOUNS for each in whom)


def asks_a_colleague(other: Said) -> bool:
    """Return whether a colleague is asked, or may be, to take it: 'kan Els hem overnemen? ik kom er niet aan toe'."""
    tokens = other.clause.tokens if other.clause and not other.is_done else ()
    named = any(token.means & {"MEMBER", "TO-MEMBER"} for token in tokens)
    return named and any(token.means & HANDLES for token in tokens)
