"""What languages call the things of mail: each piece of each row is understood, and docs/languages.md shows what is empty."""

import ast
import datetime as dt
import re
from dataclasses import fields
from pathlib import Path

import pytest

import klachtmail
import klachtmail.languages
from klachtmail.domain.incoming import auto_phrases
from klachtmail.languages.every import EVERY, either, words
from klachtmail.languages.language import Language
from klachtmail.parse import quoting
from klachtmail.parse.forward import written_date
from klachtmail.parse.headings import attribution_end, block_end, is_separator

SLOTS = tuple(each.name for each in fields(Language) if each.name != "code")
LETTERS = {"nl", "en", "de", "fr"}  # languages in which clients get their letters
BUILT_OTHERWISE = {"automatic_answer"}  # these build it from `automatic` and `answer`
PAGE = Path(__file__).parents[2] / "docs" / "languages.md"


def rows(*slots):
    """Return a case for each language that has something in each of these slots."""
    return [pytest.param(each, id=each.code) for each in EVERY if all(getattr(each, slot) for slot in slots)]


def said(piece):
    """Return a text that a piece matches: the first of each choice, nothing of what may be left out."""
    while "(?:" in piece:
        piece = re.sub(r"\(\?:([^()|]*)(?:\|[^()]*)?\)(\??)", lambda m: "" if m[2] else m[1], piece)
    piece = re.sub(r"\[\^[^\]]*\]\{0,\d+\}", "", piece)
    piece = re.sub(r"\[([^\]])[^\]]*\]", r"\1", piece)
    piece = piece.replace(r"\w*+", "").replace(r"\s?", " ").replace(r"\(", "(").replace(r"\)", ")")
    return re.sub(r".\?", "", piece).replace(".", "'")


def matrix():
    """Return the table language x slot: how many words each has."""
    lines = [f"| | {' | '.join(slot.replace('_', ' ') for slot in SLOTS)} |", f"|---|{'---|' * len(SLOTS)}"]
    for each in EVERY:
        held = (getattr(each, slot) for slot in SLOTS)
        cells = (str(len(x.split()) if isinstance(x, str) else len(x)) if x else "" for x in held)
        lines.append(f"| {each.code} | {' | '.join(cells)} |")
    return "\n".join(lines)


def test_the_page_shows_the_matrix():
    print(matrix())
    assert matrix() in PAGE.read_text(encoding="utf-8")


def test_every_file_is_the_language_of_its_name():
    files = {path.stem for path in Path(klachtmail.languages.__file__).parent.glob("??.py")}
    assert files == {each.code for each in EVERY}


@pytest.mark.parametrize("language", [each for each in EVERY if each.code in LETTERS], ids=lambda each: each.code)
def test_a_language_of_letters_has_no_empty_slot(language):
    assert [slot for slot in SLOTS if not getattr(language, slot) and slot not in BUILT_OTHERWISE] == []


@pytest.mark.parametrize("slot", [slot for slot in SLOTS if slot not in {"months", "small_words"}])
def test_a_piece_is_a_pattern_without_groups_and_in_small_letters(slot):
    for piece in words(slot):
        assert re.compile(piece).groups == 0, piece
        assert re.sub(r"\\.", "", piece) == (piece if slot == "opens" else re.sub(r"\\.", "", piece).lower()), piece
    assert re.fullmatch(either(slot), said(words(slot)[0]), re.IGNORECASE)


@pytest.mark.parametrize("language", rows("opens", "wrote"))
def test_the_line_above_a_quotation(language):
    for opens in language.opens:
        for wrote in language.wrote:
            line = f"{said(opens)} 3 12 2026 09:00 {said(wrote)} Jan <jan@ront.nl>:"
            assert attribution_end([line], 0) == (1, True), line


@pytest.mark.parametrize("language", rows("by"))
def test_the_line_of_a_program_that_has_no_verb(language):
    for by in language.by:
        assert quoting.split(f"Akkoord.\n\n3 dec 2026, 09:00 {by} jan@ront.nl:\n\nDe zaal was koud.")[0] == "Akkoord."


@pytest.mark.parametrize("language", rows("label_from", "label_date", "label_to", "label_subject"))
def test_a_header_block(language):
    for each in zip(*(getattr(language, f"label_{x}") * 9 for x in ("from", "date", "to", "subject")), strict=False):
        block = [
            f"{name.capitalize()}: {value}"
            for name, value in zip(each, ("Jan", "3-12-2026", "Els", "Zaal"), strict=True)
        ]
        assert block_end([*block, "", "De zaal was koud."], 0) == 4, block


@pytest.mark.parametrize("slot", ["original", "forwarded"])
def test_the_line_that_announces_another_message(slot):
    for piece in words(slot):
        assert is_separator(f"-------- {said(piece).capitalize()} --------"), piece


@pytest.mark.parametrize("piece", words("begins_forwarded"))
def test_the_line_that_begins_a_forward(piece):
    assert is_separator(f"{said(piece).capitalize()}:")


@pytest.mark.parametrize("language", rows("months"))
def test_the_months(language):
    assert len(language.months) == 12
    for number, names in enumerate(language.months, 1):
        for name in names.split():
            assert written_date(f"3 {name} 2026 09:30") == dt.datetime(2026, number, 3, 9, 30, tzinfo=dt.UTC), name


@pytest.mark.parametrize("language", rows("answer"))
def test_an_automatic_answer(language):
    for answer in language.answer:
        for automatic in language.automatic:
            for subject in (f"{said(automatic)} {said(answer)}: Klacht", f"{said(answer)} {said(automatic)}: Klacht"):
                assert auto_phrases.AUTO_ANSWER.match(subject), subject


@pytest.mark.parametrize(
    ("slot", "pattern"),
    [
        ("automatic_answer", auto_phrases.AUTO_ANSWER),
        ("absence_notice", auto_phrases.AUTO_ANSWER),
        ("absent", auto_phrases.ABSENCE),
        ("receipt", auto_phrases.RECEIPT),
        ("invitation_answer", auto_phrases.CALENDAR),
        ("recalled", auto_phrases.RECALL),
    ],
)
def test_the_subjects_of_programs(slot, pattern):
    for piece in words(slot):
        assert pattern.match(f"{said(piece).capitalize()}: Klacht over de zaal"), piece


def test_no_word_of_a_language_stands_in_two_kinds_of_label():
    kinds = ("label_from", "label_date", "label_to", "label_subject", "label_other")
    twice = {
        word: (one, other)
        for one in kinds
        for other in kinds
        if one < other
        for word in {*words(one)} & {*words(other)}
    }
    assert set(twice) <= {"a", "da", "de", "od"}, (
        "short words of which one language means the sender and one the reader"
    )


def test_the_rows_are_data():
    for path in Path(klachtmail.languages.__file__).parent.glob("??.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        assert [type(node).__name__ for node in body] == ["Expr", "ImportFrom", "ImportFrom", "AnnAssign"], path.name


OWN_WORDS = {  # tables that hold but what is not the firm's own
    ("samples.py", "en", "nl"),
    ("telephone.py", "en", "nl"),  # English says nothing of a country
}


def tables_by_language():
    """Yield each table of the program whose keys are languages, by its place."""
    for path in Path(klachtmail.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict):
                keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
                if len(keys & LETTERS) > 1 and (path.name, *sorted(LETTERS - keys)) not in OWN_WORDS:
                    yield f"{path.name}:{node.lineno}", keys


def test_a_table_by_language_has_every_language_of_letters():
    found = dict(tables_by_language())
    assert len(found) > 4
    assert {place: LETTERS - keys for place, keys in found.items() if LETTERS - keys} == {}
