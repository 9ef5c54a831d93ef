"""Reading a message with what we know: the letters that we sent ourselves, of which nothing is the author's."""

import datetime as dt
from collections.abc import Iterator, Sequence

from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.records.port import Records
from klachtmail.parse import parse, sent_texts, told_apart
from klachtmail.parse.sent import SentText
from klachtmail.store.port import Store

MOST_LETTERS = 5  # of ours that one message is compared with


def read_mail(
    raw: bytes, received_at: dt.datetime, records: Records, store: Store, *, truncated: bool = False
) -> Incoming:
    """Return what the message says; `records` are asked for the letters that it answers, `store` for their bytes."""
    message = parse(raw, received_at, truncated=truncated)
    return told_apart(message, _letters_answered(message, records, store)) if message.thread else message


def _letters_answered(message: Incoming, records: Records, store: Store) -> Iterator[Sequence[SentText]]:
    left = MOST_LETTERS
    for message_id in message.thread:
        sha256 = _sent_as(message_id, records)
        content = store.rendered(sha256) if sha256 else None
        if content is not None and left:
            left -= 1
            yield sent_texts(content)


def _sent_as(message_id: str, records: Records) -> str | None:
    """Return under which SHA-256 the letter with this bare msg-id is kept: from the outbox, or from a dossier."""
    if (letter := records.letter(message_id)) is not None:
        return letter.sha256
    for number in records.numbers_for_thread((message_id,)):
        complaint = records.complaint(number)
        for message in complaint.messages if complaint else ():
            if message.message_id == message_id and message.direction == "out":
                return message.sha256
    return None
