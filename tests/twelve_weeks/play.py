"""The firm of the play: three partners and three employees who answer their mail as people do, on a clock turned by hand.

Each complaint is a story: a generator that does something and says how long the next thing takes. What a member does,
he does from his newest mail about it: he presses its button, or types the line when there is none.
"""

import datetime as dt
import heapq
import itertools
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import Firm
from klachtmail.letters.writer import Writer
from tests.letters_read import Read, answer, press, read
from tests.twelve_weeks.cases import Case, cases
from tests.world import _COMPILED, ZONE, World, mail

WEEKS: Final = 12
FIRST_DAY: Final = dt.date(2026, 9, 28)
PARTNERS: Final = (("Jan de Vries", "jan"), ("Els Bakker", "els"), ("Karin Mulder", "karin"))
EMPLOYEES: Final = (("Piet Jansen", "piet"), ("Sonja Vos", "sonja"), ("Mees Smit", "mees"))
AWAY: Final = ("els", dt.date(2026, 10, 19), dt.date(2026, 10, 30))  # and karin stands in for her
LEAVES: Final = ("piet", dt.date(2026, 11, 16))
MOVED: Final = (dt.date(2026, 11, 3), "overleg 11 november 14:00")  # the meeting of Monday 9 November
_NUMBER: Final = re.compile(r"\[([KM]\d{4}-\d{4})\]")

Wait = dt.timedelta | int  # so long, or so many working days
Story = Iterator[Wait]


@dataclass(frozen=True, slots=True)
class Got:
    """A mail that somebody of the firm got."""

    at: dt.datetime
    to: str  # an alias
    kind: str
    number: str | None
    letter: Read
    listed: tuple[str, ...] = ()


