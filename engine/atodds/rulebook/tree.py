"""A YAML file as plain values, with the place of each value in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Protocol

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from atodds.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LARGEST: Final = 1_000_000  # characters; the longest rule files have some thousands
DEEPEST: Final = 60  # levels; libyaml's composer crashes the process at some ten thousand

_OPENERS: Final = ("[", "{", "- ", "? ", "-\n", "?\n", "-\t", "?\t", "-\r", "?\r")

Location = tuple[str | int, ...]


class Mark(Protocol):
    """A place in a YAML file, counted from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The character in the line."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed file: `value` in plain Python, `root` with the place of every part of it."""

    path: str
    text: str
    root: Node
    value: object

    def fault(self, location: Location, code: str, text: str, at: Literal["key", "value"] = "value") -> Fault:
        """
        Return a fault at the value that a location leads to, or at its key.

        Where the file has no such place the fault stands at the key that should hold it.
        """
        key = value = self.root
        for part in location:
            step = _step(value, part)
            if step is None:
                return fault_at(self.path, self.text, key.start_mark, code, text)
            key, value = step
        node = key if at == "key" else value
        return fault_at(self.path, self.text, node.start_mark, code, text)


def read_text(path: Path) -> str | Fault:
    """Return what a file says, or why it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Fault(str(path), 0, 0, "encoding", f"the file is not UTF-8 (byte {error.start})")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Fault(str(path), 0, 0, "unreadable", f"the file cannot be read: {reason}")


def parse(path: str, text: str, scalar: Callable[[ScalarNode], object]) -> Tree | list[Fault]:
    """
    Read one YAML document; `scalar` makes a value of each scalar.

    Returns faults instead of raising: what YAML does not allow, and what a rule file has no use for and
    readers stumble over (duplicate keys, anchors, merge keys, tags).
    """
    if len(text) > LARGEST:
        return [Fault(path, 0, 0, "too-large", f"the file has more than {LARGEST:,} characters")]
    try:
        if _looks_deep(text) and _is_deep(text):
            return [Fault(path, 0, 0, "too-deep", f"the file is nested more than {DEEPEST} levels deep")]
        root = yaml.compose(text, Loader=_Loader)
        if root is None:
            return [Fault(path, 0, 0, "empty", "the file says nothing")]
        builder = _Builder(path, text, scalar)
        value = builder.value(root)
    except (yaml.YAMLError, UnicodeError) as error:
        return [_syntax_fault(path, text, error)]
    return builder.faults or Tree(path, text, root, value)


def words_only(node: ScalarNode) -> object:
    """Return a scalar as it is written: no, 08 and 2022-01-05 stay words."""
    return node.value


def fault_at(path: str, text: str, mark: Mark | None, code: str, message: str) -> Fault:
    """Return a fault at a mark of the YAML reader, with the line it stands on."""
    if mark is None:
        return Fault(path, 0, 0, code, message)
    lines = text.splitlines() or [""]
    if mark.line >= len(lines):  # the end of the file, where something was still to come
        return Fault(path, len(lines), len(lines[-1]) + 1, code, message, lines[-1])
    return Fault(path, mark.line + 1, mark.column + 1, code, message, lines[mark.line])


class _Loader(yaml.CSafeLoader):
    """The C reader, without a guess at what kind of value a plain scalar may be."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002 - yaml's signature
        return ""


class _Builder:
    """Makes plain values of nodes and collects what does not belong into a rule file."""

    def __init__(self, path: str, text: str, scalar: Callable[[ScalarNode], object]) -> None:
        self.path = path
        self.text = text
        self.scalar = scalar
        self.faults: list[Fault] = []
        self._anchored = "&" in text
        self._seen: set[int] = set()
        self._aliased = False

    def value(self, node: Node) -> object:
        if self._anchored and self._is_alias(node):
            return None
        if node.tag.startswith("!"):
            self._refuse(node.start_mark, "tag", f"the tag {node.tag} has no meaning here; leave it out")
        if isinstance(node, ScalarNode):
            return self.scalar(node)
        if isinstance(node, SequenceNode):
            return [self.value(child) for child in node.value]
        return self._mapping(node)

    def _is_alias(self, node: Node) -> bool:
        """Say whether a node was met before: the composer puts an anchored node in the place of its alias."""
        if id(node) in self._seen:
            self._refuse_aliases()
            return True
        self._seen.add(id(node))
        return False

    def _mapping(self, node: Node) -> dict[str, object]:
        mapping: dict[str, object] = {}
        for key, child in node.value:
            if not isinstance(key, ScalarNode):
                self._refuse(key.start_mark, "key", "a key must be a word")
                continue
            if key.value == "<<" and not key.style:
                self._refuse(key.start_mark, "merge-key", "merge keys are not read; write the keys out")
            elif key.value in mapping:
                self._refuse(key.start_mark, "duplicate-key", f'"{key.value}" stands here twice')
            mapping[key.value] = self.value(child)
        return mapping

    def _refuse_aliases(self) -> None:
        """Report every alias of the file, once."""
        if self._aliased:
            return
        self._aliased = True
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.AliasEvent):
                message = f"aliases are not read; write out what *{event.anchor} stands for"
                self._refuse(event.start_mark, "alias", message)

    def _refuse(self, mark: Mark | None, code: str, text: str) -> None:
        self.faults.append(fault_at(self.path, self.text, mark, code, text))


def _step(node: Node, part: str | int) -> tuple[Node, Node] | None:
    """Go one step down a tree, to a key and its value or to a member of a list."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == part:
                return key, value
    elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None


def _syntax_fault(path: str, text: str, error: Exception) -> Fault:
    """Put what the YAML reader says into one line at one place."""
    if not isinstance(error, yaml.MarkedYAMLError):
        reason = getattr(error, "reason", "") or "unknown character"
        return Fault(path, 0, 0, "syntax", f"the file holds what YAML does not allow: {reason}")
    mark, begun = error.problem_mark, error.context_mark
    problem = error.problem or error.context or "this is not YAML"
    # Of a tab at the start of a line the scanner only says "found character that cannot start any token".
    if "tab character" in problem or _tab_at(text, mark):
        return fault_at(path, text, mark, "tab", "a tab cannot indent; use spaces")
    if "another document" in problem:
        return fault_at(path, text, mark, "documents", "a file holds one rule; start a file for the next")
    if "mapping values" in problem:
        return fault_at(path, text, mark, "syntax", "a text with a colon in it must stand in quotes")
    if mark and begun and begun.line != mark.line and error.context:
        problem += f" ({error.context} that begins in line {begun.line + 1})"
    return fault_at(path, text, mark or begun, "syntax", problem)


def _tab_at(text: str, mark: Mark | None) -> bool:
    if mark is None:
        return False
    return any(line[mark.column : mark.column + 1] == "\t" for line in text.splitlines()[mark.line :][:1])


def _looks_deep(text: str) -> bool:
    return "\n" + " " * DEEPEST in text or any(text.count(opener) > DEEPEST for opener in _OPENERS)


def _is_deep(text: str) -> bool:
    """Say whether collections are nested too deep to be composed; the event reader does not recurse."""
    return any(depth > DEEPEST for depth in _depths(text))


def _depths(text: str) -> Iterator[int]:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            yield depth
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
