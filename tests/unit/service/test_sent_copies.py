"""Copies in Sent: what it does not take is told, and made up for when it takes them again."""

from klachtmail.mailbox.port import MailboxError, MailboxFullError
from klachtmail.service.flush import flush
from klachtmail.service.watch.alarm import Alarm
from klachtmail.service.watch.pulse import Pulse
from tests.world import World, mail

FULL = MailboxFullError("The mailbox on mail.example is full ([OVERQUOTA]): delete mail or ask for more room.")


def copies(world):
    return [kept.raw for kept in world.mailbox.kept["sent"].values()]


def test_a_sent_folder_that_is_full_is_trouble_at_every_round_until_it_has_all_copies():
    world = World()
    world.mailbox.fail["append"] = FULL
    world.receive(mail("klacht"))
    assert len(world.courier.sent) == 3
    for _ in range(3):
        report = flush(world.office)
        assert "Sent keeps no copies" in report.problem
        assert "full" in report.problem
        assert not report.paused
    world.mailbox.fail.clear()
    assert flush(world.office).problem == ""
    assert sorted(copies(world)) == sorted(x.content for x in world.courier.sent)
    assert world.store.state.uncopied == ()


def test_the_administrator_hears_of_it_once_by_smtp_and_once_that_it_is_over(tmp_path):
    world = World()
    alarm = Alarm(world.office, Pulse(tmp_path))
    world.mailbox.fail["append"] = FULL
    world.receive(mail("klacht"))
    for _ in range(10):
        alarm.heard(flush(world.office).problem, world.now)
        world.later(minutes=1)
    assert len(world.letters("beheer@ront.nl")) == 1
    world.mailbox.fail.clear()
    for _ in range(3):
        alarm.heard(flush(world.office).problem, world.now)
        flush(world.office)
    assert len(world.letters("beheer@ront.nl")) == 2
    assert len(copies(world)) == len(world.courier.sent)


def test_some_copies_that_were_taken_before_it_was_full_are_not_made_twice():
    world = World()
    taken = world.mailbox.append
    world.mailbox.append = lambda role, content, at: _fail() if len(copies(world)) else taken(role, content, at)
    world.receive(mail("klacht"))
    world.mailbox.append = taken
    flush(world.office)
    assert sorted(copies(world)) == sorted(x.content for x in world.courier.sent)


def _fail():
    raise MailboxError("down")


def test_a_crash_between_acceptance_and_the_copy_leaves_no_letter_without_one_and_none_with_two():
    world = World()
    world.receive(mail("klacht"))
    for letter in world.store.letters():  # the daemon died after the commit: the journal still says that they went
        world.office.journal.trying(letter.id)
        world.office.journal.accepted(letter.id)
    world.mailbox.kept["sent"].popitem()
    flush(world.office)
    assert sorted(copies(world)) == sorted(x.content for x in world.courier.sent)
