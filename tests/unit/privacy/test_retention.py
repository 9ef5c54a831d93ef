"""What nobody needs any more is forgotten everywhere, and the statistics and seals stay."""

import datetime as dt
from contextlib import closing
from dataclasses import replace

import pytest

from klachtmail.domain.agenda.figures import figures
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.privacy.erasure import may_go, months_before
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.port import Changes
from klachtmail.mailbox.port import MailboxError
from klachtmail.service.nightly import nightly
from klachtmail.service.privacy.forgetting import head
from klachtmail.service.privacy.retention import is_due, retain
from klachtmail.store import TinyStore
from klachtmail.store.seal import heads
from klachtmail.store.verify import verify
from tests.several import leaves
from tests.store_samples import NOW, complaint
from tests.unit.privacy.privacy_examples import SANNE, close, closed, remains
from tests.world import JAN, World, mail


def test_everything_is_still_there_before_the_period_ends():
    world = closed()
    world.later(days=720)
    before = remains(world)
    assert retain(world.office).complaints == 0
    assert remains(world) == before != []


def test_after_the_period_nothing_of_the_person_is_left_and_the_register_is_whole():
    world = closed()
    world.receive(mail("Dank u wel, Sanne.", message_id="tweede@example.nl", In_Reply_To="<eerste@example.nl>"))
    before, head = (
        figures(world.store, 2026, Calendar(world.firm.organisation), world.now.date()),
        heads(world.complaint()),
    )
    world.later(days=735)
    retain(world.office)
    assert remains(world) == []
    assert verify(world.store) == []
    after = figures(world.store, 2026, Calendar(world.firm.organisation), world.now.date())
    assert after == replace(before, causes={}, load={}, erased=1), "all else is counted as before"
    erased = world.complaint()
    assert erased.erased_at is not None
    assert [entry.event for entry in erased.history].count("erased") == 1
    assert erased.history[-2].seal == head
    assert world.store.numbers_for_address(SANNE) == ()
    assert all(seen.number is None for seen in world.store.sightings())


def test_of_a_dismissed_complaint_stays_which_messages_there_were_and_no_reason():
    world = World()
    world.receive(mail("De trainer was een uur te laat.", sender="Sanne de Boer <sanne@example.nl>"))
    world.reply(JAN, "geen klacht: vraag, Sanne wilde iets weten")
    before = world.complaint()
    assert "Sanne" in before.dismissal.reason
    world.later(days=800)
    retain(world.office)
    after = world.complaint()
    assert (after.dismissal.kind, after.dismissal.reason) == (before.dismissal.kind, "")
    assert [(m.at, m.direction, m.kind) for m in after.messages] == [
        (m.at, m.direction, m.kind) for m in before.messages
    ]
    assert not [m for m in after.messages if m.text or m.sender or m.to]
    assert verify(world.store) == []


def test_an_archived_complaint_goes_too_and_leaves_the_archive_the_next_night():
    world = closed()
    world.later(days=31)
    nightly(world.office)
    world.later(days=70)
    nightly(world.office)
    assert list(world.store.current()) == []
    world.later(days=635)
    nightly(world.office)
    world.later(days=1)
    nightly(world.office)
    assert remains(world) == []
    assert list(world.store._past.complaints()) == []
    assert verify(world.store) == []


def test_on_disk_nothing_is_left_in_register_archive_or_files(tmp_path):
    world = closed()
    with closing(TinyStore(tmp_path / "data")) as store:
        store.keep_mail((one.raw, world.now) for one in world.mailbox.kept["processed"].values())
        store.keep_letters(raw for raw in world.store._contents.values() if raw)
        store.commit(
            Changes(
                complaints={
                    c.number: replace(c, history=tuple(replace(e, salt=None, seal=None) for e in c.history))
                    for c in world.store.everything()
                },
                seen={seen.key: seen for seen in world.store.sightings()},
                state=world.store.state,
            )
        )
        world.later(days=100)
        assert store.tidy(world.now) > 0
        assert "2026.json" in named(tmp_path)
        world.later(days=635)
        office = replace(world.office, store=store)
        for _ in range(4):
            nightly(office)
            world.later(days=1)
        assert verify(store) == []
        assert store.complaint("K2026-0001").erased_at is not None
        dossier = {m.sha256 for m in world.complaint().messages}
        assert {store.condition(sha256) for sha256 in dossier} == {"erased"}
    assert not named(tmp_path)


def named(folder):
    """Return the registers and archives on disk in which her name stands."""
    return [path.name for path in folder.rglob("*.json*") if b"anne de Boer" in path.read_bytes()]


def test_letters_to_members_go_when_the_outbox_forgets_them():
    world = closed()
    letters = [x for x in world.store.letters() if x.member]
    assert letters
    world.later(days=31)
    nightly(world.office)
    assert {world.store.condition(x.sha256) for x in letters} == {"erased"}
    assert world.complaint().text, "the dossier itself stays for the whole period"
    assert verify(world.store) == []


