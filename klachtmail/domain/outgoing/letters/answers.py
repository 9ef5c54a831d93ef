"""Letters that answer a member: what the mail did, and what was asked for."""

from dataclasses import replace
from typing import Literal, Self

from klachtmail.domain.outgoing import buttons as b
from klachtmail.domain.outgoing.letters.clients import Acknowledgement, Apology, NoComplaint, Outcome, Postponement
from klachtmail.domain.record import record
from klachtmail.domain.records.letter import Button, InnerLetter, LetterData
from klachtmail.domain.records.model import Status


@record
class Listed:
    """A complaint in a list: its number, and what it is called."""

    number: str
    name: str = ""
    subject: str = ""


@record
class HelpRow:
    """A line that may be typed, and what it does."""

    line: str
    does: str


def help_page() -> tuple[HelpRow, ...]:
    """Return every command with what it does."""
    from klachtmail.domain.commands import help_rows  # the table is large: only who is helped pays for it

    return tuple(HelpRow(**row) for row in help_rows())


@record
class TranscriptLine:
    """What one line did; `note`: it was only kept. `number`: of the complaint that it was about."""

    line: str
    text: str
    ok: bool = True
    note: bool = False
    number: str | None = None


_ROWS = (HelpRow(line="ik", does="jij bent de behandelaar"), HelpRow(line="gebeld", does="je sprak de klager"))


@record
class Transcript(LetterData):
    """What each line of a member's mail did."""

    kind = "transcript"
    dutch = "antwoord op opdrachten"
    buttons = (b.CALLED, b.OUTCOME, b.GIVE_BACK, b.UNDO)
    lines: tuple[TranscriptLine, ...]
    help: tuple[HelpRow, ...] = ()

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        done = TranscriptLine(line="ik pak het op", text="Je bent nu de behandelaar.", number="K2026-0012")
        kept = TranscriptLine(line="Mevrouw klonk opgelucht.", text="Bewaard als notitie.", note=True)
        not_done = TranscriptLine(line="sluit", text="Sluiten kan nog niet: er is nog geen uitkomst.", ok=False)
        elsewhere = TranscriptLine(line="3 ik", text="Je bent nu de behandelaar.", number="K2026-0003")
        return (
            cls(lines=(done, kept, not_done)),
            cls(lines=(done, elsewhere)),
            cls(lines=(kept,)),
            cls(lines=(not_done,), help=_ROWS),
        )


@record
class Receiver:
    """Somebody who gets a letter, and the number by which that reader knows the complaint."""

    name: str
    number: str = ""


@record
class Draft(LetterData):
    """A letter exactly as the client will get it, for its writer to send."""

    kind = "draft"
    dutch = "conceptbrief"
    scope = "draft"
    buttons = (b.SEND, b.OUTCOME, b.UNDO)
    letter: InnerLetter
    version: int
    warnings: tuple[str, ...] = ()
    to: tuple[Receiver, ...] = ()  # each party that gets it, as a letter of its own
    lines: tuple[TranscriptLine, ...] = ()  # what else the mail did that wrote it

    @property
    def of(self) -> str:
        """The kind of the letter."""
        return self.letter.kind

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        inner = (Outcome.examples()[0], Postponement.examples()[0], NoComplaint.examples()[0], Apology.examples()[0])
        said = (
            TranscriptLine(line="3 oorzaak: file", text="De oorzaak is vastgelegd.", number="K2026-0003"),
            TranscriptLine(line="sluit", text="Sluiten kan nog niet.", ok=False),
            TranscriptLine(line="Mevrouw klonk opgelucht.", text="Bewaard als notitie.", note=True),
        )
        numbered = (Receiver(name=name, number=f"K2026-001{n}") for n, name in ((2, "Sanne de Boer"), (3, "Kees Vos")))
        people = (*numbered, Receiver(name="Mr. T. Blom"))
        first = cls(
            letter=inner[0],
            version=2,
            warnings=("Er staat geen einddatum bij maatregel 1.",),
            to=people,
            lines=said[:1],
        )
        return first, cls(letter=inner[1], version=3, lines=said), *(cls(letter=each, version=1) for each in inner[2:])


