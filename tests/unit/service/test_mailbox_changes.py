"""Other people use the mailbox too: whatever they do to a message between two of our steps, nothing is lost."""

import datetime as dt

import pytest

from klachtmail.mailbox.port import MailboxError, MailboxFullError
from klachtmail.service.nightly import nightly
from klachtmail.service.poll import BATCH, poll
from klachtmail.service.restore.compare import compare
from klachtmail.store.verify import verify
from tests.world import MONDAY, World, mail

ADMINISTRATOR = "beheer@ront.nl"


def before(world, verb, what):
    """Do this once, right before the mailbox carries out its next command of this kind."""
    real = getattr(world.mailbox, verb)

    def interrupted(*arguments, **options):
        setattr(world.mailbox, verb, real)
        what()
        return real(*arguments, **options)

    setattr(world.mailbox, verb, interrupted)


@pytest.mark.parametrize("verb", ["fetch", "file"])
def test_a_message_that_is_deleted_under_our_hands_stops_nothing(verb):
    world = World()
    world.deliver(mail("een"), mail("twee", sender="p@example.nl"))
    before(world, verb, lambda: world.mailbox.kept["inbox"].pop(1))
    report = world.poll()
    assert report.counts["new"] == (1 if verb == "fetch" else 2)
    assert report.trouble == ""
    assert world.poll().fetched == 0
    assert verify(world.store) == []


def test_a_message_that_the_server_lists_and_does_not_give_stays_and_somebody_is_told():
    world = World()
    world.deliver(mail("een"), mail("twee", sender="p@example.nl"))
    given = world.mailbox.fetch
    world.mailbox.fetch = lambda waiting, limit: (each for each in given(waiting, limit) if each.waiting.uid != 1)
    report = world.poll()
    assert report.counts["new"] == 1
    assert "does not give 1 of the messages in inbox (UID 1)" in report.trouble
    assert list(world.mailbox.kept["inbox"]) == [1]
    world.mailbox.fetch = given
    assert world.poll().counts["new"] == 1


def test_a_message_that_somebody_moves_between_fetch_and_move_is_on_record_once():
    world = World()
    world.deliver(mail("een"))
    before(world, "file", lambda: world.mailbox.file(world.mailbox.waiting("inbox"), "quarantine"))
    assert world.poll().counts["new"] == 1
    world.mailbox.file(world.mailbox.waiting("quarantine"), "inbox")  # and puts it back
    assert world.poll().counts["duplicates"] == 1
    assert len(list(world.store.everything())) == 1
    assert len(world.letters("sanne@example.nl")) == 1


def test_a_new_uidvalidity_makes_no_second_complaint():
    world = World()
    world.mailbox.fail["file"] = MailboxError("broke off")
    world.receive(mail("een"))
    world.mailbox.fail.clear()
    world.mailbox.renumber()
    assert world.poll().counts["duplicates"] == 1
    assert len(list(world.store.everything())) == 1
    assert world.mailbox.kept["inbox"] == {}


def test_a_new_uidvalidity_between_listing_and_fetch_is_a_failed_round_and_no_more():
    world = World()
    world.deliver(mail("een"))
    before(world, "fetch", world.mailbox.renumber)
    with pytest.raises(MailboxError, match="renumbered"):
        poll(world.office)
    assert world.poll().counts["new"] == 1
    assert world.store.state.failures == {}


def test_a_full_mailbox_keeps_no_new_mail_waiting():
    world = World()
    world.mailbox.fail["file"] = MailboxFullError("The mailbox is full")
    world.receive(mail("een"))
    report = world.receive(mail("twee", sender="p@example.nl"))
    assert report.counts["new"] == 1
    assert "full" in report.trouble
    assert len(world.letters("p@example.nl")) == 1
    world.mailbox.fail.clear()
    assert world.poll().filed == 2
    assert world.mailbox.kept["inbox"] == {}


def test_the_same_mail_to_two_of_our_addresses_is_one_complaint():
    world = World()
    twin = mail("een", message_id="zelfde@example.nl")
    report = world.receive(
        b"Received: by a\r\nDelivered-To: klachten@ront.nl\r\n" + twin,
        b"Received: by b\r\nDelivered-To: info@ront.nl\r\n" + twin,
    )
    assert (report.counts["new"], report.counts["duplicates"]) == (1, 1)
    assert len(world.mailbox.kept["processed"]) == 2
    assert verify(world.store) == []


def test_ten_thousand_waiting_messages_are_in_memory_a_batch_at_a_time():
    world = World()
    count = 10_000
    raw = mail("klacht", message_id="nummer-0@example.nl")
    world.deliver(*(raw.replace(b"nummer-0", b"nummer-%d" % n) for n in range(count)))
    held, most = 0, 0
    fetch = world.mailbox.fetch

    def counted(waiting, limit):
        nonlocal held, most
        held = 0
        for fetched in fetch(waiting, limit):
            held += 1
            most = max(most, held)
            yield fetched

    world.mailbox.fetch = counted
    stops = iter([False, False, False, True, True])
    report = poll(world.office, stop=lambda: next(stops))
    assert most == BATCH
    assert report.counts["new"] == 3 * BATCH
    assert len(world.mailbox.kept["inbox"]) == count - 3 * BATCH


