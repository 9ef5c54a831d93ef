"""`klachtmail verify`, installed: a register that is damaged by hand, once for each thing that must hold."""

import pytest
import yaml

from klachtmail.service.flush import flush
from klachtmail.service.poll import poll
from klachtmail.store import frame
from klachtmail.store.schema import SCHEMA
from klachtmail.store.storage import NAME
from tests.crash.recorder import Firm
from tests.crash.test_every_step import five_messages, small_firm
from tests.system.conftest import Project
from tests.world import MONDAY, mail

SETTINGS = """
organisation: {name: RONT, address: klachten@ront.nl, domains: [ront.nl]}
imap: {host: 127.0.0.1, port: 1, security: none, username: x, password: x}
smtp: {host: 127.0.0.1, port: 1, security: none}
partners: [{name: Jan de Vries, address: jan@ront.nl, alias: jan}]
administrator: beheer@ront.nl
"""


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    """A data folder with five complaints, an automatic message, letters that went and letters that wait."""
    folder = tmp_path_factory.mktemp("verify")
    world = Firm(small_firm(), folder / "data", MONDAY)
    five_messages(world)
    world.mailbox.add(mail("Ik ben er niet.", sender="weg@example.nl", headers={"Auto-Submitted": "auto-replied"}))
    world.run(lambda office: (poll(office), flush(office)))
    world.mailbox.add(mail("Nog een klacht.", sender="klant6@example.nl", subject="Zaak 6"))
    world.run(poll)
    project = Project(folder, yaml.safe_load(SETTINGS))
    return project, (folder / "data" / NAME).read_bytes()


def row(tables, table, **wanted):
    """Return the first row of a table with these values."""
    return next(r for r in tables[table].values() if all(r.get(k) == v for k, v in wanted.items()))


def remove(tables, table, found):
    tables[table] = {key: r for key, r in tables[table].items() if r is not found}


def state(tables):
    return row(tables, "state")["state"]


def swap_letters(tables):
    one, other = (row(tables, "letters", kind="acknowledgement", to=f"klant{n}@example.nl") for n in (1, 2))
    one["sha256"], other["sha256"] = other["sha256"], one["sha256"]


def fail_without_a_task(tables):
    row(tables, "letters", kind="acknowledgement", to="klant6@example.nl")["state"] = "failed"


def a_number_twice(tables):
    second = row(tables, "complaints", number="K2026-0002")
    tables["complaints"]["99"] = {**second, "number": "K2026-0001"}


DAMAGES = {
    "a message without a kind": (
        lambda t: row(t, "seen", kind="automatic").update(kind="mislaid"),
        "is not a kind of message",
    ),
    "a message of two kinds": (
        lambda t: t["seen"].update({"99": {**row(t, "seen", kind="automatic"), "key": "other"}}),
        "stands for more than one message",
    ),
    "a message that nobody saw": (
        lambda t: remove(t, "seen", row(t, "seen", kind="automatic")),
        "messages are 6 in the register",
    ),
    "a complaint that is gone": (
        lambda t: remove(t, "complaints", row(t, "complaints", number="K2026-0003")),
        "K2026-0003 was given out and is nowhere",
    ),
    "a counter set back": (lambda t: state(t)["counters"].update(K2026=5), "K2026-0006 is above the highest number"),
    "a void number in use": (lambda t: state(t).update(void=["K2026-0001"]), "K2026-0001 is used more than once"),
    "a letter that went, dropped": (
        lambda t: remove(t, "letters", row(t, "letters", state="sent")),
        "was laid in the outbox and is gone",
    ),
    "a due letter, dropped": (
        lambda t: remove(t, "letters", row(t, "letters", kind="acknowledgement", to="klant6@example.nl")),
        "perhaps of K2026-0006",
    ),
    "a failed letter without a task": (fail_without_a_task, "has failed, and nothing in K2026-0006 says so"),
    "letters with each other's bytes": (swap_letters, "has other bytes than the letter in K2026-0001"),
    "a letter with another Message-ID": (
        lambda t: row(t, "letters", kind="routing").update(message_id="x@ront.nl"),
        "is not the letter with the Message-ID x@ront.nl",
    ),
    "a reference to no message": (
        lambda t: row(t, "complaints", number="K2026-0001")["messages"][0].update(sha256="0" * 64),
        "refers to " + "0" * 64 + ", which is missing",
    ),
    "a history that was changed": (
        lambda t: row(t, "complaints", number="K2026-0001")["history"][0].update(detail="anders"),
        "is not what was sealed",
    ),
    "a history without its beginning": (
        lambda t: row(t, "complaints", number="K2026-0001")["history"].pop(0),
        "is not what was sealed",
    ),
    "a history without its end": (lambda t: row(t, "complaints", number="K2026-0001")["history"].pop(), "were written"),
}


def written(project, tables):
    """Put a register in place with its checksum, as a program would that does not care."""
    (project.data / NAME).write_bytes(b"".join(frame.written(frame.closed(tables), 99)))


@pytest.mark.parametrize("damage", DAMAGES)
def test_each_damage_to_the_register_is_named(register, damage):
    project, whole = register
    do, expected = DAMAGES[damage]
    schema, _, rows = frame.read(whole)
    tables = frame.opened(rows)
    assert schema == SCHEMA
    do(tables)
    written(project, tables)
    found = project.run("verify")
    assert found.code == 1, found
    assert expected in " ".join(found.stdout.split())


def test_the_register_is_whole_without_damage(register):
    project, whole = register
    (project.data / NAME).write_bytes(whole)
    assert project.run("verify").stdout.strip() == "The register is whole."


def test_a_raw_message_or_letter_that_is_gone_or_changed_is_named(register):
    project, whole = register
    (project.data / NAME).write_bytes(whole)
    raw, *_ = sorted((project.data / "mail").rglob("*.eml"))
    letter, *_ = sorted((project.data / "letters").rglob("*.eml"))
    kept = raw.read_bytes(), letter.read_bytes()
    raw.chmod(0o600)
    raw.write_bytes(kept[0] + b"!")
    letter.unlink()
    said = " ".join(project.run("verify").stdout.split())
    raw.write_bytes(kept[0])
    letter.write_bytes(kept[1])
    assert f"refers to {raw.stem}, which is damaged" in said
    assert f"refers to {letter.stem}, which is missing" in said
    assert project.run("verify").code == 0
