import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from klachtmail.letters import wording

DUTCH = wording.Calendar("nl", ZoneInfo("Europe/Amsterdam"))
ENGLISH = wording.Calendar("en", ZoneInfo("Europe/Amsterdam"))


def test_dates_are_written_out_in_the_language_of_the_letter() -> None:
    assert DUTCH.day("2026-12-07") == "maandag 7 december 2026"
    assert DUTCH.short(dt.date(2026, 12, 7)) == "ma 7 dec"
    assert ENGLISH.day(dt.date(2026, 12, 7)) == "Monday 7 December 2026"


def test_a_moment_is_a_date_in_the_zone_of_the_firm() -> None:
    assert DUTCH.date("2026-12-06T23:30:00+00:00") == "7 december 2026"
    assert DUTCH.time("2026-12-06T23:30:00+00:00") == "00:30"


@pytest.mark.parametrize(
    ("name", "surname"),
    [("Sanne de Boer", "De Boer"), ("P. van ’t Hof", "Van ’t Hof"), ("Jansen", "Jansen"), ("Gemeente X", "Gemeente X")],
)
def test_a_surname_keeps_its_particles(name: str, surname: str) -> None:
    assert wording.surname(name) == surname


@pytest.mark.parametrize(
    ("subject", "topic"),
    [
        ("Re: Fwd: Training gezakt", "Training gezakt"),
        ("Antw: RE[2]: [EXTERN] Klacht", ""),
        ("Klacht over de training", "de training"),
        ("FW: Formele klacht: trainer te laat", "trainer te laat"),
        ("Complaint about your course", "your course"),
        ("Beschwerde über das Seminar", "das Seminar"),
        ("Réclamation concernant la formation", "la formation"),
        ("Klacht training", "Klacht training"),
        ("Klachtenregeling gewijzigd", "Klachtenregeling gewijzigd"),
        ("Kijk op https://evil.example/x voor geld", "Kijk op voor geld"),
        ("  ", ""),
    ],
)
def test_a_topic_has_no_reply_marks_and_no_links(subject: str, topic: str) -> None:
    assert wording.topic(subject) == topic


@pytest.mark.parametrize(
    ("days", "words"),
    [(14, "nog 14 dagen"), (1, "nog 1 dag"), (0, "vandaag"), (-1, "1 dag te laat"), (-5, "5 dagen te laat")],
)
def test_the_days_left_are_said_in_words(days: int, words: str) -> None:
    assert wording.days_left(days) == words


def test_lists_are_read_aloud() -> None:
    assert wording.listed([]) == ""
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b", "c"]) == "a, b en c"


def test_a_quoted_text_has_a_mark_before_each_line() -> None:
    assert wording.quoted("a\r\n\r\nb\n") == "> a\n>\n> b"
    assert wording.paragraphs("a\nb\n\n \n\nc\n") == ["a\nb", "c"]
