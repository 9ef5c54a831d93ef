"""Whole messages: from bytes to `Incoming`."""

import base64
import datetime as dt
import hashlib

import pytest

from klachtmail.domain.incoming.message import Address
from klachtmail.parse import enclosures, parse

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
COMPLAINT = """Return-Path: <anna@voorbeeld.nl>
Received: from mx.voorbeeld.nl by mx.ront.nl; Fri, 20 Nov 2026 10:00:05 +0100
From: Anna Bakker <Anna@Voorbeeld.nl>
To: Klachten <klachten@ront.nl>, info@ront.nl
Cc: Piet <piet@voorbeeld.nl>
Subject: =?utf-8?q?Klacht_over_de_cursus_van_=C3=A9=C3=A9n_mei?=
Date: Fri, 20 Nov 2026 10:00:00 +0100
Message-ID: <eerste@voorbeeld.nl>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=grens

Dit ziet niemand.
--grens
Content-Type: text/plain; charset=utf-8

Geachte heer, mevrouw,

Ik ben niet tevreden over de cursus.
--grens
Content-Type: application/pdf; name*=utf-8''caf%C3%A9.pdf
Content-Disposition: attachment
Content-Transfer-Encoding: base64

JVBERi0=
--grens--
"""


def read(text, **options):
    return parse(text.encode() if isinstance(text, str) else text, NOW, **options)


def test_a_complaint_is_read_whole():
    message = read(COMPLAINT)
    assert message.sender == Address("Anna Bakker", "anna@voorbeeld.nl")
    assert message.subject == "Klacht over de cursus van één mei"
    assert message.text == message.new_text == "Geachte heer, mevrouw,\n\nIk ben niet tevreden over de cursus."
    assert message.date == dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
    assert [each.address for each in message.recipients] == ["klachten@ront.nl", "info@ront.nl", "piet@voorbeeld.nl"]
    assert (message.message_id, message.return_path, message.content_type) == (
        "eerste@voorbeeld.nl",
        "anna@voorbeeld.nl",
        "multipart/mixed",
    )
    assert (message.language, message.html_only, message.notices) == ("nl", False, ())


@pytest.mark.parametrize("named", ["; boundary=een-andere", ""])
def test_a_boundary_that_never_comes_or_is_not_named_is_found_in_the_message(named):
    message = read(COMPLAINT.replace("; boundary=grens", named))
    assert message.text == "Geachte heer, mevrouw,\n\nIk ben niet tevreden over de cursus."
    assert [each.name for each in message.attachments] == ["café.pdf"]


def test_dashes_in_a_text_make_no_parts():
    message = read("Content-Type: multipart/mixed; boundary=x\n\nBeste,\n\n--Punt\nContent: slecht\n--\nJan")
    assert message.text == "Beste,\n\n--Punt\nContent: slecht\n--\nJan"
    assert message.attachments == ()


@pytest.mark.parametrize(
    ("part", "notice"),
    [
        ("application/pgp-encrypted", "Versleuteld bericht (PGP)"),
        ("application/octet-stream; name=smime.p7m", "Versleuteld bericht (S/MIME)"),
    ],
)
def test_what_exchange_and_gateways_make_of_encrypted_mail_is_still_called_that(part, notice):
    assert read(
        f"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: {part}\n\nVersion: 1\n--x--"
    ).notices == (notice,)


def test_an_attachment_is_described_and_can_be_taken_out():
    message = read(COMPLAINT)
    (attachment,) = message.attachments
    assert (attachment.name, attachment.content_type, attachment.size) == ("café.pdf", "application/pdf", 5)
    assert enclosures(COMPLAINT.encode(), {0, 1}) == {0: ("café.pdf", "application/pdf", b"%PDF-")}
    assert enclosures(COMPLAINT.encode(), {1}) == {}


LABELLED = "Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb een klacht: de trainer kwam niet opdagen.",
        "Hallo\n\nDe trainer kwam niet opdagen.",
        "Klacht!",
        "Één trainer kwam niet opdagen.\n\nGroet\nKees",
    ],
)
def test_text_that_is_only_labelled_base64_is_taken_as_it_is(text):
    assert read(LABELLED + text).text == text


