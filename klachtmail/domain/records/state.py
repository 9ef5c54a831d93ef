"""What is kept beside the complaints: the messages that were dealt with, and what the program must remember."""

import datetime as dt
from typing import Final, Literal

from pydantic import Field

from klachtmail.domain.record import record
from klachtmail.domain.records.model import Measure


@record
class Seen:
    """A message that was dealt with. `folder` is the role it was filed under.

    `places` are 'folder/uidvalidity/uid/size' of each copy of it, and its `sent_key`.
    """

    key: str
    places: tuple[str, ...]
    kind: str
    folder: str | None
    sha256: str
    at: dt.datetime
    number: str | None = None
    received_at: dt.datetime | None = None  # of what lies in quarantine: its two weeks run on
    truncated: bool = False


@record
class SetAside:
    """A message that became no complaint by rule 4, 5 or 9: listed in a partner's next morning mail."""

    id: str
    sha256: str
    sender: str
    name: str
    subject: str
    received_at: dt.datetime
    why: Literal["automatic", "spam", "internal"]
    numbers: tuple[str, ...] = ()  # the complaints that it belongs to
    listed_on: dt.date | None = None
    opening: str = ""  # the first line of its text


@record
class PapersAsked:
    """Who asked for papers that no one complaint holds on record: a report, the register, a sample, what is kept of a person."""

    at: dt.datetime
    by: str  # a bare address
    what: str


@record
class Review:
    """A decision of the partners about a year as a whole (ISO 10002 §8.6)."""

    at: dt.datetime
    by: str  # a bare address
    year: int
    text: str


@record
class ToForget:
    """A person whom a partner has confirmed to be forgotten: done after the commit, and then this goes too."""

    at: dt.datetime
    by: str  # a bare address
    address: str  # of whom nothing but a name is known: ''
    names: tuple[str, ...] = ()
    thread: str | None = None  # the bare msg-id of the mail that confirmed it


MOST_UNHEEDED: Final = 50  # that are remembered


@record
class Unheeded:
    """A signed mail of a `member` (an address) whose commands were not carried out, and why not, in Dutch."""

    member: str
    at: dt.datetime
    number: str | None
    why: str
    told_on: dt.date | None = None


@record
class Absence:
    """A member's reminders go to `substitute` until and including this date."""

    member: str
    until: dt.date
    substitute: str | None = None


@record
class MeetingPlan:
    """What members said about the meetings that differs from the schedule (dates are the scheduled ones)."""

    moved: dict[str, dt.datetime] = Field(default={})
    cancelled: tuple[dt.date, ...] = ()
    held_at: dt.datetime | None = None


Span = tuple[int, int]  # the first and the last of a row of numbers


@record
class Tally:
    """What the register holds, without the archive: `verify` compares it with what is there."""

    laid: int = 0  # letters that were ever laid in the outbox: the highest serial number
    gone: tuple[Span, ...] = ()  # serial numbers of letters that left it as they should
    entries: int = 0  # in the histories of all complaints
    seen: int = 0  # messages that were dealt with


@record
class State:
    """What the program must remember beside the complaints themselves; committed with them."""

    counters: dict[str, int] = Field(default={})  # 'K2026' -> the highest number given out
    void: tuple[str, ...] = ()  # numbers that a restore had to skip
    reminded: dict[str, dt.date] = Field(default={})  # 'event|number|recipient|date' -> that date
    set_aside: tuple[SetAside, ...] = ()
    unheeded: tuple[Unheeded, ...] = ()
    aside_more: int = 0  # set aside in a flood: only counted, until the next morning mail tells how many
    papers_asked: tuple[PapersAsked, ...] = ()  # the newest last
    measures: tuple[Measure, ...] = ()  # that belong to no single complaint
    reviews: tuple[Review, ...] = ()
    to_forget: tuple[ToForget, ...] = ()
    absences: tuple[Absence, ...] = ()
    meeting: MeetingPlan = MeetingPlan()
    digest_at: dt.datetime | None = None  # when the last digest was made
    digest_for: dt.datetime | None = None  # for which meeting
    refused: dict[str, dt.datetime] = Field(default={})  # address -> when we last answered a refusal
    failures: dict[str, int] = Field(default={})  # content key -> how often this message itself failed
    restored_at: dt.datetime | None = None  # the outbox is held until this restore is reconciled
    reported_for: dt.date | None = (
        None  # the first day of the quarter in which it was last looked which reports are due
    )
    asked_on: dt.date | None = None  # the day on which it was last looked who is asked how it went
    nightly_on: dt.date | None = None  # the night for which copies, archive and the comparing of folders are done
    uncopied: tuple[str, ...] = ()  # ids of letters that went and of which Sent has no copy yet
    differences: tuple[str, ...] = ()  # SHA-256 of messages whose difference was reported by the last comparison
    tally: Tally = Tally()  # kept by the store itself, as the seals of the lists here
    seal: str | None = None
    papers_seal: str | None = None
