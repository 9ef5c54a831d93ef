"""What complaints are about, by the firm's own lists: `soort:`, its buttons, and no closing without it."""

import pytest

from klachtmail.domain.records.model import Classification
from tests.world import JAN, World, mail

CLASSES = {
    "product": ["training", "advies"],
    "aspect": ["trainer", "factuur", "planning"],
    "cause": ["roosterfout", "onduidelijke afspraak"],
}


@pytest.fixture
def mine():
    world = World(classification=CLASSES)
    world.receive(mail("De trainer was te laat, en de planning klopte niet."))
    world.reply(JAN, "ik pak het op")
    return world


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("soort: training, trainer", Classification(product="training", aspect="trainer")),
        ("soort: Trainer, Training", Classification(product="training", aspect="trainer")),
        ("soort: rooster; advies", Classification(product="advies", cause="roosterfout")),
        ("soort: onduidelijke afspraak", Classification(cause="onduidelijke afspraak")),
        ("classification: training", Classification(product="training")),
    ],
)
def test_a_word_finds_its_list_in_any_order(mine, line, expected):
    mine.reply(JAN, line)
    assert mine.complaint().classification == expected


def test_a_later_word_changes_its_own_list_only(mine):
    mine.reply(JAN, "soort: training, trainer")
    mine.reply(JAN, "soort: factuur")
    assert mine.complaint().classification == Classification(product="training", aspect="factuur")


@pytest.mark.parametrize("line", ["soort: trein", "soort: train", "soort: training, onzin"])
def test_a_word_of_no_list_or_of_two_changes_nothing_and_the_words_are_named(mine, line):
    mine.reply(JAN, line)
    assert mine.complaint().classification is None
    assert "roosterfout" in mine.last(JAN).text


def test_the_likeliest_two_are_buttons(mine):
    mine.reply(JAN, "gebeld")
    buttons = mine.last(JAN).buttons
    assert [label for label in buttons if label.startswith("Soort")] == ["Soort: training", "Soort: trainer"]


def test_without_lists_the_answer_says_who_sets_them():
    world = World()
    world.receive(mail("De trainer was te laat."))
    world.reply(JAN, "ik\nsoort: training")
    assert world.complaint().classification is None
    assert "beheerder" in world.last(JAN).text


def test_where_it_is_required_no_complaint_closes_without_it():
    world = World(classification={**CLASSES, "required": True})
    world.receive(mail("De trainer was te laat."))
    world.reply(JAN, "ik\ngebeld\noorzaak: file\nstructureel: nee\nuitkomst gemeld: excuses\nklant akkoord")
    world.reply(JAN, "sluit")
    assert world.complaint().status == "answered"
    assert "soort" in world.last(JAN).text
    world.reply(JAN, "soort: trainer")
    world.reply(JAN, "sluit")
    assert world.complaint().status == "closed"
