"""Moving and restoring: from every store into every other, nothing changes on the way, and a death is made good."""

import contextlib
import os
from dataclasses import MISSING, fields, replace
from functools import partial
from itertools import islice
from types import SimpleNamespace

import pytest
import yaml
from click.testing import CliRunner

from klachtmail.cli import moving
from klachtmail.cli.build import open_office
from klachtmail.cli.build import open_target as open_build_target
from klachtmail.config import load
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.domain.records.model import HistoryEntry
from klachtmail.domain.records.port import Changes
from klachtmail.store import logical
from klachtmail.store.errors import StoreBusyError, StoreCorruptError, StoreError
from klachtmail.store.restoring import restore_into
from klachtmail.store.sql import open_sql, open_target
from klachtmail.store.tiny import TinyStore
from klachtmail.store.transfer import Sum, move
from klachtmail.store.verify import verify
from tests.store_samples import DAY, NOW, complaint, full_complaint, full_state, letter, seen

KINDS = ("tiny", "sqlite", "postgresql")
PAIRS = [(a, b) for a in KINDS for b in KINDS if a != b]


@pytest.fixture
def places(tmp_path, postgres):
    """Return a function that opens a store of a kind at its place: the same one each time."""
    address = {}
    with contextlib.ExitStack() as stack:

        def opened(kind, *, target=False, name="a"):
            if kind == "tiny":
                made = TinyStore(tmp_path / name, refuse_moved=not target)
            else:
                server = postgres() if kind == "postgresql" else None
                where = server.address("postgres") if server else f"sqlite:///{tmp_path}/{name}.db"
                schema = address.setdefault((kind, name), server.schema() if server else "klachtmail")
                made = (open_target if target else open_sql)(where, schema)
            stack.callback(made.close)
            return made

        yield opened


def filled(store):
    """Put something of everything into a store."""
    raw, gone = b"From: anna@example.org\r\n\r\nHet lokaal was koud.", b"From: x@example.org\r\n\r\nGeheim."
    sha256, erased = store.keep_mail([(raw, NOW), (gone, NOW)])
    (rendered,) = store.keep_letters([b"Message-ID: <l1@ront.nl>\r\n\r\nBeste Anna"])
    old, new = complaint(1, status="closed"), complaint(2)
    old, new = (replace(c, messages=(replace(c.messages[0], sha256=sha256),)) for c in (old, new))
    full = full_complaint()
    odd = replace(new, outcome="Ünïcode \0 €", subject="x" * 600)
    store.commit(
        Changes(
            complaints={old.number: old, new.number: odd, full.number: full},
            seen={
                "key-1": replace(seen(kind="new", number=old.number), sha256=sha256),
                "key-2": replace(seen("key-2", kind="spam"), sha256=erased),
            },
            letters={
                "l2": letter("l2", state="sent", at=NOW - 90 * DAY, sent_at=NOW - 90 * DAY, sha256=rendered),
                "l1": letter(sha256=rendered, number=new.number, at=NOW + 61 * DAY),
                "l3": letter("l3", state="held", request=LetterRequest(kind="x", to="a@b")),
            },
            state=full_state(restored_at=None),  # a restore sets it: the tests below look for that
        )
    )
    store.commit(Changes(letters={"l3": replace(store.letter("l3"), message_id=None)}))
    store.rotate_secret(NOW)
    store.note_forgotten("bram@example.org", NOW)
    store.erase([erased])
    store.tidy(NOW + 61 * DAY)
    assert verify(store) == []
    return store


def usual(record):
    """Yield the fields of a record that say nothing: as they are where nobody gave them a value."""
    for field in fields(record):
        value = getattr(record, field.name)
        if (field.default is not MISSING and value == field.default) or value in ((), {}, None, ""):
            yield field.name


def test_a_register_of_todays_whole_shape_is_what_moves(places):
    """Or what came into the records since would be moved by nobody before a firm does it."""
    store = filled(places("sqlite"))
    record = store.complaint(full_complaint().number)
    assert not list(usual(record))
    assert list(usual(record.parties[0])) == ["stands_for"]
    for part in (record.measures, record.promises, record.hearings, record.statutory, (record.draft, record.undo)):
        assert not [name for each in part for name in usual(each)]
    assert list(usual(store.state)) == ["restored_at"]


