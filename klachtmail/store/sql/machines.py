"""Which machines there are, as each of them says. Not behind the fence: each writes its own row."""

import datetime as dt
import socket
from collections.abc import Mapping
from typing import Any, Final

import sqlalchemy as sa

from klachtmail import __version__
from klachtmail.store.port import Machine, Role
from klachtmail.store.sql.link import Link
from klachtmail.store.sql.schema import machines

FORGOTTEN: Final = dt.timedelta(days=7)  # after so long without a word a machine is not listed any more


def note(link: Link, name: str, configuration: str, role: Role, pulse: Mapping[str, Any], now: dt.datetime) -> None:
    """Write the row of this machine, and drop those that said nothing for long."""
    row = {
        "machine": name,
        "host": socket.gethostname(),
        "version": __version__,
        "configuration": configuration,
        "role": role,
        "seen_at": now,
        "pulse": dict(pulse),
    }
    link.run(link.dialect.upsert(machines), row)
    link.run(sa.delete(machines).where(machines.c.seen_at < now - FORGOTTEN))


def listed(link: Link, name: str) -> tuple[Machine, ...]:
    """Return them, the one that spoke last first."""
    rows = link.rows(sa.select(machines).order_by(machines.c.seen_at.desc(), machines.c.machine))
    return tuple(
        Machine(row.host, row.version, row.configuration, row.role, row.seen_at, row.machine == name, row.pulse or {})
        for row in rows
    )
