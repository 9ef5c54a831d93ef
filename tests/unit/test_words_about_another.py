"""A member writes one text to several people: before it goes he hears that it names one of them."""

import pytest

from tests.several import FOUND, each, says, sends, three


@pytest.fixture
def world():
    begun = three()
    each(begun, "gebeld", "groep 2 3 zeker", FOUND)
    return begun


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("uitkomst: Ook mevrouw Yilmaz zat in de koude zaal.", "Fatma Yilmaz"),
        ("uitkomst: Wij hoorden hetzelfde van kees@example.nl.", "Kees Klant"),
        ("uitkomst: Zie ook onze brief over K2026-0003.", "Fatma Yilmaz"),
        ("voorstel: U krijgt samen met Kees een nieuwe dag.", "Kees Klant"),
        ("antwoord aan allen: Kees, wij bellen u morgen.", "Kees Klant"),
        ("uitstel 1 februari: wij wachten op de lijst van Yilmaz", "Fatma Yilmaz"),
    ],
)
def test_a_draft_says_that_it_names_another(world, line, named):
    assert f"De tekst noemt {named}, en de brief gaat ook naar " in says(world, line).text


@pytest.mark.parametrize(
    "line",
    [
        "uitkomst: Elke klant zat in een koude zaal.",
        "antwoord: Mevrouw De Boer, wij bellen u morgen.",  # who is written to
        "K2026-0002 antwoord: Kees, wij bellen u morgen.",
    ],
)
def test_a_draft_that_names_only_its_reader_says_nothing(world, line):
    assert "De tekst noemt" not in says(world, line).text


def test_a_measure_that_the_client_reads_counts_too(world):
    each(world, "maatregel: Fatma krijgt voortaan een vaste plek voor 1 februari", "uitkomst: De zaal was koud.")
    assert "De tekst noemt Fatma Yilmaz" in says(world, "uitkomst: De verwarming was stuk.").text
    each(world, "maatregel 1 gereed")
    assert len(sends(world)) == 3
