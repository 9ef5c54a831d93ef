"""Every mail of the tables is judged right, and only who may have a letter gets one."""

import datetime as dt

import pytest

from tests.mails.away import AWAY
from tests.mails.bounces import BOUNCES
from tests.mails.intake import INTAKE, SECTIONS
from tests.mails.machines import MACHINES
from tests.mails.people import PEOPLE
from tests.world import ELS, JAN, PIET, World, mail

INSIDE = {JAN, ELS, PIET, "beheer@ront.nl"}
TABLES = (*AWAY, *BOUNCES, *MACHINES, *PEOPLE)


def received(world, sample):
    """Receive a complaint, then the sample; return what was counted and who outside got a letter because of it."""
    world.receive(mail("De trainer was te laat en het materiaal ontbrak.", message_id="eerste@example.nl"))
    names = {"ack": world.last("sanne@example.nl").message_id, "routing": world.last(JAN).message_id}
    world.news()
    report = world.receive(sample.raw(**names), role=sample.role)
    counts = {kind: count for kind, count in report.counts.items() if count}
    outside = sorted({letter.to for letter in world.news()} - INSIDE)
    return counts, outside


def check(world, sample):
    counts, outside = received(world, sample)
    assert counts == {sample.kind: 1}
    assert outside == sorted(sample.answered)
    if sample.number:
        assert len(world.complaint(sample.number).messages) > 2, "it is in the dossier"
    assert bool(world.store.state.set_aside) == sample.listed
    if sample.complainant:
        assert world.complaint("K2026-0002").complainant.address == sample.complainant
    assert not world.mailbox.kept["inbox"]


def names(samples):
    return [sample.name for sample in samples]


def test_there_are_enough_of_them():
    assert len({*TABLES, *INTAKE}) >= 60


@pytest.mark.parametrize("sample", TABLES, ids=names(TABLES))
def test_a_mail_is_what_it_is(sample):
    check(World(), sample)


@pytest.mark.parametrize("sample", INTAKE, ids=names(INTAKE))
def test_a_source_brings_somebody_elses_complaint(sample):
    check(World(**SECTIONS), sample)


@pytest.mark.parametrize("sample", [s for s in TABLES if s.listed], ids=names(s for s in TABLES if s.listed))
def test_what_was_set_aside_becomes_a_complaint_with_one_button_and_from_its_own_day(sample):
    world = World()
    received(world, sample)
    world.later(days=1)
    world.sweep()
    morning = world.last(JAN)
    label = next(label for label, (_, _, body) in morning.buttons.items() if body.startswith("klacht"))
    world.press(JAN, label)
    assert world.complaint("K2026-0002").due_on == dt.date(2026, 12, 7)
    assert world.store.state.set_aside == ()
    if sample.role == "junk":
        assert len(world.mailbox.kept["junk"]) == 1, "never moved or deleted"
