"""A register that version 0.1.0 wrote (the demo's story) opens, is whole, and is written as it was."""

import json
import shutil
from pathlib import Path

import pytest

from klachtmail.store.indexed_table import raw
from klachtmail.store.seal import broken
from klachtmail.store.tiny import TinyStore

GOLDEN = Path(__file__).parent / "golden" / "register-0.1.0.json"
TABLES = json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.fixture
def store(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    shutil.copy(GOLDEN, folder / "register.json")
    (folder / "register.json").chmod(0o600)
    (folder / "secret.key").write_text("")
    opened = TinyStore(folder)
    yield opened
    opened.close()


def _without_data(document):
    request = document.get("request")
    return document if request is None else {**document, "request": {k: v for k, v in request.items() if k != "data"}}


def test_every_record_of_an_older_register_is_written_as_it_stood(store):
    documents = {each["number"]: each for each in TABLES["complaints"].values()}
    assert {each.number: raw(each) for each in store.everything()} == documents
    letters = {each["id"]: each for each in TABLES["letters"].values()}
    assert {each.id: _without_data(raw(each)) for each in store.letters()} == {
        name: _without_data(each) for name, each in letters.items()
    }
    for each in store.letters():  # what a letter says is written anew, without what is as it always is
        said = letters[each.id].get("request", {}).get("data", {})
        again = raw(each).get("request", {}).get("data", {})
        assert {name: value for name, value in said.items() if value and name != "attachments"} == again
    seen = {each["key"]: each for each in TABLES["seen"].values()}
    assert {each.key: raw(each) for each in store.sightings()} == seen


def test_the_seals_of_an_older_register_hold(store):
    complaints = list(store.everything())
    assert len(complaints) == 4
    assert [broken(each) for each in complaints] == [None] * 4
