"""The clock jumps, stops and runs backwards: reminders and digests are neither doubled nor dropped."""

import datetime as dt

import pytest

from klachtmail.service.flush import flush
from klachtmail.smtp.port import Retry, Sent
from tests.letters_read import is_morning_mail
from tests.world import ELS, JAN, MONDAY, ZONE, World, mail


def at(*day, hour=8, minute=31):
    return dt.datetime(*day, hour, minute, tzinfo=ZONE)


def digests(world, to=JAN):
    return [letter.subject for letter in world.letters(to) if letter.subject.startswith("Agenda klachten")]


def mornings(world, to=JAN):
    return [letter for letter in world.letters(to) if is_morning_mail(letter)]


def every_five_minutes(world, until):
    """Sweep as the daemon's catch-up does."""
    while world.now < until:
        world.sweep()
        world.later(minutes=5)


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        (
            dt.datetime(2026, 10, 23, 12, tzinfo=ZONE),
            dt.datetime(2026, 10, 27, 12, tzinfo=ZONE),
        ),  # back an hour on the 25th
        (
            dt.datetime(2028, 3, 24, 12, tzinfo=ZONE),
            dt.datetime(2028, 3, 28, 12, tzinfo=ZONE),
        ),  # on an hour on the 26th
    ],
)
def test_a_change_of_the_clock_for_summer_doubles_and_drops_nothing(begin, end):
    world = World(begin)
    world.receive(mail("klacht"))
    world.later(days=1)
    every_five_minutes(world, end)
    assert len(digests(world)) == len(digests(world, ELS)) == 1
    assert len(mornings(world)) == 1  # on Monday; then on the third working day


def test_a_clock_that_is_set_back_sends_nothing_twice():
    world = World(at(2026, 11, 30))
    world.receive(mail("klacht"))
    world.later(days=2)
    world.sweep()
    sent = len(world.courier.sent)
    for hours in (1, 3, 26):  # NTP, a wrong time zone, a flat battery
        world.later(hours=-hours)
        world.sweep()
    world.now = at(2026, 12, 2)
    world.sweep()
    again = [x for x in world.courier.sent[sent:] if x.recipient == JAN]
    assert len(again) <= 1, "at most the morning mail of the day to which the clock went back, which had none"
    assert len(mornings(world)) == len({letter.message["Date"][:16] for letter in mornings(world)})


def test_a_clock_that_was_a_year_ahead_for_a_day_keeps_no_digest_back():
    world = World(at(2027, 11, 29, hour=9))
    world.receive(mail("klacht"))
    world.sweep()
    assert len(digests(world)) == 1
    world.now = at(2026, 11, 30, hour=9)
    world.sweep()
    world.sweep()
    assert len(digests(world)) == 2


def test_a_machine_that_slept_for_two_weeks_sends_one_morning_mail_and_one_digest():
    world = World(MONDAY)
    world.receive(mail("klacht"))
    world.sweep()
    before_mornings, before_digests = len(mornings(world)), len(digests(world))
    world.now = at(2026, 12, 7, hour=9)  # Monday, before the meeting at ten
    for _ in range(3):
        world.sweep()
    assert len(mornings(world)) - before_mornings == 1
    assert len(digests(world)) - before_digests == 1
    assert "K2026-0001" in world.letters(JAN)[-1].text


def test_a_digest_that_was_missed_until_after_the_meeting_is_noted_and_not_sent():
    world = World(MONDAY)
    world.sweep()
    sent = len(digests(world))
    world.now = at(2026, 12, 7, hour=11)
    world.sweep()
    assert len(digests(world)) == sent
    world.now = at(2026, 12, 14, hour=9)
    world.sweep()
    assert len(digests(world)) == sent + 1


def test_a_letter_whose_next_attempt_lies_in_a_future_that_the_clock_left_goes_when_that_comes_again():
    world = World()
    world.courier.answer = lambda _: Retry("451 later")
    world.receive(mail("klacht"))
    world.later(hours=-2)  # the clock was two hours ahead
    world.courier.answer = lambda _: Sent()
    flush(world.office)
    world.later(hours=2, minutes=2)
    flush(world.office)
    assert {x.state for x in world.store.letters()} == {"sent"}
