"""What is left of a complaint when its people are forgotten: an anonymous row for the statistics (GDPR art. 5(1)(e), 17).

What is kept is named here, field by field; everything else goes, also fields that somebody adds later.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from klachtmail.domain.records.model import (
    Appeal,
    Complaint,
    HistoryEntry,
    Measure,
    Message,
    Party,
    Satisfaction,
    ended_at,
)

_KEPT: Final = tuple(
    """
    number status confirmed channel received_at due_on original_due_on serious acknowledged_at contacted_at structural
    judgement answered_at accepted merged_into closed_at language assigned_at attempts versions
""".split()
)
_OF_MEMBERS: Final = frozenset({"command", "correspondence"})  # messages: what members did stays in the firm's record
# These are events, those above are messages.
_FROM_OUTSIDE: Final = frozenset(
    {"third_party", "followed_up", "refused", "bounced", "delayed", "automatic", "reacted", "rated"}
)


def erased(complaint: Complaint, now: dt.datetime) -> Complaint:
    """Return the complaint as an anonymous row, with an event 'erased'. Its history keeps times, events and seals."""
    kept = {name: getattr(complaint, name) for name in _KEPT}
    entry = HistoryEntry(at=now, actor="klachtmail", event="erased")
    return Complaint(
        **kept,
        complainant=Party(withdrawn_at=complaint.complainant.withdrawn_at),
        measures=tuple(_measure(measure) for measure in complaint.measures),
        promises=tuple(replace(promise, text="", owner=None) for promise in complaint.promises),
        appeal=_appeal(complaint.appeal),
        dismissal=replace(complaint.dismissal, reason="") if complaint.dismissal else None,
        withdrawn="" if complaint.withdrawn is not None else None,
        satisfaction=wordless(complaint.satisfaction),
        messages=tuple(erased_message(message) for message in complaint.messages),
        history=(*(old.tombstone() for old in complaint.history), entry),
        erased_at=now,
    )


def _measure(measure: Measure) -> Measure:
    return replace(measure, text="", owner=None)


def _appeal(appeal: Appeal | None) -> Appeal | None:
    return replace(appeal, ruling="" if appeal.ruling is not None else None) if appeal else None


def wordless(said: Satisfaction | None) -> Satisfaction | None:
    """Return how somebody found that we dealt with it, without the words beside it."""
    return replace(said, text="") if said else None


def erased_message(message: Message) -> Message:
    """Return what is left of a message: when, which way, what kind, and the hash of bytes that are gone."""
    return Message(
        message_id=None,
        sender="",
        at=message.at,
        direction=message.direction,
        kind=message.kind,
        sha256=message.sha256,
        failed=message.failed,
    )


def without(complaint: Complaint, address: str, now: dt.datetime) -> Complaint:
    """Return a complaint of others, in which this party or correspondent (bare address, lower case) was forgotten."""
    entry = HistoryEntry(at=now, actor="klachtmail", event="erased", detail="een correspondent")
    first = complaint.complainant
    is_first = address in {first.address, first.reply_to}
    history = (
        old.tombstone() if _tells_of(old, address) or (is_first and old.role == "complainant") else old
        for old in complaint.history
    )
    return replace(
        complaint,
        complainant=_nameless(first) if is_first else first,
        subject="" if is_first else complaint.subject,
        text="" if is_first else complaint.text,
        requested_remedy=None if is_first else complaint.requested_remedy,
        satisfaction=wordless(complaint.satisfaction) if is_first else complaint.satisfaction,
        parties=tuple(_without_name(complaint.parties, address)),
        others=tuple(other for other in complaint.others if other.lower() != address),
        messages=tuple(erased_message(m) if goes_with(m, address) else m for m in complaint.messages),
        history=(*history, entry),
        undo=None,
    )


def _without_name(parties: tuple[Party, ...], address: str) -> Iterator[Party]:
    """Yield the parties; of this one only a co-complainant's number and dates are left."""
    for party in parties:
        if party.address != address:
            yield party
        elif party.role == "co_complainant":
            yield _nameless(party)


def _nameless(party: Party) -> Party:
    bare = replace(party, name="", address=None, phone=None, postal=None, organisation=None, reply_to=None, subject="")
    return replace(bare, satisfaction=wordless(party.satisfaction))


def _tells_of(entry: HistoryEntry, address: str) -> bool:
    """Return whether a line of history names this correspondent, or has words of theirs: the subject of a mail, for one."""
    return mentions(entry.detail, address) or _did(entry, address)


def _did(entry: HistoryEntry, address: str) -> bool:
    return entry.actor.lower() == address and entry.event in _FROM_OUTSIDE


def mentions(text: str, address: str) -> bool:
    """Return whether this bare address in lower case stands in a text: as a whole, so 'an@example.nl' not in 'jan@…'."""
    return re.search(rf"(?<![\w.+-]){re.escape(address)}(?![\w-]|\.\w)", text.lower()) is not None


def took_part(complaint: Complaint, address: str) -> bool:
    """Return whether this bare address in lower case wrote in a complaint, or was written to, as an outsider.

    `others` is not enough: it has the first correspondents only, and nobody whose mail was refused.
    """
    return any(is_of(m, address) for m in complaint.messages if m.kind not in _OF_MEMBERS) or any(
        _did(entry, address) for entry in complaint.history
    )


def is_of(message: Message, address: str) -> bool:
    """Return whether a message came from, or went to, this bare address in lower case."""
    return address in {message.sender.lower(), (message.to or "").lower()}


def goes_with(message: Message, address: str) -> bool:
    """Return whether a message goes when this correspondent is forgotten: their own, and members' commands that name them."""
    return is_of(message, address) or (message.kind == "command" and mentions(message.text, address))


def months_before(now: dt.datetime, months: int) -> dt.datetime:
    """Return the moment so many calendar months ago: 28 February for 31 March and one month."""
    count = now.year * 12 + now.month - 1 - months
    year, month = divmod(count, 12)
    day = min(now.day, calendar.monthrange(year, month + 1)[1])
    return now.replace(year=year, month=month + 1, day=day)


def may_go(complaint: Complaint, before: dt.datetime) -> bool:
    """Return whether the retention period of a complaint ended: it has run since before this moment, and nobody keeps it.

    The period runs from the end of the complaint or, if later, the last message exchanged. Of a complaint that was
    erased already, only what came after that counts.
    """
    if complaint.is_open or complaint.keep_reason is not None:
        return False
    messages = [message.at for message in complaint.messages]
    if complaint.erased_at is None:
        return max(ended_at(complaint), *messages, complaint.received_at) < before
    since = complaint.erased_at
    later = [at for at in (*messages, *(entry.at for entry in complaint.history)) if at > since]
    return bool(later) and max(later) < before
