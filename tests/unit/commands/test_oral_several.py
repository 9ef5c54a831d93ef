"""Who complained, when several did at once: each with his own number or address, or one household as it was written."""

import datetime as dt

import pytest

from klachtmail.domain.commands import read_oral

TODAY = dt.date(2026, 11, 23)


def people(text):
    """Return (name, telephone, address) of everybody whom a report names as complaining."""
    report = read_oral("Mondelinge klacht", text, TODAY)
    first = (report.name, report.phone, report.address)
    return [first, *((each.name, each.phone, each.address) for each in report.also)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Klager: Ada Prins en Ben Prins\nTelefoon: 06 11111111 en 06 22222222",
            [("Ada Prins", "06 11111111", None), ("Ben Prins", "06 22222222", None)],
        ),
        (
            "Klager: Ada en Ben Prins\nE-mail: ada@example.nl; ben@example.nl\nTelefoon: 06 11111111",
            [("Ada Prins", "06 11111111", "ada@example.nl"), ("Ben Prins", None, "ben@example.nl")],
        ),
        (
            "Klager: Ada Prins\nKlager: Ben Bos\nTelefoon: 0611111111\nTelefoon: 0622222222",
            [("Ada Prins", "0611111111", None), ("Ben Bos", "0622222222", None)],
        ),
        (
            "Klager: Tim Smit <tim@example.nl>, Lia Vos (06-33333333) en Mo Ali mo@example.nl",
            [("Tim Smit", None, "tim@example.nl"), ("Lia Vos", "06-33333333", None), ("Mo Ali", None, "mo@example.nl")],
        ),
        (
            "Net belden mevrouw Ada Prins (06-11111111) en haar man Ben Prins (06-22222222, ben@example.nl): ijskoud.",
            [("mevrouw Ada Prins", "06-11111111", None), ("Ben Prins", "06-22222222", "ben@example.nl")],
        ),
        (
            "Klager: Klas 4B\nToelichting: woordvoerder is Tim Smit 06-33333333, ook Lia Vos lia@example.nl belde",
            [("Tim Smit", "06-33333333", None), ("Lia Vos", None, "lia@example.nl")],
        ),
    ],
)
def test_each_is_read_with_his_own_number_or_address(text, found):
    assert people(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Klager: Ada en Ben Prins\nTelefoon: 06 11111111",
        "Klager: Jansen & Zonen BV\nTelefoon: 055 1234567 of 06 11111111 of 06 22222222",
        "Klager: Ada Prins\nTelefoon: 06 11111111\nToelichting: zij sprak Kees Smit (06-22222222) en Mo Ali (06-33333333)",
        "Klager: Ada Prins en cursist van klas 2\nTelefoon: 06 11111111 en 06 22222222",
        "Klager: mevrouw Aydin, Dorpsstraat 1, 7311 AB Apeldoorn\nTelefoon: 055 1234567, 06 11111111",
        "Mevrouw Aydin (06-11111111) belde boos, want haar docent Kees Smit (06-22222222) kwam niet opdagen.",
    ],
)
def test_one_household_firm_or_person_stays_one(text):
    assert len(people(text)) == 1
