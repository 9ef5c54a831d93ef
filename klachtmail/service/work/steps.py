"""Work that takes long, in steps: a generator, which holds no lock where it yields."""

from collections.abc import Generator, Iterator
from typing import TypeVar

T = TypeVar("T")
Steps = Generator[None, None, T]


def whole(steps: Steps[T] | Iterator[None]) -> T:
    """Go through all steps without a pause, and return what the work returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: T = end.value
            return found
