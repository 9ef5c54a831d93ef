"""procedure: the firm's procedure from its configuration, for its website."""

import click

from klachtmail.cli.build import clock
from klachtmail.cli.context import Context
from klachtmail.cli.files import write
from klachtmail.cli.output import safe


@click.command()
@click.option("--html", "out", type=click.Path(dir_okay=False), help="Write the page here, instead of to stdout.")
@click.pass_obj
def procedure(context: Context, out: str | None) -> None:
    """Write the complaints procedure as it is configured: names, terms, appeal and retention, in Dutch, as one HTML page.

    Example: klachtmail procedure --html klachtenprocedure.html
    """
    from klachtmail.letters.documents import Documents
    from klachtmail.letters.public import procedure_page

    config = context.configuration()
    organisation = config.firm.organisation
    today = clock().astimezone(organisation.zone).date()
    page = procedure_page(
        Documents(organisation.zone, config.template_dir), config.firm, config.firm.retention.months, today
    )
    if out is None:
        click.echo(page)
        return
    write(out, page)
    click.echo(f"written: {safe(out)}")
