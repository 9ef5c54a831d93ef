"""The daemon's sign of life, for `status`: a small file beside the register that is worth nothing and costs nothing."""

import contextlib
import datetime as dt
import json
from pathlib import Path
from typing import Any


class Pulse:
    """`data/pulse.json`: when a round last went well, and what is wrong since."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "pulse.json"

    def note(self, now: dt.datetime, problem: str) -> None:
        """Write how the last round went; a full disk is told elsewhere."""
        before = self.read()
        well = before.get("well_at") if problem else now.isoformat()
        since = (before.get("since") or now.isoformat()) if problem else None
        temporary = self._path.with_suffix(".tmp")
        with contextlib.suppress(OSError):
            temporary.write_text(
                json.dumps({"at": now.isoformat(), "well_at": well, "problem": problem, "since": since})
            )
            temporary.chmod(0o600)
            temporary.replace(self._path)

    def read(self) -> dict[str, Any]:
        """Return what was last written, {} when nothing was."""
        try:
            found = json.loads(self._path.read_text())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
