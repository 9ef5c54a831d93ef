"""Three years of a firm, played by a seed: complaints by mail, what members do about them, and the reports at the end.

`python -m tests.three_years FOLDER [SEED]` writes the reports of the years, a quarter and the register, to look at.
"""

import datetime as dt
import heapq
import itertools
import random
import sys
from pathlib import Path

from klachtmail.domain.agenda.yearly import year_report
from klachtmail.letters import yearly
from klachtmail.letters.documents import Documents
from klachtmail.service.act import act
from tests.letters_read import press
from tests.world import ELS, JAN, PIET, ZONE, World, mail

FIRST, LAST = dt.date(2024, 1, 2), dt.date(2026, 12, 30)
CAUSES = ("roosterfout", "onduidelijke afspraak", "drukte", "verouderd lesmateriaal")
ASPECTS = ("trainer", "planning", "inhoud", "factuur")
PRODUCTS = ("training", "advies", "examen")
SUBJECTS = ("Training omgevingsrecht", "Examen planeconomie", "Adviesrapport centrum", "Factuur mei", "Cursus verhuur")
TEXTS = (
    "De trainer was een uur te laat.",
    "De zaal was ijskoud.",
    "Het lesmateriaal is van vier jaar geleden.",
    "De factuur klopt niet, en niemand belt terug.",
    "Het rapport kwam drie weken later dan was afgesproken.",
)
# by year: complaints, days until the outcome (from, to), part in which the first cause was it
YEARS = {2024: (52, (4, 26), 0.5), 2025: (74, (3, 22), 0.6), 2026: (66, (1, 16), 0.25)}


