"""The views for reporting tools: what they say is what the record says, and no more than that can be read."""

import contextlib
import datetime as dt
import re
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path

import psycopg
import pytest

from klachtmail.domain.record import to_json
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import (
    Appeal,
    Complaint,
    Dismissal,
    Measure,
    Party,
    Promise,
    Satisfaction,
    Statutory,
)
from klachtmail.domain.records.port import Changes
from klachtmail.store.sql import open_sql
from klachtmail.store.sql.reporting import VIEWS, statements
from tests.servers.ports import LOOPBACK
from tests.servers.postgres import name_of
from tests.store_samples import DAY, NOW, complaint, letter
from tests.stores import make_store

ROOT = Path(__file__).parents[2]
# What a view says under another name than the record, and what it leaves out: who, what they wrote, and the procedure's own
# notes. A field that is added belongs in a view or in here.
OTHERWISE = {
    "complaints": {
        "handler": "has_handler",
        "dismissal": "dismissed_as",
        "classification": "product",
        "appeal": "appeal_on",
        "parties": "people",
        "keep_reason": "kept_longer",
    },
    "promises": {"to": "for_number"},
    "letters": {"member": "to_a_member", "size": "bytes"},
}
OTHER_VIEWS = {"measures", "promises", "statutory"}
LEFT_OUT = {
    "complaints": """
        complainant subject text about named hearings requested_remedy elsewhere draft outcome proposal decision messages
        history versions attempts reporter others undo cleared
    """,
    "measures": "owner",
    "promises": "owner",
    "statutory": "",
    "letters": """
        serial to party request message_id subject sha256 listed next_attempt_at first_attempt_at doubts reason
    """,
}
KINDS = {"complaints": Complaint, "measures": Measure, "promises": Promise, "statutory": Statutory, "letters": Letter}
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
            assigned_at=NOW,
            waiting_since=NOW + DAY,
            withdrawn="Laat maar.",
            appeal=Appeal(on=NOW.date(), ruling="gegrond"),
            satisfaction=Satisfaction(score="fair", text="Traag."),
            parties=(
                Party(name="Piet", role="co_complainant", number="K2026-0002-2"),
                Party(name="Mr. Vos", role="representative"),
            ),
            language="de",
            keep_reason="rechtszaak",
            promises=(Promise(text="Bon", amount=25.5, to="K2026-0002-2"), Promise(text="Bel", due_on=NOW.date())),
            statutory=(Statutory(kind="inzage", since=NOW, due_at=NOW + 30 * DAY),),
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
        shown = to_json(record).keys() & row.keys() - {"cause", "withdrawn", "satisfaction"}
        same = {name: row[name] for name in shown}
        assert {name: getattr(record, name) for name in same} == same
        assert row["has_handler"] == (record.handler is not None)
        assert row["dismissed_as"] == (record.dismissal.kind if record.dismissal else None)
    usual, full = rows(store, "complaints")
    told = ("withdrawn", "appeal_on", "has_ruling", "satisfaction", "people", "kept_longer")
    assert [usual[name] for name in told] == [False, None, False, None, 1, False]
    assert [full[name] for name in told] == [True, NOW.date(), True, "fair", 2, True]
    (clock,) = rows(store, "statutory")
    assert (clock["kind"], clock["due_at"], clock["done_at"]) == ("inzage", NOW + 30 * DAY, None)
    promised = [(p["text"], p["amount"], p["for_number"]) for p in rows(store, "promises")]
    assert promised == [("Bon", 25.5, "K2026-0002-2"), ("Bel", None, "K2026-0002")]
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


@pytest.mark.parametrize("view", KINDS)
def test_every_field_of_a_record_is_in_its_view_or_left_out_for_a_reason(view):
    shown = {name for name, _ in VIEWS[view][0]} | (OTHER_VIEWS if view == "complaints" else set())
    otherwise = OTHERWISE.get(view, {})
    assert set(otherwise.values()) <= shown
    there = {field.name for field in fields(KINDS[view])}
    left_out = set(LEFT_OUT[view].split())
    assert left_out <= there
    assert not left_out & shown
    assert there - shown - set(otherwise) == left_out


def test_a_role_keeps_what_it_may_read_when_columns_are_added(store, postgres):
    server, schema = postgres(), store.link.schema
    role = f"keeps_{schema}"
    server.sql(f"CREATE ROLE {role}", "postgres")
    server.sql(f"GRANT SELECT ON {schema}_reporting.complaints TO {role}", "postgres")
    for statement in statements(schema):
        server.sql(statement, "postgres")
    asked = f"SELECT has_table_privilege('{role}', '{schema}_reporting.complaints', 'SELECT')"
    assert server.sql(asked, "postgres") == [(True,)]


def test_the_role_and_the_queries_of_the_guide_work_as_they_stand_there(postgres, tmp_path):
    server, guide = postgres(), (ROOT / "docs/handleiding-beheerder.md").read_text()
    role, queries = re.findall(r"```sql\n(.*?)```", guide, re.DOTALL)
    address = server.fresh()
    with contextlib.closing(open_sql(address)) as store:
        late = Measure(text="Raam", due_on=NOW.date())
        first = replace(complaint(), answered_at=NOW, measures=(late,), promises=(Promise(text="Bon", amount=25.5),))
        store.commit(Changes(complaints={first.number: first}))
    for statement in role.split(";\n"):
        server.sql(statement, name_of(address))
    found = []
    with psycopg.connect(
        host=LOOPBACK, port=server.port, user="rapportage", dbname=name_of(address), autocommit=True
    ) as connection:
        found = [connection.execute(query).fetchall() for query in queries.split(";\n") if query.strip()]
    (months, measures, amount) = found
    assert [row[1:] for row in months] == [(1, 1)]
    assert measures == [("K2026-0001", "Raam", NOW.date())]
    assert amount == [(Decimal("25.5"),)]
    server.drop(address)


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