@pytest.mark.parametrize(
    "body",
    [
        "SWsgaGViIGVlbiBrbGFjaHQ=",
        "  SWsgaGVi\n  IGVlbiBrbGFjaHQ",
        "SWsgaGViIGVlbiBrbGFjaHQ=\n_______\nlijst van leden",
        "SWsgaGViIGVlbiBrbGFjaHQ=\n\nlijst",
        "SWsgaGViIGVlbiBrbGFjaHQh\n\n----=_1wyyTH1wPm--",
        "\ufeffSWsgaGViIGVlbiBrbGFjaHQ",
    ],
)
def test_base64_that_is_damaged_or_followed_by_something_is_still_decoded(body):
    assert read(LABELLED + body).text.startswith("Ik heb een klacht")


def test_base64_below_a_banner_that_a_gateway_put_there_is_not_taken_for_text():
    lines = base64.encodebytes(b"Ik heb een klacht over de training. " * 5).decode()
    assert lines not in read(f"{LABELLED}[LET OP] extern bericht\n{lines}").text


@pytest.mark.parametrize(
    "raw", [b"", b"\0", b"\r", b"\n\n\n", b":", b"From", b"From:", b"\xff" * 100, b"--", b"From a\n"]
)
def test_bytes_that_are_no_message_still_give_a_value(raw):
    message = parse(raw, NOW)
    assert (message.size, message.received_at) == (len(raw), NOW)


def test_the_same_message_has_the_same_key_however_it_was_delivered():
    other = COMPLAINT.replace("Received: from", "X-MS-Exchange-Footer: 1\nReceived: from elsewhere").replace(
        "Return-Path: <anna@voorbeeld.nl>", "Delivered-To: info@ront.nl"
    )
    assert read(other).content_key == read(COMPLAINT).content_key
    assert read(other).sha256 != read(COMPLAINT).sha256


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("eerste@", "tweede@"),
        ("Anna@", "Joke@"),
        ("10:00:00", "10:00:01"),
        ("mei?=", "juni?="),
        ("niet", "zeer"),
        ("JVBERi0=", "JVBERi8="),
    ],
)
def test_another_message_has_another_key(old, new):
    assert read(COMPLAINT.replace(old, new)).content_key != read(COMPLAINT).content_key


def test_two_equal_forms_without_id_and_date_are_two_messages():
    form = b"From: web@ront.nl\nSubject: Formulier\n\nKlacht"
    assert parse(form, NOW).content_key != parse(form, NOW + dt.timedelta(minutes=1)).content_key


def test_cr_only_line_ends_are_read():
    message = read(COMPLAINT.replace("\n", "\r"))
    assert (message.sender.address, len(message.attachments)) == ("anna@voorbeeld.nl", 1)
    assert "niet tevreden" in message.text


def test_eight_bit_headers_are_read_as_utf8_or_windows_1252():
    assert parse("From: a@b.nl\nSubject: Café\n\n".encode(), NOW).subject == "Café"
    assert parse("From: a@b.nl\nSubject: Café €\n\n".encode("cp1252"), NOW).subject == "Café €"


def test_nul_bytes_in_the_header_do_not_hide_it():
    message = parse(b"From: a@b.nl\nSub\0ject: Kla\0cht\n\ntekst\0", NOW)
    assert (message.subject, message.text) == ("Klacht", "tekst")


def test_two_from_headers_are_noticed_and_the_first_counts():
    message = read("From: jan@x.nl\nFrom: piet@x.nl\n\nhoi")
    assert message.sender.address == "jan@x.nl"
    assert message.notices == ("Het bericht noemt meer dan één afzender",)


def test_an_empty_from_gives_way_to_reply_to():
    message = read('From: "Anna" <>\nReply-To: anna@x.nl\n\nhoi')
    assert message.sender == Address("Anna", "anna@x.nl")


