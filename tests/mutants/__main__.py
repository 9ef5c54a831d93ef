"""`python -m tests.mutants`: draw, try, and say how many were noticed."""

import argparse
import itertools
import multiprocessing
import os
import random
import sys
import tempfile
from collections import Counter
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
        self._copy = Copy(ROOT, Path(tempfile.mkdtemp(dir=folder)))
        self._lines, self._patience = Lines(database), patience

    @classmethod
    def start(cls, database: Path, folder: Path, patience: float) -> None:
        cls.here = cls(database, folder, patience)

    @classmethod
    def try_it(cls, mutant: Mutant) -> str:
        tests = cls.here._lines.tests(mutant.path, mutant.line)
        return cls.here._copy.notices(mutant, tests, cls.here._patience)


def main() -> None:
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", default=ROOMS, help="rooms, or folders of them, such as domain/decide")
    parser.add_argument("--each", type=int, default=40, help="mutants of each")
    parser.add_argument("--seed", type=int, default=24)
    parser.add_argument("--holes", action="store_true", help="none is drawn: those of holes.yaml")
    parser.add_argument("--patience", type=float, default=120, help="seconds of tests before a mutant has survived")
    options = parser.parse_args()
    os.chdir(ROOT)
    database, known, survivors = look(ROOT), judged(), 0
    mutants = (
        [("holes", hole) for hole in holes()]
        if options.holes
        else [
            (folder, mutant)
            for folder in options.folders
            for mutant in drawn(folder, options.folders, options.each, random.Random(f"{options.seed} {folder}"))  # noqa: S311
        ]
    )
    with (
        tempfile.TemporaryDirectory() as copies,
        multiprocessing.get_context("fork").Pool(
            os.cpu_count(), Worker.start, (database, Path(copies), options.patience)
        ) as pool,
    ):
        Path(copies).chmod(0o711)
        results = zip(mutants, pool.imap(Worker.try_it, [mutant for _, mutant in mutants]), strict=True)
        for folder, some in itertools.groupby(results, key=lambda result: result[0][0]):
            counts: Counter[str] = Counter()
            for (_, mutant), red in some:
                equal = f"{mutant.path.relative_to('klachtmail')} {mutant.change}" in known
                what = "noticed" if red != GREEN else "equal" if equal else "survived"
                counts[what] += 1
                print(f"{what:9}{mutant.name}  {mutant.change}  {red}".rstrip(), flush=True)
            survivors += counts["survived"]
            told = counts["noticed"] + counts["survived"]
            print(f"{folder}: {counts['noticed'] / max(told, 1):.0%} of {told} ({counts['equal']} equal)", flush=True)
    sys.exit(survivors > 0)


if __name__ == "__main__":
    main()
