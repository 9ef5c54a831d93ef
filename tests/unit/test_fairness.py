"""Who is complained about does not decide, is heard, and a second pair of eyes reads what the firm wants read."""

import itertools

import pytest

from klachtmail.domain.commands.table import BY_VERB
from klachtmail.domain.records.numbers import numbers_in
from klachtmail.service.act import act
from tests.letters_read import answer
from tests.several import FOUND as TREATED
from tests.several import each, leaves, says, three
from tests.world import ELS, JAN, PIET, World, mail

MAILS = itertools.count()

ABOUT_JAN = "De training was slecht. Jan was te laat en onvriendelijk."
FOUND = "oorzaak: file\nstructureel: nee\nuitkomst gemeld: excuses"


@pytest.fixture
def world():
    begun = World()
    begun.receive(mail(ABOUT_JAN, message_id="eerste@example.nl"))
    return begun


def say(world, text, member=ELS):
    """Have a member answer the mail that brought the complaint: one line, one mail."""
    letter = next(x for x in world.letters(member) if "K2026-0001]" in x.subject)
    for line in text.splitlines():
        world.receive(answer(letter, member, line, subject=f"Re: {letter.subject} ({next(MAILS)})"))


@pytest.mark.parametrize(
    "line",
    ["geen klacht: anders, onzin", "ingetrokken: opgelost", "oordeel: ongegrond", "samenvoegen K2026-0002 zeker"],
)
def test_a_named_partner_ends_and_judges_nothing_until_another_says_that_it_is_not_about_him(world, line):
    world.receive(mail("De zaal was koud.", sender="Kees <kees@example.nl>", subject="Zaal"))
    assert world.complaint().named == (JAN,)
    say(world, line, JAN)
    assert world.complaint().status == "new"
    assert world.complaint().judgement is None
    assert "Jij wordt in deze klacht genoemd" in world.last(JAN).text
    say(world, "betreft niet @jan", JAN)
    assert world.complaint().named == (JAN,)
    say(world, "betreft niet @jan", ELS)
    assert world.complaint().named == ()
    say(world, f"{line}\nnotitie: nog eens", JAN)
    assert world.complaint().status != "new" or world.complaint().judgement == "ongegrond"


def test_a_command_that_ends_something_is_not_open_to_who_is_named():
    open_to_him = {
        "acknowledge": "that it came in, no more",
        "send": "an outcome goes to nobody: `drafting` looks at what is sent",
        "split_off": "it only begins something",
        "forget": "it is about a person and no complaint",
    }
    assert {row.verb for row in BY_VERB.values() if row.tier >= 2 and not row.impartial} == set(open_to_him)


def test_who_is_named_tells_no_outcome_by_himself_by_mail_by_phone_or_by_post(world):
    say(world, "ik\nuitkomst: Er was niets aan de hand.\nuitkomst gemeld: niets aan de hand\ngepost", JAN)
    assert world.complaint().answered_at is None
    assert "Jij wordt in deze klacht genoemd" in last(world, JAN).text
    world.reply(JAN, "verstuur", to=draft(world, JAN))
    assert world.complaint().answered_at is None
    assert "jij wordt in deze klacht genoemd, dus Els Bakker leest de uitkomst eerst" in last(world, JAN).text
    world.reply(ELS, "verstuur", to=draft(world, ELS))
    assert world.complaint().answered_at
    assert "Er was niets aan de hand." in world.last("sanne@example.nl").text


def test_an_outcome_of_the_only_partner_who_is_named_goes_to_nobody():
    world = World(partners=[{"name": "Jan de Vries", "address": JAN, "alias": "jan"}], employees=[])
    world.receive(mail(ABOUT_JAN, message_id="eerste@example.nl"))
    say(world, "ik\nuitkomst: Er was niets aan de hand.", JAN)
    world.reply(JAN, "verstuur", to=draft(world, JAN))
    assert world.complaint().answered_at is None
    assert "Jij wordt in deze klacht genoemd" in last(world, JAN).text


