"""Every kind of letter: named, shown both ways, made by somebody, checked to its last branch, and read back."""

import ast
import dataclasses
import json
import re
from pathlib import Path

import pytest

from klachtmail.domain.outgoing.letters import Acknowledgement, Assigned, Draft, FollowUp, Outcome, Routing
from klachtmail.domain.record import of_json, to_json, usual
from klachtmail.domain.records.letter import LETTERS, Letter, LetterData, LetterRequest
from klachtmail.letters import samples, view
from klachtmail.letters.templates import shipped_folder
from klachtmail.letters.writer import Writer

ROOT = Path(__file__).parents[3]
BEFORE = json.loads((Path(__file__).parent / "held_before.json").read_text(encoding="utf-8"))
KINDS = sorted(LETTERS)


def values(kind):
    """Return every record in the examples of a kind, the letter itself and what it lists."""
    waiting = list(LETTERS[kind].examples())
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple):
            waiting.extend(one)
        elif dataclasses.is_dataclass(one):
            if "letters" in one.__module__:  # what the agenda lists is made and tested there
                yield one
            inner = (getattr(one, field.name) for field in dataclasses.fields(one))
            waiting.extend(each for each in inner if not isinstance(each, LetterData))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_dutch_name_of_its_own(kind):
    assert LETTERS[kind].dutch
    assert [name for name, data in LETTERS.items() if data.dutch == LETTERS[kind].dutch] == [kind]


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_of_a_letter_show_every_field_with_a_value_and_without(kind):
    shown = {}
    for one in values(kind):
        for field in dataclasses.fields(one):
            if usual(field) is not dataclasses.MISSING:
                value, plain = getattr(one, field.name), usual(field)
                shown.setdefault((type(one).__name__, field.name), set()).add(value == plain)
    assert {field for field, ways in shown.items() if ways != {True, False}} == set()


def calls(path):
    """Return the names that a module calls or passes on."""
    return {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute | ast.Name)
    }


def test_no_two_kinds_are_called_the_same():
    assert len({data.__name__ for data in LETTERS.values()}) == len(LETTERS)


def test_every_kind_is_sent_by_somebody():
    defining = {"letters", "samples.py"}
    paths = (path for path in (ROOT / "klachtmail").rglob("*.py") if path.name not in defining)
    outside = [path for path in paths if "letters" not in path.relative_to(ROOT / "klachtmail").with_suffix("").parts]
    named = set().union(*map(calls, outside))
    assert {data.__name__ for data in LETTERS.values()} - named == set()


BRANCH = re.compile(r"\{% (?:if|elif|else|for)\b.*?%\}")


def marked(source, name):
    """Return a template that tells which of its branches it goes through, and their names."""
    names = []

    def mark(tag):
        if tag.start() < source.index("\n\n"):
            return tag[0]
        names.append(f"{name}:{source.count(chr(10), 0, tag.end()) + 1}:{tag[0]}:{len(names)}")
        ends_line = source[tag.end() : tag.end() + 1] == "\n"
        return f"{tag[0]}{chr(10) if ends_line else ''}{{{{ went({len(names) - 1}, '{name}') }}}}"

    return BRANCH.sub(mark, source), names


def test_the_proof_of_templates_goes_through_every_branch_of_every_template(firm, keys, tmp_path, monkeypatch):
    expected, seen = {}, set()
    for path in sorted(shipped_folder().glob("??/*.md")):
        name = f"{path.parent.name}/{path.name}"
        source, names = marked(path.read_text(encoding="utf-8"), name)
        expected |= {(index, name): what for index, what in enumerate(names)}
        (tmp_path / path.parent.name).mkdir(exist_ok=True)
        (tmp_path / name).write_text(source, encoding="utf-8")
    known = view.values

    def with_recorder(firm):
        return known(firm) | {"went": lambda index, name: seen.add((index, name)) or ""}

    monkeypatch.setattr(view, "values", with_recorder)
    mine = Writer(firm, keys, tmp_path)
    assert mine.check() == []
    assert len(expected) > 100
    assert sorted(expected[each] for each in expected.keys() - seen) == []


# --- what the register holds of them


@pytest.mark.parametrize("kind", KINDS)
def test_a_request_is_read_back_from_the_register_as_it_was(kind):
    for data in LETTERS[kind].examples():
        request = LetterRequest(kind=kind, to="a@example.org", data=data)
        assert of_json(LetterRequest, json.loads(json.dumps(to_json(request, without_defaults=True)))) == request


@pytest.mark.parametrize("document", BEFORE, ids=lambda document: document["kind"])
def test_a_letter_that_an_older_register_holds_back_still_opens(document):
    letter = of_json(Letter, document)
    assert letter.request.kind == letter.kind == letter.request.data.kind


def test_what_an_older_register_says_is_kept():
    held = {document["kind"]: of_json(Letter, document).request.data for document in BEFORE}
    assert held["acknowledgement"] == Acknowledgement(open=("K2026-0009",))
    assert isinstance(held["routing"], Routing)
    assert (held["routing"].cc, held["routing"].open[0].number) == (2, "K2026-0009")
    assert held["unconfirmed"].guess.address == "s.deboer@example.org"
    assert held["assigned"] == Assigned(by="Jan de Vries", warning="Dit is je derde open klacht.")
    assert isinstance(held["follow_up"], FollowUp)
    assert held["follow_up"].attachments == ("foto.jpg",)


def test_a_kind_that_this_version_does_not_know_opens_too():
    known = of_json(LetterRequest, {"kind": "of_tomorrow", "to": "a@example.org", "data": {"x": 1}})
    assert (known.kind, known.data) == ("of_tomorrow", LetterData())


def test_a_letter_that_is_shown_in_another_keeps_its_kind():
    shown = Draft(letter=Outcome.examples()[0], version=2)
    again = of_json(LetterRequest, to_json(LetterRequest(kind="draft", to="a@example.org", data=shown))).data
    assert again == shown
    assert again.of == "outcome"


def test_the_samples_have_letters_with_and_without_a_handler(firm):
    sorts = list(samples.every_sort(firm, "nl"))
    assert {bool(each.handler) for each in sorts} == {True, False}
    assert {each.judgement for each in sorts} == {"gegrond", "deels", "ongegrond", None}
