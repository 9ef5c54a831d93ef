"""Records refuse what they do not know, when they are made and when they are changed."""

import datetime as dt
from dataclasses import FrozenInstanceError, replace

import pytest

from klachtmail.domain.record import of_json, to_json
from klachtmail.domain.records.model import Complaint, Party

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
DAY = NOON.date()
COMPLAINT = Complaint(
    number="K2026-0001", received_at=NOON, due_on=DAY, original_due_on=DAY, complainant=Party(name="Sanne de Boer")
)


@pytest.mark.parametrize(
    "change", [{"stauts": "new"}, {"status": "nonsense"}, {"due_on": "soon"}, {"measures": "none"}]
)
def test_an_unknown_field_and_a_wrong_value_are_refused(change):
    with pytest.raises(ValueError, match=next(iter(change))):
        replace(COMPLAINT, **change)
    with pytest.raises(ValueError, match=next(iter(change))):
        of_json(Complaint, {**to_json(COMPLAINT), **change})


def test_a_record_does_not_change():
    with pytest.raises(FrozenInstanceError):
        COMPLAINT.status = "closed"


def test_what_is_written_is_what_is_read():
    assert of_json(Complaint, to_json(COMPLAINT)) == COMPLAINT
    assert of_json(Complaint, to_json(COMPLAINT, without_defaults=True)) == COMPLAINT
    assert "status" not in to_json(COMPLAINT, without_defaults=True)
