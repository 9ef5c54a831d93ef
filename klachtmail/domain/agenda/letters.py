"""The letters that the clock sends: the agenda for the meeting, and the morning mail."""

import datetime as dt
from dataclasses import replace
from typing import Any, Final, Self

from klachtmail.domain.agenda.contents import (
    Agenda,
    Aside,
    EndedRow,
    MeasureRow,
    MonthFigures,
    MorningItem,
    Pattern,
    Row,
    Tempo,
    Undelivered,
)
from klachtmail.domain.record import record
from klachtmail.domain.records.letter import Button, LetterData

_NOW: Final = dt.datetime(2026, 11, 23, 9, 12, tzinfo=dt.UTC)
_NUMBER: Final = "K2026-0012"


@record
class Digest(LetterData):
    """The agenda for the partner meeting."""

    kind = "digest"
    dutch = "agenda klachten"
    group = "clock"
    alone = True
    scope = "digest"
    agenda: Agenda

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        empty = Agenda(made_at=_NOW, meeting_at=_NOW + dt.timedelta(hours=1))
        one = _agenda().open[2]
        untaken = replace(one, reasons=("geen behandelaar",), buttons=_agenda().decide[1].buttons)
        many = tuple(replace(untaken, number=f"K2026-{n:04}") for n in range(100, 400))
        hidden = tuple(replace(one, number=f"K2026-{n:04}", hidden=True) for n in (21, 22))
        decide = (*many[:20], hidden[0], *many[20:150])
        crowded = replace(empty, duty="Els Bakker", decide=decide, open=(*many[:170], hidden[1], *many[170:]))
        return cls(agenda=_agenda()), cls(agenda=empty), cls(agenda=crowded)


@record
class AgendaNow(Digest):
    """The agenda as it is now, because somebody asked."""

    kind = "agenda"
    dutch = "agenda op verzoek"


@record
class Morning(LetterData):
    """What a member is reminded of today, and for one partner what was set aside."""

    kind = "morning"
    dutch = "ochtendbericht"
    group = "clock"
    alone = True
    scope = "digest"
    items: tuple[MorningItem, ...] = ()
    aside: tuple[Aside, ...] = ()
    aside_more: int = 0

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        aside = (_aside(),)
        many = tuple(replace(_aside(), id=f"a{n}") for n in range(100))
        return (
            cls(items=_items(), aside=aside),
            cls(aside=aside, aside_more=3),
            cls(items=_items()[:1]),
            cls(items=_crowd(), aside=many, aside_more=300),
        )


