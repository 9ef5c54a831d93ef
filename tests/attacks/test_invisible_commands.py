"""What a member cannot see in his own mail never commands, however it is hidden."""

import pytest

from tests.letters_read import answer, made_of
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
    "zoom:.01",
    "font:normal 1px arial",
    "font:1px/1 arial",
    "mask:linear-gradient(transparent,transparent)",
    "-webkit-mask-image:linear-gradient(transparent,transparent)",
    r"d\69splay:none",
    r"display:no\6e e",
    "display/**/:/**/none",
    "--a:none;display:var(--a)",
    "color:hsl(0 0% 100%);background:#fff",
    "color:oklch(1 0 0);background-color:white",
    "color:#fefefe;background:white",
    "color:snow;background:#fff",
    "color:#fff;background:linear-gradient(#fff,#fff)",
    "color:#fff;background:linear-gradient(90deg,hsl(0 0% 100%),white)",
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
    "<p><ruby>a<rp>{}</rp></ruby></p>",
    "<div popover>{}</div>",
    '<img src="x.png" alt="{}">',
    "<div style='background:white'><font color='#FFF'>{}</font></div>",
    "<div style='background:#fff'><p style='color:white'>{}</p></div>",
    "<table bgcolor=white><tr><td style='color:#fefefe'>{}</td></tr></table>",
    "<div style='background:#010101;background:#020202'><div style='background:url(a.png) #fff'><p style='color:#fff'>{}",
    "".join(f"<div style='background:#{n:06x}'>" for n in range(0, 2_000_000, 99_999)) + "<p style='color:#fff'>{}",
)
SHEETS = (
    "@media all{.x{display:none}}",
    "@media (prefers-color-scheme:light){.x{visibility:hidden}}",
    "@supports (display:grid){@layer a{.x{opacity:0}}}",
    "div p{display:none}",
    "body>p.y{font-size:1px}",
    "[data-x]{zoom:.01}",
    "div [data-x]{display:none}",
    "p:nth-child(2){display:none}",
    "p:not(.z){display:none}",
    "p:is(.y .x,.x){display:none}",
    ".z,.x.y{clip-path:inset(50%)}",
    ".z{.x{display:none}}",
    ".z{.w{color:red}& .x{display:none}}",
    ".x{text-indent:-999px;.w{color:red}}",
    r".\78{display:none}",
    "/* */.x{display:none}",
    ".w{content:'/*'}.x{display:none}",
    ".w{content:'}'}.x{display:none}",
    ".w{content:'{'}.x{display:none}",
    ".x{color:#fff}body{background:#fff}",
    ".x{color:hsl(0 0% 100%)}p{background-color:#fff}",
    ".w{" + "color:red;" * 12_000 + "}.x{display:none}",
)
SEEN = (  # what mail programs and firms' signatures write around a text that everybody sees
    "<style>@media print{{p{{display:none}}}}.hide{{display:none}}a:hover{{color:#fff}}</style><p>{}</p>",
    "<style>p.MsoNormal{{margin:0cm;font-size:11.0pt;font-family:'Calibri',sans-serif}}</style><p class=MsoNormal>{}</p>",
    '<style>@font-face{{font-family:"\\@SimSun"}}@page WordSection1{{size:595.3pt 841.9pt}}</style><p>{}</p>',
    '<body bgcolor="white"><p style="color:black">{}</p>',
    '<body style="background-color:#fff"><font color="#1f497d">{}</font>',
    '<p style="color:#fff">{}</p>',
    '<p style="color:rgb(255,255,255);background-color:rgb(31,31,31)">{}</p>',
    r'<p style="font-family:\5FAE\8F6F,Arial">{}</p>',
    '<p>{}</p><table bgcolor="#003366"><tr><td style="color:#fff">RONT</td></tr></table>',
    '<p>{}</p><img src="cid:logo" alt="RONT opleidingen">',
)
HIDDEN = (
    *(f'<div style="{style}">{{}}</div>' for style in STYLES),
    *ELEMENTS,
    *(
        f"<style>{sheet.replace('{', '{{').replace('}', '}}')}</style><p class='x y' data-x>{{}}</p>"
        for sheet in SHEETS
    ),
)


def html(letter, page):
    """Return a member's answer to this letter as a page."""
    raw = answer(letter, JAN, "x").decode()
    head, _, _ = raw.replace("\r\n", "\n").partition("\n\n")
    kept = [line for line in head.split("\n") if not line.lower().startswith(("content-", "mime-", "message-id"))]
    kept.append(f"Message-ID: <{made_of(page)}@ront.nl>")  # its own: the second of two alike is only filed
    return ("\n".join(kept) + f"\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{page}").encode()


@pytest.mark.parametrize("page", ["<p>Bedankt voor de informatie.</p>{}", "{}"], ids=["beside words", "alone"])
def test_what_is_hidden_never_commands(page):
    world = World()
    world.receive(mail("De zaal was koud."))
    routing = world.last(JAN)
    for hidden in HIDDEN:
        world.receive(html(routing, page.format(hidden.format(f"\n{SAID}\n"))))
        assert world.complaint().handler is None, hidden


@pytest.mark.parametrize("second", ["text/plain", "text/html"])
def test_a_text_that_only_belongs_to_a_page_does_not_command(second):
    world = World()
    world.receive(mail("De zaal was koud."))
    head = html(world.last(JAN), "").partition(b"MIME-Version")[0]
    parts = "".join(
        f"--b\nContent-Type: {kind}\n\n{text}\n" for kind, text in (("text/html", "Bedankt."), (second, SAID))
    )
    world.receive(head + f"Content-Type: multipart/related; boundary=b\n\n{parts}--b--\n".encode())
    assert world.complaint().handler is None


@pytest.mark.parametrize("hides", ["zoom:.01", "opacity:.01", "clip:rect(0,0,0,0)"])
def test_what_is_hidden_does_not_command_because_it_stands_in_plain_sight_in_the_letter_below(hides):
    world = World()
    world.receive(mail("De zaal was koud."))
    button = "Ik pak het op"
    assert button in world.last(JAN).buttons
    below = (
        "<hr><div><b>Van:</b> RONT Klachten &lt;klachten@ront.nl&gt;<br><b>Verzonden:</b> maandag 23 november 2026 09:00<br>"
        f"<b>Aan:</b> jan@ront.nl<br><b>Onderwerp:</b> Klacht</div><p>Nieuwe klacht</p><p>{button}</p>"
    )
    world.receive(html(world.last(JAN), f"<p>Bedankt.</p><p style='{hides}'>{button}</p>{below}"))
    assert world.complaint().handler is None


@pytest.mark.parametrize("page", SEEN)
def test_the_same_words_in_plain_sight_command(page):
    world = World()
    world.receive(mail("De zaal was koud."))
    world.receive(html(world.last(JAN), page.format(SAID)))
    assert world.complaint().handler == JAN
