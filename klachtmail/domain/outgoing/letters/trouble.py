"""Letters about trouble: what did not arrive, what could not be read, what does not work."""

import datetime as dt
from typing import Self

from klachtmail.domain.outgoing import buttons as b
from klachtmail.domain.record import record
from klachtmail.domain.records.letter import LetterData

_SINCE = dt.datetime(2026, 11, 23, 7, 5, tzinfo=dt.UTC)


@record
class Task(LetterData):
    """A letter did not arrive. `doubtful`: the report names no letter of ours; `text` is what stood in it.

    `later` is the day that it would have told the client; `reopened`: the complaint was closed, and goes on.
    """

    kind = "task"
    dutch = "taak om de klager te bereiken"
    group = "news"
    buttons = (b.CALLED, b.NO_ANSWER)
    letter_kind: str
    to: str
    reason: str
    text: str = ""
    doubtful: bool = False
    later: dt.date | None = None
    reopened: bool = False

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        to, reason = "s.deboer@example.org", "het adres bestaat niet (550 5.1.1)"
        text = "Geachte Sanne de Boer,\n\nWij hebben uw bericht ontvangen."
        known = cls(letter_kind="acknowledgement", to=to, reason=reason, text=text)
        postponed = cls(letter_kind="postponement", to=to, reason=reason, later=dt.date(2026, 12, 21))
        ended = cls(letter_kind="outcome", to=to, reason=reason, reopened=True)
        return known, cls(letter_kind="letter", to=to, reason=reason, doubtful=True), postponed, ended


@record
class Unreachable(LetterData):
    """A member does not get our mail; `handles`: and handles the complaint of that mail."""

    kind = "unreachable"
    dutch = "melding dat een collega niet bereikt is"
    group = "news"
    buttons = (b.TAKE, b.DOSSIER)
    name: str
    letter_kind: str
    to: str
    reason: str
    doubtful: bool = False
    handles: bool = False

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        known = cls(
            name="Els Bakker", letter_kind="routing", to="els@ront.nl", reason="de mailbox is vol", handles=True
        )
        return known, cls(name="Els Bakker", letter_kind="morning", to="els@ront.nl", reason="onbekend", doubtful=True)


@record
class Filtered(LetterData):
    """A mail to this member was refused for what stood in it; this one says nothing of that."""

    kind = "filtered"
    dutch = "melding van een tegengehouden mail"
    group = "news"
    buttons = (b.TAKE,)
    letter_kind: str

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(letter_kind="routing"),)


@record
class Quarantine(LetterData):
    """A message that could not be dealt with, as it came."""

    kind = "quarantine"
    dutch = "melding van een onleesbaar bericht"
    group = "news"
    alone = True
    reason: str
    sender: str = ""
    subject: str = ""

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        reason = "Het bericht is beschadigd."
        return cls(reason=reason, sender="onbekend@example.org", subject="Klacht"), cls(reason=reason)


@record
class Alarm(LetterData):
    """Something is wrong, `since` then; or it is only told, with a `title` and `items`.

    `said` is the log's own sentence, where `problem` says in Dutch what kind of trouble that is; `cure` says what helps.
    """

    kind = "alarm"
    dutch = "storingsmelding"
    group = "clock"
    audience = "administrator"
    alone = True
    problem: str
    since: dt.datetime | None = None
    said: str = ""
    cure: str = ""
    advice: str = ""
    title: str = ""
    items: tuple[str, ...] = ()

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        problem, cure = "De schijf is vol.", "Maak ruimte op de schijf waar de gegevens staan."
        said = "Cannot write the register: the disk is full; make room, nothing was changed"
        told = cls(problem="De mappen zijn vergeleken.", title="De kopie is teruggezet", items=("3 brieven wachten.",))
        return cls(problem=problem, said=said, cure=cure, since=_SINCE, advice="klachtmail check"), told


@record
class AlarmOver(LetterData):
    """It works again."""

    kind = "alarm_over"
    dutch = "melding dat de storing voorbij is"
    group = "clock"
    audience = "administrator"
    alone = True
    problem: str
    since: dt.datetime

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        return (cls(problem="De mailserver smtp.example.nl weigerde het wachtwoord.", since=_SINCE),)
