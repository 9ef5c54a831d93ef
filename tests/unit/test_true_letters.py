"""Letters and figures that are true: nothing is late that was answered, and a letter is signed once, by its writer."""

from dataclasses import replace

import pytest

from klachtmail.domain.agenda.build import build
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.incoming.naming import named_members
from klachtmail.domain.records.model import Party
from klachtmail.letters import samples
from tests.world import ELS, JAN, World, mail

LETTERS = ("antwoord: Dank voor uw bericht.", "uitkomst: De trainer stond in de file.", "uitstel 15 december: ziekte")


@pytest.fixture
def world():
    begun = World()
    begun.receive(mail("De training was een chaos.", message_id="eerste@example.nl"))
    return begun


@pytest.fixture
def answered(world):
    """The client knows the outcome, and the due date is long past."""
    world.reply(
        JAN, "ik pak het op\ngebeld\nuitkomst: De trainer stond in de file.\nvoorstel: U krijgt een nieuwe dag."
    )
    world.reply(JAN, "verstuur", to=next(x for x in reversed(world.letters(JAN)) if "Verstuur" in x.buttons))
    world.later(days=30)
    assert world.complaint().answered_at
    world.news()
    return world


def test_what_is_answered_is_late_in_no_transcript_follow_up_or_morning_mail(answered):
    answered.reply(JAN, "oorzaak: file")
    answered.receive(mail("Dank u wel.", message_id="tweede@example.nl", In_Reply_To="<eerste@example.nl>"))
    answered.later(days=4)
    answered.sweep()
    for letter in (*answered.news(), answered.last(JAN)):
        assert "te laat" not in letter.text + letter.subject, letter.subject


def test_what_is_answered_is_late_in_no_agenda(answered):
    made = build(answered.store, answered.firm, answered.now, reader=None)
    assert [(row.answered, row.reasons) for row in made.open] == [(True, ())]
    answered.reply(JAN, "agenda")
    agenda = next(x for x in answered.letters(JAN) if x.subject.startswith("Agenda"))
    assert "te laat" not in agenda.text.partition("Hoe het jaar gaat")[0]
    assert "Beantwoord" in agenda.text


def test_a_subject_names_no_day_that_has_gone(world):
    world.later(days=30)
    world.reply(JAN, "@piet")
    world.reply("piet@ront.nl", "geef terug")
    assert "vóór" not in world.last(ELS).subject


@pytest.mark.parametrize("language", ["nl", "en", "de", "fr"])
@pytest.mark.parametrize("kind", ["message", "outcome", "postponement", "no_complaint", "apology", "withdrawn"])
def test_a_letter_without_a_handler_greets_once(world, kind, language):
    writer = world.office.writer
    request, about = next((r, c) for r, c in writer.samples() if (r.kind, r.language) == (kind, language))
    letter = writer.render(request, replace(about, handler=None), samples.NOW, nonce=bytes(8))
    greeting = {
        "nl": "Met vriendelijke groet",
        "en": "Kind regards",
        "de": "Mit freundlichen Grüßen",
        "fr": "Cordialement",
    }[language]
    assert letter.text.count(greeting) == letter.html.count(greeting) == 1


@pytest.mark.parametrize("line", LETTERS)
def test_a_letter_that_a_person_wrote_is_signed_by_him_and_not_by_the_handler(world, line):
    world.reply(JAN, "@piet")
    world.reply(ELS, line)
    shown = next(x for x in reversed(world.letters(ELS)) if "Verstuur" in x.buttons)
    assert "Els Bakker" in shown.text.partition("Met vriendelijke groet")[2].partition("-- ")[0]
    world.reply(ELS, "verstuur", to=shown)
    sent = world.last("sanne@example.nl").text.partition("Met vriendelijke groet")[2].partition("-- ")[0]
    assert "Els Bakker" in sent
    assert "Piet" not in sent


def test_a_postponement_goes_to_a_later_day_only(world):
    world.reply(JAN, "ik")
    world.reply(JAN, "uitstel 4 december: ziekte")  # due on 7 December
    assert world.complaint().draft is None
    assert "7 december" in world.last(JAN).text
    world.reply(JAN, "uitstel 8 december: ziekte")
    assert world.complaint().draft is not None


