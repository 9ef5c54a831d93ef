"""Someone is told: one mail to the administrator when it goes wrong for a while, and one when it is over."""

import contextlib
import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from klachtmail.domain.outgoing import letters
from klachtmail.domain.records.letter import LetterData, LetterRequest
from klachtmail.letters.writer import TemplateError
from klachtmail.service.watch.cause import cause
from klachtmail.service.watch.pulse import Pulse, Trouble
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.office import Office
from klachtmail.smtp.port import Sent
from klachtmail.store.errors import StoreError

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

    def heard(self, problem: str, now: dt.datetime, *, patient: bool = False) -> bool:
        """Take in how a round went ('' when it went well); True when a letter about it waits in the outbox now.

        With `patient` only time counts, not how often it failed: a database is asked every few seconds.
        Never raises: who was not told now is told next time. A `poll` beside a living daemon leaves it to the daemon.
        """
        if not self._of_daemon and self._pulse.daemon_lives(now):
            return False
        return self._next(
            lambda before: self._bad(before, problem, now, patient=patient) if problem else self._well(before, now), now
        )

    def resumed(self, now: dt.datetime) -> bool:
        """Tell of what went wrong before this start, when it is time: rounds that hang never come to `heard`."""
        if not (self._unwritten or self._pulse.trouble()).problem:
            return False  # no round went well yet: nothing may be noted
        return self._next(lambda before: self._told_in_time(before, now), now)

    def hung(self, problem: str, since: dt.datetime, now: dt.datetime) -> None:
        """Note that a round hangs since then: this process ends, and must wait for no lock."""
        before = self._pulse.trouble()
        noted = Trouble(problem, before.since or since, before.failures + 1, before.told)
        self._pulse.note(now, noted, of_daemon=self._of_daemon)

    def _next(self, step: Callable[[Trouble], Trouble], now: dt.datetime) -> bool:
        """Go from what was wrong to what is wrong now; True when the administrator was told."""
        with contextlib.ExitStack() as alone:  # or else two that poll at once both tell
            with contextlib.suppress(StoreError):
                alone.enter_context(self._office.store.work())
            before = self._unwritten or self._pulse.trouble()
            after = step(before)
            written = self._pulse.note(now, after, of_daemon=self._of_daemon)
        self._unwritten = None if written else after
        return after.told != before.told

    def _bad(self, before: Trouble, problem: str, now: dt.datetime, *, patient: bool) -> Trouble:
        failures = before.failures if patient else before.failures + 1
        return self._told_in_time(Trouble(problem, before.since or now, failures, before.told), now)

    def _told_in_time(self, trouble: Trouble, now: dt.datetime) -> Trouble:
        since = trouble.since or now
        if trouble.told or not (trouble.failures >= FAILURES or now - since >= PATIENCE):
            return trouble
        known = cause(trouble.problem)
        data = letters.Alarm(
            problem=known.words if known else trouble.problem,
            said=trouble.problem if known else "",
            cure=known.cure if known else "",
            since=since,
            advice="klachtmail check",
        )
        return replace(trouble, told=trouble.problem) if self._tell(data, now) else trouble

    def _well(self, before: Trouble, now: dt.datetime) -> Trouble:
        if not before.told or before.since is None:
            return Trouble()
        known = cause(before.told)
        data = letters.AlarmOver(problem=known.words if known else before.told, since=before.since)
        return Trouble() if self._tell(data, now) else replace(before, problem="")

    def _tell(self, data: LetterData, now: dt.datetime) -> bool:
        """Lay a letter to the administrator in the outbox, or hand it over at once where that is not possible."""
        request = to_administrator(self._office, data)
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


def to_administrator(office: Office, data: LetterData) -> LetterRequest:
    """Return a letter to the administrator."""
    address = office.firm.administrator.lower()
    return LetterRequest(kind=data.kind, to=address, member=address, scope="member", data=data)


def tell(office: Office, data: LetterData) -> None:
    """Lay a letter to the administrator in the outbox."""
    with office.store.work():
        desk = Desk(office, office.now())
        desk.post([to_administrator(office, data)])
        desk.commit()
