"""An auditor asks by mail: by token like everybody, sees nobody's name, and nothing else that he writes is carried out."""

import pytest

from tests.letters_read import answer
from tests.unit.reporting.test_papers_by_mail import FOUND, about, files, text_of
from tests.world import CLIENT, ELS, JAN, World, mail

ANS = "a.mulder@keurmerk.example"
NAMES = ("Sanne", "Boer", "sanne@example.nl")


@pytest.fixture
def world():
    begun = World(auditors=[{"name": "Ans Mulder", "address": ANS}])
    begun.receive(mail("De trainer was te laat. Sanne de Boer"))
    for line in FOUND.splitlines():
        begun.reply(JAN, line, about(begun, "K2026-0001"))
    begun.news()
    return begun


def begins(world, text="Graag ontvang ik het register."):
    """Have the auditor write for the first time; return what he gets."""
    world.receive(mail(text, sender=f"Ans Mulder <{ANS}>", subject="Audit 2026"))
    return world.last(ANS)


def ask(world, line, letter=None):
    world.receive(answer(letter or begins(world), ANS, line))
    return world.last(ANS)


def test_the_first_letter_is_answered_with_one_to_answer_and_nothing_is_given(world):
    letter = begins(world, "register")
    assert letter.subject == "Het klachtenregister van RONT"
    assert "op uw bericht is nog niets gedaan" in letter.text.lower()
    assert files(letter) == {}
    assert world.store.state.papers_asked == ()
    assert world.store.state.counters == {"K2026": 1}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("jaarverslag 2026", ["jaarverslag-2026.html", "jaarverslag-2026.csv", "jaarverslag-2026.json"]),
        ("kwartaal 4 2026", ["kwartaal-2026-4.html", "kwartaal-2026-4.csv", "kwartaal-2026-4.json"]),
        ("register 2026", ["register-2026.csv", "opgevraagd-2026.csv"]),
        ("steekproef 5", ["bewijs-K2026-0001.html"]),
        ("bewijs K2026-0001", ["bewijs-K2026-0001.html"]),
    ],
)
def test_he_gets_what_he_asks_for_and_no_name_of_a_client(world, line, names):
    letter = ask(world, line)
    assert list(files(letter)) == names
    for content in (letter.text, letter.html, *map(text_of, files(letter).values())):
        assert not [name for name in NAMES if name in content]
    assert "je het deelt" not in letter.text


def test_what_he_asked_for_is_on_record_under_his_name(world):
    letter = begins(world)
    ask(world, "jaarverslag 2026", letter)
    ask(world, "bewijs K2026-0001", letter)
    assert [(each.by, each.what) for each in world.store.state.papers_asked] == [(ANS, "jaarverslag 2026")]
    assert (world.complaint().history[-1].event, world.complaint().history[-1].actor) == ("shown", ANS)
    content = text_of(files(ask(world, "register 2026", letter))["opgevraagd-2026.csv"])
    assert "Ans Mulder;jaarverslag 2026" in content
    assert "Ans Mulder" in text_of(files(ask(world, "bewijs K2026-0001", world.last(ANS)))["bewijs-K2026-0001.html"])


@pytest.mark.parametrize(
    "line",
    [
        "K2026-0001 heropen",
        "dossier K2026-0001",
        "zoek Sanne",
        "status",
        "inzage sanne@example.nl",
        "vergeet sanne@example.nl zeker",
        "open @jan",
        "agenda",
        "afwezig t/m 16 december, @els neemt waar",
        "Wie doet de directiebeoordeling?",
        "geen klacht: vraag, over de factuur",
    ],
)
def test_anything_else_is_told_to_the_partners_and_never_carried_out(world, line):
    letter = begins(world)
    before = world.complaint(), world.store.state.absences
    world.news()
    told = ask(world, line, letter)
    assert (world.complaint(), world.store.state.absences) == before
    assert files(told) == {}
    assert not [name for name in NAMES if name in told.text.replace(line, "")]
    assert "doorgegeven aan de partners" in told.text
    read = [each for each in world.news() if each.to in {JAN, ELS}]
    assert [each.to for each in read] == [JAN, ELS]
    assert all(each.subject.startswith("Ans Mulder (auditor) schrijft") and line in each.text for each in read)


def test_a_request_and_a_question_in_one_mail_are_both_heard(world):
    letter = begins(world)
    world.news()
    ask(world, "register 2026\nWie doet de directiebeoordeling?", letter)
    his = [each for each in world.news() if each.to == ANS]
    assert sorted(each.subject for each in his) == [
        "Register 2026, zonder namen",
        "Uw vragen over het klachtenregister",
    ]


def test_the_partners_read_which_auditor_asks_them_something(world):
    ask(world, "Wie doet de directiebeoordeling?")
    assert "Ans Mulder" in world.last(JAN).text


def test_his_token_from_another_address_gives_nothing_and_is_listed(world):
    letter = begins(world)
    world.news()
    world.receive(answer(letter, "iemand@elders.example", "register 2026"))
    assert world.news() == []
    assert [each.sender for each in world.store.state.set_aside] == ["iemand@elders.example"]
    assert world.store.state.counters == {"K2026": 1}


def test_a_token_of_a_member_gives_an_auditor_nothing(world):
    world.receive(answer(about(world, "K2026-0001"), ANS, "dossier"))
    assert not [each for each in world.news() if each.to == ANS and "Sanne" in each.text]
    assert world.complaint().status == "closed"


def test_a_machine_that_says_the_same_again_is_not_answered(world):
    for number in range(3):
        world.receive(mail("Ik ben er niet.", sender=ANS, subject="Weg", message_id=f"{number}@keurmerk.example"))
    assert len(world.letters(ANS)) == 1


@pytest.mark.parametrize("line", ["bewijs", "bewijs K2026-0099", "steekproef 50"])
def test_what_cannot_be_given_is_explained(world, line):
    letter = ask(world, line)
    assert files(letter) == {}
    assert "Uw vragen" in letter.subject


def test_who_is_no_auditor_of_this_firm_is_a_client():
    world = World()
    world.receive(mail("register", sender=ANS))
    assert world.complaint().complainant.address == ANS
    world.receive(mail("En de zaal was koud.", sender=CLIENT))
    assert world.complaint("K2026-0002").status == "new"


def test_who_audits_is_no_member_and_oversees_nothing(world):
    found = world.firm.auditor(ANS.upper())
    assert (found.name, found.role, found.oversees) == ("Ans Mulder", "auditor", False)
    assert world.firm.member(ANS) is None
    assert ANS not in {each.address for each in world.firm.overseers}
