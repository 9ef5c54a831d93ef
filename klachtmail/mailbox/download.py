"""Listing and downloading over a session with a folder selected: sizes first, bodies in batches, all of it bounded."""

import datetime as dt
import logging
from collections.abc import Iterator, Sequence

from klachtmail.mailbox.port import Fetched, Waiting
from klachtmail.mailbox.responses import FetchResponse, Section, by_uid, fetch_responses, uid_sets
from klachtmail.mailbox.session import Session

log = logging.getLogger(__name__)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
BATCH_BYTES = 8 * 1024 * 1024
BATCH_MESSAGES = 250
HEADER = 1024 * 1024  # the most that we want of a header
_COURIERS = b"""From: System Administrator <root@localhost>
Subject: message unavailable
This message is no longer available on the server.""".split()
_COURIERS_SIZE = 1_000  # bytes, however it is broken into lines
BEGINNING = 256 * 1024  # and of the body, when a message is too large


def listed(session: Session, since: dt.datetime | None, flags: bool) -> list[FetchResponse]:
    """Return UID and size (and with `flags` the flags) of every message, by UID. The folder must not be empty.

    A server's day is not ours: the first hour of ours may be on its day before, so that one is asked for too.
    """
    wanted = _received_since(session, (since - dt.timedelta(days=1)).date()) if since else None
    if wanted is not None and not wanted:
        return []
    items = ("UID RFC822.SIZE", *(["FLAGS"] if flags else []), *(["INTERNALDATE"] if since else []))
    data = session.must(session.by_uid("FETCH", f"{min(wanted or {1})}:*", f"({' '.join(items)})"))
    found = by_uid(fetch_responses(data))
    asked = (found[uid] for uid in sorted(found) if wanted is None or uid in wanted)
    return [each for each in asked if _is_since(each.received_at, since)]


def _is_since(received_at: dt.datetime | None, since: dt.datetime | None) -> bool:
    return since is None or received_at is None or received_at >= since


def _received_since(session: Session, day: dt.date) -> set[int]:
    """Return the UIDs of what was received on that day or later, in the server's time zone (RFC 3501 §6.4.4)."""
    text = f"{day.day}-{MONTHS[day.month - 1]}-{day.year}"  # strftime would take the month from the locale
    return {int(uid) for uid in session.uids(f"SINCE {text}", charset=None)}


def batches(waiting: Sequence[Waiting], limit: int) -> Iterator[tuple[Waiting, ...]]:
    """Divide messages, in order, into batches by the sizes that the server claims; a too large one is by itself."""
    batch: list[Waiting] = []
    size = 0
    for message in waiting:
        full = len(batch) >= BATCH_MESSAGES or size + message.size > BATCH_BYTES
        if batch and (full or max(message.size, batch[0].size) > limit):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(message)
        size += message.size
    if batch:
        yield tuple(batch)


def download(session: Session, batch: Sequence[Waiting], limit: int) -> Iterator[Fetched]:
    """Download one batch, in order; what is gone is left out, what is larger than `limit` bytes comes truncated."""
    if batch[0].size > limit:
        yield from _beginning(session, batch[0])
        return
    alone = len(batch) == 1
    answered, found = _sections(session, batch, "BODY.PEEK[]", limit if alone else 2 * BATCH_BYTES)
    for message in batch:
        response = found.get(message.uid)
        body = response.sections.get("BODY[]") if response else None
        if not alone and (body.cut if body else not answered):  # larger than the server said, or all refused for one
            yield from download(session, (message,), limit)
        elif body and (body.cut or len(body.content) > limit):
            yield from _beginning(session, message)
        elif body and response and not _stands_for_what_is_gone(body.content, message):
            yield _fetched(message, response, body.content)


def _stands_for_what_is_gone(content: bytes, message: Waiting) -> bool:
    """Return whether this came instead of a message that went away after it was listed.

    Nothing at all (RFC 2180 §4.1.3), or what Courier writes then, without any of the fields that mail has.
    """
    if not content:
        return bool(message.size)
    # To split 20 MB takes as long as to download it.
    return len(content) < _COURIERS_SIZE and content.split() == _COURIERS


def _beginning(session: Session, message: Waiting) -> Iterator[Fetched]:
    """Download the header and the first part of the body, which holds the beginning of the first text part."""
    items = f"BODY.PEEK[HEADER] BODY.PEEK[TEXT]<0.{BEGINNING}>"
    _, found = _sections(session, (message,), items, HEADER + BEGINNING)
    if response := found.get(message.uid):
        header = response.sections.get("BODY[HEADER]", Section(b"")).content[:HEADER]
        text = response.sections.get("BODY[TEXT]", Section(b"")).content
        if header or text:  # else it is gone
            yield _fetched(message, response, header.rstrip(b"\r\n") + b"\r\n\r\n" + text, truncated=True)


def _sections(
    session: Session, batch: Sequence[Waiting], items: str, allowance: int
) -> tuple[bool, dict[int, FetchResponse]]:
    """FETCH these sections; return whether the server answered OK, and the responses by UID.

    Servers may refuse the whole command for one message that was deleted or that they cannot read (RFC 2180 §4.1).
    """
    found: dict[int, FetchResponse] = {}
    uids = next(uid_sets(message.uid for message in batch))
    status, data = session.by_uid("FETCH", uids, f"(UID INTERNALDATE {items})", allowance=allowance)
    if status == "OK":
        found = by_uid(fetch_responses(data))
    elif len(batch) == 1:
        log.warning("the mail server does not give message %s: %r", batch[0].place, data)
    return status == "OK", found


def _fetched(message: Waiting, response: FetchResponse, raw: bytes, truncated: bool = False) -> Fetched:
    return Fetched(message, raw, response.received_at or dt.datetime.now(dt.UTC), truncated)
