"""backup and restore: everything in one file, and back; and the signing keys."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from klachtmail.cli.build import clock, open_movable, open_target
from klachtmail.cli.context import Context
from klachtmail.cli.errors import CommandError
from klachtmail.cli.logs import start_logging
from klachtmail.cli.output import print_json

if TYPE_CHECKING:
    from klachtmail.config import Config

_KEY_SAYS = {
    "restored": "The signing keys came with it: letters of before can still be answered.",
    "there": "The signing keys were there: letters of before can still be answered.",
    "new": "There were no signing keys: new ones were made. Members who answer a letter of before get a fresh mail.",
}


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--without-key", is_flag=True, help="Leave out the signing keys, with which one can give commands as a member."
)
@click.pass_obj
def backup(context: Context, file: Path, without_key: bool) -> None:
    """Write the register, the archive, all mail and letters, and the signing keys into one file.

    Of a folder it is a .tar.gz, of a database gzip with one JSON line a record; `restore` takes both into either.

    Example: klachtmail backup klachten-2026-11-23.tar.gz
    """
    from klachtmail.store import TinyStore
    from klachtmail.store.backup import backup as write_backup
    from klachtmail.store.logical import write as write_items

    store = open_movable(context.configuration())
    if isinstance(store, TinyStore):
        write_backup(store, file.absolute(), with_key=not without_key)
    else:
        with store.work():
            write_items(store.dump(), file.absolute(), with_key=not without_key)
    store.close()
    key = "WITHOUT the signing keys" if without_key else "WITH the signing keys: keep it as safe as a password"
    click.echo(f"{file.absolute()}: everything, {key}")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option("--reconcile", "only_reconcile", is_flag=True, help="Compare the folders with the restored register now.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@click.pass_obj
def restore(context: Context, file: Path | None, only_reconcile: bool, yes: bool, as_json: bool) -> None:
    """Put back a backup, or a copy of the register (data/copies, data/register.json.1).

    Letters are held until the folders and Sent were compared with the copy, so that nothing that came since is missed
    and nothing goes twice. The next poll does that by itself; --reconcile does it now.

    \b
    Examples:
      klachtmail restore klachten-2026-11-23.tar.gz
      klachtmail restore data/copies/register-2026-11-23.json
      klachtmail restore --reconcile
    """
    config = context.configuration()
    if only_reconcile == (file is not None):
        raise CommandError("Name one file to restore, or --reconcile.")
    done = _reconcile(context, config) if file is None else _restore(config, file, yes=yes)
    if as_json:
        print_json(done)
    else:
        click.echo("\n".join(str(line) for line in done.values() if line))


def _restore(config: "Config", file: Path, *, yes: bool) -> dict[str, Any]:
    from klachtmail.store.restoring import restore_into

    if not yes:
        place = "the database" if config.database else config.data_dir
        click.confirm(f"Put {file} in place of what is in {place}?", abort=True, err=True)
    database = partial(open_target, config, config.database.get_secret_value()) if config.database else None
    done = restore_into(database, config.data_dir, file, clock())
    return {
        "restored": f"restored: {done.source}",
        "kept": f"The register that was there is now {done.kept}." if done.kept else None,
        "key": _KEY_SAYS[done.key],
        "next": "Letters are held until the folders were compared: the next poll does it, or `klachtmail restore --reconcile`.",
    }


def _reconcile(context: Context, config: "Config") -> dict[str, Any]:
    from klachtmail.service.restore.reconcile import reconcile

    start_logging(context)
    with context.office(config) as office:
        if office.store.state.restored_at is None:
            raise CommandError("No restore waits to be compared.")
        done = reconcile(office)
    return {
        "forgotten": f"{done.forgotten} people forgotten again" if done.forgotten else None,
        "read": f"{done.read} messages read again",
        "found": f"{done.found} letters were in Sent already",
        "void": f"void numbers: {', '.join(done.void)}" if done.void else None,
    }


@click.command("rotate-key")
@click.option("--revoke", is_flag=True, help="A key may have been stolen: letters of before command nothing any more.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def rotate_key(context: Context, revoke: bool, yes: bool) -> None:
    """Sign letters from now on with a new key. Answers to older letters stay valid for 400 days.

    Stop the daemon first: it holds the old key.

    Example: klachtmail rotate-key
    """
    with context.store() as store:
        if revoke and not yes:
            click.confirm("Answers to all letters of before will change nothing. Go on?", abort=True, err=True)
        with store.lead():
            store.rotate_secret(clock(), revoke=revoke)
    if revoke:
        click.echo("A new key. Members who answer a letter of before get a fresh mail to answer.")
    else:
        click.echo("A new key. Letters of before can be answered for 400 days more. Make a new backup.")
