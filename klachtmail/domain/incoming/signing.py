"""Keys that sign tokens. Apart from `tokens`, so that a command that only reads does not load what signs."""

import datetime as dt
from typing import Final, Self

VALID_DAYS: Final = 400  # a complaint with an appeal takes a year; a handler must be able to answer any mail of it


class Key(bytes):
    """A signing key; one that was replaced knows until which day what it signed may count.

    A token carries the day on which it ends, 400 days after it was made. One that ends later than `counts_until` was
    made after its key was replaced, by somebody who should not have that key.
    """

    counts_until: dt.date

    def __new__(cls, key: bytes, replaced_at: dt.datetime | None = None) -> Self:
        """Make a key from its bytes."""
        made = super().__new__(cls, key)
        made.counts_until = dt.date.max if replaced_at is None else _end(replaced_at)
        return made


def counts_until(key: bytes) -> dt.date:
    """Return the last day on which a token of this key may end; plain bytes are a key that is in use."""
    return key.counts_until if isinstance(key, Key) else dt.date.max


def _end(replaced_at: dt.datetime) -> dt.date:
    return replaced_at.date() + dt.timedelta(days=VALID_DAYS + 1)  # the firm's day may be one ahead of the key's
