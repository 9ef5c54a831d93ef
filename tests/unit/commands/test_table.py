"""The table itself: every verb has a row, every example does what its row says, and the manual is made of it."""

import datetime as dt
import pathlib
import re
from typing import get_args

import pytest

from klachtmail.domain.commands import TABLE, help_rows, manual_markdown, read
from klachtmail.domain.commands.command import Command, Verb

TODAY = dt.date(2026, 11, 18)
ALIASES = ("jan", "piet", "els", "sanne")
MANUAL = pathlib.Path(__file__).parents[3] / "docs" / "opdrachten.md"


def test_every_verb_has_exactly_one_row():
    assert sorted(spec.verb for spec in TABLE) == sorted(get_args(Verb))


@pytest.mark.parametrize("spec", TABLE, ids=lambda spec: spec.verb)
def test_the_example_of_a_row_is_that_command(spec):
    (command,) = read(spec.example, TODAY, aliases=ALIASES)
    assert isinstance(command, Command)
    assert command.verb == spec.verb


@pytest.mark.parametrize("spec", TABLE, ids=lambda spec: spec.verb)
def test_every_form_that_help_teaches_is_that_command_or_asks_for_its_value(spec):
    for form in re.split(r" · ", spec.line):
        typed = re.sub(r" ?\[[^\]]*\]", "", form).replace("…", "iets").replace("t/m", "tot en met").split("/")[0]
        (line,) = read(typed, TODAY, aliases=ALIASES)
        assert getattr(line, "verb", None) == spec.verb


def test_help_has_a_line_and_a_sentence_for_every_command():
    rows = help_rows()
    assert len(rows) == len(TABLE)
    assert all(row["line"] and row["does"].endswith((".", "?")) for row in rows)


def test_the_manual_names_every_example():
    manual = manual_markdown()
    assert all(f"`{spec.example}`" in manual for spec in TABLE)


def test_the_table_of_all_commands_is_not_stale():
    text = MANUAL.read_text(encoding="utf-8")
    between = text.partition("<!-- opdrachten: begin -->\n")[2].partition("<!-- opdrachten: einde -->")[0]
    assert between == manual_markdown(), "put manual_markdown() between the markers"
