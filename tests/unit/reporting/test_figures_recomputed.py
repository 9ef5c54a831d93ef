"""Every figure of the year report, counted a second way: from the documents of the register, with plain loops."""

import datetime as dt
import random
from collections import Counter

import pytest

from klachtmail.domain.agenda.figures import figures
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.record import to_json
from klachtmail.domain.records.model import (
    Appeal,
    Classification,
    Complaint,
    Dismissal,
    HistoryEntry,
    Measure,
    Party,
    Promise,
    Satisfaction,
)
from tests.on_record import OnRecord
from tests.world import ZONE, firm

FIRM = firm()
TODAY = dt.date(2026, 11, 20)
BEGIN = dt.datetime(2024, 1, 1, 8, tzinfo=ZONE)
HANDLERS = [None, "jan@ront.nl", "els@ront.nl", "piet@ront.nl"]
SAID = [None, *(Satisfaction(score=score, text="x") for score in ("good", "fair", "poor"))]
RULED = {
    "De klacht is gegrond.": "gegrond",
    "deels gegrond": "deels",
    "Ongegrond verklaard": "ongegrond",
    "gegrond": "gegrond",
    "ongegrond": "ongegrond",
}
WORDS = ("gegrond", "deels", "ongegrond")
FREE = {dt.date(2026, 1, 1), dt.date(2026, 4, 3), dt.date(2026, 4, 6), dt.date(2026, 4, 27), dt.date(2026, 5, 5)} | {
    dt.date(2026, 5, 14), dt.date(2026, 5, 25), dt.date(2026, 12, 25)}  # fmt: skip


def one(chance, number):
    """Return a complaint to which anything may have happened."""
    received = BEGIN + dt.timedelta(hours=chance.randrange(0, 1050 * 24))
    original = received.date() + dt.timedelta(days=14)
    due = original + dt.timedelta(days=chance.choice([0, 0, 0, 10]))
    later = lambda days: received + dt.timedelta(hours=chance.randrange(0, days * 24))  # noqa: E731
    status = chance.choice(["new", "assigned", "answered", "closed", "closed", "dismissed", "merged"])
    told = later(40) if status in {"answered", "closed"} and chance.random() < 0.95 else None
    ended = status in {"closed", "dismissed", "merged"}
    ruling = chance.choice([None, "De klacht is gegrond.", "deels gegrond", "Ongegrond verklaard", "geen oordeel"])
    return Complaint(
        number=f"{chance.choice('KKKKM')}{received.year}-{number:04d}",
        status=status,
        channel=chance.choice(["written", "oral", "forwarded"]),
        received_at=received,
        original_due_on=original,
        due_on=due,
        complainant=Party(name="X", address=f"client{chance.randrange(80)}@example.org"),
        handler=chance.choice(HANDLERS),
        acknowledged_at=later(4) if chance.random() < 0.8 else None,
        contacted_at=later(6) if chance.random() < 0.7 else None,
        answered_at=told,
        accepted=chance.choice([True, False, None]) if told else None,
        withdrawn="niet meer nodig" if status == "closed" and told is None else None,
        closed_at=later(60) if ended else None,
        parties=tuple(
            Party(role="co_complainant", withdrawn_at=received, satisfaction=chance.choice(SAID))
            for _ in range(chance.randrange(2))
        ),
        satisfaction=chance.choice(SAID),
        history=tuple(
            HistoryEntry(at=received, actor="klachtmail", event=event)
            for event in chance.choice([(), ("noted", "satisfaction_asked"), ("satisfaction_asked",) * 2])
        ),
        erased_at=later(400) if ended and chance.random() < 0.1 else None,
        dismissal=Dismissal(kind="vraag", reason="x") if status == "dismissed" else None,
        judgement=chance.choice([None, *WORDS]),
        structural=chance.choice([True, False, None]),
        appeal=Appeal(on=original, ruling=ruling) if told and chance.random() < 0.3 else None,
        classification=Classification(product=chance.choice(["training", "advies"])) if chance.random() < 0.5 else None,
        promises=tuple(
            Promise(
                text="x",
                amount=chance.choice([None, 450.0, 25.5]),
                due_on=chance.choice([None, original]),
                done_on=chance.choice([None, original, original + dt.timedelta(days=3)]),
            )
            for _ in range(chance.randrange(3))
        ),
        measures=tuple(
            Measure(
                text="x",
                due_on=chance.choice([None, original]),
                done_on=chance.choice([None, original]),
                worked=chance.choice([None, True, False]),
            )
            for _ in range(chance.randrange(3))
        ),
    )