def test_the_routing_mail_has_both_buttons_and_none_to_clear_oneself(world):
    els, jan = (next(x for x in world.letters(m) if "K2026-0001]" in x.subject) for m in (ELS, JAN))
    assert {"Betreft Jan", "Betreft Jan niet", "Geen klacht"} <= set(els.buttons)
    assert "Betreft Jan niet" not in jan.buttons
    assert "Geen klacht" not in jan.buttons


def test_a_greeting_names_nobody():
    world = World()
    world.receive(mail("Beste Jan,\n\nDe zaal was koud.\n\nGroet,\nSanne"))
    assert world.complaint().named == ()


def test_a_dismissal_is_told_to_the_others_at_once_with_a_button(world):
    say(world, "geen klacht: vraag, over de factuur", ELS)
    told = world.last(JAN)
    assert "Geen klacht, vindt Els Bakker" in told.subject
    world.press(JAN, "Maak er een klacht van", told)
    assert world.complaint().status == "new"


def test_with_one_partner_the_administrator_is_asked():
    world = World(partners=[{"name": "Jan de Vries", "address": JAN, "alias": "jan"}])
    world.receive(mail(ABOUT_JAN))
    asked = world.last("beheer@ront.nl")
    assert "Gaat K2026-0001 over Jan de Vries?" in asked.subject
    assert "Tot dan kan Jan de klacht niet afdoen, sluiten of beoordelen." in asked.text
    assert "betreft niet @jan" in asked.text
    world.receive(mail("De zaal was koud.", sender="Kees <kees@example.nl>", subject="Zaal"))
    second = next(x for x in world.letters(JAN) if "K2026-0002]" in x.subject)
    world.receive(answer(second, JAN, "geen klacht: vraag, koffie"))
    assert "K2026-0002 is afgedaan" in world.last("beheer@ront.nl").subject


def asked_about(world):
    """Return the numbers of which the administrator was asked whether they are about Jan."""
    return [n for x in world.letters("beheer@ront.nl") if x.subject.startswith("Gaat") for n in numbers_in(x.subject)]


def alone(*raws, **fields):
    world = World(partners=[{"name": "Jan de Vries", "address": JAN, "alias": "jan"}], **fields)
    for raw in raws:
        world.receive(raw)
    return world


ORAL = (
    "Klager: Fatma Yilmaz, fatma@example.nl\nBetreft: training\nErnst: {}\nOpgelost: {}\nToelichting: Jan was te laat."
)
FORWARD = f"Zie onder.\n\nVan: Gerda <gerda@example.nl>\nVerzonden: maandag 23 november 2026 08:00\nAan: Piet <{PIET}>\nOnderwerp: Slecht\n\n{ABOUT_JAN}\n"


def test_an_oral_complaint_about_the_only_partner_is_told_to_the_administrator():
    world = alone(mail("mondeling", sender=PIET, subject="mondeling"))
    world.reply(PIET, ORAL.format("substantieel", "nee"))
    assert asked_about(world) == ["K2026-0001"]
    world = alone(mail(ORAL.format("substantieel", "nee"), sender=PIET, subject="Mondelinge klacht"))
    assert asked_about(world) == ["K2026-0001"]


def test_a_complaint_about_the_only_partner_that_somebody_passes_on_is_told_to_the_administrator():
    assert asked_about(alone(mail(FORWARD, sender=PIET, subject="FW: Slecht"))) == ["K2026-0001"]


def test_a_remark_about_the_only_partner_is_told_to_the_administrator_when_it_becomes_a_complaint():
    world = alone(mail("mondeling", sender=PIET, subject="mondeling"))
    world.reply(PIET, ORAL.format("klein", "ja"))
    assert asked_about(world) == []
    world.press(PIET, "Maak er een klacht van")
    assert asked_about(world) == ["K2026-0001"]


def test_a_merge_that_brings_the_only_partner_in_is_told_to_the_administrator_and_can_be_cleared():
    world = alone(
        mail("De zaal was koud.", sender="Kees <kees@example.com>", subject="Zaal"),
        mail(ABOUT_JAN, message_id="eerste@example.nl"),
    )
    assert asked_about(world) == ["K2026-0002"]
    act(world.office, world.firm.member(JAN), "K2026-0002", ["samenvoegen K2026-0001 zeker"])
    world.poll()
    assert asked_about(world) == ["K2026-0002", "K2026-0001"]
    act(world.office, world.firm.member(JAN), "K2026-0001", ["betreft niet @jan"])
    assert world.complaint().named == ()


