"""HTML becomes text that a person can read, and nothing that he was not meant to see."""

import pytest

from klachtmail.parse.html import to_text


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">x</div>',
        "<p hidden>x</p>",
        '<span style="font-size:0px">x</span>',
        "<!-- x -->",
        "<script>x</script>",
        "<style>x</style>",
        "<head><title>x</title></head>",
        '<img src=x width=1 height=1 alt="x">',
        '<div style="max-height:0;overflow:hidden"><table><tr><td>x</table></div>',
        "<!--[if mso]>x<![endif]-->",
        "<iframe>x</iframe>",
        "<p HIDDEN=hidden>x</p>",
        '<p style="opacity:.0">x</p>',
        '<p style="display:none!important;display:block">x</p>',
        '<p style="position:absolute;left:-9999px">x</p>',
        '<p style="color:transparent">x</p>',
        '<p style="font:0/0 a">x</p>',
        '<p style="color:rgb(1, 2, 3);background:rgb(1, 2, 3)">x</p>',
        "<p hidden><b>x</b></p>",
        "<p hidden>x<br>x</p>",
        "<table hidden><tr><td><table><tr><td>x</table><tr><td>x</table>",
        "<ul hidden><li>x<ul><li>x</ul><li>x</ul>",
    ],
)
def test_hidden_text_and_pixels_are_dropped(hidden):
    assert to_text(f"<p>voor</p>{hidden}<p>na</p>") == "voor\n\nna"


@pytest.mark.parametrize(
    ("rules", "hidden"),
    [
        (".preheader { display: none !important; }", '<span class="big PREHEADER">x</span>'),
        ("body{margin:0} /* .y{ */ p.note,#top{visibility:hidden}", "<p class=note>x</p><div id=top>x</div>"),
        ("<!-- .a{opacity:0} -->", "<div class='a'><div>x</div></div>"),
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


@pytest.mark.parametrize(
    "style",
    [
        "color: rgb(255, 0, 0); background-color: rgb(255, 255, 0)",
        "color:inherit;background:inherit",
        "-webkit-backface-visibility:hidden",
        "margin-top:-1200px",
        "left:-1000px",
        "margin-left:141.6pt;text-indent:-141.6pt",
        "font-size:0;font-size:14px",
        "fill-opacity:0",
        "font-size:0;font:bold 12px/1.2 Arial",
        "max-height:0",
        "display:none;display:block",
        "overflow : hidden ; width:9px",
        "color:#fff;background:#fff url(a.jpg)",
        "color:#fff;background-color:#fff;background-image:url(a.jpg)",
        "color:transparent;background:linear-gradient(red,blue);-webkit-background-clip:text",
        "font-family:'A'display:none",
        "opacity:0.9",
    ],
)
def test_a_style_that_only_resembles_one_that_hides_is_read(style):
    assert to_text(f'<p>voor</p><div style="{style}">x</div><p>na</p>').split() == ["voor", "x", "na"]


@pytest.mark.parametrize(
    "given",
    [
        'class="a hidden b"',
        'title="de hidden kosten"',
        "data-hidden=1",
        'aria-hidden="true"',
        "type=hidden",
        'hidden style="display:block"',
    ],
)
def test_an_attribute_that_only_resembles_one_that_hides_is_no_matter(given):
    assert to_text(f"<p>voor</p><div {given}>x</div>").split() == ["voor", "x"]


@pytest.mark.parametrize(
    "html",
    [
        '<div style="color:#fff;background:#fff"><p style="background:#000">x</p></div>',
        '<div style="color:#fff;background:#fff"><table><tr><td bgcolor="#000000">x</table></div>',
        '<div style="color:#fff;background:#fff"><a href="#">x</a></div>',
        '<div style="visibility:hidden">h<p style="visibility:visible">x</p></div>',
        '<div style="font-size:0"><table><tr><td>x</table></div>',
        '<div style="font-size:0"><span style="font:12px Arial">x</span></div>',
        '<style>.s{font-size:14px}</style><div style="font-size:0"><div><p class=s>x</p></div></div>',
        '<style>.m .n, .m p{font-size:10px}</style><div style="font-size:0"><p>x</p></div>',
        '<style>@media screen{.m p{font-size:10px}}</style><div style="font-size:0"><p>x</p></div>',
        "<style>.v{visibility:hidden}.v p{visibility:visible}</style><div class=v><p>x</p></div>",
    ],
)
def test_what_a_child_has_again_may_come_from_anywhere(html):
    assert to_text(f"<p>voor</p>{html}<p>na</p>").split() == ["voor", "x", "na"]


@pytest.mark.parametrize(
    ("rules", "shown"),
    [
        (".a{display:none} @media screen and (min-width:600px){.a{display:block!important}}", "<p class=a>x</p>"),
        (".a{display:none} body > .a{display:block}", "<p class=a>x</p>"),
        ("p.a{display:block} .a{display:none}", "<p class=a>x</p>"),
        (".a{display:block!important}", '<p class=a style="display:none">x</p>'),
        ("/* */</style><style media=print>.a{display:none}", "<p class=a>x</p>"),
        ("</style><!--[if mso]><style>.a{display:none}</style><![endif]--><style>", "<p class=a>x</p>"),
    ],
)
def test_what_some_rule_shows_on_a_desk_is_read(rules, shown):
    assert to_text(f"<style>{rules}</style><p>voor</p>{shown}<p>na</p>") == "voor\n\nx\n\nna"


@pytest.mark.parametrize(
    ("rules", "hidden"),
    [
        (".a{display:none} @media (max-width:600px){.a{display:block!important}}", "<p class=a>x</p>"),
        (".a{display:none} @media print{.a{display:block!important}}", "<p class=a>x</p>"),
        (".a{display:none} .b:checked + .a, .a:hover{display:block}", "<p class=a>x</p>"),
        ("@font-face{font-family:A} @media screen{.b{color:red}} .a{display:none}", "<p class=a>x</p>"),
        ("</style><!-- --><style media=all>.a{display:none}", "<p class=a>x</p>"),
    ],
)
def test_what_is_shown_only_on_a_telephone_is_dropped(rules, hidden):
    assert to_text(f"<style>{rules}</style><p>voor</p>{hidden}<p>na</p>") == "voor\n\nna"


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden>h<div>x</div>",
        "<table><tr><td><span hidden>h</td><td>x</table>",
        "<div><span hidden>h</div>x",
        "<ul><li hidden>h</ul>x",
        "<table><tr><td hidden>h<tr><td>x</table>",
        "<ul><li hidden>h<li>x</ul>",
        "<b><i hidden>h</b>x",
        "<a hidden>h<a href=#>x</a>",
        "<div><svg><text>h</div>x",
        "<svg><text>h<p>x",
        "<title>h<body>x",
        "<div><div hidden>h</div></div>x",
        "<h2 hidden>h<h3>x",
        "<table><tr><td><span hidden>h<td>x</table>",
        "<table><tr><td><div hidden>h<tr><td>x</table>",
        "<td hidden>x",
    ],
)
def test_what_follows_a_hidden_element_that_is_not_closed_is_read(html):
    assert to_text(f"<p>voor</p>{html}").replace("- ", "").split() == ["voor", "x"]


