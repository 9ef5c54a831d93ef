"""The program means the same on every Python that it runs on, from 3.11.0.

Before 3.11.5, `re` went wrong where a group is repeated possessively or is atomic, and where something in it may match in
two ways: `(…)*+`, `(?>…)`. Debian 12 has 3.11.2. One character, `[^x]*+`, is right everywhere.
"""

import ast
import re
from pathlib import Path
from re import _constants as op
from re import _parser as parser

import pytest

import klachtmail
from tests.attacks.test_patterns import PATTERNS

SOURCES = sorted(Path(klachtmail.__path__[0]).rglob("*.py"))
ONE_CHARACTER = {op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN}
WRITTEN = re.compile(r"\(\?>|(?:(?<!\\)\)|\0)(?:[*+?]|\{+\d*,?\d*\}+)\+")  # \0: what an f-string fills in


def steps(pattern):
    """Yield every step of a parsed pattern, also of what stands inside another."""
    for step, argument in pattern:
        yield step, argument
        for each in argument if isinstance(argument, tuple) else [argument]:
            for inner in each if isinstance(each, list) else [each]:
                if isinstance(inner, parser.SubPattern):
                    yield from steps(inner)


def is_misread(pattern):
    return any(
        step is op.ATOMIC_GROUP
        or (step is op.POSSESSIVE_REPEAT and (len(argument[2]) != 1 or argument[2][0][0] not in ONE_CHARACTER))
        for step, argument in steps(parser.parse(pattern.pattern, pattern.flags))
    )


def literals(source):
    """Yield every text of a module with its line; what an f-string fills in is a \\0."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else "\0" for part in node.values]
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)) and id(node) not in docstrings:
            text = node.value
            yield node.lineno, text if isinstance(text, str) else text.decode("latin-1")


@pytest.mark.parametrize("pattern", [r"(?:ab|c)*+d", r"(?:ab)++", r"(?>a*)b", r"((?:ab|c){2,3}+)", r"(?:x(a)?+)"])
def test_what_an_older_python_misreads_is_seen(pattern):
    assert is_misread(re.compile(pattern))
    assert WRITTEN.search(pattern)


def test_a_character_that_is_repeated_possessively_is_no_group():
    assert not is_misread(re.compile(r"[^()]*+\)a++"))
    assert not WRITTEN.search(r"[^()]*+\)a++")


def test_no_pattern_of_the_program_is_misread_by_an_older_python():
    assert {name: pattern.pattern for name, pattern in PATTERNS.items() if is_misread(pattern)} == {}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(SOURCES[0].parent)))
def test_no_text_in_the_source_is_a_pattern_that_an_older_python_misreads(path):
    assert [(line, text) for line, text in literals(path.read_text("utf-8")) if WRITTEN.search(text)] == []
