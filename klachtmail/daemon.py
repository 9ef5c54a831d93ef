"""The daemon: one loop for the mailbox and outbox, a scheduler for the clock, a watchdog over both.

One worker touches the store at a time (`_turn`): the loop's round, or a job of the scheduler. Between rounds the loop
waits in IDLE, where the server has it, on the same connection, in slices of `poll_seconds`: a half-open connection is
noticed at the end of a slice at the latest.
"""

import datetime as dt
import logging
import os
import random
import signal
import threading
import time
from types import FrameType
from typing import Final

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from klachtmail.mailbox.port import MailboxError
from klachtmail.service.alarm import Alarm
from klachtmail.service.control import ControlFailedError
from klachtmail.service.flush import flush
from klachtmail.service.nightly import nightly
from klachtmail.service.office import Office
from klachtmail.service.poll import OwnTroubleError, poll
from klachtmail.service.pulse import Pulse
from klachtmail.service.sweep import sweep
from klachtmail.store.port import StoreBusyError, StoreCorruptError, StoreError
from klachtmail.systemd import notify

log = logging.getLogger(__name__)

LONGEST_WAIT: Final = 300.0
HANGS_AFTER: Final = 600.0  # seconds without a sign of life from the loop: a hung poll is ended, systemd starts afresh


class StopRequestedError(BaseException):
    """SIGTERM or SIGINT came while the loop was only waiting."""


class Daemon:
    """`klachtmail run`. Holds the daemon lock for life; ends between messages within 5 s of SIGTERM."""

    def __init__(self, office: Office, pulse: Pulse) -> None:
        self._office = office
        self._pulse = pulse
        self._alarm = Alarm(office)
        self._turn = threading.Lock()
        self._stop = threading.Event()
        self._waiting = False
        self._beat = time.monotonic()
        self._failures = 0

    def run(self) -> None:
        """Run until a signal; raises StoreError when the register is not fit to work with."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        with self._office.store.daemon():
            scheduler = self._scheduler()
            scheduler.start()
            threading.Thread(target=self._watch, name="watchdog", daemon=True).start()
            notify("READY=1")
            log.info("started")
            try:
                self._loop()
            except StopRequestedError:
                pass
            finally:
                notify("STOPPING=1")
                scheduler.shutdown(wait=False)
                self._office.mailbox.close()
                self._office.courier.close()
                log.info("stopped")

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._stop.set()
        if self._waiting:
            self._waiting = False
            raise StopRequestedError

    def _loop(self) -> None:
        while not self._stop.is_set():
            with self._turn:
                problem = self._round()
            self._tell(problem)
            self._wait(problem)

    def _round(self) -> str:
        """Poll and flush; return in one sentence what is wrong, or ''."""
        problem = ""
        try:
            report = poll(self._office, stop=self._stop.is_set)
            if report.fetched:
                log.info("polled: %s", report.as_json())
        except MailboxError as error:
            problem = str(error)
        except (OwnTroubleError, ControlFailedError) as error:
            problem = f"mail is left in INBOX: {error}"
        except StoreCorruptError:
            raise
        except StoreError as error:
            problem = str(error)
        try:
            sent = flush(self._office)
            problem = problem or sent.paused
        except StoreCorruptError:
            raise
        except StoreError as error:
            problem = problem or str(error)
        return problem

    def _tell(self, problem: str) -> None:
        now = self._office.now()
        self._failures = self._failures + 1 if problem else 0
        if problem:
            log.warning("round failed: %s", problem)
        self._pulse.note(now, problem)
        notify(f"STATUS={problem or 'all is well'}")
        with self._turn:
            try:
                self._alarm.heard(problem, now)
            except StoreError as error:
                log.warning("the administrator could not be told: %s", error)

    def _wait(self, problem: str) -> None:
        """Wait for news, for the next poll, or after trouble for longer each time, with jitter."""
        seconds = float(self._office.firm.schedule.poll_seconds)
        self._beat = time.monotonic()
        self._waiting = True
        try:
            if self._stop.is_set():
                return
            if not problem:
                started = time.monotonic()
                try:
                    if self._office.mailbox.idle(seconds):
                        return
                except MailboxError as error:
                    log.info("connection lost while waiting: %s", error)
                    self._stop.wait(1.0)
                    return
                rest = seconds - (time.monotonic() - started)
                if rest > 0:
                    self._stop.wait(rest)
                return
            backoff = min(LONGEST_WAIT, 2.0**self._failures)
            self._stop.wait(backoff * random.uniform(0.5, 1.0))  # noqa: S311 - jitter, not a secret
        finally:
            self._waiting = False
            self._beat = time.monotonic()

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
            scheduler.add_job(self._sweep, "cron", hour=int(hour), minute=int(minute), id=name)
        scheduler.add_job(self._sweep, "interval", minutes=5, id="catch up", next_run_time=dt.datetime.now(zone))
        scheduler.add_job(self._nightly, "cron", hour=4, minute=10, id="nightly")
        return scheduler

    def _sweep(self) -> None:
        with self._turn:
            try:
                done = sweep(self._office)
                if done.morning or done.digests:
                    log.info("swept: %d morning mails, %d digests", done.morning, done.digests)
                    flush(self._office)
            except (StoreBusyError, StoreError) as error:
                log.warning("sweep failed: %s", error)
            except Exception:
                log.exception("sweep failed")

    def _nightly(self) -> None:
        with self._turn:
            try:
                nightly(self._office)
            except (StoreError, MailboxError) as error:
                log.warning("nightly work failed: %s", error)

    def _watch(self) -> None:
        """End a process whose loop hangs: a new one starts with a clean connection and loses nothing."""
        while not self._stop.wait(15.0):
            limit = HANGS_AFTER + self._office.firm.schedule.poll_seconds
            if time.monotonic() - self._beat > limit:
                log.critical("the loop hangs for more than %d s: ending", limit)
                os._exit(70)
            notify("WATCHDOG=1")
