"""Sealing the history: each entry is chained to the one before it, so that a change to the past shows.

An entry is committed to by a hash with its own random salt, and the chain runs over these commitments. To erase
an entry (GDPR art. 17) its text and salt go; the commitment and the seal stay, so that the chain still holds and
says nothing about what stood there.
"""

import hashlib
import secrets

import orjson

from klachtmail.domain.model import Complaint, HistoryEntry

_SALT_BYTES = 8


def commitment(entry: HistoryEntry) -> str:
    """Return the SHA-256 in hex that stands for an entry: the kept one when it was erased, else of salt and content."""
    return entry.commitment or "" if entry.salt is None else _committed(entry, entry.salt)


def _committed(entry: HistoryEntry, salt: str) -> str:
    content = orjson.dumps([salt, entry.at.timestamp(), entry.actor, entry.event, entry.detail])
    return hashlib.sha256(content).hexdigest()


def _chained(before: str, committed: str) -> str:
    """Return the seal in hex of an entry that follows the one with the seal `before` ('' for the first)."""
    return hashlib.sha256(f"{before}{committed}".encode()).hexdigest()


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
    kept = [_kept(complaint.number, old, new) for old, new in zip(past, complaint.history, strict=False)]
    before = kept[-1].seal or "" if kept else ""
    for entry in complaint.history[len(past) :]:
        salt = secrets.token_hex(_SALT_BYTES)
        before = _chained(before, _committed(entry, salt))
        kept.append(entry.but(salt=salt, seal=before, commitment=None))
    return complaint.but(history=tuple(kept))


def _kept(number: str, old: HistoryEntry, new: HistoryEntry) -> HistoryEntry:
    """Return the entry as it is kept: the old one, or its erasure."""
    if new == old or (new.seal is None and new.but(salt=old.salt, seal=old.seal, commitment=old.commitment) == old):
        return old
    if new.salt is None and new.seal == old.seal:
        return new.but(commitment=commitment(old))
    raise ValueError(f"The history of {number} was changed at {old.at.isoformat()} ({old.event})")


def broken(complaint: Complaint) -> str | None:
    """Return what is wrong with the chain of a complaint, or None."""
    before = ""
    for place, entry in enumerate(complaint.history, 1):
        if entry.seal != _chained(before, commitment(entry)):
            return f"entry {place} of its history ({entry.event}) is not what was sealed"
        before = entry.seal
    return None
