"""The composition root: from a configuration to an office with its real ports. Reads top to bottom."""

import datetime as dt
import hashlib
import socket
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from klachtmail import with_extra
from klachtmail.cli.starting import starting
from klachtmail.config import Config
from klachtmail.config.schema import Login
from klachtmail.store.errors import StoreError

if TYPE_CHECKING:
    from klachtmail.mailbox import ImapMailbox
    from klachtmail.mailbox.port import Role
    from klachtmail.service.work.office import Office
    from klachtmail.smtp import SmtpCourier
    from klachtmail.store.port import Store
    from klachtmail.store.transfer import Movable


@starting()
def open_store(config: Config) -> "Store":
    """Return the register of this configuration; makes the data folder, or the tables, at the first start."""
    from klachtmail.store import TinyStore

    if config.database is None:
        return TinyStore(config.data_dir)
    from klachtmail.store.disk import Disk
    from klachtmail.store.tiny import prepare

    try:
        from klachtmail.store.sql import open_sql
    except ImportError as error:
        extra = "sqlite" if config.database.get_secret_value().startswith("sqlite") else "postgresql"
        raise StoreError(f"database needs more than is installed: {with_extra(extra)}") from error
    prepare(config.data_dir, Disk())
    return open_sql(
        config.database.get_secret_value(),
        config.database_schema,
        beside=config.path.parent,
        machine=f"{socket.gethostname()} {config.data_dir}",
        firm=hashlib.sha256(config.firm.model_dump_json().encode()).hexdigest()[:12],
    )


def open_movable(config: Config) -> "Movable":
    """Return the register of this configuration as one that can be moved and backed up."""
    return cast("Movable", open_store(config))


def open_target(config: Config, to: str) -> "Movable":
    """Return the store to which a register is moved or restored: `tinydb`, or an address. It may be empty or left."""
    if to == "tinydb":
        from klachtmail.store import TinyStore

        return TinyStore(config.data_dir, refuse_moved=False)
    from klachtmail.store.sql import open_target as open_sql_target

    return open_sql_target(to, config.database_schema, beside=config.path.parent)


def with_keys_of_now(office: "Office", config: Config) -> "Office":
    """Return the office with the signing keys that count now: another machine may have made new ones."""
    from klachtmail.letters.writer import Writer

    keys = office.store.secret(clock())
    if list(keys) == list(office.keys):
        return office
    writer = Writer(config.firm, keys, config.template_dir, config.data_dir / "cache")
    return replace(office, keys=keys, writer=writer)


def clock() -> dt.datetime:
    """Return the time, aware."""
    return dt.datetime.now(dt.UTC)


@starting()
def open_office(config: Config, store: "Store | None" = None) -> "Office":
    """Return the office: register, mailbox, courier, letters. Nothing is connected yet."""
    from klachtmail.letters.writer import Writer
    from klachtmail.service.work.office import Office

    store = store or open_store(config)
    keys = store.secret(clock())
    return Office(
        firm=config.firm,
        store=store,
        mailbox=mailbox(config),
        courier=courier(config),
        journal=store.journal,
        writer=Writer(config.firm, keys, config.template_dir, config.data_dir / "cache"),
        keys=keys,
        clock=clock,
        since=config.imap.since,
        sent_copies=config.imap.sent,
        secret_ends=config.secret_ends,
        keep_copy=_keep_copy(config, store),
    )


def _keep_copy(config: Config, store: "Store") -> Callable[[dt.datetime], object]:
    """Return what keeps the copy of the night and drops old ones; a database makes none, but a restore into it did."""
    if config.database is None:
        return store.nightly_copy

    def dropping(now: dt.datetime) -> None:
        from klachtmail.store.copies import drop_replaced  # few rounds are a night's
        from klachtmail.store.disk import Disk

        drop_replaced(config.data_dir, Disk(), now)

    return dropping


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
