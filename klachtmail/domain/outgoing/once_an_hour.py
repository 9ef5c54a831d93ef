"""Answers that are given once an hour: what changes nothing must not become a conversation between two machines."""

import datetime as dt
import hashlib
import re
from dataclasses import replace
from typing import Final

from klachtmail.domain.records.state import State

MOST_DIFFERENT: Final = 10  # different mails of one member within the hour that each get their answer
MOST_A_DAY: Final = 30  # and within a day: a machine that answers slowly, and with other words each time, ends too
EVERY: Final = dt.timedelta(hours=1)
DAY: Final = dt.timedelta(days=1)
ONCE: Final = dt.timedelta(days=365)
MOST_KEPT: Final = 2_000  # a flood of other senders must not make the register large
_KEPT: Final = dt.timedelta(days=400)


def answer_once(state: State, key: str, now: dt.datetime, every: dt.timedelta = EVERY) -> State | None:
    """Return the state that remembers this answer, or None when one went within the hour (or within `every`)."""
    last = state.refused.get(key)
    if last is not None and dt.timedelta(0) <= now - last < every:
        return None
    recent = [(k, at) for k, at in state.refused.items() if now - at < _KEPT and k != key]
    newest = sorted(recent, key=lambda each: each[1])[-MOST_KEPT + 1 :]
    return replace(state, refused={**dict(newest), key: now})


def answer_each(state: State, key: str, words: str, now: dt.datetime, *, a_day: int = MOST_A_DAY) -> State | None:
    """Return the state that remembers this answer to these words, or None: the same words once an hour, few others.

    The limit is there for machines, which say the same again; a person who writes two mails gets two answers.
    """
    ages = [now - at for each, at in state.refused.items() if each.startswith(f"{key} ")]
    in_hour, in_day = (sum(dt.timedelta() <= age < span for age in ages) for span in (EVERY, DAY))
    if in_hour >= MOST_DIFFERENT or in_day >= a_day:
        return None
    return answer_once(state, _key(key, words), now)


def is_said_again(state: State, key: str, words: str, now: dt.datetime) -> bool:
    """Return whether these words were answered within the hour."""
    return answer_once(state, _key(key, words), now) is None


def _key(key: str, words: str) -> str:
    plain = " ".join(re.sub(r"\d+", "", words).split())
    return f"{key} {hashlib.sha256(plain.encode(errors='replace')).hexdigest()[:16]}"
