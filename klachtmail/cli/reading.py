"""list and show: what is on record."""

from typing import TYPE_CHECKING

import click

from klachtmail.cli.build import clock
from klachtmail.cli.context import Context
from klachtmail.cli.errors import CommandError
from klachtmail.cli.output import Row, print_json, print_json_array, safe, show_table
from klachtmail.domain.records.contract import complaint_json
from klachtmail.domain.records.deadlines import awaits_outcome, is_overdue

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from klachtmail.domain.records.model import Complaint
    from klachtmail.store.port import Store


@click.command("list")
@click.option("--all", "everything", is_flag=True, help="Also closed ones, and those of the archive.")
@click.option("--overdue", is_flag=True, help="Only those past their due date without an outcome.")
@click.option("--remarks", is_flag=True, help="Remarks (M…) instead of complaints.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array of complaints.")
@click.pass_obj
def list_(context: Context, everything: bool, overdue: bool, remarks: bool, as_json: bool) -> None:
    """List open complaints.

    \b
    Examples:
      klachtmail list --overdue
      klachtmail list --all --json
    """
    config = context.configuration()
    with context.store(config) as store:
        today = clock().astimezone(config.firm.organisation.zone).date()
        records = store.everything() if everything or remarks else _open(store, today if overdue else None)
        known = overdue and not (everything or remarks)  # the store gives those and no others
        chosen = (c for c in records if c.is_remark == remarks and (known or not overdue or is_overdue(c, today)))
        if as_json:
            print_json_array(complaint_json(c) for c in chosen)
        else:

            def name(address: str | None) -> str:
                return m.name if (m := config.firm.member(address)) else address or "–"

            urgent = sorted(((not c.is_open, c.due_on, c.number), _row(c, today, name)) for c in chosen)
            show_table(_HEADINGS, [row for _, row in urgent], empty="No complaints.")


def _open(store: "Store", overdue_on: "dt.date | None") -> "Iterator[Complaint]":
    return store.overdue(overdue_on) if overdue_on else store.open_complaints()


_HEADINGS = ("number", "status", "due", "days", "handler", "complainant", "subject")
_SOON = 3  # days


def _row(c: "Complaint", today: "dt.date", name: "Callable[[str | None], str]") -> Row:
    """Return a line of the list: red when it is overdue, yellow with three days left, or fewer."""
    left, waits = (c.due_on - today).days, awaits_outcome(c)
    who = safe(c.complainant.name or c.complainant.address or "unknown")
    days = str(left) if waits else ""
    cells = (c.number, c.status, c.due_on.isoformat(), days, safe(name(c.handler)), who, safe(c.subject))
    return Row(cells, "red" if is_overdue(c, today) else "yellow" if waits and left <= _SOON else "")


def _in_words(value: object) -> str:
    """Return a value of the record for people: 'Sanne de Boer, sanne@example.nl' and not what Python writes for it."""
    match value:
        case dict():
            return ", ".join(_in_words(each) for each in value.values() if each not in (None, "", False))
        case list() | tuple():
            return ", ".join(map(_in_words, value))
        case True:
            return "yes"
        case _:
            return " ".join(str(value).split())


@click.command()
@click.argument("number")
@click.option("--json", "as_json", is_flag=True, help="Print the complaint as JSON.")
@click.pass_obj
def show(context: Context, number: str, as_json: bool) -> None:
    """Show one complaint with its whole dossier.

    Example: klachtmail show K2026-0001
    """
    from klachtmail.service.work.whole_texts import with_whole_texts

    config = context.configuration()
    with context.store(config) as store:
        complaint = store.complaint(number.upper())
        if complaint is not None:
            complaint = with_whole_texts(complaint, store, config.firm)
    if complaint is None:
        raise CommandError(f"There is no complaint {safe(number)}; `klachtmail list --all` shows what there is.")
    if as_json:
        print_json(complaint_json(complaint))
        return
    for key, value in complaint_json(complaint).items():
        if key not in {"messages", "history", "text", "measures", "promises"} and value not in (None, [], False, ""):
            click.echo(f"{key:18} {safe(_in_words(value))}")
    click.echo("\n" + "\n".join(safe(line) for line in complaint.text.splitlines()))
    for index, measure in enumerate(complaint.measures, 1):
        click.echo(
            f"\nmeasure {index}: {safe(measure.text)} ({measure.owner}, due {measure.due_on}, done {measure.done_on})"
        )
    for index, promise in enumerate(complaint.promises, 1):
        click.echo(
            f"\npromise {index}: {safe(promise.text)} ({promise.owner}, due {promise.due_on}, done {promise.done_on})"
        )
    click.echo("\nmessages")
    for m in complaint.messages:
        click.echo(
            f"  {m.at:%Y-%m-%d %H:%M} {'→' if m.direction == 'out' else '←'} {m.kind:16} {safe(m.to or m.sender)}  {safe(m.subject)}"
        )
    click.echo("\nhistory")
    for h in complaint.history:
        click.echo(f"  {h.at:%Y-%m-%d %H:%M} {h.event:14} {safe(h.actor)}  {safe(h.detail)}")
