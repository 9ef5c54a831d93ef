"""The contents of the two mails that the clock sends: the digest for the meeting, and the morning mail."""

import datetime as dt
from dataclasses import replace
from typing import Literal

from pydantic import Field

from klachtmail.domain.record import record
from klachtmail.domain.records.letter import Button


@record
class Row:
    """One open complaint as the meeting sees it. `hidden`: it is about the reader, so only its number is shown."""

    number: str
    name: str
    subject: str
    received_on: dt.date
    due_on: dt.date
    days_left: int
    handler: str | None = None
    last_step: str = ""
    next_step: str = ""
    serious: bool = False
    confirmed: bool = True
    answered: bool = False  # the client knows the outcome: nothing is late any more
    reasons: tuple[str, ...] = ()  # why it is to be decided: 'ingrijpend', 'geen behandelaar', 'te laat', 'beroep' ...
    hidden: bool = False
    buttons: tuple[Button, ...] = ()  # what can be decided about it


@record
class MeasureRow:
    """One corrective measure, or one promise. `owner` is a name; `state` is where it stands."""

    number: str
    index: int
    text: str
    owner: str | None
    due_on: dt.date | None
    done_on: dt.date | None
    worked: bool | None
    state: Literal["open", "late", "done"]
    what: Literal["maatregel", "toezegging", "algemene maatregel"] = "maatregel"
    hidden: bool = False


@record
class EndedRow:
    """A complaint that came or went since the last digest; `what` says how in Dutch, `reason` why."""

    number: str
    name: str
    subject: str
    what: str
    reason: str = ""
    hidden: bool = False


@record
class Pattern:
    """Something that repeats within a year: the same subject (training, project), cause or complainant.

    Or many people about one thing: of one organisation, or within a few days (`who` says which, `count` how many people).
    """

    kind: Literal["onderwerp", "oorzaak", "klager", "organisatie", "dag"]
    what: str
    numbers: tuple[str, ...]  # the newest of them
    count: int = 0  # how many there are in all
    who: str = ""

    @property
    def text(self) -> str:
        """What it says, in Dutch."""
        if self.kind == "organisatie":
            return f"{self.count} mensen van {self.who or 'één organisatie'} over “{self.what}”"
        if self.kind == "dag":
            return f"{self.count} mensen in drie dagen vanaf {self.who} over “{self.what}”"
        return f"{self.kind.capitalize()} “{self.what}”: {self.count} keer"


@record
class Undelivered:
    """A letter that did not arrive or is held back."""

    number: str | None
    kind: str
    to: str
    reason: str


@record
class Aside:
    """A message that became no complaint by itself (automatic, spam, internal)."""

    id: str
    sender: str
    name: str
    subject: str
    received_at: dt.datetime
    why: str
    opening: str = ""
    button: Button | None = None


@record
class MonthFigures:
    """One month: complaints received, still open at its end, and what became of those received in it.

    The months of a year add up to the figures of the year.
    """

    month: str  # '2026-11'
    received: int = 0
    open: int = 0
    due: int = 0
    on_time: int = 0
    postponed_on_time: int = 0
    late: int = 0
    overdue: int = 0


@record
class Tempo:
    """How fast it went in one year: medians in hours (None: nothing to measure) and counts."""

    year: int
    received: int = 0
    remarks: int = 0
    dismissed: int = 0
    to_acknowledgement: float | None = None
    to_contact: float | None = None
    to_outcome: float | None = None
    on_time: int = 0
    due: int = 0
    answered: int = 0


@record
class Agenda:
    """The digest: what to decide first, then the state of every open complaint."""

    made_at: dt.datetime
    meeting_at: dt.datetime
    duty: str = ""  # who sees to it this week that each complaint gets a handler
    decide: tuple[Row, ...] = ()
    open: tuple[Row, ...] = ()
    measures: tuple[MeasureRow, ...] = ()
    general: tuple[MeasureRow, ...] = ()  # measures that belong to no single complaint
    promises: tuple[MeasureRow, ...] = ()
    fresh: tuple[EndedRow, ...] = ()
    ended: tuple[EndedRow, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    patterns_of: int = 0  # in how many of the newest they were looked for; 0: in all of a year
    undelivered: tuple[Undelivered, ...] = ()
    aside: tuple[Aside, ...] = ()
    aside_more: int = 0  # beyond those
    months: tuple[MonthFigures, ...] = ()
    tempo: tuple[Tempo, ...] = ()  # this year, last year
    seals: dict[str, str] = Field(default={})  # number -> head of its history's hash chain

    @property
    def others(self) -> tuple[Row, ...]:
        """The open complaints about which nothing has to be decided: each complaint stands in the agenda once."""
        decided = {row.number for row in self.decide}
        return tuple(row for row in self.open if row.number not in decided)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers that a reply to this digest may name by their counter alone."""
        return tuple(dict.fromkeys([row.number for row in (*self.decide, *self.open)]))

    def without_buttons(self) -> "Agenda":
        """Return it as it can be printed and carried about: a button holds a token, with which one commands."""
        return replace(
            self,
            aside=tuple(replace(one, button=None) for one in self.aside),
            decide=tuple(replace(one, buttons=()) for one in self.decide),
            open=tuple(replace(one, buttons=()) for one in self.open),
        )


@record
class MorningItem:
    """All that a member is reminded of about one complaint. `events` are what it is, the most pressing (`event`) first.

    `text` says all of it, a line each; `brief` is what a list of many says, with the name of the complainant.
    """

    event: str
    events: tuple[str, ...] = ()
    number: str | None
    title: str
    text: str
    brief: str = ""
    level: Literal["calm", "soon", "late"] = "calm"
    buttons: tuple[Button, ...] = ()