def test_who_was_cleared_and_is_named_in_what_is_merged_can_be_cleared_again(world):
    say(world, "betreft niet @jan")
    world.receive(mail("Jan zei niets.", sender="Kees <kees@example.com>", subject="Zaal"))
    second = next(x for x in world.letters(ELS) if "K2026-0002]" in x.subject)
    world.receive(answer(second, ELS, "samenvoegen K2026-0001 zeker"))
    assert world.complaint().named == (JAN,)
    say(world, "betreft niet @jan\nik")
    assert world.complaint().named == ()


def test_a_message_set_aside_or_in_an_old_thread_about_the_only_partner_is_told_to_the_administrator():
    bulk = mail("Jan was onvriendelijk.", sender="Kees <kees@example.com>", headers={"Precedence": "bulk"})
    world = alone(bulk)
    world.later(days=1)
    world.sweep()
    world.press(JAN, "Klacht")
    assert asked_about(world) == ["K2026-0001"]
    world = alone(mail("De zaal was koud.", message_id="eerste@example.nl"))
    world.receive(mail("En Jan was onvriendelijk.", In_Reply_To="<eerste@example.nl>", subject="Re: x"))
    assert asked_about(world) == ["K2026-0001"]
    world.press(JAN, "Nieuwe klacht", next(x for x in reversed(world.letters(JAN)) if "Nieuwe klacht" in x.buttons))
    assert asked_about(world) == ["K2026-0001", "K2026-0002"]


def test_when_the_only_partner_who_is_left_is_named_the_administrator_is_told():
    world = World()
    world.receive(mail("Jan was te laat en Els onvriendelijk.", message_id="eerste@example.nl"))
    assert asked_about(world) == ["K2026-0001"]
    world = World()
    world.receive(mail(ABOUT_JAN, message_id="eerste@example.nl"))
    assert asked_about(world) == []
    say(world, "betreft @els", JAN)
    assert asked_about(world) == ["K2026-0001"]
    say(world, "notitie: hij belt", JAN)
    assert asked_about(world) == ["K2026-0001"]


def test_the_other_side_is_heard_and_closing_asks_for_it(world):
    say(world, "betreft @jan\nik")
    say(world, FOUND)
    say(world, "sluit")
    assert world.complaint().status == "answered"
    assert "wederhoor van Jan de Vries (“vraag @jan: …”)" in world.last(ELS).text
    world.news()
    say(world, "vraag @jan: Hoe laat was je er?")
    question = next(x for x in world.news() if x.to == JAN)
    assert "Hoe laat was je er?" in question.text
    assert "sanne" not in (question.text + question.message.as_string()).lower()
    world.receive(answer(question, JAN, "Om tien uur. sluit\nik"))
    assert "✓ Wederhoor" in world.last(JAN).text
    (heard,) = world.complaint().hearings
    assert heard.text == "Om tien uur. sluit\nik"
    assert heard.answered_at
    assert world.complaint().handler == ELS
    assert any("Om tien uur." in x.text for x in world.letters(ELS))
    say(world, "sluit")
    assert world.complaint().status == "closed"


def test_who_was_asked_twice_and_said_nothing_is_not_waited_for(world):
    say(world, "betreft @jan\nik")
    say(world, FOUND)
    for question in ("Hoe laat was je er?", "Wil je antwoorden?"):
        say(world, "sluit")
        assert "wederhoor van Jan de Vries" in world.last(ELS).text
        say(world, f"vraag @jan: {question}")
    say(world, "sluit")
    assert world.complaint().status == "closed"


def test_whom_a_closed_complaint_is_about_stays_its_handler_on_record():
    world = three()
    each(world, "@piet", TREATED, "uitkomst gemeld: excuses", "sluit")
    answered = says(world, "betreft @piet")
    assert "Piet Jansen krijgt geen mail meer over deze klacht." in answered.text
    assert "geen behandelaar" not in answered.text
    assert (world.complaint().about, world.complaint().handler) == ((PIET,), PIET)
    assert [x.to for x in world.news() if x.to != JAN] == []


