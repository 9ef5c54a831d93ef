"""Letters to clients. Those that a person writes are `by_person`; the others say that a program sent them."""

import datetime as dt
from typing import Self

from klachtmail.domain.record import record
from klachtmail.domain.records.letter import LetterData


@record
class Acknowledgement(LetterData):
    """Receipt is confirmed; `open` are numbers that this client has open already, `together` those it is also for."""

    kind = "acknowledgement"
    dutch = "ontvangstbevestiging"
    audience = "client"
    open: tuple[str, ...] = ()
    together: tuple[str, ...] = ()

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        two = ("K2026-0009", "K2026-0010")
        return cls(), cls(open=two[:1], together=two), cls(open=two, together=("K2026-0013",))


@record
class Message(LetterData):
    """A question or news in a member's own words."""

    kind = "message"
    dutch = "bericht"
    audience = "client"
    by_person = True
    text: str

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(text="Dank u voor het gesprek van vanmorgen.\n\nKunt u mij laten weten op welke dag u kunt?"),)


@record
class Outcome(LetterData):
    """What was found, judged, proposed and changed; the client is asked to answer before `answer_by`."""

    kind = "outcome"
    dutch = "uitkomstbrief"
    audience = "client"
    by_person = True
    answer_by: dt.date

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(answer_by=dt.date(2026, 12, 21)),)


@record
class Postponement(LetterData):
    """A new due date; `late`: the old one has passed already."""

    kind = "postponement"
    dutch = "brief over uitstel"
    audience = "client"
    by_person = True
    reason: str
    due_on: dt.date
    late: bool = False

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        reason, due_on = "Wij spreken de trainer pas op 9 december.", dt.date(2026, 12, 16)
        return cls(reason=reason, due_on=due_on), cls(reason=reason, due_on=due_on, late=True)


@record
class NoComplaint(LetterData):
    """It was no complaint: what the client asked is answered."""

    kind = "no_complaint"
    dutch = "brief dat het geen klacht is"
    audience = "client"
    by_person = True
    text: str

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(text="U vroeg of de lunch ook zonder gluten kan. Dat kan, en wij hebben het genoteerd."),)


@record
class Apology(LetterData):
    """We are late: laid ready by the clock, sent by a member, who promises with it to be in touch by `contact_by`."""

    kind = "apology"
    dutch = "excuusbrief"
    audience = "client"
    by_person = True
    contact_by: dt.date | None = None  # a request of an older register has none

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return cls(contact_by=dt.date(2026, 12, 9)), cls()


@record
class Withdrawn(LetterData):
    """The complaint was withdrawn and is closed: what the client said is confirmed, and the door stays open."""

    kind = "withdrawn"
    dutch = "brief na intrekken"
    audience = "client"
    by_person = True


@record
class Closed(LetterData):
    """The complaint is closed, or this client's part of it is `withdrawn`; what was promised goes on, until that day.

    `agreed`: the client accepted the outcome.
    """

    kind = "closed"
    dutch = "slotbrief"
    audience = "client"
    withdrawn: bool = False
    agreed: bool = False
    promised: bool = False
    promised_by: dt.date | None = None

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        on = dt.date(2027, 1, 15)
        return cls(agreed=True), cls(withdrawn=True), cls(promised=True), cls(promised=True, promised_by=on)


@record
class Satisfaction(LetterData):
    """The complaint was closed some days ago: the client is asked, once, how we dealt with it. Its buttons are the answers."""

    kind = "satisfaction"
    dutch = "vraag hoe het ging"
    audience = "client"


@record
class InternalPointer(LetterData):
    """A colleague wrote to the address for clients, and is shown the way."""

    kind = "internal_pointer"
    dutch = "verwijzing naar de lijn"
    audience = "client"
    alone = True
    subject: str = ""

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return cls(subject="Rooster van december"), cls()
