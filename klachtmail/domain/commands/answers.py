"""A question that the writer answers himself: 'Structureel? Nee.' is the value that it says."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from klachtmail.domain.commands.clauses import read_clause
from klachtmail.domain.commands.command import Command
from klachtmail.domain.commands.keyed import opening
from klachtmail.domain.commands.readers import finish
from klachtmail.domain.commands.said import Said
from klachtmail.domain.commands.sentences import command_of
from klachtmail.domain.commands.situation import Situation

_STRUCTURAL: Final = ("structureel: ja", "structureel: nee")
_SERIOUS: Final = ("ingrijpend", "niet ingrijpend")
_OF_VERB: Final = {"structural": _STRUCTURAL, "serious": _SERIOUS}
# What a bare yes or no says of a bare question; of what cannot be undone, or is another's to say, it says nothing.
_VALUES: Final[dict[str, tuple[str, str]]] = {
    "STRUCTURAL": _STRUCTURAL,
    "GROUNDED": ("oordeel: gegrond", "oordeel: ongegrond"),
    "UNGROUNDED": ("oordeel: ongegrond", ""),
    "SERIOUS": _SERIOUS,
}
_BESIDE: Final = frozenset({"THIS", "BE", "COMPLAINT-NOUN", "COMPLAINT", "FAULT"})  # 'is dit structureel?'


def answered(parts: list[Said], here: Situation) -> list[Said]:
    """Let 'Structureel? Nee.' be the value that it says, and a longer answer be confirmed; any other 'nee' leaves nothing to offer."""
    parts = _with_answers(parts, here)
    for part, following in pairwise(parts):
        says = following.clause.tokens[0].means if following.clause and following.clause.tokens else frozenset()
        if part.clause is None or not part.clause.question or part.row is None or not says & {"NOT", "YES", "NOT-YET"}:
            continue
        no = "YES" not in says or "NOT" in says
        if part.row.verb in _OF_VERB:
            part.also = (_OF_VERB[part.row.verb][no],)
        elif no:
            part.also = ("",)
    return parts


def _with_answers(parts: list[Said], here: Situation) -> list[Said]:
    """Return the parts with each bare question and the bare answer behind it as the one value that they are."""
    made: list[Said] = []
    for part in parts:
        asked = made[-1] if made else None
        value = _value_of(asked, part) if asked is not None and asked.number == part.number else ""
        if asked is not None and value and (command := _command(value, here)) is not None:
            line = f"{asked.line} {part.line}"
            made[-1] = replace(asked, line=line, made=replace(command, line=line), clause=None, keyed=True)
        else:
            made.append(part)
    return made


def _value_of(asked: Said, answer: Said) -> str:
    """Return the line that a question and its answer come to, or '' when either says more than that."""
    if asked.clause is None or answer.clause is None or not asked.line.rstrip().endswith("?"):
        return ""
    core = [t for t in asked.clause.tokens if t.is_doubt or not (t.is_filler or t.means & _BESIDE)]
    says = [token for token in answer.clause.tokens if token.means & {"YES", "NO"}]
    rest = [token for token in answer.clause.tokens if token not in says]
    bare = len(says) == 1 and all(t.is_filler for t in rest) and "?" not in answer.line and answer.row is None
    asks = [each for each in _VALUES if len(core) == 1 and each in core[0].means]
    if not bare or len(asks) != 1:
        return ""
    yes, no = _VALUES[asks[0]]
    return no if "NO" in says[0].means else yes if not says[0].is_doubt else ""


def _command(line: str, here: Situation) -> Command | None:
    opened = opening(line, here.names)
    clause = read_clause(line, here, alone=True, only=True)
    made = finish(opened, opened.value, here) if opened else command_of(clause, here) if clause.is_sure else None
    return made if isinstance(made, Command) else None
