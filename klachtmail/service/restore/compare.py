"""Comparing the folders with the register: what people moved by hand is reported, and nothing is ever deleted."""

import datetime as dt
import hashlib
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.outgoing import letters
from klachtmail.domain.records.state import Seen
from klachtmail.mailbox.port import Fetched, Role
from klachtmail.parse import parse
from klachtmail.service.watch.alarm import to_administrator
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.office import Office
from klachtmail.service.work.steps import Steps, whole

log = logging.getLogger(__name__)

WINDOW: Final = dt.timedelta(days=7)
TOGETHER: Final = 50  # messages that are downloaded in one step
FILED: Final[tuple[Role, ...]] = ("processed", "automatic", "quarantine")


def compare(office: Office) -> int:
    """Do the same without a pause."""
    return whole(comparing(office))


def comparing(office: Office) -> Steps[int]:
    """Compare a week of mail, tell the administrator what differs and was not told yet; return how many those are.

    A message in our folders that the register does not know may be a complaint that somebody filed by hand before we
    saw it; one that is on record and in none of our folders was moved or deleted (its bytes are kept with the register).
    """
    office.mailbox.connect()
    began = office.now()
    since = (began - WINDOW).date()
    recent = {s.sha256: s for s in office.store.sightings() if s.at > began - 2 * WINDOW}
    here: set[str] = set()
    strange: dict[str, str] = {}
    for role in ("inbox", *FILED):
        for fetched in _fetched(office, role, since):
            yield
            sha256 = hashlib.sha256(fetched.raw).hexdigest()
            here.add(sha256)
            mail = parse(fetched.raw, fetched.received_at, truncated=fetched.truncated)
            if (seen := office.store.seen(mail.content_key)) is not None:
                here.add(seen.sha256)
            elif role != "inbox" and sha256 not in recent:
                strange[sha256] = (
                    f"In een van onze mappen ligt een bericht dat niet is gelezen: {_named(mail)}. "
                    "Zet het terug in de inbox als het een klacht kan zijn."
                )
    gone: dict[str, str] = {}
    for seen in [s for s in recent.values() if s.sha256 not in here]:
        yield
        if (absent := _gone(office, seen, began)) is not None:
            gone[seen.sha256] = (
                f"Een bericht{f' van {seen.number}' if seen.number else ''} ligt niet meer in onze mappen: {_named(absent)}. "
                "Het is bewaard bij het register."
            )
    return _report(office, {**strange, **gone})


def _fetched(office: Office, role: Role, since: dt.date) -> Iterator[Fetched]:
    """Yield the messages of a folder, a few at a time: a daemon looks for new mail in between."""
    waiting = office.mailbox.waiting(role, since)
    for start in range(0, len(waiting), TOGETHER):
        yield from office.mailbox.fetch(waiting[start : start + TOGETHER], office.largest)


def _gone(office: Office, seen: Seen, began: dt.datetime) -> Incoming | None:
    """Return the mail that was filed this week and is nowhere; what came long before it was read is looked up by its id."""
    if seen.folder is None or seen.at <= began - WINDOW:
        return None
    raw = office.store.mail(seen.sha256)
    mail = parse(raw, seen.at) if raw else None
    message_id = mail.message_id if mail else None
    roles: tuple[Role, ...] = ("inbox", *FILED)
    is_there = not message_id or any(office.mailbox.has_message(role, message_id) for role in roles)
    return None if is_there else mail


def _report(office: Office, differences: dict[str, str]) -> int:
    with office.store.work():
        desk = Desk(office, office.now())
        told = set(desk.work.state.differences)
        news = [text for sha256, text in differences.items() if sha256 not in told]
        if set(differences) != told:
            desk.work.put_state(replace(desk.work.state, differences=tuple(differences)))
        if news:
            data = letters.Alarm(
                title="De mappen en het register verschillen",
                problem="Iemand heeft berichten verplaatst of verwijderd.",
                items=tuple(news),
            )
            desk.post([to_administrator(office, data)])
        desk.commit()
    return len(news)


def _named(mail: Incoming) -> str:
    return (
        f"“{mail.subject or 'zonder onderwerp'}” van {mail.sender.address or 'onbekend'}, {mail.received_at:%d-%m-%Y}"
    )
