"""One mail that comes twice, changed on the way, is one complaint and one letter; two mails that look alike are two."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from tests.world import CLIENT, OURS, World, mail

SANNE = "sanne@example.nl"
SAME = {"message_id": "m01@example.nl", "Date": "Mon, 23 Nov 2026 08:00:00 +0100"}
TEXT = (
    "De factuur klopt niet. U rekent twee dagen, en er was er een. Zie https://portaal.example/f/12 voor de afspraak die wij "
    "op 3 november maakten met uw medewerker. Wij betalen die tweede dag niet."
)
BANNER = "LET OP: deze e-mail komt van buiten de organisatie. Klik niet op links van onbekenden.\n\n"
FOOTER = "\n\n-- \nDit bericht is gecontroleerd door MailVeilig op virussen en ongewenste inhoud."
SECOND = {
    "a tag in the subject": {"subject": "[EXTERN] Factuur"},
    "a word before the subject": {"subject": "Verdacht: Factuur"},
    "a banner": {"text": BANNER + TEXT},
    "a footer": {"text": TEXT + FOOTER},
    "links that were rewritten": {
        "text": TEXT.replace("portaal.example/f/12", "eur01.safelinks.example/?url=https%3A%2F%2Fportaal")
    },
    "other line ends": {"text": TEXT.replace(". ", ".\n")},
    "other marks": {"text": TEXT.replace(",", "").replace("twee ", "*twee* ")},
}


def sent(text=TEXT, subject="Factuur", **fields):
    return mail(text, subject=subject, **{**SAME, **fields})


@pytest.mark.parametrize("at_once", [True, False], ids=["in one batch", "in two polls"])
@pytest.mark.parametrize("changed", SECOND.values(), ids=SECOND)
@pytest.mark.parametrize("turned", [False, True], ids=["plain first", "changed first"])
def test_a_copy_that_was_changed_on_its_way_is_no_second_complaint(changed, turned, at_once):
    world = World()
    copies = [sent(), sent(**changed)][:: -1 if turned else 1]
    reports = [world.receive(*copies)] if at_once else [world.receive(each) for each in copies]
    assert sum(report.counts["new"] for report in reports) == 1
    assert sum(report.counts["duplicates"] for report in reports) == 1
    assert len(world.letters(SANNE)) == 1
    assert world.store.complaint("K2026-0002") is None
    assert world.poll().fetched == 0, "both are filed"


def test_a_footer_on_the_one_road_and_a_banner_on_the_other_are_seen_through():
    world = World()
    world.receive(sent(TEXT + FOOTER), sent(BANNER + TEXT))
    assert len(world.letters(SANNE)) == 1


def test_a_further_mail_that_comes_twice_is_shown_once():
    world = World()
    world.receive(mail("De zaal was koud.", message_id="eerste@example.nl"))
    world.news()
    thread = {"In_Reply_To": "<eerste@example.nl>"}
    report = world.receive(sent(**thread), sent(BANNER + TEXT, **thread))
    assert (report.counts["follow_up"], report.counts["duplicates"]) == (1, 1)
    assert len(world.complaint().messages) == 3, "the complaint, its acknowledgement, one further mail"


def without_words(subject, *files):
    """Return a mail in which only its subject or what comes with it says something."""
    message = EmailMessage(policy=SMTP)
    for name, value in {"From": CLIENT, "To": OURS, "Subject": subject, "Message-ID": "<m01@example.nl>"}.items():
        message[name] = value
    message["Date"] = SAME["Date"]
    message.set_content("")
    for content in files:
        message.add_attachment(content, maintype="application", subtype="pdf", filename="brief.pdf")
    return message.as_bytes()


@pytest.mark.parametrize(
    ("other", "complaints"),
    [
        (without_words("[EXTERN] Brief", b"een"), 1),
        (without_words("[EXTERN] Brief", b"een", b"de voettekst als plaatje"), 1),
        (without_words("Brief", b"twee"), 2),
        (without_words("Brief"), 2),
        (without_words("Brief van Kees", b"een"), 1),
        (without_words("Factuur", b"een"), 2),
    ],
    ids=["a tag", "a file more", "another file", "no file", "words behind it", "another subject"],
)
def test_of_two_mails_without_a_word_the_files_and_the_subject_tell(other, complaints):
    world = World()
    world.receive(without_words("Brief", b"een"), other)
    assert len(list(world.store.current())) == complaints


@pytest.mark.parametrize(("subject", "complaints"), [("[EXTERN] De zaal was koud", 1), ("De koffie was koud", 2)])
def test_of_two_mails_of_which_only_the_subject_speaks_it_tells(subject, complaints):
    world = World()
    world.receive(without_words("De zaal was koud"), without_words(subject))
    assert len(list(world.store.current())) == complaints


def test_a_mail_without_a_word_is_no_copy_of_one_that_has_them():
    world = World()
    world.receive(without_words("Factuur"), sent())
    assert len(list(world.store.current())) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"text": "Naam: Piet\nKlacht: de koffie was koud en op."},
        {"subject": "Formulier van Piet"},
        {"Date": "Mon, 23 Nov 2026 08:00:01 +0100"},
        {"sender": "Piet <piet@example.nl>"},
    ],
    ids=["text", "subject", "date", "sender"],
)
def test_two_forms_of_one_second_are_two_complaints(other):
    world = World()
    first = {"text": "Naam: Sanne\nKlacht: de zaal was koud en leeg.", "subject": "Formulier van Sanne"}
    report = world.receive(sent(**first), sent(**{**first, **other}))
    assert report.counts["new"] == 2
