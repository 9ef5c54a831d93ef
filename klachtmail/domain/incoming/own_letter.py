"""A letter of ours that somebody passes on to us: known by what it quotes, for not every program writes References."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.incoming.message import Forwarded, Incoming
from klachtmail.domain.records.numbers import numbers_in, numbers_in_subject
from klachtmail.domain.records.port import Records

# The local part of a msg-id as letters.envelope makes them.
OUR_NAME: Final = re.compile(r"kl([KM]\d{8,13})?\.[0-9a-f]{16}|km[\w-]{24}\.[\w-]{16}")
_ADDRESS: Final = re.compile(r"[^\s<>\[\]()\"':;,@]{1,64}@[^\s<>\[\]()\"':;,@]{1,200}")
_HEADING: Final = 3_000  # characters in which the addresses of a quoted header are looked for


def is_named_by_us(message_id: str) -> bool:
    """Return whether this bare msg-id has the form of one that we give to a letter."""
    return bool(OUR_NAME.fullmatch(message_id.partition("@")[0]))


def passes_on_our_letter(passed: Forwarded, firm: Firm) -> bool:
    """Return whether the message that was passed on is a letter of ours; Outlook shows a sender by name alone."""
    if passed.message_id is not None and is_named_by_us(passed.message_id):
        return True
    sender = passed.sender
    if sender.address:
        return firm.is_ourselves(sender.address)
    return sender.name.casefold() == firm.organisation.mailbox_name.casefold()


def complaint_quoted(mail: Incoming, passed: Forwarded, records: Records, firm: Firm) -> str | None:
    """Return the number of the complaint that a letter of ours is about: by its subject, by whom it was sent to."""
    for text in (passed.subject, mail.subject):
        if number := _first_on_record(records, numbers_in_subject(text)):
            return number
    for candidates in (numbers_in(passed.text), _of_addresses(mail.text[:_HEADING], records, firm)):
        known = {number for number in candidates if records.complaint(number) is not None}
        if len(known) == 1:
            return known.pop()
    return None


def _first_on_record(records: Records, numbers: Iterable[str]) -> str | None:
    return next((number for number in numbers if records.complaint(number) is not None), None)


def _of_addresses(text: str, records: Records, firm: Firm) -> Iterator[str]:
    """Yield the open complaints of the outside addresses that stand in a text."""
    for address in dict.fromkeys(found.lower() for found in _ADDRESS.findall(text)):
        for number in records.numbers_for_address(address) if firm.is_outside(address) else ():
            complaint = records.complaint(number)
            if complaint is not None and complaint.is_open:
                yield number
