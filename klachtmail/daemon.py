"""The daemon: one loop for the mailbox and outbox, a scheduler for the clock, a watchdog over both.

Only the loop touches the store and the connections: what the scheduler's clock asks for it does between two rounds, and the
night's work in slices. Between rounds the loop waits in IDLE, where the server has it, in slices of a minute at most: a
half-open connection is noticed at the end of a slice at the latest, however long `poll_seconds` is.

Of several daemons on one database one leads; the others look each second whether they can, and hold no connection to the
mail servers meanwhile. Whoever loses the database stands by: another may be at work, and it can change and send nothing.
"""

import ctypes
import datetime as dt
import logging
import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Final

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from klachtmail.mailbox.port import MailboxError
from klachtmail.service.flush import flush
from klachtmail.service.nightly import night
from klachtmail.service.round import one_round
from klachtmail.service.sweep import sweep
from klachtmail.service.watch.alarm import Alarm
from klachtmail.service.watch.log_privacy import discreet
from klachtmail.service.watch.ping import Ping
from klachtmail.service.watch.pulse import Pulse
from klachtmail.service.watch.trouble import problem_of
from klachtmail.service.work.office import Office
from klachtmail.store.errors import StoreAwayError, StoreBusyError, StoreFullError, StoreLostError
from klachtmail.store.port import Role
from klachtmail.systemd import notify

log = logging.getLogger(__name__)

LONGEST_WAIT: Final = 300.0
IDLE_SLICE: Final = 60.0  # seconds: a connection that is dead without a word is noticed within two minutes
HANGS_AFTER: Final = 600.0  # seconds without a sign of life from the loop: a hung poll is ended, systemd starts afresh
LOOKS_EVERY: Final = 15.0  # seconds between two looks of the watchdog
NIGHT_SLICE: Final = 0.5  # seconds of the night's work at a time, for which new mail waits
STANDS_BY: Final = 1.0  # seconds between two looks of a machine that stands by
SAYS_SO_EVERY: Final = 15.0  # seconds between two notes of which machines there are
STOPS_WITHIN: Final = 4.0  # seconds for the letter or batch in hand; a crash at any instant loses nothing
HUNG: Final = 70  # exit code, EX_SOFTWARE of sysexits.h


class StopRequestedError(BaseException):
    """SIGTERM or SIGINT came while the loop was only waiting."""


