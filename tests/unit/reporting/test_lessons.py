"""What a year teaches: elsewhere, measures of no complaint, the review's decisions, better and worse, the largest cause."""

import datetime as dt
from dataclasses import replace

import pytest

from klachtmail.domain.agenda.figures import CAUSES, Figures, period
from klachtmail.domain.agenda.lessons import Change, changes, largest_cause
from klachtmail.domain.agenda.yearly import year_report
from klachtmail.domain.records.model import Classification, Measure, Promise
from klachtmail.domain.records.questions import Question
from klachtmail.letters import yearly
from klachtmail.letters.documents import Documents, euro
from tests.on_record import OnRecord
from tests.store_samples import NOW, complaint
from tests.unit.reporting.test_papers_by_mail import files, say, text_of
from tests.world import ELS, JAN, PIET, ZONE, World, firm, mail


@pytest.fixture
def world():
    begun = World()
    begun.receive(mail("De zaal was koud. Sanne de Boer", subject="Klacht"))
    return begun


@pytest.mark.parametrize(
    ("said", "kept"), [("nee", ""), ("Nergens.", ""), ("ook bij de online trainingen", "ook bij de online trainingen")]
)
def test_it_is_kept_where_the_same_could_happen(world, said, kept):
    say(world, f"elders: {said}")
    assert world.complaint().elsewhere == kept
    assert world.complaint().history[-1].event == "elsewhere"
    page = text_of(files(say(world, "bewijs"))["bewijs-K2026-0001.html"])
    assert f"Kan ook elders gebeuren</th><td>{kept or 'nee'}" in page


@pytest.mark.parametrize("said", ["weet ik nog niet", "?", "kan dat?", "misschien"])
def test_who_does_not_know_says_nothing(world, said):
    say(world, f"elders: {said}")
    assert world.complaint().elsewhere is None


def test_where_else_stands_in_the_report_without_a_name(world):
    say(world, "elders: ook bij Sanne de Boer haar andere cursus")
    page = text_of(files(say(world, "jaarverslag"))["jaarverslag-2026.html"])
    assert "K2026-0001: ook bij [klager] haar andere cursus" in page


def test_a_measure_of_no_complaint_is_in_agenda_and_report_until_it_was_judged(world):
    say(world, "algemene maatregel: alle zalen vooraf nabellen door els voor 1 februari")
    (one,) = world.store.state.measures
    assert (one.text, one.owner, one.due_on) == ("alle zalen vooraf nabellen", ELS, dt.date(2027, 2, 1))
    agenda = say(world, "agenda")
    assert "alle zalen vooraf nabellen · Els Bakker · uiterlijk" in agenda.text
    say(world, "algemene maatregel: 1 gereed")
    assert world.store.state.measures[0].done_on == world.now.date()
    say(world, "algemene maatregel: 1 werkt niet")
    assert world.store.state.measures[0].worked is False
    page = text_of(files(say(world, "jaarverslag"))["jaarverslag-2026.html"])
    assert "alle zalen vooraf nabellen" in page.split("bij geen enkele klacht horen")[1]
    say(world, "algemene maatregel: 1 vervalt")
    assert [each.text for each in world.store.state.measures] == [""]
    assert "Er is geen algemene maatregel vastgelegd." in say(world, "algemene maatregel: 2 gereed").text


def test_what_the_review_decided_stands_in_the_report_of_that_year(world):
    kept = say(world, "directiebeoordeling: een vaste contactpersoon per training").text
    assert "✓ directiebeoordeling" in kept
    assert "Het besluit staat in het jaarverslag van 2026." in kept
    world.later(days=60)
    say(world, "directiebeoordeling: meer tijd voor Els")
    assert [(each.year, each.by) for each in world.store.state.reviews] == [(2026, JAN), (2026, JAN)]
    page = text_of(files(say(world, "jaarverslag 2026"))["jaarverslag-2026.html"])
    assert "<li>een vaste contactpersoon per training</li>" in page
    assert "<li>meer tijd voor [medewerker]</li>" in page
    before = text_of(files(say(world, "jaarverslag 2025"))["jaarverslag-2025.html"])
    assert "een vaste contactpersoon" not in before


def test_what_belongs_to_no_complaint_names_no_client_either(world):
    say(world, "klager: Sanne de Boer <sanne@example.nl>")
    say(world, "algemene maatregel: Sanne de Boer voortaan nabellen door els voor 1 februari")
    say(world, "directiebeoordeling: klachten van mevrouw De Boer serieuzer nemen")
    for content in files(say(world, "jaarverslag")).values():
        assert "Boer" not in text_of(content)
        assert "[klager] voortaan nabellen" in text_of(content)


