"""The expected values of imap-tools' own test suite: equal, or the difference explained one by one."""

import datetime as dt
import json

import pytest

from klachtmail.parse import parse

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
NO_DATE = "1900-01-01T00:00:00"  # imap-tools' way to say that there is none; here None

ATTACHED_TEXT = "imap-tools adds the text of the attached message to the text; here it stays in the attachment"
NOT_LOST = "a part without a name, or without a disposition, is listed too: nothing of a complaint may get lost"
CHARSET = "the expected value is mojibake or lacks the bytes of an unknown charset; here they are read"
A_LABELS = "the domain is written in A-labels, as it is sent to"
ABSURD_DATE = "before 1990, or in the far future: the time of receipt counts"
EXPLAINED = {
    (
        "attachment_2_base64.eml",
        "text",
    ): "an attached message in base64 was shown as text; here the HTML part is the text",
    ("attachment_2_base64.eml", "html_only"): "as above",
    ("attachment_7bit.eml", "text"): ATTACHED_TEXT,
    ("attachment_8bit.eml", "text"): ATTACHED_TEXT,
    ("attachment_emails/attachment_message_rfc822.eml", "text"): ATTACHED_TEXT,
    ("attachment_emails/attachment_message_rfc822.eml", "attachments"): "the second one is inside the attached message",
    (
        "attachment_inline2.eml",
        "html_only",
    ): "its HTML is one picture: there is no text at all, so none that came from HTML",
    ("error_emails/bad_subject.eml", "text"): "its alternatives say different things: both are read",
    ("error_emails/content_transfer_encoding_7-bit.eml", "text"): CHARSET,
    (
        "error_emails/content_transfer_encoding_empty.eml",
        "subject",
    ): "invisible soft hyphens are taken out of one-line fields",
    ("error_emails/content_transfer_encoding_plain.eml", "text"): CHARSET,
    ("error_emails/invalid_subject_characters.eml", "subject"): CHARSET,
    ("error_emails/missing_body.eml", "to"): "an empty name and an address without local part are no two recipients",
    ("error_emails/missing_content_disposition.eml", "attachments"): NOT_LOST,
    ("forwarded_message.eml", "text"): ATTACHED_TEXT,
    ("mime_emails/raw_email_with_mimepart_without_content_type.eml", "attachments"): NOT_LOST,
    ("mime_emails/raw_email_with_mimepart_without_content_type.eml", "text"): ATTACHED_TEXT,
    ("multipart_report_emails/multi_address_bounce1.eml", "attachments"): NOT_LOST,
    ("multipart_report_emails/multi_address_bounce1.eml", "text"): ATTACHED_TEXT,
    ("multipart_report_emails/multi_address_bounce2.eml", "attachments"): NOT_LOST,
    ("multipart_report_emails/multi_address_bounce2.eml", "text"): ATTACHED_TEXT,
    ("multipart_report_emails/multipart_report_multiple_status.eml", "text"): ATTACHED_TEXT,
    ("multipart_report_emails/report_422.eml", "attachments"): NOT_LOST,
    ("multipart_report_emails/report_530.eml", "attachments"): NOT_LOST,
    ("plain_emails/mix_caps_content_type.eml", "from_"): "expected with the name in it; here the bare address",
    ("plain_emails/raw_email6.eml", "text"): CHARSET,
    ("plain_emails/raw_email_bad_time.eml", "date"): ABSURD_DATE,
    (
        "plain_emails/raw_email_incorrect_header.eml",
        "subject",
    ): "a stray line ended the header for imap-tools; the fields go on after it",
    ("plain_emails/raw_email_incorrect_header.eml", "from_"): "as above",
    ("plain_emails/raw_email_incorrect_header.eml", "to"): "as above",
    ("plain_emails/raw_email_incorrect_header.eml", "date"): "as above",
    ("plain_emails/raw_email_incorrect_header.eml", "text"): "as above",
    (
        "plain_emails/raw_email_with_at_display_name.eml",
        "to",
    ): "'Mikel@Lindsaar' is the display name of raasdnil@gmail.com",
    ("rfc2822/example04.eml", "date"): ABSURD_DATE,
    ("rfc2822/example10.eml", "date"): ABSURD_DATE,
    ("rfc2822/example13.eml", "to"): "a To without an address is a recipient with a name only",
    (
        "rfc2822/example13.eml",
        "subject",
    ): "a stray '__' line ended the header for imap-tools; the fields go on after it",
    ("rfc2822/example13.eml", "text"): "as above",
    ("rfc2822/example14.eml", "subject"): "the blank before the encoded word is part of the text (RFC 2047 §6.2)",
    ("rfc6532/utf8_headers.eml", "from_"): A_LABELS,
    ("rfc6532/utf8_headers.eml", "to"): A_LABELS,
    ("text_with_content_id.eml", "attachments"): "a nameless text part with a Content-ID is the message's own text",
}


def one_line(text):
    return " ".join(text.split())


def same_date(expected, found):
    if expected == NO_DATE:
        return found is None
    parsed = dt.datetime.fromisoformat(expected)
    return found == (parsed if parsed.tzinfo else parsed.replace(tzinfo=dt.UTC))


def same_names(expected, found):
    """A nameless attachment gets a name here."""
    return len(expected) == len(found) and all(
        one_line(name) in {"", other} for name, other in zip(expected, found, strict=True)
    )


def differences(expected, message):
    if one_line(expected["subject"]) != message.subject:
        yield "subject"
    if expected["from_"].lower() != message.sender.address:
        yield "from_"
    for field in ("to", "cc"):
        if [address.lower() for address in expected[field]] != [each.address for each in getattr(message, field)]:
            yield field
    if not same_date(expected["date"], message.date):
        yield "date"
    if not same_names(expected["attachments"], [each.name for each in message.attachments]):
        yield "attachments"
    if expected["text"] and one_line(expected["text"]) != one_line(message.text):
        yield "text"
    if bool(expected["html"] and not expected["text"]) != message.html_only:
        yield "html_only"


@pytest.fixture(scope="module")
def found(corpora):
    folder = corpora / "imap-tools"
    expected = json.loads((folder / "expected.json").read_text())
    return {
        (name, field)
        for name, values in expected.items()
        for field in differences(values, parse((folder / "mails/messages" / name).read_bytes(), NOW))
    }


def test_every_difference_is_explained(found):
    assert found - set(EXPLAINED) == set()


def test_every_explanation_is_still_needed(found):
    assert set(EXPLAINED) - found == set()
