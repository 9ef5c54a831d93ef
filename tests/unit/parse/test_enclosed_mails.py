"""Mails in a mail: attached, saved as a file, packed; each is read."""

import base64
import datetime as dt
import io
import zipfile
from email.message import EmailMessage

import pytest

from klachtmail.domain.incoming.message import Address
from klachtmail.parse import parse
from tests.msg_files import msg

NOW = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)
SENT = dt.datetime(2026, 11, 20, 9, 30, tzinfo=dt.UTC)


def eml(number, text=None):
    message = EmailMessage()
    message["From"] = f"Klant {number} <klant{number}@een.example>"
    message["Subject"] = f"Klacht {number}"
    message["Date"] = "Fri, 20 Nov 2026 10:30:00 +0100"
    message.set_content(text or f"Dit is klacht {number}.")
    return message


def outlook(number):
    return msg(
        subject=f"Klacht {number}",
        text=f"Dit is klacht {number}.",
        name=f"Klant {number}",
        address=f"klant{number}@een.example",
        sent_at=SENT,
    )


def packed(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def by_rfc822():
    message = EmailMessage()
    message.set_content("Deze twee kwamen binnen.")
    message.add_attachment(eml(1))
    message.add_attachment(eml(2))
    return message.as_bytes()


def as_files(*files, kind=("application", "octet-stream")):
    message = EmailMessage()
    message.set_content("Zie de bijlagen.")
    for name, content in files:
        message.add_attachment(content, maintype=kind[0], subtype=kind[1], filename=name)
    return message.as_bytes()


def by_digest():
    parts = "".join(f"--b\n\n{eml(number)}\n" for number in (1, 2))
    return f"Content-Type: multipart/mixed; boundary=a\n\n--a\n\nZie onder.\n--a\nContent-Type: multipart/digest; boundary=b\n\n{parts}--b--\n--a--\n".encode()


def in_base64():
    parts = "".join(
        f"--a\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{base64.encodebytes(eml(number).as_bytes()).decode()}"
        for number in (1, 2)
    )
    return f"Content-Type: multipart/mixed; boundary=a\n\n{parts}--a--\n".encode()


def in_one_that_is_empty():
    outer = EmailMessage()
    outer.set_content("FYI")
    outer.add_attachment(eml(1))
    outer.add_attachment(eml(2))
    message = EmailMessage()
    message.set_content("Zie onder.")
    message.add_attachment(outer)
    return message.as_bytes()


WAYS = {
    "message/rfc822": by_rfc822(),
    "multipart/digest": by_digest(),
    "base64": in_base64(),
    "in a mail that says nothing": in_one_that_is_empty(),
    ".eml": as_files(("1.eml", eml(1).as_bytes()), ("2.EML", eml(2).as_bytes())),
    ".eml as text": as_files(("1.eml", eml(1).as_bytes()), ("2.eml", eml(2).as_bytes()), kind=("text", "plain")),
    ".msg": as_files(("1.msg", outlook(1)), ("2.msg", outlook(2)), kind=("application", "vnd.ms-outlook")),
    ".msg without its type": as_files(("1.msg", outlook(1)), ("2.MSG", outlook(2))),
    "a .msg in a .msg": as_files(("fw.msg", msg(subject="FW", embedded=[{"subject": f"Klacht {n}", "text": f"Dit is klacht {n}.", "name": f"Klant {n}", "address": f"klant{n}@een.example", "sent_at": SENT} for n in (1, 2)]))),
    "a ZIP": as_files(("mails.zip", packed({"map/1.eml": eml(1).as_bytes(), "a.txt": b"x", "map/2.msg": outlook(2)}))),
}  # fmt: skip


@pytest.mark.parametrize("raw", WAYS.values(), ids=WAYS)
def test_each_mail_in_a_mail_is_read(raw):
    message = parse(raw, NOW)
    assert [(each.sender, each.subject, each.text.strip(), each.sent_at) for each in message.mails] == [
        (Address(f"Klant {n}", f"klant{n}@een.example"), f"Klacht {n}", f"Dit is klacht {n}.", SENT) for n in (1, 2)
    ]
    assert message.forwarded == message.mails[0]
    assert not message.notices


def test_a_file_of_outlook_with_a_page_and_a_header_of_the_internet_is_read():
    headers = "From: =?utf-8?Q?Boer,_Sanne_de?= <s@x.nl>\r\nMessage-ID: <a@x.nl>\r\n"
    content = msg(html="<p>De zaal was <b>koud</b>.</p>", headers=headers, name="/O=KLANT/CN=SBOER")
    (mail,) = parse(as_files(("a.msg", content)), NOW).mails
    assert (mail.sender, mail.text, mail.message_id) == (
        Address("Sanne de Boer", "s@x.nl"),
        "De zaal was koud.",
        "a@x.nl",
    )


@pytest.mark.parametrize(
    "content", [b"", b"geen", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2_000), outlook(1)[:1_500], msg()], ids=range(5)
)
def test_a_file_of_outlook_that_cannot_be_read_is_said_so(content):
    message = parse(as_files(("klacht.msg", content)), NOW)
    assert message.mails == ()
    assert message.notices == (
        "De mail in de bijlage klacht.msg kon niet worden gelezen; vraag de afzender om die gewoon door te sturen",
    )


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04", packed({"a.eml": bytes(60_000_000)}), packed({f"{n}.eml": b"" for n in range(900)})],
    ids=range(3),
)
def test_a_broken_or_enormous_zip_is_bounded(content):
    message = parse(as_files(("a.zip", content)), NOW)
    assert len(message.mails) <= 30
    assert len(message.attachments) == 1
