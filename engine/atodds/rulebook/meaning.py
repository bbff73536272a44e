"""What a schema cannot say of a rule: names that do not exist, rules that could never find anything."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atodds.errors import Fault
    from atodds.rulebook.rule import Rule
    from atodds.rulebook.tree import Tree


def meaning_faults(tree: Tree, rule: Rule) -> list[Fault]:
    """Return what is wrong with a rule whose shape is right."""
    stem = PurePath(tree.path).stem
    if rule.id != stem:
        return [tree.fault(("id",), "id", f'"{rule.id}" must be the name of the file, "{stem}"')]
    return []
