"""Poison: one message that cannot be handled. Plague: trouble of ours. The first is set apart, the second never is."""

import datetime as dt
import functools

import pytest

from klachtmail.domain.decide import decide as decide_module
from klachtmail.letters.writer import TemplateError
from klachtmail.mailbox.memory import MemoryMailbox
from klachtmail.mailbox.port import MailboxError
from klachtmail.service import poll as poll_module
from klachtmail.service import quarantine
from klachtmail.service.poll import poll
from klachtmail.service.work import batch
from klachtmail.service.work.errors import ControlFailedError, OwnTroubleError
from klachtmail.store.errors import StoreError, StoreFullError, StoreStaleError
from klachtmail.store.verify import verify
from tests.world import JAN, World, mail

POISON = mail("gif", sender="p@example.nl", subject="Gif", message_id="gif@example.nl")


@pytest.fixture
def poison(monkeypatch):
    """Make every message with 'Gif' in its subject fail; call the result to find the cure."""
    real = batch.decide

    def failing(case):
        if "Gif" in case.mail.subject:
            raise RuntimeError("this message is poison")
        return real(case)

    monkeypatch.setattr(batch, "decide", failing)
    return functools.partial(monkeypatch.setattr, batch, "decide", real)


def rounds(world, count):
    return [world.poll() for _ in range(count)]


def test_a_message_that_fails_three_times_is_set_apart_and_a_partner_gets_it(poison):
    world = World()
    first = world.receive(POISON, mail("gewoon"))
    assert (first.counts["failed"], first.counts["new"]) == (1, 1)
    second, third, fourth = rounds(world, 3)
    assert [r.counts["failed"] for r in (second, third)] == [1, 0]
    assert third.counts["quarantined"] == 1
    assert fourth.fetched == 0
    letter = world.last(JAN)
    assert [p.get_filename() for p in letter.message.iter_attachments()] == ["bericht.eml"]
    assert "this message is poison" in letter.text
    assert "p@example.nl" in letter.text
    assert len(world.mailbox.kept["quarantine"]) == 1
    assert world.store.state.failures == {}
    assert verify(world.store) == []


def test_poison_stops_no_other_message_and_counts_against_none(poison):
    world = World()
    others = [mail(f"klacht {n}", sender=f"k{n}@example.nl") for n in range(3)]
    report = world.receive(others[0], POISON, *others[1:])
    assert report.counts["new"] == 3
    assert list(world.store.state.failures.values()) == [1]


def test_a_program_that_can_handle_nothing_counts_against_no_message(monkeypatch):
    def broken(_case):
        raise RuntimeError("all is broken")

    monkeypatch.setattr(batch, "decide", broken)
    monkeypatch.setattr("klachtmail.service.work.self_test.decide", broken)
    world = World()
    world.deliver(mail("een"), mail("twee"))
    for _ in range(5):
        with pytest.raises(ControlFailedError):
            poll(world.office)
    assert world.store.state.failures == {}
    assert len(world.mailbox.kept["inbox"]) == 2
    assert world.store.in_hand() == ()
    monkeypatch.undo()
    assert world.poll().counts["new"] == 2


@pytest.mark.parametrize(
    ("where", "verb", "error", "raised"),
    [
        ("store", "keep_mail", StoreFullError("the disk is full"), StoreError),
        ("store", "keep_letters", StoreFullError("the disk is full"), (StoreError, OwnTroubleError)),
        ("store", "commit", StoreFullError("the disk is full"), StoreError),
        ("writer", "render", TemplateError("nl/routing.md:3: oops"), OwnTroubleError),
        ("mailbox", "fetch", MailboxError("broke off"), MailboxError),
        ("mailbox", "waiting", MailboxError("broke off"), MailboxError),
    ],
)
def test_trouble_of_ours_quarantines_nothing_and_leaves_all_in_inbox(monkeypatch, where, verb, error, raised):
    world = World()
    world.deliver(mail("een"), mail("twee", sender="p@example.nl"))
    target = getattr(world.office, where)

    def failing(*_, **__):
        raise error

    monkeypatch.setattr(target, verb, failing)
    for _ in range(5):
        with pytest.raises(raised):
            poll(world.office)
    monkeypatch.undo()
    assert len(world.mailbox.kept["inbox"]) == 2
    assert world.store.state.failures == {}
    assert world.store.in_hand() == ()
    assert world.poll().counts["new"] == 2
    assert len(world.courier.sent) == 6


def test_what_was_in_hand_when_a_process_died_is_tried_alone_and_set_apart_after_three_deaths(monkeypatch):
    """The process dies in `decide` without a chance to clean up: what is left is the note on disk."""

    class DiedError(BaseException):
        pass

    real = decide_module.decide

    def deadly(case):
        if "Gif" in case.mail.subject:
            raise DiedError
        return real(case)

    monkeypatch.setattr(batch, "decide", deadly)
    world = World()
    world.deliver(POISON, mail("gewoon"), mail("ook gewoon", sender="q@example.nl"))
    for _ in range(3):
        in_hand = []
        note = world.store.note_in_hand
        monkeypatch.setattr(world.store, "note_in_hand", lambda keys: in_hand.append(list(keys)) or note(in_hand[-1]))
        with pytest.raises(DiedError):
            poll(world.office)
        monkeypatch.setattr(world.store, "note_in_hand", note)
        world.store.note_in_hand(in_hand[-2])  # a process that dies does not come to its `finally`
    assert sorted(c.subject for c in world.store.everything()) == ["Training vastgoedrekenen"] * 2
    assert world.poll().counts["quarantined"] == 1
    assert len(world.mailbox.kept["quarantine"]) == 1
    assert world.store.in_hand() == ()


