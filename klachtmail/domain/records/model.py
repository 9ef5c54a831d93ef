"""A complaint and all that belongs to it, in the words of ISO 10002 (`docs/architecture.md` has their Dutch names)."""

import datetime as dt
from dataclasses import replace
from typing import Any, Final, Literal, Self

from klachtmail.domain.record import record
from klachtmail.domain.records.events import Event

Status = Literal["new", "assigned", "answered", "closed", "dismissed", "merged"]
Channel = Literal["written", "oral", "forwarded"]
Judgement = Literal["gegrond", "deels", "ongegrond"]
Score = Literal["good", "fair", "poor"]
PartyRole = Literal["complainant", "co_complainant", "representative", "third_party"]
DraftKind = Literal["answer", "outcome", "postponement", "no_complaint", "apology", "withdrawn", "closed"]
ReceivedKind = Literal[
    "complaint", "follow_up", "third_party", "correspondence", "command", "automatic", "bounce", "reaction", "rating"
]

ALL: Final = "allen"
OPEN: frozenset[Status] = frozenset({"new", "assigned", "answered"})
_NOBODY: Final = frozenset({"klachtmail", "complainant"})  # actors that are no person's name


@record
class Satisfaction:
    """How a complainant found that we dealt with the complaint, and the words beside the answer ('' when there were none)."""

    score: Score
    text: str = ""
    at: dt.datetime | None = None


@record
class Later:
    """A later day that somebody was told, by a letter or by telephone, and when."""

    at: dt.datetime
    due_on: dt.date


@record
class Party:
    """Somebody outside who takes part, as far as known: `address` is a bare mail address, `postal` where a letter goes.

    What stands below `role` is of a co-complainant: what this one complained about, under a `number`, what was
    promised and told to this one. Of the complainant the complaint itself says that.
    """

    name: str = ""
    address: str | None = None
    phone: str | None = None
    postal: str | None = None
    organisation: str | None = None
    reply_to: str | None = None  # where the same person asked for answers; automatic letters go to `address`
    role: PartyRole = "complainant"
    number: str | None = None
    subject: str = ""
    language: str = "nl"
    channel: Channel = "written"
    received_at: dt.datetime | None = None
    due_on: dt.date | None = None  # the day that was promised last
    original_due_on: dt.date | None = None
    postponed: tuple[Later, ...] = ()  # the later days that he was told, oldest first
    acknowledged_at: dt.datetime | None = None
    contacted_at: dt.datetime | None = None
    waiting_since: dt.datetime | None = None
    told_at: dt.datetime | None = None
    accepted: bool | None = None
    withdrawn_at: dt.datetime | None = None  # withdrew while others went on; of the last one the complaint says it
    satisfaction: Satisfaction | None = None
    no_survey: bool = False  # he is not asked how it went: somebody here said so
    stands_for: str | None = None  # of a representative: the number of a co-complainant; None is the complainant


@record
class Measure:
    """A corrective measure: a promise with an owner (a member's address), a date and, later, whether it worked."""

    text: str
    owner: str | None = None
    internal: bool = False
    due_on: dt.date | None = None
    done_on: dt.date | None = None
    worked: bool | None = None

    @property
    def is_dropped(self) -> bool:
        """Return whether it is the empty place of a general measure that the partners dropped."""
        return not self.text and self.owner is None


@record
class Promise:
    """What was promised to a complainant (`to`: the number of a co-complainant): owner, day, amount in euros, done."""

    text: str
    owner: str | None = None
    due_on: dt.date | None = None
    amount: float | None = None
    done_on: dt.date | None = None
    to: str | None = None


@record
class Statutory:
    """A second clock inside a complaint: a request for access (GDPR art. 12(3)) or a data leak (art. 33)."""

    kind: Literal["inzage", "datalek"]
    since: dt.datetime
    due_at: dt.datetime
    done_at: dt.datetime | None = None


@record
class Hearing:
    """What a member was asked about a complaint, and what came back (hearing both sides)."""

    member: str
    asked_at: dt.datetime
    answered_at: dt.datetime | None = None
    text: str = ""
    question: str = ""


@record
class Reading:
    """The second reader of an outcome (`procedure.second_reader`), since when that partner is asked, and when the outcome was let go."""

    by: str
    asked_at: dt.datetime
    read_at: dt.datetime | None = None


@record
class Draft:
    """A letter that waits for `verstuur`. Its version goes up with every change of what is written in it.

    What is shown is bound to the complaint's `versions`, which goes up with that and with all that changes the letter
    around it (another handler, another name): an old token sends nothing.
    """

    kind: DraftKind
    version: int
    by: str
    at: dt.datetime
    text: str | None = None
    due_on: dt.date | None = None
    to: str | None = None  # one party: a number or a bare address; ALL of them; None: as the kind of letter asks
    posting: tuple[str, ...] = ()  # numbers of the parties whose printed letter is still to be posted
    reading: Reading | None = None


@record
class Message:
    """One message of the dossier. `message_id` is bare; `sha256` is that of the raw message as it is kept.

    `refers_to`: the bare msg-ids of others that a received message answers or passes on, nearest first; never one of ours,
    for those carry tokens.
    """

    message_id: str | None
    sender: str
    at: dt.datetime
    direction: Literal["in", "out"]
    kind: str  # of a received one a ReceivedKind, of one that we sent the kind of letter
    sha256: str
    subject: str = ""
    to: str | None = None
    text: str = ""
    attachments: tuple[str, ...] = ()
    failed: bool = False
    refers_to: tuple[str, ...] = ()