def test_a_firm_with_one_partner_has_nobody_to_read_it_first_and_it_is_told():
    world = three(
        partners=[{"name": "Jan de Vries", "address": JAN, "alias": "jan"}], procedure={"second_reader": "serious"}
    )
    answered = each(world, "ingrijpend", "uitkomst gemeld: excuses")
    assert "leest een partner de uitkomst eerst" not in answered.text
    assert world.complaint().status == "answered"


def test_who_left_the_firm_is_not_waited_for():
    world = three()
    each(world, "betreft @piet", TREATED, "uitkomst gemeld: excuses")
    leaves(world, employees=())
    assert "wederhoor" not in says(world, "sluit").text
    assert world.complaint().status == "closed"


@pytest.mark.parametrize(("wanted", "handler"), [("employees", PIET), ("serious", ELS)])
def test_a_second_reader_reads_the_outcome_before_it_goes(wanted, handler):
    world = World(procedure={"second_reader": wanted})
    world.receive(mail("De zaal was koud.", message_id="eerste@example.nl"))
    say(world, f"{'@piet' if handler == PIET else 'ik'}\ningrijpend")
    world.reply(handler, "uitkomst: De verwarming was stuk.", to=last(world, handler))
    world.reply(handler, "verstuur", to=draft(world, handler))
    assert world.complaint().answered_at is None
    assert "leest de uitkomst eerst" in last(world, handler).text
    reader = JAN
    assert "tweede lezer" in draft(world, reader).text
    world.reply(reader, "verstuur", to=draft(world, reader))
    assert world.complaint().answered_at
    assert "De verwarming was stuk." in world.last("sanne@example.nl").text


def test_who_wrote_an_outcome_is_not_its_second_reader_when_another_sends_it():
    world = World(procedure={"second_reader": "employees"})
    world.receive(mail("De zaal was koud.", message_id="eerste@example.nl"))
    say(world, "@piet", JAN)
    say(world, "uitkomst: De verwarming was stuk.", JAN)
    world.reply(PIET, "verstuur", to=last(world, PIET))
    world.reply(PIET, "verstuur", to=draft(world, PIET))
    assert world.complaint().answered_at is None
    assert world.complaint().draft.reading.by == ELS


@pytest.fixture
def read_first():
    """A serious complaint in a firm of two partners, where Piet wrote the outcome and Jan is asked to read it."""
    world = World(procedure={"second_reader": "serious"})
    world.receive(mail("De zaal was koud.", message_id="eerste@example.nl"))
    say(world, "@piet\ningrijpend")
    world.reply(PIET, "uitkomst: De verwarming was stuk.", to=last(world, PIET))
    world.reply(PIET, "verstuur", to=draft(world, PIET))
    return world


def test_what_is_changed_after_the_second_reader_was_asked_he_sees_before_it_goes(read_first):
    world, old = read_first, draft(read_first, JAN)
    world.reply(PIET, "uitkomst: Er was niets aan de hand.", to=last(world, PIET))
    world.reply(JAN, "verstuur", to=old)
    assert world.complaint().answered_at is None
    assert "Er was niets aan de hand." in last(world, JAN).text
    world.reply(JAN, "verstuur", to=last(world, JAN))
    assert "Er was niets aan de hand." in world.last("sanne@example.nl").text


def test_a_second_reader_who_writes_it_anew_is_read_by_another(read_first):
    world = read_first
    world.reply(JAN, "uitkomst: Er was niets aan de hand.", to=draft(world, JAN))
    world.reply(JAN, "verstuur", to=draft(world, JAN))
    assert world.complaint().answered_at is None
    world.reply(ELS, "verstuur", to=draft(world, ELS))
    assert world.complaint().answered_at


