"""Whatever the bytes: a clean value comes back (Hypothesis; `make fuzz` does the same with the corpora)."""

import datetime as dt
import random
import sys
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from klachtmail.parse import parse
from klachtmail.parse.html import to_text
from klachtmail.parse.message import UNREADABLE
from klachtmail.parse.quoting import split

sys.path.insert(0, str(Path(__file__).parents[2] / "fuzz"))
from cleanliness import complaints
from mutation import spoiled

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
SYNTAX = st.sampled_from(
    [
        "From: ",
        "To: ",
        "Subject: ",
        "Date: ",
        "References: ",
        "Content-Type: ",
        "multipart/mixed; boundary=b",
        "--b",
        "\n",
        "\r\n",
        "\r",
        "=?utf-8?q?",
        "?=",
        "=?utf-8?b?",
        "<",
        ">",
        '"',
        "(",
        ")",
        ",",
        ";",
        ":",
        "@",
        "x.nl",
        "\0",
        "é",
        "\ud800",
        "\u202e",
        "> ",
        "Van: ",
        "Verzonden: ",
        "Aan: ",
        "message/rfc822",
        "text/html",
        "<div hidden>",
        "<a href=",
        "</a>",
        "<blockquote>",
        "; charset=",
        "utf-7",
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename*0*=utf-8''",
        "%ff",
        " ",
        "\t",
        "1",
        "-- ",
    ]
)
FORWARD = (
    b"From: Jan <jan@ront.nl>\nTo: klachten@ront.nl\nSubject: =?utf-8?q?FW=3A_klacht?=\nReferences: <a@b>\nContent-Type: multipart/mixed; "
    b"boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>Ter info</p><blockquote>Van: Anna</blockquote>\n--b\n"
    b"Content-Type: message/rfc822\n\nFrom: anna@x.nl\nSubject: klacht\n\nIk klaag\n--b--\n"
)


def check(raw):
    message = parse(raw, NOW)
    assert UNREADABLE not in message.notices
    assert list(complaints(raw, message)) == []


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=2_000))
@example(b"")
def test_any_bytes_give_a_clean_value(raw):
    check(raw)


@settings(max_examples=500, deadline=None)
@given(st.lists(SYNTAX, max_size=60))
def test_any_heap_of_syntax_gives_a_clean_value(pieces):
    check("".join(pieces).encode("utf-8", "surrogatepass"))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers())
def test_a_spoiled_message_gives_a_clean_value(seed):
    check(spoiled(FORWARD, random.Random(seed)))  # noqa: S311 - not for secrets


@settings(max_examples=200, deadline=None)
@given(st.lists(SYNTAX | st.just("Op 3 mei 2019 om 12:00 schreef Jan <a@b>:\n"), max_size=60).map("".join))
def test_splitting_loses_no_letter(text):
    new, quoted = split(text)
    assert sorted("".join(text.split())) == sorted("".join(f"{new}{quoted}".split()))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        SYNTAX | st.sampled_from(["<td>", "<tr>", "<li>", "<pre>", "<!--", "-->", "<script>", "&#0;", "</blockquote>"]),
        max_size=60,
    ).map("".join)
)
def test_any_html_gives_text(html):
    assert isinstance(to_text(html), str)
