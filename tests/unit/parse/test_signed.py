"""S/MIME: what is only signed is read; what is encrypted is said to be."""

import base64
import datetime as dt

import pytest
from asn1crypto import cms

from klachtmail.parse import enclosures, parse

NOW = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)
INNER = b"Content-Type: text/plain; charset=utf-8\r\n\r\nDe zaal was koud.\r\n"
WITH_FILE = b"""Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

De zaal was koud.
--b
Content-Type: application/pdf; name=a.pdf

%PDF
--b--
"""
SIGNED_DATA, DATA = bytes.fromhex("06092a864886f70d010702"), bytes.fromhex("06092a864886f70d010701")


def signed(content):
    """Return signed data around a content, as the library writes it (DER)."""
    data = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [],
            "encap_content_info": {"content_type": "data", "content": content},
            "signer_infos": [],
        }
    )
    return cms.ContentInfo({"content_type": "signed_data", "content": data}).dump()


def streamed(content):
    """Return the same as programs write it that do not know the length beforehand: in pieces, without lengths (BER)."""
    pieces = b"".join(b"\x04" + bytes([len(piece)]) + piece for piece in (content[:40], content[40:140]))
    octets = b"\x24\x80" + pieces + b"\0\0"
    inside = b"\x30\x80" + DATA + b"\xa0\x80" + octets + b"\0\0\0\0"
    return b"\x30\x80" + SIGNED_DATA + b"\xa0\x80\x30\x80\x02\x01\x01\x31\0" + inside + b"\x31\0" + b"\0\0\0\0\0\0"


def mail(content, kind='application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"'):
    head = f"From: s@x.nl\nTo: k@ront.nl\nSubject: Klacht\nContent-Type: {kind}\nContent-Transfer-Encoding: base64\n\n"
    return head.encode() + base64.encodebytes(content)


@pytest.mark.parametrize("wrap", [signed, streamed])
@pytest.mark.parametrize(
    "kind",
    [
        'application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"',
        "application/x-pkcs7-mime",
        'application/octet-stream; name="smime.p7m"',
    ],
)
def test_a_message_inside_its_signature_is_read(wrap, kind):
    message = parse(mail(wrap(INNER), kind), NOW)
    assert (message.text, message.attachments) == ("De zaal was koud.", ())
    assert message.notices == ("Ondertekend bericht (S/MIME)",)


def test_files_inside_a_signature_can_be_taken_out():
    raw = mail(signed(WITH_FILE))
    assert [each.name for each in parse(raw, NOW).attachments] == ["a.pdf"]
    assert enclosures(raw, {0}) == {0: ("a.pdf", "application/pdf", b"%PDF")}


def test_a_signature_around_a_signature_is_opened_too():
    assert parse(mail(signed(mail(signed(INNER)))), NOW).text == "De zaal was koud."


@pytest.mark.parametrize(
    "content",
    [
        cms.ContentInfo({"content_type": "enveloped_data", "content": None}).dump(),
        signed(mail(b"\x30\x80" * 50)),
        b"\x30\x80" * 100_000,
        b"",
    ],
)
def test_what_is_encrypted_or_broken_is_said_to_be_and_stays_a_file(content):
    message = parse(mail(content, "application/pkcs7-mime"), NOW)
    assert message.text == ""
    assert "Versleuteld bericht (S/MIME)" in message.notices
    assert [each.name for each in message.attachments] in (["smime.p7m"], ["bijlage-1.p7m"])
