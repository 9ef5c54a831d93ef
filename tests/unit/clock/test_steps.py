"""Where a complaint stands, and what is missing before it can be closed."""

from dataclasses import replace
from typing import get_args

import pytest
from clock_examples import FIRM, JAN, at, complaint, date, taken

from klachtmail.domain.records.events import Event
from klachtmail.domain.records.lifecycle import advance
from klachtmail.domain.records.model import Appeal, Dismissal, Draft, Measure
from klachtmail.domain.records.steps import STEPS, complainant_name, last_step, member_name, missing_to_close, next_step

ANSWERED = taken(
    status="answered", answered_at=at("2026-11-10 12:00"), outcome="Wij zaten fout", cause="drukte", structural=False
)


def test_every_step_is_an_event_of_the_life_cycle():
    assert STEPS.keys() <= set(get_args(Event))


def test_the_last_step_is_told_with_its_date_in_the_firms_zone_and_a_note_is_no_step():
    after = advance(complaint(), "acknowledged", at("2026-11-03 00:10"), "klachtmail")
    after = advance(after, "noted", at("2026-11-04 09:00"), JAN.address, "belt morgen")
    assert last_step(after, FIRM) == "3 november, ontvangst bevestigd"


def test_a_complaint_without_history_was_at_least_received():
    assert last_step(complaint(history=()), FIRM) == "2 november, ontvangen"


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (complaint(confirmed=False), "bevestigen wie de klager is en dat het een klacht is"),
        (complaint(), "een behandelaar kiezen"),
        (taken(serious=True), "bespreken in het partneroverleg"),
        (taken(waiting_since=at("2026-11-04 12:00")), "de klager antwoorden"),
        (taken(contacted_at=None), "contact opnemen met de klager"),
        (taken(serious=True, decision="Jan belt"), "de oorzaak onderzoeken"),
        (taken(cause="drukte"), "vaststellen of het structureel is"),
        (taken(cause="drukte", structural=True), "een verbetermaatregel afspreken"),
        (taken(cause="drukte", structural=False), "de uitkomst en het voorstel schrijven"),
        (ANSWERED, "de reactie van de klager afwachten, dan sluiten"),
        (replace(ANSWERED, accepted=False), "met de klager zoeken naar een oplossing"),
        (replace(ANSWERED, appeal=Appeal(on=date("2026-11-20"))), "de uitspraak afwachten"),
        (replace(ANSWERED, accepted=True), "sluiten"),
        (replace(ANSWERED, cause=None), "de oorzaak onderzoeken"),
        (replace(ANSWERED, status="closed"), ""),
    ],
)
def test_the_next_step_is_the_most_pressing_thing_to_do(record, expected):
    assert next_step(record) == expected


def test_an_outcome_that_is_written_has_to_be_sent_and_an_apology_does_not_replace_it():
    ready = taken(cause="drukte", structural=False)
    draft = Draft(kind="outcome", version=1, by=JAN.address, at=at("2026-11-05 12:00"))
    assert next_step(replace(ready, draft=draft)) == "het concept nakijken en versturen"
    assert next_step(replace(ready, draft=replace(draft, kind="apology"))) == "de uitkomst en het voorstel schrijven"


def test_an_untouched_complaint_misses_everything_before_it_can_be_closed():
    assert missing_to_close(complaint(), FIRM) == [
        "de uitkomst vertellen aan de klager",
        "de oorzaak",
        "of het structureel is (ja of nee)",
    ]


def test_a_structural_fault_needs_a_measure_before_the_complaint_can_be_closed():
    structural = replace(ANSWERED, structural=True)
    assert missing_to_close(structural, FIRM) == ["een verbetermaatregel, want het is structureel"]
    assert missing_to_close(replace(structural, measures=(Measure(text="Checklist"),)), FIRM) == [
        "een datum voor maatregel 1"
    ]
    assert (
        missing_to_close(replace(structural, measures=(Measure(text="Checklist", due_on=date("2027-02-01")),)), FIRM)
        == []
    )
    assert missing_to_close(ANSWERED, FIRM) == []


@pytest.mark.parametrize(
    "record",
    [
        complaint(withdrawn="is opgelost"),
        complaint("M2026-0001"),
        complaint(dismissal=Dismissal(kind="vraag", reason="route")),
    ],
)
def test_what_was_withdrawn_dismissed_or_only_a_remark_needs_nothing(record):
    assert missing_to_close(record, FIRM) == []


def test_a_complainant_without_a_name_is_called_by_his_address_and_a_former_member_by_his():
    party = complaint().complainant
    assert complainant_name(complaint(complainant=replace(party, name=""))) == "sanne@klant.nl"
    assert complainant_name(complaint(complainant=replace(party, name="", address=None))) == "onbekende klager"
    assert [member_name(address, FIRM) for address in (JAN.also[0], "weg@ront.nl", None)] == [
        "Jan de Vries",
        "weg@ront.nl",
        None,
    ]
