"""Sealing the history: each entry is chained to the one before it, so that a change to the past shows.

Who did it and what was said are committed to by a hash with the entry's own random salt. The chain runs over these
commitments and over what is public: when, which event, and whether the program, the complainant or somebody else did it.
To erase an entry (GDPR art. 17) its text, name and salt go; the commitment and the seal stay, so that the chain still
holds and says nothing about who and what stood there, and nothing public can be changed under that cover.
"""

import hashlib
import secrets

import orjson

from klachtmail.domain.model import Complaint, HistoryEntry

_SALT_BYTES = 8
_ERASED = "erased"  # the event with which every erasure is put on record


def commitment(entry: HistoryEntry) -> str:
    """Return the SHA-256 in hex that stands for name and text: the kept one of an erased entry, else of what is there."""
    return entry.commitment or "" if entry.salt is None else _committed(entry, entry.salt)


def _committed(entry: HistoryEntry, salt: str) -> str:
    return hashlib.sha256(orjson.dumps([salt, entry.actor, entry.detail])).hexdigest()


def _chained(before: str, entry: HistoryEntry, committed: str) -> str:
    """Return the seal in hex of an entry that follows the one with the seal `before` ('' for the first)."""
    public = [before, entry.at.timestamp(), entry.event, entry.role, committed]
    return hashlib.sha256(orjson.dumps(public)).hexdigest()


def heads(complaint: Complaint) -> str:
    """Return the last seal of a complaint ('' without history): whoever noted it can later show a change."""
    return complaint.history[-1].seal or "" if complaint.history else ""


def sealed(complaint: Complaint, stored: Complaint | None) -> Complaint:
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
    for entry in added:
        salt = secrets.token_hex(_SALT_BYTES)
        before = _chained(before, entry, _committed(entry, salt))
        kept.append(entry.but(salt=salt, seal=before, commitment=None))
    return complaint.but(history=tuple(kept))


def _kept(number: str, old: HistoryEntry, new: HistoryEntry, *, erasing: bool) -> HistoryEntry:
    """Return the entry as it is kept: the old one or, when these changes say that they erase, what is left of it."""
    if new == old or (new.seal is None and new.but(salt=old.salt, seal=old.seal, commitment=old.commitment) == old):
        return old
    left = old.tombstone().but(commitment=commitment(old))
    if erasing and new.but(commitment=left.commitment) == left:
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
        if entry.seal != _chained(before, entry, commitment(entry)) or (emptied and entry != entry.tombstone()):
            return f"entry {place} of its history ({entry.event}) is not what was sealed"
        if emptied and place >= last_erasure:
            return f"entry {place} of its history ({entry.event}) was emptied, and no erasure is on record after it"
        before = entry.seal
    return None
