"""The daemon's sign of life, for `status`: a small file beside the register that is worth nothing and costs nothing."""

import contextlib
import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong since when (aware): how many rounds failed, and of which problem the administrator was told."""

    problem: str = ""
    since: dt.datetime | None = None
    failures: int = 0
    told: str = ""


class Pulse:
    """`data/pulse.json`: when a round last went well, and what is wrong since."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "pulse.json"

    def note(self, now: dt.datetime, trouble: Trouble) -> None:
        """Write how the last round went; a full disk is told elsewhere."""
        well = self.read().get("well_at") if trouble.problem else now.isoformat()
        since = trouble.since.isoformat() if trouble.since else None
        noted = {"at": now.isoformat(), "well_at": well, **asdict(trouble), "since": since}
        temporary = self._path.with_suffix(".tmp")
        with contextlib.suppress(OSError):
            temporary.write_text(json.dumps(noted))
            temporary.chmod(0o600)
            temporary.replace(self._path)

    def read(self) -> dict[str, Any]:
        """Return what was last written, {} when nothing was."""
        try:
            found = json.loads(self._path.read_text())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def trouble(self) -> Trouble:
        """Return what was wrong when a daemon last looked, so that a restart neither forgets nor repeats a mail."""
        noted = self.read()
        try:
            since = dt.datetime.fromisoformat(noted["since"]) if noted["since"] else None
            return Trouble(str(noted["problem"]), since, int(noted["failures"]), str(noted["told"]))
        except (KeyError, TypeError, ValueError):
            return Trouble()
