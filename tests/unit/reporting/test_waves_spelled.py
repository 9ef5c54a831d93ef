"""Twelve people of one organisation about one course, as people write: with slips, two words for one, and from departments."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtmail.domain.agenda.spelling import joined, one_organisation, one_spelling
from klachtmail.domain.agenda.words import plain
from klachtmail.domain.records.model import Party
from tests.store_samples import NOW, complaint
from tests.unit.reporting.test_waves import DAY, waves, wrote

AS_WRITTEN = (
    "Cursus omgevingsrecht",
    "Omgevingsrecht",
    "cursus Omgevings recht",
    "Omgevings-recht",
    "Omgevinsrecht",
    "omgevingsrechtt",
    "Omgevingsrehct",
    "omgevingsrechtcursus",
    "Training omgevingsrecht, vorige week",
    "Klacht over OMGEVINGSRECHT",
    "Omgevingsrecht - dag 2",
    "omgevingsrecht!!",
)


def test_twelve_people_in_twelve_spellings_are_twelve():
    many = [wrote(n, f"P{n}", subject, days=20 * n) for n, subject in enumerate(AS_WRITTEN, 1)]
    beside = [wrote(n, f"Q{n}", "Factuur", days=n, domain=f"d{n}.example") for n in range(20, 24)]
    (found,) = [each for each in waves(*many, *beside) if each.kind == "organisatie"]
    assert (found.who, found.count, len(found.numbers)) == ("waterschap.example", 12, 12)
    assert "omgevingsrecht" in found.what


def test_above_twelve_the_count_is_right_and_twelve_numbers_are_shown():
    many = [wrote(n, f"P{n}", AS_WRITTEN[n % 12], days=20 * n) for n in range(1, 31)]
    beside = [wrote(n, f"Q{n}", "Factuur", days=30 * n, domain=f"d{n}.example") for n in range(40, 50)]
    (found,) = waves(*many, *beside)
    assert (found.count, len(found.numbers)) == (30, 12)


def test_departments_and_who_is_only_named_are_of_that_organisation():
    domains = ["waterschapvallei.nl", "mail.waterschapvallei.nl", "oost.waterschapvallei.nl"]
    many = [wrote(n, f"P{n}", "Omgevingsrecht", days=20 * n, domain=d) for n, d in enumerate(domains * 2, 1)]
    names = ["Waterschap Vallei", "waterschap vallei", "Waterschap Valei", "Stichting Waterschap Vallei"]
    oral = [
        complaint(n, at=NOW + n * DAY, subject="Omgevingsrecht", complainant=Party(name=f"O{n}", organisation=name))
        for n, name in enumerate(names, 30)
    ]
    (found,) = [each for each in waves(*many, *oral) if each.kind == "organisatie"]
    assert (found.who, found.count) == ("waterschapvallei.nl", 10)


def test_two_organisations_of_one_name_elsewhere_stay_two():
    called = one_organisation(["ront.nl", "ront.be", "ront.example", "mail.ront.nl", "Ront BV", ""])
    assert [called[each] for each in ("ront.nl", "ront.be", "mail.ront.nl")] == ["ront.nl", "ront.be", "ront.nl"]
    assert called["Ront BV"] in {"ront.nl", "ront.be", "ront.example"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("omgevingswet", "omgevingsrecht"),
        ("rekening", "rekenen"),
        ("trainer", "training"),
        ("zaal", "zalen"),
        ("docent", "decent"),
        ("planning", "planologie"),
    ],
)
def test_other_words_stay_other_words(one, other):
    called = one_spelling([one, one, other])
    assert called[one] != called[other]


def test_two_words_are_one_only_where_somebody_wrote_the_one():
    assert "omgevingsrecht" in joined("over omgevings recht")
    found = waves(*(wrote(n, f"P{n}", "Koude zaal", days=9 * n) for n in (1, 2, 3)))
    assert "koudezaal" not in found[0].what


def test_a_mailbox_of_a_provider_is_no_organisation():
    for domain in ("telenet.be", "gmx.de", "orange.fr", "outlook.be"):
        assert waves(*(wrote(n, f"P{n}", "Omgevingsrecht", days=9 * n, domain=domain) for n in range(1, 6))) == []


@given(st.text() | st.text("aeéëßﬁ½Ｋ한글e\u0301\u0308\u0327 İıΣς’"))
def test_marks_are_left_out_as_of_the_whole_text(text):
    whole = unicodedata.normalize("NFKD", text.casefold())
    assert plain(text) == "".join(sign for sign in whole if not unicodedata.combining(sign))
