"""How a letter to a client speaks: warm to a plain complaint, without a call to who wants to stay unknown.

Both only choose a sentence. Where the words do not say it, the letter says neither: warmth that is wrong sounds false, and
what is no complaint gets a plain letter.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final, overload

from klachtmail.domain.records.model import Complaint, Message
from klachtmail.domain.records.parties import addressee
from klachtmail.letters.reflow import reflowed
from klachtmail.letters.wording import Excerpt, excerpt

_LATER: Final = 2  # of later messages, so many are quoted
_READ: Final = 20_000  # characters, as many as the register keeps

# In small letters, and looked for in small letters: a pattern that ignores case takes three times as long.
_PLAINLY = re.compile(
    r"""\b(?:
        klacht\w* | klagen | beklaag | ontevreden | teleurgesteld | teleurstellend\w* | niet\ (?:erg\ |echt\ )?tevreden | boos
        | onacceptabel\w* | schandalig\w* | belachelijk\w* | waardeloos | geld\ terug | niet\ netjes | slecht\ (?:geregeld|geholpen)
        | complaints? | complain | dissatisfied | disappointed | disappointing | unacceptable | refund | not\ (?:happy|satisfied)
        | beschwerde\w* | beschweren | unzufrieden | enttäuscht | unzumutbar | inakzeptabel | nicht\ zufrieden
        | réclamation | plainte | mécontente?s? | insatisfaite?s? | déçue?s? | inacceptable
    )\b""",
    re.VERBOSE,
)
_NOT_MEANT = re.compile(
    r"\b(?:geen|niet als|no|not a|keine|pas une|aucune)\s+(?:echte\s+)?(?:klacht|complaint|beschwerde|réclamation|plainte)\b"
)
_UNKNOWN = re.compile(
    r"""\b(?:
        anoniem | onbekend\ blijven | naam\ (?:liever\ )?niet\ (?:noemen|geven|vermelden) | anonymous(?:ly)? | remain\ unknown
        | anonym | unerkannt | unbekannt\ bleiben | anonyme(?:ment)? | rester\ inconnue?
        | (?:wil|willen)\ niet\ (?:worden\ )?gebeld | (?:bel|belt\ u)\ mij\ (?:alstublieft\ )?niet | do\ not\ call\ me
    )\b""",
    re.VERBOSE,
)


def is_plainly_a_complaint(complaint: Complaint) -> bool:
    """Return whether the client says in so many words not to be content."""
    text = f"{complaint.subject}\n{_own(complaint)}".lower()
    return bool(_PLAINLY.search(text)) and not _NOT_MEANT.search(text)


def stays_unknown(complaint: Complaint) -> bool:
    """Return whether the client wants to stay unknown, or not to be called."""
    return bool(_UNKNOWN.search(f"{complaint.complainant.name}\n{complaint.subject}\n{_own(complaint)}".lower()))


class Wrote(Sequence[Excerpt]):
    """What the client wrote, by date; looked for in a letter that quotes it, which most do not."""

    def __init__(self, complaint: Complaint) -> None:
        self._complaint = complaint

    @cached_property
    def _parts(self) -> list[Excerpt]:
        return _wrote(self._complaint)

    @overload
    def __getitem__(self, index: int) -> Excerpt: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Excerpt]: ...
    def __getitem__(self, index: int | slice) -> Excerpt | Sequence[Excerpt]:
        return self._parts[index]

    def __len__(self) -> int:
        return len(self._parts)


def _wrote(complaint: Complaint) -> list[Excerpt]:
    """Return how the complaint begins, and the last messages."""
    first = _own(complaint)
    own = {
        complaint.complainant.address,
        complaint.complainant.reply_to,
        addressee(complaint, complaint.complainant).address,
    }
    later = [m for m in complaint.messages[1:] if m.direction == "in" and m.sender in own - {None}]
    found = [Excerpt(complaint.received_at, excerpt(reflowed(first)))] if first else []
    return [one for one in (*found, *map(_of, later[-_LATER:])) if one.text]


def _of(message: Message) -> Excerpt:
    return Excerpt(message.at, excerpt(reflowed(message.text[:_READ])))


def _own(complaint: Complaint) -> str:
    original = complaint.original
    return (complaint.text or (original.text if original else ""))[:_READ]
