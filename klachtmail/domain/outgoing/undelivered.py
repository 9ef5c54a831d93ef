"""A letter that did not arrive: who hears of it, and in which words. One notion for reports (DSN) and for refusals.

Of a client's letter whoever is responsible calls the client. Of a member's letter the other partners are told, without
a word of the client's: what a content filter stopped once, it stops again.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final, Self

from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.outgoing.buttons import (
    CALLED,
    DOSSIER,
    NO_ANSWER,
    REOPEN,
    TAKE,
    call_button,
    for_party,
    give_buttons,
)
from klachtmail.domain.records.letter import Button, Letter, LetterRequest
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.not_received import not_received
from klachtmail.domain.records.parties import complainant_at, key_of, known_to, party_called

TOLD: Final = Button(label="Uitkomst verteld", line="uitkomst gemeld: per telefoon", main=True)
LAST: Final = frozenset({"unreachable", "alarm_over"})  # a letter about these would never end; `status` shows them


@dataclass(frozen=True, slots=True)
class FailedLetter:
    """What is known of a letter that came back: its kind, to whom, and for a client's letter its text.

    `doubtful`: the report names no letter of ours, so that anybody can have made it up.
    """

    kind: str
    to: str
    member: str | None
    reason: str
    text: str = ""
    doubtful: bool = False
    party: str | None = None  # whose letter it was, as `known_to` calls the party
    later: dt.date | None = None  # the day that it would have told
    reopened: bool = False  # the complaint was closed, and goes on because nobody heard the outcome

    def __post_init__(self) -> None:
        """Take from the server's words what commands a terminal or turns the direction of a line."""
        clean = "".join(c if c.isprintable() else " " for c in self.reason)
        object.__setattr__(self, "reason", " ".join(clean.split())[:300])

    @classmethod
    def of(cls, letter: Letter, reason: str, text: str = "") -> Self:
        """Return this letter as one that did not arrive, for the reason that the server gave."""
        return cls(letter.kind, letter.to, letter.member, reason, text, party=letter.party)


def whose(complaint: Complaint, letter: Letter) -> str | None:
    """Return of which party this letter to somebody outside was, as its complaint calls them, or the one where that went on."""
    party = party_called(complaint, letter.party) if letter.party else None
    if party is None and letter.number != complaint.number:
        party = party_called(complaint, letter.number) or complainant_at(complaint, letter.to)
    return key_of(complaint, party) if party is not None else letter.party


def taken_back(
    complaint: Complaint, about: FailedLetter, sent_at: dt.datetime, now: dt.datetime
) -> tuple[Complaint, FailedLetter]:
    """Return the complaint without what this letter of that moment had done, and what is to be said about it."""
    after = not_received(complaint, about.kind, about.party, sent_at, now, about.reason)
    before, party = party_called(complaint, about.party), party_called(after, about.party)
    days = [each.due_on for each in before.postponed if party and each not in party.postponed] if before else []
    reopened = after.is_open and not complaint.is_open
    return after, replace(about, later=max(days, default=None), reopened=reopened)


def undelivered(about: FailedLetter, complaint: Complaint | None, firm: Firm) -> tuple[LetterRequest, ...]:
    """Tell somebody who can be reached. A notice of a failure (`LAST`) that fails itself is not reported again."""
    if about.kind in LAST:
        return ()
    if about.member is not None:
        return _colleague(about, complaint, firm)
    asked = requests.responsible(complaint, firm) if complaint else firm.partners
    others = [m for m in asked if about.to not in m.addresses] or firm.partners
    told = requests.permitted(complaint, others, firm, without=about.to)
    data = letters.Task(
        letter_kind=about.kind,
        to=about.to,
        reason=about.reason,
        text=about.text,
        doubtful=about.doubtful,
        later=about.later,
        reopened=about.reopened,
    )
    buttons = _to_reach(about, complaint, data.buttons) if complaint else ()
    return tuple(requests.to_member(data, m, complaint, party=about.party, buttons=buttons) for m in told)


def _to_reach(about: FailedLetter, complaint: Complaint, usual: tuple[Button, ...]) -> tuple[Button, ...]:
    """Return what can be done for whoever did not get it: of several the number stands before each line."""
    key = about.party or (complaint.number if complaint.parties else None)
    if about.kind == "outcome":
        first = TOLD if complaint.is_open else REOPEN
        usual = (first, *(replace(each, main=False) for each in usual))
    if about.later is not None and complaint.is_open:
        told = Button(label="Uitstel verteld", line=f"uitstel gemeld {about.later:%d-%m-%Y}: per telefoon", main=True)
        usual = (told, *(replace(each, main=False) for each in usual))
    return (*(for_party(each, key) for each in usual), *call_button(known_to(complaint, about.party)))


def _colleague(about: FailedLetter, complaint: Complaint | None, firm: Firm) -> tuple[LetterRequest, ...]:
    """Tell the other partners that this member does not get our mail; when there is none, the administrator."""
    unreachable = firm.member(about.member)
    others = [m for m in firm.partners if m != unreachable and about.to not in m.addresses]
    told = requests.permitted(complaint, others, firm, without=about.to)
    data = letters.Unreachable(
        name=unreachable.name if unreachable else about.to,
        letter_kind=about.kind,
        to=about.to,
        reason=about.reason,
        doubtful=about.doubtful,
        handles=complaint is not None and unreachable is not None and complaint.handler == about.member,
    )
    return tuple(
        requests.to_member(data, m, complaint, buttons=_buttons(m, complaint, firm, unreachable)) for m in told
    )


def _buttons(reader: Member, complaint: Complaint | None, firm: Firm, gone: Member | None) -> tuple[Button, ...]:
    """Return what gives the complaint to another; nothing that says that the client was reached."""
    if complaint is None:
        return ()
    if not complaint.is_open or (complaint.handler is not None and firm.member(complaint.handler) != gone):
        return (DOSSIER,)
    away = f"@{gone.alias}" if gone else ""
    give = (b for b in give_buttons(reader, complaint, firm) if b.line != away)
    return (TAKE, *give, DOSSIER)


def tell_filtered(letter: Letter, complaint: Complaint | None, firm: Firm) -> tuple[LetterRequest, ...]:
    """Say to a member that a letter was refused for what stands in it, without a word of it."""
    reader = firm.member(letter.member)
    if reader is None or letter.kind in {"filtered", *LAST}:
        return ()
    buttons: tuple[Button, ...] = ()
    if complaint is not None and complaint.is_open:
        wanted = letter.kind == "task"
        take = (TAKE, *give_buttons(reader, complaint, firm)) if complaint.handler is None else ()
        called = (CALLED, NO_ANSWER, *call_button(complaint)) if wanted else ()
        buttons = (*called, *take)
    return (requests.to_member(letters.Filtered(letter_kind=letter.kind), reader, complaint, buttons=buttons),)
