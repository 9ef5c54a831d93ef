"""A small firm, a register in memory and complaints to put in it; every moment is one in Amsterdam."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

from klachtmail.domain.agenda.facts import is_unfinished
from klachtmail.domain.agenda.reminders import MorningRound, morning_requests
from klachtmail.domain.firm.firm import Closure, Firm, Member, Organisation, Schedule
from klachtmail.domain.record import of_json, to_json
from klachtmail.domain.records.deadlines import due_date
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint, HistoryEntry, Party
from klachtmail.domain.records.state import Seen, State
from klachtmail.store.archivable import touched_at
from klachtmail.store.index_keys import by_number
from tests.on_record import OnRecord

ZONE = ZoneInfo("Europe/Amsterdam")
JAN = Member(name="Jan de Vries", address="jan@ront.nl", alias="jan", also=("jan.devries@elders.nl",))
ELS = Member(name="Els Bakker", address="els@ront.nl", alias="els")
PIET = Member(name="Piet Jansen", address="piet@ront.nl", alias="piet", role="employee")


def at(text: str) -> dt.datetime:
    """'2026-11-23 08:30' in Amsterdam."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZONE)


def date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def firm_with(*, closed: Iterable[tuple[str, str]] = (), schedule: Schedule | None = None, **fields) -> Firm:
    organisation = Organisation(
        name="RONT",
        address="klachten@ront.nl",
        domains=("ront.nl",),
        closed=tuple(Closure(start=date(start), end=date(end)) for start, end in closed),
    )
    people = {"partners": (JAN, ELS), "employees": (PIET,)} | fields
    return Firm(organisation=organisation, administrator="beheer@ront.nl", schedule=schedule or Schedule(), **people)


FIRM = firm_with()


def complaint(number: str = "K2026-0001", received: str = "2026-11-02 09:00", **fields) -> Complaint:
    """A complaint of Sanne de Boer that nobody has taken up yet."""
    received_at = at(received)
    due_on = due_date(received_at, FIRM)
    known = {
        "number": number,
        "received_at": received_at,
        "due_on": due_on,
        "original_due_on": due_on,
        "complainant": Party(name="Sanne de Boer", address="sanne@klant.nl"),
        "subject": "Training Omgevingswet",
        "history": (HistoryEntry(at=received_at, actor="complainant", event="received"),),
    }
    return Complaint(**{**known, **fields})


def taken(number: str = "K2026-0001", received: str = "2026-11-02 09:00", by: Member = JAN, **fields) -> Complaint:
    """A complaint that a member handles, who has called the client already."""
    hour_later = at(received) + dt.timedelta(hours=1)
    known = {"handler": by.address, "status": "assigned", "assigned_at": hour_later, "contacted_at": hour_later}
    return complaint(number, received, **{**known, **fields})


class Register:
    """The part of `Records` that the clock asks."""

    def __init__(self, *complaints: Complaint, state: State | None = None, letters: Iterable[Letter] = ()) -> None:
        self.complaints = {each.number: each for each in complaints}
        self.state = state or State()
        self.outbox = tuple(letters)

    def complaint(self, number: str) -> Complaint | None:
        return self.complaints.get(number)

    def open_complaints(self) -> Iterator[Complaint]:
        return (each for each in self.complaints.values() if each.is_open)

    def current(self) -> Iterator[Complaint]:
        return iter(self.complaints.values())

    everything = current

    def numbered(self, numbers: Sequence[str]) -> Iterator[Complaint]:
        return (self.complaints[each] for each in numbers if each in self.complaints)

    def unsettled(self, since: dt.datetime) -> Iterator[Complaint]:
        found = (c for c in self.complaints.values() if c.is_open or is_unfinished(c) or touched_at(c) >= since)
        return iter(sorted(found, key=lambda each: by_number(each.number)))

    def last_received(self, since: dt.datetime, most: int, until: dt.datetime | None = None) -> Iterator[Complaint]:
        return OnRecord(self.complaints.values()).last_received(since, most, until)

    def count(self, questions, zone, instead=()):
        return OnRecord(self.complaints.values()).count(questions, zone)

    def unsent(self) -> Iterator[Letter]:
        return (each for each in self.outbox if each.state != "sent")

    def numbers_for_thread(self, message_ids: Iterable[str]) -> tuple[str, ...]:
        return ()

    def numbers_referring_to(self, message_ids: Iterable[str]) -> tuple[str, ...]:
        return ()

    def numbers_for_address(self, address: str) -> tuple[str, ...]:
        return ()

    def seen(self, key: str) -> Seen | None:
        return None

    def letter(self, key: str) -> Letter | None:
        return None

    def letters(self) -> Iterator[Letter]:
        return iter(self.outbox)

    def change(self, *complaints: Complaint) -> None:
        self.complaints |= {each.number: each for each in complaints}

    def restart(self) -> "Register":
        """What a new process reads back: everything went through JSON."""
        again = Register(
            *(of_json(Complaint, to_json(each)) for each in self.complaints.values()),
            state=of_json(State, to_json(self.state)),
        )
        again.outbox = self.outbox
        return again


def go_round(register: Register, now: dt.datetime, firm: Firm = FIRM) -> MorningRound:
    """One morning round, committed."""
    done = morning_requests(register, firm, now)
    register.state = done.state
    register.change(*done.complaints)
    return done


def told(done: MorningRound) -> dict[str, list[str]]:
    """Who is told what: {'jan': ['overdue K2026-0001']}, by the first word of the address."""
    return {
        letter.to.partition("@")[0]: [f"{event} {item.number}" for item in letter.data.items for event in item.events]
        for letter in done.requests
    }


def events(register: Register, day: str, firm: Firm = FIRM) -> dict[str, list[str]]:
    """Who is told which events in the round of 8:30 on this day, committed."""
    done = go_round(register, at(f"{day} 08:30"), firm)
    return {name: [what.split()[0] for what in items] for name, items in told(done).items()}


def days(start: str, end: str) -> Iterator[str]:
    """Every date from start up to and including end, as text."""
    day = date(start)
    while day <= date(end):
        yield day.isoformat()
        day += dt.timedelta(days=1)
