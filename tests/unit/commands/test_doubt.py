"""What can be proven of the reading: no doubt, wherever it stands in a mail, is overheard when a letter would go."""

import datetime as dt

import pytest

from klachtmail.domain.commands import read
from klachtmail.domain.commands.command import Command
from klachtmail.domain.commands.lexicon import DOUBT, lexicon

TODAY = dt.date(2026, 11, 18)
ALIASES = ("jan", "piet", "els", "sanne")
FINAL = {
    "send": "verstuur",
    "acknowledge": "bevestig",
    "close": "sluit",
    "withdrawn": "ingetrokken: het was een misverstand",
    "no_complaint": "dit is spam",
    "merge": "samenvoegen K2026-0003",
    "told": "uitkomst gemeld",
}
PLACES = ("{0}\n{1}", "{1}\n{0}", "{0} {1}", "{1} {0}", "{1}, {0}", "{1} ({0})")


def doubts():
    """Return every word and phrase that may take something back."""
    return sorted(
        {
            " ".join(words)
            for entries in lexicon().phrases.values()
            for words, means in entries
            if means & DOUBT and not means & HEADS
        }
    )


# What is a command by itself, or begins one, is no doubt beside another: 'niet akkoord', 'geen gehoor', 'stuur … door'.
HEADS = {
    "NO-REACH",
    "NO-REACH-STATE",
    "CANT",
    "CANT-WEAK",
    "REJECT",
    "REJECT-WORD",
    "NO-COMPLAINT",
    "WORKS-NOT",
    "RELEASE",
    "OFF",
    "CANCELLED",
    "CONTACT",
    "WRONG-NUMBER",
    "UNDO",
    "ACK",
    "PARTLY-FULL",
    "UNGROUNDED",
    "UNGROUNDED-WEAK",
    "WITHDRAW-WEAK",
    "CLOSED-WEAK",
}


def lexicon_of(phrase):
    """Return what a phrase of the lexicon means."""
    words = tuple(phrase.split())
    return next(means for entry, means in lexicon().phrases[words[0]] if entry == words)


def done(text, verb):
    return any(
        isinstance(line, Command) and line.verb == verb for line in read(text, TODAY, aliases=ALIASES, draft=True)
    )


@pytest.mark.parametrize("verb", FINAL)
@pytest.mark.parametrize("place", PLACES)
def test_no_doubt_is_overheard_beside_what_cannot_be_taken_back(verb, place):
    line = FINAL[verb]
    assert done(line, verb)
    words = doubts()
    if verb == "withdrawn" and place in {
        "{0} {1}",
        "{1} {0}",
        "{1}, {0}",
        "{1} ({0})",
    }:  # there it is the reason, which may deny
        words = [word for word in words if not lexicon_of(word) & {"NOT", "CHANGE"}]
    heard = [doubt for doubt in words if done(place.format(doubt, line), verb)]
    assert not heard


@pytest.mark.parametrize("word", ["bloemkool", "gisterenavondlaat", "excuusbriefje", "Karel", "17b", "hoezeer", "pdf"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("verb", ["send", "acknowledge", "close"])
def test_a_word_that_nobody_knows_stops_a_letter(verb, word, place):
    assert not done(place.format(word, FINAL[verb]), verb)
