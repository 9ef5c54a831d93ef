"""Letters: what a decision asks for, and what the outbox keeps of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import PlainSerializer, PlainValidator, ValidationInfo

from klachtmail.domain.record import of_json, record, to_json

LetterState = Literal["held", "waiting", "sent", "failed"]
Scope = Literal["complaint", "draft", "digest", "member"]
Audience = Literal["client", "member", "administrator"]
# What members get: new complaints, what outsiders cause, what members themselves cause, what the clock and trouble cause.
Group = Literal["routing", "news", "commanded", "clock"]


@record
class Button:
    """A `mailto:` link that opens a filled-in answer. `line` is the command; `number` None means the letter's own.

    `about` is whom it concerns, in a mail about several: who hears the page read hears 'Gebeld: Sanne de Boer'.
    """

    label: str
    line: str
    number: str | None = None
    tel: str | None = None  # a telephone number instead of a mail
    main: bool = False
    about: str = ""
    is_form: bool = False  # `line` is several


LETTERS: dict[str, type["LetterData"]] = {}  # every kind of letter, by its name: a class enters itself


@record
class LetterData:
    """What one letter says beside the complaint itself. Each kind is a subclass, and its words are a template of that name.

    `dutch` is what members call it. `alone`: it is about no complaint. `buttons` are those that it has unless its sender
    gives others. `examples` show every field both ways: `check` and `preview` are made of them.
    """

    kind: ClassVar[str] = ""
    dutch: ClassVar[str] = ""
    audience: ClassVar[Audience] = "member"
    group: ClassVar[Group] = "commanded"  # under which limit it is, when a member gets it
    alone: ClassVar[bool] = False
    untaken: ClassVar[bool] = False  # nobody handles the complaint when it goes out
    scope: ClassVar[Scope | None] = None  # of its token, where that does not follow from being about a complaint
    by_person: ClassVar[bool] = False
    buttons: ClassVar[tuple[Button, ...]] = ()

    def __init_subclass__(cls) -> None:
        """Enter the class under its kind."""
        if cls.kind:
            LETTERS[cls.kind] = cls

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return realistic letters in which every field stands once with a value and once without."""
        return (cls(),)


def _read(value: object, info: ValidationInfo) -> LetterData:
    return value if isinstance(value, LetterData) else letter_data(info.data.get("kind", ""), value)


def letter_data(kind: str, value: object) -> LetterData:
    """Return the data of a letter from JSON values. What an older or newer register has more, or other, is left out."""
    of = LETTERS.get(kind, LetterData)
    known = {field.name for field in fields(of)}
    given = value if isinstance(value, Mapping) else {}
    return of_json(of, {name: each for name, each in given.items() if name in known})


def _dumped(data: LetterData) -> dict[str, Any]:
    return to_json(data, without_defaults=True)


def _read_inner(value: object) -> LetterData:
    if isinstance(value, LetterData):
        return value
    given = dict(value) if isinstance(value, Mapping) else {}
    return letter_data(str(given.pop("kind", "")), given)


Data = Annotated[LetterData, PlainValidator(_read), PlainSerializer(_dumped)]
InnerLetter = Annotated[  # a letter that another one shows
    LetterData, PlainValidator(_read_inner), PlainSerializer(lambda data: {"kind": data.kind, **_dumped(data)})
]


@record
class Enclosure:
    """A file that goes with a letter: attachment `index` of a kept message, or the whole message when index is None."""

    sha256: str
    index: int | None = None


@record
class LetterRequest:
    """A letter that a decision asks for: to one recipient, about at most one complaint, of one kind.

    `data` is what it says, of the class that `kind` names; the complaint itself is looked up when it is rendered.
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
    data: Data = LetterData()

    @property
    def is_outside(self) -> bool:
        """Return whether it leaves the firm: only those letters are limited."""
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
