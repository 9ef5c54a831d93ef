"""The port to the mailbox (IMAP). Messages are addressed by folder role, UIDVALIDITY and UID."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Role = Literal["inbox", "processed", "automatic", "quarantine", "sent", "junk"]


Step = Callable[[str], None]  # hears 'before UID MOVE' and 'after UID MOVE'; what it raises is as if the network broke


def unheeded(_step: str) -> None:
    """Take no notice of a step: what the program does, and a test does not."""


class MailboxError(Exception):
    """The mail server cannot be reached or broke off; nothing is lost. One sentence that says what to do."""


class MailboxLoginError(MailboxError):
    """The server refuses the user name, password or token."""


class MailboxFullError(MailboxError):
    """The server refuses to store more (OVERQUOTA)."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message as the server lists it: not yet downloaded. `size` is what the server claims, in bytes."""

    role: Role
    uidvalidity: int
    uid: int
    size: int

    @property
    def place(self) -> str:
        """'inbox/uidvalidity/uid/size': where this message lies, for the seen key.

        With its size, because a server that was put back from a backup gives the UIDs of since then to other messages.
        """
        return f"{self.role}/{self.uidvalidity}/{self.uid}/{self.size}"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A downloaded message. `received_at` is INTERNALDATE (aware). `truncated`: larger than the bound, see `fetch`."""

    waiting: Waiting
    raw: bytes
    received_at: dt.datetime
    truncated: bool


class Mailbox(Protocol):
    """One connection to one account. Every call may raise MailboxError; the connection is then gone."""

    def connect(self) -> None:
        """Log in, ask CAPABILITY again, find or make the folders. Does nothing when connected."""
        ...

    def waiting(self, role: Role, since: dt.date | None = None) -> list[Waiting]:
        """List every message of a folder by UID (seen or not), oldest first; [] when it has no such folder.

        With `since`, only what was received on that day (of the firm's time zone) or later.
        """
        ...

    def fetch(self, waiting: Sequence[Waiting], limit: int) -> Iterator[Fetched]:
        """Download these messages of one folder with BODY.PEEK, in order; a message gone meanwhile is left out.

        One that is larger than `limit` bytes, by the server's word or in fact, comes as its header and the beginning
        of its first text part, with `truncated` set.
        """
        ...

    def file(self, waiting: Sequence[Waiting], role: Role) -> None:
        """Move these messages of one folder to another, by the safest means the server has; never a plain EXPUNGE."""
        ...

    def append(self, role: Role, content: bytes, at: dt.datetime) -> None:
        r"""Store a message in a folder, marked \Seen (a copy of a letter in Sent)."""
        ...

    def has_message(self, role: Role, message_id: str) -> bool | None:
        """Return whether this folder holds this bare Message-ID; None when there is no such folder."""
        ...

    def find(self, role: Role, *, message_id: str = "", subject: str = "") -> list[Waiting]:
        """List the messages of a folder with this bare Message-ID, or with this text in their subject; [] without one.

        What the server cannot be asked for (no printable ASCII) is not found.
        """
        ...

    def remove(self, waiting: Sequence[Waiting]) -> bool:
        r"""Delete these messages of one folder for good, by UID; never a plain EXPUNGE.

        False when the server cannot expunge by UID (no UIDPLUS, RFC 4315): they are only marked \Deleted then.
        """
        ...

    def folders(self) -> dict[Role, str | None]:
        """Return the name on the server of each role, None where it has none."""
        ...

    def idle(self, seconds: float) -> bool:
        """Wait for news in INBOX for at most so long; True at news. Servers without IDLE: False at once."""
        ...

    def wake(self) -> None:
        """End an `idle` in another thread at once, or the next one, for a clean stop; never raises."""
        ...

    def close(self) -> None:
        """Log out quietly; never raises."""
        ...
