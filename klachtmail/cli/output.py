"""What commands print: the JSON of the contract, and tables for people."""

import sys
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import click

from klachtmail.cli.json_text import json_text
from klachtmail.domain.record import to_json
from klachtmail.domain.records.letter import Letter


def print_json(value: Any) -> None:
    """Print one JSON value (times ISO 8601 with offset, dates YYYY-MM-DD)."""
    click.echo(json_text(value, indent=2))


def print_json_array(values: Iterable[Any]) -> None:
    """Print an array as `print_json` does, one value after the other: twenty thousand complaints are never held at once."""
    before = "[\n"
    for value in values:
        # not `indent`: it also breaks lines where a text has one of Unicode's own
        click.echo(f"{before}  " + json_text(value, indent=2).replace("\n", "\n  "), nl=False)
        before = ",\n"
    click.echo("[]" if before == "[\n" else "\n]")


def safe(text: str | None) -> str:
    """Return a text that a mail brought as one that cannot command a terminal (no escapes, no control characters)."""
    return "".join(c if c.isprintable() else " " for c in text or "")


class Row(NamedTuple):
    """A row of a table, and its colour ('red', 'yellow', '')."""

    cells: Sequence[str]
    style: str = ""


def show_table(headings: Sequence[str], rows: Sequence[Row], *, empty: str) -> None:
    """Print a line for each row, or the sentence that says that there is none.

    On a terminal a coloured table, in which the last column is folded; in a pipe whole lines, for who searches in them.
    """
    if not rows:
        click.echo(empty)
    elif sys.stdout.isatty():
        _on_terminal(headings, rows)
    else:
        lines = (headings, *(row.cells for row in rows))
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            click.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _on_terminal(headings: Sequence[str], rows: Sequence[Row]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, no_wrap=heading != headings[-1], overflow="ellipsis")
    for row in rows:
        table.add_row(*row.cells, style=row.style)
    Console(highlight=False, markup=False).print(table)


def safe_lines(text: str) -> str:
    """Return the same of a text of several lines."""
    return "\n".join(safe(line) for line in text.split("\n"))


def letter_json(letter: Letter) -> dict[str, Any]:
    """Return a letter of the outbox for scripts."""
    return to_json(letter, without=("request", "listed"))
