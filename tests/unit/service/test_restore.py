"""The data folder is lost, last night's copy is put back: nothing that arrived since is missed, nobody hears it twice."""

import datetime as dt
import shutil

import pytest

from klachtmail.service.flush import flush
from klachtmail.service.nightly import nightly
from klachtmail.service.restore.reconcile import reconcile
from klachtmail.service.round import one_round as poll
from klachtmail.service.sweep import SweepReport, sweep
from klachtmail.store.backup import backup, restore
from klachtmail.store.copies import nightly_copy
from klachtmail.store.tiny import TinyStore
from klachtmail.store.verify import verify
from tests.crash.recorder import Firm
from tests.letters_read import answer, read
from tests.world import ELS, JAN, MONDAY, NO_LIMITS, firm, mail

ADMINISTRATOR = "beheer@ront.nl"
TUESDAY = MONDAY.replace(day=24)  # a day without a digest


@pytest.fixture
def world(tmp_path):
    return Firm(firm(), tmp_path / "data", TUESDAY)


def receive(world, *raws):
    for raw in raws:
        world.mailbox.add(raw, at=world.now)
    return world.run(lambda office: (poll(office), flush(office)))[0]


def to(world, address):
    return [read(x.content, x.recipient) for x in world.courier.sent if x.recipient == address]


def saved(world, tmp_path):
    """Keep last night's copy and the key elsewhere, as an administrator does."""
    target = tmp_path / "elsewhere.tar.gz"
    world.run(lambda office: backup(office.store, target, with_key=True))
    return target


def lost_and_restored(world, source):
    shutil.rmtree(world.folder)
    restore(world.folder, source, world.now)


def records(world):
    def look(office):
        return {
            c.number: (c.subject, c.status, c.handler, c.complainant.address, len(c.messages))
            for c in office.store.everything()
        }

    return world.run(look)


def test_a_lost_data_folder_and_last_nights_copy_miss_nothing_that_arrived_since(world, tmp_path):
    receive(world, mail("een", sender="een@example.nl", subject="Eén"))
    copy = saved(world, tmp_path)
    world.now = TUESDAY.replace(hour=11)
    receive(
        world,
        mail("twee", sender="twee@example.nl", subject="Twee"),
        mail("drie", sender="drie@example.nl", subject="Drie"),
    )
    receive(world, answer(to(world, JAN)[-2], JAN, "ik pak het op"))  # a command about what came since the copy
    receive(
        world,
        mail(
            "nog iets", sender="een@example.nl", subject="Re: Eén", in_reply_to="<1@x>", headers={"References": "<1@x>"}
        ),
    )
    before, letters = records(world), len(world.courier.sent)

    lost_and_restored(world, copy)
    assert list(records(world)) == ["K2026-0001"]
    world.mailbox.add(mail("vier", sender="vier@example.nl", subject="Vier"), at=world.now)  # and one waits in INBOX
    world.run(flush)
    assert len(world.courier.sent) == letters  # the outbox is held
    receive(world)

    after = records(world)
    fresh = {number: record for number, record in after.items() if record[0] == "Vier"}
    assert {number: record for number, record in after.items() if number not in fresh} == before
    assert list(fresh) == [f"K2026-{len(before) + 1:04d}"]
    told = to(world, ADMINISTRATOR)
    assert len(told) == 1
    assert "berichten opnieuw gelezen" in told[0].text
    assert len(world.courier.sent) == letters + 3 + 1  # three letters about the fourth, and the report
    assert world.run(lambda office: verify(office.store)) == []


def test_after_a_restore_an_answer_to_a_letter_of_before_finds_its_complaint(world, tmp_path):
    receive(world, mail("een", sender="een@example.nl", subject="Eén"))
    copy = saved(world, tmp_path)
    receive(world, mail("twee", sender="twee@example.nl", subject="Twee"))
    acknowledgement, routing = to(world, "twee@example.nl")[0], to(world, ELS)[-1]
    lost_and_restored(world, copy)
    receive(world)
    report = receive(
        world,
        answer(acknowledgement, "twee@example.nl", "Ik wil mijn geld terug."),
        answer(routing, ELS, "ik pak het op"),
    )
    assert (report.counts["follow_up"], report.counts["commands"]) == (1, 1)
    assert records(world)["K2026-0002"][2] == ELS


