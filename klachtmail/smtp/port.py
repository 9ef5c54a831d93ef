"""The port that sends. An answer of the server is a value that says whether to try again (RFC 5321 §4.2)."""

from collections.abc import Callable
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
    for_content: bool = False  # refused when its words were there, and not its recipient


@dataclass(frozen=True, slots=True)
class Paused:
    """Trouble of ours (connect, TLS, AUTH, MAIL FROM, quota, policy): no letter can go, none is to blame."""

    reason: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """The connection broke between the end of DATA and the answer: the letter may have gone."""

    reason: str


Answer = Sent | Retry | Rejected | Paused | Doubtful


Step = Callable[[str], None]  # hears 'before MAIL' and 'after MAIL'; what it raises is as if the network broke


def unheeded(_step: str) -> None:
    """Take no notice of a step: what the program does, and a test does not."""


def nothing() -> None:
    """Do nothing before the end of a letter."""


class Courier(Protocol):
    """Hands letters to the mail server, over one connection that it keeps between calls."""

    def connect(self) -> Paused | None:
        """Log in now instead of at the first letter; return what is wrong, or None. Never raises."""
        ...

    def deliver(
        self, envelope_from: str, recipient: str, content: bytes, before_end: Callable[[], None] = nothing
    ) -> Answer:
        """Deliver one letter (CRLF line ends) to one bare address. Never raises but what `before_end` raises.

        `before_end` is called when all was said but the final dot, before which no server can take a letter: not for
        one that was refused earlier, and again when a connection that had died is replaced.
        """
        ...

    def takes(self, envelope_from: str, recipient: str) -> bool | None:
        """Ask whether the server would take a letter to this address, and send none; None when it cannot be asked."""
        ...

    def close(self) -> None:
        """Say QUIT and let go; never raises."""
        ...
