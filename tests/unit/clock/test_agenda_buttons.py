"""The buttons with which the meeting decides: each reason has its own, and each line is about its complaint."""

from dataclasses import replace

import pytest
from clock_examples import FIRM, JAN, Register, at, complaint, taken

from klachtmail.domain.agenda.build import build


@pytest.mark.parametrize(
    ("record", "lines"),
    [
        (taken(received="2026-11-20 09:00", serious=True), ["besproken: "]),
        (complaint(received="2026-11-20 09:00"), ["ik pak het op", "@"]),
        (taken(received="2026-11-02 09:00"), ["uitstel ", "uitkomst: "]),
        (
            complaint(received="2026-11-20 09:00", confirmed=False),
            ["bevestig", "geen klacht: anders, ", "ik pak het op", "@"],
        ),
    ],
)
def test_what_the_meeting_must_decide_has_the_buttons_for_it(record, lines):
    (row,) = build(Register(record), FIRM, at("2026-11-23 08:00"), reader=JAN).decide
    assert [button.line for button in row.buttons] == [f"K2026-0001 {line}" for line in lines]
    assert sum(button.main for button in row.buttons) <= 1
    assert {button.about for button in row.buttons} == {"Sanne de Boer"}


def test_a_complaint_about_the_reader_has_no_buttons_for_him():
    about = replace(complaint(received="2026-11-20 09:00"), about=(JAN.address,))
    (row,) = build(Register(about), FIRM, at("2026-11-23 08:00"), reader=JAN).decide
    assert (row.hidden, row.buttons) == (True, ())


def test_what_needs_no_decision_has_no_buttons():
    agenda = build(Register(taken(received="2026-11-20 09:00")), FIRM, at("2026-11-23 08:00"), reader=JAN)
    assert [row.buttons for row in agenda.others] == [()]
