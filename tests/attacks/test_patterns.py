"""Every regular expression of the program, found by itself, against strings that make bad ones take for ever."""

import ast
import importlib
import itertools
import pkgutil
import re
import time
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from re import _parser as parser

import pytest

import klachtmail
from klachtmail.domain.phrase import Phrase

SHORT, LONG = 1_000, 4_000
# A pattern that looks at each sign once needs four times as long for four times the text, one that looks at each pair of
# them sixteen times as long: then it takes at least LONG² steps, which no processor does in so short a time.
GROWTH, BELOW_NOTICE = 9, 0.002
CALLS = {"match", "fullmatch", "search", "sub", "split", "findall", "finditer"}
_SKIPPED = ("klachtmail.demo", "klachtmail.__main__", "klachtmail.store.sql.migrations")  # the last: scripts of alembic


def every_pattern() -> dict[str, re.Pattern]:
    """Return the patterns in every module's globals, also inside tuples, tables, records and classes, by name."""
    found: dict[str, re.Pattern] = {}
    for module in pkgutil.walk_packages(klachtmail.__path__, "klachtmail."):
        if not module.name.startswith(_SKIPPED):
            for name, value in vars(importlib.import_module(module.name)).items():
                for pattern in patterns_in(value, set()):
                    found.setdefault(f"{pattern.flags}:{pattern.pattern!r}", (f"{module.name}.{name}", pattern))
    for name, pattern in written_inline():
        found.setdefault(f"{pattern.flags}:{pattern.pattern!r}", (name, pattern))
    return {f"{name}[{index}]": pattern for index, (name, pattern) in enumerate(found.values())}


def written_inline() -> Iterator[tuple[str, re.Pattern]]:
    """Yield the patterns that stand in a call, such as `re.sub(r"…", …)`, which no module keeps under a name."""
    for path in sorted(Path(klachtmail.__path__[0]).rglob("*.py")):
        room = path.relative_to(Path(klachtmail.__path__[0]).parent).with_suffix("")
        for call in ast.walk(ast.parse(path.read_text())):
            is_of_re = isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in CALLS
            if not is_of_re or not isinstance(call.func.value, ast.Name) or call.func.value.id != "re" or not call.args:
                continue
            said = call.args[0].value if isinstance(call.args[0], ast.Constant) else None
            if said:
                flags = re.IGNORECASE if "IGNORECASE" in ast.unparse(call) else 0
                yield f"{'.'.join(room.parts)}.{call.func.attr} in line {call.lineno}", re.compile(said, flags)


def patterns_in(value, seen, depth=4) -> Iterator[re.Pattern]:
    if isinstance(value, re.Pattern | Phrase):
        yield value.pattern if isinstance(value, Phrase) else value  # a phrase makes it when it is asked for
    elif depth and id(value) not in seen:
        seen.add(id(value))
        if isinstance(value, Mapping):
            inner = [*value.keys(), *value.values()]
        elif isinstance(value, (tuple, list, set, frozenset)):
            inner = list(value)
        elif type(value).__module__.startswith("klachtmail") or (
            isinstance(value, type) and value.__module__.startswith("klachtmail")
        ):
            slots = getattr(type(value), "__slots__", ())
            inner = [*getattr(value, "__dict__", {}).values(), *(getattr(value, slot, None) for slot in slots)]
        else:
            return
        for each in inner:
            yield from patterns_in(each, seen, depth - 1)


def pieces(source: str) -> list[str]:
    """Return words and signs that the pattern itself mentions: what it likes to begin with."""
    plain = re.sub(r"\\[A-Za-z]|[\[\](){}|?*+^$]", " ", source)
    return list(dict.fromkeys(word.replace("\\", "") for word in plain.split() if word.replace("\\", "")))[:4]


def sample(items) -> str:
    """Return the shortest text that these parts of a pattern match, as far as it can be said."""
    return "".join(sample_of(*item) for item in items)


def sample_of(kind, value) -> str:  # noqa: PLR0911 - one for each kind of part
    match kind:
        case parser.LITERAL:
            return chr(value)
        case parser.IN:
            return members(value)[0]
        case parser.ANY | parser.NOT_LITERAL:
            return "a"
        case parser.BRANCH:
            return sample(value[1][0])
        case parser.SUBPATTERN:
            return sample(value[-1])
        case parser.ATOMIC_GROUP:
            return sample(value)
        case parser.MAX_REPEAT | parser.MIN_REPEAT | parser.POSSESSIVE_REPEAT:
            return sample(value[2]) * min(int(value[0]), 50)
        case _:
            return ""


