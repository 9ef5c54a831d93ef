"""Someone is told: one mail to the administrator when it goes wrong for a while, and one when it is over."""

import contextlib
import datetime as dt
import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from klachtmail.domain.letter import LetterRequest
from klachtmail.letters.writer import TemplateError
from klachtmail.service.desk import Desk
from klachtmail.service.office import Office
from klachtmail.service.pulse import Pulse, Trouble
from klachtmail.smtp.port import Sent
from klachtmail.store.port import StoreError

log = logging.getLogger(__name__)

FAILURES: Final = 3
PATIENCE: Final = dt.timedelta(minutes=15)


class Alarm:
    """Counts failed rounds, of a daemon or of one `poll` from cron after the other, and writes down the pulse.

    When mail itself is the problem, the letter waits in the outbox; when the disk is, it goes without one.
    """

    def __init__(self, office: Office, pulse: Pulse, *, of_daemon: bool = True) -> None:
        self._office = office
        self._pulse = pulse
        self._of_daemon = of_daemon
        self._unwritten: Trouble | None = None  # what the disk does not take, a daemon keeps in mind

    def heard(self, problem: str, now: dt.datetime) -> bool:
        """Take in how a round went ('' when it went well); True when a letter about it waits in the outbox now.

        Never raises: who was not told now is told next time. A `poll` beside a living daemon leaves it to the daemon.
        """
        if not self._of_daemon and self._pulse.daemon_lives(now):
            return False
        with contextlib.ExitStack() as alone:  # or else two that poll at once both tell
            with contextlib.suppress(StoreError):
                alone.enter_context(self._office.store.work())
            before = self._unwritten or self._pulse.trouble()
            after = self._bad(before, problem, now) if problem else self._well(before, now)
            written = self._pulse.note(now, after, of_daemon=self._of_daemon)
        self._unwritten = None if written else after
        return after.told != before.told

    def _bad(self, before: Trouble, problem: str, now: dt.datetime) -> Trouble:
        after = Trouble(problem, before.since or now, before.failures + 1, before.told)
        since = after.since or now
        if after.told or not (after.failures >= FAILURES or now - since >= PATIENCE):
            return after
        data = {"problem": problem, "since": since.isoformat(), "advice": "klachtmail check"}
        return replace(after, told=problem) if self._tell("alarm", data, now) else after

    def _well(self, before: Trouble, now: dt.datetime) -> Trouble:
        if not before.told or before.since is None:
            return Trouble()
        data = {"problem": before.told, "since": before.since.isoformat()}
        return Trouble() if self._tell("alarm_over", data, now) else replace(before, problem="")

    def _tell(self, kind: str, data: Mapping[str, Any], now: dt.datetime) -> bool:
        """Lay a letter to the administrator in the outbox, or hand it over at once where that is not possible."""
        request = to_administrator(self._office, kind, data)
        try:
            with self._office.store.work():
                desk = Desk(self._office, now)
                desk.post([request])
                desk.commit()
        except StoreError as error:
            log.warning("the register takes no letter to the administrator: %s", error)
            return self._deliver(request, now)
        except TemplateError as error:
            log.warning("the letter to the administrator cannot be written: %s", error)
            return False
        return True

    def _deliver(self, request: LetterRequest, now: dt.datetime) -> bool:
        office = self._office
        try:
            letter = office.writer.render(request, None, now, nonce=office.nonce())
        except TemplateError as error:
            log.warning("the letter to the administrator cannot be written: %s", error)
            return False
        answer = office.courier.deliver(office.firm.organisation.address, request.to, letter.content)
        if not isinstance(answer, Sent):
            log.warning("the administrator cannot be told: %s", answer.reason)
        return isinstance(answer, Sent)


def to_administrator(office: Office, kind: str, data: Mapping[str, Any]) -> LetterRequest:
    """Return a letter to the administrator."""
    address = office.firm.administrator.lower()
    return LetterRequest(kind=kind, to=address, member=address, scope="member", data=dict(data))
