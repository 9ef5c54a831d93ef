"""Letters that tell members what happened to a complaint."""

import datetime as dt
from dataclasses import replace
from typing import ClassVar, Literal, Self

from klachtmail.domain.outgoing import buttons as b
from klachtmail.domain.outgoing.letters.answers import Listed
from klachtmail.domain.record import record
from klachtmail.domain.records.letter import Button, LetterData
from klachtmail.domain.records.model import Channel

_OTHER = Listed(number="K2026-0009", name="Sanne de Boer", subject="Certificaat niet ontvangen")
_WORDS = "Ik heb nog niets gehoord. Kunt u mij bellen?\n\nSanne"


@record
class Routing(LetterData):
    """A new complaint, for each partner. `cc`: so many others outside the firm stood in Cc."""

    kind = "routing"
    dutch = "melding van een nieuwe klacht"
    group = "routing"
    untaken = True
    buttons: ClassVar[tuple[Button, ...]] = (b.TAKE, b.GIVE, b.SERIOUS, b.NO_COMPLAINT)
    named: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    cc: int = 0
    open: tuple[Listed, ...] = ()

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (
            cls(named=("Els Bakker",), cc=2, open=(_OTHER, Listed(number="K2026-0010"))),
            cls(named=("Els Bakker", "Piet Jansen"), cc=1, notices=("De tekst is afgekapt.",)),
            cls(),
        )


@record
class Guess:
    """Who the complainant probably is."""

    name: str = ""
    address: str = ""


@record
class Unconfirmed(Routing):
    """A complaint that a member reported: somebody has to confirm it and its complainant."""

    kind = "unconfirmed"
    dutch = "melding van een nog niet bevestigde klacht"
    group = "routing"
    buttons = (b.CONFIRM, b.COMPLAINANT)
    reporter: str
    guess: Guess = Guess()
    text: str = ""
    channel: Channel = "written"
    note: str = ""

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        who = Guess(name="Sanne de Boer", address="s.deboer@example.org")
        said = "Mevrouw De Boer belde. Ze was boos over de training."
        one = cls(reporter="Piet Jansen", guess=who, text=said, channel="oral", named=("Els Bakker",), cc=1)
        passed = cls(
            reporter="Piet Jansen", channel="forwarded", note="Kreeg ik vanmorgen.", notices=("Zonder datum.",)
        )
        return one, passed, cls(reporter="Piet Jansen", open=(_OTHER, Listed(number="K2026-0010")))


@record
class NewComplaint:
    """A row of the list of new complaints."""

    number: str
    due_on: dt.date
    name: str = ""
    subject: str = ""
    excerpt: str = ""
    given: tuple[Button, ...] = ()  # to the coordinator, who takes none: to whom it can be given

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons of this row."""
        return tuple(b.numbered(each, self.number, self.name) for each in (*(self.given or (b.TAKE,)), b.DOSSIER))


@record
class RoutingList(LetterData):
    """So many new complaints in an hour that they come as one list."""

    kind = "routing_list"
    dutch = "lijst van nieuwe klachten"
    group = "clock"
    alone = True
    scope = "digest"
    items: tuple[NewComplaint, ...]

    @property
    def example(self) -> str:
        """A line that its reader can answer with."""
        first = self.items[0]
        return f"{first.number} {first.given[0].line if first.given else 'ik'}"

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        due_on = dt.date(2026, 12, 7)
        said = "De trainer was drie kwartier te laat en had geen materiaal bij zich."
        first = NewComplaint(number="K2026-0012", due_on=due_on, name="Sanne de Boer", subject="Training", excerpt=said)
        flood = (NewComplaint(number=f"K2026-{count:04d}", due_on=due_on, name="Ton Bos") for count in range(100, 225))
        coordinated = NewComplaint(
            number="K2026-0014", due_on=due_on, given=(Button(label="Geef aan Els", line="@els"),)
        )
        two = (first, NewComplaint(number="K2026-0013", due_on=due_on))
        return cls(items=two), cls(items=(coordinated,)), cls(items=tuple(flood))


@record
class Assigned(LetterData):
    """To the new handler, with the whole dossier. `by`: who gave it away, when it was somebody else."""

    kind = "assigned"
    dutch = "toewijzing"
    buttons = (b.CALLED, b.NO_ANSWER, b.OUTCOME, b.POSTPONE, b.GIVE_BACK)
    by: str = ""
    warning: str = ""

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return cls(by="Els Bakker", warning="Let op: Piet Jansen wordt in de klacht genoemd."), cls()


@record
class Taken(LetterData):
    """Who has it: for the other partners, and for an employee who had it."""

    kind = "taken"
    dutch = "melding wie de behandelaar is"
    buttons = (b.DOSSIER,)
    handler_name: str
    by: str

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return cls(handler_name="Els Bakker", by="Jan de Vries"), cls(handler_name="Els Bakker", by="Els Bakker")


@record
class Returned(LetterData):
    """Nobody has it any more."""

    kind = "returned"
    dutch = "melding dat een klacht is teruggegeven"
    untaken = True
    buttons = (b.TAKE, b.GIVE)
    by: str = ""
    reason: str = ""

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return cls(by="Els Bakker", reason="Ik ben volgende week met vakantie."), cls()


@record
class Absence(LetterData):
    """The handler's mail program says: away."""

    kind = "absence"
    dutch = "melding van een afwezige behandelaar"
    group = "news"
    buttons = (b.TAKE, b.GIVE)
    member_name: str
    until: dt.date | None = None
    text: str = ""

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        until = dt.date(2026, 12, 4)
        return cls(member_name="Els Bakker", until=until, text="Jan de Vries neemt waar."), cls(
            member_name="Els Bakker"
        )


