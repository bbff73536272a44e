"""Articles and claims as JSON and back, equal in every field."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from atodds.model.claim import Claim

_TAG: Final = "$"
_DAY: Final = "date"
_MODEL: Final = "atodds.model."
_NESTED: Final = (dict, list)


def claims_to_json(claims: list[Claim]) -> str:
    """Return claims on one line; raises TypeError for a value of a kind that the model does not have."""
    return json.dumps([_plain(one) for one in claims], ensure_ascii=False, separators=(",", ":"))


def claims_from_json(line: str) -> list[Claim]:
    """Return the claims of a line that `claims_to_json` wrote."""
    return [_restored(one) for one in json.loads(line)]


def to_json(value: object) -> str:
    """Return a value of the model on one line."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json(line: str) -> Any:  # noqa: ANN401 - whatever was written
    """Return the value of a line that `to_json` wrote."""
    return _restored(json.loads(line))


def _plain(value: object) -> object:
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if type(value) is date:
        return {_TAG: _DAY, "v": value.isoformat()}
    kind: type = type(value)
    if not kind.__module__.startswith(_MODEL):
        raise TypeError(f"{kind.__name__} is no part of a claim")
    if isinstance(value, StrEnum):
        return {_TAG: _name(kind), "v": str(value)}
    return {_TAG: _name(kind)} | {name: _plain(getattr(value, name)) for name in _fields(kind)}


def _restored(plain: Any) -> Any:  # noqa: ANN401 - whatever was written
    """Return what `_plain` was given; a list is a tuple again, as everywhere in the model."""
    if type(plain) is dict:
        return _made(plain)
    if type(plain) is list:
        return tuple([_restored(one) for one in plain])
    return plain


def _made(shape: dict[str, Any]) -> object:
    name = shape.pop(_TAG)
    if name == _DAY:
        return date.fromisoformat(shape["v"])
    members = _members(name)
    if members is not None:
        return members[shape["v"]]
    values = [_restored(one) if type(one) in _NESTED else one for one in shape.values()]
    kind = _kind(name)
    # In the order in which it was written; a line of another hand is read by its names.
    return kind(*values) if tuple(shape) == _fields(kind) else kind(**dict(zip(shape, values, strict=True)))


@cache
def _members(name: str) -> dict[str, StrEnum] | None:
    """Return the members of an enumeration by what is written for them, None for other types."""
    kind = _kind(name)
    return {str(member): member for member in kind} if issubclass(kind, StrEnum) else None


@cache
def _name(kind: type) -> str:
    """Return a type of the model as a line names it: "claim.Evidence"."""
    return f"{kind.__module__.removeprefix(_MODEL)}.{kind.__name__}"


@cache
def _kind(name: str) -> type:
    """Return the type of a name; whatever a line says, nothing but values of the model is made."""
    module, _, last = name.partition(".")
    kind = getattr(import_module(_MODEL + module), last) if module.isidentifier() else None
    if not isinstance(kind, type) or kind.__module__ != _MODEL + module:
        raise ValueError(f"{name!r} is no part of a claim")
    return kind


@cache
def _fields(kind: type) -> tuple[str, ...]:
    assert is_dataclass(kind)  # noqa: S101 - the model has dataclasses and enumerations
    return tuple(field.name for field in fields(kind))
