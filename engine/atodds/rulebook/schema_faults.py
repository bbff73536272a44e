"""What pydantic says of a rule file, put at its place and into words that a rule author knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, get_type_hints

from atodds.rulebook.case import SHAPES, ArticleText, DossierTest, TextTest
from atodds.rulebook.nearest import did_you_mean
from atodds.rulebook.rule import RULE_MODELS, Kind
from atodds.rulebook.shape import Strict, keys_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from atodds.errors import Fault
    from atodds.rulebook.tree import Location, Tree

_MODELS_OF_SHAPES: Final[dict[str, type[Strict]]] = {
    "(dossier)": DossierTest,
    "(one text)": TextTest,
    "(keys)": ArticleText,
}


def schema_faults(tree: Tree, error: ValidationError) -> list[Fault]:
    """Return one fault for each of pydantic's errors."""
    return [_fault(tree, one) for one in error.errors(include_url=False)]


def _fault(tree: Tree, error: ErrorDetails) -> Fault:
    # Below the choice of a kind every location begins with that kind, which is no part of the file.
    location: Location = tuple(part for part in error["loc"][1:] if part not in SHAPES)
    if error["type"].startswith("union_tag"):
        return _kind_fault(tree, error)
    if error["type"] == "unexpected_keyword_argument":
        return tree.fault(location, "unknown-key", _unknown_key(error["loc"]), at="key")
    if error["type"] == "missing":
        return tree.fault(location, "missing-key", f'{_owner(location)} needs "{location[-1]}"')
    if location[-1:] == ("[key]",):
        return tree.fault(location[:-1], "unknown-key", _unknown_value(error), at="key")
    code, words = _WORDS.get(error["type"], ("value", _by_pydantic))
    text = words(error)
    return tree.fault(location, code, text if error["type"] == "enum" else f"{_name(location)} {text}")


def _kind_fault(tree: Tree, error: ErrorDetails) -> Fault:
    if error["type"] == "union_tag_not_found":
        return tree.fault(("kind",), "missing-key", 'a rule needs "kind"')
    tag = str(error["ctx"]["tag"])
    kinds = ", ".join(Kind)
    return tree.fault(("kind",), "kind", f'"{tag}" is no kind; there are {kinds}{did_you_mean(tag, Kind)}')


def _unknown_key(raw: Location) -> str:
    """Say where a key belongs that stands in the wrong place, or which one may be meant."""
    kind, key = Kind(str(raw[0])), str(raw[-1])
    parts = [part for part in raw[1:-1] if isinstance(part, str) and part not in SHAPES]
    section = {"tests": "a test"}.get(parts[-1], parts[-1]) if parts else "a rule"
    text = f'"{key}" is not a key of {section}'
    for other in ("find", "compare"):
        if other != section and _has(kind, other, key):
            return f"{text}; it belongs under {other}"
    if section in ("find", "compare") and key in keys_of(RULE_MODELS[kind]):
        return f"{text}; it belongs to the rule itself, not indented"
    kinds = [str(other) for other in Kind if _has(other, section, key)]
    if kinds:
        return f"{text} where kind is {kind}; it is one where kind is {' or '.join(kinds)}"
    return text + did_you_mean(key, keys_of(_model_at(raw[:-1])))


def _model_at(raw: Location) -> type[Strict]:
    """Return the model whose keys may stand at a location."""
    model: type[Strict] = RULE_MODELS[Kind(str(raw[0]))]
    for part in raw[1:]:
        model = _MODELS_OF_SHAPES.get(str(part)) or _section(model, str(part)) or model
    return model


def _section(model: type[Strict], name: str) -> type[Strict] | None:
    """Return the model of a part of a model, None where that is no mapping of keys."""
    annotation = get_type_hints(model).get(name)
    return annotation if isinstance(annotation, type) and issubclass(annotation, Strict) else None


def _has(kind: Kind, section: str, key: str) -> bool:
    home = _section(RULE_MODELS[kind], section)
    return home is not None and key in keys_of(home)


def _owner(location: Location) -> str:
    """Name what a missing key should stand in."""
    above = [part for part in location[:-1] if isinstance(part, str)]
    if not above:
        return "a rule"
    return "a test" if above[-1] == "tests" else above[-1]


def _name(location: Location) -> str:
    """Name the value an error is about by its key: "triggers", "a word of triggers"."""
    if not location:
        return "a rule file"
    if isinstance(location[-1], str):
        return location[-1]
    if location[-2] == "tests":
        return "a test"
    return f"a member of {location[-2]}"


def _unknown_value(error: ErrorDetails) -> str:
    """Say which values there are, of a value or of a key that must be one of some."""
    if error["type"] != "enum":
        return "a key is empty"
    known = re.findall(r"'([^']*)'", error["ctx"]["expected"])
    value = str(error["input"])
    return f'"{value}" is not one of {", ".join(known)}{did_you_mean(value, known)}'


def _list(error: ErrorDetails) -> str:
    example = error["input"] if isinstance(error["input"], str) else "one, two"
    return f"is a list: [{example}]"


def _keys(error: ErrorDetails) -> str:
    return f"has keys: {', '.join(keys_of(_model_at(error['loc'])))}"


def _too_few(error: ErrorDetails) -> str:
    least: int = error["ctx"]["min_length"]
    return "is empty" if least == 1 else f"needs at least {least}"


def _by_pydantic(error: ErrorDetails) -> str:
    return error["msg"].replace("Input should be", "must be").replace("Value error, ", "cannot be read: ")


_WORDS: Final[dict[str, tuple[str, Callable[[ErrorDetails], str]]]] = {
    "bool_parsing": ("value", lambda _: "is either true or false"),
    "bool_type": ("value", lambda _: "is either true or false"),
    "dict_type": ("type", lambda _: "has keys below it"),
    "dataclass_type": ("type", _keys),
    "enum": ("value", _unknown_value),
    "float_parsing": ("value", lambda _: "is a number"),
    "float_type": ("value", lambda _: "is a number"),
    "int_parsing": ("value", lambda _: "is a whole number"),
    "int_type": ("value", lambda _: "is a whole number"),
    "model_attributes_type": ("type", lambda _: "has keys: id, kind, question, find, compare, tests"),
    "string_pattern_mismatch": ("id", lambda _: "is made of a-z, 0-9 and single hyphens: troops-sent"),
    "string_too_short": ("empty", lambda _: "is empty"),
    "string_type": ("type", lambda _: "is one text, no list and no keys"),
    "too_short": ("empty", _too_few),
    "tuple_type": ("type", _list),
}
