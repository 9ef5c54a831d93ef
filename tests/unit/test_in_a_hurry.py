"""What people send from a phone between two meetings, as acceptance found it: unfinished, in full names, all at once."""

import textwrap
from dataclasses import replace

import pytest

from klachtmail.domain.records.model import Party
from klachtmail.domain.records.port import Changes
from tests.letters_read import answer
from tests.store_samples import complaint
from tests.world import ELS, JAN, PIET, World, mail

CLIENT = "sanne@example.nl"


@pytest.fixture
def world():
    begun = World()
    begun.receive(mail("De zaal was koud."))
    return begun


def first(world, member=JAN):
    return next(x for x in world.letters(member) if "0001]" in x.subject)


def say(world, text, member=JAN):
    """Answer the first letter and return the transcript's text, with single spaces."""
    world.receive(answer(first(world), member, text))
    told = next(x for x in reversed(world.letters(member)) if "oncept" not in x.subject)
    return " ".join(told.text.split())


def test_a_draft_is_shown_with_what_later_lines_changed_and_can_be_sent_at_once(world):
    world.receive(
        answer(first(world), JAN, "ik\nuitkomst: Dubbel geboekt.\nvoorstel: Gratis opnieuw.\noordeel: gegrond")
    )
    draft = next(x for x in world.news() if "Concept" in x.subject)
    assert "Uw klacht is terecht" in draft.text
    world.reply(JAN, "verstuur", draft)
    assert "De uitkomst" in world.last(CLIENT).subject
    assert world.complaint().status == "answered"


def test_an_edit_in_answer_to_a_draft_shows_the_draft_again(world):
    world.receive(answer(first(world), JAN, "ik\nuitkomst: Dubbel geboekt.\nvoorstel: Gratis opnieuw."))
    old = next(x for x in world.news() if "Concept" in x.subject)
    world.reply(JAN, "oordeel: deels", old)
    new = next(x for x in world.news() if "Concept" in x.subject)
    assert "deels terecht" in new.text
    world.reply(JAN, "verstuur", new)
    assert world.complaint().status == "answered"


def test_a_mail_that_changes_nothing_of_a_draft_does_not_show_it_again(world):
    world.receive(answer(first(world), JAN, "ik\nuitkomst: Dubbel geboekt.\nvoorstel: Gratis opnieuw."))
    shown = next(x for x in world.news() if "Concept" in x.subject)
    world.reply(JAN, "notitie: mevrouw belt maandag", shown)
    assert [x.subject for x in world.news() if "Concept" in x.subject] == []


def test_words_that_are_no_command_are_not_said_to_be_done(world):
    told = say(world, "Mevrouw klonk opgelucht.")
    assert world.last(JAN).subject.startswith("Bewaard als notitie: ")
    assert "Gedaan" not in told
    assert "✎ Mevrouw klonk opgelucht." in told


def test_a_command_with_words_beside_it_is_done_and_the_words_are_a_note(world):
    told = say(world, "ik\n\nMevrouw klonk opgelucht.")
    assert world.last(JAN).subject.startswith("Gedaan: ")
    assert "✓ ik" in told
    assert "✎ Mevrouw klonk opgelucht." in told


def test_the_button_give_to_sent_as_it_opened_asks_whom_and_keeps_no_note(world):
    told = say(world, "@")
    assert "Aan wie? Stuur een van deze: @jan, @els, @piet." in told
    assert [e.event for e in world.complaint().history if e.event == "noted"] == []


@pytest.mark.parametrize(
    "line", ["@Els Bakker", "voor Els Bakker", "Toewijzen aan Els Bakker.", "geef aan els bakker", "@ELS BAKKER!"]
)
def test_a_member_may_be_called_by_the_full_name(world, line):
    say(world, line)
    assert world.complaint().handler == ELS


@pytest.mark.parametrize("line", ["Els Bakker", "niet voor Els Bakker", "voor Els Bakker?", "voor Els de Groot"])
def test_a_name_by_itself_or_in_doubt_hands_nothing_over(world, line):
    say(world, line)
    assert world.complaint().handler is None


def test_a_full_name_that_two_members_have_is_nobodys():
    twins = [{"name": "Jan Smit", "address": f"{a}@ront.nl", "alias": a} for a in ("jan", "jansmit")]
    assert World(partners=twins).firm.names == {"Piet Jansen": "piet"}


