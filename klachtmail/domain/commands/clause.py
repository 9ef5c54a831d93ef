"""A clause of a member's mail and what it may mean."""

from dataclasses import dataclass
from typing import Literal

from klachtmail.domain.commands.frames import Fit
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.token import Token

Kind = Literal["read", "unknown", "courtesy", "doubt"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and what it may mean. `fits` is empty when nothing is known of it; `whole`: it is all of its line."""

    text: str
    tokens: tuple[Token, ...]
    kind: Kind
    row: Row | None = None
    fit: Fit | None = None
    question: bool = False
    second: tuple[Row, Fit] | None = None  # the nearest other reading
    sentence: int = 0
    lead: str = ""  # the word that joins it to what stands before it

    @property
    def is_sure(self) -> bool:
        """Return whether it is a command and nothing else."""
        return self.fit is not None and self.fit.certainty == "sure"

    @property
    def is_done(self) -> bool:
        """Return whether it is a command by itself, perhaps with a remark behind it."""
        return self.fit is not None and self.fit.certainty in {"sure", "tail"}

    @property
    def is_clear(self) -> bool:
        """Return whether it is a command, perhaps with a few words in it that nobody knows."""
        return self.is_done or (self.fit is not None and self.fit.certainty == "clear")