def test_several_to_fields_are_taken_together():
    assert [each.address for each in read("To: a@x.nl\nTo: b@x.nl\n\n").to] == ["a@x.nl", "b@x.nl"]


@pytest.mark.parametrize(
    "date", ["", "gisteren", "Fri, 99 Nov 2026 10:00:00", "Mon, 1 Jan 1900 00:00:00", "Fri, 1 Jan 2100 00:00:00 +0100"]
)
def test_a_missing_or_absurd_date_is_none(date):
    assert read(f"From: a@b.nl\nDate: {date}\n\n").date is None


def test_a_date_without_zone_is_aware():
    assert read("Date: Fri, 20 Nov 2026 10:00:00\n\n").date == dt.datetime(2026, 11, 20, 10, tzinfo=dt.UTC)


def test_thread_headers_are_bare_also_when_encoded_or_folded_or_without_brackets():
    message = read(
        "In-Reply-To: =?utf-8?q?=3Ceen=40x=2Enl=3E?=\nReferences: <een\n @x.nl>\n <twee@x.nl>\nMessage-ID: drie@x.nl\n\n"
    )
    assert message.in_reply_to == ("een@x.nl",)
    assert message.references == ("een@x.nl", "twee@x.nl")
    assert message.message_id == "drie@x.nl"
    assert message.thread == ("een@x.nl", "twee@x.nl")


def test_headers_keep_every_value_in_order():
    message = read("Received: een\nX-Spam: ja\nReceived: twee\n  drie\n\n")
    assert message.headers["received"] == ("een", "twee drie")
    assert message.header("X-Spam") == "ja"


def test_the_null_return_path_differs_from_none():
    assert read("Return-Path: <>\n\n").return_path == ""
    assert read("Subject: x\n\n").return_path is None


def test_html_only_is_said_and_read():
    message = read('Content-Type: text/html\n\n<p>Beste <b>Jan</b>,</p><p>zie <a href="https://x.nl/a">hier</a></p>')
    assert message.html_only
    assert message.text == "Beste Jan,\n\nzie hier <https://x.nl/a>"


ALTERNATIVE = "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n{}\n--b\nContent-Type: text/html\n\n{}\n--b--\n"


def test_of_alternatives_the_plain_one_is_taken():
    assert read(ALTERNATIVE.format("kort", "<p><b>Kort</b>.</p>")).text == "kort"


@pytest.mark.parametrize("stub", ["", "Uw mailprogramma toont geen HTML."])
def test_of_alternatives_a_stub_gives_way_to_the_html(stub):
    assert read(ALTERNATIVE.format(stub, "<p>" + "Ik heb een klacht. " * 10)).text.startswith("Ik heb een klacht.")


def test_lying_and_unknown_charsets_are_seen_through():
    for charset in ("us-ascii", "iso-8859-1", "x-onbekend", "", "utf-8"):
        assert parse(
            f"Content-Type: text/plain; charset={charset}\n\nTeleurgesteld: één café".encode(), NOW
        ).text.endswith("één café")
    windows = "Content-Type: text/plain; charset={}\n\nEr was géén koffie, wij betaalden €10 – helaas."
    for charset in ("utf-8", "iso-8859-1", "x-onbekend", "punycode", "ansi"):
        assert (
            parse(windows.format(charset).encode("cp1252"), NOW).text
            == "Er was géén koffie, wij betaalden €10 – helaas."
        )


def test_flowed_text_is_joined_and_quotes_stay():
    flowed = (
        "Content-Type: text/plain; format=flowed; delsp={}\n\n> oud \n> bericht\nIk ben niet \ntevreden.\n-- \nAnna\n"
    )
    assert read(flowed.format("no")).text == "> oud bericht\nIk ben niet tevreden.\n-- \nAnna"
    assert read(flowed.format("yes")).text.splitlines()[1] == "Ik ben niettevreden."


