"""What pydantic says about types and keys, as sentences of ours, each with its place in the file."""

import difflib
import types
import typing
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from klachtmail.config.problem import Finding, Where
from klachtmail.config.schema import ConfigFile

_SENTENCES = {
    "missing": "This key is missing; write it, as config.example.yaml shows.",
    "string_type": "This must be one text; write it on this line, between quotes when in doubt.",
    "int_type": "This must be a whole number.",
    "int_parsing": "This must be a whole number, in digits.",
    "bool_type": "This must be true or false.",
    "bool_parsing": "This must be true or false.",
    "tuple_type": "This must be a list; write [one, two], or [] when there are none.",
    "model_type": "This must be a section; write its keys below it, indented, or leave it out.",
    "path_type": "This must be the name of a file or folder.",
}
_SECTIONS = frozenset({"organisation", "imap", "smtp"})  # the file has no others that it cannot do without
_DATE = "This is no date; write year, month and day, like 2026-07-27."


def type_findings(error: ValidationError) -> Iterator[Finding]:
    """Yield one finding for each thing that pydantic found. Values are never in them."""
    found = error.errors(include_url=False, include_input=False, include_context=True)
    misspelled = {(*details["loc"][:-1], _nearest(details["loc"])) for details in found if _is_unknown(details)}
    unknown = {details["loc"] for details in found if _is_unknown(details)}
    indented = {where for where in unknown if len(where) > 1 and where[-1] in _SECTIONS}
    for details in found:
        where: Where = tuple(details["loc"])
        if (details["type"] == "missing" and any(where == section[-1:] for section in indented)) or (
            where in unknown - indented and any(where[:-1] == section[:-1] for section in indented)
        ):
            continue  # a section and its keys, which are right as soon as it stands at the left margin
        if _is_unknown(details):
            yield Finding(where, _unknown_key(where))
        elif details["type"] != "missing" or where not in misspelled:
            yield Finding(where, _sentence(details))


def _is_unknown(details: ErrorDetails) -> bool:
    return details["type"] == "extra_forbidden"


def _sentence(details: ErrorDetails) -> str:
    kind = details["type"]
    if kind == "literal_error":
        return f"This must be one of {details['ctx']['expected']}."
    if kind.startswith("date"):
        return _DATE
    if kind == "tuple_type" and (keys := _siblings((*details["loc"], 0, ""))):
        return f"This must be a list; begin each item with a dash ('- {keys[0]}: …'), or write [] when there are none."
    return _SENTENCES.get(kind, f"{details['msg']}.")


def _unknown_key(where: Where) -> str:
    if near := _nearest(where):
        return f"There is no such key; write {near}."
    siblings, key = _siblings(where), where[-1]
    if elsewhere := next((known for known in _known() if known[-1] == key), None):
        above = ".".join(elsewhere[:-1])
        return f"There is no such key here; it belongs {f'under {above}' if above else 'at the left margin'}."
    return f"There is no such key; known here are {', '.join(sorted(siblings))}."


def _nearest(where: Where) -> str | None:
    """Return the known key of the same section that looks most like this one, or None when none does."""
    return next(iter(difflib.get_close_matches(str(where[-1]).lower(), _siblings(where), n=1)), None)


def _siblings(where: Where) -> list[str]:
    section = tuple("*" if isinstance(part, int) else part for part in where[:-1])
    return [known[-1] for known in _known() if known[:-1] == section]


@cache
def _known() -> tuple[tuple[str, ...], ...]:
    """Return the place of every key that may be written, '*' for each item of a list."""
    return tuple(key for key in _keys(ConfigFile, ()) if key[-1] != "role")


def _keys(model: type[BaseModel], where: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, field in model.model_fields.items():
        place = (*where, field.alias or name)
        yield place
        yield from _inside(field.annotation, place)


def _inside(annotation: object, where: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _keys(annotation, where)
    origin = typing.get_origin(annotation)
    if origin in {types.UnionType, typing.Union, tuple}:
        inner = (*where, "*") if origin is tuple else where
        for argument in typing.get_args(annotation):
            yield from _inside(argument, inner)
