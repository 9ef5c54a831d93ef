"""The outbox: when a letter goes again, when not, and who is told."""

import datetime as dt

import pytest

from klachtmail.domain.records.port import Changes
from klachtmail.mailbox.port import MailboxError
from klachtmail.service.flush import flush
from klachtmail.service.outbox.queue import ready
from klachtmail.service.work.desk import Desk
from klachtmail.smtp.port import Doubtful, Paused, Rejected, Retry, Sent
from tests.letters_read import read
from tests.world import ELS, JAN, World, mail

CLIENT = "sanne@example.nl"
PDF = (
    b"From: Sanne <sanne@example.nl>\r\nTo: klachten@ront.nl\r\nSubject: Klacht\r\nMessage-ID: <1@example.nl>\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
    b"--x\r\nContent-Type: text/plain\r\n\r\nZie bijlage.\r\n"
    b'--x\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Disposition: attachment; filename="a.pdf"\r\n'
    b"Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--x--\r\n"
)


def answers(world, **by_recipient):
    """Have the server answer letters to these people so; 'client' is the complainant, 'jan' and 'els' the partners."""
    addresses = {"client": CLIENT, "jan": JAN, "els": ELS}
    said = {addresses[name]: answer for name, answer in by_recipient.items()}
    world.courier.answer = lambda envelope: said.get(envelope.recipient, Sent())


def letter_to(world, address, kind=None):
    return next(x for x in world.store.letters() if x.to == address and kind in {None, x.kind})


def test_a_letter_goes_again_after_1_5_and_15_minutes_and_then_hourly_for_five_days():
    world = World()
    answers(world, client=Retry("451 greylisted"))
    world.receive(mail("klacht"))
    waits = []
    while (letter := letter_to(world, CLIENT)).state == "waiting":
        waits.append(letter.next_attempt_at - world.now)
        world.now = letter.next_attempt_at - dt.timedelta(seconds=1)
        before = len(world.courier.tried)
        flush(world.office)
        assert len(world.courier.tried) == before, "it went too early"
        world.now = letter.next_attempt_at
        flush(world.office)
    assert waits[:3] == [dt.timedelta(minutes=each) for each in (1, 5, 15)]
    assert set(waits[3:]) == {dt.timedelta(hours=1)}
    assert dt.timedelta(days=5) < sum(waits, dt.timedelta()) <= dt.timedelta(days=5, hours=1)
    assert letter.state == "failed"


def test_a_members_letter_goes_before_more_letters_to_outsiders_than_one_batch_takes(monkeypatch):
    monkeypatch.setattr("klachtmail.service.outbox.queue.BATCH", 2)
    world = World()
    world.courier.answer = lambda _letter: Paused("down")
    for number in range(3):
        world.receive(mail("klacht", sender=f"k{number}@example.nl"))
    last = next(x for x in world.store.unsent() if x.member == ELS and x.number == "K2026-0003")
    gone = {x.id for x in world.store.unsent() if x.member and x.id != last.id}
    world.store.commit(Changes(dropped_letters=gone))
    batch = ready(world.office, Desk(world.office, world.now))
    assert [x.to for x in batch] == [ELS, "k0@example.nl"]


def test_all_attempts_carry_the_same_bytes_and_message_id():
    world = World()
    answers(world, client=Retry("451 later"))
    world.receive(mail("klacht"))
    for _ in range(4):
        world.later(hours=1)
        flush(world.office)
    answers(world)
    world.later(hours=1)
    flush(world.office)
    tried = [x.content for x in world.courier.tried if x.recipient == CLIENT]
    assert len(tried) == 6
    assert len(set(tried)) == 1


def test_a_letter_that_failed_becomes_a_task_with_its_text():
    world = World()
    answers(world, client=Rejected("550 5.1.1 no such user"))
    world.receive(mail("klacht"))
    assert letter_to(world, CLIENT).state == "failed"
    flush(world.office)
    task = world.last(JAN)
    assert "550 5.1.1 no such user" in task.text
    assert "Wij nemen uw klacht serieus" in task.text
    complaint = world.complaint()
    assert "undelivered" in [h.event for h in complaint.history]
    assert [m.failed for m in complaint.messages if m.direction == "out"] == [True]


@pytest.mark.parametrize("reason", ["535 login", "550 5.7.60 send as", "550 5.4.5 daily limit", "connection refused"])
def test_trouble_of_the_sender_pauses_the_outbox_and_counts_against_no_letter(reason):
    world = World()
    world.courier.answer = lambda _: Paused(reason)
    world.receive(mail("klacht"))
    for _ in range(30):
        report = flush(world.office)
        assert report.paused == reason
        world.later(hours=5)
    assert {(x.state, x.attempts) for x in world.store.letters()} == {("waiting", 0)}
    world.courier.answer = lambda _: Retry("451 busy")  # after six days of trouble the five days of patience begin
    flush(world.office)
    assert {x.state for x in world.store.letters()} == {"waiting"}


