"""The views for reporting tools: what they say is what the record says, and no more than that can be read."""

import contextlib
import datetime as dt
from dataclasses import replace

import psycopg
import pytest

from klachtmail.domain.record import to_json
from klachtmail.domain.records.model import Dismissal, Measure
from klachtmail.domain.records.port import Changes
from klachtmail.store.sql.reporting import VIEWS
from tests.servers.ports import LOOPBACK
from tests.store_samples import DAY, NOW, complaint, letter
from tests.stores import make_store

PERSONAL = {"complainant", "handler", "text", "name", "address", "owner", "to", "recipient", "subject"}


@pytest.fixture
def store(tmp_path, postgres):
    with contextlib.closing(make_store("postgresql", tmp_path, postgres)) as made:
        full = replace(
            complaint(2),
            handler="jan@ront.nl",
            serious=True,
            confirmed=False,
            channel="oral",
            structural=True,
            judgement="deels",
            accepted=False,
            answered_at=NOW + DAY,
            closed_at=NOW + 2 * DAY,
            acknowledged_at=NOW,
            contacted_at=NOW,
            erased_at=NOW + 3 * DAY,
            merged_into="K2026-0001",
            dismissal=Dismissal(kind="vraag", reason="x"),
            measures=(
                Measure(text="Kachel", owner="els@ront.nl"),
                Measure(text="Raam", internal=True, due_on=NOW.date(), done_on=NOW.date(), worked=True),
            ),
        )
        made.commit(Changes(complaints={c.number: c for c in (complaint(1), full)}, letters={"l1": letter()}))
        yield made


def rows(store, view):
    names = [name for name, _ in VIEWS[view][0]]
    found = store.link.rows(f"SELECT {', '.join(names)} FROM {store.link.schema}_reporting.{view} ORDER BY 1, 2")
    return [dict(zip(names, row, strict=True)) for row in found]


def test_a_view_says_what_the_record_says_also_where_it_is_as_usual(store):
    for row in rows(store, "complaints"):
        record = store.complaint(row["number"])
        same = {name: row[name] for name in to_json(record) if name in row and name != "cause"}
        assert {name: getattr(record, name) for name in same} == same
        assert row["has_handler"] == (record.handler is not None)
        assert row["dismissed_as"] == (record.dismissal.kind if record.dismissal else None)
    measures = rows(store, "measures")
    assert [m["text"] for m in measures] == ["Kachel", "Raam"]
    assert [(m["internal"], m["due_on"], m["worked"]) for m in measures] == [
        (False, None, None),
        (True, dt.date(2026, 3, 2), True),
    ]
    (sent,) = rows(store, "letters")
    assert (sent["kind"], sent["state"], sent["attempts"], sent["to_a_member"]) == (
        "acknowledgement",
        "waiting",
        0,
        False,
    )


def test_no_name_or_address_stands_in_a_view_but_the_one_that_is_granted_apart():
    for view in ("complaints", "letters"):
        assert not {name for name, _ in VIEWS[view][0]} & PERSONAL
    for view in ("measures", "promises"):
        assert not {name for name, _ in VIEWS[view][0]} & (PERSONAL - {"text"})


def test_a_role_that_may_read_the_views_can_read_nothing_else_and_write_nothing(store, postgres):
    server, schema = postgres(), store.link.schema
    role = f"reporting_{schema}"
    for statement in (
        f"CREATE ROLE {role} LOGIN",
        f"GRANT USAGE ON SCHEMA {schema}_reporting TO {role}",
        f"GRANT SELECT ON {schema}_reporting.complaints, {schema}_reporting.letters TO {role}",
    ):
        server.sql(statement, "postgres")

    def ask(statement):
        with psycopg.connect(
            host=LOOPBACK, port=server.port, user=role, dbname="postgres", autocommit=True
        ) as connection:
            return connection.execute(statement).fetchall()

    assert ask(f"SELECT count(*) FROM {schema}_reporting.complaints") == [(2,)]
    for refused in (
        f"SELECT * FROM {schema}_reporting.complainants",
        f"SELECT doc FROM {schema}.complaints",
        f"SELECT key FROM {schema}.signing_keys",
        f"DELETE FROM {schema}_reporting.letters RETURNING 1",
        f"UPDATE {schema}_reporting.complaints SET status = 'closed' RETURNING 1",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            ask(refused)