def test_a_line_in_doubt_says_what_to_type_and_names_the_member_it_named(world):
    assert "Ik lees een ontkenning (‘niet’) en heb niets gedaan." in say(world, "ik pak het niet op")
    assert "Toch doen? Typ dan: @els" in say(world, "kan @els dit doen?")
    say(world, "wens geld terug")
    assert world.complaint().requested_remedy == "geld terug"


def test_a_measure_on_record_gets_its_date_and_its_owner_afterwards(world):
    say(world, "ik\nmaatregel: zaal dubbel controleren\nmaatregel: trainer bellen")
    assert "Maatregel 2 is uiterlijk maandag 1 februari 2027 klaar." in say(world, "maatregel 2 voor 1 februari")
    assert "Maatregel 1 is van Piet Jansen." in say(world, "maatregel 1 door piet")
    say(world, "Maatregel 1: vóór 15 januari door @els")
    one, two = world.complaint().measures
    assert (one.owner, str(one.due_on)) == (ELS, "2027-01-15")
    assert (two.owner, str(two.due_on)) == (JAN, "2027-02-01")
    assert "Welke maatregel?" in say(world, "maatregel 3 voor 1 februari")


def test_a_measure_that_did_not_help_may_say_why(world):
    say(world, "ik\nmaatregel: bellen voor 1 februari")
    assert "Maatregel 1 werkt niet." in say(world, "maatregel 1 werkt niet: het gebeurde gisteren weer")
    assert world.complaint().measures[0].worked is False
    assert world.complaint().history[-1].detail == "het gebeurde gisteren weer"


@pytest.mark.parametrize(
    ("line", "judgement"),
    [
        ("oordeel: terecht", "gegrond"),
        ("oordeel: deels terecht", "deels"),
        ("oordeel onterecht", "ongegrond"),
        ("oordeel: niet gegrond", "ongegrond"),
        ("oordeel deels terecht", "deels"),
    ],
)
def test_a_judgement_may_use_the_words_of_the_letter(world, line, judgement):
    say(world, f"ik\n{line}")
    assert world.complaint().judgement == judgement


def test_having_mailed_the_client_is_contact(world):
    say(world, "ik\ngemaild")
    assert world.complaint().contacted_at == world.now


def test_a_contact_still_to_come_is_not_called_a_date_that_does_not_exist(world):
    assert "of kan hier niet" in say(world, "contact 30 november")
    assert world.complaint().contacted_at is None


def test_confirming_a_forwarded_complaint_says_only_that():
    world = World()
    world.receive(
        mail(
            "Van: Ina Lam <ina@example.nl>\nVerzonden: maandag\nAan: els@ront.nl\nOnderwerp: Dag\n\nSlecht.",
            sender=f"Els Bakker <{ELS}>",
            subject="Fwd: Dag",
        )
    )
    told = say(world, "bevestig")
    assert "De klacht is bevestigd." in told
    assert "niet meer open" not in told


def test_the_signature_of_outlook_on_a_phone_is_no_note(world):
    say(world, "ik\n\nOutlook voor iOS<https://aka.ms/o0ukef> downloaden")
    assert world.complaint().handler == JAN
    assert [e.event for e in world.complaint().history if e.event == "noted"] == []


def test_the_form_may_come_back_whole_and_only_the_answers_are_the_report():
    world = World()
    world.receive(mail("mondeling", sender=f"Piet Jansen <{PIET}>", subject="mondeling"))
    form = world.last(PIET)
    filled = form.text.split("\n-- ")[0]
    for label, said in {"Klager": "Kees Vos", "Betreft": "de trainer", "Toelichting": "wil excuses"}.items():
        filled = filled.replace(f"{label}:", f"{label}: {said}")
    filled = filled.replace("klein/substantieel/herhaald", "substantieel").replace("ja/nee", "nee")
    world.receive(answer(form, PIET, filled))
    assert world.complaint().text == "wil excuses"


def test_a_client_with_two_open_complaints_reads_of_complaints():
    world = World()
    for subject in ("Zaal", "Trainer", "Koffie"):
        world.receive(mail(f"Over de {subject} ben ik niet tevreden.", subject=subject))
    told = [" ".join(x.text.split()) for x in world.letters(CLIENT)]
    assert "een klacht in behandeling, met nummer K2026-0001." in told[1]
    assert "klachten in behandeling, met de nummers K2026-0001 en K2026-0002." in told[2]


