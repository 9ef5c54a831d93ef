"""What a reading must know: the day, who there is, and how the complaint stands that the answered mail is about."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from klachtmail.domain.commands.token import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """`shown`: the answered mail shows a draft. What is None is not known, and then everything is possible.

    `listed` are the numbers that the answered mail lists. `aliases`: how members are written, as in the config.
    """

    today: dt.date
    aliases: tuple[str, ...] = ()
    names: Names = field(default_factory=Names)
    shown: bool = False
    draft: bool | None = None
    answered: bool | None = None
    appealed: bool | None = None
    dismissed: bool | None = None
    handled: bool | None = None
    open: bool | None = None
    due_on: dt.date | None = None
    listed: tuple[str, ...] | None = None
    writer: str | None = None

    def allows(self, state: str) -> bool:
        """Return whether a command that needs this state can be meant."""
        if state not in {"answered", "dismissed"}:  # of the others the refusal says why not
            return True
        return getattr(self, state) is not False

    @property
    def counters(self) -> Mapping[int, str]:
        """The numbers that the answered mail lists, by their counter ('14' is K2026-0014)."""
        return {int(number[6:]): number for number in reversed(self.listed or ()) if number.startswith("K")}
