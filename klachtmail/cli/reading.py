"""list and show: what is on record."""

import sys
from typing import TYPE_CHECKING, Any

import click

from klachtmail.cli.build import clock, configuration, open_store
from klachtmail.cli.errors import CommandError
from klachtmail.cli.output import complaint_json, print_json, safe

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from klachtmail.domain.model import Complaint


@click.command("list")
@click.option("--all", "everything", is_flag=True, help="Also closed ones, and those of the archive.")
@click.option("--overdue", is_flag=True, help="Only those past their due date without an outcome.")
@click.option("--remarks", is_flag=True, help="Remarks (M…) instead of complaints.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array of complaints.")
@click.pass_obj
def list_(obj: dict[str, Any], everything: bool, overdue: bool, remarks: bool, as_json: bool) -> None:
    """List open complaints.

    \b
    Examples:
      klachtmail list --overdue
      klachtmail list --all --json
    """
    config = configuration(obj)
    store = open_store(config)
    today = clock().astimezone(config.firm.organisation.zone).date()
    records = store.everything() if everything or remarks else store.open_complaints()
    chosen = [c for c in records if c.is_remark == remarks and (not overdue or is_overdue(c, today))]
    if as_json:
        print_json([complaint_json(c) for c in chosen])
    else:
        _table(chosen, today, lambda address: m.name if (m := config.firm.member(address)) else address or "–")
    store.close()


def is_overdue(complaint: "Complaint", today: "dt.date") -> bool:
    """Tell whether the client should have heard by now and has not."""
    return complaint.is_open and complaint.answered_at is None and complaint.due_on < today


_HEADINGS = ("number", "status", "due", "days", "handler", "complainant", "subject")
_SOON = 3  # days


def _table(complaints: "list[Complaint]", today: "dt.date", name: "Callable[[str | None], str]") -> None:
    """Print one line a complaint, the most urgent first: a table on a terminal, whole lines in a pipe."""
    urgent = sorted(complaints, key=lambda c: (not c.is_open, c.due_on, c.number))
    rows = [_row(c, today, name) for c in urgent]
    if not rows:
        click.echo("No complaints.")
    elif sys.stdout.isatty():
        _on_terminal(rows, [_style(c, today) for c in urgent])
    else:
        widths = [max(map(len, column)) for column in zip(_HEADINGS, *rows, strict=True)]
        for row in (_HEADINGS, *rows):
            click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _row(c: "Complaint", today: "dt.date", name: "Callable[[str | None], str]") -> tuple[str, ...]:
    who = safe(c.complainant.name or c.complainant.address or "unknown")
    days = str((c.due_on - today).days) if c.is_open and c.answered_at is None else ""
    return c.number, c.status, c.due_on.isoformat(), days, safe(name(c.handler)), who, safe(c.subject)


def _style(c: "Complaint", today: "dt.date") -> str:
    if is_overdue(c, today):
        return "red"
    return "yellow" if c.is_open and c.answered_at is None and (c.due_on - today).days <= _SOON else ""


def _on_terminal(rows: list[tuple[str, ...]], styles: list[str]) -> None:
    from rich.console import Console  # noqa: PLC0415 - only for people
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in _HEADINGS:
        table.add_column(heading, no_wrap=heading != "subject", overflow="ellipsis")
    for row, style in zip(rows, styles, strict=True):
        table.add_row(*row, style=style)
    Console(highlight=False, markup=False).print(table)


@click.command()
@click.argument("number")
@click.option("--json", "as_json", is_flag=True, help="Print the complaint as JSON.")
@click.pass_obj
def show(obj: dict[str, Any], number: str, as_json: bool) -> None:
    """Show one complaint with its whole dossier.

    Example: klachtmail show K2026-0001
    """
    config = configuration(obj)
    store = open_store(config)
    complaint = store.complaint(number.upper())
    store.close()
    if complaint is None:
        raise CommandError(f"There is no complaint {safe(number)}; `klachtmail list --all` shows what there is.")
    if as_json:
        print_json(complaint_json(complaint))
        return
    record = complaint_json(complaint)
    for key, value in record.items():
        if key not in {"messages", "history", "text", "measures"} and value not in (None, [], False, ""):
            click.echo(f"{key:18} {safe(str(value))}")
    click.echo("\n" + "\n".join(safe(line) for line in complaint.text.splitlines()))
    for index, measure in enumerate(complaint.measures, 1):
        click.echo(
            f"\nmeasure {index}: {safe(measure.text)} ({measure.owner}, due {measure.due_on}, done {measure.done_on})"
        )
    click.echo("\nmessages")
    for m in complaint.messages:
        click.echo(
            f"  {m.at:%Y-%m-%d %H:%M} {'→' if m.direction == 'out' else '←'} {m.kind:16} {safe(m.to or m.sender)}  {safe(m.subject)}"
        )
    click.echo("\nhistory")
    for h in complaint.history:
        click.echo(f"  {h.at:%Y-%m-%d %H:%M} {h.event:14} {safe(h.actor)}  {safe(h.detail)}")
