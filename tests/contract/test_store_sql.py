"""What only a database has: tables that are made and kept up to date, indexes that are used, few questions, the fence."""

import contextlib
import datetime as dt
import json
import sqlite3
import stat
import subprocess
import sys
import time
from dataclasses import replace
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from klachtmail.domain.agenda.build import build_each
from klachtmail.domain.agenda.patterns import MOST_READ
from klachtmail.domain.agenda.yearly import year_report
from klachtmail.domain.records.abridged import KEPT_BYTES
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.questions import NEVER, Question
from klachtmail.domain.records.state import State
from klachtmail.service.flush import flush
from klachtmail.service.poll import poll
from klachtmail.service.watch.health import health
from klachtmail.store import logical
from klachtmail.store.errors import (
    StoreAwayError,
    StoreBusyError,
    StoreCorruptError,
    StoreError,
    StoreFullError,
    StoreLostError,
    StoreStaleError,
)
from klachtmail.store.restoring import restore_into
from klachtmail.store.sql import dialects, open_sql, open_target
from klachtmail.store.sql.address import shown, understood
from klachtmail.store.sql.schema import fence, tables
from klachtmail.store.tiny import TinyStore
from klachtmail.store.verify import verify
from tests.crash.test_every_statement import SqlFirm
from tests.crash.test_every_step import small_firm
from tests.servers.postgres import Postgres
from tests.servers.proxy import Proxy
from tests.store_samples import DAY, NOW, complaint, letter, seen
from tests.stores import make_store
from tests.world import MONDAY, mail

KINDS = ("sqlite", "postgresql")


@pytest.fixture(params=KINDS)
def store(request, tmp_path, postgres):
    with contextlib.closing(make_store(request.param, tmp_path, postgres)) as made:
        yield made


def again(store, wait=0.2):
    """Return another process's store on the same register."""
    return open_sql(store.link.url.render_as_string(hide_password=False), store.link.schema, wait=wait)


# ── the tables ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_migrations_make_the_tables_that_the_code_knows(store):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    mine = MigrationContext.configure(
        store.link.connection,
        opts={
            "compare_type": True,
            "include_name": lambda name, kind, _: kind != "table" or name not in {"alembic_version", "search"},
        },
    )
    assert compare_metadata(mine, tables) == []


def test_a_database_in_a_file_and_its_new_folder_are_for_their_owner_alone(tmp_path):
    folder = tmp_path / "register"
    with contextlib.closing(open_sql(f"sqlite:///{folder}/register.db")) as store, store.lead():
        store.commit(Changes(complaints={"K2026-0001": complaint()}))
        found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
        assert {"register.db", "register.db-wal"} <= found.keys()
        assert set(found.values()) == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_database_in_a_file_stands_beside_the_configuration_unless_it_says_where(tmp_path):
    (tmp_path / "etc").mkdir()
    for address, place in (("sqlite:///register.db", "etc/register.db"), (f"sqlite:///{tmp_path}/b.db", "b.db")):
        open_sql(address, beside=tmp_path / "etc").close()
        assert (tmp_path / place).exists()


def test_a_database_that_is_a_link_is_not_followed(tmp_path):
    (tmp_path / "register.db").symlink_to(tmp_path / "elsewhere.db")
    with pytest.raises(StoreError, match=r"Cannot open .*register\.db"):
        open_sql(f"sqlite:///{tmp_path}/register.db")
    assert not (tmp_path / "elsewhere.db").exists()


def test_a_register_of_a_newer_klachtmail_is_refused_also_while_it_is_open(store):
    store.link.run(sa.update(fence).values(schema=99))
    with pytest.raises(StoreError, match=r"newer klachtmail.*upgrade"):
        again(store)
    with pytest.raises(StoreError, match=r"newer klachtmail.*upgrade"), store.work():
        pass


def as_of(store, version):
    """Make the tables look as an older klachtmail left them."""
    with store.link.transaction():
        store.link.run("DROP TABLE facts")
        store.link.run("ALTER TABLE fence DROP COLUMN zone")
        store.link.run("DROP INDEX complaints_after")
        store.link.run(sa.update(fence).values(schema=version))
        store.link.run(sa.text(f"UPDATE alembic_version SET version_num = '00{version}'"))


def long_texts(store):
    """Put complaints into a store as version 2 of the tables kept them: with a text of 300 kB, one of them archived."""
    told = "De trainer was te laat en de zaal was koud. " * 7_000
    long = [complaint(n, text=told, at=NOW - (400 * DAY if n == 1 else DAY), status="closed") for n in (1, 2, 3)]
    (sha256,) = store.keep_mail([(told.encode(), NOW)])
    long = [replace(each, messages=(replace(each.messages[0], text=told),)) for each in long]
    all_of_them = [replace(c, messages=(replace(c.messages[0], sha256=sha256),)) for c in (*long, complaint(4))]
    counters = {"K2025": 1, "K2026": 4}
    store.commit(
        Changes(complaints={c.number: c for c in all_of_them}, state=State(counters=counters, void=("K2026-0001",)))
    )
    store.tidy(NOW)


