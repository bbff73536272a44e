"""The lexicon: word lists and tables of English, read once from rules/lexicon/*.yaml."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from atodds.errors import RulebookError
from atodds.rulebook.kept import kept
from atodds.rulebook.places import rules_root

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from yaml.nodes import ScalarNode

_NAME: Final = re.compile(r"[a-z0-9_-]+")
_INTEGER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL: Final = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_CONSTANTS: Final[dict[str, object]] = {"true": True, "false": False, "null": None, "~": None, "": None}


@cache
def load_table(name: str) -> dict[str, Any]:
    """
    Return `rules/lexicon/<name>.yaml` as plain values; do not change them, they are shared.

    Unquoted `12`, `1.5`, `true`, `false` and `null` are what they look like; all else, "no", "off", "08" and
    dates included, is text. Raises RulebookError if the file is missing or no mapping.
    """
    path = rules_root() / "lexicon" / f"{name}.yaml"
    table: dict[str, Any] = kept([path], lambda: _read_table(path))
    return table


def _read_table(path: Path) -> dict[str, Any]:
    from atodds.rulebook.tree import parse, read_text  # noqa: PLC0415 - a table that is known needs no YAML

    text = read_text(path)
    if not isinstance(text, str):
        raise RulebookError([text])
    tree = parse(str(path), text, core_value)
    if isinstance(tree, list):
        raise RulebookError(tree)
    if not isinstance(tree.value, dict):
        raise RulebookError([tree.fault((), "type", "a lexicon file is a mapping")])
    return tree.value


@cache
def word_list(name: str) -> tuple[str, ...]:
    """
    Return the words that `$name` stands for, in the order of the file and each once.

    A name is a population, and then takes in all populations that lie within it, or else a lexicon file
    with a `words` list. Raises KeyError for an unknown name.
    """
    if not has_list(name):
        raise KeyError(name)
    populations = load_table("populations")["populations"]
    if name not in populations:
        return tuple(dict.fromkeys(load_table(name)["words"]))
    words = list(populations[name]["words"])
    for inner, population in populations.items():
        if population.get("within") == name:
            words.extend(word_list(inner))
    return tuple(dict.fromkeys(words))


@cache
def has_list(name: str) -> bool:
    """Say whether `$name` stands for a list; opens no file but the one it may stand for."""
    if name in load_table("populations")["populations"]:
        return True
    if not _NAME.fullmatch(name) or not (rules_root() / "lexicon" / f"{name}.yaml").is_file():
        return False
    return isinstance(load_table(name).get("words"), list)


@cache
def list_names() -> tuple[str, ...]:
    """Return every name that may stand behind a `$`, sorted."""
    files = (path.stem for path in (rules_root() / "lexicon").glob("*.yaml"))
    return tuple(sorted(filter(has_list, {*files, *load_table("populations")["populations"]})))


def expand(words: Iterable[str]) -> tuple[str, ...]:
    """
    Return a rule's words with each `$name` replaced by its list, in order and each once.

    Raises KeyError for an unknown name.
    """
    expanded: dict[str, None] = {}
    for word in words:
        expanded.update(dict.fromkeys(word_list(word[1:]) if word.startswith("$") else (word,)))
    return tuple(expanded)


def core_value(node: ScalarNode) -> object:
    """Read a scalar by the core schema of YAML 1.2, in which `no` is a word and 08 no number."""
    text: str = node.value
    if node.style:  # libyaml says "" for a plain scalar, PyYAML says None
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
