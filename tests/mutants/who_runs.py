"""Which tests run a line of the program."""

import ast
import hashlib
import json
import os
import re
import sqlite3
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from coverage.numbits import nums_to_numbits

FOLDER: Final = Path("build/mutants")
TESTS: Final = ("tests/unit", "tests/contract", "tests/crash", "tests/attacks", "tests/corpora", "tests/system")
FAR: Final = 3  # what mentions what mentions a name
SETTINGS: Final = "[run]\nsource = klachtmail\nparallel = true\nsigterm = true\n"
# What a program that a test starts runs is that test's: pytest tells its name in the environment.
BY_A_PROGRAM: Final = "context = ${PYTEST_CURRENT_TEST-}\n"
AT_ITS_START: Final = "import coverage\ncoverage.process_startup()\n"
PHASE: Final = re.compile(r"\|(?:setup|run|teardown)$| \((?:setup|call|teardown)\)$")


def look(root: Path) -> Path:
    """Run the tests of this working copy and keep which lines they run; of what is kept only what changed is run again.

    Returns:
        The database of coverage with a context for each test.

    Raises:
        SystemExit: The tests could not be run. Those that are red are told on standard output, and count for nothing.
    """
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    database, kept = folder / "lines.db", folder / "kept.json"
    known: dict[str, str] = json.loads(kept.read_text()) if kept.exists() and database.exists() else {}
    now = {
        str(path.relative_to(root)): _digest(path) for place in ("klachtmail", *TESTS) for path in _files(root, place)
    }
    changed = [path for path, digest in now.items() if known.get(path) != digest]
    if any(path.startswith("klachtmail/") or not _has_tests(path) for path in changed) or not known:
        database.unlink(missing_ok=True)
        changed = list(TESTS)
    if changed:
        print(f"which tests run which line? running {', '.join(changed)}", flush=True)
        _run(root, folder, changed, append=database.exists())
        kept.write_text(json.dumps(now))
    return database


def _files(root: Path, place: str) -> Iterator[Path]:
    return (
        path
        for path in sorted((root / place).rglob("*"))
        if path.is_file() and path.suffix in {".py", ".jinja", ".txt"}
    )


def _has_tests(path: str) -> bool:
    return Path(path).name.startswith("test_")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _run(root: Path, folder: Path, places: list[str], *, append: bool) -> None:
    (folder / "settings").write_text(SETTINGS)
    (folder / "settings_of_programs").write_text(SETTINGS + BY_A_PROGRAM)
    (folder / "sitecustomize.py").write_text(AT_ITS_START)
    environment = {
        **os.environ,
        "COVERAGE_FILE": str(folder / "lines.db"),
        "COVERAGE_PROCESS_START": str(folder / "settings_of_programs"),
        "PYTHONPATH": str(folder),
    }
    measure = ["--cov=klachtmail", "--cov-context=test", f"--cov-config={folder / 'settings'}", "--cov-report="]
    how = [
        "-q",
        "-n",
        str((os.cpu_count() or 1) + 1),
        "--dist",
        "worksteal",
        *measure,
        *(["--cov-append"] if append else []),
    ]
    done = subprocess.run([sys.executable, "-m", "pytest", *how, *places], cwd=root, env=environment, check=False)
    if done.returncode not in {0, 1}:
        raise SystemExit("the tests could not be run")


