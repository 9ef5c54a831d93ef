"""A thumb in a known thread is noted and nothing else; where it belongs nowhere, a partner sees it the next morning."""

import pytest

from tests.world import ELS, JAN, World, mail

SANNE = "sanne@example.nl"
OUTLOOK = "👍 Sanne de Boer reacted to your message:\n________________________________\nFrom: RONT <klachten@ront.nl>\nSent: Monday, November 23, 2026 10:00:00 AM\nTo: Sanne <sanne@example.nl>\nSubject: Klacht\n\nTekst"


def gmail(**headers):
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return (
        f"From: Sanne de Boer <sanne@example.nl>\r\nTo: klachten@ront.nl\r\nSubject: Re: Klacht\r\nMessage-ID: <duim@example.nl>\r\n{head}"
        "Content-Type: multipart/alternative; boundary=r\r\n\r\n--r\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n👍\r\n\r\nSanne heeft gereageerd via Gmail\r\n"
        '--r\r\nContent-Type: text/vnd.google.email-reaction+json\r\n\r\n{"emoji": "👍", "version": 1}\r\n'
        "--r\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>👍</p><p>Sanne heeft gereageerd via Gmail</p>\r\n--r--\r\n"
    ).encode()


@pytest.mark.parametrize(
    "thumb",
    [gmail, *(lambda text=text, **more: mail(text, **more) for text in (OUTLOOK, "👍", "🙏❤️"))],
    ids=["Gmail", "Outlook", "emoji", "two"],
)
def test_a_thumb_is_noted_and_asks_nothing(thumb):
    world = World()
    world.receive(mail("De zaal was koud.", message_id="eerste@example.nl"))
    world.reply(JAN, "ik pak het op")
    world.reply(JAN, "antwoord: wij zoeken het uit")
    draft = world.complaint().draft
    shown = next(letter for letter in reversed(world.letters(JAN)) if "Verstuur" in letter.buttons)
    world.news()
    report = world.receive(thumb(In_Reply_To="<eerste@example.nl>"))
    assert report.counts["follow_up"] == 1
    after = world.complaint()
    assert (after.draft, after.waiting_since) == (draft, None)
    assert (after.messages[-1].kind, after.history[-1].event, after.messages[-1].attachments) == (
        "reaction",
        "reacted",
        (),
    )
    assert world.news() == []
    world.press(JAN, "Verstuur", on=shown)
    assert "wij zoeken het uit" in world.last(SANNE).text


def test_a_thumb_that_belongs_nowhere_is_no_complaint_and_is_listed():
    world = World()
    world.receive(gmail())
    assert world.store.complaint("K2026-0001") is None
    assert len(world.store.state.set_aside) == 1


def test_a_thumb_of_a_member_sends_nothing_and_he_is_told():
    world = World()
    world.receive(mail("De zaal was koud."))
    world.reply(ELS, "antwoord: wij zoeken het uit")
    world.reply(ELS, "👍")
    assert not any("wij zoeken" in letter.text for letter in world.letters(SANNE))
    assert world.complaint().draft is not None
