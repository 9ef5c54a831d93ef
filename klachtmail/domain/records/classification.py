"""What a complaint is about, in the firm's own words: product, aspect and cause (ISO 10002 §8.2: analysis)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from klachtmail.domain.firm.firm import Classes, Firm
from klachtmail.domain.records.model import Classification, Complaint

List = Literal["product", "aspect", "cause"]
LISTS: Final[tuple[List, ...]] = ("product", "aspect", "cause")
_STEM: Final = 5  # letters: 'trainer' is found in 'trainers', 'factuur' not in 'facturering', which is its own word
_WORD = re.compile(r"[^\W\d_]{3,}")


def classified(words: Sequence[str], classes: Classes, before: Classification | None) -> Classification | str:
    """Return the classification with these words in their lists, or the first word that is in none.

    A word may be cut short when only one entry begins so. What an earlier command said of another list stays.
    """
    made = before or Classification()
    for word in words:
        found = _entry(word, classes)
        if found is None:
            return word
        name, entry = found
        made = replace(
            made,
            product=entry if name == "product" else made.product,
            aspect=entry if name == "aspect" else made.aspect,
            cause=entry if name == "cause" else made.cause,
        )
    return made


def _entry(word: str, classes: Classes) -> tuple[List, str] | None:
    wanted = word.casefold()
    entries = [(name, entry) for name in LISTS for entry in getattr(classes, name)]
    whole = [each for each in entries if each[1].casefold() == wanted]
    begun = [each for each in entries if each[1].casefold().startswith(wanted)]
    return whole[0] if whole else begun[0] if len(begun) == 1 else None


def likeliest(complaint: Complaint, firm: Firm) -> tuple[str, ...]:
    """Return at most two entries whose words stand in the complaint, of lists that are not filled in: best first."""
    said = complaint.classification or Classification()
    stems = set(_stems(f"{complaint.subject} {complaint.text}"))
    scored = [
        (sum(stem in stems for stem in _stems(entry)), entry)
        for name in LISTS
        if getattr(said, name) is None
        for entry in getattr(firm.classification, name)
    ]
    return tuple(entry for score, entry in sorted(scored, key=lambda each: -each[0])[:2] if score)


def _stems(text: str) -> Iterator[str]:
    return (word[:_STEM].casefold() for word in _WORD.findall(text))


def lacks_class(complaint: Complaint, firm: Firm) -> bool:
    """Return whether the firm wants every complaint classified before it closes, and this one is not."""
    return firm.classification.required and complaint.classification is None