def test_a_postponement_that_lay_too_long_is_not_sent(world):
    world.reply(JAN, "ik\nuitstel 8 december: ziekte")
    shown = next(x for x in reversed(world.letters(JAN)) if "Verstuur" in x.buttons)
    world.later(days=20)
    world.reply(JAN, "verstuur", to=shown)
    assert world.complaint().due_on.isoformat() == "2026-12-07"
    assert "later" in world.last(JAN).text


@pytest.mark.parametrize(
    ("client", "text", "named"),
    [
        ("Jan Smit", "De zaal was koud.\n\nMet vriendelijke groet,\nJan Smit", []),
        ("Jan Smit", "De zaal was koud, zei Jan de Vries.", ["Jan de Vries"]),
        ("Kees Vos", "Beste Jan,\n\nDe zaal was koud.\n\nGroet, Kees", []),
        ("Kees Vos", "Beste Jan, de zaal was koud.", []),
        ("Kees Vos", "Beste heer De Vries,\n\nUw collega Els was te laat.", ["Els Bakker"]),
        (
            "Kees Vos",
            "Piet Jansen luisterde niet.\n\nMet vriendelijke groet,\n\nKees Vos\nBakker & Zn.",
            ["Piet Jansen"],
        ),
        ("Els Bakker", "De zaal was koud.\n\nEls Bakker", []),
        ("Kees Vos", "De lunch kwam van de bakker om de hoek, en een bakker is geen kok.", []),
        ("Kees Vos", "mevrouw bakker was te laat en de bakker ook.", ["Els Bakker"]),
        ("Kees Vos", "meneer de vries luisterde niet.", ["Jan de Vries"]),
    ],
)
def test_whom_a_client_greets_and_how_he_is_called_himself_is_nobody_that_he_names(world, client, text, named):
    complaint = replace(world.complaint(), text=text, subject="De zaal", complainant=Party(name=client))
    assert [member.name for member in named_members(complaint, world.firm)] == named


@pytest.mark.parametrize("word", ["wil", "verstuur", "mevrouw", "niet", "zeker", "graag", "nooit"])
def test_a_word_of_the_grammar_is_no_alias(word):
    from klachtmail.config.rules import RULES

    assert "word of a command" in (RULES["partners.*.alias"](word) or "")
    assert RULES["employees.*.alias"]("wim") is None
    assert Member(name="Wim", address="w@ront.nl", alias="wim").alias == "wim"


def test_a_draft_and_what_else_the_mail_did_come_in_one_mail(world):
    world.reply(JAN, "ik pak het op")
    world.news()
    world.reply(JAN, "gebeld\noorzaak: file\nuitkomst: De trainer stond in de file.\nvoorstel: Een nieuwe dag.")
    (mail_to_jan,) = [letter for letter in world.news() if letter.to == JAN]
    assert "De oorzaak is vastgelegd" in mail_to_jan.text
    assert {"Verstuur", "Wijzigen", "Ongedaan maken"} <= set(mail_to_jan.buttons)
    world.reply(JAN, "verstuur", to=mail_to_jan)
    assert [letter.to for letter in world.news()].count(JAN) == 1
    assert world.complaint().answered_at


def test_the_answer_to_a_question_comes_in_one_mail(world):
    world.news()
    world.reply(JAN, "dossier")
    (answer,) = world.news()
    assert answer.subject.startswith("Dossier")


def test_all_mail_to_one_member_about_one_complaint_is_one_conversation_and_each_complaint_another(world):
    world.receive(mail("En nog iets anders.", message_id="ander@example.nl", sender="Kees Vos <kees@example.nl>"))
    world.reply(JAN, "ik", to=world.letters(JAN)[0])
    first = {str(x.message["References"]).split()[0] for x in world.letters(JAN) if "K2026-0001" in x.subject}
    second = {str(x.message["References"]).split()[0] for x in world.letters(JAN) if "K2026-0002" in x.subject}
    assert (len(first), len(second)) == (1, 1)
    assert first != second
    assert all("K2026-000" in x.subject for x in world.letters(JAN))
