"""One command is one row: who may give it, what it needs, how it is said, and what may stand beside it."""

from dataclasses import dataclass
from typing import Literal

from klachtmail.domain.commands.command import Verb
from klachtmail.domain.commands.frames import Frame

Who = Literal["partner", "handler", "member"]
DateRule = Literal["none", "past", "future", "own"]  # 'own': its reader looks at the dates itself
Value = Literal[
    "none",
    "text",
    "letter",
    "yes_no",
    "verdict",
    "kind",
    "measure",
    "person",
    "member",
    "postpone",
    "meeting",
    "merge",
    "group",
    "contact",
    "serious",
    "hearing",
    "statutory",
]
Tail = Literal["note", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One command. `line`, `does` and `example` are Dutch, for members; `meaning` is English, for developers.

    `who` may give it: any partner; the handler, a substitute or any partner; any member. Whom the complaint is about may not
    (`conduct/rights.py`). `tier`: 0 only tells, 1 can be undone, 2 ends something, 3 leaves the house. `hint`: what to propose when only the verb is
    known, with an open end where a value is wanted. `heads_text`: may also be a heading in a letter. `companion`: may stand
    beside a letter that is sent. `either`: two of one group cannot both be meant. `state`: it is no reading where that does not hold.
    `impartial`: who is named in the complaint may not give it; a coordinator may give what `coordinates`, and nothing else.
    `private`: its line names a person, and is kept in no dossier and repeated in no other letter.
    `states`: it says what happened, done by us or by the complainant. That is never proposed for a question or a condition.
    """

    verb: Verb
    line: str
    does: str
    meaning: str
    who: Who = "handler"
    example: str
    tier: Literal[0, 1, 2, 3] = 1
    frames: tuple[Frame, ...] = ()
    value: Value = "none"
    date: DateRule = "none"
    hint: str
    asked: bool = False
    heads_text: bool = False
    companion: bool = False
    either: str = ""
    state: str = ""
    tail: Tail = "text"
    runs_on: bool = True
    on_remark: bool = False
    redraws: bool = False
    of_owner: bool = False
    to_read: bool = False
    of_reporter: bool = False
    states: Literal["", "ours", "client"] = ""
    private: bool = False
    impartial: bool = False
    coordinates: bool = False
