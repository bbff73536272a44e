"""A figure in its surroundings: the numeral with its sign, currency and unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atodds.extract.numbers.heads import counted_noun
from atodds.extract.numbers.hedges import hedge_after
from atodds.extract.numbers.lone_one import is_pronoun
from atodds.extract.numbers.numeral import Form, Numeral
from atodds.extract.numbers.numerals import numeral_readers, read_numeral
from atodds.extract.numbers.units import Unit, money_before, unit_after
from atodds.model.quantity import Role

if TYPE_CHECKING:
    from atodds.extract.numbers.atoms import Atoms
    from atodds.extract.numbers.hedge_rows import Row
    from atodds.model.interval import Interval, Number

_MINUS: Final = frozenset({"-", "\u2212", "\ufe63", "\uff0d"})
_MINUS_WORDS: Final = frozenset({"minus", "negative"})
_BEFORE_MINUS: Final = frozenset("(<>=~\u2248,:;[$\u00a3\u20ac")
_OF_FORM: Final = {Form.FRACTION: Role.FRACTION, Form.ORDINAL: Role.ORDINAL}


@dataclass(slots=True)
class Figure:
    """
    A number on its way to becoming a quantity; `first` and `stop` are atoms, half open.

    `number_first` is where sign and currency begin, `first` where the hedge does. `low` and `high` are the
    number or range as worded, `parts` the two ends of a range. `noun_stop` is where the counted noun ends.
    `fixed` is an interval that needs no row ("more than 20 and less than 35").
    """

    numeral: Numeral
    first: int
    stop: int
    number_first: int
    low: Number
    high: Number
    unit: str = ""
    role: Role = Role.COUNT
    row: Row | None = None
    step: Number = 1
    noun_stop: int = 0
    fixed: Interval | None = None
    parts: tuple[Figure, ...] = ()


def read_figures(atoms: Atoms) -> list[Figure]:
    """Return every numeral of the atoms with its unit, in order."""
    readers = numeral_readers()
    beginnings = [
        at
        for at, (word, kind) in enumerate(zip(atoms.low, atoms.kind, strict=True))
        if kind == "number" or word in readers
    ]
    figures: list[Figure] = []
    stop = 0
    for at in beginnings:
        figure = _figure(atoms, at, stop) if at >= stop else None
        if figure is not None:
            figures.append(figure)
            stop = max(figure.stop, figure.numeral.stop)
    return figures


def _figure(atoms: Atoms, at: int, floor: int) -> Figure | None:
    """Read the figure whose numeral begins at an atom; nothing before `floor` belongs to it."""
    in_words = None if atoms.kind[at] == "number" else read_numeral(atoms, at)
    if in_words is None and atoms.kind[at] != "number":
        return None  # most words that may begin a number do not
    left, negative = _sign(atoms, at)
    left, currency = money_before(atoms, left)
    if currency and not negative:
        left, negative = _sign(atoms, left)
    if left < floor:
        left, negative, currency = at, False, ""
    numeral = in_words or read_numeral(atoms, at, money=bool(currency))
    if numeral is None:
        return None
    after = hedge_after(atoms, numeral.stop)
    stop = numeral.stop if after is None else after.edge
    unit = _unit(atoms, numeral, stop)
    lone_one = atoms.low[at] == "one" and numeral.stop == at + 1 and left == at and unit is None
    if lone_one and is_pronoun(atoms, at):
        return None
    signed = negative and numeral.form in (Form.CARDINAL, Form.FRACTION)
    value = -numeral.value if signed else numeral.value
    figure = Figure(numeral, left, stop, left, value, value, step=numeral.step)
    figure.row = None if after is None else after.row
    _measure(atoms, figure, currency, unit)
    return figure


def _unit(atoms: Atoms, numeral: Numeral, stop: int) -> Unit | None:
    """Return the unit after a numeral; a share may have "a" or "of a" before it: half an hour."""
    if numeral.form is Form.ORDINAL:
        return None
    if numeral.form is Form.FRACTION:
        at = stop + (atoms.word(stop) == "of")
        if atoms.word(at) in ("a", "an"):
            stop = at + 1
    return unit_after(atoms, stop)


def _measure(atoms: Atoms, figure: Figure, currency: str, unit: Unit | None) -> None:
    """Give a figure its unit and what the unit makes of it."""
    if currency:
        figure.unit, figure.role = currency, Role.MONEY
        if unit is not None and unit.role is Role.MONEY:
            figure.stop = unit.stop
    elif unit is not None:
        figure.unit, figure.role, figure.stop = unit
    else:
        figure.role = _OF_FORM.get(figure.numeral.form, Role.COUNT)
        figure.step = 0.1 if figure.role is Role.FRACTION else figure.step
    figure.noun_stop = figure.stop
    if figure.role in (Role.COUNT, Role.FRACTION):
        many = abs(figure.low) != 1
        figure.unit, figure.noun_stop = counted_noun(atoms, figure.stop, many=many)


def _sign(atoms: Atoms, at: int) -> tuple[int, bool]:
    """Return where a minus sign or word before an atom begins, and whether there is one."""
    before = at - 1
    if before < 0:
        return at, False
    word = atoms.low[before]
    if word in _MINUS_WORDS:
        return before, True
    if word not in _MINUS or not atoms.glued(at):
        return at, False
    if not atoms.glued(before) or atoms.low[before - 1] in _BEFORE_MINUS:
        return before, True
    if atoms.low[before - 1] in _MINUS_WORDS:
        return before - 1, True  # minus-130
    return at, False
