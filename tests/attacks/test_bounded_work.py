"""What a message costs, whatever is in it: in proportion to its size. It is counted here; `fuzz/` measures the seconds."""

import base64
import cProfile
import datetime as dt
import string
import sys

import pytest

from klachtmail.domain.commands import reader
from klachtmail.domain.commands.reader import MOST_COMMANDS, MOST_READ
from klachtmail.domain.conduct import perform
from klachtmail.parse import address, charset, header, parse
from tests.msg_files import msg
from tests.world import JAN, World, answer, mail

NOW = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)
SHORT, LONG = 300, 62_000
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
    "html": lambda run: HEAD.encode() + b"Content-Type: text/html\n\n" + run + b"</a>" * len(run),
}


SIGNS = (*string.punctuation, " ", "\t", "a", "0", "\n", "\x80")


def calls(raw):
    """Return how many functions are called to read a message: its work, the same on every machine and on a busy one."""
    profile = cProfile.Profile()
    profile.runcall(parse, raw, NOW)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("library", LIBRARIES)
def test_twice_as_much_of_a_sign_is_not_more_than_twice_the_work(library):
    def work(text):
        return calls(LIBRARIES[library](text.encode("latin-1")))

    work("x")  # what is imported, compiled and remembered the first time
    nothing = work("")
    for sign in SIGNS:
        for unit in (sign, f"a{sign}\n"):
            once, twice = (work((unit * size)[:size]) - nothing for size in (SHORT, 2 * SHORT))
            assert twice <= 2.5 * max(once, 1_000), unit


# What happens inside one call is not counted: so a library in which that may take time squared gets little of it.
# In turn the bytes (or characters) that it is handed at once, and those of the longest line.
HANDED = {
    "flufl.bounce": ("email", 32_000, 400),
    "charset-normalizer": ("charset_normalizer", 4_096, 4_096),
    "email": ("email._parseaddr", 100, 100),
}


@pytest.mark.parametrize("library", HANDED)
@pytest.mark.parametrize("unit", ["a\x81", ",\x81", "a\x81,\n", "\n\x81"])
def test_a_library_is_handed_so_much_of_a_message_and_no_more(library, unit):
    name, most, longest = HANDED[library]
    handed = []

    def watch(frame, event, _argument):
        if event == "call" and module(frame).startswith(name) and module(frame.f_back).startswith("klachtmail."):
            handed.extend(value for value in frame.f_locals.values() if isinstance(value, bytes | str))

    raw = LIBRARIES[library]((unit * LONG)[:LONG].encode("latin-1"))
    sys.setprofile(watch)
    try:
        parse(raw, NOW)
    finally:
        sys.setprofile(None)
    assert handed, "it is asked at all"
    assert max(map(len, handed)) <= most
    assert max(len(line) for text in handed for line in text.splitlines() or [text]) <= longest


def module(frame):
    return frame.f_globals["__name__"]


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
    monkeypatch.setattr(reader, "MOST_READ", 2_000)
    monkeypatch.setattr(reader, "parts", lambda text, here: read.append(text) or one(text, here))
    found = reader.read("\n".join([line] * 280 + ["En dit ook"]), NOW.date(), aliases=["jan", "piet"])
    assert len(read) < 250 * 2_000 / MOST_READ, "each line once, and again where the next may go on"
    assert getattr(found[-1], "text", "").endswith("En dit ook"), "nothing is lost"


def test_a_command_is_not_dearer_for_a_history_of_thousands(monkeypatch):
    """A partner's `notitie:` lines, hundreds of them a mail: each would write down all that were kept before it."""
    world = World()
    world.receive(mail("De zaal was koud."))
    written, one = [], perform.to_json
    monkeypatch.setattr(perform, "to_json", lambda *value, **how: written.append(one(*value, **how)) or written[-1])
    world.reply(JAN, "notitie: de eerste\nnotitie: de tweede\ningrijpend")
    assert {key for fields in written for key in fields} >= {"serious", "handler"}
    assert not [fields for fields in written if "history" in fields or "messages" in fields]


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


def test_of_quotes_in_a_field_that_never_end_only_so_many_are_looked_after(monkeypatch):
    seen, one = [], address._Parts.add
    monkeypatch.setattr(address._Parts, "add", lambda parts, token: seen.append(token) or one(parts, token))
    fields = "".join(f"{name}: {mark * 9_000}\n" for name in ("From", "To", "Cc") for mark in ('\\"|', "((", '"('))
    parse(f"{fields}Subject: x\n\nx".encode(), NOW)
    assert 0 < len(seen) < 10_000


class Looked(str):
    """A text that counts the characters that are looked at when something is looked for in it."""

    __slots__ = ()
    signs = 0

    def find(self, sought, start=0, end=None):
        """Look as any text, and count."""
        found = super().find(sought, start, end)
        Looked.signs += (found if found >= 0 else min(len(self), end or len(self))) - start
        return found


@pytest.mark.parametrize("word", ["=?utf-8?b?€1. ", "=?utf-8?q?a", "=?utf-8?", "=?x?b?a?= ", "=?=?"])
def test_the_end_of_an_encoded_word_that_never_comes_is_not_looked_for_again(word):
    before = Looked.signs
    header.words(Looked(word * 5_000))
    assert Looked.signs - before < 2 * 5_000 * (len(word) + 64), "each sign, and the name of each charset"


SIZE = 20_000
ORDINARY = "De zaal was koud en de koffie ook.\n" * (SIZE // 35)
HOSTILE = {
    "commands": lambda letter: answer(
        letter, JAN, "voor piet en 3 mei 14 verstuur, als jan niet, 0begin 644 a\n" * 340
    ),
    "fields": lambda _: (
        f"From: a@x.example\nCc: {'=?utf-8?b?' * 1_000}\nSubject: {'=?x?q?=E9=FF?= ,' * 600}\n\nx".encode()
    ),
    "bounce": lambda _: (
        f"{HEAD}Subject: Undelivered Mail Returned to Sender\n\n{'a,' * 200}".encode() + b"a,\n" * 6_500
    ),
    "page": lambda _: b"From: b@x.example\nContent-Type: text/html\n\n" + b"<div><td></a>" * 1_500,
}


def named(raw, number):
    """Return the message under a name of its own: else it is the same one again."""
    return raw if b"Message-ID:" in raw else b"Message-ID: <%d@x.example>\n" % number + raw


def work_of_ten(message):
    """Return how many functions are called in a poll that finds ten of these before a client's, who is answered then."""
    world = World()
    world.receive(mail("De koffie was koud."))
    letter = world.last(JAN)
    world.deliver(*(named(message(letter), n) for n in range(10)))
    world.deliver(mail("De zaal was koud.", sender="Kees <kees@example.org>"))
    profile = cProfile.Profile()
    profile.runcall(world.poll)
    assert "kees@example.org" in {letter.to for letter in world.letters()}
    return sum(entry.callcount for entry in profile.getstats())


@pytest.fixture(scope="module")
def ordinary():
    """Return the work of ten complaints of that size."""
    return work_of_ten(lambda _: mail(ORDINARY))


@pytest.mark.parametrize("kind", HOSTILE)
def test_who_waits_behind_hostile_messages_waits_little_longer_than_behind_complaints(kind, ordinary):
    """Ten of them and his are one commit: his letter goes in the same round, after at most twelve times the work."""
    assert work_of_ten(HOSTILE[kind]) < 12 * ordinary
