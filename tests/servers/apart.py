"""Servers whose packages cannot be installed beside each other: each is laid over this machine's files, for itself alone.

`deploy/test-servers.sh` unpacks them. A mount namespace of its own has the unpacked files over the root, so that a server
finds what it looks for under its own names; the network, and the folder for temporary files, are everybody's.
"""

import contextlib
import os
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.servers.dovecot import may_not_skip

UNPACKED = Path("/var/cache/klachtmail-test-servers")
OVERLAY = """set -e
mount -t tmpfs tmpfs "$1/over"
mkdir "$1/over/upper" "$1/over/work" "$1/over/root"
cp -a "$2/." "$1/over/upper/"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/over/upper,workdir=$1/over/work" "$1/over/root"
mount --rbind /dev "$1/over/root/dev"
mount -t proc proc "$1/over/root/proc"
mount --rbind "$3" "$1/over/root$3"
shift 3
exec chroot "$over" "$@"
"""


class Apart:
    """A program of an unpacked package, running until `stop`; `root` is its folder, which it sees under the same name."""

    def __init__(self, package: str) -> None:
        self._package = UNPACKED / package
        if os.geteuid() != 0 or not self._package.is_dir():
            advice = f"{package} is not here: run deploy/test-servers.sh as root"
            (pytest.fail if may_not_skip() else pytest.skip)(advice)
        self.root = Path(tempfile.mkdtemp(prefix=f"{package}-"))
        self.root.chmod(0o755)
        (self.root / "over").mkdir()
        self.process: subprocess.Popen | None = None

    def command(self, *words: str | Path) -> list[str | Path]:
        """Return the command line that runs a program in there."""
        script = OVERLAY.replace("$over", str(self.root / "over" / "root"))
        inside = ["sh", "-c", script, "sh", self.root, self._package, tempfile.gettempdir()]
        return ["unshare", "--mount", "--pid", "--fork", "--kill-child", *inside, *words]

    def start(self, *words: str | Path) -> subprocess.Popen:
        """Start a program that stays in the foreground; what it says is in `said`."""
        with (self.root / "said").open("ab") as said:
            self.process = subprocess.Popen(
                self.command(*words), start_new_session=True, stdin=subprocess.DEVNULL, stdout=said, stderr=said
            )
        return self.process

    def run(self, *words: str | Path) -> str:
        """Run a program of the package to its end; return what it wrote."""
        done = subprocess.run(self.command(*words), check=True, capture_output=True, text=True, timeout=60)
        return done.stdout

    def said(self) -> str:
        """Return what the program wrote."""
        logs = (self.root / "said", *self.root.glob("*/*.log"))
        return "\n".join(path.read_text(errors="replace") for path in logs if path.exists())

    def stop(self) -> None:
        """End every process in there: with the first of a process namespace end all."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(20)
            self.process = None
        subprocess.run(["rm", "-rf", self.root], check=True, timeout=30)
