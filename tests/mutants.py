"""Mutants: one small mistake at a time is put into the code, and the tests must notice. `make mutants`

    python -m tests.mutants [ROOM…] [--each N] [--seed N] [--wide]

cosmic-ray makes the mutants, in a copy of the sources. Of each room so many are drawn, the same ones for the same seed; the
tests that know a room best are run first, and with `--wide` all fast tests behind them. What docs/mutants.md lists as judged
is told apart: nobody could notice it.

Two operators are ours, as nothing like them is in cosmic-ray: an argument by name, or one of several values, is left out;
and `in` becomes `not in`. mutmut was tried first: its generator does not end for `domain/agenda/figures.py`, and it changes
functions only, while half of what this program knows stands in tables.
"""

import argparse
import ast
import contextlib
import difflib
import importlib
import os
import random
import re
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Example, Operator

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "mutants.md"
U = "tests/unit"
STORY = f"{U}/test_second_of_two.py {U}/letters/test_every_letters_buttons.py {U}/test_decide.py {U}/test_conduct.py"
# Of each room the folders, and the tests that know it best.
ROOMS: Final[dict[str, dict[str, str]]] = {
    "domain": {
        "domain/firm": f"{U}/clock {U}/test_terms.py {U}/config/test_config_load.py {U}/test_threads.py",
        "domain/records": f"{U}/test_lifecycle.py {U}/test_records.py {U}/clock {U}/test_parties.py {STORY}",
        "domain/commands": f"{U}/commands {U}/test_every_verb.py {U}/test_in_a_hurry.py",
        "domain/incoming": f"{U}/test_tokens.py {U}/test_answering.py {U}/test_mails.py {U}/test_forms.py {U}/test_two_roads.py"
        f" {U}/test_threads.py {U}/test_own_address.py {U}/test_mail_in_mail.py {U}/test_decide.py tests/attacks",
        "domain/outgoing": f"{U}/letters {U}/test_limits.py {U}/service/test_undelivered.py {U}/test_answering.py",
        "domain/privacy": f"{U}/privacy {U}/reporting/test_redaction.py",
        "domain/agenda": f"{U}/clock {U}/reporting {U}/test_who_comes_back.py {STORY}",
        "domain/conduct": f"{U}/test_every_verb.py {U}/test_promises.py {U}/test_fairness.py {U}/test_parties.py"
        f" {U}/test_terms.py {U}/commands/test_oral.py {U}/test_representatives.py {U}/test_answers_inside.py {STORY}",
        "domain/decide": f"{U}/test_never_silent.py {U}/test_threads.py {U}/test_mail_in_mail.py {U}/test_who_comes_back.py"
        f" {U}/test_encrypted_mail.py {STORY}",
    },
    "service": {
        "service/outbox": f"{U}/service/test_outbox.py {U}/service/test_undelivered.py {U}/service/test_sent_copies.py"
        f" {U}/service/test_who_is_refused.py {U}/test_limits.py {U}/test_second_of_two.py {U}/service",
        "service/watch": f"{U}/service/test_alarm.py {U}/service/test_health_words.py {U}/service/test_trouble.py"
        f" {U}/service/test_secret_end.py {U}/test_daemon_clock.py {U}/test_second_sight.py"
        f" tests/contract/test_told_from_outside.py {U}/cli",
        "service/privacy": f"{U}/test_second_of_two.py {U}/privacy tests/contract/test_forgetting_on_a_server.py",
        "service/restore": f"{U}/service/test_restore.py {U}/service/test_mailbox_changes.py {U}/service/test_again.py {U}/privacy",
        "service/work": f"{U}/test_second_of_two.py {U}/test_limits.py {U}/test_long_texts.py {U}/reporting"
        f" {U}/privacy {U}/service {U}/letters/test_every_letters_buttons.py",
        "service": f"{U}/service {U}/test_second_of_two.py {U}/test_limits.py",
    },
    "store": {
        "store/sql": "tests/contract/test_store.py tests/contract/test_store_sql.py -k 'sqlite or not postgres'",
        "store": "tests/crash/store tests/contract/test_store.py tests/contract/test_store_journal.py"
        " tests/contract/test_store_verify.py tests/attacks/test_backups.py -k 'not postgres and not sqlite'",
    },
    "smtp": {
        "smtp": f"{U}/smtp {U}/service/test_who_is_refused.py tests/contract/test_courier.py tests/contract/test_oauth_login.py"
    },
    "mailbox": {
        "mailbox": f"{U}/mailbox tests/contract/test_mailbox.py tests/contract/test_mailbox_trouble.py"
        " tests/contract/test_forgetting_on_a_server.py -k 'not cyrus and not pymap and not INBOX'"
    },
}
WIDE = "tests/unit tests/attacks tests/contract -n auto"
# Of the operators those that a person's slip could be: the others mostly make what cannot even be imported.
OPERATORS: Final = re.compile(
    r"core/(AddNot|NumberReplacer|ReplaceAndWithOr|ReplaceOrWithAnd|ReplaceTrueWithFalse|ReplaceFalseWithTrue|ExceptionReplacer"
    r"|ReplaceBreakWithContinue|ReplaceContinueWithBreak|ZeroIterationForLoop|ReplaceUnaryOperator_Delete_Not"
    r"|ReplaceBinaryOperator_(Add_Sub|Sub_Add)"
    r"|ReplaceComparisonOperator_(Eq_NotEq|NotEq_Eq|Lt_LtE|LtE_Lt|Gt_GtE|GtE_Gt|Lt_Gt|Gt_Lt|Is_IsNot|IsNot_Is))|ours/.*"
)
NO_PROMISE: Final = frozenset({"frozen", "slots", "repr", "maxsize", "cache_size"})  # nobody outside can tell
PROOF: Final = f"{U}/smtp {U}/mailbox"
KEYWORD: Final = re.compile(r"(\w+) *= *$")
# What tests import of others takes longer than most of them to run: it is loaded once, and each mutant is a fork of that.
LOADED: Final = (
    "hypothesis",
    "klachtmail.cli.setup",
    "klachtmail.letters.writer",
    "klachtmail.mailbox.imap",
    "klachtmail.smtp.courier",
    "klachtmail.store.sql.store",
    "klachtmail.store.tiny",
)
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


