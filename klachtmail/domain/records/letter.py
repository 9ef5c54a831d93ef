"""Letters: what a decision asks for, and what the outbox keeps of it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field

from klachtmail.domain.record import record

LetterState = Literal["held", "waiting", "sent", "failed"]
Scope = Literal["complaint", "draft", "digest", "member"]


@record
class Button:
    """A `mailto:` link that opens a filled-in answer. `line` is the command; `number` None means the letter's own."""

    label: str
    line: str
    number: str | None = None
    tel: str | None = None  # a telephone number instead of a mail
    main: bool = False


@record
class Enclosure:
    """A file that goes with a letter: attachment `index` of a kept message, or the whole message when index is None."""

    sha256: str
    index: int | None = None


@record
class LetterRequest:
    """A letter that a decision asks for: to one recipient, about at most one complaint, of one kind.

    `data` holds plain JSON values for the template; the complaint itself is looked up when the letter is rendered.
    `member` is the bare address of the member it is for (None: an outsider). `thread` are bare msg-ids for References,
    oldest first. `by_person`: somebody wrote it and sent it with `verstuur`, so it is not automatic. `party`: it is to, or
    about what was written by, this party of the complaint (a number or a bare address); None is the complainant.
    """

    kind: str
    to: str
    name: str = ""
    member: str | None = None
    number: str | None = None
    party: str | None = None
    scope: Scope = "complaint"
    version: int = 0
    listed: tuple[str, ...] = ()  # numbers that a digest or morning mail lists
    bundle: str | None = None  # comes in the next list of new complaints: it is about the same thing as this one
    language: str = "nl"
    by_person: bool = False
    signed_by: str | None = None  # the member who wrote it; without one, the handler signs, else the firm
    thread: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    data: dict[str, Any] = Field(default={})

    @property
    def is_outside(self) -> bool:
        """Tell whether it leaves the firm: only those letters are limited."""
        return self.member is None


@record
class Letter:
    """A letter in the outbox, under its `id`. From the moment it is rendered its bytes and Message-ID never change."""

    id: str
    serial: int = 0  # given by the store, in the order in which letters are laid in the outbox
    kind: str
    to: str
    number: str | None = None
    party: str | None = None
    member: str | None = None
    automatic: bool = True
    state: LetterState = "waiting"
    request: LetterRequest | None = None  # kept while it is held, and for a task when it fails
    message_id: str | None = None  # bare
    subject: str = ""
    sha256: str | None = None
    size: int = 0
    listed: tuple[str, ...] = ()
    created_at: dt.datetime
    next_attempt_at: dt.datetime | None = None
    attempts: int = 0
    first_attempt_at: dt.datetime | None = None  # from here the days are counted after which it is given up
    doubts: int = 0  # how often the server broke off before it said whether it took the letter
    sent_at: dt.datetime | None = None
    reason: str = ""  # why it is held, or the last answer of the server


@dataclass(frozen=True, slots=True)
class Rendered:
    """The final bytes of a letter (CRLF line ends), its bare msg-id and its subject."""

    message_id: str
    subject: str
    content: bytes
    html: str
    text: str
