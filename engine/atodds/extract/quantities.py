"""Find every quantity in a text, each with what its wording allows and implies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.extract.numbers.atoms import Atoms, atoms_of
from atodds.extract.numbers.figures import Figure, read_figures
from atodds.extract.numbers.hedge_rows import hedge_table
from atodds.extract.numbers.hedges import hedge_after, hedge_before
from atodds.extract.numbers.meaning import meaning_of
from atodds.extract.numbers.ranges import join_ranges
from atodds.extract.numbers.roles import assign_roles
from atodds.extract.numbers.shares import join_shares
from atodds.extract.numbers.siblings import beside_exact, share_hedges
from atodds.extract.tokens import Token, lex
from atodds.model.quantity import Hedge, Quantity, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUANTITIES: Final = frozenset({Role.COUNT, Role.MONEY, Role.PERCENT, Role.FRACTION, Role.MEASURE})
_BLURRING: Final = frozenset({Hedge.ABOUT, Hedge.NEARLY, Hedge.EXACT})
_MILDER: Final = {Hedge.FEWER_THAN: "up_to", Hedge.MORE_THAN: "at_least"}


def find_quantities(text: str, tokens: list[Token] | None = None) -> list[Quantity]:
    """
    Return the quantities that a reader would call so, in order of their spans.

    Counts, money, percentages, fractions, measures and ages with their unit ("44-year-old"); dates, clock
    times, labels, scores and ordinals are left out unless a range or hedge makes them one ("between the
    tenth and the fifteenth"). Spans are characters of `text`, of which `tokens` may be a part. Takes linear
    time, never raises.
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
    if not figures:
        return []
    floor = 0
    for figure in figures:
        _hedge(atoms, figure, floor)
        floor = figure.stop
    assign_roles(atoms, figures)
    share_hedges(atoms, figures)
    figures = join_ranges(atoms, figures)
    if apart:
        figures = list(_changes_apart(figures))
    return [
        _quantity(text, atoms, figure, exact=beside_exact(atoms, figures, at))
        for at, figure in enumerate(figures)
    ]


def _changes_apart(figures: list[Figure]) -> Iterator[Figure]:
    for figure in figures:
        if figure.row is not None and figure.row.id == "change":
            yield from figure.parts
        else:
            yield figure


def _hedge(atoms: Atoms, figure: Figure, floor: int) -> None:
    """Give a figure its hedge, from before the number (not before `floor`), after it or its counted noun."""
    after = hedge_after(atoms, figure.stop) if figure.row is None else None
    if after is not None:
        figure.row, figure.stop = after
        figure.noun_stop = max(figure.noun_stop, figure.stop)
    elif figure.row is None and figure.noun_stop > figure.stop:
        late = hedge_after(atoms, figure.noun_stop)
        figure.row = None if late is None else late.row
    edge = figure.number_first
    if figure.role is Role.ORDINAL and atoms.word(edge - 1) == "the":
        edge -= 1  # higher than the tenth
    before = hedge_before(atoms, edge, floor)
    if before is not None and (figure.role is not Role.ORDINAL or "than" in atoms.low[before.edge : edge]):
        figure.first = before.edge
        if figure.row is None or (figure.row.hedge in _BLURRING and before.row.hedge is not Hedge.ABOUT):
            figure.row = before.row
    if figure.row is not None and atoms.low[figure.stop : figure.stop + 2] == ["or", "equal"]:
        milder = _MILDER.get(figure.row.hedge)  # less than 5,000 or equal
        if milder is not None:
            figure.row = hedge_table().rows[milder]
            figure.stop += 2


def _quantity(text: str, atoms: Atoms, figure: Figure, *, exact: bool) -> Quantity:
    start, end = atoms.start[figure.first], atoms.end[figure.stop - 1]
    meaning = meaning_of(figure, beside_exact=exact)
    return Quantity(
        words=text[start:end],
        span=(start, end),
        hedge=meaning.row.hedge,
        unit=figure.unit,
        stated=meaning.stated,
        allowed=meaning.allowed,
        implied=meaning.implied,
        row=meaning.row.id,
        role=figure.role,
    )
