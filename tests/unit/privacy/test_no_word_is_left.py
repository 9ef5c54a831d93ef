"""Of whom is forgotten no word is left, in whatever field it stood: also in one that a later version adds."""

import dataclasses
import datetime as dt
import types
from dataclasses import replace
from typing import Literal, Union, get_args, get_origin, get_type_hints

import pytest

from klachtmail.domain.privacy.erasure import erased, without
from klachtmail.domain.privacy.redaction import Redactor, people
from klachtmail.domain.record import to_json
from klachtmail.domain.records.model import Complaint, Message, Party

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
WORD = "kanarie"
PLAIN = {str: WORD, int: 1, float: 1.0, bool: True, dt.datetime: NOW, dt.date: NOW.date()}
# What names nobody: numbers, kinds and hashes.
BARE = tuple(
    """
        .number .merged_into .stands_for .promises.to .language .messages.kind .sha256 .history.commitment
        .history.seal .history.facts
    """.split()
)


def filled(kind):
    """Return a value of this type with a word in every field that can hold one."""
    origin, args = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        return filled(next(each for each in args if each is not type(None)))
    if origin is Literal:
        return args[0]
    if origin is tuple:
        return (filled(args[0]),)
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{field.name: filled(hints[field.name]) for field in dataclasses.fields(kind)})
    return PLAIN.get(kind, {})


def left(value, place=""):
    """Yield where the word stands."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from left(each, f"{place}.{name}")
    elif isinstance(value, list | tuple):
        for each in value:
            yield from left(each, place)
    elif WORD in str(value) and not place.endswith(BARE):
        yield place


def test_an_erased_complaint_keeps_no_word():
    before = filled(Complaint)
    assert {".text", ".dismissal.reason", ".messages.subject", ".satisfaction.text"} <= set(left(to_json(before)))
    assert list(left(to_json(erased(before, NOW)))) == []


@pytest.mark.parametrize("role", ["co_complainant", "representative", "third_party"])
def test_of_a_party_who_is_forgotten_no_word_stays_in_the_complaint_of_others(role):
    kees = replace(filled(Party), address="kees@example.nl", role=role)
    ours = Complaint(
        number="K2026-0001",
        received_at=NOW,
        due_on=NOW.date(),
        original_due_on=NOW.date(),
        complainant=Party(name="Sanne"),
    )
    kept = without(replace(ours, parties=(kees,)), "kees@example.nl", NOW)
    assert list(left(to_json(kept))) == []
    assert [p.role for p in kept.parties] == ([role] if role == "co_complainant" else [])
    assert kept.complainant.name == "Sanne"


@pytest.mark.parametrize("role", ["co_complainant", "representative", "third_party"])
def test_whoever_takes_part_is_taken_out_of_what_is_shown(role):
    kees = Party(name="Kees Klant", organisation="Bakkerij Vos", postal="Dorpsstraat 1", role=role)
    said = replace(filled(Message), sender="f.yilmaz@example.nl", direction="in")
    ours = replace(
        filled(Complaint),
        complainant=Party(name="Sanne de Boer"),
        parties=(kees,),
        messages=(said,),
        others=("bob.bos@example.nl",),
    )
    shown = Redactor(people(ours))("Sanne de Boer, kees klant van Bakkerij Vos, Dorpsstraat 1, Yilmaz en Bos.")
    mark = "[klager]" if role == "co_complainant" else "[derde]"
    assert f"{mark} van [organisatie]" in shown
    for name in ("Sanne", "Boer", "kees", "klant", "Vos", "Dorpsstraat", "Yilmaz", "Bos."):
        assert name not in shown
