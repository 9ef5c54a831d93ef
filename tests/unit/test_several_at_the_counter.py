"""A couple or a class complains at the counter: each of them has a number, and hears for himself."""

from tests.letters_read import answer
from tests.several import FOUND, each, says, sends
from tests.world import JAN, PIET, World, mail

COUPLE = (
    "Klager: Ada Prins en Ben Bos\nTelefoon: 06 11111111 en 06 22222222\nE-mail: ada@example.nl en ben@example.nl\n"
    "Betreft: Koude zaal\nErnst: substantieel\nOpgelost: nee\nToelichting: Zij zaten te bibberen."
)


def reported(text=COUPLE, **sections):
    world = World(**sections)
    world.receive(mail(text, sender=f"Piet Jansen <{PIET}>", subject="Mondelinge klacht"))
    return world


def test_each_is_a_party_and_nobody_outside_hears_before_it_is_confirmed():
    world = reported()
    assert not [x for x in world.letters() if x.to.endswith("example.nl")]
    assert "Ook klager, met eigen brieven: Ben Bos (K2026-0002), 06 22222222, ben@example.nl" in world.last(JAN).text
    world.press(JAN, "Bevestig")
    for address, other, number in (("ada@example.nl", "Bos", "K2026-0001"), ("ben@example.nl", "Prins", "K2026-0002")):
        told = world.last(address)
        assert number in told.subject
        assert other not in told.text
    assert world.complaint().parties[0].acknowledged_at
    assert world.complaint("K2026-0002").merged_into == "K2026-0001"


def test_each_hears_the_outcome_and_what_one_writes_is_no_new_complaint():
    world = reported()
    world.press(JAN, "Bevestig")
    world.receive(answer(world.last("ben@example.nl"), "ben@example.nl", "Is er al nieuws?"))
    assert world.last(PIET).subject.startswith("Bos schrijft opnieuw")
    each(world, FOUND, "uitkomst: De ketel was stuk.")
    assert set(sends(world)) == {"ada@example.nl", "ben@example.nl"}
    says(world, "sluit")
    assert world.complaint().status == "closed"


def test_who_has_only_a_telephone_gets_his_letters_printed():
    world = reported(COUPLE.replace("E-mail: ada@example.nl en ben@example.nl\n", ""))
    world.press(JAN, "Bevestig")
    printed = [x.subject for x in world.letters(JAN) if x.subject.startswith("Om te printen")]
    assert sorted(subject.split("voor ")[1].split()[0] for subject in printed) == ["Bos", "Prins"]


def test_small_and_solved_is_one_remark_with_both_names():
    world = reported(COUPLE.replace("substantieel", "klein").replace("Opgelost: nee", "Opgelost: ja, kachel aangezet"))
    (remark,) = world.store.everything()
    assert (remark.number, remark.complainant.name) == ("M2026-0001", "Ada Prins en Ben Bos")
