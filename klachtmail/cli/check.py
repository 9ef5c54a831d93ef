"""check: a table of what is right and what is not, with the cure beside it."""

from collections.abc import Iterable
from itertools import chain

import click

from klachtmail.cli.build import clock
from klachtmail.cli.context import Context
from klachtmail.cli.errors import CHECK_FAILED
from klachtmail.cli.examine import Finding, examine
from klachtmail.cli.output import print_json, safe

_SIGNS = {"ok": "[green]✓[/green]", "warning": "[yellow]![/yellow]", "failed": "[red]✗[/red]"}


@click.command()
@click.option("--send", is_flag=True, help="Also mail ourselves a message, and see how it comes back.")
@click.option("--wait", default=60.0, show_default=True, metavar="SECONDS", help="How long to wait for that message.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_obj
def check(context: Context, send: bool, wait: float, as_json: bool) -> None:
    """See whether everything is right: config, folders, logins, templates. Exit code 1 when something is not.

    \b
    Examples:
      klachtmail check
      klachtmail check --send --wait 120
    """
    from klachtmail.cli.roundtrip import round_trip

    config = context.configuration()
    found: Iterable[Finding] = examine(config)
    if send:
        now = clock().astimezone(config.firm.organisation.zone)
        found = chain(found, round_trip(config, now, wait))
    findings = list(found)
    well = all(finding.state != "failed" for finding in findings)
    if as_json:
        print_json({"ok": well, "checks": [finding.as_json() for finding in findings]})
    else:
        show(findings)
    if not well:
        raise click.exceptions.Exit(CHECK_FAILED)


def show(findings: Iterable[Finding]) -> None:
    """Print a table of findings for people."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for column in ({"no_wrap": True}, {"no_wrap": True, "style": "bold"}, {"overflow": "fold"}):
        table.add_column(**column)
    for finding in findings:
        cure = f"\n[dim]→[/dim] {escape(safe(finding.cure))}" if finding.cure else ""
        table.add_row(_SIGNS[finding.state], finding.what, escape(safe(finding.text)) + cure)
    Console(highlight=False).print(table)
