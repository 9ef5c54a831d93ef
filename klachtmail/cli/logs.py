"""One line per event, for people or as JSON. Logs carry no mail text and no names: numbers and hashes only."""

import logging
import sys
from typing import Any

from klachtmail.cli.json_text import json_text


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        entry = {
            "at": self.formatTime(record),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.getMessage(),
        }
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return json_text(entry)


class _OneLine(logging.Formatter):
    """Escapes and line breaks of a mail cannot forge a line of the log."""

    def format(self, record: logging.LogRecord) -> str:
        first, *rest = (
            super().format(record).split("\n") if record.exc_info else [super().format(record).replace("\n", " ")]
        )
        clean = "".join(c if c.isprintable() else "?" for c in first)
        return "\n".join([clean, *rest])


def start_logging(obj: dict[str, Any], *, level: int = logging.WARNING) -> None:
    """Log to stderr from here on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        JsonFormatter() if obj["log_format"] == "json" else _OneLine("%(asctime)s %(levelname)s %(name)s: %(message)s")
    )
    root = logging.getLogger("klachtmail")
    root.handlers = [handler]
    root.setLevel(logging.DEBUG if obj["debug"] else level)
