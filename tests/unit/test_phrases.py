"""A phrase is looked for by its words first: each of its forms has one of them, or it would never be found."""

import importlib
import itertools
import pkgutil
from collections.abc import Iterator
from re import _parser as parser

import pytest

import klachtmail
from klachtmail.domain.phrase import Phrase

MOST = 20_000  # forms of one phrase


def phrases() -> dict[str, Phrase]:
    modules = (m.name for m in pkgutil.walk_packages(klachtmail.__path__, "klachtmail.") if ".domain." in m.name)
    every = ((name, vars(importlib.import_module(name))) for name in modules)
    return {f"{module}.{name}": v for module, names in every for name, v in names.items() if isinstance(v, Phrase)}


def texts(items) -> Iterator[str]:
    """Yield the shortest texts that a pattern matches, by each of its branches."""
    return map("".join, itertools.product(*([*texts_of(kind, value)] for kind, value in items)))


def texts_of(kind, value) -> Iterator[str]:
    match kind:
        case parser.LITERAL:
            yield chr(value)
        case parser.IN if value[0][0] is parser.LITERAL:
            yield from (chr(each) for _, each in value)
        case parser.IN | parser.ANY | parser.NOT_LITERAL:
            yield "x"
        case parser.BRANCH:
            for branch in value[1]:
                yield from texts(branch)
        case parser.SUBPATTERN:
            yield from texts(value[-1])
        case parser.MAX_REPEAT:
            least, most, inner = value
            yield from texts([*inner] * least)
            if least == 0 and most == 1:
                yield from texts(inner)
        case parser.AT:
            yield ""
        case _:
            pytest.fail(f"a phrase has {kind}, which is not read here")


def test_there_are_phrases():
    assert len(phrases()) >= 6


@pytest.mark.parametrize("name", phrases())
def test_each_of_its_forms_has_one_of_its_words(name):
    phrase = phrases()[name]
    forms = [*itertools.islice(texts(parser.parse(phrase.pattern.pattern)), MOST)]
    assert 1 < len(forms) < MOST
    assert [form for form in forms if not any(word in form.lower() for word in phrase.words)] == []


def test_a_text_without_its_words_is_not_tried():
    phrase = Phrase("naam, adres", r"mijn naam\b", r"my (?:address|adres)\b")
    assert phrase.search("ik woon op een ander adres, my adres is nieuw").group() == "my adres"
    assert phrase.search("MIJN NAAM".lower(), "mijn naam").group() == "mijn naam"
    assert phrase.search("my address") is None  # found by no word of its own
    assert phrase.search("mijn auto") is None


def test_its_pattern_is_made_when_the_first_text_has_one_of_its_words():
    phrase = Phrase("naam", r"mijn naam\b")
    assert phrase.search("mijn auto") is None
    assert "pattern" not in vars(phrase)
    assert phrase.search("mijn naam")
    assert "pattern" in vars(phrase)
