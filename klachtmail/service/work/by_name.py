"""Who is named without an address: by a name or a telephone number, as people, robots and mail servers write them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from klachtmail.domain.records.model import Complaint, Party
from klachtmail.domain.records.parties import complainants
from klachtmail.parse import LONG_AGO, parse
from klachtmail.service.work.glance import words_in

_DIGITS: Final = 9  # the last of a number, however its beginning is written: 06, +31 6, 0031 (0)6
_SHORTEST: Final = 8  # digits that are a telephone number
_BETWEEN: Final = r"[\s().\-/]{0,3}"
_LONGEST: Final = 100


class Names:
    """Some names and telephone numbers; `in_text` tells whether one of them stands in a text, as a whole."""

    def __init__(self, names: Iterable[str]) -> None:
        self.said = tuple(dict.fromkeys(filter(None, (" ".join(name.split())[:_LONGEST] for name in names))))
        written = "|".join(_phone(name) if _is_phone(name) else _words(name) for name in self.said)
        self._pattern = re.compile(written) if written else None

    def in_text(self, text: str) -> bool:
        """Return whether one of them stands in this text, whatever its capitals, spaces and line breaks."""
        return self._pattern is not None and self._pattern.search(_plain(text)) is not None

    def in_mail(self, raw: bytes | None) -> bool:
        """Return whether one of them stands in this message: as it reads, or in its bytes."""
        if raw is None or self._pattern is None:
            return False
        if self.in_text(words_in(raw)):
            return True
        mail = parse(raw, LONG_AGO)
        people = " ".join(each.name for each in (mail.sender, *mail.recipients))
        return self.in_text("\n".join((mail.subject, people, mail.text, *(each.text for each in mail.mails))))


def known_names(complaints: Iterable[Complaint], address: str) -> Iterator[str]:
    """Yield the names of two words and more, and the telephone numbers, under which these dossiers know an address."""
    for complaint in complaints:
        for party in (*complainants(complaint), *complaint.parties):
            if address in {party.address, party.reply_to}:
                yield from _of(party)


def _of(party: Party) -> Iterator[str]:
    if len(party.name.split()) > 1:
        yield party.name
    if party.phone and _is_phone(party.phone):
        yield party.phone


def _is_phone(said: str) -> bool:
    return sum(c.isdigit() for c in said) >= _SHORTEST and not any(c.isalpha() for c in said)


def _phone(said: str) -> str:
    digits = "".join(c for c in said if c.isdigit())[-_DIGITS:]
    return rf"{_BETWEEN.join(digits)}(?!\d)"


def _words(said: str) -> str:
    words = r"\s+".join(map(re.escape, _plain(said).split()))
    return rf"(?<!\w){words}(?!\w)"


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
