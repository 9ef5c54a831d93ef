"""Who acts for a complainant gets the letters, and a new matter in an old thread gets a number of its own."""

import itertools

import pytest

from klachtmail.domain.incoming.on_behalf import acts_for_another
from klachtmail.domain.records.contract import complaint_json
from tests.letters_read import answer
from tests.several import FOUND, complains, each, says, sends, three
from tests.world import JAN, World, mail

MAILS = itertools.count()

LAWYER = "mr. A. Recht <recht@kantoor.example>"


@pytest.fixture
def world():
    begun = World()
    begun.receive(mail("De trainer was te laat.", message_id="eerste@example.nl"))
    say(begun, "ik")
    return begun


def say(world, text, member=JAN):
    """Have a member answer the mail that brought the complaint: one line, one mail."""
    letter = next(x for x in world.letters(member) if "K2026-0001]" in x.subject)
    for line in text.splitlines():
        world.receive(answer(letter, member, line, subject=f"Re: {letter.subject} ({next(MAILS)})"))


def draft(world):
    return next(x for x in reversed(world.letters(JAN)) if x.subject.startswith("Concept"))


def test_letters_go_to_the_representative_and_the_figures_stay_hers(world):
    say(world, f"gemachtigde: {LAWYER}\noordeel: gegrond\nuitkomst: Pech.")
    assert "Geachte" in draft(world).text
    assert "Recht namens Sanne de Boer" in draft(world).text
    world.news()
    world.receive(answer(draft(world), JAN, "verstuur"))
    (letter,) = [x for x in world.news() if x.to.endswith(("kantoor.example", "example.nl"))]
    assert letter.to == "recht@kantoor.example"
    assert "U treedt op namens Sanne de Boer" in letter.text
    record = complaint_json(world.complaint())
    assert record["complainant"]["name"] == "Sanne de Boer"
    assert [p["role"] for p in record["parties"]] == ["complainant", "representative"]
    for sender in (LAWYER, "Sanne de Boer <sanne@example.nl>"):
        world.receive(answer(letter, sender, f"Akkoord, {sender[:5]}."))
        assert world.complaint().messages[-1].kind == "follow_up"


def test_it_is_offered_as_a_button_when_a_mail_says_so(world):
    theirs = world.last("sanne@example.nl")
    world.receive(answer(theirs, LAWYER, "Ik schrijf namens mijn cliënte."))
    told = world.last(JAN)
    world.press(JAN, "Treedt op namens de klager", told)
    assert world.complaint().parties[0].role == "representative"


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Namens mijn cliënte stel ik u aansprakelijk.", True),
        ("Met groet,\nDe Recht Advocaten", True),
        ("Ik ben de moeder van Tim.", True),
        ("De trainer was te laat.", False),
    ],
)
def test_signs_that_somebody_acts_for_another(text, acts):
    assert acts_for_another(text) is acts


def test_who_wrote_first_for_another_is_no_complainant():
    world = World()
    world.receive(mail("Namens mijn cliënte.", sender=LAWYER, message_id="eerste@example.nl"))
    say(world, f"gemachtigde: {LAWYER}\nklager: Sanne de Boer")
    complaint = world.complaint()
    assert (complaint.complainant.name, complaint.complainant.address) == ("Sanne de Boer", None)
    say(world, "antwoord: Wij bellen u.")
    world.receive(answer(draft(world), JAN, "verstuur"))
    assert "Wij bellen u." in world.last("recht@kantoor.example").text


def test_a_new_matter_in_an_old_thread_gets_a_number_and_two_weeks(world):
    theirs = world.last("sanne@example.nl")
    world.later(days=3)
    raw = answer(theirs, "Sanne de Boer <sanne@example.nl>", "Nu klopt ook de factuur niet.", subject="Factuur van mei")
    world.receive(raw)
    told = world.last(JAN)
    assert "Factuur van mei" in told.text
    assert "\\" not in told.text  # of a line break in the template
    world.later(days=1)
    world.press(JAN, "Nieuwe klacht", told)
    fresh = world.complaint("K2026-0002")
    assert (fresh.subject, str(fresh.due_on)) == ("Factuur van mei", "2026-12-10")
    assert "De trainer" not in fresh.text
    assert "K2026-0002" in world.last("sanne@example.nl").subject
    assert world.complaint().waiting_since is None
    world.reply(JAN, "nieuw", to=told)
    assert "al klacht K2026-0002" in world.last(JAN).text
    world.receive(answer(world.last("sanne@example.nl"), "sanne@example.nl", "Dank u."))
    assert world.complaint("K2026-0002").messages[-1].kind == "follow_up"


def test_a_third_partys_mail_below_a_closed_complaint_becomes_one_too(world):
    say(world, "ingetrokken: opgelost")
    theirs = world.last("sanne@example.nl")
    world.receive(answer(theirs, "Kees <kees@example.nl>", "Ik was er ook en vond het slecht."))
    world.press(JAN, "Nieuwe klacht")
    assert world.complaint("K2026-0002").complainant.address == "kees@example.nl"


