"""A message as it was understood: what `parse` hands to the rest of the program."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

_HEADING: Final = 4  # lines that mail programs put above what they quote


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox. `address` is bare and lower case ('' when there was none); `name` is one clean line or ''."""

    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that is not the message's own text. `name` is safe to use as a file name, `index` counts from 0."""

    index: int
    name: str
    content_type: str
    size: int
    sha256: str
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Bounce:
    """A delivery failure, RFC 3464 or one of the many older formats (bare addresses, bare msg-ids)."""

    recipients: tuple[str, ...] = ()
    original_ids: tuple[str, ...] = ()
    permanent: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The message that this one passes on: attached (certain) or quoted inline (a guess that a member confirms)."""

    sender: Address
    subject: str
    text: str
    sent_at: dt.datetime | None = None
    message_id: str | None = None
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """A received message. Every text is clean: no lone surrogates, control characters or (in one-line fields) breaks.

    `received_at` is the mail server's time of receipt (aware); `date` is what the Date header claims (aware) or None.
    Message ids are bare: without the angle brackets. `return_path` is '' for the null path and None when absent. `sole_author`: there is
    one From field, and it names one address in plain sight (RFC 5322 §3.6.2); else `sender` is the likeliest of several.
    `calendar_method` is that of a calendar part as its program announces it (RFC 6047 §2.4), in lower case, or ''.
    `unseen`: lines of a page that may be hidden from whoever wrote or read it, without the blanks around them.
    `encrypted`: nothing of what its author wrote can be read here. `mails` are those attached or saved as a file, also in a
    ZIP. `pasted` are those of several people, one below the other in the text; `forwarded` is all of it as one.
    `sent_key` is the same for what was sent at one moment with the same words, whatever its msg-id; '' without a date.
    `reaction` is the emoji or sentence when the message says nothing else (a thumb), or ''.
    """

    sha256: str
    size: int
    content_key: str
    received_at: dt.datetime
    sender: Address
    sent_key: str = ""
    subject: str = ""
    text: str = ""
    new_text: str = ""
    quoted_text: str = ""
    date: dt.datetime | None = None
    message_id: str | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    return_path: str | None = None
    content_type: str = "text/plain"
    calendar_method: str = ""
    reaction: str = ""
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    attachments: tuple[Attachment, ...] = ()
    bounce: Bounce | None = None
    forwarded: Forwarded | None = None
    mails: tuple[Forwarded, ...] = ()
    pasted: tuple[Forwarded, ...] = ()
    encrypted: bool = False
    unseen: frozenset[str] = frozenset()
    language: str = "nl"
    language_is_told: bool = True  # else the client gets letters in the language of the firm
    html_only: bool = False
    truncated: bool = False
    sole_author: bool = True
    notices: tuple[str, ...] = ()

    def header(self, name: str) -> str:
        """Return the first (topmost) value of this header, decoded on one line, or ''."""
        return next(iter(self.headers.get(name.lower(), ())), "")

    @property
    def has_unmarked_quotes(self) -> bool:
        """Whether more is quoted than a heading without a '>' before each line: then its end is a guess.

        However little it is: an answer may be typed below it.
        """
        lines = [line for each in self.quoted_text.split("\n") if (line := each.strip())]
        unmarked = [line for line in lines if not line.startswith(">")]
        is_text = any(not {":", "@"} & set(line) and line.strip("-_=* ") for line in unmarked)
        return is_text or len(unmarked) > _HEADING or unmarked[-1:] == lines[-1:] != []

    @property
    def commands(self) -> str:
        """What a member may command with: words of the author's own, as far as an author can see them."""
        lines = self.new_text.split("\n")
        return "\n".join(line for line in lines if line.strip() not in self.unseen) if self.unseen else self.new_text

    @property
    def dossier_text(self) -> str:
        """What the register keeps: what the author wrote, and the quotation too when its end is a guess."""
        return self.text if self.has_unmarked_quotes else self.new_text

    @property
    def thread(self) -> tuple[str, ...]:
        """The bare msg-ids that this message answers, nearest first (RFC 5322 §3.6.4)."""
        return tuple(dict.fromkeys((*self.in_reply_to, *reversed(self.references))))

    @property
    def recipients(self) -> tuple[Address, ...]:
        """Everybody in To and Cc."""
        return (*self.to, *self.cc)
