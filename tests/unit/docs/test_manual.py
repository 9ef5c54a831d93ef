"""The partners' manual, done as it says: each step on its one page, and nothing is refused."""

import re
import textwrap
from pathlib import Path

import pytest

from tests.world import JAN, PIET, World, mail

MANUAL = (Path(__file__).parents[3] / "docs" / "handleiding-partners.md").read_text("utf-8")
STEPS = MANUAL.partition("## In het kort")[2].partition("```")[0]
(ANSWER,) = re.findall(r"^```\n(.*?)^```", MANUAL, re.MULTILINE | re.DOTALL)


def test_a_complaint_goes_from_mail_to_closed_with_the_words_of_the_manual():
    world = World()
    world.receive(mail("De zaal was ijskoud en ik wil mijn geld terug."))
    for step in ("ik pak het op", "gebeld", ANSWER, "verstuur", "klant akkoord", "sluit"):
        assert step == ANSWER or f"`{step}`" in STEPS, f"the manual no longer says {step}"
        draft = next((letter for letter in reversed(world.letters(JAN)) if letter.subject.startswith("Concept")), None)
        world.reply(JAN, step, to=draft if step == "verstuur" else None)
        assert "✗" not in world.last(JAN).text, world.last(JAN).text
    complaint = world.complaint()
    assert (complaint.status, complaint.handler, complaint.accepted, complaint.structural) == (
        "closed",
        JAN,
        True,
        True,
    )
    assert complaint.cause == "de zaal was dubbel geboekt"
    assert [measure.owner for measure in complaint.measures] == [JAN]


def test_doubt_does_nothing_as_the_manual_promises():
    world = World()
    world.receive(mail("De zaal was ijskoud."))
    for doubt in ("kan ik sluiten?", "ik pak het niet op", "als Jan het niet doet, pak ik het op"):
        world.reply(JAN, doubt)
        assert world.complaint().status == "new"
        assert world.complaint().handler is None


def test_the_manual_fits_one_printed_page():
    printed = [part for line in MANUAL.splitlines() for part in textwrap.wrap(line, 100) or [""]]
    assert len(printed) <= 60, "an A4 page has room for sixty lines of a hundred letters"


@pytest.mark.parametrize(
    ("said", "handler"),
    [("laat deze maar aan mij", JAN), ("zet maar op naam van Piet", PIET), ("14 ik pak het op", None)],
)
def test_what_the_manual_says_about_writing_freely_is_so(said, handler):
    assert said in MANUAL.lower() or said.capitalize() in MANUAL or said in MANUAL
    world = World()
    world.receive(mail("De zaal was ijskoud."))
    world.reply(JAN, said)
    assert world.complaint().handler == handler  # a number that the mail does not list is nobody's


@pytest.mark.parametrize(
    "said", ["net gesproken, ze was blij", "3x gebeld, geen gehoor", "deels gegrond en niet structureel"]
)
def test_what_the_manual_says_about_what_happened_is_so(said):
    assert said in " ".join(MANUAL.split())
    world = World()
    world.receive(mail("De zaal was ijskoud."))
    world.reply(JAN, f"ik pak het op\n{said}")
    assert "✗" not in world.last(JAN).text