def test_a_new_matter_below_a_letter_of_ours_is_acknowledged_and_not_called_by_its_subject(world):
    world.receive(answer(world.last("sanne@example.nl"), "sanne@example.nl", "Ook de factuur klopt niet."))
    told = world.last(JAN)
    assert "Onderwerp van dit bericht" not in told.text
    world.press(JAN, "Nieuwe klacht", told)
    assert world.complaint("K2026-0002").subject == ""
    assert "K2026-0002" in world.last("sanne@example.nl").subject


ORAL = "Klager: Sanne de Boer, tel 06 12345678\nBetreft: zaal\nErnst: substantieel\nToelichting: te koud"


def test_who_gets_an_address_at_last_gets_the_acknowledgement_too():
    world = World()
    world.receive(mail(ORAL, sender=JAN, subject="Mondelinge klacht"))
    says(world, "bevestig")
    assert "ontvangstbevestiging gaat naar sanne@example.nl" in says(world, "klager: Sanne <sanne@example.nl>").text
    (letter,) = world.letters("sanne@example.nl")
    assert "7 december 2026" in letter.text
    assert world.complaint().acknowledged_at
    says(world, "klager: Sanne de Boer <sanne.de.boer@example.nl>")
    assert not world.letters("sanne.de.boer@example.nl")  # it was confirmed already; 'bevestig' sends it again


def test_so_does_a_co_complainant_who_gets_an_address():
    world = World()
    complains(world, "fatma@example.nl")
    world.receive(mail(ORAL, sender=JAN, subject="Mondelinge klacht"))
    each(world, "bevestig", "samenvoegen K2026-0001 zeker", number="K2026-0002")
    says(world, "K2026-0002 klager: Sanne de Boer <sanne@example.nl>")
    (letter,) = world.letters("sanne@example.nl")
    assert letter.subject.endswith("[K2026-0002]")
    assert "Fatma" not in letter.message.as_string() + letter.text


def test_nothing_is_confirmed_by_itself_where_the_firm_confirms_on_request():
    world = World(procedure={"acknowledge": "on_request"})
    world.receive(mail(ORAL, sender=JAN, subject="Mondelinge klacht"))
    each(world, "bevestig", "klager: Sanne <sanne@example.nl>")
    assert not world.letters("sanne@example.nl")


@pytest.fixture
def represented():
    begun = three()
    each(begun, "gebeld", "groep 2 3 zeker", f"K2026-0002 gemachtigde: {LAWYER}", FOUND)
    return begun


@pytest.mark.parametrize("line", ["geen", "geen meer", "niemand", "de klager zelf", "Kees Klant <kees@example.nl>"])
def test_letters_go_to_the_complainant_himself_again(represented, line):
    each(represented, f"K2026-0002 gemachtigde: {line}", "uitkomst: De verwarming was stuk.")
    sent = sends(represented)
    assert "kees@example.nl" in sent
    assert "recht@kantoor.example" not in sent
    assert represented.complaint().complainant.name == "Sanne de Boer"


def test_nobody_to_end_is_said(represented):
    assert "geen gemachtigde" in says(represented, "gemachtigde: geen").text
    assert "gemachtigde: …" in says(represented, "gemachtigde: misschien").text


def test_who_writes_himself_though_another_acts_for_him_is_offered_his_own_letters(represented):
    represented.receive(answer(represented.last("kees@example.nl"), "kees@example.nl", "Schrijf mij weer zelf."))
    told = represented.last(JAN)
    assert told.buttons["Schrijf weer aan de klager zelf"][2] == "K2026-0002 gemachtigde: geen"
    represented.press(JAN, "Schrijf weer aan de klager zelf", told)
    assert "Brieven gaan weer naar Kees Klant zelf <kees@example.nl>." in represented.last(JAN).text


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("Ik treed niet langer op namens mijn cliënt.", True),
        ("Hierbij leg ik de behandeling van deze zaak neer.", True),
        ("Namens mijn cliënt vraag ik u om spoed.", False),
    ],
)
def test_a_representative_who_stops_is_followed_by_a_button(represented, text, stops):
    each(represented, "K2026-0002 antwoord: Wij bellen u morgen.")
    sends(represented)
    represented.receive(answer(represented.last("recht@kantoor.example"), LAWYER, text))
    assert ("Schrijf weer aan de klager zelf" in represented.last(JAN).buttons) == stops


@pytest.mark.parametrize(("line", "warned"), [("antwoord aan allen", True), ("antwoord aan kees@example.nl", False)])
def test_whoever_else_reads_that_somebody_has_a_lawyer_is_pointed_out_before_it_goes(line, warned):
    world = three()
    each(world, "groep 2 zeker", "K2026-0002 gemachtigde: mr. A. Recht <recht@kantoor.example>")
    shown = says(world, f"{line}: Wij spraken met meester Recht.")
    warning = "De tekst noemt mr. A. Recht, en de brief gaat ook naar Sanne de Boer."
    assert (warning in shown.text) == ("De tekst noemt" in shown.text) == warned
    assert "Wij spraken met meester Recht." in shown.text
