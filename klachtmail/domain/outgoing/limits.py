"""How many automatic letters may go out: what a limit holds back waits in the outbox, never disappears.

A letter counts from the moment at which it may go, also one that was held for days and after a restart. Every kind is
in a group, and each group has a limit, those to members too: who can make us write can make us write too much.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Final

from klachtmail.domain.firm.firm import Limits
from klachtmail.domain.records.letter import LETTERS, Group, Letter, LetterData, LetterRequest

_HOUR: Final = dt.timedelta(hours=1)
DAY: Final = dt.timedelta(days=1)
ROUTING: Final = frozenset({"routing", "unconfirmed"})

# How many an hour of a group to one member; of new complaints `limits.routing_hour`, and so of news about one complaint.
MOST: Final[dict[Group, int]] = {"news": 60, "commanded": 100, "clock": 20}
MOST_A_DAY: Final[dict[Group, int]] = {"commanded": 300}  # what a member asked for: a machine never stops asking

_GMAIL: Final = frozenset({"gmail.com", "googlemail.com"})


def one_person(address: str) -> str:
    """Return what is the same for every way to write to one person: without +tag (RFC 5233), Gmail without dots."""
    local, _, domain = address.lower().rpartition("@")
    local = local.partition("+")[0] or local
    if domain in _GMAIL:
        return f"{local.replace('.', '')}@gmail.com"
    return f"{local}@{domain}"


class Allowance:
    """What may still go out now, counted over the automatic letters of the last hour and day."""

    def __init__(self, limits: Limits, recent: Iterable[Letter], now: dt.datetime) -> None:
        self._limits = limits
        self._hour: Counter[str] = Counter()
        self._day: Counter[str] = Counter()
        self._inside: Counter[tuple[str, ...]] = Counter()
        self._of_day: Counter[tuple[str, ...]] = Counter()
        self._outsiders = 0
        for letter in recent:
            if letter.automatic and letter.state != "held":
                self._count(letter, now - letter.created_at)

    def _count(self, letter: Letter | LetterRequest, age: dt.timedelta = dt.timedelta()) -> None:
        if letter.member is not None:
            group = _group(letter)
            self._inside[letter.to, group] += age < _HOUR
            self._of_day[letter.to, group] += age < DAY
            self._inside[letter.to, group, letter.number or ""] += age < _HOUR
        elif age < DAY:
            person = one_person(letter.to)
            self._day[person] += 1
            self._hour[person] += age < _HOUR
            self._outsiders += age < _HOUR

    def why_held(self, request: LetterRequest) -> str:
        """Return which limit holds this letter back, or '' and count it as gone."""
        if request.by_person:
            return ""
        why = self._of_outsider(request.to) if request.member is None else self._of_member(request)
        if not why:
            self._count(request)
        return why

    def _of_outsider(self, address: str) -> str:
        person = one_person(address)
        for name, used, allowed in (
            ("per_address_hour", self._hour[person], self._limits.per_address_hour),
            ("per_address_day", self._day[person], self._limits.per_address_day),
            ("outsiders_hour", self._outsiders, self._limits.outsiders_hour),
        ):
            if allowed is not None and used >= allowed:
                return f"limits.{name}: {allowed}"
        return ""

    def _of_member(self, request: LetterRequest) -> str:
        if request.bundle is not None:
            return f"about the same as {request.bundle}"
        if (allowed := self._limits.routing_hour) is None:
            return ""
        group = _group(request)
        most, named = (MOST[group], group) if group in MOST else (allowed, "routing_hour")
        if self._inside[request.to, group] >= most:
            return f"limits.{named}: {most}"
        if group in MOST_A_DAY and self._of_day[request.to, group] >= MOST_A_DAY[group]:
            return f"limits.{named}: {MOST_A_DAY[group]}"
        if group == "news" and self._inside[request.to, group, request.number or ""] >= allowed:
            return f"limits.routing_hour: {allowed}"
        return ""


def _group(letter: Letter | LetterRequest) -> Group:
    return LETTERS.get(letter.kind, LetterData).group
