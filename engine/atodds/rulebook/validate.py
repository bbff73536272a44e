"""The text of one rule file becomes a rule, or all that is wrong with it; pydantic reads its shape."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field, TypeAdapter, ValidationError

from atodds.rulebook.meaning import meaning_faults
from atodds.rulebook.own_lists import Lists, with_own_lists
from atodds.rulebook.rule import Rule
from atodds.rulebook.schema_faults import schema_faults
from atodds.rulebook.tree import Tree, parse, read_text, words_only

if TYPE_CHECKING:
    from collections.abc import Mapping

    from atodds.errors import Fault
    from atodds.rulebook.tree import Location

NO_LISTS: Final[Lists] = {}


@cache
def rule_adapter() -> TypeAdapter[Rule]:
    """Return what reads the shape of a rule, whose `kind` says which keys it may have."""
    return TypeAdapter(Annotated[Rule, Field(discriminator="kind")])


def parse_rule(path: str, text: str, lists: Mapping[str, tuple[str, ...]] = NO_LISTS) -> Rule | list[Fault]:
    """
    Read the text of a rule file, or return all that is wrong with it; the path's stem must be the id.

    `lists` are word lists beside the shipped ones.
    """
    tree = parse(path, text, words_only)
    if isinstance(tree, list):
        return tree
    try:
        rule = rule_adapter().validate_python(tree.value)
    except ValidationError as error:
        return schema_faults(tree, error)
    return meaning_faults(tree, rule, lists) or (with_own_lists(rule, lists) if lists else rule)


def line_of(file: str, location: Location) -> int:
    """Return the line of a rule file where a key or test stands ("tests", 2), 0 if it cannot be told."""
    text = read_text(Path(file)) if file else ""
    tree = parse(file, text, words_only) if isinstance(text, str) else []
    return tree.fault(location, "", "", at="key").line if isinstance(tree, Tree) else 0
