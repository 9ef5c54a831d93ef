"""The seals on paper: who kept a digest can show that the past was changed."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from klachtmail.domain.agenda.build import build
from klachtmail.domain.record import of_json, to_json
from klachtmail.domain.records.model import Complaint, Measure
from klachtmail.domain.records.port import Changes
from klachtmail.service.flush import flush
from klachtmail.service.sweep import digest_now
from klachtmail.store.seal import _chained, broken, commitment, heads, sealed
from klachtmail.store.verify import verify
from tests.world import ELS, JAN, World, mail


def with_two():
    world = World()
    world.receive(mail("De trainer was te laat.", message_id="een@example.nl"))
    world.receive(
        mail("De koffie was koud.", sender="Kees <kees@example.org>", message_id="twee@example.org", subject="Koffie")
    )
    return world


def digest(world, to=JAN):
    digest_now(world.office)
    flush(world.office)
    return [x for x in world.letters(to) if x.subject.startswith("Agenda")][-1]


def test_the_digest_prints_the_head_of_every_open_complaint_in_text_and_html():
    world = with_two()
    for letter in (digest(world), digest(world, ELS)):
        for number in ("K2026-0001", "K2026-0002"):
            printed = f"{number} {heads(world.complaint(number))[:16]}"
            assert printed in letter.text
            assert printed in " ".join(re.sub(r"<[^>]+>", "", letter.html).split())


def test_the_head_moves_with_every_step_and_not_without():
    world = with_two()
    first = build(world.store, world.firm, world.now, reader=None).seals
    assert build(world.store, world.firm, world.now, reader=None).seals == first
    world.press(JAN, "Ik pak het op")
    after = build(world.store, world.firm, world.now, reader=None).seals
    assert after["K2026-0002"] != first["K2026-0002"]
    assert after["K2026-0001"] == first["K2026-0001"]


def rewritten(world, number, **changes):
    """Change the past of a complaint in the register itself, as who has the file can."""
    old = world.complaint(number)
    changed = replace(old, history=(replace(old.history[0], **changes), *old.history[1:]))
    shelf = world.store._tables.complaints
    shelf.stage({number: to_json(changed, without_defaults=True)})()


def test_a_changed_past_shows_in_verify():
    world = with_two()
    assert verify(world.store) == []
    rewritten(world, "K2026-0001", detail="er is nooit geklaagd")
    assert [problem.where for problem in verify(world.store)] == ["K2026-0001"]


@pytest.mark.parametrize(
    "change",
    [
        {"due_on": dt.date(2027, 1, 1)},
        {"outcome": "wij hadden gelijk"},
        {"judgement": "ongegrond"},
        {"status": "closed"},
        {"closed_at": dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)},
        {"handler": ELS},
        {"about": (ELS,)},
        {"subject": "iets anders"},
        {"received_at": dt.datetime(2026, 11, 20, 8, tzinfo=dt.UTC)},
        {"measures": (Measure(text="een nieuwe zaal", worked=True),)},
        {"measures": (Measure(text="een nieuwe zaal", worked=False),)},
        {"measures": ()},
    ],
    ids=lambda change: f"{next(iter(change))}",
)
def test_a_field_beside_the_history_that_was_changed_shows_in_verify(change):
    world = with_two()
    world.reply(JAN, "ik\noorzaak: file\nstructureel: ja\nmaatregel: een nieuwe zaal")
    old = world.complaint("K2026-0002")
    assert len(old.measures) == 1
    world.store._tables.complaints.stage({old.number: to_json(replace(old, **change), without_defaults=True)})()
    assert [problem.where for problem in verify(world.store)] == [old.number]


def test_what_stands_beside_the_history_cannot_lose_its_seal():
    world = with_two()
    old = world.complaint("K2026-0001")
    last = replace(old.history[-1], facts=None)
    bare = replace(old, due_on=dt.date(2027, 1, 1), history=(*old.history[:-1], last))
    world.store._tables.complaints.stage({old.number: to_json(bare, without_defaults=True)})()
    assert [problem.where for problem in verify(world.store)] == [old.number]


def test_the_printed_head_stands_for_the_fields_too():
    """Who makes the chain anew over a changed due date cannot make the head that was printed."""
    world = with_two()
    letter, old = digest(world), world.complaint("K2026-0001")
    plain = tuple(replace(entry, seal=None, salt=None, facts=None) for entry in old.history)
    forged = sealed(replace(old, due_on=dt.date(2027, 1, 1), history=plain), None)
    assert broken(forged) is None
    assert heads(old)[:16] in letter.text
    assert heads(forged)[:16] not in letter.text


def test_a_register_of_before_the_fields_were_sealed_holds_and_its_next_entry_seals_them():
    world = with_two()
    old = world.complaint("K2026-0001")
    before, history = "", []
    for entry in old.history:  # as version 0.9 sealed them
        bare = replace(entry, facts=None)
        before = _chained(before, bare, commitment(bare), None)
        history.append(replace(bare, seal=before))
    older = replace(old, history=tuple(history))
    world.store._tables.complaints.stage({old.number: to_json(older, without_defaults=True)})()
    assert verify(world.store) == []
    world.receive(mail("Hallo?", In_Reply_To="<een@example.nl>"))
    after = world.complaint("K2026-0001")
    assert verify(world.store) == []
    assert broken(replace(after, due_on=dt.date(2027, 1, 1)))


def test_a_field_that_a_later_version_adds_breaks_no_seal():
    class Later(Complaint):
        mood: str = "onbekend"

    world = with_two()
    for each in world.store.everything():
        assert broken(of_json(Later, to_json(each))) is None


def test_a_whole_new_chain_passes_verify_and_not_the_paper():
    world = with_two()
    letter, old = digest(world), world.complaint("K2026-0001")
    again = [replace(entry, seal=None, salt=None) for entry in old.history]
    fresh = sealed(replace(old, history=(replace(again[0], detail="anders"), *again[1:])), None)
    world.store._tables.complaints.stage({old.number: to_json(fresh, without_defaults=True)})()
    assert verify(world.store) == []
    assert f"K2026-0001 {heads(world.complaint('K2026-0001'))[:16]}" not in letter.text


def test_the_past_cannot_be_rewritten_through_a_commit():
    world, refused = with_two(), ""
    old = world.complaint("K2026-0001")
    try:
        world.store.commit(
            Changes(complaints={old.number: replace(old, history=(replace(old.history[0], detail="anders"),))})
        )
    except ValueError as error:
        refused = str(error)
    assert "K2026-0001" in refused