class Play:
    """The firm and what is still to happen in it: (when, a count, what)."""

    def __init__(self, seed=11):
        self.chance = random.Random(seed)  # noqa: S311 (a play)
        self.world = World(
            now=dt.datetime.combine(FIRST, dt.time(9), ZONE),
            classification={"product": PRODUCTS, "aspect": ASPECTS, "cause": CAUSES},
            procedure={"ask_satisfaction_days": 5},
            auditors=[{"name": "Ans Mulder", "address": "ans@keurmerk.example"}],
        )
        self._todo = []
        self._order = itertools.count()

    def at(self, day, hour, what, *given):
        """Have something done on this day."""
        when = dt.datetime.combine(day, dt.time(hour, self.chance.randrange(60)), ZONE)
        heapq.heappush(self._todo, (when, next(self._order), what, given))

    def run(self):
        """Play until the last day; return the firm."""
        for year, (count, _, _) in YEARS.items():
            for _ in range(count):
                self.at(dt.date(year, 1, 2) + dt.timedelta(days=self.chance.randrange(358)), 10, self.complained)
        for n in range(14):  # many of one organisation about one course
            self.at(dt.date(2026, 10, 5 + n % 4), 11, self.complained, f"waterschap.example {n}")
        self.firmwide()
        for year in YEARS:
            self.at(dt.date(year, 5, 6), 12, self.told_orally)
        for day in range(0, (LAST - FIRST).days, 7):
            self.at(FIRST + dt.timedelta(days=day), 9, self.week)
        while self._todo:
            when, _, what, given = heapq.heappop(self._todo)
            if when.date() > LAST:
                break
            self.world.now = max(self.world.now, when)
            what(*given)
        self.world.now = dt.datetime.combine(LAST, dt.time(17), ZONE)
        return self.world

    def firmwide(self):
        """What belongs to no single complaint."""
        first = self.at
        first(dt.date(2025, 1, 20), 14, self.says, JAN, None, "directiebeoordeling: roosters op één plek")
        first(
            dt.date(2026, 1, 19),
            14,
            self.says,
            JAN,
            None,
            "directiebeoordeling: binnen een dag bellen, door wie dienst heeft",
        )
        first(dt.date(2026, 12, 14), 14, self.says, JAN, None, "directiebeoordeling: afspraken voortaan op papier")
        first(
            dt.date(2026, 2, 2),
            14,
            self.says,
            ELS,
            None,
            "algemene maatregel: elk rooster door een tweede laten nakijken door jan voor 1 april",
        )
        first(dt.date(2026, 3, 20), 14, self.says, JAN, None, "algemene maatregel: 1 gereed")
        first(dt.date(2026, 9, 1), 14, self.says, JAN, None, "algemene maatregel: 1 werkt")

    def week(self):
        """The morning mail of a week, with what else is due."""
        self.world.sweep()
        for letter in self.world.news():
            words = [word for word in ("Goed", "Gaat wel", "Niet goed") if word in letter.buttons]
            if len(words) == 3 and self.chance.random() < 0.6:
                (word,) = self.chance.choices(words, [6, 2, 1])
                self.world.receive(press(letter, word, letter.to))

    def complained(self, who=""):
        """A client writes; a partner gives it to somebody."""
        chance = self.chance
        domain, _, n = who.partition(" ")
        name = f"Klant{n or chance.randrange(90)} Test"
        address = f"{name.split(maxsplit=1)[0].lower()}@{domain or f'klant{chance.randrange(30)}.example'}"
        subject, text = (
            ("Training omgevingsrecht", TEXTS[1]) if who else (chance.choice(SUBJECTS), chance.choice(TEXTS))
        )
        before = set(self.world.store.state.counters.items())
        self.world.receive(mail(text, sender=f"{name} <{address}>", subject=subject))
        changed = set(self.world.store.state.counters.items()) - before
        if not changed:
            return  # he had one open: it is a follow-up
        ((series, counter),) = changed
        number = f"{series}-{counter:04d}"
        today = self.world.now.date()
        fate = "treated" if who else chance.choices(["treated", "none", "withdrawn"], [88, 8, 4])[0]
        if fate == "none":
            self.at(today + dt.timedelta(days=1), 11, self.says, JAN, number, "geen klacht: vraag, over de datum")
        elif fate == "withdrawn":
            self.at(today + dt.timedelta(days=3), 11, self.says, JAN, number, "ingetrokken: is al opgelost")
        else:
            self.treated(number, today)

    def treated(self, number, today):
        """From handler to closing, with what the year is like."""
        chance = self.chance
        _, (soonest, latest), first_cause = YEARS[today.year]
        handler = chance.choices([JAN, ELS, PIET], [5, 3, 2])[0]
        later = lambda days: today + dt.timedelta(days=days)  # noqa: E731
        self.at(today, 12, self.says, JAN, number, f"@{handler.partition('@')[0]}")
        self.at(later(chance.choice([0, 1, 1, 2, 2, 4])), 13, self.says, handler, number, "gebeld")
        cause = CAUSES[0] if chance.random() < first_cause else chance.choice(CAUSES[1:])
        lines = [
            f"soort: {chance.choice(PRODUCTS)}, {chance.choice(ASPECTS)}, {cause}",
            f"oorzaak: {cause} in de week van de training",
            f"structureel: {'ja' if cause == CAUSES[0] else 'nee'}",
            f"oordeel: {chance.choice(['gegrond', 'gegrond', 'deels', 'ongegrond'])}",
        ]
        if cause == CAUSES[0]:
            lines.append(f"maatregel: rooster nakijken voor {later(60):%d-%m-%Y}")
            if chance.random() < 0.3:
                lines.append("elders: ook bij de examens")
        if chance.random() < 0.35:
            lines.append(f"toezegging: {chance.choice([75, 150, 450])} euro terug door jan voor {later(45):%d-%m-%Y}")
        days = chance.randint(soonest, latest)
        self.at(later(days), 14, self.says, handler, number, *lines)
        self.at(later(days), 15, self.says, handler, number, "uitkomst gemeld: excuses en een oplossing")
        self.at(
            later(days + 3),
            10,
            self.says,
            handler,
            number,
            chance.choice(["klant akkoord", "klant akkoord", "klant niet akkoord"]),
        )
        if chance.random() < 0.03:
            self.at(
                later(days + 4),
                10,
                self.says,
                handler,
                number,
                "beroep",
                f"uitspraak: {chance.choice(['gegrond', 'ongegrond'])}",
            )
        self.at(later(days + 5), 10, self.says, handler, number, "sluit")
        self.at(later(40), 10, self.says, JAN, number, "toezegging 1 gereed")
        self.at(later(chance.choice([50, 58, 80])), 10, self.says, handler, number, "maatregel 1 gereed")
        self.at(
            later(170), 10, self.says, handler, number, f"maatregel 1 {chance.choice(['werkt', 'werkt', 'werkt niet'])}"
        )

    def told_orally(self):
        """An employee solves something at once, and reports it."""
        text = "Klager: Ton Bos\nBetreft: de koffie\nErnst: klein\nOpgelost: ja"
        self.world.receive(mail(text, sender=PIET, subject="mondeling"))

    def says(self, member, number, *lines):
        """Have a member give commands, as in a terminal."""
        known = number or next(iter(each.number for each in self.world.store.everything()))
        act(self.world.office, self.world.firm.member(member), known, lines)


def reports(world):
    """Yield (name, report) for each year, and for a quarter."""
    for year, quarter in ((2024, 0), (2025, 0), (2026, 0), (2026, 4)):
        name = f"jaarverslag-{year}" if not quarter else f"kwartaal-{year}-{quarter}"
        yield name, year_report(world.store, world.firm, year, world.now, quarter, world.store.state)


def main(folder, seed="11"):
    """Play, and write the reports."""
    world = Play(int(seed)).run()
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    for name, report in reports(world):
        (out / f"{name}.html").write_text(yearly.html(Documents(ZONE), report), encoding="utf-8")
        sys.stdout.write(
            f"{name}: {report.this.received} complaints, {report.this.on_time} of {report.this.due} on time\n"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
