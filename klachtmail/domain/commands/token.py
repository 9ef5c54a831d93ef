"""A word or a phrase of a clause with what it means, and the people whom a clause may name."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from klachtmail.domain.commands.dates import Expression
from klachtmail.domain.commands.lexicon import DOUBT, FILLER, Concepts

NOTHING: Final[Concepts] = frozenset()


@dataclass(frozen=True, slots=True)
class Token:
    """A word or phrase of a clause: `means` is empty for a word that nobody knows; `comma` tells that one stands before it."""

    text: str
    start: int
    end: int
    means: Concepts = NOTHING
    comma: bool = False
    value: object = None

    @property
    def is_doubt(self) -> bool:
        """Return whether it may take something back."""
        return bool(self.means & DOUBT)

    @property
    def is_filler(self) -> bool:
        """Return whether it says nothing."""
        return bool(self.means & FILLER) and not self.is_doubt


@dataclass(frozen=True, slots=True)
class Names:
    """Whom a mail may name: members by what they are called (folded), and the complainant by a pattern.

    `read` are the clauses of that mail that were read: each is read as a whole, in parts, and once more beside the next.
    Who replaces a name begins anew (`init`): the words meant something else before.
    """

    members: Mapping[str, str] = field(default_factory=dict)
    client: re.Pattern[str] | None = None
    read: dict[str, tuple[Token, ...]] = field(default_factory=dict, init=False, compare=False, repr=False)


def date_of(token: Token) -> Expression | None:
    """Return the date that a token stands for."""
    return token.value if isinstance(token.value, Expression) else None


def time_of(token: Token) -> dt.time | None:
    """Return the time of day that a token stands for."""
    return token.value if isinstance(token.value, dt.time) else None
