"""Lines that a mail program broke off are shown whole; what somebody put on lines of its own stays there."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtmail.letters.reflow import reflowed
from tests.world import OURS, World, mail

LONG = (
    "Vrijdag volgde ik bij u de training vastgoedrekenen. De trainer was een uur te laat en van het lesmateriaal was de "
    "helft er niet. Daardoor hebben we het onderdeel over beleggingswaarden overgeslagen, en daar kwam ik juist voor."
)


@pytest.mark.parametrize("width", [65, 72, 76, 78, 80])
def test_a_broken_paragraph_is_whole_again(width):
    text = f"Goedemorgen,\n\n{textwrap.fill(LONG, width)}\n\n{textwrap.fill(LONG, width)}\n\nMet groet,\nSanne"
    assert reflowed(text) == f"Goedemorgen,\n\n{LONG}\n\n{LONG}\n\nMet groet,\nSanne"


def test_the_first_line_was_shorter_by_the_key_before_it():
    text = textwrap.fill(f"uitkomst: {LONG}", 78).removeprefix("uitkomst: ")
    assert reflowed(text) == LONG


@pytest.mark.parametrize(
    "text",
    [
        "Met vriendelijke groet,\nSanne de Boer\nDorpsstraat 1\n1234 AB Apeldoorn",
        "De trainer was te laat.\nHet lokaal was koud.\nIk wil mijn geld terug.",
        "Dit ging er op de training van vrijdag in Apeldoorn niet goed volgens mij:\n- de trainer was te laat\n- het was koud",
        "1. de trainer was op vrijdag een heel uur te laat in Apeldoorn bij ons\n2. het lokaal was koud\n3. er was geen koffie",
        f"{LONG}\n{LONG}",
        "Ik heb op vrijdag een training bij u in Apeldoorn gevolgd, bij Piet.\nDe trainer was te laat.\nDank alvast.",
        "> wat u vorige week aan mij schreef over de training in Apeldoorn en\n> dat klopte niet",
        "",
        "\n\n",
    ],
)
def test_what_stands_on_a_line_of_its_own_stays_there(text):
    assert reflowed(text) == text


def test_a_list_between_broken_paragraphs_stays_a_list():
    listed = "- de trainer\n- het lokaal"
    text = f"{textwrap.fill(LONG, 76)}\n\n{listed}\n\n{textwrap.fill(LONG, 76)}"
    assert reflowed(text) == f"{LONG}\n\n{listed}\n\n{LONG}"


@given(st.text(alphabet="ab Az.,:\n>-1|\r\t", max_size=400))
def test_no_word_is_lost_or_added(text):
    assert reflowed(text).split() == text.split()


@pytest.mark.parametrize(
    "text",
    [
        f"Dit wil ik, en ik vind dat niet te veel gevraagd na deze dag in uw zaal:\na) mijn geld terug\n{LONG[:70]}\nb) excuses van u",
        "De kosten van de hele dag, inclusief lunch en al het materiaal, in euro's\n45 reiskosten en\n12 parkeren",
        "RONT Advies en Training, Hoofdstraat 1, 7311 AA Apeldoorn, tel 010-1234567\nwww.ront.nl\nklachten@ront.nl",
        "de kosten\tvan de hele dag\tinclusief lunch en al het materiaal\tin euro\nlunch\t45",
    ],
)
def test_items_amounts_addresses_and_tables_stay_apart(text):
    assert reflowed(text) == text


def test_the_firms_own_signature_is_as_the_firm_wrote_it():
    ours = "RONT Advies en Training, Hoofdstraat 1 te Apeldoorn, telefoon 010-1234567\nop werkdagen van negen tot vijf"
    about = {"name": "RONT", "address": OURS, "domains": ["ront.nl"], "signature": ours}
    world = World(organisation=about)
    world.receive(mail("De zaal was koud."))
    assert ours in world.last("sanne@example.nl").text.replace("\r\n", "\n")