def summed(store):
    total = Sum()
    list(total.over(store.dump()))
    return total


@pytest.mark.parametrize(("here", "there"), PAIRS)
def test_what_moves_arrives_as_it_was_and_comes_back_as_it_was(here, there, places):
    source = filled(places(here))
    before, keys = summed(source), source.secret(NOW)
    target = places(there, target=True, name="b")
    moved = move(source, target, "database: elsewhere")
    assert moved["complaints"] == 3
    source.close()
    with pytest.raises(StoreError, match="was moved; write in the configuration:  database: elsewhere"):
        places(here)
    target.close()
    target = places(there, name="b")
    assert not summed(target).differs(before)
    assert target.secret(NOW) == keys
    assert target.forgotten().at("bram@example.org") == NOW
    assert [c.number for c in target.current()] == ["K2026-0002", "K2026-0003"]
    back = places(here, target=True)
    move(target, back, "database: null")
    back.close()
    assert not summed(places(here)).differs(before)


@pytest.mark.parametrize("there", KINDS)
def test_a_register_is_never_moved_over_another(there, places):
    source = filled(places("sqlite"))
    filled(places(there, name="b")).close()
    target = places(there, target=True, name="b")
    before = summed(target)
    with pytest.raises(StoreError, match="a register at the new place already"):
        move(source, target, "database: elsewhere")
    assert not summed(target).differs(before)
    source.close()
    assert places("sqlite").complaint("K2026-0002")  # it still counts


@pytest.mark.parametrize(("here", "there"), PAIRS)
@pytest.mark.parametrize("after", [0, 1, 4, 9])
def test_a_death_on_the_way_is_made_good_by_another_run(here, there, after, places):
    source = filled(places(here))
    before = summed(source)

    def dying():
        for place, item in enumerate(source.dump()):
            if place == after:
                raise KeyboardInterrupt
            yield item

    target = places(there, target=True, name="b")
    with pytest.raises(KeyboardInterrupt):
        target.fill(dying())
    target.close()
    if there != "tiny":
        with pytest.raises(StoreError, match="run `klachtmail move-register` again"):
            places(there, name="b")
    target = places(there, target=True, name="b")
    move(source, target, "database: elsewhere")
    assert not summed(target).differs(before)


def test_what_does_not_arrive_as_it_was_sent_leaves_the_old_one_in_charge(places, monkeypatch):
    source, target = filled(places("tiny")), places("sqlite", target=True, name="b")
    monkeypatch.setattr(target, "fill", lambda items: type(target).fill(target, [x for x in items if x.key != "l1"]))
    with pytest.raises(StoreError, match=r"not what was sent \(letters\)"):
        move(source, target, "database: elsewhere")
    source.close()
    assert places("tiny").complaint("K2026-0002")


def test_a_register_that_is_not_whole_leaves_the_old_one_in_charge(places):
    source, target = filled(places("tiny")), places("sqlite", target=True, name="b")
    source.commit(Changes(state=replace(source.state, counters={"K2026": 900})))
    with pytest.raises(StoreError, match=r"What arrived is not whole: .*the old register counts"):
        move(source, target, "database: elsewhere")
    source.close()
    assert places("tiny").complaint("K2026-0002")


@pytest.mark.parametrize("runs_on", ["a", "b"])
def test_no_register_is_moved_from_or_to_where_a_daemon_runs(places, runs_on):
    source, target = filled(places("sqlite")), places("sqlite", target=True, name="b")
    with places("sqlite", target=True, name=runs_on).lead() as leads:
        assert leads
        with pytest.raises(StoreBusyError, match="runs on this register: stop it on every machine first"):
            move(source, target, "x")
    assert target.is_empty()


@pytest.mark.parametrize(("here", "there"), [("sqlite", "tiny"), ("tiny", "sqlite")])
def test_very_many_and_large_messages_all_arrive_by_a_move_and_by_a_backup(here, there, places, tmp_path):
    source = filled(places(here))
    large = [(b"From: a@example.org\r\n\r\n" + os.urandom(1_500_000), NOW) for _ in range(2)]
    hashes = source.keep_mail([*((b"From: a@example.org\r\n\r\n%d" % n, NOW) for n in range(250)), *large])
    source.commit(Changes(seen={name: replace(seen(name, kind="spam"), sha256=name) for name in hashes}))
    backup = tmp_path / "all.jsonl.gz"
    logical.write(source.dump(), backup, with_key=True)
    move(source, places(there, target=True, name="b"), "x")
    database = None if there == "tiny" else lambda: places(there, target=True, name="c")
    restore_into(database, tmp_path / "c", backup, NOW)
    for name in ("b", "c"):
        arrived = places(there, name=name)
        assert {arrived.condition(sha256) for sha256 in hashes} == {"whole"}
        assert verify(arrived) == []


