"""docs/procedure.md: no sentence of the procedure without its code and its test, and all that it names exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "procedure.md").read_text(encoding="utf-8")
FULL = PAGE.partition("## The procedure, in full")[2]
ROWS = re.findall(r"^\| “(.+?)” \| (.+?) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
TESTS = {
    name
    for path in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
}
TITLES = {
    "Klachtenprocedure",
    "Wat noemen we een klacht",
    "Afhandeling",
    "Mondelinge klacht:",
    "Schriftelijke klacht:",
    "De behandeling van de klacht gaat als volgt:",
    "Bewaking",
    "Apeldoorn, februari 2020",
}


def sentences():
    """Return the sentences of the procedure; its second list item holds two, parted by a semicolon."""
    paragraphs = [line.removeprefix(">").strip() for line in FULL.splitlines()]
    wanted = [each for each in paragraphs if each and each not in TITLES]
    return [one for each in wanted for one in re.split(r"(?<=[.;])\s+(?=[A-ZÉ]|voorstel)", each)]


def plain(text):
    return " ".join(text.split()).rstrip(".;")


def test_the_page_quotes_every_sentence_and_adds_none():
    assert len(sentences()) == 20
    assert [plain(quoted) for quoted, *_ in ROWS] == [plain(each) for each in sentences()]


@pytest.mark.parametrize(("quoted", "_so", "code", "tests"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_each_sentence_is_in_the_code_and_has_a_test(quoted, _so, code, tests):
    places = re.findall(r"`([\w/]+\.py)::(\w+)`", code)
    assert places, quoted
    for path, name in places:
        source = (ROOT / "klachtmail" / path).read_text(encoding="utf-8")
        assert re.search(rf"^(?:def|class) {name}\b", source, re.MULTILINE), f"{path} has no {name}"
    assert re.findall(r"`(test_\w+)`", tests), quoted


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(test_\w+)`", PAGE))))
def test_each_test_that_the_page_names_exists(name):
    assert name in TESTS


def test_each_file_that_the_page_names_exists():
    assert all((ROOT / path).exists() for path in re.findall(r"`(tests/[\w/]+\.py)`", PAGE))
