"""Words that strangers choose: a name, an id, a header, a server's answer, and what is left of them in our letters."""

import datetime as dt
from dataclasses import replace

import pytest

from klachtmail.domain.incoming import tokens
from klachtmail.domain.outgoing.once_an_hour import MOST_KEPT, answer_once
from klachtmail.domain.outgoing.undelivered import FailedLetter
from klachtmail.domain.record import to_json
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import State
from klachtmail.letters.salutations import salutation
from klachtmail.parse import parse
from klachtmail.smtp.answers import classified
from tests.attacks.ground import ELS, JAN, SANNE, STRANGER, Ground, World, mail

KEYS = [b"a key of thirty-two bytes or more"]
TODAY = dt.date(2026, 11, 23)


def minted(version, scope="draft"):
    return tokens.mint(
        KEYS, scope=scope, member=JAN, number="K2026-0001", version=version, today=TODAY, nonce=b"\1\2\3\4"
    )


@pytest.mark.parametrize("version", [0, 1, 255, 256, 257, 511, 65_535, 65_536, 1_000_000])
def test_the_version_of_a_draft_is_never_that_of_an_old_one(version):
    read = tokens.read(KEYS, minted(version), TODAY)
    assert read is not None
    assert read.version == version
    assert len(minted(version)) == 43
    assert tokens.read(KEYS, minted(0, "complaint"), TODAY).nonce == b"\1\2\3\4"


def test_an_old_send_does_not_fit_a_draft_256_versions_later():
    ground = World()
    ground.receive(mail("De trainer kwam niet."))
    ground.reply(JAN, "ik")
    ground.reply(JAN, "antwoord: Wij bellen u morgen.")
    shown = next(x for x in reversed(ground.letters(JAN)) if "Verstuur" in x.buttons)
    complaint = ground.complaint()
    later = replace(complaint.draft, version=complaint.draft.version + 256, text="Iets heel anders.")
    changed = replace(complaint, draft=later, versions=complaint.versions + 256)
    ground.store.commit(Changes(complaints={complaint.number: changed}))
    before = len(ground.letters(SANNE))
    ground.press(JAN, "Verstuur", on=shown)
    assert len(ground.letters(SANNE)) == before


def test_what_is_remembered_of_refusals_stays_small():
    now, state = dt.datetime(2026, 11, 23, tzinfo=dt.UTC), State()
    for number in range(MOST_KEPT + 500):
        state = answer_once(state, f"pointer x{number}@ront.nl", now + dt.timedelta(seconds=number)) or state
    assert len(state.refused) == MOST_KEPT
    assert f"pointer x{MOST_KEPT + 499}@ront.nl" in state.refused, "the newest stay"
    assert len(str(to_json(state))) < 200_000


def test_a_flood_of_forged_colleagues_keeps_the_state_small_and_gets_a_pointer_each_once():
    world = World()
    for _ in range(2):
        world.receive(
            *(mail("Mijn leidinggevende.", sender=f"x{n}@ront.nl", message_id=f"{_}{n}@x.nl") for n in range(20))
        )
        world.later(days=2)
    assert len([x for x in world.letters() if x.to.startswith("x")]) == 20


@pytest.mark.parametrize(
    "name",
    [
        "Uw rekening is geblokkeerd, bel 0900",
        "Uw account is geblokkeerd",
        "betaal nu uw openstaande rekening",
        "Klik op evil․example",
        "evil。example",
        "evil．com",
        "sanne＠evil.example",
        "www evil example: klik hier",
        "Gefeliciteerd! U wint",
        "Beste klant wij hebben uw geld",
    ],
)
def test_a_sentence_a_link_or_an_address_is_no_salutation(name):
    assert salutation(name, "nl") == "Geachte heer of mevrouw,"
    assert salutation(name, "en") == "Dear Sir or Madam,"


@pytest.mark.parametrize(
    "name",
    ["Sanne de Boer", "sanne de boer", "jan willem van den berg", "J.P. van 't Hof", "Jan en Els de Boer", "R.Vos"],
)
def test_a_name_is_one(name):
    assert salutation(name, "nl") != "Geachte heer of mevrouw,"


@pytest.mark.parametrize("name", ["http://evil.example/klik", "www.evil.example", "evil․example", "klik: evil.com"])
def test_no_link_of_a_display_name_comes_back_in_a_header(name):
    world = World()
    world.receive(mail("De trainer kwam niet.", sender=f'"{name}" <sanne@example.nl>'))
    letter = world.last(SANNE)
    head = " ".join(str(value) for value in letter.message.values())
    assert "evil" not in head
    assert "evil" not in letter.text
    assert str(letter.message["To"]) == SANNE


ESCAPES = "550 5.1.1 no\x1b[2J such\u202e user \x07\x9bhere\u2066"


def test_an_answer_of_a_server_brings_no_control_or_direction_into_a_letter():
    answer = classified("rcpt", 550, ESCAPES[4:])
    assert answer.reason.isprintable()
    lost = FailedLetter("routing", JAN, JAN, ESCAPES)
    assert lost.reason.isprintable()
    assert lost.reason.startswith("550 5.1.1 no")


def test_a_complaint_under_the_name_of_a_letter_of_ours_is_listed():
    world = World()
    world.receive(mail("De trainer kwam niet."))
    for letter in (world.last(SANNE), world.last(JAN)):
        world.receive(mail("Dit is een heel andere klacht.", sender=STRANGER, message_id=letter.message_id))
        entry = world.store.state.set_aside[-1]
        assert entry.sender == STRANGER.rpartition("<")[2].strip(">").lower()


@pytest.mark.parametrize(
    ("field", "kept"),
    [
        (b"X-MS-Exchange-Organization-AuthAs: Internal", True),
        (b"x-ms-exchange-organization-authas: Internal", True),
        (b"X-MS-Exchange-Organization-AuthAs : Internal", False),
        (b"X-MS-Exchange-Organization-AuthAs\t: Internal", False),
        (b"X-MS-Exchange-Organization-Au\rthAs: Internal", False),
        (b"X-MS-Exchange-Organization-AuthAs: Internal\r\nX-MS-Exchange-Organization-AuthAs : Internal", False),
    ],
)
def test_a_mark_of_exchange_counts_when_its_name_is_written_as_exchange_writes_it(field, kept):
    read = parse(field + b"\r\nFrom: jan@ront.nl\r\nSubject: x\r\n\r\nik\r\n", dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    assert bool(read.header("x-ms-exchange-organization-authas")) is kept


def test_no_token_of_a_member_is_shown_to_others_in_what_was_set_aside():
    ground = Ground()
    token = tokens.TOKEN.search(ground.routed.message_id)[0]
    ground.receive(mail(f"{token}\nklik", sender=STRANGER, subject=f"Verstuur {token}", headers={"X-Spam-Flag": "YES"}))
    entry = ground.store.state.set_aside[-1]
    assert token not in str(to_json(entry))
    assert entry.subject.startswith("Verstuur")
    ground.later(days=1)
    ground.sweep()
    assert token not in ground.last(JAN).text + ground.last(ELS).text
