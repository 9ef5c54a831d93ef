"""Forwarded messages that were pasted into the text."""

import datetime as dt

import pytest

from klachtmail.domain.incoming.message import Address
from klachtmail.parse import parse
from klachtmail.parse.forward import written_date

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
BLOCK = "Van: Anna Bakker <anna@voorbeeld.nl>\n{date}\nAan: Jan\nOnderwerp: Klacht over de cursus\n\nIk ben ontevreden."
FORMS = {
    "Outlook": "{}\n\n" + BLOCK.format(date="Verzonden: vrijdag 20 november 2026 10:00"),
    "Outlook old": "{}\n\n-----Oorspronkelijk bericht-----\n"
    + BLOCK.format(date="Verzonden: vrijdag 20 november 2026 10:00"),
    "Gmail": "{}\n\n---------- Forwarded message ---------\n" + BLOCK.format(date="Date: vr 20 nov 2026 om 10:00"),
    "Gmail nl": "{}\n\n---------- Doorgestuurd bericht ---------\n"
    + BLOCK.format(date="Datum: vr 20 nov. 2026 om 10:00"),
    "Proton": "{}\n\n-------- Doorgestuurd bericht --------\n"
    + BLOCK.format(date="Datum: Op vrijdag 20 november 2026 om 10:00").replace("Ik ben", "> Ik ben"),
    "eM Client": "{}\n\n------ Doorgestuurd bericht ------\n"
    + BLOCK.format(date="Datum 20-11-2026 10:00:00")
    .replace("Van:", "Van")
    .replace("Aan:", "Aan")
    .replace("werp:", "werp"),
    "Apple Mail": "{}\n\nBegin doorgestuurd bericht:\n\n"
    + BLOCK.format(date="Datum: 20 november 2026 om 10:00:00 CET"),
    "Yahoo": "{}\n\n   ----- Forwarded Message ----- From: Anna Bakker <anna@voorbeeld.nl>To: Jan <jan@ront.nl>"
    "Sent: Friday, November 20, 2026 at 10:00:00 AM GMT+1Subject: Klacht over de cursus\n Ik ben ontevreden.",
    "Yahoo nl": "{}\n\n----- Doorgestuurd bericht -----\nVan: Anna Bakker <anna@voorbeeld.nl>Aan: Jan <jan@ront.nl>"
    "Verzonden: vrijdag 20 november 2026 om 10:00:00 CETOnderwerp: Klacht over de cursus\nIk ben ontevreden.",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize(
    "own", ["", "Ter info", "Deze klant belde gisteren ook al, wie van jullie kan dit oppakken deze week?"]
)
def test_a_pasted_forward_gives_sender_subject_text_and_time(form, own):
    message = parse(f"From: jan@ront.nl\nSubject: FW: Klacht over de cursus\n\n{form.format(own)}".encode(), NOW)
    forwarded = message.forwarded
    assert forwarded is not None
    assert not forwarded.certain
    assert (forwarded.sender, forwarded.subject) == (
        Address("Anna Bakker", "anna@voorbeeld.nl"),
        "Klacht over de cursus",
    )
    assert (forwarded.text.strip(), message.new_text) == ("Ik ben ontevreden.", own)
    assert forwarded.sent_at == dt.datetime(2026, 11, 20, 10, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "heading",
    [
        'Op 20-11-2026 10:00 heeft "Anna Bakker" <anna@voorbeeld.nl> geschreven:',
        "Op vrijdag 20 november 2026 om 10:00 schreef Anna Bakker <anna@voorbeeld.nl>:",
        "On 20-11-2026 10:00, Anna Bakker <anna@voorbeeld.nl> wrote:",
    ],
)
def test_outlook_for_mac_forwards_below_an_attribution(heading):
    text = f"Ter info\n\n{heading}\n\nIk ben ontevreden."
    forwarded = parse(f"From: jan@ront.nl\nSubject: FW: Klacht over de cursus\n\n{text}".encode(), NOW).forwarded
    assert forwarded is not None
    assert (forwarded.sender, forwarded.subject, forwarded.text) == (
        Address("Anna Bakker", "anna@voorbeeld.nl"),
        "Klacht over de cursus",
        "Ik ben ontevreden.",
    )
    assert forwarded.sent_at == dt.datetime(2026, 11, 20, 10, tzinfo=dt.UTC)
    assert parse(f"From: jan@ront.nl\nSubject: Re: Klacht\n\n{text}".encode(), NOW).forwarded is None


def test_what_is_announced_as_a_forward_may_lack_its_date():
    text = "Ter info\n\n---------- Doorgestuurd bericht ---------\nVan: Anna Bakker <anna@voorbeeld.nl>\nOnderwerp: Klacht\n\nSlecht."
    forwarded = parse(f"From: jan@ront.nl\nSubject: FW: Klacht\n\n{text}".encode(), NOW).forwarded
    assert forwarded is not None
    assert (forwarded.sender.address, forwarded.subject, forwarded.text) == ("anna@voorbeeld.nl", "Klacht", "Slecht.")
    assert forwarded.sent_at is None


def test_a_reply_with_a_header_block_is_no_forward():
    text = FORMS["Outlook"].format("Dank voor uw bericht. Ik wil u laten weten dat ik het hier niet mee eens ben.")
    assert parse(f"From: anna@x.nl\nSubject: RE: Klacht\n\n{text}".encode(), NOW).forwarded is None


@pytest.mark.parametrize(
    "shown", ["Anna Bakker [mailto:anna@voorbeeld.nl]", '"Anna Bakker" <anna@voorbeeld.nl <mailto:anna@voorbeeld.nl>>']
)
def test_the_sender_is_read_as_programs_show_him(shown):
    text = FORMS["Outlook"].format("").replace("Anna Bakker <anna@voorbeeld.nl>", shown)
    forwarded = parse(f"Subject: FW: x\n\n{text}".encode(), NOW).forwarded
    assert forwarded is not None
    assert forwarded.sender == Address("Anna Bakker", "anna@voorbeeld.nl")


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("maandag 3 oktober 2019 15:39", 15),
        ("Monday, October 3, 2019 3:39 PM", 15),
        ("3. Okt. 2019 um 15:39", 15),
        ("03-10-2019", 0),
        ("lundi 3 octobre 2019 15h39", 15),
    ],
)
def test_a_date_for_people_is_read(text, hour):
    read = written_date(text)
    assert read is not None
    assert (read.date(), read.hour) == (dt.date(2019, 10, 3), hour)


@pytest.mark.parametrize("text", ["", "gisteren", "99 oktober 2019", "3 foo 2019"])
def test_no_date_is_none(text):
    assert written_date(text) is None
