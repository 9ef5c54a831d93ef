"""Someone is told: one mail to the administrator when it goes wrong for a while, and one when it is over."""

import datetime as dt
from typing import Final

from klachtmail.domain.letter import LetterRequest
from klachtmail.service.desk import Desk
from klachtmail.service.office import Office

FAILURES: Final = 3
PATIENCE: Final = dt.timedelta(minutes=15)


class Alarm:
    """Counts failed rounds. When mail itself is the problem, the alarm waits in the outbox; `status` says it meanwhile."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._since: dt.datetime | None = None
        self._failures = 0
        self._told = ""

    def heard(self, problem: str, now: dt.datetime) -> None:
        """Take in how a round went; raises StoreError when the alarm cannot be laid in the outbox."""
        if not problem:
            if self._told and self._since is not None:
                self._post("alarm_over", {"problem": self._told, "since": self._since.isoformat()}, now)
            self._since, self._failures, self._told = None, 0, ""
            return
        self._since = self._since or now
        self._failures += 1
        if not self._told and (self._failures >= FAILURES or now - self._since >= PATIENCE):
            data = {"problem": problem, "since": self._since.isoformat(), "advice": "klachtmail check"}
            self._told = problem  # before the attempt: one mail, also when the disk is full
            self._post("alarm", data, now)

    def _post(self, kind: str, data: dict[str, str], now: dt.datetime) -> None:
        address = self._office.firm.administrator.lower()
        letter = LetterRequest(kind=kind, to=address, member=address, scope="member", data=data)
        with self._office.store.work():
            desk = Desk(self._office, now)
            desk.post([letter])
            desk.commit()
