"""What a message costs, whatever is in it: less than a second of processor time for each MB, or part of it."""

import base64
import datetime as dt
import string
import time

import pytest

from klachtmail.domain.commands import reader
from klachtmail.domain.commands.reader import MOST_COMMANDS, MOST_READ
from klachtmail.parse import charset, parse
from klachtmail.service.poll import _batches
from tests.msg_files import msg
from tests.world import JAN, World, mail

NOW = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)
LONG = 62_000
HEAD = "From: MAILER-DAEMON@x.nl\nReturn-Path: <>\nTo: k@ront.nl\n"
FILE = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: {}\nContent-Transfer-Encoding: base64\n\n"


def in_a_file(kind, content):
    return (HEAD + FILE.format(kind)).encode() + base64.encodebytes(content) + b"--b--\n"


LIBRARIES = {
    "flufl.bounce": lambda run: f"{HEAD}Subject: Undelivered Mail Returned to Sender\n\n".encode() + run,
    "charset-normalizer": lambda run: f"{HEAD}Subject: x\n\n".encode() + run + b"\x81\x8d" + run,
    "asn1crypto": lambda run: in_a_file("application/pkcs7-mime", b"\x30\x80" + run),
    "python-oxmsg": lambda run: in_a_file("x/y; name=a.msg", msg(text="x" * 4_000)[:1_500] + run),
    "zipfile": lambda run: in_a_file("x/y; name=a.zip", b"PK\x03\x04" + run + b"PK\x05\x06" + run[:18]),
    "email": lambda run: HEAD.encode() + b"Date: " + run + b"\nMessage-ID: " + run + b"\n\nx",
    "html": lambda run: HEAD.encode() + b"Content-Type: text/html\n\n" + run + b"</a>" * 20_000,
}


@pytest.mark.parametrize("library", LIBRARIES)
def test_no_run_of_a_sign_costs_a_library_a_second(library):
    for sign in (*string.punctuation, " ", "\t", "a", "0", "\n", "\x80"):
        for unit in (sign, f"a{sign}", f"{sign}\n"):
            run = (unit * LONG)[:LONG].encode("latin-1")
            started = time.process_time()
            parse(LIBRARIES[library](run), NOW)
            assert time.process_time() - started < 1, unit


def test_of_hundreds_of_commands_in_one_mail_the_first_are_carried_out_and_the_rest_is_kept():
    world = World()
    world.receive(mail("De zaal was koud."))
    said = "\n".join(f"notitie: nummer {number}" for number in range(700))
    world.reply(JAN, said)
    notes = [entry.detail for entry in world.complaint().history if entry.event == "noted"]
    assert len(notes) == MOST_COMMANDS + 1
    assert "nummer 699" in notes[-1]


@pytest.mark.parametrize(
    "line", ["uw bericht 0begin 644 a", "voor piet en 3 mei 14 verstuur, als jan het niet doet, en hij belt"]
)
def test_of_a_text_without_end_only_so_much_is_read_as_commands_and_the_rest_is_kept(line, monkeypatch):
    read, one = [], reader.parts
    monkeypatch.setattr(reader, "parts", lambda text, here: read.append(text) or one(text, here))
    found = reader.read("\n".join([line] * 280 + ["En dit ook"]), NOW.date(), aliases=["jan", "piet"])
    assert len(read) < 250, f"{MOST_READ} characters; each line once, and again where the next may go on"
    assert getattr(found[-1], "text", "").endswith("En dit ook"), "nothing is lost"


def test_a_text_behind_a_colon_is_long_and_the_command_below_it_is_read():
    said = (
        "antwoord: "
        + "\n".join("Dat spijt ons zeer en wij doen er het nodige aan." for _ in range(250))
        + "\n\nverstuur"
    )
    found = reader.read(said, NOW.date(), aliases=["jan"], draft=True)
    assert [line.verb for line in found] == ["answer", "send"]


def test_of_encoded_words_without_end_the_charset_of_the_first_is_guessed(monkeypatch):
    guessed, one = [], charset._guess
    monkeypatch.setattr(charset, "_guess", lambda content: guessed.append(content) or one(content))
    raw = f"{HEAD}Cc: {'=?utf-8?b?' * 9_000}\nSubject: {'=?x?q?=E9=FF=80=81?= , ' * 4_000}\n\nx".encode()
    assert "éÿ" in parse(raw, NOW).subject
    assert len(guessed) < 500


def test_who_wrote_among_thirty_hostile_messages_is_answered_in_the_same_round():
    world = World()
    hostile = (
        "From: jan@ront.nl\nSubject: x\n\n" + "(a 0begin 644 a\nuw bericht <td>" * 60,
        f"From: a@x.example\nCc: {'=?utf-8?b?' * 300}\nSubject: Klacht\n\nx",
        f"{HEAD}Subject: Undelivered Mail Returned to Sender\n\n{',' * 3_000}",
    )
    raws = [f"Message-ID: <{n}@x.example>\n{hostile[n % 3]}".encode() for n in range(30)]
    world.deliver(*raws, mail("De zaal was koud.", sender="Kees <kees@example.org>"))
    waiting = world.mailbox.waiting("inbox")
    assert [len(batch) for batch in _batches(waiting, world.office.largest, {})] == [31], (
        "one commit, and then letters go"
    )
    world.poll()
    assert "kees@example.org" in {letter.to for letter in world.letters()}
