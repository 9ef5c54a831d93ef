"""One mail that came by two roads: the same but for what a relay put around it ('[EXTERN]', a banner, a footer)."""

import re
from typing import Final

from klachtmail.domain.incoming.message import Incoming

_LINKS = re.compile(r"<[^<>\s]{1,2000}>|https?://\S{1,2000}|\[[^\[\]\n]{0,200}\]")  # relays rewrite them
_WORD = re.compile(r"\w+")
_SHARED: Final = 20  # words that two copies must share when one has a banner above it and the other a footer below


def is_same_mail(first: Incoming, second: Incoming) -> bool:
    """Return whether these two of one msg-id are one mail: of one sender and moment, the one saying what the other says.

    Programs give forms of one second the same msg-id and date: so the texts must be the same, and not only alike.
    """
    if first.date is None or first.date != second.date or first.sender.address != second.sender.address:
        return False
    if not _holds(_words(first.subject), _words(second.subject)):
        return False
    texts = _words(first.text), _words(second.text)
    if not all(texts):
        files = {each.sha256 for each in first.attachments}, {each.sha256 for each in second.attachments}
        return not any(texts) and bool(files[0] & files[1] or not any(files))
    return _holds(*texts) or _overlap(*texts)


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(_LINKS.sub(' ', text).lower()))} ".replace("  ", "")


def _holds(one: str, other: str) -> bool:
    return one in other or other in one


def _overlap(one: str, other: str) -> bool:
    return _ends_in(one, other) or _ends_in(other, one)


def _ends_in(one: str, other: str) -> bool:
    """Return whether the one ends in the beginning of the other, and that is more than half of each."""
    beginning = " ".join(other.split(" ")[: _SHARED + 1]) + " "
    at = one.find(beginning) if other.count(" ") > _SHARED else -1
    shared = len(one) - at
    return at >= 0 and other.startswith(one[at:]) and 2 * shared > max(len(one), len(other))
