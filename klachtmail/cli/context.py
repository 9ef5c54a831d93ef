"""What the command line asked for, before any command: which file, how much is told, and in which form."""

import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from klachtmail.cli.starting import starting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klachtmail.config import Config
    from klachtmail.service.work.office import Office
    from klachtmail.store.port import Store


@dataclass(frozen=True, slots=True)
class Context:
    """The options of `klachtmail` itself; `path` is the configuration file, None for the first of the usual places."""

    path: Path | None = None
    debug: bool = False
    log_format: Literal["text", "json"] = "text"

    def configuration(self) -> "Config":
        """Return the configuration that was asked for, or raise ConfigError."""
        with starting():
            from klachtmail.config import load

            return load(self.path, os.environ)

    @contextmanager
    def store(self, config: "Config | None" = None) -> "Iterator[Store]":
        """Open the register, and close it whatever happens. Raises ConfigError and StoreError."""
        from klachtmail.cli.build import open_store

        store = open_store(config or self.configuration())
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def office(self, config: "Config | None" = None) -> "Iterator[Office]":
        """Open an office with its register; connections and register are closed whatever happens."""
        from klachtmail.cli.build import open_office

        office = open_office(config or self.configuration())
        try:
            yield office
        finally:
            office.mailbox.close()
            office.courier.close()
            office.store.close()
