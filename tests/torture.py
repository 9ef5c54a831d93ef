"""Torture: the installed program against Dovecot and an SMTP server, killed with -9 at random moments, many times.

    python -m tests.torture --kills 200 [--machines 2] [--seed N] [--json]

A round whose program ended before its moment is a round without a kill: rounds go on until there were so many kills.

Mail arrives between the rounds and during them. At the end the outbox is drained, and what people sent is compared with the
records, the folders and the letters.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.letters_read import answer, read
from tests.servers.dovecot import Dovecot
from tests.servers.smtp_server import SmtpServer
from tests.system.conftest import PASSWORD, USER, Project, project_on
from tests.world import mail

PARTNERS = ("jan@ront.nl", "els@ront.nl")
FASTEST, SLOWEST = 0.1, 1.3  # when a round is killed, in times of an undisturbed poll


@dataclass
class Figures:
    """What came out. Everything but the counts of the first line must be 0."""

    rounds: int = 0
    kills: int = 0
    kills_of_the_daemon: int = 0
    messages: int = 0
    commands: int = 0
    letters: int = 0
    lost: list[str] = field(default_factory=list)
    doubled_records: list[str] = field(default_factory=list)
    commands_not_carried_out: list[str] = field(default_factory=list)
    letters_lost: list[str] = field(default_factory=list)
    doubled_letters: int = 0
    doubled_letters_with_equal_bytes: int = 0
    left_in_inbox: int = 0
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def clean(self) -> bool:
        """Return whether nothing was lost, and nothing but a letter with the same bytes was there twice."""
        wrong = (self.lost, self.doubled_records, self.commands_not_carried_out, self.letters_lost, self.problems)
        return (
            not any(wrong) and not self.left_in_inbox and self.doubled_letters == self.doubled_letters_with_equal_bytes
        )


class Torture:
    """One firm, its servers and the chance that kills it."""

    def __init__(
        self, folder: Path, host: Dovecot, smtp: SmtpServer, seed: int, project: Project | None = None
    ) -> None:
        self.host, self.smtp = host, smtp
        self.project: Project = project or project_on(folder, host, smtp)
        self.project.write(schedule={"poll_seconds": 5})
        self.chance = random.Random(seed)  # noqa: S311  # moments, not secrets
        self.figures = Figures()
        self.sent: dict[str, str] = {}  # subject -> sender
        self.taken: set[str] = set()  # numbers that a partner took
        self.usual = self._usual()

    def _usual(self) -> float:
        """Return how long an undisturbed poll takes, the fastest of three."""
        times = []
        for _ in range(3):
            self.deliver(4)
            started = time.monotonic()
            self.poll()
            times.append(time.monotonic() - started)
        return min(times)

    def poll(self) -> dict[str, int]:
        done = self.project.run("poll", "--json")
        assert done.code == 0, done.stderr
        return done.json

    def deliver(self, count: int) -> None:
        for _ in range(count):
            n = len(self.sent) + 1
            subject, sender = f"Zaak {n}", f"klant{n}@example.nl"
            self.sent[subject] = sender
            self.host.deliver(
                mail(f"Dit is klacht nummer {n}.", sender=sender, subject=subject, message_id=f"zaak-{n}@example.nl"),
                sender=sender,
            )
            self.figures.messages += 1

    def take_one(self) -> None:
        """Have Jan answer a routing mail that he has not answered yet: a command."""
        for letter in self.smtp.letters_to(PARTNERS[0]):
            routing = read(letter.content, PARTNERS[0])
            number = routing.subject.rpartition("[")[2].rstrip("]")
            if number not in self.taken and any("pak het op" in label for label in routing.buttons):
                self.taken.add(number)
                self.host.deliver(answer(routing, PARTNERS[0], "ik pak het op"), sender=PARTNERS[0])
                self.figures.commands += 1
                return

    def round(self) -> None:
        """Start the program, let mail arrive, and kill it at a random moment."""
        self.figures.rounds += 1
        self.deliver(self.chance.randint(0, 4))
        if self.chance.random() < 0.3:
            self.take_one()
        daemon = self.chance.random() < 0.3
        moment = self.usual * self.chance.uniform(FASTEST, SLOWEST) * (2 if daemon else 1)
        process = self.project.start("run" if daemon else "poll")
        half = moment * self.chance.random()
        self._sleep(process, half)
        if self.chance.random() < 0.5:
            self.deliver(1)
        self._sleep(process, moment - half)
        if process.poll() is None:
            process.kill()
            self.figures.kills += 1
            self.figures.kills_of_the_daemon += daemon
            self.usual *= 1.03
        else:
            self.usual *= 0.9  # the machine became faster: most rounds must be killed in the middle
        process.wait()

    @staticmethod
    def _sleep(process: subprocess.Popen, seconds: float) -> None:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            return

    def drain(self) -> None:
        """Go on until nothing is left to do."""
        for _ in range(10):
            done = self.poll()
            if not done["fetched"] and not done["queued"]:
                return
        raise AssertionError(f"there is always something left to do: {done}")

    def check(self) -> Figures:
        """Compare what people sent with what there is."""
        figures = self.figures
        records = self.project.run("list", "--all", "--json").json
        subjects = Counter(record["subject"] for record in records)
        figures.lost = sorted(set(self.sent) - set(subjects))
        figures.doubled_records = sorted(
            subject for subject, count in subjects.items() if count > 1 or subject not in self.sent
        )
        figures.commands_not_carried_out = sorted(
            record["number"]
            for record in records
            if (record["handler"] == PARTNERS[0]) != (record["number"] in self.taken)
        )
        self._check_letters(records)
        figures.left_in_inbox = len(self.host.folder())
        filed = len(self.host.folder("Verwerkt"))
        if filed != figures.messages + figures.commands:
            figures.problems.append(f"Verwerkt holds {filed} messages, not {figures.messages + figures.commands}")
        if self.host.folder("Quarantaine"):
            figures.problems.append("messages were put in quarantine")
        verified = self.project.run("verify", "--json").json
        figures.problems += verified["problems"]
        figures.problems += [
            f"{x['kind']} to {x['to']} is {x['state']}" for x in self.project.run("outbox", "--json").json
        ]
        return figures

    def _check_letters(self, records: list[dict]) -> None:
        copies = defaultdict(list)
        for letter in self.smtp.letters:
            subject = read(letter.content).subject
            copies[letter.recipients[0], subject].append(letter.content)
        self.figures.letters = sum(map(len, copies.values()))
        for contents in copies.values():
            self.figures.doubled_letters += len(contents) - 1
            self.figures.doubled_letters_with_equal_bytes += sum(content == contents[0] for content in contents[1:])
        got = {(to, subject.rpartition("[")[2].rstrip("]")) for to, subject in copies}
        due = {(to, record["number"]) for record in records for to in (record["complainant"]["address"], *PARTNERS)}
        self.figures.letters_lost = sorted(f"{number} to {to}" for to, number in due - got)


def torture(kills: int, seed: int) -> Figures:
    """Return the figures of as many rounds as it takes to kill the program so often."""
    started = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        Dovecot.required() as host,
        SmtpServer(login=(USER, PASSWORD)) as smtp,
    ):
        run = Torture(Path(folder), host, smtp, seed)
        while run.figures.kills < kills:
            run.round()
            if sys.stderr.isatty():
                print(f"\r{run.figures.kills}/{kills}", end="", file=sys.stderr, flush=True)
        run.drain()
        figures = run.check()
    figures.seconds = round(time.monotonic() - started, 1)
    return figures


def table(figures: Figures) -> str:
    """Return the figures as Markdown."""
    rows = [
        (name.replace("_", " "), len(value) if isinstance(value, list) else value)
        for name, value in asdict(figures).items()
    ]
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--machines", type=int, choices=(1, 2), default=1)
    parser.add_argument("--lease", type=float, default=3.0, help="seconds, with two machines; 9 in the world")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(2**32)
    print(f"seed {seed}", file=sys.stderr)
    if options.machines == 1:
        figures = torture(options.kills, seed)
    else:
        from tests.torture_machines import torture_machines

        figures = torture_machines(options.kills, seed, options.lease)
    print(json.dumps(asdict(figures), indent=2) if options.json else table(figures))
    if not figures.clean:
        sys.exit(f"not clean: {figures}")


if __name__ == "__main__":
    main()
