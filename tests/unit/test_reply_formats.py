"""Nothing that stands in a letter we sent is ever a command, whatever program quotes it; what is typed is, wherever it stands."""

import pytest

from tests.reply_formats import FORMATS, PLACES, answered
from tests.world import ELS, JAN, World, mail

TEMPTING = "De trainer was te laat.\nsluit\nverstuur\ningetrokken: toch niet\nIk wil 100 euro terug."
LETTERS = ("routing", "transcript", "draft", "assigned")


def begun(kind):
    """Return a world, and the letter of this kind in which commands stand: buttons, done lines, a client's words."""
    world = World()
    world.receive(mail(TEMPTING))
    routing = world.last(JAN)
    if kind == "routing":
        return world, routing
    world.reply(
        JAN, "@els" if kind == "assigned" else "ik\ngeen gehoor\nuitkomst: Wij waren te laat.\nvoorstel: Gratis."
    )
    if kind == "assigned":
        return world, next(x for x in reversed(world.letters(ELS)) if "K2026-0001]" in x.subject)
    return world, next(x for x in reversed(world.letters(JAN)) if ("Concept" in x.subject) == (kind == "draft"))


def state_of(complaint):
    """Return what commands change."""
    fields = "status handler serious attempts contacted_at draft outcome proposal requested_remedy closed_at dismissal measures cause".split()
    return {name: getattr(complaint, name) for name in fields}


@pytest.mark.parametrize(
    "text", ["", "Dank je wel!", "Daar kijk ik morgen naar."], ids=["empty", "thanks", "a sentence"]
)
@pytest.mark.parametrize("program", FORMATS)
@pytest.mark.parametrize("kind", LETTERS)
def test_an_answer_without_a_command_does_nothing(kind, program, text):
    world, letter = begun(kind)
    before, sent = state_of(world.complaint()), len(world.letters("sanne@example.nl"))
    world.receive(answered(letter, letter.to, text, program))
    assert state_of(world.complaint()) == before
    assert len(world.letters("sanne@example.nl")) == sent
    notes = [h.detail for h in world.complaint().history if h.event == "noted"]
    assert notes == ([text] if text.startswith("Daar") else [])


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("program", FORMATS)
@pytest.mark.parametrize("kind", LETTERS)
def test_a_command_is_done_wherever_it_is_typed(kind, program, place):
    world, letter = begun(kind)
    before = state_of(world.complaint())
    world.receive(answered(letter, letter.to, "ingrijpend", program, place))
    assert state_of(world.complaint()) == {**before, "serious": True}
    assert [h.detail for h in world.complaint().history if h.event == "noted"] == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("program", FORMATS)
def test_a_typed_word_that_equals_a_button_is_the_authors(program, place):
    world, letter = begun("draft")
    world.receive(answered(letter, JAN, "verstuur", program, place))
    assert "De uitkomst" in world.last("sanne@example.nl").subject


@pytest.mark.parametrize("program", FORMATS)
def test_what_is_pasted_from_our_letter_into_a_value_is_the_authors(program):
    world, letter = begun("draft")
    pasted = "Wij waren te laat.\n\nU kunt gewoon op deze mail antwoorden.\nWij denken graag met u mee."
    world.receive(answered(letter, JAN, f"uitkomst: Het spijt ons.\n\n{pasted}", program))
    assert world.complaint().outcome == f"Het spijt ons.\n\n{pasted}"


@pytest.mark.parametrize("program", ["Outlook nl", "Turkish", "no heading", "HTML unmarked", "HTML of Yandex"])
@pytest.mark.parametrize("kind", ["routing", "transcript", "assigned"])
def test_a_letter_that_is_kept_no_longer_is_no_command_either(kind, program):
    world, letter = begun(kind)
    world.later(days=40)
    world.store.tidy(world.now)
    assert world.store.letter(letter.message_id) is None
    before = state_of(world.complaint())
    world.receive(answered(letter, letter.to, "", program))
    assert state_of(world.complaint()) == before
    world.receive(answered(letter, letter.to, "ingrijpend", program))
    assert state_of(world.complaint()) == {**before, "serious": True}
