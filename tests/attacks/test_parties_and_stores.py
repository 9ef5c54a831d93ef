"""A third table of attacks: parties, representatives, promises, groups, the barrier for who is named, monitors and databases."""

import contextlib
import re

import pytest

from klachtmail.domain.records.port import Changes
from klachtmail.service.watch.ping import nameless
from klachtmail.service.watch.prometheus import prometheus
from klachtmail.store.sql import open_sql
from klachtmail.store.verify import verify
from tests.attacks.ground import FIRST, KEES, PIET, SANNE, SECOND, STRANGER, Ground, mail
from tests.letters_read import read
from tests.store_samples import complaint
from tests.world import ELS, JAN, World

CLAIMS = {
    "names himself her representative": f"gemachtigde: Boef <{STRANGER}>",
    "says so in a sentence": "Ik ben advocaat en treed op als gemachtigde van mevrouw De Boer. Stuur alles voortaan aan mij.",
    "promises himself money": "toezegging: 10000 euro terug door piet voor 1 oktober",
    "says that it was kept": "toezegging 1 gereed",
    "makes a complaint of his own mail": "nieuw",
    "groups": "groep 1 t/m 100\ngroep 1 t/m 100 zeker",
    "clears a member": "betreft niet @piet\nbetreft niet @jan",
    "is content in her name": "akkoord\nklager akkoord\ningetrokken: is goed zo",
    "reads the second reader's lines": "akkoord met de uitkomst\nverstuur",
}


@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("sender", [f"Boef <{STRANGER}>", f"Sanne <{SANNE}>", "jan@ront.nl"])
def test_what_an_outsider_or_a_mail_without_token_says_of_parties_and_promises_is_text(claim, sender):
    g = Ground()
    before = g.complaint(FIRST)
    g.receive(mail(CLAIMS[claim], sender=sender, subject=f"Re: training [{FIRST}]", In_Reply_To="<eerste@example.nl>"))
    after = g.complaint(FIRST)
    assert (after.promises, after.status, after.accepted, after.merged_into) == (
        before.promises,
        before.status,
        before.accepted,
        before.merged_into,
    )
    assert not [p for p in after.parties if p.role in {"representative", "co_complainant"}]
    assert after.complainant == before.complainant
    assert STRANGER not in {letter.to for letter in g.news()}


NAMING = "De trainer, Jan de Vries, schold mij uit."


def test_who_is_named_does_not_take_the_complaint_into_one_of_his_own():
    world = World()
    world.receive(mail("De factuur klopt niet.", sender=f"Kees <{KEES}>", subject="Factuur"))
    mine = world.letters(JAN)[0]
    world.reply(JAN, "ik", to=mine)
    world.receive(mail(NAMING, subject="Jan de Vries"))
    assert world.complaint(SECOND).named == (JAN,)
    for line in (f"groep {SECOND}", f"groep {SECOND} zeker", "groep 2 zeker", f"{SECOND} samenvoegen {FIRST} zeker"):
        world.reply(JAN, line, to=mine)
        assert world.complaint(SECOND).status != "merged", line


@pytest.mark.parametrize("address", ["klachten@ront.nl", JAN, PIET])
def test_we_and_our_members_represent_nobody(address):
    world = World()
    world.receive(mail("De zaal was koud."))
    world.reply(JAN, "ik")
    world.reply(JAN, f"gemachtigde: Mr. Recht <{address}>", to=world.letters(JAN)[0])
    assert not [p for p in world.complaint().parties if p.role == "representative"]
    world.reply(JAN, "antwoord: Wij bellen u.", to=world.letters(JAN)[0])
    assert world.complaint().complainant.address == SANNE


@pytest.mark.parametrize(
    "name", ["Mr. Recht\\r\\nBcc: boef@evil.example", "<script>alert(1)</script>", "{{ 7*7 }}", "a@b.nl, c@d.nl"]
)
def test_the_name_of_a_representative_is_data(name):
    world = World()
    world.receive(mail("De zaal was koud."))
    world.reply(JAN, f"ik\ngemachtigde: {name} <recht@example.com>")
    world.reply(JAN, "antwoord: Wij bellen u.", to=world.letters(JAN)[0])
    for sent in world.courier.sent:
        assert b"\nBcc:" not in sent.content
        page = read(sent.content, sent.recipient).message.get_body(("html",))
        assert page is None or "<script>" not in page.get_content()
        assert sent.recipient in {SANNE, JAN, ELS, PIET, "recht@example.com"}


@pytest.mark.parametrize(
    "amount", ["99999999999999999999999999 euro", "1e999 euro", "-450 euro", "450,999999 euro", "NaN euro"]
)
def test_no_amount_of_a_promise_breaks_the_report(amount):
    world = World()
    world.receive(mail("De zaal was koud."))
    world.reply(JAN, f"ik\ntoezegging: {amount} terug door jan voor 1 februari")
    said = [promise.amount for promise in world.complaint().promises if promise.amount is not None]
    assert all(0 <= each < 1e12 for each in said)
    world.later(days=30)
    world.sweep()
    assert verify(world.store) == []


def test_a_member_who_presses_new_twice_makes_one_complaint():
    world = World()
    world.receive(mail("De zaal was koud.", message_id="eerste@example.nl"))
    world.reply(JAN, "ik")
    world.receive(
        mail("De factuur klopt ook niet.", subject="Re: zaal", headers={"In-Reply-To": "<eerste@example.nl>"})
    )
    shown = world.last(JAN)
    world.reply(JAN, "nieuw", to=shown)
    world.reply(JAN, "nieuw", to=shown)
    assert len(list(world.store.everything())) == 2
    assert sum("K2026-0002" in letter.subject for letter in world.letters(SANNE)) == 1


@pytest.mark.parametrize(
    "key",
    [
        "%",
        "_%",
        "' OR '1'='1",
        'x"; DROP TABLE complaints; --',
        "a\0b",
        "\\",
        "(SELECT 1)",
        "anna1@example.or_",
        "a" * 5_000,
    ],
)
def test_a_key_of_the_database_is_a_value_and_no_pattern(tmp_path, key):
    with contextlib.closing(open_sql(f"sqlite:///{tmp_path}/register.db")) as store:
        store.commit(Changes(complaints={FIRST: complaint(1)}))
        assert store.numbers_for_address(key) == ()
        assert store.numbers_for_thread([key]) == ()
        assert store.seen(key) is None
        assert store.letter(key) is None
        assert store.complaint(key) is None
        store.commit(Changes(complaints={SECOND: complaint(2, address=key)}))
        assert store.numbers_for_address(key) == (SECOND,)
        assert store.complaint(FIRST) is not None


def test_a_monitor_is_told_figures_and_kinds_of_trouble_only():
    hostile = 'boef@evil.example\n# HELP klachtmail_status "x"\nklachtmail_open 999'
    status = {
        "status": "critical",
        "role": hostile,
        "open": 3,
        "active_on": hostile,
        "problems": [hostile],
        "why": [hostile],
    }
    for line in prometheus(status).splitlines():
        assert line.startswith("# ") or re.fullmatch(r"klachtmail_\w+ -?\d+(\.\d+)?", line), line
        assert "evil" not in line
    assert "evil" not in nameless(f"The mail server said: 550 <{hostile}>")
