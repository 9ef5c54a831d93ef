"""Who takes part in a complaint: each complainant has a number, a thread and an outcome.

A party is called by number or, a third party, by bare address. Everything that leaves the firm is written about the
complaint as its reader knows it (`known_to`): nobody learns of another from a letter.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from klachtmail.domain.records.model import Complaint, Message, Party


def complainants(complaint: Complaint) -> tuple[Party, ...]:
    """Return everybody who complained, each with a number, dates and an outcome; the first one first."""
    return (_first(complaint), *co_complainants(complaint))


def co_complainants(complaint: Complaint) -> tuple[Party, ...]:
    """Return those whose complaint was merged into this one."""
    return tuple(party for party in complaint.parties if party.role == "co_complainant")


def going_on(complaint: Complaint) -> tuple[Party, ...]:
    """Return the complainants who did not withdraw."""
    return tuple(party for party in complainants(complaint) if party.withdrawn_at is None)


def _first(complaint: Complaint) -> Party:
    """Return the complainant, with what the complaint itself holds of that person."""
    return replace(
        complaint.complainant,
        role="complainant",
        number=complaint.number,
        subject=complaint.subject,
        language=complaint.language,
        channel=complaint.channel,
        received_at=complaint.received_at,
        due_on=complaint.complainant.due_on or complaint.due_on,  # a complaint that was merged into it may be older
        original_due_on=complaint.original_due_on,
        acknowledged_at=complaint.acknowledged_at,
        contacted_at=complaint.contacted_at,
        waiting_since=complaint.waiting_since,
        told_at=complaint.answered_at if complaint.complainant.withdrawn_at is None else complaint.complainant.told_at,
        accepted=complaint.accepted,
        satisfaction=complaint.satisfaction,
    )


def everybody(complaint: Complaint) -> tuple[Party, ...]:
    """Return all parties: complainants, their representative, third parties, and who only stood in Cc."""
    named = {party.address for party in complaint.parties}
    unnamed = (address for address in complaint.others if address not in named)
    third = (Party(address=address, role="third_party") for address in unnamed)
    return (_first(complaint), *complaint.parties, *third)


def party_called(complaint: Complaint, key: str | None) -> Party | None:
    """Return the party with this number or bare address; None is the complainant; or None when there is no such party."""
    if key is None or key == complaint.number:
        return _first(complaint)
    return next((p for p in everybody(complaint) if key in {p.number, p.address}), None)


def complainant_at(complaint: Complaint, address: str | None) -> Party | None:
    """Return the complainant who writes from this bare address, in person or through a representative, or None."""
    if not address:
        return None
    behind = next((p for p in _representatives(complaint) if p.address == address), None)
    if behind is not None:
        return party_called(complaint, behind.stands_for)
    own = [p for p in complainants(complaint) if address in {p.address, p.reply_to}]
    return next((p for p in own if p.withdrawn_at is None), own[0] if own else None)


def _representatives(complaint: Complaint) -> tuple[Party, ...]:
    return tuple(party for party in complaint.parties if party.role == "representative")


def addressee(complaint: Complaint, party: Party) -> Party:
    """Return to whom letters to this complainant go: the representative, if there is one."""
    key = None if party.role == "complainant" else key_of(complaint, party)
    return next((p for p in reversed(_representatives(complaint)) if p.stands_for == key), party)


def addresses_of(complaint: Complaint, party: Party) -> frozenset[str]:
    """Return the bare addresses at which this complainant writes and reads: his own, and those of who acts for him."""
    key = key_of(complaint, party)
    acts = (p.address for p in _representatives(complaint) if p.stands_for == key)
    return frozenset(address for address in (party.address, party.reply_to, *acts) if address)


def key_of(complaint: Complaint, party: Party) -> str | None:
    """Return what a letter calls this party: nothing for the complainant, else a number or address."""
    return None if party.number == complaint.number else party.number or party.address


def untold(complaint: Complaint) -> tuple[Party, ...]:
    """Return the complainants who have not heard the outcome and still wait for it."""
    return tuple(party for party in going_on(complaint) if party.told_at is None)


def last_promised(complaint: Complaint) -> dt.date:
    """Return the latest day that was promised to somebody who still waits: a postponement must go beyond it."""
    return max((party.due_on for party in untold(complaint) if party.due_on is not None), default=complaint.due_on)


def with_next_day(complaint: Complaint) -> Complaint:
    """Return the complaint due on the first day that was promised to somebody who still waits; each keeps that day."""
    waiting = [party.due_on for party in untold(complaint) if party.due_on is not None]
    due_on, first = min(waiting, default=complaint.due_on), _first(complaint).due_on
    own = None if first == due_on else first
    return replace(complaint, due_on=due_on, complainant=replace(complaint.complainant, due_on=own))


def was_postponed(complaint: Complaint) -> bool:
    """Return whether somebody was given a later day than the first one that was promised."""
    days = ((p.due_on, p.original_due_on) for p in complainants(complaint))
    return any(due_on is not None and original is not None and due_on > original for due_on, original in days)


def longest_waiting(complaint: Complaint) -> Party | None:
    """Return the complainant whose message has been unanswered longest, or None."""
    waiting = [(party.waiting_since, party) for party in going_on(complaint) if party.waiting_since is not None]
    return min(waiting, key=lambda each: each[0])[1] if waiting else None


def changed(complaint: Complaint, key: str | None, change: Callable[[Party], Party]) -> Complaint:
    """Return the complaint with this party changed; who complained first is kept in the complaint itself."""
    if key is None or key == complaint.number:
        return _with_first(complaint, change(_first(complaint)))
    parties = tuple(change(p) if key in {p.number, p.address} else p for p in complaint.parties)
    return replace(complaint, parties=parties)


def _with_first(complaint: Complaint, party: Party) -> Complaint:
    left = party.withdrawn_at is not None  # an outcome since then is the others'; what the party was told stays
    person = Party(
        name=party.name,
        address=party.address,
        phone=party.phone,
        postal=party.postal,
        organisation=party.organisation,
        reply_to=party.reply_to,
        due_on=None if party.due_on == complaint.due_on else party.due_on,
        postponed=party.postponed,
        withdrawn_at=party.withdrawn_at,
        told_at=party.told_at if left else None,
        no_survey=party.no_survey,
    )
    return replace(
        complaint,
        complainant=person,
        acknowledged_at=party.acknowledged_at,
        contacted_at=party.contacted_at,
        waiting_since=party.waiting_since,
        answered_at=complaint.answered_at if left else party.told_at,
        accepted=party.accepted,
        satisfaction=party.satisfaction,
    )


def known_to(complaint: Complaint, key: str | None) -> Complaint:
    """Return the complaint as this party knows it: with one name, number, subject and set of dates, and no other people."""
    if key is None and not complaint.parties:
        return complaint
    party = party_called(complaint, key)
    if party is None:
        return complaint
    acts = tuple(p for p in _representatives(complaint) if p.stands_for == key_of(complaint, party))
    acts = tuple(replace(p, stands_for=None) for p in acts if party.role != "third_party")
    own = replace(complaint, complainant=party, parties=acts, others=(), history=(), text="")
    if key is None or key == complaint.number:
        return replace(own, due_on=party.due_on or complaint.due_on, messages=_messages(complaint, party))
    if party.role == "third_party":
        return replace(own, subject="", messages=())
    return replace(
        own,
        number=party.number or complaint.number,
        subject=party.subject,
        language=party.language,
        channel=party.channel,
        received_at=party.received_at or complaint.received_at,
        due_on=party.due_on or complaint.due_on,
        original_due_on=party.original_due_on or complaint.original_due_on,
        contacted_at=party.contacted_at,
        answered_at=party.told_at,
        accepted=party.accepted,
        satisfaction=party.satisfaction,
        messages=_messages(complaint, party),
    )


def _messages(complaint: Complaint, party: Party) -> tuple[Message, ...]:
    """Return what went between this party and the firm: of who complained first, all that is of nobody else."""
    key = key_of(complaint, party)
    acts = {p.address for p in _representatives(complaint) if p.stands_for == key and p.address}
    if party.number == complaint.number:
        others = {p.address for p in complaint.parties if p.address} - acts - {party.address}  # or twice
        return tuple(m for m in complaint.messages if not {m.sender, m.to} & others)
    own = {party.address, *acts} - {None}
    return tuple(m for m in complaint.messages if {m.sender, m.to} & own)


def thread_of(complaint: Complaint, key: str | None) -> tuple[str, ...]:
    """Return the msg-ids that went between this party and the firm, oldest first, for References."""
    if not complaint.parties and key in {None, complaint.number}:
        return complaint.thread  # all that was written is of one person
    party = party_called(complaint, key)
    if party is None:
        return ()
    own = replace(complaint, messages=_messages(complaint, party))
    if party.role == "third_party":
        return tuple(m.message_id for m in own.messages if m.message_id)
    return own.thread