def test_who_complained_by_phone_reads_of_no_message():
    world = World()
    world.receive(mail("mondeling", sender=f"Piet Jansen <{PIET}>", subject="mondeling"))
    report = (
        "Klager: Kees Vos <kees@example.nl>\nBetreft: de zaal\nErnst: substantieel\nOpgelost: nee\nToelichting: koud"
    )
    world.receive(answer(world.last(PIET), PIET, report))
    letter = world.last("kees@example.nl")
    assert "vertelde u ons dat u niet tevreden bent" in letter.text
    assert "bericht ontvangen" not in letter.subject


def test_status_about_a_complaint_begins_with_how_that_one_stands(world):
    world.receive(mail("De koffie was koud.", sender="Kees <kees@example.nl>", subject="Koffie"))
    told = say(world, "ik\nstatus")
    assert "K2026-0001: behandelaar Jan de Vries, uiterlijk maandag 7 december 2026." in told
    assert "Laatste stap: 23 november, behandelaar gekozen. Hierna: contact opnemen met de klager." in told
    assert "Er staan 2 klachten open." in told


def test_an_apology_laid_ready_is_not_called_the_last_step(world):
    say(world, "ik\ngebeld")
    world.later(days=15)
    world.sweep()
    morning = " ".join(world.last(JAN).text.split())
    assert world.complaint().draft.kind == "apology"
    assert "Laatste stap: 23 november, contact met de klager." in morning


@pytest.mark.parametrize(
    "line", ["I can't take it", "not mine", "should I close?", "don't close this", "I will not take this"]
)
def test_a_doubt_in_english_is_asked_about_too(world, line):
    assert "heb niets gedaan" in say(world, line)
    assert world.complaint().handler is None


def test_who_searches_for_an_address_sees_what_he_searched_for(world):
    say(world, "zoek sanne@example.nl")
    assert any(x.subject == "Gezocht: sanne@example.nl" for x in world.letters(JAN))


@pytest.mark.parametrize(
    "word",
    ["Smit", "bakkerij smit", "piet@bakkerij.example", "bakkerij.example", "Bolle", "K2026-0077", "zuur", "brood"],
)
def test_whatever_a_dossier_is_known_by_finds_it(world, word):
    baker = Party(name="Piet Bolle", address="piet@bakkerij.example", organisation="Bakkerij Smit")
    known = replace(complaint(77), complainant=baker, subject="Te zuur", text="Het brood was op.")
    world.store.commit(Changes(complaints={known.number: known}))
    told = say(world, f"zoek {word}")
    assert "1 gevonden" in told
    assert "K2026-0077" in told


def test_who_searches_for_what_very_many_have_hears_that_there_are_more(world):
    cold = [replace(complaint(1000 + n), subject=f"Koude zaal {n}") for n in range(100)]
    world.store.commit(Changes(complaints={each.number: each for each in cold}))
    told = say(world, "zoek koude")
    assert "100 of meer gevonden" in told
    assert "Zoek dan preciezer" in told
    assert told.count("· Koude zaal") == 30
    told = say(world, "zoek K2026-1077")
    assert "1 gevonden" in told
    assert "preciezer" not in told


def test_the_letter_of_apology_is_shown_before_it_is_sent_and_that_is_no_failure(world):
    say(world, "ik\ngebeld")
    world.later(days=15)
    world.sweep()
    world.news()
    world.press(JAN, "Excuusbrief", world.last(JAN))
    subjects = [x.subject for x in world.news()]
    assert any(x.startswith("Concept klaar: excuusbrief") for x in subjects)
    assert not any(x.startswith(("Deels gedaan", "Niet gedaan")) for x in subjects)
    assert world.complaint().draft.kind == "apology"
    assert world.last(CLIENT).subject.startswith("Wij hebben uw bericht ontvangen")


def test_changing_a_postponement_writes_a_postponement_again(world):
    say(world, "ik\nuitstel 14 december: de trainer is ziek")
    draft = next(x for x in world.news() if "Concept" in x.subject)
    assert draft.buttons["Wijzigen"][2] == "uitstel 14 december: "
    assert "Dat lukt niet." in draft.text


