"""One thing that a mail says, before all of it is judged together."""

from dataclasses import dataclass, field

from klachtmail.domain.commands.clause import Clause
from klachtmail.domain.commands.command import Command, Unclear
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.table import BY_VERB


@dataclass(slots=True)
class Said:
    """One thing that a mail says: a clause of free text, or a key with its value (`made`)."""

    line: str
    number: str | None = None
    clause: Clause | None = None
    made: Command | Unclear | None = None
    keyed: bool = False
    place: int = 0
    opens: str = ""  # a key without a value, for the proposal
    also: tuple[str, ...] = field(default_factory=tuple)

    @property
    def row(self) -> Row | None:
        """The command that it may be."""
        if isinstance(self.made, Command | Unclear) and self.made.verb is not None:
            return BY_VERB[self.made.verb]
        return self.clause.row if self.clause else None

    @property
    def is_done(self) -> bool:
        """Return whether it is a command by itself, before the rest of the mail is looked at."""
        return isinstance(self.made, Command) and (self.keyed or (self.clause is not None and self.clause.is_clear))

    @property
    def is_sure(self) -> bool:
        """Return whether nothing of it is unexplained."""
        return isinstance(self.made, Command) and (self.keyed or (self.clause is not None and self.clause.is_sure))
