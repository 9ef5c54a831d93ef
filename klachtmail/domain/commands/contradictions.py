"""Lines of one mail that cannot all be meant: `@jan` and `@piet` for the same complaint. None of them is done."""

from collections.abc import Sequence
from typing import Final

from klachtmail.domain.commands.command import Command, Line, Unclear, Verb

_EITHER: Final[tuple[frozenset[Verb], ...]] = (
    frozenset({"take", "assign", "give_back"}),
    frozenset({"serious", "not_serious"}),
    frozenset({"accepted", "declined"}),
    frozenset({"complaint", "no_complaint"}),
    frozenset({"close", "reopen"}),
    frozenset({"judgement"}),
    frozenset({"structural"}),
    frozenset({"complainant"}),
    frozenset({"merge"}),
)


def without_contradictions(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines, with those that contradict each other about the same complaint as ambiguous."""
    said: dict[tuple[frozenset[Verb], str | None], set[tuple[str | None, ...]]] = {}
    for line in lines:
        if isinstance(line, Command) and (group := _group(line)):
            said.setdefault((group, line.number), set()).add(_meaning(line))
    return tuple(
        Unclear(line.line, "ambiguous", line.verb, "kies er één", line.number)
        if isinstance(line, Command) and (group := _group(line)) and len(said[group, line.number]) > 1
        else line
        for line in lines
    )


def _group(command: Command) -> frozenset[Verb] | None:
    return next((group for group in _EITHER if command.verb in group), None)


def _meaning(command: Command) -> tuple[str | None, ...]:
    return command.verb, command.alias, command.choice, command.target, command.name, command.address
