"""Torture with machines: two daemons on one PostgreSQL; the one at work is killed, stopped, and its database restarted.

    python -m tests.torture --machines 2 --kills 200

After each event a complaint is delivered: the time until its acknowledgement arrives is that of the takeover.
"""

import bisect
import signal
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.machines import LEASE, Machine, Machines, until
from tests.servers.dovecot import Dovecot
from tests.servers.postgres import Postgres
from tests.servers.smtp_server import SmtpServer
from tests.system.conftest import PASSWORD, USER
from tests.torture import Figures, Torture

OTHER_IS_UP = (
    0.8  # in so many of the rounds the other stands by when the blow falls: only these tell what a takeover takes
)
KILL, STOP, RESTART = "kill", "stop", "restart of the database"


@dataclass
class MachineFigures(Figures):
    """What came out with several machines. Seconds until the next acknowledgement, the median and the longest."""

    stops: int = 0
    restarts: int = 0
    epochs: int = 0
    seconds_after_a_kill: tuple[float, float] = (0.0, 0.0)
    seconds_after_a_stop: tuple[float, float] = (0.0, 0.0)
    seconds_after_a_restart: tuple[float, float] = (0.0, 0.0)
    most_doubled_at_one_takeover: int = 0


class MachineTorture(Torture):
    """The same firm with a daemon on each of two machines."""

    def __init__(
        self, folder: Path, host: Dovecot, smtp: SmtpServer, server: Postgres, seed: int, lease: float
    ) -> None:
        self.machines = Machines(folder, host, smtp, server, lease=lease)
        super().__init__(folder, host, smtp, seed, self.machines.all[0].project)
        self.figures = MachineFigures(messages=self.figures.messages)
        self.took: dict[str, list[float]] = {KILL: [], STOP: [], RESTART: []}
        self.frozen: list[Machine] = []
        self.events: list[str] = []
        self.struck: list[int] = []  # how many letters had come when each blow fell

    def _usual(self) -> float:
        return 1.0

    def round(self) -> None:
        """Let mail arrive, strike the machine at work at a random moment, and wait for the next acknowledgement."""
        self.figures.rounds += 1
        self.deliver(self.chance.randint(0, 3))
        if self.chance.random() < 0.3:
            self.take_one()
        active = self.machines.wait_for_a_leader()
        if stands_by := self.chance.random() < OTHER_IS_UP:
            self.machines.wait_for_all()
        time.sleep(self.chance.uniform(0.0, 1.5))
        chance = self.chance.random()
        event = KILL if chance < 0.8 else STOP if chance < 0.93 else RESTART
        self._strike(event, active)
        self.events.append(f"{time.strftime('%H:%M:%S')} {event} of machine {self.machines.all.index(active)}")
        struck = time.monotonic()
        self.deliver(1)
        client = f"klant{len(self.sent)}@example.nl"
        until(lambda: self.smtp.letters_to(client), 120.0, self._told)
        if stands_by:
            self.took[event].append(time.monotonic() - struck)
        for machine in self.frozen:
            machine.thaw()
        self.frozen = []
        for machine in self.machines.all:
            if machine.pid < 0:
                machine.start()

    def _told(self) -> str:
        return "\n".join([self.machines.logs(), *self.events[-3:]])

    def _strike(self, event: str, active: Machine) -> None:
        self.struck.append(len(self.smtp.letters))
        if event == KILL:
            active.kill()
            self.figures.kills += 1
            self.figures.kills_of_the_daemon += 1
        elif event == STOP:
            active.freeze()
            self.frozen.append(active)
            self.figures.stops += 1
        else:
            self.machines.server.end(signal.SIGQUIT)
            self.machines.server.start()
            self.figures.restarts += 1

    def drain(self) -> None:
        """End the daemons, then go on until nothing is left to do."""
        self.struck.append(len(self.smtp.letters))
        for machine in self.machines.all:
            machine.kill()
        super().drain()

    def check(self) -> Figures:
        """Compare what people sent with what there is; no takeover doubled more than one letter."""
        figures = super().check()
        assert isinstance(figures, MachineFigures)
        (row,) = self.machines.server.sql(
            "SELECT epoch FROM klachtmail.fence", self.machines.address.rpartition("/")[2]
        )
        figures.epochs = row[0]
        for name, event in (("kill", KILL), ("stop", STOP), ("restart", RESTART)):
            if took := self.took[event]:
                setattr(figures, f"seconds_after_a_{name}", (round(statistics.median(took), 1), round(max(took), 1)))
        figures.most_doubled_at_one_takeover = self._most_doubled()
        if figures.most_doubled_at_one_takeover > 1:
            figures.problems.append(f"{figures.most_doubled_at_one_takeover} letters went twice at one takeover")
        return figures

    def _most_doubled(self) -> int:
        """Return how many letters came again after the same blow, at most."""
        came: set[tuple[str, bytes]] = set()
        again: Counter[int] = Counter()
        for place, letter in enumerate(self.smtp.letters):
            one = letter.recipients[0], letter.content
            again[bisect.bisect_right(self.struck, place)] += one in came
            came.add(one)
        return max(again.values(), default=0)


def torture_machines(kills: int, seed: int, lease: float = LEASE) -> Figures:
    """Return the figures of as many rounds as it takes to kill the machine at work so often."""
    import tempfile

    started = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        Dovecot.required() as host,
        Postgres.required() as server,
        SmtpServer(login=(USER, PASSWORD)) as smtp,
    ):
        run = MachineTorture(Path(folder), host, smtp, server, seed, lease)
        with run.machines.running():
            while run.figures.kills < kills:
                run.round()
                if sys.stderr.isatty():
                    print(f"\r{run.figures.kills}/{kills}", end="", file=sys.stderr, flush=True)
            run.drain()
            figures = run.check()
    figures.seconds = round(time.monotonic() - started, 1)
    return figures