@pytest.mark.parametrize(
    "cut_off",
    [
        lambda store: store.journal.trying("l1"),
        lambda store: (store.journal.trying("l1"), store.journal.accepted("l1")),
        lambda store: store.note_in_hand(["INBOX/1/1"]),
    ],
    ids=["a letter that may have gone", "a letter that went", "a message in hand"],
)
@pytest.mark.parametrize("here", ["tiny", "sqlite"])
def test_a_register_in_the_middle_of_a_round_is_not_moved(here, cut_off, places):
    source = filled(places(here))
    cut_off(source)
    with pytest.raises(StoreError, match="run `klachtmail poll` once"):
        move(source, places("tiny" if here == "sqlite" else "sqlite", target=True, name="b"), "x")


def test_a_register_that_does_not_arrive_as_it_was_or_whole_goes_on_where_it_is(places, monkeypatch):
    source, target = filled(places("tiny")), places("sqlite", target=True, name="b")
    dump = target.dump
    with monkeypatch.context() as losing:
        losing.setattr(target, "dump", lambda: islice(dump(), 1, None))
        with pytest.raises(StoreError, match=r"not what was sent \(complaints\); the old register counts"):
            move(source, target, "x")
    source.commit(Changes(state=replace(source.state, counters={**source.state.counters, "K2031": 1})))
    with pytest.raises(StoreError, match=r"not whole: K2031-0001 .*; the old register counts"):
        move(source, places("sqlite", target=True, name="c"), "x")
    source.close()
    assert places("tiny").complaint("K2026-0002")


def test_a_message_whose_erasing_was_cut_off_moves_as_it_is(places, tmp_path):
    source = filled(places("tiny"))
    kept = source.complaint("K2026-0002").messages[0].sha256
    (mail,) = (tmp_path / "a" / "mail").rglob(f"{kept}.eml")
    mail.with_suffix(".erased").touch()
    target = places("sqlite", target=True, name="b")
    move(source, target, "x")
    assert target.condition(kept) == source.condition(kept) == "whole"


