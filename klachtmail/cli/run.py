"""run: the daemon."""

import logging
import signal
import threading
from functools import partial
from typing import TYPE_CHECKING

import click

from klachtmail.cli.build import open_office, with_keys_of_now
from klachtmail.cli.context import Context
from klachtmail.cli.logs import start_logging
from klachtmail.store.errors import StoreAwayError

if TYPE_CHECKING:
    from klachtmail.config import Config
    from klachtmail.service.work.office import Office

log = logging.getLogger(__name__)

ASKS_AGAIN = 5.0  # seconds, while the database is away at the start


@click.command()
@click.pass_obj
def run(context: Context) -> None:
    """Watch the mailbox, the clock and the outbox until SIGTERM. With a database, several machines may: one works.

    \b
    Examples:
      klachtmail run
      klachtmail --log-format json --config /etc/klachtmail/config.yaml run
    """
    start_logging(context, level=logging.INFO)
    from klachtmail.daemon import Daemon
    from klachtmail.service.watch.ping import Ping
    from klachtmail.service.watch.pulse import Pulse

    config = context.configuration()
    office = _opened(config)
    if office is None:
        return
    url = config.monitor.ping_url
    ping = Ping(url.get_secret_value() if url else None)
    Daemon(office, Pulse(config.data_dir), renewed=partial(with_keys_of_now, config=config), ping=ping).run()
    office.store.close()


def _opened(config: "Config") -> "Office | None":
    """Return the office; waits for a database that is away at the start, None when a signal ends that."""
    from klachtmail.service.watch.log_privacy import discreet
    from klachtmail.systemd import notify

    stop = threading.Event()
    while not stop.is_set():
        try:
            return open_office(config)
        except StoreAwayError as error:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stop.set())
            notify("READY=1")  # or else systemd would end a machine that only waits
            notify(f"STATUS={error}")
            log.warning("%s", discreet(str(error)))
            stop.wait(ASKS_AGAIN)
    return None
