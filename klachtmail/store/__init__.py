"""The records: a register in one JSON file, an archive per year, and raw mail and letters as files beside them.

The names below are imported when they are asked for: a command that only needs the port's errors loads no TinyDB.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from klachtmail.store.journal import FileJournal, MemoryJournal
    from klachtmail.store.memory import MemoryStore
    from klachtmail.store.tiny import TinyStore

__all__ = ["FileJournal", "MemoryJournal", "MemoryStore", "TinyStore"]

_HOMES: Final = {"FileJournal": "journal", "MemoryJournal": "journal", "MemoryStore": "memory", "TinyStore": "tiny"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
