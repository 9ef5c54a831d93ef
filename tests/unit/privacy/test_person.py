"""Everything about one person: to give, or to forget at once."""

import base64
import io
import json
import zipfile
from dataclasses import replace

import pytest

from klachtmail.domain.incoming.intake import MAX_OTHERS
from klachtmail.domain.record import to_json
from klachtmail.domain.records.port import Changes
from klachtmail.letters.documents import Documents
from klachtmail.service.flush import flush
from klachtmail.service.privacy.person import forget_person
from klachtmail.service.restore.reapply_erasures import forget_again
from klachtmail.service.sweep import digest_now
from klachtmail.service.work.person import find
from klachtmail.service.work.person_file import packed
from klachtmail.store.verify import verify
from tests.letters_read import answer
from tests.unit.privacy.privacy_examples import SANNE, close, closed, remains
from tests.world import JAN, PIET, ZONE, World, mail


@pytest.fixture
def world():
    """Sanne's closed complaint, and one of Kees in which she had her say; the digest told of both."""
    told = closed()
    told.receive(
        mail("De koffie was koud.", sender="Kees <kees@example.org>", message_id="kees@example.org", subject="Koffie")
    )
    told.receive(
        mail(
            "Dat vond ik ook. Sanne",
            sender="Sanne <sanne@example.nl>",
            message_id="mee@example.nl",
            In_Reply_To="<kees@example.org>",
            subject="Re: Koffie",
        )
    )
    digest_now(told.office)
    flush(told.office)
    return told


def zipped(world, person):
    return zipfile.ZipFile(io.BytesIO(packed(Documents(ZONE), world.firm, world.store, person, world.now).content))


def test_she_gets_her_dossier_her_mail_and_her_letters_as_they_were(world):
    person = find(world.store, "Sanne@Example.nl ")
    assert ([c.number for c in person.own], [c.number for c in person.elsewhere]) == (["K2026-0001"], ["K2026-0002"])
    with zipped(world, person) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        page = archive.read("index.html").decode()
        record = json.loads(archive.read("gegevens.json"))
        mails = [archive.read(name) for name in names if name.startswith("mails/")]
        letters = [archive.read(name) for name in names if name.startswith("brieven/")]
    assert record["complaints"][0]["complainant"]["name"] == "Sanne de Boer"
    assert len(record["complaints"][0]["history"]) == len(world.complaint().history)
    assert any(b"een uur te laat" in raw for raw in mails)
    assert any(b"De trainer had pech" in raw for raw in letters)
    assert all(f'href="{name}"' in page for name in names if name != "index.html")


