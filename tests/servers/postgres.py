"""A private PostgreSQL from Debian's packages: own folder, free port on loopback, for root (as `postgres`) and for others."""

import contextlib
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import pytest

from tests.servers.dovecot import may_not_skip
from tests.servers.ports import LOOPBACK, HeldPort, wait_until_open

_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[4]), reverse=True)
PROGRAM = shutil.which("postgres", path=os.pathsep.join([*map(str, _FOLDERS), os.environ.get("PATH", "")]))

# Nothing here outlives the test: what a power cut would need costs time.
SETTINGS = {"fsync": "off", "full_page_writes": "off", "max_connections": "60", "shared_buffers": "64MB"}

_names = (f"klachten{number}" for number in itertools.count(1))


class Postgres:
    """A server that `with` starts and stops; `fresh` gives a new, empty database."""

    def __init__(self, **settings: str) -> None:
        self._settings = {**SETTINGS, **settings}
        self._root: Path | None = None
        self._process: subprocess.Popen | None = None
        self._port = HeldPort()
        self.port = self._port.number
        # PostgreSQL refuses to run as root
        self._user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None

    @classmethod
    def required(cls, **settings: str) -> Self:
        """Return a server to start. Where there is none the test is skipped, or fails when nothing may be skipped."""
        if PROGRAM is None:
            (pytest.fail if may_not_skip() else pytest.skip)("PostgreSQL is not installed: apt-get install postgresql")
        return cls(**settings)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def folder(self) -> Path:
        """Where its data are."""
        assert self._root
        return self._root

    def start(self) -> None:
        """Start, also again after `end`: on the same port, with the same data."""
        if self._root is None:
            self._root = Path(tempfile.mkdtemp(prefix="postgres-"))
            if self._user:
                os.chown(self._root, self._user.pw_uid, self._user.pw_gid)
            self._run("initdb", "-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = [f"-c{name}={value}" for name, value in self._settings.items()]
        with (self._root / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    PROGRAM,
                    "-D",
                    "data",
                    "-p",
                    str(self.port),
                    f"-clisten_addresses={LOOPBACK}",
                    f"-k{self._root}",
                    *options,
                ],
                **self._as_user(),
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        try:
            wait_until_open(self.port, self._process)
            self.sql("SELECT 1", "postgres")  # on a busy machine the port is open before the server has started up
        except BaseException as error:
            said = self.log()
            self.stop()
            raise RuntimeError(f"PostgreSQL does not start: {said}") from error

    @contextlib.contextmanager
    def replica(self) -> Iterator["Postgres"]:
        """Run a second server that follows this one; from now on nothing is committed that it does not have."""
        follower = Postgres(**self._settings)
        follower._root = Path(tempfile.mkdtemp(prefix="postgres-"))
        if follower._user:
            os.chown(follower._root, follower._user.pw_uid, follower._user.pw_gid)
        try:
            follower._run(
                "pg_basebackup",
                "-R",
                "-D",
                "data",
                "-h",
                LOOPBACK,
                "-p",
                str(self.port),
                "-U",
                "postgres",
                "-c",
                "fast",
                "--no-sync",
            )
            follower.start()
            self.sql("ALTER SYSTEM SET synchronous_standby_names = '*'", "postgres")
            self.sql("SELECT pg_reload_conf()", "postgres")
            yield follower
        finally:
            follower.stop()

    def promote(self) -> None:
        """Let this follower go on by itself."""
        self.sql("ALTER SYSTEM RESET synchronous_standby_names", "postgres")
        self.sql("SELECT pg_promote()", "postgres")

    def end(self, how: int = signal.SIGINT) -> None:
        """End the server and keep its data: SIGINT ends connections at once, SIGQUIT without tidying up."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.send_signal(how)
            self._process.wait(30)
            self._process = None

    def stop(self) -> None:
        """End it; its data are gone."""
        self.end(signal.SIGQUIT)
        self._port.release()
        if self._root is not None:
            shutil.rmtree(self._root, ignore_errors=True)
            self._root = None

    def log(self) -> str:
        """Return what it wrote to its log."""
        assert self._root
        return (self._root / "log").read_text(errors="replace")

    def fresh(self) -> str:
        """Return the address of a new, empty database."""
        name = next(_names)
        self.sql(f"CREATE DATABASE {name}", database="postgres")
        return self.address(name)

    def copy(self, address: str) -> str:
        """Return the address of a copy of a database to which nobody is connected."""
        name = next(_names)
        self.sql(f"CREATE DATABASE {name} TEMPLATE {name_of(address)}", database="postgres")
        return self.address(name)

    def drop(self, address: str) -> None:
        """Forget a database: hundreds of them are many files."""
        self.sql(f"DROP DATABASE {name_of(address)} WITH (FORCE)", database="postgres")

    def schema(self) -> str:
        """Return a name for one more register in the database `postgres`: cheaper than a database of its own."""
        return next(_names)

    def address(self, name: str, user: str = "postgres") -> str:
        """Return the address of a database."""
        return f"postgresql+psycopg://{user}@{LOOPBACK}:{self.port}/{name}"

    def sql(self, statement: str, database: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """Run a statement as the superuser, as an administrator with psql does."""
        with self._connected(database) as connection:
            cursor = connection.execute(statement, parameters or None)
            return cursor.fetchall() if cursor.description else []

    def _connected(self, database: str) -> Any:
        """Connect; a server that was killed is asked until its recovery is over."""
        import psycopg

        until = time.monotonic() + 60
        while True:
            try:
                return psycopg.connect(host=LOOPBACK, port=self.port, user="postgres", dbname=database, autocommit=True)
            except psycopg.OperationalError as error:
                if "the database system is" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def _run(self, program: str, *arguments: str) -> None:
        assert PROGRAM
        path = Path(PROGRAM).resolve().with_name(program)
        done = subprocess.run(
            [path, *arguments], check=False, **self._as_user(), capture_output=True, text=True, timeout=60
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")

    def _as_user(self) -> dict[str, Any]:
        account = {"user": self._user.pw_uid, "group": self._user.pw_gid, "extra_groups": []} if self._user else {}
        return {"cwd": self._root, **account}


def name_of(address: str) -> str:
    """Return the database of an address."""
    return address.rpartition("/")[2].partition("?")[0]
