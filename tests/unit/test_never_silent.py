"""What a person may have written is never silent: it reaches somebody, or stands in the next morning mail."""

import pytest

from klachtmail.domain.records.numbers import numbers_in
from klachtmail.parse import charset
from klachtmail.smtp.answers import classified
from klachtmail.smtp.port import Sent
from tests.world import ELS, JAN, World, answer, mail

PASTED = "Van: {name} <{name}@example.nl>\nVerzonden: maandag 23 november 2026 09:00\nAan: Jan\nOnderwerp: klacht\n\nHet was slecht."
MARKS = [{"Auto-Submitted": "auto-generated"}, {"Precedence": "list"}, {"List-Unsubscribe": "<mailto:x@example.nl>"}]


def in_the_next_morning_mail(world, words):
    world.later(days=1)
    world.sweep()
    return any(words in letter.text for letter in world.news())


@pytest.mark.parametrize("marks", MARKS, ids=lambda marks: next(iter(marks)))
def test_what_a_partner_passes_on_with_a_machines_mark(marks):
    world = World()
    text = PASTED.format(name="kees")
    world.receive(mail(text, sender=JAN, subject="FW: Klacht over factuur", headers=marks))
    told = any("Het was slecht" in letter.text for letter in world.news())
    assert told or in_the_next_morning_mail(world, "FW: Klacht over factuur")


def test_a_partners_second_mail_that_is_not_understood_within_the_hour():
    world = World()
    intro = "Zie onderstaande klacht, kun jij hier morgen even naar kijken want hij is boos."
    for name in ("kees", "truus", "bert"):
        world.receive(mail(f"{intro}\n\n{PASTED.format(name=name)}", sender=JAN, subject=f"Klacht van {name}"))
    assert [letter.to for letter in world.news()] == [JAN] * 3, "each is answered: they differ"
    world.later(days=1)
    world.sweep()
    listed = "".join(letter.text for letter in world.news())
    assert "Klacht van truus" in listed
    assert "Klacht van bert" in listed


def test_a_web_form_in_our_own_name_whose_message_id_looks_like_ours():
    world = World()
    form = mail(
        "De zaal was koud.", sender="klachten@ront.nl", subject="Formulier", message_id="klq83ab@www.ront.example"
    )
    world.receive(form)
    assert in_the_next_morning_mail(world, "Formulier")


def test_a_failure_that_belongs_to_nothing():
    world = World()
    world.receive(
        mail("550 5.1.1 <x@example.org>: onbekend", sender="MAILER-DAEMON@mx.example.org", subject="Undelivered mail")
    )
    assert in_the_next_morning_mail(world, "Undelivered mail")


def test_the_other_partners_hear_that_a_morning_mail_came_back():
    world = World()
    world.receive(mail("De trainer was te laat."))
    world.later(days=1)
    world.sweep()
    morning = next(letter for letter in world.news() if letter.to == ELS)
    report = mail(
        f"550 5.1.1 <{ELS}>: mailbox unknown\n\nMessage-ID: <{morning.message_id}>",
        sender="MAILER-DAEMON@mx.example.org",
        subject="Undelivered Mail Returned to Sender",
        headers={"Return-Path": "<>"},
    )
    assert world.receive(report).counts["bounces"] == 1
    (told,) = world.news()
    assert told.to == JAN
    assert ELS in told.text


def test_an_absence_of_the_handler_that_only_names_the_number():
    world = World()
    world.receive(mail("De trainer was te laat."))
    world.reply(JAN, "ik")
    world.news()
    away = mail("Ik ben afwezig tot 7 december.", sender=JAN, subject="Automatisch antwoord: klacht [K2026-0001]")
    world.receive(away)
    assert world.news() == [], "a stranger can write this"
    world.later(days=1)
    world.sweep()
    assert any("Automatisch antwoord: klacht" in letter.text for letter in world.news()), "and a partner reads it"


def test_an_absence_that_the_mail_server_vouches_for_is_told_at_once():
    world = World(security={"authentication": "rfc8601", "trusted_authserv_id": "mx.ront.nl"})
    verdict = "Authentication-Results: mx.ront.nl; dmarc={} header.from=ront.nl\r\n"
    world.receive(mail("De trainer was te laat."))
    world.receive(verdict.format("pass").encode() + answer(world.last(JAN), JAN, "ik"))
    world.news()
    away = mail("Ik ben afwezig tot 7 december.", sender=JAN, subject="Automatisch antwoord: klacht [K2026-0001]")
    world.receive(verdict.format("none").encode() + away)
    assert world.news() == []
    world.receive(verdict.format("pass").encode() + away.replace(b"Message-ID: <", b"Message-ID: <2"))
    assert [letter.to for letter in world.news()] == [ELS]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (f"Zie mijn antwoorden hieronder.\n\n{PASTED.format(name='ront')}\n\nIK WIL 500 EURO TERUG\n", "500 EURO"),
        (
            "Beste,\n\nOp 12 november om 10:00 schreef ik jullie:\n\nwaar blijft mijn geld?\nNu wil ik 800 euro.\n",
            "800 euro",
        ),
        (
            "Mijn reis:\n\nVan: Utrecht\nDatum: 3 november\nAan: Apeldoorn\n\nIk wil 40 euro reiskosten terug.\n",
            "40 euro",
        ),
    ],
)
def test_what_a_client_writes_below_a_quotation_reaches_the_partners_and_the_register(text, lost):
    world = World()
    world.receive(mail("De trainer was te laat."))
    letter = world.last("sanne@example.nl")
    world.news()
    world.receive(answer(letter, "sanne@example.nl", text))
    assert all(lost in each.text for each in world.news())
    assert lost in world.complaint().messages[-1].text


