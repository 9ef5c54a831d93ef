"""`status` as the text format of Prometheus, for a textfile collector."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

_LEVELS: Final = ("ok", "warning", "critical")
_GAUGES: Final = {
    "open": "Open complaints",
    "overdue": "Open complaints without an outcome after their due date",
    "without_handler": "Open complaints that nobody handles",
    "waiting": "Letters that wait to be sent",
    "held": "Letters that a limit holds back",
    "failed": "Letters that could not be delivered",
}


def prometheus(status: Mapping[str, Any]) -> str:
    """Return the figures of `status --json` as gauges; those that are not known are left out."""
    return "".join(f"{line}\n" for line in _lines(status))


def _lines(status: Mapping[str, Any]) -> Iterator[str]:
    yield from _gauge("status", "0 ok, 1 warning, 2 critical", _LEVELS.index(status["status"]))
    for name, meaning in _GAUGES.items():
        if name in status:
            yield from _gauge(name, meaning, status[name])
    if "role" in status:
        yield from _gauge(
            "active", "1 when this machine is at work, 0 when it stands by", int(status["role"] == "active")
        )
    if last := status.get("last_success"):
        at = dt.datetime.fromisoformat(last).timestamp()
        yield from _gauge("last_success_timestamp_seconds", "When a round last went well", f"{at:.0f}")


def _gauge(name: str, meaning: str, value: object) -> Iterator[str]:
    yield f"# HELP klachtmail_{name} {meaning}"
    yield f"# TYPE klachtmail_{name} gauge"
    yield f"klachtmail_{name} {value}"
