"""A mistake in a module, and those that nothing noticed once (`holes.yaml`)."""

import difflib
import itertools
import re
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake: where it is made, and the module before and after it."""

    path: Path
    line: int
    before: str
    after: str

    @property
    def name(self) -> str:
        """Say where it is, for people."""
        return f"{self.path.relative_to('klachtmail')}:{self.line}"

    @property
    def judged(self) -> str:
        """Return module and change, as a row of docs/mutants.md has them."""
        return f"{self.path.relative_to('klachtmail')} {self.change}"

    @property
    def change(self) -> str:
        """The line before and after, as docs/mutants.md has them: it outlives the line's number."""
        diff = difflib.unified_diff(self.before.splitlines(), self.after.splitlines(), lineterm="", n=0)
        lines = [line for line in diff if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
        return " → ".join(re.sub(r"\s+", " ", line[1:]).strip() for line in lines).replace("|", "¦")


def holes() -> list[Mutant]:
    """Return those of holes.yaml."""
    rows: list[dict[str, str]] = yaml.safe_load(Path(__file__).with_name("holes.yaml").read_text(encoding="utf-8"))
    return [_hole(Path("klachtmail") / row["module"], row["code"], row["mistake"]) for row in rows]


def _hole(path: Path, code: str, mistake: str) -> Mutant:
    before = path.read_text(encoding="utf-8")
    assert before.count(code) == 1, f"{path}: not once there: {code}"
    after = before.replace(code, mistake)
    pairs = itertools.zip_longest(before.splitlines(), after.splitlines())
    return Mutant(path, next(line for line, (old, new) in enumerate(pairs, 1) if old != new), before, after)
