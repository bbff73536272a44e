"""The documents in docs/ that are made from the models and the shipped rules."""

from __future__ import annotations

from atodds.rulebook.load import load_rulebook
from atodds.rulebook.pages import as_index
from atodds.rulebook.reference import as_reference
from atodds.rulebook.schema import as_schema


def documents() -> dict[str, str]:
    """Return each generated document of docs/ by the name of its file."""
    return {
        "rule.schema.json": as_schema(),
        "rule-reference.md": as_reference(),
        "rules.md": as_index(load_rulebook()),
    }
