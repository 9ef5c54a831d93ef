"""What `zoek` looks through: the number, names, addresses, subject and text of a complaint."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from klachtmail.domain.records.model import Complaint


def searched(complaint: Complaint) -> str:
    """Return the text in which a complaint is found."""
    people = (complaint.complainant, *complaint.parties)
    named = [word for party in people for word in (party.name, party.organisation, party.address) if word]
    domains = [word.partition("@")[2] for word in named if "@" in word]  # full text takes an address for one word
    return "\n".join((complaint.number, *named, *domains, complaint.subject, complaint.text))


def matches(complaint: Complaint, words: Iterable[str]) -> bool:
    """Return whether each of these words (casefolded) stands in it, be it inside another word."""
    text = searched(complaint).casefold()
    return all(word in text for word in words)


def newest(complaints: Iterable[Complaint], words: Sequence[str], most: int) -> Iterator[Complaint]:
    """Yield the last `most` of these in which each word stands, the last one first."""
    return reversed(deque((each for each in complaints if matches(each, words)), most))
