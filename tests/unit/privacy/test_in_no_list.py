"""Nobody reads what belongs to a complaint about himself, in whatever list it stands: each list that is mailed is here."""

import base64
import dataclasses

import pytest

from klachtmail.domain.agenda.build import build_each
from klachtmail.domain.agenda.contents import Agenda
from klachtmail.domain.agenda.letters import Morning
from klachtmail.domain.agenda.reminders import morning_requests
from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.outgoing import requests
from klachtmail.domain.record import to_json
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.sight import may_see_aside
from klachtmail.service.flush import flush
from klachtmail.service.sweep import digest_now
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.glance import may_read_unread
from tests.letters_read import answer
from tests.unit.service.test_undelivered import report
from tests.world import ELS, JAN, PIET, World, mail

SECRET = "kwikstaart"  # stands in every field of the complaint about Jan
SANNE = "sanne@example.nl"
HIDDEN = base64.encodebytes(b"Wat een onbeschofte man is die Jan de Vries, daar wil ik niets meer mee te maken hebben.")
BASE64 = b"Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n" + HIDDEN.replace(b"\n", b"\r\n")


@pytest.fixture
def world():
    """A complaint about Jan, to whom nobody has told it, with something of it in every list."""
    w = World()
    w.receive(mail(f"Hij noemde mij een {SECRET}.", subject=f"Over {SECRET}", message_id="eerste@example.nl"))
    w.reply(ELS, "betreft @jan\nik")
    w.reply(ELS, f"maatregel: {SECRET} leren door els voor 1 december\ningrijpend\nnotitie: {SECRET}")
    w.receive(report(w.last(SANNE), SANNE))
    fail(w)
    w.news()
    return w


def fail(w):
    """Have a letter about it fail, with words of it in its reason."""
    held = Letter(
        id="x", kind="acknowledgement", to=SANNE, number="K2026-0001", created_at=w.now, state="held", reason=SECRET
    )
    w.store.commit(Changes(letters={"x": held}))


def set_aside(w):
    """Return the mails that are set aside, by each road, and belong to it."""
    thread = {"In_Reply_To": "<eerste@example.nl>"}
    return {
        "spam in its thread": mail(SECRET, subject=f"Re: {SECRET} 1", headers={"X-Spam-Flag": "YES"}, **thread),
        "spam of its client": mail(SECRET, subject=f"{SECRET} 2", headers={"X-Spam-Flag": "YES"}),
        "of a stranger, with its number": mail(
            SECRET, sender="x@example.org", subject=f"K2026-0001 {SECRET} 3", headers={"X-Spam-Flag": "YES"}
        ),
        "a token-less mail of a colleague": mail(
            f"Wat een {SECRET}, die K2026-0001.", sender=PIET, subject=f"{SECRET} 4"
        ),
        "another of him within the hour": mail(
            f"Nog over {SECRET} K2026-0001.", sender=PIET, subject=f"K2026-0001 {SECRET} 5"
        ),
        "internal, of somebody who is no member": mail(
            SECRET,
            sender="stage@ront.nl",
            subject=f"Re: {SECRET} 6 [K2026-0001]",
            headers={"Auto-Submitted": "auto-replied"},
        ),
    }


def shown(letters):
    return [x for x in letters if SECRET in f"{x.subject}\n{x.text}\n{x.html}".lower()]


@pytest.mark.parametrize("section", [field.name for field in dataclasses.fields(Agenda)])
def test_no_section_of_his_agenda_tells_of_it(world, section):
    world.receive(*set_aside(world).values())
    for agenda, member in zip(build_each(world.store, world.firm, world.now, world.firm.partners), "je", strict=True):
        part = str(to_json(agenda)[section])
        assert SECRET not in part or member == "e", part


def test_the_fixture_has_something_of_it_in_every_list_that_can_have_it(world):
    world.receive(*set_aside(world).values())
    hers = to_json(build_each(world.store, world.firm, world.now, world.firm.partners)[1])
    told = {name for name, part in hers.items() if SECRET in str(part)}
    assert told == {"decide", "open", "measures", "fresh", "undelivered", "aside"}


@pytest.mark.parametrize("road", sorted(set_aside(None)))
def test_what_belongs_to_it_is_set_aside_for_another_and_his_button_does_nothing(world, road):
    roads = set_aside(world)
    first = [roads["a token-less mail of a colleague"]] if road == "another of him within the hour" else []
    world.receive(*first, roads[road])
    world.later(days=1)
    world.sweep()
    digest_now(world.office)
    flush(world.office)
    told = world.news()
    assert not shown(x for x in told if x.to == JAN)
    assert world.store.state.set_aside or "colleague" in road or "of him" in road, "they are answered, and may be"
    for entry in world.store.state.set_aside:
        assert not may_see_aside(world.firm.member(JAN), entry, world.store)
        own = requests.to_member(Morning(), world.firm.member(JAN), None)
        before = len(list(world.store.current()))
        send(world, own)
        world.receive(answer(world.last(JAN), JAN, f"klacht {entry.id}"))
        assert len(list(world.store.current())) == before
        assert not shown([world.last(JAN)])
    assert shown(x for x in told if x.to == ELS)


