"""The answer to our question how it went: one of the three words that we offered, and what the client wrote beside it."""

import re
from dataclasses import dataclass
from typing import Final

from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.records.model import Complaint, Party, Score
from klachtmail.domain.records.satisfaction import ANSWERS, was_asked

_SCORES: Final[dict[str, Score]] = {
    word.casefold(): score for answers in ANSWERS.values() for word, score in answers.items()
}
_END: Final = re.compile(r"[.!](?=\s)")  # of the sentence that the word is: 'Goed, maar …' says something else
_AROUND: Final = " .!\"'“”‘’*"


@dataclass(frozen=True, slots=True)
class Rating:
    """The answer, and the words beside it ('' when there are none but a greeting and a name)."""

    score: Score
    words: str


def rating(mail: Incoming, complaint: Complaint, party: Party) -> Rating | None:
    """Return how this complainant says that it went, in answer to our question or by one of its buttons.

    Whatever else is written, also below that question, is no rating: the handler reads it like any other message.
    """
    if not was_asked(complaint, party) or not _answers_the_question(mail, complaint):
        return None
    from klachtmail.domain.commands.authored_lines import body  # only now: the grammar takes long to load

    lines = body(mail.new_text)
    first, *more = lines or [""]
    word, beside = _word(first)
    score = _SCORES.get(word)
    if score is None:
        return None
    return Rating(score, "\n".join((beside, *more)).strip())


def _word(line: str) -> tuple[str, str]:
    """Return a line as the word that it may be, and what stands behind it: a sentence of its own."""
    found = _END.search(line)
    word, beside = (line[: found.end()], line[found.end() :].strip()) if found else (line, "")
    return " ".join(word.split()).strip(_AROUND).casefold(), beside


def _answers_the_question(mail: Incoming, complaint: Complaint) -> bool:
    """Return whether the nearest letter of ours that it answers is the question; a button's mail answers none."""
    sent = {each.message_id: each.kind for each in complaint.messages if each.direction == "out" and each.message_id}
    return next((sent[one] == "satisfaction" for one in mail.thread if one in sent), True)
