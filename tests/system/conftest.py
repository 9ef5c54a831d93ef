"""The installed program against real servers on loopback: what the system tests build on."""

import contextlib
import datetime as dt
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from klachtmail.domain.firm.firm import WEEKDAYS
from tests.servers.dovecot import Dovecot, may_not_skip
from tests.servers.mailhost import Mailhost
from tests.servers.pymap_server import Pymap
from tests.servers.smtp_server import SmtpServer

USER, PASSWORD = "klachten@ront.nl", "geheim"
SECONDS = 120

SCRIPT = Path(sys.executable).parent / "klachtmail"  # where it is installed
SOURCES = {} if SCRIPT.exists() else {"PYTHONPATH": str(Path(__file__).parents[2])}


@pytest.fixture(params=["dovecot", "pymap"])
def mailhost(request: pytest.FixtureRequest) -> Iterator[Mailhost]:
    """The mailbox of klachten@ront.nl, empty: every test that takes this runs on both servers."""
    with Dovecot.required() if request.param == "dovecot" else Pymap() as host:
        yield host


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    """The same on Dovecot only: LMTP, restarts, new UIDVALIDITY."""
    with Dovecot.required() as host:
        yield host


@pytest.fixture
def smtp_server() -> Iterator[SmtpServer]:
    """The server that sends; it wants the configured login."""
    with SmtpServer(login=(USER, PASSWORD)) as server:
        yield server


@dataclass(frozen=True)
class Result:
    """How the program ended. `json` reads what it wrote to stdout."""

    code: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)


class Daemon:
    """`klachtmail run` in a process of its own."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self._log = log

    def log(self) -> str:
        """Return what it wrote to stdout and stderr."""
        return self._log.read_text(errors="replace")

    def kill(self) -> None:
        """End it at once, without a chance to clean up."""
        self.process.kill()
        self.process.wait(SECONDS)

    def stop(self) -> int:
        """Ask it to end (SIGTERM) and return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(SECONDS)


class Project:
    """A firm's folder: config.yaml and data. `settings` is what the file says; `write` changes it."""

    def __init__(self, folder: Path, settings: dict[str, Any]) -> None:
        self.folder = folder
        self.config = folder / "config.yaml"
        self.data = folder / "data"
        self.settings = settings
        self.write()

    def write(self, **sections: Any) -> None:
        """Change sections or single keys of them (imap={'port': 1}), and write the file."""
        for name, value in sections.items():
            old = self.settings.get(name)
            self.settings[name] = {**old, **value} if isinstance(old, dict) and isinstance(value, dict) else value
        self.config.write_text(yaml.safe_dump(self.settings, allow_unicode=True, sort_keys=False))
        self.config.chmod(0o600)

    def command(self, *arguments: str) -> list[str]:
        """Return the command line of the installed program, or of the module where it is not installed."""
        program = [str(SCRIPT)] if SCRIPT.exists() else [sys.executable, "-m", "klachtmail"]
        return [*program, "--config", str(self.config), *arguments]

    def run(self, *arguments: str, **environment: str) -> Result:
        """Run one command to its end."""
        ended = subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            env={**os.environ, **SOURCES, **environment},
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        return Result(ended.returncode, ended.stdout, ended.stderr)

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        """Start a command and leave it running, for instance to kill it."""
        return subprocess.Popen(
            self.command(*arguments),
            cwd=self.folder,
            env={**os.environ, **SOURCES, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    @contextlib.contextmanager
    def daemon(self, **environment: str) -> Iterator[Daemon]:
        """Run the daemon for as long as the block lasts; its log is part of the failure when it does not end well."""
        log = self.folder / "daemon.log"
        with log.open("ab") as output:
            process = subprocess.Popen(
                self.command("run"),
                cwd=self.folder,
                env={**os.environ, **SOURCES, **environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
        daemon = Daemon(process, log)
        try:
            yield daemon
            if process.poll() is None:
                assert daemon.stop() == 0, daemon.log()
        finally:
            process.kill()
            process.wait(SECONDS)


def with_clock_at(moment: dt.datetime) -> list[str]:
    """Return what stands before a command to run it with the clock turned."""
    return [*_faketime(), f"{moment:%Y-%m-%d %H:%M:%S}"]


def clock_that_goes(times: int) -> dict[str, str]:
    """Return the environment of a process whose clock goes so fast; how long it waits stays as it is."""
    shown = [*_faketime(), "--exclude-monotonic", "-f", f"+0 x{times}", "env"]
    told = dict(line.split("=", 1) for line in subprocess.check_output(shown, text=True).splitlines() if "=" in line)
    return {name: told[name] for name in ("LD_PRELOAD", "FAKETIME", "FAKETIME_DONT_FAKE_MONOTONIC")}


def _faketime() -> list[str]:
    if shutil.which("faketime") is None:
        (pytest.fail if may_not_skip() else pytest.skip)("faketime is not installed: apt-get install faketime")
    return ["faketime"]


def no_meeting_now() -> dict[str, Any]:
    """Return a schedule with the meeting days away from now: else each daemon of a Monday morning mails an agenda."""
    day = WEEKDAYS[(dt.datetime.now(dt.UTC).weekday() + 3) % 7]
    return {"meeting": {"day": day}, "digest": {"day": day}}


def firm(**sections: Any) -> dict[str, Any]:
    """Return the settings of the firm in the tests: two partners, one employee, no limits, no meeting these days."""
    return {
        "organisation": {
            "name": "RONT",
            "address": USER,
            "domains": ["ront.nl"],
            "timezone": "Europe/Amsterdam",
            "phone": "055 123 45 67",
        },
        "partners": [
            {"name": "Jan de Vries", "address": "jan@ront.nl", "alias": "jan"},
            {"name": "Els Bakker", "address": "els@ront.nl", "alias": "els", "also": ["els.bakker@example.org"]},
        ],
        "employees": [{"name": "Piet Jansen", "address": "piet@ront.nl", "alias": "piet"}],
        "administrator": "beheer@ront.nl",
        "limits": dict.fromkeys(("per_address_hour", "per_address_day", "outsiders_hour", "routing_hour")),
        "schedule": no_meeting_now(),
        "data_dir": "./data",
        **sections,
    }


@pytest.fixture
def project(tmp_path: Path, mailhost: Mailhost, smtp_server: SmtpServer) -> Project:
    """A firm whose mail lives on `mailhost` and whose letters go to `smtp_server`."""
    return project_on(tmp_path, mailhost, smtp_server)


def project_on(folder: Path, mailhost: Mailhost, smtp_server: SmtpServer) -> Project:
    """Make a firm's folder for these servers (or for proxies before them: anything with host and port)."""
    login = {"security": "none", "username": USER, "password": PASSWORD}
    return Project(
        folder,
        firm(
            imap={"host": mailhost.host, "port": mailhost.imap_port, **login},
            smtp={"host": smtp_server.host, "port": smtp_server.port, **login},
        ),
    )


@pytest.fixture
def run_klachtmail(project: Project) -> Any:
    """Run the program: `run_klachtmail('poll', '--json').json`."""
    return project.run


@pytest.fixture
def daemon(project: Project) -> Any:
    """Run the daemon: `with daemon() as running:`."""
    return project.daemon
