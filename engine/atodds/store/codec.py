"""Articles and claims as JSON and back, equal in every field."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from atodds.model import article, claim, interval, quantity, quote

if TYPE_CHECKING:
    from atodds.model.claim import Claim

_TAG: Final = "$"
_MODULES: Final = (article, claim, interval, quantity, quote)


def claims_to_json(claims: list[Claim]) -> str:
    """Return claims on one line; raises TypeError for a value of a kind that the model does not have."""
    return json.dumps([_plain(one) for one in claims], ensure_ascii=False, separators=(",", ":"))


def claims_from_json(line: str) -> list[Claim]:
    """Return the claims of a line that `claims_to_json` wrote."""
    return list(json.loads(line, object_hook=_restored))


def to_json(value: object) -> str:
    """Return a value of the model on one line."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json(line: str) -> Any:  # noqa: ANN401 - whatever was written
    """Return the value of a line that `to_json` wrote; lists are tuples, as everywhere in the model."""
    return _tuples(json.loads(line, object_hook=_restored))


def _plain(value: object) -> object:
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, StrEnum):
        return {_TAG: type(value).__name__, "v": str(value)}
    if type(value) is date:
        return {_TAG: "date", "v": value.isoformat()}
    kind: type = type(value)
    if kind.__name__ in _types():
        return {_TAG: kind.__name__} | {name: _plain(getattr(value, name)) for name in _names(kind)}
    raise TypeError(f"{type(value).__name__} is no part of a claim")


def _restored(shape: dict[str, Any]) -> object:
    name = shape.pop(_TAG)
    if name == "date":
        return date.fromisoformat(shape["v"])
    kind = _types()[name]
    if issubclass(kind, StrEnum):
        return kind(shape["v"])
    return kind(**{key: _tuples(value) for key, value in shape.items()})


def _tuples(value: object) -> object:
    return tuple(_tuples(one) for one in value) if isinstance(value, list) else value


@cache
def _types() -> dict[str, type]:
    """Return the values and enumerations of the model by name; a new kind of value needs no word here."""
    return {
        name: kind
        for module in _MODULES
        for name, kind in vars(module).items()
        if isinstance(kind, type)
        and kind.__module__ == module.__name__
        and (is_dataclass(kind) or issubclass(kind, StrEnum))
    }


@cache
def _names(kind: type) -> tuple[str, ...]:
    assert is_dataclass(kind)  # noqa: S101 - enumerations were met before
    return tuple(field.name for field in fields(kind))
