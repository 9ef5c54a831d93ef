"""What members may write: the table of commands, and the grammar that reads it the way people write.

The names below are imported when they are asked for: who only asks whether an alias is a word of a command loads no grammar.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from klachtmail.domain.commands.dates import read_date
    from klachtmail.domain.commands.manual import help_rows, manual_markdown
    from klachtmail.domain.commands.oral import FORM, Oral, is_oral, read_oral, tells_of_a_complaint
    from klachtmail.domain.commands.reader import read
    from klachtmail.domain.commands.row import Row
    from klachtmail.domain.commands.situation import Situation
    from klachtmail.domain.commands.table import TABLE
    from klachtmail.domain.commands.words import nearest

__all__ = [
    "FORM",
    "TABLE",
    "Oral",
    "Row",
    "Situation",
    "help_rows",
    "is_oral",
    "manual_markdown",
    "nearest",
    "read",
    "read_date",
    "read_oral",
    "tells_of_a_complaint",
]

_HOMES: Final = {
    "read_date": "dates",
    "help_rows": "manual",
    "manual_markdown": "manual",
    "FORM": "oral",
    "Oral": "oral",
    "is_oral": "oral",
    "read_oral": "oral",
    "tells_of_a_complaint": "oral",
    "read": "reader",
    "Row": "row",
    "Situation": "situation",
    "TABLE": "table",
    "nearest": "words",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
