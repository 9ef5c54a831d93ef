"""What was decided about one message or command: values only; `service` carries it out."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from klachtmail.domain.records.letter import Letter, LetterRequest
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.state import State

PollKind = Literal[
    "new",
    "follow_up",
    "commands",
    "correspondence",
    "third_party",
    "oral",
    "automatic",
    "bounces",
    "duplicates",
    "internal",
    "spam",
    "quarantined",
    "failed",
]
POLL_KINDS: Final[tuple[PollKind, ...]] = get_args(PollKind)
Folder = Literal["processed", "automatic", "quarantine"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Changed records, letters to write, and the folder where the message goes."""

    kind: PollKind
    folder: Folder
    complaints: tuple[Complaint, ...] = ()
    letters: tuple[LetterRequest, ...] = ()
    state: State | None = None
    number: str | None = None
    came_back: Letter | None = None  # a letter of the outbox that turned out not to have arrived
