"""The words that tell labels, times and scores from counts, from rules/lexicon/roles.yaml."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from atodds.rulebook.lexicon import load_table


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Each field is a list of roles.yaml."""

    labels: frozenset[str]
    labels_with_capital: frozenset[str]
    labels_unless_counting: frozenset[str]
    abbreviated_labels: frozenset[str]
    prefixes: frozenset[str]
    streets: frozenset[str]
    calls: frozenset[str]
    clock: frozenset[str]
    clock_capitals: frozenset[str]
    before_year: frozenset[str]
    after_no_month: frozenset[str]
    sports: frozenset[str]
    changes: frozenset[str]


@cache
def role_words() -> RoleWords:
    """Return the lists; read once per process."""
    table = load_table("roles")
    return RoleWords(**{field.name: frozenset(table[field.name]) for field in fields(RoleWords)})
