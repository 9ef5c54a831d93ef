"""What is wrong in a configuration file: where, and what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass

Where = tuple[str | int, ...]
"""The way to a value in the file: ('partners', 0, 'alias')."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence about the value at a place in the document; `line` only when it is another than that value's."""

    where: Where
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence with its line (counted from 1; None speaks of the whole file) and its key ('partners[0].alias')."""

    line: int | None
    key: str
    message: str

    def __str__(self) -> str:
        return f"{self.key}: {self.message}" if self.key else self.message


class ConfigError(Exception):
    """The configuration cannot be used. Its text is every problem, one a line, sorted by line number.

    `problems` are the same as values. No value of a secret ever stands in either.
    """

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.file = file
        self.problems = sorted(problems, key=lambda problem: (problem.line or 0, problem.key))
        super().__init__("\n".join(f"{located(file, problem)}: {problem}" for problem in self.problems))


def located(file: str, problem: Problem) -> str:
    """Return 'config.yaml:14', or 'config.yaml' for a problem of the whole file."""
    return f"{file}:{problem.line}" if problem.line else file


def dotted(where: Where) -> str:
    """Return 'partners[0].alias' for ('partners', 0, 'alias')."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in where)
    return text.removeprefix(".")
