"""Records that the tests of the store put into it."""

import datetime as dt
from dataclasses import replace

from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint, HistoryEntry, Message, Party
from klachtmail.domain.records.state import Seen

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
DAY = dt.timedelta(days=1)


def complaint(counter=1, *, at=NOW, prefix="K", address=None, **fields):
    number = f"{prefix}{at.year}-{counter:04d}"
    return replace(
        Complaint(
            number=number,
            received_at=at,
            due_on=(at + 14 * DAY).date(),
            original_due_on=(at + 14 * DAY).date(),
            complainant=Party(name="Anna de Boer", address=address or f"anna{counter}@example.org"),
            subject="De cursus",
            text="Het lokaal was koud.",
            messages=(
                Message(
                    message_id=f"{number.lower()}@mail.example.org",
                    sender=address or f"anna{counter}@example.org",
                    at=at,
                    direction="in",
                    kind="complaint",
                    sha256="0" * 64,
                    subject="De cursus",
                ),
            ),
            history=(HistoryEntry(at=at, actor="complainant", event="received", detail="per mail"),),
        ),
        **fields,
    )


def seen(key="key-1", *, at=NOW, kind="complaint", **fields):
    return Seen(key=key, places=(f"INBOX/1/{key}",), kind=kind, folder="processed", sha256="0" * 64, at=at, **fields)


def letter(name="l1", *, at=NOW, state="waiting", **fields):
    return Letter(
        id=name,
        kind="acknowledgement",
        to="anna@example.org",
        state=state,
        message_id=f"{name}@ront.nl",
        created_at=at,
        **fields,
    )