def _agenda() -> Agenda:
    """Return a full digest: every section has something in it."""
    first, last = "Jan de Vries", "Piet Jansen"
    rows = (
        Row(
            number="K2026-0007",
            name="P. van ’t Hof",
            subject="Adviestraject kwaliteit: rapport kwam niet af",
            received_on=dt.date(2026, 11, 2),
            due_on=dt.date(2026, 11, 16),
            days_left=-7,
            handler=first,
            last_step="12 nov: gebeld, geen gehoor",
            next_step="de uitkomst",
            serious=True,
            reasons=("ingrijpend", "te laat"),
            buttons=(
                Button(label="Besproken", line="besproken: ", number="K2026-0007", main=True, about="P. van ’t Hof"),
                Button(label="Uitstel", line="uitstel ", number="K2026-0007", about="P. van ’t Hof"),
                Button(label="Uitkomst schrijven", line="uitkomst: ", number="K2026-0007", about="P. van ’t Hof"),
            ),
        ),
        Row(
            number="K2026-0011",
            name="Mohammed El Amrani",
            subject="Factuur voor een geannuleerde training",
            received_on=dt.date(2026, 11, 12),
            due_on=dt.date(2026, 11, 26),
            days_left=3,
            last_step="ontvangst bevestigd",
            next_step="een behandelaar",
            reasons=("geen behandelaar",),
            buttons=(
                Button(label="Ik pak het op", line="ik pak het op", number="K2026-0011", main=True, about="El Amrani"),
                Button(label="Geef aan …", line="@", number="K2026-0011", about="El Amrani"),
            ),
        ),
        Row(
            number=_NUMBER,
            name="Sanne de Boer",
            subject="Training Timemanagement van 12 november",
            received_on=dt.date(2026, 11, 23),
            due_on=dt.date(2026, 12, 7),
            days_left=14,
            handler=last,
            last_step="opgepakt",
            next_step="contact met de klager",
        ),
        Row(
            number="K2026-0010",
            name="",
            subject="",
            received_on=dt.date(2026, 11, 10),
            due_on=dt.date(2026, 11, 24),
            days_left=1,
            hidden=True,
        ),
    )
    months = [
        ("2026-07", 1, 1, 1, 0),
        ("2026-08", 0, 0, 1, 0),
        ("2026-09", 4, 2, 2, 0),
        ("2026-10", 3, 2, 2, 1),
        ("2026-11", 5, 4, 2, 1),
    ]
    return Agenda(
        made_at=_NOW,
        meeting_at=_NOW + dt.timedelta(hours=1),
        decide=rows[:2],
        open=rows,
        measures=(
            MeasureRow(
                number="K2026-0004",
                index=1,
                text="Cursusmateriaal ook digitaal versturen",
                owner=last,
                due_on=dt.date(2026, 11, 15),
                done_on=None,
                worked=None,
                state="late",
            ),
            MeasureRow(
                number=_NUMBER,
                index=1,
                text="Voor elke training staat een tweede trainer klaar",
                owner=first,
                due_on=dt.date(2027, 2, 1),
                done_on=None,
                worked=None,
                state="open",
            ),
            MeasureRow(
                number="K2026-0002",
                index=1,
                text="Offerte noemt de annuleringsregels",
                owner=first,
                due_on=None,
                done_on=dt.date(2026, 8, 20),
                worked=True,
                state="done",
            ),
        ),
        promises=(
            MeasureRow(
                number="K2026-0004",
                index=1,
                text="Het cursusgeld terugbetalen (€ 450)",
                owner=last,
                due_on=dt.date(2026, 12, 1),
                done_on=None,
                worked=None,
                state="open",
                what="toezegging",
            ),
        ),
        fresh=(EndedRow(number=_NUMBER, name="Sanne de Boer", subject="Training Timemanagement", what="nieuw"),),
        ended=(
            EndedRow(
                number="K2026-0009",
                name="Anja Smit",
                subject="Lunch bij de training",
                what="geen klacht",
                reason="een vraag over dieetwensen",
            ),
            EndedRow(
                number="K2026-0006",
                name="K. Yilmaz",
                subject="Certificaat niet ontvangen",
                what="gesloten",
                reason="klager akkoord",
            ),
        ),
        patterns_of=1000,
        patterns=(
            Pattern(kind="onderwerp", what="Timemanagement", numbers=("K2026-0003", "M2026-0002", _NUMBER), count=3),
            Pattern(
                kind="organisatie", what="examen", numbers=("K2026-0003", _NUMBER), count=14, who="gemeente.example"
            ),
            Pattern(kind="dag", what="zaal", numbers=("K2026-0003", _NUMBER), count=4, who="23 november"),
        ),
        general=(
            _general(1, "Alle zalen een week vooraf nabellen", due_on=dt.date(2026, 11, 15), state="late"),
            _general(2, "Een vaste contactpersoon per training", due_on=dt.date(2027, 2, 1)),
            _general(3, "Roosters op één plek", done_on=dt.date(2026, 11, 16), state="done", owner=first),
            _general(4, "Reserveer elke zaal ook bij een tweede verhuurder"),
        ),
        undelivered=(
            Undelivered(
                number="K2026-0008", kind="acknowledgement", to="j.jansen@example.org", reason="het adres bestaat niet"
            ),
        ),
        aside=(_aside(),),
        aside_more=3,
        months=tuple(MonthFigures(month=m, received=r, open=o, on_time=t, late=late) for m, r, o, t, late in months),
        tempo=(
            Tempo(
                year=2026,
                received=12,
                remarks=3,
                dismissed=1,
                to_acknowledgement=0.1,
                to_contact=20.0,
                to_outcome=216.0,
                on_time=8,
                answered=10,
            ),
            Tempo(
                year=2025,
                received=15,
                remarks=4,
                dismissed=2,
                to_acknowledgement=0.2,
                to_contact=31.0,
                to_outcome=265.0,
                on_time=11,
                answered=14,
            ),
        ),
        seals={_NUMBER: "9f2c4a7be01d88c35a61", "K2026-0011": "11aa20c7d9e3b4f5a6c7"},
    )