@pytest.mark.parametrize("line", ["algemene maatregel: alles nabellen", "directiebeoordeling: niets"])
def test_an_employee_decides_nothing_for_the_firm(world, line):
    say(world, "@piet")
    assert "alleen een partner" in say(world, line, member=PIET).text
    assert (world.store.state.measures, world.store.state.reviews) == ((), ())


def figures(**values):
    return Figures(year=2026, received=20, **values)


def test_better_and_worse_are_told_when_they_are_no_chance():
    this = figures(
        on_time=18,
        due=20,
        to_outcome=48.0,
        contacted_on_time=5,
        contacted=10,
        classes={"cause": {"drukte": 9, "fout": 1}},
    )
    before = figures(
        on_time=10,
        due=20,
        to_outcome=96.0,
        contacted_on_time=9,
        contacted=10,
        classes={"cause": {"drukte": 2, "fout": 8}},
    )
    assert changes(this, before) == (
        Change(text="op tijd beantwoord: 50% werd 90%", better=True),
        Change(text="contact binnen twee werkdagen: 90% werd 50%", better=False),
        Change(text="tot de uitkomst (mediaan): 4,0 dagen werd 2,0 dagen", better=True),
        Change(text="klachten over “fout”: 8 werd 1", better=True),
        Change(text="klachten over “drukte”: 2 werd 9", better=False),
    )


@pytest.mark.parametrize(
    ("overdue", "said"), [(2, ()), (3, (Change(text="3 klachten zijn te laat en nog niet beantwoord", better=False),))]
)
def test_three_that_are_too_late_are_told_as_worse(overdue, said):
    assert changes(figures(overdue=overdue), figures(overdue=9)) == said


@pytest.mark.parametrize(
    ("this", "before", "said"),
    [
        ({}, {"fout": 3}, [("klachten over “fout”: 3 werd 0", True)]),
        ({"drukte": 3}, {}, [("klachten over “drukte”: 0 werd 3", False)]),
        ({}, {"fout": 2}, []),
        ({"drukte": 2}, {}, []),
    ],
)
def test_a_sort_that_one_of_both_years_does_not_have_counts_as_none(this, before, said):
    told = changes(figures(classes={"cause": this}), figures(classes={"cause": before}))
    assert [(each.text, each.better) for each in told] == said


def test_of_few_and_beside_nothing_nothing_is_said():
    assert changes(figures(on_time=4, due=4), figures(on_time=1, due=4)) == ()
    assert changes(figures(on_time=20, due=20), Figures(year=2025)) == ()


def caused(number, cause, **fields):
    return complaint(number, classification=Classification(cause=cause), **fields)


def largest(records):
    year = period(NOW.year)
    return largest_cause(OnRecord(records).count([Question(CAUSES, *year)], ZONE)[0], str)


def test_the_largest_cause_and_what_it_cost():
    paid, open_one = Promise(text="x", amount=450.0, done_on=NOW.date()), Promise(text="x", amount=100.5)
    records = [
        caused(1, "rooster", promises=(paid, open_one), measures=(Measure(text="x", done_on=NOW.date()),)),
        caused(2, "rooster", promises=(paid,), measures=(Measure(text="y"),)),
        caused(3, "drukte", promises=(replace(paid, amount=9000.0),)),
        caused(4, "drukte", status="merged"),
        complaint(5),
    ]
    found = largest(records)
    assert (found.name, found.count, found.of) == ("rooster", 2, 3)
    assert (found.paid, found.promised, found.measures, found.measures_done) == (900.0, 100.5, 2, 1)
    page = yearly.html(Documents(ZONE), year_report(OnRecord(records), firm(), NOW.year, NOW))
    assert "De grootste oorzaak</a>: rooster" in page
    assert "€ 900 betaald, en nog € 100,50 toegezegd" in page.replace("\u00a0", " ")


def test_without_a_list_of_causes_the_words_count():
    found = largest([complaint(1, cause="te  vol"), complaint(2, cause="te vol"), complaint(3)])
    assert (found.name, found.count, found.of) == ("te vol", 2, 2)
    assert largest([complaint(3)]) is None


@pytest.mark.parametrize(("amount", "written"), [(0.0, "€ 0"), (1250.0, "€ 1.250"), (1234567.5, "€ 1.234.567,50")])
def test_an_amount_is_written_as_people_write_it(amount, written):
    assert euro(amount) == written.replace(" ", "\u00a0")