@pytest.mark.parametrize(
    "html",
    [
        """<script>if(a<b){c="it's"}</script>x""",
        "<style><!-- a{} </style>x<!-- h -->",
        "<!-- h --!>x<!-- h -->",
        "<!-->x<!-- -->",
        "<title>a<b</title>x",
        "<script>'<!--'</script>x<!-- -->",
        "<SCRIPT>a</Script >x",
        "<p title=it's>x</p>",
        '<p a="b"c">x<p d="e">',
        '<p style="padding:5px; color="#333333">x</p><p class="y">',
        "<p title = 'a > b'>x",
        '<p ="a">x',
        "<object>x</object>",
        "<head><meta><span>x</span></head>",
        "<head><meta>x",
        "<!--[if !mso]><!-->x<!--<![endif]-->",
        "<![if !mso]>x<![endif]>",
        "</html>x",
        '<img alt="" src="a"width="2">x',
        "<noscript>x</noscript>",
        '<p class="a>x</p>',
        "<plaintext>x",
        "<![CDATA[h]]>x",
        "<p id='a>x</p>",
    ],
)
def test_what_browsers_show_of_broken_pages_is_read(html):
    assert to_text(f"<p>voor</p>{html}").split() == ["voor", "x"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('een<span style="display:block">twee</span>drie', "een\ntwee\ndrie"),
        ('<a href="#" style="display:block">een</a><a href="#">twee</a>', "een\ntwee"),
        ('nul <a href="https://x.nl" style="display:block">een</a>', "nul\neen <https://x.nl>"),
        ('nul <a href="https://x.nl">een<br>twee</a>', "nul een\ntwee <https://x.nl>"),
        ("<nav>een</nav><aside>twee</aside><details><summary>drie</summary>vier</details>", "een\ntwee\ndrie\nvier"),
        ("<fieldset><legend>een</legend>twee</fieldset>", "een\ntwee"),
        (
            '<div style="white-space: pre-wrap">een\n  twee\n\n<b>drie</b></div>vier\nvijf',
            "een\n  twee\n\ndrie\nvier vijf",
        ),
        ('<pre style="white-space:pre-wrap">een\ntwee</pre>drie\nvier', "een\ntwee\n\ndrie vier"),
        ('<pre>een\n<span style="white-space:normal">twee\ndrie</span></pre>', "een\ntwee drie"),
        ("<p style='white-space:pre'>een\ntwee<p>drie\nvier", "een\ntwee\n\ndrie vier"),
        ("<table><tr><td>een</td>twee<td> drie </td></tr></table>", "een twee | drie"),
        ("een <b> twee</b> drie", "een twee drie"),
        ('<a href="https://x.nl/?a=1&copy=2&amp;sect=3">de site</a>', "de site <https://x.nl/?a=1&copy=2&sect=3>"),
    ],
)
def test_lines_and_words_are_parted_as_in_a_browser(html, text):
    assert to_text(html) == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            '<a href="https://x.nl/1"><div>Bekijk de foto</div></a><p>Groet</p>',
            "Bekijk de foto <https://x.nl/1>\n\nGroet",
        ),
        ('<a href="https://x.nl/1"><h2>Kop</h2><p>Lees verder</p></a>', "Kop\n\nLees verder <https://x.nl/1>"),
        ('<p>Voor</p><a href="https://x.nl/1"><div></div></a><p>Na</p>', "Voor\n\nNa"),
        ('<a href="https://x.nl/1"><table><tr><td>Knop</td></tr></table></a>', "Knop <https://x.nl/1>"),
    ],
)
def test_a_link_around_blocks_keeps_its_address(page, text):
    assert to_text(page) == text
