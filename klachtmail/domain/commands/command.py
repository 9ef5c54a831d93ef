"""What a member's answer was understood to say: one value for each line of it."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Verb = Literal[
    "take",
    "assign",
    "give_back",
    "serious",
    "not_serious",
    "discussed",
    "acknowledge",
    "contact",
    "no_answer",
    "remedy",
    "judgement",
    "cause",
    "classify",
    "structural",
    "elsewhere",
    "measure",
    "measure_done",
    "measure_worked",
    "promise",
    "promise_done",
    "answer",
    "outcome",
    "proposal",
    "send",
    "told",
    "told_later",
    "postpone",
    "accepted",
    "declined",
    "appeal",
    "ruling",
    "withdrawn",
    "no_complaint",
    "complaint",
    "close",
    "reopen",
    "split_off",
    "representative",
    "merge",
    "group",
    "complainant",
    "posted",
    "about",
    "not_about",
    "hear",
    "statutory",
    "absent",
    "meeting",
    "meeting_off",
    "meeting_held",
    "note",
    "undo",
    "oral",
    "status",
    "dossier",
    "agenda",
    "search",
    "help",
    "who",
    "keep",
    "no_survey",
    "report",
    "register",
    "quarter",
    "sample",
    "evidence",
    "mine",
    "open_of",
    "firm_measure",
    "review",
    "access",
    "forget",
]


@dataclass(frozen=True, slots=True)
class Command:
    """One understood line. Which of the values are filled depends on the verb (see the table in `commands`).

    `number`: the complaint that the line itself names, as written there ('K2026-0003', or '3').
    `text` is the value behind a colon, or what followed the command in its sentence ('ik pak het op, bel haar morgen').
    `alias`: a member as the sender typed it, without '@' (not yet looked up). `on` is a date in the firm's zone.
    """

    verb: Verb
    line: str
    number: str | None = None
    alias: str | None = None
    text: str | None = None
    on: dt.date | None = None
    at: dt.time | None = None
    over: bool = False  # takes it over from whoever has it
    choice: str | None = None  # gegrond …, ja/nee, vraag …, werkt/werkt niet, zeker, allen
    index: int | None = None  # the n-th measure or promise, counted from 1
    internal: bool = False
    target: str | None = None  # the other complaint of a merge, as typed
    name: str | None = None
    address: str | None = None
    phone: str | None = None
    postal: str | None = None


Why = Literal[
    "negation",
    "condition",
    "question",
    "ambiguous",
    "bad_date",
    "past_date",
    "missing_value",
    "not_yet",
    "second_thoughts",
    "more",
    "letter",
    "which",
]


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that look like a command and are not carried out; `verb` is what they may have meant.

    `hint` is the line that would do what was meant, with the writer's own words ('' when there is none, and with an open end
    where a value is wanted: 'oorzaak: '); `also` are other such lines. `words` are those that stopped it, as typed.
    """

    line: str
    why: Why
    verb: Verb | None = None
    hint: str = ""
    number: str | None = None
    also: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Free text that is no command: kept as a note."""

    text: str
    number: str | None = None


Line = Command | Unclear | Remark
