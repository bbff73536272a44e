"""The reference of rule files: every key of every kind, as Markdown, made from the JSON Schema."""

from __future__ import annotations

from typing import Any, Final

from atodds.rulebook.lexicon import list_names, word_list
from atodds.rulebook.rule import RULE_MODELS, Kind
from atodds.rulebook.schema import rule_schema

Schema = dict[str, Any]

_OPENING: Final = """\
# Rule reference

Every key a rule file can have. This page is made from the models that read rule files; write it anew with
`atodds rules schema --docs docs`. How to write a rule is told in [writing-rules.md](writing-rules.md), and
[rules.md](rules.md) has the rules that come with atodds.

A rule file holds one rule; its name is the rule's `id`. Unknown and duplicate keys, anchors, aliases and tags
are refused. Every value is read as it is written: `no`, `08` and `2022-01-05` are words, and a flag is `true`
or `false`.

Words are given as a dictionary has them (`kill`, `take into custody`, `policeman`), and all their forms are
found (`killed`, `taken into custody`, `policemen`); `one's` stands for any owner: `lose one's life`. A word
that begins with `$` is a list of the lexicon.
"""


def as_reference() -> str:
    """Return the text of docs/rule-reference.md."""
    schema = rule_schema()
    models = schema["$defs"]
    every = {**models[RULE_MODELS[Kind.QUANTITY].__name__]}
    every["properties"] = {**every["properties"], **_DIFFERING}
    parts = [_OPENING, "## Keys of every rule\n", _keys(every, models)]
    for kind in Kind:
        rule = models[RULE_MODELS[kind].__name__]
        parts.append(f"## kind: {kind}\n\n{rule['description']}\n")
        for section in ("find", "compare"):
            model = _model(rule["properties"][section], models)
            parts.append(f"### {section} ({kind})\n\n{model['description']}\n")
            parts.append(_keys(model, models))
    parts.append("## Tests\n\nA test is of one of two shapes.\n")
    for name in ("TextTest", "DossierTest", "ArticleText", "Expectation"):
        parts.append(f"### {_TITLES[name]}\n\n{models[name]['description']}\n")
        parts.append(_keys(models[name], models))
    parts.append(f"## Lists of the lexicon\n\n{_lists()}")
    return "\n".join(parts)


# Keys that every kind of rule has and fills in its own way.
_DIFFERING: Final[Schema] = {
    "kind": {"enum": list(Kind), "description": "What the rule asks for."},
    "find": {"type": "object", "description": "How claims are found: see the kind below."},
    "compare": {"type": "object", "description": "How claims are compared: see the kind below."},
}
_TITLES: Final = {
    "TextTest": "A text and its claims",
    "DossierTest": "Articles and what comparing them comes to",
    "ArticleText": "An article in its long form",
    "Expectation": "What is expected",
}


def _keys(model: Schema, models: Schema) -> str:
    """Return a table of a model's keys."""
    rows = ["| key | value | default | |", "|---|---|---|---|"]
    properties: Schema = model["properties"]
    for key in sorted(properties, key=("context", "unless").__contains__):  # those that kinds share come last
        value = properties[key]
        default = "needed" if key in model.get("required", ()) else _default(value)
        about = value.get("description") or _model(value, models).get("description", "")
        rows.append(f"| `{key}` | {_type(value, models)} | {default} | {_cell(about)} |")
    return "\n".join(rows) + "\n"


def _default(value: Schema) -> str:
    default = value.get("default")
    if default in ("", [], {}, None) or isinstance(default, dict):
        return ""
    return f"`{str(default).lower()}`"


def _type(value: Schema, models: Schema) -> str:
    """Say in words what a value looks like."""
    model = _model(value, models)
    if words := model.get("enum"):
        return " · ".join(f"`{word}`" for word in words)
    if "oneOf" in model:
        return " or ".join(dict.fromkeys(_type(choice, models) for choice in model["oneOf"]))
    if model["type"] == "array":
        inner = _type(model["items"], models)
        return f"list of {_PLURALS.get(inner, inner)}"
    if model["type"] == "object":
        return _type_of_keys(model, models)
    return _PLAIN[model["type"]] + _bounds(model)


def _type_of_keys(model: Schema, models: Schema) -> str:
    if not (values := model.get("additionalProperties")):
        return "keys"
    name = _type({"type": "string", **model.get("propertyNames", {})}, models)
    return f"{_PLURALS.get(name, name)}, each with {_type(values, models)}"


_PLURALS: Final = {"text": "words", "keys": "keys", "list of words": "lists of words"}
_PLAIN: Final = {"string": "text", "boolean": "flag", "integer": "whole number", "number": "number"}


def _bounds(model: Schema) -> str:
    low, high = model.get("minimum"), model.get("exclusiveMaximum")
    return (f", {low:g} or more" if low is not None else "") + (
        f", below {high:g}" if high is not None else ""
    )


def _model(value: Schema, models: Schema) -> Schema:
    """Return what a `$ref` stands for, or the value itself."""
    name = value.get("$ref", "").rpartition("/")[2]
    model: Schema = models[name] if name else value
    return model


def _lists() -> str:
    rows = (f"| `${name}` | {', '.join(word_list(name)[:6])} … |" for name in list_names())
    return "\n".join(["| list | such as |", "|---|---|", *rows]) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