def test_numbers_go_on_above_the_highest_that_anybody_was_told(world, tmp_path):
    receive(world, mail("een", sender="een@example.nl", subject="Eén"))
    copy = saved(world, tmp_path)
    for n in range(2, 5):
        receive(world, mail(f"nummer {n}", sender=f"k{n}@example.nl", subject=f"Zaak {n}"))
    uid = next(u for u, kept in world.mailbox.kept["processed"].items() if b"Zaak 3" in kept.raw)
    del world.mailbox.kept["processed"][uid]  # somebody deleted it: this complaint is gone for good
    lost_and_restored(world, copy)
    receive(world, mail("nieuw", sender="nieuw@example.nl", subject="Nieuw"))
    assert {number: record[0] for number, record in records(world).items()} == {
        "K2026-0001": "Eén",
        "K2026-0002": "Zaak 2",
        "K2026-0004": "Zaak 4",
        "K2026-0005": "Nieuw",
    }
    assert world.run(lambda office: office.store.state.void) == ("K2026-0003",)
    assert "K2026-0003" in to(world, ADMINISTRATOR)[0].text
    assert world.run(lambda office: verify(office.store)) == []


@pytest.mark.parametrize(
    ("sender", "name"),
    [("klachten@ront.nl", "CAF.met-de-hand"), ("grap@example.nl", "klK20260900.0123456789abcdef")],
    ids=["written by hand", "of somebody else"],
)
def test_what_a_person_laid_in_sent_is_no_letter_that_told_anybody_a_number(world, tmp_path, sender, name):
    receive(world, mail("een", sender="een@example.nl", subject="Eén"))
    copy = saved(world, tmp_path)
    by_hand = mail(
        "Zie boven.", sender=sender, to="een@example.nl", subject="Re [K2026-0900]", message_id=f"{name}@ront.nl"
    )
    world.mailbox.add(by_hand, "sent", world.now)
    lost_and_restored(world, copy)
    receive(world, mail("nieuw", sender="nieuw@example.nl", subject="Nieuw"))
    assert list(records(world)) == ["K2026-0001", "K2026-0002"]


@pytest.mark.parametrize("went", [True, False])
def test_a_letter_that_a_limit_held_back_in_the_copy_goes_once(tmp_path, went):
    limited = Firm(firm(limits={**NO_LIMITS, "per_address_hour": 1}), tmp_path / "data", TUESDAY)
    for subject in ("Eén", "Twee"):
        receive(limited, mail(f"Over {subject}", sender="een@example.nl", subject=subject))
    copy = saved(limited, tmp_path)
    if went:
        limited.now += dt.timedelta(minutes=61)
        receive(limited)
    assert len(to(limited, "een@example.nl")) == 1 + went
    lost_and_restored(limited, copy)
    limited.now += dt.timedelta(minutes=61)
    receive(limited)
    receive(limited)
    assert len(to(limited, "een@example.nl")) == 2
    assert limited.run(lambda office: [x.state for x in office.store.unsent()]) == []


def test_a_register_that_was_not_restored_has_nothing_to_reconcile(world):
    receive(world, mail("een", sender="een@example.nl", subject="Eén"))
    letters = len(world.courier.sent)
    assert world.run(lambda office: reconcile(office).read) == 0
    world.run(flush)
    assert len(world.courier.sent) == letters


def test_a_letter_that_waited_in_the_copy_and_went_since_does_not_go_again(world, tmp_path):
    world.mailbox.add(mail("een", sender="een@example.nl"), at=world.now)
    world.run(poll)
    copy = saved(world, tmp_path)  # three letters wait in it
    world.run(flush)
    assert len(world.courier.sent) == 3
    lost_and_restored(world, copy)
    receive(world)
    assert [x.recipient for x in world.courier.sent].count("een@example.nl") == 1
    assert [x.recipient for x in world.courier.sent[3:]] == [ADMINISTRATOR]