class Daemon:
    """`klachtmail run`. Leads, or stands by, for life; ends between messages within 5 s of SIGTERM.

    `renewed` returns the office with the signing keys of now: another machine may have made new ones.
    """

    def __init__(
        self,
        office: Office,
        pulse: Pulse,
        *,
        hangs_after: float = HANGS_AFTER,
        renewed: Callable[[Office], Office] = lambda office: office,
        ping: Ping | None = None,
    ) -> None:
        self._office = office
        self._pulse = pulse
        self._renewed = renewed
        self._ping = ping or Ping(None)
        self._alarm = Alarm(office, pulse)
        self._said_at = 0.0
        self._hangs_after = hangs_after
        self._stop = threading.Event()
        self._asked: set[str] = set()  # for what the clock asks
        self._called = threading.Event()
        self._night: Iterator[None] | None = None
        self._waiting = False
        self._beat = time.monotonic()
        self._failures = 0
        self._jobs: dict[str, str] = {}  # what is wrong with the jobs of the clock, by name

    def run(self) -> None:
        """Run until a signal; raises StoreError when the register is not fit to work with."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        with self._office.store.lead() as leads:  # another on this folder: refused before anything is said
            threading.Thread(target=self._watch, name="watchdog", daemon=True).start()
            notify("READY=1")
            log.info("started")
            try:
                if leads:
                    self._lead()
            except StopRequestedError:
                pass
            except StoreLostError as error:
                self._lost(error)
        try:
            while not self._stop.is_set():
                self._stand_by()
        except StopRequestedError:
            pass
        finally:
            notify("STOPPING=1")
            log.info("stopped")

    def _lead(self) -> None:
        """Work until the end, or until the database is lost."""
        self._office = self._renewed(self._office)
        self._alarm = Alarm(self._office, self._pulse)
        self._night = None
        scheduler = self._scheduler()
        scheduler.start()
        self._ping.start()
        try:
            self._say_so("active")
            self._resume()
            self._loop()
        finally:
            scheduler.shutdown(wait=False)
            self._office.mailbox.close()
            self._office.courier.close()

    def _stand_by(self) -> None:
        """Look whether to lead; else wait a little."""
        problem = ""
        try:
            with self._office.store.lead() as leads:
                if leads:
                    log.info("leads now")
                    self._lead()
                    return
            self._beat = time.monotonic()
            self._say_so("standby")
            notify(f"STATUS=stands by; {self._office.store.leader() or 'another machine'} is at work")
            self._told_over()
        except StoreLostError as error:
            self._lost(error)
        except (StoreAwayError, StoreBusyError, StoreFullError) as error:
            problem = str(error)
            self._away(problem)
        self._pause(STANDS_BY * (random.uniform(1.0, 5.0) if problem else 1.0))  # noqa: S311 - jitter, not a secret

    def _lost(self, error: StoreLostError) -> None:
        log.warning("stands by: %s", error)
        self._beat = time.monotonic()

    def _away(self, problem: str) -> None:
        """Nobody can be at work now. Whoever was at work last tells, and once."""
        self._beat = time.monotonic()
        log.warning("%s", discreet(problem))
        notify(f"STATUS={problem}")
        self._ping.failed("the database cannot be reached")
        if self._was_at_work():
            self._alarm.heard(problem, self._office.now(), patient=True)

    def _was_at_work(self) -> bool:
        """Return whether this machine worked last, as far as it knows."""
        return self._pulse.read().get("role") == "active"

    def _told_over(self) -> None:
        """Tell that it is over, if this machine told that it was not well."""
        if self._pulse.trouble().told:
            self._alarm.heard("", self._office.now())

    def _say_so(self, role: Role) -> None:
        """Note for the other machines, and for `status`, what this one does."""
        if time.monotonic() - self._said_at >= SAYS_SO_EVERY or role == "active":
            self._said_at = time.monotonic()
            self._pulse.mark(role)
            try:
                self._office.store.note_machine(role, self._pulse.read(), self._office.now())
            except (StoreBusyError, StoreFullError) as error:  # a note for the others must not end the work
                log.info("the other machines were not told: %s", error)

    def _pause(self, seconds: float) -> None:
        self._waiting = True
        try:
            self._stop.wait(seconds)
        finally:
            self._waiting = False

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._stop.set()
        if self._waiting:
            self._waiting = False
            raise StopRequestedError

    def _stopping(self) -> bool:
        """Return whether to end; who asks between two messages is alive."""
        self._beat = time.monotonic()
        return self._stop.is_set()

    def _resume(self) -> None:
        """Have the administrator told first when rounds before this start hung: the next one may hang as well."""
        if self._alarm.resumed(self._office.now()):
            problem_of("sending", self._flush)

    def _loop(self) -> None:
        while not self._stop.is_set():
            self._called.clear()  # before the round: what is asked from here on, ends the wait after it
            problem, unsent = problem_of("round", self._poll), problem_of("sending", self._flush)
            problem = problem or unsent
            self._tell(problem)
            if "sweep" in self._asked:
                self._asked.remove("sweep")
                self._job("sweep", self._sweep)
            if "nightly" in self._asked or self._night:
                self._asked.discard("nightly")
                self._job("nightly", self._nightly)
            if not self._night:
                self._wait(problem)

    def _poll(self) -> str:
        report = one_round(self._office, first=not self._pulse.was_well(), stop=self._stopping)
        if report.fetched:
            log.info("polled: %s", report.as_text())
        return report.trouble

    def _flush(self) -> str:
        report = flush(self._office, stop=self._stopping)
        if report.sent or report.failed:
            log.info("sent: %d letters, %d refused, %d waiting", report.sent, report.failed, report.queued)
        return report.problem

    def _tell(self, problem: str) -> None:
        now = self._office.now()
        self._failures = self._failures + 1 if problem else 0
        whole = problem or next(iter(self._jobs.values()), "")
        notify(f"STATUS={whole or 'all is well'}")
        self._alarm.heard(whole, now)
        self._say_so("active")
        if whole:
            self._ping.failed(whole)
        else:
            self._ping.well()

    def _wait(self, problem: str) -> None:
        """Wait for news, for the next poll, or after trouble for longer each time, with jitter."""
        seconds = float(self._office.firm.schedule.poll_seconds)
        self._beat = time.monotonic()
        self._waiting = True
        try:
            if self._stop.is_set():
                return
            if problem:
                backoff = min(LONGEST_WAIT, 2.0 ** min(self._failures, 10))  # 2.0**1024 would end the daemon
                self._called.wait(backoff * random.uniform(0.5, 1.0))  # noqa: S311 - jitter, not a secret
            else:
                self._idle(seconds)
        finally:
            self._waiting = False
            self._beat = time.monotonic()

    def _idle(self, seconds: float) -> None:
        until, at_once = time.monotonic() + seconds, 0
        try:
            while (rest := until - time.monotonic()) > 0 and not self._called.is_set():
                asked = min(rest, IDLE_SLICE)
                if self._office.mailbox.idle(asked):
                    return
                at_once += until - time.monotonic() > rest - asked / 2
                if at_once > 1:  # once may be an old call; twice, and there is no IDLE here
                    break
        except MailboxError as error:
            log.info("connection lost while waiting: %s", error)
            until = min(until, time.monotonic() + 1.0)
        self._called.wait(max(0.0, until - time.monotonic()))

    def _scheduler(self) -> BackgroundScheduler:
        """Jobs only say 'look now': what is due is derived from the records, so a late or doubled job does no harm."""
        zone = self._office.firm.organisation.zone
        scheduler = BackgroundScheduler(
            timezone=zone,
            executors={"default": ThreadPoolExecutor(1)},
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        schedule = self._office.firm.schedule
        for name, at in (("reminders", schedule.reminders), ("digest", schedule.digest.time)):
            hour, minute = at.split(":")
            scheduler.add_job(self._ask, "cron", ["sweep"], hour=int(hour), minute=int(minute), id=name)
        now = dt.datetime.now(zone)
        scheduler.add_job(self._ask, "interval", ["sweep"], minutes=5, id="catch up", next_run_time=now)
        # it knows its hour, and what it did today
        scheduler.add_job(self._ask, "interval", ["nightly"], minutes=15, id="nightly")
        return scheduler

    def _ask(self, job: str) -> None:
        """Have the loop do this; the thread of the clock touches nothing itself: IDLE has the connection."""
        self._asked.add(job)
        self._called.set()
        self._office.mailbox.wake()

    def _sweep(self) -> str:
        done = sweep(self._office)
        if not (done.morning or done.digests):
            return ""
        log.info("swept: %d morning mails, %d digests", done.morning, done.digests)
        return self._flush()

    def _nightly(self) -> str:
        """Go on with the night's work, or begin it."""
        steps, self._night = self._night or night(self._office), None
        until = time.monotonic() + NIGHT_SLICE
        for _ in steps:
            if time.monotonic() >= until or self._stopping():
                self._night = steps
                return ""
        give_back_memory()
        return ""

    def _job(self, name: str, work: Callable[[], str]) -> None:
        problem = problem_of(name, lambda: _unless_busy(name, work))
        others = {job: what for job, what in self._jobs.items() if job != name}
        self._jobs = {**others, name: problem} if problem else others

    def _watch(self) -> None:
        """End a process whose loop hangs, or that does not end in time: nothing is lost, and a new one starts clean."""
        limit = self._hangs_after + self._office.firm.schedule.poll_seconds
        while not self._stop.wait(min(LOOKS_EVERY, self._hangs_after)):
            if time.monotonic() - self._beat > limit:
                log.critical("the loop hangs for more than %d s: ending", limit)
                now = self._office.now()
                hangs = f"a round hung for {limit:g} s and was ended"
                self._alarm.hung(hangs, now - dt.timedelta(seconds=limit), now)
                os._exit(HUNG)
            notify("WATCHDOG=1")
        time.sleep(STOPS_WITHIN)  # this thread ends with the process, which is usually long before
        log.warning("still busy %d s after the signal: ending; nothing is lost", STOPS_WITHIN)
        logging.shutdown()
        os._exit(0)


def give_back_memory() -> None:
    """Give the system what the night's work needed and nobody needs by day; glibc keeps it otherwise."""
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)


def _unless_busy(name: str, work: Callable[[], str]) -> str:
    """Run a job of the clock; while a command line holds the lock, the next time will do."""
    try:
        return work()
    except StoreBusyError as error:
        log.info("%s waits: %s", name, error)
        return ""
