"""Who gives a command, when, by what authority; and what one line of it did."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from klachtmail.domain.commands.command import Command
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.records.duty import on_duty
from klachtmail.domain.records.events import Event
from klachtmail.domain.records.letter import Button, LetterRequest, Scope
from klachtmail.domain.records.lifecycle import Refusal, advance
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.parties import complainants
from klachtmail.domain.records.port import Records
from klachtmail.domain.records.state import State


@dataclass(frozen=True)
class Scene:
    """The sender of commands and what the mail (or terminal) allows.

    `scope` None is the command line: its user reads the register itself. `number` and `version` are those of the
    token; `listed` the numbers that the answered digest or morning mail lists. `party`: whose mail was answered, or who is
    named before the line (a number or an address; None: the complainant). `shown_at`: when the answered mail showed what
    somebody outside wrote later, else None. `reread` returns a kept message by its
    SHA-256 as it was understood, or None.
    """

    records: Records
    firm: Firm
    now: dt.datetime
    actor: Member
    scope: Scope | None = None
    number: str | None = None
    version: int = 0
    listed: tuple[str, ...] = ()
    mail: Incoming | None = None
    party: str | None = None
    shown_at: dt.datetime | None = None
    reread: Callable[[str], Incoming | None] = lambda _sha256: None

    @cached_property
    def today(self) -> dt.date:
        """The date in the firm's time zone."""
        return self.now.astimezone(self.firm.organisation.zone).date()

    @property
    def by(self) -> str:
        """The actor's bare address, for the history."""
        return self.actor.address.lower()

    @property
    def state(self) -> State:
        """What is remembered beside the complaints."""
        return self.records.state

    @property
    def duty(self) -> Member | None:
        """Who is on duty today."""
        return on_duty(self.firm, self.state.absences, self.today)

    def moment(self, on: dt.date | None) -> dt.datetime:
        """Return when something was done that a member dates: now, or noon of that day."""
        if on is None or on >= self.today:
            return self.now
        return dt.datetime.combine(on, dt.time(12), self.firm.organisation.zone)

    def name(self, address: str | None) -> str:
        """Return a member's name, or the address of who has left."""
        member = self.firm.member(address)
        return member.name if member else address or "niemand"


@dataclass(frozen=True, slots=True)
class Effect:
    """What a line did (ok), or why it did nothing. `text` is Dutch, for the transcript."""

    ok: bool
    text: str
    complaints: tuple[Complaint, ...] = ()
    letters: tuple[LetterRequest, ...] = ()
    state: State | None = None
    buttons: tuple[Button, ...] = ()  # what the line proposes, in the transcript

    def writes(self, *letters: LetterRequest) -> "Effect":
        """Return the same with more letters."""
        return replace(self, letters=(*self.letters, *letters))

    @property
    def reaches_outside(self) -> bool:
        """Return whether a letter leaves the firm because of it: such a line cannot be undone."""
        return any(letter.is_outside for letter in self.letters)


OnComplaint = Callable[[Scene, Complaint, Command], Effect]
InGeneral = Callable[[Scene, Command], Effect]


def refused(reason: str, *buttons: Button) -> Effect:
    """Return the effect of a line that changed nothing, with buttons for what may have been meant."""
    return Effect(ok=False, text=reason, buttons=buttons)


def which(noun: str, known: Iterable[tuple[int, str]]) -> Effect:
    """Return the refusal of a line that means none of the measures or promises there are, with the list of these."""
    listed = "; ".join(f"{index}. {text}" for index, text in known)
    return refused(f"Welke {noun}? Er zijn: {listed}." if listed else f"Er is geen {noun} vastgelegd.")


def complainant_key(scene: Scene, complaint: Complaint) -> str | None:
    """Return which complainant a line is about: who wrote the answered mail, when that is one, else the first."""
    said = named_party(scene, complaint)
    return None if said == complaint.number else said


def named_party(scene: Scene, complaint: Complaint) -> str | None:
    """Return the number of the complainant whose mail was answered or who is named before the line; None: nobody is."""
    return scene.party if scene.party in {p.number for p in complainants(complaint)} else None


def step(scene: Scene, complaint: Complaint, event: Event, text: str, detail: str = "") -> Effect:
    """Take one step of the life cycle, or say why not."""
    after = advance(complaint, event, scene.now, scene.by, detail)
    if isinstance(after, Refusal):
        return refused(f"Dat kan niet: {after.reason}.")
    return Effect(ok=True, text=text, complaints=(after,))


def on_day(on: dt.date | None, scene: Scene) -> str:
    """Return ' op maandag 7 december 2026' for the transcript, or nothing for today."""
    return f" op {day(on)}" if on is not None and on != scene.today else ""