@dataclass
class Mutant:
    """One of them: where it is and, once it was tried, what was changed and whether anybody noticed."""

    room: str
    path: Path
    operator: str
    occurrence: int
    position: Position
    tests: str
    before: str
    after: str
    noticed: bool = False

    @property
    def name(self) -> str:
        """Say which it is, for people and for docs/mutants.md."""
        return f"{self.path.relative_to('klachtmail')}:{self.position[0][0]}:{self.operator.partition('/')[2]}:{self.occurrence}"

    @property
    def change(self) -> str:
        """The line before and after, as docs/mutants.md has them: it outlives the line's number."""
        diff = difflib.unified_diff(self.before.splitlines(), self.after.splitlines(), lineterm="", n=0)
        lines = [line for line in diff if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
        return " → ".join(re.sub(r"\s+", " ", line[1:]).strip() for line in lines).replace("|", "¦")


def files(folder: str) -> list[Path]:
    """Return the modules of a folder that have something in them; a folder in it that is listed is drawn for itself."""
    inner = [Path("klachtmail") / each for room in ROOMS.values() for each in room if each.startswith(f"{folder}/")]
    found = sorted((Path("klachtmail") / folder).rglob("*.py"))
    chosen = (path for path in found if path.stat().st_size > 200 and "migrations" not in path.parts)
    return [path for path in chosen if not any(path.is_relative_to(each) for each in inner)]


def positions(path: Path) -> list[tuple[str, int, Position]]:
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


def drawn(room: str, count: int, chance: random.Random) -> Iterator[Mutant]:
    """Yield so many mutants of a room: each module as often as it is long, each of its mutants as often as another."""
    modules = [(path, tests) for folder, tests in ROOMS[room].items() for path in files(folder)]
    weights, seen = [path.stat().st_size for path, _ in modules], set()
    while len(seen) < count:
        ((path, tests),) = chance.choices(modules, weights)
        if there := positions(path):
            name, occurrence, at = chance.choice(there)
            if (path, name, occurrence) not in seen:
                before = path.read_text(encoding="utf-8")
                if after := _mutated(before, name, occurrence):
                    seen.add((path, name, occurrence))
                    yield Mutant(room, path, name, occurrence, at, tests, before, after)


def _mutated(code: str, operator: str, occurrence: int) -> str | None:
    """Return the code with this mistake; None when it would not even be read, which anybody notices."""
    try:
        changed = mutate_code(code, plugins.get_operator(operator)(), occurrence)
        return changed if changed and ast.parse(changed) else None
    except (AttributeError, SyntaxError):  # cosmic-ray does not know `except module.Error`
        return None


def tried(mutant: Mutant, *, wide: bool) -> Mutant:
    """Put it in, run the tests, take it out again."""
    mutant.path.write_text(mutant.after, encoding="utf-8")
    mutant.noticed = _is_red(mutant.tests) or (wide and _is_red(WIDE))
    mutant.path.write_text(mutant.before, encoding="utf-8")
    return mutant


def _is_red(tests: str) -> bool:
    """Run these tests, one file or folder after the other, in a process that knows none of our modules yet."""
    process = os.fork()
    if process == 0:
        try:
            os.setsid()
            for stream in (1, 2):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
            os._exit(0 if _is_green(tests) else 1)
        finally:
            os._exit(1)  # whatever it was: only the parent may go on, and remove the copy
    _, status = os.waitpid(process, 0)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)  # servers that a test left behind
    return status != 0