def _aside() -> Aside:
    return Aside(
        id="a1",
        sender="noreply@formulier.example",
        name="Webformulier",
        subject="Nieuwe inzending",
        opening="Goedemiddag, vorige week volgde ik bij u een training.",
        received_at=_NOW - dt.timedelta(days=1),
        why="automatic",
        button=Button(label="Toch een klacht", line="klacht a1"),
    )


def _items() -> tuple[MorningItem, ...]:
    late = MorningItem(
        event="overdue",
        events=("overdue", "contact"),
        number="K2026-0007",
        title="P. van ’t Hof wacht op antwoord",
        level="late",
        text="Adviestraject kwaliteit: rapport kwam niet af. De klager wacht op jou.\n"
        "Wij beloofden het op maandag 16 november 2026. Dat is niet gelukt. Nog nodig: de oorzaak. "
        "Laatste stap: 12 november, gebeld, geen gehoor. Bel vandaag, ook als je nog niet alles weet.\n"
        "Sinds 2 november heeft nog niemand de klager gesproken. Er is één keer tevergeefs gebeld.",
        brief="P. van ’t Hof: 7 dagen te laat, nog niet gesproken. De klager wacht op jou.",
        buttons=(
            Button(label="Gebeld", line="gebeld", number="K2026-0007", main=True, about="P. van ’t Hof"),
            Button(label="Uitstel", line="uitstel 7 december: ", number="K2026-0007", about="P. van ’t Hof"),
            Button(label="Uitkomst schrijven", line="uitkomst: ", number="K2026-0007", about="P. van ’t Hof"),
            Button(label="Geef terug", line="geef terug", number="K2026-0007", about="P. van ’t Hof"),
        ),
    )
    call = MorningItem(
        event="contact",
        events=("contact",),
        number=_NUMBER,
        title="Bel Sanne de Boer",
        level="soon",
        text="Training Timemanagement. De klager wacht op jou.\n"
        "Sinds 19 november heeft nog niemand de klager gesproken.\nDe uitkomst moet er donderdag 3 december 2026 zijn.",
        brief="Sanne de Boer: nog niet gesproken. De klager wacht op jou.",
        buttons=(
            Button(label="Bel 06-12345678", line="", tel="06-12345678"),
            Button(label="Gebeld", line="gebeld", number=_NUMBER, main=True, about="Sanne de Boer"),
            Button(label="Geen gehoor", line="geen gehoor", number=_NUMBER, about="Sanne de Boer"),
        ),
    )
    return late, call


def _crowd() -> tuple[MorningItem, ...]:
    """Return more than one mail shows in full, and more than it lists."""
    one = _items()[1]
    return (*_items(), *(replace(one, number=f"K2026-{n:04}") for n in range(100, 500)))


def _general(index: int, text: str, **fields: Any) -> MeasureRow:
    """Return a measure that belongs to no complaint."""
    given = {"owner": None, "due_on": None, "done_on": None, "worked": None, "state": "open", **fields}
    return MeasureRow(number="", index=index, text=text, what="algemene maatregel", **given)