def members(values) -> list[str]:
    """Return some signs of a class; of one that excludes signs, common ones that it does not."""
    named = {"CATEGORY_DIGIT": "0", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a", "CATEGORY_NOT_SPACE": "a"}
    plain = [
        chr(value if kind is parser.LITERAL else value[0])
        for kind, value in values
        if kind in {parser.LITERAL, parser.RANGE}
    ]
    plain += [named.get(str(value), "-") for kind, value in values if kind is parser.CATEGORY]
    if values[0][0] is parser.NEGATE:
        return [sign for sign in "a0 ,-" if sign not in plain] or ["é"]
    return plain[:4] or ["a"]


def runs(items, length, before="") -> Iterator[str]:
    """Yield a text for each repetition in a pattern: what leads to it, then so much of it, and a misfit."""
    for kind, value in items:
        if kind in {parser.MAX_REPEAT, parser.MIN_REPEAT, parser.POSSESSIVE_REPEAT}:
            inside = value[2]
            units = members(inside[0][1]) if len(inside) == 1 and inside[0][0] is parser.IN else [sample(inside)]
            if int(value[1]) > 30:
                yield from (before + (unit * length)[:length] + "\0!" for unit in units[:4] if unit)
            yield from runs(inside, length, before)
        elif kind is parser.SUBPATTERN:
            yield from runs(value[-1], length, before)
        elif kind is parser.BRANCH:
            for branch in value[1]:
                yield from runs(branch, length, before)
        before += sample_of(kind, value)


def signs(items) -> Iterator[str]:
    """Yield the signs that a pattern names, letters and digits apart."""
    for kind, value in items:
        if kind is parser.LITERAL and not chr(value).isalnum():
            yield chr(value)
        elif kind is parser.SUBPATTERN:
            yield from signs(value[-1])
        elif kind is parser.BRANCH:
            yield from itertools.chain.from_iterable(map(signs, value[1]))
        elif kind in {parser.MAX_REPEAT, parser.MIN_REPEAT, parser.POSSESSIVE_REPEAT}:
            yield from signs(value[2])
        elif kind is parser.ATOMIC_GROUP:
            yield from signs(value)


def attacks(source: str, tree, length: int) -> Iterator[str]:
    """Yield long strings: runs of one sign, of what the pattern mentions, and of both by turns, ended by a misfit."""
    for sign in dict.fromkeys((*" \na0.-_,<(=é", *itertools.islice(signs(tree), 20))):
        yield sign * length + "\0!"
    words = pieces(source)
    for word in words:
        for filling in ("", " ", "a"):
            unit = f"{word}{filling}"
            yield (unit * (length // len(unit) + 1))[:length] + "\0"
            yield word + (filling or " ,") * length + "\0"
    for first, second in itertools.pairwise(words):
        unit = f"{first}{second} "
        yield (unit * (length // len(unit) + 1))[:length] + "\0"


PATTERNS = every_pattern()


FILES = {path: path.read_text() for path in Path(klachtmail.__path__[0]).rglob("*.py")}


# Under another name: the first two at a '<' that has a '>' behind it, and never again when it did not fit.
MATCHED = (
    "klachtmail.parse.html._TAG",
    "klachtmail.parse.html._LOOSE_TAG",
    "klachtmail.domain.incoming.auto_phrases.TICKET",
)
OF_OURS = ("klachtmail.letters.markup._TAG",)  # only ever looks at templates, which are the firm's own


@cache
def is_only_matched(name):
    """Return whether the program tries a pattern at the start of a text alone, and never looks for it further on.

    Only its own module uses a pattern whose name begins with an underscore.
    """
    if " in line " in name:
        return ".match in" in name or ".fullmatch in" in name
    if name.partition("[")[0] in MATCHED:
        return True
    module, _, called = name.partition("[")[0].rpartition(".")
    own = Path(importlib.import_module(module).__file__)
    used = {
        way
        for path, source in FILES.items()
        if path == own or not called.startswith("_")
        for way in re.findall(rf"\b{called}\.(\w+)\(", source)
    }
    return bool(used) and used <= {"match", "fullmatch"}


def seconds(pattern, text, *, only_matched):
    """Return the processor time that a pattern needs for a string, in the ways that the program uses it."""
    subject = text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")
    begun = time.process_time()
    pattern.match(subject)
    pattern.fullmatch(subject)
    if not only_matched:
        sum(1 for _ in pattern.finditer(subject))
    return time.process_time() - begun


def strings(pattern, length):
    """Return the strings of this length that may make a pattern slow, in an order that does not depend on the length."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = parser.parse(source, pattern.flags & ~re.UNICODE)
    return [*attacks(source, tree, length), *runs(tree, length)]


def grows(pattern, place, length, *, only_matched):
    """Return whether four times as much of a string takes more than in proportion, measured by turns: others work here too."""
    brief, long = (strings(pattern, times * length)[place] for times in (1, 4))
    pairs = [
        (seconds(pattern, long, only_matched=only_matched), seconds(pattern, brief, only_matched=only_matched))
        for _ in range(7)
    ]
    return min(each for each, _ in pairs) > GROWTH * min(each for _, each in pairs)


def slow(pattern, *, only_matched):
    """Return a string that takes a pattern more than in proportion to its length, or None."""
    tried = set()
    for place, text in enumerate(strings(pattern, LONG)):
        if text in tried or seconds(pattern, text, only_matched=only_matched) < BELOW_NOTICE:
            tried.add(text)
            continue
        if all(grows(pattern, place, length, only_matched=only_matched) for length in (SHORT, 2 * SHORT)):
            return text
    return None


@pytest.mark.parametrize("name", [name for name in PATTERNS if not name.startswith(OF_OURS)])
@pytest.mark.timeout(300)  # what takes for ever ends here
def test_no_string_makes_a_pattern_take_for_ever(name):
    text = slow(PATTERNS[name], only_matched=is_only_matched(name))
    assert text is None, f"{PATTERNS[name].pattern!r} is slow on {text[:40]!r}…"


@pytest.mark.parametrize(
    "bad", [r"\s+$", r"<[^>]*>", r"a*b", r"(\w+)\s*=\s*(\w+);", r"(?:\d+,)*\d+!", r"\[.*\]", r"(?:x|y)+z", rb"\S+@\S+"]
)
def test_a_pattern_that_looks_at_each_sign_many_times_is_noticed(bad):
    assert slow(re.compile(bad), only_matched=False) is not None
