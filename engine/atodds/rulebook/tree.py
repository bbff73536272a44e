"""A YAML file as plain values, with the place of each value in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from atodds.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

LARGEST: Final = 1_000_000  # characters; the longest rule files have a few thousand
DEEPEST: Final = 60  # levels; libyaml's composer crashes the process at some ten thousand

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed file: `value` in plain Python, `root` with the place of every part of it."""

    path: str
    text: str
    root: Node
    value: object

    def fault(self, location: Location, code: str, text: str, *, key: bool = False) -> Fault:
        """
        Return a fault at the value that the location leads to, or at its key.

        Parts of the location that the file does not have are passed over, so that a missing key is
        reported at what should hold it.
        """
        node = self.root
        for part in location:
            above = node
            if isinstance(node, MappingNode):
                for name, value in node.value:
                    if name.value == part:
                        node = name if key and part is location[-1] else value
            elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
                node = node.value[part]
            if node is above:
                continue
        return fault_at(self.path, self.text, node.start_mark, code, text)


def read_text(path: Path) -> str | Fault:
    """Return what a file says, or why it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Fault(str(path), 0, 0, "encoding", f"is not UTF-8 (byte {error.start})")
    except OSError as error:
        return Fault(str(path), 0, 0, "unreadable", error.strerror or str(error))


def parse(path: str, text: str, scalar: Callable[[ScalarNode], object]) -> Tree | list[Fault]:
    """
    Read one YAML document; `scalar` makes a value of each scalar.

    Returns faults instead of raising: syntax, duplicate keys, anchors, merge keys and tags are refused.
    """
    if len(text) > LARGEST:
        return [Fault(path, 0, 0, "too-large", f"has more than {LARGEST} characters")]
    try:
        if _looks_deep(text) and _depth(text) > DEEPEST:
            return [Fault(path, 0, 0, "too-deep", f"is nested more than {DEEPEST} levels deep")]
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeError) as error:
        return [_syntax_fault(path, text, error)]
    if root is None:
        return [Fault(path, 0, 0, "empty", "says nothing")]
    builder = _Builder(path, text, scalar)
    value = builder.value(root)
    return builder.faults or Tree(path, text, root, value)


def words_only(node: ScalarNode) -> object:
    """Return a scalar as it is written: no, 08 and 2022-01-05 stay words."""
    return node.value


def fault_at(path: str, text: str, mark: yaml.Mark | None, code: str, message: str) -> Fault:
    """Return a fault at a mark of the YAML reader, with the line it stands on."""
    if mark is None:
        return Fault(path, 0, 0, code, message)
    lines: Sequence[str] = text.splitlines()
    source = lines[mark.line] if mark.line < len(lines) else ""
    return Fault(path, mark.line + 1, mark.column + 1, code, message, source)


class _Builder:
    """Makes plain values of nodes and collects what a rule file may not hold."""

    def __init__(self, path: str, text: str, scalar: Callable[[ScalarNode], object]) -> None:
        self.path = path
        self.text = text
        self.scalar = scalar
        self.faults: list[Fault] = []
        self._seen: set[int] = set()

    def value(self, node: Node) -> object:
        if id(node) in self._seen:
            self._refuse(node, "alias", "is used by an alias; write it out where it is meant")
            return None
        self._seen.add(id(node))
        if node.tag.startswith("!"):
            self._refuse(node, "tag", f"the tag {node.tag} means nothing here")
        if isinstance(node, ScalarNode):
            return self.scalar(node)
        if isinstance(node, SequenceNode):
            return [self.value(child) for child in node.value]
        return self._mapping(node)

    def _mapping(self, node: Node) -> dict[str, object]:
        mapping: dict[str, object] = {}
        for key, child in node.value:
            if not isinstance(key, ScalarNode):
                self._refuse(key, "key", "a key must be a word")
                continue
            if key.tag == "tag:yaml.org,2002:merge":
                self._refuse(key, "merge-key", "merge keys are not read; write the keys out")
            elif key.value in mapping:
                self._refuse(key, "duplicate-key", f'"{key.value}" stands here a second time')
            mapping[key.value] = self.value(child)
        return mapping

    def _refuse(self, node: Node, code: str, text: str) -> None:
        self.faults.append(fault_at(self.path, self.text, node.start_mark, code, text))


def _syntax_fault(path: str, text: str, error: Exception) -> Fault:
    """Put what the YAML reader says into one line at one place."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "is not YAML"
        if "\\t" in problem or "tab" in problem:
            return fault_at(path, text, mark, "tab", "a tab cannot indent; use spaces")
        if "another document" in problem:
            return fault_at(path, text, mark, "documents", "a file holds one rule; start a file for the next")
        return fault_at(path, text, mark, "syntax", problem)
    reason = getattr(error, "reason", "") or "cannot be read as YAML"
    return Fault(path, 0, 0, "syntax", f"holds a character that YAML does not allow ({reason})")


def _looks_deep(text: str) -> bool:
    return any(text.count(opener) > DEEPEST for opener in ("[", "{", "- ", "? ", "-\n", "?\n", "-\t", "?\t"))


def _depth(text: str) -> int:
    """Return how deep the collections of a text are nested; the event reader does not recurse."""
    depth = deepest = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            deepest = max(deepest, depth)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if deepest > DEEPEST:
            break
    return deepest