@pytest.mark.parametrize("there", KINDS)
@pytest.mark.parametrize("here", KINDS)
def test_a_logical_backup_fits_every_store_and_what_was_erased_since_stays_so(here, there, places, tmp_path):
    source = filled(places(here))
    backup = tmp_path / "all.jsonl.gz"
    logical.write(source.dump(), backup, with_key=True)
    target = places(there, target=True, name="b")
    filled(target)
    kept = target.complaint("K2026-0002").messages[0].sha256
    target.commit(Changes(complaints={"K2026-0002": noted(target.complaint("K2026-0002"))}))
    target.erase([kept])
    target.note_forgotten("carla@example.org", NOW)
    target.close()
    database = None if there == "tiny" else lambda: places(there, target=True, name="b")
    done = restore_into(database, tmp_path / "b", backup, NOW)
    assert done.key == "restored"
    assert done.kept.exists()
    after = places(there, name="b")
    assert after.state.restored_at == NOW
    assert after.secret(NOW) == source.secret(NOW)
    assert after.condition(kept) == "erased"
    assert after.forgotten().at("carla@example.org") == NOW
    assert [e.event for e in after.complaint("K2026-0002").history] == ["received"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_backup_without_keys_leaves_those_that_are_there(kind, places, tmp_path):
    """Else nobody could answer a letter of before."""
    logical.write(filled(places("sqlite")).dump(), tmp_path / "all.jsonl.gz", with_key=False)
    with contextlib.closing(filled(places(kind, target=True, name="b"))) as target:
        keys = target.secret(NOW)
    database = None if kind == "tiny" else lambda: places(kind, target=True, name="b")
    assert restore_into(database, tmp_path / "b", tmp_path / "all.jsonl.gz", NOW).key == "there"
    assert places(kind, name="b").secret(NOW) == keys


def test_a_backup_of_a_folder_without_keys_leaves_those_of_the_database(places, tmp_path):
    from klachtmail.store.backup import backup

    backup(filled(places("tiny")), tmp_path / "all.tar.gz", with_key=False)
    with contextlib.closing(filled(places("sqlite", name="b"))) as target:
        keys = target.secret(NOW)
    done = restore_into(lambda: places("sqlite", target=True, name="b"), tmp_path, tmp_path / "all.tar.gz", NOW)
    assert done.key == "there"
    assert places("sqlite", name="b").secret(NOW) == keys


def test_what_a_restore_replaced_in_a_database_can_be_put_back_with_its_keys(places, tmp_path):
    logical.write(filled(places("sqlite")).dump(), tmp_path / "wrong.jsonl.gz", with_key=True)
    with contextlib.closing(filled(places("sqlite", name="b"))) as target:
        keys = target.secret(NOW)

    def database():
        return places("sqlite", target=True, name="b")

    kept = restore_into(database, tmp_path, tmp_path / "wrong.jsonl.gz", NOW).kept
    assert places("sqlite", name="b").secret(NOW) != keys
    again = restore_into(database, tmp_path, tmp_path / "wrong.jsonl.gz", NOW).kept
    assert again != kept, "two in one second"
    assert restore_into(database, tmp_path, kept, NOW + DAY).key == "restored"
    assert places("sqlite", name="b").secret(NOW) == keys


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_who_has_a_database_open_notices_a_restore_and_nothing_of_before_stays_in_it(kind, places, tmp_path):
    store = filled(places(kind))
    logical.write(store.dump(), tmp_path / "all.jsonl.gz", with_key=True)
    later = complaint(77, text="Geheimzinnig")
    store.commit(Changes(complaints={later.number: later, "K2026-0002": noted(store.complaint("K2026-0002"))}))
    assert store.complaint(later.number)
    assert len(store.complaint("K2026-0002").history) == 2
    restore_into(lambda: places(kind, target=True), tmp_path, tmp_path / "all.jsonl.gz", NOW)
    store.refresh()
    assert store.complaint(later.number) is None
    assert len(store.complaint("K2026-0002").history) == 1
    if kind == "postgresql":
        assert store.link.rows("SELECT 1 FROM search WHERE number = 'K2026-0077'") == []


def noted(one):
    return replace(one, history=(*one.history, HistoryEntry(at=NOW, actor="jan@ront.nl", event="noted")))


@pytest.mark.parametrize("there", ["sqlite", "postgresql"])
def test_a_backup_of_a_folder_fits_a_database(there, places, tmp_path):
    from klachtmail.store.backup import backup

    source = filled(places("tiny"))
    backup(source, tmp_path / "all.tar.gz", with_key=True)
    places(there, name="b").close()
    restore_into(lambda: places(there, target=True, name="b"), tmp_path, tmp_path / "all.tar.gz", NOW)
    after = places(there, name="b")
    assert not {*summed(after).differs(summed(source))} - {"state"}
    assert after.state.restored_at == NOW
    assert verify(after) == []


def configured(tmp_path, database=None):
    """Return the configuration of a firm with its register in `data`, or in this database."""
    login = {"host": "localhost", "port": 1, "username": "x", "password": "x"}
    settings = {
        "organisation": {"name": "RONT", "address": "klachten@ront.nl", "domains": ["ront.nl"]},
        "partners": [{"name": "Jan de Vries", "address": "jan@ront.nl", "alias": "jan"}],
        "administrator": "beheer@ront.nl",
        "imap": login,
        "smtp": login,
        "data_dir": str(tmp_path / "data"),
        "database": database,
    }
    (tmp_path / "config.yaml").write_text(yaml.safe_dump(settings))
    return load(tmp_path / "config.yaml", {})


def test_who_moved_a_register_is_told_what_is_left_to_do(tmp_path):
    config = configured(tmp_path)
    filled(TinyStore(config.data_dir)).close()
    address = f"sqlite:///{tmp_path}/register.db"
    asked = SimpleNamespace(configuration=lambda: config)
    said = CliRunner().invoke(moving.move_register, ["--to", address], obj=asked).output
    assert f"Now write in {config.path}:  database: {address}" in said
    assert "remove the old register: whoever is forgotten from now on is still in it" in said


def test_what_a_restore_replaced_in_a_database_goes_after_fourteen_days(tmp_path):
    """Whoever was forgotten since is still in it, and so are the keys."""
    address = f"sqlite:///{tmp_path}/register.db"
    config = configured(tmp_path, address)
    office = open_office(config)
    with contextlib.closing(filled(office.store)) as store:
        logical.write(store.dump(), tmp_path / "all.jsonl.gz", with_key=True)
    database = partial(open_build_target, config, address)
    kept = restore_into(database, config.data_dir, tmp_path / "all.jsonl.gz", NOW).kept
    again = restore_into(database, config.data_dir, tmp_path / "all.jsonl.gz", NOW + DAY).kept
    (config.data_dir / "copies" / "1-van-mij.jsonl.gz").touch()
    there = []
    for days in (14, 15, 16):
        office.keep_copy(NOW + days * DAY)
        there.append((kept.exists(), again.exists()))
    assert there == [(True, True), (False, True), (False, False)]
    assert [path.name for path in (config.data_dir / "copies").iterdir()] == ["1-van-mij.jsonl.gz"]


@pytest.mark.parametrize("damage", ["cut", "changed", "line"])
def test_a_damaged_backup_changes_nothing(damage, places, tmp_path):
    import gzip

    backup = tmp_path / "all.jsonl.gz"
    logical.write(filled(places("sqlite")).dump(), backup, with_key=True)
    lines = gzip.decompress(backup.read_bytes()).splitlines(keepends=True)
    broken = {
        "cut": backup.read_bytes()[:-40],
        "changed": gzip.compress(b"".join(lines).replace(b"De cursus", b"De kursus")),
        "line": gzip.compress(b"".join(lines[:2] + lines[3:])),
    }
    backup.write_bytes(broken[damage])
    filled(places("tiny", name="b")).close()
    with pytest.raises(StoreCorruptError, match="damaged"):
        restore_into(None, tmp_path / "b", backup, NOW)
    assert places("tiny", name="b").state.restored_at is None


@pytest.mark.parametrize("length", [12, 40])
def test_a_file_that_breaks_off_at_its_beginning_is_no_backup_and_says_so(length, tmp_path):
    import gzip

    (tmp_path / "all.gz").write_bytes(gzip.compress(b"klachtmail" * 100)[:length])
    with pytest.raises(StoreCorruptError):
        restore_into(None, tmp_path / "b", tmp_path / "all.gz", NOW)


def test_a_backup_may_have_as_long_a_name_as_a_file_can_have(places, tmp_path):
    target = tmp_path / ("x" * 246 + ".jsonl.gz")
    logical.write(filled(places("sqlite")).dump(), target, with_key=False)
    assert logical.is_logical(target)


DAMAGES = {
    "cut": lambda folder: (folder / "register.json").write_bytes((folder / "register.json").read_bytes()[:-40]),
    "gone": lambda folder: (folder / "register.json").unlink(),
    "without its key": lambda folder: (folder / "secret.key").unlink(),
}


@pytest.mark.parametrize("kind", ["copy", "folder", "logical"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_register_that_cannot_be_opened_is_replaced_by_each_kind_of_backup_and_kept(damage, kind, places, tmp_path):
    from klachtmail.store.backup import backup

    source, file = filled(places("tiny", name="b")), tmp_path / "all"
    if kind == "logical":
        logical.write(source.dump(), file, with_key=True)
    elif kind == "folder":
        backup(source, file, with_key=True)
    else:
        file.write_bytes((tmp_path / "b" / "register.json").read_bytes())
    before, key = source.complaint("K2026-0002"), source.secret(NOW)
    source.commit(Changes(complaints={"K2026-0002": noted(before)}))
    source.close()
    DAMAGES[damage](tmp_path / "b")
    left = (tmp_path / "b" / "register.json").read_bytes() if damage != "gone" else None
    with pytest.raises(StoreError):
        places("tiny", name="b")
    done = restore_into(None, tmp_path / "b", file, NOW)
    assert (done.kept.read_bytes() if done.kept else None) == left
    after = places("tiny", name="b")
    assert after.state.restored_at == NOW
    assert after.complaint("K2026-0002").history == before.history
    assert (after.secret(NOW) == key) == (kind != "copy" or damage != "without its key")