def _is_green(tests: str) -> bool:
    sys.path[0] = str(Path.cwd())
    words = shlex.split(tests)
    places = [word for word in words if word.startswith("tests/")]
    known = ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # of plugins that are loaded before pytest is
    options = ["-x", "-q", "-n0", "-p", "no:cacheprovider", *known, *words[len(places) :]]
    fine = {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}
    return all(pytest.main([place, *options]) in fine for place in places)


def load() -> None:
    """Load what the tests need of others, and forget our own modules again."""
    for name in LOADED:
        importlib.import_module(name)
    for name in [name for name in sys.modules if name.partition(".")[0] in {"klachtmail", "tests"}]:
        del sys.modules[name]


def judged() -> set[str]:
    """Return the changes that docs/mutants.md says nobody could notice."""
    rows = PAGE.read_text(encoding="utf-8").splitlines() if PAGE.exists() else []
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows if row.startswith("| `")]
    return {f"{cell[0].strip('`')} {cell[1].strip('`')}" for cell in cells if len(cell) == 3}


def copied(folder: Path) -> None:
    """Copy what git knows and what is new, and compile it so that a module that was changed is never taken for the old one."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    subprocess.run(["tar", "-cf", folder / "all.tar", "-T", "-"], cwd=ROOT, input=listed.stdout, check=True)
    subprocess.run(["tar", "-xf", "all.tar"], cwd=folder, check=True)
    command = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "klachtmail", "tests"]
    subprocess.run(command, cwd=folder, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", choices=[*ROOMS, []])
    parser.add_argument("--each", type=int, default=40, help="mutants of each room")
    parser.add_argument("--seed", type=int, default=24)
    parser.add_argument(
        "--wide", action="store_true", help="try what the room's own tests do not notice on all fast tests"
    )
    options = parser.parse_args()
    known, survivors = judged(), 0
    with tempfile.TemporaryDirectory() as folder:
        copied(Path(folder))
        os.chdir(folder)
        load()
        assert not _is_red(PROOF), "without a mistake the tests are red: every mutant would count as noticed"
        for room in options.rooms or ROOMS:
            counts = {"noticed": 0, "equal": 0, "survived": 0}
            for mutant in drawn(room, options.each, random.Random(f"{options.seed} {room}")):  # noqa: S311
                tried(mutant, wide=options.wide)
                equal = f"{mutant.path.relative_to('klachtmail')} {mutant.change}" in known
                what = "noticed" if mutant.noticed else "equal" if equal else "survived"
                counts[what] += 1
                print(f"{what:9}{mutant.name}  {mutant.change}", flush=True)
            survivors += counts["survived"]
            score = counts["noticed"] / max(counts["noticed"] + counts["survived"], 1)
            print(
                f"{room}: {score:.0%} of {counts['noticed'] + counts['survived']} ({counts['equal']} equal)", flush=True
            )
    sys.exit(survivors > 0)


if __name__ == "__main__":
    main()