def test_a_letter_that_is_too_large_goes_again_without_its_attachments():
    world = World()
    too_large = Rejected("552 5.3.4 too large", too_large=True)
    world.courier.answer = lambda x: too_large if b"a.pdf" in x.content and b"JVBERi0" in x.content else Sent()
    world.receive(PDF)
    flush(world.office)
    routing = world.last(JAN)
    assert [p.get_filename() for p in routing.message.iter_attachments()] == []
    assert "te groot" in routing.text
    assert {x.state for x in world.store.letters()} == {"sent"}


def test_a_doubtful_letter_is_looked_for_in_sent_before_it_goes_again():
    world = World()
    answers(world, client=Doubtful("broke off after DATA"))
    world.receive(mail("klacht"))
    letter = letter_to(world, CLIENT)
    tried = next(x for x in world.courier.tried if x.recipient == CLIENT)
    world.mailbox.add(tried.content, "sent", world.now)  # the server had taken it, and kept a copy
    world.later(minutes=2)
    flush(world.office)
    assert letter_to(world, CLIENT).state == "sent"
    assert letter_to(world, CLIENT).message_id == letter.message_id
    assert [x.recipient for x in world.courier.tried].count(CLIENT) == 1


def test_a_doubtful_letter_waits_while_the_sent_folder_cannot_be_asked():
    world = World()
    answers(world, client=Doubtful("broke off after DATA"))
    world.receive(mail("klacht"))
    world.mailbox.fail["has_message"] = MailboxError("down")
    for _ in range(3):
        world.later(minutes=2)
        flush(world.office)
    assert [x.recipient for x in world.courier.tried].count(CLIENT) == 1
    answers(world)
    world.mailbox.fail.clear()
    world.later(minutes=2)
    flush(world.office)
    assert letter_to(world, CLIENT).state == "sent"
    assert len({x.content for x in world.courier.tried if x.recipient == CLIENT}) == 1


def test_a_server_that_never_says_that_it_took_a_letter_gets_it_three_times_at_most():
    world = World()
    answers(world, client=Doubtful("broke off after DATA"))
    world.receive(mail("klacht"))
    for _ in range(50):
        world.later(hours=1)
        flush(world.office)
    assert [x.recipient for x in world.courier.tried].count(CLIENT) == 3
    assert "nobody knows whether it arrived" in world.last(JAN).text


def test_what_was_accepted_before_a_crash_is_not_sent_again():
    world = World()
    world.courier.answer = lambda _: Paused("not yet")
    world.receive(mail("klacht"))
    first, second, third = world.store.unsent()
    world.office.journal.trying(first.id)
    world.office.journal.accepted_then_trying(first.id, second.id)
    world.courier.answer = lambda _: Sent()
    flush(world.office)
    assert {x.recipient for x in world.courier.sent} == {second.to, third.to}  # the second is in doubt, and not in Sent


def test_letters_of_one_crashed_batch_that_sent_has_are_not_sent_again():
    world = World()
    world.courier.answer = lambda _: Paused("not yet")
    world.receive(mail("klacht"))
    first, *_ = world.store.unsent()
    world.office.journal.trying(first.id)
    world.mailbox.add(world.store.rendered(first.sha256), "sent", world.now)
    world.courier.answer = lambda _: Sent()
    flush(world.office)
    assert first.to not in [x.recipient for x in world.courier.sent]
    assert world.store.letter(first.id).state == "sent"


def test_a_copy_in_sent_is_the_letter_itself():
    world = World()
    world.receive(mail("klacht"))
    copies = [kept.raw for kept in world.mailbox.kept["sent"].values()]
    assert copies == [x.content for x in world.courier.sent]
    assert read(copies[-1]).subject.startswith("Wij hebben uw bericht ontvangen")


def test_a_full_sent_folder_stops_no_letter():
    world = World()
    world.mailbox.fail["append"] = MailboxError("OVERQUOTA")
    world.receive(mail("klacht"))
    assert len(world.courier.sent) == 3
    assert list(world.store.unsent()) == []


def test_a_letter_that_was_tried_while_the_clock_was_a_year_ahead_goes_at_once_when_it_is_right_again():
    world = World()
    answers(world, client=Retry("451 later"))
    now = world.now
    world.receive(mail("klacht"))
    world.later(days=365)
    flush(world.office)
    world.now = now + dt.timedelta(minutes=30)
    before = len(world.courier.tried)
    flush(world.office)
    assert len(world.courier.tried) == before + 1
    assert letter_to(world, CLIENT).first_attempt_at <= world.now


def test_a_machine_that_slept_for_two_weeks_does_not_give_up_a_letter_that_it_tried_once():
    world = World()
    answers(world, client=Retry("451 greylisted"))
    world.receive(mail("klacht"))
    world.later(days=14)
    flush(world.office)
    assert letter_to(world, CLIENT).state == "waiting"
    answers(world, client=Sent())
    world.later(minutes=5)
    flush(world.office)
    assert letter_to(world, CLIENT).state == "sent"