def test_a_letter_that_never_went_goes_after_the_restore(world, tmp_path):
    receive(world, mail("een", sender="een@example.nl"))
    copy = saved(world, tmp_path)
    world.mailbox.add(mail("twee", sender="twee@example.nl", subject="Twee"), at=world.now)
    world.run(poll)  # recorded and filed; the disk dies before its letters go
    lost_and_restored(world, copy)
    receive(world)
    assert len(to(world, "twee@example.nl")) == 1
    assert len(to(world, JAN)) == 2


def test_the_morning_mail_and_digest_of_today_are_not_sent_again(world, tmp_path):
    receive(world, mail("een", sender="een@example.nl"))
    copy = saved(world, tmp_path)
    world.now = MONDAY.replace(day=30, hour=8, minute=31)
    world.run(lambda office: (sweep(office), flush(office)))
    assert len(to(world, JAN)) > 1
    letters = len(world.courier.sent)
    lost_and_restored(world, copy)
    world.run(lambda office: (sweep(office), flush(office)))
    receive(world)
    world.run(lambda office: (sweep(office), flush(office)))
    assert [x.recipient for x in world.courier.sent[letters:]] == [ADMINISTRATOR]


def test_a_reconciliation_that_is_cut_off_is_done_again_to_the_same_end(world, tmp_path):
    receive(world, mail("een", sender="een@example.nl", subject="Eén"))
    copy = saved(world, tmp_path)
    for n in range(2, 5):
        receive(world, mail(f"nummer {n}", sender=f"k{n}@example.nl", subject=f"Zaak {n}"))
    before, letters = records(world), len(world.courier.sent)
    lost_and_restored(world, copy)

    class CutError(BaseException):
        pass

    def cut(office):
        real, left = office.store.commit, [1]

        def commit(changes):
            if not left[0]:
                raise CutError
            left[0] -= 1
            real(changes)

        office.store.commit = commit
        poll(office)

    cuts = 0
    while world.run(lambda office: office.store.state.restored_at):
        try:
            world.run(cut)
        except CutError:
            cuts += 1
    assert cuts > 3
    receive(world)
    assert records(world) == before
    assert [x.recipient for x in world.courier.sent[letters:]] == [ADMINISTRATOR]


def test_the_nightly_copy_of_the_register_is_enough_when_mail_and_key_are_still_there(world):
    receive(world, mail("een", sender="een@example.nl", subject="Eén"))
    copy = world.run(lambda office: nightly_copy(office.store, world.now))
    receive(world, mail("twee", sender="twee@example.nl", subject="Twee"))
    before = records(world)
    restore(world.folder, copy, world.now)
    receive(world)
    assert records(world) == before


def test_nothing_is_tidied_or_compared_before_a_restore_is_reconciled(world, tmp_path):
    receive(world, mail("een", sender="een@example.nl"))
    copy = saved(world, tmp_path)
    lost_and_restored(world, copy)
    world.now = MONDAY.replace(hour=13)
    world.run(nightly)
    store = TinyStore(world.folder)
    assert store.state.nightly_on is None
    store.close()


def test_no_clock_strikes_before_a_restore_is_reconciled(world, tmp_path):
    receive(world, mail("een", sender="een@example.nl"))
    copy = saved(world, tmp_path)
    lost_and_restored(world, copy)
    world.now = MONDAY.replace(day=30, hour=13)  # a Monday: the digest and the morning mails are due

    assert world.run(sweep) == SweepReport()
    assert world.run(lambda office: sweep(office, after_restore=True)) != SweepReport()


def follow_up(acknowledgement, sender, text, **headers):
    """Return an answer to a letter, as the client or his machine writes it."""
    raw = answer(acknowledgement, sender, text)
    return "".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode() + raw


