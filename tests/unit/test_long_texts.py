"""Long texts: the register keeps 20 kB of each, and the rest is read from the message when somebody asks."""

from dataclasses import replace

import pytest

from klachtmail.domain.record import of_json, to_json
from klachtmail.domain.records.abridged import KEPT_BYTES, MARK, abridged
from klachtmail.domain.records.model import Complaint
from klachtmail.service.work.whole_texts import with_whole_texts
from klachtmail.store.schema import migrated
from klachtmail.store.seal import broken, sealed
from tests.unit.test_mail_in_mail import LOT, holding, said
from tests.world import ELS, JAN, World, mail

LONG = "".join(f"Regel {number}: de zaal was koud en dat is één ding.\n" for number in range(8_000))
LAST = "Regel 7999:"


def register(world):
    """Return how many bytes the complaints take."""
    return sum(len(str(to_json(each)).encode()) for each in world.store.current())


def test_a_text_is_cut_at_a_line_below_twenty_thousand_bytes_and_says_so():
    cut = abridged(LONG)
    assert KEPT_BYTES - 200 < len(cut.encode()) <= KEPT_BYTES
    assert cut.endswith(f"één ding.\n\n{MARK}")
    assert abridged(cut) == cut
    assert abridged("kort") == "kort"
    assert len(abridged("é" * 30_000).encode()) <= KEPT_BYTES


@pytest.mark.parametrize(
    "raw",
    [
        mail(LONG, message_id="eerste@example.nl"),
        holding(said(LONG, "Lot <lot@twee.example>")),
        holding(LOT, sender="Sanne <sanne@example.nl>", text=LONG, subject="Klacht"),
    ],
    ids=["a complaint", "one that is passed on", "one with a mail in it"],
)
def test_a_long_complaint_is_short_in_the_register_and_whole_when_it_is_asked_for(raw):
    world = World()
    world.receive(raw)
    assert LAST not in world.complaint().text
    assert register(world) < 2 * KEPT_BYTES
    assert LAST in with_whole_texts(world.complaint(), world.store, world.firm).text
    assert MARK in world.last(ELS).text.replace("\r\n", " ")
    world.reply(ELS, "dossier")
    dossier = next(letter for letter in world.letters(ELS) if letter.subject.startswith("Dossier"))
    (enclosed,) = dossier.message.iter_attachments()
    assert LAST in enclosed.get_content()


def test_a_long_further_mail_is_short_in_the_register_and_whole_when_it_is_asked_for():
    world = World()
    world.receive(mail("De zaal was koud.", message_id="eerste@example.nl"))
    world.receive(mail(LONG, In_Reply_To="<eerste@example.nl>"))
    assert register(world) < 2 * KEPT_BYTES
    assert LAST in with_whole_texts(world.complaint(), world.store, world.firm).messages[-1].text


def test_a_long_mail_of_a_member_makes_the_register_no_longer():
    world = World()
    world.receive(mail("De zaal was koud."))
    world.reply(JAN, f"notitie: {LONG}")
    assert register(world) < 4 * KEPT_BYTES


def test_an_older_register_is_cut_when_it_is_opened_and_its_seals_hold():
    world = World()
    world.receive(mail(LONG), mail("Kort."))
    old = world.complaint()
    entry = replace(old.history[-1], event="noted", detail="x", salt=None, seal=None, facts=None)
    old = sealed(replace(old, text=LONG, history=(*old.history, entry)), old)
    short = world.complaint("K2026-0002")
    rows = {"1": to_json(old, without_defaults=True), "2": to_json(short, without_defaults=True)}
    tally = {"entries": len(old.history) + len(short.history), "laid": 4}
    tables = {"complaints": rows, "letters": {}, "state": {"1": {"name": "state", "state": {"tally": tally}}}}
    found = migrated(tables, 2)
    cut = of_json(Complaint, found["complaints"]["1"])
    assert (broken(cut), len(cut.history)) == (None, len(old.history) + 1)
    assert len(cut.text.encode()) <= KEPT_BYTES
    assert found["complaints"]["2"] == rows["2"]
    assert found["state"]["1"]["state"]["tally"] == {**tally, "entries": tally["entries"] + 1}
    assert migrated(tables, 2) == found, "an archive is migrated each time that it is read"
    assert LAST in with_whole_texts(cut, world.store, world.firm).text
