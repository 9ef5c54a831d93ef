"""What a message costs, whatever is in it: less than a second of processor time for each MB, or part of it."""

import base64
import datetime as dt
import string
import time

import pytest

from klachtmail.domain.commands.reader import MOST_COMMANDS
from klachtmail.parse import parse
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
