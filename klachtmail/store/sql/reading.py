"""What is asked of the register in a database."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import chain
from typing import Any

import sqlalchemy as sa

from klachtmail.domain.agenda.facts import count, told_of
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.port import NOTHING
from klachtmail.domain.records.questions import Answer, Question, before
from klachtmail.domain.records.searching import newest
from klachtmail.domain.records.state import Seen
from klachtmail.store.index_keys import by_number
from klachtmail.store.register import Committing
from klachtmail.store.sql import facts, full_text, schema
from klachtmail.store.sql.content import Contents
from klachtmail.store.sql.link import COUNTING, Link
from klachtmail.store.sql.tables import SqlTables


class SqlReading(Committing):
    """The part of the store that reads: of a question of every day the answer stands in an index."""

    def __init__(self, link: Link, tables: SqlTables, contents: Contents) -> None:
        super().__init__(tables)
        self.link = link
        self.tables = tables
        self.contents = contents
        self.wanted_zone: dt.tzinfo | None = None  # in which somebody counted, and the facts are not

    def complaint(self, number: str) -> Complaint | None:
        """Return this complaint or remark, also from the archive, or None."""
        return self.tables.complaints.anywhere(number)

    def numbered(self, numbers: Sequence[str]) -> Iterator[Complaint]:
        """Yield those of these that are on record, also in the archive, in this order."""
        return self.tables.complaints.each(numbers)

    def open_complaints(self) -> Iterator[Complaint]:
        """Yield the complaints that are not closed, dismissed or merged, by number."""
        table = schema.complaints
        return self.tables.complaints.pages(table.c.open, table.c.series, table.c.counter)

    def current(self) -> Iterator[Complaint]:
        """Yield every complaint and remark outside the archive, by number."""
        return self._by_series(archived=False, by=lambda series: series)

    def everything(self) -> Iterator[Complaint]:
        """Yield every complaint and remark, those of the archive first, by number within each."""
        yield from self._by_series(archived=True, by=lambda series: series[1:] + series[0])
        yield from self.current()

    def unsettled(self, since: dt.datetime) -> Iterator[Complaint]:
        """Yield what a meeting looks at, by number, each once, without reading the others."""
        table = schema.complaints
        unfinished = sa.select(schema.facts.c.number).where(schema.facts.c.unfinished)
        closed = sa.and_(sa.not_(table.c.open), table.c.touched_at >= since)
        asked = (
            unfinished,
            sa.select(table.c.number).where(closed, table.c.archived),
            sa.select(table.c.number).where(closed, sa.not_(table.c.archived)),
        )
        numbers = {row[0] for each in asked for row in self.link.rows(each, long=COUNTING)}
        besides = self.tables.complaints.each(sorted(numbers, key=by_number))
        return merge(self.open_complaints(), besides, key=lambda each: by_number(each.number))

    def last_received(self, since: dt.datetime, most: int, until: dt.datetime | None = None) -> Iterator[Complaint]:
        """Yield the newest `most` received from `since` up to and without `until`, oldest first."""
        table = schema.complaints
        order = (table.c.received_at, table.c.number)
        within = table.c.received_at >= since
        within = within if until is None else sa.and_(within, table.c.received_at < until)
        newest_first = sa.select(*order).where(within).order_by(*(each.desc() for each in order))
        if (first := self.link.first(newest_first.offset(most - 1).limit(1))) is not None:
            within = sa.and_(within, sa.tuple_(*order) >= sa.tuple_(*_literals(first, order)))
        return self.tables.complaints.pages(within, *order)

    def count(
        self, questions: Sequence[Question], zone: dt.tzinfo, instead: Mapping[str, Complaint] = NOTHING
    ) -> list[Answer]:
        """Return how many complaints and remarks have the same facts, an answer for each question."""
        if self._is_of(zone):
            found = facts.count(self.link, questions, instead)
            beside = count(instead.values(), questions, zone)
            return [kept + new for kept, new in zip(found, beside, strict=True)]
        found_here = (each for each in self._touched(before(questions)) if each.number not in instead)
        return count(chain(found_here, instead.values()), questions, zone)

    def people(self, since: str, until: str, zone: dt.tzinfo) -> int:
        """Return how many people complained, each once, in these months of receipt, the last not included."""
        if self._is_of(zone):
            return facts.people(self.link, Question((), since, until))
        (found,) = self.count([Question(("who",), since, until)], zone)
        return len(found.keys() - {(None,)})

    def names(self, since: str, until: str, zone: dt.tzinfo) -> Iterator[str]:
        """Yield who took part in each complaint and remark of these months."""
        question = Question(("names",), since, until)
        if self._is_of(zone):
            return facts.names(self.link, question)
        (found,) = self.count([question], zone)
        return (names for (names,) in found)

    def told_of(self, since: str, until: str, zone: dt.tzinfo) -> Iterator[Complaint]:
        """Yield what came in these months and a report has a line about, or that is about a member."""
        question = Question((), since, until)
        if not self._is_of(zone):
            return told_of(self._touched(before([question])), question, zone)
        table = schema.facts
        asked = sa.select(table.c.number).where(table.c.told_of, facts.covered(question))
        numbers = [row[0] for row in self.link.rows(asked, long=COUNTING)]
        return self.tables.complaints.each(sorted(numbers, key=by_number))

    def _is_of(self, zone: dt.tzinfo) -> bool:
        """Return whether the facts are of this zone; the night writes them anew when they are not."""
        if str(zone) != self.tables.zone_name():
            self.wanted_zone = zone
            return False
        return True

    def _touched(self, since: dt.datetime) -> Iterator[Complaint]:
        table = schema.complaints
        return self.tables.complaints.pages(table.c.touched_at >= since, table.c.series, table.c.counter)

    def matching(self, words: Sequence[str], most: int) -> Iterator[Complaint]:
        """Yield the newest in which each of these words stands, newest first: by full text where the database has it."""
        if not self.link.dialect.has_full_text:
            return newest(self.everything(), words, most)
        return self.tables.complaints.each(full_text.numbers(self.link, words, most))

    def overdue(self, today: dt.date) -> Iterator[Complaint]:
        """Yield those whose due date has passed while somebody waits for the outcome, by number."""
        table = schema.complaints
        late = sa.select(schema.facts.c.number).where(schema.facts.c.waits_until < today)
        return self.tables.complaints.pages(
            sa.and_(table.c.open, table.c.number.in_(late)), table.c.series, table.c.counter
        )

    def past_keeping(self, before: dt.datetime) -> Iterator[Complaint]:
        """Yield what ended before this moment and was not erased, or to which something happened since it was erased."""
        table = schema.complaints
        ended = sa.and_(table.c.erased_at.is_(None), table.c.ended_at < before)
        yield from self.tables.complaints.pages(ended, table.c.ended_at, table.c.number)
        yield from self.tables.complaints.pages(
            table.c.touched_at > table.c.erased_at, table.c.touched_at, table.c.number
        )

    def loose(self, before: dt.datetime) -> Iterator[Seen]:
        """Yield the messages before this moment that belong to no complaint, but for those that were erased."""
        table, content = schema.seen, schema.content
        gone = sa.select(content.c.sha256).where(content.c.sha256 == table.c.sha256, content.c.bytes.is_(None))
        old = sa.and_(table.c.number.is_(None), table.c.at < before, sa.not_(gone.exists()))
        return self.tables.seen.pages(old, table.c.at, table.c.key)

    def received(self, since: dt.datetime, until: dt.datetime) -> Iterator[Complaint]:
        """Yield those received from `since` up to and without `until`, as they came."""
        table = schema.complaints
        within = sa.and_(table.c.received_at >= since, table.c.received_at < until)
        return self.tables.complaints.pages(within, table.c.received_at, table.c.number)

    def _by_series(self, *, archived: bool, by: Callable[[str], str]) -> Iterator[Complaint]:
        table = schema.complaints
        there = table.c.archived if archived else sa.not_(table.c.archived)
        for series in sorted(self._series(), key=by):
            yield from self.tables.complaints.pages(sa.and_(there, table.c.series == series), table.c.counter)

    def _series(self) -> Iterator[str]:
        """Yield the series that there are, each by a look in the index: `distinct` would read the whole table."""
        column, last = schema.complaints.c.series, ""
        while row := self.link.first(sa.select(column).where(column > last).order_by(column).limit(1)):
            last = row[0]
            yield last

    def numbers_for_thread(self, message_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers whose messages carry one of these msg-ids, in the order of the msg-ids, each once."""
        return self._under("thread", list(message_ids))

    def numbers_referring_to(self, message_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers with a received message that refers to one of these msg-ids, in their order, each once."""
        return self._under("reference", list(message_ids))

    def _under(self, kind: str, listed: Collection[str]) -> tuple[str, ...]:
        self.tables.expect_keys([(kind, each) for each in listed])
        return tuple(dict.fromkeys(number for each in listed for number in self.tables.numbers(kind, each)))

    def numbers_for_address(self, address: str) -> tuple[str, ...]:
        """Return the numbers whose complainant or other correspondents have this address, oldest first."""
        return self.tables.numbers("address", address.lower())

    def seen(self, key: str) -> Seen | None:
        """Return what became of the message with this content key or place, or None."""
        return self.tables.sighting(key)

    def sightings(self) -> Iterator[Seen]:
        """Yield every message that was dealt with, those of the archive first."""
        table = schema.seen
        for archived in (table.c.archived, sa.not_(table.c.archived)):
            yield from self.tables.seen.pages(archived, table.c.at, table.c.key)

    def sightings_here(self) -> int:
        """Return how many of them are outside the archive."""
        count = sa.select(sa.func.count()).select_from(schema.seen).where(sa.not_(schema.seen.c.archived))
        return int(self.link.rows(count, long=COUNTING)[0][0])

    def letter(self, key: str) -> Letter | None:
        """Return the letter with this id or bare msg-id, while the outbox still has it, or None."""
        return self.tables.letter(key)

    def letters(self) -> Iterator[Letter]:
        """Yield the letters of the outbox, oldest first: held, waiting, failed, and sent in the last 30 days."""
        return self.tables.letters.pages(None, schema.letters.c.serial, schema.letters.c.id)

    def recent_letters(self, since: dt.datetime) -> Iterator[Letter]:
        """Yield those made at this time or later, oldest first."""
        table = schema.letters
        return self.tables.letters.pages(table.c.created_at >= since, table.c.serial, table.c.id)

    def unsent(self) -> Iterator[Letter]:
        """Yield the letters that are held, waiting or failed, oldest first."""
        table = schema.letters
        return self.tables.letters.pages(table.c.state != sa.literal_column("'sent'"), table.c.serial, table.c.id)

    def expect(
        self,
        *,
        places: Collection[str] = (),
        message_ids: Collection[str] = (),
        addresses: Collection[str] = (),
        letters: Collection[str] = (),
        numbers: Collection[str] = (),
    ) -> None:
        """Read ahead what a batch is going to ask for, with a few questions for all of it."""
        threads = [(kind, each) for kind in ("thread", "reference") for each in message_ids]
        wanted = [*threads, *(("address", each.lower()) for each in addresses)]
        if places:
            self.tables.expect_sightings(places)
        if wanted:
            self.tables.expect_keys(wanted)
        found = (number for kind, key in wanted for number in self.tables.numbers(kind, key))
        self.tables.complaints.expect((*found, *numbers))
        if message_ids:
            self.tables.expect_letters(message_ids)
        if letters:
            self.contents.expect(letters)


def _literals(values: Sequence[Any], columns: Sequence[sa.ColumnElement[Any]]) -> list[sa.ColumnElement[Any]]:
    return [sa.literal(value, column.type) for value, column in zip(values, columns, strict=True)]
