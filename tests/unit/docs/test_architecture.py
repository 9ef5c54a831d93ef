"""docs/architecture.md names every room and every dependency, and every dependency is used."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "architecture.md").read_text()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
UNSEEN = {"tzdata"}  # data: zoneinfo reads it where the system has none
BRINGS = {"google": "google-auth", "pydantic_core": "pydantic"}  # extras may be missing; one release, two packages
BY_NAME = re.compile(r'\blibrary\("(\w+)')  # what klachtmail.oauth.extra imports when it is needed


def plain(name):
    """Return the name of a distribution as PyPI compares it, without its version."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", name)[0]).lower()


def section(title):
    return PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]


def rows(title, table=0):
    """Return the names in the first column of a table in a section."""
    found = re.findall(r"(?:^\|.*\n?)+", section(title), re.MULTILINE)[table]
    cells = [line.split("|")[1] for line in found.splitlines()][2:]
    return {name.strip(" `") for cell in cells for name in re.sub(r"\(.*?\)", "", cell).split(",")}


def rooms(folder):
    inside = {path for path in (ROOT / folder).iterdir() if path.name[0] not in "._"}
    return {path.stem for path in inside if path.suffix == ".py" or (path / "__init__.py").exists()}


@cache
def imported():
    """Return the top modules that the program imports, each with the distributions that bring it."""
    names = set()
    for path in (ROOT / "klachtmail").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        names.update(BY_NAME.findall(source))
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                names.add(node.module)
    tops = {name.partition(".")[0] for name in names} - {"klachtmail"} - sys.stdlib_module_names
    brought = packages_distributions()
    return {top: {BRINGS.get(top) or plain(each) for each in brought.get(top, [top])} for top in tops}


DECLARED = {plain(name) for name in PROJECT["dependencies"]} | {plain(n) for names in EXTRAS.values() for n in names}


def test_every_room_is_named():
    assert rows("Rooms") == rooms("klachtmail")
    ground = {"record", "phrase"}  # what all its rooms are made of
    assert rows("Inside domain and service") == rooms("klachtmail/domain") - ground


def test_every_dependency_is_explained_in_a_line():
    assert {plain(name) for name in rows("Dependencies")} == DECLARED


@pytest.mark.parametrize("name", sorted(DECLARED - UNSEEN))
def test_every_dependency_is_imported_somewhere(name):
    assert any(name in distributions for distributions in imported().values())


def test_nothing_is_imported_that_is_not_declared():
    assert {top for top, distributions in imported().items() if not distributions & DECLARED} == set()
