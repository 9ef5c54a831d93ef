"""Who filled in a web form: the layouts in which forms are mailed, and what is no form."""

import pytest

from klachtmail.domain.incoming.web_forms import Form, lone_address, read_form
from klachtmail.parse.html import to_text
from tests.world import ELS, JAN, World, mail

KEES = Form("Kees Klant", ("kees@example.nl",))
TABLE = "<table><tr><td>{}</td><td>Kees Klant</td></tr><tr><td>{}</td><td><a href='mailto:kees@example.nl'>kees@example.nl</a></td></tr></table>"
GRAVITY = (
    "<table><tr><td colspan=2><strong>Naam</strong></td></tr><tr><td>&nbsp;</td><td>Kees Klant</td></tr>"
    "<tr><td colspan=2><strong>E-mail</strong></td></tr><tr><td>&nbsp;</td><td>kees@example.nl</td></tr></table>"
)
WIDE = (
    "<table><tr><th>Naam</th><th>Onderwerp</th><th>E-mail</th></tr>"
    "<tr><td>Kees Klant</td><td>Klacht</td><td>kees@example.nl</td></tr></table>"
)


@pytest.mark.parametrize(
    "text",
    [
        "Naam: Kees Klant\nE-mail: kees@example.nl",
        "Uw naam: Kees Klant\nUw e-mailadres: <Kees@Example.nl>",
        "Je naam: Kees Klant\nJe e-mailadres: kees@example.nl.",
        "Naam : Kees Klant\nE-mail adres : kees@example.nl",
        "Naam (verplicht): Kees Klant\nE-mail (verplicht): kees@example.nl",
        "*Naam:* Kees Klant\n*E-mail:* kees@example.nl",
        "*Naam:*\nKees Klant\n\n*E-mail:*\nkees@example.nl",
        "**Naam** *\nKees Klant\n**E-mailadres** *\nkees@example.nl",
        "Naam\nKees Klant\n\nE-mail\nkees@example.nl\n\nBericht\nDe training viel tegen.",
        "Naam      Kees Klant\nE-mail    kees@example.nl",
        "Van: Kees Klant <kees@example.nl>\nOnderwerp: Klacht\n\nBerichtinhoud:\nDe training viel tegen.",
        "Van: Kees Klant kees@example.nl\nOnderwerp: Klacht",
        'From: "Kees Klant" <kees@example.nl>\nSubject: Complaint',
        "Name: Kees Klant\nEmail Address: mailto:kees@example.nl",
        "| Naam | Kees Klant |\n|---|---|\n| E-mail | kees@example.nl |",
        "Naam | E-mail | Bericht\nKees Klant | kees@example.nl | De training viel tegen.",
        "Naam | Bericht | Mail\nKees Klant | De training viel tegen. | kees@example.nl",
        "- Naam: Kees Klant\n- E-mail: kees@example.nl",
        "• Naam: Kees Klant\n• E-mail: kees@example.nl",
        "naam = Kees Klant\nemail = kees@example.nl",
        "realname=Kees Klant\nemail=kees@example.nl",
        "your-name: Kees Klant\nyour-email: kees@example.nl",
        "Naam klager: Kees Klant\nE-mailadres klager: kees@example.nl",
        "Naam contactpersoon\nKees Klant\nContact e-mail\nkees@example.nl",
        "Voornaam en achternaam: Kees Klant\nE-mailadres van de klager: kees@example.nl",
        "Voornaam: Kees\nAchternaam: Klant\nE-mail: kees@example.nl",
        "Voornaam\nKees\nTussenvoegsel\nAchternaam\nKlant\nE-mail\nkees@example.nl",
        "First Name: Kees\nLast Name: Klant\nEmail: kees@example.nl",
        "Nom : Kees Klant\nAdresse e-mail : kees@example.nl",
        "Ihr Name: Kees Klant\nE-Mail-Adresse: kees@example.nl",
        to_text(TABLE.format("Naam:", "E-mail:")),
        to_text(TABLE.format("Naam", "E-mailadres")),
        to_text(GRAVITY),
        to_text(WIDE),
    ],
)
def test_a_form_says_who_filled_it_in(text):
    assert read_form(text) == KEES


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("", Form()),
        ("De training viel tegen.\nIk mailde kees@example.nl", Form()),
        ("Naam:\nE-mail:\nBericht:\nSlecht", Form()),
        ("Naam:\n\nE-mail: kees@example.nl", Form("", ("kees@example.nl",))),
        ("Van: Apeldoorn\nNaar: Utrecht", Form()),
        ("Dag Jan\nHelpt u deze man?\nGroet\nVan: Kees Klant <kees@example.nl>", Form()),
        ("Naam: 055-1234567", Form()),
        ("Naam: kees@example.nl", Form()),
        ("Mijn naam: die kent u", Form()),
        ("Voornaam: Jan\nTussenvoegsel: de\nAchternaam: Vries", Form("Jan de Vries")),
        ("Achternaam: Vries", Form("Vries")),
        ("Naam: Kees Klant\nVoornaam: Piet", Form("Kees Klant")),
        ("https://www.ront.nl/?naam=Kees&email=kees@example.nl", Form()),
        ("E-mail: geen", Form()),
        ("Naam | Onderwerp\nKees Klant | Klacht", Form("Kees Klant")),
        ("Telefoon: 06 12345678\nMobiel: 06 87654321", Form(phone="06 12345678")),
        ("Telefoonnummer\n+31 6 12345678", Form(phone="+31 6 12345678")),
        ("Telefoon: bel mij niet", Form()),
    ],
)
def test_what_is_missing_stays_empty(text, form):
    assert read_form(text) == form


