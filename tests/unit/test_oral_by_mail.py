"""What a colleague heard, and mails: from which day its two weeks run, who is told, and who handles it."""

import datetime as dt

import pytest

from klachtmail.domain.records.contract import complaint_json
from tests.several import leaves, says
from tests.world import ELS, JAN, MONDAY, PIET, ZONE, World, mail

HEARD = "Klager: Sanne de Boer, sanne@example.nl\nBetreft: training\n"
TWO = "Klagers: Sanne de Boer, sanne@example.nl en Kees Klant, kees@example.nl\nBetreft: training\n"
WEDNESDAY = dt.datetime(2026, 11, 18, 12, tzinfo=ZONE)
KIM = {"name": "Kim de Groot", "address": "kim@ront.nl", "alias": "kim", "role": "coordinator"}


def reported(text, *, sender=PIET, **sections):
    world = World(**sections)
    world.receive(mail(text, sender=sender, subject="Mondelinge klacht"))
    return world


def days(world):
    """Return when it was received and is due, of each who complained."""
    found = world.complaint()
    each = (found, *found.parties)
    return [(one.received_at, one.due_on, one.original_due_on) for one in each]


@pytest.mark.parametrize("text", [HEARD, TWO])
@pytest.mark.parametrize(
    ("said", "received", "due"),
    [
        ("18 november", WEDNESDAY, dt.date(2026, 12, 2)),
        ("woensdag", WEDNESDAY, dt.date(2026, 12, 2)),
        ("vandaag", MONDAY, dt.date(2026, 12, 7)),
    ],
)
def test_the_two_weeks_run_from_the_day_on_which_it_was_heard_for_everybody_who_complained(text, said, received, due):
    at_once = reported(f"{text}Ontvangen: {said}\nErnst: substantieel\n")
    later = reported(text)
    says(later, f"Ontvangen: {said}\nErnst: substantieel", member=PIET, below=later.last(PIET))
    assert set(days(at_once)) == set(days(later)) == {(received, due, due)}
    assert len(days(later)) == (2 if text == TWO else 1)


def test_a_serious_one_is_the_partners_to_give_and_its_reporter_reads_that():
    world = World()
    world.receive(mail("mondeling", sender=PIET, subject="mondeling"))
    says(
        world,
        f"{HEARD}Ernst: substantieel\nOpgelost: nee\nToelichting: dit is ingrijpend",
        member=PIET,
        below=world.last(PIET),
    )
    assert (world.complaint().serious, world.complaint().handler) == (True, None)
    assert "Vastgelegd als ingrijpend; de partners kiezen wie hem afhandelt." in world.last(PIET).text
    for partner in (JAN, ELS):
        assert "Piet Jansen noemt deze klacht ingrijpend: overleg wie hem afhandelt." in world.last(partner).text


@pytest.mark.parametrize("why", ["the reporter left", "the reporter coordinates"])
def test_a_remark_that_becomes_a_complaint_is_given_to_the_partners_when_its_reporter_cannot_handle_it(why):
    small = f"{HEARD}Ernst: klein\nOpgelost: ja, kachel aangezet"
    if why == "the reporter left":
        world = reported(small)
        leaves(world, employees=[])
    else:
        world = reported(small, sender="kim@ront.nl", employees=[KIM])
    agenda = says(world, "agenda", below=told_of_another(world))
    says(world, "M2026-0001 klacht", below=agenda)
    assert world.complaint("K2026-0002").handler is None
    for partner in (JAN, ELS):
        routed = next(x for x in world.letters(partner) if "K2026-0002]" in x.subject)
        assert "Ik pak het op" in routed.buttons
    assert world.letters("sanne@example.nl")


def told_of_another(world):
    """Have another complaint come in, so that Jan has a mail to answer."""
    world.receive(mail("De koffie was koud.", sender="Kees <kees@example.nl>"))
    return world.last(JAN)


def test_the_dossier_of_a_remark_that_became_a_complaint_offers_no_button_to_make_it_one():
    world = reported(f"{HEARD}Ernst: klein\nOpgelost: ja, kachel aangezet")
    agenda = says(world, "agenda", below=told_of_another(world))
    assert "Maak er een klacht van" in says(world, "M2026-0001 dossier", below=agenda).buttons
    says(world, "M2026-0001 klacht", below=agenda)
    assert says(world, "M2026-0001 dossier", below=agenda).buttons == {}
    assert "Deze melding is al klacht K2026-0002." in says(world, "M2026-0001 klacht", below=agenda).text


def test_whoever_heard_it_handles_it_from_the_moment_on_which_he_told_of_it():
    world = reported(f"{HEARD}Ernst: substantieel\nOpgelost: nee\n")
    told = complaint_json(world.complaint())
    assert (told["handler"], told["assigned_at"]) == (PIET, MONDAY.isoformat())


def test_everybody_who_complained_has_a_record_about_the_same_thing():
    world = reported(f"{TWO}Ernst: substantieel\n")
    records = [world.complaint(number) for number in ("K2026-0001", "K2026-0002")]
    assert [each.subject for each in records] == ["training", "training"]
    assert [each.subject for each in world.complaint().parties] == ["training"]
