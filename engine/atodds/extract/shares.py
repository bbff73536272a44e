"""Read two figures that make one share: "one in five", "two out of three", "1 over 20"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.extract.digits import tidy
from atodds.extract.numerals import Form
from atodds.model.quantity import Role

if TYPE_CHECKING:
    from atodds.extract.atoms import Atoms
    from atodds.extract.figures import Figure

_ROUND: Final = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80})


def join_shares(atoms: Atoms, figures: list[Figure]) -> list[Figure]:
    """Return the figures with both halves of a share made one fraction, whose unit is that of the second."""
    joined: list[Figure] = []
    for figure in figures:
        left = joined[-1] if joined else None
        if left is not None and _is_share(atoms, left, figure):
            left.low = left.high = tidy(left.low / figure.low)
            left.stop, left.noun_stop = figure.stop, figure.noun_stop
            left.unit, left.role, left.step = figure.unit, Role.FRACTION, 1
            left.numeral.form, left.numeral.plain = Form.FRACTION, False
            left.numeral.stop = figure.numeral.stop
        else:
            joined.append(figure)
    return joined


def _is_share(atoms: Atoms, left: Figure, right: Figure) -> bool:
    if left.numeral.form is not Form.CARDINAL or right.numeral.form is not Form.CARDINAL or left.row is not None:
        return False
    if right.role is not Role.COUNT or right.low <= 0 or left.stop != left.numeral.stop:
        return False
    link = tuple(atoms.low[left.stop : right.number_first])
    if link == ("over",):
        # "1 over 20", but "killed 2,000 over 3 years" and "beat them 20 over 3 games"
        return right.stop == len(atoms) or not atoms.low[right.stop][0].isalnum()
    if not 0 < left.low < right.low:
        return False
    if link == ("out", "of"):
        return right.low <= 10 or (left.low < 10 and right.low % 100 == 0)
    if link != ("in",) or left.low > 9 or not isinstance(right.low, int):
        return False
    before = atoms.low[left.number_first - 1] if left.number_first else ""
    if before.endswith(("ed", "ing")) or before in ("kills", "wounds", "injures", "least"):
        return False  # "killed two in three attacks"
    if left.low > 1 and right.low > 10:
        return right.low in (12, 20, 25, 50, 100, 1000)
    power = right.low >= 100 and str(right.low).strip("0") == "1"
    return right.low in _ROUND or right.low < 100 or power
