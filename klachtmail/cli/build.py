"""The composition root: from a configuration to an office with its real ports. Reads top to bottom."""

import datetime as dt
import os
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from klachtmail.config import Config, load
from klachtmail.config.schema import Login
from klachtmail.store import TinyStore

if TYPE_CHECKING:
    from klachtmail.mailbox import ImapMailbox
    from klachtmail.mailbox.port import Role
    from klachtmail.service.work.office import Office
    from klachtmail.smtp import SmtpCourier


def configuration(obj: dict[str, Any]) -> Config:
    """Return the configuration that the command line asked for, or raise ConfigError."""
    from pathlib import Path

    path = obj["config"]
    return load(Path(path) if path else None, os.environ)


def open_store(config: Config) -> TinyStore:
    """Return the register of this configuration; makes the data folder at the first start."""
    return TinyStore(config.data_dir)


def clock() -> dt.datetime:
    """Return the time, aware."""
    return dt.datetime.now(dt.UTC)


def open_office(config: Config, store: TinyStore | None = None) -> "Office":
    """Return the office: register, mailbox, courier, letters. Nothing is connected yet."""
    from klachtmail.letters.writer import Writer
    from klachtmail.service.work.office import Office
    from klachtmail.store import FileJournal
    from klachtmail.store.backup import nightly_copy

    store = store or open_store(config)
    keys = store.secret(clock())
    return Office(
        firm=config.firm,
        store=store,
        mailbox=mailbox(config),
        courier=courier(config),
        journal=FileJournal(config.data_dir),
        writer=Writer(config.firm, keys, config.template_dir, config.data_dir / "cache"),
        keys=keys,
        clock=clock,
        since=config.imap.since,
        sent_copies=config.imap.sent,
        retention_months=config.retention.months,
        keep_copy=partial(nightly_copy, store),
    )


def mailbox(config: Config) -> "ImapMailbox":
    """Return the mailbox of this configuration, not yet connected."""
    from klachtmail.mailbox import ImapMailbox

    imap = config.imap
    credential, renewed = _credentials(config, imap)
    return ImapMailbox(
        imap.host,
        imap.port,
        imap.security,
        imap.username or "",
        credential,
        cast("Mapping[Role, str | None]", imap.folders.model_dump()),
        cafile=imap.ca_file,
        allow_plain=imap.allow_plain_text,
        token=imap.oauth2 is not None,
        renewed=renewed,
        zone=config.firm.organisation.zone,
    )


def courier(config: Config) -> "SmtpCourier":
    """Return the courier of this configuration, not yet connected."""
    from klachtmail.smtp import Relay, SmtpCourier

    smtp = config.smtp
    credential, renewed = _credentials(config, smtp) if smtp.username else (None, None)
    return SmtpCourier(
        Relay(
            smtp.host,
            smtp.port,
            smtp.security,
            smtp.username,
            credential,
            cafile=smtp.ca_file,
            allow_plain=smtp.allow_plain_text,
            token=smtp.oauth2 is not None,
            renewed=renewed,
        )
    )


def _credentials(config: Config, login: Login) -> tuple[Callable[[], str], Callable[[], str] | None]:
    """Return what logs in, and for OAuth2 what gives another token when the server refuses the first."""
    if login.oauth2 is None:
        return lambda: login.password.get_secret_value() if login.password else "", None
    from klachtmail.cli.tokens import token_source

    return token_source(config, login)