@pytest.mark.parametrize("role", ["processed", "automatic", "quarantine"])
def test_a_message_that_was_filed_by_hand_before_we_saw_it_is_reported_once(role):
    world = World()
    world.receive(mail("een"))
    world.deliver(mail("weggesleept", sender="p@example.nl", subject="Te laat"), role=role)
    assert compare(world.office) == 1
    world.poll()
    assert "Te laat" in world.last(ADMINISTRATOR).text
    assert compare(world.office) == 0
    world.poll()
    assert len(world.letters(ADMINISTRATOR)) == 1
    assert sum(len(world.mailbox.kept[each]) for each in {"processed", role}) == 2  # nothing is touched


def test_a_difference_that_was_put_right_and_comes_again_is_told_again():
    world = World()
    raw = mail("weggesleept", sender="p@example.nl", subject="Te laat")
    for _ in range(2):
        world.deliver(raw, role="processed")
        assert compare(world.office) == 1
        world.mailbox.kept["processed"].clear()
        assert compare(world.office) == 0


def test_what_was_deleted_from_our_folders_after_a_week_is_no_difference():
    world = World()
    world.receive(mail("een"))
    world.later(days=8)
    world.mailbox.kept["processed"].clear()
    assert compare(world.office) == 0


def test_a_message_that_somebody_deleted_from_our_folders_is_reported_once():
    world = World()
    world.receive(mail("een", subject="Weg"))
    world.mailbox.kept["processed"].clear()
    world.later(hours=1)
    assert compare(world.office) == 1
    world.poll()
    assert "K2026-0001" in world.last(ADMINISTRATOR).text
    assert compare(world.office) == 0


def test_a_message_that_went_back_to_inbox_or_into_another_of_our_folders_is_no_difference():
    world = World()
    world.receive(mail("een"), mail("twee", sender="p@example.nl"))
    first, second = world.mailbox.waiting("processed")
    world.mailbox.file([first], "inbox")
    world.mailbox.file([second], "automatic")
    world.later(hours=1)
    assert compare(world.office) == 0


def test_what_the_administrator_is_told_of_two_differences_and_of_a_third():
    world = World()
    world.receive(mail("een", subject="Weg", message_id="weg@example.nl"), mail("twee", sender="p@example.nl"))
    gone, _ = world.mailbox.waiting("processed")
    world.mailbox.remove([gone])
    world.deliver(mail("weggesleept", sender="q@example.nl", subject="Te laat"), role="quarantine")
    world.later(hours=1)
    assert compare(world.office) == 2
    world.poll()
    letter = world.last(ADMINISTRATOR)
    assert letter.subject == "De mappen en het register verschillen"
    text = " ".join(letter.text.split())
    assert "Iemand heeft berichten verplaatst of verwijderd." in text
    assert (
        "In een van onze mappen ligt een bericht dat niet is gelezen: “Te laat” van q@example.nl, 23-11-2026. "
        "Zet het terug in de inbox als het een klacht kan zijn."
    ) in text
    assert (
        "Een bericht van K2026-0001 ligt niet meer in onze mappen: “Weg” van sanne@example.nl, 23-11-2026. "
        "Het is bewaard bij het register."
    ) in text
    world.deliver(mail("nog een", sender="r@example.nl", subject=""), role="automatic")
    assert compare(world.office) == 1
    world.poll()
    text = " ".join(world.last(ADMINISTRATOR).text.split())
    assert "“zonder onderwerp” van r@example.nl" in text
    assert "Te laat" not in text
    assert "Weg" not in text
    assert compare(world.office) == 0


def test_junk_that_its_server_threw_away_is_no_difference():
    world = World()
    world.receive(mail("Prijs gewonnen", subject="Prijs"), role="junk")
    world.mailbox.kept["junk"].clear()
    world.later(hours=1)
    assert compare(world.office) == 0


def test_what_was_read_before_an_upgrade_that_names_messages_otherwise_is_no_difference(monkeypatch):
    world = World()
    world.receive(mail("een"))
    monkeypatch.setattr("klachtmail.parse.message._content_key", lambda _message: "as another version names it")
    world.later(days=7, hours=5)  # the folder gives whole days, the register moments
    assert len(world.mailbox.waiting("processed", (world.now - dt.timedelta(days=7)).date())) == 1
    assert compare(world.office) == 0


def test_the_night_is_done_once_a_day_and_not_before_four():
    world = World(MONDAY.replace(hour=3))
    copies = []
    world.office.__dict__["keep_copy"] = copies.append
    nightly(world.office)
    assert copies == []
    world.now = MONDAY.replace(hour=13)  # the machine was off at four
    nightly(world.office)
    nightly(world.office)
    assert copies == [world.now]
    world.mailbox.fail["connect"] = MailboxError("down")
    world.later(days=1)
    with pytest.raises(MailboxError):
        nightly(world.office)
    world.mailbox.fail.clear()
    nightly(world.office)
    assert [at.day for at in copies] == [23, 24, 24]


def test_a_server_that_was_put_back_from_a_backup_and_gives_uids_again_hides_no_complaint():
    world = World()
    uid = world.mailbox._next_uid
    assert world.receive(mail("een")).counts["new"] == 1
    world.mailbox._next_uid = uid  # of last night: the UIDVALIDITY is the same
    world.mailbox.kept["processed"].clear()
    assert world.receive(mail("een heel ander verhaal", sender="p@example.nl")).counts["new"] == 1
    assert len(world.letters("p@example.nl")) == 1
    assert verify(world.store) == []
