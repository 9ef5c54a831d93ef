"""The table of commands: what may be said, what it does, and for whom. `help` and the manual are made of it.

Each family is a module; the order is that of the manual. The words behind the concepts are in `languages`; what a frame is,
in `frames`.
"""

from typing import Final

from klachtmail.domain.commands.command import Verb
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.table import (
    asking,
    closing,
    firm,
    handling,
    judging,
    letters,
    measures,
    people,
    results,
    talking,
)

TABLE: Final[tuple[Row, ...]] = (
    *handling.ROWS,
    *talking.ROWS,
    *judging.ROWS,
    *measures.ROWS,
    *letters.ROWS,
    *results.ROWS,
    *closing.ROWS,
    *people.ROWS,
    *firm.ROWS,
    *asking.ROWS,
)

BY_VERB: Final[dict[Verb, Row]] = {row.verb: row for row in TABLE}
