"""Of two alternatives the one is read that says more than the other."""

import datetime as dt

import pytest

from klachtmail.parse import parse

NOW = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)
COMPLAINT = (
    "De training was zwaar onder de maat. De trainer kwam een uur te laat, het materiaal ontbrak en de zaal was zo "
    "koud dat wij onze jassen aan moesten houden. Bij de lunch was er niets voor wie geen vlees eet, al hadden wij dat "
    "drie weken tevoren gemeld. Wij willen ons geld terug."
)
STUBS = {
    "a picture": "[image: logo]",
    "a picture by its id": "[cid:image001.png@01DA.8F]",
    "a telephone": "Verzonden vanaf mijn iPhone",
    "Outlook for Android": "Outlook voor Android<https://aka.ms/AAb9ysg> downloaden",
    "view in browser": "View in browser: https://mail.example/x?y=1",
    "no HTML": "Uw mailprogramma kan geen HTML tonen.",
    "a disclaimer": "Aan dit bericht kunnen geen rechten worden ontleend. Het is alleen bestemd voor de geadresseerde.",
    "255 characters": COMPLAINT[:255],
    "cut off within a word": COMPLAINT[:101],
    "the first sentence": COMPLAINT.partition(". ")[0] + ".",
    "its subject": "Klacht",
    "tags": "<html><body></body></html>",
    "nothing": "",
    "a long disclaimer": "The information in this e-mail is confidential and only for the addressee. " * 12,
}
MAIL = """Subject: Klacht
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=utf-8

{}
--b
Content-Type: text/html; charset=utf-8

{}
--b--
"""


def read(plain, html):
    return parse(MAIL.format(plain, html).encode(), NOW)


@pytest.mark.parametrize("stub", STUBS.values(), ids=STUBS)
def test_a_stub_gives_way_to_the_html(stub):
    message = read(stub, f'<img src="cid:logo" alt="logo"><p>{COMPLAINT}</p>')
    assert COMPLAINT in message.text


def test_two_alternatives_that_say_different_things_are_both_read():
    message = read(COMPLAINT, "<p>Hallo wereld</p>")
    assert "Hallo wereld" in message.text
    assert COMPLAINT in message.text


@pytest.mark.parametrize("said", ["Slecht geregeld!", "ik", "Nee."])
def test_two_words_that_only_the_html_has_are_read(said):
    sent = "Verzonden vanaf mijn iPhone"
    assert said in read(sent, f"<p>{said}</p><p>{sent}</p>").new_text


def test_a_short_answer_above_a_long_quotation_that_only_the_html_has_is_read():
    quoted = "Op ma 23 nov. 2026 om 09:00 schreef RONT <klachten@ront.nl>:"
    lines = " ".join(f"woord{i}" for i in range(300))
    message = read(f"{quoted}\n> {lines}", f"<p>Dat klopt niet.</p><p>{quoted}</p><blockquote>{lines}</blockquote>")
    assert message.new_text == "Dat klopt niet."


@pytest.mark.parametrize(
    ("plain", "html"),
    [
        (COMPLAINT, f"<p>{COMPLAINT}</p>"),
        (COMPLAINT, f'<img alt="logo van het bedrijf" src="x"><p>{COMPLAINT}</p>'),
        ("Zie https://x.nl/a en b", 'Zie <a href="https://x.nl/a">https://x.nl/a</a> en b'),
        ("- een\n- twee", "<ul><li>een</li><li>twee</li></ul>"),
        ("*Let op*: dit is \nbelangrijk", "<b>Let op</b>: dit is belangrijk"),
        (COMPLAINT, "<p></p>"),
    ],
)
def test_a_plain_text_that_says_the_same_is_read(plain, html):
    assert not read(plain, html).html_only
