"""The register's tables: what a commit asks of them and puts into them."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from typing import Any, Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

import klachtmail.domain.outgoing.letters  # noqa: F401 (every kind of letter enters itself: requests are read back)
from klachtmail.domain.record import of_json
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint, ended_at
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import Seen, State
from klachtmail.store import index_keys as keys
from klachtmail.store.archivable import touched_at
from klachtmail.store.indexed_table import raw
from klachtmail.store.live_tables import Leaving
from klachtmail.store.schema import Document
from klachtmail.store.sql import facts, full_text, schema
from klachtmail.store.sql.link import Link
from klachtmail.store.sql.remembered_table import REMEMBERED, RememberedTable, safe_key

_KEYS: Final[dict[str, Callable[[Document], Iterable[str]]]] = {
    "thread": keys.message_ids,
    "reference": keys.references,
    "address": keys.addresses,
}


def complaint_row(complaint: Complaint, document: Document) -> dict[str, Any]:
    """Return the columns of a complaint."""
    return {
        "number": complaint.number,
        "series": complaint.number[:5],
        "counter": int(complaint.number[6:]),
        "status": complaint.status,
        "open": complaint.is_open,
        "archived": False,
        "handler": complaint.handler,
        "received_at": complaint.received_at,
        "due_on": complaint.due_on,
        "answered_at": complaint.answered_at,
        "touched_at": touched_at(complaint),
        "ended_at": None if complaint.is_open else ended_at(complaint),
        "erased_at": complaint.erased_at,
        "entries": len(complaint.history),
        "doc": document,
    }


def letter_row(letter: Letter, document: Document) -> dict[str, Any]:
    """Return the columns of a letter."""
    return {
        "id": letter.id,
        "serial": letter.serial,
        "state": letter.state,
        "number": letter.number,
        "recipient": safe_key(letter.to.lower()),
        "message_id": safe_key(letter.message_id) if letter.message_id else None,
        "sha256": letter.sha256,
        "created_at": letter.created_at,
        "sent_at": letter.sent_at,
        "doc": document,
    }


def seen_row(seen: Seen, document: Document) -> dict[str, Any]:
    """Return the columns of a message that was dealt with."""
    return {
        "key": safe_key(seen.key),
        "at": seen.at,
        "kind": seen.kind,
        "number": seen.number,
        "sha256": seen.sha256,
        "archived": False,
        "doc": document,
    }


class SqlTables:
    """The tables, and the answers that were given since somebody else committed."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self.complaints = RememberedTable(link, schema.complaints, Complaint, complaint_row)
        self.letters = RememberedTable(link, schema.letters, Letter, letter_row)
        self.seen = RememberedTable(link, schema.seen, Seen, seen_row)
        self.zone_name: Callable[[], str] = lambda: facts.zone_name(link)
        self._put_state = link.dialect.upsert(schema.state)
        self.forget()

    def forget(self) -> None:
        """Believe nothing that was read."""
        for shelf in (self.complaints, self.letters, self.seen):
            shelf.forget()
        self._state: tuple[State, Document] | None = None
        self._numbers: dict[tuple[str, str], tuple[str, ...]] = {}
        self._sightings: dict[str, str | None] = {}  # place or content key -> content key
        self._letter_ids: dict[str, str | None] = {}  # msg-id -> id

    # ── to read ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def state(self) -> State:
        """What is remembered beside the complaints."""
        return self._state_as_kept()[0]

    def _state_as_kept(self) -> tuple[State, Document]:
        if self._state is None:
            document = {row.name: row.value for row in self._link.rows(sa.select(schema.state))}
            self._state = of_json(State, document), document
        return self._state

    @property
    def zone(self) -> dt.tzinfo:
        """The time zone of which the facts are."""
        return ZoneInfo(self.zone_name())

    def expect_keys(self, wanted: Collection[tuple[str, str]]) -> None:
        """Ask which complaints stand under these keys, (kind, key) each, with one question."""
        unknown = [each for each in dict.fromkeys(wanted) if each not in self._numbers]
        if not unknown:
            return
        self._bound(self._numbers, unknown)
        found: dict[tuple[str, str], list[str]] = {each: [] for each in unknown}
        table = schema.complaint_keys
        among = self._link.dialect.among(table.c.key, sorted({safe_key(key) for _, key in unknown}))
        by_written = {(kind, safe_key(key)): (kind, key) for kind, key in unknown}
        for row in self._link.rows(sa.select(table).where(table.c.kind.in_({kind for kind, _ in unknown}), among)):
            if (row.kind, row.key) in by_written:
                found[by_written[row.kind, row.key]].append(row.number)
        self._numbers.update({each: tuple(sorted(numbers, key=keys.by_age)) for each, numbers in found.items()})

    def numbers(self, kind: str, key: str) -> tuple[str, ...]:
        """Return the complaints under this msg-id ('thread', 'reference') or address ('address'), oldest first."""
        self.expect_keys([(kind, key)])
        return self._numbers[kind, key]

    def expect_sightings(self, wanted: Collection[str]) -> None:
        """Ask which of these places and content keys were dealt with, with two questions."""
        unknown = [each for each in dict.fromkeys(wanted) if each not in self._sightings]
        if not unknown:
            return
        self._bound(self._sightings, unknown)
        written = {safe_key(each): each for each in unknown}
        table = schema.places
        among = self._link.dialect.among(table.c.place, sorted(written))
        at_places = {written[row.place]: row.key for row in self._link.rows(sa.select(table).where(among))}
        self.seen.expect({*unknown, *at_places.values()})
        itself = {each: each for each in unknown if self.seen.anywhere(each) is not None}
        self._sightings.update({**dict.fromkeys(unknown), **at_places, **itself})

    def sighting(self, key: str) -> Seen | None:
        """Return what became of the message with this place or content key, or None."""
        self.expect_sightings([key])
        name = self._sightings[key]
        return self.seen.anywhere(name) if name else None

    def expect_letters(self, message_ids: Collection[str]) -> None:
        """Ask which letters have these msg-ids or ids, with two questions."""
        unknown = [each for each in dict.fromkeys(message_ids) if each not in self._letter_ids]
        if not unknown:
            return
        self._bound(self._letter_ids, unknown)
        written = {safe_key(each): each for each in unknown}
        table = schema.letters
        asked = sa.select(table.c.message_id, table.c.id).order_by(table.c.serial)
        rows = self._link.rows(asked.where(self._link.dialect.among(table.c.message_id, sorted(written))))
        found = {written[row.message_id]: row.id for row in rows}
        self.letters.expect({*unknown, *found.values()})
        self._letter_ids.update({**dict.fromkeys(unknown), **found})

    def letter(self, key: str) -> Letter | None:
        """Return the letter with this id or msg-id, or None."""
        self.expect_letters([key])
        name = self._letter_ids[key]
        return self.letters.get(key) or (self.letters.get(name) if name else None)

    def _bound(self, remembered: dict[Any, Any], coming: Collection[Any]) -> None:
        if len(remembered) + len(coming) > 4 * REMEMBERED:
            remembered.clear()

    # ── to write ────────────────────────────────────────────────────────────────────────────────────────────────────

    def stage(self, changes: Changes, leaving: Leaving) -> list[Callable[[], None]]:
        """Write all of this; return the steps that make the answers follow."""
        dropped = (changes.dropped_letters | leaving.letters) - {*changes.letters}
        follows = [
            self.complaints.put(changes.complaints),
            self._key_complaints(changes.complaints),
            full_text.put(self._link, changes.complaints.values()),
            facts.put(self._link, changes.complaints.values(), self.zone) if changes.complaints else _nothing,
            self.complaints.archive(leaving.complaints),
            self.letters.drop(dropped),
            self.letters.put(changes.letters),
            self.seen.put(changes.seen),
            self._place_sightings(changes.seen),
            self.seen.archive(leaving.seen),
            self._letter_ids.clear,
        ]
        if changes.state is not None:
            follows.append(self._write_state(changes.state))
        return follows

    def _key_complaints(self, complaints: dict[str, Complaint]) -> Callable[[], None]:
        if not complaints:
            return _nothing
        table = schema.complaint_keys
        rows = [
            {"kind": kind, "key": key, "number": number}
            for number, complaint in complaints.items()
            for kind, key in keys_of(raw(complaint))
        ]
        if there := [number for number in complaints if self.complaints.anywhere(number) is not None]:
            self._link.run(sa.delete(table).where(self._link.dialect.among(table.c.number, sorted(there))))
        if rows:
            self._link.run(sa.insert(table), rows)
        return self._numbers.clear

    def _place_sightings(self, seen: dict[str, Seen]) -> Callable[[], None]:
        if not seen:
            return _nothing
        table = schema.places
        rows = [{"place": place, "key": safe_key(key)} for key, one in seen.items() for place in places_of(one)]
        if there := [safe_key(key) for key in seen if self.seen.anywhere(key) is not None]:
            self._link.run(sa.delete(table).where(self._link.dialect.among(table.c.key, there)))
        if rows:
            self._link.run(sa.insert(table), rows)
        return self._sightings.clear

    def _write_state(self, state: State) -> Callable[[], None]:
        _, before = self._state_as_kept()
        after = raw(state)
        changed = [{"name": name, "value": value} for name, value in after.items() if before.get(name) != value]
        if changed:
            self._link.run(self._put_state, changed)
        if gone := [name for name in before if name not in after]:
            self._link.run(sa.delete(schema.state).where(self._link.dialect.among(schema.state.c.name, gone)))

        def follow() -> None:
            self._state = of_json(State, after), after

        return follow


def keys_of(document: Document) -> set[tuple[str, str]]:
    """Return what a complaint is found by: kind and key."""
    return {(kind, safe_key(key)) for kind, read in _KEYS.items() for key in read(document)}


def places_of(seen: Seen) -> set[str]:
    """Return the places at which a message was seen."""
    return {safe_key(place) for place in seen.places}


def _nothing() -> None:
    """Nothing has to follow."""
