"""What every value that is kept has in common, and what a section of the configuration has."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Self, TypeVar, cast, dataclass_transform

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass, is_pydantic_dataclass
from pydantic.fields import FieldInfo

T = TypeVar("T")

_STRICT = ConfigDict(extra="forbid", defer_build=True)  # a start builds only what it uses
_made = cast("Callable[[type[Any]], type[Any]]", dataclass(frozen=True, kw_only=True, slots=True, config=_STRICT))


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
def record(kind: type[T]) -> type[T]:
    """Make this class an immutable value that can be written as JSON and read back.

    An unknown field and a value of another type are refused when it is made, also by `dataclasses.replace`, and mypy
    sees both.
    """
    return _made(kind)


def is_record(kind: type) -> bool:
    """Return whether this class is a record."""
    return is_pydantic_dataclass(kind)


def usual(field: dataclasses.Field[Any]) -> object:
    """Return what a field of a record holds when nothing is said."""
    return field.default.default if isinstance(field.default, FieldInfo) else field.default


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def to_json(value: object, *, without: Iterable[str] = (), without_defaults: bool = False) -> dict[str, Any]:
    """Return a record as the values that JSON has; `without_defaults` leaves out what is as it always is."""
    kind: Any = type(value)
    adapter = _adapter(kind)
    dumped: dict[str, Any] = adapter.dump_python(
        value, mode="json", exclude=set(without), exclude_defaults=without_defaults
    )
    return dumped


def of_json(kind: type[T], values: Mapping[str, Any]) -> T:
    """Return the record that these values of JSON are. ValueError says what does not fit."""
    hashable: Any = kind  # as every class; mypy does not know
    made: T = _adapter(hashable).validate_python(values)
    return made


class Setting(BaseModel):
    """A section of the configuration; unknown keys are a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def but(self, **changes: object) -> Self:
        """Return a copy with these fields changed. ValueError for an unknown field or a wrong value."""
        kept = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate({**kept, **changes})
