"""What members may write: the table of commands, and the grammar that reads it the way people write."""

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
