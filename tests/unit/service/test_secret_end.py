"""A client secret that ends is told of before it does: then no mail comes in any more to tell anything."""

import datetime as dt
from dataclasses import replace

import pytest

from klachtmail.service.flush import flush
from klachtmail.service.watch import secret_end
from klachtmail.service.watch.health import Health
from tests.world import World

ADMINISTRATOR = "beheer@ront.nl"


@pytest.mark.parametrize(
    ("days", "told"),
    [(400, False), (31, False), (30, True), (29, False), (14, True), (1, True), (0, True), (-1, False)],
)
def test_the_administrator_hears_of_it_from_a_month_before(days, told):
    world = World()
    world.office = replace(world.office, secret_ends=world.now.date() + dt.timedelta(days))
    secret_end.tell(world.office)
    flush(world.office)
    letters = world.letters(ADMINISTRATOR)
    assert len(letters) == told
    assert all(f"{world.office.secret_ends:%d-%m-%Y}" in letter.subject for letter in letters)


@pytest.mark.parametrize(("days", "said"), [(31, False), (30, True), (-5, True)])
def test_status_and_check_say_it_from_then_on(days, said):
    today = dt.date(2026, 11, 29)
    assert bool(secret_end.sentence(today + dt.timedelta(days), today)) == said
    found = Health()
    secret_end.warn(found, today + dt.timedelta(days), today)
    assert found.status == ("warning" if said else "ok")


def test_where_nobody_wrote_a_day_there_is_nothing_to_say():
    assert secret_end.sentence(None, dt.date(2026, 11, 29)) == ""
