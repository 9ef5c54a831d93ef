"""Writes docs/tested.md: on what it was tried, in which version, what was run, and when. `make tested`

    python -m tests.tested [NAME…] [--ran SYSTEM VERSION WHAT]

Runs the tests of each server that is here and notes what came of it; rows of others stay as they are. `--ran` notes what was
done by hand, such as the demonstration in a bare Debian. KLACHTMAIL_DOVECOT names another Dovecot.
"""

import argparse
import datetime as dt
import os
import platform
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.servers import dovecot, postgres
from tests.servers.apart import UNPACKED

PAGE = Path(__file__).parents[1] / "docs" / "tested.md"
HEAD = """# On what it was tried

`make tested` writes this table: it runs the tests that are named on what is here, and leaves the other rows as they are.
Which mistakes in the code the tests notice is told in [mutants.md](mutants.md).

| what | version | what was run | result | day |
|---|---|---|---|---|
"""
Row = tuple[str, str, str, str, str]


def said(*command: object) -> str:
    """Return the first line that a command writes; '' where it is not here."""
    try:
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=60, check=False)
    except OSError:
        return ""
    return (done.stdout or done.stderr).partition("\n")[0].strip()


def unpacked(folder: str, package: str = "") -> str:
    """Return the version of a package that deploy/test-servers.sh unpacked: its own, from its changelog."""
    changelogs = (UNPACKED / folder).glob(f"usr/share/doc/{package or folder}*/changelog.Debian.gz")
    return re.sub(r".*\((.*?)\).*", r"\1", said("zgrep", "-m1", "(", next(iter(sorted(changelogs)), "none")))


class Kind(NamedTuple):
    """Something to try: how to know its version ('' where it is not here), what is run with it, and what that is told."""

    version: Callable[[], str]
    tests: list[str]
    environment: dict[str, str] = {}


DOVECOT_24 = str(UNPACKED / "dovecot-2.4" / "dovecot")  # deploy/dovecot24.sh makes it
OTHER_MAILBOXES = ["tests/contract/test_mailbox.py", "tests/system/test_other_mailboxes.py", "-k"]

KINDS: dict[str, Kind] = {
    "Dovecot": Kind(
        lambda: said(dovecot.PROGRAM, "--version").partition(" ")[0],
        ["tests/contract/test_mailbox.py", "tests/contract/test_mailbox_trouble.py", "-k", "dovecot or trouble"],
    ),
    "Dovecot 2.4": Kind(
        lambda: said(DOVECOT_24, "--version").partition(" ")[0],
        [
            "tests/contract/test_mailbox.py",
            "tests/contract/test_mailbox_trouble.py",
            "tests/system/test_main_job.py",
            "tests/system/test_exchangers.py",
            "-k",
            "dovecot or trouble or postfix",
        ],
        {"KLACHTMAIL_DOVECOT": DOVECOT_24},
    ),
    "Cyrus": Kind(lambda: unpacked("cyrus"), [*OTHER_MAILBOXES, "cyrus"]),
    "Courier": Kind(lambda: unpacked("courier", "courier-imap"), [*OTHER_MAILBOXES, "courier"]),
    "pymap": Kind(
        lambda: said("pymap", "--version").rpartition(" ")[2], ["tests/contract/test_mailbox.py", "-k", "pymap"]
    ),
    "Postfix": Kind(
        lambda: said("/usr/sbin/postconf", "-h", "mail_version"),
        ["tests/contract/test_exchangers.py", "tests/system/test_exchangers.py", "-k", "postfix"],
    ),
    "Exim": Kind(
        lambda: unpacked("exim"), ["tests/contract/test_exchangers.py", "tests/system/test_exchangers.py", "-k", "exim"]
    ),
    "PostgreSQL": Kind(
        lambda: said(postgres.PROGRAM, "--version").rpartition(" ")[0].rpartition(" ")[2],
        ["tests/contract", "-k", "postgres"],
    ),
    "Python": Kind(platform.python_version, ["tests/unit", "tests/attacks"]),
}


def rows() -> dict[tuple[str, str, str], Row]:
    """Return the table as it stands, by what was tried, in which version and how."""
    lines = PAGE.read_text("utf-8").splitlines() if PAGE.exists() else []
    cells = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if line.startswith("| ")][1:]
    return {row[:3]: row for row in cells if len(row) == 5}


def main() -> int:
    """Run what was asked for, note it, and return 1 when something failed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("names", nargs="*", choices=[*KINDS, []])
    asked.add_argument("--ran", nargs=3, action="append", default=[], metavar=("SYSTEM", "VERSION", "WHAT"))
    wanted = asked.parse_args()
    today, table, failed = dt.datetime.now(dt.UTC).date().isoformat(), rows(), False
    for name in wanted.names or ([] if wanted.ran else KINDS):
        kind = KINDS[name]
        if not (version := kind.version()):
            print(f"{name} is not here")
            continue
        command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "-p", "no:cacheprovider", *kind.tests]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | kind.environment)
        result = re.sub(r" in .*", "", done.stdout.strip().rpartition("\n")[2].strip("= "))
        what = f"`pytest {shlex.join(kind.tests)}`"
        table[name, version, what] = (name, version, what, result, today)
        failed = failed or done.returncode != 0
        print(f"{name} {version}: {result}")
    for system, version, what in wanted.ran:
        table[system, version, what] = (system, version, what, "done", today)
    PAGE.write_text(HEAD + "".join(f"| {' | '.join(row)} |\n" for _, row in sorted(table.items())), "utf-8")
    return failed


if __name__ == "__main__":
    sys.exit(main())
