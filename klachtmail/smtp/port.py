"""The port that sends. An answer of the server is a value that says whether to try again (RFC 5321 §4.2)."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Sent:
    """The server took responsibility for the letter."""


@dataclass(frozen=True, slots=True)
class Retry:
    """Not now (4xx about this letter); try this letter again later."""

    reason: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """Never: this recipient, this size or this content. `too_large`: it may go without its attachments."""

    reason: str
    too_large: bool = False


@dataclass(frozen=True, slots=True)
class Paused:
    """Trouble of ours (connect, TLS, AUTH, MAIL FROM, quota, policy): no letter can go, none is to blame."""

    reason: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """The connection broke between the end of DATA and the answer: the letter may have gone."""

    reason: str


Answer = Sent | Retry | Rejected | Paused | Doubtful


class Courier(Protocol):
    """Hands letters to the mail server, over one connection that it keeps between calls."""

    def connect(self) -> Paused | None:
        """Log in now instead of at the first letter; return what is wrong, or None. Never raises."""
        ...

    def deliver(self, envelope_from: str, recipient: str, content: bytes) -> Answer:
        """Deliver one letter (CRLF line ends) to one bare address. Never raises."""
        ...

    def close(self) -> None:
        """Say QUIT and let go; never raises."""
        ...
