"""Which mistakes there are to make in a module, and a drawing of some of them.

cosmic-ray makes them. Two operators are ours, as nothing like them is in it: an argument by name, or one of several values,
is left out; and `in` becomes `not in`.
"""

import ast
import functools
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Example, Operator

from tests.mutants.mutant import Mutant

# Of the operators those that a person's slip could be: the others mostly make what cannot even be imported.
OPERATORS: Final = re.compile(
    r"core/(AddNot|NumberReplacer|ReplaceAndWithOr|ReplaceOrWithAnd|ReplaceTrueWithFalse|ReplaceFalseWithTrue|ExceptionReplacer"
    r"|ReplaceBreakWithContinue|ReplaceContinueWithBreak|ZeroIterationForLoop|ReplaceUnaryOperator_Delete_Not"
    r"|ReplaceBinaryOperator_(Add_Sub|Sub_Add)"
    r"|ReplaceComparisonOperator_(Eq_NotEq|NotEq_Eq|Lt_LtE|LtE_Lt|Gt_GtE|GtE_Gt|Lt_Gt|Gt_Lt|Is_IsNot|IsNot_Is))|ours/.*"
)
NO_PROMISE: Final = frozenset({"frozen", "slots", "repr", "maxsize", "cache_size"})  # nobody outside can tell
KEYWORD: Final = re.compile(r"(\w+) *= *$")
Position = tuple[tuple[int, int], tuple[int, int]]


class LeaveOut(Operator):  # type: ignore[misc]  # cosmic-ray has no types
    """Leave out an argument that is given by name, or one of the values of a tuple, list or set."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        yield from ((one.start_pos, one.end_pos) for one in self._parts(node))

    def mutate(self, node: Any, index: int) -> Any:
        place = node.children.index(self._parts(node)[index])
        del node.children[place : place + 2]  # with its comma
        if place and place == len(node.children) and len(node.children) > 2:
            del node.children[-1]
        return node

    @staticmethod
    def _parts(node: Any) -> list[Any]:
        if node.type == "arglist":
            named = (one for one in node.children if one.type == "argument" and one.children[1] == "=")
            return [one for one in named if one.children[0].value not in NO_PROMISE]
        if node.type == "testlist_comp" and len(node.children) > 3:
            return [one for one in node.children if one.type != "operator"]
        return []

    @classmethod
    def examples(cls) -> tuple[Any, ...]:
        return (Example("f(a, b=1)", "f(a)"), Example("x = (a, b, c)", "x = (b, c)"))


class InOrNot(Operator):  # type: ignore[misc]
    """`in` becomes `not in`."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        if node.type == "comparison" and node.children[1] == "in":
            yield node.children[1].start_pos, node.children[1].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        node.children[1].value = "not in"
        return node

    @classmethod
    def examples(cls) -> tuple[Any, ...]:
        return (Example("a in b", "a not in b"),)


plugins.OPERATOR_PROVIDERS["ours"] = {"LeaveOut": LeaveOut, "InOrNot": InOrNot}


def drawn(folder: str, others: Sequence[str], count: int, chance: random.Random) -> Iterator[Mutant]:
    """Yield so many mutants of a folder: each module as often as it is long, each of its mutants as often as another.

    A folder inside it that is drawn for itself (`others`) is left out.
    """
    modules = _modules(folder, others)
    weights, seen = [path.stat().st_size for path in modules], set[tuple[Path, str]]()
    for path in chance.choices(modules, weights, k=20 * count):  # a small folder has no more than it has
        if len(seen) == count:
            return
        if there := _places(path):
            operator, occurrence, at = chance.choice(there)
            before = path.read_text(encoding="utf-8")
            after = _mutated(before, operator, occurrence)
            if after and (path, after) not in seen:
                seen.add((path, after))
                yield Mutant(path, at[0][0], before, after)


def _modules(folder: str, others: Sequence[str]) -> list[Path]:
    """Return the modules of a folder that have something in them."""
    inner = [Path("klachtmail") / each for each in others if each.startswith(f"{folder}/")]
    found = sorted((Path("klachtmail") / folder).rglob("*.py"))
    chosen = (path for path in found if path.stat().st_size > 200 and "migrations" not in path.parts)
    return [path for path in chosen if not any(path.is_relative_to(each) for each in inner)]


@functools.cache
def _places(path: Path) -> list[tuple[str, int, Position]]:
    """Return the mutants of a module: operator, occurrence and place."""
    nodes, found = list(ast_nodes(get_ast_from_path(path))), []
    for name in filter(OPERATORS.fullmatch, plugins.operator_names()):
        operator = plugins.get_operator(name)()
        found += [(name, n, at) for n, at in enumerate(p for node in nodes for p in operator.mutation_positions(node))]
    lines = path.read_text(encoding="utf-8").splitlines()
    return [one for one in found if _named(lines, one[2]) not in NO_PROMISE]


def _named(lines: list[str], at: Position) -> str:
    """Return the name of the argument whose value stands here, else ''."""
    match = KEYWORD.search(lines[at[0][0] - 1][: at[0][1]])
    return match[1] if match else ""


def _mutated(code: str, operator: str, occurrence: int) -> str | None:
    """Return the code with this mistake; None when it would not even be read, which anybody notices."""
    try:
        changed = mutate_code(code, plugins.get_operator(operator)(), occurrence)
        return changed if changed and ast.parse(changed) else None
    except (AttributeError, SyntaxError):  # cosmic-ray does not know `except module.Error`
        return None
