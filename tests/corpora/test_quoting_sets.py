"""New and quoted text, line by line, in seven sets of replies that others collected.

`quoted_lines.json` says of each message which filled lines are quoted (counted from 1, in the text of the body):
numbers only. It was made by hand from the output of an early version: every border between new and quoted text was
looked at, and what was wrong corrected. Not in it: talon's `signature` folder, which is about signatures.
"""

import datetime as dt
import json
from pathlib import Path

import pytest

from klachtmail.parse import parse
from klachtmail.parse.html import to_text
from klachtmail.parse.quoting import quoted_lines, split

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
EXPECTED = json.loads((Path(__file__).parent / "quoted_lines.json").read_text())
SETS = sorted({path.partition("/")[0] for path in EXPECTED})


def lines_of(path):
    raw = path.read_bytes()
    if path.suffix == ".eml":
        return parse(raw, NOW).text.split("\n")
    return raw.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")


def numbers(ranges):
    found = set()
    for piece in filter(None, ranges.split(",")):
        first, _, last = piece.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return found


@pytest.mark.parametrize("name", SETS)
def test_no_line_of_an_author_is_lost_and_hardly_a_quoted_one_is_left(corpora, name):
    lost, left, quoted = [], [], 0
    for path, ranges in EXPECTED.items():
        if not path.startswith(f"{name}/"):
            continue
        lines = lines_of(corpora / path)
        expected = numbers(ranges)
        for number, (line, is_quoted) in enumerate(zip(lines, quoted_lines(lines), strict=True), 1):
            if not line.strip():
                continue
            quoted += number in expected
            if is_quoted and number not in expected:
                lost.append(f"{path}:{number}")
            if not is_quoted and number in expected:
                left.append(f"{path}:{number}")
    assert lost == []
    assert quoted > 20
    assert len(left) <= 0.05 * quoted, left


def test_every_message_of_the_sets_is_counted(corpora):
    for name in SETS:
        found = {str(path.relative_to(corpora)) for path in (corpora / name / "mails").rglob("*") if path.is_file()}
        assert {path for path in found if "/signature/" not in path} == {
            path for path in EXPECTED if path.startswith(name)
        }


def test_the_same_reply_as_html_of_nine_mail_programs_reads_the_same(corpora):
    pages = sorted((corpora / "talon/expected/fixtures/html_replies").glob("*.html"))
    replies = {" ".join(split(to_text(page.read_text(errors="replace")))[0].split()) for page in pages}
    assert (len(pages), len(replies)) == (9, 1)
