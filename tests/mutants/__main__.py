"""`python -m tests.mutants`: draw, try, and say how many were noticed."""

import argparse
import itertools
import multiprocessing
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.mutants import __doc__ as about
from tests.mutants.made import drawn
from tests.mutants.mutant import Mutant, holes
from tests.mutants.tried import GREEN, Copy
from tests.mutants.who_runs import Lines, look

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "mutants.md"
ROOMS: Final = ("domain", "service", "store", "smtp", "mailbox")


def judged() -> set[str]:
    """Return the changes that docs/mutants.md says nobody could notice."""
    rows = PAGE.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows if row.startswith("| `")]
    return {f"{cell[0].strip('`')} {cell[1].strip('`')}" for cell in cells if len(cell) == 3}


class Worker:
    """What each process keeps: its copy, the lines, and how long it looks."""

    here: "Worker"

    def __init__(self, database: Path, folder: Path, patience: float) -> None:
        self.copy = Copy(ROOT, Path(tempfile.mkdtemp(dir=folder)))
        self.lines, self.patience = Lines(database), patience

    @classmethod
    def start(cls, database: Path, folder: Path, patience: float) -> None:
        cls.here = cls(database, folder, patience)

    @classmethod
    def try_it(cls, mutant: Mutant) -> str:
        here = cls.here
        return here.copy.notices(mutant, here.lines.tests(mutant.path, mutant.line), here.patience)


def chosen(options: argparse.Namespace) -> list[tuple[str, Mutant]]:
    """Return what is to be tried, each with the name under which it counts."""
    if options.holes:
        return [("holes", hole) for hole in holes()]
    folders: list[str] = options.folders
    chances = {folder: random.Random(f"{options.seed} {folder}") for folder in folders}  # noqa: S311
    return [(each, mutant) for each in folders for mutant in drawn(each, folders, options.each, chances[each])]


def tell(mutants: list[tuple[str, Mutant]], known: set[str], tried: Iterator[str]) -> int:
    """Print what became of each, and the score of each name; return how many survived. `tried` is of those that are not known."""
    survivors = 0
    for name, some in itertools.groupby(mutants, key=lambda each: each[0]):
        counts: Counter[str] = Counter()
        for _, mutant in some:
            red = "" if (equal := mutant.judged in known) else next(tried)
            what = "equal" if equal else "survived" if red == GREEN else "noticed"
            counts[what] += 1
            print(f"{what:9}{mutant.name}  {mutant.change}  {red}".rstrip(), flush=True)
        survivors += counts["survived"]
        told = counts["noticed"] + counts["survived"]
        print(f"{name}: {counts['noticed'] / max(told, 1):.0%} of {told} ({counts['equal']} equal)", flush=True)
    return survivors


def main() -> None:
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", default=ROOMS, help="rooms, or folders of them, such as domain/decide")
    parser.add_argument("--each", type=int, default=40, help="mutants of each")
    parser.add_argument("--seed", type=int, default=24)
    parser.add_argument("--holes", action="store_true", help="none is drawn: those of holes.yaml")
    parser.add_argument("--patience", type=float, default=120, help="seconds of tests before a mutant has survived")
    options = parser.parse_args()
    os.chdir(ROOT)
    database, known, mutants = look(ROOT), judged(), chosen(options)
    with tempfile.TemporaryDirectory() as copies:
        Path(copies).chmod(0o711)  # servers of tests run as other users
        told = (database, Path(copies), options.patience)
        with multiprocessing.get_context("fork").Pool(os.cpu_count(), Worker.start, told) as pool:
            tried = pool.imap(Worker.try_it, [mutant for _, mutant in mutants if mutant.judged not in known])
            survivors = tell(mutants, known, tried)
    sys.exit(survivors > 0)


if __name__ == "__main__":
    main()
