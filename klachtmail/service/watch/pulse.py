"""The sign of life, for `status` and for the alarm: a small file beside the register that costs nothing.

It is no part of the register, so that it can be written when the register cannot.
"""

import contextlib
import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

SILENT: Final = dt.timedelta(minutes=15)  # without a sign of life after this a daemon is thought dead
_ROOM: Final = 4096  # bytes: one block, which even a full disk lets us overwrite


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong since when (aware): how many rounds failed, and of which problem the administrator was told."""

    problem: str = ""
    since: dt.datetime | None = None
    failures: int = 0
    told: str = ""


class Pulse:
    """`data/pulse.json`: when a round last went well, what is wrong since, and when a daemon last gave a sign of life."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "pulse.json"

    def note(self, now: dt.datetime, trouble: Trouble, *, of_daemon: bool = True) -> bool:
        """Write how the last round went; False when it cannot be written, not even over what is there."""
        before = self.read()
        noted = {
            "at": now.isoformat(),
            "well_at": before.get("well_at") if trouble.problem else now.isoformat(),
            "daemon_at": now.isoformat() if of_daemon else before.get("daemon_at"),
            "role": before.get("role"),
            **asdict(trouble),
            "since": trouble.since.isoformat() if trouble.since else None,
        }
        content = json.dumps(noted).encode().ljust(_ROOM)
        return self._replaced(content) or self._overwritten(content)

    def was_well(self) -> bool:
        """Return whether a round ever went well with this data folder."""
        return self.read().get("well_at") is not None

    def mark(self, role: str) -> None:
        """Write down whether this machine works or stands by."""
        noted = {"at": None, **self.read(), "role": role}
        if noted != self.read():
            content = json.dumps(noted).encode().ljust(_ROOM)
            _ = self._replaced(content) or self._overwritten(content)

    def _replaced(self, content: bytes) -> bool:
        temporary = self._path.with_suffix(".tmp")
        with contextlib.suppress(OSError):
            temporary.write_bytes(content)
            temporary.chmod(0o600)
            temporary.replace(self._path)
            return True
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        return False

    def _overwritten(self, content: bytes) -> bool:
        """Write in place what fits: `poll` from cron must count its failures on a full disk, too."""
        with contextlib.suppress(OSError), self._path.open("r+b") as file:
            if self._path.stat().st_size == len(content):
                file.write(content)
                return True
        return False

    def read(self) -> dict[str, Any]:
        """Return what was last written, {} when nothing was."""
        try:
            found = json.loads(self._path.read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def trouble(self) -> Trouble:
        """Return what was wrong when somebody last looked, so that a restart neither forgets nor repeats a mail."""
        noted = self.read()
        try:
            since = dt.datetime.fromisoformat(noted["since"]) if noted["since"] else None
            return Trouble(str(noted["problem"]), since, int(noted["failures"]), str(noted["told"]))
        except (KeyError, TypeError, ValueError):
            return Trouble()

    def daemon_lives(self, now: dt.datetime) -> bool:
        """Return whether a daemon gave a sign of life a short while ago."""
        try:
            return abs(now - dt.datetime.fromisoformat(self.read()["daemon_at"])) <= SILENT
        except (KeyError, TypeError, ValueError):
            return False