class Lines:
    """What `look` kept, for one question: which tests run these lines?"""

    def __init__(self, database: Path) -> None:
        kept = sqlite3.connect(database)
        self._names = {number: PHASE.sub("", name) for number, name in kept.execute("select id, context from context")}
        paths = {
            number: path[path.rindex("/klachtmail/") + 1 :]
            for number, path in kept.execute("select id, path from file")
        }
        self._runs: dict[str, list[tuple[int, int]]] = defaultdict(list)  # of a module: test and lines, as bits
        self._sizes: Counter[int] = Counter()
        for file, test, bits in kept.execute("select file_id, context_id, numbits from line_bits"):
            lines = int.from_bytes(bits, "little")
            self._runs[paths[file]].append((test, lines))
            self._sizes[test] += lines.bit_count()
        self._of_file: dict[str, set[str]] = defaultdict(set)
        for name in filter(None, self._names.values()):
            self._of_file[name.partition("::")[0]].add(name)

    def tests(self, path: Path, line: int) -> list[str]:
        """Return the tests that run the statement at this line: of each file the one first that runs little beside its module.

        Of what runs when a module is imported (a table, a default) those are returned that run what mentions its name, and
        those of files that ask for it themselves.
        """
        wanted: dict[Path, set[int]] = defaultdict(set)
        tables: dict[Path, set[str]] = defaultdict(set)
        for module, lines, names in _wanted(path, line):
            wanted[module] |= lines
            tables[module] |= names
        shares: dict[str, float] = {test: 2.0 for file in _asking_for(tables) for test in self._of_file[file]}
        for module, lines in wanted.items():
            asked = int.from_bytes(nums_to_numbits(lines), "little")
            for test, run in self._runs[str(module)]:
                if run & asked and (name := self._names[test]):
                    shares[name] = max(shares.get(name, 0.0), run.bit_count() / self._sizes[test])
        place: Counter[str] = Counter()
        turns: dict[str, int] = {}
        for test in sorted(shares, key=lambda test: -shares[test]):
            turns[test] = place[file := test.partition("::")[0]]
            place[file] += shares[test] <= 1
        return sorted(shares, key=lambda test: (turns[test], -shares[test]))


def _asking_for(tables: Mapping[Path, set[str]]) -> Iterator[str]:
    """Yield the files of tests that mention one of these names and the module that has it."""
    asked = {
        ".".join(module.with_suffix("").parts).removesuffix(".__init__"): re.compile(rf"\b(?:{'|'.join(names)})\b")
        for module, names in tables.items()
        if names
    }
    for file in sorted(Path("tests").rglob("test_*.py")) if asked else ():
        text = file.read_text(encoding="utf-8")
        if any(module in text and names.search(text) for module, names in asked.items()):
            yield str(file)


def _wanted(path: Path, line: int) -> Iterator[tuple[Path, set[int], set[str]]]:
    """Yield the lines of the statement, and of what runs at import those that mention its names, and these names."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    statement, names, inside = _statement(tree, line)
    if inside:
        yield path, statement, set()
        return
    yield path, set(), names
    seen: set[str] = set()
    for _ in range(FAR):
        if not (names := names - seen):
            return
        seen |= names
        mention = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b")
        names = set()
        for module in sorted(Path("klachtmail").rglob("*.py")):
            text = module.read_text(encoding="utf-8")
            if not mention.search(text):
                continue
            tree = ast.parse(text)
            lines = {number for number, each in enumerate(text.splitlines(), 1) if mention.search(each)}
            for number in sorted(lines - (statement if module == path else set())):
                there, bound, in_function = _statement(tree, number)
                if in_function:
                    yield module, there, set()
                else:
                    yield module, set(), bound
                    names |= bound


def _statement(tree: ast.Module, line: int) -> tuple[set[int], set[str], bool]:
    """Return the lines of the innermost statement at a line (of a compound one its head), what it binds, and whether it is in a function."""
    lines, names, inside, body = set[int](), set[str](), False, list[ast.AST](tree.body)
    while here := next((one for one in body if _first(one) <= line <= _last(one)), None):
        body = [
            each for field in ("body", "orelse", "finalbody", "handlers", "cases") for each in getattr(here, field, [])
        ]
        head = min((_first(each) for each in body), default=_last(here) + 1)
        lines = set(range(_first(here), max(head, _first(here) + 1)))
        names = _bound(here) or names
        if line < head or not body:
            break
        inside = inside or isinstance(here, ast.FunctionDef | ast.AsyncFunctionDef)
    return lines, names, inside


def _first(node: ast.AST) -> int:
    starts = [node.pattern] if isinstance(node, ast.match_case) else [node, *getattr(node, "decorator_list", [])]
    return min(each.lineno for each in starts)


def _last(node: ast.AST) -> int:
    end = node.body[-1] if isinstance(node, ast.match_case) else node
    return end.end_lineno or 0


def _bound(statement: ast.AST) -> set[str]:
    match statement:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return {name}
        case ast.Assign(targets=targets):
            return {each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)}
        case ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
    return set()
