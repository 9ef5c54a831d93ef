"""The seals on paper: who kept a digest can show that the past was changed."""

import re

from klachtmail.domain.agenda import build
from klachtmail.domain.records import Changes
from klachtmail.service.flush import flush
from klachtmail.service.sweep import digest_now
from klachtmail.store.seal import heads
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
    changed = old.but(history=(old.history[0].but(**changes), *old.history[1:]))
    shelf = world.store._hot.complaints
    shelf.stage({number: changed.model_dump(mode="json", exclude_defaults=True)})()


def test_a_changed_past_shows_in_verify():
    world = with_two()
    assert verify(world.store) == []
    rewritten(world, "K2026-0001", detail="er is nooit geklaagd")
    assert [problem.where for problem in verify(world.store)] == ["K2026-0001"]


def test_a_whole_new_chain_passes_verify_and_not_the_paper():
    from klachtmail.store.seal import sealed

    world = with_two()
    letter, old = digest(world), world.complaint("K2026-0001")
    again = [entry.but(seal=None, salt=None) for entry in old.history]
    fresh = sealed(old.but(history=(again[0].but(detail="anders"), *again[1:])), None)
    world.store._hot.complaints.stage({old.number: fresh.model_dump(mode="json", exclude_defaults=True)})()
    assert verify(world.store) == []
    assert f"K2026-0001 {heads(world.complaint('K2026-0001'))[:16]}" not in letter.text


def test_the_past_cannot_be_rewritten_through_a_commit():
    world, refused = with_two(), ""
    old = world.complaint("K2026-0001")
    try:
        world.store.commit(Changes(complaints={old.number: old.but(history=(old.history[0].but(detail="anders"),))}))
    except ValueError as error:
        refused = str(error)
    assert "K2026-0001" in refused