class Play:
    """Twelve weeks, the same for the same seed."""

    def __init__(self, seed: int, *, given: float, **sections: object) -> None:
        self.random = random.Random(seed)  # noqa: S311  # the same play each time
        self.given = given
        self.world = World(
            dt.datetime.combine(FIRST_DAY, dt.time(7), ZONE),
            partners=[_member(*who) for who in PARTNERS],
            employees=[_member(*who) | {"role": "employee"} for who in EMPLOYEES],
            schedule={"meeting": {"day": "monday", "time": "10:00"}, "digest": {"day": "monday", "time": "08:00"}},
            **sections,
        )
        self.calendar = Calendar(self.world.firm.organisation)
        self.got: list[Got] = []
        self.clients: dict[str, int] = {}  # how many letters each client got
        self.numbers: dict[str, Case] = {}
        self._read = 0
        self._order = itertools.count()
        self._due: list[tuple[dt.datetime, int, Story]] = []

    def run(self) -> None:
        """Play all of it."""
        days = [FIRST_DAY + dt.timedelta(days=n) for n in range(7 * WEEKS)]
        for case in cases(self.random.randrange(10**6), days[:-14], ZONE, self.given):
            self._at(case.at, _STORIES[case.course](self, case))
        for day in days:
            if self.calendar.is_workday(day):
                self._at(dt.datetime.combine(day, dt.time(8), ZONE), self._morning(day))
        end = dt.datetime.combine(days[-1], dt.time(23), ZONE)
        while self._due and self._due[0][0] <= end:
            self.world.now, _, story = heapq.heappop(self._due)
            for wait in story:
                self._at(self._after(wait), story)
                break

    def _at(self, when: dt.datetime, story: Story) -> None:
        heapq.heappush(self._due, (when, next(self._order), story))

    def _after(self, wait: Wait) -> dt.datetime:
        """Return when somebody does the next thing: in office hours, unless the wait is short."""
        asked = wait
        if isinstance(wait, dt.timedelta):
            then = self.world.now + wait
            if self.calendar.is_workday(then.date()) and 8 <= then.hour < 20:
                return then
            wait = 1 if then.hour >= 20 else 0
        day = self.calendar.add_workdays(self.world.now.date(), wait) if wait else self.world.now.date()
        while not self.calendar.is_workday(day):
            day += dt.timedelta(days=1)
        first_thing = isinstance(asked, dt.timedelta)  # what came in the evening is done first
        hours = 2 if first_thing else 8
        then = dt.datetime.combine(day, dt.time(9), ZONE) + dt.timedelta(minutes=self.random.randint(0, hours * 60))
        return max(then, self.world.now + dt.timedelta(minutes=5))

    def _morning(self, day: dt.date) -> Story:
        """The agenda at eight, the morning mail half an hour later; and what the firm does on some days."""
        if day == LEAVES[1]:
            self._leaves(LEAVES[0])
        self.world.sweep()
        self._collect()
        yield dt.timedelta(minutes=30)
        self.world.sweep()
        self._collect()
        if day == AWAY[1] - dt.timedelta(days=3):
            self.types(AWAY[0], f"afwezig t/m {AWAY[2].day} oktober, @karin neemt waar")
        if day == MOVED[0]:
            self.types("jan", MOVED[1])
        yield dt.timedelta(hours=3, minutes=30)
        self.world.sweep()  # the agenda of a meeting in the afternoon
        self._collect()
        self._meeting(day)
        self._reminded(day)

    def _meeting(self, day: dt.date) -> None:
        """After the meeting one partner answers the agenda with what was decided, in one mail."""
        agenda = next((g for g in reversed(self.got) if (g.to, g.kind, g.at.date()) == ("jan", "digest", day)), None)
        if agenda is None:
            return
        serious = [c.number for c in self.world.store.open_complaints() if c.serious and c.decision is None]
        if serious:
            lines = "\n".join(f"{number} besproken: wij lossen het op met de klant" for number in serious)
            self._send(answer(agenda.letter, "jan@ront.nl", lines))

    def _reminded(self, day: dt.date) -> None:
        """Whose measure is due says that it is done; whose handler left, the partner who gave it takes it himself."""
        for got in [g for g in self.got if g.kind == "morning" and g.at.date() == day]:
            said = re.findall(r"^ +([KM][\d-]+ (?:maatregel \d+ gereed|ik pak het op))", got.letter.text, re.MULTILINE)
            lines = [line for line in said if line.endswith("gereed") or self._is_left_to(got.to, line.split()[0])]
            if lines:
                self._send(answer(got.letter, f"{got.to}@ront.nl", "\n".join(lines)))

    def _is_left_to(self, alias: str, number: str) -> bool:
        case = self.numbers.get(number)
        has_left = self.world.now.date() >= LEAVES[1]
        return case is not None and has_left and (case.taker, case.handler) == (alias, LEAVES[0])

    def _leaves(self, alias: str) -> None:
        world = self.world
        left = world.firm.model_dump(mode="json")
        left["employees"] = [each for each in left["employees"] if each["alias"] != alias]
        world.firm = Firm.model_validate(left)
        writer = Writer(world.firm, world.office.keys, compiled=Path(_COMPILED.name))
        world.office = replace(world.office, firm=world.firm, writer=writer)

    # ── what people do ──────────────────────────────────────────────────────────────────────────────────────────

    def client(self, case: Case, text: str, *, again: bool = False) -> None:
        """The client writes: at first, or in answer to the newest letter that he got."""
        sender = f"{case.name} <{case.address}>"
        if again:
            self._send(answer(self.world.last(case.address), sender, text))
        else:
            self._send(mail(text, sender=sender, subject=case.subject))
            self.numbers[self._newest()] = case

    def _newest(self) -> str:
        return max((c.number for c in self.world.store.current() if c.number.startswith("K")), default="")

    def number(self, case: Case) -> str:
        """Return the number under which the case goes."""
        return next(number for number, one in self.numbers.items() if one is case)

    def does(self, alias: str, case: Case, *lines: str) -> None:
        """A member presses the button of his newest mail about the case, or types the lines in answer to it."""
        alias = alias if self.world.firm.by_alias(alias) else "jan"
        number = self.number(case)
        mine = [g for g in reversed(self.got) if g.to == alias and number in (g.number, *g.listed)]
        newest = next((g for g in mine if g.number == number), mine[0])
        sender = f"{alias}@ront.nl"
        if len(lines) == 1 and lines[0] in newest.letter.buttons:
            self._send(press(newest.letter, lines[0], sender))
        else:
            said = [_TYPED.get(line, line) for line in lines]
            typed = said if newest.number == number else [f"{number} {line}" for line in said]
            self._send(answer(newest.letter, sender, "\n".join(typed)))

    def types(self, alias: str, line: str) -> None:
        """A member answers his newest mail that is about no single complaint."""
        newest = next(g.letter for g in reversed(self.got) if g.to == alias and g.number is None)
        self._send(answer(newest, f"{alias}@ront.nl", line))

    def reports(self, alias: str, case: Case, text: str) -> None:
        """A member reports what somebody said on the telephone."""
        self._send(mail(text, sender=f"{alias}@ront.nl", subject="Mondelinge klacht"))
        self.numbers[self._newest()] = case

    def handler(self, case: Case) -> str:
        """Return the alias of who handles it now, else of who would."""
        complaint = self.world.complaint(self.number(case))
        member = self.world.firm.member(complaint.handler)
        return member.alias if member else case.taker

    def _send(self, raw: bytes) -> None:
        self.world.receive(raw)
        self._collect()

    def _collect(self) -> None:
        fresh = self.world.courier.sent[self._read :]
        self._read += len(fresh)
        for envelope in fresh:
            letter = read(envelope.content, envelope.recipient)
            alias, _, domain = envelope.recipient.partition("@")
            kept = self.world.store.letter(letter.message_id)
            if domain == "ront.nl":
                self.got.append(
                    Got(
                        self.world.now,
                        alias,
                        kept.kind if kept else "",
                        _about(letter),
                        letter,
                        kept.listed if kept else (),
                    )
                )
            else:
                self.clients[envelope.recipient] = self.clients.get(envelope.recipient, 0) + 1


