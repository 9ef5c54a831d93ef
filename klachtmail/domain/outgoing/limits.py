"""How many automatic letters may go out: what a limit holds back waits in the outbox, never disappears."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from klachtmail.domain.firm.firm import Limits
from klachtmail.domain.records.letter import Letter, LetterRequest

_HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
ROUTING = frozenset({"routing", "unconfirmed"})
_NEWS = frozenset({"follow_up", "third_party", "task"})  # what outsiders cause; past the limit the dossier has it all


class Allowance:
    """What may still go out now, counted over the automatic letters of the last hour and day."""

    def __init__(self, limits: Limits, recent: Iterable[Letter], now: dt.datetime) -> None:
        self._limits = limits
        self._hour: Counter[str] = Counter()
        self._day: Counter[str] = Counter()
        self._routing: Counter[tuple[str, str]] = Counter()
        self._outsiders = 0
        for letter in recent:
            if letter.automatic and letter.state != "held":
                self._count(letter, now - letter.created_at)

    def _count(self, letter: Letter, age: dt.timedelta) -> None:
        if letter.member is not None:
            self._routing[_crowd(letter)] += age < _HOUR
        elif age < DAY:
            self._day[letter.to] += 1
            self._hour[letter.to] += age < _HOUR
            self._outsiders += age < _HOUR

    def why_held(self, request: LetterRequest) -> str:
        """Return which limit holds this letter back, or '' and count it as gone."""
        if request.by_person:
            return ""
        if request.member is not None:
            return self._member(request)
        for name, used, allowed in (
            ("per_address_hour", self._hour[request.to], self._limits.per_address_hour),
            ("per_address_day", self._day[request.to], self._limits.per_address_day),
            ("outsiders_hour", self._outsiders, self._limits.outsiders_hour),
        ):
            if allowed is not None and used >= allowed:
                return f"limits.{name}: {allowed}"
        self._hour[request.to] += 1
        self._day[request.to] += 1
        self._outsiders += 1
        return ""

    def _member(self, request: LetterRequest) -> str:
        """New complaints count together; news about one complaint counts by itself."""
        allowed, crowd = self._limits.routing_hour, _crowd(request)
        if allowed is None or request.kind not in ROUTING | _NEWS:
            return ""
        if self._routing[crowd] >= allowed:
            return f"limits.routing_hour: {allowed}"
        self._routing[crowd] += 1
        return ""


def _crowd(letter: Letter | LetterRequest) -> tuple[str, str]:
    return letter.to, "" if letter.kind in ROUTING else f"{letter.kind in _NEWS} {letter.number}"