def send(world, request):
    desk = Desk(world.office, world.now)
    desk.post([request])
    desk.commit()
    flush(world.office)


def test_what_another_makes_a_complaint_of_it_is_about_him_too(world):
    world.receive(set_aside(world)["spam of its client"])
    (entry,) = world.store.state.set_aside
    world.later(days=1)
    world.sweep()
    world.news()
    world.reply(ELS, f"klacht {entry.id}")
    assert world.complaint("K2026-0002").about == (JAN,)
    assert not shown(x for x in world.news() if x.to == JAN)


def test_with_nobody_left_the_administrator_looks_at_it_without_buttons():
    w = World(partners=[{"name": "Jan de Vries", "address": JAN, "alias": "jan"}])
    w.receive(mail(f"Hij noemde mij een {SECRET}.", message_id="eerste@example.nl"))
    complaint = w.complaint()
    after = noted(dataclasses.replace(complaint, about=(JAN,)), "about", w.now, ELS, JAN)
    w.store.commit(Changes(complaints={complaint.number: after}))
    w.news()
    w.receive(
        mail(SECRET, subject=SECRET, headers={"X-Spam-Flag": "YES"}),
        mail(f"En nog een {SECRET}.", In_Reply_To="<eerste@example.nl>", subject=f"Re: {SECRET}"),
    )
    w.later(days=1)
    morning_requests(w.store, w.firm, w.now)
    w.sweep()
    told = w.news()
    assert not shown(x for x in told if x.to == JAN)
    assert shown(x for x in told if x.to == "beheer@ront.nl")
    assert not any(x.buttons for x in told if x.to == "beheer@ront.nl")
    w.later(minutes=5)
    w.sweep()
    assert not [x for x in w.news() if x.to == "beheer@ront.nl"], "once"


@pytest.mark.parametrize(
    "raw",
    [
        mail("Jan de Vries schold mij uit."),
        mail("Wat een man.", subject="Over de heer De Vries"),
        mail("Nog iets.", In_Reply_To="<eerste@example.nl>"),
        mail("Nog iets.", sender=SANNE),
        mail("Uw K2026-0001."),
        BASE64,
    ],
    ids=range(6),
)
def test_a_message_that_cannot_be_read_and_may_be_about_a_partner_goes_to_another(world, raw):
    assert may_read_unread(raw, world.store, world.firm).address == ELS


@pytest.mark.parametrize(
    "words",
    [
        b"Ren\xe9e M\xfcller schold mij uit.",
        "Renée Müller schold mij uit.".encode(),
        "Renée Müller bij de ".encode() + b"caf\xe9.",
    ],
)
def test_a_partner_is_known_in_every_western_charset(world, words):
    own = world.firm.model_dump(by_alias=True)
    partners = [{"name": "Renée Müller", "address": "renee@ront.nl", "alias": "renee"}, *own["partners"][1:]]
    changed = Firm.model_validate({**own, "partners": partners})
    assert may_read_unread(b"Subject: Klacht\r\n\r\n" + words, world.store, changed).address == ELS
    assert may_read_unread(b"Subject: Klacht\r\n\r\nKoud.", world.store, changed).address == "renee@ront.nl"


@pytest.mark.parametrize("letters", range(12, 18))
def test_a_line_of_nothing_but_letters_is_looked_through_and_ends_nothing(world, letters):
    raw = mail("x", sender="bob@example.org").replace(
        b"\r\nx", b"\r\n" + b"abcdefghijklmnopqr"[:letters] + b"\r\nJan de Vries"
    )
    assert may_read_unread(raw, world.store, world.firm).address == ELS


def test_one_that_is_about_nobody_we_know_goes_to_the_first_partner(world):
    raw = mail("De zaal was koud.", sender="bob@example.org")
    assert may_read_unread(raw, world.store, world.firm).address == JAN
    both = mail("Jan de Vries en Els Bakker scholden mij uit.", sender="bob@example.org")
    assert may_read_unread(both, world.store, world.firm).address == "beheer@ront.nl"


@pytest.mark.parametrize(
    ("said", "reader"),
    [
        ("Op 5 jan was de zaal koud, en jan 2026 ook.", JAN),
        ("Date: Mon, 4 Jan 2027 09:30:00 +0100; Sent: Jan 4, 2027", JAN),
        ("Op 5 jan was Jan te laat.", ELS),
        ("In lokaal 3 Jan gezien, hij schold mij uit.", ELS),
        ("Ik heb jan 3 keer gebeld.", ELS),
    ],
)
def test_a_month_is_no_partner_who_is_called_so(world, said, reader):
    raw = mail(said, sender="bob@example.org", Date="Mon, 04 Jan 2027 09:30:00 +0100")
    assert may_read_unread(raw, world.store, world.firm).address == reader
    world.receive(raw)
    assert ("jan@ront.nl" in world.complaint("K2026-0002").named) == (reader == ELS)
