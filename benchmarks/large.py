"""large: the same work with 1,000 and with 1,000,000 complaints on record in PostgreSQL (20 and 20,000 of them open).

Milliseconds of a poll of a hundred new complaints and of one command of a partner, inside a process that has the register
open, as the daemon has; and of `list --overdue` as a whole process.
"""

import contextlib
import statistics
import time

from benchmarks.register import NOW, PAST, changes, complaint
from benchmarks.stand import Stand, message, stand
from klachtmail.cli.build import open_office
from klachtmail.cli.context import Context
from klachtmail.service.flush import flush
from klachtmail.service.poll import poll
from klachtmail.store.sql import SqlStore, open_sql
from tests.letters_read import answer, read
from tests.servers.postgres import Postgres

BARS = {"times.poll": ("<=", 2.0), "times.command": ("<=", 2.0)}
DURABLE = {"fsync": "on", "full_page_writes": "on", "shared_buffers": "256MB"}


def run(*, smoke: bool) -> dict[str, object]:
    sizes = (20, 60) if smoke else (1_000, 1_000_000)
    found: dict[str, dict[str, float]] = {"poll": {}, "command": {}, "list": {}}
    with stand() as bench, Postgres.required(**DURABLE) as server:
        for size in sizes:
            address = server.fresh()
            with contextlib.closing(open_sql(address)) as store:
                fill(store, size, max(size // 50, 5))
            bench.start_from()
            bench.project.write(database=address)
            for name, took in _times(bench, 1 if smoke else 5).items():
                found[name][str(size)] = took
            found["list"][str(size)] = bench.timed(bench.project.command("list", "--overdue", "--json")).wall * 1000
            bench.project.write(database=None)
            server.drop(address)
    times = {name: took[str(sizes[1])] / took[str(sizes[0])] for name, took in found.items()}
    return {"ms": found, "times": times}


def _times(bench: Stand, rounds: int) -> dict[str, float]:
    office = open_office(Context(bench.project.config).configuration())
    polls, commands = [], []
    for batch in range(rounds):
        bench.host.append_many(message(1000 * (batch + 1) + i) for i in range(100))
        started = time.perf_counter()
        poll(office)
        polls.append((time.perf_counter() - started) * 1000)
        flush(office)
        routing = [x for x in bench.smtp.letters if x.recipients[0] == "jan@ront.nl" and b"[K" in x.content]
        bench.host.append(answer(read(routing[batch].content, "jan@ront.nl"), "jan@ront.nl", "ik pak het op"))
        started = time.perf_counter()
        poll(office)
        flush(office)
        commands.append((time.perf_counter() - started) * 1000)
    office.mailbox.close()
    office.courier.close()
    office.store.close()
    return {"poll": statistics.median(polls), "command": statistics.median(commands)}


def fill(store: SqlStore, total: int, still_open: int) -> None:
    """Have the database copy two records, one closed and archived, one open, under other numbers and addresses."""
    recent = NOW.replace(month=1, day=1) if NOW.month > 1 else NOW
    pair = [complaint(1, PAST, closed=True), complaint(900_000_001, recent, closed=False)]
    for one in pair:
        store.commit(changes([one], store.state, one.number[:5], int(one.number[6:])))
    with store.link.long(), store.link.transaction():
        store.link.run("UPDATE complaints SET archived = NOT open")
        for one, first, last in ((pair[0], 2, total - still_open), (pair[1], 900_000_002, 900_000_000 + still_open)):
            _copy(store, one.number, first, last)
    for series, last in ((pair[0].number[:5], total - still_open), (pair[1].number[:5], 900_000_000 + still_open)):
        store.commit(changes([], store.state, series, last))
    store.link.run("ANALYZE", long=True)


def _copy(store: SqlStore, number: str, first: int, last: int) -> None:
    counter = str(int(number[6:]))
    other = f"'{number[:6]}' || lpad(n::text, greatest(4, length(n::text)), '0')"
    doc = f"replace(replace(doc::text, '{number}', {other}), 'klant{counter}@', 'klant' || n || '@')::json"
    rest = "handler, received_at, due_on, answered_at, touched_at, ended_at, erased_at, entries"
    store.link.run(
        f"INSERT INTO complaints (number, series, counter, status, open, archived, {rest}, doc) "
        f"SELECT {other}, series, n, status, open, archived, {rest}, {doc} "
        f"FROM complaints, generate_series({first}, {last}) n WHERE number = '{number}'",
        long=True,
    )
    store.link.run(
        f"INSERT INTO complaint_keys SELECT kind, replace(replace(key, '{number}', {other}), 'klant{counter}@', 'klant' || n || '@'), {other} "
        f"FROM complaint_keys, generate_series({first}, {last}) n WHERE number = '{number}'",
        long=True,
    )