@record
class Print(LetterData):
    """A letter to a client without e-mail: to be printed and posted."""

    kind = "print"
    dutch = "brief om te printen"
    buttons = (b.POSTED,)
    letter: InnerLetter

    @property
    def of(self) -> str:
        """The kind of the letter."""
        return self.letter.kind

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return cls(letter=Outcome.examples()[0]), cls(letter=Acknowledgement())


@record
class Dossier(LetterData):
    """Everything about one complaint."""

    kind = "dossier"
    dutch = "dossier"
    buttons = (b.CALLED, b.OUTCOME, b.GIVE_BACK)


@record
class Standing(LetterData):
    """'status': what is open, and how fast it goes; or what one member handles (`of`: a name)."""

    kind = "status"
    dutch = "stand van zaken"
    buttons = (b.AGENDA,)
    alone = True
    scope = "digest"
    text: tuple[str, ...]
    of: str = ""

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        line = "K2026-0012 · Sanne de Boer · vóór maandag 7 december 2026"
        own = cls(text=("Piet Jansen behandelt één open klacht.", line), of="Piet Jansen")
        return cls(text=("Er staat één klacht open.", line)), own


@record
class Hit:
    """A complaint that was found."""

    number: str
    status: Status
    name: str = ""
    subject: str = ""

    @property
    def button(self) -> Button:
        """The button that asks for its dossier."""
        return b.numbered(b.DOSSIER, self.number, self.name)


@record
class Search(LetterData):
    """'zoek …'."""

    kind = "search"
    dutch = "zoekresultaat"
    alone = True
    scope = "digest"
    query: str
    hits: tuple[Hit, ...] = ()  # the newest of them
    many: str = ""  # how many were found
    more: bool = False  # so many that it was not looked any further

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        found = Hit(number="K2026-0012", name="Sanne de Boer", subject="Training Timemanagement", status="assigned")
        bare = Hit(number="K2026-0003", status="closed")
        many = cls(query="training", hits=(found, bare), many="100 of meer", more=True)
        some = cls(query="agenda", hits=(found, bare), many="45")
        return cls(query="timemanagement", hits=(found, bare), many="2"), cls(query="omgevingswet"), some, many


@record
class Papers(LetterData):
    """Files that somebody asked for, or that come by themselves (`unasked`); a year's report may have its last quarter with it.

    `numbers`: those of evidence; `seed` and `of`: how a sample was drawn, and from how many.
    """

    kind = "papers"
    dutch = "gevraagde stukken"
    alone = True
    what: Literal["report", "quarter", "register", "evidence"]
    year: int = 0
    quarter: int = 0
    unasked: bool = False
    numbers: tuple[str, ...] = ()
    seed: str = ""
    of: int = 0

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        drawn = cls(what="evidence", year=2025, numbers=("K2026-0003", "K2026-0012"), seed="20261123", of=31)
        years = tuple(cls(what=what, year=2026) for what in ("report", "register"))
        return (
            *years,
            cls(what="quarter", year=2026, quarter=3, unasked=True),
            cls(what="evidence", numbers=("K2026-0012",)),
            drawn,
        )


@record
class Audit(LetterData):
    """What an auditor may ask for, in answer to a first letter; or what the lines did."""

    kind = "audit"
    dutch = "antwoord aan de auditor"
    alone = True
    lines: tuple[TranscriptLine, ...] = ()

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        refused = TranscriptLine(line="steekproef 50", text="Een steekproef heeft 1 tot 20 dossiers.", ok=False)
        unknown = TranscriptLine(line="bewijs", text="Er is geen dossier K2026-0099.", ok=False, number="K2026-0099")
        told = TranscriptLine(line="Wie doet de review?", text="Dit hebben wij doorgegeven aan de partners.", note=True)
        return cls(), cls(lines=(refused, unknown, told))


