"""Members name the complainant: 'ik heb mevrouw De Boer gebeld'. Wednesday 18 November 2026 is today."""

import datetime as dt

import pytest

from klachtmail.domain.commands import read
from klachtmail.domain.commands.command import Command

TODAY = dt.date(2026, 11, 18)
ALIASES = ("jan", "piet", "els")


def done(text, client):
    lines = read(text, TODAY, aliases=ALIASES, client=client)
    return [(line.verb, line.text) for line in lines if isinstance(line, Command)]


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb mevrouw De Boer gebeld",
        "Ik heb mevrouw De Boer net gebeld.",
        "Heb Anna de Boer gesproken",
        "heb net mevr. de boer gesproken",
        "Ik heb mw. A. de Boer teruggebeld",
        "contact gehad met mevrouw De Boer",
        "Contact met Anna de Boer gehad",
        "gisteren Anna de Boer gebeld",
        "ik heb mevrouw de Boer-Jansen gebeld",
    ],
)
def test_a_call_to_the_complainant_by_name_is_contact(text):
    client = "Anna de Boer-Jansen" if "Jansen" in text else "Anna de Boer"
    assert done(text, client) == [("contact", None)]


@pytest.mark.parametrize(
    "text", ["Mevrouw De Boer nam niet op", "Anna de Boer is niet bereikbaar", "ik kon mevrouw De Boer niet bereiken"]
)
def test_so_is_an_attempt_to_reach_her(text):
    assert done(text, "Anna de Boer") == [("no_answer", None)]


def test_a_name_that_stands_with_the_surname_first_is_the_same():
    assert done("Ik heb mevrouw De Boer gebeld", "Boer, Anna de") == [("contact", None)]


def test_a_first_name_that_is_a_word_of_replies_takes_no_surname_away():
    assert done("Ik heb meneer De Vries gebeld", "Ben de Vries") == [("contact", None)]
    assert done("Niet De Vries gebeld", "Niet de Vries") == []


def test_what_follows_is_kept_as_typed():
    (line,) = read("Ik heb mevrouw De Boer gebeld, ze was blij", TODAY, aliases=ALIASES, client="Anna de Boer")
    assert isinstance(line, Command)
    assert line.text == "ze was blij"
    assert "De Boer" in line.line


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("Ik heb mevrouw Jansen gebeld", "Anna de Boer"),  # somebody else
        ("Ik heb de trainer De Boer gebeld", "Anna de Boer"),
        ("Ik heb Jan gebeld", "Jan de Boer"),  # a member, too
        ("Ik heb mevrouw De Boer niet gebeld", "Anna de Boer"),
        ("Heb je mevrouw De Boer gebeld?", "Anna de Boer"),
        ("Ik heb mevrouw De Boer gemeld dat ik morgen bel", "Anna de Boer"),
        ("K2026-0009 heb mevrouw De Boer gebeld", "Anna de Boer"),  # who is not the complainant there
    ],
)
def test_others_and_doubts_are_not(text, client):
    assert done(text, client) == []


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("ik heb niet gebeld", "Wel Niet"),
        ("niemand gesproken", "Kees Niemand"),
        ("heb niemand de uitkomst verteld, ze was boos", "Kees Niemand"),
        ("ook gesproken", "Kees Ook"),
        ("heb de bakker gebeld", "Anna de Bakker"),
        ("mevrouw nauwelijks gesproken", "Kees Nauwelijks"),
        ("mevrouw Bakker gesproken K2026-0009", "Anna Bakker"),
        ("ik heb nooit gebeld", "Nooit"),
        ("ik heb de trainer gebeld", "De Trainer"),
        ("ik heb morgen gebeld", "Anna Morgen"),
        ("heb els gesproken", "Els"),
        ("ik heb .* gebeld", ".*"),
        ("ik heb a gebeld", "A"),
    ],
)
def test_who_chooses_a_name_does_not_choose_what_members_say(text, client):
    assert done(text, client) == done(text, "")


@pytest.mark.parametrize("client", ["sluit", "verstuur", "Ik Pak Het Op", "Klant Akkoord", "<d0>", "%jan", "@jan"])
@pytest.mark.parametrize("text", ["sluit", "ik pak het op", "klant akkoord", "@jan", "sluit niet", "verstuur morgen"])
def test_such_a_name_changes_no_command(text, client):
    assert done(text, client) == done(text, "")
