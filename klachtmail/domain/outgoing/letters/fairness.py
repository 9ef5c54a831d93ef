"""Letters that keep it fair: the other side is asked, a dismissal is seen by others, and what may not work is doubted."""

import datetime as dt
from typing import Self

from klachtmail.domain.outgoing import buttons as b
from klachtmail.domain.record import record
from klachtmail.domain.records.letter import LetterData


@record
class Hearing(LetterData):
    """A question to a member about a complaint in which that member figures, and nothing else of it."""

    kind = "hearing"
    dutch = "vraag om wederhoor"
    by: str
    question: str

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(by="Els Bakker", question="Hoe verliep die middag?"),)


@record
class Heard(LetterData):
    """What the member answered, for the handler."""

    kind = "heard"
    dutch = "wederhoor"
    buttons = (b.OUTCOME, b.DOSSIER)
    who: str
    text: str

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(who="Jan de Vries", text="Ik stond met een lekke band en heb meteen gebeld."),)


@record
class Dismissed(LetterData):
    """Somebody decided that it is no complaint: for the other partners, at once."""

    kind = "dismissed"
    dutch = "melding dat iets geen klacht is"
    buttons = (b.PROMOTE, b.DOSSIER)
    by: str
    reason: str

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(by="Jan de Vries", reason="vraag: wil een kopie van de factuur"),)


@record
class ToldUnread(LetterData):
    """An outcome was told by telephone, in person or by post that the second reader had not read: it is read now."""

    kind = "told_unread"
    dutch = "uitkomst die zonder tweede lezer gemeld is"
    buttons = (b.DOSSIER,)
    by: str
    outcome: str
    proposal: str = ""

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (
            cls(by="Piet Jansen", outcome="De trainer stond in de file.", proposal="De training kan gratis opnieuw."),
            cls(by="Piet Jansen", outcome="De trainer stond in de file."),
        )


@record
class Leak(LetterData):
    """A data leak in a complaint: it must be reported within 72 hours (GDPR art. 33)."""

    kind = "leak"
    dutch = "melding van een mogelijk datalek"
    buttons = (b.REPORTED, b.DOSSIER)
    by: str
    due_at: dt.datetime

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(by="Els Bakker", due_at=dt.datetime(2026, 11, 26, 9, 12, tzinfo=dt.UTC)),)


@record
class Doubted(LetterData):
    """A new complaint is about what a measure was for: its owner is asked whether it works."""

    kind = "doubted"
    dutch = "vraag of een maatregel werkt"
    measure: str

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(measure="voor elke training staat een tweede trainer klaar"),)
