"""Word lists that a folder of rules brings along, in a `lexicon/` of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from atodds.errors import Fault, RulebookError
from atodds.rulebook.lexicon import has_list
from atodds.rulebook.places import own_list_files
from atodds.rulebook.tree import parse, read_text, words_only

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from atodds.rulebook.rule import Rule

Lists = dict[str, tuple[str, ...]]


def own_lists(folder: Path) -> Lists:
    """
    Return the lists in `<folder>/lexicon/*.yaml` by name, each file having a key `words`.

    The shipped lexicon is no rule folder's own. Raises RulebookError with every fault of every list.
    """
    lists: Lists = {}
    faults: list[Fault] = []
    for file in own_list_files(folder):
        read = _words(file)
        if isinstance(read, Fault):
            faults.append(read)
        else:
            lists[file.stem] = read
    if faults:
        raise RulebookError(faults)
    return lists


def with_own_lists(rule: Rule, lists: Mapping[str, tuple[str, ...]]) -> Rule:
    """Return a rule with every `$name` of an own list replaced by its words; shipped lists stay as named."""
    find: Any = rule.find  # each kind of rule has its own
    changed: dict[str, Any] = {}
    for key, words in rule.find:
        if isinstance(words, tuple) and any(word[1:] in lists for word in words if word[0] == "$"):
            expanded = [
                w for word in words for w in (lists.get(word[1:], (word,)) if word[0] == "$" else (word,))
            ]
            changed[key] = tuple(dict.fromkeys(expanded))
    return replace(rule, find=replace(find, **changed)) if changed else rule


def _words(file: Path) -> tuple[str, ...] | Fault:
    """Return the words of one list, or the first thing wrong with it."""
    text = read_text(file)
    tree = [text] if isinstance(text, Fault) else parse(str(file), text, words_only)
    if isinstance(tree, list):
        return tree[0]
    words = tree.value.get("words") if isinstance(tree.value, dict) else None
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        return tree.fault(("words",), "type", "a list of the lexicon has a key: words, a list of words")
    for index, word in enumerate(words):
        if word[0] == "$" and not has_list(word[1:]):
            return tree.fault(("words", index), "unknown-list", f'there is no shipped list "{word}"')
    return tuple(words)