CHANCE = random.Random(11)  # noqa: S311 - the same register in every run
RECORDS = [one(CHANCE, number) for number in range(600)]
DOCUMENTS = [to_json(each) for each in RECORDS]


def day(text):
    return dt.datetime.fromisoformat(text).astimezone(ZONE).date()


def of_2026():
    return [d for d in DOCUMENTS if day(d["received_at"]).year == 2026]


def dealt_with():
    return [d for d in of_2026() if d["number"][0] == "K" and d["status"] not in {"merged", "dismissed"}]


def workdays_later(start, count):
    while count:
        start += dt.timedelta(days=1)
        count -= start.weekday() < 5 and start not in FREE
    return start


def within(document, field, workdays):
    at = document[field]
    return at is not None and day(at) <= workdays_later(day(document["received_at"]), workdays)


def date(text):
    return dt.date.fromisoformat(text)


def must_be_told(document):
    return document["withdrawn"] is None and (
        document["answered_at"] is not None or date(document["original_due_on"]) < TODAY
    )


def told_by(document, field):
    return document["answered_at"] is not None and day(document["answered_at"]) <= date(document[field])


def measures():
    return [m for d in of_2026() for m in d["measures"]]


def promises():
    return [p for d in of_2026() for p in d["promises"]]


def said():
    """Return the scores of everybody who gave one, also of who complained together with another."""
    people = [each for d in of_2026() for each in (d, *d["parties"])]
    return Counter(each["satisfaction"]["score"] for each in people if each["satisfaction"])


def hours(field):
    found = []
    for document in dealt_with():
        if document[field]:
            passed = dt.datetime.fromisoformat(document[field]) - dt.datetime.fromisoformat(document["received_at"])
            found.append(passed.total_seconds() / 3600)
    return sorted(found)


def ninth(values):
    """Return the first value that nine tenths do not exceed."""
    return next(v for v in values if sum(w <= v for w in values) * 10 >= 9 * len(values))


def count(rule, documents=None):
    return sum(bool(rule(d)) for d in (dealt_with() if documents is None else documents))


