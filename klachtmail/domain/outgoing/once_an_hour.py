"""Answers that are given once an hour: what changes nothing must not become a conversation between two machines."""

import datetime as dt
from dataclasses import replace
from typing import Final

from klachtmail.domain.records.model import State

EVERY: Final = dt.timedelta(hours=1)
DAY: Final = dt.timedelta(days=1)
_KEPT: Final = dt.timedelta(days=400)


def answer_once(state: State, key: str, now: dt.datetime, every: dt.timedelta = EVERY) -> State | None:
    """Return the state that remembers this answer, or None when one went within the hour (or within `every`)."""
    last = state.refused.get(key)
    if last is not None and dt.timedelta(0) <= now - last < every:
        return None
    recent = {k: at for k, at in state.refused.items() if now - at < _KEPT}
    return replace(state, refused={**recent, key: now})
