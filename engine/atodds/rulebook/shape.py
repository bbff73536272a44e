"""
What all parts of a rule file have in common: no unknown keys, no YAML coercions, no empty words.

A part is a plain dataclass, so that a run by rules that were read before needs no pydantic. When a file is
validated, pydantic reads the classes and what stands in their annotations.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


@dataclass(frozen=True, kw_only=True)
class Strict:
    """A part of a rule file; a key it does not know is an error. Iterating yields its keys and values."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(vars(self).items())

    @classmethod
    def default(cls, key: str) -> object:
        """Return the value of a key that a file leaves out, MISSING if the key is needed."""
        field = next(field for field in fields(cls) if field.name == key)
        return field.default if field.default_factory is MISSING else field.default_factory()


def keys_of(part: type[Strict]) -> tuple[str, ...]:
    """Return the keys that a part may have."""
    return tuple(field.name for field in fields(part))


def says(description: str, **bounds: object) -> dict[str, object]:
    """Return the metadata of a key: what the reference says of it, and the bounds of its value."""
    return {"description": description, **bounds}


def plain(value: object, without: tuple[str, ...] = ()) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return a part of a rule, or a value in one, as JSON has it, `without` some keys of the part."""
    if is_dataclass(value):
        names = [field.name for field in fields(value) if field.name not in without]
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, dict):
        return {plain(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True)
class Before:
    """Has a value changed, or refused with a ValueError, before it is validated."""

    change: Callable[[Any], object]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - pydantic's name and signature
        """Return the schema of the value behind the change."""
        from pydantic_core import core_schema  # noqa: PLC0415 - only where files are validated

        return core_schema.no_info_before_validator_function(self.change, handler(source))


@dataclass(frozen=True)
class ToldApart:
    """Names the alternatives of a union, and tells by a function which of them a value is meant to be."""

    names: tuple[str, ...]
    name_of: Callable[[Any], str]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - pydantic's name and signature
        """Return the schema of a union whose alternatives are named in the location of an error."""
        from pydantic_core import core_schema  # noqa: PLC0415 - only where files are validated

        choices = zip(self.names, get_args(source), strict=True)
        return core_schema.tagged_union_schema(
            {name: handler.generate_schema(choice) for name, choice in choices}, discriminator=self.name_of
        )


@dataclass(frozen=True)
class AtLeast:
    """Refuses a text of fewer characters, blanks around it aside, or a list of fewer members."""

    least: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - pydantic's name and signature
        """Return the schema of the value with its least length."""
        schema: dict[str, Any] = dict(handler(source))
        return schema | {"min_length": self.least} | ({"strip_whitespace": True} if source is str else {})


def _flag(value: object) -> object:
    """Read true and false, the only two flags of a rule file; yes, no, on and 1 are words."""
    return {"true": True, "false": False}.get(value, "neither") if isinstance(value, str) else value


Flag = Annotated[bool, Before(_flag)]
Word = Annotated[str, AtLeast(1)]
Words = tuple[Word, ...]
Patterns = Annotated[tuple[Word, ...], AtLeast(1)]
