"""Comparing the folders with the register: what people moved by hand is reported, and nothing is ever deleted."""

import datetime as dt
import hashlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.outgoing import letters
from klachtmail.domain.records.state import Seen
from klachtmail.mailbox.port import Role
from klachtmail.parse import parse
from klachtmail.service.watch.alarm import to_administrator
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.office import Office

log = logging.getLogger(__name__)

WINDOW: Final = dt.timedelta(days=7)
FILED: Final[tuple[Role, ...]] = ("processed", "automatic", "quarantine")


def compare(office: Office) -> int:
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
        for fetched in office.mailbox.fetch(office.mailbox.waiting(role, since), office.largest):
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
    gone = {
        seen.sha256: f"Een bericht{f' van {seen.number}' if seen.number else ''} ligt niet meer in onze mappen: {_named(mail)}. "
        "Het is bewaard bij het register."
        for seen, mail in _gone(office, [s for s in recent.values() if s.sha256 not in here], began)
    }
    return _report(office, {**strange, **gone})


def _gone(office: Office, absent: Sequence[Seen], began: dt.datetime) -> Iterator[tuple[Seen, Incoming]]:
    """Yield what was filed this week and is nowhere; what came long before it was read is looked up by its id."""
    roles: tuple[Role, ...] = ("inbox", *FILED)
    for seen in absent:
        if seen.folder is None or seen.at <= began - WINDOW:
            continue
        raw = office.store.mail(seen.sha256)
        mail = parse(raw, seen.at) if raw else None
        message_id = mail.message_id if mail else None
        if mail and message_id and not any(office.mailbox.has_message(role, message_id) for role in roles):
            yield seen, mail


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
