"""Mails in a mail: a record for each when somebody passes them on, evidence that members can read when a client encloses them."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from tests.msg_files import msg
from tests.world import ELS, JAN, OURS, World, mail

FORM = "forms@ront.nl"


@pytest.fixture
def world():
    return World(intake={"sources": [FORM]})


def holding(*mails, sender=JAN, text="Deze kwamen binnen.", subject="FW: berichten", digest=False, **headers):
    """Return a mail that holds others: messages, or (name, bytes) for files."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = sender, OURS, subject
    message["Message-ID"] = "<omhulsel@ront.nl>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    for each in mails:
        if isinstance(each, tuple):
            message.add_attachment(each[1], maintype="application", subtype="octet-stream", filename=each[0])
        else:
            message.add_attachment(each)
    return message.as_bytes()


def said(text, sender, subject="Klacht"):
    inner = EmailMessage(policy=SMTP)
    inner["From"], inner["To"], inner["Subject"] = sender, OURS, subject
    inner["Date"] = "Fri, 20 Nov 2026 10:30:00 +0100"
    inner.set_content(text)
    return inner


KEES = said("EERSTE klacht over de zaal.", "Kees <kees@een.example>")
LOT = said("TWEEDE klacht over de trainer.", "Lot <lot@twee.example>")
AN = ("derde.msg", msg(subject="Klacht", text="DERDE klacht over de koffie.", name="An", address="an@drie.example"))
TEXTS = {"K2026-0001": "EERSTE", "K2026-0002": "TWEEDE", "K2026-0003": "DERDE"}


def test_each_complaint_that_a_member_passes_on_is_a_record_of_its_own(world):
    report = world.receive(holding(KEES, LOT, AN))
    assert (report.counts["oral"], report.fetched) == (1, 1)
    for number, word in TEXTS.items():
        complaint = world.complaint(number)
        assert complaint.text.startswith(word)
        assert (complaint.confirmed, complaint.channel, complaint.reporter) == (False, "forwarded", JAN)
        assert word in next(letter for letter in world.letters(ELS) if number in letter.subject).text
    assert [world.complaint(number).complainant.address for number in TEXTS] == [
        "kees@een.example",
        "lot@twee.example",
        "an@drie.example",
    ]
    assert not world.letters("kees@een.example"), "nobody confirmed it yet"
    world.press(JAN, "Bevestig", on=next(letter for letter in world.letters(JAN) if "K2026-0002" in letter.subject))
    assert len(world.letters("lot@twee.example")) == 1


def test_each_complaint_that_an_intake_source_passes_on_is_acknowledged(world):
    report = world.receive(holding(KEES, LOT, sender=FORM))
    assert report.counts["new"] == 1
    assert [world.complaint(number).complainant.name for number in list(TEXTS)[:2]] == ["Kees", "Lot"]
    assert len(world.letters("kees@een.example")) == len(world.letters("lot@twee.example")) == 1


def pasted(*blocks, separator="", to="Info RONT <info@ront.nl>"):
    """Return mails as a program pastes them below each other: who wrote, to whom, about what, and the text."""
    names = ("Van", "Verzonden", "Aan", "Onderwerp")
    for sender, subject, text, *other in blocks:
        values = (sender, "maandag 23 november 2026 09:00", *(other or [to]), subject)
        head = "\n".join(f"{name}: {value}" for name, value in zip(names, values, strict=True))
        yield f"{separator}{head}\n\n{text}\n"


SANNE = ("Sanne Prins <sanne@een.example>", "Training", "EERSTE: de trainer was een uur te laat.")
VOS = ("Kees Vos <kees@twee.example>", "Factuur", "TWEEDE: ik kreeg drie keer dezelfde factuur.")


@pytest.mark.parametrize(
    "separator", ["", "-------- Doorgestuurd bericht --------\n", "________________________________\n"]
)
@pytest.mark.parametrize("said", ["", "Hierbij twee klachten van vandaag, kunnen jullie ze oppakken?"])
def test_complaints_of_two_people_pasted_below_each_other_are_two_records(world, separator, said):
    text = "\n\n".join([said, *pasted(SANNE, VOS, separator=separator)])
    world.receive(mail(text, sender=JAN, subject="FW: klachten"))
    found = [world.complaint(number) for number in ("K2026-0001", "K2026-0002")]
    assert [each.complainant.address for each in found] == ["sanne@een.example", "kees@twee.example"]
    assert [each.text.strip() for each in found] == [SANNE[2], VOS[2]]