def test_the_labelled_address_comes_before_the_sender_and_no_address_twice():
    text = "Van: Website <formulier@web.example>\nE-mail: kees@example.nl\nE-mailadres: kees@example.nl"
    assert read_form(text).addresses == ("kees@example.nl", "formulier@web.example")


def test_the_name_is_that_of_the_address_that_is_used_when_no_label_gives_one():
    assert read_form("Van: Kees Klant <kees@example.nl>").name == "Kees Klant"
    assert read_form("Van: Website <formulier@web.example>\nNaam: Kees Klant").name == "Kees Klant"
    assert read_form("Van: Website <formulier@web.example>\nE-mail: kees@example.nl").name == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kees Klant (Kees@Example.nl) schreef: slecht. Onze adressen: info@ront.nl en info@RONT.nl.",
            "kees@example.nl",
        ),
        ("kees@example.nl, nogmaals <kees@example.nl>", "kees@example.nl"),
        ("kees@example.nl en truus@example.nl", ""),
        ("no-reply@winkel.example", ""),
        ("info@ront.nl", ""),
        ("@example.nl kees@ kees@localhost", ""),
        ("", ""),
    ],
)
def test_the_only_address_in_a_text_that_is_not_ours_is_a_guess(text, found):
    assert lone_address(text, is_ours=lambda address: address.endswith("@ront.nl")) == found


def test_a_long_text_without_a_form_costs_little():
    assert read_form("Naam | " * 100_000) == Form()
    assert read_form("naam\n" * 30_000) == Form()


FILLED_IN = "Naam: Kees Vos\nE-mail: kees@voorbeeld.example\nTelefoon: (0318) 62 14 90\n\nBericht:\nDe zaal was koud."
ASIDE = {
    "an unread address": (
        FILLED_IN,
        {"sender": "Website <noreply@bouwer.example>"},
        ("kees@voorbeeld.example", "Kees Vos"),
    ),
    "our own domain": (FILLED_IN, {"sender": "Website <website@ront.nl>"}, ("kees@voorbeeld.example", "Kees Vos")),
    "Reply-To": (
        "De zaal was koud.",
        {"sender": "Website <no-reply@bouwer.example>", "Reply_To": "Kees Vos <kees@voorbeeld.example>"},
        ("kees@voorbeeld.example", "Kees Vos"),
    ),
}


@pytest.mark.parametrize("kind", ASIDE)
def test_a_form_that_was_set_aside_and_is_a_complaint_is_its_clients(kind):
    text, fields, client = ASIDE[kind]
    world = World()
    world.receive(mail(text, subject="Nieuw bericht via de website", **fields))
    assert not list(world.store.current())
    world.later(days=1)
    world.sweep()
    listed = next(
        letter for letter in map(world.last, (JAN, ELS)) if any("klacht" in b.lower() for b in letter.buttons)
    )
    world.press(listed.to, next(b for b in listed.buttons if "klacht" in b.lower()), listed)
    party = world.complaint().complainant
    assert (party.address, party.name) == client
    assert world.letters("kees@voorbeeld.example")
    assert not world.letters("noreply@bouwer.example")
