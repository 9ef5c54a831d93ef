"""Some days after the closing each client who was told is asked once how it went; a word or a button is the answer."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from klachtmail.domain.agenda.figures import figures
from klachtmail.domain.agenda.yearly import year_report
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.privacy.erasure import erased, without
from klachtmail.domain.record import of_json, to_json
from klachtmail.domain.records.contract import complaint_json
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.satisfaction import ANSWERS
from klachtmail.domain.records.workspace import Workspace
from klachtmail.letters.documents import Documents
from klachtmail.letters.yearly import html, table
from tests.letters_read import answer, press
from tests.on_record import OnRecord
from tests.several import leaves
from tests.world import JAN, NO_LIMITS, World, mail

CLIENT = "sanne@example.nl"
QUESTIONS = {
    "nl": "Hoe hebben wij uw klacht behandeld?",
    "en": "How did we deal with your complaint?",
    "de": "Wie sind wir mit Ihrer Beschwerde umgegangen?",
    "fr": "Comment avons-nous traité votre réclamation ?",
}
CLOSED = (
    "ik pak het op",
    "oorzaak: de verwarming was stuk",
    "structureel: nee",
    "uitkomst: De verwarming was stuk.",
    "verstuur",
    "sluit",
)


def closed(
    *lines,
    text="De zaal was koud, en niemand deed er iets aan.",
    days=7,
    sender=f"Sanne de Boer <{CLIENT}>",
    subject="Training",
    **sections,
):
    """Return a firm that asks after so many days, with a complaint that was received and closed on Monday 23 November."""
    world = World(procedure={"ask_satisfaction_days": days}, **sections)
    world.receive(mail(text, sender=sender, subject=subject, message_id="eerste@example.nl"))
    for line in lines or CLOSED:
        world.reply(JAN, line)
    return world


def asked(world, to=CLIENT):
    """Return the questions that went to an address."""
    return [letter for letter in world.letters(to) if letter.subject.startswith(tuple(QUESTIONS.values()))]


def after(days=7, *, hours=1, **fields):
    world = closed(**fields)
    world.later(days=days, hours=hours)
    world.sweep()
    return world


# --- who is asked, and when


def test_a_client_is_asked_so_many_days_after_the_closing_and_once():
    world = after(6)
    assert world.complaint().status == "closed"
    assert asked(world) == []
    for _ in range(10):
        world.later(days=1)
        world.sweep()
    assert len(asked(world)) == 1
    assert world.complaint().history[-1].event == "satisfaction_asked"


def test_nobody_is_asked_unless_the_firm_wants_it():
    world = World()
    world.receive(mail("Koud.", sender=CLIENT))
    for line in CLOSED:
        world.reply(JAN, line)
    world.later(days=8)
    world.sweep()
    assert asked(world) == []


def test_nobody_is_asked_in_the_night_or_on_a_day_off():
    world = closed(days=5)
    world.later(days=5)  # Saturday
    world.sweep()
    assert asked(world) == []
    world.now = dt.datetime(2026, 11, 30, 7, 0, tzinfo=world.now.tzinfo)
    world.sweep()
    assert asked(world) == []
    world.later(hours=2)
    world.sweep()
    assert len(asked(world)) == 1


def test_who_switches_it_on_asks_nobody_about_last_month():
    world = after(7 + 15)
    assert asked(world) == []


def test_who_became_a_colleague_is_not_asked():
    world = closed()
    leaves(world, organisation={**world.firm.organisation.model_dump(), "domains": ["ront.nl", "example.nl"]})
    world.later(days=7, hours=1)
    world.sweep()
    assert asked(world) == []


def test_who_withdrew_is_not_asked():
    world = closed(*CLOSED[:-1], "ingetrokken: hij heeft er vrede mee")  # he was told the outcome before
    world.later(days=7)
    world.sweep()
    assert world.complaint().status == "closed"
    assert asked(world) == []


def test_who_did_not_complain_is_not_asked():
    world = closed("geen klacht: vraag, wilde een factuur")
    world.later(days=7)
    world.sweep()
    assert world.complaint().status == "dismissed"
    assert asked(world) == []


def test_who_has_another_open_is_not_asked_before_that_is_closed_too():
    world = closed()
    world.receive(mail("En nu is de factuur fout.", sender=CLIENT, subject="Factuur", message_id="ander@example.nl"))
    world.later(days=7)
    world.sweep()
    assert asked(world) == []
    for line in CLOSED:
        world.reply(JAN, line, _about(world, "K2026-0002"))
    world.later(days=1)
    world.sweep()
    assert [letter.subject.rpartition(" ")[2] for letter in asked(world)] == ["[K2026-0001]"]


def _about(world, number):
    return next(letter for letter in reversed(world.letters(JAN)) if letter.subject.endswith(f"[{number}]"))


@pytest.mark.parametrize(
    "text",
    [
        "De zaal was koud. Mail mij hier verder niet meer over.\n\nU hoeft mij niet meer te mailen.",
        "It was cold. Please do not email me again.",
        "De zaal was koud. En geen enquête, alstublieft.",
        "Der Raum war kalt. Bitte keine E-Mails mehr.",
    ],
)
def test_who_asked_for_no_more_mail_is_not_asked(text):
    assert asked(after(text=text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "De zaal was koud. Vraag mij niets meer.",
        "U hoeft mij verder geen vragen te stellen, en stelt u mij geen vragen meer.",
        "Koud. Bel of mail me niet meer.",
        "Het was koud, en bespaar mij uw vragenlijst.",
        "Laat me daarna met rust.",
        "Graag zonder tevredenheidsonderzoek achteraf.",
        "It was cold. Don't ask me anything else.",
        "It was cold. Spare me the survey.",
        "Kalt. Fragen Sie mich bitte nichts mehr.",
        "Il faisait froid. Ne me demandez plus rien.",
    ],
)
def test_who_wants_no_more_questions_is_not_asked(text):
    assert asked(after(text=text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "De trainer kon mijn vragen niet beantwoorden. Ik heb er nog meer.",
        "Ik vraag mij af waarom er niemand was.",
        "De evaluatie van de cursus was geen succes.",
        "The trainer asked us nothing. My questions were not answered.",
    ],
)
def test_who_only_speaks_of_questions_is_asked(text):
    assert len(asked(after(text=text))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "geen tevredenheid",
        "niet vragen",
        "vraag haar maar niet hoe het ging",
        "graag geen enquête naar deze klant",
        "sla de tevredenheidsbrief maar over",
        "deze mevrouw hoeft geen vragenlijst",
        "don't ask her how we did",
        "skip the survey",
    ],
)
def test_whom_the_handler_does_not_want_to_ask_is_not_asked(line):
    world = closed()
    world.reply(JAN, line, _about(world, "K2026-0001"))
    assert "niet hoe het ging" in world.last(JAN).text
    world.later(days=7)
    world.sweep()
    assert asked(world) == []
    assert "no_survey" in [each.event for each in world.complaint().history]


def test_it_is_said_beside_the_closing_and_taken_back():
    world = closed(*CLOSED[:-1], "sluit, en vraag haar niet hoe het ging")
    assert (world.complaint().status, world.complaint().complainant.no_survey) == ("closed", True)
    world.reply(JAN, "ongedaan")
    assert not world.complaint().complainant.no_survey
    world.later(days=7)
    world.sweep()
    assert len(asked(world)) == 1


def test_it_goes_for_his_other_complaints_too_and_not_for_his_fellow_complainants():
    world = closed(*CLOSED[:-1], "geen tevredenheid", "sluit")
    world.receive(mail("En nu is de factuur fout.", sender=CLIENT, subject="Factuur", message_id="ander@example.nl"))
    world.receive(mail("Bij mij ook.", sender="kees@example.nl", subject="Factuur", message_id="kees@example.nl"))
    world.reply(JAN, "groep K2026-0003 zeker", _about(world, "K2026-0002"))
    for line in CLOSED:
        world.reply(JAN, line, _about(world, "K2026-0002"))
    world.later(days=7)
    world.sweep()
    assert [len(asked(world, to)) for to in (CLIENT, "kees@example.nl")] == [0, 1]


def test_of_several_the_named_one_is_not_asked():
    world = World(procedure={"ask_satisfaction_days": 7})
    world.receive(mail("Koud.", sender=CLIENT, message_id="een@example.nl"))
    world.receive(mail("Het was ijskoud.", sender="kees@example.nl", message_id="twee@example.nl"))
    world.reply(JAN, "groep K2026-0002 zeker", _about(world, "K2026-0001"))
    for line in (*CLOSED[:-1], "K2026-0002 geen tevredenheid", "sluit"):
        world.reply(JAN, line, _about(world, "K2026-0001"))
    world.later(days=7)
    world.sweep()
    assert [len(asked(world, to)) for to in (CLIENT, "kees@example.nl")] == [1, 0]


def test_who_was_asked_already_cannot_be_unasked():
    world = after()
    world.reply(JAN, "geen tevredenheid", _about(world, "K2026-0001"))
    assert "al verstuurd" in world.last(JAN).text


@pytest.mark.parametrize(
    "line", ["nog geen enquête", "geen enquête?", "misschien geen enquête", "ik durf haar niet te vragen wat er was"]
)
def test_doubt_about_it_changes_nothing(line):
    world = closed()
    world.reply(JAN, line, _about(world, "K2026-0001"))
    world.later(days=7)
    world.sweep()
    assert len(asked(world)) == 1


def test_each_who_was_told_is_asked_about_his_own():
    world = World(procedure={"ask_satisfaction_days": 7})
    world.receive(mail("Koud.", sender=CLIENT, message_id="een@example.nl"))
    world.receive(mail("Het was ijskoud.", sender="kees@example.nl", message_id="twee@example.nl"))
    first = _about(world, "K2026-0001")
    world.reply(JAN, "groep K2026-0002", first)
    world.press(
        JAN, next(label for label in world.last(JAN).buttons if "Ja" in label or "oeg" in label or "roep" in label)
    )
    for line in CLOSED:
        world.reply(JAN, line, _about(world, "K2026-0001"))
    world.later(days=7)
    world.sweep()
    assert [len(asked(world, to)) for to in (CLIENT, "kees@example.nl")] == [1, 1]
    kees = asked(world, "kees@example.nl")[0]
    assert "[K2026-0002]" in kees.subject
    world.receive(answer(kees, "kees@example.nl", "Niet goed"))
    complaint = world.complaint()
    assert complaint.satisfaction is None
    assert complaint.parties[0].satisfaction.score == "poor"


def test_a_question_is_under_the_limits_and_goes_later():
    world = closed(limits=NO_LIMITS | {"outsiders_hour": 0})
    world.later(days=7)
    world.sweep()
    assert asked(world) == []
    assert [letter.kind for letter in world.store.letters() if letter.state == "held" and letter.to == CLIENT][-1:] == [
        "satisfaction"
    ]


# --- what the client answers


@pytest.mark.parametrize("language", ANSWERS)
def test_the_question_and_its_buttons_are_in_the_language_of_the_client(language):
    world = closed()
    work = Workspace(world.store)
    work.put(noted(replace(world.complaint(), language=language), "noted", world.now, JAN, "spreekt een andere taal"))
    world.store.commit(work.changes)
    world.later(days=7)
    world.sweep()
    (letter,) = asked(world)
    assert letter.subject.startswith(QUESTIONS[language])
    offered = {label: letter.buttons[label] for label in letter.buttons if "@" not in label}
    assert list(offered) == list(ANSWERS[language])
    assert letter.message["Auto-Submitted"] == "auto-replied"
    assert all(word in letter.text for word in ANSWERS[language])
    for label, (to, subject, body) in offered.items():
        assert (to, subject, body) == ("klachten@ront.nl", f"{label} [K2026-0001]", label)
    assert "+" not in letter.html.partition("mailto:")[2].partition('"')[0]


@pytest.mark.parametrize(("language", "label", "score"), [(n, w, s) for n, a in ANSWERS.items() for w, s in a.items()])
def test_a_button_and_a_word_in_a_reply_are_the_same_answer(language, label, score):
    texts = {"nl": "De zaal was koud en het eten was niet goed.", "en": "The room was cold and the food was not good."}
    for how in ("press", "answer"):
        world = after(text=texts.get(language, texts["nl"]))
        (letter,) = asked(world)
        if how == "press" and label in letter.buttons:
            world.receive(press(letter, label, CLIENT))
        else:
            world.receive(answer(letter, CLIENT, f"{label.lower()}."))
        said = world.complaint().satisfaction
        assert (said.score, said.text) == (score, "")
        assert world.complaint().status == "closed"


def test_a_good_word_without_more_troubles_nobody():
    world = after()
    world.news()
    world.receive(press(asked(world)[0], "Goed", CLIENT))
    assert world.news() == []
    assert [each.event for each in world.complaint().history][-1] == "rated"
    assert world.complaint().messages[-1].kind == "rating"


def test_not_good_is_shown_to_the_handler_and_reopens_nothing():
    world = after()
    world.news()
    world.receive(press(asked(world)[0], "Niet goed", CLIENT))
    (shown,) = world.news()
    assert shown.to == JAN
    assert "vond het niet goed" in shown.subject
    assert {"Heropen", "Antwoorden"} <= set(shown.buttons)
    assert world.complaint().status == "closed"
    assert world.complaint().waiting_since is None
    world.press(JAN, "Heropen", shown)
    assert world.complaint().is_open


def test_words_beside_the_answer_go_to_the_handler():
    world = after()
    world.news()
    world.receive(answer(asked(world)[0], CLIENT, "Goed\n\nAlleen duurde het lang.\n\nGroet,\nSanne"))
    (shown,) = world.news()
    assert shown.to == JAN
    assert "Alleen duurde het lang." in shown.text
    said = world.complaint().satisfaction
    assert (said.score, said.text) == ("good", "Alleen duurde het lang.")


@pytest.mark.parametrize("words", ["Groet,\nSanne", "Verstuurd vanaf mijn iPhone", "-- \nSanne de Boer\n06-12345678"])
def test_a_name_below_the_word_is_no_words(words):
    world = after()
    world.news()
    world.receive(answer(asked(world)[0], CLIENT, f"Goed\n\n{words}"))
    assert world.complaint().satisfaction.score == "good"
    assert world.news() == []


@pytest.mark.parametrize(
    "text",
    [
        "Goed, maar niet heus.",
        "Ik heb nog steeds niets gehoord.",
        "Goed dat u het vraagt: het is nog niet opgelost.",
        "Het was goed.",
        "Kunt u mij bellen?\n\nGoed",
    ],
)
def test_whatever_else_he_writes_is_a_message_like_any_other(text):
    world = after()
    world.news()
    world.receive(answer(asked(world)[0], CLIENT, text))
    assert world.complaint().satisfaction is None
    (shown,) = world.news()
    assert shown.to == JAN
    assert "schrijft opnieuw" in shown.subject
    assert world.complaint().messages[-1].kind == "follow_up"


def test_the_same_word_below_another_letter_is_no_answer_to_the_question():
    world = after()
    outcome = next(letter for letter in world.letters(CLIENT) if "uitkomst" in letter.subject.lower())
    world.receive(answer(outcome, CLIENT, "Goed"))
    assert world.complaint().satisfaction is None
    assert world.complaint().messages[-1].kind == "follow_up"


def test_the_word_of_somebody_who_was_not_asked_is_no_answer():
    world = closed()
    outcome = next(letter for letter in world.letters(CLIENT) if "uitkomst" in letter.subject.lower())
    world.receive(answer(outcome, CLIENT, "Niet goed"))
    assert world.complaint().satisfaction is None


def test_a_stranger_who_writes_the_word_rates_nothing():
    world = after()
    world.receive(answer(asked(world)[0], "ander@example.org", "Niet goed"))
    world.receive(press(asked(world)[0], "Niet goed", "ander@example.org"))
    assert world.complaint().satisfaction is None


def test_he_may_think_again_and_the_last_word_counts():
    world = after()
    world.receive(press(asked(world)[0], "Niet goed", CLIENT))
    world.receive(answer(asked(world)[0], CLIENT, "Goed. Jan belde net, het is opgelost."))
    said = world.complaint().satisfaction
    assert (said.score, said.text) == ("good", "Jan belde net, het is opgelost.")


def test_an_absence_message_below_the_question_is_no_answer():
    world = after()
    reply = answer(asked(world)[0], CLIENT, "Goed")
    world.receive(b"Auto-Submitted: auto-replied\r\n" + reply)
    assert world.complaint().satisfaction is None


# --- what the firm learns of it


def rated(label="Gaat wel", words=""):
    world = after()
    world.receive(answer(asked(world)[0], CLIENT, f"{label}\n\n{words}"))
    return world


def test_the_figures_count_who_was_asked_and_what_they_said():
    world = rated()
    year = figures(OnRecord([world.complaint()]), 2026, Calendar(world.firm.organisation), world.now.date())
    assert year.satisfaction == {"asked": 1, "answered": 1, "good": 0, "fair": 1, "poor": 0}


def test_the_register_and_the_json_hold_it():
    complaint = rated("Niet goed", "Het duurde te lang.").complaint()
    assert of_json(Complaint, json.loads(json.dumps(to_json(complaint)))) == complaint
    assert to_json(complaint)["satisfaction"]["score"] == "poor"


def test_who_is_forgotten_leaves_a_score_and_no_words():
    world = rated("Niet goed", "Sanne zegt: het duurde te lang.")
    for gone in (erased(world.complaint(), world.now), without(world.complaint(), CLIENT, world.now)):
        assert gone.satisfaction.score == "poor"
        assert "Sanne" not in json.dumps(to_json(gone))


def test_the_report_counts_it_too_and_holds_no_word_of_the_client():
    world = rated("Niet goed", "Sanne zegt: het duurde te lang.")
    made = year_report(OnRecord([world.complaint()]), world.firm, 2026, world.now)
    assert made.this.satisfaction == {"asked": 1, "answered": 1, "good": 0, "fair": 0, "poor": 1}
    page = html(Documents(world.firm.organisation.zone), made)
    assert "te lang" not in page
    for field in made.this.satisfaction:
        assert f'href="#satisfaction.{field}"' in page
        assert f'id="satisfaction.{field}"' in page
    rows = {row[1]: row[3] for row in table(made) if row[0] == "aantal" and row[2] == 2026}
    assert (rows["Klanten gevraagd hoe het ging"], rows["Vond de behandeling niet goed"]) == ("1", "1")


def test_the_export_says_how_it_went():
    from klachtmail.cli.reporting import _COLUMNS, _row

    record = rated("Niet goed", "Het duurde te lang.").complaint()
    row = dict(zip(_COLUMNS, _row(record), strict=True))
    assert (row["satisfaction_score"], row["satisfaction_text"]) == ("poor", "Het duurde te lang.")
    assert complaint_json(record)["satisfaction"]["score"] == "poor"
    unasked = World()
    unasked.receive(mail("De zaal was koud."))
    assert dict(zip(_COLUMNS, _row(unasked.complaint()), strict=True))["satisfaction_score"] == ""
