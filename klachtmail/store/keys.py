"""What a kept document is found by, read from the raw document so that nothing needs to be validated to index it."""

from collections.abc import Iterable, Iterator

from klachtmail.store.schema import Document


def message_ids(complaint: Document) -> Iterator[str]:
    """Yield the bare msg-ids of a complaint's messages."""
    return (found for message in complaint.get("messages", ()) if (found := message.get("message_id")))


def addresses(complaint: Document) -> Iterator[str]:
    """Yield the bare addresses, in lower case, of the complainant and of others who wrote."""
    if own := complaint["complainant"].get("address"):
        yield own.lower()
    yield from (other.lower() for other in complaint.get("others", ()))


def sightings(seen: Document) -> Iterator[str]:
    """Yield the content key and the places of a message that was dealt with."""
    yield seen["key"]
    yield from seen["places"]


def by_number(number: str) -> tuple[str, int, int]:
    """Sort 'K2025-10000' after 'K2025-9999', and remarks after complaints."""
    return number[0], int(number[1:5]), int(number[6:])


def by_age(number: str) -> tuple[int, int, str]:
    """Sort the oldest number first: counters follow the order of receipt."""
    return int(number[1:5]), int(number[6:]), number[0]


class Postings:
    """An index: key -> the documents that carry it, in the order in which they came."""

    def __init__(self) -> None:
        self._of: dict[str, tuple[str, ...]] = {}

    def of(self, key: str) -> tuple[str, ...]:
        """Return the names of the documents under this key."""
        return self._of.get(key, ())

    def add(self, name: str, keys: Iterable[str]) -> None:
        """Put a document under these keys."""
        for key in keys:
            there = self._of.get(key, ())
            if name not in there:
                self._of[key] = (*there, name)

    def drop(self, name: str, keys: Iterable[str]) -> None:
        """Take a document away from these keys."""
        for key in keys:
            left = tuple(other for other in self._of.get(key, ()) if other != name)
            if left:
                self._of[key] = left
            else:
                self._of.pop(key, None)
