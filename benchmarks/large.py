"""large: the same work with 1,000 and with 1,000,000 complaints on record in PostgreSQL (20 and 20,000 of them open).

Of ten years, with fifty members. Before its other 19,980 are opened the large one is measured too, which says whether a cost is
that of what is on record or that of what is open. Milliseconds of a poll of a hundred new complaints, of one command of a partner and of his
`zoek`, inside a process that has the register open, as the daemon has; and of `list --overdue`, `digest` and `report` as whole
processes, with their peak of memory.
"""

import contextlib
import statistics
import time
from dataclasses import replace
from typing import Final

from benchmarks.memory import peak
from benchmarks.register import NOW, PAST, changes, complaint
from benchmarks.stand import Stand, message, stand
from klachtmail.cli.build import open_office
from klachtmail.cli.context import Context
from klachtmail.domain.records.model import Complaint
from klachtmail.service.flush import flush
from klachtmail.service.poll import poll
from klachtmail.service.work.office import Office
from klachtmail.store.sql import SqlStore, open_sql, schema
from klachtmail.store.sql.link import Link
from tests.letters_read import answer, read
from tests.servers.postgres import Postgres

BARS = {f"times.{what}": ("<=", 2.0) for what in ("poll", "command", "zoek", "list", "digest", "report")}
DURABLE = {"fsync": "on", "full_page_writes": "on", "shared_buffers": "256MB"}
YEARS: Final = 10
MEMBERS: Final = 50
PROCESSES: Final = {
    "list": ("list", "--overdue", "--json"),
    "digest": ("digest", "--json"),
    "report": ("report", "--json", "--year", str(NOW.year)),
}
FIRST_OPEN: Final = 900_000_001
SMALL, SETTLED, LARGE = "1,000", "980,020 with 20 open", "1,000,000"


def run(*, smoke: bool) -> dict[str, object]:
    small, large, few, many = (40, 80, 5, 10) if smoke else (980, 980_000, 20, 20_000)
    rounds = 1 if smoke else 5
    found: dict[str, dict[str, float]] = {}
    with stand(partners=2) as bench, Postgres.required(**DURABLE) as server:
        employ(bench)
        for name, closed in ((SMALL, small), (SETTLED, large)):
            address = server.fresh()
            with contextlib.closing(open_sql(address)) as store:
                fill(store, closed, few)
            found[name] = measured(bench, address, rounds)
        with contextlib.closing(open_sql(address)) as store:
            reopen(store, few, many)
        found[LARGE] = measured(bench, address, rounds)
    times = {what: took / found[SMALL][what] for what, took in found[LARGE].items()}
    settled = {what: took / found[SMALL][what] for what, took in found[SETTLED].items()}
    return {"figures": found, "times": times, "times with 20 open": settled}


def employ(bench: Stand) -> None:
    """Give the firm its fifty members."""
    names = [(f"lid{n}", f"Medewerker {n}") for n in range(MEMBERS - 2)]
    bench.project.write(employees=[{"name": name, "address": f"{a}@ront.nl", "alias": a} for a, name in names])


def measured(bench: Stand, address: str, rounds: int) -> dict[str, float]:
    """Return what the work takes on this register: milliseconds, and MiB at most."""
    bench.start_from()
    bench.project.write(database=address)
    office = open_office(Context(bench.project.config).configuration())
    found = _in_the_daemon(bench, office, rounds)
    office.mailbox.close()
    office.courier.close()
    office.store.close()
    for name, command in PROCESSES.items():
        walls = [bench.timed(bench.project.command(*command)).wall for _ in range(min(rounds, 3))]
        found[name] = statistics.median(walls) * 1000
        found[f"{name} MiB"] = peak(bench, *command)
    bench.project.write(database=None)
    return found


def _in_the_daemon(bench: Stand, office: Office, rounds: int) -> dict[str, float]:
    took: dict[str, list[float]] = {"poll": [], "command": [], "zoek": []}

    def timed(what: str) -> None:
        started = time.perf_counter()
        poll(office)
        if what != "poll":
            flush(office)
        took[what].append((time.perf_counter() - started) * 1000)

    for batch in range(rounds):
        bench.host.append_many(message(10_000 * bench.renewed + 1_000 * (batch + 1) + i) for i in range(100))
        timed("poll")
        flush(office)
        routing = [x for x in bench.smtp.letters if x.recipients[0] == "jan@ront.nl" and b"[K" in x.content][batch]
        for what, line in (("command", "ik pak het op"), ("zoek", f"zoek Klant {batch + 2}")):
            bench.host.append(answer(read(routing.content, "jan@ront.nl"), "jan@ront.nl", line))
            timed(what)
    return {what: statistics.median(each) for what, each in took.items()}


