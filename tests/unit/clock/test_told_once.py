"""Each (event, recipient, local date) once: across restarts, sleep, and clocks that step back."""

import datetime as dt
from collections import Counter

from clock_examples import (
    ELS,
    FIRM,
    JAN,
    PIET,
    ZONE,
    Register,
    at,
    complaint,
    date,
    days,
    events,
    go_round,
    taken,
    told,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.record import of_json, to_json
from klachtmail.domain.records.model import Complaint, Measure
from klachtmail.domain.records.state import Absence, SetAside, State

CALENDAR = Calendar(FIRM.organisation)


def test_a_second_round_on_the_same_day_says_nothing():
    register = Register(taken(received="2026-11-02 09:00"))
    assert go_round(register, at("2026-11-17 08:30")).requests
    again = go_round(register, at("2026-11-17 14:00"))
    assert (again.requests, again.complaints) == ((), ())


def test_a_round_after_a_restart_says_nothing_new():
    register = Register(taken(received="2026-11-02 09:00"))
    go_round(register, at("2026-11-17 08:30"))
    assert not go_round(register.restart(), at("2026-11-17 08:31")).requests


def test_a_clock_that_steps_back_over_midnight_or_over_the_hour_doubles_nothing():
    register = Register(taken(received="2026-11-02 09:00"))
    for moment in ("2026-11-17 08:30", "2026-11-18 08:30"):
        assert go_round(register, at(moment)).requests
    for moment in ("2026-11-17 23:59", "2026-11-18 08:29", "2026-11-18 08:30", "2026-11-17 08:30"):
        assert not go_round(register, at(moment)).requests


def test_a_milestone_that_was_told_before_the_clock_was_set_back_a_day_is_not_told_again():
    register = Register(taken(received="2026-11-02 09:00"))
    assert events(register, "2026-11-11") == {"jan": ["seven_days"]}
    assert events(register, "2026-11-10") == {}


def test_a_clock_that_was_a_year_ahead_for_a_day_keeps_nobody_in_the_dark():
    register = Register(taken(received="2026-11-02 09:00"))
    assert go_round(register, at("2027-11-17 08:30")).requests
    asked = {day: events(register, day) for day in days("2026-11-16", "2026-11-18")}
    assert [set(who) for who in asked.values()] == [{"jan", "els"}] * 3


def test_a_milestone_of_a_day_on_which_the_machine_was_off_is_told_on_the_next_one_once():
    register = Register(taken(received="2026-11-02 09:00"))
    asked = [day for day in days("2026-11-11", "2026-11-12") if events(register, day) == {"jan": ["seven_days"]}]
    assert asked == ["2026-11-11"]


def test_after_two_weeks_of_sleep_each_complaint_is_told_once_as_it_stands_now():
    register = Register(taken("K2026-0001", "2026-11-02 09:00"), taken("K2026-0002", "2026-11-11 09:00", by=PIET))
    events(register, "2026-11-06")
    back = told(go_round(register, at("2026-11-23 08:45")))
    assert back == {
        "jan": ["overdue K2026-0001", "eleven_days K2026-0002"],
        "els": ["overdue K2026-0001", "eleven_days K2026-0002"],
        "piet": ["eleven_days K2026-0002"],
    }


def test_what_becomes_due_after_the_mail_of_today_comes_tomorrow():
    register = Register(taken("K2026-0001", "2026-11-02 09:00"))
    go_round(register, at("2026-11-17 08:30"))
    register.change(complaint("K2026-0002", "2026-11-12 09:00"))
    assert events(register, "2026-11-17") == {}
    assert events(register, "2026-11-18")["jan"] == ["overdue", "no_handler"]


def test_old_keys_are_forgotten_but_not_the_milestones_of_an_open_complaint():
    long_ago = date("2026-05-01")
    old = {
        f"{what}|{long_ago}": long_ago
        for what in (
            "seven_days|K2026-0001|jan@ront.nl",
            "seven_days|K2025-0009|jan@ront.nl",
            "overdue|K2026-0001|jan@ront.nl",
            "morning||jan@ront.nl",
        )
    }
    recent = {"overdue|K2025-0009|jan@ront.nl|2026-11-16": date("2026-11-16")}
    register = Register(taken(received="2026-11-02 09:00"), state=State(reminded=old | recent))
    go_round(register, at("2026-11-17 08:30"))
    kept = register.state.reminded.keys() & (old.keys() | recent.keys())
    assert kept == {"seven_days|K2026-0001|jan@ront.nl|2026-05-01", *recent}


# ── what was set aside ──────────────────────────────────────────────────────────────────────────────────────────


def aside(name: str, received: str = "2026-11-20 12:00", **fields) -> SetAside:
    return SetAside(
        id=name,
        sha256="0" * 64,
        sender=f"{name}@elders.nl",
        name=name,
        subject="Nieuws",
        received_at=at(received),
        why="spam",
        **fields,
    )


def test_what_was_set_aside_is_listed_once_for_one_partner_with_a_button_to_make_it_a_complaint():
    register = Register(state=State(set_aside=(aside("a"), aside("b"), aside("c", listed_on=date("2026-11-20")))))
    (letter,) = go_round(register, at("2026-11-23 08:30")).requests
    assert (letter.to, [row.id for row in letter.data.aside]) == (JAN.address, ["a", "b"])
    assert letter.data.aside[0].button.line == "klacht a"
    assert {each.listed_on for each in register.state.set_aside} == {date("2026-11-20"), date("2026-11-23")}
    assert not go_round(register, at("2026-11-24 08:30")).requests


def test_the_first_partner_who_is_there_looks_at_what_was_set_aside():
    absences = (Absence(member=JAN.address, until=date("2026-11-30"), substitute=PIET.address),)
    register = Register(state=State(set_aside=(aside("a"),), absences=absences))
    assert [letter.to for letter in go_round(register, at("2026-11-23 08:30")).requests] == [ELS.address]


def test_a_flood_of_spam_is_listed_in_portions_and_none_of_it_is_forgotten_unseen():
    register = Register(state=State(set_aside=tuple(aside(f"x{n}") for n in range(230))))
    sizes = [
        len(letter.data.aside)
        for day in days("2026-11-23", "2026-11-27")
        for letter in go_round(register, at(f"{day} 08:30")).requests
    ]
    assert sizes == [100, 100, 30]


def test_what_was_listed_long_ago_is_forgotten():
    register = Register(
        taken(received="2026-11-02 09:00"), state=State(set_aside=(aside("a", listed_on=date("2026-05-01")),))
    )
    go_round(register, at("2026-11-17 08:30"))
    assert register.state.set_aside == ()


# ── whatever happens ────────────────────────────────────────────────────────────────────────────────────────────

PEOPLE = st.sampled_from([None, JAN.address, ELS.address, PIET.address, "weg@ront.nl"])
MOMENTS = st.datetimes(dt.datetime(2026, 10, 1), dt.datetime(2026, 12, 31), timezones=st.just(ZONE))  # noqa: DTZ001 - with a zone
OPTIONAL = st.none() | MOMENTS


@st.composite
def registers(draw) -> Register:
    complaints = []
    for counter in range(1, draw(st.integers(1, 4)) + 1):
        received = draw(MOMENTS)
        due = (received + dt.timedelta(days=14)).date()
        complaints.append(
            of_json(
                Complaint,
                {
                    **to_json(complaint(f"K2026-{counter:04d}")),
                    "received_at": received,
                    "original_due_on": due,
                    "due_on": due + dt.timedelta(days=draw(st.integers(0, 20))),
                    "handler": draw(PEOPLE),
                    "confirmed": draw(st.booleans()),
                    "contacted_at": draw(OPTIONAL),
                    "waiting_since": draw(OPTIONAL),
                    "answered_at": draw(OPTIONAL),
                    "about": draw(st.sampled_from([(), (JAN.address,), (PIET.address,)])),
                    "measures": [
                        Measure(text="M", owner=draw(PEOPLE), due_on=draw(st.none() | MOMENTS.map(dt.datetime.date)))
                    ],
                },
            )
        )
    away = [
        Absence(member=draw(PEOPLE) or JAN.address, until=draw(MOMENTS).date(), substitute=draw(PEOPLE))
        for _ in range(draw(st.integers(0, 2)))
    ]
    return Register(*complaints, state=State(absences=tuple(away)))


@settings(max_examples=60, deadline=None)
@given(registers(), st.lists(st.integers(-30 * 60, 4 * 24 * 60), min_size=5, max_size=40), st.data())
def test_exactly_one_reminder_per_event_recipient_and_day_whatever_the_clock_does(register, steps, data):
    now, sent = at("2026-11-02 08:30"), Counter()
    mails = Counter()
    for minutes in steps:
        now += dt.timedelta(minutes=minutes)
        if data.draw(st.booleans()):
            register = register.restart()
        done = go_round(register, now)
        today = CALENDAR.local_date(now)
        assert not done.requests or CALENDAR.is_workday(today)
        for letter in done.requests:
            mails[letter.to, today] += 1
            for item in letter.data.items:
                about = register.complaints[item.number].about
                assert letter.to not in about
                measure = next((b.line for b in item.buttons if "maatregel" in b.line), "")
                sent[item.event, item.number, measure, letter.to, today] += 1
                if item.event in {"seven_days", "eleven_days"}:
                    sent[item.event, item.number, letter.to] += 1
    assert not [what for what, times in (sent + mails).items() if times > 1]