def test_text_is_clean_of_controls_and_tricks():
    message = parse("Subject: a\u202eb\u200bc\td\n\neen\x07 twee\u202e\r\ndrie\xa0vier\ttien".encode(), NOW)
    assert message.subject == "abc d"
    assert message.text == "een twee\ndrie vier   tien"


def test_an_attached_message_stays_an_attachment_and_is_what_was_forwarded():
    inner = "From: Client <client@x.nl>\nSubject: Klacht\nDate: Thu, 19 Nov 2026 09:00:00 +0100\nMessage-ID: <c@x.nl>\n\nIk klaag."
    message = read(
        f"From: jan@ront.nl\nSubject: FW: Klacht\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nter info\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--"
    )
    assert message.text == "ter info"
    assert [(each.name, each.content_type) for each in message.attachments] == [("Klacht.eml", "message/rfc822")]
    assert message.forwarded is not None
    assert message.forwarded.certain
    assert (message.forwarded.sender.address, message.forwarded.subject, message.forwarded.text) == (
        "client@x.nl",
        "Klacht",
        "Ik klaag.",
    )
    assert (message.forwarded.message_id, message.forwarded.sent_at) == (
        "c@x.nl",
        dt.datetime(2026, 11, 19, 8, tzinfo=dt.UTC),
    )


@pytest.mark.parametrize(
    ("content_type", "notice"),
    [
        ("application/ms-tnef; name=winmail.dat", "Bijlage winmail.dat (alleen leesbaar met Outlook)"),
        ("application/pkcs7-mime; smime-type=enveloped-data", "Versleuteld bericht (S/MIME)"),
        ("application/pkcs7-signature", "Ondertekend bericht (S/MIME)"),
        ("text/calendar; method=REQUEST", "Agenda-uitnodiging"),
    ],
)
def test_what_a_person_must_know_of_attachments_is_a_notice(content_type, notice):
    message = read(
        f"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhoi\n--b\nContent-Type: {content_type}\n\nxx\n--b--"
    )
    assert (message.notices, len(message.attachments), message.text) == ((notice,), 1, "hoi")


@pytest.mark.parametrize("name", ["winmail.dat", "WinMail.dat"])
def test_what_only_outlook_reads_is_known_by_its_name_too(name):
    part = f'Content-Type: application/octet-stream; name="{name}"'
    message = read(f"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhoi\n--b\n{part}\n\nxx\n--b--")
    assert message.notices == (f"Bijlage {name} (alleen leesbaar met Outlook)",)


def test_what_no_code_of_ours_can_read_is_kept_and_told(monkeypatch):
    def fails(raw, bounds):
        raise RecursionError

    monkeypatch.setattr("klachtmail.parse.message.read_message", fails)
    raw = b"From: sanne@example.nl\n\nIk klaag."
    message = parse(raw, NOW, truncated=True)
    assert (message.subject, message.notices) == ("(onleesbaar bericht)", ("Het bericht kon niet worden gelezen",))
    assert (message.sha256, message.size, message.truncated) == (hashlib.sha256(raw).hexdigest(), len(raw), True)
    assert (message.received_at, message.sent_key) == (NOW, "")  # a second one is no copy of it
    assert enclosures(raw, [0]) == {}


def test_pgp_is_noticed():
    encrypted = "Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--"
    assert read(encrypted).notices == ("Versleuteld bericht (PGP)",)
    assert read("\n-----BEGIN PGP MESSAGE-----\nabc").notices == ("Versleuteld bericht (PGP)",)
    assert read("\n-----BEGIN PGP SIGNED MESSAGE-----\n\nDe zaal was koud.").notices == ("Ondertekend bericht (PGP)",)


def test_a_truncated_message_says_so_and_shows_what_there_is():
    message = read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHet begin van", truncated=True)
    assert (message.text, message.truncated) == ("Het begin van", True)
    assert message.notices == ("Het bericht is te groot om helemaal te lezen",)


def test_a_multipart_of_which_only_the_text_came_is_still_text():
    assert read("Content-Type: multipart/mixed; boundary=b\n\nHet begin van", truncated=True).text == "Het begin van"