@pytest.mark.parametrize("known", ["before the copy", "after the copy"])
def test_a_whole_correspondence_since_the_copy_is_there_again_and_no_letter_goes_twice(world, tmp_path, known):
    if known == "after the copy":
        receive(world, mail("eerst", sender="eerst@example.nl", subject="Eerst"))
        copy = saved(world, tmp_path)
    receive(world, mail("een", sender="een@example.nl", subject="Eén"))
    if known == "before the copy":
        copy = saved(world, tmp_path)
    world.now = TUESDAY.replace(hour=11)
    (acknowledgement,) = to(world, "een@example.nl")
    out_of_office = {"Auto-Submitted": "auto-replied"}
    later = iter(range(1, 9))
    for raw in (
        lambda: follow_up(acknowledgement, "een@example.nl", "Ik ben met vakantie.", **out_of_office),
        lambda: follow_up(acknowledgement, "een@example.nl", "Nog iets: de docent kwam te laat."),
        lambda: answer(to(world, JAN)[-1], JAN, "ik pak het op"),
        lambda: answer(
            to(world, JAN)[-1], JAN, "wens: geld terug\noordeel: gegrond\noorzaak: storing\nstructureel: nee\ngebeld"
        ),
        lambda: answer(to(world, JAN)[-1], JAN, "uitkomst: wij betalen terug\nvoorstel: 100 euro"),
        lambda: answer(next(x for x in reversed(to(world, JAN)) if x.subject.startswith("Concept")), JAN, "verstuur"),
    ):
        world.now = world.now.replace(minute=next(later))
        receive(world, raw())
    before, went = records(world), len(to(world, "een@example.nl"))
    assert went == 2, "the acknowledgement and the outcome"
    number = next(number for number, record in before.items() if record[0] == "Eén")
    assert before[number][1] == "answered"
    kinds = world.run(lambda office: [(m.kind, m.direction) for m in office.store.complaint(number).messages])

    lost_and_restored(world, copy)
    receive(world)
    receive(world)
    assert records(world) == before
    assert world.run(lambda office: [(m.kind, m.direction) for m in office.store.complaint(number).messages]) == kinds
    assert len(to(world, "een@example.nl")) == went
    assert world.run(lambda office: verify(office.store)) == []
    assert world.run(lambda office: [x.state for x in office.store.unsent()]) == []


def test_what_the_administrator_is_told_after_a_restore(world, tmp_path, caplog):
    receive(world, mail("een", sender="een@example.nl", subject="Eén"))
    copy = saved(world, tmp_path)
    marks = (world.folder / "forgotten.json", tmp_path / "forgotten.json")
    world.run(lambda office: office.store.note_forgotten("een@example.nl", world.now + dt.timedelta(minutes=1)))
    shutil.copy(*marks)
    for n in range(2, 5):
        receive(world, mail(f"nummer {n}", sender=f"k{n}@example.nl", subject=f"Zaak {n}"))
    processed = world.mailbox.kept["processed"]
    for subject in (b"Zaak 2", b"Zaak 3"):
        del processed[next(uid for uid, kept in processed.items() if subject in kept.raw)]
    lost_and_restored(world, copy)
    shutil.copy(*reversed(marks))
    receive(world)
    assert "1 messages read again, 3 letters found in Sent, void: K2026-0002, K2026-0003" in caplog.text
    (letter,) = to(world, ADMINISTRATOR)
    assert letter.subject == "De kopie van klachtmail is teruggezet"
    assert " ".join(letter.text.split()).startswith(
        "De kopie van klachtmail is teruggezet LET OP: De mappen zijn vergeleken met de kopie. "
        "– 1 bericht opnieuw gelezen van na de kopie. "
        "– 3 brieven stonden al in de map met verzonden berichten: niet nog eens verzonden. "
        "– 1 persoon, sinds de kopie vergeten: opnieuw vergeten. "
        "– Nummer K2026-0002 vervalt: het hoort bij geen bericht dat er nog is. "
        "– Nummer K2026-0003 vervalt: het hoort bij geen bericht dat er nog is. --"
    )


def test_of_none_and_of_two_the_administrator_is_told_in_the_plural(world, tmp_path, caplog):
    receive(world, mail("een", sender="een@example.nl", subject="Eén"))
    copy = saved(world, tmp_path)
    for n in range(2):
        receive(world, mail(f"nummer {n}", sender=f"k{n}@example.nl", subject=f"Zaak {n}"))
    world.mailbox.kept["sent"].clear()
    lost_and_restored(world, copy)
    receive(world)
    assert "0 letters found in Sent, void: none" in caplog.text
    told = " ".join(to(world, ADMINISTRATOR)[0].text.split())
    assert "– 2 berichten opnieuw gelezen van na de kopie. – 0 brieven stonden al in de map" in told
    assert "vergeten" not in told
    assert "vervalt" not in told