def test_a_suspect_that_somebody_took_away_is_forgotten():
    world = World()
    world.store.note_in_hand(["inbox/1/99"])
    world.poll()
    assert world.store.in_hand() == ()


def quarantined(world):
    world.receive(POISON)
    rounds(world, 3)
    return next(quarantine.set_apart(world.store))


def test_after_a_fix_a_quarantined_message_is_read_again(poison):
    world = World()
    item = quarantined(world)
    assert quarantine.retry(world.office, item).kind == "failed"
    assert quarantine.find(world.store, item.id) is not None
    poison()
    outcome = quarantine.retry(world.office, item)
    assert (outcome.kind, outcome.number) == ("new", "K2026-0001")
    assert list(quarantine.set_apart(world.store)) == []
    world.poll()
    assert len(world.letters("p@example.nl")) == 1
    assert (len(world.mailbox.kept["quarantine"]), len(world.mailbox.kept["processed"])) == (0, 1)
    assert verify(world.store) == []
    assert world.receive(POISON).counts["duplicates"] == 1


def test_what_could_not_be_moved_into_quarantine_is_filed_after_the_fix_like_any_other(poison):
    world = World()
    world.mailbox.fail["file"] = MailboxError("the quota is reached")
    item = quarantined(world)
    poison()
    assert quarantine.retry(world.office, item).kind == "new"
    world.mailbox.fail.clear()
    world.poll()
    assert (len(world.mailbox.kept["inbox"]), len(world.mailbox.kept["processed"])) == (0, 1)


def test_what_lies_in_quarantine_is_named_by_ten_digits_its_sender_and_its_subject(poison):
    world = World()
    item = quarantined(world)
    assert (len(item.id), item.size, item.sender, item.subject) == (10, len(POISON), "p@example.nl", "Gif")
    assert quarantine.find(world.store, item.id.upper()) == item
    assert quarantine.find(world.store, "") is None
    assert quarantine.find(world.store, "g") is None
    world.later(hours=1)
    world.receive(b"\r\nGif", mail("gif", sender="q@example.nl", subject="Gif"))
    rounds(world, 3)
    assert [each.sender for each in quarantine.set_apart(world.store)] == ["p@example.nl", "q@example.nl"]


def test_a_quarantined_message_becomes_a_complaint_by_hand(poison):
    world = World()
    item = quarantined(world)
    made = quarantine.make_complaint(world.office, item, name="Sanne", address="p@example.nl", subject="Gif")
    world.poll()
    assert (made.number, made.complainant.address) == ("K2026-0001", "p@example.nl")
    assert [p.get_filename() for p in world.last(JAN).message.iter_attachments()] == ["bericht.eml"]
    assert world.letters("p@example.nl") == []  # not before a partner says so
    assert list(quarantine.set_apart(world.store)) == []
    assert verify(world.store) == []


@pytest.mark.parametrize("by_hand", [False, True])
def test_the_two_weeks_of_a_quarantined_message_run_from_its_receipt(poison, by_hand):
    world = World()
    world.deliver(POISON, at=world.now - dt.timedelta(days=10))
    world.receive(mail("gewoon", sender="g@example.nl"))
    rounds(world, 3)
    item = next(quarantine.set_apart(world.store))
    poison()
    if by_hand:
        number = quarantine.make_complaint(world.office, item, name="S", address="p@example.nl", subject="Gif").number
    else:
        number = quarantine.retry(world.office, item).number
    complaint = world.complaint(number)
    assert complaint.received_at == world.now - dt.timedelta(days=10)
    assert complaint.due_on == (world.now + dt.timedelta(days=4)).date()


def test_a_quarantined_message_can_be_marked_as_handled(poison):
    world = World()
    quarantine.mark_handled(world.office, quarantined(world))
    assert list(quarantine.set_apart(world.store)) == []
    assert world.poll().fetched == 0
    assert verify(world.store) == []


def test_what_was_dealt_with_while_the_mail_server_is_away_is_dealt_with(poison):
    world = World()
    item = quarantined(world)
    world.mailbox.fail["connect"] = MailboxError("away")
    quarantine.mark_handled(world.office, item)
    assert list(quarantine.set_apart(world.store)) == []
    world.mailbox.fail.clear()
    assert world.poll().fetched == 0


def test_two_people_at_once_make_one_complaint_of_a_quarantined_message(poison):
    world = World()
    item = quarantined(world)
    quarantine.make_complaint(world.office, item, name="Sanne", address="p@example.nl", subject="Gif")
    again = (
        lambda: quarantine.make_complaint(world.office, item, name="S", address="p@example.nl", subject="Gif"),
        lambda: quarantine.retry(world.office, item),
        lambda: quarantine.mark_handled(world.office, item),
    )
    for act in again:
        with pytest.raises(StoreStaleError):
            act()
    assert verify(world.store) == []


@pytest.mark.parametrize(("fit", "batches"), [(3.2, [3, 3, 3, 1]), (2.5, [2] * 5), (0.5, [1] * 10), (20.0, [10])])
def test_so_many_messages_are_in_memory_at_once_as_fit_and_a_larger_one_is_alone(monkeypatch, fit, batches):
    raws = [mail(f"De zaal was koud op dag {number}.") for number in range(10)]
    monkeypatch.setattr(poll_module, "BATCH_BYTES", int(fit * len(raws[0])))
    fetched, fetch = [], MemoryMailbox.fetch

    def seen(self, waiting, limit):
        fetched.append(len(waiting))
        return fetch(self, waiting, limit)

    monkeypatch.setattr(MemoryMailbox, "fetch", seen)
    world = World()
    world.receive(*raws)
    assert fetched == batches
    assert world.complaint("K2026-0010").text == "De zaal was koud op dag 9."
