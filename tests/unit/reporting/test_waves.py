"""'Twaalf mensen van één organisatie over één cursus': many people about one thing are found, and counted right."""

import datetime as dt
from dataclasses import replace

import pytest

from klachtmail.domain.agenda.patterns import PatternTally
from klachtmail.domain.agenda.yearly import year_report
from klachtmail.domain.records.model import Classification, Party
from klachtmail.letters import yearly
from klachtmail.letters.documents import Documents
from tests.on_record import OnRecord
from tests.store_samples import NOW, complaint
from tests.unit.reporting.test_papers_by_mail import about, say
from tests.world import ZONE, World, firm, mail

DAY = dt.timedelta(days=1)


def wrote(number, who, subject="Klacht", text="", days=0, **fields):
    at = NOW + days * DAY
    party = Party(name=who, address=f"{who.lower()}@{fields.pop('domain', 'waterschap.example')}")
    return complaint(number, at=at, subject=subject, text=text, complainant=party, **fields)


def waves(*complaints, without=frozenset()):
    tally = PatternTally()
    for one in complaints:
        tally.add(one)
    return [p for p in tally.patterns(without) if p.kind in {"organisatie", "dag"}]


def test_twelve_and_more_people_of_one_organisation_over_one_course():
    many = [wrote(n, f"P{n}", text="De cursus omgevingsrecht was een rommel.", days=20 * n) for n in range(1, 16)]
    (found,) = waves(*many, wrote(20, "Q", "Factuur", days=3, domain="elders.example"))
    assert (found.kind, found.who, found.count, len(found.numbers)) == ("organisatie", "waterschap.example", 15, 12)
    assert "omgevingsrecht" in found.what
    assert found.text.startswith("15 mensen van waterschap.example over “")


def test_people_whose_complaints_were_taken_together_are_counted_too():
    others = tuple(
        Party(name=f"P{n}", address=f"p{n}@waterschap.example", role="co_complainant", number=f"K2026-{n:04d}")
        for n in range(2, 13)
    )
    first = replace(wrote(1, "P1", "Cursus omgevingsrecht"), parties=others)
    gone = wrote(2, "P2", "Cursus omgevingsrecht", status="merged")
    (found,) = waves(first, gone)
    assert found.count == 12


def test_one_person_who_writes_often_is_no_wave_nor_are_two():
    assert waves(*(wrote(n, "P", "Cursus omgevingsrecht", days=n) for n in range(1, 9))) == []
    assert waves(*(wrote(n, f"P{n}", "Cursus omgevingsrecht") for n in (1, 2))) == []


def test_of_a_mailbox_that_everybody_has_nobody_is_of_one_organisation():
    found = waves(*(wrote(n, f"P{n}", "Omgevingsrecht", days=9 * n, domain="gmail.com") for n in range(1, 6)))
    assert found == []


def test_people_of_anywhere_within_three_days_are_a_wave():
    three = [wrote(n, f"P{n}", "Examen", "De zaal was ijskoud.", days=n, domain=f"d{n}.example") for n in (1, 2, 3)]
    (found,) = waves(*three)
    assert (found.kind, found.count) == ("dag", 3)
    assert "zaal" in found.what
    assert waves(*(replace(one, received_at=one.received_at + 3 * n * DAY) for n, one in enumerate(three))) == []


def test_the_firms_own_word_for_the_product_joins_what_other_words_tell_apart():
    kind = Classification(product="examen")
    words = ("Zaalverhuur", "Koffie", "Surveillant")
    (found,) = waves(*(wrote(n, f"P{n}", word, days=30 * n, classification=kind) for n, word in enumerate(words, 1)))
    assert found.what == "examen"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Gebeld en gewacht", ""),
        ("Gestuurd, niet gekregen", ""),
        ("", "Wij wachten nog. Ik heb gebeld. Het duurde lang."),
    ],
)
def test_a_verb_is_no_thing(subject, text):
    assert waves(*(wrote(n, f"P{n}", subject, text, days=n) for n in (1, 2, 3))) == []


def test_what_a_reader_may_not_see_counts_for_nothing():
    many = [wrote(n, f"P{n}", "Cursus omgevingsrecht") for n in (1, 2, 3)]
    assert waves(*many, without={many[0].number}) == []


def test_the_year_report_says_it_without_the_organisation():
    many = [wrote(n, f"P{n}", "Cursus omgevingsrecht", days=n) for n in range(1, 5)]
    page = yearly.html(Documents(ZONE), year_report(OnRecord(many), firm(), NOW.year, NOW))
    assert "4 mensen van één organisatie over “omgevingsrecht”" in page
    assert "waterschap" not in page


def test_the_agenda_counts_right_above_twelve():
    world = World()
    for n in range(1, 15):
        world.receive(mail("De cursus omgevingsrecht was een rommel.", sender=f"P{n} <p{n}@waterschap.example>"))
    agenda = say(world, "agenda", "K2026-0001").text
    assert "14 mensen van waterschap.example over “" in agenda
    assert about(world, "K2026-0001")
