"""Headers that a program broke: whoever wrote is found, and what about."""

import datetime as dt

import pytest

from klachtmail.domain.incoming.message import Address
from klachtmail.parse import parse

NOW = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)
SANNE = Address("Sanne de Boer", "s@x.nl")
HEADER = """From: Sanne de Boer <s@x.nl>
To: k@ront.nl
Subject: Klacht over de zaal in Utrecht
Date: Sun, 29 Nov 2026 12:00:00 +0100
Message-ID: <a@x.nl>
"""
SIGNATURE = "DKIM-Signature: v=1; a=rsa-sha256; d=x.nl;\nbh=abc/def+gh=;\nb=ijkl+mno\npqr==\n"
BROKEN = {
    "a stray first line": "Dit is een losse regel\n" + HEADER,
    "a stray first line of HTTP": "HTTP/1.1 200 OK\n" + HEADER,
    "two stray first lines": "regel een\nregel twee\n" + HEADER,
    "a stray first line and an empty one": "losse regel\n\n" + HEADER,
    "an empty line inside the header": "Received: from a by b\n\n" + HEADER,
    "the line of an old mailbox": ">From s@x.nl Sun Nov 29\n" + HEADER,
    "a blank before the first field": " " + HEADER,
    "a signature without folds": SIGNATURE + HEADER,
    "Received without folds": "Received: from a by b\nwith SMTP id 12\nfor <k@ront.nl>\nSun, 29 Nov\n" + HEADER,
    "forty lines without folds": "X-Spam-Report: x\n" + "abc def\n" * 40 + HEADER,
    "a subject without its fold": HEADER.replace("zaal in", "zaal\nin"),
    "an encoded subject without its fold": HEADER.replace(
        "Klacht over de zaal in Utrecht", "=?utf-8?q?Klacht_over_de_zaal?=\n=?utf-8?q?_in_Utrecht?="
    ),
    "a sender without its fold": HEADER.replace("Boer <", "Boer\n<"),
    "recipients without their folds": "Cc: a@x.nl,\nb@x.nl,\nc@x.nl\n" + HEADER,
    "lines that end twice": HEADER.replace("\n", "\r\r\n"),
}


@pytest.mark.parametrize("header", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_sender_subject_and_text_of_a_broken_header_are_found(header, line_end):
    message = parse(f"{header}\nDe zaal was koud.".replace("\n", line_end).encode(), NOW)
    assert (message.sender, message.subject, message.text) == (
        SANNE,
        "Klacht over de zaal in Utrecht",
        "De zaal was koud.",
    )


def test_a_text_that_begins_like_a_header_stays_text():
    message = parse(f"{HEADER}\nFrom: Piet <p@y.nl>\nTo: iemand\n\nMeer.".encode(), NOW)
    assert message.sender == SANNE
    assert message.text.startswith("From: Piet")


def test_a_line_of_an_old_mailbox_between_two_fields_is_no_part_of_the_sender():
    message = parse(HEADER.replace("\nTo:", "\n>From evil@y.nl Sun\nTo:").encode() + b"\nx", NOW)
    assert (message.sender, message.sole_author) == (SANNE, True)
