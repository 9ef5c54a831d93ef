"""What is typed or dictated in one breath, without a sign between two sentences: where the second may begin, and whether it leaves the first as it is."""

import re
from collections.abc import Callable
from typing import Final

from klachtmail.domain.commands.clause import Clause

# Where a new sentence may begin though no sign was typed: 'pak m wel ff zit nu toch in de trein', '… leg hem maar weer op de stapel'.
NEW_SENTENCE: Final = re.compile(
    r"(?<=\w)\s+(?=(?:ik|'k|zit|zat|ben|heb|dan|we|wij|die|zij|ze|hij|mevrouw|meneer|kan|moet|ga|want|omdat|dus|leg|geef|zet|pak|neem|laat|stuur|sluit|doe|maak|gooi|voeg|verstuur|gewoon|i|please|just)\b)",
    re.IGNORECASE,
)
HANGS: Final = re.compile(
    r"\b(?:dat|als|of|om|wat|die|hoe|want|omdat|doordat|zodat|nadat|voordat|zodra|toen|terwijl|en|maar|dus|de|het|een|te|met|van|voor|naar|tot|geen|niet|mijn|dan|that|ik|we|wij|i|if|and|or|the|a|to|with|of|for)$"
)
FEWEST: Final = 5  # words
MOST_PLACES: Final = 12  # places
_RESERVES: Final = frozenset("IF OR HEDGE RETRACT NOT-YET".split())


def lacks_its_noun(left: Clause) -> bool:
    """Return whether a preposition ends it: in 'gebeld door meneer' that is no particle, as it is in 'ik pak het op'."""
    handles = left.row is not None and left.row.either == "handler"
    return not handles and left.tokens[-1].text in _PREPOSITIONS


_PREPOSITIONS: Final = frozenset(
    "aan op in bij over door uit naar met van voor om tegen onder by to with at on in of".split()
)


def is_whole(half: Clause) -> bool:
    """Return whether it is a command with its object, so that what stands beside it in one breath is another sentence."""
    return (
        half.is_sure
        and half.row is not None
        and half.row.tier == 1
        and not any(token.means & _RESERVES for token in half.tokens)
        and len([token for token in half.tokens if not token.is_filler]) > 1
        and bool(
            {"THIS", "PART", "CLIENT", "WITH-CLIENT", "FOR-ME", "TO-MEMBER"} & {m for t in half.tokens for m in t.means}
        )
    )


def is_beside(half: Clause) -> bool:
    """Return whether nothing in this half may be about the other: no doubt, no colleague, no question; a 'not' only in a sentence."""
    means = {each for token in half.tokens for each in token.means}
    denies = "NOT" in means and len(half.tokens) < FEWEST
    named = means & {"MEMBER", "TO-MEMBER", "WITH-MEMBER", "AT-MEMBER", "OTHER", "U", "HEARSAY", "NUMBER", "REF"}
    return (
        not half.is_clear
        and not half.question
        and not denies
        and not named
        and not means & _RESERVES
        and len(half.tokens) > 1
    )


_LONGEST_TELEGRAM: Final = 9  # words
_LEAVES: Final = 3  # the tier of what leaves the house: nothing is sent by a telegram
_TELEGRAPHED: Final = frozenset({"contact", "no_answer", "take", "accepted", "judgement"})


def telegram(text: str, read: Callable[[str], Clause]) -> list[Clause]:
    """Return the commands of a mail that is nothing else, word behind word: 'gebeld akkoord sluiten'. The most that it can be."""
    words = text.split()
    if not 1 < len(words) <= _LONGEST_TELEGRAM or "?" in text or not words[0].isalpha():
        return []
    best: list[list[Clause] | None] = [[], *[None] * len(words)]
    for end in range(1, len(words) + 1):
        for at in range(end):
            before = best[at]
            if before is not None and len(before) + 1 > len(best[end] or []):
                part = read(" ".join(words[at:end]))
                best[end] = [*before, part] if _is_telegraphed(part) else best[end]
    found = best[-1] or []
    verbs = [each.row.verb for each in found if each.row]
    return found if len(set(verbs)) == len(verbs) > 1 and verbs[0] in _TELEGRAPHED else []


def _is_telegraphed(part: Clause) -> bool:
    """Return whether this is a command as it stands, that leaves no doubt beside it."""
    if not part.is_sure or part.question or part.row is None or part.fit is None or part.row.tier >= _LEAVES:
        return False
    spoken = any(token.means & _SPEAKS for token in part.tokens)  # 'contact opnemen doe ik donderdag' is a sentence
    return not spoken and not any(token.is_doubt and token not in part.fit.used for token in part.tokens)


_SPEAKS: Final = frozenset("I WE YOU U ME THIS DET MEMBER TO-MEMBER WITH-MEMBER BY-MEMBER AT-MEMBER TO MUST".split())
