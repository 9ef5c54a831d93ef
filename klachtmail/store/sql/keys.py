"""The signing keys, who was forgotten, and which messages are in hand."""

import datetime as dt
import secrets
from collections.abc import Iterable

import sqlalchemy as sa

from klachtmail.domain.privacy.forgotten import Forgotten, Mark
from klachtmail.store.sql import schema
from klachtmail.store.sql.link import Link

_KEY_BYTES = 32
Kept = list[tuple[bytes, dt.datetime | None]]


def read_keys(link: Link) -> Kept:
    """Return all signing keys, newest first."""
    table = schema.signing_keys
    asked = sa.select(table.c.key, table.c.replaced_at).order_by(table.c.turn)
    return [(bytes(row[0]), row[1]) for row in link.rows(asked)]


def put_keys(link: Link, keys: Kept) -> None:
    """Write these in place of those that are there."""
    link.run(sa.delete(schema.signing_keys))
    rows = [{"turn": turn, "key": key, "replaced_at": at} for turn, (key, at) in enumerate(keys)]
    link.run(sa.insert(schema.signing_keys), rows)


def first_key() -> Kept:
    """Return a new key."""
    return [(secrets.token_bytes(_KEY_BYTES), None)]


def read_forgotten(link: Link) -> Forgotten:
    """Return who was forgotten."""
    table = schema.forgotten
    asked = sa.select(table.c.salt, table.c.digest, table.c.at).order_by(table.c.turn)
    return Forgotten(tuple(Mark(row.salt, row.digest, row.at) for row in link.rows(asked)))


def put_forgotten(link: Link, marks: Iterable[Mark]) -> None:
    """Write these in place of those that are there."""
    link.run(sa.delete(schema.forgotten))
    rows = [{"salt": m.salt, "digest": m.digest, "at": m.at, "turn": turn} for turn, m in enumerate(marks)]
    if rows:
        link.run(sa.insert(schema.forgotten), rows)


def read_in_hand(link: Link) -> tuple[str, ...]:
    """Return the places that were in hand when a process died."""
    return tuple(row[0] for row in link.rows(sa.select(schema.in_hand.c.place).order_by(schema.in_hand.c.turn)))


def put_in_hand(link: Link, places: Iterable[str]) -> None:
    """Write these in place of those that are there."""
    link.run(sa.delete(schema.in_hand))
    if rows := [{"place": place, "turn": turn} for turn, place in enumerate(dict.fromkeys(places))]:
        link.run(sa.insert(schema.in_hand), rows)
