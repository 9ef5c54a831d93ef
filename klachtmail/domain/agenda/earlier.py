"""Who comes back is known: what the same person, organisation or course complained about before, and what came of it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from klachtmail.domain.agenda.words import organisation_of, significant_words
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.records.letter import Button, LetterRequest
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint, Measure
from klachtmail.domain.records.numbers import number_of
from klachtmail.domain.records.parties import complainant_at
from klachtmail.domain.records.port import Records
from klachtmail.domain.records.sight import concerned

LOOKED_BACK: Final = 100  # numbers: a flood of mail must not make each message dearer than the one before it
_SHOWN: Final = 3
_SUBJECT: Final = 300  # characters of one
_ASKED_EVERY: Final = dt.timedelta(days=30)

_words_of = lru_cache(maxsize=4096)(significant_words)


def before(records: Records, complaint: Complaint) -> tuple[Complaint, ...]:
    """Return the complaints with the numbers before this one, the newest first, as far back as is looked."""
    year, counter = int(complaint.number[1:5]), int(complaint.number[6:])
    back = range(counter - 1, max(0, counter - 1 - LOOKED_BACK), -1)
    return tuple(records.numbered([number_of("K", year, number) for number in back]))


def of_same_subject(complaint: Complaint, recent: Iterable[Complaint]) -> Iterator[Complaint]:
    """Yield those of `recent` whose subject has the same words that tell complaints apart, when it has any."""
    words = words_of(complaint)
    return (c for c in recent if words_of(c) == words) if words else iter(())


def words_of(complaint: Complaint) -> frozenset[str]:
    """Return the words of its subject that tell complaints apart."""
    return _words_of(complaint.subject[:_SUBJECT])


def earlier(records: Records, complaint: Complaint, recent: Sequence[Complaint]) -> tuple[Complaint, ...]:
    """Return at most three that tell something: of the same person first, then of the organisation or course.

    `recent` are those `before` it: whoever asked for them already does not ask again.
    """
    address = complaint.complainant.address
    numbers = records.numbers_for_address(address)[-LOOKED_BACK:] if address else ()
    theirs = [c for c in records.numbered(numbers[::-1]) if complainant_at(c, address)]
    words, firm = words_of(complaint), organisation_of(complaint.complainant)
    telling = [c for c in recent if _tells(c)]  # first: of a flood that came just now nothing does
    alike = [
        c for c in telling if (firm and organisation_of(c.complainant) == firm) or (words and words_of(c) == words)
    ]
    found = {c.number: c for c in (*theirs, *alike) if c.number != complaint.number and _tells(c)}
    return tuple(found.values())[:_SHOWN]


def _tells(complaint: Complaint) -> bool:
    """Return whether something came of it that the next handler should know."""
    return complaint.status in {"answered", "closed"} or bool(complaint.measures)


def lines(found: tuple[Complaint, ...], reader: Member, today: dt.date) -> list[str]:
    """Return a line for each of those that this member may see. It names nobody: erasing a person would not find it here."""
    own = {reader.address.lower()}
    seen = [c for c in found if concerned(c, (reader,)) and (reader.oversees or {c.handler, c.reporter} & own)]
    return [_line(c, today) for c in seen]


def _line(complaint: Complaint, today: dt.date) -> str:
    judged = f", {complaint.judgement}" if complaint.judgement else ""
    measures = "".join(f"; maatregel “{m.text}” {_state(m, today)}" for m in complaint.measures[:2])
    return f"Eerder: {complaint.number}, {complaint.subject[:60]}{judged}{measures}."


def _state(measure: Measure, today: dt.date) -> str:
    if measure.worked is not None:
        return "werkte" if measure.worked else "werkte niet"
    if measure.done_on is not None:
        return "is gereed"
    return "is te laat" if measure.due_on is not None and measure.due_on < today else "is nog niet gereed"


def doubted(
    found: tuple[Complaint, ...], complaint: Complaint, firm: Firm, now: dt.datetime
) -> Iterator[tuple[Complaint, tuple[LetterRequest, ...]]]:
    """Yield the earlier complaints of which a measure may not work, with the question to its owner; once a month."""
    for one in found:
        questions = []
        for index, measure in enumerate(one.measures, start=1):
            owner = firm.member(measure.owner)
            if owner is None or measure.done_on is None or measure.worked is False or not concerned(one, (owner,)):
                continue
            if concerned(complaint, (owner,)):
                questions.append(_question(one, owner, index, measure))
        recently = any(h.detail.startswith(_DETAIL) and now - h.at < _ASKED_EVERY for h in one.history)
        if questions and not recently and one.status != "merged":
            yield noted(one, "noted", now, "klachtmail", f"{_DETAIL}{complaint.number}"), tuple(questions)


_DETAIL: Final = "opnieuw een klacht over hetzelfde: "


def _question(complaint: Complaint, owner: Member, index: int, measure: Measure) -> LetterRequest:
    line = f"maatregel {index} werkt"
    buttons = (Button(label="Werkt niet", line=f"{line} niet", main=True), Button(label="Werkt wel", line=line))
    return requests.to_member(letters.Doubted(measure=measure.text), owner, complaint, buttons=buttons)
