"""The gate: whether a sentence holds a trigger as a whole word; those without are passed over, unlexed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ahocorasick_rs

if TYPE_CHECKING:
    from collections.abc import Iterable


class Gate:
    """
    Finds whole words in lower-case text.

    It may let through what the lexer takes for one longer word ("die-hard"), and never stops a word that
    the lexer would see.
    """

    def __init__(self, words: Iterable[str]) -> None:
        ordered = sorted(words)
        self._automaton = ahocorasick_rs.AhoCorasick(ordered) if ordered else None

    def opens(self, lower: str) -> bool:
        """Say whether any of the words stands in a text: "die" in "many die", not in "diesel"."""
        if self._automaton is None:
            return False
        last = len(lower)
        return any(
            not (start > 0 and lower[start - 1].isalpha()) and not (end < last and lower[end].isalpha())
            for _, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True)
        )
