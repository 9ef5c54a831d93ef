"""Records refuse what they do not know, when they are made and when they are changed."""

import datetime as dt
from dataclasses import FrozenInstanceError, replace

import pytest

from klachtmail.cli.output import letter_json
from klachtmail.domain.record import of_json, to_json
from klachtmail.domain.records.contract import complaint_json
from klachtmail.domain.records.model import Complaint, Party
from klachtmail.domain.records.workspace import Workspace
from klachtmail.store.memory import MemoryStore
from tests.several import each, says, three
from tests.world import JAN, World, mail

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


def test_the_json_of_a_complaint_says_all_that_is_known_of_who_complained():
    person = Party(
        name="Sanne de Boer",
        address="sanne@example.nl",
        phone="06-12345678",
        postal="Dorpsstraat 1",
        organisation="Vos",
    )
    shown = complaint_json(replace(COMPLAINT, complainant=person))["complainant"]
    assert shown == {key: getattr(person, key) for key in ("name", "address", "phone", "postal", "organisation")}


@pytest.mark.parametrize("word", ["bakkerij", "sanne vos", "info@vos", "vos.example", "oven", "verbrand", "2026-0001"])
def test_a_complaint_is_found_by_who_complained_and_for_which_firm_and_by_what_was_written(word):
    world = World()
    text = "Alles is verbrand.\n\nMet vriendelijke groet,\nSanne Vos"
    world.receive(mail(text, sender="Bakkerij De Korenaar <info@vos.example>", subject="De oven"))
    world.receive(mail("Koud.", sender="Kees <kees@example.nl>", subject="Zaal"))
    found = says(world, f"zoek {word}")
    assert "K2026-0001" in found.text
    assert "K2026-0002" not in found.text


def test_who_complained_first_keeps_the_day_of_his_own_whatever_else_is_noted():
    world = three(days=2)
    each(world, "groep 1 zeker", "gebeld", number="K2026-0003")
    assert world.complaint("K2026-0003").due_on == dt.date(2026, 12, 7)
    says(world, "K2026-0001 uitkomst gemeld: excuses", number="K2026-0003")
    assert world.complaint("K2026-0003").due_on == dt.date(2026, 12, 11)


@pytest.mark.parametrize("address", ["sanne@example.nl", "recht@kantoor.example", "oud@example.nl"])
def test_what_was_decided_in_this_round_is_found_by_address_as_what_is_on_record_is(address):
    lawyer = Party(address="recht@kantoor.example", role="representative")
    known = replace(
        COMPLAINT, complainant=Party(address="sanne@example.nl"), parties=(lawyer,), others=("oud@example.nl",)
    )
    store = MemoryStore()
    desk = Workspace(store)
    desk.put(known)
    assert desk.numbers_for_address(address) == ("K2026-0001",)
    with store.work():
        store.commit(desk.changes)
    assert store.numbers_for_address(address) == ("K2026-0001",)


def test_the_outbox_tells_how_large_a_letter_is_and_one_that_is_not_written_yet_has_no_size():
    world = World(limits={"routing_hour": 1, "per_address_hour": None, "per_address_day": None, "outsiders_hour": None})
    for number in range(3):
        world.receive(mail(f"Klacht {number}", sender=f"klant{number}@example.org", subject=f"Iets anders {number}"))
    sizes = {x.state: letter_json(x)["size"] for x in world.store.letters() if x.member == JAN}
    assert sizes["held"] == 0
    assert sizes["sent"] > 0