@record
class Person(LetterData):
    """What is kept of somebody; `erase`: shown before it is erased. What is found is filled in when the letter is made.

    `own`, `elsewhere`: numbers. `stays`: numbers of others' dossiers that name the person, or one of that name. `obstacles`:
    why it cannot be erased now. `not_by_you`: another partner has to do it. `left_out`: files that do not go with a mail.
    `addressed`: asked by name, numbers of who has that name and an address, under which the person is found.
    """

    kind = "person"
    dutch = "wat er van iemand is bewaard"
    alone = True
    address: str = ""
    names: tuple[str, ...] = ()
    erase: bool = False
    own: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    messages: int = 0
    loose: int = 0
    stays: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
    alike: int = 0
    obstacles: tuple[str, ...] = ()
    not_by_you: bool = False
    left_out: int = 0

    @property
    def nothing(self) -> bool:
        """Whether nothing is kept."""
        return not (self.own or self.elsewhere or self.messages or self.loose or self.stays or self.alike)

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        who = "sanne@example.nl"
        found = cls(address=who, own=("K2026-0012",), elsewhere=("K2026-0003",), messages=7, loose=2)
        named = replace(found, names=("Sanne de Boer",), stays=("K2026-0008",), alike=1)
        return (
            cls(address=who),
            named,
            cls(names=("Sanne de Boer",), own=("K2026-0012", "K2026-0014"), left_out=3),
            replace(found, left_out=1),
            replace(named, erase=True, alike=2),
            replace(found, erase=True, obstacles=("K2026-0012 staat nog open.",)),
            cls(address=who, erase=True, not_by_you=True),
            cls(names=("Sanne de Boer",), addressed=("K2026-0012", "K2026-0014")),
        )


@record
class Forgotten(LetterData):
    """A person was forgotten, or why not. It does not say who: it stays."""

    kind = "forgotten"
    dutch = "gewist, of niet"
    alone = True
    reasons: tuple[str, ...] = ()
    marked: bool = False  # the mail server could only mark its copies

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return cls(), cls(marked=True), cls(reasons=("K2026-0012 staat nog open.",))


@record
class Help(LetterData):
    """Every command on one page."""

    kind = "help"
    dutch = "uitleg van de opdrachten"
    alone = True
    rows: tuple[HelpRow, ...]

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(rows=_ROWS),)


@record
class OralForm(LetterData):
    """The form for an oral complaint."""

    kind = "oral_form"
    dutch = "formulier voor een mondelinge klacht"
    alone = True
    buttons = (b.FORM,)
    form: str

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(form="Klager:\nTelefoon:\nE-mail:\nBetreft:\nErnst: klein/substantieel/herhaald\nToelichting:"),)


@record
class OralMissing(LetterData):
    """What a report of an oral complaint lacks, and what is on record of it: a name and a value each."""

    kind = "oral_missing"
    dutch = "vraag over een mondelinge klacht"
    missing: tuple[str, ...]
    have: tuple[tuple[str, str], ...] = ()

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        missing = ("naam van de klager", "telefoon")
        return cls(missing=missing, have=(("Betreft", "De trainer was te laat"),)), cls(missing=missing)


@record
class Fresh(LetterData):
    """To a member whose mail carried no token, or that of `owner`: nothing was done, and this mail can be answered."""

    kind = "fresh"
    dutch = "nieuwe mail om op te antwoorden"
    group = "news"
    buttons = (b.TAKE, b.DOSSIER)
    reason: str = ""
    owner: str = ""
    subject: str = ""
    open: tuple[Listed, ...] = ()

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        listed = Listed(number="K2026-0012", name="Sanne de Boer", subject="Training")
        why = "De mail in de bijlage is versleuteld."
        return (
            cls(reason=why, subject="Klacht De Boer", open=(listed, Listed(number="K2026-0013"))),
            cls(owner="Els Bakker"),
            cls(),
        )


@record
class VerifySender(LetterData):
    """A member's token came from `sender`. `own`: the right address, which the mail server does not vouch for."""

    kind = "verify_sender"
    dutch = "vraag of een mail echt was"
    group = "news"
    sender: str
    own: bool = False
    text: str = ""

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return cls(sender="jan@prive.example", text="ik pak het op"), cls(sender="jan@ront.nl", own=True)
