"""Sealing the history: each entry is chained to the one before it, so that a change to the past shows.

Who did it and what was said are committed to by a hash with the entry's own random salt. The chain runs over these
commitments and over what is public: when, which event, and whether the program, the complainant or somebody else did it.
To erase an entry (GDPR art. 17) its text, name and salt go; the commitment and the seal stay, so that the chain still
holds and says nothing about who and what stood there, and nothing public can be changed under that cover.

What stands in no complaint has a seal too, replaced whenever a commit changes it: one for what was set aside, absences and
meetings, and one for who asked for papers, general measures and the decisions of the yearly review.

The last entry of each commit also commits to the facts: the fields of the complaint beside its history, as they were then.
So a due date or an outcome that was changed in the file does not fit the last entry any more: whatever changes a fact has
to add an entry. Entries of before that was so have no facts, and hold as they did.
"""

import dataclasses
import datetime as dt
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, Final

import orjson

from klachtmail.domain.record import is_record, usual
from klachtmail.domain.records.model import Complaint, HistoryEntry
from klachtmail.domain.records.state import State

_SALT_BYTES = 8
_ERASED = "erased"  # the event with which every erasure is put on record
# No facts: the history has its own seals, a message the hash of its bytes; the others change while people are at work.
_NO_FACTS: Final = frozenset(
    {"history", "messages", "draft", "undo", "versions", "waiting_since", "attempts", "others", "language"}
)

_LISTED: Final[dict[str, tuple[str, ...]]] = {  # the fields of the state that each of its seals is of
    "seal": ("set_aside", "unheeded", "absences", "meeting"),
    "papers_seal": ("papers_asked", "measures", "reviews"),  # a register of before these were sealed has the first
}


def commitment(entry: HistoryEntry) -> str:
    """Return the SHA-256 in hex that stands for name and text: the kept one of an erased entry, else of what is there."""
    return entry.commitment or "" if entry.salt is None else _committed(entry, entry.salt)


def _committed(entry: HistoryEntry, salt: str) -> str:
    return hashlib.sha256(orjson.dumps([salt, entry.actor, entry.detail])).hexdigest()


def _chained(before: str, entry: HistoryEntry, committed: str, facts: str | None) -> str:
    """Return the seal in hex of an entry that follows the one with the seal `before` ('' for the first)."""
    public = [before, entry.at.timestamp(), entry.event, entry.role, committed]
    public += [facts] if facts is not None else []
    return hashlib.sha256(orjson.dumps(public)).hexdigest()


def _facts(salt: str, complaint: Complaint) -> str:
    """Return the SHA-256 in hex that stands for the fields beside the history."""
    return hashlib.sha256(orjson.dumps([salt, _told(complaint)], option=_PLAIN, default=_plain)).hexdigest()


_PLAIN: Final = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_SORT_KEYS


def _told(record: object) -> dict[str, Any]:
    """Return the fields that are not as they always are: one that a later version adds must not break a seal."""
    kind: Any = type(record)
    return {name: value for name, usual in _fields(kind) if (value := getattr(record, name)) != usual}


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    skipped = _NO_FACTS if issubclass(kind, Complaint) else frozenset()
    return tuple((field.name, usual(field)) for field in dataclasses.fields(kind) if field.name not in skipped)


def _plain(value: object) -> object:
    """Return a value of a field as JSON has it; a moment is the same in every time zone."""
    if is_record(type(value)):
        return _told(value)
    return value.timestamp() if isinstance(value, dt.datetime) else str(value)


def heads(complaint: Complaint) -> str:
    """Return the last seal of a complaint ('' without history): whoever noted it can later show a change."""
    return complaint.history[-1].seal or "" if complaint.history else ""


def sealed(
    complaint: Complaint, stored: Complaint | None, *, salt: Callable[[], str] = lambda: secrets.token_hex(_SALT_BYTES)
) -> Complaint:
    """Return the complaint with its new entries sealed and its erased ones marked.

    ValueError when the past of the stored one was changed: history is only ever added to.
    """
    past = stored.history if stored else ()
    if len(complaint.history) < len(past):
        raise ValueError(f"The history of {complaint.number} became shorter")
    added = complaint.history[len(past) :]
    erasing = any(entry.event == _ERASED for entry in added)
    kept = [
        _kept(complaint.number, old, new, erasing=erasing) for old, new in zip(past, complaint.history, strict=False)
    ]
    before = kept[-1].seal or "" if kept else ""
    for place, entry in enumerate(added, 1):
        own = salt()
        facts = _facts(own, complaint) if place == len(added) else None
        before = _chained(before, entry, _committed(entry, own), facts)
        kept.append(replace(entry, salt=own, commitment=None, facts=facts, seal=before))
    return replace(complaint, history=tuple(kept))


def _kept(number: str, old: HistoryEntry, new: HistoryEntry, *, erasing: bool) -> HistoryEntry:
    """Return the entry as it is kept: the old one or, when these changes say that they erase, what is left of it."""
    if new == old or (
        new.seal is None
        and replace(new, salt=old.salt, seal=old.seal, commitment=old.commitment, facts=old.facts) == old
    ):
        return old
    left = replace(old.tombstone(), commitment=commitment(old))
    if erasing and replace(new, commitment=left.commitment) == left:
        return left
    raise ValueError(f"The history of {number} was changed at {old.at.isoformat()} ({old.event})")


def broken(complaint: Complaint) -> str | None:
    """Return what is wrong with the chain of a complaint, or None.

    An entry without salt cannot be compared with its commitment. So it must be empty, and an erasure must come after it.
    """
    before = ""
    last_erasure = max((place for place, entry in enumerate(complaint.history, 1) if entry.event == _ERASED), default=0)
    for place, entry in enumerate(complaint.history, 1):
        emptied = entry.salt is None
        if entry.seal != _chained(before, entry, commitment(entry), entry.facts) or (
            emptied and entry != entry.tombstone()
        ):
            return f"entry {place} of its history ({entry.event}) is not what was sealed"
        if emptied and place >= last_erasure:
            return f"entry {place} of its history ({entry.event}) was emptied, and no erasure is on record after it"
        before = entry.seal
    last = complaint.history[-1] if complaint.history else None
    if last is not None and last.facts is not None and last.facts != _facts(last.salt or "", complaint):
        return "what stands beside its history (dates, outcome, people and so on) is not what its last entry sealed"
    return None


def lists_sealed(state: State, before: State) -> State:
    """Return the state with the seals of its lists. One that `before` broke stays broken: no later commit heals it."""
    seals: dict[str, Any] = {name: _lists_seal(state, before, name) for name in _LISTED}
    return state if all(getattr(state, name) == seal for name, seal in seals.items()) else replace(state, **seals)


def broken_lists(state: State) -> list[str]:
    """Return the seals ('seal', 'papers_seal') that do not fit their lists; without seal nothing is known."""
    return [name for name in _LISTED if getattr(state, name) not in {None, _made(state, name)}]


def _lists_seal(state: State, before: State, name: str) -> str:
    kept: str | None = getattr(before, name)
    if kept is not None and (_listed(state, name) == _listed(before, name) or kept != _made(before, name)):
        return kept
    return _made(state, name)


def _listed(state: State, name: str) -> list[object]:
    return [getattr(state, field) for field in _LISTED[name]]


def _made(state: State, name: str) -> str:
    return hashlib.sha256(orjson.dumps(_listed(state, name), option=_PLAIN, default=_plain)).hexdigest()
