"""What the Sent folder knows of our letters: to whom, under which subject and number, in answer to what."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Final

from klachtmail.domain.incoming.own_letter import is_named_by_us
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.numbers import NUMBER
from klachtmail.parse import parse
from klachtmail.service.work.office import MEGABYTE, Office

SMALL: Final = MEGABYTE // 4  # of larger letters only the beginning is downloaded


@dataclass(frozen=True, slots=True)
class Copy:
    """A letter of ours in Sent. Bare address and msg-ids; `number` is that at the end of its subject."""

    message_id: str
    to: str
    subject: str
    at: dt.datetime
    number: str | None
    answers: tuple[str, ...]
    sha256: str


@dataclass(slots=True)
class SentFolder:
    """The letters in Sent that the register does not know, and the highest number of each series in any of them."""

    unknown: list[Copy] = field(default_factory=list)
    known: dict[str, Copy] = field(default_factory=dict)
    highest: dict[str, int] = field(default_factory=dict)

    def number_for(self, message_id: str | None) -> str | None:
        """Return the number under which the sender of this message was answered, or None."""
        return next((c.number for c in self.unknown if message_id and message_id in c.answers and c.number), None)

    def take(self, letter: Letter) -> Copy | None:
        """Return the copy of this letter, once; None when it did not go.

        By its Message-ID, or, for one that was rewritten, by recipient, subject and time: a letter that names no
        complaint only counts on its own day.
        """
        if letter.message_id in self.known:
            return self.known.pop(letter.message_id or "")
        for copy in self.unknown:
            if (copy.to, copy.subject) == (letter.to, letter.subject) and self._fits(copy, letter):
                self.unknown.remove(copy)
                return copy
        return None

    def _fits(self, copy: Copy, letter: Letter) -> bool:
        return copy.number is not None or copy.at.date() == letter.created_at.astimezone(copy.at.tzinfo).date()


def read_sent(office: Office, since: dt.date | None) -> SentFolder:
    """Read the Sent folder from this day on. Empty where the server keeps none."""
    found = SentFolder()
    if office.sent_copies == "none":
        return found
    own = office.firm.organisation
    for fetched in office.mailbox.fetch(office.mailbox.waiting("sent", since), SMALL):
        mail = parse(fetched.raw, fetched.received_at)
        if mail.message_id is None or not is_named_by_us(mail.message_id) or mail.sender.address != own.address.lower():
            continue  # written by hand from the mailbox, or laid there by a person
        last = mail.subject.rpartition("[")[2]
        numbered = NUMBER.fullmatch(last.removesuffix("]")) if last.endswith("]") else None
        number = numbered.group().upper() if numbered else None
        if number:
            series = number[:5]
            found.highest[series] = max(found.highest.get(series, 0), int(number[6:]))
        (sha256,) = office.store.keep_letters([fetched.raw])
        copy = Copy(
            mail.message_id,
            mail.to[0].address if mail.to else "",
            mail.subject,
            fetched.received_at.astimezone(own.zone),
            number,
            mail.thread,
            sha256,
        )
        letter = office.store.letter(mail.message_id)
        if letter is None and not office.store.numbers_for_thread([mail.message_id]):
            found.unknown.append(copy)
        elif letter is not None and letter.state != "sent":
            found.known[mail.message_id] = copy
    found.unknown.sort(key=lambda each: each.at)
    return found
