"""Everything that the verbs work with: the firm, the ports, the clock. Built once, by the command line or daemon."""

import datetime as dt
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from klachtmail.domain.firm.firm import Firm
from klachtmail.letters.writer import Writer
from klachtmail.mailbox.port import Mailbox
from klachtmail.smtp.port import Courier
from klachtmail.store.port import Journal, Store

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Office:
    """The firm at work. `largest` is the size in bytes above which a message is not downloaded as a whole."""

    firm: Firm
    store: Store
    mailbox: Mailbox
    courier: Courier
    journal: Journal
    writer: Writer
    keys: Sequence[bytes]
    clock: Callable[[], dt.datetime]
    nonce: Callable[[], bytes] = field(default=lambda: secrets.token_bytes(8))
    since: dt.date | None = None
    sent_copies: Literal["append", "server", "none"] = "append"
    largest: int = 25 * MEGABYTE
    secret_ends: dt.date | None = None  # of OAuth2
    keep_copy: Callable[[dt.datetime], object] = field(default=lambda _: None)  # the nightly copy of the register

    def now(self) -> dt.datetime:
        """Return the time, aware, in the firm's zone."""
        return self.clock().astimezone(self.firm.organisation.zone)