SECOND_WAY = {
    "received": lambda: count(lambda d: d["number"][0] == "K", of_2026()),
    "remarks": lambda: count(lambda d: d["number"][0] == "M", of_2026()),
    "people": lambda: len({d["complainant"]["address"] for d in of_2026() if d["number"][0] == "K"}),
    "merged": lambda: count(lambda d: d["number"][0] == "K" and d["status"] == "merged", of_2026()),
    "open": lambda: count(lambda d: d["status"] in {"new", "assigned", "answered"}),
    "answered": lambda: count(lambda d: d["answered_at"]),
    "due": lambda: count(must_be_told),
    "on_time": lambda: count(lambda d: must_be_told(d) and told_by(d, "original_due_on")),
    "postponed_on_time": lambda: count(
        lambda d: must_be_told(d) and told_by(d, "due_on") and not told_by(d, "original_due_on")
    ),
    "late": lambda: count(lambda d: must_be_told(d) and d["answered_at"] and not told_by(d, "due_on")),
    "overdue": lambda: count(
        lambda d: (
            d["status"] in {"new", "assigned", "answered"}
            and d["answered_at"] is None
            and d["withdrawn"] is None
            and date(d["due_on"]) < TODAY
        )
    ),
    "postponed": lambda: count(lambda d: d["due_on"] > d["original_due_on"]),
    "withdrawn": lambda: count(lambda d: d["withdrawn"]),
    "accepted": lambda: count(lambda d: d["accepted"] is True),
    "declined": lambda: count(lambda d: d["accepted"] is False),
    "acknowledged": lambda: count(lambda d: d["acknowledged_at"]),
    "acknowledged_on_time": lambda: count(lambda d: within(d, "acknowledged_at", 1)),
    "contacted": lambda: count(lambda d: d["contacted_at"]),
    "contacted_on_time": lambda: count(lambda d: within(d, "contacted_at", 2)),
    "structural": lambda: count(lambda d: d["structural"] is True),
    "appeals": lambda: count(lambda d: d["appeal"]),
    "rulings": lambda: count(lambda d: d["appeal"] and d["appeal"]["ruling"] is not None),
    "rulings_against": lambda: count(
        lambda d: d["judgement"] and d["appeal"] and d["judgement"] != RULED.get(d["appeal"]["ruling"], d["judgement"])
    ),
    "measures": lambda: len(measures()),
    "measures_done": lambda: count(lambda m: m["done_on"], measures()),
    "measures_judged": lambda: count(lambda m: m["worked"] is not None, measures()),
    "measures_worked": lambda: count(lambda m: m["worked"] is True, measures()),
    "measures_failed": lambda: count(lambda m: m["worked"] is False, measures()),
    "measures_overdue": lambda: count(
        lambda m: m["done_on"] is None and m["due_on"] is not None and date(m["due_on"]) < TODAY, measures()
    ),
    "promises": lambda: len(promises()),
    "promises_done": lambda: count(lambda p: p["done_on"], promises()),
    "promises_kept": lambda: count(
        lambda p: p["done_on"] and (p["due_on"] is None or p["done_on"] <= p["due_on"]), promises()
    ),
    "promises_overdue": lambda: count(
        lambda p: p["done_on"] is None and p["due_on"] is not None and date(p["due_on"]) < TODAY, promises()
    ),
    "promises_cost": lambda: sum(p["amount"] or 0 for p in promises() if p["done_on"]),
    "channels": lambda: Counter(d["channel"] for d in dealt_with()),
    "judgements": lambda: Counter(d["judgement"] for d in dealt_with() if d["judgement"]),
    "dismissed": lambda: Counter(
        d["dismissal"]["kind"] for d in of_2026() if d["number"][0] == "K" and d["status"] == "dismissed"
    ),
    "load": lambda: {
        f"behandelaar {place}": n
        for place, n in enumerate(sorted(Counter(d["handler"] for d in dealt_with() if d["handler"]).values())[::-1], 1)
    },
    "classes": lambda: {
        name: said
        for name in ("product", "aspect", "cause")
        if (said := Counter(c[name] for d in dealt_with() if (c := d["classification"]) and c[name]))
    },
    "causes": lambda: Counter(d["cause"] for d in dealt_with() if d["cause"]),
    "satisfaction": lambda: {
        "asked": sum(h["event"] == "satisfaction_asked" for d in of_2026() for h in d["history"]),
        "answered": sum(said().values()),
        **said(),
    },
    "erased": lambda: count(lambda d: d["erased_at"], of_2026()),
    "acknowledgement_p90": lambda: round(ninth(hours("acknowledged_at")), 1),
    "contact_p90": lambda: round(ninth(hours("contacted_at")), 1),
    "outcome_p90": lambda: round(ninth(hours("answered_at")), 1),
    "to_acknowledgement": lambda: middle(hours("acknowledged_at")),
    "to_contact": lambda: middle(hours("contacted_at")),
    "to_outcome": lambda: middle(hours("answered_at")),
}


def middle(values):
    half = len(values) // 2
    return round(values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2, 1)


@pytest.fixture(scope="module")
def year():
    return figures(OnRecord(RECORDS), 2026, Calendar(FIRM.organisation), TODAY)


@pytest.mark.parametrize("name", SECOND_WAY)
def test_a_figure_is_what_the_register_says(year, name):
    assert getattr(year, name) == SECOND_WAY[name](), name


def test_every_figure_is_counted_a_second_way(year):
    assert set(to_json(year)) - {"year", "months"} == set(SECOND_WAY)


@pytest.mark.parametrize("name", ["due", "on_time", "postponed_on_time", "late", "overdue"])
def test_the_months_add_up_to_the_year(year, name):
    assert sum(getattr(month, name) for month in year.months) == getattr(year, name)


def test_the_quarters_add_up_to_the_year(year):
    quarters = [
        figures(OnRecord(RECORDS), 2026, Calendar(FIRM.organisation), TODAY, range(n, n + 3)) for n in (1, 4, 7, 10)
    ]
    for name in ("received", "due", "on_time", "late", "measures", "promises_cost"):
        assert sum(getattr(each, name) for each in quarters) == getattr(year, name), name
    assert [month.open for each in quarters for month in each.months] == [month.open for month in year.months]