@pytest.mark.parametrize(
    "text",
    [
        "Wanneer kunt u?\n\nMaandag kan ik.",
        "Maandag kan ik.\n\n> een ouder bericht\n> van twee regels",
        "Wanneer kunt u?\nDag: Maandag kan ik.",
    ],
)
def test_a_short_answer_below_a_short_quotation_without_marks_is_in_the_register(text):
    world = World()
    world.receive(mail("De trainer was te laat."))
    letter = world.last("sanne@example.nl")
    heading = "Op ma 23 nov 2026 om 09:00 schreef RONT <klachten@ront.nl>:"
    world.receive(mail(f"{heading}\n\n{text}", headers={"In-Reply-To": f"<{letter.message_id}>"}))
    assert "Maandag kan ik." in world.complaint().messages[-1].text


def test_a_heading_above_marked_lines_is_no_text():
    world = World()
    world.receive(mail("De trainer was te laat."))
    letter = world.last("sanne@example.nl")
    world.receive(answer(letter, "sanne@example.nl", "Maandag kan ik."))
    assert world.complaint().messages[-1].text == "Maandag kan ik."


@pytest.mark.parametrize("sender", ["sanne@example.nl", "advocaat@example.org"])
def test_that_a_further_mail_cannot_be_read_is_said(sender):
    world = World()
    world.receive(mail("De trainer was te laat."))
    letter = world.last("sanne@example.nl")
    world.news()
    world.receive(answer(letter, sender, "-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----"))
    assert all("Versleuteld bericht (PGP)" in each.text for each in world.news())


def test_an_invitation_without_a_text_is_called_one():
    world = World()
    invitation = mail("BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR", subject="Gesprek over mijn klacht")
    world.receive(invitation.replace(b"text/plain", b"text/calendar; method=REQUEST"))
    assert "Agenda-uitnodiging" in world.last(JAN).text


@pytest.mark.parametrize(("role", "marks"), [("junk", {}), ("inbox", {"X-Spam-Flag": "YES"})])
def test_spam_through_a_web_form_writes_to_no_stranger(role, marks):
    world = World(intake={"sources": ["formulier@www.example.org"]})
    headers = {"Reply-To": "slachtoffer@example.com", **marks}
    world.receive(mail("pillen", sender="formulier@www.example.org", headers=headers), role=role)
    assert "slachtoffer@example.com" not in {letter.to for letter in world.news()}


def test_a_number_that_is_written_short_is_the_same_number():
    assert numbers_in("Re: k2026-1 en M2026-0012, K20260003") == ("K2026-0001", "M2026-0012", "K2026-0003")
    world = World()
    world.receive(mail("De trainer was te laat."))
    assert world.receive(mail("Hoe staat het ermee?", subject="klacht k2026-1")).counts["follow_up"] == 1


def test_a_letter_that_the_server_closes_over_does_not_keep_back_the_others():
    world = World()
    world.courier.answer = lambda e: classified("content", 421, "bye") if e.recipient == JAN else Sent()
    world.receive(mail("De trainer was te laat."))
    assert {e.recipient for e in world.courier.sent} == {ELS, "sanne@example.nl"}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (450, "4.2.1 The user you are trying to contact is over a rate limit"),
        (550, "5.7.1 Callout verification failed: relay not permitted, authentication required"),
    ],
)
def test_words_about_one_recipient_keep_back_nobody_else(code, said):
    world = World()
    world.courier.answer = lambda e: classified("rcpt", code, said) if e.recipient == JAN else Sent()
    world.receive(mail("De trainer was te laat."))
    assert {e.recipient for e in world.courier.sent} >= {ELS, "sanne@example.nl"}


@pytest.mark.parametrize("said", ["5.7.1 Relay access denied", "5.7.1 Sender address rejected: not owned by user"])
def test_words_about_everybody_pause_and_count_against_no_letter(said):
    world = World()
    world.courier.answer = lambda e: classified("rcpt", 554, said)
    world.receive(mail("De trainer was te laat."))
    assert {(letter.state, letter.attempts) for letter in world.store.letters()} == {("waiting", 0)}


def test_hundreds_of_attachments_are_taken_out_of_a_message_in_one_reading(monkeypatch):
    """Each was found by reading all anew: what shows it is how often the name of each is decoded."""
    world = World()
    guessed, one = [], charset._guess
    monkeypatch.setattr(charset, "_guess", lambda content: guessed.append(content) or one(content))
    part = """--b\r
Content-Type: application/pdf\r
Content-Disposition: attachment; filename="=?x-onbekend?q?bijlage_=E9=81=F0=FF?= {}.pdf"\r
\r
x\r
"""
    parts = "".join(part.format(number) for number in range(290))
    head = "From: kees@example.org\r\nSubject: Klacht\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    world.receive(f"{head}--b\r\n\r\nSlecht.\r\n{parts}--b--\r\n".encode())
    assert len([*world.last(JAN).message.iter_attachments()]) == 290
    assert len(guessed) <= 4 * 290