def test_she_gets_her_own_words_in_the_complaint_of_another_and_not_his(world):
    with zipped(world, find(world.store, SANNE)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Dat vond ik ook" in everything
    assert b"koffie was koud" not in everything


def test_she_is_not_forgotten_while_a_complaint_is_open(world):
    before = remains(world)
    done = forget_person(world.office, SANNE)
    assert done.reasons == ["K2026-0002 is still open."]
    assert remains(world) == before


def test_she_is_not_forgotten_while_somebody_keeps_it():
    world = closed()
    world.reply(JAN, "bewaar langer: rechtszaak", to=next(x for x in world.letters(JAN) if "K2026-0001" in x.subject))
    assert forget_person(world.office, SANNE).reasons == ["K2026-0001 is kept longer: rechtszaak"]


def test_she_is_forgotten_everywhere_and_he_is_not(world):
    close(world, "K2026-0002")
    done = forget_person(world.office, SANNE)
    assert (done.reasons, done.gone) == ([], True)
    assert not find(world.store, SANNE)
    assert world.complaint("K2026-0002").text.strip() == "De koffie was koud."
    assert world.store.numbers_for_address("kees@example.org") == ("K2026-0002",)
    assert all(b"Dat vond ik ook" not in one.raw for kept in world.mailbox.kept.values() for one in kept.values())
    assert remains(world) == ["K2026-0002"], "a member wrote of her in the cause: that is his to correct"
    assert verify(world.store) == []


def test_of_a_server_that_only_marks_mail_as_deleted_the_administrator_hears_so(world):
    close(world, "K2026-0002")
    world.mailbox.remove = lambda _waiting: False
    done = forget_person(world.office, SANNE)
    assert (done.reasons, done.gone) == ([], False)
    assert not find(world.store, SANNE)


def test_a_letter_that_still_waits_is_not_thrown_away():
    world = closed()
    world.reply(JAN, "bericht: Sanne, nog iets.", to=next(x for x in world.letters(JAN) if "K2026-0001" in x.subject))
    letter = next(x for x in world.store.letters() if x.to == SANNE)
    world.store.commit(Changes(letters={letter.id: replace(letter, state="waiting")}))
    assert forget_person(world.office, SANNE).reasons == ["A letter about K2026-0001 still waits in the outbox."]


def test_mail_that_became_no_complaint_is_hers_too():
    world = World()
    world.receive(mail("Ik ben afwezig. Sanne", Auto_Submitted="auto-replied"))
    person = find(world.store, SANNE)
    assert len(person.loose) == 1
    assert not person.own
    assert forget_person(world.office, SANNE).reasons == []
    assert remains(world) == []


def test_nothing_is_known_of_a_stranger(world):
    assert not find(world.store, "niemand@example.com")


def in_sannes_thread(*senders, text="Ik ook.", subject="Uw kenmerk 12"):
    """Return a world with a closed complaint of Sanne in which these others wrote."""
    told = World()
    told.receive(mail("De trainer was te laat.", message_id="eerste@example.nl"))
    for sender in senders:
        told.receive(mail(text, sender=sender, subject=subject, In_Reply_To="<eerste@example.nl>"))
    dismiss(told)
    return told


def dismiss(world):
    world.reply(JAN, "geen klacht: anders, onzin", to=world.letters(JAN)[0])
    assert world.complaint().status == "dismissed"


def left(world, *words):
    """Return the places where one of these words is still found."""
    records = {
        **{c.number: c for c in world.store.everything()},
        **{x.id: x for x in world.store.letters()},
        "state": world.store.state,
    }
    found = {name for name, one in records.items() if any(word in str(to_json(one)).lower() for word in words)}
    bodies = {key: raw for key, raw in world.store._contents.items() if raw}
    bodies |= {f"{role}/{uid}": one.raw for role, kept in world.mailbox.kept.items() for uid, one in kept.items()}
    return found | {name for name, raw in bodies.items() if any(word.encode() in raw.lower() for word in words)}


def test_who_wrote_in_the_complaint_of_another_is_in_its_history_no_more():
    world = in_sannes_thread("Mr Advocaat <advocaat@example.org>")
    assert forget_person(world.office, "advocaat@example.org").reasons == []
    assert left(world, "advocaat", "kenmerk 12") == set()
    assert [entry.detail for entry in world.complaint().history if entry.event == "received"] != [""]
    assert verify(world.store) == []


def test_a_stranger_who_used_a_members_letter_is_found_and_forgotten():
    world = World()
    world.receive(mail("De trainer was te laat.", message_id="eerste@example.nl"))
    world.receive(answer(world.letters(JAN)[0], "vreemd@elders.example", "sluit, zei de vos"))
    dismiss(world)
    person = find(world.store, "vreemd@elders.example")
    assert [c.number for c in person.elsewhere] == ["K2026-0001"]
    assert forget_person(world.office, "vreemd@elders.example").reasons == []
    assert left(world, "vreemd@elders", "zei de vos") == set()
    assert not find(world.store, "vreemd@elders.example")
    assert verify(world.store) == []


def test_a_stranger_who_used_a_letter_about_no_complaint_is_forgotten():
    world = World()
    digest_now(world.office)
    flush(world.office)
    world.receive(answer(world.last(JAN), "vreemd@elders.example", "status"))
    assert left(world, "vreemd@elders")
    assert forget_person(world.office, "vreemd@elders.example").reasons == []
    assert left(world, "vreemd@elders") == set()


def test_a_question_about_him_that_still_waits_is_not_thrown_away():
    world = World()
    world.receive(mail("De trainer was te laat.", message_id="eerste@example.nl"))
    world.receive(answer(world.letters(JAN)[0], "vreemd@elders.example", "sluit"))
    dismiss(world)
    letter = next(x for x in world.store.letters() if x.kind == "verify_sender")
    world.store.commit(Changes(letters={letter.id: replace(letter, state="held")}))
    reasons = forget_person(world.office, "vreemd@elders.example").reasons
    assert reasons == ["A letter about K2026-0001 still waits in the outbox."]


def test_whom_we_pointed_the_way_is_not_remembered():
    world = World()
    world.receive(mail("vraagje", sender="stagiair@ront.nl"))
    assert "pointer stagiair@ront.nl" in world.store.state.refused
    world.store.commit(Changes(state=replace(world.store.state, set_aside=())))
    assert forget_person(world.office, "stagiair@ront.nl").reasons == []
    assert left(world, "stagiair") == set()
    assert world.store.state.refused == {}


def test_an_answer_that_is_remembered_is_reason_enough_to_find_somebody():
    world = World()
    world.store.commit(Changes(state=replace(world.store.state, refused={"pointer stagiair@ront.nl": world.now})))
    assert find(world.store, "stagiair@ront.nl")
    assert forget_person(world.office, "stagiair@ront.nl").reasons == []
    assert world.store.state.refused == {}


def test_correspondents_beyond_those_that_are_remembered_are_found():
    world = in_sannes_thread(*(f"derde{n}@example.org" for n in range(MAX_OTHERS + 2)))
    beyond = f"derde{MAX_OTHERS + 1}@example.org"
    assert beyond not in world.complaint().others
    assert [c.number for c in find(world.store, beyond).elsewhere] == ["K2026-0001"]
    assert forget_person(world.office, beyond).reasons == []
    assert left(world, beyond) == set()
    assert not find(world.store, beyond)


def test_a_member_who_left_did_his_work_for_the_firm():
    world = closed()
    assert find(world.store, JAN).elsewhere == ()


def test_a_second_restore_does_not_forget_the_complaint_of_who_wrote_again_before_the_first():
    old = closed()
    old.store.note_forgotten(SANNE, old.now)
    old.later(days=10)
    assert forget_again(old.office) == 1, "an older backup brought her back"
    new = World(now=old.now)
    new.later(days=-5)
    new.receive(mail("Een nieuwe klacht."))
    new.later(days=6)
    new.store._forgotten = old.store.forgotten()  # they stand beside the register, which the second restore replaced
    assert forget_again(new.office) == 0
    assert new.complaint().is_open


def test_an_address_that_ends_like_his_is_somebody_elses():
    world = World()
    world.receive(mail("De trainer was te laat.", message_id="eerste@example.nl"))
    for sender in ("jan@example.org", "an@example.org"):
        world.receive(mail("Ik ook.", sender=sender, subject="Ook", In_Reply_To="<eerste@example.nl>"))
    world.reply(JAN, "notitie: gebeld met jan@example.org.", to=world.letters(JAN)[0])
    dismiss(world)
    forget_person(world.office, "an@example.org")
    assert "gebeld met jan@example.org." in [entry.detail for entry in world.complaint().history]
    forget_person(world.office, "jan@example.org")
    assert left(world, "jan@example.org") == set()


HERS = "sanne@example.nl"


def beside(world):
    """Return mail that names her and is none of hers, by each road on which it becomes no complaint."""
    report = (
        b"From: MAILER-DAEMON@mx.example\r\nReturn-Path: <>\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        b"Message-ID: <bounce@mx.example>\r\n\r\n<sanne@example.nl>: 550 user unknown\r\n"
    )
    encoded = mail(
        "x", sender="bot@robot.example", headers={"Auto-Submitted": "auto-generated"}, message_id="b64@x.example"
    )
    coded = base64.encodebytes(b"Dit bericht gaat over de bestelling van sanne@example.nl, van gisteren en vandaag.")
    return {
        "a report that names no letter of ours": report,
        "a robot": mail(
            "Bestelling van sanne@example.nl.", sender="bot@robot.example", headers={"Auto-Submitted": "auto-generated"}
        ),
        "a robot, in base64": encoded.replace(
            b"\r\n\r\n", b"\r\nContent-Transfer-Encoding: base64\r\n\r\n", 1
        ).partition(b"\r\n\r\n")[0]
        + b"\r\n\r\n"
        + coded.replace(b"\n", b"\r\n"),
        "a colleague who is no member": mail("Ken jij Sanne@Example.nl?", sender="stage@ront.nl"),
        "a member without a token": mail("Wie doet sanne@example.nl?", sender=PIET),
        "spam": mail("Aan sanne@example.nl", sender="x@spam.example", headers={"X-Spam-Flag": "YES"}),
    }


@pytest.mark.parametrize("road", sorted(beside(None)))
def test_mail_that_names_her_and_became_no_complaint_is_found_and_forgotten(road):
    world = World()
    world.receive(beside(world)[road])
    for letter in list(world.store.letters()):
        assert letter.state == "sent"
    assert find(world.store, HERS), "it never says that nothing is kept"
    assert forget_person(world.office, HERS).reasons == []
    assert not find(world.store, HERS)
    assert HERS not in str(to_json(world.store.state)).lower()
    left = [raw for raw in world.store._contents.values() if raw and b"sanne@example.nl" in raw.lower()]
    left += [
        one.raw for kept in world.mailbox.kept.values() for one in kept.values() if b"sanne@example" in one.raw.lower()
    ]
    assert left == []


def test_what_stays_is_listed_with_its_reason():
    world = closed()
    world.receive(mail("Ook bob@example.org zag het.", sender="kees@example.com", subject="Andere zaak"))
    found = find(world.store, "bob@example.org")
    assert found
    assert found.stays == ["K2026-0002 stays: it is the dossier of somebody else, who named this person."]


def test_the_dossier_of_another_that_holds_only_her_name_stays_and_is_listed():
    world = closed(sender="Sanne de Boer <sanne@example.nl>")
    world.receive(mail("Sanne de  Boer zag het ook.", sender="kees@example.com", subject="Andere zaak"))
    assert find(world.store, HERS).stays == [
        "K2026-0002 stays: it is the dossier of somebody else, and holds “Sanne de Boer”."
    ]


def test_a_letter_of_no_complaint_is_in_the_zip_and_one_of_a_complaint_is_in_it_once(world):
    world.receive(mail("De koffie is op.", sender="karin@ront.nl"))
    with zipped(world, find(world.store, "karin@ront.nl")) as archive:
        assert [name.partition("/")[0] for name in archive.namelist()].count("brieven") == 1
    with zipped(world, find(world.store, SANNE)) as archive:
        letters = [name for name in archive.namelist() if name.startswith("brieven/")]
        assert len(letters) == len(set(letters)) == len(world.letters(SANNE))
        page = archive.read("index.html").decode()
    assert all(page.count(f'href="{name}"') == 1 for name in letters)


def without_her_address(world):
    """Return mail that names her as people do, and holds no address of hers, by each road on which it becomes no complaint."""
    report = (
        b"From: MAILER-DAEMON@mx.example\r\nReturn-Path: <>\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        b"Message-ID: <bounce@mx.example>\r\n\r\nYour message to Sanne de Boer (06 1234 5678): 550 user unknown\r\n"
    )
    page = "<p>De bestelling van <b>Sanne</b> de\nBo&#101;r staat klaar.</p>"
    robot = {"Auto-Submitted": "auto-generated"}
    return {
        "a report that names no letter of ours": report,
        "a robot's subject": mail(
            "Klaar.", sender="bot@robot.example", subject="Bestelling Sanne de Boer", headers=robot
        ),
        "a robot's page": mail(
            page, sender="bot@robot.example", headers={**robot, "Content-Type": "text/html; charset=utf-8"}
        ),
        "a colleague who is no member": mail("Ken jij SANNE DE BOER?", sender="stage@ront.nl"),
        "a member without a token": mail("Wie belt +31 6 12345678 terug?", sender=PIET),
        "spam": mail("Beste Sanne  de Boer", sender="x@spam.example", headers={"X-Spam-Flag": "YES"}),
    }


NAMES = ("Sanne de Boer", "06-12345678")


@pytest.mark.parametrize("road", sorted(without_her_address(None)))
def test_what_holds_her_name_or_number_only_is_listed_and_goes_when_that_is_said_to_be_hers(road):
    world = closed(sender="Sanne de Boer <sanne@example.nl>")
    world.receive(without_her_address(world)[road])
    doubtful = find(world.store, HERS)
    assert len(find(world.store, HERS, NAMES).loose) == len(doubtful.loose) + 1
    if "member" not in road or "no member" in road:  # her number stands in no field of her dossier
        assert [stays for stays in doubtful.stays if "may be about another" in stays], (
            "in doubt it stays, and is listed"
        )
    assert forget_person(world.office, HERS, NAMES).reasons == []
    assert not find(world.store, HERS, NAMES)
    said = b"".join(raw for raw in world.store._contents.values() if raw).lower()
    said += b"".join(one.raw for kept in world.mailbox.kept.values() for one in kept.values()).lower()
    assert b"de boer" not in said
    assert b"12345678" not in said
    assert b"1234 5678" not in said


def test_another_of_her_name_is_not_forgotten_with_her():
    world = closed(sender="Sanne de Boer <sanne@example.nl>")
    world.receive(mail("Mijn hamer kwam niet.", sender="Sanne de Boer <s@elders.example>", subject="Hamer"))
    world.receive(
        mail("Gaat over Sanne de Boer.", sender="bot@robot.example", headers={"Auto-Submitted": "auto-generated"})
    )
    found = find(world.store, HERS)
    assert [c.number for c in found.own] == ["K2026-0001"]
    assert forget_person(world.office, HERS).reasons == []
    assert world.store.complaint("K2026-0002").complainant.name == "Sanne de Boer"
    assert any(b"Gaat over Sanne" in (raw or b"") for raw in world.store._contents.values())


def test_who_has_no_address_is_found_and_forgotten_by_name():
    world = World()
    world.receive(mail("mondeling", sender=PIET, subject="mondeling"))
    form = world.last(PIET)
    filled = (
        "Klager: Sanne de Boer, 06-12345678\nBetreft: training\nErnst: substantieel\nOpgelost: nee\nToelichting: koud"
    )
    world.receive(answer(form, PIET, filled, subject=f"Re: {form.subject}"))
    (told,) = world.store.everything()
    assert told.complainant.address is None
    person = find(world.store, "Sanne de Boer", ["Sanne de Boer"])
    assert [c.number for c in person.own] == [told.number]
    assert not find(world.store, "Sanne", ["Sanne Boersma"])
    assert [c.number for c in find(world.store, "", ["+31 6 12 34 56 78"]).own] == [told.number]
    world.reply(JAN, "geen klacht: anders, test", to=world.letters(JAN)[-1])
    assert forget_person(world.office, "Sanne de Boer", ["Sanne de Boer"]).reasons == []
    assert "de Boer" not in str(to_json(world.store.complaint(told.number)))


def test_what_only_has_her_name_does_not_come_back_with_an_older_backup():
    old = closed(sender="Sanne de Boer <sanne@example.nl>")
    old.receive(without_her_address(old)["a report that names no letter of ours"])
    for said in (HERS, *NAMES):
        old.store.note_forgotten(said, old.now)
    assert forget_again(old.office) == 1
    assert not find(old.store, HERS, NAMES)


def test_who_stood_only_in_a_robots_mail_does_not_come_back_either():
    world = World()
    world.receive(beside(world)["a report that names no letter of ours"])
    world.store.note_forgotten(HERS, world.now)
    assert forget_again(world.office) == 1
    assert not find(world.store, HERS)
