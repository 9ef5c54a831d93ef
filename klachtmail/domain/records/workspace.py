"""The records with the decisions of this batch laid over them: the second message sees what the first one changed."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.port import NOTHING, Changes, Records
from klachtmail.domain.records.questions import Answer, Question
from klachtmail.domain.records.searching import newest
from klachtmail.domain.records.state import Seen, State


class Workspace:
    """`Records` over a store, with a set of changes that one commit will write."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self.changes = Changes()
        self._threads: dict[str, list[str]] = {}
        self._references: dict[str, list[str]] = {}
        self._addresses: dict[str, list[str]] = {}
        self._places: dict[str, Seen] = {}
        self._letters: dict[str, str] = {}  # msg-id -> id

    @property
    def state(self) -> State:
        """What is remembered beside the complaints, as of the last decision."""
        return self.changes.state or self._records.state

    def put_state(self, state: State) -> None:
        """Replace it."""
        self.changes.state = state

    def complaint(self, number: str) -> Complaint | None:
        """Return the complaint as of the last decision."""
        return self.changes.complaints.get(number) or self._records.complaint(number)

    def numbered(self, numbers: Sequence[str]) -> Iterator[Complaint]:
        """Yield these, in this order, as of the last decision."""
        changed = self.changes.complaints
        stored = {old.number: old for old in self._records.numbered([n for n in numbers if n not in changed])}
        return (found for n in numbers if (found := changed.get(n) or stored.get(n)) is not None)

    def put(self, complaint: Complaint) -> None:
        """Lay a new or changed complaint over the records."""
        number = complaint.number
        self.changes.complaints[number] = complaint
        for message in complaint.messages:
            if message.message_id:
                _add(self._threads, message.message_id, number)
            for name in message.refers_to:
                _add(self._references, name, number)
        for address in (complaint.complainant.address, *(p.address for p in complaint.parties), *complaint.others):
            if address:
                _add(self._addresses, address, number)

    def put_letter(self, letter: Letter) -> None:
        """Lay a new or changed letter over the outbox."""
        self.changes.letters[letter.id] = letter
        if letter.message_id:
            self._letters[letter.message_id] = letter.id

    def drop_letter(self, letter: Letter) -> None:
        """Take a letter out of the outbox (a held one that a newer replaces)."""
        self.changes.letters.pop(letter.id, None)
        self.changes.dropped_letters.add(letter.id)

    def put_seen(self, seen: Seen) -> None:
        """Remember what became of a message."""
        self.changes.seen[seen.key] = seen
        self._places.update(dict.fromkeys(seen.places, seen))

    def open_complaints(self) -> Iterator[Complaint]:
        """Yield the open complaints by number, as of the last decision."""
        return (complaint for complaint in self._over(self._records.open_complaints()) if complaint.is_open)

    def current(self) -> Iterator[Complaint]:
        """Yield every complaint and remark outside the archive, as of the last decision."""
        return self._over(self._records.current())

    def everything(self) -> Iterator[Complaint]:
        """Yield every complaint and remark, as of the last decision."""
        return self._over(self._records.everything())

    def unsettled(self, since: dt.datetime) -> Iterator[Complaint]:
        """Yield what a meeting looks at, as of the last decision; what it changed is always among that."""
        return self._over(self._records.unsettled(since))

    def last_received(self, since: dt.datetime, most: int, until: dt.datetime | None = None) -> Iterator[Complaint]:
        """Yield the newest that were received in that time, as of the last decision."""
        found = self._over(self._records.last_received(since, most, until))
        return (each for each in found if each.received_at >= since and (until is None or each.received_at < until))

    def count(
        self, questions: Sequence[Question], zone: dt.tzinfo, instead: Mapping[str, Complaint] = NOTHING
    ) -> list[Answer]:
        """Return how many have the same facts, as of the last decision."""
        return self._records.count(questions, zone, {**self.changes.complaints, **instead})

    def matching(self, words: Sequence[str], most: int) -> Iterator[Complaint]:
        """Yield the newest in which these words stand, as of the last decision; what it changed comes first."""
        changed = self.changes.complaints
        yield from newest(changed.values(), words, most)
        yield from (old for old in self._records.matching(words, most) if old.number not in changed)

    def _over(self, stored: Iterable[Complaint]) -> Iterator[Complaint]:
        changed = dict(self.changes.complaints)
        for complaint in stored:
            yield changed.pop(complaint.number, complaint)
        yield from changed.values()

    def numbers_for_thread(self, message_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers of these msg-ids, new ones included."""
        found: list[str] = []
        for message_id in message_ids:
            found += self._threads.get(message_id, ())
            found += self._records.numbers_for_thread((message_id,))
        return tuple(dict.fromkeys(found))

    def numbers_referring_to(self, message_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers whose messages refer to these msg-ids, new ones included."""
        found: list[str] = []
        for message_id in message_ids:
            found += self._references.get(message_id, ())
            found += self._records.numbers_referring_to((message_id,))
        return tuple(dict.fromkeys(found))

    def numbers_for_address(self, address: str) -> tuple[str, ...]:
        """Return the numbers of this address, oldest first, new ones included."""
        stored = self._records.numbers_for_address(address)
        return tuple(dict.fromkeys((*stored, *self._addresses.get(address, ()))))

    def seen(self, key: str) -> Seen | None:
        """Return what became of this message, also earlier in this batch."""
        return self.changes.seen.get(key) or self._places.get(key) or self._records.seen(key)

    def letter(self, key: str) -> Letter | None:
        """Return a letter by id or msg-id."""
        if key in self.changes.dropped_letters:
            return None
        return self.changes.letters.get(self._letters.get(key, key)) or self._records.letter(key)

    def unsent(self) -> Iterator[Letter]:
        """Yield the letters that are held, waiting or failed, as of the last decision."""
        return (letter for letter in self._letters_over(self._records.unsent()) if letter.state != "sent")

    def recent_letters(self, since: dt.datetime) -> Iterator[Letter]:
        """Yield those made at this time or later, as of the last decision."""
        found = self._letters_over(self._records.recent_letters(since))
        return (letter for letter in found if letter.created_at >= since)

    def _letters_over(self, stored: Iterable[Letter]) -> Iterator[Letter]:
        changed = dict(self.changes.letters)
        for letter in stored:
            if letter.id not in self.changes.dropped_letters:
                yield changed.pop(letter.id, letter)
        yield from changed.values()


def _add(index: dict[str, list[str]], key: str, number: str) -> None:
    numbers = index.setdefault(key, [])
    if number not in numbers:
        numbers.append(number)