@record
class FollowUp(LetterData):
    """The client writes again; `closed`: after it was over. `score`: how we dealt with it, as we asked.

    `writer`: which of several wrote, as far as a name is known.
    """

    kind = "follow_up"
    dutch = "nieuw bericht van de klager"
    group = "news"
    buttons = (replace(b.ANSWER, main=True), replace(b.CALLED, main=False), b.OUTCOME)
    text: str
    sender: str = ""
    writer: str = ""
    subject: str = ""
    closed: bool = False
    score: Literal["", "good", "fair", "poor"] = ""
    attachments: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        rated = tuple(cls(text="Niet goed.", closed=True, score=score) for score in ("good", "fair", "poor"))
        over = cls(text=_WORDS, closed=True, notices=("Het antwoordadres is een ander.",))
        return (
            cls(
                text=_WORDS,
                sender="Kees Klant",
                writer="Kees Klant",
                subject="Factuur van mei",
                attachments=("foto.jpg",),
            ),
            over,
            *rated,
        )


@record
class ThirdParty(LetterData):
    """Somebody else writes in the thread."""

    kind = "third_party"
    dutch = "bericht van een ander over een klacht"
    group = "news"
    buttons = (b.ANSWER, b.DOSSIER)
    sender: str
    text: str
    name: str = ""
    notices: tuple[str, ...] = ()

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        text = "Ik sta mevrouw De Boer bij."
        plain = cls(sender="advocaat@kantoor.example", text=text)
        return cls(sender="advocaat@kantoor.example", name="Mr. T. Blom", text=text, notices=("Zonder datum.",)), plain


@record
class AuditorWrote(LetterData):
    """An auditor wrote something that is no request for papers."""

    kind = "auditor_wrote"
    dutch = "bericht van de auditor"
    group = "news"
    alone = True
    name: str
    text: str
    subject: str = ""

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        text = "Wie doet dit jaar de directiebeoordeling?"
        return cls(name="Ans Mulder", text=text, subject="Audit 2026"), cls(name="Ans Mulder", text=text)


@record
class Correspondence(LetterData):
    """A member wrote to the client without us: it is in the dossier, and the member says what it was."""

    kind = "correspondence"
    dutch = "vraag over een mail aan de klager"
    group = "news"
    buttons = (b.WAS_CONTACT, b.WAS_OUTCOME)
    text: str
    to: str = ""

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        text = "Beste Sanne, donderdag om tien uur bel ik je."
        return cls(text=text, to="s.deboer@example.org"), cls(text=text)


@record
class Merged(LetterData):
    """It goes on in another one."""

    kind = "merged"
    dutch = "melding van samengevoegde klachten"
    buttons = (b.DOSSIER,)
    into: str
    by: str

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(into="K2026-0009", by="Jan de Vries"),)


@record
class Reopened(LetterData):
    """It is open again."""

    kind = "reopened"
    dutch = "melding dat een klacht weer open is"
    buttons = (b.TAKE,)
    by: str

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(by="Jan de Vries"),)


@record
class Remark(LetterData):
    """A remark is on record; `repeated` are the numbers that it looks like."""

    kind = "remark"
    dutch = "bevestiging van een melding"
    buttons = (b.PROMOTE,)
    repeated: tuple[str, ...] = ()

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return cls(repeated=("M2026-0002", "K2026-0003")), cls()
