"""Several machines on one database and one mailbox: each a folder of its own and a daemon that can be killed and stopped."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.servers.mailhost import Mailhost
from tests.servers.postgres import Postgres, name_of
from tests.servers.smtp_server import SmtpServer
from tests.system.conftest import SECONDS, SOURCES, Project, project_on

LEASE = 3.0  # seconds in tests; nine in the world
LEADS = """
    SELECT split_part(a.application_name, ':', 2)::int FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'advisory' AND l.objid = 1 AND l.granted AND a.datname = current_database()
"""
DOES = """
    SELECT a.application_name, a.state, a.wait_event, clock_timestamp() - a.state_change,
           (SELECT array_agg((l.objid, l.granted)) FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'advisory'), a.query
    FROM pg_stat_activity a WHERE a.datname = current_database()
"""


class Machine:
    """One machine: `start` its daemon, `kill` it, `freeze` and `thaw` it."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.environment: dict[str, str] = {}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the daemon."""
        with (self.project.folder / "daemon.log").open("ab") as log:
            self.process = subprocess.Popen(
                self.project.command("run"),
                cwd=self.project.folder,
                env={**os.environ, **SOURCES, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    @property
    def pid(self) -> int:
        """The daemon's process, -1 when none runs."""
        return self.process.pid if self.process and self.process.poll() is None else -1

    def kill(self) -> None:
        """End it at once."""
        if self.process:
            self.process.kill()
            self.process.wait(SECONDS)

    def freeze(self) -> None:
        """Stop it where it is, as a host that hangs."""
        if self.process:
            self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        if self.process:
            self.process.send_signal(signal.SIGCONT)

    def log(self) -> str:
        """Return what the daemon wrote."""
        log = self.project.folder / "daemon.log"
        return log.read_text(errors="replace") if log.exists() else ""


class Machines:
    """`count` machines on a fresh database of this server."""

    def __init__(
        self, folder: Path, host: Mailhost, smtp: SmtpServer, server: Postgres, count: int = 2, lease: float = LEASE
    ) -> None:
        self.server = server
        self.address = server.fresh()
        self.all = []
        for n in range(count):
            (folder / f"machine{n}").mkdir()
            project = project_on(folder / f"machine{n}", host, smtp)
            project.write(database=f"{self.address}?lease={lease}", schedule={"poll_seconds": 5})
            self.all.append(Machine(project))

    def leading(self) -> Machine | None:
        """Return the machine that leads now, or None."""
        try:
            found = {row[0] for row in self.server.sql(LEADS, name_of(self.address))}
        except Exception:  # noqa: BLE001 - the server may be away
            return None
        return next((machine for machine in self.all if machine.pid in found), None)

    def others(self, one: Machine) -> list[Machine]:
        """Return the machines that are not this one."""
        return [machine for machine in self.all if machine is not one]

    def logs(self) -> str:
        """Return what all wrote, and what the database does for whom."""
        wrote = [f"--- {n}, process {machine.pid}\n{machine.log()}" for n, machine in enumerate(self.all)]
        try:
            doing = self.server.sql(DOES, name_of(self.address))
        except Exception as error:  # noqa: BLE001 - the server may be away
            doing = [(error,)]
        return "\n".join([*wrote, "--- database", *map(str, doing)])

    def wait_for_all(self) -> None:
        """Return once every machine that runs has its connection to the database."""
        asked = "SELECT DISTINCT split_part(application_name, ':', 2) FROM pg_stat_activity WHERE application_name LIKE 'klachtmail:%'"
        until(
            lambda: {str(m.pid) for m in self.all} <= {row[0] for row in self.server.sql(asked, "postgres")},
            told=self.logs,
        )

    def wait_for_a_leader(self, but: Machine | None = None, seconds: float = 60.0) -> Machine:
        """Return the machine that leads, once one does (that is not `but`)."""
        return until(lambda: (one := self.leading()) is not but and one, seconds, self.logs)

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """Run the daemons; the first one leads."""
        try:
            for machine in self.all:
                machine.start()
                self.wait_for_a_leader()
            yield
        finally:
            for machine in self.all:
                machine.thaw()
                machine.kill()


def until(found: Callable[[], object], seconds: float = 60.0, told: Callable[[], str] = str):
    """Return what this finds, once it finds something; nothing tells of the state of another process."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if result := found():
            return result
        time.sleep(0.05)
    raise AssertionError(f"nothing within {seconds} s\n{told()}")
