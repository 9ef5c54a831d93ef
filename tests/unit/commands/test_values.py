"""What stands behind a key: which value it is, and what is asked when it is none. Wednesday 18 November 2026 is today."""

import datetime as dt

import pytest

from klachtmail.domain.commands import read
from klachtmail.domain.commands.command import Command, Remark, Unclear
from klachtmail.domain.commands.situation import Situation

TODAY = dt.date(2026, 11, 18)
NAMES = {"Jan de Vries": "jan", "Piet Jansen": "piet", "Els Bakker": "els", "Karin Smit": "karin"}


def understood(text, *, due=dt.date(2026, 12, 1)):
    situation = Situation(
        today=TODAY, writer="jan", answered=True, dismissed=False, open=True, handled=True, due_on=due
    )
    return read(text, TODAY, aliases=[*NAMES.values()], names=NAMES, client="Sanne de Boer", situation=situation)


def done(text, *fields, **told):
    """Return (verb, *those fields) of each command in it."""
    return [
        (each.verb, *(getattr(each, x) for x in fields))
        for each in understood(text, **told)
        if isinstance(each, Command)
    ]


def asked(text, **told):
    """Return (verb, the line that is offered) of what is asked, when nothing is done."""
    found = understood(text, **told)
    assert not [each for each in found if isinstance(each, Command)]
    return [(each.verb, each.hint) for each in found if isinstance(each, Unclear)]


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("structureel: zeker niet", "nee"),
        ("structureel: absoluut niet", "nee"),
        ("structureel: eenmalig", "nee"),
        ("structureel: jazeker", "ja"),
        ("structureel: helaas wel", "ja"),
    ],
)
def test_whether_it_can_come_back_is_read_without_ja_or_nee(text, choice):
    assert done(text, "choice") == [("structural", choice)]


@pytest.mark.parametrize(
    ("text", "on", "reason"),
    [
        ("uitstel twee weken: de trainer is ziek", dt.date(2026, 12, 15), "de trainer is ziek"),
        ("uitstel met 1 week: de trainer is ziek", dt.date(2026, 12, 8), "de trainer is ziek"),
        ("uitstel: twee weken, de trainer is ziek", dt.date(2026, 12, 15), "de trainer is ziek"),
        ("uitstel: tot 8 december, de trainer is ziek", dt.date(2026, 12, 8), "de trainer is ziek"),
    ],
)
def test_a_postponement_counts_from_the_promised_day(text, on, reason):
    assert done(text, "on", "text") == [("postpone", on, reason)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("uitstel: de trainer is ziek", "uitstel "),
        ("uitstel: 8 december", "uitstel 8 december: "),
        ("uitstel: 8 december, weet ik nog niet", "uitstel 8 december: "),
    ],
)
def test_a_postponement_without_its_day_or_reason_is_asked_for_it(text, hint):
    assert asked(text) == [("postpone", hint)]


def test_a_postponement_after_the_promised_day_counts_from_today():
    told = done("uitstel een week: de trainer is ziek", "on", due=dt.date(2026, 11, 16))
    assert told == [("postpone", dt.date(2026, 11, 25))]


def test_weeks_of_postponement_from_an_unknown_day_are_asked():
    assert asked("uitstel: twee weken, de trainer is ziek", due=None) == [("postpone", "uitstel ")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("overleg: maandag 9:00", [("meeting", dt.date(2026, 11, 23), dt.time(9), None)]),
        ("overleg: vervalt", [("meeting_off", None, None, None)]),
        ("samenvoegen: K2026-0003", [("merge", None, None, "K2026-0003")]),
        ("samenvoegen: met K2026-0003", [("merge", None, None, "K2026-0003")]),
        ("beroep: gisteren", [("appeal", dt.date(2026, 11, 17), None, None)]),
        ("beroep: de commissie behandelt het", [("appeal", None, None, None)]),
    ],
)
def test_a_colon_in_a_sentence_changes_nothing(text, expected):
    assert done(text, "on", "at", "target") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("overleg: met Karin gehad", ("meeting", "overleg ")),
        ("samenvoegen: met die andere", ("merge", "samenvoegen ")),
        ("beroep: 1 december", ("appeal", "")),
        ("groep: alle", ("group", "groep ")),
        ("ingrijpend: als het vaker gebeurt", ("serious", "ingrijpend")),
        ("geen klacht: nog niet", ("no_complaint", "")),
        ("maatregel: door jan voor 1 februari", ("measure", "maatregel: ")),
        ("klager: misschien Anna, 06-12345678", ("complainant", "")),
        ("antwoord: Wat vindt Els ervan?", ("answer", "")),
        ("antwoord: weet ik nog niet precies", ("answer", "")),
        ("gebeld op maandag en dinsdag", ("contact", "contact: ")),
    ],
)
def test_what_is_no_value_is_asked_and_nothing_is_done(text, expected):
    assert asked(text) == [expected]


