"""digest: the agenda for the partner meeting."""

from typing import Any

import click

from klachtmail.cli import files
from klachtmail.cli.build import clock, configuration, open_office, open_store
from klachtmail.cli.errors import UNREACHABLE, CommandError
from klachtmail.cli.output import print_json


@click.command()
@click.option("--send", is_flag=True, help="Mail it to the partners now.")
@click.option(
    "--html", type=click.Path(dir_okay=False, writable=True), help="Write it to a file, as the partners see it."
)
@click.option("--json", "as_json", is_flag=True, help="Print its contents as JSON.")
@click.pass_obj
def digest(obj: dict[str, Any], send: bool, html: str | None, as_json: bool) -> None:
    """Show the agenda for the partner meeting.

    \b
    Examples:
      klachtmail digest
      klachtmail digest --html agenda.html
      klachtmail digest --send
    """
    from klachtmail.domain import requests  # noqa: PLC0415
    from klachtmail.domain.agenda import build  # noqa: PLC0415

    config = configuration(obj)
    store = open_store(config)
    try:
        if send:
            _send(config, store)
            return
        now = clock().astimezone(config.firm.organisation.zone)
        agenda = build(store, config.firm, now, reader=None)
        if as_json:
            print_json(agenda.model_dump(mode="json"))
            return
        office = open_office(config, store)
        data = agenda.without_buttons().model_dump(mode="json")
        letter = requests.to_member("digest", config.firm.partners[0], None, scope="digest", data=data)
        rendered = office.writer.render(letter, None, now, nonce=office.nonce())
        if html:
            files.write(html, rendered.html)
            click.echo(f"written: {html}")
        else:
            click.echo(rendered.text)
    finally:
        store.close()


def _send(config: Any, store: Any) -> None:
    from klachtmail.service.flush import flush  # noqa: PLC0415
    from klachtmail.service.sweep import digest_now  # noqa: PLC0415

    office = open_office(config, store)
    count = digest_now(office)
    report = flush(office, seconds=600)
    office.mailbox.close()
    office.courier.close()
    if report.paused:
        raise CommandError(f"{report.paused} The digest waits in the outbox.", UNREACHABLE)
    click.echo(f"the digest went to {count} partners")
