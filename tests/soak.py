"""A soak: the daemon works for half an hour, while its mail server is restarted and its sending server makes trouble.

    python -m tests.soak --minutes 30 [--messages N] [--seed N] [--json]

Mail comes as fast as it is dealt with. At the end what people sent is compared with the records and with the letters, and
the process with what it was at the beginning: its threads, open files and memory, and the bytes that it wrote.
"""

import argparse
import contextlib
import json
import random
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from klachtmail.store.frame import HEAD
from tests.letters_read import Read, answer, read
from tests.servers.dovecot import Dovecot
from tests.servers.smtp_server import HANG_UP, SmtpServer
from tests.system.conftest import PASSWORD, USER, Daemon, project_on
from tests.world import mail

PARTNERS = ("jan@ront.nl", "els@ront.nl")
BURST = 20  # messages at most that come together
WAITING = 60  # messages at most that are not acknowledged yet
STEP = 0.5  # seconds between two looks
LOOKS = 20  # at what is open, until one finds it at rest
TROUBLE_EVERY = 15.0  # seconds
PATIENCE = 900.0  # seconds for what is left when no more mail comes


@dataclass
class Figures:
    """What came out. The lists must be empty."""

    messages: int = 0
    follow_ups: int = 0
    commands: int = 0
    letters: int = 0
    restarts: int = 0
    smtp_troubles: int = 0
    lost: list[str] = field(default_factory=list)
    not_acknowledged: list[str] = field(default_factory=list)
    not_told: list[str] = field(default_factory=list)
    not_carried_out: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    threads: int = 0
    threads_at_first: int = 0
    open_files: int = 0
    open_files_at_first: int = 0
    opened_since: list[str] = field(default_factory=list)
    closed_since: list[str] = field(default_factory=list)
    memory_mb: float = 0.0
    memory_mb_at_first: float = 0.0
    memory_mb_of_a_fresh_one: float = 0.0  # which starts on the same register, and has one burst
    peak_mb: float = 0.0
    peak_mb_of_a_fresh_one: float = 0.0
    written_mb: float = 0.0
    written_kb_a_message: float = 0.0
    register_kb: float = 0.0
    commits: int = 0
    seconds: float = 0.0

    @property
    def clean(self) -> bool:
        """Return whether nothing was lost and nothing leaked."""
        wrong = (self.lost, self.not_acknowledged, self.not_told, self.not_carried_out, self.problems)
        leaks = self.threads > self.threads_at_first + 1 or self.open_files > self.open_files_at_first + 3
        return not any(wrong) and not leaks


@dataclass(frozen=True)
class Held:
    """What the kernel says of a process: `memory` and `peak` in MB, and MB handed to `write` since it started."""

    threads: int
    files: Counter[str]
    memory: float
    peak: float
    written: float


