"""A bar for long work: on a terminal only, on stderr, and never beside --json."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

_T = TypeVar("_T")
Tell = Callable[[int, int | None], None]  # so many are done, of so many (None: nobody knows)


@contextmanager
def progress(what: str, *, hidden: bool = False) -> Iterator[Tell]:
    """Yield a function that is told how far the work is; it shows a bar where a person looks on."""
    if hidden or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def counted(items: Iterable[_T], tell: Tell) -> Iterator[_T]:
    """Yield the items, and tell after each how many there were."""
    for done, item in enumerate(items, 1):
        yield item
        tell(done, None)
