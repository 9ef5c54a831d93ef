"""What no message may cost: parts, depth, lengths and numbers are bounded, and what was cut is said."""

import datetime as dt

import pytest

from klachtmail.parse import parse
from klachtmail.parse.address import ADDRESS_LIMIT
from klachtmail.parse.body import TEXT_LIMIT
from klachtmail.parse.html import to_text
from klachtmail.parse.message import TOO_COMPLEX, TOO_LARGE, TOO_MANY_RECIPIENTS
from klachtmail.parse.mime import PART_LIMIT

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def test_deep_nesting_ends_and_is_said():
    bomb = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(5_000)
    )
    assert TOO_COMPLEX in parse(bomb, NOW).notices


def test_more_parts_than_anybody_sends_are_cut_and_said():
    message = parse(
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\nContent-Type: image/png\n\nx\n" * 1_000, NOW
    )
    assert TOO_COMPLEX in message.notices
    assert len(message.attachments) < PART_LIMIT


def test_a_very_long_text_is_cut_and_said():
    message = parse(b"Subject: x\n\n" + b"klacht " * 200_000, NOW)
    assert (len(message.text) <= TEXT_LIMIT, message.notices) == (True, (TOO_LARGE,))


def test_of_ten_thousand_recipients_the_first_are_read():
    to = b", ".join(b'"Jan, %d" <jan%d@x.nl>' % (number, number) for number in range(10_000))
    message = parse(b"To: " + to + b"\nSubject: x\n\nhoi", NOW)
    assert (len(message.to), message.notices, message.text) == (ADDRESS_LIMIT, (TOO_MANY_RECIPIENTS,), "hoi")


def test_a_giant_header_does_not_hide_the_others():
    message = parse(b"X-Big: " + b"a" * 300_000 + b"\nSubject: Klacht\n\nhoi", NOW)
    assert (message.subject, message.text) == ("Klacht", "hoi")
    assert len(message.header("x-big")) < 10_000


# Each of these once took time squared (the test run's timeout is what would fail here).
@pytest.mark.parametrize(
    "raw",
    [
        b"From: " + b'\\"(' * 20_000 + b"\n\n",
        b"To: " + b"=?utf-8?q?" * 6_000 + b"\n\n",
        b"References: " + b"a" * 60_000 + b"\n\n",
        b"Subject: " + b"=?utf-8?q?a?= " * 4_500 + b"\n\n",
        b"\n" + b"Van: x\nVerzonden: 3\n" * 100_000,
        b"\n" + b"Op 3 mei 2019 om 12:00 schreef x\n" * 100_000,
        b"\n" + b"_" * 2_000_000,
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"\n--b --b" * 500_000,
        b"Content-Type: x/y\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 x\n" + b"!\n" * 2_000_000,
        b"x\nA: b\n" * 500_000,
    ],
    ids=range(10),
)
def test_hostile_messages_end(raw):
    assert parse(raw, NOW).size == len(raw)


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<a ",
        '<a "',
        "<!--",
        "<ul><li>",
        "<blockquote>x<br>",
        "<p style style",
        "&",
        "<td> ",
        "<b hidden>",
        "<a href=http://x>y",
        "<a b=\"' c='",
        '<a x=">"',
        "<script>",
        "<iframe>",
        '<p style="a;b;c">',
        "<span style=display:block>",
        '<p x="&a&b&c">',
        '<div style="font-size:0"><b style="font-size:1px">',
        "<li hidden><ul>",
        "<p style=white-space:pre>x\n",
        "x</a>",
    ],
)
def test_hostile_html_ends(piece):
    assert isinstance(to_text(piece * 100_000 + ">"), str)


@pytest.mark.timeout(15)
@pytest.mark.parametrize(
    "piece",
    [
        "{",
        "}",
        ".a,",
        "/*",
        "<!--",
        ".a{display:none}",
        "<style>",
        "</style",
        "</style><style>.a{",
        "@media x{",
        ".a .b{color:red}",
        "a{font:x x x}",
        "</style><style media=x>",
        "</style><!--",
    ],
)
def test_hostile_style_sheets_end(piece):
    assert isinstance(to_text("<style>" + piece * 100_000 + "</style><p class=a>x"), str)
