"""Every message of the corpora is read, and what comes out is clean."""

import datetime as dt
import json
import sys
from email import message_from_bytes
from pathlib import Path

import pytest
from flufl.bounce import all_failures

from klachtmail.parse import parse
from klachtmail.parse.message import UNREADABLE

sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))
from cleanliness import complaints

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
FOLDERS = """
    bounce_email chatwoot cpython crisp-email-reply-parser ddeboer enmime flanker flufl-bounce
    github-email-reply-parser imap-tools lore-nl mail-parser-reply mikel-mail rspamd sisimai talon webklex
    willdurand-email-reply-parser zapier-email-reply-parser
""".split()
# Labelled as bounces with their whole folder, but they are none. flufl.bounce has them in its tests for the very
# reason that it must not take them for one (it finds nobody in them, see below); triage sees what they are by other rules.
NO_BOUNCE = {
    "flufl-bounce/mails/data/groupwise_03.txt",  # a hotel's reply with an attachment (GroupWise detector tripped over it)
    "flufl-bounce/mails/data/qmail_08.txt",  # an automatic reply: 'Precedence: auto_reply'
}


def files(folder):
    return sorted(path for path in (folder / "mails").rglob("*") if path.is_file())


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_message_gives_a_clean_value(corpora, folder):
    wrong = []
    for path in files(corpora / folder):
        raw = path.read_bytes()
        message = parse(raw, NOW)
        wrong += [f"{path.name}: {each}" for each in complaints(raw, message)]
        wrong += [f"{path.name}: raised"] * (UNREADABLE in message.notices)
    assert files(corpora / folder)
    assert wrong == []


def test_bounces_are_those_that_are_labelled_so(corpora):
    labels = json.loads((corpora / "labels.json").read_text())
    wrong = [
        path
        for path, label in labels.items()
        if bool(parse((corpora / path).read_bytes(), NOW).bounce) != (label["kind"] == "bounce")
    ]
    assert set(wrong) == NO_BOUNCE


def test_the_library_from_whose_tests_they_come_finds_no_failure_in_them_either(corpora):
    for path in NO_BOUNCE:
        assert all_failures(message_from_bytes((corpora / path).read_bytes())) == (set(), set()), path


def test_nearly_every_bounce_names_who_was_not_reached(corpora):
    labels = json.loads((corpora / "labels.json").read_text())
    bounces = [
        parse((corpora / path).read_bytes(), NOW).bounce for path, label in labels.items() if label["kind"] == "bounce"
    ]
    named = [bounce for bounce in bounces if bounce and bounce.recipients]
    assert len(named) >= 0.95 * len([bounce for bounce in bounces if bounce])