def cut(store):
    """Return whether every text is cut, the entries say so, and the register is whole."""
    found = {each.number: each for each in store.everything()}
    is_short = [len(found[n].text.encode()) <= KEPT_BYTES for n in sorted(found)]
    told = [found[n].history[-1].event == "noted" for n in sorted(found)]
    assert verify(store) == []
    return all(is_short) and told == [True] * 3 + [False]


def test_the_long_texts_of_an_older_register_are_cut_when_it_is_opened(store):
    long_texts(store)
    assert not cut(store)
    as_of(store, 3)
    with contextlib.closing(again(store)) as opened:
        assert cut(opened)
        entries = dict(map(tuple, opened.link.rows(sa.select(tables.tables["complaints"].c["number", "entries"]))))
        assert entries == {each.number: len(each.history) for each in opened.everything()}


def test_the_long_texts_of_an_older_backup_are_cut_when_it_is_restored(store, tmp_path):
    long_texts(store)
    logical.write(store.dump(), tmp_path / "old.jsonl.gz", with_key=True)
    for database in (None, lambda: open_target(f"sqlite:///{tmp_path}/new.db")):
        restore_into(database, tmp_path / "data", tmp_path / "old.jsonl.gz", NOW)
        with contextlib.closing(database() if database else TinyStore(tmp_path / "data")) as restored:
            assert cut(restored)


