"""A message whose HTML says something else than its plain text: one reader is shown the one, another the other."""

from email.message import EmailMessage

import pytest

from klachtmail.parse import parse
from tests.world import JAN, MONDAY, World

PLAIN = "De trainer was een uur te laat. Ik wil 450 euro terug en trek mijn klacht niet in. Graag hoor ik voor vrijdag van u."
PAGE = f"<p>{PLAIN}</p>"
SAID = "zegt dit bericht iets anders"


def both(plain, page):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Sanne <sanne@example.nl>", "klachten@ront.nl", "Training"
    message["Message-ID"], message["Date"] = "<twee@example.nl>", "Mon, 23 Nov 2026 09:00:00 +0100"
    message.set_content(plain)
    message.add_alternative(page, subtype="html")
    return message.as_bytes()


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace("450", "950"),
        PAGE.replace("niet in", "in"),
        "<p>" + "Wij eisen schadevergoeding van u en stappen naar de rechter. " * 8 + "</p>",
    ],
)
def test_a_page_that_says_something_else_than_the_text_is_mentioned_to_the_members(page):
    world = World()
    world.receive(both(PLAIN, page))
    assert SAID in " ".join(world.letters(JAN)[0].text.split())
    assert SAID not in " ".join(world.letters("sanne@example.nl")[0].text.split())


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        PAGE.replace("laat.", "laat.<br>").replace("euro", "<b>euro</b>"),
        PAGE + '<p style="display:none">Bekijk onze aanbiedingen, nu met 50 procent korting op alles</p>',
        PAGE + '<img alt="Logo"><p><a href="https://example.nl/1234">www.example.nl</a></p>',
    ],
)
def test_a_page_that_its_program_made_of_the_text_is_not_mentioned(page):
    assert not [notice for notice in parse(both(PLAIN, page), MONDAY).notices if SAID in notice]


def test_what_the_notice_shows_is_words_only_and_few_of_them():
    page = "<p>" + " ".join(f"&lt;script&gt;{number} x.example/{'a' * 60}" for number in range(10, 90)) + "</p>"
    (notice,) = [notice for notice in parse(both(PLAIN, page), MONDAY).notices if SAID in notice]
    assert not set("<>/@:[]") & set(notice.partition("verschil: ")[2])
    assert len(notice) < 300
