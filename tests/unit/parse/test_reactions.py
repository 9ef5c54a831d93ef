"""Reactions: a thumb asks nothing, and words beside it do."""

import datetime as dt

import pytest

from klachtmail.parse import parse

NOW = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)
PLAIN = "Subject: Re: Uw klacht\nIn-Reply-To: <a@ront.nl>\nContent-Type: text/plain; charset=utf-8\n\n{}\n"
GMAIL = """Subject: Re: Uw klacht
Content-Type: multipart/alternative; boundary=r

--r
Content-Type: text/plain; charset=utf-8

👍

{}
--r
Content-Type: text/vnd.google.email-reaction+json; charset=utf-8

{{"emoji": "👍", "version": 1}}
--r
Content-Type: text/html; charset=utf-8

<p>👍</p><p>{}</p>
--r--
"""
QUOTED = """
________________________________
From: RONT Klachten <klachten@ront.nl>
Sent: Monday, November 23, 2026 10:00:00 AM
To: Sien <sien@een.example>
Subject: Uw klacht

Wij hebben uw klacht ontvangen."""


@pytest.mark.parametrize(
    "said", ["Sien heeft gereageerd via Gmail", "Sien reacted via Gmail", "Sien hat über Gmail reagiert"]
)
def test_a_reaction_of_gmail_is_its_emoji_and_no_attachment(said):
    message = parse(GMAIL.format(said, said).encode(), NOW)
    assert (message.reaction, message.attachments) == ("👍", ())


def test_a_reaction_by_the_standard_is_its_emoji():
    raw = "In-Reply-To: <a@ront.nl>\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: reaction\n\n🎉\n"
    assert parse(raw.encode(), NOW).reaction == "🎉"


@pytest.mark.parametrize(
    "text",
    [
        f"👍 Sien de Boer reacted to your message:{QUOTED}",
        f"[👍]\nSien de Boer heeft gereageerd op uw bericht:{QUOTED}",
        f"Sien de Boer hat auf Ihre Nachricht reagiert:{QUOTED}",
        f"Sien de Boer a réagi à votre message :{QUOTED}",
        "👍",
        "👍🏽 ❤️\n\n> Wij hebben uw klacht ontvangen.",
        "👨‍👩‍👧!",
        ":-)",
        "👍🏻\n\nVerzonden vanaf mijn iPhone",
        "🙏\n\nOutlook voor Android<https://aka.ms/x> downloaden",
        "👍\n-- \nSien de Boer\nGemeente Laren",
    ],
)
def test_the_sentence_of_outlook_and_a_text_of_only_emoji_are_reactions(text):
    assert parse(PLAIN.format(text).encode(), NOW).reaction


@pytest.mark.parametrize(
    "text",
    [
        "👍 Prima, tot maandag",
        "Verzonden vanaf mijn iPhone",
        "👍 Bel mij maandag\n\nSent from my iPhone",
        "Piet heeft gereageerd op uw bericht, maar niet op het mijne. Kunt u mij bellen?",
        "Ik heb op uw bericht gereageerd en hoor niets.\nWanneer belt u?",
        "",
        "?",
        "3",
    ],
)
def test_whoever_says_something_does_not_only_react(text):
    assert not parse(PLAIN.format(text).encode(), NOW).reaction


def test_a_picture_with_a_smile_is_no_reaction():
    raw = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n😡\n--b\nContent-Type: image/png; name=a.png\n\nx\n--b--"
    assert not parse(raw.encode(), NOW).reaction