def fill(store: SqlStore, closed: int, still_open: int) -> None:
    """Have the database copy one closed record for each of ten years, and one open, under other numbers and addresses."""
    years = [complaint(1, PAST.replace(year=PAST.year - ago, day=1), closed=True) for ago in range(YEARS)]
    waiting = _waiting()
    for one in (*years, waiting):
        store.commit(changes([one], store.state, one.number[:5], int(one.number[6:])))
    with store.link.long(), store.link.transaction():
        store.link.run("UPDATE complaints SET archived = NOT open")
        store.link.run("UPDATE seen SET archived = true WHERE number <> %(n)s", {"n": waiting.number})
        for one in years:
            _copy(store.link, one.number, 2, closed // YEARS)
    for one in years:
        store.commit(changes([], store.state, one.number[:5], closed // YEARS))
    reopen(store, 1, still_open)


def reopen(store: SqlStore, before: int, still_open: int) -> None:
    """Have it copy the open one, of which there are some, until there are so many."""
    number = _waiting().number
    with store.link.long(), store.link.transaction():
        _copy(store.link, number, FIRST_OPEN + before, FIRST_OPEN + still_open - 1)
    store.commit(changes([], store.state, number[:5], FIRST_OPEN + still_open - 1))
    with store.link.long():
        store.link.run("VACUUM ANALYZE", long=True)


def _waiting() -> Complaint:
    """Return an open one, whose number is in no series that grows."""
    aged = complaint(FIRST_OPEN, PAST.replace(year=PAST.year - YEARS, day=1), closed=False)
    return replace(aged, received_at=PAST, due_on=PAST.date(), original_due_on=PAST.date())


def _copy(link: Link, number: str, first: int, last: int) -> None:
    counter = str(int(number[6:]))
    other = f"'{number[:6]}' || lpad(n::text, greatest(4, length(n::text)), '0')"

    def altered(text: str) -> str:
        return f"replace(replace({text}, '{number}', {other}), 'klant{counter}@', 'klant' || n || '@')"

    member = f"'lid' || mod(n, {MEMBERS - 2}) || '@ront.nl'"
    doc = f"replace({altered('doc::text')}, 'jan@ront.nl', {member})::json"
    times = "received_at, due_on, answered_at, touched_at, ended_at, erased_at, entries"
    series = f"generate_series({first}, {last}) n WHERE number = '{number}'"
    link.run(
        f"INSERT INTO complaints (number, series, counter, status, open, archived, handler, {times}, doc) "
        f"SELECT {other}, series, n, status, open, archived, {member}, {times}, {doc} FROM complaints, {series}",
        long=True,
    )
    _copy_facts(link, {"number": other, "handler": member}, series)
    link.run(
        f"INSERT INTO complaint_keys SELECT kind, {altered('key')}, {other} FROM complaint_keys, {series}", long=True
    )
    link.run(
        f"INSERT INTO seen (key, at, kind, number, sha256, archived, doc) SELECT {altered('key')}, at, kind, {other}, "
        f"sha256, archived, {altered('doc::text')}::json FROM seen, {series}",
        long=True,
    )
    words = f"'klant' || n || '@example.nl Klant ' || n || ' ' || {other}"
    link.run(
        f"INSERT INTO search SELECT {other}, words || to_tsvector('simple', {words}) FROM search, {series}", long=True
    )


def _copy_facts(link: Link, altered: dict[str, str], series: str) -> None:
    """Copy what is counted; everybody is another person, and it takes another time until the contact and the outcome."""
    took = {"to_contact": "mod(n, 2880)", "to_outcome": "mod(n, 20160)", "who": "n", "names": "'[klager] Klant ' || n"}
    chosen = {column.name: column.name for column in schema.facts.columns} | altered
    chosen |= {name: f"CASE WHEN {name} IS NOT NULL THEN {other} END" for name, other in took.items()}
    link.run(
        f"INSERT INTO facts ({', '.join(chosen)}) SELECT {', '.join(chosen.values())} FROM facts, {series}", long=True
    )