def test_a_handler_whom_nobody_knows_is_named_as_he_was_typed():
    assert done("behandelaar: Kees", "alias") == [("assign", "Kees")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oorzaak. De zaal was dubbel geboekt.", [("cause", "De zaal was dubbel geboekt.")]),
        ("Maatregel. Wij bellen elke zaal na.", [("measure", "Wij bellen elke zaal na.")]),
        (
            "oorzaak: de zaal was dicht\nen koud oordeel: gegrond",
            [("cause", "de zaal was dicht\nen koud"), ("judgement", None)],
        ),
        (
            "uitkomst: wij vonden de oorzaak: de zaal was dicht",
            [("outcome", "wij vonden de oorzaak: de zaal was dicht")],
        ),
    ],
)
def test_where_a_value_begins_and_ends(text, expected):
    assert done(text, "text") == expected


@pytest.mark.parametrize(
    ("text", "on"),
    [("is vandaag op de post", dt.date(2026, 11, 18)), ("de brief is gisteren op de bus", dt.date(2026, 11, 17))],
)
def test_a_letter_that_is_in_the_post_is_posted(text, on):
    assert done(text, "on") == [("posted", on)]


@pytest.mark.parametrize("shown", [True, False], ids=["below a draft", "below another mail"])
@pytest.mark.parametrize(
    "text", ["brief is op de post", "is de deur uit", "hij is al de deur uit", "de brief is de post op", "is op de bus"]
)
def test_who_says_that_a_letter_is_gone_sends_none(text, shown):
    situation = Situation(today=TODAY, writer="jan", open=True, handled=True, shown=shown, draft=shown)
    read_as = read(text, TODAY, aliases=[*NAMES.values()], names=NAMES, client="Sanne de Boer", situation=situation)
    assert [each.verb for each in read_as if isinstance(each, Command)] in (["posted"], [])


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_behind_a_key_is_its_colon_and_behind_what_has_no_value_a_remark(dash):
    assert done(f"oorzaak {dash} te weinig tijd", "text") == [("cause", "te weinig tijd")]
    assert done(f"notitie {dash} klant belde terug", "text") == [("note", "klant belde terug")]
    assert done(f"sluit {dash} alles is klaar", "text") == [("close", None)]


def test_a_question_to_a_colleague_below_a_value_is_no_part_of_it():
    assert understood("oorzaak: de zaal was dicht\n\nKarin, klopt dit?") == (
        Command("cause", "oorzaak: de zaal was dicht", text="de zaal was dicht"),
        Remark("Karin, klopt dit?"),
    )


def test_a_reason_below_something_else_is_no_cause():
    assert done("gebeld\nreden: de trainer was ziek") == [("contact",)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("afwezig van 20 november t/m 8 december", "afwezig t/m "),
        ("afwezig van 31 februari t/m 8 december", "afwezig t/m "),
        ("afwezig tot vandaag", "afwezig t/m "),
        ("Vergadering verzet", "overleg "),
    ],
)
def test_days_that_cannot_be_are_asked(text, hint):
    assert [each[1] for each in asked(text)] == [hint]


