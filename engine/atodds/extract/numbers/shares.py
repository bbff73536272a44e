"""Read two figures that make one: shares ("one in five") and vague words said twice ("dozens and dozens")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.extract.numbers.digits import tidy
from atodds.extract.numbers.numeral import Form
from atodds.model.quantity import Role

if TYPE_CHECKING:
    from atodds.extract.numbers.atoms import Atoms
    from atodds.extract.numbers.figures import Figure

_ROUND: Final = frozenset({12, 20, 25, 50, 100, 1000})
_ONE_IN: Final = 100  # "one in 30"; above it only round figures: "one in 250", "one in 10,000"


_SAID_TWICE: Final = frozenset(
    {("and",), ("upon",), ("if", "not"), (",", "if", "not"), ("or", "even"), (",", "or", "even")}
)


def join_shares(atoms: Atoms, figures: list[Figure]) -> list[Figure]:
    """
    Return the figures with both halves of a share made one fraction, whose unit is that of the second.

    Vague words said twice become the first of them: "hundreds, if not thousands" are hundreds or more.
    """
    joined: list[Figure] = []
    for figure in figures:
        left = joined[-1] if joined else None
        if left is None or not (_is_share(atoms, left, figure) or _is_said_twice(atoms, left, figure)):
            joined.append(figure)
            continue
        left.stop, left.noun_stop, left.unit = figure.stop, figure.noun_stop, figure.unit
        if left.numeral.form is Form.VAGUE:
            continue
        left.low = left.high = tidy(left.low / figure.low)
        left.role, left.step = Role.FRACTION, 0.1
        left.numeral.form, left.numeral.plain = Form.FRACTION, False
        left.numeral.stop = figure.numeral.stop
    return joined


def _is_share(atoms: Atoms, left: Figure, right: Figure) -> bool:
    if left.row is not None or {left.numeral.form, right.numeral.form} != {Form.CARDINAL}:
        return False
    if right.role is not Role.COUNT or right.low <= 0 or left.stop != left.numeral.stop:
        return False
    link = tuple(atoms.low[left.stop : right.number_first])
    if link == ("over",):
        # "1 over 20", but "killed 2,000 over 3 years"
        return right.stop == atoms.size or not atoms.low[right.stop][0].isalnum()
    if not 0 < left.low < right.low:
        return False
    if link == ("out", "of"):
        return right.low <= 10 or (left.low < 10 and right.low % 100 == 0)
    return link == ("in",) and isinstance(right.low, int) and _is_rate(atoms, left, right.low)


def _is_said_twice(atoms: Atoms, left: Figure, right: Figure) -> bool:
    if left.numeral.form is not Form.VAGUE or right.numeral.form is not Form.VAGUE:
        return False
    return tuple(atoms.low[left.stop : right.number_first]) in _SAID_TWICE and left.unit in ("", right.unit)


def _is_rate(atoms: Atoms, left: Figure, whole: int) -> bool:
    """Tell "one in five" and "nine in ten" from "killed two in three attacks"."""
    before = atoms.word(left.number_first - 1)
    if before == "least":
        before = atoms.word(left.number_first - 3)
    if before.endswith(("ed", "ing")) or before in ("kills", "wounds", "injures", "least"):
        return False
    if left.low == 1:
        return whole < _ONE_IN or whole % 50 == 0
    return left.low < 10 and (whole <= 10 or whole in _ROUND)
