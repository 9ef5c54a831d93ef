"""Registers of any size, made through the store itself: closed complaints go to the archive as in real life."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from klachtmail.domain.records.model import Complaint, HistoryEntry, Message, Party
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import Seen, State
from klachtmail.store import TinyStore

NOW = dt.datetime.now(dt.UTC)
PAST = NOW - dt.timedelta(days=300)
BATCH = 5_000
TEXT = "De training begon een uur te laat en het lesmateriaal was er niet. Ik had iets anders verwacht van u. " * 12


def complaint(counter: int, at: dt.datetime, *, closed: bool) -> Complaint:
    """Return a modest record: a text of 1.2 kB, three messages, six lines of history."""
    number = f"K{at.year}-{counter:04d}"
    address = f"klant{counter}@example.nl"
    due = at.date() + dt.timedelta(days=14)
    messages = tuple(
        Message(
            message_id=f"{kind}-{number}@example.nl",
            sender=address,
            at=at,
            direction="in" if kind == "complaint" else "out",
            kind=kind,
            sha256="0" * 64,
            subject="Training",
            to=None if kind == "complaint" else address,
        )
        for kind in ("complaint", "acknowledgement", "outcome")
    )
    events = ("received", "acknowledged", "assigned", "contacted", "cause", "answered")
    history = tuple(HistoryEntry(at=at, actor="jan@ront.nl", event=event, detail="x") for event in events)
    return Complaint(
        number=number,
        status="closed" if closed else "assigned",
        received_at=at,
        due_on=due,
        original_due_on=due,
        complainant=Party(name=f"Klant {counter}", address=address),
        subject=f"Training {counter}",
        text=TEXT,
        handler="jan@ront.nl",
        acknowledged_at=at,
        contacted_at=at,
        cause="planning",
        structural=False,
        outcome="Excuses.",
        answered_at=at if closed else None,
        closed_at=at if closed else None,
        messages=messages,
        history=history,
    )


def fill(folder: Path, total: int, still_open: int) -> None:
    """Make a register with `total` complaints, the newest `still_open` of them open and the others in the archive."""
    store = TinyStore(folder)
    for batch in _batches(total - still_open):
        made = [complaint(i, PAST, closed=True) for i in batch]
        store.commit(changes(made, store.state, f"K{PAST.year}", batch[-1]))
        store.tidy(NOW)
    recent = NOW - dt.timedelta(days=3)
    for batch in _batches(still_open):
        made = [complaint(i + 200_000, recent, closed=False) for i in batch]
        store.commit(changes(made, store.state, f"K{recent.year}", batch[-1] + 200_000))
    store.close()


def changes(made: list[Complaint], state: State, series: str, highest: int) -> Changes:
    """Return the commit for these records, with the seen keys that they came with."""
    seen = {
        c.number: Seen(
            key=f"key-{c.number}",
            places=(),
            kind="new",
            folder="processed",
            sha256="0" * 64,
            at=c.received_at,
            number=c.number,
        )
        for c in made
    }
    counters = {**state.counters, series: max(highest, state.counters.get(series, 0))}
    return Changes(
        complaints={c.number: c for c in made},
        seen={s.key: s for s in seen.values()},
        state=replace(state, counters=counters),
    )


def _batches(total: int) -> Iterator[range]:
    for start in range(0, total, BATCH):
        yield range(start + 1, min(start + BATCH, total) + 1)
