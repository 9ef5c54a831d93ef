"""The bench itself: Dovecot, an SMTP server, a firm, and commands timed as whole processes."""

import contextlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from klachtmail.store import TinyStore
from tests.servers.dovecot import Dovecot
from tests.servers.mailhost import Mailhost
from tests.servers.smtp_server import SmtpServer
from tests.system.conftest import PASSWORD, USER, Project, project_on

FIRST = 999_999  # the message of an installation's first day, from a sender whom no benchmark uses
PARAGRAPH = "De training begon een uur te laat en het lesmateriaal was er niet. Ik had iets anders verwacht van u. "


@dataclass(frozen=True)
class Timing:
    """Seconds of a whole process: on the clock, and of the processor."""

    wall: float
    cpu: float


@dataclass
class Stand:
    """Servers and a firm with one partner; Sent copies are off, as no other contender makes them."""

    host: Mailhost
    smtp: SmtpServer
    project: Project
    folder: Path
    renewed: int = 0

    @property
    def environment(self) -> dict[str, str]:
        servers = {
            "imap_host": self.host.host,
            "imap_port": self.host.imap_port,
            "smtp_host": self.smtp.host,
            "smtp_port": self.smtp.port,
            "mailbox": self.host.user,
            "user": USER,
            "password": PASSWORD,
        }
        return {**os.environ, "BENCH_SERVERS": json.dumps(servers), "BENCH_FOLDER": str(self.folder)}

    def timed(self, command: Sequence[str]) -> Timing:
        """Run a command to its end and return what it took."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.perf_counter()
        done = subprocess.run(
            command, env=self.environment, cwd=self.folder, check=False, capture_output=True, text=True
        )
        wall = time.perf_counter() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)} failed ({done.returncode}):\n{done.stdout}\n{done.stderr}")
        return Timing(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)

    def start_from(self, register: Path | None = None) -> None:
        """Take a copy of this register, or an empty one, in a new mailbox, as an installation that has run before.

        One complaint came and was answered, so its templates are translated; the index of its archive is made. What was
        there before is only moved aside.
        """
        data = self.project.data
        if data.exists():
            data.rename(Path(tempfile.mkdtemp(prefix="data-", dir=self.folder)))
        if register:
            shutil.copytree(register, data)
        self.renew()
        self.host.append(message(FIRST))
        self.timed(self.project.command("poll"))
        store = TinyStore(data)
        store.archive.seen("")
        store.close()
        self.renew()

    def renew(self) -> None:
        """Take a new mailbox and forget all letters.

        Nothing is deleted: ext4 makes new files slowly for minutes after many were removed, which would count as ours.
        """
        self.smtp.letters.clear()
        self.renewed += 1
        self.host = self.host.for_user(f"klachten{self.renewed}@ront.nl")
        self.project.write(imap={"username": self.host.user})


@contextlib.contextmanager
def stand(server: Callable[[], Mailhost] = Dovecot.required, partners: int = 1) -> Iterator[Stand]:
    """Set everything up and clear it away."""
    with (
        tempfile.TemporaryDirectory(prefix="klachtmail-bench-") as folder,
        server() as host,
        SmtpServer(login=(USER, PASSWORD), pipelining=True) as smtp,
    ):
        project = project_on(Path(folder), host, smtp)
        project.write(imap={"sent": "none"}, partners=project.settings["partners"][:partners])
        yield Stand(host, smtp, project, Path(folder))


def message(index: int, kilobytes: int = 5) -> bytes:
    """Return a multipart message (text and HTML) of about this size, from a sender of its own."""
    made = EmailMessage(policy=SMTP)
    made["From"] = f"Klant Nummer {index} <klant{index}@example.nl>"
    made["To"] = USER
    # a word of its own, as those who write about one thing come to a partner in one list
    course = "".join("bcdfghjklm"[int(digit)] + "a" for digit in f"{index:06}")
    made["Subject"] = f"Training {course}, groep {index}"
    made["Message-ID"] = f"<bench-{index}-{time.time_ns()}@example.nl>"
    text = f"Goedemorgen,\n\n{PARAGRAPH * (kilobytes * 4)}\n\nKlant {index}\n"
    made.set_content(text)
    made.add_alternative(f"<p>Goedemorgen,</p><p>{PARAGRAPH * (kilobytes * 4)}</p><p>Klant {index}</p>", subtype="html")
    return made.as_bytes()
