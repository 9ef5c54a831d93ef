"""The life cycle: one table, which refuses what it does not know and changes nothing then."""

import datetime as dt
import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtmail.domain.records.lifecycle import RESUME, TABLE, Refusal, advance, resumed
from klachtmail.domain.records.model import Complaint, Party

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
STATUSES = ("new", "assigned", "answered", "closed", "dismissed", "merged")


def complaint(**fields):
    due = dt.date(2026, 12, 7)
    return Complaint(
        number="K2026-0001", received_at=NOW, due_on=due, original_due_on=due, complainant=Party(), **fields
    )


@pytest.mark.parametrize("event", TABLE)
@pytest.mark.parametrize("status", STATUSES)
def test_what_the_table_does_not_know_is_refused_with_a_reason(event, status):
    before = complaint(status=status, answered_at=NOW if status == "answered" else None)
    after = advance(before, event, NOW, "jan@ront.nl", "detail")
    expected = TABLE[event].get(status)
    if expected is None:
        assert isinstance(after, Refusal)
        assert after.reason
    else:
        assert isinstance(after, Complaint)
        assert after.status == (resumed(before) if expected == RESUME else expected)
        assert after.history == (*before.history, after.history[-1])
        assert (after.history[-1].event, after.history[-1].actor, after.history[-1].detail) == (
            event,
            "jan@ront.nl",
            "detail",
        )


@given(st.lists(st.sampled_from(sorted(TABLE)), max_size=40))
def test_no_sequence_of_events_leaves_the_known_statuses_or_shortens_history(events):
    current = complaint()
    for event in events:
        after = advance(current, event, NOW, "jan@ront.nl")
        if isinstance(after, Complaint):
            assert after.status in STATUSES
            assert after.history[: len(current.history)] == current.history
            current = after


def test_the_drawing_is_not_stale():
    path = Path(__file__).parents[2] / "docs" / "draw.py"
    spec = importlib.util.spec_from_file_location("draw", path)
    draw = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(draw)
    for page, text in draw.pages().items():
        assert page.read_text(encoding="utf-8") == text, "run: python docs/draw.py"
