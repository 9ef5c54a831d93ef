"""flush: letters leave the outbox. Every answer of the server is on record before the letter could be tried again.

1. Settle what a crash left in doubt: the journal knows what was accepted, the Sent folder knows the one in between.
   Copies that Sent did not take are made up for.
2. Admit held letters for which there is room again; new complaints past the limit go to a member as one list.
3. Hand over what is due, members' letters first, over one connection, for at most a slice of time.
"""

import time
from collections.abc import Callable
from typing import Final

from klachtmail.service.outbox.admission import admit
from klachtmail.service.outbox.deliver import hand_over
from klachtmail.service.outbox.delivery_result import FlushReport
from klachtmail.service.outbox.pattern import is_hopeless, judged
from klachtmail.service.outbox.queue import close, make_up, ready, settle, take_in
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.office import Office

SLICE: Final = 20.0  # seconds, so that polling goes on
TURN: Final = 5.0  # seconds that one turn holds the work lock


def flush(office: Office, *, seconds: float = SLICE, stop: Callable[[], bool] = lambda: False) -> FlushReport:
    """Send what is due. Raises StoreError and TemplateError; trouble with the mail server is in the report."""
    report = FlushReport()
    deadline = time.monotonic() + seconds
    with office.store.work():
        settle(office)
        report.trouble = make_up(office)
        admit(office)
    while not report.paused and time.monotonic() < deadline and not stop():
        with office.store.work():  # let go between turns: a command line beside the daemon waits ten seconds at most
            if not _turn(office, report, min(deadline, time.monotonic() + TURN), stop):
                break
    report.queued = sum(letter.state in {"waiting", "held"} for letter in office.store.unsent())
    return report


def _turn(office: Office, report: FlushReport, deadline: float, stop: Callable[[], bool]) -> bool:
    """Hand over some of what is due and commit what became of it; tell whether there was anything to do."""
    desk = Desk(office, office.now())
    letters = ready(office, desk)
    tried = hand_over(office, letters, lambda done: time.monotonic() >= deadline or stop() or is_hopeless(done))
    take_in(office, desk, judged(office, tried), report)
    worked = bool(desk.work.changes)
    desk.commit()
    close(office, tried, report)
    return worked