def test_a_postponement_after_the_due_date_does_not_speak_of_the_future(world):
    say(world, "ik\ngebeld")
    world.later(days=15)
    world.receive(answer(first(world), JAN, "uitstel 21 december: de trainer is ziek"))
    draft = next(x for x in world.news() if "Concept" in x.subject)
    assert "Dat is niet gelukt." in draft.text
    assert "Dat lukt niet." not in draft.text


def test_own_words_in_the_letter_that_it_is_no_complaint_keep_it_that_letter(world):
    world.receive(answer(first(world), JAN, "geen klacht: vraag, over de lunch"))
    draft = next(x for x in world.news() if "Concept" in x.subject)
    world.reply(JAN, "antwoord: De lunch kan ook zonder gluten.", draft)
    draft = next(x for x in world.news() if "Concept" in x.subject)
    assert "De lunch kan ook zonder gluten." in draft.text
    assert "Wij behandelen uw bericht niet als klacht." in draft.text
    assert world.complaint().status == "dismissed"


def test_a_morning_mail_of_only_what_was_set_aside_says_so():
    world = World()
    world.receive(mail("Klant X is boos.", sender="stagiair@ront.nl", subject="Klant boos"))
    world.later(days=1)
    world.sweep()
    assert world.last(JAN).subject.startswith("Kijk even: 1 bericht apart gelegd · ")


def test_the_history_tells_in_dutch_why_a_message_was_set_aside():
    world = World()
    world.receive(mail("Klant X is boos.", sender="stagiair@ront.nl", subject="Klant boos"))
    world.later(days=1)
    world.sweep()
    world.press(JAN, "Klacht", world.last(JAN))
    assert world.complaint().history[0].detail == "apart gelegd, want het kwam van een collega"


@pytest.mark.parametrize(
    ("sender", "said"),
    [
        (JAN, "Dat is je eigen adres, maar de mailserver kon niet bevestigen"),
        ("x@evil.example", "Dat adres kennen wij niet"),
    ],
)
def test_whose_command_is_doubted_reads_why(sender, said):
    world = World(security={"authentication": "rfc8601", "trusted_authserv_id": "mx.ront.nl"})
    world.receive(mail("De zaal was koud."))
    world.receive(answer(first(world), sender, "ik"))
    assert said in " ".join(world.last(JAN).text.split())
    assert world.complaint().handler is None


def test_a_call_told_with_the_name_of_the_complainant_is_a_contact(world):
    name = world.complaint().complainant.name
    assert name
    say(world, "ik")
    say(world, f"Heb mevrouw {name.split()[-1]} net gebeld, ze was opgelucht")
    assert world.complaint().history[-1].event == "contacted"


def test_a_letter_typed_in_gmail_has_no_lines_that_break_in_the_middle(world):
    told = "Wij hebben de trainer gesproken en hij geeft toe dat hij te laat was omdat hij de zaal niet kon vinden, en dat had hij u moeten zeggen."
    typed = textwrap.fill(f"uitkomst: {told}", 78)
    assert typed.count("\n") == 1
    world.receive(answer(first(world), JAN, f"ik\n{typed}\nvoorstel: Gratis opnieuw."))
    draft = next(x for x in world.news() if "Concept" in x.subject)
    world.reply(JAN, "verstuur", draft)
    letter = world.last(CLIENT)
    assert told in letter.text
    assert told in letter.html
    assert "\n" in world.complaint().outcome  # on record as it was typed


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("ik pak het op\nsluit", "Deels gedaan"),
        ("mevrouw belt morgen\nsluit", "Niet gedaan"),
        ("ik pak het op\nmevrouw belt morgen", "Gedaan"),
    ],
)
def test_the_subject_says_what_was_done_and_what_was_not_stands_first(said, subject):
    world = World()
    world.receive(mail("De zaal was koud."))
    world.reply(JAN, said)
    answer = world.last(JAN)
    assert answer.subject.startswith(subject)
    marks = [line.strip()[0] for line in answer.text.splitlines() if line.strip()[:1] in {"✓", "✗", "✎"}]
    assert marks == sorted(marks, key=lambda mark: mark != "✗")
    assert len(marks) == 2
