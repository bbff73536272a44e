"""Rules as JSON and back, equal in every field; nothing is validated on the way back."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from atodds.model.finding import Severity
from atodds.model.quote import Grade
from atodds.rulebook import case, rule
from atodds.rulebook.shape import Strict

if TYPE_CHECKING:
    from atodds.rulebook.rule import Rule

_LIST, _DICT, _DATE = "list", "dict", "date"
_CLASSES: Final = {
    found.__name__: found
    for module in (case, rule)
    for found in vars(module).values()
    if isinstance(found, type) and issubclass(found, Strict)
}
_WORDS: Final[dict[str, type[Enum]]] = {
    found.__name__: found for found in (Severity, Grade, rule.Kind, rule.Unit)
}


def rule_to_json(value: Rule) -> Any:  # noqa: ANN401 - JSON
    """Return a rule as lists and dictionaries."""
    return _plain(value)


def rule_from_json(value: Any) -> Rule:  # noqa: ANN401 - JSON
    """Return the rule of which `rule_to_json` made this."""
    made: Rule = _restored(value)
    return made


def _plain(value: object) -> object:
    """Return text, flags and numbers as they are, and all else as a list that begins with its kind."""
    if isinstance(value, Strict):
        return [type(value).__name__, *(_plain(getattr(value, field.name)) for field in fields(value))]
    if isinstance(value, dict):
        return [_DICT, *([_plain(key), _plain(inner)] for key, inner in value.items())]
    if isinstance(value, tuple):
        return [_LIST, *map(_plain, value)]
    if isinstance(value, Enum):
        return [type(value).__name__, value.value]
    return [_DATE, value.isoformat()] if isinstance(value, date) else value


def _restored(value: Any) -> Any:  # noqa: ANN401 - whatever a rule holds
    if not isinstance(value, list):
        return value
    kind, *inner = value
    if kind == _LIST:
        return tuple(map(_restored, inner))
    if found := _CLASSES.get(kind):
        names = [field.name for field in fields(found)]
        return found(**dict(zip(names, map(_restored, inner), strict=True)))
    if kind == _DICT:
        return {_restored(key): _restored(one) for key, one in inner}
    return date.fromisoformat(inner[0]) if kind == _DATE else _WORDS[kind](inner[0])
