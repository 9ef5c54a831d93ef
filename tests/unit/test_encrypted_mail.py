"""Encrypted mail: recorded and confirmed, and a letter that asks for another way lies ready."""

import pytest

from tests.world import ELS, PIET, World, mail

SANNE = "sanne@example.nl"
HEAD = "From: Sanne <sanne@example.nl>\r\nTo: klachten@ront.nl\r\nSubject: Klacht\r\nMessage-ID: <a@example.nl>\r\n"
SMIME = (
    HEAD
    + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\nMIAGCSqG\r\n"
)
PGP_MIME = (
    HEAD
    + 'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b\r\n\r\n--b\r\n'
    + "Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\n"
    + "-----BEGIN PGP MESSAGE-----\r\nabc\r\n-----END PGP MESSAGE-----\r\n--b--\r\n"
)
PGP_INLINE = HEAD + "\r\n-----BEGIN PGP MESSAGE-----\r\n\r\n" + "hQEMA\r\n" * 100 + "-----END PGP MESSAGE-----\r\n"


@pytest.mark.parametrize("raw", [SMIME, PGP_MIME, PGP_INLINE], ids=["S/MIME", "PGP/MIME", "PGP"])
def test_a_partner_asks_for_a_readable_mail_with_two_presses(raw):
    world = World()
    world.receive(raw.encode())
    assert len(world.letters(SANNE)) == 1, "its receipt is confirmed"
    world.press(ELS, "Vraag om een leesbare mail")
    shown = next(letter for letter in reversed(world.letters(ELS)) if "Verstuur" in letter.buttons)
    assert "zonder versleuteling" in shown.text
    world.press(ELS, "Verstuur", on=shown)
    asked = world.last(SANNE)
    assert "zonder versleuteling" in asked.text
    assert "055 123 45 67" in asked.text
    assert world.complaint().draft is None


def test_a_further_encrypted_mail_has_the_letter_ready_too_and_leaves_a_draft_as_it_is():
    world = World()
    world.receive(mail("De zaal was koud.", message_id="eerste@example.nl"))
    further = SMIME.replace("Subject", "In-Reply-To: <eerste@example.nl>\r\nSubject")
    world.receive(further.encode())
    assert "Vraag om een leesbare mail" in world.last(ELS).buttons
    world.reply(ELS, "uitkomst: u krijgt uw geld terug")
    world.receive(further.replace("a@example", "b@example").encode())
    assert world.complaint().draft.kind == "outcome"


def test_a_draft_of_a_colleague_is_offered_to_nobody_as_a_question_for_a_readable_mail():
    world = World()
    world.receive(mail("De zaal was koud."))
    world.reply(ELS, "@piet")
    given = world.last(PIET)
    for line in ("antwoord: Wij bellen u.", "ingrijpend"):
        world.reply(PIET, line, to=given)
    assert "Piet Jansen noemt deze klacht ingrijpend" in world.last(ELS).text
    assert "Vraag om een leesbare mail" not in world.last(ELS).buttons


GERMAN = (
    "Sehr geehrte Damen und Herren, ich bin sehr unzufrieden mit der Schulung. Der Trainer war eine Stunde zu spät und hatte kein "
    "Material dabei. Ich möchte mein Geld zurück und bitte um eine Antwort."
)
FRENCH = (
    "Bonjour Madame, Monsieur, je suis très mécontent de la formation. Le formateur était en retard et nous avons perdu une heure. "
    "Je voudrais un remboursement et j'attends votre réponse."
)


@pytest.mark.parametrize(("text", "asked"), [(GERMAN, "ohne Verschlüsselung"), (FRENCH, "sans chiffrement")])
def test_it_is_asked_in_the_clients_own_language(text, asked):
    world = World()
    world.receive(mail(text, message_id="eerste@example.nl"))
    world.receive(SMIME.replace("Subject", "In-Reply-To: <eerste@example.nl>\r\nSubject").encode())
    assert asked in world.complaint().draft.text


def test_a_readable_mail_with_an_encrypted_file_asks_for_nothing():
    world = World()
    text = "De zaal was koud en de trainer kwam niet. " * 10
    world.receive(
        f"{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n{text}\r\n--b\r\n"
        "Content-Type: application/pkcs7-mime; name=bijlage.p7m\r\n\r\nMIAG\r\n--b--\r\n".encode()
    )
    assert world.complaint().draft is None
