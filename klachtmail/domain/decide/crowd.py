"""Many who complain about one thing within a week: from the third on they can be dealt with together, in one button."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import Final

from klachtmail.domain.agenda.patterns import significant_words
from klachtmail.domain.incoming.triage import Case
from klachtmail.domain.records.letter import Button, LetterRequest
from klachtmail.domain.records.model import Complaint, number_of
from klachtmail.domain.records.parties import complainants
from klachtmail.domain.records.sight import concerned

_WEEK: Final = timedelta(days=7)
_LOOKED_BACK: Final = 100  # numbers: a flood of mail must not make each message dearer than the one before it
_OFFERED_TO: Final = 3  # the third person is offered
_LISTED_FROM: Final = 4  # later ones come as one list

_words = lru_cache(maxsize=4096)(significant_words)


def about_the_same(case: Case, complaint: Complaint) -> tuple[Complaint, ...]:
    """Return the open complaints of the past week with the same subject and another complainant, oldest first."""
    wanted = _words(complaint.subject[:300])
    if not wanted:
        return ()
    found = (c for c in _before(case, complaint) if c.is_open and c.confirmed and _words(c.subject[:300]) == wanted)
    others = [c for c in found if c.complainant.address != complaint.complainant.address]
    return tuple(reversed(others))


def _before(case: Case, complaint: Complaint) -> Iterator[Complaint]:
    """Yield the complaints with the numbers before this one, the newest first, as far as a week back."""
    year, counter = int(complaint.number[1:5]), int(complaint.number[6:])
    for earlier in range(counter - 1, max(0, counter - 1 - _LOOKED_BACK), -1):
        found = case.records.complaint(number_of("K", year, earlier))
        if found is not None and complaint.received_at - found.received_at > _WEEK:
            return
        if found is not None:
            yield found


def together(case: Case, letters: Iterable[LetterRequest], alike: Sequence[Complaint]) -> Iterator[LetterRequest]:
    """Yield the letters; those that route a complaint get the button, and later ones are marked for the list."""
    for letter in letters:
        partner = case.firm.member(letter.member)
        known = [c for c in alike if partner is not None and concerned(c, (partner,))]
        count = 1 + sum(len(complainants(c)) for c in known)
        if letter.kind != "routing" or count < _OFFERED_TO:
            yield letter
            continue
        bundle = known[0].number if count >= _LISTED_FROM else None
        yield replace(letter, buttons=(*letter.buttons, _button(known)), bundle=bundle)


def _button(known: Sequence[Complaint]) -> Button:
    """Return the button that joins them: into the one that has the others already, or all into this one."""
    if len(known) == 1:
        return Button(label=f"Samen met {known[0].number}", line=f"samenvoegen {known[0].number}")
    return Button(label=f"Groep: alle {len(known) + 1} samen", line=f"groep {' '.join(c.number for c in known)}")