def test_a_form_with_header_like_lines_is_not_a_quotation():
    form = "Van: Anna\nDatum: 3 mei\nOnderwerp: klacht\n\nIk klaag."
    assert (
        "Ik klaag."
        in read(f"Subject: Formulier\nFrom: web@ront.nl\n\n{form}\n" + "Meer uitleg over de klacht. " * 5).new_text
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I am not happy with the course that you gave to us", "en"),
        ("Ik ben niet blij met de cursus", "nl"),
        ("", "nl"),
        ("OK", "nl"),
        ("Ich bin sehr unzufrieden mit der Schulung und möchte mein Geld zurück.", "de"),
        ("Le cours était mauvais et je veux un remboursement.", "fr"),
        ("Die Schulung war schlecht.", "nl"),
        ("Geachte heer, de cursus was slecht. Mit freundlichen Grüßen, Klaus von der Heide, Am Markt 5", "nl"),
    ],
)
def test_the_language_is_dutch_unless_it_is_clearly_another(text, language):
    assert read(f"Subject: x\n\n{text}").language == language


@pytest.mark.parametrize("stray", ["rommel", ">From x Mon Jan  1", "kapot\n vervolg", "b\0r ok"])
def test_a_stray_line_does_not_end_the_header(stray):
    message = read(f"From: a@b.nl\n{stray}\nSubject: Klacht\n\nhoi")
    assert (message.sender.address, message.subject, message.text) == ("a@b.nl", "Klacht", "hoi")


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "us-ascii"])
def test_a_byte_that_no_western_charset_has_spoils_nothing_around_it(charset):
    dutch = "Er was géén koffie @ wij betaalden €10 – helaas, zei Jürgen. De zaal was koud.".encode("cp1252")
    message = parse(f"Content-Type: text/plain; charset={charset}\n\n".encode() + dutch.replace(b"@", b"\x81"), NOW)
    assert message.text == "Er was géén koffie � wij betaalden €10 – helaas, zei Jürgen. De zaal was koud."


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1"])
def test_utf_8_that_is_cut_off_is_seen_through_a_western_label(charset):
    cut = "Er was géén koffie, zei Jürgen: “te duur”, en wij vonden dat één keer genoeg was.".encode() + b"\xc3"
    message = parse(f"Content-Type: text/plain; charset={charset}\n\n".encode() + cut, NOW)
    assert message.text.startswith("Er was géén koffie, zei Jürgen: “te duur”, en wij vonden dat één keer")


UMLAUTS = "Er was géén koffie – wij betaalden € 10, zei Jürgen."


@pytest.mark.parametrize(
    "charset", ["gb2312", "gbk", "big5", "euc-kr", "shift_jis", "koi8-r", "windows-1250", "iso-8859-2"]
)
def test_text_in_utf_8_is_read_whatever_its_label_says(charset):
    assert parse(f"Content-Type: text/plain; charset={charset}\n\n{UMLAUTS}".encode(), NOW).text == UMLAUTS


@pytest.mark.parametrize(("text", "charset"), [("价格太高", "gb2312"), ("불만", "euc-kr"), ("苦情です", "shift_jis")])
def test_what_is_labelled_rightly_stays_what_it_is(text, charset):
    assert parse(f"Content-Type: text/plain; charset={charset}\n\n".encode() + text.encode(charset), NOW).text == text


@pytest.mark.parametrize(
    "meta",
    [
        '<meta charset="{}">',
        "<META http-equiv=Content-Type content='text/html; charset={}'>",
        '<meta content="text/html; charset={}" http-equiv="Content-Type"/>',
    ],
)
@pytest.mark.parametrize(("charset", "text"), [("windows-1250", "Zażółć"), ("gb2312", "价格"), ("utf-8", "één")])
def test_a_charset_that_only_the_page_names_is_used(meta, charset, text):
    page = f"<html><head>{meta.format(charset)}</head><body>{text}</body></html>".encode(charset)
    assert parse(b"Content-Type: text/html\n\n" + page, NOW).text == text
