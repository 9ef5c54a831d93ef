"""What a member dates: it was done at noon of that day, and never later than what is on record already."""

import datetime as dt

import pytest

from tests.several import each, says
from tests.world import MONDAY, PIET, ZONE, World, mail

SUNDAY = dt.datetime(2026, 11, 22, 12, tzinfo=ZONE)
FRIDAY = dt.datetime(2026, 11, 20, 12, tzinfo=ZONE)


@pytest.fixture
def world():
    begun = World()
    begun.receive(mail("De trainer was te laat."))
    begun.later(hours=2)
    return begun


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (["contact gisteren"], {"contacted_at": SUNDAY}),
        (["contact vandaag"], {"contacted_at": MONDAY + dt.timedelta(hours=2)}),
        (["gebeld", "contact op 20 november", "contact gisteren"], {"contacted_at": FRIDAY}),
        (["uitkomst gemeld gisteren: excuses"], {"answered_at": SUNDAY, "contacted_at": SUNDAY}),
        (["uitkomst gemeld gisteren: excuses", "uitkomst gemeld: excuses"], {"answered_at": SUNDAY}),
        (["gebeld", "uitkomst gemeld gisteren: excuses"], {"contacted_at": SUNDAY}),
    ],
)
def test_what_was_said_is_on_record_on_the_day_that_is_named(world, lines, fields):
    each(world, *lines)
    for name, value in fields.items():
        assert getattr(world.complaint(), name) == value, name


def test_the_answer_names_another_day_than_today(world):
    assert "Contact met de klager op zondag 22 november 2026 vastgelegd." in says(world, "contact gisteren").text
    assert "Contact met de klager vastgelegd." in says(world, "contact vandaag").text


def test_a_letter_that_was_posted_yesterday_was_received_from_then_on():
    world = World()
    text = "Klager: Sanne de Boer, Dorpsstraat 1, 7311 AB Apeldoorn\nBetreft: training\nErnst: substantieel"
    world.receive(mail(text, sender=PIET, subject="Mondelinge klacht"))
    each(world, "bevestig", "gepost gisteren")
    assert world.complaint().acknowledged_at == SUNDAY