@pytest.mark.parametrize(
    ("text", "on"),
    [("gebeld de 12e", dt.date(2026, 11, 12)), ("gesproken de 18e", TODAY), ("gebeld de 31e", dt.date(2026, 10, 31))],
)
def test_a_day_of_the_month_that_was_is_the_last_one(text, on):
    assert done(text, "on") == [("contact", on)]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("uitstel de 19e: de trainer is ziek", dt.date(2026, 11, 19)),
        ("uitstel de 12e: de trainer is ziek", dt.date(2026, 12, 12)),
        ("uitstel de 31e: de trainer is ziek", dt.date(2026, 12, 31)),
    ],
)
def test_a_day_of_the_month_that_is_to_come_is_the_next_one(text, on):
    assert done(text, "on") == [("postpone", on)]


@pytest.mark.parametrize("text", ["gebeld de 32e", "gebeld de 0e"])
def test_a_day_that_no_month_has_is_asked(text):
    assert asked(text) == [("contact", "contact: ")]


def test_words_for_the_client_are_asked_for_and_a_note_about_him_is_a_note():
    assert asked("Mail de klant dat we eraan werken") == [("answer", "antwoord: ")]
    assert understood("noteer dat mevrouw morgen belt") == (Remark("noteer dat mevrouw morgen belt"),)


@pytest.mark.parametrize(
    "greeting",
    ["Beste mevrouw De Boer,", "Beste Sanne,", "Geachte heer of mevrouw,", "Dear Sir or Madam,", "Dag Sanne!"],
)
@pytest.mark.parametrize("end", ["", "\n\nverstuur"])
def test_a_letter_to_the_client_that_was_sent_to_us_is_offered_as_his_answer(greeting, end):
    (found,) = understood(f"{greeting}\n\nDe zaal was dubbel geboekt.\nU krijgt uw geld terug.{end}")
    assert found.why == "letter"
    assert found.hint.startswith("antwoord: ")
    assert found.hint.endswith("De zaal was dubbel geboekt. U krijgt uw geld terug.")


@pytest.mark.parametrize("greeting", ["Beste collega,", "Beste allen,", "Hallo Piet,", "Beste Sanne en Piet,"])
def test_a_mail_to_colleagues_is_no_letter_to_the_client(greeting):
    assert done(f"{greeting}\n\nik pak het op") == [("take",)]


def test_of_a_long_letter_only_the_key_is_offered():
    (found,) = understood("Geachte mevrouw,\n\n" + "De zaal was koud. " * 100)
    assert (found.why, found.hint) == ("letter", "antwoord: ")


@pytest.mark.parametrize(
    ("text", "verb"),
    [("Geef terug. Lukt mij niet misschien", "give_back"), ("send the acknowledgement (again)", "acknowledge")],
)
def test_words_beside_a_command_that_only_say_why_or_again_stop_nothing(text, verb):
    assert done(text) == [(verb,)]


@pytest.mark.parametrize("text", ["ik neem hem misschien over van Piet", "zal ik hem overnemen?"])
def test_who_may_take_it_over_is_offered_his_own_name(text):
    assert asked(text) == [("take", "@jan")]


@pytest.mark.parametrize(
    ("text", "remark"),
    [("ik sprak mevrouw in de zaal", "mevrouw in de zaal"), ("gebeld was een best mens", "was een best mens")],
)
def test_what_stands_behind_a_conversation_is_its_remark(text, remark):
    assert done(text, "on", "text") == [("contact", None, remark)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Geen gehoor. Later nog eens.", "no_answer"),
        ("Niemand nam op. Straks nog een keer", "no_answer"),
        ("klant niet meer vragen", "no_survey"),
        ("Deze klager niets meer vragen over tevredenheid", "no_survey"),
    ],
)
def test_words_that_doubt_elsewhere_are_part_of_what_is_meant(text, verb):
    assert done(text) == [(verb,)]


@pytest.mark.parametrize("text", ["uitkomst gemeld aan allen", "de uitkomst heb ik aan iedereen verteld"])
def test_an_outcome_that_all_were_told_is_told_to_all(text):
    assert done(text, "choice") == [("told", "allen")]
    assert done("uitkomst aan de klant gemeld", "choice") == [("told", None)]
