"""Find the hedge around a number: "at least 164", "some 40 or so", "more than an estimated 100"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from atodds.extract.hedge_rows import Row, hedge_table
from atodds.model.quantity import Hedge

if TYPE_CHECKING:
    from atodds.extract.atoms import Atoms

_MOST_HEDGES: Final = 4  # stacked before one number: "up to at least some 40"
_LOOSE: Final = frozenset({Hedge.ABOUT, Hedge.EXACT})
_TOPICAL: Final = frozenset({"over", "about"})
_AFTER_COMMA: Final = frozenset({"at", "or", "if", "give"})


class Hedged(NamedTuple):
    """A row and the atom where its words begin (before a number) or end (after it)."""

    row: Row
    stop: int


def hedge_before(atoms: Atoms, index: int) -> Hedged | None:
    """
    Return the hedge that ends right before an atom, and where it begins; None if there is none.

    Of stacked hedges the one that bounds wins over one that blurs: "up to about 30" is up to 30.
    """
    table = hedge_table()
    chosen: Hedged | None = None
    at = index
    for _ in range(_MOST_HEDGES):
        found = _ending(atoms, at)
        if found is None:
            break
        row, at = found
        if atoms.low[at] in _TOPICAL and at and atoms.low[at - 1] in table.topics:
            break  # protest over 12 deaths, talk about 12 deaths
        if row.id == "exact":
            continue
        if chosen is None or row.hedge not in _LOOSE:
            chosen = Hedged(row, at)
        elif chosen.row.hedge not in _LOOSE:
            break  # "some less than 7" says that some are less than 7
    return chosen


def _ending(atoms: Atoms, stop: int) -> Hedged | None:
    if stop == 0:
        return None
    low = atoms.low
    for words, row in hedge_table().before.get(low[stop - 1], ()):
        start = stop - len(words)
        if start >= 0 and tuple(low[start:stop]) == words:
            return Hedged(row, start)
    return None


def hedge_after(atoms: Atoms, index: int) -> Hedged | None:
    """Return the hedge that begins at an atom, and where it ends: "or more", "-plus", ", at least"."""
    low, length = atoms.low, len(atoms)
    at = index
    if at < length and low[at] == "," and at + 1 < length and low[at + 1] in _AFTER_COMMA:
        at += 1
    if at >= length:
        return None
    for words, row in hedge_table().after.get(low[at], ()):
        stop = at + len(words)
        if tuple(low[at:stop]) == words and not _belongs_to_next(atoms, words, stop):
            return Hedged(row, stop)
    return None


def _belongs_to_next(atoms: Atoms, words: tuple[str, ...], stop: int) -> bool:
    """See that "12, at least 30 of them" hedges 30, and that "200 or greater than 190" hedges 190."""
    if stop >= len(atoms):
        return False
    following = atoms.low[stop]
    if following == "than" or (words[0] in ("and", "or", "if") and atoms.kind[stop] == "number"):
        return True
    if words[0] == "+" or words[-1] in ("plus", "odd", "something"):
        return words[0] == "+" and not atoms.glued(stop - 1) and atoms.kind[stop] == "number"
    return words[0] in ("at", "minimum", "maximum", "min", "max", "give") and (
        atoms.kind[stop] == "number" or following in ("a", "an", "some", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half", "dozens", "several", "$", "another")
    )