def test_two_that_start_at_once_make_the_tables_once(tmp_path, postgres):
    server = postgres()
    schema, address = server.schema(), server.address("postgres")
    code = "import sys; from klachtmail.store.sql import open_sql; s = open_sql(sys.argv[1], sys.argv[2]); print(s.state.void)"
    started = [
        subprocess.Popen([sys.executable, "-c", code, address, schema], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    for process in started:
        said, trouble = process.communicate(timeout=60)
        assert process.returncode == 0, trouble
        assert said == b"()\n"


def test_who_keeps_a_register_in_a_folder_never_imports_sqlalchemy(tmp_path):
    code = (
        "import sys, pathlib; from klachtmail.store import TinyStore; s = TinyStore(pathlib.Path(sys.argv[1]) / 'data');"
        "list(s.everything()); import klachtmail.cli.build, klachtmail.cli.reading, klachtmail.daemon;"
        "print([m for m in sys.modules if m.split('.')[0] in {'sqlalchemy', 'alembic', 'psycopg'}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("postgresql://a:b@h/n", "postgresql+psycopg://a:***@h/n"),
        ("postgresql+psycopg://u@a:5432,b:5433/n", "postgresql+psycopg://u@/n?host=a%3A5432&host=b%3A5433"),
        ("sqlite:///x.db", "sqlite:///x.db"),
    ],
)
def test_an_address_is_understood_and_shown_without_its_password(written, meant):
    assert shown(understood(written)) == meant


@pytest.mark.parametrize("wrong", ["mysql://h/n", "klachten.db", "sqlite://"])
def test_another_address_is_refused_in_one_sentence(wrong):
    with pytest.raises(StoreError, match="database"):
        understood(wrong)


def test_a_database_that_lets_nobody_in_and_one_that_is_away_are_told_apart(postgres):
    server = postgres()
    with pytest.raises(StoreError, match="lets nobody in") as refused:
        open_sql(server.address("no_such_database"))
    assert not isinstance(refused.value, StoreAwayError)
    with pytest.raises(StoreAwayError, match="cannot be reached"):
        open_sql("postgresql://postgres@127.0.0.1:1/x")


def test_a_database_that_wants_a_password_says_where_it_is_written(tmp_path, monkeypatch):
    """It would be waited for as one that is away, and the administrator told a quarter of an hour later."""
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
    with Postgres.required() as server:
        (server.folder / "data/pg_hba.conf").write_text(
            "host all asked 127.0.0.1/32 scram-sha-256\nlocal all all trust\nhost all postgres 127.0.0.1/32 trust\n"
        )
        server.sql("CREATE ROLE asked LOGIN PASSWORD 'x'", "postgres")
        server.sql("SELECT pg_reload_conf()", "postgres")
        with pytest.raises(StoreError, match=r"wants a password.*pgpass") as refused:
            open_sql(server.address("postgres", user="asked"))
        assert not isinstance(refused.value, StoreAwayError)


@pytest.mark.parametrize("sure", [True, False])
def test_what_a_power_cut_or_a_failover_may_lose_is_told(sure):
    """Of one host nobody expects that another takes over."""
    with Postgres.required(fsync="on" if sure else "off", full_page_writes="on" if sure else "off") as server:
        one = server.address("postgres")
        host = one.rpartition("@")[2].partition("/")[0]
        told = []
        for address in (one, one.replace(host, f"{host},{host}")):
            with contextlib.closing(open_sql(address)) as store:
                told.append([each.partition(":")[0].partition(" is ")[0] for each in store.advice()])
    off = [] if sure else ["fsync", "full_page_writes"]
    assert told == [off, [*off, "synchronous_standby_names"]]


@pytest.mark.parametrize("ahead", [60, -60])
def test_a_clock_of_the_database_that_differs_is_told(postgres, tmp_path, monkeypatch, ahead):
    with contextlib.closing(make_store("postgresql", tmp_path, postgres)) as store:
        assert not any("clock" in each for each in store.advice())
        monkeypatch.setattr(dialects, "time", SimpleNamespace(time=lambda: time.time() + ahead))
        assert [each for each in store.advice() if "clock" in each] == ["its clock differs by 60 s from this machine's"]


def test_a_database_that_is_too_old_is_refused(postgres, tmp_path, monkeypatch):
    monkeypatch.setattr(dialects, "OLDEST", 99)
    with pytest.raises(StoreError, match=r"is PostgreSQL \d+; it must be 99 or newer"):
        make_store("postgresql", tmp_path, postgres)


def test_a_database_in_another_encoding_is_refused(postgres):
    server = postgres()
    server.sql("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0", "postgres")
    with pytest.raises(StoreError, match=r"encoded in LATIN1.*UTF8"):
        open_sql(server.address("latin"))
    server.drop(server.address("latin"))


# ── questions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", KINDS)
def test_a_poll_of_a_hundred_messages_is_some_fifty_statements(kind, tmp_path, postgres):
    world = SqlFirm(small_firm(), tmp_path / "data", MONDAY)
    if kind == "postgresql":
        world.address = postgres().fresh()
    for n in range(100):
        world.mailbox.add(mail(f"Klacht {n}.", sender=f"klant{n}@example.nl", subject=f"Zaak {n}"), at=world.now)
    said = []
    world.hook = lambda when, statement: said.append(statement) if when == "before" else None
    office = world.office()
    said.clear()
    poll(office)
    assert len(said) <= 52, "\n".join(said)
    said.clear()
    flush(office)
    assert len(said) <= 200 + 40  # a note for each letter, and what is around them
    office.store.close()


@pytest.mark.parametrize("kind", KINDS)
def test_who_comes_back_is_known_by_few_questions(kind, tmp_path, postgres):
    world = SqlFirm(small_firm(), tmp_path / "data", MONDAY)
    if kind == "postgresql":
        world.address = postgres().fresh()
    for n in range(60):
        world.mailbox.add(mail(f"Klacht {n}.", sender=f"klant{n}@example.nl", subject=f"Zaak {n}"), at=world.now)
    world.run(poll)
    world.mailbox.add(mail("De zaal was koud.", sender="sanne@example.nl", subject="Zaal"), at=world.now)
    said = []
    world.hook = lambda when, statement: said.append(statement) if when == "before" else None
    office = world.office()  # which remembers nothing yet
    said.clear()
    poll(office)
    assert sum("FROM complaints" in statement for statement in said) <= 3, "\n".join(said)
    office.store.close()


def a_large_register(store):
    """Fill the tables with rows that cost nothing to make; return when the planner knows them."""
    many = 20_000  # rows; all values are ours
    store.commit(
        Changes(
            complaints={c.number: c for c in map(complaint, range(1, 40))},
            letters={f"l{n}": letter(f"l{n}", number="K2026-0001") for n in range(40)},
            seen={f"k{n}": seen(f"k{n}", number="K2026-0001") for n in range(40)},
            state=State(counters={"K2026": 39}),
        )
    )
    series = f"generate_series(100, {many})" if store.link.dialect.can_be_lost else "n"
    head = (
        ""
        if store.link.dialect.can_be_lost
        else f"WITH RECURSIVE n(n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM n WHERE n < {many}) "
    )
    number, n = "'K2025-' || n", "n"
    old = "received_at, due_on, answered_at, touched_at, ended_at, erased_at, entries, doc"
    of = (
        f"FROM {series} AS n, complaints WHERE number = 'K2026-0001'"
        if series != "n"
        else "FROM n, complaints WHERE number = 'K2026-0001'"
    )
    true, false = ("true", "false") if store.link.dialect.can_be_lost else ("1", "0")

    def run(statement):
        store.link.run(statement, long=True)  # else the beat waits for it, and the watch cuts the connection

    store.link.dialect.without_limit(store.link)  # this is no day's work, and other tests run beside it
    run(
        f"{head}INSERT INTO complaints (number, series, counter, status, open, archived, handler, {old}) "
        f"SELECT {number}, 'K2025', {n}, 'closed', {false}, {true}, handler, {old} {of}"
    )
    counted = [column.name for column in tables.tables["facts"].columns if column.name != "number"]
    known = (
        ", ".join(f"facts.{name}" for name in counted)
        .replace("facts.unfinished", false)
        .replace("facts.waits_until", "NULL")
        .replace("facts.closed", "'2025-03'")
        .replace("facts.tags", "'received treated'")
    )
    beside = of.replace("complaints WHERE number", "facts WHERE number")
    run(f"{head}INSERT INTO facts (number, {', '.join(counted)}) SELECT {number}, {known} {beside}")
    run(f"{head}INSERT INTO complaint_keys SELECT 'thread', 'x' || {n} || '@y', {number} {of}")
    if store.link.dialect.has_full_text:
        run(
            f"INSERT INTO search SELECT {number}, array_to_tsvector(ARRAY['zaak' || {n}, 'cursus', repeat(md5({n}::text), 30)]) {of}"
        )
    run(f"{head}INSERT INTO places SELECT 'INBOX/1/' || {n}, 'k-' || {n} {of}")
    for table, columns, key in (
        ("letters", "serial, state, number, recipient, message_id, sha256, created_at, sent_at, doc", "id"),
        ("seen", "at, kind, number, sha256, archived, doc", "key"),
    ):
        chosen = columns.replace("serial", f"{n} + 1000").replace("state", "'sent'").replace("archived", true)
        chosen = chosen.replace("message_id", f"'m' || {n}").replace("number", number)
        first = {"letters": "l1", "seen": "k1"}[table]
        source = of.replace("complaints WHERE number = 'K2026-0001'", f"{table} WHERE {key} = '{first}'")
        run(f"{head}INSERT INTO {table} ({key}, {columns}) SELECT '{table}-' || {n}, {chosen} {source}")
    run(f"{head}INSERT INTO content (sha256, kind, kept_at, bytes) SELECT 'c' || {n}, 'mail', received_at, NULL {of}")
    run("ANALYZE")
    store.link.dialect.with_limit(store.link)
    store.tables.forget()


def test_full_text_knows_the_stems_of_dutch_words_and_is_entered_for_what_was_there_before_it(postgres, tmp_path):
    with contextlib.closing(make_store("postgresql", tmp_path, postgres)) as store:
        store.commit(Changes(complaints={"K2026-0001": replace(complaint(1), text="De trainingen vielen erg tegen.")}))
        assert [c.number for c in store.matching(["training"], 9)] == ["K2026-0001"]
        assert [c.number for c in store.matching(["tegenvallen"], 9)] == []
        store.link.run("DROP TABLE search")
        store.link.run("DROP INDEX complaints_due")
        as_of(store, 2)
        with contextlib.closing(again(store)) as upgraded:
            assert [c.number for c in upgraded.matching(["training"], 9)] == ["K2026-0001"]


LARGE = {"complaints", "complaint_keys", "facts", "search", "letters", "seen", "places", "content"}


def everyday(store):
    """Ask what a day's work asks."""
    store.expect(places=["INBOX/1/7"], message_ids=["a@b"], addresses=["anna1@example.org"], numbers=["K2026-0001"])
    store.complaint("K2025-777")
    store.letter("l1@ront.nl")
    list(store.open_complaints())
    list(store.overdue(NOW.date()))
    list(store.unsettled(NOW + DAY))
    list(store.last_received(NOW + DAY, 9))
    list(store.told_of("2027-01", "2027-02", ZoneInfo("Europe/Amsterdam")))
    list(store.past_keeping(NOW - 900 * DAY))
    list(store.loose(NOW - 900 * DAY))
    store.people("2027-01", "2027-02", ZoneInfo("Europe/Amsterdam"))
    list(store.names("2027-01", "2027-02", ZoneInfo("Europe/Amsterdam")))
    store.count(
        [Question(("month", "tags"), "2027-01"), Question((), NEVER, by="closed")], ZoneInfo("Europe/Amsterdam")
    )
    list(store.matching(["omgevingswet"], 9))
    list(store.received(NOW + DAY, NOW + 2 * DAY))
    list(store.unsent())
    list(store.recent_letters(NOW + DAY))
    store.rendered("f" * 64)
    store.condition("f" * 64)
    store.journal.doubtful()
    store.in_hand()
    store.commit(Changes(complaints={"K2026-0002": replace(store.complaint("K2026-0002"), handler="jan@ront.nl")}))
    store.commit(
        Changes(letters={"l1": replace(store.letter("l1"), state="sent", sent_at=NOW)}, dropped_letters={"l2"})
    )
    store.commit(Changes(seen={"k1": replace(store.seen("k1"), places=("INBOX/1/k1", "INBOX/2/1"))}))
    store.refresh()


@contextlib.contextmanager
def listening(store):
    """Return what is asked meanwhile: statements with their parameters (of many rows those of the first)."""
    asked = []

    def note(_connection, _cursor, statement, parameters, _context, many):
        asked.append((statement, parameters[0] if many else parameters))

    sa.event.listen(store.link.connection.engine, "before_cursor_execute", note)
    yield asked
    sa.event.remove(store.link.connection.engine, "before_cursor_execute", note)


def test_a_report_and_a_digest_read_no_more_of_twenty_thousand_than_a_thousand(postgres, tmp_path):
    """What is settled is counted: of a million the report read two hundred thousand records, and held them."""
    read = []

    def note(_connection, cursor, statement, *_):
        if statement.startswith("SELECT complaints.number, complaints.doc"):
            read.append(cursor.rowcount)

    firm = small_firm()
    with contextlib.closing(make_store("postgresql", tmp_path, postgres)) as store:
        a_large_register(store)
        sa.event.listen(store.link.connection.engine, "after_cursor_execute", note)
        report = year_report(store, firm, 2026, NOW)
        (made,) = build_each(store, firm, NOW + 30 * DAY, (None,))
        standing = health(store, firm, {"at": NOW.isoformat()}, NOW).figures
    assert report.this.received > 19_000
    assert report.patterns_of == made.patterns_of == MOST_READ
    assert (len(made.open), standing["open"]) == (39, 39)
    assert sum(read) <= 2 * MOST_READ + 100


def test_facts_that_are_not_of_the_record_are_damage(store):
    store.commit(Changes(complaints={c.number: c for c in map(complaint, (1, 2))}))
    assert store.damage() == []
    store.link.run("UPDATE facts SET tags = 'received' WHERE number = 'K2026-0001'")
    store.link.run("DELETE FROM facts WHERE number = 'K2026-0002'")
    said = "its facts, which reports count, are not what the record says"
    assert store.damage() == [f"complaints {number}: {said}" for number in ("K2026-0001", "K2026-0002")]


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (
            "DELETE FROM complaint_keys WHERE kind = 'address'",
            "complaints K2026-0001: it is not found under the addresses",
        ),
        ("DELETE FROM places", "seen key-1: it is not found under the places"),
        ("UPDATE complaints SET status = 'closed'", "complaints K2026-0001: its column status"),
        ("UPDATE letters SET recipient = 'x@y'", "letters l1: its column recipient"),
        ("UPDATE seen SET kind = 'spam'", "seen key-1: its column kind"),
        ("UPDATE seen SET doc = '{}'", "seen key-1: what is kept is no record"),
    ],
)
def test_a_row_that_somebody_changed_is_damage(store, broken, told):
    store.commit(Changes(complaints={"K2026-0001": complaint()}, letters={"l1": letter()}, seen={"key-1": seen()}))
    assert store.damage() == []
    store.link.run(broken)
    (found,) = store.damage()
    assert found.startswith(told)


