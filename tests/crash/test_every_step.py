"""Dying at every step that touches the world: nothing is lost, nothing is there twice, one letter may go twice."""

import pytest

from klachtmail.service.act import act
from klachtmail.service.flush import flush
from klachtmail.service.round import one_round as poll
from klachtmail.service.sweep import sweep
from klachtmail.store.backup import restore
from klachtmail.store.copies import nightly_copy
from tests.crash.recorder import Firm, Recorder, as_it_is, on_record, problems, to_the_end, went
from tests.crash.workers import in_parallel
from tests.letters_read import answer, read
from tests.world import JAN, MONDAY, firm, mail

pytestmark = pytest.mark.timeout(600)  # many runs of the program, on a machine that may be busy


def small_firm(**sections):
    """One partner, so that a complaint has two letters: to the client and to him."""
    partner = {"name": "Jan de Vries", "address": JAN, "alias": "jan"}
    return firm(partners=[partner], employees=[], **sections)


def five_messages(world):
    for n in range(1, 6):
        world.mailbox.add(
            mail(f"Klacht nummer {n}.", sender=f"Klant {n} <klant{n}@example.nl>", subject=f"Zaak {n}"), at=world.now
        )


def with_complaints(world):
    """A firm with three complaints, all settled."""
    for n in range(1, 4):
        world.mailbox.add(mail(f"Klacht nummer {n}.", sender=f"klant{n}@example.nl", subject=f"Zaak {n}"), at=world.now)
    to_the_end(world)


def a_full_outbox(world):
    five_messages(world)
    world.run(poll)


def a_command(world):
    with_complaints(world)
    routing = next(read(x.content, x.recipient) for x in world.courier.sent if x.recipient == JAN)
    world.mailbox.add(
        answer(routing, JAN, "ik pak het op\ngebeld: wil haar geld terug\nuitkomst: wij betalen terug"), at=world.now
    )


def a_week_later(world):
    with_complaints(world)
    world.now = MONDAY.replace(day=30, hour=8, minute=31)


def a_restored_copy(world):
    """Last night's copy of the register, put back after two more complaints and a command."""
    with_complaints(world)
    copy = world.run(lambda office: nightly_copy(office.store, world.now))
    for n in (4, 5):
        world.mailbox.add(mail(f"Klacht nummer {n}.", sender=f"klant{n}@example.nl", subject=f"Zaak {n}"), at=world.now)
    to_the_end(world)
    routing = next(
        read(x.content, x.recipient) for x in world.courier.sent if x.recipient == JAN and b"-0004]" in x.content
    )
    world.mailbox.add(answer(routing, JAN, "ik pak het op"), at=world.now)
    to_the_end(world)
    restore(world.folder, copy, world.now)


def an_outcome_for_four(world):
    """Four complaints that are one by now; the draft of their outcome is read, and "verstuur" waits in the mailbox."""
    for n in range(1, 5):
        text = f"Klacht nummer {n}."
        world.mailbox.add(mail(text, sender=f"klant{n}@example.nl", message_id=f"een{n}@example.nl"), at=world.now)
    to_the_end(world)
    lines = ["groep 2 t/m 4 zeker", "oordeel: gegrond", "uitkomst: De zaal was koud."]
    world.run(lambda office: act(office, office.firm.partners[0], "K2026-0001", lines))
    to_the_end(world)
    draft = next(read(x.content, x.recipient) for x in reversed(world.courier.sent) if x.recipient == JAN)
    world.mailbox.add(answer(draft, JAN, "verstuur"), at=world.now)


def poll_and_flush(office):
    poll(office)
    flush(office)


def sweep_and_flush(office):
    sweep(office)
    flush(office)


SCENES = {
    "poll of five messages with two letters each": (five_messages, poll_and_flush),
    "flush of ten letters": (a_full_outbox, flush),
    "a command mail": (a_command, poll_and_flush),
    "sweep: morning mail and digest": (a_week_later, sweep_and_flush),
    "the outcome to four parties": (an_outcome_for_four, poll_and_flush),
    "reconciling after a restore": (a_restored_copy, poll_and_flush),
}


@pytest.mark.parametrize("scene", SCENES)
def test_a_death_at_any_step_loses_nothing_and_doubles_nothing(scene, tmp_path, record_property):
    prepare, work = SCENES[scene]
    people = small_firm()
    world = Firm(people, tmp_path / "data", MONDAY)
    prepare(world)

    undisturbed = as_it_is(world).reborn(tmp_path / "undisturbed", people, world.now)
    undisturbed.run(work)
    to_the_end(undisturbed)
    expected = records(undisturbed)
    assert problems(undisturbed) == []
    if prepare is an_outcome_for_four:
        each_is_told_once(undisturbed)

    recorder = Recorder(world)
    recorder.run(work)
    print(f"{scene}: {len(recorder.steps)} points before and after steps, {len(recorder.deaths)} different deaths")
    record_property("points", len(recorder.steps))
    record_property("deaths", len(recorder.deaths))
    assert len(recorder.deaths) > 20

    def survives(death, folder):
        again = death.reborn(folder, people, world.now)
        again.run(work)
        to_the_end(again)
        assert problems(again) == [], death
        assert records(again) == expected, death

    failures = in_parallel(recorder.deaths, survives, tmp_path)
    assert not failures, "\n".join(failures)


def each_is_told_once(world):
    """Assert that each of the four got the outcome."""
    outcomes = [x.recipient for x in world.courier.sent if b"uitkomst van uw klacht" in x.content]
    assert sorted(to for to in outcomes if to != JAN) == [f"klant{n}@example.nl" for n in range(1, 5)]


def records(world):
    """Return what must be the same, whatever died: records, seen messages, letters, folders."""

    found = world.run(lambda office: on_record(office.store))
    found["folders"] = {role: len(kept) for role, kept in world.mailbox.kept.items() if role != "sent"}
    found["went"] = went(world.courier.sent)
    return found
