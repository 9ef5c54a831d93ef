"""HTML becomes text that a person can read, and nothing that he was not meant to see."""

import pytest

from klachtmail.parse.html import to_text


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">x</div>', "<p hidden>x</p>", '<span style="font-size:0px">x</span>', "<!-- x -->", "<script>x</script>",
        "<style>x</style>", "<head><title>x</title></head>", '<div style="mso-hide:all">x</div>', '<img src=x width=1 height=1 alt="x">',
        '<div style="max-height:0;overflow:hidden"><table><tr><td>x</table></div>', "<!--[if mso]>x<![endif]-->",
    ],
)  # fmt: skip
def test_hidden_text_and_pixels_are_dropped(hidden):
    assert to_text(f"<p>voor</p>{hidden}<p>na</p>") == "voor\n\nna"


@pytest.mark.parametrize(
    ("rules", "hidden"),
    [
        (".preheader { display: none !important; }", '<span class="big PREHEADER">x</span>'),
        ("body{margin:0} /* .y{ */ p.note,#top{visibility:hidden}", "<p class=note>x</p><div id=top>x</div>"),
        ("<!-- .a{mso-hide:all} -->", "<div class='a'><div>x</div></div>"),
        ("@import url(a.css); @media screen{.b{color:red}} .a{display:none}", '<div class="a">x</div>'),
        (".a{display:block} .a{display:none}", '<div class="a" style="color:red">x</div>'),
    ],
)
def test_what_a_style_sheet_hides_is_dropped(rules, hidden):
    assert to_text(f"<style type='text/css'>{rules}</style><p>voor</p>{hidden}<p>na</p>") == "voor\n\nna"


@pytest.mark.parametrize(
    ("rules", "shown"),
    [
        ("@media print{.a{display:none}}", '<p class="a">x</p>'),
        ("@media print{.b{color:red} .a{display:none}}", '<p class="a">x</p>'),
        (".b .a, .a:hover, .a > p, p{display:none}", '<p class="a">x</p>'),
        ("div.a{display:none}", '<p class="a">x</p>'),
        (".a{display:none} .a{display:block}", '<p class="a">x</p>'),
        (".a{display:none}", '<p class="a" style="display:block">x</p>'),
        (".a{display:none}", '<p class="ab" id="a">x</p>'),
        (".a{color:red", '<p class="a">x</p>'),
        ("p}.a{}.b{display:none}", '<p class="a">x</p>'),
    ],
)
def test_what_a_style_sheet_hides_only_sometimes_or_elsewhere_is_read(rules, shown):
    assert to_text(f"<style>{rules}</style><p>voor</p>{shown}<p>na</p>") == "voor\n\nx\n\nna"


@pytest.mark.parametrize(
    "html",
    [
        '<td style="font-size:0px;padding:10px"><div style="font-size:13px">x</div></td>',
        '<div style="font-size:0"><div style="color:red"><span style="FONT-SIZE: 1em">x</span></div></div>',
        '<div style="color:#fff;background:#fff"><p style="color:#000">x</p></div>',
        '<div style="font-size:0">y<font size="2">x</font></div>',
    ],
)
def test_a_child_that_has_a_size_or_a_colour_of_its_own_is_read(html):
    assert to_text(f"<p>voor</p>{html}<p>na</p>").split() == ["voor", "x", "na"]


@pytest.mark.parametrize(
    "html",
    [
        '<div style="font-size:0"><b style="color:red">x</b></div>',
        '<div style="font-size:0"><b style="font-size:0.0px">x</b></div>',
        '<div style="display:none"><b style="font-size:12px;color:red">x</b></div>',
        '<div style="color:transparent"><b style="color:transparent">x</b></div>',
    ],
)
def test_a_child_that_shows_nothing_either_is_dropped(html):
    assert to_text(f"<p>voor</p>{html}<p>na</p>") == "voor\n\nna"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<a href="https://x.nl/a?b=1&amp;c=2">de site</a>', "de site <https://x.nl/a?b=1&c=2>"),
        ('<a href="https://x.nl">x.nl</a>', "x.nl"),
        ('<a href="mailto:a@b.nl">a@b.nl</a>', "a@b.nl"),
        ('<a href="javascript:x()">klik</a>', "klik"),
        ("<ul><li>een<li>twee</ul>", "- een\n- twee"),
        ("<table><tr><th>Artikel<th>Prijs<tr><td>Cursus<td>&euro;&nbsp;10</table>", "Artikel | Prijs\nCursus | € 10"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("een<br>twee<br><br>drie", "een\ntwee\n\ndrie"),
        ("a < b en c > d", "a < b en c > d"),
        ('<p title="a>b">x', "x"),
        ('<img src=x alt="Ons logo">', "[Ons logo]"),
    ],
)
def test_html_is_readable_as_text(html, text):
    assert to_text(html) == text


QUOTED = "nieuw\n\n> oud\n>\n> > ouder\n\nna"


def test_quotations_get_quote_marks_and_indents_do_not():
    assert to_text("<p>nieuw</p><blockquote type=cite>oud<blockquote>ouder</blockquote></blockquote>na") == QUOTED
    assert to_text('<blockquote style="margin:0 0 0 40px;border:none">punt</blockquote>') == "punt"


def test_a_page_of_which_everything_is_hidden_is_shown():
    assert to_text('<div style="display:none">Ik klaag.') == "Ik klaag."


def test_a_quotation_with_a_line_beside_it_is_one_though_it_has_no_border():
    assert to_text('<blockquote style="border:none;border-left:solid #CCC 1.0pt">oud</blockquote>') == "> oud"
