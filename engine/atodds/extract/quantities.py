"""Find every quantity in a text, each with what its wording allows and implies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.extract.atoms import Atoms, atoms_of
from atodds.extract.figures import Figure, read_figures
from atodds.extract.hedge_rows import Row, hedge_table
from atodds.extract.hedges import hedge_after, hedge_before
from atodds.extract.numerals import Form
from atodds.extract.ranges import join_ranges
from atodds.extract.roles import assign_roles
from atodds.extract.shares import join_shares
from atodds.extract.tokens import Token, lex
from atodds.model.interval import Interval, Number
from atodds.model.quantity import Hedge, Quantity, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUANTITIES: Final = frozenset({Role.COUNT, Role.MONEY, Role.PERCENT, Role.FRACTION, Role.MEASURE})
_LOOSE: Final = frozenset({Hedge.ABOUT, Hedge.NEARLY, Hedge.EXACT})


def find_quantities(text: str, tokens: list[Token] | None = None) -> list[Quantity]:
    """
    Return the quantities that a reader would call so, in order of their spans.

    Counts, money, percentages, fractions, measures and ages with their unit ("44-year-old"); dates, clock
    times, labels, scores and ordinals are left out unless a range or hedge makes them one ("between the
    tenth and the fifteenth"). Takes linear time, never raises.
    """
    return [quantity for quantity in _read(text, tokens, apart=False) if _is_quantity(quantity)]


def find_all(text: str, tokens: list[Token] | None = None) -> list[Quantity]:
    """
    Return every number of a text with its role, dates and labels included, in order of their spans.

    Figures before and after a change stand apart here: "rose from 12 to 15" is 12 and 15.
    """
    return _read(text, tokens, apart=True)


def _is_quantity(quantity: Quantity) -> bool:
    if quantity.role in _QUANTITIES:
        return True
    if quantity.role is Role.AGE:
        return bool(quantity.unit)
    return quantity.role is Role.ORDINAL and quantity.hedge is not Hedge.EXACT


def _read(text: str, tokens: list[Token] | None, *, apart: bool) -> list[Quantity]:
    atoms = atoms_of(lex(text) if tokens is None else tokens)
    figures = join_shares(atoms, read_figures(atoms))
    for figure in figures:
        _hedge(atoms, figure)
    assign_roles(atoms, figures)
    figures = join_ranges(atoms, figures)
    if apart:
        figures = list(_changes_apart(figures))
    return [_quantity(text, atoms, figure) for figure in figures]


def _changes_apart(figures: list[Figure]) -> Iterable[Figure]:
    for figure in figures:
        if figure.row is not None and figure.row.id == "change":
            yield from figure.parts
        else:
            yield figure


def _hedge(atoms: Atoms, figure: Figure) -> None:
    """Give a figure its hedge, from before the number, after it, or after the noun it counts."""
    edge = figure.number_first
    if figure.role is Role.ORDINAL and edge and atoms.low[edge - 1] == "the":
        edge -= 1  # higher than the tenth
    before = hedge_before(atoms, edge)
    if before is not None and figure.role is Role.ORDINAL and "than" not in atoms.low[before.stop : edge]:
        return  # up to the third floor
    after = hedge_after(atoms, figure.stop) if figure.row is None else None
    late = hedge_after(atoms, figure.noun_stop) if after is None and figure.noun_stop > figure.stop else None
    if after is not None:
        figure.row, figure.stop = after.row, after.stop
        figure.noun_stop = max(figure.noun_stop, after.stop)
    elif late is not None:
        figure.row = late.row
    if before is not None and (figure.row is None or figure.row.hedge in _LOOSE):
        if figure.row is None or before.row.hedge not in (Hedge.ABOUT,):
            figure.row = before.row
        figure.first = before.stop
    elif before is not None:
        figure.first = before.stop
    _or_equal(atoms, figure)


def _or_equal(atoms: Atoms, figure: Figure) -> None:
    """Read "less than 5,000 or equal"."""
    if figure.row is None or atoms.low[figure.stop : figure.stop + 2] != ["or", "equal"]:
        return
    milder = {Hedge.FEWER_THAN: "up_to", Hedge.MORE_THAN: "at_least"}.get(figure.row.hedge)
    if milder is not None:
        figure.row = hedge_table().rows[milder]
        figure.stop += 2


def _quantity(text: str, atoms: Atoms, figure: Figure) -> Quantity:
    start, end = atoms.start[figure.first], atoms.end[figure.stop - 1]
    row, stated, allowed, implied = _meaning(figure)
    return Quantity(
        text[start:end], (start, end), row.hedge, figure.unit, stated, allowed, implied, row.id, figure.role
    )


def _meaning(figure: Figure) -> tuple[Row, tuple[Number, Number], Interval, Interval]:
    """Return the row that speaks, the bounds as worded, and the two intervals."""
    table = hedge_table()
    if figure.fixed is not None and figure.row is not None:
        return figure.row, (figure.low, figure.high), figure.fixed, figure.fixed
    low, high = figure.low, figure.high
    numeral = figure.numeral
    if numeral.form is Form.VAGUE and not figure.parts:
        return _vague_meaning(figure)
    row = figure.row or table.rows["none" if numeral.form is Form.ZERO else "exact"]
    floor, ceiling = (high, low) if high < low else (low, high)
    allowed = row.allowed.interval(floor, ceiling, figure.step)
    implied = row.implied.interval(floor, ceiling, figure.step)
    if row.id == "exact" and figure.role in _QUANTITIES:
        allowed = _rounded(figure, allowed)
    return row, (low, high), allowed, implied


def _vague_meaning(figure: Figure) -> tuple[Row, tuple[Number, Number], Interval, Interval]:
    table = hedge_table()
    numeral = figure.numeral
    own = table.rows[numeral.row]
    allowed = own.allowed.interval(figure.low, figure.high, figure.step)
    implied = own.implied.interval(figure.low, figure.high, figure.step)
    low = implied.low if implied.low is not None else 0
    high = implied.high if implied.high is not None else low
    row = figure.row
    if row is None or row.hedge is Hedge.EXACT or (row.hedge in _LOOSE and low != high):
        return own, (low, high), allowed, implied
    return row, (low, high), row.allowed.interval(low, high, numeral.scale), row.implied.interval(low, high, numeral.scale)


def _rounded(figure: Figure, allowed: Interval) -> Interval:
    """Widen a bare round figure by half a unit of its last digit: 8,000 allows [7,500, 8,500)."""
    table = hedge_table()
    value = abs(figure.low)
    if figure.low != figure.high or value < table.round_from or figure.step <= 1:
        return allowed
    half = min(figure.step * table.half_unit, value * table.widest)
    half = int(half) if half == int(half) else half
    return Interval(figure.low - half, figure.low + half, high_open=True)