def _about(letter: Read) -> str | None:
    found = _NUMBER.search(letter.subject)
    return found[1] if found else None


def _member(name: str, alias: str) -> dict[str, str]:
    return {"name": name, "address": f"{alias}@ront.nl", "alias": alias}


_TYPED: Final = {
    "Ik pak het op": "ik pak het op",
    "Akkoord, en sluit": "klager akkoord\nsluit",
    "Niet akkoord": "klager niet akkoord",
    "Sluit": "sluit",
    "Gebeld": "gebeld",
    "Geen gehoor": "geen gehoor",
    "Verstuur": "verstuur",
}
_FOUND: Final = (
    "wens: een oplossing",
    "oorzaak: dubbele afspraak",
    "oordeel: gegrond",
    "uitkomst: U hebt gelijk. Het ging mis in onze planning.",
    "voorstel: U krijgt de helft van het cursusgeld terug.",
)
_MEASURE: Final = "maatregel: trainers bevestigen hun dag vooraf door karin voor {}"


# ── how complaints go ───────────────────────────────────────────────────────────────────────────────────────────


def _taken(play: Play, case: Case) -> Story:
    play.client(case, case.text)
    yield _hours(play, 0, 3)
    given = "ik pak het op" if case.handler == case.taker else f"@{case.handler}"
    if case.serious:
        play.does(case.taker, case, given, "ingrijpend")
    else:
        play.does(case.taker, case, "Ik pak het op" if case.handler == case.taker else given)


def _called(play: Play, case: Case) -> Story:
    yield play.random.choices((0, 1, 2, 3), (5, 5, 2, 1))[0]
    play.does(play.handler(case), case, "Gebeld")


def _told(play: Play, case: Case) -> Story:
    yield play.random.choices((1, 2, 3, 4, 6), (3, 4, 4, 3, 1))[0]
    structural = play.random.random() < 0.25
    until = f"{(play.world.now + dt.timedelta(days=28)):%-d-%-m-%Y}"
    more = ("structureel: ja", _MEASURE.format(until)) if structural else ("structureel: nee",)
    play.does(play.handler(case), case, *_FOUND[:3], *more, *_FOUND[3:])
    yield _hours(play, 0, 2)
    play.does(play.handler(case), case, "Verstuur")


def _agreed(play: Play, case: Case) -> Story:
    yield play.random.randint(1, 3)
    play.client(case, "Dat is goed, dank u wel.", again=True)
    yield _hours(play, 1, 6)
    yield from _closed(play, case, "Akkoord, en sluit")


def _closed(play: Play, case: Case, *before: str) -> Story:
    handler = play.handler(case)
    if before:
        play.does(handler, case, *before)
        yield _hours(play, 0, 1)
    if play.world.complaint(play.number(case)).is_open:
        play.does(handler, case, "Sluit")


