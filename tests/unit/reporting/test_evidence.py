"""The evidence of one complaint: complete for an auditor, and without the people who complained."""

import email
import re
from dataclasses import replace
from email.policy import SMTP

import pytest

from klachtmail.domain.incoming.tokens import TOKEN
from klachtmail.domain.privacy.erasure import erased
from klachtmail.domain.record import to_json
from klachtmail.letters.documents import Documents
from klachtmail.service.work.evidence import evidence
from klachtmail.store.seal import heads
from tests.world import JAN, ZONE, World, mail

CLIENT = "Sanne de Boer <sanne.deboer@example.nl>"


@pytest.fixture(scope="module")
def world():
    """A complaint from mail to closing, with a third person in Cc."""
    told = World()
    text = "De trainer Piet Jansen was te laat, en Kees Klaassen zag het. Bel 06-12345678.\n\nGroet, Sanne de Boer"
    told.receive(
        mail(
            text,
            sender=CLIENT,
            message_id="eerste@example.nl",
            Cc="Kees Klaassen <kees@example.org>",
            subject="Klacht van Sanne",
        )
    )
    told.later(hours=2)
    told.reply(
        JAN,
        "ik\ngebeld\noorzaak: Sanne kreeg het oude rooster\nstructureel: ja\nmaatregel: rooster nakijken door piet voor 1 februari\noordeel: gegrond",
    )
    told.reply(JAN, "uitkomst: De trainer had pech.\nvoorstel: U krijgt 100 euro terug.")
    told.press(JAN, "Verstuur", on=[x for x in told.letters(JAN) if "oncept" in x.subject][-1])
    told.reply(JAN, "klager akkoord\nsluit")
    assert told.complaint().status == "closed"
    return told


def page(world, complaint=None, **options):
    file = evidence(world.store, world.firm, complaint or world.complaint(), world.now, **options)
    return file, Documents(ZONE).render("evidence", {"file": file})


def test_why_it_is_no_complaint_is_told_without_naming_anybody():
    told = World()
    told.receive(mail("Mag ik een kopie van de factuur?", sender=CLIENT))
    told.reply(JAN, "geen klacht: vraag, Sanne de Boer wilde een kopie")
    file, html = page(told)
    assert "[klager] wilde een kopie" in html
    assert (file.complaint.complainant.name, file.complaint.complainant.address) == ("", None)
    assert file.complaint.dismissal.reason == "[klager] wilde een kopie"
    assert "Sanne" not in html


def test_who_complained_and_who_saw_it_are_not_named(world):
    file, html = page(world)
    for name in ("Sanne", "Boer", "Kees", "Klaassen", "example.nl", "example.org", "06-12345678"):
        assert name not in html
        assert name not in str(to_json(file, without=("complaint",)))
    assert "[klager] kreeg het oude rooster" in html
    assert "[derde] zag het" in html


def test_no_name_stands_in_an_enclosure_a_wish_or_where_else_it_could_happen(world):
    told = world.complaint()
    first = replace(told.messages[0], attachments=("Klacht Sanne de Boer.pdf",))
    said = replace(
        told,
        messages=(first, *told.messages[1:]),
        elsewhere="ook bij de groep van Sanne de Boer",
        requested_remedy="Sanne wil haar geld terug",
    )
    file, html = page(world, said)
    assert "Sanne" not in html + str(to_json(file, without=("complaint",)))
    for kept in ("bijlagen: Klacht [klager].pdf", "ook bij de groep van [klager]", "[klager] wil haar geld terug"):
        assert kept in html


def test_what_was_enclosed_stands_in_the_dossier():
    world = World()
    message = email.message_from_bytes(mail("Zie het programma.", sender=CLIENT), policy=SMTP)
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="programma.pdf")
    world.receive(message.as_bytes())
    _, html = page(world)
    assert "bijlagen: programma.pdf" in html


def test_deciders_dates_letters_and_the_outcome_are_there(world):
    _, html = page(world)
    for shown in (
        "Jan de Vries",
        "Piet Jansen",
        "gegrond",
        "100 euro",
        "De trainer had pech.",
        "op tijd",
        "23 november 2026",
        "ontvangstbevestiging",
        "uitkomstbrief",
    ):
        assert shown in html
    assert html.count("<blockquote>") == len(world.complaint().messages)


def test_every_line_has_its_seal_and_the_head_is_whole(world):
    file, html = page(world)
    assert heads(world.complaint()) in html
    assert file.trouble is None
    assert all(line.seal[:16] in html for line in file.lines)
    assert "De zegels kloppen:" in html


def test_a_history_that_was_changed_shows(world):
    old = world.complaint()
    changed = replace(old, history=(replace(old.history[0], detail="anders"), *old.history[1:]))
    _, html = page(world, changed)
    assert "De zegels kloppen niet" in html


def test_unredacted_is_asked_for_in_words(world):
    _, html = page(world, redacted=False)
    assert "Sanne de Boer" in html
    assert "Met persoonsgegevens" in html


def test_nothing_comes_from_the_network(world):
    _, html = page(world)
    assert not re.findall(r"<(?:script|link|img|iframe)\b|(?:src|href)=|url\(", html)


def test_an_erased_dossier_is_shown_for_what_it_is(world):
    _, html = page(world, erased(world.complaint(), world.now))
    assert "gewist" in html
    assert "Sanne" not in html


def test_no_token_of_a_member_stands_in_the_file():
    told = World()
    told.receive(mail("De trainer was te laat.", sender=CLIENT, message_id="eerste@example.nl"))
    told.reply(JAN, "ik")
    told.press(JAN, "Gebeld")  # the subject of a button's mail carries the token of who presses it
    assert any(TOKEN.search(message.subject) for message in told.complaint().messages)
    assert not TOKEN.search(page(told)[1])


def test_of_each_letter_it_is_told_whose_it_is_without_a_name():
    told = World()
    told.receive(mail("De zaal was koud.", message_id="een@example.nl"))
    told.receive(mail("Ook koud.", sender="Kees Vos <kees@example.org>", message_id="twee@example.org"))
    told.receive(mail("Het was fris, ja.", sender="Anne Bos <anne@example.com>", In_Reply_To="<een@example.nl>"))
    told.reply(JAN, "groep 2 zeker", next(x for x in told.letters(JAN) if "0001]" in x.subject))
    told.receive(mail("Wanneer hoor ik iets?", sender="Kees Vos <kees@example.org>", In_Reply_To="<twee@example.org>"))
    file, html = page(told)
    assert {"de klager", "mede-klager K2026-0002", "een derde"} <= {each.who for each in file.pieces}
    assert "kees" not in html.lower()
