"""The life of a complaint, as one table: event x status -> status. What is not in it is refused and changes nothing."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal

from klachtmail.domain.records.abridged import abridged
from klachtmail.domain.records.events import Event
from klachtmail.domain.records.model import Complaint, HistoryEntry, Status

RESUME: Final = "resume"  # back to where it was: answered, assigned or new, see `resumed`
Next = Status | Literal["resume"]

_OPEN: tuple[Status, ...] = ("new", "assigned", "answered")
_ALL: tuple[Status, ...] = (*_OPEN, "closed", "dismissed", "merged")


def _stay(*statuses: Status) -> Mapping[Status, Next]:
    return {status: status for status in statuses}


TABLE: Final[Mapping[Event, Mapping[Status, Next]]] = MappingProxyType(
    {
        "received": {},  # only ever the first entry of a history
        "confirmed": _stay(*_OPEN),
        "assigned": {"new": "assigned", "assigned": "assigned", "answered": "answered"},
        "returned": {"assigned": "new", "answered": "answered"},
        "serious": _stay(*_OPEN),
        "not_serious": _stay(*_OPEN),
        "discussed": _stay(*_OPEN, "closed"),
        "acknowledged": _stay(*_OPEN),
        "contacted": _stay(*_OPEN, "closed", "dismissed"),
        "attempted": _stay(*_OPEN, "closed", "dismissed"),
        "remedy": _stay(*_OPEN),
        "judgement": _stay(*_OPEN),
        "cause": _stay(*_OPEN, "closed"),
        "classified": _stay(*_OPEN, "closed"),
        "structural": _stay(*_OPEN, "closed"),
        "elsewhere": _stay(*_OPEN, "closed"),
        "measure": _stay(*_OPEN, "closed"),
        "measure_done": _stay(*_OPEN, "closed"),
        "measure_judged": _stay(*_OPEN, "closed"),
        "promised": _stay(*_OPEN, "closed"),
        "promise_done": _stay(*_OPEN, "closed"),
        "drafted": _stay(*_OPEN, "closed", "dismissed"),
        "message_sent": _stay(*_OPEN, "closed", "dismissed"),
        "answered": {"new": "answered", "assigned": "answered", "answered": "answered"},
        "postponed": _stay(*_OPEN),  # also when only some of them were told
        "accepted": _stay("answered", "closed"),
        "declined": _stay("answered", "closed"),
        "appealed": _stay("answered", "closed"),
        "ruled": _stay("answered", "closed"),
        "withdrawn": {"new": "closed", "assigned": "closed", "answered": "closed"},
        "party_withdrawn": _stay(*_OPEN),
        "dismissed": {"new": "dismissed", "assigned": "dismissed", "answered": "dismissed"},
        "closed": {"new": "closed", "assigned": "closed", "answered": "closed"},
        "reopened": {"closed": RESUME, "dismissed": RESUME},
        "merged": {"new": "merged", "assigned": "merged", "answered": "merged"},
        "absorbed": _stay(*_OPEN, "closed"),
        "party_told": _stay(*_OPEN, "closed"),
        "complainant": _stay(*_ALL),
        "posted": _stay(*_ALL),
        "about": _stay(*_ALL),
        "not_about": _stay(*_ALL),
        "hearing_asked": _stay(*_ALL),
        "heard": _stay(*_ALL),
        "statutory": _stay(*_ALL),
        "statutory_done": _stay(*_ALL),
        "satisfaction_asked": _stay("closed"),
        "no_survey": _stay(*_OPEN, "closed"),
        "shown": _stay(*_ALL),
        "noted": _stay(*_ALL),
        "undone": _stay(*_ALL),
        "kept": _stay(*_ALL),
        "erased": _stay("closed", "dismissed", "merged"),
        "followed_up": _stay(*_ALL),
        "third_party": _stay(*_ALL),
        "corresponded": _stay(*_ALL),
        "automatic": _stay(*_ALL),
        "reacted": _stay(*_ALL),
        "rated": _stay(*_ALL),
        "bounced": _stay(*_ALL),
        "delayed": _stay(*_ALL),
        "undelivered": _stay(*_ALL),
        "absent": _stay(*_ALL),
        "handler_left": {"assigned": "new", "answered": "answered", "new": "new"},
        "refused": _stay(*_ALL),
    }
)

_WHY: Mapping[Status, str] = {
    "new": "deze klacht heeft nog geen uitkomst",
    "assigned": "deze klacht heeft nog geen uitkomst",
    "answered": "de uitkomst is al gemeld",
    "closed": "deze klacht is gesloten; stuur eerst “heropen”",
    "dismissed": "dit is als ‘geen klacht’ afgedaan; stuur eerst “klacht”",
    "merged": "deze klacht is samengevoegd met een andere",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something did not happen: a Dutch phrase for the transcript. Nothing was changed."""

    reason: str


def resumed(complaint: Complaint) -> Status:
    """Return the open status in which a complaint goes on: it has an outcome, else a handler, else neither."""
    if complaint.answered_at is not None:
        return "answered"
    return "assigned" if complaint.handler is not None else "new"


def advance(complaint: Complaint, event: Event, now: dt.datetime, actor: str, detail: str = "") -> Complaint | Refusal:
    """Return the complaint after this event, with a line in its history, or a refusal."""
    following = TABLE[event].get(complaint.status)
    if following is None:
        return Refusal(_WHY[complaint.status])
    status = resumed(complaint) if following == RESUME else following
    entry = HistoryEntry(at=now, actor=actor, event=event, detail=abridged(detail))
    return replace(complaint, status=status, history=(*complaint.history, entry))


def noted(complaint: Complaint, event: Event, now: dt.datetime, actor: str, detail: str = "") -> Complaint:
    """Return the complaint after an event that every status allows; raises TypeError when the table refuses it."""
    after = advance(complaint, event, now, actor, detail)
    if isinstance(after, Refusal):
        msg = f"{event} is not an event of every status"
        raise TypeError(msg)
    return after


def drawing() -> str:
    """Return the table as a Mermaid state diagram and as a Markdown table: `docs/lifecycle.md` is made of it."""
    arrows: dict[tuple[str, str], list[str]] = {}
    for event, row in TABLE.items():
        for status, following in row.items():
            targets = ("new", "assigned", "answered") if following == RESUME else (following,)
            for target in targets:
                if target != status:
                    arrows.setdefault((status, target), []).append(event)
    lines = ["```mermaid", "stateDiagram-v2", "    [*] --> new: received"]
    lines += [f"    {a} --> {b}: {', '.join(events)}" for (a, b), events in sorted(arrows.items())]
    lines += ["```", "", f"| event | {' | '.join(_ALL)} |", f"|---|{'---|' * len(_ALL)}"]
    for event, row in TABLE.items():
        cells = ["·" if status not in row else "stays" if row[status] == status else row[status] for status in _ALL]
        lines.append(f"| {event} | {' | '.join(cells)} |")
    return "\n".join(lines)
