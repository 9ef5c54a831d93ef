"""Twelve weeks of a small firm: nobody gets more mail than the page says, and nobody falls silent."""

import datetime as dt
import re

import pytest

from tests.twelve_weeks.__main__ import PAGE, PARTNERS, SEED, by_kind, by_week, per_complaint, played, table
from tests.twelve_weeks.play import LEAVES


@pytest.fixture(scope="module")
def play():
    return played(SEED, given=1)


def test_the_page_says_what_the_play_gives(play):
    page = PAGE.read_text(encoding="utf-8")
    for rows in (by_kind(play.got), by_week(play.got)):
        for line in list(table([], rows))[2:]:
            assert line in page


def test_one_complaint_is_eight_mails_to_its_handler_and_three_to_each_other_partner(play):
    """Each letter more to the client is two mails more: its draft, and that it went."""
    two_letters = {"postponed", "appeal"}
    for course, handler, others in per_complaint(play):
        assert handler <= (10 if course in two_letters else 8), course
        assert max(others) <= 3, course


def test_what_nobody_takes_every_partner_is_asked_about(play):
    left = [number for number, case in play.numbers.items() if case.course == "nobody takes it"]
    for number in left:
        asked = {got.to for got in play.got if got.kind in {"morning", "digest"} and number in got.letter.text}
        assert asked >= set(PARTNERS)


def test_what_is_late_its_handler_hears_each_working_day(play):
    (number,) = (number for number, case in play.numbers.items() if case.course == "overdue")
    late = [
        got
        for got in play.got
        if got.kind == "morning" and re.search(rf"wacht op antwoord \[{number}\]", got.letter.text)
    ]
    assert {got.at.date() for got in late}, "it was late"
    first, last = min(got.at.date() for got in late), max(got.at.date() for got in late)
    handler = play.handler(play.numbers[number])
    days = (first + dt.timedelta(days=step) for step in range((last - first).days + 1))
    assert sum(got.to == handler for got in late) == sum(map(play.calendar.is_workday, days))


def test_what_the_leaver_had_somebody_else_closes(play):
    left = [number for number, case in play.numbers.items() if case.handler == LEAVES[0]]
    assert left
    assert not [
        number
        for number in left
        if play.world.complaint(number).handler == f"{LEAVES[0]}@ront.nl" and play.world.complaint(number).is_open
    ]


def test_everybody_who_complained_heard_from_us_at_least_twice(play):
    heard = {
        case.address: play.clients.get(case.address, 0)
        for case in play.numbers.values()
        if case.course not in {"no complaint", "withdrawn"}
    }
    over = [case.address for number, case in play.numbers.items() if play.world.complaint(number).answered_at]
    assert min(heard[address] for address in over) >= 2