def test_an_older_register_has_its_facts_when_it_is_opened(store):
    records = [complaint(n, at=NOW - n * DAY, status="closed") for n in (1, 2)]
    store.commit(Changes(complaints={c.number: c for c in records}))
    kept = [tuple(row) for row in store.link.rows(sa.select(tables.tables["facts"]))]
    as_of(store, 5)
    with contextlib.closing(again(store)) as upgraded:
        assert [tuple(row) for row in upgraded.link.rows(sa.select(tables.tables["facts"]))] == kept
        assert upgraded.damage() == []


def test_the_night_writes_the_facts_in_the_zone_in_which_the_firm_counts(store):
    late = complaint(1, at=dt.datetime(2026, 12, 1, 0, 30, tzinfo=ZoneInfo("Europe/Amsterdam")))
    store.commit(Changes(complaints={late.number: late}))
    asked, there = [Question(("month",), "2026-01")], ZoneInfo("America/Curacao")
    assert store.count(asked, there) == [{("2026-11",): 1}]
    assert store.count(asked, ZoneInfo("Europe/Amsterdam")) == [{("2026-12",): 1}]
    assert store.count(asked, there) == [{("2026-11",): 1}]
    store.tidy(NOW)
    assert [row.month for row in store.link.rows(sa.select(tables.tables["facts"]))] == ["2026-11"]
    assert store.count(asked, there) == [{("2026-11",): 1}]
    assert store.damage() == []


