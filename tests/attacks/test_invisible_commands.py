"""What a member cannot see in his own mail never commands, however it is hidden."""

import pytest

from tests.letters_read import answer
from tests.world import JAN, World, mail

SAID = "ik pak het op"
STYLES = (
    "display:none",
    "DISPLAY : NONE !important",
    "display:none;display:none",
    "visibility:hidden",
    "visibility:collapse",
    "opacity:0",
    "opacity:0.0",
    "opacity:.01",
    "filter:opacity(0)",
    "font-size:0",
    "font-size:0px",
    "font-size:0.1px",
    "font-size:1px",
    "font:0/0 a",
    "mso-hide:all",
    "max-height:0;overflow:hidden",
    "height:0;overflow:hidden",
    "height:0px;overflow:hidden;line-height:0",
    "width:0;overflow:hidden",
    "max-width:0;overflow:hidden",
    "height:1px;width:1px;overflow:hidden;position:absolute",
    "position:absolute;left:-9999px",
    "position:fixed;top:-5000px",
    "position:absolute;right:-9999px",
    "text-indent:-9999px",
    "margin-left:-9999px",
    "transform:scale(0)",
    "transform:translateX(-9999px)",
    "clip:rect(0,0,0,0);position:absolute",
    "clip:rect(0 0 0 0);position:absolute",
    "clip-path:inset(100%)",
    "clip-path:inset(50%)",
    "color:transparent",
    "color:rgba(0,0,0,0)",
    "color:#ffffff00",
    "color:#fff;background:#fff",
    "color:white;background-color:#ffffff",
    "color:#FFF;background-color:white",
    "color:rgb(255,255,255);background:#fff",
    "-webkit-text-fill-color:transparent",
    "line-height:0;font-size:0",
    "content-visibility:hidden",
)
ELEMENTS = (
    "<p hidden>{}</p>",
    "<template>{}</template>",
    "<noscript>{}</noscript>",
    "<script type=text/plain>{}</script>",
    "<title>{}</title>",
    "<style>{}</style>",
    "<!-- {} -->",
    "<select><option>{}</option></select>",
    "<datalist><option>{}</option></datalist>",
    "<details><summary>Meer</summary>{}</details>",
    "<dialog>{}</dialog>",
    "<object>{}</object>",
    "<audio>{}</audio>",
    "<video>{}</video>",
    "<canvas>{}</canvas>",
    "<iframe>{}</iframe>",
    "<noframes>{}</noframes>",
    "<svg><text>{}</text></svg>",
    "<math><annotation>{}</annotation></math>",
    '<textarea style="display:none">{}</textarea>',
    '<img width=1 height=1 alt="{}">',
    "<input type=hidden value='{}'>",
    "<font size=0 style='font-size:0'>{}</font>",
)
HIDDEN = (*(f'<div style="{style}">{{}}</div>' for style in STYLES), *ELEMENTS)


def html(letter, page):
    """Return a member's answer to this letter as a page."""
    raw = answer(letter, JAN, "x").decode()
    head, _, _ = raw.replace("\r\n", "\n").partition("\n\n")
    kept = [line for line in head.split("\n") if not line.lower().startswith(("content-", "mime-"))]
    return ("\n".join(kept) + f"\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{page}").encode()


@pytest.mark.parametrize("page", ["<p>Bedankt voor de informatie.</p>{}", "{}"], ids=["beside words", "alone"])
def test_what_is_hidden_never_commands(page):
    world = World()
    world.receive(mail("De zaal was koud."))
    routing = world.last(JAN)
    for hidden in HIDDEN:
        world.receive(html(routing, page.format(hidden.format(f"\n{SAID}\n"))))
        assert world.complaint().handler is None, hidden


def test_the_same_words_in_plain_sight_command():
    world = World()
    world.receive(mail("De zaal was koud."))
    world.receive(html(world.last(JAN), f"<p>{SAID}</p>"))
    assert world.complaint().handler == JAN
