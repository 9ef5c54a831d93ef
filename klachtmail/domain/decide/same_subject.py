"""Many who complain about one thing within a week: from the third on they can be dealt with together, in one button."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from klachtmail.domain.agenda.earlier import of_same_subject
from klachtmail.domain.incoming.case import Case
from klachtmail.domain.records.letter import Button, LetterRequest
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.parties import complainants
from klachtmail.domain.records.sight import concerned

_WEEK: Final = timedelta(days=7)
_OFFERED_TO: Final = 3  # the third person is offered
_LISTED_FROM: Final = 4  # later ones come as one list


def about_the_same(case: Case, complaint: Complaint, recent: Iterable[Complaint]) -> tuple[Complaint, ...]:
    """Return the open complaints of the past week with the same subject and another complainant, oldest first.

    `recent` are those with the numbers before it, the newest first. A mail that is older than that itself has waited long
    enough: it is told at once and by itself.
    """
    if case.now - complaint.received_at > _WEEK:
        return ()
    same = (c for c in of_same_subject(complaint, recent) if complaint.received_at - c.received_at <= _WEEK)
    found = (c for c in same if c.is_open and c.confirmed)
    others = [c for c in found if c.complainant.address != complaint.complainant.address]
    return tuple(reversed(others))


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