def test_a_word_that_few_complaints_have_is_found_without_walking_through_the_others(postgres, tmp_path):
    """At a million the walk took 21 s, and the server ends a statement after five."""
    with contextlib.closing(make_store("postgresql", tmp_path, postgres)) as store:
        a_large_register(store)
        with listening(store) as asked:
            assert len(list(store.matching(["zaak7777"], 1))) == 1
        read = 0
        for statement, parameters in asked:
            if statement.startswith("SELECT"):
                explained = store.link.connection.exec_driver_sql(
                    f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", parameters
                )
                read += sum(rows_of(explained.scalar()[0]["Plan"]))
            else:
                store.link.run(statement)
        assert read < 100


def rows_of(node):
    """Yield how many rows each step of a plan went through."""
    yield (node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * node["Actual Loops"]
    for each in node.get("Plans", []):
        yield from rows_of(each)


def test_no_question_of_a_days_work_reads_a_whole_table(store):
    a_large_register(store)
    with listening(store) as asked:
        everyday(store)
    wrong = []
    for statement, parameters in asked:
        if statement.startswith("SET enable"):
            store.link.run(statement)
        elif statement.split()[0] in {"SELECT", "UPDATE", "DELETE", "WITH"} and "advisory" not in statement:
            wrong += [f"{scan}: {statement}" for scan in scans(store, statement, parameters)]
    assert not wrong, "\n".join(dict.fromkeys(wrong))
    assert len(asked) > 40


def scans(store, statement, parameters):
    """Return the large tables that this statement would read from one end to the other."""
    run = store.link.connection.exec_driver_sql
    if not store.link.dialect.can_be_lost:
        plan = [row[3] for row in run(f"EXPLAIN QUERY PLAN {statement}", parameters)]
        return [table for table in LARGE for step in plan if step == f"SCAN {table}"]
    found, nodes = [], [run(f"EXPLAIN (FORMAT JSON) {statement}", parameters).scalar()[0]["Plan"]]
    while nodes:
        node = nodes.pop()
        nodes += node.get("Plans", [])
        if node["Node Type"] == "Seq Scan" and node["Relation Name"] in LARGE:
            found.append(node["Relation Name"])
    return found


# ── the fence ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def taken_over(store):
    """Let another take the turn by force, as after a lease that ended."""
    changed = {"epoch": fence.c.epoch + 1, "holder": "another", "generation": fence.c.generation + 1}
    store.link.connection.execute(sa.update(fence).values(**changed))


CHANGES = {
    "commit": lambda s: s.commit(Changes(complaints={"K2026-0002": complaint(2)})),
    "trying": lambda s: s.journal.trying("l1"),
    "accepted and trying": lambda s: s.journal.accepted_then_trying("l1", "l2"),
    "refused": lambda s: s.journal.refused("l1"),
    "clear": lambda s: s.journal.clear(),
    "keep mail": lambda s: s.keep_mail([(b"new", NOW)]),
    "keep letters": lambda s: s.keep_letters([b"new"]),
    "erase": lambda s: s.erase(["0" * 64]),
    "note in hand": lambda s: s.note_in_hand(["INBOX/1/9"]),
    "rotate": lambda s: s.rotate_secret(NOW),
    "forget": lambda s: s.note_forgotten("a@b", NOW),
    "tidy": lambda s: s.tidy(NOW + 400 * DAY),
    "moved": lambda s: s.note_moved("x"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_who_was_taken_over_in_the_middle_of_his_turn_changes_nothing(store, change):
    store.commit(
        Changes(complaints={"K2026-0001": complaint(status="closed")}, letters={"l1": letter(), "l2": letter("l2")})
    )
    (kept,) = store.keep_mail([(b"old", NOW)])
    store.journal.trying("l2")
    with store.work():
        taken_over(store)
        before = everything(store)
        with pytest.raises(StoreLostError):
            CHANGES[change](store)
    assert everything(store) == before
    assert store.mail(kept) == b"old"


def everything(store):
    names = [t for t in tables.sorted_tables if t.name != "machines"]
    return {t.name: sorted(map(str, store.link.rows(sa.select(t)))) for t in names}


def test_a_decision_on_what_another_changed_meanwhile_is_refused(store):
    store.commit(Changes(complaints={"K2026-0001": complaint()}))
    decided = replace(store.complaint("K2026-0001"), subject="mine")
    with contextlib.closing(again(store)) as other:
        other.commit(Changes(complaints={"K2026-0001": replace(other.complaint("K2026-0001"), subject="theirs")}))
        with pytest.raises(StoreStaleError):
            store.commit(Changes(complaints={"K2026-0001": decided}))
        store.refresh()
        assert store.complaint("K2026-0001").subject == other.complaint("K2026-0001").subject == "theirs"


def test_who_reads_sees_one_moment_whatever_another_commits_meanwhile(store):
    store.commit(Changes(complaints={"K2026-0001": complaint()}, state=State(counters={"K2026": 1})))
    with contextlib.closing(again(store)) as other:
        with store.reading():
            assert store.state.counters == {"K2026": 1}
            other.commit(Changes(complaints={"K2026-0002": complaint(2)}, state=State(counters={"K2026": 2})))
            assert [c.number for c in store.everything()] == ["K2026-0001"]
        store.refresh()
        assert len(list(store.everything())) == 2


def test_a_turn_excludes_every_other_process(store):
    with contextlib.closing(again(store)) as other, store.work():
        with pytest.raises(StoreError, match="at work for more than"), other.work():
            pass
        with other.lead() as leads:
            assert leads
            with store.lead() as both:
                assert not both
    with contextlib.closing(again(store)) as other, other.work():
        pass


def test_a_connection_that_was_lost_is_never_made_again_behind_our_back(postgres, tmp_path):
    store = make_store("postgresql", tmp_path, postgres)
    store.commit(Changes(complaints={"K2026-0001": complaint()}))
    with store.work():
        ours = store.link.first("SELECT pg_backend_pid()")[0]
        postgres().sql(f"SELECT pg_terminate_backend({ours})", "postgres")
        with pytest.raises(StoreLostError):
            store.commit(Changes(complaints={"K2026-0002": complaint(2)}))
    for _ in range(2):
        with pytest.raises(StoreLostError):
            store.complaint("K2026-0001")
    with store.lead() as leads:  # the one place that connects again
        assert leads
        assert [c.number for c in store.everything()] == ["K2026-0001"]
    store.close()


def test_the_server_ends_a_connection_of_which_nothing_is_heard(postgres, tmp_path):
    server = postgres()
    address, schema = f"{server.address('postgres')}?lease=1.0", server.schema()
    store = open_sql(address, schema)
    store.link._over.set()  # the beat stops, as in a process that is stopped
    until_lost = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=30)
    with contextlib.closing(open_sql(address, schema)) as other, store.lead() as leads:
        assert leads
        got = False
        while not got and dt.datetime.now(dt.UTC) < until_lost:
            with other.lead() as got:
                pass
        assert got
    with pytest.raises(StoreLostError):
        store.complaint("K2026-0001")
    store.close()


def half_said(wire):
    wire.send_query_params(b"SELECT 1", None)  # and no Sync: the server waits for it, and says that it is at work


def half_heard(wire):
    wire.send_query_params(b"SELECT repeat('x', 20000000)", None)  # more than any socket holds
    wire.pipeline_sync()


def leads(store):
    with store.lead() as got:
        return got


def has_its_turn(store):
    try:
        with store.work(1.0):
            return True
    except StoreBusyError:
        return False


@pytest.mark.parametrize("socket", [False, True], ids=["over TCP", "over a socket"])
@pytest.mark.parametrize("stopped", [half_said, half_heard])
@pytest.mark.parametrize(("held", "gets"), [("lead", leads), ("work", has_its_turn)], ids=["the lead", "the turn"])
def test_who_is_stopped_in_the_middle_of_a_statement_loses_what_he_holds(postgres, held, gets, stopped, socket):
    server = postgres()
    where = f"postgresql+psycopg://postgres@/postgres?host={server.folder}&port={server.port}&" if socket else ""
    address, schema = f"{where or server.address('postgres') + '?'}lease=1.0", server.schema()
    store = open_sql(address, schema)
    with contextlib.closing(open_sql(address, schema)) as other, getattr(store, held)():
        store.link.run("SET statement_timeout = 0")  # as in what takes long
        store.link._over.set()
        wire = store.link._raw.pgconn
        wire.enter_pipeline_mode()
        stopped(wire)
        wire.flush()
        until = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=30)
        while not (got := gets(other)) and dt.datetime.now(dt.UTC) < until:
            pass
        assert got
        store.close()


@pytest.mark.parametrize(
    ("state", "kind", "told"),
    [
        ("53100", StoreFullError, "disk of the database is full"),
        ("53200", StoreAwayError, "no memory left"),
        ("25006", StoreFullError, "read-only"),
        ("42501", StoreFullError, "rights"),
        ("55P03", StoreBusyError, "at work for too long"),
        ("57014", StoreBusyError, "took too long"),
        ("40001", StoreStaleError, "meanwhile"),
        ("40P01", StoreStaleError, "meanwhile"),
        ("57P01", StoreLostError, "was lost"),
        ("08006", StoreLostError, "was lost"),
        ("25P03", StoreLostError, "was lost"),
        ("22000", StoreError, "refuses this"),
    ],
)
def test_what_a_server_refuses_says_what_helps(postgres, tmp_path, state, kind, told):
    with contextlib.closing(make_store("postgresql", tmp_path, postgres)) as store:
        with pytest.raises(StoreError, match=told) as refused:
            store.link.run(f"DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{state}'; END $$")
        assert type(refused.value) is kind
        assert store.link.lost == (kind is StoreLostError)


@pytest.mark.parametrize(
    ("pragma", "told"),
    [("max_page_count = 1", "make room"), ("query_only = ON", "check the owner and the mount")],
    ids=["full", "read-only"],
)
def test_a_database_file_that_takes_no_more_says_so_and_nothing_is_changed(tmp_path, pragma, told):
    with contextlib.closing(make_store("sqlite", tmp_path, None)) as store:
        store.link.run(f"PRAGMA {pragma}")
        large = complaint(1, text="x" * 100_000)
        with pytest.raises(StoreFullError, match=told):
            store.commit(Changes(complaints={large.number: large}))
        assert list(store.everything()) == []


def test_a_database_file_that_another_program_holds_or_damaged_is_said_to_be_so(tmp_path):
    with contextlib.closing(make_store("sqlite", tmp_path, None)) as store:
        store.link.run("PRAGMA busy_timeout = 0")
        with contextlib.closing(sqlite3.connect(tmp_path / "register.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreBusyError, match="Another program holds the register"):
                store.commit(Changes(complaints={"K2026-0001": complaint()}))
    (tmp_path / "register.db").write_bytes(b"no database at all" * 1000)
    with pytest.raises(StoreCorruptError, match=r"is damaged.*put it back from a backup"):
        make_store("sqlite", tmp_path, None)


@pytest.mark.parametrize("kind", KINDS)
def test_machines_are_listed_the_one_that_spoke_last_first_for_seven_days(kind, tmp_path, postgres):
    first = make_store(kind, tmp_path, postgres)
    with contextlib.closing(first), contextlib.closing(again(first)) as second:
        first._machine, second._machine = "a", "b"
        first.note_machine("active", {"polled": 1}, NOW)
        second.note_machine("standby", {}, NOW + DAY)
        assert [(each.role, each.here) for each in first.machines()] == [("standby", False), ("active", True)]
        assert [each.here for each in second.machines()] == [True, False]
        first.note_machine("active", {"polled": 2}, NOW + 2 * DAY)
        assert [(each.role, each.pulse) for each in first.machines()] == [("active", {"polled": 2}), ("standby", {})]
        first.note_machine("active", {}, NOW + 8 * DAY)
        assert len(first.machines()) == 2
        first.note_machine("active", {}, NOW + 9 * DAY)
        assert [each.role for each in second.machines()] == ["active"]


def test_a_pooler_is_refused_also_when_the_role_sets_what_we_ask_for(postgres):
    """In front of it every setting can be as it should be; the number of the process that serves us cannot."""
    server = postgres()

    def deal_out_numbers(direction, data):
        told = data.find(b"K\0\0\0\x0c") if direction == "down" else -1  # BackendKeyData: the process, and a secret
        return data if told < 0 else data[: told + 5] + b"\x12\x34\x56\x78" + data[told + 9 :]

    for change, pools in ((deal_out_numbers, True), (lambda _direction, data: data, False)):
        with Proxy(server.port, change) as proxy:
            address = server.address("postgres").replace(f":{server.port}/", f":{proxy.port}/")
            with pytest.raises(StoreError, match="pooler") if pools else contextlib.nullcontext():
                open_sql(address, server.schema()).close()


def test_a_pooler_that_takes_no_settings_is_said_to_be_one(postgres):
    said = b"SFATAL\0C08P01\0Munsupported startup parameter in options: idle_session_timeout\0\0"
    refusal = b"E" + (len(said) + 4).to_bytes(4, "big") + said
    server = postgres()
    with Proxy(server.port, lambda way, data: refusal if way == "down" and data != b"N" else data) as proxy:
        address = server.address("postgres").replace(str(server.port), str(proxy.port))
        with pytest.raises(StoreError, match="A pooler stands before the database"):
            open_sql(address)


def test_a_server_that_says_nothing_any_more_while_one_connects_is_away_at_whatever_byte(postgres):
    """A proxy that hangs acknowledges what it takes: no timer of the network ends that, and the program waited for ever."""
    server, schema = postgres(), postgres().schema()
    with Proxy(server.port) as proxy:
        address = server.address("postgres").replace(f":{server.port}/", f":{proxy.port}/") + "?lease=1.5"
        open_sql(address, schema).close()
        proxy.forwarded["down"] = 0
        open_sql(address, schema).close()
        whole = proxy.forwarded["down"]
        for at in range(0, whole - 20, whole // 12):
            proxy.stall("down", at, once=True)
            with pytest.raises((StoreAwayError, StoreLostError)):
                open_sql(address, schema).close()
        open_sql(address, schema).close()


# ── values ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_keys_that_no_index_takes_are_found_all_the_same(store):
    odd = ["x" * 3000, "\N{GRINNING FACE}" * 500, "a\0b@c", "a\ud800b@c"]
    first = complaint(1)
    message = replace(first.messages[0], message_id=odd[0])
    second = replace(message, message_id=odd[1])
    store.commit(Changes(complaints={first.number: replace(first, messages=(message, second), others=(odd[2],))}))
    store.tables.forget()
    assert store.numbers_for_thread(odd[:2]) == ("K2026-0001",)
    assert store.numbers_for_address(odd[2]) == ("K2026-0001",)
    assert store.numbers_for_thread([odd[3]]) == ()
    assert store.seen(odd[3]) is None


def test_values_are_read_back_as_they_were_written(store):
    from klachtmail.domain.records.letter import LetterRequest

    one = replace(complaint(), text="NUL \0, Ünïcode, 𝔘", outcome="a\u2028b")
    store.commit(Changes(complaints={one.number: one}))
    kept = letter("l1", state="held", request=LetterRequest(kind="x", to="a@b"))
    store.commit(Changes(letters={"l1": kept}))
    store.tables.forget()
    read = store.complaint(one.number)
    assert (read.text, read.outcome) == (one.text, one.outcome)
    assert json.dumps(store.letter("l1").request.kind) == '"x"'
    assert store.damage() == []
