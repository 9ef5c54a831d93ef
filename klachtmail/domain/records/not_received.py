"""What a letter had done, taken back when that letter came back: whoever did not get it was told nothing.

A letter counts from the moment it is sent, because most arrive. Of one that did not, the day that it promised never held,
the outcome is still to be told, the question that it answered still waits, and nobody was acknowledged by it.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from klachtmail.domain.records.lifecycle import Refusal, advance, resumed
from klachtmail.domain.records.model import Complaint, HistoryEntry, Message, Party
from klachtmail.domain.records.parties import addresses_of, changed, key_of, party_called, with_next_day

_ANSWERS: Final = frozenset({"message", "outcome", "postponement", "apology"})


def not_received(
    complaint: Complaint, kind: str, key: str | None, sent_at: dt.datetime, now: dt.datetime, why: str = ""
) -> Complaint:
    """Return the complaint in which this party did not get the letter of this kind and moment, which is marked as failed.

    What he heard before it, or after it by telephone, he heard. A closed complaint whose outcome came back goes on.
    """
    party = party_called(complaint, key)
    if party is None or party.role in {"representative", "third_party"}:
        return complaint
    take_back = _TAKEN_BACK.get(kind)
    after = take_back(complaint, party, sent_at) if take_back is not None else complaint
    if kind in _ANSWERS and after.is_open:
        after = _waits_again(after, key_of(after, party))
    if kind == "outcome" and _is_untold_again(after, party) and after.status == "closed":
        return _goes_on(after, now, why)
    return after


def _is_untold_again(complaint: Complaint, party: Party) -> bool:
    now = party_called(complaint, key_of(complaint, party))
    return party.told_at is not None and now is not None and now.told_at is None


def _untold(complaint: Complaint, party: Party, sent_at: dt.datetime) -> Complaint:
    """Take back that he was told by the letter of that moment."""
    if party.told_at is None or party.withdrawn_at is not None or complaint.withdrawn is not None:
        return complaint
    if complaint.status in {"dismissed", "merged"} or party.told_at != sent_at:
        return complaint
    again = min((e.at for e in complaint.history if _tells(e, party, complaint) and e.at > sent_at), default=None)
    after = with_next_day(changed(complaint, key_of(complaint, party), lambda one: replace(one, told_at=again)))
    return replace(after, status=resumed(after)) if after.is_open else after


def _tells(entry: HistoryEntry, party: Party, complaint: Complaint) -> bool:
    """Return whether this is the line of the history that says that this complainant was told the outcome."""
    if party.number == complaint.number:
        return entry.event == "answered"
    return (entry.event, entry.detail) == ("party_told", party.number)


def _not_postponed(complaint: Complaint, party: Party, sent_at: dt.datetime) -> Complaint:
    """Take back the later day of that letter: the one before it stands, as he knows no other."""
    left = tuple(each for each in party.postponed if each.at != sent_at)
    if left == party.postponed:
        return complaint
    stands = left[-1].due_on if left else party.original_due_on
    after = changed(
        complaint, key_of(complaint, party), lambda one: replace(one, postponed=left, due_on=stands or one.due_on)
    )
    return with_next_day(after)


def _not_acknowledged(complaint: Complaint, party: Party, sent_at: dt.datetime) -> Complaint:
    """Take back that he was acknowledged by that letter; another one that went to him counts instead."""
    if party.acknowledged_at != sent_at:
        return complaint
    his = addresses_of(complaint, party)
    others = (m.at for m in complaint.messages if m.kind == "acknowledgement" and m.to in his and not m.failed)
    first = min(others, default=None)
    return changed(complaint, key_of(complaint, party), lambda one: replace(one, acknowledged_at=first))


def _waits_again(complaint: Complaint, key: str | None) -> Complaint:
    """Return the complaint in which he waits for an answer since the first thing that he wrote after our last word to him."""
    party = party_called(complaint, key)
    if party is None or party.waiting_since is not None:
        return complaint
    his = addresses_of(complaint, party)
    spoken = (entry.at for entry in complaint.history if _was_spoken_with(entry))
    written = (m.at for m in complaint.messages if _reached(m, his))
    heard = max((*spoken, *written), default=complaint.received_at)
    asked = min((m.at for m in complaint.messages if _asks(m, his) and m.at > heard), default=None)
    return changed(complaint, key, lambda one: replace(one, waiting_since=asked))


def _was_spoken_with(entry: HistoryEntry) -> bool:
    """Return whether he heard something by another way than a letter of ours."""
    return entry.event in {"contacted", "corresponded"} or (entry.event == "answered" and entry.detail != "outcome")


def _reached(message: Message, his: frozenset[str]) -> bool:
    return message.direction == "out" and message.kind in _ANSWERS and message.to in his and not message.failed


def _asks(message: Message, his: frozenset[str]) -> bool:
    return message.direction == "in" and message.kind == "follow_up" and message.sender in his


def _goes_on(complaint: Complaint, now: dt.datetime, why: str) -> Complaint:
    """Return a closed complaint open again: closing waits for everybody who complained, and one of them heard nothing."""
    closing = complaint.draft is not None and complaint.draft.kind == "closed"
    ready = replace(complaint, closed_at=None, draft=None if closing else complaint.draft)
    after = advance(ready, "reopened", now, "klachtmail", why)
    return complaint if isinstance(after, Refusal) else after


_TAKEN_BACK: Final[Mapping[str, Callable[[Complaint, Party, dt.datetime], Complaint]]] = MappingProxyType(
    {"outcome": _untold, "postponement": _not_postponed, "acknowledgement": _not_acknowledged}
)