@record
class HistoryEntry:
    """What happened, when, by whom. `actor` is a bare address, 'klachtmail' or 'complainant'. Only ever added."""

    at: dt.datetime
    actor: str
    event: Event
    detail: str = ""
    salt: str | None = None  # None once it is erased; `commitment` then stands for what was there
    seal: str | None = None
    commitment: str | None = None
    facts: str | None = None  # a salted hash of the fields beside the history, in the last entry of a commit

    @property
    def role(self) -> str:
        """Who did it, without a name: 'klachtmail', 'complainant', or '' for anybody else."""
        return self.actor if self.actor in _NOBODY else ""

    def tombstone(self) -> Self:
        """Return what is left once it is erased; without text and salt its seal says nothing about what stood there."""
        return replace(self, detail="", salt=None, actor=self.role)


@record
class Appeal:
    """The complainant went to the independent third party, and what that party ruled."""

    on: dt.date
    ruling: str | None = None


@record
class Dismissal:
    """Why a partner decided that this was no complaint."""

    kind: Literal["vraag", "compliment", "anders"]
    reason: str


@record
class Classification:
    """What the complaint is about, each an entry of the firm's own list (`classification` in the configuration)."""

    product: str | None = None
    aspect: str | None = None
    cause: str | None = None


@record
class Undo:
    """The fields as they were before a member's last command, so that `ongedaan` can put them back."""

    by: str
    at: dt.datetime
    line: str
    fields: dict[str, Any]


@record
class Complaint:
    """A complaint (number K…) or remark (number M…). Times are aware; dates are dates in the firm's time zone."""

    number: str
    status: Status = "new"
    confirmed: bool = True
    channel: Channel = "written"
    received_at: dt.datetime
    due_on: dt.date
    original_due_on: dt.date
    complainant: Party
    parties: tuple[Party, ...] = ()  # the others: co-complainants, a representative, third parties who wrote
    subject: str = ""
    text: str = ""
    handler: str | None = None
    serious: bool = False
    about: tuple[str, ...] = ()
    named: tuple[str, ...] = ()  # members whom it may be about, until a partner says so or not
    hearings: tuple[Hearing, ...] = ()
    statutory: tuple[Statutory, ...] = ()
    acknowledged_at: dt.datetime | None = None
    contacted_at: dt.datetime | None = None
    requested_remedy: str | None = None
    cause: str | None = None
    structural: bool | None = None
    elsewhere: str | None = None  # where the same could happen too; '' is nowhere
    judgement: Judgement | None = None
    measures: tuple[Measure, ...] = ()
    promises: tuple[Promise, ...] = ()
    draft: Draft | None = None
    outcome: str | None = None
    proposal: str | None = None
    answered_at: dt.datetime | None = None
    accepted: bool | None = None
    decision: str | None = None
    appeal: Appeal | None = None
    dismissal: Dismissal | None = None
    merged_into: str | None = None
    closed_at: dt.datetime | None = None
    messages: tuple[Message, ...] = ()
    history: tuple[HistoryEntry, ...] = ()

    # Beyond the published contract:
    language: str = "nl"
    assigned_at: dt.datetime | None = None
    versions: int = 0
    withdrawn: str | None = None
    waiting_since: dt.datetime | None = None  # a client's message that nobody answered yet
    attempts: int = 0
    reporter: str | None = None
    others: tuple[str, ...] = ()  # other addresses that wrote in this thread, or stood in Cc
    keep_reason: str | None = None  # kept longer than the retention period
    erased_at: dt.datetime | None = None
    undo: Undo | None = None
    cleared: tuple[str, ...] = ()  # named members of whom a partner said that it is not about them
    classification: Classification | None = None
    satisfaction: Satisfaction | None = None

    @property
    def is_remark(self) -> bool:
        """Return whether this is a remark (melding): recorded and counted, but not a complaint."""
        return self.number.startswith("M")

    @property
    def is_open(self) -> bool:
        """Return whether somebody still has to do something."""
        return self.status in OPEN and not self.is_remark

    @property
    def original(self) -> Message | None:
        """The message that the complaint came with, or None (a complaint that was only spoken)."""
        return next((message for message in self.messages if message.direction == "in"), None)

    @property
    def thread(self) -> tuple[str, ...]:
        """The msg-ids of the messages exchanged with the outside, oldest first, for References."""
        return tuple(m.message_id for m in self.messages if m.message_id and m.kind in _CLIENT_THREAD)


_CLIENT_THREAD = frozenset(
    {
        "complaint",
        "follow_up",
        "acknowledgement",
        "message",
        "outcome",
        "postponement",
        "no_complaint",
        "apology",
        "closed",
        "withdrawn",
        "satisfaction",
        "rating",
    }
)


def ended_at(complaint: Complaint) -> dt.datetime:
    """Return when a complaint that is not open any more was closed, dismissed or merged."""
    if complaint.closed_at is not None:
        return complaint.closed_at
    ends = (entry.at for entry in reversed(complaint.history) if entry.event in {"closed", "dismissed", "merged"})
    return next(ends, complaint.received_at)
