"""What one mail costs beside those before it, counted in calls: the same on every machine, and on a busy one."""

import cProfile
from collections import Counter

import pytest

from tests.world import World, mail

FEW, MANY = 10, 30
TEXT = "De training begon een uur te laat en het lesmateriaal was er niet. Ik had iets anders verwacht van u. " * 20
PAGE = f"<p>Goedemorgen,</p><p>{TEXT}</p>"
HEAD = "Goedemorgen,\n\n"


def written(number):
    """Return a mail in text and HTML, from a client who never wrote before and about a course of its own."""
    course = "".join("bcdfghjklm"[int(digit)] + "a" for digit in f"{number:06}")
    fields = {"sender": f"Klant Nummer {number} <klant{number}@example.nl>", "subject": f"Training {course}"}
    plain = mail(HEAD + TEXT, **fields).decode()
    head, _, text = plain.partition("\r\n\r\n")
    fields, kind = head.partition("Content-Type:")[::2]
    parts = [f"Content-Type:{kind}\r\n\r\n{text}", f"Content-Type: text/html; charset=utf-8\r\n\r\n{PAGE}\r\n"]
    body = "".join(f"--b\r\n{part}" for part in parts)
    of_two = f"{fields.replace('MIME-Version: 1.0', '')}Content-Type: multipart/alternative; boundary=b\r\n\r\n"
    return f"{of_two}{body}--b--\r\n".encode()


def calls(count):
    """Return how often each function is called for so many mails in one poll, by its name."""
    world = World(employees=[])
    world.deliver(*map(written, range(count)))
    profile = cProfile.Profile()
    profile.runcall(world.poll)
    found = Counter()
    for entry in profile.getstats():
        name = entry.code if isinstance(entry.code, str) else entry.code.co_qualname
        found[name] += entry.callcount
    assert len(world.courier.sent) == 3 * count
    return found


@pytest.fixture(scope="module")
def each():
    calls(FEW)  # what is loaded and remembered the first time
    many, few = calls(MANY), calls(FEW)
    return {name: (many[name] - few[name]) / (MANY - FEW) for name in many}


def test_a_record_is_made_anew_only_where_something_changes(each):
    assert each["replace"] <= 25


def test_its_language_is_looked_for_once(each):
    assert each["tongue"] == 1