class Process:
    """What the kernel says of the daemon."""

    def __init__(self, daemon: Daemon) -> None:
        self._folder = Path(f"/proc/{daemon.process.pid}")

    def held(self) -> Held:
        """Return what it holds when it rests: in the middle of a round locks and a file half written are open as well."""
        looks = []
        for _ in range(LOOKS):
            looks.append(self._files())
            time.sleep(STEP / 5)
        status = dict(line.split(":", 1) for line in (self._folder / "status").read_text().splitlines())
        io = dict(line.split(": ") for line in (self._folder / "io").read_text().splitlines())
        memory, peak = (int(status[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
        return Held(int(status["Threads"]), min(looks, key=Counter.total), memory, peak, int(io["wchar"]) / 1e6)

    def _files(self) -> Counter[str]:
        """Return what is open: names of files, and of sockets to which port they go."""
        peers = {}
        for line in (self._folder / "net/tcp").read_text().splitlines()[1:]:
            words = line.split()
            peers[f"socket:[{words[9]}]"] = f"port {int(words[2].partition(':')[2], 16)}"
        found: Counter[str] = Counter()
        for file in (self._folder / "fd").iterdir():
            with contextlib.suppress(FileNotFoundError):  # closed meanwhile
                target = str(file.readlink())
                found[peers.get(target, target.partition(":[")[0])] += 1
        return found


class Soak:
    """One firm, its servers and their trouble."""

    def __init__(self, folder: Path, host: Dovecot, smtp: SmtpServer, seed: int) -> None:
        self.host, self.smtp = host, smtp
        self.project = project_on(folder, host, smtp)
        self.project.write(schedule={"poll_seconds": 5})
        self.chance = random.Random(seed)  # noqa: S311  # moments, not secrets
        self.figures = Figures()
        self.sent: dict[str, str] = {}  # subject -> sender
        self.told: Counter[tuple[str, str]] = Counter()  # (reader, number or address) -> letters
        self.routings: deque[Read] = deque(maxlen=50)
        self.taken: set[str] = set()

    # ── what people send ────────────────────────────────────────────────────────────────────────────────────────────

    def write(self, count: int) -> None:
        """Have so many clients complain, and now and then one write again or a partner take a complaint."""
        raws = []
        for _ in range(count):
            n = len(self.sent) + 1
            subject, sender = f"Zaak {n}", f"klant{n}@example.nl"
            self.sent[subject] = sender
            words = f"Dit is klacht nummer {n}. " + "De zaal was koud en de trainer te laat. " * self.chance.randint(
                1, 60
            )
            raws.append(mail(words, sender=sender, subject=subject, message_id=f"zaak-{n}@example.nl"))
        if self.chance.random() < 0.3 and len(self.sent) > WAITING:
            raws.append(self._again())
        if self.routings and self.chance.random() < 0.5:
            raws.append(self._take())
        self.host.deliver_many(raws)
        self.figures.messages += count

    def _again(self) -> bytes:
        self.figures.follow_ups += 1
        subject = self.chance.choice(list(self.sent)[:-WAITING])
        thread = f"<{subject.lower().replace(' ', '-')}@example.nl>"
        return mail(
            "Wanneer hoor ik iets?",
            sender=self.sent[subject],
            subject=f"Re: {subject}",
            In_Reply_To=thread,
            message_id=f"weer-{self.figures.follow_ups}@example.nl",
        )

    def _take(self) -> bytes:
        routing = self.routings.popleft()
        self.taken.add(number_in(routing))
        self.figures.commands += 1
        return answer(routing, PARTNERS[0], "ik pak het op")

    # ── what comes back ─────────────────────────────────────────────────────────────────────────────────────────────

    def look(self) -> None:
        """Take in the letters that came since; their bytes are forgotten."""
        letters = list(self.smtp.letters)
        del self.smtp.letters[: len(letters)]
        for each in letters:
            letter, to = read(each.content, each.recipients[0]), each.recipients[0]
            self.figures.letters += 1
            self.told[to, number_in(letter)] += 1
            if to == PARTNERS[0] and "Ik pak het op" in letter.buttons and number_in(letter) not in self.taken:
                self.routings.append(letter)

    @property
    def waiting(self) -> int:
        """How many clients have heard nothing yet."""
        return len(self.sent) - len({to for to, _ in self.told if to.startswith("klant")})

    # ── trouble ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def trouble(self) -> None:
        """Restart the mail server, or have the sending server break off, refuse or hang up."""
        if self.chance.random() < 0.3:
            self.figures.restarts += 1
            self.host.stop(keep=True)
            self.host.start()
            return
        self.figures.smtp_troubles += 1
        kinds: list[Callable[[], None]] = [
            self.smtp.hang_up,
            lambda: self.smtp.answer("connect", "421 4.3.2 not now", times=2),
            lambda: self.smtp.answer("mail", "451 4.3.0 try again", times=1),
            lambda: self.smtp.answer("auth", "454 4.7.0 temporary", times=1),
            lambda: self.smtp.answer("content", HANG_UP, times=1),
        ]
        self.chance.choice(kinds)()

    # ── as a whole ──────────────────────────────────────────────────────────────────────────────────────────────────

    def run(self, seconds: float, most: int) -> Figures:
        """Go on for so long, or until there were so many messages, and compare."""
        with self.project.daemon() as daemon:
            process = Process(daemon)
            self.write(BURST)
            self._until(lambda: self.waiting == 0, daemon)
            f = self.figures
            begun = process.held()
            before, end, next_trouble = f.messages, time.monotonic() + seconds, time.monotonic()
            commits = self._commits()
            while time.monotonic() < end and f.messages < most:
                if self.waiting < WAITING:
                    self.write(self.chance.randint(1, BURST))
                if time.monotonic() >= next_trouble:
                    self.trouble()
                    next_trouble = time.monotonic() + TROUBLE_EVERY
                self._rest(daemon)
            self.smtp.heal()
            self._until(lambda: self.waiting == 0 and not self.host.folder(), daemon)
            done = process.held()
            f.threads_at_first, f.threads = begun.threads, done.threads
            f.open_files_at_first, f.open_files = begun.files.total(), done.files.total()
            f.opened_since, f.closed_since = (
                [*x.elements()] for x in (done.files - begun.files, begun.files - done.files)
            )
            f.memory_mb_at_first, f.memory_mb, f.peak_mb = begun.memory, done.memory, done.peak
            f.written_mb = done.written - begun.written
            f.written_kb_a_message = 1000 * f.written_mb / max(f.messages - before, 1)
            f.register_kb = (self.project.data / "register.json").stat().st_size / 1000
            f.commits = self._commits() - commits
        self._again_from_the_start()
        self._compare()
        return f

    def _again_from_the_start(self) -> None:
        """Let a fresh daemon have one burst on the same register: what the first one holds beyond that, it leaked."""
        with self.project.daemon() as daemon:
            self.write(BURST)
            self._until(lambda: self.waiting == 0, daemon)
            held = Process(daemon).held()
        self.figures.memory_mb_of_a_fresh_one, self.figures.peak_mb_of_a_fresh_one = held.memory, held.peak

    def _commits(self) -> int:
        head = HEAD.match((self.project.data / "register.json").read_bytes())
        assert head, "a register begins with its head"
        return int(head[2])

    def _rest(self, daemon: Daemon) -> None:
        time.sleep(STEP)
        self.look()
        assert daemon.process.poll() is None, daemon.log()[-2000:]

    def _until(self, done: Callable[[], bool], daemon: Daemon) -> None:
        last = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < last, f"{self.waiting} clients have heard nothing"
            self._rest(daemon)

    def _compare(self) -> None:
        f = self.figures
        for _ in range(20):
            self.project.run("outbox", "retry")
            done = self.project.run("poll", "--json").json
            if not done["fetched"] and not done["queued"]:
                break
        self.look()
        records = {record["subject"]: record for record in self.project.run("list", "--all", "--json").json}
        f.lost = sorted(set(self.sent) ^ set(records))
        numbers = {record["number"] for record in records.values()}
        f.not_acknowledged = [
            r["number"] for r in records.values() if not self.told[r["complainant"]["address"], r["number"]]
        ]
        f.not_told = [f"{number} to {to}" for number in sorted(numbers) for to in PARTNERS if not self.told[to, number]]
        taken = {record["number"] for record in records.values() if record["handler"] == PARTNERS[0]}
        f.not_carried_out = sorted(taken ^ self.taken)
        f.problems += self.project.run("verify", "--json").json["problems"]
        f.problems += [f"{x['kind']} to {x['to']} is {x['state']}" for x in self.project.run("outbox", "--json").json]
        f.problems += ["INBOX is not empty"] * bool(self.host.folder())


def number_in(letter: Read) -> str:
    """Return the number in the subject of a letter."""
    return letter.subject.rpartition("[")[2].rstrip("]")


def soak(minutes: float, seed: int, most: int = sys.maxsize) -> Figures:
    """Return the figures of a soak of so many minutes, or of so many messages."""
    started = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        Dovecot.required() as host,
        SmtpServer(login=(USER, PASSWORD)) as smtp,
    ):
        figures = Soak(Path(folder), host, smtp, seed).run(60 * minutes, most)
    figures.seconds = time.monotonic() - started
    return figures


def table(figures: Figures) -> str:
    """Return the figures as Markdown."""
    rows = (
        (name.replace("_", " "), len(x) if isinstance(x, list) else round(x, 1)) for name, x in asdict(figures).items()
    )
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--messages", type=int, default=sys.maxsize)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(2**32)
    print(f"seed {seed}", file=sys.stderr)
    figures = soak(options.minutes, seed, options.messages)
    print(json.dumps(asdict(figures), indent=2) if options.json else table(figures))
    if not figures.clean:
        sys.exit(f"not clean: {figures}")


if __name__ == "__main__":
    main()
