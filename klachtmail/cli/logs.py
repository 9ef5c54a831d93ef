"""One line per event, for people or as JSON. Logs carry no mail text and no names: numbers and hashes only.

Servers and libraries do not know that rule: what they say is made discreet on its way out, whoever logs it.
"""

import logging
import sys
from typing import Final

from klachtmail.cli.context import Context
from klachtmail.cli.json_text import json_text
from klachtmail.service.watch.log_privacy import discreet

_CONTINUED: Final = "  | "  # before each line of a traceback: the words of an exception are not ours


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        entry = {
            "at": self.formatTime(record),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": discreet(record.getMessage()),
        }
        if record.exc_info:
            entry["traceback"] = "\n".join(_traceback(self.formatException(record.exc_info)))
        return json_text(entry)


class _OneLine(logging.Formatter):
    """Escapes and line breaks of a mail cannot forge a line of the log, nor can those in an exception."""

    def format(self, record: logging.LogRecord) -> str:
        record.message = record.getMessage()
        record.asctime = self.formatTime(record)
        traceback = _traceback(self.formatException(record.exc_info)) if record.exc_info else []
        return "\n".join([discreet(self.formatMessage(record)), *(_CONTINUED + line for line in traceback)])


def _traceback(text: str) -> list[str]:
    return [discreet(line) for line in text.split("\n")]


def start_logging(context: Context, *, level: int = logging.WARNING) -> None:
    """Log to stderr from here on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        JsonFormatter() if context.log_format == "json" else _OneLine("%(asctime)s %(levelname)s %(name)s: %(message)s")
    )
    root = logging.getLogger("klachtmail")
    root.handlers = [handler]
    root.setLevel(logging.DEBUG if context.debug else level)
