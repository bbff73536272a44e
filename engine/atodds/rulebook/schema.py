"""The JSON Schema of rule files, by which editors complete and check them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from atodds.rulebook.validate import rule_adapter

if TYPE_CHECKING:
    from collections.abc import Iterator

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def rule_schema() -> dict[str, Any]:
    """Return the JSON Schema of a rule file, made from the models that read it."""
    schema = rule_adapter().json_schema()
    del schema["discriminator"]
    for part in list(_objects(schema)):
        _simplify(part)
    for name, model in schema["$defs"].items():
        if name.endswith("Rule"):
            model["required"].append("tests")
            model["properties"]["tests"]["minItems"] = 2
    return {"$schema": DIALECT, "title": "A rule of atodds", **schema}


def as_schema() -> str:
    """Return the JSON Schema as the text of docs/rule.schema.json."""
    return json.dumps(rule_schema(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _simplify(part: dict[str, Any]) -> None:
    """Leave out what helps nobody who writes YAML: each key's name again, and null for an absent key."""
    if isinstance(part.get("title"), str):
        del part["title"]
    if "default" in part and part["default"] is None:
        del part["default"]
    choices = part.get("anyOf", [])
    if {"type": "null"} in choices:
        (other,) = (choice for choice in choices if choice != {"type": "null"})
        del part["anyOf"]
        part |= other


def _objects(part: object) -> Iterator[dict[str, Any]]:
    """Yield every JSON object of a schema, outer ones first."""
    if isinstance(part, dict):
        yield part
        for value in part.values():
            yield from _objects(value)
    elif isinstance(part, list):
        for value in part:
            yield from _objects(value)
