"""Reading a message with what we know: the letters that we sent ourselves, of which nothing is the author's."""

import datetime as dt
from collections.abc import Iterator, Sequence

from klachtmail.domain.incoming import tokens
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.outgoing import requests
from klachtmail.domain.records.letter import Button
from klachtmail.domain.records.numbers import numbers_in
from klachtmail.domain.records.port import Records
from klachtmail.parse import above_frame, parse, sent_texts, told_apart
from klachtmail.parse.sent import SentText
from klachtmail.store.port import Store

MOST_LETTERS = 3  # of ours that one message is compared with
_LABELS = frozenset(each.label for each in vars(requests).values() if isinstance(each, Button))


def read_mail(
    raw: bytes, received_at: dt.datetime, records: Records, store: Store, *, truncated: bool = False
) -> Incoming:
    """Return what the message says; `records` are asked for the letters that it answers, `store` for their bytes."""
    return with_our_letters(parse(raw, received_at, truncated=truncated), records, store)


def with_our_letters(message: Incoming, records: Records, store: Store) -> Incoming:
    """Return a message that was parsed, without what stands in the letters of ours that it answers."""
    if letters := tuple(_letters_answered(message, records, store)):
        return told_apart(message, letters)
    answers_us = any(tokens.TOKEN.match(message_id) for message_id in message.thread)
    return above_frame(message, _LABELS) if answers_us else message  # a letter of more than a month ago


def read_ahead(messages: Sequence[Incoming], store: Store) -> None:
    """Have the store read at once what these messages will be asked about, one by one."""
    ids = {name for m in messages for name in (m.message_id, *m.thread, *_bounced(m)) if name}
    people = (address for m in messages for address in (m.sender, *m.reply_to, *m.to, *m.cc))
    store.expect(
        places={key for m in messages for key in (m.content_key, m.sent_key) if key},
        message_ids=ids,
        addresses={person.address for person in people if person.address},
        numbers={number for m in messages for number in numbers_in(m.subject)},
    )


def _bounced(message: Incoming) -> tuple[str, ...]:
    return message.bounce.original_ids if message.bounce else ()


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
