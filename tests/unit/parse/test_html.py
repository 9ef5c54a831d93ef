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
