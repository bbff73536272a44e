"""Find the hedge around a number: "at least 164", "some 40 or so", "more than an estimated 100"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from atodds.extract.numbers.hedge_rows import hedge_table
from atodds.extract.numbers.words import number_words
from atodds.model.quantity import Hedge

if TYPE_CHECKING:
    from atodds.extract.numbers.atoms import Atoms
    from atodds.extract.numbers.hedge_rows import Row

_MOST_HEDGES: Final = 4  # stacked before one number: "up to at least some 40"
_BLURRING: Final = frozenset({Hedge.ABOUT, Hedge.EXACT})
_TOPICAL: Final = frozenset({"over", "about"})
_AFTER_COMMA: Final = frozenset({"at", "or", "if", "give"})
_FREE_STANDING: Final = frozenset({"at", "minimum", "maximum", "min", "max", "give"})
_WORDS_GLUED_BEHIND: Final = frozenset({"plus", "odd", "something"})
_OPENING_A_NUMBER: Final = frozenset({"a", "an", "some", "half", "dozens", "several", "another", "$", "£"})


class Hedged(NamedTuple):
    """A row, and the atom where its words begin (before a number) or end (after it)."""

    row: Row
    edge: int


def hedge_before(atoms: Atoms, index: int, floor: int = 0) -> Hedged | None:
    """
    Return the hedge that ends right before an atom and begins at `floor` or later; None if there is none.

    Of stacked hedges the one that bounds wins over one that blurs: "up to about 30" is up to 30.
    """
    chosen: Hedged | None = None
    at = index
    for _ in range(_MOST_HEDGES):
        found = _ending(atoms, at)
        if found is None or found.edge < floor:
            break
        row, at = found
        if atoms.low[at] in _TOPICAL and atoms.word(at - 1) in hedge_table().topics:
            break  # protest over 12 deaths, talk about 12 deaths
        if row.id == "exact":
            continue
        if chosen is None or row.hedge not in _BLURRING:
            chosen = Hedged(row, at)
        elif chosen.row.hedge not in _BLURRING:
            break  # "some less than 7" says that some are less than 7
    return chosen


def _ending(atoms: Atoms, stop: int) -> Hedged | None:
    low = atoms.low
    for size, rows in hedge_table().before.get(low[stop - 1], ()) if stop else ():
        start = stop - size
        words = tuple(low[start:stop]) if start >= 0 else ()
        row = rows.get(words)
        if row is not None:
            arrows = words == (">",) and start > 0 and low[start - 1] == ">"
            return None if arrows else Hedged(row, start)  # "LIMA >> At least 14" begins a text
    return None


def hedge_after(atoms: Atoms, index: int) -> Hedged | None:
    """Return the hedge that begins at an atom, and where it ends: "or more", "-plus", ", at least"."""
    low, at = atoms.low, index
    if atoms.word(at) == "," and atoms.word(at + 1) in _AFTER_COMMA:
        at += 1
    for size, rows in hedge_table().after.get(atoms.word(at), ()):
        stop = at + size
        words = tuple(low[at:stop])
        row = rows.get(words)
        if row is not None and not _belongs_to_next(atoms, words, stop):
            return Hedged(row, stop)
    return None


def _belongs_to_next(atoms: Atoms, words: tuple[str, ...], stop: int) -> bool:
    """See that "12, at least 30 of them" hedges 30, and that "200 or greater than 190" hedges 190."""
    following = atoms.word(stop)
    if not following or words[-1] in _WORDS_GLUED_BEHIND:
        return False
    number = atoms.kind[stop] == "number"
    if following == "than" or (number and words[0] in ("and", "or", "if")):
        return True
    if words == ("+",):
        return number and not atoms.glued(stop - 1)  # 12 + 30
    opens = number or following in _OPENING_A_NUMBER or following in number_words().small
    return opens and words[0] in _FREE_STANDING
