"""run: the daemon."""

import logging
from typing import Any

import click

from klachtmail.cli.build import configuration, open_office
from klachtmail.cli.logs import start_logging


@click.command()
@click.pass_obj
def run(obj: dict[str, Any]) -> None:
    """Watch the mailbox, the clock and the outbox until SIGTERM.

    \b
    Examples:
      klachtmail run
      klachtmail --log-format json --config /etc/klachtmail/config.yaml run
    """
    start_logging(obj, level=logging.INFO)
    from klachtmail.daemon import Daemon
    from klachtmail.service.watch.pulse import Pulse

    config = configuration(obj)
    office = open_office(config)
    Daemon(office, Pulse(config.data_dir)).run()
    office.store.close()
