"""digest: the agenda for the partner meeting."""

from typing import TYPE_CHECKING

import click

from klachtmail.cli import files
from klachtmail.cli.build import clock, open_office
from klachtmail.cli.context import Context
from klachtmail.cli.errors import sending_stopped
from klachtmail.cli.output import print_json
from klachtmail.domain.record import to_json

if TYPE_CHECKING:
    from klachtmail.config import Config
    from klachtmail.domain.agenda.contents import Agenda
    from klachtmail.domain.records.letter import Rendered
    from klachtmail.store.port import Store


@click.command()
@click.option("--send", is_flag=True, help="Mail it to the partners now.")
@click.option(
    "--html", type=click.Path(dir_okay=False, writable=True), help="Write it to a file, as the partners see it."
)
@click.option("--json", "as_json", is_flag=True, help="Print its contents as JSON.")
@click.pass_obj
def digest(context: Context, send: bool, html: str | None, as_json: bool) -> None:
    """Show the agenda for the partner meeting.

    \b
    Examples:
      klachtmail digest
      klachtmail digest --html agenda.html
      klachtmail digest --send
    """
    from klachtmail.domain.agenda.build import build

    config = context.configuration()
    with context.store(config) as store:
        now = clock().astimezone(config.firm.organisation.zone)
        agenda = build(store, config.firm, now, reader=None)  # before it is sent: 'since last time' starts again then
        shown = None if as_json and not html else _as_letter(config, store, agenda)
        told = [files.written(html)] if html else []
        if html and shown:
            files.write(html, shown.html)
        if send:
            told.append(_send(config, store))
        if as_json:
            print_json(to_json(agenda))
        elif shown:
            click.echo("\n".join(told) or shown.text)


def _as_letter(config: "Config", store: "Store", agenda: "Agenda") -> "Rendered":
    """Return the agenda as the partners see it, without buttons: nothing in a file commands anything."""
    from klachtmail.domain.agenda.letters import Digest
    from klachtmail.domain.outgoing import requests

    office = open_office(config, store)
    letter = requests.to_member(Digest(agenda=agenda.without_buttons()), config.firm.partners[0], None)
    return office.writer.render(letter, None, agenda.made_at, nonce=office.nonce())


def _send(config: "Config", store: "Store") -> str:
    """Mail the digest, and return who got it."""
    from klachtmail.service.flush import flush
    from klachtmail.service.sweep import digest_now

    office = open_office(config, store)
    count = digest_now(office)
    report = flush(office, seconds=600)
    office.mailbox.close()
    office.courier.close()
    if report.paused:
        raise sending_stopped(report.paused, "The digest waits in the outbox.")
    return f"the digest went to {count} partner{'s' if count != 1 else ''}"
