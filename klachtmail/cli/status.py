"""status and verify: for monitoring, and for peace of mind."""

import click

from klachtmail.cli.build import clock
from klachtmail.cli.context import Context
from klachtmail.cli.errors import CHECK_FAILED
from klachtmail.cli.output import print_json, safe
from klachtmail.cli.progress import progress
from klachtmail.store.errors import StoreError


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For monitoring.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "prometheus"]),
    default="text",
    help="How it is printed; prometheus is for a textfile collector.",
)
@click.pass_obj
def status(context: Context, as_json: bool, form: str) -> None:
    """Return whether all is well: exit code 0 for yes, 1 for no.

    \b
    Examples:
      klachtmail status
      klachtmail status --json
      klachtmail status --format prometheus > /var/lib/node_exporter/klachtmail.prom
    """
    from klachtmail.service.watch import room, secret_end
    from klachtmail.service.watch.health import health
    from klachtmail.service.watch.prometheus import prometheus
    from klachtmail.service.watch.pulse import Pulse

    config = context.configuration()
    form = "json" if as_json else form
    try:
        with context.store(config) as store:
            found = health(store, config.firm, Pulse(config.data_dir).read(), clock())
        secret_end.warn(found, config.secret_ends, clock().date())
        room.warn(found, config.data_dir)
    except StoreError as error:  # a monitor that reads JSON must see it too
        if form == "json":
            print_json({"status": "critical", "why": [str(error)]})
        if form == "prometheus":
            click.echo(prometheus({"status": "critical"}), nl=False)
        raise
    if form == "json":
        print_json(found.as_json())
    elif form == "prometheus":
        click.echo(prometheus(found.as_json()), nl=False)
    else:
        click.secho(found.status, fg={"ok": "green", "warning": "yellow"}.get(found.status, "red"), bold=True)
        for reason in found.why:
            click.echo(f"  {safe(reason)}")
        for key, value in found.figures.items():
            if not isinstance(value, list):  # lists are for scripts
                click.echo(f"  {key.replace('_', ' ')}: {'–' if value is None else value}")
    if found.status != "ok":
        raise click.exceptions.Exit(CHECK_FAILED)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
@click.pass_obj
def verify(context: Context, as_json: bool) -> None:
    """Check the register: every letter, message and number accounted for.

    Example: klachtmail verify
    """
    from klachtmail.store.verify import verify as verify_store

    with context.store() as store, store.reading(), progress("checks", hidden=as_json) as tell:
        problems = [str(problem) for problem in verify_store(store, tell)]
    if as_json:
        print_json({"ok": not problems, "problems": problems})
    else:
        click.echo("\n".join(safe(p) for p in problems) or "The register is whole.")
    if problems:
        raise click.exceptions.Exit(CHECK_FAILED)