def _solved(play: Play, case: Case) -> Story:
    yield from _taken(play, case)
    yield from _called(play, case)
    yield from _told(play, case)
    yield from _agreed(play, case)


def _nobody_home(play: Play, case: Case) -> Story:
    yield from _taken(play, case)
    yield 1
    play.does(play.handler(case), case, "Geen gehoor")
    yield from _called(play, case)
    yield from _told(play, case)
    yield from _agreed(play, case)


def _writes_again(play: Play, case: Case) -> Story:
    yield from _taken(play, case)
    yield from _called(play, case)
    yield 1
    play.client(case, "Ik vergat nog iets: de lunch was ook niet in orde.", again=True)
    yield from _told(play, case)
    yield from _agreed(play, case)


def _silent(play: Play, case: Case) -> Story:
    yield from _taken(play, case)
    yield from _called(play, case)
    yield from _told(play, case)
    yield 12
    yield from _closed(play, case)


def _postponed(play: Play, case: Case) -> Story:
    yield from _taken(play, case)
    yield from _called(play, case)
    yield 6
    until = f"{(play.world.now + dt.timedelta(days=14)):%-d-%-m-%Y}"
    play.does(play.handler(case), case, f"uitstel {until}: de trainer is ziek")
    yield _hours(play, 0, 1)
    play.does(play.handler(case), case, "Verstuur")
    yield 4
    yield from _told(play, case)
    yield from _agreed(play, case)


def _overdue(play: Play, case: Case) -> Story:
    yield from _taken(play, case)
    yield from _called(play, case)
    yield 12
    yield from _told(play, case)
    yield from _agreed(play, case)


def _nobodys(play: Play, case: Case) -> Story:
    play.client(case, case.text)
    yield 3
    play.does(case.taker, case, "Ik pak het op")
    yield from _called(play, case)
    yield from _told(play, case)
    yield from _agreed(play, case)


def _no_complaint(play: Play, case: Case) -> Story:
    play.client(case, "Wanneer begint de volgende training, en wat kost die?")
    yield _hours(play, 1, 5)
    play.does(case.taker, case, "geen klacht: vraag, over de agenda")


def _withdrawn(play: Play, case: Case) -> Story:
    yield from _taken(play, case)
    yield 1
    play.client(case, "Laat maar zitten, het is intussen opgelost.", again=True)
    yield _hours(play, 1, 5)
    play.does(play.handler(case), case, "ingetrokken: het is opgelost")


def _by_telephone(play: Play, case: Case) -> Story:
    said = f"Klager: {case.name}\nE-mail: {case.address}\nBetreft: {case.subject}\nErnst: gemiddeld\n\n{case.text}"
    play.reports("sonja", case, said)
    yield _hours(play, 1, 5)
    play.does(case.taker, case, "bevestig", "ik pak het op")
    yield from _called(play, case)
    yield from _told(play, case)
    yield from _agreed(play, case)


def _appeal(play: Play, case: Case) -> Story:
    yield from _taken(play, case)
    yield from _called(play, case)
    yield from _told(play, case)
    yield 2
    play.client(case, "Hier ben ik het niet mee eens.", again=True)
    yield 1
    play.does(play.handler(case), case, "Niet akkoord")
    yield 2
    play.does(play.handler(case), case, "antwoord: Wij begrijpen het. U kunt naar de geschillencommissie.")
    yield _hours(play, 0, 1)
    play.does(play.handler(case), case, "Verstuur")
    yield 5
    yield from _closed(play, case)


def _hours(play: Play, least: int, most: int) -> dt.timedelta:
    return dt.timedelta(minutes=play.random.randint(least * 60 + 5, most * 60 + 5))


_STORIES: Final[dict[str, Callable[[Play, Case], Story]]] = {
    "solved": _solved,
    "nobody home at first": _nobody_home,
    "client writes again": _writes_again,
    "no answer from the client": _silent,
    "postponed": _postponed,
    "overdue": _overdue,
    "nobody takes it": _nobodys,
    "no complaint": _no_complaint,
    "withdrawn": _withdrawn,
    "by telephone": _by_telephone,
    "appeal": _appeal,
}
