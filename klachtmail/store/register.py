"""The records as one whole: the register in front, the archive behind it; what is in the register always wins."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from heapq import nlargest
from itertools import chain
from typing import Any, Protocol

from klachtmail.domain.agenda import facts
from klachtmail.domain.agenda.facts import is_unfinished
from klachtmail.domain.records.deadlines import is_overdue
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint, ended_at
from klachtmail.domain.records.port import NOTHING, Changes
from klachtmail.domain.records.questions import Answer, Question, before
from klachtmail.domain.records.searching import newest
from klachtmail.domain.records.state import Seen, State, Tally
from klachtmail.store import index_keys as keys
from klachtmail.store import tally
from klachtmail.store.archivable import Archivable, archivable, touched_at, was_erased
from klachtmail.store.live_tables import Leaving, LiveTables, TinyTables
from klachtmail.store.port import Machine, Role
from klachtmail.store.schema import Document
from klachtmail.store.seal import lists_sealed, sealed


class Past(Protocol):
    """The archive: complaints and sightings of long ago, by year."""

    def complaint(self, number: str) -> Complaint | None:
        """Return an archived complaint, or None."""
        ...

    def numbers(self, index: str, key: str) -> tuple[str, ...]:
        """Return the archived numbers under a msg-id (index 'thread') or an address (index 'address')."""
        ...

    def seen(self, sighting: str) -> Seen | None:
        """Return the archived sighting with this content key or place, or None."""
        ...

    def complaints(self, where: Callable[[Document], bool] | None = None) -> Iterator[Complaint]:
        """Yield the archived complaints, all or those of which the document says so, by year and number, one at a time."""
        ...

    def sightings(self) -> Iterator[Seen]:
        """Yield all archived sightings, by year, one at a time."""
        ...

    def put(self, going: Archivable, thawed: AbstractSet[str]) -> None:
        """Archive these durably, and forget these numbers that are back in the register."""
        ...


class Committing:
    """The commit that every store has in common: seals, serial numbers and the tally, over its tables.

    A store gives it the write: a function that puts a staged change where it is kept, or raises.
    """

    def __init__(self, live: LiveTables) -> None:
        self._live = live

    @property
    def state(self) -> State:
        """What is remembered beside the complaints."""
        return self._live.state

    def complaint(self, number: str) -> Complaint | None:
        """Return this complaint or remark, also from the archive, or None."""
        raise NotImplementedError

    def commit(self, changes: Changes) -> None:
        """Write all of these changes in one atomic, fsynced step, or raise StoreError and change nothing.

        New history entries are sealed here. ValueError (a mistake of ours) when a complaint's past was rewritten.
        """
        if changes:
            complaints = {number: sealed(new, self.complaint(number)) for number, new in changes.complaints.items()}
            whole = Changes(complaints, {}, changes.dropped_letters, changes.seen, forgets=changes.forgets)
            before = self.state.tally
            whole.letters = tally.numbered(changes.letters, self._live, before)
            whole.state = self._counted(changes.state, tally.after(before, whole, self._live))
            self._change(lambda: self._live.stage(whole, Leaving()))

    def _counted(self, state: State | None, after: Tally) -> State | None:
        """Return the state with this tally and the seal of its lists, None when nothing of it changes."""
        known = lists_sealed(state or self.state, self.state)
        known = known if known.tally == after else replace(known, tally=after)
        return None if known is self.state else known

    def _archive(self, leaving: Leaving) -> None:
        """Let these leave the register, and the tally with them."""
        state = self._counted(None, tally.without(self.state.tally, leaving, self._live))
        self._change(lambda: self._live.stage(Changes(state=state), leaving))

    def _change(self, stage: Callable[[], list[Callable[[], None]]]) -> None:
        """Put a staged change where it is kept, then let the indexes follow."""
        for follow in stage():
            follow()


class Register(Committing):
    """Reads as `Records`, over tables in memory and the archive behind them."""

    def __init__(self, tables: TinyTables, past: Past) -> None:
        super().__init__(tables)
        self._tables = tables
        self._past = past

    def complaint(self, number: str) -> Complaint | None:
        """Return this complaint or remark, also from the archive, or None."""
        return self._tables.complaints.get(number) or self._past.complaint(number)

    def numbered(self, numbers: Sequence[str]) -> Iterator[Complaint]:
        """Yield those of these that are on record, also in the archive, in this order."""
        return (found for number in numbers if (found := self.complaint(number)) is not None)

    def open_complaints(self) -> Iterator[Complaint]:
        """Yield the complaints that are not closed, dismissed or merged, by number."""
        return self._each(self._tables.numbers(only_open=True))

    def current(self) -> Iterator[Complaint]:
        """Yield every complaint and remark outside the archive, by number."""
        return self._each(self._tables.numbers())

    def everything(self) -> Iterator[Complaint]:
        """Yield every complaint and remark, those of the archive first, by number within each."""
        yield from (old for old in self._past.complaints() if old.number not in self._tables.complaints)
        yield from self.current()

    def _touched(self, since: dt.datetime) -> Iterator[Complaint]:
        """Yield those outside the archive, and of the archive those to which something happened at this time or later."""
        past = self._past.complaints(lambda document: keys.touched(document) >= since)
        yield from (old for old in past if old.number not in self._tables.complaints)
        yield from self.current()

    def unsettled(self, since: dt.datetime) -> Iterator[Complaint]:
        """Yield what a meeting looks at, by number, each once."""
        past = self._past.complaints(lambda old: keys.awaits_ruling(old) or keys.touched(old) >= since)
        every = chain((old for old in past if old.number not in self._tables.complaints), self.current())
        found = (each for each in every if each.is_open or is_unfinished(each) or touched_at(each) >= since)
        return iter(sorted(found, key=lambda each: keys.by_number(each.number)))

    def last_received(self, since: dt.datetime, most: int, until: dt.datetime | None = None) -> Iterator[Complaint]:
        """Yield the newest `most` received from `since` up to and without `until`, oldest first."""
        found = (c for c in self._touched(since) if since <= c.received_at and (until is None or c.received_at < until))
        return iter(nlargest(most, found, key=lambda c: (c.received_at, c.number))[::-1])

    def count(
        self, questions: Sequence[Question], zone: dt.tzinfo, instead: Mapping[str, Complaint] = NOTHING
    ) -> list[Answer]:
        """Return how many complaints and remarks have the same facts, an answer for each question."""
        found = (each for each in self._touched(before(questions)) if each.number not in instead)
        return facts.count(chain(found, instead.values()), questions, zone)

    def people(self, since: str, until: str, zone: dt.tzinfo) -> int:
        """Return how many people complained, each once, in these months of receipt, the last not included."""
        (found,) = self.count([Question(("who",), since, until)], zone)
        return len(found.keys() - {(None,)})

    def names(self, since: str, until: str, zone: dt.tzinfo) -> Iterator[str]:
        """Yield who took part in each complaint and remark of these months."""
        (found,) = self.count([Question(("names",), since, until)], zone)
        return (names for (names,) in found)

    def told_of(self, since: str, until: str, zone: dt.tzinfo) -> Iterator[Complaint]:
        """Yield what came in these months and a report has a line about, or that is about a member."""
        return facts.told_of(self._touched(before([Question((), since)])), Question((), since, until), zone)

    def matching(self, words: Sequence[str], most: int) -> Iterator[Complaint]:
        """Yield the newest in which each of these words stands, newest first."""
        return newest(self.everything(), words, most)

    def overdue(self, today: dt.date) -> Iterator[Complaint]:
        """Yield those whose due date has passed while somebody waits for the outcome, by number."""
        return (complaint for complaint in self.open_complaints() if is_overdue(complaint, today))

    def past_keeping(self, before: dt.datetime) -> Iterator[Complaint]:
        """Yield what ended before this moment and was not erased, or to which something happened since it was erased."""
        for each in self.everything():
            if (each.erased_at is not None and touched_at(each) > each.erased_at) or (
                each.erased_at is None and not each.is_open and ended_at(each) < before
            ):
                yield each

    def loose(self, before: dt.datetime) -> Iterator[Seen]:
        """Yield the messages before this moment that belong to no complaint."""
        return (seen for seen in self.sightings() if seen.number is None and seen.at < before)

    def received(self, since: dt.datetime, until: dt.datetime) -> Iterator[Complaint]:
        """Yield those received from `since` up to and without `until`, the archive first."""
        return (complaint for complaint in self.everything() if since <= complaint.received_at < until)

    def _each(self, numbers: Iterable[str]) -> Iterator[Complaint]:
        return (found for number in numbers if (found := self._tables.complaints.get(number)) is not None)

    def numbers_for_thread(self, message_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers whose messages carry one of these msg-ids, in the order of the msg-ids, each once."""
        return tuple(dict.fromkeys(number for found in message_ids for number in self._numbers("thread", found)))

    def numbers_referring_to(self, message_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers with a received message that refers to one of these msg-ids, in their order, each once."""
        return tuple(dict.fromkeys(number for found in message_ids for number in self._numbers("reference", found)))

    def numbers_for_address(self, address: str) -> tuple[str, ...]:
        """Return the numbers whose complainant or other correspondents have this address, oldest first."""
        return tuple(sorted(self._numbers("address", address.lower()), key=keys.by_age))

    def _numbers(self, index: str, key: str) -> tuple[str, ...]:
        archived = (number for number in self._past.numbers(index, key) if number not in self._tables.complaints)
        return (*self._tables.complaints.find(index, key), *archived)

    def seen(self, key: str) -> Seen | None:
        """Return what became of the message with this content key or place, or None."""
        for name in self._tables.seen.find("sighting", key):
            return self._tables.seen.get(name)
        return self._past.seen(key)

    def sightings(self) -> Iterator[Seen]:
        """Yield every message that was dealt with, those of the archive first."""
        yield from (old for old in self._past.sightings() if old.key not in self._tables.seen)
        yield from (found for key in self._tables.seen if (found := self._tables.seen.get(key)) is not None)

    def sightings_here(self) -> int:
        """Return how many of them are outside the archive."""
        return sum(1 for _ in self._tables.seen)

    def letter(self, key: str) -> Letter | None:
        """Return the letter with this id or bare msg-id, while the outbox still has it, or None."""
        names = (key, *self._tables.letters.find("message_id", key))
        return next((found for name in names if (found := self._tables.letters.get(name)) is not None), None)

    def letters(self) -> Iterator[Letter]:
        """Yield the letters of the outbox, oldest first: held, waiting, failed, and sent in the last 30 days."""
        return self._tables.letters.in_order(self._tables.letters)

    def recent_letters(self, since: dt.datetime) -> Iterator[Letter]:
        """Yield those made at this time or later, oldest first."""
        return self._tables.since(since)

    def unsent(self) -> Iterator[Letter]:
        """Yield the letters that are held, waiting or failed, oldest first."""
        return self._tables.unsent()

    def tidy(self, now: dt.datetime) -> int:
        """Move what has been settled for long to the archive, forget old sent letters; return how many left.

        What came back from the archive stays there as it was, for whoever restores an older register, unless somebody
        was forgotten in it since.
        The archive first: after a crash in between both have them, and the register wins until the next time.
        """
        going = archivable(self.current(), self._sightings_here(), self.letters(), now)
        erased = (complaint.number for complaint in self.current() if was_erased(complaint))
        thawed = {number for number in erased if self._past.complaint(number)} - {*going.complaints}
        self._past.put(going, thawed)
        leaving = Leaving({*going.complaints}, going.letters, {*going.seen})
        if len(going):
            self._archive(leaving)
        return len(going)

    def _sightings_here(self) -> Iterator[Seen]:
        return (found for key in self._tables.seen if (found := self._tables.seen.get(key)) is not None)

    def expect(
        self,
        *,
        places: Collection[str] = (),
        message_ids: Collection[str] = (),
        addresses: Collection[str] = (),
        letters: Collection[str] = (),
        numbers: Collection[str] = (),
    ) -> None:
        """Do nothing: it is all in memory, or a look away."""

    def note_machine(self, role: Role, pulse: Mapping[str, Any], now: dt.datetime) -> None:
        """Do nothing: there is no other machine."""

    def reading(self) -> AbstractContextManager[None]:
        """Do nothing: what was read from the disk stays as it was until the next refresh."""
        return nullcontext()

    def advice(self) -> list[str]:
        """Return nothing: the folder is looked at from outside."""
        return []

    def machines(self) -> tuple[Machine, ...]:
        """Return nothing: there is only one machine."""
        return ()

    def leader(self) -> str | None:
        """Return None: there is only one machine."""
        return None