@pytest.mark.parametrize(
    "below",
    [
        ("Kees Vos <kees@twee.example>", "Re: Training", "Mijn man was er ook bij."),
        ("Kees Vos <kees@twee.example>", "Afspraak", "Ik kan donderdag niet.", "Sanne Prins"),
        ("Kees Vos <kees@twee.example>", "Afspraak", "Ik kan donderdag niet.", "sanne@een.example"),
        ("Els Bakker <els@ront.nl>", "Uw plaats", "U zit in zaal 3.", "klas@een.example"),
    ],
    ids=["the same subject", "written to her", "to her address", "of a colleague"],
)
def test_a_conversation_that_is_pasted_is_one_complaint(world, below):
    world.receive(mail("\n\n".join(pasted(SANNE, below)), sender=JAN, subject="FW: Training"))
    assert below[2] in world.complaint().text
    assert world.store.complaint("K2026-0002") is None


def test_a_form_with_mails_as_evidence_is_one_complaint_of_who_filled_it_in(world):
    text = "Naam: Sanne de Boer\nE-mail: sanne@example.nl\nKlacht: de zaal was koud, zie de mails hieronder."
    world.receive(holding(KEES, LOT, sender=FORM, text=text, subject="Formulier"))
    assert world.complaint().complainant.address == "sanne@example.nl"
    assert world.complaint().text.startswith("Naam: Sanne")
    assert world.store.complaint("K2026-0002") is None


@pytest.mark.parametrize("evidence", [LOT, ("brief.eml", LOT.as_bytes()), AN], ids=["attached", "eml", "msg"])
def test_members_read_a_mail_that_a_client_encloses(world, evidence):
    world.receive(
        holding(evidence, sender="Sanne <sanne@example.nl>", text="Zie de mail van uw trainer.", subject="Klacht")
    )
    word, sender = ("TWEEDE", "lot@twee.example") if evidence is not AN else ("DERDE", "an@drie.example")
    routing = world.last(ELS)
    assert "Zie de mail van uw trainer." in routing.text
    assert all(each in routing.text for each in (word, sender, "Bijgevoegde e-mail"))
    assert evidence is AN or "20 november 2026, 10:30" in routing.text
    world.reply(ELS, "dossier")
    assert any(letter.subject.startswith("Dossier") and word in letter.text for letter in world.letters(ELS))
    assert world.store.complaint("K2026-0002") is None
    assert not any(word in letter.text for letter in world.letters("sanne@example.nl"))


def test_a_letter_of_ours_that_a_client_encloses_is_not_shown_again(world):
    ours = said("Wij hebben uw klacht ontvangen.", f"RONT Klachten <{OURS}>", subject="Ontvangen")
    world.receive(holding(LOT, ours, sender="Sanne <sanne@example.nl>", text="Dit klopt niet.", subject="Klacht"))
    assert "TWEEDE" in world.last(ELS).text
    assert "Wij hebben uw klacht ontvangen." not in world.last(ELS).text


def test_members_read_a_mail_that_comes_with_a_further_one(world):
    world.receive(mail("De zaal was koud.", message_id="eerste@example.nl"))
    sanne = "Sanne de Boer <sanne@example.nl>"
    world.receive(
        holding(LOT, sender=sanne, text="Zie bijlage.", subject="Re: Klacht", In_Reply_To="<eerste@example.nl>")
    )
    assert "TWEEDE" in world.last(ELS).text
    assert "TWEEDE" in world.complaint().messages[-1].text


def test_a_file_of_outlook_that_cannot_be_read_is_said_so_to_whoever_sent_it_and_to_partners(world):
    broken = ("klacht.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    world.receive(holding(broken, text="Zie bijlage."))
    assert "klacht.msg" in world.last(JAN).text
    world.receive(
        holding(broken, sender="Sanne <sanne@example.nl>", text="Zie bijlage, ik ben boos.", subject="Klacht")
    )
    assert "klacht.msg kon niet worden gelezen" in world.last(ELS).text


def test_what_an_intake_source_forwards_inside_its_text_is_the_clients_words_without_the_headers_above_them(world):
    above = "---------- Forwarded message ---------\nVan: Kees Vos <kees@een.example>\nDatum: vr 20 nov 2026 10:30\n"
    text = f"{above}Onderwerp: De zaal\nAan: <info@ront.nl>\n\nDe zaal was koud en de koffie ook."
    world.receive(mail(text, sender=FORM, subject="Fwd: De zaal"))
    assert world.complaint().text.strip() == "De zaal was koud en de koffie ook."
    assert world.complaint().subject == "De zaal"
