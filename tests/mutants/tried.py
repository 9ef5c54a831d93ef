"""Whether the tests notice a mistake: it is put into a copy of the program, and tests run in a fork that knows none of our modules."""

import contextlib
import importlib
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Final

import pytest

from tests.mutants.mutant import Mutant

# What tests import of others takes longer than most of them to run: it is loaded once, and each mutant is a fork of that.
LOADED: Final = (
    "hypothesis",
    "klachtmail.cli.setup",
    "klachtmail.letters.writer",
    "klachtmail.mailbox.imap",
    "klachtmail.smtp.courier",
    "klachtmail.store.sql.store",
    "klachtmail.store.tiny",
)
STARTS_PROGRAMS: Final = "tests/system/"
FIRST: Final = 40  # tests that are tried before the others are even collected
UNREADABLE: Final = "it cannot be imported, or does not end"
GREEN: Final = ""


class Chosen:
    """Of what pytest collected only these tests, in this order, until one is red or the time is over."""

    def __init__(self, tests: Sequence[str], until: float, told: Path) -> None:
        self._order = {test: number for number, test in enumerate(tests)}
        self._until, self._told, self._red = until, told, ""

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._red = UNREADABLE

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((one for one in items if one.nodeid in self._order), key=lambda one: self._order[one.nodeid])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._red = self._red or report.nodeid

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        result = yield
        if time.monotonic() > self._until:
            item.session.shouldstop = "the time is over"
        return result

    def pytest_sessionfinish(self) -> None:
        self._told.write_text(self._red)  # whoever does not come as far does not end


class Copy:
    """A copy of the working copy, in which one mistake at a time is made. The process that makes it lives in it."""

    def __init__(self, root: Path, folder: Path) -> None:
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard"], cwd=root, capture_output=True, check=True
        )
        subprocess.run(["tar", "-cf", folder / "all.tar", "-T", "-"], cwd=root, input=listed.stdout, check=True)
        subprocess.run(["tar", "-xf", "all.tar"], cwd=folder, check=True)
        os.chdir(folder)
        # So that a module that was changed within the second is never taken for the old one.
        compiled = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "klachtmail"]
        subprocess.run(compiled, check=True)
        for name in LOADED:
            importlib.import_module(name)
        self._right: dict[str, bool] = {}  # tests: is it green without a mistake?

    def notices(self, mutant: Mutant, tests: Sequence[str], patience: float) -> str:
        """Return the test that is red with this mistake and green without it, else `GREEN`.

        Those that start the installed program come last, and so many seconds are given to each kind.
        """
        programs = [test for test in tests if test.startswith(STARTS_PROGRAMS)]
        inside = [test for test in tests if not test.startswith(STARTS_PROGRAMS)]
        for some in (inside[:FIRST], inside[FIRST:], programs):
            until = time.monotonic() + patience
            wanted = [test for test in some if self._right.get(test, True)]
            while wanted and time.monotonic() < until:
                mutant.path.write_text(mutant.after, encoding="utf-8")
                red = _red(wanted, until)
                mutant.path.write_text(mutant.before, encoding="utf-8")
                if red == GREEN:
                    break
                if red == UNREADABLE:
                    return red if _red(wanted, time.monotonic()) != UNREADABLE else GREEN
                if self._is_right(red):
                    return red
                wanted.remove(red)
        return GREEN

    def _is_right(self, test: str) -> bool:
        if test not in self._right:
            self._right[test] = _red([test], time.monotonic() + 1) == GREEN
        return self._right[test]


def _forget() -> None:
    """Forget our own modules: those of the copy are meant from here on."""
    for name in [name for name in sys.modules if name.partition(".")[0] in {"klachtmail", "tests"}]:
        del sys.modules[name]
    sys.path[0] = os.environ["PYTHONPATH"] = str(Path.cwd())


def _red(tests: Sequence[str], until: float) -> str:
    """Return the first of these tests that is red."""
    with tempfile.NamedTemporaryFile("w+", suffix=".red") as told:
        told.write(UNREADABLE)
        told.flush()
        process = os.fork()
        if process == 0:
            try:
                _run(tests, until, Path(told.name))
            finally:
                os._exit(1)  # whatever it was: only the parent may go on, and remove the copy
        os.waitpid(process, 0)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process, signal.SIGKILL)  # servers that a test left behind
        return Path(told.name).read_text()


def _run(tests: Sequence[str], until: float, told: Path) -> None:
    os.setsid()
    seconds = max(int(until - time.monotonic()), 0) + 150  # one test may take 120
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    signal.alarm(2 * seconds)
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    _forget()
    files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
    known = ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # of plugins that are loaded before pytest is
    pytest.main(["-x", "-q", "-n0", "-p", "no:cacheprovider", *known, *files], plugins=[Chosen(tests, until, told)])
