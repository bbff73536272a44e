"""What a figure means: the row of the hedge table that speaks, and the two intervals it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from atodds.extract.numbers.hedge_rows import Row, hedge_table
from atodds.extract.numbers.numeral import Form
from atodds.model.interval import Interval, Number
from atodds.model.quantity import Hedge, Role

if TYPE_CHECKING:
    from atodds.extract.numbers.figures import Figure

_BLURRING: Final = frozenset({Hedge.ABOUT, Hedge.NEARLY, Hedge.EXACT})
_ROUNDED: Final = frozenset({Role.COUNT, Role.MONEY, Role.PERCENT, Role.FRACTION, Role.MEASURE})


class Meaning(NamedTuple):
    """A row of the hedge table applied to a number: bounds as worded, what they allow and imply."""

    row: Row
    stated: tuple[Number, Number]
    allowed: Interval
    implied: Interval


def meaning_of(figure: Figure, *, beside_exact: bool = False) -> Meaning:
    """
    Return what a figure means.

    `beside_exact` says that a sibling figure is exact to the unit, so that a round one is meant exactly.
    """
    table = hedge_table()
    if figure.fixed is not None and figure.row is not None:
        return Meaning(figure.row, (figure.low, figure.high), figure.fixed, figure.fixed)
    if figure.numeral.form is Form.VAGUE and not figure.parts:
        return _vague_meaning(figure)
    row = figure.row or table.rows["none" if figure.numeral.form is Form.ZERO else "exact"]
    if row.id == "exact":
        point = Interval(figure.low, figure.low)
        rounded = figure.role in _ROUNDED and not beside_exact and is_round(figure)
        return Meaning(row, (figure.low, figure.low), _rounded(figure) if rounded else point, point)
    low, high = sorted((figure.low, figure.high))  # "from 40 to 30" is stated as worded
    allowed = row.allowed.interval(low, high, figure.step)
    implied = row.implied.interval(low, high, figure.step)
    return Meaning(row, (figure.low, figure.high), allowed, implied)


def _vague_meaning(figure: Figure) -> Meaning:
    """Read a vague number by its own row, or by a hedge that bounds it: "at least dozens"."""
    own = hedge_table().rows[figure.numeral.row]
    allowed = own.allowed.interval(figure.low, figure.high, figure.step)
    implied = own.implied.interval(figure.low, figure.high, figure.step)
    low = 0 if implied.low is None else implied.low
    high = low if implied.high is None else implied.high
    row = figure.row
    if row is None or row.hedge is Hedge.EXACT or (row.hedge in _BLURRING and low != high):
        return Meaning(own, (low, high), allowed, implied)
    step = figure.numeral.scale
    return Meaning(
        row, (low, high), row.allowed.interval(low, high, step), row.implied.interval(low, high, step)
    )


def _rounded(figure: Figure) -> Interval:
    """Return what a bare round figure allows, half a unit of its last digit: [7,500, 8,500) for 8,000."""
    rounding = hedge_table().rounding
    half = min(figure.step * rounding.half_unit, abs(figure.low) * rounding.widest)
    half = int(half) if half == int(half) else half
    return Interval(figure.low - half, figure.low + half, high_open=True)


def is_round(figure: Figure) -> bool:
    """Say whether a figure is one that writers round: from 1,000 up, ending in zeros."""
    return (
        figure.low == figure.high
        and figure.step > 1
        and abs(figure.low) >= hedge_table().rounding.least
        and not figure.parts
    )
