"""How one wording of an utterance differs from another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atodds.model.quote import Grade


@dataclass(frozen=True, slots=True)
class Wording:
    """
    The outcome of comparing two wordings.

    `reason` says in words why the grade was given ("negation: 'may' against 'may not'"), `diff` shows both
    wordings in one, `[-only when-] {+while+}`, readable without colour.
    """

    grade: Grade
    reason: str
    diff: str
