"""Oral complaints that a member reports by mail. Wednesday 18 November 2026 is today."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtmail.domain.commands import FORM, is_oral, read_oral, tells_of_a_complaint

TODAY = dt.date(2026, 11, 18)
FILLED = """Hoi,

Klager: Fatma Yilmaz, 06-12345678
E-mail: fatma@example.nl
Betreft: training Leiderschap
Ontvangen: gisteren
Ernst: klein
Opgelost: ja, nieuwe map gestuurd

Ze was na afloop weer vrolijk.

Groet,
Piet
"""


@pytest.mark.parametrize(
    "subject",
    [
        "Mondelinge klacht",
        "mondelinge klacht: zaal te koud",
        "Re: Mondelinge Klacht",
        "FW: mondeling klacht",
        "Telefonische klacht",
        "Mondelinge melding",
        "Klacht mondeling",
    ],
)
def test_the_subject_makes_it_an_oral_complaint(subject):
    assert is_oral(subject, "Mevrouw Yilmaz vond de zaal te koud.")


@pytest.mark.parametrize(
    ("subject", "text"), [("", "mondeling"), ("mondeling", ""), ("", "Mondeling.\n\nGroet,\nPiet"), ("vraag", FILLED)]
)
def test_the_word_alone_or_the_form_itself_makes_it_one_too(subject, text):
    assert is_oral(subject, text)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Klacht", "Ik ben boos"),
        ("", "mondeling besproken met mevrouw"),
        ("Mondeling examen", "Wanneer is het?"),
        ("", ""),
        ("overleg", "Betreft: zaal"),
    ],
)
def test_other_mail_is_no_oral_complaint(subject, text):
    assert not is_oral(subject, text)


def test_the_form_is_read_label_by_label():
    oral = read_oral("Mondelinge klacht", FILLED, TODAY)
    assert (oral.name, oral.phone, oral.address) == ("Fatma Yilmaz", "06-12345678", "fatma@example.nl")
    assert oral.subject == "training Leiderschap"
    assert oral.received_on == dt.date(2026, 11, 17)
    assert (oral.severity, oral.solved, oral.solution) == ("klein", True, "nieuwe map gestuurd")
    assert oral.text == "Ze was na afloop weer vrolijk."
    assert oral.missing == ()
    assert oral.is_small


def test_labels_may_stand_on_one_line():
    oral = read_oral(
        "", "Klager: mw. Bakker Betreft: de zaal Ontvangen: 16 november Ernst: herhaald Opgelost: nee", TODAY
    )
    assert (oral.name, oral.subject, oral.severity, oral.solved) == ("mw. Bakker", "de zaal", "herhaald", False)
    assert oral.received_on == dt.date(2026, 11, 16)
    assert not oral.is_small


def test_free_text_is_kept_and_the_rest_is_asked():
    oral = read_oral("Mondelinge klacht", "Mevrouw Bakker belde: de zaal was te koud.\nZe wil haar geld terug.", TODAY)
    assert oral.text == "Mevrouw Bakker belde: de zaal was te koud.\nZe wil haar geld terug."
    assert oral.name == "Mevrouw Bakker"
    assert oral.missing == ("Betreft", "Ernst", "Opgelost")
    assert not oral.is_empty


def test_the_empty_form_reports_nothing():
    oral = read_oral("Mondelinge klacht", FORM, TODAY)
    assert oral.is_empty
    assert oral.missing == ("Klager", "Betreft", "Ernst", "Opgelost")


@pytest.mark.parametrize(
    ("subject", "text"), [("mondeling", ""), ("", "mondeling"), ("Mondelinge klacht", "mondeling")]
)
def test_the_word_alone_reports_nothing(subject, text):
    assert read_oral(subject, text, TODAY).is_empty


@pytest.mark.parametrize(
    "severity", ["klein/substantieel/herhaald", "niet klein", "klein of substantieel", "weet ik niet", ""]
)
def test_a_severity_that_is_not_one_is_asked(severity):
    assert "Ernst" in read_oral("", f"Klager: Bakker\nErnst: {severity}", TODAY).missing


@pytest.mark.parametrize("received", ["morgen", "31 februari", "ooit"])
def test_a_day_that_has_not_been_is_asked(received):
    oral = read_oral("", f"Klager: Bakker\nOntvangen: {received}", TODAY)
    assert oral.received_on is None
    assert "Ontvangen" in oral.missing


def test_what_the_subject_adds_is_what_it_is_about():
    assert read_oral("Mondelinge klacht: zaal te koud", "Klager: Bakker", TODAY).subject == "zaal te koud"


@given(st.text(max_size=60), st.text(max_size=300))
def test_no_text_makes_reading_fail(subject, text):
    read_oral(subject, text, TODAY)
    is_oral(subject, text)


@pytest.mark.parametrize(
    ("text", "name", "phone", "address"),
    [
        (
            "Mevrouw Terpstra (Zorggroep Noord, 050-3214567) hield mij aan. Zij vond het te kort.",
            "Mevrouw Terpstra",
            "3214567",
            None,
        ),
        (
            "Bij de koffie sprak ik Hanneke van Loon van Waterschap Vallei. Zij is ontevreden.",
            "Hanneke van Loon",
            None,
            None,
        ),
        ("Meneer Bouzid (bouzid@example.org) was boos.", "Meneer Bouzid", None, "bouzid@example.org"),
        ("De zaal was koud en niemand deed iets.", None, None, None),
    ],
)
def test_who_complained_is_read_from_the_sentences_of_a_report(text, name, phone, address):
    found = read_oral("Mondelinge klacht", text, TODAY)
    assert (found.name, found.address) == (name, address)
    assert (phone or "") in re.sub(r"\D", "", found.phone or "")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Boze klant aan de telefoon",
            "Vanochtend belde de heer Kuiper. Hij wil weten waarom de dag weer niet doorging.",
        ),
        ("na de les", "Er kwam een cursiste, mevrouw Tol, na afloop naar me toe. Ze vond de trainer onbeschoft."),
        ("telefoontje", "Een cursist belde dat hij zijn inlogcode kwijt was en mopperde wat. Meteen opgelost."),
    ],
)
def test_running_text_that_tells_of_a_complaint_is_one(subject, text):
    assert tells_of_a_complaint(subject, text)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("vrij", "Kan ik vrijdag vrij zijn? Mijn moeder belde en ik moet naar haar toe."),
        ("klant", "Een klant belde over de planning van januari en wil graag een offerte voor twee dagen."),
        ("Re: klacht", "Heb mevrouw aan de lijn gehad, ze was boos over de zaal maar begrijpt het nu wel."),
        ("wie heeft deze", "De klant belde, hij is boos. Wie heeft de klacht van meneer Smit eigenlijk?"),
        ("trainer", "De trainer van dinsdag was boos omdat de beamer van de zaal al weer kapot was."),
    ],
)
def test_what_only_speaks_of_clients_is_none(subject, text):
    assert not tells_of_a_complaint(subject, text)


WRITTEN = (
    "Klager: Fatma Yilmaz",
    "Telefoon: 06-12345678",
    "E-mail: fatma@example.nl",
    "Betreft: training Leiderschap",
    "Ontvangen: gisteren",
    "Ernst: substantieel",
    "Opgelost: nee",
    "Toelichting: De zaal was koud.",
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\n\n", " ", "", "%0D%0A", "%0D%0A ", " \n"])
def test_the_form_is_read_however_a_mail_program_breaks_its_lines(line_end):
    found = read_oral("Mondelinge klacht", line_end.join(WRITTEN), TODAY)
    assert (found.name, found.phone, found.address) == ("Fatma Yilmaz", "06-12345678", "fatma@example.nl")
    assert (found.subject, found.severity, found.solved) == ("training Leiderschap", "substantieel", False)
    assert (found.received_on, found.text) == (TODAY - dt.timedelta(days=1), "De zaal was koud.")
    assert not found.missing


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Na de les kwam een deelnemer naar me toe, Bart Kuiper van de gemeente (b.kuiper@example.nl).", "Bart Kuiper"),
        ("Een deelneemster, Truus van Dam, klaagde over de zaal.", "Truus van Dam"),
        ("Een cursist genaamd Loes Bos belde, hij was boos.", "Loes Bos"),
        ("Truus de Bruin, 0612345678, is boos.", "Truus de Bruin"),
        ("De zaal in Den Haag (070-1234567) was koud, zei mevrouw Smit.", "mevrouw Smit"),
    ],
)
def test_who_complained_stands_in_the_sentences_of_a_report(text, name):
    assert read_oral("Mondelinge klacht", text, TODAY).name == name
