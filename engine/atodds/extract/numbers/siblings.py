"""What a figure learns from the one beside it: a hedge from the same measure in other units, exactness."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from atodds.extract.numbers.meaning import is_round
from atodds.model.quantity import Role

if TYPE_CHECKING:
    from atodds.extract.numbers.atoms import Atoms
    from atodds.extract.numbers.figures import Figure

_CONVERTED: Final = frozenset({Role.MEASURE, Role.MONEY})
_SENTENCE_ENDS: Final = frozenset(".!?;")
_REACH: Final = 12  # atoms between two figures of one list: "2,500 soldiers and 1,234 civilians"
_EXACT_FROM: Final = 1000


def share_hedges(atoms: Atoms, figures: list[Figure]) -> None:
    """Give a conversion the hedge of what it converts: more than 100 kilometres (60 miles)."""
    for left, right in pairwise(figures):
        if right.row is None and left.row is not None and {left.role, right.role} <= _CONVERTED:
            converts = right.number_first == left.stop + 1 and atoms.low[left.stop] in ("(", "/")
            if converts and left.unit != right.unit:
                right.row = left.row


def beside_exact(atoms: Atoms, figures: list[Figure], at: int) -> bool:
    """Say whether a neighbour counts exactly, so that a round figure counts exactly too: 2,500 and 1,234."""
    figure = figures[at]
    if figure.row is not None or not is_round(figure):
        return False
    for neighbour in figures[max(0, at - 1) : at] + figures[at + 1 : at + 2]:
        exact = neighbour.row is None and not neighbour.parts and not is_round(neighbour)
        alike = neighbour.role is figure.role and isinstance(neighbour.low, int)
        if exact and alike and neighbour.low >= _EXACT_FROM:
            first, last = sorted((figure, neighbour), key=lambda one: one.first)
            between = atoms.low[first.stop : last.first]
            if len(between) <= _REACH and _SENTENCE_ENDS.isdisjoint(between):
                return True
    return False
