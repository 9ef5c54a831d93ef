"""do and outbox: changing things without mail."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from klachtmail.cli.build import open_office
from klachtmail.cli.context import Context
from klachtmail.cli.errors import CHECK_FAILED, CommandError
from klachtmail.cli.output import Row, letter_json, print_json, safe, show_table

if TYPE_CHECKING:
    import datetime as dt

    from klachtmail.domain.records.letter import Letter


@click.command()
@click.argument("number")
@click.argument("lines", nargs=-1, required=True)
@click.option("--as", "address", required=True, metavar="ADDRESS", help="The member who gives the commands.")
@click.option("--json", "as_json", is_flag=True, help="Print what each line did as JSON.")
@click.pass_obj
def do(context: Context, number: str, lines: tuple[str, ...], address: str, as_json: bool) -> None:
    """Give commands about a complaint without mail; one argument is one line.

    Example: klachtmail do K2026-0001 "ik" "gebeld" --as jan@ront.nl
    """
    from klachtmail.service.act import act

    config = context.configuration()
    member = config.firm.member(address)
    if member is None:
        known = ", ".join(m.address for m in config.firm.members)
        raise CommandError(f"{safe(address)} is not a member; choose one of: {known}.")
    with context.store(config) as store:
        if store.complaint(number.upper()) is None:
            raise CommandError(f"There is no complaint {safe(number)}; `klachtmail list --all` shows what there is.")
        results = act(open_office(config, store), member, number.upper(), lines)
    if as_json:
        print_json(
            {
                "number": number.upper(),
                "results": [{"line": r.line, "ok": r.ok, "text": r.text, "number": r.number} for r in results],
            }
        )
    else:
        for result in results:
            click.echo(f"{'✓' if result.ok else '✗'} {safe(result.line)}: {safe(result.text)}")
    if not all(result.ok for result in results):
        raise click.exceptions.Exit(CHECK_FAILED)


_STYLES = {"failed": "red", "held": "yellow"}


def _moment(at: "dt.datetime | None") -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at else ""


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array of letters.")
@click.pass_context
def outbox(ctx: click.Context, as_json: bool) -> None:
    """Show the letters that wait, are held back, or failed.

    \b
    Examples:
      klachtmail outbox
      klachtmail outbox retry
    """
    if ctx.invoked_subcommand is not None:
        return
    with ctx.obj.store() as store:
        letters = list(store.unsent())
    if as_json:
        print_json([letter_json(letter) for letter in letters])
        return
    rows = [
        Row(
            (x.id, x.state, x.kind, x.number or "", safe(x.to), _moment(x.next_attempt_at), safe(x.reason)),
            _STYLES.get(x.state, ""),
        )
        for x in letters
    ]
    show_table(("id", "state", "letter", "number", "to", "next", "reason"), rows, empty="The outbox is empty.")


@outbox.command()
@click.option("--json", "as_json", is_flag=True, help="Print the letters as a JSON array.")
@click.pass_obj
def retry(context: Context, as_json: bool) -> None:
    """Let every waiting or failed letter go again at the next round, with five days of patience.

    Example: klachtmail outbox retry
    """
    from klachtmail.domain.records.port import Changes

    with context.store() as store, store.work():
        again = [
            replace(x, state="waiting", next_attempt_at=None, attempts=0, first_attempt_at=None)
            for x in store.unsent()
            if x.state in {"waiting", "failed"} and x.sha256
        ]
        store.commit(Changes(letters={x.id: x for x in again}))
    _tell(again, "will be tried again", as_json=as_json)


@outbox.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--json", "as_json", is_flag=True, help="Print the letters as a JSON array.")
@click.pass_obj
def forget(context: Context, ids: tuple[str, ...], as_json: bool) -> None:
    """Take failed letters out of the list: a person has told the recipient. The dossier keeps them.

    Example: klachtmail outbox forget 5b0c9f2e
    """
    from klachtmail.domain.records.port import Changes

    with context.store() as store, store.work():
        failed = {x.id: x for x in store.unsent() if x.state == "failed"}
        if unknown := set(ids) - failed.keys():
            raise CommandError(
                f"Not a failed letter: {safe(', '.join(sorted(unknown)))}; see `klachtmail outbox --json`."
            )
        store.commit(Changes(dropped_letters=set(ids)))
    _tell([failed[each] for each in dict.fromkeys(ids)], "forgotten", as_json=as_json)


def _tell(letters: "list[Letter]", what: str, *, as_json: bool) -> None:
    if as_json:
        print_json([letter_json(letter) for letter in letters])
    else:
        click.echo(f"{len(letters)} letter{'' if len(letters) == 1 else 's'} {what}")
