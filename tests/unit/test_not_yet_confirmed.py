"""A complaint that a colleague passed on and nobody confirmed: it can be worked on, and nobody outside hears of it before."""

import pytest

from tests.several import each, says
from tests.world import JAN, PIET, World, mail

HEARD = "Klager: Sanne de Boer, 06-12345678\nBetreft: training\nErnst: substantieel\n"
TWO = (
    "Klagers: Sanne de Boer, sanne@example.nl en Kees Klant, kees@example.nl\nBetreft: training\nErnst: substantieel\n"
)
BY_PHONE = "Klagers: Sanne de Boer 06-12345678 en Kees Klant 06-87654321\nBetreft: training\nErnst: substantieel\n"
REOPEN = "Dat kan niet: deze klacht is gesloten; stuur eerst “heropen”."


def heard(text=HEARD, **sections):
    """Return a world in which Piet wrote down what he heard, in a fresh mail."""
    world = World(**sections)
    world.receive(mail(text, sender=PIET, subject="mondelinge klacht"))
    assert not world.complaint().confirmed
    return world


def outside(world):
    return [letter.to for letter in world.news() if not letter.to.endswith("@ront.nl")]


@pytest.mark.parametrize("line", ["klacht", "bevestig"])
def test_one_that_is_closed_is_not_confirmed_and_the_answer_says_how_to_open_it(line):
    world = heard()
    says(world, "ingetrokken: het was een misverstand")
    assert REOPEN in says(world, line).text
    assert not world.complaint().confirmed
    says(world, "heropen")
    assert "De klacht is bevestigd." in says(world, line).text


def test_who_complained_is_put_right_in_a_closed_one_and_nobody_hears_of_it():
    world = heard()
    each(world, "ingetrokken: het was een misverstand", "klager: Kees <kees@example.nl>")
    assert world.complaint().complainant.address == "kees@example.nl"
    assert not world.complaint().confirmed
    assert outside(world) == []


def test_one_that_is_dealt_with_is_closed_without_a_letter_to_anybody():
    world = heard("Klager: Sanne de Boer, sanne@example.nl\nBetreft: training\nErnst: substantieel\n")
    answered = each(world, "uitkomst gemeld: excuses", "oorzaak: planning", "structureel: nee", "sluit")
    assert "De klacht is gesloten." in answered.text
    assert "brief" not in answered.text
    assert (world.complaint().status, world.complaint().draft) == ("closed", None)
    assert outside(world) == []


def test_a_draft_waits_until_somebody_confirms_who_complained():
    world = heard("Klager: Sanne de Boer, sanne@example.nl\nBetreft: training\nErnst: substantieel\n")
    shown = each(world, "uitkomst: Wij waren te laat.", "voorstel: U krijgt een nieuwe dag.")
    ask = "De klager is nog niet bevestigd: stuur eerst “bevestig” of “klager: naam <adres>”."
    assert ask in shown.text
    assert ask in says(world, "verstuur", below=shown).text
    assert outside(world) == []


@pytest.mark.parametrize("line", ["klacht", "klager: Sanne de Boer <sanne@example.nl>"])
def test_a_firm_that_acknowledges_on_request_confirms_without_a_letter(line):
    world = heard(TWO, procedure={"acknowledge": "on_request"})
    assert "De klacht is bevestigd." in says(world, line).text
    assert outside(world) == []
    says(world, "bevestig")
    assert outside(world) == ["sanne@example.nl"]


def test_bevestig_is_the_request():
    world = heard(TWO, procedure={"acknowledge": "on_request"})
    says(world, "bevestig")
    assert outside(world) == ["kees@example.nl", "sanne@example.nl"]


def test_an_address_that_reads_nothing_gets_no_acknowledgement_and_the_answer_says_so():
    world = heard()
    answered = says(world, "klager: Sanne de Boer <no-reply@example.nl>")
    assert "De klacht is bevestigd. Geen ontvangstbevestiging: dit adres leest geen antwoorden." in answered.text
    assert world.complaint().confirmed
    assert outside(world) == []


@pytest.mark.parametrize(("number", "stays"), [("K2026-0001", "kees@example.nl"), ("K2026-0002", "sanne@example.nl")])
def test_who_withdrew_before_it_was_confirmed_is_not_told_that_it_was_received(number, stays):
    world = heard(TWO)
    assert "Wie klaagde, krijgt daarover een brief." not in says(world, f"{number} ingetrokken: het is opgelost").text
    says(world, "bevestig")
    assert outside(world) == [stays]


@pytest.mark.parametrize(("number", "stays"), [("K2026-0001", "K2026-0002"), ("K2026-0002", "K2026-0001")])
def test_nor_is_a_letter_to_them_printed(number, stays):
    world = heard(BY_PHONE)
    each(world, f"{number} ingetrokken: het is opgelost", "bevestig")
    printed = [letter.subject for letter in world.letters(JAN) if letter.subject.startswith("Om te printen")]
    assert [stays in subject for subject in printed] == [True]
