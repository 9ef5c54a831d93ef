"""Dying at every statement: before it, after it, and after a COMMIT whose answer nobody heard.

In SQLite each death is the files as they lie there at that moment. In PostgreSQL the connection is closed under the
program, as the kernel does it; what the server had not committed is gone. There only some of the deaths are tried.
"""

import contextlib
import functools

import pytest
import sqlalchemy as sa

from klachtmail.service.work.errors import OwnTroubleError
from klachtmail.service.work.office import Office
from klachtmail.store.errors import StoreLostError
from klachtmail.store.sql import open_sql
from tests.crash.recorder import Firm, Recorder, as_it_is, problems, to_the_end
from tests.crash.recorder import _kept as kept
from tests.crash.recorder import _writer as writer
from tests.crash.test_every_step import SCENES as EVERY_STEP
from tests.crash.test_every_step import (
    a_command,
    a_full_outbox,
    a_week_later,
    each_is_told_once,
    five_messages,
    flush,
    poll_and_flush,
    records,
    small_firm,
    sweep_and_flush,
)
from tests.crash.workers import in_parallel
from tests.world import MONDAY

pytestmark = pytest.mark.timeout(600)

FOUR = "the outcome to four parties"
SCENES = {
    "poll of five messages with two letters each": (five_messages, poll_and_flush),
    "flush of ten letters": (a_full_outbox, flush),
    "a command mail": (a_command, poll_and_flush),
    FOUR: EVERY_STEP[FOUR],
    "sweep: morning mail and digest": (a_week_later, sweep_and_flush),
}
TRIED = 12  # of the deaths in PostgreSQL, spread evenly


class Died(BaseException):
    """The process is gone."""


class SqlFirm(Firm):
    """The same firm with its register in a database; `folder` is the folder of the file."""

    address: str | None = None
    hook = None

    def office(self, mailbox=None, courier=None):
        store = open_sql(self.address or f"sqlite:///{self.folder}/register.db", wait=1.0)
        if self.hook:
            listen(store.link.connection.engine, self.hook)
        keys = store.secret(self.now)
        return Office(
            firm=self.firm,
            store=store,
            mailbox=mailbox or self.mailbox,
            courier=courier or self.courier,
            journal=store.journal,
            writer=writer(self.firm, keys),
            keys=keys,
            clock=lambda: self.now,
        )

    def like(self, other):
        """Take over a world that died."""
        self.now, self.mailbox, self.courier = other.now, other.mailbox, other.courier
        return self


def listen(engine, hook):
    """Have `hook(when, statement)` called before and after each statement."""

    def before(_connection, _cursor, statement, *_):
        hook("before", statement)

    def after(_connection, _cursor, statement, *_):
        hook("after", statement)

    sa.event.listen(engine, "before_cursor_execute", before)
    sa.event.listen(engine, "after_cursor_execute", after)


class FileRecorder(Recorder):
    """Copies the database's files at each statement, and at each step of mailbox and courier."""

    def run(self, work):
        self._disk = self
        self._firm.hook = lambda when, statement: self._point(f"{when} {' '.join(statement.split())[:60]}")
        super_run = self._firm.run
        self._firm.office = functools.partial(SqlFirm.office, self._firm)
        from tests.crash.recorder import MAILBOX, Stepping

        super_run(
            work,
            mailbox=Stepping(self._firm.mailbox, MAILBOX, self._point),
            courier=Stepping(self._firm.courier, ("deliver",), self._point),
        )
        self._firm.hook = None

    def found(self):
        """Return what a process that dies now leaves behind: the database and its log, not the memory they share."""
        folder = self._firm.folder
        names = ("register.db", "register.db-wal")
        return {"died": {name: (folder / name).read_bytes() for name in names if (folder / name).exists()}}


@pytest.mark.parametrize("scene", SCENES)
def test_a_death_at_any_statement_on_sqlite_loses_nothing_and_doubles_nothing(scene, tmp_path, record_property):
    prepare, work = SCENES[scene]
    people = small_firm()
    world = SqlFirm(people, tmp_path / "data", MONDAY)
    prepare(world)

    def reborn(death, folder):
        return SqlFirm(people, folder, MONDAY).like(death.reborn(folder, people, world.now))

    undisturbed = reborn(as_it_is(world), tmp_path / "undisturbed")
    undisturbed.run(work)
    to_the_end(undisturbed)
    expected = records(undisturbed)
    assert problems(undisturbed) == []
    if scene == FOUR:
        each_is_told_once(undisturbed)

    recorder = FileRecorder(world)
    recorder.run(work)
    print(f"{scene}: {len(recorder.steps)} points, {len(recorder.deaths)} different deaths")
    record_property("points", len(recorder.steps))
    record_property("deaths", len(recorder.deaths))
    assert len(recorder.deaths) > 10

    def survives(death, folder):
        again = reborn(death, folder)
        again.run(work)
        to_the_end(again)
        assert problems(again) == [], death
        assert records(again) == expected, death

    failures = in_parallel(recorder.deaths, survives, tmp_path)
    assert not failures, "\n".join(failures)


@pytest.mark.parametrize("scene", SCENES)
def test_a_connection_that_ends_at_a_statement_on_postgresql_loses_nothing(scene, tmp_path, postgres):
    prepare, work = SCENES[scene]
    people, server = small_firm(), postgres()
    world = SqlFirm(people, tmp_path / "data", MONDAY)
    world.address = server.fresh()
    prepare(world)
    mailbox, sent = kept(world.mailbox), list(world.courier.sent)

    def again():
        """Return the firm before the work, on a copy of its database."""
        from tests.crash.recorder import Death

        fresh = SqlFirm(people, tmp_path, MONDAY).like(
            Death("", "", {}, mailbox, list(sent)).reborn(tmp_path / "empty", people, world.now)
        )
        fresh.address = server.copy(world.address)
        return fresh

    undisturbed = again()
    points = []
    undisturbed.hook = lambda when, statement: points.append((when, statement))
    undisturbed.run(work)
    undisturbed.hook = None
    to_the_end(undisturbed)
    expected = records(undisturbed)
    assert problems(undisturbed) == []
    if scene == FOUR:
        each_is_told_once(undisturbed)

    one = undisturbed
    every = max(1, len(points) // TRIED)
    commits = [n for n, (when, statement) in enumerate(points) if when == "after" and statement == "COMMIT"]
    for place in sorted({*range(0, len(points), every), *commits[::6]}):
        server.drop(one.address)
        one = again()
        die_at(one, place, work)
        one.run(work)
        to_the_end(one)
        assert problems(one) == [], points[place]
        assert records(one) == expected, points[place]


def die_at(firm, place, work):
    """Run this until its statement number `place`, and end there without a word."""
    count = iter(range(1_000_000))
    office = firm.office()

    def hook(_when, _statement):
        if next(count) == place:
            office.store.link._raw.pgconn.finish()
            raise Died

    listen(office.store.link.connection.engine, hook)
    with contextlib.suppress(Died, StoreLostError, OwnTroubleError):  # whatever tidies up on the way out cannot
        work(office)
    office.store.link._over.set()
    office.store.link._connection = None