def test_an_employee_who_changes_a_word_makes_the_writer_no_second_reader_of_himself(read_first):
    world = read_first
    world.reply(JAN, "uitkomst: Er was niets aan de hand.", to=draft(world, JAN))
    world.reply(PIET, "voorstel: excuses", to=last(world, PIET))
    world.reply(JAN, "verstuur", to=draft(world, JAN))
    world.reply(JAN, "verstuur", to=last(world, JAN))
    assert world.complaint().answered_at is None
    assert "Els Bakker leest de uitkomst eerst" in last(world, JAN).text


def test_a_second_reader_who_is_away_is_still_asked_when_there_is_no_other():
    world = World(procedure={"second_reader": "serious"})
    world.receive(mail("De zaal was koud.", message_id="eerste@example.nl"))
    say(world, "ik\ningrijpend\nuitkomst: De verwarming was stuk.", JAN)
    world.reply(ELS, "afwezig t/m 4 december", to=last(world, ELS))
    world.reply(JAN, "verstuur", to=draft(world, JAN))
    assert world.complaint().answered_at is None
    assert "Els Bakker leest de uitkomst eerst" in last(world, JAN).text
    assert "Afwezig t/m vrijdag 4 december" in last(world, JAN).text
    world.reply(ELS, "verstuur", to=draft(world, ELS))
    assert world.complaint().answered_at


def last(world, member):
    return next(x for x in reversed(world.letters(member)) if "K2026-0001]" in x.subject)


def draft(world, member):
    return next(x for x in reversed(world.letters(member)) if x.subject.startswith("Concept"))


def test_an_outcome_and_a_second_postponement_are_told_to_the_other_partners_in_their_next_mail(world):
    for until in ("14 december", "21 december"):
        world.reply(ELS, f"ik\nuitstel {until}: de trainer is ziek", to=next(x for x in world.letters(ELS)))
        world.reply(ELS, "verstuur", to=draft(world, ELS))
    world.later(days=1)
    world.sweep()
    assert "kreeg opnieuw uitstel" in world.last(JAN).text
    say(world, FOUND)
    world.receive(mail("Mijn factuur klopt niet.", sender="Kees Klant <kees@example.nl>", subject="Factuur"))
    world.later(days=1)
    world.news()
    world.sweep()
    told = world.news()
    assert any("hoorde de uitkomst" in x.text for x in told if x.to == JAN)
    assert not any("hoorde de uitkomst" in x.text for x in told if x.to == ELS)
    world.later(days=1)
    world.sweep()
    assert not any("hoorde de uitkomst" in x.text for x in world.news() if x.to == JAN)


def test_a_second_reader_who_does_not_read_is_reminded_and_reads_and_sends_from_there(read_first):
    world = read_first
    world.later(hours=2)
    world.sweep()
    assert "Lees de uitkomst" not in world.last(JAN).text, "not on the same day"
    world.later(days=1)
    world.sweep()
    morning = world.last(JAN)
    assert "Lees de uitkomst voor Sanne de Boer" in morning.text
    assert not any("Lees de uitkomst" in x.text for x in world.letters(ELS)), "one reader is enough"
    world.press(JAN, next(label for label in morning.buttons if "Lees de brief" in label), on=morning)
    assert world.complaint().answered_at is None
    world.reply(JAN, "verstuur", to=draft(world, JAN))
    assert world.complaint().answered_at
    world.later(days=1)
    world.sweep()
    assert "Lees de uitkomst" not in world.last(JAN).text


def test_when_the_second_reader_is_away_another_partner_is_reminded(read_first):
    world = read_first
    world.reply(JAN, "afwezig t/m 4 december", to=last(world, JAN))
    world.later(days=1)
    world.sweep()
    assert "Lees de uitkomst" in world.last(ELS).text


@pytest.mark.parametrize("line", ["uitkomst gemeld: De verwarming was stuk.", "gepost"])
def test_what_an_employee_told_by_another_way_than_the_letter_is_read_by_a_second_at_once(line):
    world = World(procedure={"second_reader": "employees"})
    world.receive(mail("De zaal was koud.", message_id="eerste@example.nl"))
    say(world, "@piet")
    if line == "gepost":
        world.reply(PIET, "uitkomst: De verwarming was stuk.", to=last(world, PIET))
    world.news()
    world.reply(PIET, line, to=last(world, PIET))
    assert world.complaint().answered_at, "it happened, so it is on record"
    told = next(x for x in world.news() if x.to == JAN)
    assert "zonder tweede lezer" in told.text
    assert "De verwarming was stuk." in told.text
    assert any("niet eerst gelezen" in entry.detail for entry in world.complaint().history)


