"""What a kept document is found by, read from the raw document so that nothing needs to be validated to index it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from klachtmail.domain.records.model import OPEN as OPEN_STATUS
from klachtmail.store.schema import Document

OPEN: Final = "open"
UNSENT: Final = "unsent"


def message_ids(complaint: Document) -> Iterator[str]:
    """Yield the bare msg-ids of a complaint's messages."""
    return (found for message in complaint.get("messages", ()) if (found := message.get("message_id")))


def touched(complaint: Document) -> dt.datetime:
    """Return when something last happened to a complaint (aware)."""
    parts = (*complaint.get("history", ()), *complaint.get("messages", ()))
    times = [
        complaint["received_at"],
        complaint.get("closed_at") or complaint["received_at"],
        *(each["at"] for each in parts),
    ]
    return max(map(dt.datetime.fromisoformat, times))


def awaits_ruling(complaint: Document) -> bool:
    """Return whether somebody went to the third party, which did not rule yet."""
    return "appeal" in complaint and complaint["appeal"].get("ruling") is None


def references(complaint: Document) -> Iterator[str]:
    """Yield the bare msg-ids that the received messages of a complaint refer to."""
    return (found for message in complaint.get("messages", ()) for found in message.get("refers_to", ()))


def addresses(complaint: Document) -> Iterator[str]:
    """Yield the bare addresses, in lower case, of the parties and of others who wrote."""
    for party in (complaint["complainant"], *complaint.get("parties", ())):
        if own := party.get("address"):
            yield own.lower()
    yield from (other.lower() for other in complaint.get("others", ()))


def sightings(seen: Document) -> Iterator[str]:
    """Yield the content key and the places of a message that was dealt with."""
    yield seen["key"]
    yield from seen["places"]


def openness(complaint: Document) -> Iterator[str]:
    """Yield OPEN for a complaint that somebody has to do something about; a remark is none."""
    if complaint.get("status", "new") in OPEN_STATUS and not complaint["number"].startswith("M"):
        yield OPEN


def departure(letter: Document) -> Iterator[str]:
    """Yield UNSENT for a letter that is held, waiting or failed."""
    if letter.get("state", "waiting") != "sent":
        yield UNSENT


def day(letter: Document) -> Iterator[str]:
    """Yield the date on which a letter was made, as it is written (a day more or less in another time zone)."""
    yield letter["created_at"][:10]


def message_id(letter: Document) -> Iterator[str]:
    """Yield the bare msg-id of a letter that has been rendered."""
    if found := letter.get("message_id"):
        yield found


def by_number(number: str) -> tuple[str, int, int]:
    """Sort 'K2025-10000' after 'K2025-9999', and remarks after complaints."""
    return number[0], int(number[1:5]), int(number[6:])


def by_age(number: str) -> tuple[int, int, str]:
    """Sort the oldest number first: counters follow the order of receipt."""
    return int(number[1:5]), int(number[6:]), number[0]


class Postings:
    """An index: key -> the documents that carry it, in the order in which they came.

    Most keys have one document: its name alone then stands there, as a dict for each would double the memory.
    """

    def __init__(self) -> None:
        self._of: dict[str, str | dict[str, None]] = {}

    def of(self, key: str) -> tuple[str, ...]:
        """Return the names of the documents under this key."""
        found = self._of.get(key, ())
        return (found,) if isinstance(found, str) else tuple(found)

    def keys(self) -> tuple[str, ...]:
        """Return all keys, each once."""
        return tuple(self._of)

    def add(self, name: str, keys: Iterable[str]) -> None:
        """Put a document under these keys."""
        for key in keys:
            there = self._of.setdefault(key, name)
            if isinstance(there, dict):
                there[name] = None
            elif there != name:
                self._of[key] = {there: None, name: None}

    def drop(self, name: str, keys: Iterable[str]) -> None:
        """Take a document away from these keys."""
        for key in keys:
            there = self._of.get(key)
            if isinstance(there, dict):
                there.pop(name, None)
            if there in (name, {}):
                del self._of[key]
