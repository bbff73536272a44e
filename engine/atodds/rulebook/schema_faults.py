"""What pydantic says of a rule file, put at its place and into words a rule author knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError

    from atodds.errors import Fault
    from atodds.rulebook.tree import Tree


def schema_faults(tree: Tree, error: ValidationError) -> list[Fault]:
    """Return one fault for each of pydantic's errors."""
    return [
        tree.fault(one["loc"], "schema", one["msg"], key=one["type"] == "extra_forbidden")
        for one in error.errors()
    ]