def test_what_a_second_reader_let_go_for_printing_is_posted_without_more_ado():
    world = World(procedure={"second_reader": "employees"})
    world.receive(
        mail(
            "Klager: Bep de Wit, Dorpsstraat 1 in Epe\nBetreft: training\nErnst: substantieel\nOpgelost: nee\nToelichting: de zaal was koud",
            sender=JAN,
            subject="Mondelinge klacht",
        )
    )
    world.reply(JAN, "bevestig", to=last(world, JAN))
    world.reply(JAN, "@piet", to=last(world, JAN))
    world.reply(PIET, "uitkomst: De verwarming was stuk.", to=last(world, PIET))
    world.reply(PIET, "verstuur", to=draft(world, PIET))
    world.reply(JAN, "verstuur", to=draft(world, JAN))
    assert world.complaint().answered_at is None, "it is printed, and still to be posted"
    world.news()
    world.reply(PIET, "gepost", to=last(world, PIET))
    assert world.complaint().answered_at
    assert not any("zonder tweede lezer" in x.text for x in world.news())


def follows_up(world, text, address="kees@example.nl"):
    """Have one of them answer his acknowledgement; return what the members got, by address."""
    world.news()
    world.receive(answer(world.last(address), address, text))
    return {letter.to: letter for letter in world.news()}


def test_whom_a_later_mail_names_does_not_decide_either():
    world = three()
    each(world, "groep 2 3 zeker", "gebeld", "oorzaak: ketel", "structureel: nee")
    told = follows_up(world, "Het was trouwens Els Bakker die zo kortaf deed.")
    assert "Els Bakker wordt genoemd" in told[JAN].text
    assert "Betreft Els niet" in told[JAN].buttons
    assert "Betreft Els niet" not in told[ELS].buttons
    assert world.complaint().named == (ELS,)
    says(world, "oordeel: ongegrond", below=told[ELS], member=ELS)
    assert world.complaint().judgement is None
    world.press(JAN, "Betreft Els niet", told[JAN])
    assert world.complaint().named == ()
    assert list(follows_up(world, "Ik bedoel Els Bakker.", "fatma@example.nl")) == [JAN]  # a partner has said so


@pytest.mark.parametrize(
    "text", ["Jan de Vries belde mij, dank u.", "Beste Els,\n\nIs er nieuws?", "Ik ben het eens.\n\nGroet, Els Klant"]
)
def test_a_later_mail_to_or_about_who_handles_it_names_nobody(text):
    world = three()
    each(world, "groep 2 3 zeker", "gebeld")
    assert list(follows_up(world, text)) == [JAN]
    assert world.complaint().named == ()


def test_the_subject_says_who_of_several_writes_again():
    world = three()
    says(world, "groep 2 3 zeker")
    assert follows_up(world, "Is er nieuws?")[JAN].subject.startswith("Klant schrijft opnieuw")


def test_one_partner_who_is_the_administrator_too_dismisses_nothing_in_silence():
    world = World(partners=[{"name": "Jan de Vries", "address": JAN, "alias": "jan"}], administrator=JAN)
    world.receive(mail(ABOUT_JAN))
    asked = next(x for x in world.letters(JAN) if x.subject.startswith("Gaat K2026-0001 over"))
    assert "vraag iemand van buiten" in asked.text
    says(world, "geen klacht: anders, onzin")
    assert world.complaint().status == "new"
    world.receive(mail("De zaal was koud.", sender="Kees <kees@example.nl>", subject="Zaal"))
    told = says(world, "geen klacht: anders, onzin", number="K2026-0002")
    assert "Vertel het de klager" in told.text
    assert told.subject.startswith("Concept")
    assert world.complaint("K2026-0002").history[-1].detail == "afgedaan zonder dat een ander meekeek"
