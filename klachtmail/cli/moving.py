"""move-register: the register to another store."""

from typing import TYPE_CHECKING

import click

from klachtmail.cli.build import open_movable, open_target
from klachtmail.cli.context import Context
from klachtmail.cli.errors import CommandError
from klachtmail.cli.output import print_json

if TYPE_CHECKING:
    from klachtmail.config import Config


@click.command("move-register")
@click.option("--to", required=True, metavar="URL", help="postgresql+psycopg://…, sqlite:///…, or tinydb (data_dir).")
@click.option("--json", "as_json", is_flag=True, help="Print what was moved as JSON.")
@click.pass_obj
def move_register(context: Context, to: str, as_json: bool) -> None:
    """Move the register, all mail and letters and the signing keys to another store, and compare both.

    The old one stays as it was, with a note of where the register is now. Stop the daemon on every machine first; after
    an interruption give the command again.

    \b
    Examples:
      klachtmail move-register --to postgresql+psycopg://klachtmail@db.example.nl/klachtmail
      klachtmail move-register --to tinydb
    """
    from klachtmail.store.transfer import move

    config = context.configuration()
    if _same(config, to):
        raise CommandError("The register is there already.")
    line = f"database: {'null' if to == 'tinydb' else _shown(to)}"
    source, target = open_movable(config), open_target(config, to)
    try:
        moved = move(source, target, line)
    finally:
        source.close()
        target.close()
    if as_json:
        print_json({"moved": moved, "write": line})
        return
    click.echo(", ".join(f"{count} {table}" for table, count in moved.items()) + ": moved and compared.")
    click.echo(f"Now write in {config.path}:  {line}")
    click.echo("When all is well, remove the old register: whoever is forgotten from now on is still in it.")


def _same(config: "Config", to: str) -> bool:
    return to == (config.database.get_secret_value() if config.database else "tinydb")


def _shown(to: str) -> str:
    from klachtmail.store.sql.address import shown, understood

    return shown(understood(to))