def test_what_is_kept_for_a_reason_is_kept():
    world = closed()
    world.reply(
        JAN, "bewaar langer: er loopt een zaak", to=next(x for x in world.letters(JAN) if "K2026-0001" in x.subject)
    )
    assert world.complaint().keep_reason
    world.later(days=2000)
    assert retain(world.office).complaints == 0
    assert world.complaint().text


def test_it_is_done_once_and_what_comes_later_goes_later():
    world = closed()
    world.later(days=735)
    assert retain(world.office).complaints == 1
    assert retain(world.office).complaints == 0
    old = world.complaint()
    world.later(days=1)
    world.store.commit(Changes(complaints={old.number: noted(old, "noted", world.now, JAN, "Sanne belde nog")}))
    assert retain(world.office).complaints == 0
    world.later(days=735)
    assert retain(world.office).complaints == 1
    assert remains(world) == []


def test_mail_that_became_no_complaint_goes_after_the_same_period():
    world = closed()
    world.receive(mail("Ik ben er niet. Sanne", message_id="afwezig@example.nl", Auto_Submitted="auto-replied"))
    world.later(days=735)
    assert retain(world.office).messages >= 1
    assert remains(world) == []
    assert world.store.state.set_aside == ()


def test_a_message_without_a_message_id_is_found_by_its_bytes():
    raw = mail("De trainer was een uur te laat.").replace(b"Message-ID:", b"X-Nothing:")
    world = closed()
    world.receive(raw.replace(b"Sanne de Boer", b"Sanne B"))
    world.later(days=1)
    close(world, "K2026-0002")
    world.later(days=735)
    assert retain(world.office).complaints == 2
    assert remains(world) == []


def test_old_copies_in_sent_go_unless_their_dossier_is_kept():
    world = closed()
    digest = mail("Agenda met Sanne", sender="klachten@ront.nl", to="jan@ront.nl", Auto_Submitted="auto-generated")
    typed = mail("Door een mens getypt", sender="klachten@ront.nl", to="kees@example.nl")
    kept = world.complaint()
    world.deliver(digest, typed, role="sent")
    world.store.commit(Changes(complaints={kept.number: replace(kept, keep_reason="zaak")}))
    world.later(days=735)
    assert retain(world.office).copies > 0
    left = [one.raw for one in world.mailbox.kept["sent"].values()]
    assert not any(b"Agenda met" in raw for raw in left)
    assert any(b"Door een mens" in raw for raw in left)
    dossier = {m.message_id for m in kept.messages}
    assert all(head(raw).message_id in dossier or b"Door een mens" in raw for raw in left)


def test_an_old_register_is_cleared_in_slices_and_every_night_brings_it_further():
    world = closed()
    old = world.complaint()
    more = {
        f"K2025-{n:04d}": complaint(n, at=NOW - dt.timedelta(days=200), status="closed", closed_at=NOW)
        for n in range(1, 13)
    }
    world.store.commit(Changes(complaints=more))
    world.later(days=735)
    first = retain(world.office, seconds=0).complaints
    assert 0 < first < 13
    while retain(world.office, seconds=0).complaints:
        pass
    assert all(one.erased_at for one in world.store.everything())
    assert old.erased_at is None


def test_a_mail_server_that_cannot_be_reached_erases_nothing_and_the_next_night_does_it():
    world = closed()
    world.later(days=735)
    world.mailbox.fail = {"find": MailboxError("weg")}
    before = remains(world)
    with pytest.raises(MailboxError):
        retain(world.office)
    assert remains(world) == before
    world.mailbox.fail = {}
    retain(world.office)
    assert remains(world) == []


def test_the_period_is_what_the_configuration_says():
    world = closed()
    world.later(days=40)
    assert retain(world.office).complaints == 0
    leaves(world, retention={"months": 1})
    assert retain(world.office).complaints == 1


def test_a_merged_complaint_stays_as_long_as_the_one_that_it_went_into():
    world, before = World(), NOW + dt.timedelta(days=900)
    into = complaint(2, status="assigned")
    merged = complaint(1, status="merged", merged_into=into.number, closed_at=NOW)
    world.store.commit(Changes(complaints={c.number: c for c in (into, merged)}))
    assert may_go(merged, before)
    assert not is_due(world.store, world.complaint(merged.number), before)


@pytest.mark.parametrize(
    ("now", "months", "then"),
    [
        ("2026-03-31", 1, "2026-02-28"),
        ("2028-02-29", 24, "2026-02-28"),
        ("2026-01-15", 13, "2024-12-15"),
        ("2026-11-30", 24, "2024-11-30"),
    ],
)
def test_months_are_calendar_months(now, months, then):
    assert months_before(dt.datetime.fromisoformat(now), months) == dt.datetime.fromisoformat(then)
